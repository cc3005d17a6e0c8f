"""Reading phone numbers: from what a phone or a directory writes to something that can be compared, and back.

Built on phonenumbers; nothing here knows calls or records. The outside prefix belongs to what the phone reports and
is therefore stripped by `NumberReader.read_reported` alone, never from directory data.
"""

from __future__ import annotations

from dataclasses import dataclass

import phonenumbers
from phonenumbers import CountryCodeSource, NumberParseException, PhoneNumberFormat

from tray.calls.model import WITHHELD, PhoneNumber

WITHHELD_WORDS = frozenset({"", "anonymous", "unknown", "private", "restricted", "withheld", "unavailable"})
MAX_NUMBER_LENGTH = 64
MIN_TAIL_DIGITS = 6
_INTERNATIONAL = frozenset(
    {
        CountryCodeSource.FROM_NUMBER_WITH_PLUS_SIGN,
        CountryCodeSource.FROM_NUMBER_WITH_IDD,
    }
)


def is_withheld(text: str) -> bool:
    """Whether a source's number field says that the caller hides the number (or says nothing at all)."""
    return text.strip().casefold() in WITHHELD_WORDS


@dataclass(frozen=True, slots=True)
class NumberRules:
    """How numbers are written at this site; the `[numbers]` table of config.toml."""

    region: str = "NL"
    outside_prefix: str = ""
    internal_max_digits: int = 4
    match_digits: int = 8


class NumberReader:
    """Turns written numbers into `PhoneNumber` by one set of rules."""

    def __init__(self, rules: NumberRules | None = None) -> None:
        self.rules = rules or NumberRules()

    def read_reported(self, text: str) -> PhoneNumber:
        """Read the number of a phone event: withheld words understood, outside prefix stripped first."""
        text = text.strip()
        if is_withheld(text):
            return WITHHELD
        prefix = self.rules.outside_prefix
        if prefix and text.startswith(prefix) and len(text) > len(prefix):
            text = text[len(prefix) :]
        return self.read(text)

    def read(self, text: str) -> PhoneNumber:
        """Read a number as people write it. Whatever cannot be understood keeps its text and digits."""
        text = text.strip()[:MAX_NUMBER_LENGTH]
        plain = "".join(character for character in text if character in "0123456789")
        if not text.startswith("+") and 0 < len(plain) <= self.rules.internal_max_digits:
            return PhoneNumber(text=text, digits=plain, internal=True)
        try:
            parsed = phonenumbers.parse(text, self.rules.region, keep_raw_input=True)
        except NumberParseException:
            return PhoneNumber(text=text, digits=plain)
        complete = phonenumbers.is_valid_number(parsed)
        international = parsed.country_code_source in _INTERNATIONAL and parsed.national_number
        if not complete and not international:
            return PhoneNumber(text=text, digits=plain)
        e164 = phonenumbers.format_number(parsed, PhoneNumberFormat.E164)
        return PhoneNumber(text=text, e164=e164, digits=e164[1:], complete=complete)

    def write(self, number: PhoneNumber) -> str:
        """The number as people of this region write it; "" for a withheld one."""
        if number.e164 is None or not number.complete:
            return number.e164 or number.text
        parsed = phonenumbers.parse(number.e164, None)
        home = phonenumbers.region_code_for_number(parsed) == self.rules.region
        style = PhoneNumberFormat.NATIONAL if home else PhoneNumberFormat.INTERNATIONAL
        return phonenumbers.format_number(parsed, style)

    def warm_up(self) -> None:
        """Touch the metadata of the home region, so that the first call does not pay for it."""
        example = phonenumbers.example_number(self.rules.region)
        national = phonenumbers.format_number(example, PhoneNumberFormat.NATIONAL) if example else "0"
        self.write(self.read(national))


def is_exact(one: PhoneNumber, other: PhoneNumber) -> bool:
    """Whether both are the same E.164 number."""
    return one.e164 is not None and one.e164 == other.e164


def is_possible(one: PhoneNumber, other: PhoneNumber, match_digits: int = 8) -> bool:
    """Whether both may be the same number, judged by their last digits (DESIGN section 4, "Matching").

    The last `match_digits` digits are equal, or one of the two is not a complete number and all of its digits, at least
    six, end the other.
    """
    if len(one.digits) >= match_digits and one.digits[-match_digits:] == other.digits[-match_digits:]:
        return True
    return _ends(one, other) or _ends(other, one)


def is_same(one: PhoneNumber, other: PhoneNumber, match_digits: int = 8) -> bool:
    """Whether two sources report the same number: equal E.164, equal last digits, or equal text for short numbers.

    Two withheld numbers are the same; a withheld and a known one are not.
    """
    if one.withheld or other.withheld:
        return one.withheld and other.withheld
    if is_exact(one, other):
        return True
    if len(one.digits) >= match_digits and len(other.digits) >= match_digits:
        return one.digits[-match_digits:] == other.digits[-match_digits:]
    return one.key == other.key


def is_other_party(known: PhoneNumber, reported: PhoneNumber) -> bool:
    """Whether a later report of one source names somebody else than it named before.

    A complete number in the place of its own last digits counts as another one: it is worth a new lookup.
    """
    if known.e164 and reported.e164:
        return known.e164 != reported.e164
    if reported.complete and not known.complete:
        return True
    return known.key != reported.key and not is_possible(known, reported)


def _ends(short: PhoneNumber, long: PhoneNumber) -> bool:
    return not short.complete and len(short.digits) >= MIN_TAIL_DIGITS and long.digits.endswith(short.digits)
