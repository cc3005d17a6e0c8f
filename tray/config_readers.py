"""Reading one value of `config.toml`: what is acceptable, and what is said of a value that is not."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from enum import StrEnum
from urllib.parse import urlsplit

from tray.calls.number_rules import read_number_rule
from tray.calls.settings import SettingError
from tray.texts import translate

SQLITE = "sqlite"
BUSINESS_CENTRAL = "business-central"
POSTGRESQL = "postgresql+psycopg"
NUMBER_PLACEHOLDER = "{number}"
_ONE_HOST = translate("Values", "must name one plain host, without user name and blanks")


class BadValue(ValueError):
    """A value is not acceptable; `problem` says why, with `values` in it, and is worded to follow the key's name."""

    def __init__(self, problem: str, **values: object) -> None:
        self.problem = problem.format(**values) if values else problem
        super().__init__(self.problem)


def problem_of(error: ValueError) -> str:
    """What a reader said about a value, still to be translated where it is the product's own text."""
    return error.problem if isinstance(error, BadValue) else str(error)


Read = Callable[[object], object]
"""Turns a TOML value into the typed one, or raises ValueError (`BadValue`, or that of the address parser)."""


def text(most: int = 250) -> Read:
    """A text without control characters, trimmed."""

    def read(value: object) -> str:
        if not isinstance(value, str):
            raise BadValue(translate("Values", "must be a text, not {value}"), value=_shown(value))
        trimmed = value.strip()
        if len(trimmed) > most:
            problem = translate("Values", "has {count} characters, at most {most} are allowed")
            raise BadValue(problem, count=len(trimmed), most=most)
        if not trimmed.isprintable():
            raise BadValue(translate("Values", "must not hold control characters"))
        return trimmed

    return read


def flag(value: object) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise BadValue(translate("Values", "must be true or false, not {value}"), value=_shown(value))
    return value


def whole(lowest: int, highest: int) -> Read:
    """A whole number within limits."""

    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            problem = translate("Values", "must be a whole number from {lowest} to {highest}, not {value}")
            raise BadValue(problem, lowest=lowest, highest=highest, value=_shown(value))
        return value

    return read


def choice(kind: type[StrEnum]) -> Read:
    """One word of a fixed list."""

    def read(value: object) -> StrEnum:
        for member in kind:
            if isinstance(value, str) and value == member.value:
                return member
        words = ", ".join(f'"{member.value}"' for member in kind)
        raise BadValue(translate("Values", "must be one of {choices}, not {value}"), choices=words, value=_shown(value))

    return read


def texts(value: object) -> tuple[str, ...]:
    """Read a list of texts, each of them once."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise BadValue(translate("Values", "must be a list of texts, not {value}"), value=_shown(value))
    return tuple(dict.fromkeys(str(text()(item)) for item in value))


def networks(value: object) -> tuple[str, ...]:
    """Read a list of IP addresses and networks."""
    found = texts(value)
    for each in found:
        try:
            ipaddress.ip_network(each, strict=False)
        except ValueError as error:
            problem = translate("Values", 'must list addresses such as "192.168.1.20" or "192.168.1.0/24", not {value}')
            raise BadValue(problem, value=_shown(each)) from error
    return found


def address_of_this_machine(value: object) -> str:
    """Read `host:port` where the host is an IP address, because names are never listened on."""
    found = address(value)
    try:
        ipaddress.ip_address(found.rpartition(":")[0].strip("[]"))
    except ValueError as error:
        problem = translate("Values", 'must be an address and a port such as "0.0.0.0:8125", not {value}')
        raise BadValue(problem, value=_shown(found)) from error
    return found


def pattern(expression: str, what: str) -> Read:
    """A text of a given form, described by `what`."""

    def read(value: object) -> str:
        found = str(text()(value))
        if not re.fullmatch(expression, found):
            raise BadValue(translate("Values", "must be {what}, not {value}"), what=what, value=_shown(found))
        return found

    return read


def number_rule(name: str) -> Read:
    """One of the number rules, by the check that scenarios use too."""

    def read(value: object) -> str | int:
        try:
            return read_number_rule(name, value, name)
        except SettingError as error:
            raise BadValue(error.problem) from error

    return read


def address(value: object) -> str:
    """Read `host:port`; an IPv6 host stands in square brackets."""
    found = str(text()(value))
    matched = re.fullmatch(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_.-]+):([0-9]{1,5})", found)
    if not matched or not 1 <= int(matched[2]) <= 65535:
        problem = translate("Values", 'must be host and port such as "127.0.0.1:4444", not {value}')
        raise BadValue(problem, value=_shown(found))
    return found


def https(*, empty: bool = False, loopback_http: bool = False) -> Read:
    """An https address without user name; `loopback_http` also takes http to this machine."""

    def read(value: object) -> str:
        found = str(text(1000)(value)).rstrip("/")
        if not found and empty:
            return found
        try:
            parts = urlsplit(found)
            _ = parts.port
        except ValueError as error:
            raise BadValue(_ONE_HOST) from error
        if not parts.hostname or "@" in parts.netloc or any(character.isspace() for character in found):
            raise BadValue(_ONE_HOST)
        local = parts.hostname in {"127.0.0.1", "::1", "localhost"}
        if parts.scheme != "https" and not (loopback_http and local and parts.scheme == "http"):
            raise BadValue(translate("Values", "must be an https address, not {value}"), value=_shown(found))
        return found

    return read


def store_url(value: object) -> str:
    """Read where the setup is kept: `sqlite`, `business-central` or a PostgreSQL address."""
    found = str(text(1000)(value))
    if found in {SQLITE, BUSINESS_CENTRAL}:
        return found
    if not found.startswith(f"{POSTGRESQL}://"):
        problem = translate("Values", 'must be "{first}", "{second}" or an address that begins with "{scheme}://"')
        raise BadValue(problem, first=SQLITE, second=BUSINESS_CENTRAL, scheme=POSTGRESQL)
    return found


def dial_template(value: object) -> str:
    """Read an address with `{number}` in it, or nothing."""
    found = str(text(1000)(value))
    if not found:
        return found
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", found) or NUMBER_PLACEHOLDER not in found:
        problem = translate("Values", 'must be an address with {placeholder} in it, such as "sip:{placeholder}"')
        raise BadValue(problem, placeholder=NUMBER_PLACEHOLDER)
    if re.match(r"(javascript|vbscript|data|file):", found, re.IGNORECASE):
        raise BadValue(translate("Values", "must not be a script or a file address"))
    return found


def _shown(value: object) -> str:
    """A value in a message: short, on one line."""
    shown = ascii(value) if isinstance(value, str) else str(value)[:200]
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
