"""Writing one table into the directory: record by record, then taking the place of the old set in one step.

Everything happens inside one transaction that the caller holds, so readers see the old set until the new one is
complete, and a killed writer leaves nothing behind. Numbers and search words are staged and put into their indexes
sorted, which keeps a million rows fast and the memory small. It reads no files and no numbers.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tray.calls.model import PhoneNumber
from tray.calls.numbers import NumberReader
from tray.directory.fields import is_readable
from tray.directory.keys import KEPT_DIGITS, number_key
from tray.directory.words import phrases

FLAG_E164 = 1
FLAG_COMPLETE = 2
FLAG_INTERNAL = 4

_STAGING = (
    "CREATE TEMP TABLE IF NOT EXISTS staged_number (key, record, field, flags, digits)",
    "CREATE TEMP TABLE IF NOT EXISTS staged_phrase (text, record)",
    "DELETE FROM staged_number",
    "DELETE FROM staged_phrase",
)
_BATCH = 1000
_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class TableSpec:
    """What is known about a table before its first record.

    `phone_fields` and `name_fields` are positions in `columns`; `rules` names the number rules by which its numbers
    were read; `loaded` is wall time in seconds since the epoch; `origin` says where the table came from.
    """

    name: str
    columns: tuple[str, ...]
    phone_fields: tuple[int, ...]
    name_fields: tuple[int, ...]
    rules: str
    loaded: float
    origin: str = ""


class TableWriter:
    """Writes the new set of one table; `finish` puts it in the place of the old one."""

    def __init__(self, connection: sqlite3.Connection, spec: TableSpec) -> None:
        self._connection = connection
        self._spec = spec
        self._staged_records: dict[str, tuple[int, int, str, str]] = {}
        self._staged_numbers: list[tuple[int, int, int, int, str | None]] = []
        self._staged_phrases: list[tuple[str, int]] = []
        self.records = 0
        self.numbers = 0
        for statement in _STAGING:
            connection.execute(statement)
        self._first = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM record").fetchone()[0]
        self._source = self._insert_source()

    def has(self, no: str) -> bool:
        """Whether a record of this number was added before."""
        if no in self._staged_records:
            return True
        query = "SELECT 1 FROM record WHERE source = ? AND no = ?"
        return self._connection.execute(query, (self._source, no)).fetchone() is not None

    def add(self, no: str, values: Sequence[str], numbers: Iterable[tuple[int, PhoneNumber]]) -> None:
        """Add one record: a value for each column, and its numbers by column."""
        record = self._first + self.records
        kept = _as_json(values)
        if no in self._staged_records:
            self._flush()
        self._staged_records[no] = (record, self._source, no, kept)
        self.records += 1
        for field, number in numbers:
            self._stage_number(record, field, number)
        for position in self._spec.name_fields:
            self._staged_phrases.extend((text, record) for text in phrases(values[position]))
        if len(self._staged_records) >= _BATCH:
            self._flush()

    def finish(self, *, replace: bool = True) -> None:
        """Make this set findable, in the place of what was loaded of its table before, or behind it."""
        self._flush()
        execute = self._connection.execute
        if replace:
            query = "SELECT id FROM source WHERE name = ? AND id <> ?"
            for (old,) in execute(query, (self._spec.name, self._source)).fetchall():
                remove_source(self._connection, old)
        execute("INSERT OR IGNORE INTO number SELECT * FROM staged_number ORDER BY key, record, field")
        execute("INSERT OR IGNORE INTO phrase SELECT * FROM staged_phrase ORDER BY text, record")
        execute(
            "UPDATE source SET last_record = ?, records = ?, numbers = ? WHERE id = ?",
            (self._first + self.records - 1, self.records, self.numbers, self._source),
        )
        execute("DELETE FROM staged_number")
        execute("DELETE FROM staged_phrase")

    def _insert_source(self) -> int:
        spec = self._spec
        values = (
            spec.name,
            json.dumps(spec.columns),
            json.dumps(spec.phone_fields),
            json.dumps(spec.name_fields),
            spec.rules,
            self._first,
            self._first - 1,
            spec.loaded,
            spec.origin,
        )
        row = self._connection.execute(
            "INSERT INTO source (name, columns, phone_fields, name_fields, rules, first_record, last_record,"
            " records, numbers, loaded, origin) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?) RETURNING id",
            values,
        ).fetchone()
        return int(row[0])

    def _stage_number(self, record: int, field: int, number: PhoneNumber) -> None:
        digits = number.digits
        if not digits:
            return
        flags = (
            (FLAG_E164 if number.e164 is not None else 0)
            | (FLAG_COMPLETE if number.complete else 0)
            | (FLAG_INTERNAL if number.internal else 0)
        )
        kept = digits if len(digits) > KEPT_DIGITS else None
        self._staged_numbers.append((number_key(digits), record, field, flags, kept))
        self._staged_phrases.append((digits, record))
        self.numbers += 1

    def _flush(self) -> None:
        self._connection.executemany("INSERT INTO record VALUES (?, ?, ?, ?)", self._staged_records.values())
        self._connection.executemany("INSERT INTO staged_number VALUES (?, ?, ?, ?, ?)", self._staged_numbers)
        self._connection.executemany("INSERT INTO staged_phrase VALUES (?, ?)", self._staged_phrases)
        self._staged_records.clear()
        self._staged_numbers.clear()
        self._staged_phrases.clear()


def read_numbers(
    values: Sequence[str], positions: Iterable[int], reader: NumberReader
) -> list[tuple[int, PhoneNumber]]:
    """The numbers that stand at these positions of a record; what cannot be read as one is left out."""
    return [
        (position, number)
        for position in positions
        if (value := values[position]) and is_readable(value, number := reader.read(value))
    ]


def remove_source(connection: sqlite3.Connection, source: int) -> None:
    """Remove one loaded set: its records, numbers and search words. Staged ones are not touched."""
    query = "SELECT first_record, last_record FROM source WHERE id = ?"
    first, last = connection.execute(query, (source,)).fetchone()
    others = "SELECT 1 FROM source WHERE id <> ? AND records > 0 LIMIT 1"
    if connection.execute(others, (source,)).fetchone():
        connection.execute("DELETE FROM number WHERE record BETWEEN ? AND ?", (first, last))
        connection.execute("DELETE FROM phrase WHERE record BETWEEN ? AND ?", (first, last))
    else:
        connection.execute("DELETE FROM number")
        connection.execute("DELETE FROM phrase")
    connection.execute("DELETE FROM record WHERE id BETWEEN ? AND ?", (first, last))
    connection.execute("DELETE FROM source WHERE id = ?", (source,))
