"""Recent calls with the real core and journal: what it shows is what is on disk, also for calls without a card."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QTreeView
from pytestqt.qtbot import QtBot

from tests.ui.whole_tray import WholeTray, whole_tray
from tray.calls.model import CallState
from tray.views import IconCommand
from ui.history import HistoryWindow
from ui.history_model import Column


def states() -> list[str]:
    """What the open list says about its calls, in the words on the screen."""
    windows = (each for each in QApplication.topLevelWidgets() if isinstance(each, HistoryWindow))
    found = next((each.findChild(QTreeView, "callList") for each in windows if each.isVisible()), None)
    if found is None:
        return []
    model = found.model()
    return [str(model.index(row, Column.STATE).data()) for row in range(model.rowCount())]


@pytest.fixture
def bench(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[WholeTray]:
    with whole_tray(tmp_path, qapp) as whole:
        qtbot.waitUntil(whole.tray.ready.is_set)
        whole.presenter.bridge.show_history()
        yield whole


def test_a_call_goes_from_in_progress_to_its_end(qtbot: QtBot, bench: WholeTray) -> None:
    bench.report(CallState.OFFERED)
    qtbot.waitUntil(lambda: states() == ["In progress"])
    bench.report(CallState.ENDED)
    qtbot.waitUntil(lambda: states() == ["Missed"])


def test_calls_without_a_card_come_and_end_too(qtbot: QtBot, bench: WholeTray) -> None:
    bench.tray._on_icon(IconCommand.DO_NOT_DISTURB)
    bench.report(CallState.OFFERED)
    qtbot.waitUntil(lambda: states() == ["In progress"])
    assert bench.presenter.stack.cards == ()
    bench.report(CallState.ENDED)
    qtbot.waitUntil(lambda: states() == ["Missed"])
