"""Turning what the core knows into what the user interface shows: complete, formatted, immutable.

It runs on the core's thread, so that the Qt thread has nothing to look up or to format. It decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tray.activity.model import JournalRow, PastCall
from tray.calls import policy
from tray.calls.decisions import CardFacts
from tray.calls.matching import Candidate, MatchKind, Record
from tray.calls.model import CallName, CallState, PhoneNumber
from tray.calls.numbers import NumberReader
from tray.calls.what_if import Comparison, NotPlayable
from tray.directory.search import Found
from tray.reasons import in_words
from tray.texts import translate
from tray.views import CandidateView, CardView, ForetoldCall, HistoryRow, LastCall

_DETAIL_FIELDS = (
    "company",
    "companyname",
    "contact",
    "contactperson",
    "contactname",
    "department",
    "jobtitle",
    "city",
)
_DIVIDER = "/"


@dataclass(frozen=True, slots=True)
class Clocks:
    """The two clocks of the tray. Monotonic seconds decide, wall seconds (since the epoch) are shown and stored."""

    monotonic: Callable[[], float]
    wall: Callable[[], float]

    def offset(self) -> float:
        """What turns a monotonic instant into wall time at this moment."""
        return self.wall() - self.monotonic()


class Presenter:
    """Makes views. `directory_age` gives the age in seconds where it is worth a word, else None."""

    def __init__(self, reader: NumberReader, directory_age: Callable[[], float | None]) -> None:
        self._reader = reader
        self._directory_age = directory_age

    def card(self, facts: CardFacts, note: str, past: PastCall | None, offset: float) -> CardView:
        """What the card of a call shows now.

        `past` is the call before this one with the same number, `offset` what turns the call's times into wall time.
        """
        call, match = facts.call, facts.match
        number = call.party.number
        listed = policy.choices(match)
        shown = listed[facts.chosen] if facts.chosen is not None else listed[0] if len(listed) == 1 else None
        over = call.state is CallState.ENDED
        looked_up = match.kind in {MatchKind.EXACT, MatchKind.POSSIBLE, MatchKind.NONE}
        return CardView(
            call=card_key(call.name),
            direction=call.direction,
            state=call.state,
            number=number.key,
            number_text=self._reader.write(number),
            name=facts.name,
            detail=detail_of(shown.record, facts.name) if shown else "",
            match=match.kind,
            candidates=tuple(_candidate(candidate) for candidate in listed),
            chosen=facts.chosen,
            started=call.started + offset,
            since=None if over else call.started if call.connected is None else call.connected,
            duration_s=call.duration_s,
            ended=None if call.ended is None else call.ended + offset,
            outcome=call.outcome,
            cause=call.cause,
            line=call.line,
            last_call=LastCall(past.started, past.duration_s, past.outcome) if past else None,
            directory_age_s=self._directory_age() if looked_up else None,
            note=note,
        )

    def history_row(self, row: JournalRow) -> HistoryRow:
        """One row of Recent calls."""
        return HistoryRow(
            call=row.uid,
            started=row.started,
            duration_s=row.duration_s,
            direction=row.direction,
            outcome=row.outcome,
            cause=row.cause,
            number=row.number,
            number_text=self._written(row.number),
            name=row.name,
            table=row.table or "",
            no=row.no or "",
            reasons=tuple(
                _DECISION_WORDS[word].format(reason=in_words(str(decision["reason"])))
                for decision in row.decisions
                if (word := str(decision.get("decision"))) in _DECISION_WORDS and decision.get("reason")
            ),
        )

    def foretold_call(self, row: JournalRow, foretold: Comparison | NotPlayable) -> ForetoldCall:
        """A past call with what it would bring."""
        return ForetoldCall(
            call=row.uid,
            started=row.started,
            direction=row.direction,
            outcome=row.outcome,
            name=row.name,
            number_text=self._written(row.number),
            foretold=foretold,
        )

    def _written(self, key: str) -> str:
        return self._reader.write(self._reader.read(key) if key else PhoneNumber())


_DECISION_WORDS = {
    "open_card": translate("Reasons", "Card opened: {reason}"),
    "no_card": translate("Reasons", "No card: {reason}"),
    "close_card": translate("Reasons", "Card closed: {reason}"),
    "open_page": translate("Reasons", "Page opened: {reason}"),
    "no_page": translate("Reasons", "No page: {reason}"),
    "log_activity": translate("Reasons", "Activity written: {reason}"),
    "no_activity": translate("Reasons", "No activity: {reason}"),
}


def card_key(name: CallName) -> str:
    """The one text by which the user interface names a call."""
    return f"{name.source}{_DIVIDER}{name.call_id}"


def call_name(key: str) -> CallName:
    """The call that a text of `card_key` names."""
    source, _, call_id = key.partition(_DIVIDER)
    return CallName(source, call_id)


def detail_of(record: Record, name: str) -> str:
    """The second line about a record: the company or person that belongs to `name`, else what else tells it apart.

    How a field name is written does not count: "Job title", "job_title" and "JobTitle" are one field.
    """
    values: dict[str, str] = {}
    for field, value in record.fields:
        values.setdefault("".join(filter(str.isalnum, field.casefold())), value.strip())
    return next((value for field in _DETAIL_FIELDS if (value := values.get(field, "")) not in {"", name}), "")


def found_view(found: Found) -> CandidateView:
    """One answer of search; its detail is the number to dial."""
    number = found.numbers[0][1] if found.numbers else ""
    record = found.record
    return CandidateView(record.table, record.no, found.name, number, has_page=True, numbers=found.numbers)


def _candidate(candidate: Candidate) -> CandidateView:
    record = candidate.record
    detail = detail_of(record, candidate.name)
    return CandidateView(record.table, record.no, candidate.name, detail, bool(candidate.row.card_page))
