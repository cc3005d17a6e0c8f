"""Texts that are kept come back as they were made; what is no such text is words, whatever it pretends to be."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.setup.kept_text import kept, retold
from tray.texts import Text, joined, translate

SEATS = translate("Test", "{total} seats, {wanted} wanted")
ANY = st.recursive(
    st.text(max_size=20),
    lambda inner: st.builds(lambda one, two: joined(SEATS.format(total=one, wanted=2), two), inner, inner),
    max_leaves=4,
)


def loud(context: str, template: str) -> str:
    return template.upper().replace("{TOTAL}", "{total}").replace("{WANTED}", "{wanted}")


@given(ANY)
def test_a_text_that_was_kept_is_the_same_text_to_everybody(value: str) -> None:
    text = SEATS.format(total=value, wanted=3.5)
    again = retold(kept(text))
    assert isinstance(again, Text)
    assert again == text
    assert again.written(loud) == text.written(loud)


@given(st.text())
def test_other_words_stay_words(words: str) -> None:
    assert retold(words) == words
    assert type(retold(words)) is str


@pytest.mark.parametrize(
    "parts",
    [
        None,
        [],
        ["Test", "{total:>99999999999}", [], {"total": "1"}],
        ["Test", "{total.__class__}", [], {"total": "1"}],
        ["Test", "{0[0]}", ["1"], {}],
        ["Test", "{total!r}", [], {"total": "1"}],
        ["Test", "{", [], {"total": 1}],
        ["Test", 5, [], {}],
        [5, "{total}", [], {"total": 1}],
        ["Test", "{total}", [], {"total": ["1"]}],
        ["Test", "{total}", [], {"total": {"other": 1}}],
    ],
)
def test_what_the_product_does_not_make_is_never_filled_in(parts: object) -> None:
    words = json.dumps({"text": parts})
    assert retold(words) == words


def test_what_is_nested_without_end_stays_words() -> None:
    words = '{"text": ["Test", "{0}", [' * 500 + '"x"' + "], {}]}" * 500
    assert retold(words) == words
    assert retold("[" * 100_000) == "[" * 100_000
