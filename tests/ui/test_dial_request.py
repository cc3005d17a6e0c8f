"""The card on which a link asks to dial: what it says, one answer, calm after a change, and no keyboard by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.cards import Notebook, card_view
from tests.ui.clipping import clipped
from tests.ui.conftest import Speaking
from tests.ui.pictures import dial_requests
from tray.views import DialRequestView
from ui.card_stack import CardStack
from ui.dial_request import CALM_MS, LIFE_MS, DialRequestCard, DialRequests
from ui.language import Language
from ui.placement import GAP
from ui.screen_choice import ScreenChoice
from ui.theme import Theme

ADATUM = DialRequestView("r1", "020 555 0101", "Adatum Corporation")
NOBODY = DialRequestView("r2", "020 555 0102")


class Answering(Notebook):
    """A core that notes the answers too."""

    def answer_dial_request(self, request: str, *, dial: bool) -> None:
        self.asked.append(("answer", request, dial))


class Asked:
    """The requests of a screen, with the stack beside which they are shown."""

    def __init__(self, theme: Theme) -> None:
        self.core = Answering()
        self.stack = CardStack(theme, ScreenChoice("primary"), lambda: self.core, lambda _: None)
        self.requests = DialRequests(theme, self.stack, lambda: self.core)

    @property
    def card(self) -> DialRequestCard:
        card = self.requests._card
        assert card is not None
        return card

    @property
    def answers(self) -> list[object]:
        return [each for each in self.core.asked if each[0] == "answer"]

    def button(self, name: str) -> QPushButton:
        button = self.card.findChild(QPushButton, name)
        assert button is not None
        return button

    def says(self, name: str) -> str:
        label = self.card.findChild(QLabel, name)
        assert label is not None
        return "" if label.isHidden() else label.text()

    def show_calmly(self, view: DialRequestView, qtbot: QtBot) -> None:
        self.requests.show(view)
        qtbot.waitUntil(lambda: self.button("callButton").isEnabled(), timeout=10 * CALM_MS)


@pytest.fixture
def asked(theme: Theme, qapp: QApplication) -> Iterator[Asked]:
    asked = Asked(theme)
    yield asked
    asked.requests.close()
    asked.stack.close_all()
    qapp.processEvents()


def test_it_names_whom_and_says_that_a_link_asks(asked: Asked) -> None:
    asked.requests.show(replace(ADATUM, key_in="12 34#"))
    assert asked.says("requestTitle") == "A link asks to dial"
    assert asked.says("requestName") == "Adatum Corporation"
    assert asked.says("requestNumber") == "020 555 0101"
    assert asked.says("requestKeyIn") == "To key in after the answer: 12 34#"
    assert asked.card.windowTitle() == "Dial request - Adatum Corporation"
    assert asked.card.accessibleName() == "A link asks to dial. Call Adatum Corporation, 020 555 0101?"


def test_an_extension_that_is_dialled_too_is_shown_before_anybody_agrees(asked: Asked) -> None:
    asked.requests.show(replace(NOBODY, extension="12", key_in="34#"))
    assert asked.says("requestKeyIn") == "Extension: 12\nTo key in after the answer: 34#"
    assert asked.card.accessibleName().endswith("020 555 0102, Extension: 12?")
    assert asked.card.height() == asked.card.height_wanted


def test_without_a_name_the_number_stands_in_its_place(asked: Asked) -> None:
    asked.requests.show(NOBODY)
    assert (asked.says("requestName"), asked.says("requestNumber")) == ("020 555 0102", "")
    assert asked.says("requestKeyIn") == ""
    assert asked.card.height() == asked.card.height_wanted > 100


def test_markup_in_a_name_is_shown_as_it_is(asked: Asked) -> None:
    asked.requests.show(replace(ADATUM, name="<b>Bank</b>\u202e", number_text="1\n2"))
    assert asked.says("requestName") == "<b>Bank</b>"
    labels = asked.card.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_call_answers_once_even_on_a_double_click(asked: Asked, qtbot: QtBot) -> None:
    asked.show_calmly(ADATUM, qtbot)
    call = asked.button("callButton")
    qtbot.mouseClick(call, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(call, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(call, Qt.MouseButton.LeftButton)
    assert asked.answers == [("answer", "r1", True)]
    assert not asked.card.isVisible()


@pytest.mark.parametrize("button", ["cancelButton", "closeButton"])
def test_cancel_and_close_dial_nothing(asked: Asked, qtbot: QtBot, button: str) -> None:
    asked.requests.show(ADATUM)
    qtbot.mouseClick(asked.button(button), Qt.MouseButton.LeftButton)
    assert asked.answers == [("answer", "r1", False)]
    assert not asked.card.isVisible()


def test_closing_the_window_dials_nothing(asked: Asked) -> None:
    asked.requests.show(ADATUM)
    asked.card.close()
    assert asked.answers == [("answer", "r1", False)]
    assert not asked.card.isVisible()


def test_a_click_that_was_on_its_way_to_something_else_does_not_dial(asked: Asked, qtbot: QtBot) -> None:
    """A page may ask for one number, and for another one at the moment of the click."""
    asked.show_calmly(ADATUM, qtbot)
    asked.requests.show(NOBODY)
    qtbot.mouseClick(asked.button("callButton"), Qt.MouseButton.LeftButton)
    assert asked.answers == []
    assert asked.card.isVisible()
    qtbot.waitUntil(lambda: asked.button("callButton").isEnabled(), timeout=10 * CALM_MS)
    qtbot.mouseClick(asked.button("callButton"), Qt.MouseButton.LeftButton)
    assert asked.answers == [("answer", "r2", True)]


def test_the_same_request_again_leaves_the_button_as_it_is(asked: Asked, qtbot: QtBot) -> None:
    asked.show_calmly(ADATUM, qtbot)
    asked.requests.show(ADATUM)
    assert asked.button("callButton").isEnabled()


def test_many_requests_are_one_window(asked: Asked, qapp: QApplication) -> None:
    for number in range(50):
        asked.requests.show(DialRequestView(f"r{number}", f"020 555 {number:04}"))
    shown = [widget for widget in qapp.topLevelWidgets() if isinstance(widget, DialRequestCard) and widget.isVisible()]
    assert shown == [asked.card]
    assert asked.says("requestName") == "020 555 0049"
    assert asked.answers == []


def test_it_goes_away_by_itself(asked: Asked, qtbot: QtBot) -> None:
    asked.requests.show(ADATUM)
    life = asked.requests._life
    assert (life.interval(), life.isSingleShot(), life.isActive()) == (LIFE_MS, True, True)
    life.start(1)
    qtbot.waitUntil(lambda: not asked.card.isVisible())
    assert asked.answers == [("answer", "r1", False)]


def test_it_stands_beside_the_cards_and_cards_beside_it(asked: Asked) -> None:
    asked.stack.show_card(card_view("1"))
    asked.requests.show(ADATUM)
    asked.stack.show_card(card_view("2"))
    first, second = (card.rect_on_screen for card in asked.stack.cards)
    place = asked.card.rect_on_screen
    assert place.bottom == first.y - GAP
    assert not place.is_near(second)
    asked.requests.show(replace(ADATUM, key_in="12"))
    assert asked.card.rect_on_screen.bottom == place.bottom


def test_it_takes_the_keyboard_only_when_asked_and_enter_does_not_dial_then(asked: Asked, qtbot: QtBot) -> None:
    assert not asked.requests.take_keyboard()
    asked.show_calmly(ADATUM, qtbot)
    card = asked.card
    assert card.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert card.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert card.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert asked.requests.take_keyboard()
    qtbot.waitUntil(lambda: asked.button("cancelButton").hasFocus())
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert asked.answers == [("answer", "r1", False)]


def test_with_the_keyboard_call_can_be_reached_and_escape_cancels(asked: Asked, qtbot: QtBot) -> None:
    asked.show_calmly(ADATUM, qtbot)
    asked.requests.take_keyboard()
    asked.button("callButton").setFocus()
    qtbot.waitUntil(lambda: asked.button("callButton").hasFocus())
    qtbot.keyClick(asked.card, Qt.Key.Key_Enter)
    assert asked.answers == [("answer", "r1", True)]
    asked.show_calmly(NOBODY, qtbot)
    qtbot.keyClick(asked.card, Qt.Key.Key_Escape)
    assert asked.answers[1:] == [("answer", "r2", False)]


def test_another_language_or_look_keeps_what_is_asked(asked: Asked, theme: Theme) -> None:
    asked.requests.show(ADATUM)
    QApplication.sendEvent(asked.card, QEvent(QEvent.Type.LanguageChange))
    theme.changed.emit()
    assert asked.says("requestName") == "Adatum Corporation"
    assert asked.card.isVisible()


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.DUTCH, Language.GERMAN])
def test_nothing_is_cut_off_in_any_language(
    theme: Theme, qapp: QApplication, qtbot: QtBot, speaking: Speaking, language: Language
) -> None:
    speaking(language)
    card = DialRequestCard(theme)
    qtbot.addWidget(card)
    for name, view in dial_requests().items():
        card.show_view(view)
        card.resize_to(card.width(), card.height_wanted)
        card.show()
        qapp.processEvents()
        assert clipped(card, {"requestName"}) == [], name
