"""What several tests do with the cards on a real desktop."""

from __future__ import annotations

from tests.display import Desktop, wait_until

CARD = "Caller card"


def close_cards(desktop: Desktop) -> None:
    """Close every caller card, as the user does."""
    for window in desktop.windows(CARD):
        desktop.close_window(window)
    wait_until(lambda: not desktop.windows(CARD), what="a desktop without cards")
