"""Edits that are not saved are never lost silently: not by another card, nor by the store going away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.card_driver import Card
from tests.ui.conftest import let_go
from tests.ui.setup_bench import Person, SetupBench
from ui.theme import Theme

DELAY = "user_caller_card_delay"


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, bench: SetupBench) -> Iterator[Card]:
    """Anna's card with an edit that is not saved."""
    card = Card(qtbot, theme, bench, Person.PLAIN)
    card.write(DELAY, "9")
    yield card
    card.window.close()
    let_go(card.window)


def test_opening_the_same_card_again_keeps_the_edits(card: Card) -> None:
    card.window.tabs.setCurrentIndex(2)
    card.open(Person.PLAIN)
    card.bench.clock.forward(minutes=5)
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: card.text("fact_activeEdit") == "No")
    assert card.number(DELAY).text() == "9"
    assert card.can_apply
    assert card.banner == ""


def test_another_card_asks_first_and_cancel_stays(card: Card) -> None:
    card.open(Person.ADMIN)
    assert card.banner == "The changes on the setup card of Anna Vermeer are not saved."
    assert card.find(QPushButton, "bannerButton").hasFocus()
    card.press("bannerCancelButton")
    assert card.banner == ""
    assert "Anna" in card.window.windowTitle()
    assert card.number(DELAY).text() == "9"
    assert card.can_apply


def test_escape_lets_go_the_question_and_not_the_edits(card: Card) -> None:
    card.open(Person.ADMIN)
    card.qtbot.keyClick(card.find(QPushButton, "bannerButton"), Qt.Key.Key_Escape)
    assert card.window.isVisible()
    assert card.banner == ""
    assert card.number(DELAY).text() == "9"


def test_another_card_comes_after_saving(card: Card) -> None:
    card.open(Person.ADMIN)
    card.press("bannerButton")
    card.wait_for(Person.ADMIN)
    assert card.saved(Person.PLAIN).caller_card_delay == 9
    assert card.number(DELAY).text() == "0"
    assert card.saved(Person.ADMIN).caller_card_delay == 0
    assert not card.can_apply
    assert card.banner == ""


def test_another_card_comes_without_saving_where_the_user_says_so(card: Card) -> None:
    card.open(Person.ADMIN)
    card.press("bannerOtherButton")
    card.wait_for(Person.ADMIN)
    assert card.saved(Person.PLAIN).caller_card_delay == 0
    assert card.number(DELAY).text() == "0"
    assert not card.can_apply


def test_what_cannot_be_saved_keeps_the_card(card: Card) -> None:
    card.write(DELAY, "150")
    card.open(Person.ADMIN)
    card.press("bannerButton")
    assert "Anna" in card.window.windowTitle()
    assert card.problem(DELAY)
    assert card.banner == ""


def test_a_card_that_is_asked_for_while_the_edits_are_being_saved_comes_afterwards(card: Card) -> None:
    card.press("applyButton")
    card.open(Person.ADMIN)
    card.wait_for(Person.ADMIN)
    assert card.saved(Person.PLAIN).caller_card_delay == 9


def test_what_is_typed_while_the_edits_are_being_saved_stays(card: Card) -> None:
    card.press("applyButton")
    card.write(DELAY, "12")
    card.qtbot.waitUntil(lambda: card.can_apply)
    assert card.number(DELAY).text() == "12"
    assert card.saved(Person.PLAIN).caller_card_delay == 9
    card.apply()
    assert card.saved(Person.PLAIN).caller_card_delay == 12
    assert card.banner == ""


def test_the_question_stays_while_the_store_tells_news(card: Card) -> None:
    card.open(Person.ADMIN)
    card.bench.clock.forward(minutes=5)
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: card.text("fact_activeEdit") == "No")
    assert "are not saved" in card.banner


def test_the_own_card_is_the_same_however_it_is_asked_for(qtbot: QtBot, theme: Theme, bench: SetupBench) -> None:
    card = Card(qtbot, theme, bench, None)
    card.write(DELAY, "9")
    card.open(Person.ADMIN)
    assert card.banner == ""
    assert card.number(DELAY).text() == "9"


def test_a_store_that_goes_away_locks_at_once_and_the_edits_wait_for_it(card: Card) -> None:
    card.bench.clock.forward(hours=2)
    card.bench.lose_store()
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: "2 hours ago" in card.banner)
    assert "only be read" in card.banner
    assert not card.can_apply
    assert not card.find(QPushButton, "okButton").isEnabled(), "it would drop the edits"
    assert not card.number(DELAY).isEnabled()
    assert card.number(DELAY).text() == "9"
    card.open(Person.ADMIN)
    assert not card.find(QPushButton, "bannerButton").isVisible(), "they cannot be saved now"
    card.press("bannerCancelButton")
    card.bench.reachable = True
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: card.can_apply)
    assert card.banner == ""
    card.press("okButton")
    card.qtbot.waitUntil(lambda: not card.window.isVisible())
    assert card.saved(Person.PLAIN).caller_card_delay == 9


def test_what_could_not_be_saved_is_saved_once_the_store_is_back(card: Card) -> None:
    card.bench.lose_store()
    card.apply()
    card.qtbot.waitUntil(lambda: "cannot be reached" in card.banner)
    card.bench.reachable = True
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: card.banner == "")
    card.apply()
    assert card.saved(Person.PLAIN).caller_card_delay == 9


def test_a_change_of_somebody_else_that_was_seen_while_editing_is_not_overwritten(card: Card) -> None:
    card.bench.change_card(Person.PLAIN, caller_card_delay=5)
    card.bench.clock.forward(minutes=5)
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: card.text("fact_activeEdit") == "No")
    card.apply()
    card.qtbot.waitUntil(lambda: "from 0 to 5" in card.banner)
    assert card.saved(Person.PLAIN).caller_card_delay == 5
