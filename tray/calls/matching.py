"""Finding the record of a caller: the order of rows, exact before possible, and which page would open.

The records come through `RecordIndex`, which the caller gives; this module decides and reads nothing itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from tray.calls.model import PhoneNumber
from tray.calls.numbers import is_exact, is_possible
from tray.calls.settings import MappingRow


class MatchKind(StrEnum):
    """How sure it is that a record belongs to a number."""

    EXACT = "exact"
    POSSIBLE = "possible"
    NONE = "none"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a mapped table; `fields` are all its values by field name, in the order of the file."""

    table: str
    no: str
    fields: tuple[tuple[str, str], ...] = ()

    def value(self, name: str) -> str:
        """The value of one field, "" where the record has none; field names differ in case only by mistake."""
        wanted = name.casefold()
        return next((value for key, value in self.fields if key.casefold() == wanted), "")


@dataclass(frozen=True, slots=True)
class Hit:
    """One number of one record that may be the wanted one; `field` is the phone field it stands in."""

    record: Record
    field: str
    number: PhoneNumber


class RecordIndex(Protocol):
    """Where records are found by number. Hits come in the order in which their records were loaded."""

    def find(self, number: PhoneNumber, match_digits: int) -> Sequence[Hit]:
        """All hits for which `is_exact` or `is_possible` holds; more may be given, fewer may not."""
        ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """One record of the winning row, with the name that the row's name field gives."""

    record: Record
    name: str
    row: MappingRow


@dataclass(frozen=True, slots=True)
class Match:
    """What the directory says about one number.

    `candidates` are the records of the first matching row, whether it has a page or not; `page_candidates` those of the
    first matching row that has one.
    """

    kind: MatchKind
    candidates: tuple[Candidate, ...] = ()
    page_candidates: tuple[Candidate, ...] = ()

    @property
    def table(self) -> str | None:
        """The winning table; None without a match."""
        return self.candidates[0].record.table if self.candidates else None


NO_MATCH = Match(MatchKind.NONE)
NOT_LOOKED_UP = Match(MatchKind.WITHHELD)


def find_match(number: PhoneNumber, rows: Sequence[MappingRow], index: RecordIndex, match_digits: int = 8) -> Match:
    """Look a number up by the rows, which must be in priority order.

    Exact matches over all rows go before any possible match (DESIGN section 4, "Matching").
    """
    if number.withheld:
        return NOT_LOOKED_UP
    hits = index.find(number, match_digits)
    if not hits:
        return NO_MATCH
    exact = [hit for hit in hits if is_exact(number, hit.number)]
    match = _by_rows(MatchKind.EXACT, exact, rows)
    if match is NO_MATCH:
        possible = [hit for hit in hits if is_possible(number, hit.number, match_digits)]
        match = _by_rows(MatchKind.POSSIBLE, possible, rows)
    return match


def _by_rows(kind: MatchKind, hits: Sequence[Hit], rows: Sequence[MappingRow]) -> Match:
    matching = [candidates for row in rows if (candidates := _candidates(hits, row))]
    if not matching:
        return NO_MATCH
    with_page = (candidates for candidates in matching if candidates[0].row.card_page)
    return Match(kind, matching[0], next(with_page, ()))


def _candidates(hits: Sequence[Hit], row: MappingRow) -> tuple[Candidate, ...]:
    fields = {field.casefold() for field in row.phone_fields}
    found: dict[str, Candidate] = {}
    for hit in hits:
        if hit.record.table == row.table and hit.field.casefold() in fields and hit.record.no not in found:
            found[hit.record.no] = Candidate(hit.record, hit.record.value(row.name_field), row)
    return tuple(found.values())
