"""One thread for things that are looked at again and again, each in its own time; there is none while all of them rest.

It knows nothing of what is looked at. Whoever looks says when to look again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

AFTER_A_FAULT_S = 900.0

Look = Callable[[], float | None]
"""Looks once, and gives in how many seconds to look again; None rests until it is woken."""


class Rounds:
    """The thread.

    Args:
        name: of the thread.
        failed: hears of an error that a look did not expect.
        clock: seconds that never go back.
    """

    def __init__(self, name: str, failed: Callable[[Exception], None], clock: Callable[[], float]) -> None:
        self._name = name
        self._failed = failed
        self._clock = clock
        self._due: dict[Look, float] = {}
        self._thread: threading.Thread | None = None
        self._stopping = False
        self._news = threading.Condition()

    def wake(self, look: Look) -> None:
        """Look now, or once more where that is just being done; returns at once."""
        with self._news:
            if self._stopping:
                return
            self._due[look] = self._clock()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            self._news.notify_all()

    def tick(self) -> None:
        """The clock was changed: see what is due."""
        with self._news:
            self._news.notify_all()

    def stop(self, limit_s: float = 5.0) -> None:
        """End the thread; a look that goes on is waited for, but not for ever."""
        with self._news:
            self._stopping = True
            self._news.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join(limit_s)

    def _run(self) -> None:
        while (look := self._next()) is not None:
            wait = self._look(look)
            with self._news:
                if wait is not None and look not in self._due:
                    self._due[look] = self._clock() + wait

    def _next(self) -> Look | None:
        """Wait for what is due first and take it out; None where nothing will be."""
        with self._news:
            while self._due and not self._stopping:
                look = min(self._due, key=self._due.__getitem__)
                wait = self._due[look] - self._clock()
                if wait <= 0.0:
                    del self._due[look]
                    return look
                self._news.wait(wait)
            self._thread = None
            return None

    def _look(self, look: Look) -> float | None:
        try:
            return look()
        except Exception as error:  # noqa: BLE001 - whatever one look meets, the others go on
            self._failed(error)
            return AFTER_A_FAULT_S
