"""One connection of the loopback server: bytes in, requests out to the handler, replies back, limits on everything.

h11 does the HTTP. A connection never blocks, never touches the selector and never closes its socket: it says what it
waits for (`wants`) and when its patience ends (`deadline`), and the server does the rest.
"""

from __future__ import annotations

import logging
import selectors
import socket
import traceback
from collections.abc import Callable
from enum import Enum, auto
from http import HTTPStatus
from typing import TypeVar

import h11

from tray.telephony.loopback_messages import Handler, Head, Later, Limits, Reply, Work
from tray.telephony.request_line import RequestLines

_log = logging.getLogger("cti_tray.receiver")
_READ_BYTES = 4 * 1024  # a turn's share: what is pipelined beyond it waits until every other client had its turn
_SWALLOWED_BYTES = 64 * 1024
_FAILED = Reply.error(HTTPStatus.INTERNAL_SERVER_ERROR, "CTI Tray could not handle this request.")
_TOO_LARGE = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
_EVERY_REPLY = [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
_Answer = TypeVar("_Answer")


class Phase(Enum):
    """What a connection is doing."""

    IDLE = auto()
    READING = auto()
    WORKING = auto()
    REPLYING = auto()
    LINGERING = auto()
    CLOSED = auto()


class Connection:
    """One client.

    `hand_over` begins what a reply has to wait for, and has `complete` called on the server's thread afterwards, unless
    `turn`, the number of the request, is another one by then.
    """

    def __init__(
        self,
        sock: socket.socket,
        handler: Handler,
        limits: Limits,
        hand_over: Callable[[Connection, Work | Later], bool],
        now: float,
    ) -> None:
        self.socket = sock
        self._client, self._own = _ends(sock)
        self._handler = handler
        self._limits = limits
        self._hand_over = hand_over
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=limits.header_bytes)
        self._lines = RequestLines(limits.header_bytes) if limits.mend_targets else None
        self._head: Head | None = None
        self._refusal: Reply | None = None
        self._due: Reply | None = None
        self._body = bytearray()
        self._most_body = 0
        self._out = bytearray()
        self._closing = False
        self._ended = False
        self._lingered = 0
        self.turn = 0
        self.phase = Phase.IDLE
        self.since = now
        self.deadline: float | None = now + limits.request_s

    @property
    def wants(self) -> int:
        """The selector events that this connection waits for; 0 for none."""
        if self.phase in {Phase.WORKING, Phase.CLOSED}:
            return 0
        return selectors.EVENT_WRITE if self._out else selectors.EVENT_READ

    def ready(self, now: float) -> None:
        """Go on: the socket can be read from, or written to, whichever was wanted."""
        if self._out:
            self._flush(now)
        elif self.phase is Phase.LINGERING:
            self._swallow()
        else:
            self._read(now)
        self._advance(now)

    def expire(self, now: float) -> None:
        """The deadline has passed: what is incomplete is refused, what waits is answered, everything else just ends."""
        if self.phase is Phase.WORKING and self._due is not None:
            self.complete(self._due, now)
        elif self.phase is Phase.READING:
            limit = self._limits.request_s
            self._send(
                Reply.error(HTTPStatus.BAD_REQUEST, f"The request took longer than {limit:g} s."), now, close=True
            )
        else:
            self.phase = Phase.CLOSED

    def complete(self, reply: Reply, now: float) -> None:
        """What the reply to this request waited for is done."""
        self._send(reply, now)
        self._advance(now)

    def _enter(self, phase: Phase, now: float, patience_s: float | None) -> None:
        self.phase = phase
        self.since = now
        self.deadline = None if patience_s is None else now + patience_s

    def _read(self, now: float) -> None:
        try:
            data = self.socket.recv(_READ_BYTES)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            self.phase = Phase.CLOSED
            return
        if self.phase is Phase.IDLE and data:
            self._enter(Phase.READING, now, self._patience(begun=True))
        self._ended = not data
        mended = self._lines.take(data) if self._lines is not None else data
        if mended:
            self._http.receive_data(mended)
        if self._ended:
            self._http.receive_data(b"")

    def _swallow(self) -> None:
        try:
            data = self.socket.recv(_SWALLOWED_BYTES)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data = b""
        self._lingered += len(data)
        if not data or self._lingered > self._limits.linger_bytes:
            self.phase = Phase.CLOSED

    def _advance(self, now: float) -> None:
        """Handle whatever has arrived, one request after the other, as long as the client takes its replies."""
        while self.phase in {Phase.IDLE, Phase.READING} and not self._out:
            try:
                event = self._http.next_event()
            except h11.RemoteProtocolError as error:
                self._send(self._handler.malformed(str(error)), now, close=True)
                return
            if event is h11.NEED_DATA or event is h11.PAUSED:
                return
            self._take(event, now)

    def _take(self, event: h11.Event | type[h11.NEED_DATA | h11.PAUSED], now: float) -> None:
        if isinstance(event, h11.Request):
            self._begin(Head.of(event, self._client, self._own), now)
        elif isinstance(event, h11.Data):
            self._body += event.data
            if len(self._body) > self._most_body:
                self._send(self._too_large(), now, close=True)
        elif isinstance(event, h11.EndOfMessage):
            self._answer(now)
        else:
            self.phase = Phase.CLOSED

    def _begin(self, head: Head, now: float) -> None:
        if self.phase is Phase.IDLE:
            self._enter(Phase.READING, now, self._patience(begun=True))
        self.turn += 1
        self._head, self._refusal, self._due, self._body = head, None, None, bytearray()
        verdict = guarded(lambda: self._handler.admit(head))
        if isinstance(verdict, int):
            self._most_body = verdict
            length = head.value("content-length")
            if length and int(length) > verdict:
                self._send(self._too_large(), now, close=True)
            elif self._http.they_are_waiting_for_100_continue:
                self._out += self._http.send(h11.InformationalResponse(status_code=100, headers=[])) or b""
                self._flush(now)
        elif head.announces_body:
            self._send(verdict, now, close=True)
        else:
            self._refusal = verdict

    def _answer(self, now: float) -> None:
        head, body = self._head, bytes(self._body)
        if head is None:
            return
        answer = guarded(lambda: self._refusal or self._handler.answer(head, body))
        if isinstance(answer, Reply):
            self._send(answer, now)
        elif self._hand_over(self, answer):
            later = answer if isinstance(answer, Later) else None
            self._due = later.reply if later else None
            self._enter(Phase.WORKING, now, later.most_s if later else None)
        else:
            busy = Reply.error(HTTPStatus.TOO_MANY_REQUESTS, "CTI Tray is busy.", ("Retry-After", "1"))
            self._send(busy, now)

    def _too_large(self) -> Reply:
        return Reply.error(_TOO_LARGE, f"The body is larger than {self._most_body} bytes.")

    def _send(self, reply: Reply, now: float, *, close: bool = False) -> None:
        if self._http.our_state not in {h11.IDLE, h11.SEND_RESPONSE}:
            self.phase = Phase.CLOSED
            return
        headers = [*_EVERY_REPLY, ("Content-Type", reply.content_type), ("Content-Length", str(len(reply.body)))]
        headers += [*reply.headers, *([("Connection", "close")] if close else [])]
        response = h11.Response(status_code=reply.status.value, reason=reply.status.phrase, headers=headers)
        self._out += self._http.send(response) or b""
        if self._head is None or self._head.method != "HEAD":
            self._out += self._http.send(h11.Data(data=reply.body)) or b""
        self._out += self._http.send(h11.EndOfMessage()) or b""
        self._closing = close
        self._enter(Phase.REPLYING, now, self._limits.request_s)
        self._flush(now)

    def _flush(self, now: float) -> None:
        try:
            sent = self.socket.send(self._out)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            self.phase = Phase.CLOSED
            return
        del self._out[:sent]
        if not self._out and self.phase is Phase.REPLYING:
            self._finish(now)

    def _finish(self, now: float) -> None:
        """The reply is out: wait for the next request, or let the client read in peace and end."""
        self._head = None
        if not self._closing and self._http.our_state is h11.DONE and self._http.their_state is h11.DONE:
            self._http.start_next_cycle()
            begun = bool(self._http.trailing_data[0])
            if self._lines is not None and not begun:
                self._lines.begin()
            self._enter(Phase.READING if begun else Phase.IDLE, now, self._patience(begun=begun))
        elif self._ended:
            self.phase = Phase.CLOSED
        else:
            self._enter(Phase.LINGERING, now, self._limits.linger_s)
            try:
                self.socket.shutdown(socket.SHUT_WR)
            except OSError:
                self.phase = Phase.CLOSED

    def _patience(self, *, begun: bool) -> float:
        return self._limits.request_s if begun else self._limits.idle_s


def _ends(sock: socket.socket) -> tuple[str, str]:
    """The addresses of the client and of this machine; "" where it is gone already."""
    try:
        return plain_address(sock.getpeername()), plain_address(sock.getsockname())
    except OSError:
        return "", ""


def plain_address(end: tuple[str, ...]) -> str:
    """The address in what a socket calls an end; one of IPv4 looks like it, also where it came in by IPv6."""
    return str(end[0]).removeprefix("::ffff:")


def guarded(call: Callable[[], _Answer]) -> _Answer | Reply:
    """What `call` gives, or an apology where it fails unexpectedly."""
    try:
        return call()
    except Exception as error:  # noqa: BLE001 - a fault in one request must not end the server
        log_fault(error)
        return _FAILED


def log_fault(error: Exception) -> None:
    """Log an unexpected error by kind and place; its text may hold numbers or tokens."""
    *_, (frame, line) = traceback.walk_tb(error.__traceback__)
    place = f"{frame.f_code.co_filename}:{line}"
    _log.error("Unexpected %s at %s", type(error).__name__, place)
