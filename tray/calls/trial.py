"""Trying a business mapping out before it is saved: what a caller's number would find and open, row by row and why.

The number is put to the same engine as a real call, so that the answer cannot differ from what the tray does. This
module only explains the outcome and warns of rows that can never do their work; it reads and keeps nothing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tray.calls.card import CallCard
from tray.calls.decisions import OpenPage
from tray.calls.engine import Engine, Surroundings
from tray.calls.facts import clean_number
from tray.calls.matching import Hit, Match, MatchKind, RecordIndex, find_match
from tray.calls.model import CallEvent, CallState, Direction, PhoneNumber
from tray.calls.numbers import NumberReader
from tray.calls.pages import PageTarget, WebClient
from tray.calls.settings import MappingRow, Setup, UserSettings


class RowVerdict(StrEnum):
    """What a mapping row does for a number, or why it does nothing.

    `SEVERAL`: the page of this row is the one, but several of its records have the number and none was chosen.
    `NAMES_CALLER`: the first match; it has no page of its own. `LATER`: it matches too, but a row before it opens.
    `NOT_INDEXED`: its table or one of its phone fields is not in the directory yet, so that nothing is found by it.
    """

    OPENS = "opens"
    SEVERAL = "several"
    NAMES_CALLER = "names_caller"
    NO_PAGE = "no_page"
    LATER = "later"
    POSSIBLE_ONLY = "possible_only"
    NO_RECORD = "no_record"
    NOT_INDEXED = "not_indexed"
    NOT_LOOKED_UP = "not_looked_up"
    DISABLED = "disabled"


class PageReason(StrEnum):
    """Why a page opens by itself (the first two) or does not."""

    ONLY_RECORD = "only_record"
    REMEMBERED = "remembered"
    SEVERAL = "several"
    NO_PAGE = "no_page"
    POSSIBLE_ONLY = "possible_only"
    NO_RECORD = "no_record"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """One record that the caller may be, by the winning row."""

    table: str
    no: str
    name: str


@dataclass(frozen=True, slots=True)
class RowTrial:
    """What one row does; `row` is its place in the rows as given, `found` how many records it finds by itself."""

    row: int
    verdict: RowVerdict
    found: int


@dataclass(frozen=True, slots=True)
class MappingTrial:
    """What an incoming call from a number would bring, with the automatic page switched on.

    `number_text` is the number as people of the region write it. `records` are those of the row that names the caller;
    `page` opens by itself, and `reason` says why or why none does. `rows` has one entry for each row, in their order.
    """

    number: PhoneNumber
    number_text: str
    match: MatchKind
    records: tuple[FoundRecord, ...]
    page: PageTarget | None
    reason: PageReason
    rows: tuple[RowTrial, ...]


class WarningKind(StrEnum):
    """What is doubtful about a mapping row.

    `TIE`: another row has the same priority, so that their order alone decides. `NO_PAGE`: it can name a caller, but
    opens nothing. `NO_PHONE_FIELDS`: it can never match. `SHADOWED`: whatever it finds, a row before it opens.
    """

    TIE = "tie"
    NO_PAGE = "no_page"
    NO_PHONE_FIELDS = "no_phone_fields"
    SHADOWED = "shadowed"


@dataclass(frozen=True, slots=True)
class RowWarning:
    """A warning about the row in place `row`; `other` is the place of the row that it has to do with, if any."""

    row: int
    kind: WarningKind
    other: int | None = None


def try_mapping(
    text: str,
    rows: Sequence[MappingRow],
    reader: NumberReader,
    index: RecordIndex,
    *,
    remembered: Mapping[str, tuple[str, str]] | None = None,
    web_client: WebClient | None = None,
    is_indexed: Callable[[MappingRow], bool] = lambda _row: True,
) -> MappingTrial:
    """What an incoming call from the number `text` would find and open by these rows.

    Args:
        text: the number as somebody types it, or as a phone reports it; empty and "anonymous" are withheld.
        rows: the mapping, in any order, with the rows that are not enabled.
        reader: the number rules in force.
        index: where records are found.
        remembered: the record (table, no) that the user chose for a number (`PhoneNumber.key`); nothing is added.
        web_client: where Business Central's pages are.
        is_indexed: whether the index holds what a row names.
    """
    own_rows = _own(rows)
    setup = Setup(user=UserSettings(auto_open_master_data=True), mappings=own_rows)
    found = _Found(index, reader.rules.match_digits)
    around = Surroundings(
        reader=reader,
        setup=lambda: setup,
        lookup=found.match,
        remembered=dict(remembered or {}),
        web_client=web_client or WebClient(),
    )
    card, page = _call(clean_number(text.strip()), around)
    number, match = card.call.party.number, card.match
    trials = []
    for place, row in enumerate(own_rows):
        alone = found.match(number, (row,))
        verdict = _verdict(row, alone, match, opens=page is not None)
        if verdict is RowVerdict.NO_RECORD and not is_indexed(row):
            verdict = RowVerdict.NOT_INDEXED
        trials.append(RowTrial(place, verdict, len(alone.candidates)))
    return MappingTrial(
        number=number,
        number_text=reader.write(number),
        match=match.kind,
        records=tuple(FoundRecord(each.record.table, each.record.no, each.name) for each in match.candidates),
        page=page,
        reason=_reason(match, opens=page is not None),
        rows=tuple(trials),
    )


def warnings(rows: Sequence[MappingRow]) -> tuple[RowWarning, ...]:
    """What is doubtful about the enabled rows, in their order; at most one tie and one other warning for each."""
    own_rows = _own(rows)
    places = {id(row): place for place, row in enumerate(own_rows)}
    in_order = [(places[id(row)], row) for row in Setup(mappings=own_rows).by_priority()]
    found = [
        warning
        for number, (place, row) in enumerate(in_order)
        for warning in (*_ties(place, row, in_order), *_never_opens(place, row, in_order[:number]))
    ]
    return tuple(sorted(found, key=lambda warning: warning.row))


class _Found:
    """What the index says about the one number; it is asked once, so that each row is judged by the same records."""

    def __init__(self, index: RecordIndex, match_digits: int) -> None:
        self._index = index
        self._match_digits = match_digits
        self._hits: Sequence[Hit] | None = None

    def find(self, number: PhoneNumber, match_digits: int) -> Sequence[Hit]:
        if self._hits is None:
            self._hits = self._index.find(number, match_digits)
        return self._hits

    def match(self, number: PhoneNumber, rows: tuple[MappingRow, ...]) -> Match:
        return find_match(number, rows, self, self._match_digits)


def _own(rows: Sequence[MappingRow]) -> tuple[MappingRow, ...]:
    """The rows as objects of their own, so that two that say the same are told apart by `is`."""
    return tuple(dataclasses.replace(row) for row in rows)


def _call(number: str, around: Surroundings) -> tuple[CallCard, PageTarget | None]:
    """The card of an incoming call that opens at once, and the page that opens with it."""
    step = Engine(around).handle(CallEvent("trial", "1", CallState.OFFERED, 0.0, Direction.INCOMING, number))
    (card,) = step.cards.values()
    return card, next((decision.page for decision in step.decisions if isinstance(decision, OpenPage)), None)


def _verdict(row: MappingRow, alone: Match, match: Match, *, opens: bool) -> RowVerdict:
    """What `row` does, by what it finds `alone` and by the `match` over all rows."""
    unsure = {
        MatchKind.WITHHELD: RowVerdict.NOT_LOOKED_UP,
        MatchKind.NONE: RowVerdict.NO_RECORD,
        MatchKind.POSSIBLE: RowVerdict.POSSIBLE_ONLY,
    }
    if not row.enabled:
        return RowVerdict.DISABLED
    if alone.kind in unsure:
        return unsure[alone.kind]
    if match.page_candidates and match.page_candidates[0].row is row:
        return RowVerdict.OPENS if opens else RowVerdict.SEVERAL
    if match.candidates[0].row is row:
        return RowVerdict.NAMES_CALLER
    return RowVerdict.LATER if row.card_page else RowVerdict.NO_PAGE


def _reason(match: Match, *, opens: bool) -> PageReason:
    unsure = {
        MatchKind.WITHHELD: PageReason.WITHHELD,
        MatchKind.NONE: PageReason.NO_RECORD,
        MatchKind.POSSIBLE: PageReason.POSSIBLE_ONLY,
    }
    if match.kind in unsure:
        return unsure[match.kind]
    if not match.page_candidates:
        return PageReason.NO_PAGE
    if not opens:
        return PageReason.SEVERAL
    return PageReason.ONLY_RECORD if len(match.page_candidates) == 1 else PageReason.REMEMBERED


def _ties(place: int, row: MappingRow, in_order: Sequence[tuple[int, MappingRow]]) -> Iterator[RowWarning]:
    others = (other for other, each in in_order if each.priority == row.priority and other != place)
    first = next(others, None)
    if first is not None:
        yield RowWarning(place, WarningKind.TIE, first)


def _never_opens(place: int, row: MappingRow, before: Sequence[tuple[int, MappingRow]]) -> Iterator[RowWarning]:
    fields = _fields(row)
    if not fields:
        yield RowWarning(place, WarningKind.NO_PHONE_FIELDS)
    elif not row.card_page:
        yield RowWarning(place, WarningKind.NO_PAGE)
    else:
        rivals = {other: _fields(each) for other, each in before if each.table == row.table and each.card_page}
        if fields <= set().union(*rivals.values()):
            yield RowWarning(place, WarningKind.SHADOWED, next(other for other in rivals if rivals[other] & fields))


def _fields(row: MappingRow) -> set[str]:
    return {field.casefold() for field in row.phone_fields if field}
