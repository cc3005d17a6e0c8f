"""A number field keeps what is typed, says what is wrong with it, and never saves another number than the typed one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.card_driver import Card
from tests.ui.conftest import Speaking, let_go
from tests.ui.setup_bench import Person, SetupBench
from ui.language import Language
from ui.theme import Theme

DELAY = "user_caller_card_delay"


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, bench: SetupBench) -> Iterator[Card]:
    """Anna's card, with a delay of 7 seconds."""
    bench.change_card(Person.PLAIN, caller_card_delay=7)
    card = Card(qtbot, theme, bench, Person.PLAIN)
    yield card
    card.window.close()
    let_go(card.window)


@pytest.mark.parametrize("typed", ["150", "-1", "2.5", "", "121", "5 s", "1e2"])
def test_what_is_no_delay_is_kept_and_refused_at_the_field(card: Card, typed: str) -> None:
    card.write(DELAY, typed)
    assert card.number(DELAY).text() == typed
    assert card.can_apply, "it counts as changed"
    card.window.tabs.setCurrentIndex(2)
    card.qtbot.keyClick(card.window, Qt.Key.Key_Return)
    assert card.window.isVisible()
    assert card.problem(DELAY) == "Caller card delay (seconds): write a whole number from 0 to 120."
    assert card.window.tabs.currentIndex() == 0
    assert card.number(DELAY).hasFocus()
    assert card.number(DELAY).text() == typed
    assert card.saved(Person.PLAIN).caller_card_delay == 7


def test_a_good_number_takes_the_problem_back_and_is_saved(card: Card) -> None:
    card.write(DELAY, "150")
    card.press("applyButton")
    card.write(DELAY, "120")
    assert card.problem(DELAY) == ""
    card.apply()
    assert card.saved(Person.PLAIN).caller_card_delay == 120


def test_leaving_the_field_tells_what_is_wrong(card: Card) -> None:
    card.write(DELAY, "150")
    assert card.problem(DELAY) == "", "not while it is being typed"
    card.qtbot.keyClick(card.number(DELAY), Qt.Key.Key_Tab)
    assert "from 0 to 120" in card.problem(DELAY)


@pytest.mark.parametrize(
    ("typed", "key", "then"),
    [
        ("150", Qt.Key.Key_Down, "120"),
        ("-5", Qt.Key.Key_Up, "0"),
        ("", Qt.Key.Key_Up, "0"),
        ("x", Qt.Key.Key_Up, "0"),
        ("119", Qt.Key.Key_PageUp, "120"),
        ("0", Qt.Key.Key_Down, "0"),
    ],
)
def test_the_arrows_lead_into_the_limits(card: Card, typed: str, key: Qt.Key, then: str) -> None:
    card.write(DELAY, typed)
    card.qtbot.keyClick(card.number(DELAY), key)
    assert card.number(DELAY).text() == then


def test_the_problem_is_told_in_the_language_in_force(card: Card, speaking: Speaking) -> None:
    card.write(DELAY, "150")
    card.press("applyButton")
    speaking(Language.GERMAN)
    card.qtbot.waitUntil(lambda: "ganze Zahl" in card.problem(DELAY))


@pytest.mark.parametrize("typed", ["", "150", "7"])
def test_news_of_the_store_leave_alone_what_is_being_typed(card: Card, typed: str) -> None:
    card.write(DELAY, typed)
    card.bench.clock.forward(minutes=5)
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: card.text("fact_activeEdit") == "No")
    assert card.number(DELAY).text() == typed


def test_the_calls_are_not_foretold_with_what_is_no_delay(card: Card) -> None:
    card.write(DELAY, "")
    draft = card.window.draft()
    assert draft["user.caller_card_delay"] == 7
    assert card.find(QPushButton, "applyButton").isEnabled()
