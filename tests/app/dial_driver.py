"""What a user does with the card on which a link asks to dial."""

from __future__ import annotations

from tests.display import Desktop, wait_until

REQUEST = "Dial request"


def wait_for_request(desktop: Desktop, name: str = "") -> int:
    """The card, as soon as it asks for this name or number."""
    return desktop.wait_for_window(f"{REQUEST} - {name}")


def confirm(desktop: Desktop, request: int) -> None:
    """Press Call as often as an impatient user does, until the card is gone."""
    _press(desktop, request, 0.25)


def refuse(desktop: Desktop, request: int) -> None:
    """Press Cancel."""
    _press(desktop, request, 0.75)


def _press(desktop: Desktop, request: int, share: float) -> None:
    area = desktop.area(request)
    x, y = area.x + round(area.width * share), area.y + area.height - 34

    def is_gone() -> bool:
        if not desktop.windows(REQUEST):
            return True
        desktop.click(x, y)
        return not desktop.windows(REQUEST)

    wait_until(is_gone, what="the card to go")
