"""What people type to find a record: folded words of names, and the ways to write the beginning of a number.

Both the writer and the search use it, so that what is stored and what is looked for are folded alike.
"""

from __future__ import annotations

import re
import unicodedata

import phonenumbers

MAX_PHRASE = 32
MAX_WORDS = 8
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"[\s+()/.\-]*\d[\d\s+()/.\-]*")
_DIGITS = str.maketrans("", "", " \t\xa0+()/.-")


def words(text: str) -> list[str]:
    """The words of a text without case, accents and punctuation; the first `MAX_WORDS` of them."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text[: MAX_PHRASE * MAX_WORDS])
        text = "".join(character for character in decomposed if not unicodedata.combining(character))
    return _WORD.findall(text[: MAX_PHRASE * MAX_WORDS].casefold())[:MAX_WORDS]


def phrases(text: str) -> list[str]:
    """The text from each of its words on: `Jan de Vries` gives `jan de vries`, `de vries`, `vries`."""
    found = words(text)
    return [" ".join(found[start:])[:MAX_PHRASE] for start in range(len(found))]


def number_beginnings(text: str, region: str) -> list[str]:
    """The digits with which a stored number may begin when somebody types `text`; none where it is not a number.

    A number typed the national way is looked for in its international form too, by the rules of `region`.
    """
    if not _NUMBER.fullmatch(text) or not text.isascii():
        return []
    digits = text.translate(_DIGITS)
    if text.lstrip().startswith("+"):
        return [digits]
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    if metadata is None:
        return [digits]
    abroad = re.match(metadata.international_prefix or "00", digits)
    if abroad:
        return [digits, digits[abroad.end() :]] if abroad.end() < len(digits) else [digits]
    national = digits.removeprefix(metadata.national_prefix or "")
    return [digits, f"{metadata.country_code}{national}"]
