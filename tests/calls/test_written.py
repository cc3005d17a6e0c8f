"""Taking written numbers apart: what can be dialled, the extension, and what comes after a pause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.calls.written import MOST_WRITTEN, Written, take_apart, visible


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("020 555 0101", Written("020 555 0101")),
        ("\u202a+31\u00a020\u2011555\u202c", Written("+31\u00a020\u2011555")),
        ("(+31)20 555", Written("+31 20 555")),
        ("0711 123-0, Durchwahl 12", Written("0711 123-0", "12")),
        ("020 555 EXT 1 2", Written("020 555", "12")),
        ("020,,12#", Written("020", "", ",,12#")),
        ("020 x 3;4", Written("020", "3", ";4")),
        ("020 ,; p", Written("020")),
    ],
)
def test_a_number_is_taken_apart(text: str, written: Written) -> None:
    assert take_apart(text) == written


@pytest.mark.parametrize(
    "text", ["", "+", "()", "Anna", "0800 FLOWERS", "*21#", "1\n2", "1" * 65, "1" * (MOST_WRITTEN + 1)]
)
def test_what_is_no_number_is_nothing(text: str) -> None:
    assert take_apart(text) is None


@given(st.text(max_size=2 * MOST_WRITTEN))
def test_a_text_is_taken_apart_once_and_for_all(text: str) -> None:
    found = take_apart(text)
    if found is not None:
        assert any(character in "0123456789" for character in found.main)
        assert set(found.extension) <= set("0123456789")
        assert visible(found.main) == found.main
