"""What phones write, read as facts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.calls.facts import (
    EVENT_WORDS,
    FIELD_NAMES,
    FactError,
    Field,
    clean_name,
    clean_number,
    clean_text,
    read_fact,
    shorten,
)
from tray.calls.model import CallState, Cause, Direction, Origin


@pytest.mark.parametrize("alias", sorted(FIELD_NAMES))
def test_every_field_alias_is_understood_in_any_case(alias: str) -> None:
    values = {
        Field.EVENT: "offered",
        Field.NUMBER: "+31205550101",
        Field.NAME: "Adatum",
        Field.LINE: "7",
        Field.CALL_ID: "x1",
        Field.DIRECTION: "incoming",
        Field.CAUSE: "missed",
        Field.ORIGIN: "user",
        Field.END: "never",
    }
    field = FIELD_NAMES[alias]
    plain = {name.value: value for name, value in values.items() if name is not field}
    assert read_fact({**plain, alias.upper(): values[field]}) == read_fact({**plain, field.value: values[field]})


def test_the_proper_name_of_a_field_goes_before_its_aliases() -> None:
    assert read_fact({"phone": "1", "number": "2", "tel": "3", "event": "ring"}).number == "2"
    assert read_fact({"phone": "1", "tel": "3", "event": "ring"}).number == "1"


@pytest.mark.parametrize("word", sorted(EVENT_WORDS))
def test_every_event_word_is_understood(word: str) -> None:
    state, direction, cause = EVENT_WORDS[word]
    fact = read_fact({"event": word.upper()})
    assert (fact.state, fact.direction, fact.cause) == (state, direction, cause)


def test_the_word_in_the_address_goes_before_the_field() -> None:
    assert read_fact({"event": "ended"}, event="offered").state is CallState.OFFERED


def test_a_phone_may_say_that_it_never_tells_the_end() -> None:
    told = read_fact({"event": "connected", "end": " Never "})
    assert told.end_unseen
    assert told.event("receiver", "1", 1.0).end_unseen
    assert not read_fact({"event": "connected", "end": ""}).end_unseen
    assert not read_fact({"event": "connected", "end": "$end"}).end_unseen
    assert not read_fact({"event": "connected"}).event("receiver", "1", 1.0).end_unseen
    assert not read_fact({"event": "ended", "end": "never"}).end_unseen, "it has just told it"


def test_causes_belong_to_ends_alone() -> None:
    assert read_fact({"event": "ended", "cause": "Busy"}).cause is Cause.BUSY
    assert read_fact({"event": "rejected", "cause": "answered_elsewhere"}).cause is Cause.ANSWERED_ELSEWHERE
    assert read_fact({"event": "connected", "cause": "busy"}).cause is None


def test_an_outgoing_call_that_is_offered_rings_at_the_other_end() -> None:
    fact = read_fact({"event": "offered", "direction": "out"})
    assert (fact.state, fact.direction) == (CallState.RINGING, Direction.OUTGOING)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "event"),
        ({"event": "sneeze"}, "event"),
        ({"event": "offered", "direction": "sideways"}, "direction"),
        ({"event": "ended", "cause": "bored"}, "cause"),
        ({"event": "connected", "end": "soon"}, "end"),
        ({"event": "dialing", "origin": "moon"}, "origin"),
        ({"event": "offered", "number": ["1"]}, "number"),
        ({"event": "offered", "number": True}, "number"),
        ({"event": {"x": 1}}, "event"),
    ],
)
def test_a_bad_field_is_named(values: dict[str, Any], field: str) -> None:
    with pytest.raises(FactError, match=field) as caught:
        read_fact(values)
    assert caught.value.field == field


def test_null_and_foreign_fields_are_ignored() -> None:
    fact = read_fact({"event": "dialing", "name": None, "weather": {"deep": []}, "origin": "user", "number": 204})
    assert (fact.name, fact.number, fact.origin) == ("", "204", Origin.USER)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ('"Ann" <sip:%2B31205550101@pbx.example;user=phone>', "+31205550101"),
        (" 31205550101", "+31205550101"),
        ("tel:+31-20-5550101;ext=12", "+31-20-5550101"),
        ("SIPS:204@10.0.0.1:5061", "204"),
        ("callto://+31205550101", "+31205550101"),
        ("sip:anonymous@anonymous.invalid", "anonymous"),
        ("<204>", "204"),
        ("'204'", "204"),
        ("$remote", ""),
        ("{phone}", ""),
        ("%CallerNumber%", ""),
        ("$$REMOTENUMBER$$", ""),
        ("<+31205550101>", "+31205550101"),
        ("020 555 0101", "020 555 0101"),
        ("", ""),
        ("9" * 100, "9" * 64),
    ],
)
def test_a_number_is_cleaned(written: str, number: str) -> None:
    assert clean_number(written) == number


def test_a_text_becomes_one_printable_line() -> None:
    assert clean_text("A\u202ebc\x00\nd\ud800\u200b  e", 99) == "Abc d e"
    assert clean_text("${caller-name}", 99) == ""
    assert clean_text("x" * 500, 128) == "x" * 128
    assert shorten("y" * 100) == "y" * 40 + "..."


def test_a_name_keeps_what_spells_its_letters_and_nothing_else_that_is_invisible() -> None:
    assert clean_name("\u0639\u0644\u06cc\u200c\u0631\u0636\u0627") == "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627"
    assert clean_name("\u200c Ann\u202e\u2066 \U0001f469\u200d\U0001f467 \u200d") == "Ann \U0001f469\u200d\U0001f467"
    assert clean_name("\u200d \u200c\u200d") == ""
    assert clean_name("x" * 500) == "x" * 128


@given(st.dictionaries(st.sampled_from([*FIELD_NAMES, "junk"]), st.text() | st.integers() | st.none() | st.booleans()))
def test_whatever_comes_is_a_clean_fact_or_a_named_refusal(values: dict[str, Any]) -> None:
    try:
        fact = read_fact(values)
        texts = (fact.number, fact.name, fact.call_id, fact.line)
    except FactError as error:
        texts = (str(error), error.field.value)
    for text in texts:
        assert text.replace("\u200c", "").replace("\u200d", "").isprintable()
        assert len(text) <= 256


def test_an_id_that_is_too_long_is_refused_rather_than_cut() -> None:
    with pytest.raises(FactError, match="call_id"):
        read_fact({"event": "offered", "call_id": "x" * 1000})


@given(st.text())
def test_cleaning_a_number_gives_a_bounded_printable_text(written: str) -> None:
    cleaned = clean_number(written)
    assert cleaned.isprintable()
    assert len(cleaned) <= 65


@pytest.mark.parametrize("field", ["<Call.NumberSC>", "<Contact.Name>", " <Call.ContactName> "])
def test_a_field_that_procall_did_not_fill_in_is_empty(field: str) -> None:
    fact = read_fact({"event": "incoming", "number": field, "name": field, "line": field})
    assert (fact.number, fact.name, fact.line) == ("", "", "")


def test_a_name_in_brackets_is_a_name() -> None:
    assert clean_name("<Robin>") == "<Robin>"
