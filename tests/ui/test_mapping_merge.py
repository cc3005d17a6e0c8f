"""What two administrators do to the mapping rows at the same time: nothing of either is lost without a word."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.setup_bench import ROWS
from tray.calls.settings import MappingRow
from ui.mapping_draft import Rows, in_order, moved, with_new, without
from ui.mapping_merge import Clash, merged
from ui.mapping_words import clash_words

CUSTOMER, CONTACT, VENDOR = ROWS
LEAD = MappingRow(4, "Lead", "builtin")

_row = st.builds(
    MappingRow,
    priority=st.integers(1, 5),
    table=st.sampled_from(["Customer", "Contact", "Lead"]),
    card_page=st.sampled_from(["", "builtin", "21"]),
    name_field=st.sampled_from(["name", "title"]),
    enabled=st.booleans(),
)
_rows = st.lists(_row, max_size=6).map(in_order)


@st.composite
def _edits(draw: st.DrawFn, base: Rows) -> Rows:
    """The rows after a few edits of each kind."""
    rows = base
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, max(0, len(rows) - 1)))
        kind = draw(st.sampled_from(["edit", "move", "remove", "add"])) if rows else "add"
        if kind == "add":
            rows = in_order((*rows, draw(_row)))
        elif kind == "remove":
            rows = without(rows, place)
        elif kind == "move":
            rows, _ = moved(rows, place, draw(st.sampled_from([-1, 1])))
        else:
            row = replace(rows[place], card_page=draw(st.sampled_from(["", "26", "5050"])))
            rows = in_order((*rows[:place], row, *rows[place + 1 :]))
    return rows


@st.composite
def _both(draw: st.DrawFn) -> tuple[Rows, Rows, Rows]:
    base = draw(_rows)
    return base, draw(_edits(base)), draw(_edits(base))


def _less(rows: Rows, others: Rows) -> int:
    """How many of the rows are not among the others."""
    return (Counter(rows) - Counter(others)).total()


@given(_both())
def test_of_the_other_only_what_was_changed_here_as_well_is_otherwise(both: tuple[Rows, Rows, Rows]) -> None:
    base, mine, theirs = both
    rows = merged(base, mine, theirs).rows
    assert _less(theirs, rows) <= _less(base, mine)
    assert _less(mine, rows) <= _less(base, theirs)


@given(_both())
def test_where_one_side_changed_nothing_the_other_holds(both: tuple[Rows, Rows, Rows]) -> None:
    base, mine, theirs = both
    assert merged(base, mine, base).rows == mine
    assert Counter(merged(base, base, theirs).rows) == Counter(theirs)
    assert not merged(base, mine, base).clashes
    assert not merged(base, base, theirs).clashes


@given(_both())
def test_what_both_did_alike_is_there_once_and_no_contradiction(both: tuple[Rows, Rows, Rows]) -> None:
    base, mine, _ = both
    assert Counter(merged(base, mine, mine).rows) == Counter(mine)
    assert not merged(base, mine, mine).clashes


_page = st.sampled_from(["", "builtin", "21"])
_named = st.dictionaries(st.sampled_from("ABCDE"), st.tuples(_page, st.booleans()))


def _rows_of(named: dict[str, tuple[str, bool]]) -> Rows:
    """One row for each table, which stands where its name puts it."""
    return in_order([MappingRow(ord(table), table, page, enabled=on) for table, (page, on) in named.items()])


@given(_named, _named, _named)
def test_no_value_of_the_other_gives_way_without_a_word(
    base: dict[str, tuple[str, bool]], mine: dict[str, tuple[str, bool]], theirs: dict[str, tuple[str, bool]]
) -> None:
    done = merged(_rows_of(base), _rows_of(mine), _rows_of(theirs))
    shown = {row.table: row for row in done.rows}
    told = {(clash.theirs, name) for clash in done.clashes for name in clash.fields}
    began = {row.table: row for row in _rows_of(base)}
    for row in _rows_of(theirs):
        if row.table not in began:
            assert row in done.rows
            continue
        for name in ("card_page", "enabled"):
            value = getattr(row, name)
            is_changed = value != getattr(began[row.table], name)
            assert not is_changed or getattr(shown[row.table], name) == value or (row, name) in told
    kept = {clash.mine.table for clash in done.clashes if clash.mine and clash.theirs is None}
    assert (set(base) - set(theirs)) & set(shown) == kept, "what they removed is gone, or is told to stay"


def test_a_row_is_moved_here_while_another_is_added_there() -> None:
    mine, _ = moved(ROWS, 0, 1)
    assert merged(ROWS, mine, (*ROWS, LEAD)).rows == (*mine, LEAD)


def test_what_was_not_touched_here_takes_the_values_of_the_other_or_goes() -> None:
    mine = (replace(CUSTOMER, enabled=False), CONTACT, VENDOR)
    changed = replace(CONTACT, card_page="5050")
    assert merged(ROWS, mine, (CUSTOMER, changed)).rows == (mine[0], changed)


def test_different_values_of_one_row_come_together() -> None:
    mine = (CUSTOMER, replace(CONTACT, name_field="title"), VENDOR)
    theirs = (CUSTOMER, replace(CONTACT, card_page="5050"), VENDOR)
    done = merged(ROWS, mine, theirs)
    assert done.rows == (CUSTOMER, replace(CONTACT, name_field="title", card_page="5050"), VENDOR)
    assert done.clashes == ()


def test_the_same_value_of_one_row_is_mine_and_told() -> None:
    mine, theirs = replace(CONTACT, card_page="1"), replace(CONTACT, card_page="2", name_field="title")
    done = merged((CONTACT,), (mine,), (theirs,))
    assert done.rows == (replace(mine, name_field="title"),)
    assert done.clashes == (Clash(mine, theirs, ("card_page",)),)


def test_a_row_that_one_side_removed_and_the_other_edited_stays_and_is_told() -> None:
    edited = replace(CONTACT, card_page="1")
    assert merged((CONTACT,), (edited,), ()).rows == (edited,)
    assert merged((CONTACT,), (edited,), ()).clashes == (Clash(edited, None),)
    assert merged((CONTACT,), (), (edited,)).rows == (edited,)
    assert merged((CONTACT,), (), (edited,)).clashes == (Clash(None, edited),)


def test_a_removed_row_goes_although_its_neighbours_move_changed_its_priority() -> None:
    mine, _ = moved(ROWS, 1, 1)
    assert merged(ROWS, mine, (CUSTOMER, CONTACT)).rows == (CUSTOMER, replace(CONTACT, priority=3))


def test_a_table_that_was_renamed_is_the_same_row() -> None:
    renamed, switched = replace(CONTACT, table="Person"), replace(CONTACT, enabled=False)
    assert merged((CONTACT,), (renamed,), (switched,)).rows == (replace(renamed, enabled=False),)


def test_of_two_rows_for_one_table_the_untouched_one_is_the_same() -> None:
    first, second = replace(CUSTOMER, card_page="1"), replace(CUSTOMER, priority=2, card_page="2")
    edited = replace(second, enabled=False)
    assert merged((first, second), (first, edited), (second,)).rows == (edited,)


def test_both_add_the_same_row_and_each_another() -> None:
    mine, _ = with_new(ROWS)
    assert merged(ROWS, mine, (*ROWS, LEAD)).rows == (*mine, LEAD)
    assert merged(ROWS, (*ROWS, LEAD), (*ROWS, LEAD)).rows == (*ROWS, LEAD)


def test_many_contradictions_are_told_one_by_one_up_to_a_few() -> None:
    words = clash_words([Clash(replace(CONTACT, table=f"T{number}"), None) for number in range(7)])
    assert "T4 was removed by somebody else" in words
    assert "T5" not in words
    assert words.endswith("And 2 more.")
