"""Speaking baresip's ctrl_tcp: JSON in netstrings, requests that are answered by token, events that come by themselves.

It owns no socket and no thread: it is fed bytes and given a way to send some. Payloads that are not JSON objects are
skipped; bytes that are not netstrings end the connection.
"""

from __future__ import annotations

import json
import secrets
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tray.telephony.netstring import NetstringReader, encode

Answer = Callable[[bool, str], None]


@dataclass(frozen=True, slots=True)
class _Request:
    command: str
    params: str
    token: str
    answer: Answer


class BaresipControl:
    """One connection after another to one baresip.

    Args:
        send: takes the bytes of a request.
        reply_s: seconds that baresip has for an answer.
        clock: monotonic seconds.
    """

    def __init__(self, send: Callable[[bytes], None], reply_s: float, clock: Callable[[], float]) -> None:
        self._send = send
        self._reply_s = reply_s
        self._clock = clock
        self._reader = NetstringReader()
        self._requests: deque[_Request] = deque()
        self.reply_due: float | None = None
        self.is_open = False

    def begin(self) -> None:
        """A new connection: whatever was left of the last one does not count."""
        self._reader = NetstringReader()
        self.is_open = True

    def end(self) -> None:
        """The connection is gone: what was asked is answered with no."""
        self.is_open = False
        asked, self._requests = self._requests, deque()
        self.reply_due = None
        for request in asked:
            request.answer(False, "")

    def ask(self, command: str, params: str, answer: Answer) -> None:
        """Send a command; `answer` is called with baresip's verdict and text, or with no where the line is down."""
        if not self.is_open:
            answer(False, "")
            return
        self._requests.append(_Request(command, params, secrets.token_hex(6), answer))
        self._send_next()

    def feed(self, data: bytes) -> Iterator[Mapping[str, object]]:
        """Take the next bytes, and give the events in them, in order; answers go to who asked.

        Raises:
            NetstringError: this is not ctrl_tcp.
        """
        for payload in self._reader.feed(data):
            values = _read(payload)
            if values.get("response") is True:
                self._take_reply(values)
            elif values.get("event"):
                yield values

    def _take_reply(self, values: Mapping[str, object]) -> None:
        """Only replies to own requests count: baresip sends those of a client that it replaced to the new one."""
        if self.reply_due is None or values.get("token") != self._requests[0].token:
            return
        request = self._requests.popleft()
        self.reply_due = None
        text = values.get("data")
        request.answer(values.get("ok") is True, text if isinstance(text, str) else "")
        self._send_next()

    def _send_next(self) -> None:
        """Send the oldest request. One at a time: baresip 1.0 misreads a second one that comes in the same segment."""
        if self.reply_due is not None or not self._requests:
            return
        request = self._requests[0]
        message = {"command": request.command, "token": request.token}
        if request.params:
            message["params"] = request.params
        self.reply_due = self._clock() + self._reply_s
        self._send(encode(json.dumps(message).encode()))


def _read(payload: bytes) -> Mapping[str, object]:
    try:
        values = json.loads(payload.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}
