"""The windows beside the cards as one: built when needed, wired to each other, closed together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.core_stand_in import Core
from tests.ui.phone_samples import PLACES, Tells
from tests.ui.window_samples import candidates, history_rows, record_view
from ui.caller_card import CallerCard
from ui.connect_phone import ConnectPhoneWindow
from ui.dial_box import DialBox
from ui.help_page import HelpWindow
from ui.history import HistoryWindow
from ui.sample_card import SAMPLE
from ui.theme import Theme
from ui.windows import DeskWindows, card_place

_Window = HistoryWindow | DialBox | HelpWindow | ConnectPhoneWindow


@pytest.fixture
def core() -> Core:
    core = Core(history_rows(), {"ada": candidates()})
    core.phone_desk = Tells(PLACES)
    return core


@pytest.fixture
def windows(qtbot: QtBot, theme: Theme, core: Core) -> Iterator[DeskWindows]:
    windows = DeskWindows(theme, core, core, core)
    yield windows
    windows.close_all()
    QApplication.sendPostedEvents(None, 52)


def _one(kind: type[_Window]) -> _Window:
    (window,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    return window


def test_each_window_is_built_once(windows: DeskWindows) -> None:
    for _ in range(2):
        windows.show_connect_phone()
        windows.show_history()
        windows.show_dial_box()
        windows.show_help("baresip")
    for kind in (HistoryWindow, DialBox, HelpWindow, ConnectPhoneWindow):
        assert isinstance(_one(kind), kind)


def test_a_record_from_recent_calls_is_asked_of_the_core_and_comes_with_the_keyboard(
    windows: DeskWindows, core: Core
) -> None:
    windows.show_history()
    _one(HistoryWindow).record_requested.emit("Customer", "10000")
    assert core.opened == [("Customer", "10000")]
    windows.show_record(record_view())
    (page,) = windows.records.pages
    assert not page.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    windows.show_record(replace(record_view(), no="2"))
    assert windows.records.pages[-1].testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_search_fills_the_dial_box(qtbot: QtBot, windows: DeskWindows, core: Core) -> None:
    windows.show_search("ada")
    assert core.searched == ["ada"]
    assert _one(DialBox).isVisible()


def test_changes_of_calls_are_read_together(qtbot: QtBot, windows: DeskWindows, core: Core) -> None:
    core.at_once = False
    windows.show_history()
    for _ in range(5):
        windows.refresh_history()
    qtbot.waitUntil(lambda: len(core._waiting) == 2)
    windows.refresh_history()
    qtbot.waitUntil(lambda: len(core._waiting) == 3)


def test_changes_of_calls_are_not_read_for_a_closed_list(qtbot: QtBot, windows: DeskWindows, core: Core) -> None:
    windows.show_history()
    _one(HistoryWindow).hide()
    core.at_once = False
    windows.refresh_history()
    with qtbot.waitSignal(windows._refresh.timeout):
        pass
    assert core._waiting == []


def test_the_place_of_a_card_is_found_while_it_is_shown(qtbot: QtBot, theme: Theme) -> None:
    card = CallerCard(theme)
    qtbot.addWidget(card)
    card.show_view(replace(SAMPLE, call="7"))
    assert card_place("7") is None
    card.appear()
    assert card_place("7") == card.rect_on_screen
    assert card_place("8") is None


def test_help_about_a_phone_is_asked_for_from_its_window(windows: DeskWindows) -> None:
    windows.show_connect_phone()
    window = _one(ConnectPhoneWindow)
    assert isinstance(window, ConnectPhoneWindow)
    window.help_requested.emit("microsip")
    found = _one(HelpWindow)
    assert isinstance(found, HelpWindow)
    assert found.topic == "microsip"
