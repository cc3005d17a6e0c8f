"""The tables of the setup store, the same for SQLite and PostgreSQL, and how an older store is brought forward.

A new store gets the newest tables at once; an existing one runs the migrations that it lacks, all in one transaction.
A store of a newer version is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    insert,
    inspect,
    select,
    text,
    update,
)

from tray.errors import CtiError
from tray.setup.model import Licence, ModuleSetup
from tray.setup.sql_types import Day, Flag, UtcTime
from tray.texts import translate

SCHEMA_VERSION = 2
Migrations = Mapping[int, Callable[[Connection], None]]


def _add_internal_calls(connection: Connection) -> None:
    """The default lets a tray of the former version, which is still connected, add a card."""
    connection.execute(text("ALTER TABLE cti_user_setup ADD COLUMN internal_calls TEXT NOT NULL DEFAULT 'Always'"))


MIGRATIONS: Migrations = {2: _add_internal_calls}
"""The step that leads to each version, for stores that exist; version 1 is the first."""


METADATA = MetaData()


def _templates() -> list[Column[Any]]:
    """The columns that module setup and user card share."""
    names = ("incoming_template", "outgoing_template", "missed_incoming_template", "unaccepted_outgoing_template")
    return [
        Column("crm_active", Flag, nullable=False),
        *(Column(name, Text, nullable=False) for name in names),
    ]


META = Table(
    "cti_meta",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("schema_version", Integer, nullable=False),
)

LICENCE = Table(
    "cti_licence",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("seats", Integer, nullable=False),
    Column("valid_until", Day),
    Column("revision", Integer, nullable=False),
)

MODULE = Table(
    "cti_module",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    *_templates(),
    Column("retention_days", Integer, nullable=False),
    Column("heartbeat_s", Integer, nullable=False),
    Column("region", Text),
    Column("outside_prefix", Text),
    Column("internal_max_digits", Integer),
    Column("revision", Integer, nullable=False),
    Column("mappings_revision", Integer, nullable=False),
)

MAPPING = Table(
    "cti_mapping",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("priority", Integer, nullable=False),
    Column("table", Text, nullable=False),
    Column("card_page", Text, nullable=False),
    Column("phone_fields", Text, nullable=False),
    Column("name_field", Text, nullable=False),
    Column("enabled", Flag, nullable=False),
)

USER = Table(
    "cti_user",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("account", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("email", Text),
    Column("licensed", Flag, nullable=False),
    Column("admin", Flag, nullable=False),
    Column("last_seen", UtcTime),
    Column("sign_in_state", Text, nullable=False),
    Column("access_token", Flag, nullable=False),
    Column("refresh_token", Flag, nullable=False),
    Column("authorization_time", UtcTime),
    Column("token_expires", UtcTime),
    sqlite_autoincrement=True,
)

IDENTITY = Table(
    "cti_identity",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("user_id", ForeignKey(USER.c.id, ondelete="CASCADE"), nullable=False, index=True),
)

CARD = Table(
    "cti_user_setup",
    METADATA,
    Column("user_id", ForeignKey(USER.c.id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("open_mask_on", Text, nullable=False),
    Column("close_mask_on", Text, nullable=False),
    Column("open_outgoing_mask_on", Text, nullable=False),
    Column("caller_card_delay", Integer, nullable=False),
    Column("auto_open_master_data", Flag, nullable=False),
    Column("internal_calls", Text, nullable=False, server_default="Always"),
    *_templates(),
    Column("revision", Integer, nullable=False),
)

LEASE = Table(
    "cti_lease",
    METADATA,
    Column("session", Text, primary_key=True),
    Column("user_id", ForeignKey(USER.c.id, ondelete="CASCADE"), nullable=False, index=True),
    Column("beat_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
)

AUDIT = Table(
    "cti_audit",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("record_id", Integer, nullable=False),
    Column("subject", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Index("cti_audit_record", "record", "record_id", "revision"),
    sqlite_autoincrement=True,
)

ONE = 1
"""The id of the only row of licence, module setup and meta."""


def found_version(connection: Connection, where: str) -> int:
    """The schema version of a store; 0 for an empty one.

    Raises:
        CtiError: it has tables but does not say of which version.
    """
    if not inspect(connection).has_table(META.name):
        return 0
    version = connection.execute(select(META.c.schema_version).where(META.c.id == ONE)).scalar_one_or_none()
    if not isinstance(version, int) or version < 1:
        raise CtiError(
            translate("Setup", "The setup in {where} does not say of which version it is (table {table}).").format(
                where=where, table=META.name
            ),
            hint=translate("Setup", "Bring back a copy of it, or move it away to begin anew; nothing was changed."),
        )
    return version


def refuse_newer(version: int, where: str, newest: int = SCHEMA_VERSION) -> None:
    """Refuse a store that a newer program has written.

    Raises:
        CtiError: it is newer.
    """
    if version > newest:
        raise CtiError(
            translate(
                "Setup",
                "The setup in {where} is of a newer version of CTI Tray (format {version}, newest known is {newest}).",
            ).format(where=where, version=version, newest=newest),
            hint=translate("Setup", "Update CTI Tray on this computer; nothing was changed."),
        )


def bring_forward(connection: Connection, version: int, newest: int, migrations: Migrations) -> None:
    """Create the tables of an empty store, or run the migrations that one of `version` lacks. The caller commits."""
    if version == 0:
        METADATA.create_all(connection)
        _insert_defaults(connection, newest)
        return
    for step in range(version + 1, newest + 1):
        migrations[step](connection)
    if version < newest:
        connection.execute(update(META).where(META.c.id == ONE).values(schema_version=newest))


def _insert_defaults(connection: Connection, version: int) -> None:
    licence, module = Licence(), ModuleSetup()
    connection.execute(insert(META).values(id=ONE, schema_version=version))
    connection.execute(
        insert(LICENCE).values(
            id=ONE,
            name=licence.name,
            kind=licence.kind.value,
            seats=licence.seats,
            valid_until=licence.valid_until,
            revision=1,
        )
    )
    templates = {column.name: getattr(module.calls, column.name) for column in _templates()}
    connection.execute(
        insert(MODULE).values(
            id=ONE,
            **templates,
            retention_days=module.retention_days,
            heartbeat_s=module.heartbeat_s,
            region=module.region,
            outside_prefix=module.outside_prefix,
            internal_max_digits=module.internal_max_digits,
            revision=1,
            mappings_revision=1,
        )
    )
