"""Where cards go: pure functions of rectangles, in logical pixels.

Cards stack from the bottom right corner upwards and then in further columns to the left. A card that is on the screen
keeps its place; only its own growth, asked for by the user, may push the cards above it. Nothing here knows Qt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

GAP = 12


class Size(NamedTuple):
    """Width and height."""

    width: int
    height: int


class Rect(NamedTuple):
    """A rectangle; `right` and `bottom` are the first pixel beyond it."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column beyond."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row beyond."""
        return self.y + self.height

    @property
    def size(self) -> Size:
        """Width and height alone."""
        return Size(self.width, self.height)

    def contains(self, other: Rect) -> bool:
        """Whether `other` lies within, edges included."""
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom

    def is_near(self, other: Rect, distance: int = 0) -> bool:
        """Whether both overlap, or are less than `distance` apart."""
        return (
            self.x < other.right + distance
            and other.x < self.right + distance
            and self.y < other.bottom + distance
            and other.y < self.bottom + distance
        )

    def shared(self, other: Rect) -> int:
        """The area that both cover, in square pixels."""
        width = min(self.right, other.right) - max(self.x, other.x)
        height = min(self.bottom, other.bottom) - max(self.y, other.y)
        return max(0, width) * max(0, height)


def place(area: Rect, size: Size, taken: Sequence[Rect]) -> Rect | None:
    """The place for a new card in a work area: as far down as there is room, and as far right as that.

    None when there is no room beside the cards that are there. A card that is larger than the area goes to its top left
    corner, if it is the only one there.
    """
    here = [rect for rect in taken if rect.is_near(area)]
    if size.width + 2 * GAP > area.width or size.height + 2 * GAP > area.height:
        return None if here else _inside(area, size)
    x = area.right - GAP - size.width
    while x >= area.x + GAP:
        column = [rect for rect in here if rect.x < x + size.width + GAP and x < rect.right + GAP]
        spot = _lowest(area, Rect(x, area.bottom - GAP - size.height, *size), column)
        if spot is not None:
            return spot
        x = min(rect.x for rect in column) - GAP - size.width
    return None


def grow(area: Rect, rect: Rect, height: int, others: Sequence[Rect]) -> tuple[Rect, tuple[Rect | None, ...]]:
    """Give a card another height. Returns its new place and those of `others`, None for one without room.

    It grows downwards. Where the work area or a card below leaves no room for that, its bottom stays and its top moves
    up, and the cards above it make way.
    """
    grown = rect._replace(height=height)
    if height <= rect.height or _is_free(area, grown, others):
        return grown, tuple(others)
    below = [other.y - GAP for other in others if other.y >= rect.bottom and _same_column(other, rect)]
    bottom = min([area.bottom - GAP, *below])
    grown = grown._replace(y=max(min(rect.y, bottom - height), area.y + GAP))
    return grown, _make_way(area, grown, others)


def settle(areas: Sequence[Rect], rects: Sequence[Rect]) -> tuple[Rect | None, ...]:
    """New places after screens or work areas changed; the first area takes the cards that lost theirs.

    A card that still lies within a work area, clear of the others, stays. None stands for a card without room.
    """
    fixed: list[Rect] = []
    homeless: list[int] = []
    placed: list[Rect | None] = [None] * len(rects)
    for index, rect in enumerate(rects):
        if any(area.contains(rect) for area in areas) and not any(rect.is_near(other, GAP) for other in fixed):
            placed[index] = rect
            fixed.append(rect)
        else:
            homeless.append(index)
    for index in homeless:
        spot = placed[index] = _first_room(_by_overlap(areas, rects[index]), rects[index].size, fixed)
        if spot is not None:
            fixed.append(spot)
    return tuple(placed)


def _by_overlap(areas: Sequence[Rect], rect: Rect) -> list[Rect]:
    return sorted(areas, key=lambda area: -area.shared(rect))


def _first_room(areas: Iterable[Rect], size: Size, taken: Sequence[Rect]) -> Rect | None:
    return next((spot for area in areas if (spot := place(area, size, taken)) is not None), None)


def _lowest(area: Rect, bottom: Rect, column: Sequence[Rect]) -> Rect | None:
    heights = [bottom.y, *(rect.y - GAP - bottom.height for rect in column)]
    for y in sorted(heights, reverse=True):
        spot = bottom._replace(y=y)
        if y <= bottom.y and _is_free(area, spot, column):
            return spot
    return None


def _is_free(area: Rect, spot: Rect, others: Iterable[Rect]) -> bool:
    room = Rect(area.x + GAP, area.y + GAP, area.width - 2 * GAP, area.height - 2 * GAP)
    return room.contains(spot) and not any(spot.is_near(other, GAP) for other in others)


def _same_column(one: Rect, other: Rect) -> bool:
    return one.x < other.right + GAP and other.x < one.right + GAP


def _make_way(area: Rect, grown: Rect, others: Sequence[Rect]) -> tuple[Rect | None, ...]:
    moved: dict[int, Rect | None] = {}
    fixed = [grown]
    upwards = sorted(range(len(others)), key=lambda index: -others[index].y)
    for position, index in enumerate(upwards):
        rect = others[index]
        spot: Rect | None = rect
        blocking = [other for other in fixed if rect.is_near(other, GAP)]
        if blocking:
            spot = rect._replace(y=min(other.y for other in blocking) - GAP - rect.height)
            if not _is_free(area, spot, fixed):
                spot = place(area, rect.size, [*fixed, *(others[later] for later in upwards[position + 1 :])])
        moved[index] = spot
        if spot is not None:
            fixed.append(spot)
    return tuple(moved[index] for index in range(len(others)))


def _inside(area: Rect, size: Size) -> Rect:
    x = max(area.x, area.right - GAP - size.width)
    y = max(area.y, area.bottom - GAP - size.height)
    return Rect(x, y, *size)
