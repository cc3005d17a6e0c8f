"""What a user enters in one phone product so that it reports its calls: pure data, shown in a window and in the help.

A line is what is pasted, with PROGRAM, PORT, COMPUTER and TOKEN in the places of what differs from desk to desk.
Everything in the product's own signs (`$remote`, `%CallerNumber%`) stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

HIDDEN = "\N{BULLET}" * 8
_MARKS = re.compile(r"\b(PROGRAM|PORT|COMPUTER|TOKEN)\b")


class Product(StrEnum):
    """The phones for which there is a recipe."""

    MICROSIP = "microsip"
    THREE_CX = "3cx"
    ZOIPER = "zoiper"
    NFON = "nfon"
    INNOVAPHONE = "innovaphone"
    PROCALL = "procall"
    BARESIP = "baresip"
    YEALINK = "yealink"
    SNOM = "snom"
    GRANDSTREAM = "grandstream"
    MITEL = "mitel"
    FRITZBOX = "fritzbox"
    TAPI = "tapi"
    TEAMS = "teams"


class Way(StrEnum):
    """How a product reports: by starting a program, by opening an address of this machine, over the network, or so
    that CTI Tray listens to it by itself."""

    PROGRAM = "program"
    ADDRESS = "address"
    LAN = "lan"
    LISTENED_TO = "listened_to"


@dataclass(frozen=True, slots=True)
class Line:
    """What is entered for one event: `where` names the event in the product's own words, `text` is pasted."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """One product: numbered steps, what to paste, what it cannot report and what is not certain, and its help.

    `one_file` means that all of its lines go into one place together.
    """

    product: Product
    name: str
    way: Way
    steps: tuple[str, ...]
    lines: tuple[Line, ...]
    limits: tuple[str, ...]
    topic: str
    one_file: bool = False

    @property
    def source(self) -> str:
        """The source that hears this product."""
        return {Way.LAN: "lan", Way.LISTENED_TO: self.product.value}.get(self.way, "receiver")


@dataclass(frozen=True, slots=True)
class Places:
    """What differs from desk to desk, as it is now. `lan_detail` is a sentence about the LAN listener."""

    program: str
    port: int
    token: str
    receiver_on: bool
    lan_host: str
    lan_port: int
    lan_token: str
    lan_on: bool
    lan_detail: str
    lan_allowed: tuple[str, ...] = ()


def filled(line: Line, way: Way, places: Places, *, shown: bool) -> str:
    """The line as it is pasted; with a row of dots in place of the token where it is not `shown`."""
    lan = way is Way.LAN
    token = places.lan_token if lan else places.token
    values = {
        "PROGRAM": places.program,
        "PORT": str(places.lan_port if lan else places.port),
        "COMPUTER": places.lan_host,
        "TOKEN": token if shown else HIDDEN,
    }
    return _MARKS.sub(lambda mark: values[mark.group()], line.text)
