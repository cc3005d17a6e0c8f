"""What the core must know about a number without waiting for the disk: the record chosen for it, and its last call.

Both are bounded; what came first is forgotten first. They belong to the core's thread once they are loaded.
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterator, MutableMapping
from functools import partial

from tray.activity.model import PastCall, from_stored, storable, talk_time
from tray.activity.writer import Work
from tray.calls.model import Call, Outcome

MAX_CHOICES = 20_000
MAX_LAST_CALLS = 5_000


class RememberedChoices(MutableMapping[str, tuple[str, str]]):
    """The record (table, no) that the user chose for a number (`PhoneNumber.key`). Reading never waits.

    Args:
        submit: takes the work that writes a change down.
        most: how many numbers are remembered.
    """

    def __init__(self, submit: Callable[[Work], None], most: int = MAX_CHOICES) -> None:
        self._submit = submit
        self._most = most
        self._records: OrderedDict[str, tuple[str, str]] = OrderedDict()

    def load(self, connection: sqlite3.Connection) -> None:
        """Read the choices from the journal, oldest first, and let go of those that are too many."""
        connection.execute(
            "DELETE FROM choice WHERE number IN (SELECT number FROM choice ORDER BY used DESC LIMIT -1 OFFSET ?)",
            (self._most,),
        )
        for number, table, no in connection.execute("SELECT number, record_table, record_no FROM choice ORDER BY used"):
            self._records[number] = (table, no)

    def __getitem__(self, number: str) -> tuple[str, str]:
        return self._records[number]

    def __setitem__(self, number: str, record: tuple[str, str]) -> None:
        self._records[number] = record
        self._records.move_to_end(number)
        self._submit(partial(_store_choice, number, *record))
        while len(self._records) > self._most:
            del self[next(iter(self._records))]

    def __delitem__(self, number: str) -> None:
        del self._records[number]
        self._submit(partial(_forget_choice, number))

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)


class LastCalls:
    """The newest ended call with each number (`PhoneNumber.key`)."""

    def __init__(self, most: int = MAX_LAST_CALLS) -> None:
        self._most = most
        self._calls: OrderedDict[str, PastCall] = OrderedDict()

    def load(self, connection: sqlite3.Connection) -> None:
        """Read the newest from the journal."""
        newest = connection.execute(
            "SELECT number, max(started), connected, ended, outcome FROM call"
            " WHERE ended IS NOT NULL AND number <> '' GROUP BY number ORDER BY max(started) DESC LIMIT ?",
            (self._most,),
        ).fetchall()
        for number, started, connected, ended, outcome in reversed(newest):
            answered = None if connected is None else from_stored(connected)
            talked = talk_time(answered, from_stored(ended))
            self._calls[number] = PastCall(from_stored(started), talked, Outcome(outcome))

    def get(self, number: str) -> PastCall | None:
        """The newest ended call with a number."""
        return self._calls.get(number)

    def add(self, call: Call, offset: float) -> None:
        """This call is over; `offset` turns its times into wall time."""
        number = call.party.number.key
        if not number or call.outcome is None:
            return
        past = PastCall(call.started + offset, round(call.duration_s, 3), call.outcome)
        known = self._calls.get(number)
        if known is not None and known.started > past.started:
            return
        self._calls[number] = past
        self._calls.move_to_end(number)
        while len(self._calls) > self._most:
            self._calls.popitem(last=False)


def _store_choice(number: str, table: str, no: str, connection: sqlite3.Connection) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO choice (number, record_table, record_no, used)"
        " VALUES (?, ?, ?, (SELECT coalesce(max(used), 0) + 1 FROM choice))",
        (storable(number), storable(table), storable(no)),
    )


def _forget_choice(number: str, connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM choice WHERE number = ?", (storable(number),))
