"""Finding the row of a call again: by any of its names in this process, and after a kill in the next one too.

The phone does not know that the tray was away. A call that goes on, or whose end is reported late or once more, must
find the row that the former process left, and not become a second call.
"""

from __future__ import annotations

import sqlite3
import uuid
from dataclasses import dataclass, replace
from typing import Final

from tray.activity.model import storable, to_stored
from tray.calls.model import Call, CallName

SAME_CALL_S: Final = 4 * 3600.0
LONGEST_NAME: Final = 256
_ROW = (
    "SELECT uid, run, number, direction, offset, t0, started, connected, ended, seen, recovered, resumed"
    " FROM call_name JOIN call USING (uid) WHERE "
)


@dataclass(frozen=True, slots=True)
class Row:
    """What the file knows about a call that decides how the next report is taken. Wall times are in microseconds."""

    uid: str
    run: str
    number: str
    direction: str
    offset: float
    t0: float
    started: int
    connected: int | None
    ended: int | None
    seen: int
    recovered: bool
    resumed: bool


def find(connection: sqlite3.Connection, run: str, call: Call, offset: float) -> Row | None:
    """The row of a call; None for a call that is new. A row of another `run` was written by a former process."""
    row = _newest(connection, call.name)
    if row is not None and row.run == run:
        if row.ended is None or row.t0 == call.started or (row.resumed and _goes_on(row, call, offset)):
            return row
    elif row is not None and _goes_on(row, call, offset):
        return row
    found = connection.execute(f"{_ROW} uid = ? LIMIT 1", (_uid(connection, call, offset),)).fetchone()
    return Row(*found) if found else None


def begin(connection: sqlite3.Connection, run: str, call: Call, offset: float) -> Row:
    """Write the row of a new call."""
    source, call_id = _stored(call.name)
    started = to_stored(call.started + offset)
    row = Row(
        uid=_uid(connection, call, offset),
        run=run,
        number="",
        direction=call.direction,
        offset=offset,
        t0=call.started,
        started=started,
        connected=None,
        ended=None,
        seen=started,
        recovered=False,
        resumed=False,
    )
    connection.execute(
        "INSERT INTO call (uid, run, source, call_id, direction, origin, number, name, line, started, seen, offset, t0)"
        " VALUES (?, ?, ?, ?, ?, ?, '', '', '', ?, ?, ?, ?)",
        (row.uid, run, source, call_id, call.direction, call.origin, started, started, offset, call.started),
    )
    return row


def take_up(connection: sqlite3.Connection, run: str, call: Call, offset: float, row: Row) -> Row:
    """Go on with a call that was closed as lost when the former process was gone."""
    connection.execute(
        "UPDATE call SET run = ?, offset = ?, t0 = ?, ending = NULL, ended = NULL, outcome = NULL, cause = NULL,"
        " recovered = 0, resumed = 1 WHERE uid = ?",
        (run, offset, call.started, row.uid),
    )
    return replace(row, run=run, offset=offset, t0=call.started, ended=None, recovered=False, resumed=True)


def add_names(connection: sqlite3.Connection, uid: str, call: Call) -> None:
    """Have a row found by each name that its call answers to."""
    connection.executemany(
        "INSERT OR IGNORE INTO call_name (source, call_id, uid) VALUES (?, ?, ?)",
        [(*_stored(name), uid) for name in call.names],
    )


def uid_of(connection: sqlite3.Connection, call: CallName | str) -> str:
    """The uid of the newest call with this name; a uid is taken as it is.

    Raises:
        LookupError: no call was ever known by this name.
    """
    if isinstance(call, str):
        return call
    row = _newest(connection, call)
    if row is None:
        raise LookupError("a call that is not in the journal")
    return row.uid


def by_uid(connection: sqlite3.Connection, uid: str) -> Row | None:
    """The row with this uid."""
    found = connection.execute(f"{_ROW} uid = ? LIMIT 1", (uid,)).fetchone()
    return Row(*found) if found else None


def _newest(connection: sqlite3.Connection, name: CallName) -> Row | None:
    found = connection.execute(
        f"{_ROW} call_name.source = ? AND call_name.call_id = ? ORDER BY call.seq DESC LIMIT 1", _stored(name)
    ).fetchone()
    return Row(*found) if found else None


def _goes_on(row: Row, call: Call, offset: float) -> bool:
    """Whether a call that a former process wrote goes on, or ends once more, in this one."""
    number = call.party.number.key
    if number and row.number and number != row.number:
        return False
    if abs(to_stored(call.started + offset) - row.seen) > to_stored(SAME_CALL_S):
        return False
    return bool(row.recovered) or call.ended == call.started


def _uid(connection: sqlite3.Connection, call: Call, offset: float) -> str:
    """The same call gets the same uid in every process; no other call, here or on another desk, gets it too."""
    installation = connection.execute("SELECT value FROM meta WHERE key = 'installation'").fetchone()[0]
    words = (*_stored(call.name), str(to_stored(call.started + offset)))
    return str(uuid.uuid5(uuid.UUID(installation), "\n".join(words)))


def _stored(name: CallName) -> tuple[str, str]:
    return storable(name.source, LONGEST_NAME), storable(name.call_id, LONGEST_NAME)
