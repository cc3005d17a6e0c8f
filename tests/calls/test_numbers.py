"""Numbers as they are written, compared and shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.calls.model import WITHHELD
from tray.calls.numbers import (
    WITHHELD_WORDS,
    NumberReader,
    NumberRules,
    is_exact,
    is_other_party,
    is_possible,
    is_same,
    is_withheld,
)

READER = NumberReader()


@pytest.mark.parametrize(
    ("written", "e164", "complete"),
    [
        ("020 555 0101", "+31205550101", True),
        ("(020) 555-0101", "+31205550101", True),
        ("+31 20 555 0101", "+31205550101", True),
        ("0031 20 5550101", "+31205550101", True),
        ("+49 711 123456", "+49711123456", True),
        ("+31 (0)20 555 0101", "+31205550101", True),
        ("+15555550123", "+15555550123", False),
        ("5550101", None, False),
        ("front desk", None, False),
        ("+999", None, False),
    ],
)
def test_reading(written: str, e164: str | None, complete: bool) -> None:
    number = READER.read(written)
    assert (number.e164, number.complete) == (e164, complete)
    assert number.text == written


def test_short_numbers_are_internal() -> None:
    number = READER.read("204")
    assert (number.internal, number.digits, number.e164, number.key) == (True, "204", None, "204")
    assert NumberReader(NumberRules(internal_max_digits=2)).read("204").internal is False


@pytest.mark.parametrize("word", sorted(WITHHELD_WORDS))
def test_withheld_numbers(word: str) -> None:
    assert is_withheld(f" {word.upper()} ")
    assert READER.read_reported(word) is WITHHELD


def test_the_outside_prefix_goes_before_anything_else() -> None:
    reader = NumberReader(NumberRules(outside_prefix="9"))
    assert reader.read_reported("90205550101").e164 == "+31205550101"
    assert reader.read_reported("+31205550101").e164 == "+31205550101"
    assert reader.read_reported("9204").digits == "204"
    assert reader.read_reported("9").digits == "9"
    assert reader.read("9204").digits == "9204"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("+31205550101", "020 555 0101"),
        ("+49711123456", "+49 711 123456"),
        ("5550101", "5550101"),
        ("+15555550123", "+15555550123"),
        ("204", "204"),
    ],
)
def test_writing(written: str, shown: str) -> None:
    assert READER.write(READER.read(written)) == shown


def test_a_withheld_number_is_written_as_nothing() -> None:
    assert READER.write(WITHHELD) == ""


@pytest.mark.parametrize("region", ["NL", "DE", "GB", "AC"])
def test_warming_up_works_in_every_region(region: str) -> None:
    NumberReader(NumberRules(region=region)).warm_up()


def test_sources_name_the_same_number() -> None:
    number, tail, other = READER.read("+31205550101"), READER.read("05550101"), READER.read("+31205550102")
    assert is_same(number, number)
    assert is_same(number, tail)
    assert not is_same(number, other)
    assert is_same(READER.read("204"), READER.read("204"))
    assert not is_same(READER.read("204"), READER.read("205"))
    assert is_same(WITHHELD, WITHHELD)
    assert not is_same(WITHHELD, number)


def test_another_party() -> None:
    number = READER.read("+31205550101")
    assert not is_other_party(number, READER.read("020 555 0101"))
    assert not is_other_party(number, READER.read("550101"))
    assert is_other_party(READER.read("550101"), number)
    assert is_other_party(number, READER.read("204"))
    assert is_other_party(number, READER.read("+49205550101"))
    assert not is_other_party(READER.read("204"), READER.read("204"))


digits = st.text("0123456789", min_size=1, max_size=14)


@given(digits, digits, st.sampled_from(["", "+", "00"]))
def test_comparisons_are_symmetric_and_exact_implies_same(one: str, two: str, prefix: str) -> None:
    first, second = READER.read(prefix + one), READER.read(prefix + two)
    assert is_possible(first, second) == is_possible(second, first)
    assert is_same(first, second) == is_same(second, first)
    if is_exact(first, second):
        assert is_same(first, second)
        assert not is_other_party(first, second)


@given(st.text())
def test_any_text_can_be_read_and_written(text: str) -> None:
    number = READER.read_reported(text)
    READER.write(number)
    assert number.digits == "" or number.digits.isascii()
