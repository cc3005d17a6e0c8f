"""Bringing the core's answers to the Qt thread, and only the one to the newest question.

A widget asks with `commands.search(text, 8, answers.expect())` and hears `arrived`. Answers to earlier questions, and
those that come after the window is gone, are dropped. Another thread touches nothing that goes with a window: Qt may be
taking it down at that moment.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from shiboken6 import isValid


class _Post(QObject):
    """Brings what other threads send to the Qt thread; it stays as long as the application."""

    sent = Signal(object, int, object)

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self.sent.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @Slot(object, int, object)
    def _deliver(self, addressee: weakref.ref[Answers], question: int, answer: object) -> None:
        answers = addressee()
        if answers is not None and isValid(answers):
            answers.take(question, answer)


class Answers(QObject):
    """The answers to one kind of question."""

    arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._post = _post_of(QCoreApplication.instance())

    def expect(self) -> Callable[[Any], None]:
        """A callback for one question, to be called on any thread; earlier callbacks count no more.

        Most are called once; one that listens to something is called as often as there is something to hear.
        """
        self.forget()
        question, post, addressee = self._newest, self._post, weakref.ref(self)

        def bring(answer: object) -> None:
            post.sent.emit(addressee, question, answer)

        return bring

    def forget(self) -> None:
        """Drop the answers to every question asked so far."""
        self._newest += 1

    def take(self, question: int, answer: object) -> None:
        """An answer is there, on the Qt thread."""
        if question == self._newest:
            self.arrived.emit(answer)


def _post_of(application: QCoreApplication | None) -> _Post:
    if application is None:
        raise RuntimeError("answers are brought to an application, and there is none")
    found = application.findChild(_Post)
    return found if isinstance(found, _Post) else _Post(application)
