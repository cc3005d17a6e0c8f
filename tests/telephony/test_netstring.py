from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.telephony.netstring import NetstringError, NetstringReader, encode

PAYLOADS = st.lists(st.binary(max_size=60) | st.text(max_size=40).map(str.encode), max_size=8)


def _read_in_pieces(reader: NetstringReader, stream: bytes, cuts: list[int]) -> list[bytes]:
    places = sorted({0, len(stream), *(cut % (len(stream) + 1) for cut in cuts)})
    return [payload for begin, end in itertools.pairwise(places) for payload in reader.feed(stream[begin:end])]


@given(payloads=PAYLOADS, cuts=st.lists(st.integers(min_value=0), max_size=30))
def test_payloads_survive_any_chunking(payloads: list[bytes], cuts: list[int]) -> None:
    stream = b"".join(map(encode, payloads))
    assert _read_in_pieces(NetstringReader(), stream, cuts) == payloads


@given(payloads=PAYLOADS, cuts=st.lists(st.integers(min_value=0), max_size=30), limit=st.integers(0, 60))
def test_a_frame_over_the_limit_is_left_out_and_the_others_stay(
    payloads: list[bytes], cuts: list[int], limit: int
) -> None:
    stream = b"".join(map(encode, payloads))
    kept = [payload for payload in payloads if len(payload) <= limit]
    assert _read_in_pieces(NetstringReader(limit), stream, cuts) == kept


@given(noise=st.binary(max_size=200), cuts=st.lists(st.integers(min_value=0), max_size=10))
def test_noise_gives_payloads_or_a_netstring_error_and_nothing_else(noise: bytes, cuts: list[int]) -> None:
    try:
        payloads = _read_in_pieces(NetstringReader(), noise, cuts)
    except NetstringError:
        return
    assert noise.startswith(b"".join(map(encode, payloads)))


def test_lengths_count_bytes() -> None:
    assert encode("Müller".encode()) == b"7:M\xc3\xbcller,"


@pytest.mark.parametrize(
    "stream",
    [
        b"HTTP/1.0 400 Bad Request\r\n",
        b":abc,",
        b"-1:a,",
        b"03:abc,",
        b"3:abc;",
        b"2:abc,",
        b"9999999999:",
        b" 3:abc,",
        b"\xff\xfe",
    ],
)
def test_what_is_no_netstring_is_an_error(stream: bytes) -> None:
    with pytest.raises(NetstringError):
        NetstringReader().feed(stream)


def test_an_oversized_frame_takes_no_memory() -> None:
    reader = NetstringReader(limit=10)
    assert reader.feed(b"999999:" + b"x" * 500_000) == []
    assert reader.feed(b"x" * 499_999 + b",2:ok,") == [b"ok"]
