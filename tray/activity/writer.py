"""The one thread that writes to journal.db, so that nobody else ever waits for the disk.

Jobs are done in the order in which they came; all that wait at one moment share one transaction, so that a burst of
calls costs few disk syncs and a single call is not held back. A full or unreachable disk delays jobs and drops none;
a damaged file is replaced and the jobs go into the new one. It must not know what the jobs mean.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import NamedTuple

from tray.activity.database import as_cti_error, is_damage, open_for_writing
from tray.errors import CtiError, DataDamaged
from tray.files import move_aside
from tray.texts import translate

MAX_BATCH = 200
FIRST_RETRY_S = 1.0
MAX_RETRY_S = 60.0
_log = logging.getLogger(__name__)

Work = Callable[[sqlite3.Connection], None]


class _Job(NamedTuple):
    work: Work | None
    done: Callable[[], None] | None


class Writer:
    """Owns the write connection. Work is done again when a commit failed, so it must keep its state in the file.

    Args:
        path: the journal file.
        report: told what went wrong with the file, from the writer's thread.
    """

    def __init__(self, path: Path, report: Callable[[CtiError], None]) -> None:
        self.path = path
        self._report = report
        self._jobs: SimpleQueue[_Job] = SimpleQueue()
        self._connection: sqlite3.Connection | None = None
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._stopping = threading.Event()

    def start(self, first: Work) -> None:
        """Open the file, do `first` at once on this thread, then begin to write on the writer's own.

        Raises:
            CtiError: the file cannot be used.
        """
        trouble = self._attempt([_Job(first, None)])
        if trouble is not None:
            raise trouble
        self._thread.start()

    def submit(self, work: Work, done: Callable[[], None] | None = None) -> None:
        """Queue work and return at once; `done` is called on the writer's thread when the work is safe on disk."""
        self._jobs.put(_Job(work, done))

    def when_written(self, done: Callable[[], None]) -> None:
        """Call `done`, on the writer's thread, when everything queued so far is safe on disk; returns at once."""
        self._jobs.put(_Job(_nothing, done))

    def flush(self, timeout: float = 10.0) -> bool:
        """Wait until everything queued so far is safe on disk; False when that took longer than `timeout` seconds."""
        written = threading.Event()
        self.when_written(written.set)
        return written.wait(timeout)

    def stop(self, timeout: float | None = None) -> bool:
        """Write what is queued, close the file, end the thread; False when that took longer than `timeout` seconds."""
        self._stopping.set()
        self._jobs.put(_Job(None, None))
        if self._thread.is_alive():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        more = True
        while more:
            batch, more = self._next_batch()
            if batch:
                self._write(batch)
        self._close()

    def _next_batch(self) -> tuple[list[_Job], bool]:
        job = self._jobs.get()
        batch: list[_Job] = []
        while job.work is not None:
            batch.append(job)
            if len(batch) == MAX_BATCH:
                return batch, True
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return batch, True
        return batch, False

    def _write(self, batch: list[_Job]) -> None:
        delay = FIRST_RETRY_S
        told = False
        while (trouble := self._attempt(batch)) is not None:
            last_chance = self._stopping.is_set()
            if last_chance or not told:
                self._report(trouble)
                told = True
            if last_chance:
                _log.error("%d journal entries could not be written", len(batch))
                return
            self._stopping.wait(delay)
            delay = min(delay * 2, MAX_RETRY_S)
        for job in batch:
            if job.done is not None:
                job.done()

    def _attempt(self, batch: list[_Job]) -> CtiError | None:
        try:
            try:
                self._commit(batch)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                self._set_aside()
                self._commit(batch)
        except (sqlite3.Error, OSError, CtiError) as error:
            self._close()
            return as_cti_error(self.path, error)
        return None

    def _commit(self, batch: list[_Job]) -> None:
        if self._connection is None:
            self._connection = open_for_writing(self.path, self._report)
        connection = self._connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            for job in batch:
                if job.work is not None and job.work is not _nothing:
                    _do(connection, job.work)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _set_aside(self) -> None:
        self._close()
        kept = move_aside(self.path)
        self._report(
            DataDamaged(
                translate("Journal", "The call journal {file} was damaged and is kept as {name}.").format(
                    file=self.path.name, name=kept.name
                ),
                hint=translate("Journal", "A new journal was begun; calls go on as usual."),
            )
        )


def _nothing(_connection: sqlite3.Connection) -> None:
    """The work of a flush: only its place in the queue matters."""


def _do(connection: sqlite3.Connection, work: Work) -> None:
    """Do one job so that its failure leaves the others of the batch alone; trouble with the file goes up."""
    connection.execute("SAVEPOINT job")
    try:
        work(connection)
    except (sqlite3.Error, ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as error:
        if isinstance(error, sqlite3.Error) and not _is_refusal(error):
            raise
        _log.exception("a journal entry was refused")
        connection.execute("ROLLBACK TO job")
    connection.execute("RELEASE job")


def _is_refusal(error: sqlite3.Error) -> bool:
    """Whether SQLite refused the values of one job, which trying again would not change."""
    if isinstance(error, sqlite3.OperationalError):
        return error.sqlite_errorcode == sqlite3.SQLITE_ERROR
    return not is_damage(error)
