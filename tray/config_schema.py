"""Every key of config.toml: where it stands, what may be in it, and what it means; one row each.

The table drives reading, writing, messages and help, so that a new key is one row here and one field in
`tray.config`. It knows neither files nor who may change what.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
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


class DialMethod(StrEnum):
    """How a number is dialled."""

    TEL = "tel"
    TEAMS = "teams"
    TAPI = "tapi"
    BARESIP = "baresip"
    TEMPLATE = "template"


class Theme(StrEnum):
    """The colours of the windows; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class CardScreen(StrEnum):
    """The screen on which cards open: where the mouse pointer is, or the primary one."""

    CURSOR = "cursor"
    PRIMARY = "primary"


class Language(StrEnum):
    """The language of the windows; `SYSTEM` follows the desktop."""

    SYSTEM = ""
    ENGLISH = "en"
    DUTCH = "nl"
    GERMAN = "de"


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


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its dotted name, the check that reads it, and one sentence of help."""

    name: str
    read: Read
    doc: str

    def from_text(self, text: str) -> object:
        """Read what was typed on a command line: the key's kind decides whether `5` is a number or a text.

        Raises:
            ValueError: what is wrong with it.
        """
        candidates: list[object] = [text]
        if text in {"true", "false"}:
            candidates.append(text == "true")
        if re.fullmatch(r"-?[0-9]{1,9}", text):
            candidates.append(int(text))
        candidates.append([part.strip() for part in text.split(",") if part.strip()])
        for candidate in candidates[1:]:
            try:
                return self.read(candidate)
            except ValueError:
                continue
        return self.read(text)


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


KEYS = (
    Key("store.url", store_url, "Where the setup is kept: sqlite is a file in the data folder."),
    Key("sign_in.client_id", text(), "The application id under which the tray is registered with Microsoft."),
    Key("sign_in.tenant", text(), "The tenant to sign in to; organizations takes any work account."),
    Key("sign_in.authority", https(empty=True), "A national cloud or an own identity provider; empty is Microsoft."),
    Key("sign_in.graph_url", https(empty=True), "Where Microsoft Graph answers; empty is the one of the authority."),
    Key("sign_in.presence", flag, "Whether a call in Teams is shown, where the user allows reading the presence."),
    Key("sign_in.contacts", flag, "Whether Outlook contacts are found, where the user allows reading them."),
    Key("business_central.api_url", https(loopback_http=True), "The address of Business Central's API."),
    Key("business_central.tenant", text(), "The tenant of Business Central."),
    Key("business_central.environment", text(), "The environment, for example Production."),
    Key("business_central.company", text(), "The company, by name or id."),
    Key(
        "business_central.web_client_url", https(empty=True, loopback_http=True), "The web client, if not Microsoft's."
    ),
    Key(
        "business_central.route",
        pattern(r"\w[\w.-]*/\w[\w.-]*/\w[\w.-]*", "publisher/group/version"),
        "The route of the companion's API.",
    ),
    Key("numbers.region", number_rule("region"), "The country in which numbers without a country code are read."),
    Key("numbers.outside_prefix", number_rule("outside_prefix"), "What is dialled for an outside line."),
    Key(
        "numbers.internal_max_digits",
        number_rule("internal_max_digits"),
        "Numbers of at most this many digits are internal.",
    ),
    Key("numbers.match_digits", number_rule("match_digits"), "How many last digits make a possible match."),
    Key("sources.receiver.enabled", flag, "Whether softphones can report calls to a local address."),
    Key("sources.receiver.port", whole(0, 65535), "The port of that address; 0 chooses a free one and keeps it."),
    Key("sources.baresip.enabled", flag, "Whether baresip is listened to."),
    Key("sources.baresip.address", address, "Where baresip's ctrl_tcp listens."),
    Key("sources.fritzbox.enabled", flag, "Whether the call monitor of a FRITZ!Box is listened to."),
    Key("sources.fritzbox.address", address, "Where the call monitor listens."),
    Key("sources.tapi.enabled", flag, "Whether Windows telephony lines are listened to."),
    Key("sources.tapi.lines", texts, "The lines to listen to; an empty list is all."),
    Key("sources.teams.enabled", flag, "Whether the local Teams client is listened to."),
    Key("sources.teams.address", address, "Where the local Teams client listens."),
    Key("dial.method", choice(DialMethod), "How numbers are dialled."),
    Key("dial.template", dial_template, "The address that the method template opens, with {number} in it."),
    Key("ui.language", choice(Language), "The language of the windows; empty follows the desktop."),
    Key("ui.theme", choice(Theme), "The colours of the windows."),
    Key("ui.screen", choice(CardScreen), "The screen on which cards open."),
    Key("ui.ended_cards", whole(1, 50), "How many cards of ended calls stay on the screen."),
)

BY_NAME = {key.name: key for key in KEYS}


def _shown(value: object) -> str:
    """A value in a message: short, on one line."""
    shown = ascii(value) if isinstance(value, str) else str(value)[:200]
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
