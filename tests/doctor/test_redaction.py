"""The report of the doctor can be pasted: whatever is private goes, however it is written, and what helps stays."""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.doctor.redaction import Private, redact

WORDS = st.text(st.characters(categories=["L", "P", "Z"]), max_size=30)
DRAWN = st.binary(min_size=32, max_size=32).map(lambda drawn: urlsafe_b64encode(drawn).decode().rstrip("="))
TOKENS = DRAWN | st.text("abcXYZ019-_", min_size=22, max_size=60)
DIGITS = st.text("0123456789", min_size=7, max_size=15)
GROUPED = st.sampled_from(["", " ", "-", "/", ") ", "\N{NO-BREAK SPACE}"])
HOMES = ["/home/anna", "/home/Anna Vermeer", "C:\\Users\\anna", "D:\\Users\\Anna Vermeer", "/var/people/anna"]


def written(digits: str, gap: str, size: int, plus: str) -> str:
    return plus + gap.join(digits[at : at + size] for at in range(0, len(digits), size))


@given(WORDS, TOKENS, WORDS)
def test_no_token_of_the_receiver_is_left(before: str, token: str, after: str) -> None:
    private = Private(secrets=(token,))
    for shown in (token, f"http://127.0.0.1:4711/v1/call?token={token}", f'"{token}"', quote(f"a{token}", safe="")):
        assert token not in redact(f"{before}{shown}{after}", private)
        assert token not in redact(f"{before} {shown} {after}"), "also one that nobody knew of"


@given(WORDS, DIGITS, GROUPED, st.integers(2, 5), st.sampled_from(["", "+", "00"]), WORDS)
def test_of_a_phone_number_the_last_four_digits_are_seen_at_most(
    before: str, digits: str, gap: str, size: int, plus: str, after: str
) -> None:
    shown = redact(f"{before} {written(digits, gap, size, plus)} {after}")
    assert not re.search(r"\d{5}", shown)
    assert sum(letter.isdecimal() for letter in shown) <= 4


@given(WORDS, st.sampled_from(HOMES), st.sampled_from(["", "/x", "\\x", ", then", "'"]), WORDS)
def test_no_folder_of_the_user_is_left(before: str, home: str, after: str, rest: str) -> None:
    for spelled in (home, home.replace("\\", "/"), home.replace("\\", "\\\\"), home.upper(), home.lower()):
        shown = redact(f"{before} {spelled}{after} {rest}", Private(homes=(home,)))
        assert spelled not in shown
        assert "~" in shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The folder /home/ben/.local/share/CTI Tray", "The folder ~/.local/share/CTI Tray"),
        ("C:\\Users\\ben\\AppData\\Local\\CTI Tray", "~\\AppData\\Local\\CTI Tray"),
        ("/home/annabel/x of another user", "~/x of another user"),
        ("/srv/home/ben/x", "/srv/home/ben/x"),
        ("in /opt/data-of-anna/CTI Tray", "in /opt/data-of-a***/CTI Tray"),
        ("C:\\ProgramData\\CTI Tray\\config.toml", "C:\\ProgramData\\CTI Tray\\config.toml"),
        ("as anna.vermeer@office.example.", "as a***@office.example."),
        ("OFFICE\\anna was here, and Anna too", "O*** was here, and a*** too"),
        ("Anna Vermeer", "A***"),
        ("annabel", "annabel"),
        ("postgresql://cti:hun%24ter2@db.office.example/cti", "postgresql://cti:[removed]@db.office.example/cti"),
        ("the password is hun$ter2", "the password is [removed]"),
        ("nothing listens at 127.0.0.1:4444.", "nothing listens at 127.0.0.1:4444."),
        ("at 192.168.178.1:1012", "at 192.168.178.1:1012"),
        ("at 10.205.50.101", "at 10.205.50.101"),
        ("at 172.20.100.101:5060", "at 172.20.100.101:5060"),
        ("called 31.205.55.101", "called ...101"),
        ("called +10.205.50.101", "called ...101"),
        ("called 10.205.50.1015", "called ...015"),
        ("fritz.box:1012, dial #96*5*", "fritz.box:1012, dial #96*5*"),
        ("1,234 numbers, loaded 3 days ago", "1,234 numbers, loaded 3 days ago"),
    ],
)
def test_what_is_private_goes_and_what_helps_stays(text: str, expected: str) -> None:
    private = Private(("hun$ter2",), ("/home/anna", "/"), ("OFFICE\\anna", "anna", "Anna Vermeer", ""))
    assert redact(text, private) == expected


def test_the_root_of_a_disk_is_nobodys_folder() -> None:
    assert redact("C:\\x and /srv/x", Private(homes=("/", "C:\\", ""))) == "C:\\x and /srv/x"


def test_versions_keep_their_numbers_and_nothing_else_that_is_private() -> None:
    told = "Windows-10-10.0.22631-SP0, in /home/anna"
    assert redact(told, Private(homes=("/home/anna",)), versions=True) == "Windows-10-10.0.22631-SP0, in ~"


def test_a_short_secret_does_not_eat_the_report() -> None:
    assert redact("A tray runs.", Private(secrets=("a", ""))) == "A tray runs."


@given(st.text(max_size=200))
def test_every_text_can_be_redacted_and_again_gives_the_same(text: str) -> None:
    private = Private(("a secret of mine",), ("/home/anna",), ("anna",))
    once = redact(text, private)
    assert redact(once, private) == once
