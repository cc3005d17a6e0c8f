"""Delivering the outbox: one thread that posts the activities in order, until the receiver has each of them.

A kill may come between the receiver's answer and our note of it. Then the activity is posted again with the same id,
and the receiver, which must know that id, does nothing: posted at least once, entered exactly once. This module knows
no receiver and no protocol.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from tray.activity.model import Activity
from tray.activity.outbox import Outbox
from tray.activity.reader import JournalReader
from tray.errors import CtiError

FIRST_DELAY_S = 1.0
MAX_DELAY_S = 60.0
WRITE_TIMEOUT_S = 10.0
_log = logging.getLogger(__name__)


class Deliverer(Protocol):
    """A receiver of activities."""

    @property
    def needs_record(self) -> bool:
        """Whether an activity has to wait until its record is known."""
        ...

    def deliver(self, activity: Activity) -> str:
        """Enter an activity and give the receiver's name for it; entering the same id again changes nothing.

        Raises:
            CtiError: it was not entered; `retryable` says whether trying later can help.
        """
        ...


def retry_delay(attempts: int, chance: float) -> float:
    """Seconds to wait after `attempts` failures: 1, 2, 4 ... 60, of which `chance` (0 to 1) takes away up to a half."""
    longest = min(MAX_DELAY_S, FIRST_DELAY_S * 2.0 ** min(max(attempts, 1) - 1, 16))
    return longest * (1.0 - chance / 2.0)


class Delivery:
    """The delivering thread.

    Args:
        path: the journal file.
        outbox: where results are written down.
        deliverer: the receiver.
        now: wall time in seconds.
        chance: a number from 0 to 1, for the jitter.
        changed: told, on the delivering thread, after each result.
    """

    def __init__(
        self,
        path: Path,
        outbox: Outbox,
        deliverer: Deliverer,
        *,
        now: Callable[[], float],
        chance: Callable[[], float] = random.random,
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        self._path = path
        self._outbox = outbox
        self._deliverer = deliverer
        self._now = now
        self._chance = chance
        self._changed = changed
        self._thread = threading.Thread(target=self._run, name="delivery", daemon=True)
        self._wake = threading.Event()
        self._stopping = False

    def start(self) -> None:
        """Begin to deliver; activities that waited before the start are tried at once."""
        self._outbox.keep_trying(self.wake)
        self._thread.start()

    def wake(self) -> None:
        """Look at the outbox now: an activity came, was edited, or is to be tried again. Any thread may call this."""
        self._wake.set()

    def stop(self, timeout: float | None = None) -> bool:
        """End the thread after the delivery under way; False when that took longer than `timeout` seconds."""
        self._stopping = True
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def step(self, reader: JournalReader) -> float | None:
        """Deliver the next activity if it is due. Gives the seconds until the next one is; None when there is none."""
        activity = reader.next_waiting(needs_record=self._deliverer.needs_record)
        if activity is None:
            return None
        wait = activity.next_try - self._now()
        if wait > 0:
            return min(wait, MAX_DELAY_S)
        written = threading.Event()
        self._try(activity, written.set)
        if not written.wait(WRITE_TIMEOUT_S):
            return MAX_DELAY_S
        self._changed()
        return 0.0

    def _try(self, activity: Activity, done: Callable[[], None]) -> None:
        try:
            receipt = self._deliverer.deliver(activity)
        except CtiError as error:
            if error.retryable:
                delay = retry_delay(activity.attempts + 1, self._chance())
                self._outbox.postponed(activity, str(error), self._now() + delay, done)
            else:
                self._outbox.refused(activity, str(error), done)
        except Exception as error:  # noqa: BLE001 - a fault in one receiver must not end the delivery of the others
            _log.exception("an activity could not be delivered")
            self._outbox.refused(activity, f"Unexpected fault: {type(error).__name__}.", done)
        else:
            self._outbox.delivered(activity, receipt, done)

    def _run(self) -> None:
        while not self._stopping:
            self._wake.clear()
            try:
                wait = self._deliver_due()
            except CtiError as error:
                _log.warning("the outbox cannot be read: %s", error)
                wait = MAX_DELAY_S
            if not self._stopping:
                self._wake.wait(wait)

    def _deliver_due(self) -> float | None:
        with JournalReader(self._path) as reader:
            wait: float | None = 0.0
            while wait == 0.0 and not self._stopping:
                wait = self.step(reader)
            return wait
