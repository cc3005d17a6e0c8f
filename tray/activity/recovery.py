"""Closing the calls that were open when the former process was killed.

A call whose end one source had reported already ends then and so; any other is lost at the last instant at which it was
known to go on. It gets its outcome like any other call, and the activity that the rules had said beforehand.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from tray.activity.entries import Scope, append, log_activity
from tray.activity.model import decision_json, from_stored, talk_time
from tray.calls.decisions import CallEnded, Decision, LogActivity, NoActivity
from tray.calls.legs import end_cause
from tray.calls.model import Call, CallName, CallState, Cause, Direction, Origin, Party

REASON = "the tray ended during the call"
_MOST_LOST = 200


@dataclass(frozen=True, slots=True)
class LostCall:
    """A call that may still be going on, although its end was written as lost; `seen` is the last wall time of it."""

    name: CallName
    number: str
    direction: Direction
    answered: bool
    seen: float


def close_lost_calls(connection: sqlite3.Connection, scope: Scope) -> None:
    """End every open call of former processes, once."""
    left = connection.execute(
        "SELECT uid, source, call_id, direction, origin, started, connected, ending, seen, if_lost, facts FROM call"
        " WHERE ended IS NULL AND run <> ? ORDER BY seq",
        (scope.run,),
    ).fetchall()
    for uid, source, call_id, direction, origin, started, connected, ending, seen, plan, facts in left:
        call = Call(
            names=(CallName(source, call_id),),
            direction=Direction(direction),
            state=CallState.ENDED,
            party=Party(),
            origin=Origin(origin),
            started=from_stored(started),
            connected=None if connected is None else from_stored(connected),
            ended=from_stored(seen if ending is None else ending),
            cause=Cause.LOST if ending is None else _cause(facts, Direction(direction), answered=connected is not None),
        )
        _close(connection, scope, uid, call, plan)


def lost_calls(connection: sqlite3.Connection) -> tuple[LostCall, ...]:
    """The newest calls that were closed as lost and not heard of since, once for each of their names."""
    found = connection.execute(
        "SELECT call_name.source, call_name.call_id, number, direction, connected, seen"
        " FROM call JOIN call_name USING (uid) WHERE recovered = 1 AND cause = ? ORDER BY seq DESC LIMIT ?",
        (Cause.LOST, _MOST_LOST),
    )
    return tuple(
        LostCall(CallName(source, call_id), number, Direction(direction), connected is not None, from_stored(seen))
        for source, call_id, number, direction, connected, seen in found
    )


def _cause(facts: str, direction: Direction, *, answered: bool) -> Cause:
    ends = [fact for fact in json.loads(facts) if fact["event"] == CallState.ENDED]
    causes = [Cause(fact["cause"]) if "cause" in fact else None for fact in ends]
    return end_cause(causes, direction, answered=answered)


def _close(connection: sqlite3.Connection, scope: Scope, uid: str, call: Call, plan: str | None) -> None:
    connection.execute(
        "UPDATE call SET outcome = ?, cause = ?, ended = coalesce(ending, seen), recovered = 1, if_lost = NULL"
        " WHERE uid = ?",
        (call.outcome, call.cause, uid),
    )
    for decision in _decisions(call, plan):
        append(connection, uid, "decisions", [decision_json(decision, 0.0)])
        if isinstance(decision, LogActivity):
            log_activity(connection, uid, scope.state, decision)


def _decisions(call: Call, plan: str | None) -> Iterator[Decision]:
    """What is to be said about a call that the tray left open; its times are wall times already."""
    at, outcome, cause = call.ended, call.outcome, call.cause
    if at is None or outcome is None or cause is None:
        raise ValueError("only an ended call can be decided about")
    yield CallEnded(at, call.name, REASON, outcome, cause, talk_time(call.connected, at))
    if cause is Cause.LOST and call.connected is None:
        yield NoActivity(at, call.name, f"{REASON}, before it was connected")
    elif plan is None:
        yield NoActivity(at, call.name, f"{REASON}; no activity was due")
    else:
        due = json.loads(plan)
        reason = f"{due['reason']}; {REASON}"
        yield LogActivity(at, call.name, reason, outcome, due["template"], due["table"], due["no"])
