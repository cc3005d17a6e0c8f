"""More calls than the screen has room for: cards wait, and come when another one goes, however it goes."""

from __future__ import annotations

import pytest

from tests.app.cards import CARD
from tests.desk import DeskTray
from tests.display import Desktop, wait_until

pytestmark = pytest.mark.display

CALLS = 16
MARGIN = 12


def wait_for_cards(desktop: Desktop, first: int, end: int) -> None:
    """Wait until exactly the cards of these callers are on the screen."""
    wanted = {f"{CARD} - Caller {number}" for number in range(first, end)}
    wait_until(
        lambda: {desktop.title(card) for card in desktop.windows(CARD)} == wanted, what=f"cards {first} to {end}"
    )


def room_on(desktop: Desktop) -> int:
    """How many cards fit on the screen above the panel, in columns, with the margin around each."""
    card = desktop.area(desktop.wait_for_window(f"{CARD} - Caller 0"))
    rows = (card.y + card.height) // (card.height + MARGIN)
    return rows * ((desktop.size[0] - MARGIN) // (card.width + MARGIN))


def test_a_card_that_waits_comes_when_a_window_is_closed(desktop: Desktop, screen_tray: DeskTray) -> None:
    for number in range(CALLS):
        screen_tray.report(
            "offered", call_id=f"wait-{number}", number=f"+312055502{number:02}", name=f"Caller {number}"
        )
    room = room_on(desktop)
    assert 1 < room < CALLS
    for last in range(room, CALLS + 1):
        wait_for_cards(desktop, last - room, last)
        desktop.close_window(desktop.windows(f"{CARD} - Caller {last - room}")[0])
    for number in range(CALLS):
        screen_tray.report("ended", call_id=f"wait-{number}")
    assert screen_tray.call(f"wait-{CALLS - 1}")["outcome"] == "missed_incoming"
