"""One WebSocket against the protocol of another library: whatever the pieces, the same texts come out."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from websockets.frames import Opcode
from websockets.server import ServerProtocol

from tray.telephony.websocket import MOST_CHARACTERS, NoWebSocket, Taken, WebSocket


def opened() -> tuple[WebSocket, ServerProtocol, bytes]:
    """A client, a server that has read its request, and the server's answer."""
    client, server = WebSocket("127.0.0.1:8124", "/?protocol-version=2.0.0"), ServerProtocol()
    server.receive_data(client.opening())
    (request,) = server.events_received()
    assert (request.path, request.headers["Host"]) == ("/?protocol-version=2.0.0", "127.0.0.1:8124")
    server.send_response(server.accept(request))
    return client, server, b"".join(server.data_to_send())


def take(client: WebSocket, data: bytes, cuts: list[int]) -> list[Taken]:
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [client.take(data[begin:end]) for begin, end in itertools.pairwise(places)]


@given(
    st.lists(st.text(st.characters(codec="utf-8"), max_size=30), max_size=5),
    st.lists(st.integers(0, 2**16), max_size=12),
    st.data(),
)
@settings(max_examples=150)
def test_texts_come_out_whole_whatever_the_pieces(texts: list[str], cuts: list[int], data: st.DataObject) -> None:
    client, server, answer = opened()
    for text in texts:
        encoded = text.encode()
        cut = data.draw(st.integers(0, len(encoded)))
        server.send_text(encoded[:cut], fin=False)
        server.send_ping(b"there?")
        server.send_continuation(encoded[cut:], fin=True)
    taken = take(client, answer + b"".join(server.data_to_send()), cuts)
    assert [text for each in taken for text in each.texts] == texts
    assert [each.opened for each in taken].count(True) == 1
    server.receive_data(b"".join(each.answer for each in taken))
    assert [frame.opcode for frame in server.events_received()] == [Opcode.PONG] * len(texts)
    assert server.parser_exc is None


def test_what_is_said_arrives() -> None:
    client, server, answer = opened()
    client.take(answer)
    server.receive_data(client.text('{"a": "ü"}'))
    (frame,) = server.events_received()
    assert (frame.opcode, bytes(frame.data)) == (Opcode.TEXT, '{"a": "ü"}'.encode())


def test_a_goodbye_is_answered() -> None:
    client, server, answer = opened()
    server.send_close(1000)
    taken = client.take(answer + b"".join(server.data_to_send()))
    assert taken.closed
    server.receive_data(taken.answer)
    assert server.close_rcvd is not None
    assert server.close_rcvd.code == 1000
    assert client.text("too late") == b""


def test_bytes_are_nobodys_business() -> None:
    client, server, answer = opened()
    server.send_binary(b"\x00\x01")
    assert client.take(answer + b"".join(server.data_to_send())).texts == []


def test_a_refusal_tells_its_status() -> None:
    client = WebSocket("127.0.0.1:8124", "/")
    client.opening()
    taken = client.take(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
    assert (taken.refused, taken.opened) == (403, False)


@pytest.mark.parametrize(
    "data",
    [b"\x81\x02\xff\xfe", b"\xf1\x00", b"\x81\x85abcdhello", b"\x8a\x7e\x01\x00", b"\x80\x01x"],
    ids=["no UTF-8", "reserved bits", "masked by a server", "a long pong", "the rest of nothing"],
)
def test_what_no_server_may_say_is_refused(data: bytes) -> None:
    client, _, answer = opened()
    client.take(answer)
    with pytest.raises(NoWebSocket):
        client.take(data)


def test_a_message_has_an_end() -> None:
    client, server, answer = opened()
    client.take(answer)
    server.send_text(b"x" * MOST_CHARACTERS, fin=False)
    assert client.take(b"".join(server.data_to_send())).texts == []
    server.send_continuation(b"x", fin=False)
    with pytest.raises(NoWebSocket):
        client.take(b"".join(server.data_to_send()))


@given(st.binary(max_size=200), st.booleans())
def test_whatever_a_stranger_sends_is_taken_or_refused(data: bytes, after_the_opening: bool) -> None:
    client, _, answer = opened()
    try:
        client.take((answer if after_the_opening else b"") + data)
    except NoWebSocket:
        return
