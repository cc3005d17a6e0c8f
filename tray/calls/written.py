"""What people write behind a telephone number: an extension, and what is keyed in after a pause.

It only takes a text apart. Whether the number may be dialled, and what is done with the rest, others decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tray.calls.numbers import MAX_NUMBER_LENGTH

MOST_WRITTEN = 2 * MAX_NUMBER_LENGTH
_BETWEEN = " ()./\u00a0\u2009\u202f\u2010-\u2015-"
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_EXTENSION = r";\s*ext=|extension|ext\.?|x|durchwahl|dw\.?|apparat|app\.?|nebenstelle|nst\.?|toestel|tst\.?"
_PAUSES = ",;pw"
_ALL_PAUSES = " ,;pwPW"
_WRITTEN = re.compile(
    rf"(?P<main>\(?\+?[0-9{_BETWEEN}]+)"
    rf"(?:,?\s*(?:{_EXTENSION})[\s:]*(?P<extension>[0-9][0-9 .-]{{0,15}}))?"
    rf"(?P<later>[{_PAUSES}][0-9*#{_PAUSES} ]*)?",
    re.IGNORECASE,
)
_COUNTRY_IN_BRACKETS = re.compile(r"\((\+[0-9]{1,3})\)")


@dataclass(frozen=True, slots=True)
class Written:
    """A number taken apart.

    `main` is what can be dialled, as it was written. `extension` are the digits of an extension. `later` is what
    follows the first pause: digits, `*`, `#`, and the pauses among them.
    """

    main: str
    extension: str = ""
    later: str = ""


def visible(text: str) -> str:
    """A text without the marks that nobody sees, such as those that turn the reading direction, and trimmed."""
    return _INVISIBLE.sub("", text).strip()


def take_apart(text: str) -> Written | None:
    """Take a written number apart; None where it is none.

    Letters are no digits here: which digit a letter stands for differs between countries (RFC 3966, 5.1.3).
    """
    text = visible(text)
    found = _WRITTEN.fullmatch(text) if len(text) <= MOST_WRITTEN else None
    if found is None:
        return None
    main = _COUNTRY_IN_BRACKETS.sub(r"\1 ", found["main"].strip(), count=1).strip()
    if not any(character in "0123456789" for character in main) or len(main) > MAX_NUMBER_LENGTH:
        return None
    later = (found["later"] or "").strip()
    is_said = any(character not in _ALL_PAUSES for character in later)
    return Written(main, _digits(found["extension"] or ""), later if is_said else "")


def _digits(text: str) -> str:
    return "".join(character for character in text if character in "0123456789")
