"""The table of costs: one line for each budget, printed when everything has been measured."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

HEADS = ("what", "measured", "bare window", "at most", "aim")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what was measured, how much it was, against the bare window, and what is allowed and wanted."""

    what: str
    measured: str
    ratio: str = ""
    budget: str = ""
    aim: str = ""

    def cells(self) -> tuple[str, ...]:
        """The line as the columns have it."""
        return self.what, self.measured, self.ratio, self.budget, self.aim


@dataclass(slots=True)
class Table:
    """Collects lines and prints them."""

    lines: list[Line] = field(default_factory=list)

    def add(self, what: str, measured: str, *, ratio: float | None = None, budget: str = "", aim: str = "") -> None:
        """Add a line; `ratio` is against the bare window of the same run."""
        self.lines.append(Line(what, measured, "" if ratio is None else f"{ratio:.1f} x", budget, aim))

    def text(self) -> str:
        """The table, in columns."""
        rows = [HEADS, *(line.cells() for line in self.lines)]
        widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
        rows.insert(1, tuple("-" * width for width in widths))
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
        )


@dataclass(frozen=True, slots=True)
class Spread:
    """A few measurements of the same thing; machines are noisy, so all three are told."""

    least: float
    median: float
    most: float

    @classmethod
    def of(cls, values: Iterable[float]) -> Spread:
        """The spread of these values."""
        known = list(values)
        return cls(min(known), statistics.median(known), max(known))

    def text(self, unit: str, digits: int = 1, scale: float = 1.0) -> str:
        """The median, and in brackets the least and the most."""
        least, median, most = (f"{each * scale:.{digits}f}" for each in (self.least, self.median, self.most))
        return f"{median} {unit} ({least} to {most})"


def batches(values: Sequence[float], count: int = 5) -> list[Sequence[float]]:
    """The values in so many equal parts, one after the other."""
    size = len(values) // count
    return [values[place * size : (place + 1) * size] for place in range(count)]


def medians(values: Sequence[float]) -> Spread:
    """How the median moved in the course of the measurement."""
    return Spread.of(statistics.median(batch) for batch in batches(values))


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that `percent` of 100 do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
