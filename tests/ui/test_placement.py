"""Cards never overlap, stay inside the work area, and do not move because another one came."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from ui.placement import GAP, Rect, Size, grow, place, settle

AREA = Rect(0, 0, 1920, 1040)
CARD = Size(380, 200)

areas = st.builds(
    Rect, st.integers(-4000, 4000), st.integers(-3000, 3000), st.integers(320, 3840), st.integers(240, 2160)
)
sizes = st.builds(Size, st.integers(200, 570), st.integers(80, 500))


def apart(rects: list[Rect]) -> bool:
    return not any(one.is_near(other, GAP) for one, other in combinations(rects, 2))


def room_of(area: Rect) -> Rect:
    return Rect(area.x + GAP, area.y + GAP, area.width - 2 * GAP, area.height - 2 * GAP)


def test_the_first_card_is_12_px_from_the_bottom_right_corner() -> None:
    assert place(AREA, CARD, []) == Rect(1528, 828, 380, 200)
    assert place(Rect(1920, 100, 1280, 900), CARD, []) == Rect(2808, 788, 380, 200)


def test_cards_stack_upwards_and_then_to_the_left() -> None:
    taken: list[Rect] = []
    for _ in range(5):
        spot = place(AREA, CARD, taken)
        assert spot is not None
        taken.append(spot)
    assert [(rect.x, rect.y) for rect in taken] == [(1528, 828), (1528, 616), (1528, 404), (1528, 192), (1136, 828)]


def test_a_free_slot_is_used_again() -> None:
    first, second, third = Rect(1528, 828, *CARD), Rect(1528, 616, *CARD), Rect(1528, 404, *CARD)
    assert place(AREA, CARD, [second, third]) == first
    assert place(AREA, CARD, [first, third]) == second


def test_a_smaller_gap_is_not_squeezed_into() -> None:
    assert place(AREA, CARD, [Rect(1528, 750, 380, 100)]) == Rect(1528, 750 - GAP - 200, 380, 200)


@given(area=areas, wanted=st.lists(sizes, max_size=30))
def test_new_cards_never_overlap_and_stay_inside(area: Rect, wanted: list[Size]) -> None:
    taken: list[Rect] = []
    for size in wanted:
        spot = place(area, size, taken)
        if spot is None:
            assert taken
            continue
        assert apart([*taken, spot])
        fits = size.width + 2 * GAP <= area.width and size.height + 2 * GAP <= area.height
        assert room_of(area).contains(spot) if fits else (spot.x >= area.x and spot.y >= area.y)
        taken.append(spot)


@given(area=areas, size=sizes, count=st.integers(1, 20), gone=st.sets(st.integers(0, 19)))
def test_room_that_closed_cards_left_is_found_again(area: Rect, size: Size, count: int, gone: set[int]) -> None:
    taken: list[Rect] = []
    for _ in range(count):
        spot = place(area, size, taken)
        if spot is not None:
            taken.append(spot)
    kept = [rect for index, rect in enumerate(taken) if index not in gone]
    while len(kept) < len(taken):
        spot = place(area, size, kept)
        assert spot is not None
        assert apart([*kept, spot])
        kept.append(spot)


def test_a_card_with_room_below_grows_downwards_and_moves_nothing() -> None:
    card, other = Rect(1528, 300, *CARD), Rect(1528, 828, *CARD)
    assert grow(AREA, card, 240, [other]) == (Rect(1528, 300, 380, 240), (other,))


def test_a_card_on_the_bottom_edge_keeps_its_bottom_and_the_ones_above_make_way() -> None:
    card, above, top = Rect(1528, 828, *CARD), Rect(1528, 616, *CARD), Rect(1528, 404, *CARD)
    left = Rect(1136, 828, *CARD)
    grown, others = grow(AREA, card, 240, [above, left, top])
    assert grown == Rect(1528, 788, 380, 240)
    assert others == (Rect(1528, 576, *CARD), left, Rect(1528, 364, *CARD))


def test_growing_beside_a_card_below_keeps_the_distance() -> None:
    card, below = Rect(1528, 616, *CARD), Rect(1528, 828, *CARD)
    grown, others = grow(AREA, card, 240, [below])
    assert grown == Rect(1528, 576, 380, 240)
    assert others == (below,)


def test_a_shrinking_card_keeps_its_top() -> None:
    assert grow(AREA, Rect(1528, 788, 380, 240), 200, [])[0] == Rect(1528, 788, 380, 200)


@given(area=areas, wanted=st.lists(sizes, min_size=1, max_size=12), which=st.integers(0, 11), more=st.integers(0, 200))
def test_growing_never_makes_cards_overlap(area: Rect, wanted: list[Size], which: int, more: int) -> None:
    taken: list[Rect] = []
    for size in wanted:
        fits = size.width + 2 * GAP <= area.width and size.height + 2 * GAP <= area.height
        spot = place(area, size, taken) if fits else None
        if spot is not None:
            taken.append(spot)
    if not taken:
        return
    card = taken.pop(which % len(taken))
    height = min(card.height + more, area.height - 2 * GAP)
    grown, others = grow(area, card, height, taken)
    shown = [grown, *(rect for rect in others if rect is not None)]
    assert apart(shown)
    assert all(room_of(area).contains(rect) for rect in shown)
    assert grown.height == height


def test_a_lost_screen_sends_its_cards_to_the_remaining_one() -> None:
    stays, homeless = Rect(1528, 828, *CARD), Rect(3000, 828, *CARD)
    assert settle([AREA], [stays, homeless]) == (stays, Rect(1528, 616, *CARD))


def test_a_smaller_work_area_moves_only_the_cards_that_stick_out() -> None:
    out, inside = Rect(1528, 828, *CARD), Rect(1528, 404, *CARD)
    moved = settle([Rect(0, 0, 1920, 960)], [out, inside])
    assert moved == (Rect(1528, 748, *CARD), inside)


@given(old=areas, new=st.lists(areas, min_size=1, max_size=1), wanted=st.lists(sizes, max_size=10))
def test_settling_keeps_cards_apart_and_inside(old: Rect, new: list[Rect], wanted: list[Size]) -> None:
    taken: list[Rect] = []
    for size in wanted:
        spot = place(old, size, taken)
        if spot is not None:
            taken.append(spot)
    before = [rect for rect in taken if any(area.contains(rect) for area in new)]
    after = [rect for rect in settle(new, taken) if rect is not None]
    assert apart(after)
    assert all(rect in after for rect in before)


def test_cards_that_became_larger_are_set_apart_again() -> None:
    grown = [Rect(1528, 700, 380, 300), Rect(1528, 500, 380, 300), Rect(1528, 300, 380, 300)]
    after = [rect for rect in settle([AREA], grown) if rect is not None]
    assert len(after) == 3
    assert apart(after)
    assert after[0] == grown[0]
