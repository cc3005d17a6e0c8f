"""What would have happened: past calls played again under another setup, one by one, through the same replay.

Numbers, directory and remembered choices are those of today. What the user did with a card is not played again, and no
call has to do with another. That a call cannot be played is an answer too. It reads and keeps nothing.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from tray.calls.decisions import (
    CallEnded,
    CloseCard,
    Decision,
    LogActivity,
    NoActivity,
    NoCard,
    NoPage,
    OpenCard,
    OpenPage,
)
from tray.calls.matching import RecordIndex
from tray.calls.model import CallEvent, CallName, CallState, Cause, Origin, Outcome
from tray.calls.numbers import NumberReader, is_other_party
from tray.calls.pages import PageTarget, WebClient
from tray.calls.replay import play
from tray.calls.scenario import DialEntry, Entry, FactEntry, Scenario, read_scenario
from tray.calls.settings import SettingError, Setup
from tray.calls.tracker import DIAL_SOURCE


@dataclass(frozen=True, slots=True)
class PastCourse:
    """How one past call went: its name, origin and last number, and what was heard of it.

    `facts` are JSON values in the words of replay, `at` in seconds after the call's start.
    """

    name: CallName
    origin: Origin
    number: str
    facts: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Today:
    """What a call meets today: number rules, directory, remembered choices, and where Business Central's pages are."""

    reader: NumberReader
    index: RecordIndex
    remembered: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    web_client: WebClient = field(default_factory=WebClient)


@dataclass(frozen=True, slots=True)
class CardForetold:
    """When the card opens and closes by itself, in seconds after the call's start; None for never.

    Reasons are in the words of the rules; equal is what does the same, for whatever reason.
    """

    opens: float | None
    closes: float | None
    reason: str = field(compare=False)
    closes_reason: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class PageForetold:
    """The pages that open by themselves: none, one, or one for each party. Reason and equality as for the card."""

    pages: tuple[PageTarget, ...]
    reason: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class ActivityForetold:
    """The activity that is written; `template` is "" for none. Reason and equality as for the card."""

    template: str
    table: str | None
    no: str | None
    reason: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Foretold:
    """What one call brings under one setup."""

    card: CardForetold
    page: PageForetold
    activity: ActivityForetold
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class NotPlayable:
    """What was kept of the call is not enough to play it; `problem` says why."""

    problem: str


class Part(StrEnum):
    """What a setup decides about a call."""

    CARD = "card"
    PAGE = "page"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One call under two setups."""

    before: Foretold
    after: Foretold

    @property
    def changed(self) -> frozenset[Part]:
        """The parts that are not the same under both."""
        return frozenset(part for part in Part if getattr(self.before, part) != getattr(self.after, part))


def foretell(course: PastCourse, setup: Setup, today: Today) -> Foretold | NotPlayable:
    """What a past call would bring if it came again under `setup`."""
    try:
        return _play(_scenario(course, today.reader), setup, today)
    except SettingError as error:
        return NotPlayable(str(error))


def compare(course: PastCourse, before: Setup, after: Setup, today: Today) -> Comparison | NotPlayable:
    """What a past call would bring under two setups."""
    try:
        scenario = _scenario(course, today.reader)
        return Comparison(_play(scenario, before, today), _play(scenario, after, today))
    except SettingError as error:
        return NotPlayable(str(error))


def _scenario(course: PastCourse, reader: NumberReader) -> Scenario:
    """The call as replay plays it, with the dial that began it, and an end for what nobody reported the end of."""
    scenario = read_scenario(json.dumps({"events": list(course.facts)}))
    events = [entry.event for entry in scenario.entries if isinstance(entry, FactEntry)]
    entries: list[Entry] = [*scenario.entries, *_lost(events, scenario.run_until)]
    if course.name.source == DIAL_SOURCE:
        entries.insert(0, DialEntry(0.0, _dialled(course, events, reader), course.name.call_id))
    elif course.origin is Origin.USER:
        entries = [_by_user(entry) for entry in entries]
    return dataclasses.replace(scenario, entries=tuple(entries), rules=reader.rules)


def _lost(events: Sequence[CallEvent], at: float) -> list[FactEntry]:
    """The end of each source's call, so late that it counts only where no other end came, as after a power cut."""
    names = dict.fromkeys((event.source, event.call_id) for event in events)
    return [FactEntry(at, CallEvent(*name, CallState.ENDED, at, cause=Cause.LOST)) for name in names]


def _dialled(course: PastCourse, events: Sequence[CallEvent], reader: NumberReader) -> str:
    """The number that was dialled: the call's own, unless it went on to another party after the first report."""
    own = reader.read(course.number)
    reported = (reader.read_reported(event.number) for event in events)
    first = next((number for number in reported if not number.withheld), own)
    return first.key if is_other_party(own, first) else own.key


def _by_user(entry: Entry) -> Entry:
    if not isinstance(entry, FactEntry):
        return entry
    return dataclasses.replace(entry, event=dataclasses.replace(entry.event, origin=Origin.USER))


def _play(scenario: Scenario, setup: Setup, today: Today) -> Foretold:
    decisions = list(
        play(
            dataclasses.replace(scenario, setup=setup),
            lambda _records, _reader: today.index,
            remembered=today.remembered,
            web_client=today.web_client,
        )
    )
    ended = _first(decisions, CallEnded)
    if ended is None:
        raise SettingError("facts", "no call comes of them")
    own = [decision for decision in decisions if decision.call == ended.call]
    return Foretold(_card(own), _page(own), _activity(own), ended.outcome)


def _card(decisions: Sequence[Decision]) -> CardForetold:
    opened, closed = _first(decisions, OpenCard), _first(decisions, CloseCard)
    if opened is None:
        return CardForetold(None, None, _reason(decisions, NoCard))
    if closed is None:
        return CardForetold(opened.at, None, opened.reason)
    return CardForetold(opened.at, closed.at, opened.reason, closed.reason)


def _page(decisions: Sequence[Decision]) -> PageForetold:
    opened = [decision for decision in decisions if isinstance(decision, OpenPage)]
    pages = tuple(decision.page for decision in opened)
    return PageForetold(pages, opened[0].reason if opened else _reason(decisions, NoPage))


def _activity(decisions: Sequence[Decision]) -> ActivityForetold:
    logged = _first(decisions, LogActivity)
    if logged is None:
        return ActivityForetold("", None, None, _reason(decisions, NoActivity))
    return ActivityForetold(logged.template, logged.table, logged.no, logged.reason)


_Kind = TypeVar("_Kind", bound=Decision)


def _first(decisions: Sequence[Decision], kind: type[_Kind]) -> _Kind | None:
    return next((decision for decision in decisions if isinstance(decision, kind)), None)


def _reason(decisions: Sequence[Decision], kind: type[Decision]) -> str:
    """Why the decision of this kind was made."""
    return next(decision.reason for decision in decisions if isinstance(decision, kind))
