"""The physical lines of a text file, of bounded length, counted, and returnable.

It stands between the file and Python's csv reader, because a quotation mark that is never closed swallows the rows
behind it: those lines are given back and read again. It knows nothing of columns.
"""

from __future__ import annotations

from collections import deque
from typing import Self, TextIO

MAX_LINE = 1 << 20
MAX_ROW = 1 << 17
_MOST_RETURNS = 100


class BadLineError(Exception):
    """A line that is no part of a table; reading goes on behind it."""


class EndlessRowError(Exception):
    """The lines of one row are more than any table needs; there is a quotation mark too many."""


class Lines:
    """Iterates over lines with their endings; `number` counts those handed out, from 1.

    Raises:
        BadLineError: while iterating, for a line of more than `MAX_LINE` characters.
        EndlessRowError: while iterating, when one row has more than `MAX_ROW` characters.
    """

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._returned: deque[str] = deque()
        self._row: list[str] = []
        self._row_length = 0
        self._returns = 0
        self.number = 0

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = self._returned.popleft() if self._returned else self._text.readline(MAX_LINE)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) >= MAX_LINE and not line.endswith(("\n", "\r")):
            self._skip()
            raise BadLineError(f"is longer than {MAX_LINE} characters")
        self._row.append(line)
        self._row_length += len(line)
        if self._row_length > MAX_ROW and len(self._row) > 1:
            raise EndlessRowError
        return line

    def begin_row(self) -> bool:
        """From here on lines belong to a new row; True when they were given back and are read a second time."""
        self._row.clear()
        self._row_length = 0
        return bool(self._returned)

    def give_back(self) -> None:
        """Give back all lines of this row but the first; not any more in a file where that happens all the time."""
        self._returns += 1
        if self._returns > _MOST_RETURNS:
            return
        again = self._row[1:]
        self._returned.extendleft(reversed(again))
        self.number -= len(again)

    def _skip(self) -> None:
        while chunk := self._text.readline(MAX_LINE):
            if chunk.endswith(("\n", "\r")):
                return
