"""How a phone number becomes one sortable integer, so that every kind of match is a range of one index.

The digits are written backwards and padded to the right: numbers with equal last digits stand next to each other.
Exact match, equal last digits, a caller who sent only an ending, and a directory number that is only an ending are
all a range or a single key. Nothing here knows SQLite.
"""

from __future__ import annotations

from typing import NamedTuple

from tray.calls.model import PhoneNumber
from tray.calls.numbers import MIN_TAIL_DIGITS

KEPT_DIGITS = 17
"""So many last digits are part of a key; longer endings are told apart by the digits stored beside it."""

_LENGTH_BITS = 5
_MOST_LENGTH = (1 << _LENGTH_BITS) - 1


class Lookup(NamedTuple):
    """What to look for: the keys from `first` (included) to `end` (not included), and single keys.

    `exact` lies within the range and is the key of the same digits; `endings` are those of the short directory numbers
    that may end the wanted one.
    """

    first: int
    end: int
    exact: int
    endings: tuple[int, ...]


def number_key(digits: str) -> int:
    """The key of a number with these digits (0-9 only); its last `KEPT_DIGITS` and its length, up to 31."""
    return _key(_backwards(digits), len(digits))


def key_digits(key: int) -> str | None:
    """The digits that gave `key`; None where there were more than a key can hold."""
    length = key & _MOST_LENGTH
    if length > KEPT_DIGITS:
        return None
    return f"{key >> _LENGTH_BITS:0{KEPT_DIGITS}d}"[:length][::-1]


def lookup_for(number: PhoneNumber, match_digits: int) -> Lookup:
    """Where everything stands that `is_exact` or `is_possible` may accept for `number`, which must have digits."""
    digits = number.digits
    length = len(digits)
    backwards = _backwards(digits)
    exact = _key(backwards, length)
    if 0 < match_digits <= length:
        first, end = _range(backwards, match_digits)
    elif not number.complete and length >= MIN_TAIL_DIGITS:
        first, end = _range(backwards, length)
    else:
        first, end = exact, exact + 1
    longest = min(length - 1, match_digits - 1, KEPT_DIGITS)
    endings = tuple([_key(backwards[:count], count) for count in range(MIN_TAIL_DIGITS, longest + 1)])
    return Lookup(first, end, exact, endings)


def _backwards(digits: str) -> str:
    return digits[: -KEPT_DIGITS - 1 : -1]


def _key(backwards: str, length: int) -> int:
    return int(backwards.ljust(KEPT_DIGITS, "0")) << _LENGTH_BITS | min(length, _MOST_LENGTH)


def _range(backwards: str, count: int) -> tuple[int, int]:
    count = min(count, KEPT_DIGITS)
    first = int(backwards[:count])
    scale = 10 ** (KEPT_DIGITS - count)
    return first * scale << _LENGTH_BITS, (first + 1) * scale << _LENGTH_BITS
