"""Loading records that are at hand: those of a replay file into memory, and a stored table again after a change.

Replay and the live tray look numbers up in the same index; only where it stands differs.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from tray.calls.matching import Record
from tray.calls.numbers import NumberReader, NumberRules
from tray.calls.settings import MappingRow
from tray.directory import store
from tray.directory.fields import mapped_phone_fields, name_positions, phone_positions, rules_key
from tray.directory.index import Directory, DirectoryCounts
from tray.directory.writer import TableSpec, TableWriter, read_numbers
from tray.errors import InvalidInput

_BATCH = 1000


def directory_of(
    records: Iterable[Record], reader: NumberReader, phone_fields: Collection[str] | None = None
) -> Directory:
    """A directory in memory that holds these records.

    Args:
        records: in the order of their file; a record number may come several times.
        reader: reads the numbers.
        phone_fields: the fields that hold numbers; None looks for numbers in every field, so that any mapping works.
    """
    directory = Directory(None)
    with store.transaction(directory.connection):
        for (table, columns), run in groupby(records, key=_shape):
            _load_run(directory.connection, table, columns, run, reader, phone_fields)
    return directory


def outdated_tables(
    counts: DirectoryCounts, rows: Collection[MappingRow], rules: NumberRules
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The loaded tables that must be indexed again for these mapping rows and number rules, with their phone fields."""
    found = []
    for table in counts.tables:
        wanted = mapped_phone_fields(rows, table.table)
        columns = {name.casefold() for name in table.columns}
        indexed = {name.casefold() for name in table.phone_fields}
        new = {name.casefold() for name in wanted} & columns - indexed
        if new or table.rules != rules_key(rules):
            found.append((table.table, wanted))
    return tuple(found)


def is_indexed(counts: DirectoryCounts, row: MappingRow, rules: NumberRules) -> bool:
    """Whether the table of an enabled row is loaded, and indexed by all its phone fields that are columns of it."""
    loaded = {table.table for table in counts.tables}
    outdated = {table for table, _ in outdated_tables(counts, (row,), rules)}
    return row.table in loaded - outdated


def reindex(folder: Path, table: str, phone_fields: Sequence[str], reader: NumberReader) -> int:
    """Read the numbers of a stored table again, from these fields; answers how many there are now.

    The old index serves until the new one is complete.

    Raises:
        InvalidInput: the table is not loaded.
        Conflict: an import is running.
        CtiError: the database cannot be written to.
    """
    with store.opened_for_writing(store.database_path(folder)) as (connection, _):
        with store.transaction(connection):
            numbers = _copy_table(connection, table, phone_fields, reader)
        store.checkpoint(connection)
    return numbers


def _copy_table(connection: sqlite3.Connection, table: str, phone_fields: Sequence[str], reader: NumberReader) -> int:
    query = "SELECT columns, name_fields, loaded, origin, first_record, last_record FROM source WHERE name = ?"
    row = connection.execute(query, (table,)).fetchone()
    if row is None:
        raise InvalidInput(f"The table {table!r} is not in the directory.", hint="Import it first.")
    columns, name_fields, loaded, origin, first, last = row
    names = tuple(json.loads(columns))
    spec = TableSpec(
        name=table,
        columns=names,
        phone_fields=phone_positions(names, phone_fields),
        name_fields=tuple(json.loads(name_fields)),
        rules=rules_key(reader.rules),
        loaded=loaded,
        origin=origin,
    )
    writer = TableWriter(connection, spec)
    for no, values in _stored(connection, first, last):
        writer.add(no, values, read_numbers(values, spec.phone_fields, reader))
    writer.finish()
    return writer.numbers


def _stored(connection: sqlite3.Connection, first: int, last: int) -> Iterator[tuple[str, list[str]]]:
    query = "SELECT id, no, field_values FROM record WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?"
    while rows := connection.execute(query, (first, last, _BATCH)).fetchall():
        for _, no, values in rows:
            yield no, json.loads(values)
        first = rows[-1][0] + 1


def _shape(record: Record) -> tuple[str, tuple[str, ...]]:
    return record.table, tuple(name for name, _ in record.fields)


def _load_run(
    connection: sqlite3.Connection,
    table: str,
    columns: tuple[str, ...],
    records: Iterable[Record],
    reader: NumberReader,
    phone_fields: Collection[str] | None,
) -> None:
    """Load neighbours of one shape; the next records of the same table are added to them."""
    everywhere = tuple(range(len(columns)))
    spec = TableSpec(
        name=store.storable(table),
        columns=columns,
        phone_fields=everywhere if phone_fields is None else phone_positions(columns, phone_fields),
        name_fields=name_positions(columns, ()),
        rules=rules_key(reader.rules),
        loaded=0.0,
    )
    writer = TableWriter(connection, spec)
    for record in records:
        values = [store.storable(value) for _, value in record.fields]
        writer.add(store.storable(record.no), values, read_numbers(values, spec.phone_fields, reader))
    writer.finish(replace=False)
