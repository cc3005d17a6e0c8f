"""Bringing the core's answers to the Qt thread, and only the one to the newest question.

A widget asks with `commands.search(text, 8, answers.expect())` and hears `arrived`. Answers to earlier questions, and
those that come after the window is gone, are dropped.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Answers(QObject):
    """The answers to one kind of question."""

    arrived = Signal(object)
    _brought = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._brought.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def expect(self) -> Callable[[Any], None]:
        """A callback for one question, to be called once on any thread; earlier callbacks count no more."""
        self.forget()
        question = self._newest

        def bring(answer: object) -> None:
            with contextlib.suppress(RuntimeError):  # the window, and this object with it, is gone
                self._brought.emit(question, answer)

        return bring

    def forget(self) -> None:
        """Drop the answers to every question asked so far."""
        self._newest += 1

    @Slot(int, object)
    def _receive(self, question: int, answer: object) -> None:
        if question == self._newest:
            self.arrived.emit(answer)
