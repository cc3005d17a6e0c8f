"""Request lines of desk phones, which put a caller's name into an address as it is: `GET /?name=Ann Müller HTTP/1.1`.

HTTP allows neither the blank nor the umlaut. What is between method and version is the address, so it can be encoded;
letters that are no UTF-8 are read as Latin-1, which old phones write. Nothing else of a request is touched.
"""

from __future__ import annotations

import re

_LINE = re.compile(rb"([A-Z]{1,16}) (/[^\r\n]*) (HTTP/1\.[01]\r?)")
_UNENCODED = re.compile(rb"[^\x21-\x7e]")


class RequestLines:
    """Mends the first line of each request on one connection; bytes after it pass as they are.

    `most` is how many bytes are held back for a line; a longer one is not mended.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: bytearray | None = bytearray()

    def begin(self) -> None:
        """The next byte is the first of a request."""
        self._held = bytearray()

    def take(self, data: bytes) -> bytes:
        """What can be read now of what arrived; b"" for `data` means the end and brings out what is held back."""
        held = self._held
        if held is None:
            return data
        held += data
        line, newline, rest = bytes(held).partition(b"\n")
        if data and not newline and len(held) <= self._most:
            return b""
        self._held = None
        return mended(line) + newline + rest


def mended(line: bytes) -> bytes:
    """A request line whose address is encoded; any other line as it is."""
    matched = _LINE.fullmatch(line)
    if matched is None:
        return line
    method, target, version = matched.groups()
    try:
        target.decode()
    except UnicodeDecodeError:
        target = target.decode("latin-1").encode()
    return b" ".join((method, _UNENCODED.sub(lambda found: b"%%%02X" % found.group()[0], target), version))
