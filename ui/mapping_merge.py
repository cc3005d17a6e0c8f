"""Mapping rows that two administrators changed at the same time, as one list. Pure functions.

Rows have no number of their own, so that which row became which is told by likeness, the most exact first. A row that
is like none counts as removed and what it became as added: then a row too many is seen, and none goes unseen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass, fields, replace

from tray.calls.settings import MappingRow
from ui.mapping_draft import Rows, in_order

_NAMES = tuple(field.name for field in fields(MappingRow))
_LIKENESS: tuple[Callable[[MappingRow], Hashable], ...] = (
    lambda row: row,
    lambda row: replace(row, priority=1),
    lambda row: (row.table, row.priority),
    lambda row: row.table,
    lambda row: replace(row, table=""),
)


@dataclass(frozen=True, slots=True)
class Clash:
    """Changes of one row that contradict each other: in these fields, or None where one side removed the row."""

    mine: MappingRow | None
    theirs: MappingRow | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """The rows with the changes of both sides, and where these contradict each other."""

    rows: Rows
    clashes: tuple[Clash, ...]


def merged(base: Rows, mine: Rows, theirs: Rows) -> Merged:
    """What became of `base` on both sides.

    A value that both changed is mine. A row that one side removed stays where the other edited it; a move alone is no
    edit, because it gives another priority to rows that nobody touched.
    """
    here, there = _followed(base, mine), _followed(base, theirs)
    rows = {place: row for place, row in enumerate(mine) if place not in here.values()}
    back: list[MappingRow] = []
    clashes: list[Clash] = []
    for began, row in enumerate(base):
        own = mine[here[began]] if began in here else None
        other = theirs[there[began]] if began in there else None
        kept, clash = _settled(row, own, other)
        if kept is not None and own is not None:
            rows[here[began]] = kept
        elif kept is not None:
            back.append(kept)
        clashes += [clash] if clash else []
    added = Counter(theirs[place] for place in range(len(theirs)) if place not in there.values())
    added -= Counter(mine[place] for place in range(len(mine)) if place not in here.values())
    listed = [*(rows[place] for place in sorted(rows)), *back, *added.elements()]
    return Merged(in_order(listed), tuple(clashes))


def _followed(base: Rows, rows: Rows) -> dict[int, int]:
    """Which row of `base`, by its place, stands in which place of `rows`."""
    found: dict[int, int] = {}
    for like in _LIKENESS:
        free: dict[Hashable, list[int]] = {}
        taken = set(found.values())
        for place, row in enumerate(rows):
            if place not in taken:
                free.setdefault(like(row), []).append(place)
        for began, row in enumerate(base):
            if began not in found and (places := free.get(like(row))):
                found[began] = places.pop(0)
    return found


def _settled(
    base: MappingRow, mine: MappingRow | None, theirs: MappingRow | None
) -> tuple[MappingRow | None, Clash | None]:
    """What becomes of one row, None where it goes, and in what its changes contradict each other."""
    if mine is None or theirs is None:
        left = mine or theirs
        is_edited = left is not None and replace(left, priority=base.priority) != base
        return (left, Clash(mine, theirs)) if is_edited else (None, None)
    own = {name: getattr(mine, name) for name in _NAMES if getattr(mine, name) != getattr(base, name)}
    both = tuple(name for name, value in own.items() if getattr(theirs, name) not in {value, getattr(base, name)})
    return replace(theirs, **own), Clash(mine, theirs, both) if both else None
