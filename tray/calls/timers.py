"""Deadlines as data: what is due when, without a clock and without a thread."""

from __future__ import annotations

import heapq
from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


def later(at: float, seconds: float) -> float:
    """The instant `seconds` after `at`, to the nanosecond, so that 1.1 and 3 make 4.1 and not a hair more."""
    return round(at + seconds, 9)


class Timers(Generic[Key]):
    """At most one deadline for each key. Deadlines that fall together come in the order in which they were set."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, Key]] = []
        self._current: dict[Key, tuple[float, int]] = {}
        self._count = 0

    def set(self, key: Key, due: float | None) -> None:
        """Set, move or (with None) remove the deadline of `key`."""
        known = self._current.get(key)
        if due is None:
            self._current.pop(key, None)
        elif known is None or known[0] != due:
            self._count += 1
            self._current[key] = (due, self._count)
            heapq.heappush(self._heap, (due, self._count, key))

    def next_due(self) -> float | None:
        """The earliest deadline; None when there is none."""
        while self._heap and self._current.get(self._heap[0][2]) != self._heap[0][:2]:
            heapq.heappop(self._heap)
        return self._heap[0][0] if self._heap else None

    def pop(self) -> Key:
        """Remove the earliest deadline and give its key.

        Raises:
            IndexError: nothing is set.
        """
        self.next_due()
        key = heapq.heappop(self._heap)[2]
        del self._current[key]
        return key
