"""Structures of TAPI with a variable part: growing the buffer until all fits, and reading texts out of it.

Drivers fill these buffers, and some do it wrongly: sizes and offsets may point outside. What is not wholly inside the
buffer and behind the fixed part counts as not there.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import Structure, sizeof
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from tray.telephony.tapi import LINEERR_STRUCTURETOOSMALL

Kind = TypeVar("Kind", bound=Structure)

_ROOM = 1024
_MOST = 1 << 20
_TRIES = 6


class TapiError(Exception):
    """A function of TAPI failed; `code` is a `LINEERR_...`."""

    def __init__(self, function: str, code: int) -> None:
        super().__init__(f"{function}: {code:#010x}")
        self.code = code


@dataclass(frozen=True, slots=True)
class Filled(Generic[Kind]):
    """A structure as a driver filled it, with the bytes of its whole buffer. The buffer was zero before."""

    head: Kind
    memory: bytes

    def text(self, field: str, behind: int) -> str:
        """The text that `dw<field>Size` and `dw<field>Offset` point to; "" where they do not point into the buffer.

        Args:
            field: the name of the field without `dw` and `Size`.
            behind: how long the fixed part is in the oldest version of the structure; no text lies before that.
        """
        size, offset = getattr(self.head, f"dw{field}Size"), getattr(self.head, f"dw{field}Offset")
        if offset < behind or offset + size > len(self.memory):
            return ""
        text = self.memory[offset : offset + size // 2 * 2].decode("utf-16-le", "replace")
        return text.partition("\0")[0].strip()

    def words(self, count: int, offset: int) -> list[int]:
        """An array of DWORD in the buffer; only the part that lies inside."""
        if offset < sizeof(self.head):
            return []
        inside = max(0, min(count, (len(self.memory) - offset) // 4))
        return [int.from_bytes(self.memory[at : at + 4], "little") for at in range(offset, offset + inside * 4, 4)]


def fill(kind: type[Kind], function: str, ask: Callable[[Any], int]) -> Filled[Kind]:
    """Ask a function to fill a structure, again with more room as long as it needs more.

    Args:
        kind: the structure.
        function: its name, for errors.
        ask: calls the function with a pointer to the structure, and gives what it returned.

    Raises:
        TapiError: the function failed.
    """
    size = sizeof(kind) + _ROOM
    for _ in range(_TRIES):
        memory = (ctypes.c_char * size)()
        head = kind.from_buffer(memory)
        head.dwTotalSize = size
        result = ask(ctypes.byref(head))
        if result < 0 and result & 0xFFFFFFFF != LINEERR_STRUCTURETOOSMALL:
            raise TapiError(function, result & 0xFFFFFFFF)
        needed = min(head.dwNeededSize, _MOST)
        if needed <= size:
            break
        size = needed
    if result < 0:
        raise TapiError(function, result & 0xFFFFFFFF)
    return Filled(head, bytes(memory))
