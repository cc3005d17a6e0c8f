"""What changes by itself is seen without anybody asking for it, and nothing is asked for while nobody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QTreeView
from pytestqt.qtbot import QtBot

from tests.ui.conftest import let_go
from tests.ui.setup_bench import Person, SetupBench
from ui.live_window import LiveWindow
from ui.product_users import ProductUsersWindow
from ui.theme import Theme
from ui.user_card import UserCardDialog
from ui.user_list import UserListWindow


def in_the_list(window: LiveWindow) -> str:
    """Whether Anna is connected, as a list of users says it."""
    rows = window.findChild(QTreeView, "userRows")
    assert rows is not None
    model = rows.model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    if "Anna Vermeer" not in names:
        return ""
    return str(model.index(names.index("Anna Vermeer"), heads.index("Currently active")).data())


def on_the_card(window: LiveWindow) -> str:
    """Whether Anna is connected, as her card says it."""
    fact = window.findChild(QLabel, "fact_activeEdit")
    assert fact is not None
    return fact.text()


@pytest.fixture(params=["list", "product users", "card"])
def seen(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, theme: Theme, bench: SetupBench
) -> Iterator[tuple[LiveWindow, Callable[[LiveWindow], str]]]:
    """An open window that looks often, and how it says whether Anna is connected."""
    monkeypatch.setattr("ui.live_window.LIVE_MS", 20)
    window: LiveWindow
    if request.param == "list":
        window, told = UserListWindow(theme, bench.administration), in_the_list
        window.open()
    elif request.param == "product users":
        window, told = ProductUsersWindow(theme, bench.administration), in_the_list
        window.open()
    else:
        window, told = UserCardDialog(theme, bench.administration), on_the_card
        window.open_for(bench.user(Person.PLAIN).id)
    yield window, told
    window.close()
    let_go(window)


def test_who_is_connected_is_seen_without_asking(
    qtbot: QtBot, bench: SetupBench, seen: tuple[LiveWindow, Callable[[LiveWindow], str]]
) -> None:
    window, told = seen
    qtbot.waitUntil(lambda: told(window) == "Yes")
    bench.clock.forward(minutes=5)
    qtbot.waitUntil(lambda: told(window) == "No")


def test_nothing_is_asked_for_while_nobody_looks(seen: tuple[LiveWindow, Callable[[LiveWindow], str]]) -> None:
    window, _ = seen
    clock = window.findChild(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert clock is not None
    assert clock.isActive()
    window.close()
    assert not clock.isActive()
