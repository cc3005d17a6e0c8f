"""The directory as the tray and replay use it: lookup by number, one record, search while typing, what is loaded.

Every question is answered in one short read of its own, so an import by another process is seen as soon as it is
complete and never waited for. An object belongs to the thread that opened it. It decides nothing: which hit wins is
`tray.calls.matching`.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from tray.calls.matching import Hit, Record
from tray.calls.model import PhoneNumber
from tray.calls.numbers import MAX_NUMBER_LENGTH
from tray.directory import store
from tray.directory.keys import key_digits, lookup_for
from tray.directory.search import Found, search
from tray.directory.writer import FLAG_COMPLETE, FLAG_E164, FLAG_INTERNAL, remove_source
from tray.errors import CtiError, DataDamaged

MAX_HITS_PER_TABLE = 1000
"""A number that stands in more records of one table than this is found in so many of them only, exact ones first."""

_MAX_ROWS = 20_000
_HIT = (
    "SELECT n.record, n.field, n.key, n.flags, n.digits, r.source, r.no, r.field_values"
    " FROM number AS n CROSS JOIN record AS r ON r.id = n.record WHERE "
)
_Row = tuple[int, int, int, int, str | None, int, str, str]
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class TableCounts:
    """One loaded table. `loaded` is wall time in seconds since the epoch; `origin` the file it came from.

    `rules` names the number rules by which its `phone_fields` were read.
    """

    table: str
    records: int
    numbers: int
    loaded: float
    origin: str
    columns: tuple[str, ...]
    phone_fields: tuple[str, ...]
    rules: str


@dataclass(frozen=True, slots=True)
class DirectoryCounts:
    """What is loaded, over all tables; `loaded` is the time of the newest import, None for an empty directory."""

    records: int
    numbers: int
    loaded: float | None
    tables: tuple[TableCounts, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    name: str
    columns: tuple[str, ...]

    def record(self, no: str, values: list[str]) -> Record:
        return Record(self.name, no, tuple(zip(self.columns, values, strict=True)))


class Directory:
    """The local index of phone numbers.

    Args:
        path: the database file; None for an empty directory in memory.
        on_damage: told when a damaged file was found; an empty directory serves from then on.

    Raises:
        CtiError: the file can be neither opened nor made.
    """

    def __init__(self, path: Path | None, on_damage: Callable[[DataDamaged], None] | None = None) -> None:
        self._path = path
        self._on_damage = on_damage
        self._sources: dict[int, _Source] = {}
        self._identity: tuple[int, int] | None = None
        self._connection = self._open()

    @classmethod
    def open(cls, folder: Path, on_damage: Callable[[DataDamaged], None] | None = None) -> Directory:
        """The directory of a data folder; made empty where there is none."""
        return cls(store.database_path(folder), on_damage)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for those who load tables into this directory."""
        return self._connection

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def find(self, number: PhoneNumber, match_digits: int) -> Sequence[Hit]:
        """All hits that may belong to `number`, in the order of their files (see `MAX_HITS_PER_TABLE`).

        Raises:
            CtiError: the file cannot be read at the moment.
        """
        if not number.digits:
            return ()
        return self._read(lambda: self._find(number, match_digits), ())

    def record(self, table: str, no: str) -> Record | None:
        """One record; None where there is none of this number.

        Raises:
            CtiError: the file cannot be read at the moment.
        """
        query = (
            "SELECT r.source, r.no, r.field_values FROM source AS s"
            " CROSS JOIN record AS r ON r.source = s.id AND r.no = ? WHERE s.name = ? ORDER BY r.id LIMIT 1"
        )

        def read() -> Record | None:
            row = self._connection.execute(query, (store.storable(no), store.storable(table))).fetchone()
            return None if row is None else self._source(row[0]).record(row[1], json.loads(row[2]))

        return self._read(read, None)

    def search(self, text: str, limit: int, region: str = "") -> tuple[Found, ...]:
        """Records of which a name, a word of a name or a number begins with `text`; at most `limit`.

        A number may be typed the way people of `region` write it.

        Raises:
            CtiError: the file cannot be read at the moment.
        """
        return self._read(lambda: search(self._connection, text, limit, region), ())

    def counts(self) -> DirectoryCounts:
        """What is loaded; cheap, nothing is counted. Notices too when another process put a new file in the old place.

        Raises:
            CtiError: the file cannot be read at the moment.
        """
        if self._identity is not None and store.identity(self._path) != self._identity:
            self._connection.close()
            self._sources.clear()
            self._connection = self._open()
        query = "SELECT name, records, numbers, loaded, origin, columns, phone_fields, rules FROM source ORDER BY id"

        def read() -> DirectoryCounts:
            tables = tuple(_table_counts(row) for row in self._connection.execute(query).fetchall())
            return DirectoryCounts(
                records=sum(table.records for table in tables),
                numbers=sum(table.numbers for table in tables),
                loaded=max((table.loaded for table in tables), default=None),
                tables=tables,
            )

        return self._read(read, DirectoryCounts(0, 0, None, ()))

    def clear(self, table: str) -> bool:
        """Remove a table; False where it was not loaded.

        Raises:
            Conflict: an import is running.
            CtiError: the file cannot be written to.
        """
        with store.translated(self._path), store.transaction(self._connection):
            found = self._connection.execute("SELECT id FROM source WHERE name = ?", (table,)).fetchall()
            for (source,) in found:
                remove_source(self._connection, source)
        return bool(found)

    def _find(self, number: PhoneNumber, match_digits: int) -> Sequence[Hit]:
        first, end, exact, endings = lookup_for(number, match_digits)
        execute = self._connection.execute
        rows: list[_Row] = execute(_lookup(len(endings)), (first, end, *endings)).fetchall()
        if len(rows) == _MAX_ROWS:
            rows += execute(_among(1 + len(endings)), (exact, *endings)).fetchall()
        if len(rows) > MAX_HITS_PER_TABLE:
            rows.sort(key=lambda row: (row[2] != exact, row[0], row[1]))
        return self._hits(rows) if rows else ()

    def _hits(self, rows: list[_Row]) -> list[Hit]:
        taken: Counter[str] = Counter()
        hits: dict[tuple[int, int], Hit] = {}
        for record, field, key, flags, digits, source, no, kept in rows:
            place = (record, field)
            known = self._source(source)
            if place in hits or taken[known.name] >= MAX_HITS_PER_TABLE:
                continue
            taken[known.name] += 1
            values = json.loads(kept)
            number = _number(values[field], key, flags, digits)
            hits[place] = Hit(known.record(no, values), known.columns[field], number)
        return [hits[place] for place in sorted(hits)]

    def _source(self, source: int) -> _Source:
        known = self._sources.get(source)
        if known is None:
            query = "SELECT name, columns FROM source WHERE id = ?"
            name, columns = self._connection.execute(query, (source,)).fetchone()
            known = self._sources[source] = _Source(name, tuple(json.loads(columns)))
        return known

    def _read(self, read: Callable[[], _Answer], empty: _Answer) -> _Answer:
        """Read in one snapshot; a damaged file is set aside, and `empty` is the answer."""
        connection = self._connection
        try:
            connection.execute("BEGIN")
            try:
                return read()
            finally:
                connection.execute("COMMIT")
        except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
            raise
        except (sqlite3.Error, ValueError) as error:
            failure = store.as_error(error, self._path)
            if not isinstance(failure, DataDamaged):
                raise failure from error
            self._heal(failure)
            return empty

    def _open(self) -> sqlite3.Connection:
        if self._path is None:
            return store.connect(None)
        try:
            connection, notice = store.open_sound(self._path)
        except DataDamaged as damage:
            connection, notice = store.connect(None), damage
        self._identity = store.identity(self._path)
        self._tell(notice)
        return connection

    def _heal(self, damage: DataDamaged) -> None:
        """Set the damaged file aside, unless somebody else did so already, and go on with what stands there then."""
        self._connection.close()
        self._sources.clear()
        try:
            if self._path is not None and store.identity(self._path) == self._identity:
                self._tell(store.set_aside(self._path, damage))
            self._connection = self._open()
        except CtiError:
            self._connection = store.connect(None)
            self._tell(damage)

    def _tell(self, notice: DataDamaged | None) -> None:
        if notice is not None and self._on_damage is not None:
            self._on_damage(notice)


@cache
def _lookup(endings: int) -> str:
    """The query for one range of keys and so many single ones."""
    query = f"{_HIT}n.key >= ? AND n.key < ?"
    return f"{query} UNION ALL {_among(endings)}" if endings else f"{query} LIMIT {_MAX_ROWS}"


@cache
def _among(count: int) -> str:
    return f"{_HIT}n.key IN ({', '.join('?' * count)}) LIMIT {_MAX_ROWS}"


def _number(text: str, key: int, flags: int, digits: str | None) -> PhoneNumber:
    digits = digits if digits is not None else key_digits(key) or ""
    return PhoneNumber(
        text=text.strip()[:MAX_NUMBER_LENGTH],
        e164=f"+{digits}" if flags & FLAG_E164 else None,
        digits=digits,
        complete=bool(flags & FLAG_COMPLETE),
        internal=bool(flags & FLAG_INTERNAL),
    )


def _table_counts(row: tuple[str, int, int, float, str, str, str, str]) -> TableCounts:
    name, records, numbers, loaded, origin, columns, phone_fields, rules = row
    names = tuple(json.loads(columns))
    fields = tuple(names[position] for position in json.loads(phone_fields))
    return TableCounts(name, records, numbers, loaded, origin, names, fields, rules)
