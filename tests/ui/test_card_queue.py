"""A storm of calls and the cards: the windows get their turn, and what counts is what is true now."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.cards import Notebook, card_view
from tray.calls.model import CallState
from ui.card_queue import CardQueue
from ui.card_stack import CardStack
from ui.screen_choice import ScreenChoice
from ui.theme import Theme


class Pulse(QObject):
    """A sign of life that the event loop gives when it has come so far."""

    asked = Signal()


@pytest.fixture
def stack(theme: Theme, qapp: QApplication) -> Iterator[CardStack]:
    stack = CardStack(theme, ScreenChoice("primary"), Notebook, lambda _: None)
    yield stack
    stack.close_all()
    qapp.processEvents()


@pytest.fixture
def queue(stack: CardStack) -> CardQueue:
    return CardQueue(stack)


def calls(stack: CardStack) -> list[tuple[str, CallState]]:
    return [(card.call, card.view.state) for card in stack.cards if card.view]


def test_a_card_that_is_alone_does_not_wait(queue: CardQueue, stack: CardStack, qtbot: QtBot) -> None:
    queue.show_card(card_view("1"))
    assert calls(stack) == [("1", CallState.OFFERED)]
    qtbot.waitUntil(lambda: not queue._next.isActive())
    queue.show_card(card_view("1", state=CallState.CONNECTED))
    assert calls(stack) == [("1", CallState.CONNECTED)]
    qtbot.waitUntil(lambda: not queue._next.isActive())
    queue.close_card("1")
    assert calls(stack) == []


def test_the_windows_get_their_turn_between_two_cards(queue: CardQueue, stack: CardStack, qtbot: QtBot) -> None:
    pulse, seen = Pulse(), list[int]()
    pulse.asked.connect(lambda: seen.append(len(stack.cards)), Qt.ConnectionType.QueuedConnection)
    for number in range(3):
        queue.show_card(card_view(str(number)))
    pulse.asked.emit()
    qtbot.waitUntil(lambda: len(stack.cards) == 3)
    assert seen == [1]
    assert [call for call, _ in calls(stack)] == ["0", "1", "2"]


def test_only_the_newest_view_of_a_call_is_shown(queue: CardQueue, stack: CardStack, qtbot: QtBot) -> None:
    queue.show_card(card_view("1"))
    for state in (CallState.OFFERED, CallState.CONNECTED, CallState.ENDED):
        queue.show_card(card_view("2", state=state))
    assert calls(stack) == [("1", CallState.OFFERED)]
    qtbot.waitUntil(lambda: len(stack.cards) == 2)
    assert calls(stack)[1] == ("2", CallState.ENDED)


def test_a_card_that_closes_before_it_was_seen_does_not_come(queue: CardQueue, stack: CardStack, qtbot: QtBot) -> None:
    queue.show_card(card_view("1"))
    queue.show_card(card_view("2"))
    queue.close_card("2")
    queue.close_card("1")
    assert calls(stack) == [("1", CallState.OFFERED)]
    qtbot.waitUntil(lambda: stack.cards == ())


def test_a_card_that_comes_back_after_it_was_to_close_is_there(queue: CardQueue, stack: CardStack) -> None:
    queue.show_card(card_view("1", started=1.0))
    queue.close_card("1")
    queue.show_card(card_view("1", started=2.0))
    queue.finish()
    assert [card.view.started for card in stack.cards if card.view] == [2.0]


def test_whoever_needs_every_card_at_once_has_them(queue: CardQueue, stack: CardStack) -> None:
    for number in range(3):
        queue.show_card(card_view(str(number)))
    queue.finish()
    assert len(stack.cards) == 3


def test_what_is_forgotten_does_not_come(queue: CardQueue, stack: CardStack, qapp: QApplication) -> None:
    queue.show_card(card_view("1"))
    queue.show_card(card_view("2"))
    queue.clear()
    qapp.processEvents()
    assert [call for call, _ in calls(stack)] == ["1"]
