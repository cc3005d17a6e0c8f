"""Addresses that desk phones do not encode are read as they are meant, and nothing else is changed."""

from __future__ import annotations

import pytest

from tray.telephony.request_line import RequestLines, mended

GOOD = b"GET /v1/call/incoming?name=Ann HTTP/1.1\r"


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (GOOD, GOOD),
        (b"GET /?name=Ann Lee&n=1 HTTP/1.0", b"GET /?name=Ann%20Lee&n=1 HTTP/1.0"),
        ("GET /?name=Müller HTTP/1.1\r".encode(), b"GET /?name=M%C3%BCller HTTP/1.1\r"),
        ("GET /?name=Müller HTTP/1.1\r".encode("latin-1"), b"GET /?name=M%C3%BCller HTTP/1.1\r"),
        (b"GET /?name=a%20b c HTTP/1.1\r", b"GET /?name=a%20b%20c HTTP/1.1\r"),
        (b"GET  HTTP/1.1\r", b"GET  HTTP/1.1\r"),
        (b"GET /?name=a b", b"GET /?name=a b"),
        (b"GET http://a b/ HTTP/1.1\r", b"GET http://a b/ HTTP/1.1\r"),
        (b"get /a b HTTP/1.1\r", b"get /a b HTTP/1.1\r"),
        (b"GET /a b HTTP/2.0\r", b"GET /a b HTTP/2.0\r"),
    ],
)
def test_only_the_address_is_encoded(line: bytes, meant: bytes) -> None:
    assert mended(line) == meant


@pytest.mark.parametrize("piece", [1, 7, 1000])
def test_a_line_in_pieces_is_mended_and_what_follows_passes(piece: int) -> None:
    sent = b"GET /a b HTTP/1.1\r\nHost: c d\r\n\r\nbo dy"
    lines = RequestLines(most=100)
    read = b"".join(lines.take(sent[start : start + piece]) for start in range(0, len(sent), piece))
    assert read == b"GET /a%20b HTTP/1.1\r\nHost: c d\r\n\r\nbo dy"
    lines.begin()
    assert lines.take(b"GET /c d HTTP/1.1\n") == b"GET /c%20d HTTP/1.1\n"


def test_a_line_without_an_end_is_not_held_back_for_ever() -> None:
    lines = RequestLines(most=10)
    assert lines.take(b"GET /") == b""
    assert lines.take(b"0123456789") == b"GET /0123456789"
    assert lines.take(b"more") == b"more"


def test_what_is_held_back_comes_out_at_the_end() -> None:
    lines = RequestLines(most=100)
    assert lines.take(b"GET / HT") == b""
    assert lines.take(b"") == b"GET / HT"
    assert lines.take(b"") == b""
