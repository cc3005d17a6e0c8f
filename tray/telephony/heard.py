"""What a door for phones says about a report, beside the fact itself: why one was refused, and what is missing in it.

Plain values for whoever helps a user to connect a phone. No token ever stands in one, and nothing here decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tray.calls.model import CallEvent


class Trouble(StrEnum):
    """What is wrong with a report. Only `PLACEHOLDER` comes with a fact, just before it."""

    ADDRESS = "address"
    WEB_PAGE_OR_HOST = "web_page_or_host"
    NO_KEY = "no_key"
    WRONG_KEY = "wrong_key"
    PLACE = "place"
    METHOD = "method"
    RATE = "rate"
    FIELD = "field"
    NOT_HTTP = "not_http"
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class Remark:
    """One such thing: at which door, which field it is about ("" where none), and the address of the phone if known."""

    source: str
    trouble: Trouble
    field: str = ""
    client: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A fact for somebody who watches: the number as it was read, and the fields whose placeholder came as it is.

    `withheld` means that the phone said so; a number that did not come at all is just "".
    """

    fact: CallEvent
    number_text: str = ""
    withheld: bool = False
    unfilled: tuple[str, ...] = ()


_DIVIDER = "@"


def source_of_phone(door: str, phone: str) -> str:
    """The name of one of several phones that report at the same door: each is a source of its own."""
    return f"{door}{_DIVIDER}{phone}" if phone else door


def door_of(source: str) -> str:
    """The door at which a source reports; its own name where it is not one of several phones."""
    return source.partition(_DIVIDER)[0]


def phone_of(source: str) -> str:
    """Which of several phones a source is; "" where it is not one of several."""
    return source.partition(_DIVIDER)[2]


Tell = Callable[[Remark], None]


def tell_nobody(_: Remark) -> None:
    """Where nobody wants to know."""
