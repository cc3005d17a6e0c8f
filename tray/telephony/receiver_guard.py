"""Who may speak to the receiver: judging request heads before anything else is read.

Every web page that the user visits can send requests to this machine, by its address or, with a name server of its
own, by another name; what a browser cannot fake are Host, Origin and the Sec-Fetch headers. Tokens keep out other
users of the machine. Pure: no sockets, no files, and nothing here logs what it was given.
"""

from __future__ import annotations

import hmac
import math
import re
from collections.abc import Callable, Iterable
from urllib.parse import unquote_plus

from tray.telephony.loopback_messages import Head

_LOCAL_HOST = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]{1,5})?", re.IGNORECASE)
_ABSOLUTE = re.compile(r"https?://([^/?#]*)(.*)", re.IGNORECASE)
_FOREIGN_SITES = {"cross-site", "same-site"}


NamesUs = Callable[[str, Head], bool]
"""Whether a host as a request gives it, possibly with a port, names this machine."""


def is_loopback(host: str, head: Head) -> bool:  # noqa: ARG001 - other doors need to know how it came
    """Whether a host is this machine as only programs on it can name it."""
    return _LOCAL_HOST.fullmatch(host.strip()) is not None


def refusal(head: Head, names_us: NamesUs = is_loopback) -> str | None:
    """Why this request cannot come from a program that means this door; None where it may.

    Host and absolute targets must name this machine (DNS rebinding), nothing may come from a web page, and no
    preflight is ever granted.
    """
    hosts = head.values("host")
    if len(hosts) != 1 or not names_us(hosts[0], head):
        return "Host must be the address of this machine, in figures, or localhost on it."
    absolute = _ABSOLUTE.fullmatch(head.target)
    if absolute and not names_us(absolute.group(1), head):
        return "The address must name this machine."
    if head.values("origin"):
        return "Requests from web pages are refused."
    foreign = _FOREIGN_SITES.intersection(value.strip().lower() for value in head.values("sec-fetch-site"))
    if foreign and [value.strip().lower() for value in head.values("sec-fetch-mode")] != ["navigate"]:
        return "Requests from web pages are refused."
    if head.method == "OPTIONS":
        return "No preflight is granted."
    return None


def split_target(target: str) -> tuple[str, str]:
    """Path and query of a request target, absolute or not; the path is "" for anything else."""
    absolute = _ABSOLUTE.fullmatch(target)
    local = absolute.group(2) if absolute else target
    path, _, query = local.partition("#")[0].partition("?")
    return (path if path.startswith("/") else "", query)


def header_tokens(head: Head) -> list[str]:
    """The tokens that stand in headers."""
    bearers = [value[7:].strip() for value in head.values("authorization") if value[:7].lower() == "bearer "]
    return bearers + [value.strip() for value in head.values("x-cti-token")]


def query_tokens(query: str) -> list[str]:
    """The tokens that stand in a query."""
    pairs = (piece.partition("=") for piece in query.split("&"))
    return [unquote_plus(value) for key, _, value in pairs if key == "token"]


def is_token(given: str, token: str) -> bool:
    """Whether `given` is the token, compared in a time that says nothing about where they differ.

    Nothing is the token where there is none yet.
    """
    return bool(token) and hmac.compare_digest(given.encode("utf-8", "surrogateescape"), token.encode())


def any_token(given: Iterable[str], token: str) -> bool:
    """Whether one of those given is the token."""
    return any(is_token(each, token) for each in given)


class Bucket:
    """Lets `rate` events a second pass, and `burst` at once; `clock` gives monotonic seconds."""

    def __init__(self, rate: float, burst: int, clock: Callable[[], float]) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._left = float(burst)
        self._filled = clock()

    def take(self) -> int:
        """Take one: 0 when it may pass, else the whole seconds to wait for the next."""
        now = self._clock()
        self._left = min(self._burst, self._left + max(0.0, now - self._filled) * self._rate)
        self._filled = now
        if self._left >= 1.0:
            self._left -= 1.0
            return 0
        return max(1, math.ceil((1.0 - self._left) / self._rate))
