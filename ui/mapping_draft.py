"""Mapping rows as they are being edited: in order, moved, added. Pure functions; every result is a new list of rows.

The rows of a draft always stand by priority, 1 first, and rows of one priority keep their order, as a call tries them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tray.calls.settings import MappingRow

LAST_PRIORITY = 9999
Rows = tuple[MappingRow, ...]


def in_order(rows: Sequence[MappingRow]) -> Rows:
    """The rows by priority."""
    return tuple(sorted(rows, key=lambda row: row.priority))


def with_row(rows: Rows, place: int, row: MappingRow) -> tuple[Rows, int]:
    """The rows with another one in this place, and the place where its priority puts it."""
    changed = [*rows[:place], row, *rows[place + 1 :]]
    order = sorted(range(len(changed)), key=lambda each: changed[each].priority)
    return tuple(changed[each] for each in order), order.index(place)


def with_inserted(rows: Rows, place: int, row: MappingRow) -> tuple[Rows, int]:
    """The rows and one more, as close to this place as its priority lets it, and its place."""
    return with_row((*rows[:place], row, *rows[place:]), place, row)


def with_new(rows: Rows) -> tuple[Rows, int]:
    """The rows and an empty one after them, and its place."""
    last = rows[-1].priority if rows else 0
    return (*rows, MappingRow(min(last + 1, LAST_PRIORITY), "")), len(rows)


def without(rows: Rows, place: int) -> Rows:
    """The rows without the one in this place."""
    return (*rows[:place], *rows[place + 1 :])


def moved(rows: Rows, place: int, steps: int) -> tuple[Rows, int]:
    """The rows with one moved up (-1) or down (1), and its new place; nothing changes at either end.

    The row and its neighbour exchange their priorities. Where these are equal the exchange would say nothing, so that
    all rows are numbered anew from 1.
    """
    other = place + steps
    if not 0 <= other < len(rows):
        return rows, place
    order = list(rows)
    order[place], order[other] = order[other], order[place]
    numbers: Sequence[int] = [row.priority for row in rows]
    if numbers[place] == numbers[other]:
        numbers = range(1, len(rows) + 1)
    return tuple(_numbered(row, number) for row, number in zip(order, numbers, strict=True)), other


def _numbered(row: MappingRow, priority: int) -> MappingRow:
    return row if row.priority == priority else replace(row, priority=priority)
