"""One background thread for short jobs that wait for the disk, so that core and user interface never do."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

IDLE_S = 2.0


class Worker:
    """Does jobs in order, one at a time. An error in a job is told to `failed`, and the next job goes on.

    The thread begins with the first job and ends when there was none for `idle_s` seconds, until the next one comes.
    `close` is called on it whenever it ends. Jobs that come after `stop` are not done any more.
    """

    def __init__(
        self, name: str, failed: Callable[[Exception], None], close: Callable[[], None], idle_s: float = IDLE_S
    ) -> None:
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._failed = failed
        self._close = close
        self._idle_s = idle_s
        self._name = name
        self._thread: threading.Thread | None = None
        self._stopping = False
        self._lock = threading.Lock()

    def do(self, job: Callable[[], None]) -> bool:
        """Queue a job and return at once; False where it will not be done any more."""
        with self._lock:
            if self._stopping:
                return False
            self._jobs.put(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            return True

    def stop(self, timeout: float = 5.0) -> bool:
        """Do what is queued and end; False when that took longer than `timeout` seconds."""
        with self._lock:
            self._stopping = True
            self._jobs.put(None)
            thread = self._thread
        if thread is None:
            return True
        thread.join(timeout)
        return not thread.is_alive()

    def _run(self) -> None:
        going_on = True
        while going_on:
            going_on = self._work_off()
            self._close()
            with self._lock:
                if going_on and self._jobs.empty():
                    self._thread = None
                    return

    def _work_off(self) -> bool:
        """Do what is queued; false at the end, true when nothing more came for a while."""
        while True:
            try:
                job = self._jobs.get(timeout=self._idle_s)
            except Empty:
                return True
            if job is None:
                return False
            try:
                job()
            except Exception as error:  # noqa: BLE001 - whatever a job meets, the next one must run
                self._failed(error)
