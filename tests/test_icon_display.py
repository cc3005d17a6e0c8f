"""The tray icon in a real notification area: docked, repainted, clicked, taken away."""

from __future__ import annotations

import queue
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.display import Desktop, wait_until
from tray.icon import IconState, TrayIcon
from tray.menu import IconView
from tray.views import IconCommand, TrayState

pytestmark = pytest.mark.display


@pytest.fixture(autouse=True)
def _fresh_pystray(monkeypatch: pytest.MonkeyPatch) -> None:
    """pystray chooses its backend once, when it is imported; another test may have imported it without a display."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "pystray" or name == "tray.icon_xorg"]:
        monkeypatch.delitem(sys.modules, name)


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    with Desktop() as desktop:
        monkeypatch.setenv("DISPLAY", desktop.name)
        monkeypatch.setenv("PYSTRAY_BACKEND", "xorg")
        yield desktop


@pytest.fixture
def commands() -> queue.SimpleQueue[IconCommand]:
    return queue.SimpleQueue()


@pytest.fixture
def icon(desktop: Desktop, commands: queue.SimpleQueue[IconCommand]) -> Iterator[TrayIcon]:
    icon = TrayIcon(commands.put)
    yield icon
    assert icon.stop()


def _docked(desktop: Desktop, icon: TrayIcon) -> int:
    icon.start()
    (window,) = wait_until(desktop.tray_icons, what="the docked icon")
    wait_until(lambda: icon.status.state is IconState.SHOWN, what="the state shown")
    return window


def _pixels(desktop: Desktop, window: int) -> Image.Image:
    return desktop.screenshot(area=desktop.area(window)).convert("L")


def _differs(one: Image.Image, other: Image.Image) -> bool:
    return ImageChops.difference(one, other).getbbox() is not None


def test_the_icon_docks_in_the_notification_area_and_is_painted(desktop: Desktop, icon: TrayIcon) -> None:
    window = _docked(desktop, icon)

    assert desktop.area(window).width == 24
    low, high = wait_until(
        lambda: extrema if (extrema := _pixels(desktop, window).getextrema())[1] > 200 else None, what="white ink"
    )
    assert low < 60 < 200 < high
    assert desktop.title(window) == "CTI Tray - Ready"


def test_each_state_changes_the_pixels_and_the_title(desktop: Desktop, icon: TrayIcon) -> None:
    window = _docked(desktop, icon)
    before = wait_until(
        lambda: picture if (picture := _pixels(desktop, window)).getextrema()[1] > 200 else None, what="white ink"
    )
    for state, word in [
        (TrayState.RINGING, "Ringing"),
        (TrayState.IN_CALL, "In call"),
        (TrayState.DO_NOT_DISTURB, "Do not disturb"),
        (TrayState.OFFLINE, "Offline"),
        (TrayState.SIGN_IN_NEEDED, "Sign-in needed"),
        (TrayState.IDLE, "Ready"),
    ]:
        icon.show(IconView(state, user="Jörg Łuczak"))
        wait_until(
            lambda expected=f"CTI Tray - Jörg Łuczak - {word}": desktop.title(window) == expected, what=f"title {word}"
        )
        wait_until(lambda old=before: _differs(old, _pixels(desktop, window)), what=f"another picture for {word}")
        before = _pixels(desktop, window)


def test_another_language_changes_the_title(desktop: Desktop) -> None:
    words = {"Ready": "Ready"}
    icon = TrayIcon(lambda _: None, text=lambda text: words.get(text, text))
    icon.start()
    try:
        window = _docked(desktop, icon)
        wait_until(lambda: desktop.title(window) == "CTI Tray - Ready", what="the English title")
        words["Ready"] = "Gereed"
        icon.repaint()
        wait_until(lambda: desktop.title(window) == "CTI Tray - Gereed", what="the Dutch title")
    finally:
        icon.stop()


def test_a_left_click_gives_the_default_command(
    desktop: Desktop, icon: TrayIcon, commands: queue.SimpleQueue[IconCommand]
) -> None:
    window = _docked(desktop, icon)
    desktop.click(*desktop.area(window).centre)
    assert commands.get(timeout=10) is IconCommand.OPEN
    desktop.click(*desktop.area(window).centre, button=2)
    desktop.click(*desktop.area(window).centre)
    assert commands.get(timeout=10) is IconCommand.OPEN
    assert commands.empty()


def test_a_right_click_asks_for_the_menu(
    desktop: Desktop, icon: TrayIcon, commands: queue.SimpleQueue[IconCommand]
) -> None:
    window = _docked(desktop, icon)
    desktop.click(*desktop.area(window).centre, button=3)
    assert commands.get(timeout=10) is IconCommand.MENU
    assert commands.empty()


def test_a_command_that_fails_does_not_end_the_icon(desktop: Desktop) -> None:
    heard: queue.SimpleQueue[IconCommand] = queue.SimpleQueue()

    def fail(command: IconCommand) -> None:
        heard.put(command)
        raise ValueError(command)

    icon = TrayIcon(fail)
    try:
        window = _docked(desktop, icon)
        for _ in range(2):
            desktop.click(*desktop.area(window).centre)
            assert heard.get(timeout=10) is IconCommand.OPEN
        assert icon.status.state is IconState.SHOWN
    finally:
        assert icon.stop()


def test_stop_takes_the_icon_away_and_ends_its_threads(desktop: Desktop, icon: TrayIcon) -> None:
    import threading

    before = {thread.ident for thread in threading.enumerate()}
    _docked(desktop, icon)
    assert icon.stop()
    assert icon.stop()
    wait_until(lambda: not desktop.tray_icons(), what="an empty notification area")
    assert icon.status.state is IconState.OFF
    wait_until(
        lambda: not [thread for thread in threading.enumerate() if thread.ident not in before], what="no more threads"
    )


def test_the_icon_survives_the_end_of_the_notification_area_and_comes_back(desktop: Desktop, icon: TrayIcon) -> None:
    _docked(desktop, icon)
    desktop.stop_tray_host()
    wait_until(lambda: icon.status.state is IconState.UNAVAILABLE, what="the state unavailable")
    assert "notification area" in icon.status.reason

    desktop.start_tray_host()
    icon.show(IconView(TrayState.IN_CALL))
    wait_until(desktop.tray_icons, what="the docked icon")
    wait_until(lambda: icon.status.state is IconState.SHOWN, what="the state shown")


def test_a_desktop_without_notification_area_is_a_reason_not_an_error(
    monkeypatch: pytest.MonkeyPatch, commands: queue.SimpleQueue[IconCommand]
) -> None:
    with Desktop(tray_host=False) as desktop:
        monkeypatch.setenv("DISPLAY", desktop.name)
        monkeypatch.setenv("PYSTRAY_BACKEND", "xorg")
        icon = TrayIcon(commands.put)
        icon.start()
        wait_until(lambda: icon.status.state is IconState.UNAVAILABLE, what="the state unavailable")
        assert icon.status.reason == "This desktop has no notification area."
        assert icon.stop()


_PROGRAM = """
import sys, threading
from tray.icon import IconState, TrayIcon
shown = threading.Event()
icon = TrayIcon(lambda command: None, changed=lambda status: status.state is IconState.SHOWN and shown.set())
icon.start()
assert shown.wait(20)
print("shown", flush=True)
sys.stdin.readline()
"""


def test_a_process_that_forgets_to_stop_the_icon_ends_all_the_same(desktop: Desktop) -> None:
    import sys

    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM],
        env=desktop.environment,
        cwd=Path(__file__).parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout.readline() == "shown\n"
        program.communicate("\n", timeout=20)
    assert program.returncode == 0
