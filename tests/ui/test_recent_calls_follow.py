"""Recent calls with the real core and journal: what it shows is what is on disk, also for calls without a card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QTreeView
from pytestqt.qtbot import QtBot

from tests.ui.conftest import let_go
from tray.calls.model import CallEvent, CallState, Direction
from tray.config import Config, DialConfig, DialMethod, LoadedConfig
from tray.menu import IconCommand
from tray.wiring import Tray
from ui.application import Presenter, UiSettings
from ui.history import HistoryWindow
from ui.history_model import Column
from ui.theme import ThemeChoice
from ui.windows import DeskWindows

NO_PHONE = LoadedConfig(replace(Config(), dial=DialConfig(DialMethod.BARESIP)))


class Bench:
    """A whole tray with its windows, in this process."""

    def __init__(self, folder: Path, qapp: QApplication) -> None:
        self.presenter = Presenter(qapp, UiSettings(theme=ThemeChoice.LIGHT))
        self.tray = Tray(folder, NO_PHONE, self.presenter.bridge)
        self.presenter.begin(self.tray, DeskWindows(self.presenter.theme, self.tray, self.tray.administration))
        self.tray.start()

    def report(self, state: CallState) -> None:
        """The phone says something about its only call."""
        at = self.tray.clocks.monotonic()
        self.tray.core.report(CallEvent("phone", "1", state, at, Direction.INCOMING, number="+31205550101"))

    def states(self) -> list[str]:
        """What the open list says about its calls, in the words on the screen."""
        windows = (each for each in QApplication.topLevelWidgets() if isinstance(each, HistoryWindow))
        found = next((each.findChild(QTreeView, "callList") for each in windows if each.isVisible()), None)
        if found is None:
            return []
        model = found.model()
        return [str(model.index(row, Column.STATE).data()) for row in range(model.rowCount())]


@pytest.fixture
def bench(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(tmp_path, qapp)
    qtbot.waitUntil(bench.tray.ready.is_set)
    bench.presenter.bridge.show_history()
    yield bench
    bench.tray.close()
    bench.presenter.end()
    let_go(bench.presenter.theme)
    let_go(bench.presenter)


def test_a_call_goes_from_in_progress_to_its_end(qtbot: QtBot, bench: Bench) -> None:
    bench.report(CallState.OFFERED)
    qtbot.waitUntil(lambda: bench.states() == ["In progress"])
    bench.report(CallState.ENDED)
    qtbot.waitUntil(lambda: bench.states() == ["Missed"])


def test_calls_without_a_card_come_and_end_too(qtbot: QtBot, bench: Bench) -> None:
    bench.tray._on_icon(IconCommand.DO_NOT_DISTURB)
    bench.report(CallState.OFFERED)
    qtbot.waitUntil(lambda: bench.states() == ["In progress"])
    assert bench.presenter.stack.cards == ()
    bench.report(CallState.ENDED)
    qtbot.waitUntil(lambda: bench.states() == ["Missed"])
