"""Bringing a CSV file into the directory, whole or not at all.

One transaction holds everything: the old table serves until the new one is complete, and a killed import leaves
nothing behind. Times are passed in. It prints nothing; the command line shows what the progress callback is told.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from tray import paths
from tray.calls.facts import shorten
from tray.calls.numbers import NumberReader
from tray.directory import store
from tray.directory.csv_source import CsvSource, Problem, Row
from tray.directory.fields import missing_fields, name_positions, phone_positions, rules_key
from tray.directory.writer import TableSpec, TableWriter, read_numbers
from tray.errors import DataDamaged, InvalidInput

KEPT_PROBLEMS = 100
"""So many refused rows, and so many unreadable numbers, are told one by one; the others are counted."""

MAX_TABLE_NAME = 64

_CACHE_KIB = 32 << 10
_PROGRESS_ROWS = 1000
_STEPS_BETWEEN_QUESTIONS = 20_000


class Stage(StrEnum):
    """What an import is doing."""

    READING = "reading"
    INDEXING = "indexing"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: bytes of the file while it is read; while the index is made nothing more is counted."""

    stage: Stage
    bytes_done: int
    bytes_total: int
    rows: int


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    `refused` counts all rows that were left out, `unreadable_numbers` the values of phone columns that are no number,
    whose records are there; `problems` tells the first `KEPT_PROBLEMS` of each. `missing_fields` are wanted phone
    fields that the file does not have. A cancelled import changed nothing. `notice` is there when the database was
    found damaged and begun anew.
    """

    table: str
    records: int
    numbers: int
    refused: int
    problems: tuple[Problem, ...]
    columns: tuple[str, ...]
    phone_fields: tuple[str, ...]
    missing_fields: tuple[str, ...]
    encoding: str
    delimiter: str
    unreadable_numbers: int = 0
    cancelled: bool = False
    notice: DataDamaged | None = None


@dataclass(frozen=True, slots=True)
class _Job:
    source: CsvSource
    spec: TableSpec
    reader: NumberReader
    progress: Callable[[Progress], None]
    cancelled: Callable[[], bool]


@dataclass(slots=True)
class _Tally:
    refused: int = 0
    unreadable: int = 0
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, problem: Problem) -> None:
        self.refused += 1
        if self.refused <= KEPT_PROBLEMS:
            self.problems.append(problem)

    def cannot_read(self, line: int, column: str) -> None:
        self.unreadable += 1
        if self.unreadable <= KEPT_PROBLEMS:
            self.problems.append(Problem(line, f"the number in column {shorten(column)} cannot be read"))


class _Cancelled(Exception):
    """Takes the transaction of a cancelled import back."""


def import_csv(
    folder: Path,
    path: Path,
    table: str,
    reader: NumberReader,
    phone_fields: Sequence[str] = (),
    *,
    now: float,
    required_fields: Sequence[str] = (),
    name_fields: Sequence[str] = (),
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ImportReport:
    """Load a CSV file as the new content of `table`.

    Args:
        folder: the data folder.
        path: the file; `tray.directory.csv_source` says what it may look like.
        table: the name that business mapping rows use.
        reader: reads the numbers.
        phone_fields: the phone fields of the mapping rows of this table; where none of them is in the file, the
            columns that sound like telephones are taken.
        now: wall time in seconds since the epoch.
        required_fields: columns that the user named; a file without one of them is not what was meant.
        name_fields: the name fields of the mapping rows, for search.
        progress: told every thousand rows and before the index is made.
        cancelled: asked as often; True ends the import, and nothing is changed.

    Raises:
        InvalidInput: the file cannot be used, or none of its rows; it lacks a required column; or it holds no number
            and the table does. The old content stays.
        Conflict: another import is running.
        DataDamaged: the database turned out to be damaged; it was moved aside.
        CtiError: the database cannot be written to; the old content stays.
    """
    table = _check_table(table)
    with CsvSource(path) as source:
        _check_required(source, required_fields)
        spec = TableSpec(
            name=table,
            columns=source.columns,
            phone_fields=phone_positions(source.columns, phone_fields),
            name_fields=name_positions(source.columns, name_fields),
            rules=rules_key(reader.rules),
            loaded=now,
            origin=store.storable(path.name),
        )
        job = _Job(source, spec, reader, progress, cancelled)
        database = store.database_path(paths.prepare(folder))
        with store.opened_for_writing(database, cache_kib=_CACHE_KIB) as (connection, notice):
            report = _load(connection, job)
    return replace(report, missing_fields=missing_fields(source.columns, phone_fields), notice=notice)


def _load(connection: sqlite3.Connection, job: _Job) -> ImportReport:
    tally = _Tally()
    connection.set_progress_handler(job.cancelled, _STEPS_BETWEEN_QUESTIONS)
    try:
        with store.transaction(connection):
            writer = TableWriter(connection, job.spec)
            _read_rows(job, writer, tally)
            if not writer.records:
                raise _no_rows(job.source.path, tally)
            if not writer.numbers and _has_numbers(connection, job.spec.name):
                raise _no_numbers(job)
            _stop_if_asked(job)
            job.progress(_progress(job, Stage.INDEXING, writer.records + tally.refused))
            writer.finish()
    except _Cancelled:
        return _report(job, tally)
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
            raise
        return _report(job, tally)
    finally:
        connection.set_progress_handler(None, 0)
    store.checkpoint(connection)
    return _report(job, tally, writer)


def _read_rows(job: _Job, writer: TableWriter, tally: _Tally) -> None:
    phone_fields = job.spec.phone_fields
    for count, row in enumerate(job.source.rows(), start=1):
        if isinstance(row, Problem):
            tally.refuse(row)
        elif writer.has(row.no):
            tally.refuse(Problem(row.line, f"{shorten(row.no)!r} stands in the file before; the first one is kept"))
        else:
            numbers = read_numbers(row.values, phone_fields, job.reader)
            writer.add(row.no, row.values, numbers)
            if len(numbers) < len(phone_fields):
                _note_unreadable(job, row, {position for position, _ in numbers}, tally)
        if count % _PROGRESS_ROWS == 0:
            _stop_if_asked(job)
            job.progress(_progress(job, Stage.READING, count))


def _note_unreadable(job: _Job, row: Row, read: set[int], tally: _Tally) -> None:
    for position in job.spec.phone_fields:
        if position not in read and row.values[position]:
            tally.cannot_read(row.line, job.spec.columns[position])


def _stop_if_asked(job: _Job) -> None:
    if job.cancelled():
        raise _Cancelled


def _progress(job: _Job, stage: Stage, rows: int) -> Progress:
    size = job.source.size
    return Progress(stage, size if stage is Stage.INDEXING else min(job.source.bytes_done, size), size, rows)


def _report(job: _Job, tally: _Tally, written: TableWriter | None = None) -> ImportReport:
    spec = job.spec
    return ImportReport(
        table=spec.name,
        records=written.records if written else 0,
        numbers=written.numbers if written else 0,
        refused=tally.refused,
        problems=tuple(tally.problems),
        columns=spec.columns,
        phone_fields=tuple(spec.columns[position] for position in spec.phone_fields),
        missing_fields=(),
        encoding=job.source.encoding,
        delimiter=job.source.delimiter,
        unreadable_numbers=tally.unreadable,
        cancelled=written is None,
    )


def _no_rows(path: Path, tally: _Tally) -> InvalidInput:
    if not tally.problems:
        return InvalidInput(f"{path} has a header but no rows; the old data stays.")
    first = tally.problems[0]
    return InvalidInput(f"{path} has no usable row; line {first.line} {first.text}. The old data stays.")


def _has_numbers(connection: sqlite3.Connection, table: str) -> bool:
    return connection.execute("SELECT 1 FROM source WHERE name = ? AND numbers > 0", (table,)).fetchone() is not None


def _no_numbers(job: _Job) -> InvalidInput:
    names = ", ".join(shorten(job.spec.columns[position]) for position in job.spec.phone_fields)
    looked = f"the columns {names} were looked at" if names else "no column sounds like telephones"
    return InvalidInput(
        f"No phone number was found in {job.source.path} ({looked}); the old data stays.",
        hint="Name the columns with --phone, or remove the old data first with directory clear.",
    )


def _check_required(source: CsvSource, required: Sequence[str]) -> None:
    missing = missing_fields(source.columns, required)
    if missing:
        named = ", ".join(repr(shorten(name)) for name in missing)
        seen = ", ".join(repr(shorten(name)) for name in source.columns[:8])
        raise InvalidInput(f"{source.path} has no column {named}; it has {seen}.", hint="Nothing was changed.")


def _check_table(table: str) -> str:
    name = table.strip()
    if not name or len(name) > MAX_TABLE_NAME or not name.isprintable():
        raise InvalidInput(f"The table name must have 1 to {MAX_TABLE_NAME} printable characters.")
    return name
