"""The words between the loopback server and whoever answers its requests: head, reply, limits.

Plain values; nothing here touches a socket or knows what a call is.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Protocol

import h11

JSON_TYPE = "application/json"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one client may take: connections in number, sizes in bytes, times in seconds.

    `request_s` is the whole time from a request's first byte to its last, and that for taking the reply; `idle_s` the
    time between two requests; `linger_s` and `linger_bytes` are what is still swallowed after a refusal, so that a
    client that writes first and reads later sees the refusal instead of a broken connection. With `mend_targets` an
    address may hold blanks and letters that HTTP wants encoded, as desk phones put names into it.
    """

    connections: int = 128
    header_bytes: int = 8 * 1024
    request_s: float = 10.0
    idle_s: float = 60.0
    linger_s: float = 2.0
    linger_bytes: int = 64 * 1024 * 1024
    workers: int = 4
    mend_targets: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a request. Header names are lower case; values are as sent, decoded as Latin-1.

    `client` is the address that it came from, and `own` the one of this machine that it came to; "" if not known.
    """

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    client: str = ""
    own: str = ""

    @classmethod
    def of(cls, request: h11.Request, client: str = "", own: str = "") -> Head:
        """The head that h11 has read."""
        return cls(
            request.method.decode("latin-1"),
            request.target.decode("latin-1"),
            tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers),
            client,
            own,
        )

    def values(self, name: str) -> list[str]:
        """Every value of a header; `name` in lower case."""
        return [value for key, value in self.headers if key == name]

    def value(self, name: str) -> str:
        """The first value of a header, or "" where there is none."""
        return next(iter(self.values(name)), "")

    @property
    def announces_body(self) -> bool:
        """Whether a body follows."""
        return self.value("content-length") not in {"", "0"} or bool(self.values("transfer-encoding"))


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back to the client."""

    status: HTTPStatus
    body: bytes = b""
    content_type: str = JSON_TYPE
    headers: tuple[tuple[str, str], ...] = ()

    @classmethod
    def json(cls, status: HTTPStatus, value: dict[str, object], *headers: tuple[str, str]) -> Reply:
        """A reply that carries one JSON object."""
        return cls(status, json.dumps(value, allow_nan=False).encode(), headers=headers)

    @classmethod
    def error(cls, status: HTTPStatus, message: str, *headers: tuple[str, str]) -> Reply:
        """A refusal with one sentence."""
        return cls.json(status, {"error": message}, *headers)


Work = Callable[[], Reply]


@dataclass(frozen=True, slots=True)
class Later:
    """A reply that waits for something: `begin` starts it, and is given what to call, on any thread, when it is done.

    After `most_s` seconds the reply goes out in any case.
    """

    reply: Reply
    begin: Callable[[Callable[[], None]], None]
    most_s: float


class Handler(Protocol):
    """Who decides about requests; called on the server's thread alone."""

    def admit(self, head: Head) -> Reply | int:
        """Judge a head before anything of the body is read: a refusal, or how many bytes of body are taken."""
        ...

    def answer(self, head: Head, body: bytes) -> Reply | Work | Later:
        """Answer an admitted request; work that may take a while is handed back, to be run on another thread."""
        ...

    def malformed(self, problem: str) -> Reply:
        """Answer what is not HTTP, by the parser's description."""
        ...
