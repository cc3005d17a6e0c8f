"""The call journal as the core uses it: every method returns at once, the writer's thread does the rest.

A call is on disk from its first fact on. Its end, the decisions about it and its one activity are written in one
transaction, so that a kill leaves either all of them or a call that the next start closes as lost. The rules of calls
stay in `tray.calls`; this module keeps what they said.
"""

from __future__ import annotations

import sqlite3
import threading
import uuid
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tray.activity import entries, memory, recovery
from tray.activity.model import ActivityState, PastCall, Who, storable, to_stored
from tray.activity.writer import Writer
from tray.calls.decisions import Decision, LogActivity
from tray.calls.model import Call, CallEvent, CallName, CallState
from tray.errors import CtiError

CallRef = CallName | str


class Journal:
    """The writing side of journal.db. `choices` maps a number to the record that the user chose for it.

    Args:
        path: the file, `journal.db` in the data folder; the folder must exist.
        report: told about a damaged, full or unreachable file; may be called from the writer's thread.
        deliver: whether activities wait for delivery; otherwise they are a local log.
    """

    def __init__(self, path: Path, report: Callable[[CtiError], None], *, deliver: bool = False) -> None:
        self.writer = Writer(path, report)
        self._scope = entries.Scope(
            run=str(uuid.uuid4()),
            state=ActivityState.WAITING if deliver else ActivityState.LOCAL,
        )
        self.choices = memory.RememberedChoices(self.writer.submit)
        self._last_calls = memory.LastCalls()
        self._changed: Callable[[], None] = _nobody
        self._lost: tuple[recovery.LostCall, ...] = ()
        self._lock = threading.Lock()

    def start(self) -> None:
        """Open the file, close the calls that a killed process left open, load what is remembered; waits for the disk.

        Raises:
            CtiError: the file cannot be used, or a newer version of the product wrote it.
        """
        self.writer.start(self._begin)

    @property
    def lost(self) -> tuple[recovery.LostCall, ...]:
        """The calls that were lost with a former process, as of the start: a phone may still report about them."""
        return self._lost

    def on_activity(self, changed: Callable[[], None]) -> None:
        """Have `changed` called, on the writer's thread, whenever an activity was written or edited."""
        with self._lock:
            self._changed = changed

    def write(
        self,
        call: Call,
        offset: float,
        *,
        fact: CallEvent | None = None,
        decisions: Sequence[Decision] = (),
        who: Who | None = None,
        if_lost: LogActivity | None = None,
        done: Callable[[], None] | None = None,
    ) -> None:
        """Write how a call stands now. The first time begins it; a call in state `ended` ends it, once.

        What belongs together must come together: the write that ends a call carries the decision about its activity
        (`LogActivity`), which becomes the activity in the same transaction. Later writes only add decisions; repeats
        change nothing. Decisions that only repaint a card are not kept.

        Args:
            call: the call after this fact.
            offset: seconds to add to the call's monotonic times to get wall time (`time.time() - time.monotonic()`).
            fact: what was heard; kept so that the call can be replayed.
            decisions: what was decided about it since the last write.
            who: whom it is with by now; None leaves what is known.
            if_lost: what is to go into the CRM if the process dies before the end; None leaves what was said before.
                It is needed once the call is connected or one of its sources reported the end.
            done: called on the writer's thread when all this is safe on disk.
        """
        if call.state is CallState.ENDED:
            self._last_calls.add(call, offset)
        self.writer.submit(
            partial(entries.write, self._scope, entries.Entry(call, offset, fact, tuple(decisions), who, if_lost)),
            self._after(done) if _has_activity(decisions) else done,
        )

    def decided(self, call: CallName, decisions: Sequence[Decision], *, done: Callable[[], None] | None = None) -> None:
        """Add decisions to a call that itself did not change, or is over; `done` as in `write`."""
        self.writer.submit(
            partial(entries.decided, self._scope, call, tuple(decisions)),
            self._after(done) if _has_activity(decisions) else done,
        )

    def absorb(self, call: CallName, gone: CallName) -> None:
        """Two calls turned out to be one: `gone` leaves what is known of it to `call` and is no call of its own."""
        self.writer.submit(partial(entries.absorb, call, gone))

    def note(self, call: CallRef, text: str) -> None:
        """Keep the note of a call as typed so far; it goes into the activity as long as that was not delivered."""
        self.writer.submit(partial(entries.note, call, storable(text)), self._after(None))

    def assign(self, call: CallRef, table: str, no: str, *, done: Callable[[], None] | None = None) -> None:
        """Say which record a call was with; an undelivered activity takes it over. `done` as in `write`."""
        self.writer.submit(partial(entries.assign, call, storable(table), storable(no)), self._after(done))

    def last_call(self, number: str) -> PastCall | None:
        """The newest ended call with a number (`PhoneNumber.key`); answers from memory."""
        return self._last_calls.get(number)

    def purge(self, before: float) -> None:
        """Forget calls that began before this wall time, and their activities that nobody waits for."""
        self.writer.submit(partial(entries.purge, to_stored(before)))

    def when_kept(self, done: Callable[[], None]) -> None:
        """Call `done`, on the writer's thread, when everything said so far is safe on disk."""
        self.writer.when_written(done)

    def flush(self, timeout: float = 10.0) -> bool:
        """Wait until everything said so far is safe on disk; False when that took longer than `timeout` seconds."""
        return self.writer.flush(timeout)

    def stop(self, timeout: float = 10.0) -> bool:
        """Write everything down and end the thread; False when that took longer than `timeout` seconds."""
        return self.writer.stop(timeout)

    def _begin(self, connection: sqlite3.Connection) -> None:
        recovery.close_lost_calls(connection, self._scope)
        self._lost = recovery.lost_calls(connection)
        self.choices.load(connection)
        self._last_calls.load(connection)

    def _after(self, done: Callable[[], None] | None) -> Callable[[], None]:
        def after() -> None:
            if done is not None:
                done()
            with self._lock:
                changed = self._changed
            changed()

        return after


def _has_activity(decisions: Sequence[Decision]) -> bool:
    return any(isinstance(decision, LogActivity) for decision in decisions)


def _nobody() -> None:
    """Nobody wants to know."""
