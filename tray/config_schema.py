"""Every key of config.toml: where it stands, what may be in it, and what it means; one row each.

The table drives reading, writing, messages and help, so that a new key is one row here and one field in
`tray.config`. It knows neither files nor who may change what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from tray.config_readers import (
    Read,
    address,
    address_of_this_machine,
    choice,
    dial_template,
    flag,
    https,
    networks,
    number_rule,
    pattern,
    store_url,
    text,
    texts,
    whole,
)


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
    Key("sources.lan.enabled", flag, "Whether desk phones in the network can report calls."),
    Key("sources.lan.address", address_of_this_machine, "Where desk phones are listened for."),
    Key("sources.lan.allowed", networks, "The addresses and networks of the phones that may report; empty is none."),
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
