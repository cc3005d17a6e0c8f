"""Setup in a whole tray: from the icon to the saved card, and what the next call makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.whole_tray import WholeTray, whole_tray
from tray.calls.model import CallState
from tray.calls.settings import OpenMaskOn
from tray.views import HistoryRow, IconCommand
from ui.user_card import UserCardDialog
from ui.user_list import UserListWindow


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[WholeTray]:
    with whole_tray(tmp_path, qapp) as whole:
        qtbot.waitUntil(lambda: whole.tray.setup.state().online)
        yield whole


def reasons(qtbot: QtBot, desk: WholeTray, count: int) -> tuple[str, ...]:
    """What Recent calls says of the newest of so many ended calls."""
    answers: list[tuple[HistoryRow, ...]] = []

    def ended() -> bool:
        answers.clear()
        desk.tray.recent_calls(10, answers.append)
        qtbot.waitUntil(lambda: bool(answers))
        return len(answers[0]) == count and answers[0][0].outcome is not None

    qtbot.waitUntil(ended)
    return answers[0][0].reasons


def shown(qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    """The visible window of this kind, as soon as there is one."""

    def windows() -> list[QWidget]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]

    qtbot.waitUntil(lambda: bool(windows()))
    return windows()[0]


def test_a_change_at_the_icon_holds_from_the_next_call_on(qtbot: QtBot, desk: WholeTray) -> None:
    for state in (CallState.OFFERED, CallState.ENDED):
        desk.report(state, "1")
    assert any("when a call comes in" in reason for reason in reasons(qtbot, desk, 1))
    desk.tray._on_icon(IconCommand.SETUP)
    users = shown(qtbot, UserListWindow)
    rows = users.findChild(QTreeView, "userRows")
    assert rows is not None
    qtbot.waitUntil(lambda: rows.currentIndex().isValid())
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    card = shown(qtbot, UserCardDialog)
    assert isinstance(card, UserCardDialog)
    qtbot.waitUntil(lambda: card.can_edit)
    box = card.findChild(QComboBox, "user_open_mask_onEdit")
    apply = card.findChild(QPushButton, "applyButton")
    assert box is not None
    assert apply is not None
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.mouseClick(apply, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.tray.setup.current().card.calls.open_mask_on is OpenMaskOn.CONNECTED)
    for state in (CallState.OFFERED, CallState.ENDED):
        desk.report(state, "2")
    assert any("No card" in reason for reason in reasons(qtbot, desk, 2))
