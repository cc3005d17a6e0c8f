"""What commands print: JSON, small tables, one clear line for an error, a bar for long work."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import TextIO

_BAR = 28
_BETWEEN_PAINTS_S = 0.1


class Exit(IntEnum):
    """Exit codes of every command."""

    DONE = 0
    FAILED = 1
    BAD_INPUT = 2
    NOT_RUNNING = 3


def say(text: str = "") -> None:
    """Print one line; characters that the terminal cannot show are replaced."""
    _write(sys.stdout, text)


def say_json(data: object, *, indent: int | None = 2) -> None:
    """Print JSON, in ASCII so that every terminal and pipe takes it."""
    say(json.dumps(data, indent=indent))


def complain(text: str) -> None:
    """Print one line of error."""
    _write(sys.stderr, f"cti-tray: {text}")


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print columns under their heads; what would move the cursor or turn the text is shown as its code."""
    cells = [list(heads), *([printable(str(cell)) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    for row in cells:
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


class Bar:
    """A progress bar with count and time left on a terminal; nothing elsewhere."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = sys.stderr.isatty()
        self._begun = time.monotonic()
        self._painted = 0.0

    def show(self, done: int, total: int, note: str) -> None:
        """Paint how far the work is; `done` and `total` in any one unit."""
        now = time.monotonic()
        if not self._shown or (now - self._painted < _BETWEEN_PAINTS_S and done < total):
            return
        self._painted = now
        share = min(1.0, done / total) if total else 1.0
        filled = round(share * _BAR)
        left = (now - self._begun) / share * (1 - share) if share > 0.01 else 0.0
        sys.stderr.write(
            f"\r{self._what} [{'#' * filled}{'.' * (_BAR - filled)}] {share:4.0%} {note}, {left:.0f} s left "
        )
        sys.stderr.flush()

    def close(self) -> None:
        """End the line of the bar."""
        if self._shown and self._painted:
            sys.stderr.write("\n")


def printable(text: str) -> str:
    """A text for a terminal: what would move the cursor or turn the text is shown as its code."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "ascii"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    stream.flush()
