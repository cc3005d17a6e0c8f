"""The other end of a line, played by the test: strict about what it is sent, free in how it cuts what it sends."""

from __future__ import annotations

import itertools
import json
import socket
from types import TracebackType
from typing import Any, Self

PATIENCE_S = 10.0


class Server:
    """Listens on a free port of the loopback; the test accepts and plays each connection."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(PATIENCE_S)
        self.port: int = self._listener.getsockname()[1]
        self._peers: list[Peer] = []

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def accept(self) -> Peer:
        peer = Peer(self._listener.accept()[0])
        self._peers.append(peer)
        return peer

    def stop_listening(self) -> None:
        self._listener.close()

    def listen_again(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self._listener.settimeout(PATIENCE_S)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._listener.close()
        for peer in self._peers:
            peer.close()


class Peer:
    """One accepted connection."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._line.settimeout(PATIENCE_S)
        self._line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._buffer = b""

    def send(self, data: bytes, *cuts: int) -> None:
        """Send bytes, cut at these places."""
        places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
        for begin, end in itertools.pairwise(places):
            self._line.sendall(data[begin:end])

    def close(self) -> None:
        self._line.close()

    def is_closed_by_other(self) -> bool:
        """Wait until the other side closes; bytes in between are a fault."""
        try:
            return self._line.recv(1) == b""
        except ConnectionResetError:
            return True

    # baresip's ctrl_tcp

    def request(self) -> dict[str, Any]:
        """The next request; more than one at a time, or anything but a netstring of JSON, is a fault."""
        while b":" not in self._buffer or len(self._buffer) <= self._end():
            data = self._line.recv(4096)
            assert data, "the line was closed"
            self._buffer += data
        end = self._end()
        assert self._buffer[end:] == b",", self._buffer
        payload = self._buffer[self._buffer.index(b":") + 1 : end]
        self._buffer = b""
        request: dict[str, Any] = json.loads(payload)
        assert set(request) <= {"command", "params", "token"}, request
        assert request["token"], request
        return request

    def _end(self) -> int:
        digits, _, _ = self._buffer.partition(b":")
        return len(digits) + 1 + int(digits)

    def reply(self, request: dict[str, Any], data: str = "", *, ok: bool = True) -> None:
        self.send(frame({"response": True, "ok": ok, "data": data, "token": request["token"]}))

    def expect(self, command: str, data: str = "", *, ok: bool = True, params: str | None = None) -> None:
        """Take the next request, which must be this one, and answer it."""
        request = self.request()
        assert request["command"] == command, request
        if params is not None:
            assert request.get("params") == params, request
        self.reply(request, data, ok=ok)

    def tell_calls(self, *lines: str, account: str = "sip:agent@pbx.example") -> None:
        """Answer the two requests with which the source asks for the calls."""
        self.expect("reginfo", f"\n--- User Agents (1) ---\n> {account}      \n\n")
        self.expect("listcalls", call_list(*lines))


def call_list(*lines: str) -> str:
    return f"\n--- Active calls ({len(lines)}) ---\n" + "".join(f"{line}\n" for line in lines) + "\n"


def frame(message: object) -> bytes:
    """One netstring of JSON, as baresip sends it: UTF-8, not escaped."""
    payload = json.dumps(message, ensure_ascii=False).encode()
    return b"%d:%s," % (len(payload), payload)


def event(
    kind: str,
    *,
    direction: str = "incoming",
    id: str | None = "c1@pbx.example",  # noqa: A002
    uri: str = "sip:+31205550101@pbx.example",
    account: str = "sip:agent@pbx.example",
    **more: str,
) -> dict[str, object]:
    """An event as baresip 1.0 sends it, and as newer versions do with `more` fields."""
    values: dict[str, object] = {
        "event": True,
        "type": kind,
        "class": "call",
        "accountaor": account,
        "direction": direction,
        "peeruri": uri,
        **more,
    }
    return values if id is None else {**values, "id": id}
