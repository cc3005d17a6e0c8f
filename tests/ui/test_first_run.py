"""The page of the very first start: when it comes, what its steps do, and that it never comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.desk import DeskTray
from tests.display import Desktop, wait_until
from tests.ui.conftest import Speaking
from tests.ui.phone_samples import PLACES, Tells, desk_of
from tests.ui.sign_in_samples import Told, statuses
from tests.ui.signing_desk import shown
from tests.ui.whole_tray import whole_tray
from tray.first_run import is_first_run
from tray.setup.views import SetupCommands
from ui.connect_phone import ConnectPhoneWindow
from ui.first_run import FirstRunWindow
from ui.help_page import HelpWindow
from ui.language import Language
from ui.sign_in_window import SignInWindow
from ui.theme import Theme
from ui.windows import DeskWindows


@pytest.fixture
def told() -> Told:
    return Told(statuses()["signed-out"])


@pytest.fixture
def demos() -> list[str]:
    return []


@pytest.fixture
def windows(theme: Theme, told: Told, demos: list[str]) -> Iterator[DeskWindows]:
    core = desk_of(Tells(PLACES))
    windows = DeskWindows(theme, core, cast(SetupCommands, core), told, lambda: demos.append("demo"))
    windows.show_first_run()
    yield windows
    windows.close_all()
    QApplication.sendPostedEvents(None, 52)


def button(qtbot: QtBot, name: str) -> QPushButton:
    found = shown(qtbot, FirstRunWindow).findChild(QPushButton, name)
    assert found is not None
    return found


def press(qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(button(qtbot, name), Qt.MouseButton.LeftButton)


def says(qtbot: QtBot) -> str:
    page = shown(qtbot, FirstRunWindow)
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


# -- when it comes


def test_only_a_folder_in_which_nothing_ever_started_is_new(tmp_path: Path) -> None:
    assert is_first_run(tmp_path / "missing")
    (tmp_path / "config.toml").write_text("", encoding="utf-8")
    (tmp_path / "cti-tray.log").write_text("", encoding="utf-8")
    assert is_first_run(tmp_path)


@pytest.mark.parametrize("name", ["journal.db", "directory.db", "setup.db"])
def test_what_a_start_or_a_command_leaves_behind_tells_of_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert not is_first_run(tmp_path)


def test_after_a_start_the_folder_is_not_new_any_more(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with whole_tray(tmp_path, qapp) as whole:
        qtbot.waitUntil(whole.tray.ready.is_set)
        assert not is_first_run(tmp_path)


@pytest.mark.display
def test_it_comes_once_and_places_a_demo_call(tmp_path: Path) -> None:
    title = "Welcome to CTI Tray"
    with Desktop() as desktop, DeskTray(tmp_path / "home", desktop.environment, introduced=False) as tray:
        page = desktop.wait_for_window(title)
        wait_until(lambda: desktop.active_window() == page, what="the page to have the keyboard")
        desktop.press("alt+t")
        desktop.wait_for_window("Caller card - Adatum")
        desktop.close_window(page)
        wait_until(lambda: not desktop.windows(title), what="the page to be closed")
        tray.command("quit")
        tray.process.wait(30)
        tray.start()
        tray.command("status")
        tray.run("run")
        desktop.wait_for_window("Recent calls")
        assert desktop.windows(title) == []


# -- what is on it


def test_its_steps_lead_to_what_they_name(qtbot: QtBot, windows: DeskWindows, demos: list[str]) -> None:
    assert button(qtbot, "closeButton").text() == "S&kip"
    press(qtbot, "phoneButton")
    assert shown(qtbot, ConnectPhoneWindow).isVisible()
    press(qtbot, "signInButton")
    assert shown(qtbot, SignInWindow).isVisible()
    press(qtbot, "demoButton")
    assert demos == ["demo"]
    assert not button(qtbot, "demoButton").isEnabled()
    assert "The demo call comes in." in says(qtbot)
    assert button(qtbot, "closeButton").text() == "C&lose"


def test_it_can_be_skipped_at_once(qtbot: QtBot, windows: DeskWindows, demos: list[str]) -> None:
    page = shown(qtbot, FirstRunWindow)
    press(qtbot, "closeButton")
    assert not page.isVisible()
    assert demos == []


def test_it_comes_back_when_it_is_asked_for_in_the_help(qtbot: QtBot, windows: DeskWindows) -> None:
    press(qtbot, "closeButton")
    qtbot.waitUntil(
        lambda: (
            not any(isinstance(each, FirstRunWindow) and each.isVisible() for each in QApplication.topLevelWidgets())
        )
    )
    windows.show_help()
    help_window = shown(qtbot, HelpWindow)
    button = help_window.findChild(QPushButton, "firstStepsButton")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown(qtbot, FirstRunWindow).isVisible()


def test_escape_skips_it(qtbot: QtBot, windows: DeskWindows) -> None:
    page = shown(qtbot, FirstRunWindow)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_it_says_what_stays_on_this_computer(qtbot: QtBot, windows: DeskWindows) -> None:
    assert "stay in a folder of this computer" in says(qtbot)


def test_signing_in_is_offered_only_where_it_is_set_up(qtbot: QtBot, windows: DeskWindows, told: Told) -> None:
    assert button(qtbot, "signInButton").isVisible()
    told.status = statuses()["not-configured"]
    windows.refresh_sign_in()
    assert not button(qtbot, "signInButton").isVisible()


def test_who_has_signed_in_meanwhile_is_told_so(qtbot: QtBot, windows: DeskWindows, told: Told) -> None:
    told.status = statuses()["signed-in"]
    windows.refresh_sign_in()
    assert "Signed in as Anna Vermeer." in says(qtbot)
    assert not button(qtbot, "signInButton").isEnabled()
    account = told.status.account
    assert account is not None
    told.status = replace(told.status, account=replace(account, name="<b>Anna</b>\n\u202exe"))
    windows.refresh_sign_in()
    assert "Signed in as <b>Anna</b> xe." in says(qtbot)


def test_it_follows_the_language(qtbot: QtBot, windows: DeskWindows, speaking: Speaking) -> None:
    translation = speaking(Language.ENGLISH)
    page = shown(qtbot, FirstRunWindow)
    translation.choose(Language.DUTCH)
    qtbot.waitUntil(lambda: page.windowTitle() == "Welkom bij CTI Tray")
    assert button(qtbot, "demoButton").text() == "Een &demo-oproep proberen"
