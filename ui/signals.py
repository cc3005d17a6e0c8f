"""The operating system's requests to end, brought into the Qt event loop."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier


class SignalWatch(QObject):
    """Brings SIGTERM and SIGINT into the Qt event loop without a timer: the signal's arrival is a readable socket."""

    def __init__(self, asked: Callable[[], None]) -> None:
        super().__init__()
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)
        self._former_fd = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        numbers = [signal.SIGTERM, signal.SIGINT]
        self._former: dict[signal.Signals, Any] = {
            number: signal.signal(number, lambda *_: asked()) for number in numbers
        }

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._former_fd)
        for number, former in self._former.items():
            signal.signal(number, former)
        self._reader.close()
        self._writer.close()

    def _drain(self) -> None:
        """Reading gives Python the chance to run the handler, which does the rest."""
        try:
            while self._reader.recv(64):
                pass
        except BlockingIOError:
            return
