"""Reading what somebody wants to dial: a written number with what stands behind it, or a `tel:` or `callto:` link.

Only digits that have been read as a number are ever dialled. Service codes and emergency numbers are refused, letters
are not guessed at, and what follows a pause is for the user to key in, so that no link, record or slip of the hand can
change a setting of the phone or call for help. Nothing here dials, and no message quotes a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

import phonenumbers

from tray.calls.model import PhoneNumber
from tray.calls.numbers import NumberReader, NumberRules, is_withheld
from tray.calls.written import take_apart, visible
from tray.errors import InvalidInput, Refused
from tray.texts import translate

LINK_SCHEMES = ("tel", "callto")
"""The links that ask to dial."""

MOST_LINK = 512
MOST_DIGITS = 19
"""Fifteen digits of E.164 (ITU-T), behind an international and an outside prefix."""

_PRINTABLE = re.compile(r"[\x20-\x7e\u00a0-\uffff]*")
_PARAMETER = re.compile(r"([A-Za-z0-9-]+)=(.*)", re.DOTALL)
_ZONE = re.compile(r"\+[0-9().-]{1,18}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to dial.

    `number` is what can be dialled. `extension` is asked for by the other end, or by its telephone system; `later` is
    what comes after the first pause. Methods that cannot pass these on leave them to the user.
    """

    number: PhoneNumber
    extension: str = ""
    later: str = ""

    @property
    def text(self) -> str:
        """All of it in one spelling, which `read_dialled` reads back."""
        extension = f";ext={self.extension}" if self.extension else ""
        return f"{self.number.key}{extension}{self.later}"


def read_dialled(text: str, reader: NumberReader) -> Wanted:
    """Read what somebody wants to dial.

    Raises:
        InvalidInput: it is empty, withheld, too long, more than one number, or holds letters or other signs.
        Refused: it is a service code or an emergency number.
    """
    text = visible(text)
    if is_withheld(text):
        raise _nothing()
    written = take_apart(text)
    if written is None:
        raise _wrong(text)
    if sum(character in "0123456789" for character in written.main) > MOST_DIGITS:
        raise InvalidInput(translate("Dialling", "This is more than one number, or too long for one."))
    number = reader.read(written.main)
    if reader.rules.outside_prefix and not number.complete:
        without_prefix = reader.read_reported(written.main)
        number = without_prefix if without_prefix.complete else number
    if not number.digits:
        raise _nothing()
    if _is_emergency(written.main, number, reader.rules):
        raise Refused(
            translate("Dialling", "Emergency numbers are not dialled from here."),
            hint=translate("Dialling", "Dial it on the phone itself."),
        )
    return Wanted(number, written.extension, written.later)


def read_link(link: str, reader: NumberReader) -> Wanted:
    """Read a `tel:` link (RFC 3966) or a `callto:` link in one of its common forms.

    Parameters are read as the RFC has them: `;ext=` and `;phone-context=`; the `;postd=` of RFC 2806 is what is dialled
    after the answer. Others are left out. Escapes are decoded once.

    Raises:
        InvalidInput: it is no such link, or holds no number that can be dialled.
        Refused: as in `read_dialled`.
    """
    if len(link) > MOST_LINK:
        raise InvalidInput(translate("Dialling", "The link is too long."))
    scheme, colon, rest = link.strip(" ").partition(":")
    if not colon or scheme.lower() not in LINK_SCHEMES:
        raise InvalidInput(translate("Dialling", "Only tel: and callto: links ask to dial."))
    if scheme.lower() == "callto" and rest[:4].lower() == "tel:":
        rest = rest[4:]
    first, *parameters = rest.lstrip("/").partition("?")[0].rstrip("/").split(";")
    named, loose = _parameters(parameters)
    main = _decoded(first)
    if "phone-context" in named and not visible(main).startswith("+"):
        main = _in_zone(main, named["phone-context"], reader)
    extension = f";ext={named['ext']}" if named.get("ext") else ""
    later = f",{named['postd']}" if named.get("postd") else ""
    return read_dialled(f"{main}{extension}{later}{loose}", reader)


def _parameters(parameters: list[str]) -> tuple[dict[str, str], str]:
    """The parameters by name, and what is no parameter: a `;` is also the sign of a pause."""
    named: dict[str, str] = {}
    loose = ""
    for parameter in parameters:
        text = _decoded(parameter)
        found = _PARAMETER.fullmatch(text.strip())
        if found:
            named.setdefault(found[1].lower(), found[2].strip())
        elif text.strip():
            loose += f";{text}"
    return named, loose


def _decoded(text: str) -> str:
    """A part of a link with its escapes decoded, once: what is still escaped then is no number."""
    try:
        decoded = unquote(text, errors="strict")
    except UnicodeDecodeError:
        raise _wrong("") from None
    if not _PRINTABLE.fullmatch(decoded):
        raise _wrong("")
    return decoded


def _in_zone(main: str, context: str, reader: NumberReader) -> str:
    """A local number where the link says to which part of the world it is local (RFC 3966, 5.1.5).

    A domain names a telephone system, which is taken for the one of this site: its numbers are dialled as they are.
    """
    if not context.startswith("+"):
        return main
    whole = f"{context}{main.strip()}"
    if not _ZONE.fullmatch(context) or not reader.read(whole).complete:
        raise InvalidInput(
            translate("Dialling", "The link names a number that can be dialled only where it comes from."),
            hint=translate("Dialling", "Dial it with its country code."),
        )
    return whole


def _nothing() -> InvalidInput:
    return InvalidInput(translate("Dialling", "There is no number to dial."))


def _wrong(text: str) -> InvalidInput | Refused:
    if any(sign in text for sign in "*#"):
        return Refused(
            translate("Dialling", "Service codes with * or # are not dialled from here."),
            hint=translate("Dialling", "Dial them on the phone itself."),
        )
    if any(character.isalpha() for character in text) and any(character in "0123456789" for character in text):
        return InvalidInput(
            translate("Dialling", "Letters are not dialled."),
            hint=translate("Dialling", "Write the number in digits; an extension may follow as ext. 12."),
        )
    return InvalidInput(
        translate("Dialling", "A number to dial may hold digits, blanks, brackets, dashes and a plus sign in front.")
    )


def _is_emergency(text: str, number: PhoneNumber, rules: NumberRules) -> bool:
    """Whether a phone may take the number for a call for help: as typed, without the outside prefix, and without the
    country code, there by what the named country dials."""
    typed = "".join(character for character in text if character in "0123456789")
    here = (typed, typed.removeprefix(rules.outside_prefix), number.digits)
    spellings = {(digits, rules.region) for digits in here if digits}
    if number.e164 is not None:
        parsed = phonenumbers.parse(number.e164, None)
        regions = {rules.region, *phonenumbers.region_codes_for_country_code(parsed.country_code or 0)}
        spellings |= {(phonenumbers.national_significant_number(parsed), region) for region in regions}
    return any(phonenumbers.is_emergency_number(digits, region) for digits, region in spellings)
