"""Which columns of a table hold telephone numbers and names.

What the business mapping names counts; where it names nothing that is there, the column names are guessed from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tray.calls.model import PhoneNumber
from tray.calls.numbers import NumberRules
from tray.calls.settings import MappingRow

_PHONE = re.compile(
    r"phone|telefo|mobil|mobiel|handy|(?:^|[\W_])(?:cell|gsm|fax|tel)(?:$|[\W_\d]|nr|no|num)", re.IGNORECASE
)
_EXPONENT = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+")
_FEWEST_DIGITS = 3
_SHORT = re.compile(r"[\d\s()/.*+-]+")
_NAME = re.compile(r"name|naam|company|firma|bedrijf|contact$", re.IGNORECASE)
_OTHER_NAME = re.compile(r"user|file|host|domain", re.IGNORECASE)


def phone_positions(columns: Sequence[str], wanted: Iterable[str]) -> tuple[int, ...]:
    """The positions of the wanted phone fields; where there is none, of the columns that sound like telephones."""
    named = _positions(columns, wanted)
    return named or tuple(position for position, name in enumerate(columns) if _PHONE.search(name))


def is_readable(text: str, number: PhoneNumber) -> bool:
    """Whether `number` is what the text of a phone column says.

    It is not where a spreadsheet left its error or `3.12E+10` behind, nor where words hold no three digits. One or two
    digits alone are an internal number.
    """
    if ("E" in text or "e" in text) and _EXPONENT.fullmatch(text):
        return False
    digits = len(number.digits)
    return digits >= _FEWEST_DIGITS or (digits > 0 and _SHORT.fullmatch(text) is not None)


def name_positions(columns: Sequence[str], wanted: Iterable[str]) -> tuple[int, ...]:
    """The positions of the wanted name fields, and behind them of the columns that sound like names."""
    named = _positions(columns, wanted)
    guessed = (
        position
        for position, name in enumerate(columns)
        if _NAME.search(name) and not _OTHER_NAME.search(name) and not _PHONE.search(name)
    )
    return tuple(dict.fromkeys([*named, *guessed]))


def missing_fields(columns: Sequence[str], wanted: Iterable[str]) -> tuple[str, ...]:
    """The wanted fields that are no columns."""
    known = {name.casefold() for name in columns}
    return tuple(name for name in dict.fromkeys(wanted) if name.casefold() not in known)


def mapped_phone_fields(rows: Iterable[MappingRow], table: str) -> tuple[str, ...]:
    """The phone fields of all enabled rows of a table, in the order of the rows."""
    named = (name for row in rows if row.enabled and row.table == table for name in row.phone_fields)
    return tuple(dict.fromkeys(named))


def mapped_name_fields(rows: Iterable[MappingRow], table: str) -> tuple[str, ...]:
    """The name fields of all enabled rows of a table, in the order of the rows."""
    named = (row.name_field for row in rows if row.enabled and row.table == table and row.name_field)
    return tuple(dict.fromkeys(named))


def rules_key(rules: NumberRules) -> str:
    """The part of the number rules by which directory numbers are read, as one comparable text."""
    return f"{rules.region}/{rules.internal_max_digits}"


def _positions(columns: Sequence[str], wanted: Iterable[str]) -> tuple[int, ...]:
    folded = [name.casefold() for name in columns]
    found = (folded.index(name.casefold()) for name in wanted if name.casefold() in folded)
    return tuple(dict.fromkeys(found))
