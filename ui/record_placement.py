"""Where a record page goes: beside the caller card, inside the work area. A pure function of rectangles."""

from __future__ import annotations

from collections.abc import Sequence

from ui.placement import GAP, Rect, Size

STEP = 32
CARD_WIDTH = 380


def place_page(area: Rect, size: Size, card: Rect | None, taken: Sequence[Rect] = ()) -> Rect:
    """The place of a page: left of its card where there is room, else right of it, else as far left as possible.

    Without a card the corner where cards come up stays free. Its bottom is that of the card. A page that would cover
    one of `taken` exactly goes a step up and to the left.
    """
    size = Size(min(size.width, area.width - 2 * GAP), min(size.height, area.height - 2 * GAP))
    corner = Rect(area.right - GAP - CARD_WIDTH, area.bottom - GAP, CARD_WIDTH, 0)
    beside = card if card is not None and card.is_near(area) else corner
    x = beside.x - GAP - size.width
    if x < area.x + GAP and beside.right + GAP + size.width <= area.right - GAP:
        x = beside.right + GAP
    spot = _inside(area, Rect(x, beside.bottom - size.height, *size))
    for _ in taken:
        if not any((other.x, other.y) == (spot.x, spot.y) for other in taken):
            break
        spot = _inside(area, spot._replace(x=spot.x - STEP, y=spot.y - STEP))
    return spot


def _inside(area: Rect, rect: Rect) -> Rect:
    x = min(max(rect.x, area.x + GAP), max(area.x, area.right - GAP - rect.width))
    y = min(max(rect.y, area.y + GAP), max(area.y, area.bottom - GAP - rect.height))
    return rect._replace(x=x, y=y)
