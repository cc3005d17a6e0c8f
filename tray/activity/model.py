"""What the journal and the outbox keep, as plain values, and how they are written down.

Times are wall times in seconds since the epoch (UTC). The rules of calls stay in `tray.calls`; nothing here decides,
reads a clock or touches a file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from tray.calls.decisions import Decision, LogActivity
from tray.calls.model import CallEvent, Cause, Direction, Origin, Outcome

MAX_NOTE_LENGTH = 10_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECONDS = 1_000_000
_LATEST = 253_402_300_799 * _MICROSECONDS


class ActivityState(StrEnum):
    """Where an activity is. `LOCAL` ones stay here: there was no system to deliver to when the call ended."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a call was with, as far as the directory and the phone say. `table` and `no` are None while
    they are not sure."""

    name: str = ""
    table: str | None = None
    no: str | None = None


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One call of the journal. `uid` names it for ever; `call_id` is the source's own name for it."""

    uid: str
    source: str
    call_id: str
    direction: Direction
    origin: Origin
    outcome: Outcome | None
    cause: Cause | None
    number: str
    name: str
    table: str | None
    no: str | None
    line: str
    note: str
    started: float
    connected: float | None
    ended: float | None
    decisions: tuple[Mapping[str, Any], ...]

    @property
    def duration_s(self) -> float:
        """Talk time in seconds; 0.0 for a call that was never connected or still goes on."""
        return talk_time(self.connected, self.ended)

    def to_data(self) -> dict[str, Any]:
        """The JSON form that `calls --json` prints."""
        return {
            "call_id": self.call_id,
            "source": self.source,
            "direction": self.direction.value,
            "origin": self.origin.value,
            "outcome": self.outcome and self.outcome.value,
            "cause": self.cause and self.cause.value,
            "number": self.number,
            "name": self.name,
            "table": self.table,
            "no": self.no,
            "started": iso(self.started),
            "connected": self.connected if self.connected is None else iso(self.connected),
            "ended": self.ended if self.ended is None else iso(self.ended),
            "duration_s": self.duration_s,
            "decisions": [dict(decision) for decision in self.decisions],
        }


@dataclass(frozen=True, slots=True)
class KeptCall:
    """A call with its facts, as replay takes them: `at` is in seconds after the call's start."""

    row: JournalRow
    facts: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class PastCall:
    """The last call with a number, in short: when it began, how long was talked, and what it was."""

    started: float
    duration_s: float
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Activity:
    """One entry for the CRM. `id` is the call's uid: the key by which a receiver knows that it has it already."""

    id: str
    call_id: str
    source: str
    direction: Direction
    outcome: Outcome
    template: str
    table: str | None
    no: str | None
    number: str
    name: str
    line: str
    note: str
    started: float
    connected: float | None
    ended: float
    state: ActivityState
    attempts: int
    last_error: str
    next_try: float

    @property
    def duration_s(self) -> float:
        """Talk time in seconds."""
        return talk_time(self.connected, self.ended)

    def to_data(self) -> dict[str, Any]:
        """The JSON form that `activity --json` prints."""
        return {
            "id": self.id,
            "call_id": self.call_id,
            "outcome": self.outcome.value,
            "template": self.template,
            "table": self.table,
            "no": self.no,
            "note": self.note,
            "state": self.state.value,
            "attempts": self.attempts,
            "last_error": self.last_error,
        }


def talk_time(connected: float | None, ended: float | None) -> float:
    """Seconds between answer and end, to the millisecond; 0.0 where one of them is missing."""
    if connected is None or ended is None:
        return 0.0
    return max(0.0, round(ended - connected, 3))


def to_stored(wall: float) -> int:
    """Wall time as the file keeps it: whole microseconds, held within the years that can be written down."""
    return max(0, min(round(wall * _MICROSECONDS), _LATEST))


def from_stored(stored: int) -> float:
    """Wall time in seconds from what the file keeps."""
    return stored / _MICROSECONDS


def iso(wall: float) -> str:
    """A wall time as ISO 8601 in UTC with milliseconds, for example `2026-05-01T10:00:00.000Z`."""
    moment = _EPOCH + timedelta(microseconds=to_stored(wall))
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def storable(text: str, most: int = MAX_NOTE_LENGTH) -> str:
    """A text that every SQLite and every terminal takes: no NUL, no lone surrogates, at most `most` characters."""
    return text[:most].replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def decision_json(decision: Decision, offset: float) -> str:
    """A decision as the journal keeps it; `offset` turns its monotonic second into wall time."""
    data = decision.to_data()
    del data["call"]
    data["at"] = iso(decision.at + offset)
    return compact_json(data)


def fact_json(fact: CallEvent, started: float) -> str:
    """A fact in the words of replay, as compact JSON; `started` is the monotonic second of the call's first fact."""
    data: dict[str, Any] = {
        "at": max(0.0, round(fact.at - started, 4)),
        "source": fact.source,
        "call_id": fact.call_id,
        "event": fact.state.value,
        "direction": fact.direction and fact.direction.value,
        "number": fact.number,
        "name": fact.name,
        "line": fact.line,
        "cause": fact.cause and fact.cause.value,
        "origin": fact.origin and fact.origin.value,
    }
    return compact_json({key: value for key, value in data.items() if value not in (None, "")})


def plan_json(decision: LogActivity) -> str:
    """What would go into the CRM if the process died now."""
    return compact_json(
        {"template": decision.template, "table": decision.table, "no": decision.no, "reason": decision.reason}
    )


def compact_json(data: Mapping[str, Any]) -> str:
    """JSON without blanks that SQLite's JSON functions take."""
    return storable(json.dumps(data, ensure_ascii=False, separators=(",", ":")), 1_000_000)
