"""A text of the tray is its English sentence to everybody who does not translate, and knows how it was made."""

from __future__ import annotations

import copy
import json
import pickle
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.errors import CtiError, Refused
from tray.notices import notice_of
from tray.texts import Text, joined, translate

GREETING = translate("Test", "{name} has {count} calls")
DUTCH = {
    "{name} has {count} calls": "{count} oproepen voor {name}",
    "nobody": "niemand",
    "Bad.": "Fout.",
    "Wait.": "Wacht.",
}


def dutch(context: str, template: str) -> str:
    assert context == "Test"
    return DUTCH[template]


def test_it_is_its_english_sentence() -> None:
    text = GREETING.format(name="Anna", count=3)
    assert text == "Anna has 3 calls"
    assert hash(text) == hash("Anna has 3 calls")
    assert {text: 1}["Anna has 3 calls"] == 1
    assert f"{text}." == "Anna has 3 calls."
    assert json.dumps([text]) == '["Anna has 3 calls"]'
    assert sqlite3.connect(":memory:").execute("SELECT ?", [text]).fetchone() == ("Anna has 3 calls",)


def test_it_can_be_written_in_another_language() -> None:
    assert GREETING.format(name="Anna", count=3).written(dutch) == "3 oproepen voor Anna"
    assert GREETING.format(name=translate("Test", "nobody"), count=0).written(dutch) == "0 oproepen voor niemand"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda text: pickle.loads(pickle.dumps(text))])
def test_a_copy_is_the_same_text(again) -> None:
    text = GREETING.format(name=translate("Test", "nobody"), count=3)
    assert type(again(text)) is Text
    assert again(text) == text
    assert again(text).written(dutch) == text.written(dutch)


def test_without_values_braces_stand_for_themselves() -> None:
    text = translate("Test", "must hold {number} once")
    assert text == "must hold {number} once"
    assert text.written(lambda _, template: template) == "must hold {number} once"


@given(st.text(), st.text())
def test_values_are_never_read_as_templates(name: str, count: str) -> None:
    text = GREETING.format(name=name, count=count)
    assert text == name + " has " + count + " calls"
    assert text.written(dutch) == count + " oproepen voor " + name


def test_errors_and_paths_are_kept_as_their_words() -> None:
    text = GREETING.format(name=Path("a"), count=ValueError("broken"))
    assert text == "a has broken calls"
    assert pickle.loads(pickle.dumps(text)).written(dutch) == "broken oproepen voor a"


def test_joined_texts_are_translated_one_by_one() -> None:
    text = joined("baresip:", translate("Test", "nobody"), "", translate("Test", "Bad."))
    assert text == "baresip: nobody Bad."
    assert text.written(dutch) == "baresip: niemand Fout."
    assert joined("a", "b", by="; ") == "a; b"
    assert joined("", "") == ""
    assert joined("{0} {x}", "}") == "{0} {x} }"


def test_an_error_keeps_its_texts_and_is_english_as_a_whole() -> None:
    error = Refused(translate("Test", "Bad."), hint=translate("Test", "Wait."))
    notice = notice_of(error)
    assert (str(error), type(str(error))) == ("Bad. Wait.", str)
    assert [each.written(dutch) for each in (notice.text, notice.hint) if isinstance(each, Text)] == ["Fout.", "Wacht."]
    assert isinstance(notice.title, Text)
    assert error.whole.written(dutch) == "Fout. Wacht."
    assert str(CtiError("plain")) == "plain"
