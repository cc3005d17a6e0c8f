"""What is written about a call, one job at a time, always inside a transaction of the writer.

Every job may come twice, in this process or in the next one after a kill, and must then change nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tray.activity import rows
from tray.activity.model import (
    ActivityState,
    Who,
    decision_json,
    fact_json,
    from_stored,
    plan_json,
    storable,
    to_stored,
)
from tray.calls.decisions import Decision, LogActivity, UpdateCard
from tray.calls.legs import end_cause
from tray.calls.model import Call, CallEvent, CallName, CallState, Direction

MAX_KEPT = 200


@dataclass(frozen=True, slots=True)
class Scope:
    """What is the same for all entries of one process: its name, and the state in which activities begin."""

    run: str
    state: ActivityState


@dataclass(frozen=True, slots=True)
class Entry:
    """One report about a call; see `Journal.write` for the meaning of each."""

    call: Call
    offset: float
    fact: CallEvent | None = None
    decisions: tuple[Decision, ...] = ()
    who: Who | None = None
    if_lost: LogActivity | None = None


def write(scope: Scope, entry: Entry, connection: sqlite3.Connection) -> None:
    """Write one report about a call; the first begins it, the one in state `ended` ends it with its activity."""
    call = entry.call
    row = rows.find(connection, scope.run, call, entry.offset)
    if row is None:
        row = rows.begin(connection, scope.run, call, entry.offset)
    elif row.resumed and row.ended is not None and row.t0 != call.started:
        return  # another source of a call of a former process tells the end that is known already
    elif row.run != scope.run:
        if not row.recovered:
            return
        row = rows.take_up(connection, scope.run, call, entry.offset, row)
    if row.ended is None:
        _update(connection, entry, row)
        if call.state is CallState.ENDED:
            _end(connection, call, row)
    _decide(connection, scope, entry.decisions, row)


def decided(scope: Scope, call: CallName, decisions: tuple[Decision, ...], connection: sqlite3.Connection) -> None:
    """Write decisions about a call that itself did not change."""
    row = rows.by_uid(connection, rows.uid_of(connection, call))
    if row is not None:
        _decide(connection, scope, decisions, row)


def absorb(call: CallName, gone: CallName, connection: sqlite3.Connection) -> None:
    """The call `gone` turned out to be `call`: it leaves its facts, note and names to it, and its row goes."""
    uid, gone_uid = rows.uid_of(connection, call), rows.uid_of(connection, gone)
    if uid == gone_uid:
        return
    facts, decisions, note_text, later_by = connection.execute(
        "SELECT facts, decisions, note, started - (SELECT started FROM call WHERE uid = ?) FROM call WHERE uid = ?",
        (uid, gone_uid),
    ).fetchone()
    moved = connection.execute(_MOVED_FACTS, (from_stored(later_by), facts)).fetchall()
    append(connection, uid, "facts", [text for (text,) in moved])
    append(connection, uid, "decisions", [text for (text,) in connection.execute(_ELEMENTS, (decisions,))])
    connection.execute("UPDATE call SET note = ? WHERE uid = ? AND note = ''", (note_text, uid))
    connection.execute("UPDATE OR IGNORE call_name SET uid = ? WHERE uid = ?", (uid, gone_uid))
    connection.execute("DELETE FROM call WHERE uid = ?", (gone_uid,))


def log_activity(connection: sqlite3.Connection, uid: str, state: ActivityState, decision: LogActivity) -> None:
    """Write the one activity of an ended call, unless that was done before."""
    connection.execute(
        "INSERT INTO activity (id, call_id, source, direction, outcome, template, record_table, record_no, number,"
        " name, line, note, started, connected, ended, state)"
        " SELECT uid, call_id, source, direction, ?1, ?2, ?3, ?4, number, name, line,"
        " CASE WHEN ?5 <> '' THEN ?5 ELSE note END, started, connected, ended, ?6"
        " FROM call WHERE uid = ?7 AND logged = 0 AND ended IS NOT NULL",
        (
            decision.outcome,
            decision.template,
            _stored_or_none(decision.table),
            _stored_or_none(decision.no),
            storable(decision.note),
            state,
            uid,
        ),
    )
    connection.execute("UPDATE call SET logged = 1 WHERE uid = ? AND ended IS NOT NULL", (uid,))


def note(call: CallName | str, text: str, connection: sqlite3.Connection) -> None:
    """Keep the note of a call, and of its activity while that was not delivered."""
    uid = rows.uid_of(connection, call)
    connection.execute("UPDATE call SET note = ? WHERE uid = ?", (text, uid))
    connection.execute("UPDATE activity SET note = ? WHERE id = ? AND state <> 'delivered'", (text, uid))


def assign(call: CallName | str, table: str, no: str, connection: sqlite3.Connection) -> None:
    """Name the record of a call, and of its activity while that was not delivered."""
    uid = rows.uid_of(connection, call)
    connection.execute("UPDATE call SET record_table = ?, record_no = ? WHERE uid = ?", (table, no, uid))
    connection.execute(
        "UPDATE activity SET record_table = ?, record_no = ? WHERE id = ? AND state <> 'delivered'", (table, no, uid)
    )


def purge(before: int, connection: sqlite3.Connection) -> None:
    """Delete old calls, and old activities that nobody waits for.

    Where everything is old, the clock is more likely wrong than the journal, and nothing goes.
    """
    newest = connection.execute("SELECT max(started) FROM call").fetchone()[0]
    if newest is None or newest < before:
        return
    connection.execute("DELETE FROM call WHERE started < ? AND ended IS NOT NULL", (before,))
    connection.execute("DELETE FROM call_name WHERE uid NOT IN (SELECT uid FROM call)")
    connection.execute("DELETE FROM activity WHERE started < ? AND state IN ('delivered', 'local')", (before,))


def append(connection: sqlite3.Connection, uid: str, column: str, values: Iterable[str]) -> None:
    """Add JSON values to the list in `decisions` or `facts`, each only once and at most `MAX_KEPT` of them."""
    for value in values:
        connection.execute(
            f"UPDATE call SET {column} = json_insert({column}, '$[#]', json(?1)) WHERE uid = ?2"  # noqa: S608
            f" AND json_array_length({column}) < {MAX_KEPT}"
            f" AND NOT EXISTS (SELECT 1 FROM json_each({column}) WHERE value = json(?1))",
            (value, uid),
        )


_ELEMENTS = "SELECT value FROM json_each(?)"
_MOVED_FACTS = "SELECT json_set(value, '$.at', max(0.0, round(json_extract(value, '$.at') + ?, 4))) FROM json_each(?)"
"""Facts of a call that began so many seconds after another one, as facts of that other one."""


def _update(connection: sqlite3.Connection, entry: Entry, row: rows.Row) -> None:
    call, who = entry.call, entry.who
    instants = [call.started, call.connected, call.ending, call.ended, None if entry.fact is None else entry.fact.at]
    seen = max(to_stored(instant + row.offset) for instant in instants if instant is not None)
    connection.execute(
        "UPDATE call SET direction = CASE WHEN resumed THEN direction ELSE ?1 END,"
        " origin = CASE WHEN resumed THEN origin ELSE ?2 END, number = CASE WHEN ?3 = '' THEN number ELSE ?3 END,"
        " name = CASE WHEN ?4 IS NOT NULL THEN ?4 WHEN name = '' THEN ?5 ELSE name END, line = ?6,"
        " seen = max(seen, ?7), connected = coalesce(min(connected, ?8), connected, ?8), ending = ?9 WHERE uid = ?10",
        (
            call.direction,
            call.origin,
            storable(call.party.number.key, rows.LONGEST_NAME),
            None if who is None else storable(who.name or call.party.name, rows.LONGEST_NAME),
            storable(call.party.name, rows.LONGEST_NAME),
            storable(call.line, rows.LONGEST_NAME),
            seen,
            _wall(call.connected, row),
            _wall(call.ending, row),
            row.uid,
        ),
    )
    rows.add_names(connection, row.uid, call)
    if who is not None:
        connection.execute(
            "UPDATE call SET record_table = ?, record_no = ? WHERE uid = ?",
            (_stored_or_none(who.table), _stored_or_none(who.no), row.uid),
        )
    if entry.if_lost is not None:
        connection.execute("UPDATE call SET if_lost = ? WHERE uid = ?", (plan_json(entry.if_lost), row.uid))
    if entry.fact is not None:
        append(connection, row.uid, "facts", [fact_json(entry.fact, from_stored(row.started) - row.offset)])


def _end(connection: sqlite3.Connection, call: Call, row: rows.Row) -> None:
    if row.resumed:
        call = _as_one_call(call, row)
    ended = call.started if call.ended is None else call.ended
    connection.execute(
        "UPDATE call SET outcome = ?1, cause = ?2, ended = max(started, ?3), seen = max(seen, ?3), if_lost = NULL"
        " WHERE uid = ?4",
        (call.outcome, call.cause, _wall(ended, row), row.uid),
    )
    connection.execute(
        "UPDATE activity SET (connected, ended) = (SELECT connected, ended FROM call WHERE uid = ?1)"
        " WHERE id = ?1 AND state <> 'delivered'",
        (row.uid,),
    )


def _as_one_call(call: Call, row: rows.Row) -> Call:
    """The end of a call as the former and this process together heard it: its direction, and whether answered."""
    direction = Direction(row.direction)
    connected = call.started if call.connected is None and row.connected is not None else call.connected
    cause = end_cause([call.cause], direction, answered=connected is not None)
    return replace(call, direction=direction, connected=connected, cause=cause)


def _decide(connection: sqlite3.Connection, scope: Scope, decisions: Iterable[Decision], row: rows.Row) -> None:
    for decision in decisions:
        if not isinstance(decision, UpdateCard):
            append(connection, row.uid, "decisions", [decision_json(decision, row.offset)])
        if isinstance(decision, LogActivity):
            log_activity(connection, row.uid, scope.state, decision)


def _wall(instant: float | None, row: rows.Row) -> int | None:
    return None if instant is None else to_stored(instant + row.offset)


def _stored_or_none(text: str | None) -> str | None:
    return None if text is None else storable(text, rows.LONGEST_NAME)
