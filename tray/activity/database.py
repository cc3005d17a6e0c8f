"""Opening journal.db: private file, safe settings, migrations, and what to do when the file is damaged.

Every commit reaches the disk before it returns (`synchronous=FULL`): in WAL mode the weaker `NORMAL` keeps the file
intact through a power cut but may take back the last commits, which would lose an activity. It must not know what the
tables mean.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tray.activity.schema import MIGRATIONS
from tray.errors import CtiError, DataDamaged
from tray.files import move_aside
from tray.texts import translate

_SMALL_CACHE = "PRAGMA cache_size = -256"  # KiB; the default of 2 MiB would fill up with the pages of old calls
BUSY_TIMEOUT_S = 10.0
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class _Damaged(Exception):
    """The file is not a sound database."""


def open_for_writing(
    path: Path,
    report: Callable[[CtiError], None],
    migrations: Sequence[Sequence[str]] = MIGRATIONS,
) -> sqlite3.Connection:
    """Open the journal, creating or upgrading it. A damaged file is moved aside and an empty one serves.

    The connection may be handed to another thread, but only one may use it at a time.

    Args:
        path: the file; its folder must exist.
        report: told about a damaged file.
        migrations: the numbered steps; the default is the product's own.

    Raises:
        CtiError: the file cannot be used, or a newer version of the product wrote it.
    """
    with _as_cti_error(path):
        try:
            return _open_sound(path, migrations)
        except _Damaged:
            kept = move_aside(path)
            report(
                DataDamaged(
                    translate("Journal", "The call journal {file} was damaged and is kept as {name}.").format(
                        file=path.name, name=kept.name
                    ),
                    hint=translate("Journal", "A new journal was begun; calls go on as usual."),
                )
            )
            return _open_sound(path, migrations)


def open_for_reading(path: Path) -> sqlite3.Connection | None:
    """Open the journal for a reader on its own thread, without write access; None when there is no journal yet.

    Raises:
        CtiError: the file cannot be read, or a newer version of the product wrote it.
    """
    if not path.exists():
        return None
    with _as_cti_error(path):
        # A read-only open mode could not recover the write-ahead log that a killed writer left behind.
        connection = _connect(path, "rw")
        try:
            connection.execute("PRAGMA query_only = ON")
            connection.execute(_SMALL_CACHE)
            version = _version(connection)
            _refuse_newer(path, version, len(MIGRATIONS))
        except BaseException:
            connection.close()
            raise
        if version < len(MIGRATIONS):
            connection.close()
            return None
        return connection


def is_damage(error: BaseException) -> bool:
    """Whether SQLite says that the file itself is broken, as against busy, full or unreachable."""
    return isinstance(error, _Damaged) or (
        isinstance(error, sqlite3.DatabaseError) and getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED
    )


def as_cti_error(path: Path, error: Exception) -> CtiError:
    """What a failure of SQLite or of the file system means to the user."""
    if isinstance(error, CtiError):
        return error
    if is_damage(error):
        return DataDamaged(
            translate("Journal", "The call journal {file} is damaged.").format(file=path),
            hint=translate("Journal", "It is replaced at the next start of the tray."),
        )
    reason = error.strerror if isinstance(error, OSError) else None
    return CtiError(
        translate("Journal", "The call journal {file} cannot be used: {reason}.").format(
            file=path, reason=reason or error
        ),
        hint=translate("Journal", "Check the free space and the rights of the folder."),
    )


@contextlib.contextmanager
def _as_cti_error(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise as_cti_error(path, error) from error


def _open_sound(path: Path, migrations: Sequence[Sequence[str]]) -> sqlite3.Connection:
    unclean = path.with_name(path.name + "-wal").exists()
    _make_private(path)
    connection = _connect(path, "rw")
    try:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(_SMALL_CACHE)
        version = _version(connection)
        _refuse_newer(path, version, len(migrations))
        if unclean:
            _check_pages(connection)
        _migrate(connection, version, migrations)
    except BaseException as error:
        connection.close()
        if is_damage(error):
            raise _Damaged from error
        raise
    return connection


def _check_pages(connection: sqlite3.Connection) -> None:
    """Look through the file after a kill or a power cut; one sentence of findings is enough."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise _Damaged


def _make_private(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    if sys.platform != "win32":
        path.chmod(0o600)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_TIMEOUT_S,
        check_same_thread=False,
    )


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse_newer(path: Path, version: int, known: int) -> None:
    if version > known:
        raise CtiError(
            translate(
                "Journal",
                "The call journal {file} was written by a newer CTI Tray (version {version}, this one knows {known}).",
            ).format(file=path, version=version, known=known),
            hint=translate(
                "Journal", "Install the newer CTI Tray again, or name another data folder in CTI_TRAY_HOME."
            ),
        )


def _migrate(connection: sqlite3.Connection, version: int, migrations: Sequence[Sequence[str]]) -> None:
    for number in range(version, len(migrations)):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in migrations[number]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    if migrations is MIGRATIONS:
        _check_tables(connection)


def _check_tables(connection: sqlite3.Connection) -> None:
    """Make sure that the file is a journal, whatever its version number says, and that it has a name of its own."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not tables >= {"meta", "call", "call_name", "activity", "choice"}:
        raise _Damaged
    connection.execute("INSERT OR IGNORE INTO meta VALUES ('installation', ?)", (str(uuid.uuid4()),))
