"""The data folder and its databases: there, writable, whole, and of a version that this program knows.

Databases are only read. What is damaged is left for the tray, which keeps it under another name.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from tray.directory.store import FILE_NAME as DIRECTORY_FILE
from tray.doctor.model import Area, Finding, Level, Scene
from tray.paths import HOME_VARIABLE, JOURNAL_FILE
from tray.setup.opening import STORE_FILE

CHECK_S = 2.1
_LEAST_FREE = 100_000_000
_STEPS = 10_000
_NAMES = {STORE_FILE: "setup", JOURNAL_FILE: "call journal", DIRECTORY_FILE: "directory"}
_DAMAGED = {
    STORE_FILE: "Bring back a copy of it; else the next start keeps it under another name and begins a new setup.",
    JOURNAL_FILE: "Restart CTI Tray: it keeps the file under another name and begins a new one.",
    DIRECTORY_FILE: "Restart CTI Tray, then import the directory again: cti-tray directory import",
}


def folder(scene: Scene) -> Iterable[Finding]:
    """Whether the data folder can be written to, and has room."""
    place = scene.folder
    if not place.is_dir():
        text = "is something else than a folder" if place.exists() else "does not exist yet"
        level = Level.PROBLEM if place.exists() else Level.OK
        yield Finding(Area.DATA, level, f"The data folder {place} {text}.", "CTI Tray makes it at its first start.")
        return
    try:
        with tempfile.TemporaryFile(prefix=".doctor.", dir=place) as file:
            file.write(b"x")
    except OSError as error:
        text = f"The data folder {place} cannot be written to: {error.strerror or error}."
        advice = f"Make it writable for this user, or name another one in {HOME_VARIABLE}."
        yield Finding(Area.DATA, Level.PROBLEM, text, advice)
        return
    free = shutil.disk_usage(place).free
    if free < _LEAST_FREE:
        text = f"The disk of {place} has less than {_LEAST_FREE // 1_000_000} MB left."
        yield Finding(Area.DATA, Level.ATTENTION, text, "Make room: calls and activities are written there.")
        return
    yield Finding(Area.DATA, Level.OK, f"The data folder {place} can be written to.")


def databases(scene: Scene) -> Iterable[Finding]:
    """Each database of the folder."""
    for name, what in _NAMES.items():
        path = scene.folder / name
        if path.is_dir():
            yield Finding(Area.DATA, Level.PROBLEM, f"{name} ({what}) is a folder.", "Move it away.")
        elif path.exists() and path.stat().st_size:
            yield _database(path, what)


def _database(path: Path, what: str) -> Finding:
    try:
        with open_to_look(path) as connection:
            version = _version(connection)
            sound = _is_sound(connection)
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", "") or ""
        if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return Finding(
                Area.DATA, Level.ATTENTION, f"{path.name} ({what}) is in use by another program.", "Try again."
            )
        if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR")):
            return Finding(Area.DATA, Level.PROBLEM, f"{path.name} ({what}) is damaged.", _DAMAGED[path.name])
        text = f"{path.name} ({what}) cannot be read: {error}."
        return Finding(Area.DATA, Level.PROBLEM, text, "Check the rights of the file.")
    if sound is False:
        return Finding(Area.DATA, Level.PROBLEM, f"{path.name} ({what}) is damaged.", _DAMAGED[path.name])
    looked = "whole" if sound else "opens; it is too large to be looked through in time"
    return Finding(Area.DATA, Level.OK, f"{path.name} ({what}) of format {version}: {looked}.")


@contextlib.contextmanager
def open_to_look(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that changes nothing; what a killed writer left behind is read all the same."""
    address = f"{path.absolute().as_uri()}?mode=rw"
    with contextlib.closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=0.5)) as connection:
        connection.execute("PRAGMA query_only = ON")
        yield connection


def _version(connection: sqlite3.Connection) -> int:
    """The format of the file; the setup has it in a table, because it may be on a server as well."""
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'cti_meta'").fetchone():
        row = connection.execute("SELECT schema_version FROM cti_meta").fetchone()
        return int(row[0]) if row and isinstance(row[0], int) else 0
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _is_sound(connection: sqlite3.Connection) -> bool | None:
    """Whether every page is as it should be; None where that cannot be looked at in time."""
    end = time.monotonic() + CHECK_S / len(_NAMES)
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
            return None
        raise
    finally:
        connection.set_progress_handler(None, 0)
