"""Recent calls on a real desktop: it comes with the keyboard, says why, and shows foreign text as text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.cards import close_cards
from tests.canary import Canaries
from tests.desk import DeskTray
from tests.display import Desktop, wait_until

pytestmark = pytest.mark.display


@pytest.fixture
def canaries(tmp_path: Path) -> Iterator[Canaries]:
    with Canaries(tmp_path) as canaries:
        yield canaries


def open_by_second_start(desktop: Desktop, tray: DeskTray) -> int:
    assert tray.run("run").returncode == 0
    window = desktop.wait_for_window("Recent calls")
    wait_until(lambda: desktop.active_window() == window, what="Recent calls to have the keyboard")
    return window


def press_copy(desktop: Desktop) -> str:
    """What Ctrl+C copies."""
    desktop.press("ctrl+c")
    return desktop.clipboard()


def copied(desktop: Desktop, x: int, y: int) -> str:
    """The text at this place, taken by click, select all and copy."""
    desktop.click(x, y)
    desktop.press("ctrl+a")
    return press_copy(desktop)


def test_the_reasons_of_the_newest_call_are_shown(desktop: Desktop, screen_tray: DeskTray) -> None:
    screen_tray.report("offered", call_id="first", number="+31205550101", name="First")
    screen_tray.report("ended", call_id="first")
    screen_tray.set_up({"user": {"open_mask_on": "Connected"}})
    screen_tray.report("missed", call_id="second", number="+31205550102", name="Second")
    screen_tray.call("second")
    close_cards(desktop)
    window = open_by_second_start(desktop, screen_tray)
    desktop.press("Down")
    wait_until(lambda: press_copy(desktop) == "+31205550102", what="the newest call to be selected")
    place = desktop.area(window)
    reasons = wait_until(
        lambda: "\n" in (text := copied(desktop, place.x + place.width - 60, place.y + 250)) and text,
        what="the reasons",
    )
    decisions = screen_tray.json("calls")[0]["decisions"]
    no_card = next(each["reason"] for each in decisions if each["decision"] == "no_card")
    assert no_card == "open_mask_on=Connected and never answered"
    assert "No card: your setup opens the card when a call is answered, and this one was not" in reasons
    assert "No activity: " in reasons
    desktop.close_window(window)
    wait_until(lambda: not desktop.windows("Recent calls"), what="the end of Recent calls")


def test_names_full_of_markup_are_shown_as_they_are(
    desktop: Desktop, screen_tray: DeskTray, canaries: Canaries
) -> None:
    names = [f"<img src='{canaries.web}'>", f"<a href='file://{canaries.path}'>Ann</a>", "\u202egnp.exe", "A" * 5000]
    for place, name in enumerate(names):
        screen_tray.report("missed", call_id=f"hostile-{place}", number=f"+3120555030{place}", name=name)
    screen_tray.call(f"hostile-{len(names) - 1}")
    close_cards(desktop)
    window = open_by_second_start(desktop, screen_tray)
    desktop.press("Down", "Home")
    for number in reversed(range(len(names))):
        wait_until(lambda wanted=f"+3120555030{number}": press_copy(desktop) == wanted, what=f"call {number}")
        if number:
            desktop.press("Down")
    place = desktop.area(window)
    wait_until(
        lambda: copied(desktop, place.x + place.width - 260, place.y + 58) == names[0], what="the name as it was sent"
    )
    assert canaries.touched == []
    desktop.close_window(window)
