"""The directory's database file: where it is, what is in it, and what happens when it cannot be used.

One SQLite file in write-ahead mode, so that the tray looks numbers up while another process imports, and so that a
killed import leaves the old data. A file that is damaged is moved aside, never deleted. This module is the edge where
SQLite's errors become errors of the product; it knows nothing of numbers or CSV files.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from tray.errors import Conflict, CtiError, DataDamaged
from tray.texts import translate

FILE_NAME = "directory.db"
SCHEMA_VERSION = 1
IN_MEMORY = ":memory:"
CACHE_KIB = 1024

_APPLICATION_ID = 0x43544944  # "CTID"
LOCK_WAIT_S = 5.0
_DAMAGE = {None, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_ERROR}
_WAL_KEPT_BYTES = 4 << 20

# source: one loaded table, `columns` its field names. The ids of its records are first_record..last_record, in the
# order of the file. number: keys of tray.directory.keys; `field` is an index into the columns; `digits` only where a
# key cannot hold them. phrase: beginnings of words and numbers for search. Source ids are never given twice, so a
# reader may keep what it knows about one.
_SCHEMA = """
CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    columns TEXT NOT NULL,
    phone_fields TEXT NOT NULL,
    name_fields TEXT NOT NULL,
    rules TEXT NOT NULL,
    first_record INTEGER NOT NULL,
    last_record INTEGER NOT NULL,
    records INTEGER NOT NULL,
    numbers INTEGER NOT NULL,
    loaded REAL NOT NULL,
    origin TEXT NOT NULL
);
CREATE TABLE record (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, no TEXT NOT NULL, field_values TEXT NOT NULL);
CREATE INDEX record_no ON record (source, no);
CREATE TABLE number (
    key INTEGER NOT NULL,
    record INTEGER NOT NULL,
    field INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    digits TEXT,
    PRIMARY KEY (key, record, field)
) WITHOUT ROWID;
CREATE TABLE phrase (text TEXT NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (text, record)) WITHOUT ROWID;
"""


def database_path(folder: Path) -> Path:
    """The file of the directory in the data folder."""
    return folder / FILE_NAME


def connect(path: Path | None, *, cache_kib: int = CACHE_KIB) -> sqlite3.Connection:
    """Open the directory's database, made new where there is none; None opens an empty one in memory.

    The connection belongs to the thread that opened it. Transactions are begun and ended by hand.

    Raises:
        CtiError: the file cannot be opened or made (no right, disk full).
        DataDamaged: the file is not a directory database of this version.
    """
    where = str(path) if path else IN_MEMORY
    with translated(path):
        connection = sqlite3.connect(where, timeout=LOCK_WAIT_S, isolation_level=None)
        try:
            _prepare(connection, path, cache_kib)
        except BaseException:
            connection.close()
            raise
    return connection


def open_sound(path: Path, *, cache_kib: int = CACHE_KIB) -> tuple[sqlite3.Connection, DataDamaged | None]:
    """Open the database; a damaged one is moved aside first, and the notice about that comes back with an empty one.

    Raises:
        CtiError: the file cannot be opened or made.
        DataDamaged: it is damaged and cannot be moved aside either.
    """
    try:
        return connect(path, cache_kib=cache_kib), None
    except DataDamaged as damage:
        notice = set_aside(path, damage)
        return connect(path, cache_kib=cache_kib), notice


@contextlib.contextmanager
def opened_for_writing(
    path: Path, *, cache_kib: int = CACHE_KIB
) -> Iterator[tuple[sqlite3.Connection, DataDamaged | None]]:
    """Open the database for one piece of work, as `open_sound` does, and close it after that.

    Raises:
        DataDamaged: the work found it damaged; it was moved aside, and the work can be done again.
        CtiError: the work failed; what was not committed is taken back.
    """
    connection, notice = open_sound(path, cache_kib=cache_kib)
    try:
        with translated(path):
            yield connection, notice
    except DataDamaged as damage:
        connection.close()
        raise set_aside(path, damage) from damage
    finally:
        connection.close()


def set_aside(path: Path, damage: DataDamaged) -> DataDamaged:
    """Move a damaged database aside and say so.

    Raises:
        DataDamaged: it cannot be moved aside, for instance because another program holds it open.
    """
    target = _move_aside(path)
    if target is None:
        raise damage
    return DataDamaged(
        translate(
            "Directory", "The directory {file} was damaged and is now {name}; an empty one takes its place."
        ).format(file=path, name=target.name),
        hint=translate("Directory", "Import the directory again."),
    )


def identity(path: Path | None) -> tuple[int, int] | None:
    """Which file stands at `path` at the moment; None for no file or the database in memory."""
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextlib.contextmanager
def translated(path: Path | None) -> Iterator[None]:
    """Turn SQLite's errors into errors of the product that name the file."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.Error as error:
        raise as_error(error, path) from error


def as_error(error: Exception, path: Path | None) -> CtiError:
    """The error of the product for one of SQLite, or for stored content that makes no sense."""
    name = str(path) if path else "in memory"
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return Conflict(
            translate("Directory", "Another import into {name} is running.").format(name=name),
            hint=translate("Directory", "Try again when it has ended."),
        )
    if primary == sqlite3.SQLITE_FULL:
        return CtiError(
            translate("Directory", "The disk is full; {name} keeps its old data.").format(name=name),
            hint=translate("Directory", "Free some space and try again."),
        )
    if primary in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return CtiError(
            translate("Directory", "The directory {name} cannot be opened or written to.").format(name=name),
            hint=translate("Directory", "Check the rights of the folder."),
        )
    if primary == sqlite3.SQLITE_IOERR:
        return CtiError(
            translate("Directory", "The disk refused to read or write {name}; it keeps its old data.").format(
                name=name
            ),
            hint=translate("Directory", "Check the disk."),
        )
    if primary in _DAMAGE:
        return DataDamaged(
            translate("Directory", "The directory {name} is damaged ({error}).").format(name=name, error=error),
            hint=translate("Directory", "Import the directory again."),
        )
    return CtiError(
        translate("Directory", "The directory {name} cannot be used at the moment ({error}).").format(
            name=name, error=error
        )
    )


def storable(text: str) -> str:
    """The text as it can be kept: without NUL; halves of characters become the replacement character."""
    text = text.replace("\0", "")
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """One writing transaction: committed at the end, taken back whole when anything goes wrong."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def checkpoint(connection: sqlite3.Connection) -> None:
    """Bring what was written into the main file; readers that are busy just now keep the log for a later time."""
    with contextlib.suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _move_aside(path: Path) -> Path | None:
    """Rename the file and its companions, in the place of one that was damaged before."""
    target = path.with_name(f"{path.stem}.damaged{path.suffix}")
    try:
        path.replace(target)
        for suffix in ("-wal", "-shm"):
            companion = Path(f"{path}{suffix}")
            if companion.exists():
                companion.replace(f"{target}{suffix}")
    except OSError:
        return None
    return target


def _prepare(connection: sqlite3.Connection, path: Path | None, cache_kib: int) -> None:
    connection.execute(f"PRAGMA cache_size = -{cache_kib}")
    if path is not None:
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA journal_size_limit = {_WAL_KEPT_BYTES}").fetchall()
    if _version(connection) == (0, 0):
        with transaction(connection):
            if _version(connection) == (0, 0):
                _create(connection)
        if path is not None and os.name == "posix":
            with contextlib.suppress(OSError):
                path.chmod(0o600)
    if _version(connection) != (_APPLICATION_ID, SCHEMA_VERSION):
        raise sqlite3.DatabaseError("not a directory of this version")


def _version(connection: sqlite3.Connection) -> tuple[int, int]:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    return application, connection.execute("PRAGMA user_version").fetchone()[0]


def _create(connection: sqlite3.Connection) -> None:
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        return
    for statement in _SCHEMA.split(";"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
