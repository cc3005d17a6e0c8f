"""Mapping rows in order and in words."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.calls.pages import BUILTIN
from tray.calls.settings import MappingRow, to_data
from tray.calls.trial import PageReason
from ui.mapping_draft import LAST_PRIORITY, in_order, moved, with_inserted, with_new, with_row, without
from ui.mapping_words import page_words, reason_words, row_change_words

rows_of = st.lists(st.builds(MappingRow, st.integers(1, 4), st.text("ab", max_size=2)), min_size=1, max_size=6)
CONTACT = MappingRow(2, "Contact", BUILTIN)


@given(rows_of, st.data())
def test_a_row_goes_where_its_priority_puts_it_and_the_others_keep_their_order(
    given_rows: list[MappingRow], data: st.DataObject
) -> None:
    rows = in_order(given_rows)
    place = data.draw(st.integers(0, len(rows) - 1))
    row = MappingRow(data.draw(st.integers(1, 4)), "other")
    changed, now = with_row(rows, place, row)
    assert changed == in_order(changed)
    assert changed[now] is row
    assert without(changed, now) == without(rows, place)


@given(rows_of, st.data())
def test_a_removed_row_comes_back_to_its_place(given_rows: list[MappingRow], data: st.DataObject) -> None:
    rows = in_order(given_rows)
    place = data.draw(st.integers(0, len(rows) - 1))
    assert with_inserted(without(rows, place), place, rows[place]) == (rows, place)


@given(rows_of, st.data())
def test_a_moved_row_changes_places_with_its_neighbour(given_rows: list[MappingRow], data: st.DataObject) -> None:
    rows = in_order(given_rows)
    place = data.draw(st.integers(0, len(rows) - 1))
    steps = data.draw(st.sampled_from([-1, 1]))
    changed, now = moved(rows, place, steps)
    assert changed == in_order(changed)
    names, expected = [row.table for row in changed], [row.table for row in rows]
    if 0 <= place + steps < len(rows):
        expected[place], expected[now] = expected[now], expected[place]
        assert now == place + steps
        assert changed[now].priority != changed[place].priority
    else:
        assert (changed, now) == (rows, place)
    assert names == expected


def test_a_new_row_is_the_last_one() -> None:
    assert with_new(()) == ((MappingRow(1, ""),), 0)
    assert with_new((CONTACT,)) == ((CONTACT, MappingRow(3, "")), 1)
    last = replace(CONTACT, priority=LAST_PRIORITY)
    assert with_new((last,))[0][1].priority == LAST_PRIORITY


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("", "No page"),
        ("builtin", "Built-in page"),
        ("26", "Page 26 of Business Central"),
        ("https://erp.example/{no}", "https://erp.example/{no}"),
    ],
)
def test_a_card_page_in_words(page: str, words: str) -> None:
    assert page_words(page) == words


@pytest.mark.parametrize("reason", list(PageReason))
def test_every_reason_has_words(reason: PageReason) -> None:
    assert reason_words(reason)


def told(old: MappingRow | None, new: MappingRow | None) -> str:
    texts = ["" if row is None else json.dumps(to_data(row)) for row in (old, new)]
    return row_change_words("Alex", "row 3", *texts)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (None, CONTACT, "Alex added row 3, Contact."),
        (CONTACT, None, "Alex removed row 3, Contact."),
        (CONTACT, replace(CONTACT, table="Vendor"), "Alex changed row 3 from Contact to Vendor."),
        (
            CONTACT,
            replace(CONTACT, card_page="26"),
            "Alex changed row 3, Contact: Card page from Built-in page to Page 26 of Business Central.",
        ),
        (CONTACT, replace(CONTACT, enabled=False), "Alex changed row 3, Contact: Enabled from Yes to No."),
        (
            CONTACT,
            replace(CONTACT, phone_fields=()),
            "Alex changed row 3, Contact: Phone fields from phone, mobile to empty.",
        ),
        (CONTACT, replace(CONTACT, priority=1, name_field=""), "Alex changed row 3, Contact: Priority, Name field."),
    ],
)
def test_a_change_of_somebody_in_one_sentence(old: MappingRow | None, new: MappingRow | None, words: str) -> None:
    assert told(old, new) == words


def test_a_long_address_is_cut_in_a_sentence() -> None:
    address = f"https://erp.example/{'x' * 900}"
    assert len(told(CONTACT, replace(CONTACT, card_page=address))) < 200
