"""Search finds what somebody begins to type: names, words, numbers the national way, and never reads everything."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tray.calls.matching import Record
from tray.calls.numbers import NumberReader
from tray.directory.index import Directory
from tray.directory.loader import directory_of
from tray.directory.words import MAX_PHRASE, MAX_WORDS, number_beginnings, phrases

READER = NumberReader()
PEOPLE = [
    ("1", "Jan de Vries", "Adatum", "020 555 0101"),
    ("2", "Käthe Müller", "Müller & Söhne", "+49 40 66969 201"),
    ("3", "Janna Bos", "3M Nederland", "0031 30 555 0102"),
    ("4", "Renée Álvarez", "Copper", "+1 303-555-0164"),
    ("5", "de Vries en Zonen", "", "4711"),
]


@pytest.fixture(scope="module")
def directory() -> Directory:
    fields = ("name", "company", "phone")
    records = [Record("Contact", no, tuple(zip(fields, values, strict=True))) for no, *values in PEOPLE]
    return directory_of(records, READER, ["phone"])


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("jan", ["1", "3"]),
        ("JAN DE V", ["1"]),
        ("vries", ["1", "5"]),
        ("de vries", ["1", "5"]),
        ("vries jan", ["1"]),
        ("muller", ["2"]),
        ("MÜLLER & SÖ", ["2"]),
        ("kathe", ["2"]),
        ("alvarez r", ["4"]),
        ("o", []),
        ("  ", []),
        ("", []),
        ("&", []),
        ("3m", ["3"]),
        ("020", ["1"]),
        ("020-555", ["1"]),
        ("+31 (20) 5", ["1"]),
        ("003120", ["1"]),
        ("030", ["3"]),
        ("+1303", ["4"]),
        ("47", ["5"]),
        ("0205550102", []),
        ("\0jan\0", ["1", "3"]),
        ("jan\ud800", ["1", "3"]),
        ("%", []),
        ("jan' OR 1", []),
    ],
)
def test_the_beginning_of_a_name_a_word_or_a_number_is_enough(
    directory: Directory, typed: str, found: list[str]
) -> None:
    assert sorted(hit.record.no for hit in directory.search(typed, 10, "NL")) == found


def test_a_found_record_brings_its_name_and_numbers(directory: Directory) -> None:
    (found,) = directory.search("jan de", 10, "NL")
    assert (found.name, found.numbers) == ("Jan de Vries", (("phone", "020 555 0101"),))
    assert found.record.value("company") == "Adatum"


def test_no_more_than_asked_for(directory: Directory) -> None:
    assert [hit.record.no for hit in directory.search("jan", 1)] == ["1"]
    assert directory.search("jan", 0) == ()
    assert directory.search("jan", -5) == ()


def test_a_common_word_reads_a_bounded_number_of_records() -> None:
    records = [Record("Contact", str(n), (("name", f"Anna Common{n}"),)) for n in range(5000)]
    with directory_of(records, READER, []) as directory:
        statements: list[str] = []
        directory.connection.set_trace_callback(statements.append)
        assert directory.search("common4999 anna", 5) != ()
        assert directory.search("xyzzy anna", 5) == ()
        assert len(directory.search("anna", 5)) == 5
        assert len(directory.search("common anna", 5)) == 5
        assert len(statements) < 50


@pytest.mark.parametrize(
    ("typed", "region", "beginnings"),
    [
        ("020", "NL", ["020", "3120"]),
        ("+31", "NL", ["31"]),
        ("0049 30", "NL", ["004930", "4930"]),
        ("00", "NL", ["00"]),
        ("212 555", "US", ["212555", "1212555"]),
        ("011 49", "US", ["01149", "49"]),
        ("02", "IT", ["02", "3902"]),
        ("020", "", ["020"]),
        ("020", "XX", ["020"]),
        ("3m", "NL", []),
        ("+", "NL", []),
        ("٠٢٠", "NL", []),
    ],
)
def test_a_number_is_looked_for_in_its_international_form_too(typed: str, region: str, beginnings: list[str]) -> None:
    assert number_beginnings(typed, region) == beginnings


@given(st.text(max_size=200))
def test_phrases_are_short_few_and_folded(text: str) -> None:
    made = phrases(text)
    assert len(made) <= MAX_WORDS
    assert all(len(phrase) <= MAX_PHRASE and phrase for phrase in made)


@given(st.lists(st.text(max_size=40), max_size=5), st.integers(0, 40))
@settings(deadline=None)
def test_every_beginning_of_every_name_finds_it(names: list[str], length: int) -> None:
    names = [name.replace("\0", "") for name in names]
    records = [Record("Contact", str(place), (("name", name),)) for place, name in enumerate(names)]
    with directory_of(records, READER, []) as directory:
        for place, name in enumerate(names):
            for phrase in phrases(name):
                typed = phrase[: max(1, length)]
                if typed.strip() and not number_beginnings(typed, ""):
                    found = {hit.record.no for hit in directory.search(typed, 50)}
                    assert str(place) in found
