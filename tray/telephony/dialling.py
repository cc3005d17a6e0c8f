"""Dialling: from a number that somebody typed or clicked to what the phone on this desk understands.

Only digits that `tray.telephony.dial_reading` has read as a number ever leave here. This module builds addresses;
opening one, or telling a phone program, is done by what it is given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote

import phonenumbers

from tray.calls.model import PhoneNumber
from tray.calls.numbers import NumberReader, NumberRules
from tray.calls.pages import check_card_page
from tray.config_readers import NUMBER_PLACEHOLDER
from tray.config_schema import DialMethod
from tray.errors import ConfigError, InvalidInput, SourceFailed
from tray.telephony.base import Failed
from tray.telephony.dial_reading import Wanted, read_dialled
from tray.texts import translate

TEAMS_SCHEME = "msteams"
DIAL_SCHEMES = ("tel", "callto", "sip", "sips", TEAMS_SCHEME, "ciscotel", "zoomphonecall", "dialpad")
_SCHEME_TEMPLATE = re.compile(r"([a-z][a-z0-9+.-]*):[A-Za-z0-9/._~:@?&=%;+-]*\{number\}[A-Za-z0-9/._~:@?&=%;+-]*")


@dataclass(frozen=True, slots=True)
class DialSettings:
    """The `[dial]` table of config.toml; `template` belongs to the method of that name."""

    method: DialMethod = DialMethod.TEL
    template: str = ""

    @property
    def scheme(self) -> str:
        """The scheme of the addresses that are opened in order to dial; "" where a phone is told instead."""
        if self.method is DialMethod.TEMPLATE:
            return self.template.partition(":")[0].lower()
        return {DialMethod.TEL: "tel", DialMethod.TEAMS: "https"}.get(self.method, "")


class OpenAddress(Protocol):
    """Opens an address with the program that is registered for it."""

    def __call__(self, address: str, failed: Failed, *, rather: str = "") -> None:
        """Open `address`; returns at once.

        `failed` is called later, on another thread, where no program took it. `rather` is opened in its place where a
        program is registered for that.
        """
        ...


class Dialler(Protocol):
    """One way to dial."""

    def dial(self, number: str, failed: Failed) -> None:
        """Begin to dial a number as people write it; returns at once.

        `failed` is called later, on another thread, where the phone program is not there or refuses after all.

        Raises:
            InvalidInput: the text is not a number that can be dialled this way.
            Refused: it is an emergency number or a service code.
            CtiError: the phone program is not there.
        """
        ...


class Phone(Protocol):
    """A phone program that can be told to dial."""

    def dial(self, number: str, failed: Failed) -> None:
        """Dial digits with or without a leading plus; errors as in `Dialler.dial`."""
        ...


def make_dialler(
    settings: DialSettings,
    reader: NumberReader,
    open_address: OpenAddress,
    phones: Mapping[DialMethod, Phone],
) -> Dialler:
    """The dialler that the settings ask for.

    Args:
        settings: the `[dial]` table.
        reader: reads numbers by the rules of this site.
        open_address: opens a `tel:`, https or similar address.
        phones: the phones that dial by themselves, by their method, as far as they are enabled.

    Raises:
        ConfigError: the template is not acceptable; the message names the key.
    """
    if settings.method is DialMethod.TEMPLATE:
        problem = check_template(settings.template)
        if problem:
            raise ConfigError(translate("Dialling", "dial.template {problem}.").format(problem=problem))
    return _Dialler(settings, reader, open_address, phones)


class _Dialler:
    def __init__(
        self,
        settings: DialSettings,
        reader: NumberReader,
        open_address: OpenAddress,
        phones: Mapping[DialMethod, Phone],
    ) -> None:
        self._settings = settings
        self._reader = reader
        self._open_address = open_address
        self._phones = phones

    def dial(self, number: str, failed: Failed) -> None:
        wanted = read_dialled(number, self._reader)
        read, rules = wanted.number, self._reader.rules
        match self._settings.method:
            case DialMethod.TEL:
                self._open_address(tel_address(read, passed_on(self._settings, wanted)), failed)
            case DialMethod.TEAMS:
                self._open_address(teams_address(read), failed, rather=teams_address(read, in_program=True))
            case DialMethod.TEMPLATE:
                address = template_address(self._settings.template, dial_string(read, rules))
                self._open_address(address, failed)
            case method:
                phone = self._phones.get(method)
                if phone is None:
                    raise not_enabled(method)
                phone.dial(dial_string(read, rules), failed)


def not_enabled(method: DialMethod) -> SourceFailed:
    """What is said where the phone of a method is not there."""
    if method is DialMethod.BARESIP:
        return SourceFailed(
            translate("Dialling", "baresip is not enabled."),
            hint=translate("Dialling", "Enable it under [sources.baresip]."),
        )
    return SourceFailed(
        translate("Dialling", "Windows telephony is not enabled."),
        hint=translate("Dialling", "Enable it under [sources.tapi]."),
    )


def passed_on(settings: DialSettings, wanted: Wanted) -> str:
    """The extension, where this way of dialling takes it along with the number; "" for none."""
    return wanted.extension if settings.method is DialMethod.TEL else ""


def left_to_key_in(settings: DialSettings, wanted: Wanted) -> str:
    """What this way of dialling cannot pass on, as the user reads it: extension and later digits; "" for nothing."""
    extension = "" if passed_on(settings, wanted) else wanted.extension
    return " ".join(part for part in (extension, wanted.later.lstrip(",;pwPW ")) if part)


def dial_string(number: PhoneNumber, rules: NumberRules) -> str:
    """What a phone behind the site's telephone system must dial.

    Without an outside prefix: the international form where it is known. With one: the prefix and then the number as
    it is dialled in the home region. Internal numbers are dialled as they are.
    """
    if number.internal:
        return number.digits
    if not rules.outside_prefix:
        return number.e164 or number.digits
    if number.e164 is None:
        return rules.outside_prefix + number.digits
    parsed = phonenumbers.parse(number.e164, None)
    local = phonenumbers.format_out_of_country_calling_number(parsed, rules.region)
    return rules.outside_prefix + "".join(character for character in local if character in "0123456789")


def tel_address(number: PhoneNumber, extension: str = "") -> str:
    """The `tel:` address of a number (RFC 3966). A number in international form never carries an outside prefix.

    A short or local number goes without the `phone-context` of the RFC, which phone programs do not understand.
    """
    address = f"tel:{number.e164 or number.digits}"
    return f"{address};ext={extension}" if extension else address


def teams_address(number: PhoneNumber, *, in_program: bool = False) -> str:
    """The link with which Teams calls a number (learn.microsoft.com, "Deep links", calls to PSTN numbers: `4:`).

    Microsoft's own form is the https link, which leaves a browser tab behind; `in_program` gives the one that the
    installed Teams takes by itself. Teams asks before it dials.

    Raises:
        InvalidInput: it is not a complete number; Teams dials no others.
    """
    if number.e164 is None:
        raise InvalidInput(
            translate("Dialling", "Teams dials complete numbers only."),
            hint=translate("Dialling", "Write the number with its area code."),
        )
    place = f"{TEAMS_SCHEME}:" if in_program else "https://teams.microsoft.com"
    return f"{place}/l/call/0/0?users=4:{quote(number.e164, safe='')}"


def template_address(template: str, digits: str) -> str:
    """The address of a checked template; the digits are percent-encoded."""
    return template.replace(NUMBER_PLACEHOLDER, quote(digits, safe=""))


def check_template(template: str) -> str:
    """Say what is wrong with a dial template, in words for the one who wrote it; "" when it is acceptable."""
    if template.count(NUMBER_PLACEHOLDER) != 1 or template.count("{") != 1:
        return translate("Dialling", "must hold {number} once, and no other placeholder")
    if template.lower().startswith("https://"):
        return check_card_page(template)
    found = _SCHEME_TEMPLATE.fullmatch(template)
    if found is None or found[1] not in DIAL_SCHEMES:
        return translate("Dialling", "must be an https address, or one that begins with {schemes} and a colon").format(
            schemes=", ".join(DIAL_SCHEMES)
        )
    return ""
