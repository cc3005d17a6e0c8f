"""Netstrings, the framing of baresip's control line: `<length in bytes>:<payload>,` (cr.yp.to/proto/netstrings.txt).

Frames arrive in any chunking: several in one segment, or one in many. This module knows bytes alone; what a payload
means is for others to say.
"""

from __future__ import annotations

import re

MAX_PAYLOAD = 65_536
_MAX_LENGTH_DIGITS = 9
_LENGTH = re.compile(rb"(?:0|[1-9][0-9]{0,8})?")


class NetstringError(ValueError):
    """The bytes are not netstrings; nothing after them can be trusted, so the line has to be opened again."""


def encode(payload: bytes) -> bytes:
    """One frame that carries `payload`."""
    return b"%d:%s," % (len(payload), payload)


class NetstringReader:
    """Cuts a stream of bytes into payloads. A frame longer than `limit` bytes is skipped without being kept."""

    def __init__(self, limit: int = MAX_PAYLOAD) -> None:
        self._limit = limit
        self._buffer = bytearray()
        self._skip = 0

    def feed(self, data: bytes) -> list[bytes]:
        """Take the next bytes of the stream and return every payload that is now complete, in order.

        Raises:
            NetstringError: a length or an end mark is wrong.
        """
        self._buffer += data
        payloads: list[bytes] = []
        while self._skip_oversized():
            payload = self._next_payload()
            if payload is not None:
                payloads.append(payload)
            elif not self._skip:
                break
        return payloads

    def _skip_oversized(self) -> bool:
        """Drop what is still to come of a frame that is too long; False while there is more of it to wait for."""
        dropped = min(self._skip, len(self._buffer))
        del self._buffer[:dropped]
        self._skip -= dropped
        return self._skip == 0

    def _next_payload(self) -> bytes | None:
        colon = self._buffer.find(b":", 0, _MAX_LENGTH_DIGITS + 1)
        digits = bytes(self._buffer[: colon if colon >= 0 else _MAX_LENGTH_DIGITS + 1])
        if not _LENGTH.fullmatch(digits) or (colon >= 0 and not digits):
            raise NetstringError("a frame does not begin with its length")
        if colon < 0:
            return None
        length = int(digits)
        end = colon + 1 + length
        if length > self._limit:
            self._skip = end + 1
            return None
        if len(self._buffer) <= end:
            return None
        if self._buffer[end : end + 1] != b",":
            raise NetstringError("a frame does not end where its length says")
        payload = bytes(self._buffer[colon + 1 : end])
        del self._buffer[: end + 1]
        return payload
