"""Answers of the core reach the Qt thread, and only the newest one counts."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import let_go
from ui.answers import Answers


def _on_thread(function: object, value: object) -> None:
    assert callable(function)
    thread = threading.Thread(target=function, args=(value,))
    thread.start()
    thread.join()


def test_an_answer_from_another_thread_arrives_on_the_qt_thread(qtbot: QtBot) -> None:
    answers = Answers()
    threads = []
    answers.arrived.connect(lambda _: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(answers.arrived) as arrived:
        _on_thread(answers.expect(), "found")
    assert arrived.args == ["found"]
    assert threads == [QApplication.instance().thread()]


def test_an_answer_to_an_older_question_is_dropped(qtbot: QtBot) -> None:
    answers = Answers()
    heard = []
    answers.arrived.connect(heard.append)
    old, new = answers.expect(), answers.expect()
    with qtbot.waitSignal(answers.arrived):
        _on_thread(old, "old")
        _on_thread(new, "new")
    assert heard == ["new"]


def test_forgotten_questions_get_no_answer(qtbot: QtBot) -> None:
    answers = Answers()
    heard = []
    answers.arrived.connect(heard.append)
    question = answers.expect()
    answers.forget()
    _on_thread(question, "late")
    QApplication.processEvents()
    assert heard == []


def test_an_answer_after_the_window_is_gone_does_no_harm(qapp: QApplication) -> None:
    answers = Answers()
    question = answers.expect()
    answers.deleteLater()
    qapp.sendPostedEvents(answers, 52)
    del answers
    _on_thread(question, "late")


def test_windows_may_go_while_answers_come_from_another_thread(qapp: QApplication) -> None:
    """It would end the whole process, were something of a window touched that Qt is taking down."""
    questions: queue.SimpleQueue[Callable[[Any], None] | None] = queue.SimpleQueue()

    def bring() -> None:
        for question in iter(questions.get, None):
            question("late")

    thread = threading.Thread(target=bring)
    thread.start()
    for _ in range(2000):
        window = QObject()
        for _ in range(3):
            questions.put(Answers(window).expect())
        let_go(window)
    questions.put(None)
    thread.join()
    qapp.processEvents()
