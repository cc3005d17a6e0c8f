"""The outbox: which activities still have to be delivered, and what became of each.

It only writes down; `delivery` does the delivering. Every change goes through the journal's one writer. What was
delivered never waits again, so that nothing the user clicks can post an activity twice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial

from tray.activity.model import Activity, storable, to_stored
from tray.activity.writer import Work, Writer

MAX_ERROR_LENGTH = 500


class Outbox:
    """Changes to the outbox. Each method returns at once; `done` is called when the change is safe on disk."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def delivered(self, activity: Activity, receipt: str, done: Callable[[], None] | None = None) -> None:
        """The receiver has it, in the form that `activity` shows; `receipt` is the receiver's name for it."""
        self._writer.submit(partial(_delivered, activity, storable(receipt)), done)

    def refused(self, activity: Activity, error: str, done: Callable[[], None] | None = None) -> None:
        """The receiver will never take it as it is; it waits for the user."""
        self._writer.submit(partial(_tried, activity.id, "failed", _error(error), 0), done)

    def postponed(
        self, activity: Activity, error: str, next_try: float, done: Callable[[], None] | None = None
    ) -> None:
        """The receiver could not take it now; it is tried again at wall time `next_try`."""
        self._writer.submit(partial(_tried, activity.id, "waiting", _error(error), to_stored(next_try)), done)

    def retry(self, activity_id: str, done: Callable[[], None] | None = None) -> None:
        """The user wants a failed or waiting activity to be tried again, now."""
        self._writer.submit(_statement(_RETRY_ONE, activity_id), done)

    def retry_all(self, done: Callable[[], None] | None = None) -> None:
        """Try every failed and waiting activity again, now."""
        self._writer.submit(_statement(_RETRY_ALL), done)

    def keep_trying(self, done: Callable[[], None] | None = None) -> None:
        """Try every waiting activity now, for instance after a start or when the network came back."""
        self._writer.submit(_statement(_RETRY_WAITING), done)

    def drop(self, activity_id: str, done: Callable[[], None] | None = None) -> None:
        """The user does not want this activity; one that was delivered stays listed."""
        self._writer.submit(_statement(_DROP, activity_id), done)


_RETRY_ONE = "UPDATE activity SET state = 'waiting', next_try = 0 WHERE id = ? AND state IN ('failed', 'waiting')"
_RETRY_ALL = "UPDATE activity SET state = 'waiting', next_try = 0 WHERE state IN ('failed', 'waiting')"
_RETRY_WAITING = "UPDATE activity SET next_try = 0 WHERE state = 'waiting'"
_DROP = "DELETE FROM activity WHERE id = ? AND state <> 'delivered'"


def _statement(statement: str, *values: object) -> Work:
    def work(connection: sqlite3.Connection) -> None:
        connection.execute(statement, values)

    return work


def _delivered(activity: Activity, receipt: str, connection: sqlite3.Connection) -> None:
    connection.execute(
        "UPDATE activity SET state = 'delivered', attempts = attempts + 1, last_error = '', next_try = 0, receipt = ?,"
        " note = ?, record_table = ?, record_no = ? WHERE id = ? AND state <> 'delivered'",
        (receipt, activity.note, activity.table, activity.no, activity.id),
    )


def _tried(activity_id: str, state: str, error: str, next_try: int, connection: sqlite3.Connection) -> None:
    connection.execute(
        "UPDATE activity SET state = ?, attempts = attempts + 1, last_error = ?, next_try = ?"
        " WHERE id = ? AND state = 'waiting'",
        (state, error, next_try, activity_id),
    )


def _error(text: str) -> str:
    return storable(" ".join(text.split()), MAX_ERROR_LENGTH)
