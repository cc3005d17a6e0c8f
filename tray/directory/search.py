"""Search while somebody types: the beginning of a name, of a word of a name, or of a number.

One range of the phrase index answers what is typed in the order of the name. Words in another order are looked for
among a bounded number of candidates, so no input makes it read the whole directory.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from tray.calls.matching import Record
from tray.directory.store import storable
from tray.directory.words import MAX_PHRASE, number_beginnings, words

MAX_RESULTS = 200
_MAX_CANDIDATES = 2000
_BEYOND = "\U0010ffff"
_BEGINNING = "SELECT record FROM phrase WHERE text >= ? AND text < ? ORDER BY text, record LIMIT ?"
_RECORD = (
    "SELECT s.name, r.no, s.columns, r.field_values, s.name_fields, s.phone_fields"
    " FROM record AS r JOIN source AS s ON s.id = r.source WHERE r.id = ?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """One record that search found: its name, and its numbers as they are written, by field, for dialling."""

    record: Record
    name: str
    numbers: tuple[tuple[str, str], ...]


def search(connection: sqlite3.Connection, text: str, limit: int, region: str) -> tuple[Found, ...]:
    """At most `limit` records (and never more than `MAX_RESULTS`), those in alphabetical order of what matched."""
    limit = min(limit, MAX_RESULTS)
    text = storable(text)
    wanted = words(text)
    beginnings = number_beginnings(text, region)
    if wanted and not beginnings:
        beginnings = [" ".join(wanted)[:MAX_PHRASE]]
    if limit < 1 or not beginnings:
        return ()
    found: dict[int, Found] = {}
    for beginning in beginnings:
        for record in _records(connection, beginning, limit * 4):
            if record not in found and len(found) < limit:
                found[record] = _load(connection, record)
    if len(found) < limit and len(wanted) > 1:
        _add_other_order(connection, wanted, limit, found)
    return tuple(found.values())


def _add_other_order(connection: sqlite3.Connection, wanted: list[str], limit: int, found: dict[int, Found]) -> None:
    longest = max(wanted, key=len)
    for record in _records(connection, longest[:MAX_PHRASE], _MAX_CANDIDATES):
        if len(found) >= limit:
            return
        if record not in found:
            candidate = _load(connection, record)
            named = words(candidate.name)
            if all(any(word.startswith(part) for word in named) for part in wanted):
                found[record] = candidate


def _records(connection: sqlite3.Connection, beginning: str, most: int) -> Iterator[int]:
    rows = connection.execute(_BEGINNING, (beginning, beginning + _BEYOND, most)).fetchall()
    return iter(dict.fromkeys(record for (record,) in rows))


def _load(connection: sqlite3.Connection, record: int) -> Found:
    table, no, *kept = connection.execute(_RECORD, (record,)).fetchone()
    columns, values, name_fields, phone_fields = (json.loads(text) for text in kept)
    fields = tuple(zip(columns, values, strict=True))
    name = next((values[position] for position in name_fields if values[position]), no)
    numbers = tuple((columns[position], values[position]) for position in phone_fields if values[position])
    return Found(Record(table, no, fields), name, numbers)
