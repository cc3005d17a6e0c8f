"""Several cards at once: each call its own card, nothing moves or closes that nobody touched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.cards import CONTACTS, Notebook, card_view
from tray.calls.model import CallState
from tray.views import Notice
from ui.caller_card import CallerCard
from ui.card_stack import CardStack
from ui.card_window import CardWindow
from ui.placement import GAP, Rect
from ui.screen_choice import ScreenChoice
from ui.theme import Theme

AREA = Rect(0, 0, 800, 800)


class Stack:
    """A stack under test with its notebook and the texts that were searched."""

    def __init__(self, theme: Theme) -> None:
        self.core = Notebook()
        self.searched: list[str] = []
        self.cards = CardStack(theme, ScreenChoice("primary"), lambda: self.core, self.searched.append)

    def show(self, call: str, **changes: object) -> CallerCard:
        self.cards.show_card(card_view(call, **changes))
        return self.card(call)

    def card(self, call: str) -> CallerCard:
        return next(card for card in self.cards.cards if card.call == call)

    def places(self) -> dict[str, Rect]:
        return {card.call: card.rect_on_screen for card in self.cards.cards}


@pytest.fixture
def stack(theme: Theme, qapp: QApplication) -> Iterator[Stack]:
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert (screen.width(), screen.height()) == (AREA.width, AREA.height)
    stack = Stack(theme)
    yield stack
    stack.cards.close_all()
    qapp.processEvents()


def test_the_card_lands_12_px_from_the_bottom_right_corner(stack: Stack) -> None:
    place = stack.show("1").rect_on_screen
    assert (place.right, place.bottom) == (AREA.right - GAP, AREA.bottom - GAP)
    assert stack.card("1").isVisible()


def test_a_second_call_gets_a_card_above_and_leaves_the_first_alone(stack: Stack, qtbot: QtBot) -> None:
    first = stack.show("1")
    note = first.findChild(QLineEdit, "noteEdit")
    qtbot.mouseClick(first.findChild(QPushButton, "noteButton"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(note.hasFocus)
    qtbot.keyClicks(note, "half a sent")
    before = first.rect_on_screen
    stack.show("2")
    assert first.rect_on_screen == before
    assert first.note == "half a sent"
    assert first.focusWidget() is note
    assert stack.card("2").rect_on_screen.bottom == before.y - GAP


def test_an_update_repaints_in_place(stack: Stack) -> None:
    card = stack.show("1")
    before = card.rect_on_screen
    assert stack.show("1", state=CallState.CONNECTED) is card
    assert card.rect_on_screen == before


def test_a_closed_card_moves_nobody_and_its_place_is_used_again(stack: Stack) -> None:
    for call in "123":
        stack.show(call)
    before = stack.places()
    stack.cards.close_card("1")
    assert stack.places() == {call: before[call] for call in "23"}
    stack.show("4")
    assert stack.places()["4"] == before["1"]


def test_the_widget_of_a_closed_card_serves_the_next_call(stack: Stack) -> None:
    stack.cards.warm_up()
    first = stack.show("1")
    stack.cards.close_card("1")
    assert stack.show("2") is first


def test_a_hundred_calls_in_a_row_build_one_card(stack: Stack, qapp: QApplication) -> None:
    stack.cards.warm_up()
    cards = set()
    for call in range(100):
        cards.add(stack.show(str(call)))
        stack.cards.close_card(str(call))
    assert len(cards) == 1


def test_cards_without_room_wait_and_come_when_there_is_some(stack: Stack) -> None:
    calls = [str(call) for call in range(20)]
    for call in calls:
        stack.cards.show_card(card_view(call))
    first = [card.call for card in stack.cards.cards]
    assert first == calls[: len(first)]
    assert len(first) == 8
    places = list(stack.places().values())
    assert not any(one.is_near(other, GAP) for one, other in combinations(places, 2))
    stack.cards.show_card(card_view("17", name="Late News"))
    for call in first:
        stack.cards.close_card(call)
    assert [card.call for card in stack.cards.cards] == calls[8:16]
    for call in calls[8:16]:
        stack.cards.close_card(call)
    assert stack.card("17").windowTitle() == "Caller card - Late News"


def test_a_waiting_call_that_was_closed_never_shows(stack: Stack) -> None:
    for call in range(10):
        stack.cards.show_card(card_view(str(call)))
    stack.cards.close_card("8")
    stack.cards.close_card("0")
    assert [card.call for card in stack.cards.cards] == ["1", "2", "3", "4", "5", "6", "7", "9"]


def test_a_tall_card_without_room_keeps_no_other_card_waiting(stack: Stack) -> None:
    calls = [str(call) for call in range(7)]
    for call in calls:
        stack.show(call)
    stack.cards.show_card(card_view("tall", candidates=CONTACTS))
    assert [card.call for card in stack.cards.cards] == calls
    stack.show("low")
    stack.cards.show_card(card_view("later"))
    assert [card.call for card in stack.cards.cards] == [*calls, "low"]
    stack.cards.close_card("low")
    assert [card.call for card in stack.cards.cards] == [*calls, "later"]
    for call in calls:
        stack.cards.close_card(call)
    assert stack.card("tall").isVisible()


def test_a_waiting_card_that_became_low_enough_comes_at_once(stack: Stack) -> None:
    for call in range(7):
        stack.show(str(call))
    stack.cards.show_card(card_view("tall", candidates=CONTACTS))
    stack.show("tall")
    for call in range(7):
        stack.cards.close_card(str(call))
    assert [card.call for card in stack.cards.cards] == ["tall"]


def test_dismissing_tells_the_core_once_and_a_late_update_does_not_bring_the_card_back(
    stack: Stack, qtbot: QtBot
) -> None:
    card = stack.show("1")
    qtbot.mouseClick(card.findChild(QPushButton, "closeButton"), Qt.MouseButton.LeftButton)
    stack.cards.show_card(card_view("1", state=CallState.CONNECTED))
    stack.cards.close_card("1")
    assert stack.core.asked == [("dismiss", "1")]
    assert stack.cards.cards == ()


def test_a_later_call_with_the_same_name_is_another_call(stack: Stack, qtbot: QtBot) -> None:
    stack.show("1").close()
    assert stack.show("1", started=1_700_000_900.0).isVisible()


def test_what_the_user_does_reaches_the_core(stack: Stack, qtbot: QtBot) -> None:
    card = stack.show("1", candidates=CONTACTS)
    for name in ("candidateButton3", "callBackButton"):
        qtbot.mouseClick(card.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
    assert stack.core.asked == [("choose", "1", 2), ("dial", "+49711123456")]


def test_windows_that_close_with_the_session_are_not_dismissed(stack: Stack) -> None:
    card = stack.show("1")
    stack.cards.stop_reporting()
    card.close()
    assert stack.core.asked == []


def test_the_note_of_the_bottom_card_makes_the_one_above_way(stack: Stack, qtbot: QtBot) -> None:
    bottom, above = stack.show("1"), stack.show("2")
    edge, height = bottom.rect_on_screen.bottom, bottom.height()
    qtbot.mouseClick(bottom.findChild(QPushButton, "noteButton"), Qt.MouseButton.LeftButton)
    assert bottom.height() > height
    assert bottom.rect_on_screen.bottom == edge
    assert above.rect_on_screen.bottom == bottom.rect_on_screen.y - GAP


def test_the_note_of_a_card_with_room_below_grows_downwards(stack: Stack, qtbot: QtBot) -> None:
    stack.show("1")
    above = stack.show("2")
    stack.cards.close_card("1")
    top = above.rect_on_screen.y
    qtbot.mouseClick(above.findChild(QPushButton, "noteButton"), Qt.MouseButton.LeftButton)
    assert above.rect_on_screen.y == top


def test_the_keyboard_goes_to_the_newest_card_on_request(stack: Stack, qtbot: QtBot) -> None:
    stack.show("1")
    newest = stack.show("2")
    assert stack.cards.focus_newest()
    qtbot.waitUntil(newest.isActiveWindow)
    qtbot.keyClick(newest, Qt.Key.Key_Escape)
    assert stack.core.asked == [("dismiss", "2")]


def test_focus_without_a_card_does_nothing(stack: Stack) -> None:
    assert not stack.cards.focus_newest()
    assert stack.core.asked == []


def test_a_larger_text_size_restyles_cards_without_overlap(stack: Stack, theme: Theme, qapp: QApplication) -> None:
    for call in "12":
        stack.show(call)
    before = qapp.font()
    larger = qapp.font()
    larger.setPixelSize(18)
    try:
        qapp.setFont(larger)
        assert stack.card("1").width() == 570
        one, other = stack.places().values()
        assert not one.is_near(other, GAP)
        assert AREA.contains(one)
        assert AREA.contains(other)
    finally:
        qapp.setFont(before)


def test_a_notice_is_shown_once_beside_the_cards(stack: Stack, qtbot: QtBot) -> None:
    card = stack.show("1")
    notice = Notice("Sign in again to Microsoft", "<b>The access ended</b>", "Choose Sign in.")
    stack.cards.show_notice(notice)
    stack.cards.show_notice(notice)
    shown = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, CardWindow) and widget.isVisible() and widget is not card
    ]
    assert [widget.windowTitle() for widget in shown] == ["Notice - Sign in again to Microsoft"]
    assert not shown[0].rect_on_screen.is_near(card.rect_on_screen, GAP)
    qtbot.mouseClick(shown[0].findChild(QPushButton, "closeButton"), Qt.MouseButton.LeftButton)
    assert not shown[0].isVisible()


def test_a_screen_that_is_not_there_falls_back_to_the_primary_one(qapp: QApplication) -> None:
    assert ScreenChoice("no such screen").find() is QGuiApplication.primaryScreen()


_TWO_SCREENS = """
import json, sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from tests.ui.cards import Notebook, card_view
from ui.card_stack import CardStack
from ui.screen_choice import ScreenChoice
from ui.theme import Theme, ThemeChoice
app = QApplication([])
theme = Theme(app, ThemeChoice.LIGHT)
places = {}
for choice in ("cursor", "primary", "right"):
    stack = CardStack(theme, ScreenChoice(choice), Notebook, print)
    stack.show_card(card_view("1"))
    card = stack.cards[0]
    places[choice] = [card.screen().name(), card.x() + card.width(), card.y() + card.height()]
    stack.close_all()
print(json.dumps(places))
"""


def test_the_screen_setting_chooses_among_several_screens(tmp_path: Path) -> None:
    screens = [
        {
            "name": "left",
            "x": 0,
            "y": 0,
            "width": 1920,
            "height": 1080,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        },
        {"name": "right", "x": 1920, "y": 0, "width": 2560, "height": 1440, "logicalDpi": 96, "logicalBaseDpi": 96}
        | {"dpr": 1},
    ]
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": screens}), encoding="ascii")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={file}"}
    done = subprocess.run(
        [sys.executable, "-c", _TWO_SCREENS], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    places = json.loads(done.stdout)
    assert places["primary"] == ["left", 1920 - GAP, 1080 - GAP]
    assert places["right"] == ["right", 1920 + 2560 - GAP, 1440 - GAP]
    assert places["cursor"] in (places["primary"], places["right"])
