"""Times read as people say them, and foreign text cannot do anything but be read."""

from __future__ import annotations

import unicodedata
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from tray.calls.model import Outcome
from tray.views import LastCall
from ui import formats

NOW = datetime(2025, 3, 12, 15, 0).astimezone().timestamp()
DAY = 86_400


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(-3, "00:00"), (0, "00:00"), (12.9, "00:12"), (61, "01:01"), (3599, "59:59"), (3723, "1:02:03")],
)
def test_running_time(seconds: float, text: str) -> None:
    assert formats.running_time(seconds) == text


@pytest.mark.parametrize(("seconds", "text"), [(45, "45 s"), (180, "3 min"), (3900, "1 h 5 min")])
def test_duration(seconds: float, text: str) -> None:
    assert formats.duration_words(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(10, "less than a minute"), (60, "1 minute"), (7300, "2 hours"), (DAY, "1 day"), (3 * DAY + 5, "3 days")],
)
def test_age(seconds: float, text: str) -> None:
    assert formats.age_words(seconds) == text


@pytest.mark.parametrize(
    ("wall", "text"),
    [
        (NOW - 3600, "today 14:00"),
        (NOW - DAY, "yesterday 15:00"),
        (NOW - 2 * DAY, "Monday 15:00"),
        (NOW - 7 * DAY, "5 Mar 2025 15:00"),
        (NOW + DAY, "13 Mar 2025 15:00"),
    ],
)
def test_day(wall: float, text: str) -> None:
    assert formats.day_and_clock(wall, NOW) == text


def test_the_clock_follows_the_language() -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("en_US"))
        assert formats.clock(NOW) == "3:00 PM"
        QLocale.setDefault(QLocale("de_DE"))
        assert formats.clock(NOW) == "15:00"
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("outcome", "seconds", "text"),
    [
        (Outcome.INCOMING, 180, "Last call: yesterday 15:00, they called, 3 min"),
        (Outcome.OUTGOING, 30, "Last call: yesterday 15:00, we called, 30 s"),
        (Outcome.MISSED_INCOMING, 0, "Last call: yesterday 15:00, missed by us"),
        (Outcome.ANSWERED_ELSEWHERE, 0, "Last call: yesterday 15:00, answered by another"),
        (Outcome.UNACCEPTED_OUTGOING, 0, "Last call: yesterday 15:00, we called, not answered"),
    ],
)
def test_last_call(outcome: Outcome, seconds: float, text: str) -> None:
    assert formats.last_call_line(LastCall(NOW - DAY, seconds, outcome), NOW) == text


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Adatum Corporation", "AC"),
        ("Adatum", "A"),
        ("maria de la cruz", "MC"),
        ("北京联想", "北"),
        ("شركة النور", "ش"),
        ("+49 711", ""),
        ("", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert formats.initials(name) == letters


@given(st.text(max_size=2000))
def test_cleaned_text_is_one_short_line_without_anything_invisible(text: str) -> None:
    cleaned = formats.clean_text(text)
    assert len(cleaned) <= formats.MAX_TEXT
    assert not {unicodedata.category(character) for character in cleaned} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\ufeff") & set(cleaned)
    assert formats.clean_text(cleaned) == cleaned
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


@given(st.text(alphabet=st.characters(codec="ascii", min_codepoint=33, max_codepoint=126), max_size=200))
def test_ordinary_text_is_not_changed(text: str) -> None:
    assert formats.clean_text(text) == text


def test_marks_that_pile_up_are_cut() -> None:
    assert formats.clean_text("e" + "\u0301" * 50 + "x") == "e\u0301\u0301x"


def test_a_huge_text_costs_no_more_than_a_long_one() -> None:
    class Counted(str):
        """Counts how many characters anybody looks at."""

        __slots__ = ()
        seen = 0

        def __getitem__(self, key: object) -> str:
            part = str.__getitem__(self, key)  # type: ignore[index]
            Counted.seen += len(part)
            return part

    formats.clean_text(Counted("é" * 1_000_000))
    assert Counted.seen <= 2 * formats.MAX_TEXT


def test_tooltips_show_markup_literally() -> None:
    assert formats.tooltip("<img src=x> & co") == "<span>&lt;img src=x&gt; &amp; co</span>"
    assert formats.tooltip("") == ""
