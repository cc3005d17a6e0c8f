"""The setup of the running tray: always there at once, kept fresh in the background.

It owns one thread, on which alone the store is asked, so that neither the core nor the user interface ever waits for a
disk or a server. The thread sleeps until the next beat, a command, or the end.
"""

from __future__ import annotations

import logging
import random
import threading
import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from tray.errors import CtiError, Offline
from tray.setup.cached import SetupCache
from tray.setup.link import SetupLink
from tray.setup.model import Actor, Identity, SetupSnapshot, SignIn
from tray.setup.store import SetupStore
from tray.texts import translate

_log = logging.getLogger("cti_tray.setup")
_T = TypeVar("_T")
Question = Callable[[SetupStore, Actor], _T]


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """What `status` shows of the store; `setup_age_s` is None when no store ever confirmed the setup in force."""

    kind: str
    online: bool
    setup_age_s: float | None
    detail: str


@dataclass(frozen=True, slots=True)
class _Job:
    ask: Question[Any]
    done: Callable[[Any], None]
    failed: Callable[[CtiError], None]


class SetupService:
    """Every method may be called from any thread and returns at once, except `stop`.

    Args:
        kind: what `status` calls the store.
        open_store: opens it; called on the service's thread.
        cache: where the last confirmed setup is kept; read here, at once.
        identity: who connects.
        now: the clock, aware.
        changed: called on the service's thread when the setup or the state of the store became another.
        jitter: a random number from 0 to 1 for the back-off.
    """

    def __init__(
        self,
        kind: str,
        open_store: Callable[[], SetupStore],
        cache: SetupCache,
        identity: Identity,
        now: Callable[[], datetime],
        changed: Callable[[], None],
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._kind = kind
        self._now = now
        self._changed = changed
        self._link = SetupLink(open_store, cache, identity, uuid.uuid4().hex, now, jitter)
        self._condition = threading.Condition()
        self._jobs: deque[_Job] = deque()
        self._orders: deque[Callable[[], None]] = deque()
        self._stopping = False
        self._asked = threading.Event()
        self._thread = threading.Thread(target=self._run, name="setup", daemon=True)

    def start(self) -> None:
        """Begin to connect and to beat."""
        self._thread.start()

    def stop(self, timeout: float = 3.0) -> bool:
        """End the lease and the thread; False when that took longer than `timeout` seconds."""
        with self._condition:
            self._stopping = True
            self._condition.notify()
        if self._thread.is_alive():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def current(self) -> SetupSnapshot:
        """The setup in force: confirmed by the store, or cached, or the defaults."""
        return self._link.state.snapshot

    def state(self, wait_s: float = 0.0) -> StoreStatus:
        """How the store is at this moment; right after the start, as soon as it was asked, at most `wait_s` later."""
        self._asked.wait(wait_s)
        state = self._link.state
        return StoreStatus(self._kind, state.online, state.snapshot.age_s(self._now()), state.detail)

    def refresh_now(self) -> None:
        """Ask the store now, even when it was away a moment ago."""
        self._order(lambda: None)

    def identify(self, identity: Identity) -> None:
        """More is known of the user, after a sign-in."""
        self._order(lambda: self._link.identify(identity))

    def publish(self, sign_in: SignIn) -> None:
        """The sign-in of the user has changed; the store is told its indicators, now or when it is back."""
        self._order(lambda: self._link.publish(sign_in))

    def ask(self, question: Question[_T], done: Callable[[_T], None], failed: Callable[[CtiError], None]) -> None:
        """Ask or change something in the store on behalf of the user, then refresh.

        `done` gets the answer and `failed` the error, either on the service's thread; one of the two is called, once.
        """
        with self._condition:
            if not self._stopping:
                self._jobs.append(_Job(question, done, failed))
                self._condition.notify()
                return
        failed(_closing())

    def _order(self, order: Callable[[], None]) -> None:
        with self._condition:
            self._orders.append(order)
            self._condition.notify()

    def _run(self) -> None:
        wait = 0.0
        while self._next(wait):
            for job in self._taken():
                self._do(job)
            wait = self._beat()
        self._asked.set()
        for job in self._taken():
            job.failed(_closing())
        self._link.close()

    def _next(self, wait: float) -> bool:
        """Wait for the next beat or a command; false at the end. Carries out the orders."""
        with self._condition:
            self._condition.wait_for(lambda: self._stopping or self._jobs or self._orders, timeout=wait)
            orders = list(self._orders)
            self._orders.clear()
            stopping = self._stopping
        for order in orders:
            order()
        return not stopping

    def _taken(self) -> list[_Job]:
        with self._condition:
            jobs = list(self._jobs)
            self._jobs.clear()
        return jobs

    def _do(self, job: _Job) -> None:
        try:
            answer = job.ask(*self._link.online())
        except CtiError as error:
            job.failed(error)
        except Exception as error:  # noqa: BLE001 - a mistake in one question must not end all the others
            _log.exception("A question to the setup store failed.")
            job.failed(
                CtiError(
                    translate("Setup", "Setup met an error that nobody expected: {kind}.").format(
                        kind=type(error).__name__
                    )
                )
            )
        else:
            job.done(answer)

    def _beat(self) -> float:
        before = self._link.state
        wait = self._link.beat()
        self._asked.set()
        if self._link.state.differs(before):
            self._changed()
        return wait


def _closing() -> CtiError:
    return Offline(
        translate("Setup", "CTI Tray is closing."), hint=translate("Setup", "Start it again to change the setup.")
    )
