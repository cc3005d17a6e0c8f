"""One database with its transactions: SQLite file or PostgreSQL server, opened, checked and kept quiet about vendors.

Reads see one moment; writes that must hold a rule over several rows (seats, last admin, first user) run one after the
other, over all processes: `BEGIN IMMEDIATE` on SQLite, an advisory lock on PostgreSQL. No exception of SQLAlchemy or a
driver leaves this module. It knows transactions and errors, no setup.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError, NoSuchTableError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from tray.errors import ConfigError, Conflict, CtiError, DataDamaged, Offline, Refused
from tray.files import move_aside
from tray.paths import prepare
from tray.setup.sql_schema import MIGRATIONS, SCHEMA_VERSION, Migrations, bring_forward, found_version, refuse_newer
from tray.setup.store import StoreSetAside
from tray.texts import translate

BUSY_TIMEOUT_S = 5
_LOOK_S = 2
"""The least that the driver of PostgreSQL knows."""
_WRITE = "cti_write"
_WRITER_LOCK = 0x4354_4953_4554_5550
"""Any fixed number: what names the writers' lock within one PostgreSQL database."""


class Database:
    """Transactions on one open database. Safe to use from several threads."""

    def __init__(self, engine: Engine, where: str) -> None:
        self.where = where
        self.kind = engine.dialect.name
        self._engine = engine
        snapshot = {"isolation_level": "REPEATABLE READ"} if self.kind == "postgresql" else {}
        self._reader = engine.execution_options(**snapshot)
        self._writer = engine.execution_options(**{_WRITE: True})

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one moment."""
        with self._errors(), self._reader.connect() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def write(self, *, alone: bool = True) -> Iterator[Connection]:
        """A transaction that changes something; `alone` keeps every other such writer out until it ends."""
        with self._errors(), self._writer.connect() as connection, connection.begin():
            if alone and self.kind == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})
            yield connection

    def prepare(self, newest: int = SCHEMA_VERSION, migrations: Migrations = MIGRATIONS) -> None:
        """Check the content and bring the tables to version `newest`.

        Raises:
            CtiError: it is newer than this program, or does not say of which version it is; nothing is changed.
            DataDamaged: it cannot be read.
        """
        with self.read() as connection:
            if self.kind == "sqlite" and connection.execute(text("PRAGMA quick_check(1)")).scalar() != "ok":
                raise self._damaged()
            version = found_version(connection, self.where)
        refuse_newer(version, self.where, newest)
        if version == newest:
            return
        with self.write() as connection:
            version = found_version(connection, self.where)
            refuse_newer(version, self.where, newest)
            bring_forward(connection, version, newest, migrations)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextlib.contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, PoolTimeout, NoSuchTableError, sqlite3.Error) as error:
            raise self._translated(error) from error
        except ValueError as error:
            raise self._damaged(str(error)) from error

    def _translated(self, error: Exception) -> CtiError:
        cause = getattr(error, "orig", None) or error
        if isinstance(error, IntegrityError):
            return Conflict(
                translate("Setup", "The setup in {where} was changed at the same moment.").format(where=self.where),
                hint=translate("Setup", "Try again."),
            )
        if isinstance(cause, sqlite3.Error):
            return self._from_sqlite(cause)
        return self._from_server(cause)

    def _from_sqlite(self, error: sqlite3.Error) -> CtiError:
        name = getattr(error, "sqlite_errorname", "") or ""
        if "decode" in str(error):
            return self._damaged(str(error))
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            return self._damaged()
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return Offline(
                translate("Setup", "The setup file {where} is in use by another program.").format(where=self.where),
                hint=translate("Setup", "It is tried again."),
            )
        return CtiError(
            translate("Setup", "The setup file {where} cannot be used: {error}.").format(where=self.where, error=error),
            hint=translate("Setup", "Check its rights and the disk."),
        )

    def _from_server(self, error: Any) -> CtiError:
        state = str(getattr(error, "sqlstate", None) or "")
        if state == "42501":
            return Refused(
                translate("Setup", "The PostgreSQL database {where} does not allow this to your database user.").format(
                    where=self.where
                )
            )
        if state in {"XX001", "XX002"}:
            return self._damaged()
        if state.startswith(("22", "42")):
            return CtiError(
                translate(
                    "Setup", "The PostgreSQL database {where} does not hold the tables of CTI Tray as they should be."
                ).format(where=self.where)
            )
        said = str(error).strip().splitlines()[-1:] or [""]
        return Offline(
            translate("Setup", "The PostgreSQL database {where} cannot be reached.").format(where=self.where),
            hint=translate("Setup", "It is tried again. The driver says: {reason}").format(reason=said[0][-200:]),
        )

    def _damaged(self, detail: str = "") -> DataDamaged:
        short = translate("Setup", "The setup in {where} cannot be read.")
        long = translate("Setup", "The setup in {where} cannot be read: {detail}.")
        return DataDamaged(
            (long if detail else short).format(where=self.where, detail=detail),
            hint=translate("Setup", "Bring back a copy of it, or correct it with a database program."),
        )


def open_file(path: Path) -> Database:
    """Open the SQLite file at `path`; a new one is for its user only.

    Raises:
        DataDamaged: it cannot be read; it was moved aside, and the message names both.
        CtiError: it cannot be written to, or is newer than this program.
    """
    prepare(path.parent)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise CtiError(
            translate("Setup", "The setup file {file} cannot be used: {reason}.").format(
                file=path, reason=error.strerror or error
            )
        ) from error
    database = Database(_sqlite_engine(path), str(path))
    try:
        database.prepare()
    except DataDamaged as error:
        database.close()
        raise _set_aside(path) from error
    except BaseException:
        database.close()
        raise
    return database


def open_server(address: str) -> Database:
    """Open a PostgreSQL database by its address.

    Raises:
        ConfigError: the address cannot be read.
        CtiError: the driver is not installed, the login is refused, or the database is newer than this program.
        Offline: the server cannot be reached.
    """
    database = _server(address)
    try:
        database.prepare()
    except BaseException:
        database.close()
        raise
    return database


def look_at_server(address: str) -> tuple[str, int]:
    """Where a PostgreSQL database is, without user and password, and the version of its tables; 0 without tables.

    Nothing is created and nothing brought forward.

    Raises:
        CtiError: as for `open_server`.
    """
    database = _server(address, _LOOK_S)
    try:
        with database.read() as connection:
            version = found_version(connection, database.where)
        refuse_newer(version, database.where)
        return database.where, version
    finally:
        database.close()


def _server(address: str, connect_s: int = BUSY_TIMEOUT_S) -> Database:
    """A database that was not connected to yet.

    Raises:
        ConfigError: the address cannot be read.
        CtiError: the driver is not installed.
    """
    try:
        url = make_url(address)
        engine = create_engine(
            url,
            pool_size=1,
            max_overflow=4,
            pool_timeout=BUSY_TIMEOUT_S,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={
                "connect_timeout": connect_s,
                "application_name": "cti-tray",
                "options": "-c statement_timeout=10s -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s",
            },
        )
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise ConfigError(translate("Setup", "store.url is not an address of a PostgreSQL database.")) from error
    except ModuleNotFoundError as error:
        raise CtiError(
            translate("Setup", "The driver for PostgreSQL is not installed."),
            hint=translate("Setup", 'Install it with: pip install "cti-tray[postgresql]"'),
        ) from error
    return Database(engine, _server_name(url))


def _sqlite_engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        pool_size=1,
        max_overflow=4,
        pool_timeout=BUSY_TIMEOUT_S,
        hide_parameters=True,
        connect_args={"timeout": BUSY_TIMEOUT_S},
    )

    def connected(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # The driver would begin late and end early; `begun` does it instead.
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")

    def begun(connection: Connection) -> None:
        write = connection.get_execution_options().get(_WRITE)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine


def _set_aside(path: Path) -> DataDamaged:
    """Move a damaged file with its journal away, so that the next start begins anew and nothing is lost."""
    try:
        kept = move_aside(path)
    except OSError as error:
        return DataDamaged(
            translate("Setup", "The setup file {file} is damaged and cannot be moved away: {reason}.").format(
                file=path, reason=error.strerror or error
            )
        )
    return StoreSetAside(
        translate("Setup", "The setup file {file} is damaged. It was kept as {name}.").format(
            file=path, name=kept.name
        ),
        hint=translate("Setup", "The next start begins with a new one."),
    )


def _server_name(url: URL) -> str:
    """The server in messages: no user, no password."""
    host = url.host or url.query.get("host") or translate("Setup", "this computer")
    return translate("Setup", "{name} on {host}").format(name=url.database or "", host=host)
