"""The docked icon of a whole tray on a real desktop: what a left click raises, and the menu of a right click."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desk import PATIENCE_S, DeskTray
from tests.display import Desktop, wait_until

pytestmark = pytest.mark.display


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with Desktop() as desktop:
        yield desktop


@pytest.fixture(scope="module")
def tray(tmp_path_factory: pytest.TempPathFactory, desktop: Desktop) -> Iterator[DeskTray]:
    with DeskTray(tmp_path_factory.mktemp("menu") / "home", desktop.environment) as tray:
        yield tray


def _icon(desktop: Desktop) -> int:
    return wait_until(desktop.tray_icons, seconds=PATIENCE_S, what="the docked icon")[0]


def _open_menu(desktop: Desktop) -> int:
    desktop.click(*desktop.area(_icon(desktop)).centre, button=3)
    return wait_until(desktop.menus, what="the menu")[-1]


def _gone(desktop: Desktop) -> None:
    wait_until(lambda: not desktop.menus(), what="the end of the menu")


@pytest.mark.usefixtures("tray")
def test_setup_is_chosen_by_keyboard(desktop: Desktop) -> None:
    _open_menu(desktop)
    desktop.press("Up", "Up", "Up", "Return")
    window = desktop.wait_for_window("Setup")
    desktop.close_window(window)
    _gone(desktop)


@pytest.mark.usefixtures("tray")
def test_do_not_disturb_is_switched_on_by_mouse_and_off_by_keyboard(desktop: Desktop) -> None:
    area = desktop.area(_open_menu(desktop))
    desktop.click(area.centre[0], area.y + area.height * 42 // 100)  # the fourth of eight entries and a line
    wait_until(lambda: desktop.title(_icon(desktop)).endswith("- Do not disturb"), what="the title Do not disturb")
    _gone(desktop)
    _open_menu(desktop)
    desktop.press("Down", "Down", "Down", "Down", "Return")
    wait_until(lambda: desktop.title(_icon(desktop)).endswith("- Ready"), what="the title Ready")
    _gone(desktop)


@pytest.mark.usefixtures("tray")
def test_the_menu_stays_on_the_screen_and_goes_without_a_choice(desktop: Desktop) -> None:
    area = desktop.area(_open_menu(desktop))
    assert area.x + area.width <= desktop.size[0]
    assert area.y + area.height <= desktop.size[1]
    desktop.press("Escape")
    _gone(desktop)
    _open_menu(desktop)
    desktop.click(20, 20)
    _gone(desktop)


def test_a_left_click_gives_the_card_the_keyboard_and_without_one_raises_recent_calls(
    desktop: Desktop, tray: DeskTray
) -> None:
    tray.report("offered", call_id="1", number="+31205550101")
    card = desktop.wait_for_window("Caller card")
    desktop.click(*desktop.area(_icon(desktop)).centre)
    wait_until(lambda: desktop.active_window() == card, what="the card to have the keyboard")
    desktop.press("Escape")
    wait_until(lambda: not desktop.windows("Caller card"), what="the card to close")
    assert desktop.windows("Recent calls") == []
    desktop.click(*desktop.area(_icon(desktop)).centre)
    desktop.close_window(desktop.wait_for_window("Recent calls"))


def test_quit_ends_the_tray(desktop: Desktop, tray: DeskTray) -> None:
    _open_menu(desktop)
    desktop.press("Up", "Return")
    assert tray.process.wait(PATIENCE_S) == 0
