"""Reading the journal and the outbox, on the reader's own thread and connection, without write access.

A reader sees what is safe on disk; whoever wants to see what was just said calls `Journal.flush` first. A journal that
does not exist yet reads as empty.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tray.activity.database import as_cti_error, open_for_reading
from tray.activity.model import (
    Activity,
    ActivityState,
    JournalRow,
    KeptCall,
    from_stored,
    to_stored,
)
from tray.calls.model import Cause, Direction, Origin, Outcome
from tray.errors import DataDamaged
from tray.texts import translate

_CALL = (
    "SELECT uid, source, call_id, direction, origin, outcome, cause, number, name, record_table, record_no, line, note,"
    " started, connected, ended, decisions, facts FROM call"
)
_ACTIVITY = (
    "SELECT id, call_id, source, direction, outcome, template, record_table, record_no, number, name, line, note,"
    " started, connected, ended, state, attempts, last_error, next_try FROM activity"
)
_NEWEST_FIRST = "ORDER BY started DESC, seq DESC LIMIT ?"


class JournalReader:
    """The reading side of journal.db; use it on one thread, and close it.

    Raises:
        CtiError: from every method, when the file cannot be read or is damaged.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = open_for_reading(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file free."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def recent(self, limit: int, before: float | None = None) -> tuple[JournalRow, ...]:
        """The newest calls, newest first; only those that began before a wall time where one is given."""
        latest = to_stored(float("1e12") if before is None else before)
        return self._calls(f"{_CALL} WHERE started < ? {_NEWEST_FIRST}", latest, limit)

    def call(self, uid: str) -> JournalRow | None:
        """One call by its uid."""
        return next(iter(self._calls(f"{_CALL} WHERE uid = ?", uid)), None)

    def calls_with(self, number: str, limit: int, before: float | None = None) -> tuple[JournalRow, ...]:
        """The newest ended calls with a number (`PhoneNumber.key`), newest first."""
        latest = to_stored(float("1e12") if before is None else before)
        where = "WHERE number = ? AND started < ? AND ended IS NOT NULL"
        return self._calls(f"{_CALL} {where} {_NEWEST_FIRST}", number, latest, limit)

    def calls_of(self, table: str, no: str, limit: int) -> tuple[JournalRow, ...]:
        """The newest calls with one record, newest first."""
        return self._calls(f"{_CALL} WHERE record_table = ? AND record_no = ? {_NEWEST_FIRST}", table, no, limit)

    def calls_for_replay(self, limit: int) -> tuple[KeptCall, ...]:
        """The newest ended calls with their facts, oldest first, as a replay wants them."""
        with self._reading():
            rows = self._fetch(f"{_CALL} WHERE ended IS NOT NULL {_NEWEST_FIRST}", limit)
            return tuple(KeptCall(_read_call(row), tuple(json.loads(row[-1]))) for row in reversed(rows))

    def choices(self) -> dict[str, tuple[str, str]]:
        """The record (table, no) that the user chose for a number (`PhoneNumber.key`)."""
        with self._reading():
            rows = self._fetch("SELECT number, record_table, record_no FROM choice")
            return {number: (table, no) for number, table, no in rows}

    def activities(self, limit: int, *, states: Sequence[ActivityState] = tuple(ActivityState)) -> tuple[Activity, ...]:
        """The newest activities in one of these states, newest first."""
        marks = ", ".join("?" * len(states))
        query = f"{_ACTIVITY} WHERE state IN ({marks}) ORDER BY seq DESC LIMIT ?"
        with self._reading():
            return tuple(_read_activity(row) for row in self._fetch(query, *(state.value for state in states), limit))

    def every_activity(self) -> Iterator[Activity]:
        """All activities, oldest first, a few at a time."""
        with self._reading():
            if self._connection is not None:
                for row in self._connection.execute(f"{_ACTIVITY} ORDER BY seq"):
                    yield _read_activity(row)

    def next_waiting(self, *, needs_record: bool) -> Activity | None:
        """The oldest waiting activity; those without a record are passed over where the receiver needs one."""
        condition = " AND record_no IS NOT NULL" if needs_record else ""
        with self._reading():
            rows = self._fetch(f"{_ACTIVITY} WHERE state = 'waiting'{condition} ORDER BY seq LIMIT 1")
            return _read_activity(rows[0]) if rows else None

    def activity_counts(self) -> Counter[ActivityState]:
        """How many activities are in each state."""
        with self._reading():
            rows = self._fetch("SELECT state, count(*) FROM activity GROUP BY state")
            return Counter({ActivityState(state): count for state, count in rows})

    def _calls(self, query: str, *values: object) -> tuple[JournalRow, ...]:
        with self._reading():
            return tuple(_read_call(row) for row in self._fetch(query, *values))

    def _fetch(self, query: str, *values: object) -> list[Any]:
        return [] if self._connection is None else self._connection.execute(query, values).fetchall()

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise as_cti_error(self._path, error) from error
        except ValueError as error:
            raise DataDamaged(
                translate("Journal", "The call journal {file} holds a value that cannot be read: {error}.").format(
                    file=self._path, error=error
                )
            ) from error


def _read_call(row: tuple[Any, ...]) -> JournalRow:
    (uid, source, call_id, direction, origin, outcome, cause, number, name, table, no, line, note) = row[:13]
    started, connected, ended, decisions = row[13:17]
    return JournalRow(
        uid=uid,
        source=source,
        call_id=call_id,
        direction=Direction(direction),
        origin=Origin(origin),
        outcome=None if outcome is None else Outcome(outcome),
        cause=None if cause is None else Cause(cause),
        number=number,
        name=name,
        table=table,
        no=no,
        line=line,
        note=note,
        started=from_stored(started),
        connected=_wall(connected),
        ended=_wall(ended),
        decisions=tuple(json.loads(decisions)),
    )


def _read_activity(row: tuple[Any, ...]) -> Activity:
    (uid, call_id, source, direction, outcome, template, table, no, number, name, line, note) = row[:12]
    started, connected, ended, state, attempts, last_error, next_try = row[12:]
    return Activity(
        id=uid,
        call_id=call_id,
        source=source,
        direction=Direction(direction),
        outcome=Outcome(outcome),
        template=template,
        table=table,
        no=no,
        number=number,
        name=name,
        line=line,
        note=note,
        started=from_stored(started),
        connected=_wall(connected),
        ended=from_stored(ended),
        state=ActivityState(state),
        attempts=attempts,
        last_error=last_error,
        next_try=from_stored(next_try),
    )


def _wall(stored: int | None) -> float | None:
    return None if stored is None else from_stored(stored)
