"""The ways from one setup window to another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.setup_bench import Person, SetupBench
from ui.mapping_dialog import MappingDialog
from ui.module_setup import ModuleSetupDialog
from ui.product_users import ProductUsersWindow
from ui.setup_windows import SetupWindows
from ui.theme import Theme
from ui.user_card import UserCardDialog

LICENCE = 2


@pytest.fixture
def windows(theme: Theme, bench: SetupBench) -> Iterator[SetupWindows]:
    windows = SetupWindows(theme, bench.administration, lambda _: None)
    yield windows
    windows.close_all()


def shown(kind: type[QWidget]) -> QWidget:
    """The visible window of this kind."""
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def press(qtbot: QtBot, window: QWidget, name: str) -> None:
    """Click a button as soon as it is there."""
    button = window.findChild(QPushButton, name)
    assert button is not None
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def module_tab() -> int:
    module = shown(ModuleSetupDialog)
    assert isinstance(module, ModuleSetupDialog)
    return module.tabs.currentIndex()


def test_the_button_licence_of_activate_users_shows_the_licence(qtbot: QtBot, windows: SetupWindows) -> None:
    windows.show_product_users()
    press(qtbot, shown(ProductUsersWindow), "moduleButton")
    assert module_tab() == LICENCE


def test_without_a_licence_every_window_leads_to_it(qtbot: QtBot, windows: SetupWindows, bench: SetupBench) -> None:
    bench.change_licence(valid_until=date(2026, 1, 31))
    bench.renew()
    windows.show_product_users()
    windows.show_card(bench.user(Person.PLAIN).id)
    windows.show_mapping()
    for kind in (ProductUsersWindow, UserCardDialog, MappingDialog):
        press(qtbot, shown(kind), "bannerButton")
        assert module_tab() == LICENCE
        shown(ModuleSetupDialog).close()
