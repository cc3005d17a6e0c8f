"""Whoever types keeps the keyboard, however many cards come and go; a click on the note is the way to get it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from tests.app.cards import close_cards
from tests.desk import DeskTray
from tests.display import Desktop, wait_until
from tests.typing_window import TypingWindow

pytestmark = pytest.mark.display

CARDS = 100
LINE = "the quick brown fox jumps over the lazy dog 0123456789 "


@pytest.fixture
def other(desktop: Desktop, screen_tray: DeskTray) -> Iterator[TypingWindow]:
    """Another program in which somebody types."""
    other = TypingWindow(desktop)
    yield other
    other.close()
    close_cards(desktop)


class Typist(threading.Thread):
    """Types line after line until told to stop."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop
        self._stop_typing = threading.Event()
        self.typed = ""

    def run(self) -> None:
        while not self._stop_typing.is_set():
            self._desktop.type(LINE)
            self.typed += LINE

    def stop(self) -> None:
        self._stop_typing.set()
        self.join()


def test_a_hundred_cards_take_neither_the_keyboard_nor_a_single_key(
    desktop: Desktop, screen_tray: DeskTray, other: TypingWindow
) -> None:
    """Some cards close at the answer, some are dismissed, the others stay as missed until newer ones push them off."""
    screen_tray.set_up({"user": {"close_mask_on": "Connected"}})
    typist = Typist(desktop)
    typist.start()
    try:
        for number in range(CARDS):
            call = f"focus-{number}"
            screen_tray.report("offered", call_id=call, number=f"+3120555{number:04}", name=f"Caller {number}")
            card = desktop.wait_for_window(f"Caller card - Caller {number}")
            assert other.is_active
            if number % 3 == 0:
                screen_tray.report("connected", call_id=call)
            elif number % 3 == 1:
                desktop.close_window(card)
            screen_tray.report("ended", call_id=call)
            assert other.is_active
    finally:
        typist.stop()
    wait_until(lambda: len(desktop.windows("Caller card")) == 4, what="four ended cards that stay")
    assert len(typist.typed) > 200
    other.wait_for_text(typist.typed)
    assert other.is_active


def test_a_click_on_a_button_of_the_card_leaves_the_keyboard_where_it_is(
    desktop: Desktop, screen_tray: DeskTray, other: TypingWindow
) -> None:
    screen_tray.report("offered", call_id="click", number="+31205550101", name="Clicked")
    place = desktop.area(desktop.wait_for_window("Caller card - Clicked"))
    desktop.click(place.x + place.width - 110, place.y + place.height - 34)
    desktop.type("copied ")
    other.wait_for_text("copied ")
    assert desktop.clipboard() == "+31205550101"
    assert other.is_active
    desktop.click(place.x + place.width - 24, place.y + 24)
    wait_until(lambda: not desktop.windows("Caller card - Clicked"), what="the card to close")
    desktop.type("and closed")
    other.wait_for_text("copied and closed")
    assert other.is_active
    screen_tray.report("ended", call_id="click")


def test_a_click_on_the_note_brings_the_keyboard_and_the_note_reaches_the_activity(
    desktop: Desktop, screen_tray: DeskTray, other: TypingWindow
) -> None:
    codes = {"crm_active": True, "incoming_template": "IN"}
    screen_tray.set_up({"module": codes, "user": {"crm_active": True, "close_mask_on": "None"}})
    screen_tray.report("offered", call_id="note", number="+31205550102", name="Noted")
    card = desktop.wait_for_window("Caller card - Noted")
    place = desktop.area(card)
    desktop.click(place.x + place.width - 34, place.y + place.height - 34)
    wait_until(lambda: desktop.active_window() == card, what="the card to have the keyboard")
    desktop.type("wants an offer")
    desktop.press("Escape", "Escape")
    other.wait_until_active()
    desktop.type("on with it")
    other.wait_for_text("on with it")
    screen_tray.report("connected", call_id="note")
    screen_tray.report("ended", call_id="note")
    assert screen_tray.call("note")["outcome"] == "incoming"
    assert screen_tray.json("activity")[0]["note"] == "wants an offer"
