"""Rows of the setup tables as the words of `tray.setup.model`, and back, on an open transaction.

What comes out of the tables passes the same strict readers as what comes out of a file, because anybody with a
database tool may have written it; whatever they refuse is a ValueError here. Rights are not checked here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, delete, func, insert, select, update

from tray.calls.settings import SettingError, to_data
from tray.errors import InvalidField
from tray.setup import reading
from tray.setup.audit import Action, AuditEntry, Record, SetupConflict
from tray.setup.kept_text import kept, retold
from tray.setup.model import Licence, Mappings, ModuleSetup, User, UserSetup
from tray.setup.sql_schema import AUDIT, CARD, LICENCE, MAPPING, MODULE, ONE
from tray.texts import Text, translate

LICENSED = translate("Audit", "Licensed")
NOT_LICENSED = translate("Audit", "Not licensed")
_MOST_CHANGES = 1000
_UNREADABLE = translate("Audit", "Entry {number} of the audit trail cannot be read; it was changed by another program")
_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
_OWN_COLUMNS = {"id", "user_id", "revision", "mappings_revision"}


def read_module(connection: Connection) -> ModuleSetup:
    """The module setup."""
    row = _only(connection, MODULE)
    return reading.read_module(_values(row), ModuleSetup(revision=_revision(row, "module")))


def read_mappings(connection: Connection) -> Mappings:
    """The business mapping."""
    revision = _revision(_only(connection, MODULE), "mappings", "mappings_revision")
    rows = connection.execute(select(MAPPING).order_by(MAPPING.c.position)).mappings()
    data = [{**row, "phone_fields": _phone_fields(row["phone_fields"])} for row in rows]
    for row in data:
        del row["position"]
    return reading.read_mappings(data, Mappings(revision=revision))


def read_card(connection: Connection, user_id: int) -> UserSetup:
    """A user setup card."""
    row = connection.execute(select(CARD).where(CARD.c.user_id == user_id)).mappings().one_or_none()
    if row is None:
        raise SettingError("user setup card", translate("Setup", "that of user {number} is missing"), number=user_id)
    where = f"user setup card {user_id}"
    return reading.read_card(_values(row), UserSetup(user_id, revision=_revision(row, where)), where)


def read_licence(connection: Connection) -> Licence:
    """The licence."""
    row = _only(connection, LICENCE)
    return reading.read_licence(_values(row), Licence(revision=_revision(row, "licence")))


class Editor:
    """Saves records within one transaction: checks the revision, writes, and notes every changed field."""

    def __init__(self, connection: Connection, who: str, now: datetime) -> None:
        self._connection = connection
        self._who = who
        self._now = now

    def module(self, new: ModuleSetup) -> ModuleSetup:
        """Save module setup."""
        old = read_module(self._connection)
        revision = self._next(Record.MODULE, 0, old.revision, new.revision)
        if not self._differences(Record.MODULE, 0, reading.module_data(old), reading.module_data(new), revision):
            return old
        self._connection.execute(update(MODULE).values(**reading.module_data(new), revision=revision))
        return read_module(self._connection)

    def card(self, new: UserSetup, subject: str) -> UserSetup:
        """Save the card of the user whom the audit trail calls `subject`."""
        old = read_card(self._connection, new.user_id)
        revision = self._next(Record.CARD, new.user_id, old.revision, new.revision)
        before, after = reading.card_data(old), reading.card_data(new)
        if not self._differences(Record.CARD, new.user_id, before, after, revision, subject):
            return old
        where = CARD.c.user_id == new.user_id
        self._connection.execute(update(CARD).where(where).values(**after, revision=revision))
        return read_card(self._connection, new.user_id)

    def mappings(self, new: Mappings) -> Mappings:
        """Save the business mapping."""
        old = read_mappings(self._connection)
        revision = self._next(Record.MAPPINGS, 0, old.revision, new.revision)
        before, after = ({f"row {i + 1}": to_data(row) for i, row in enumerate(m.rows)} for m in (old, new))
        if not self._differences(Record.MAPPINGS, 0, before, after, revision):
            return old
        self._connection.execute(delete(MAPPING))
        rows = [
            {**to_data(row), "position": position, "phone_fields": json.dumps(row.phone_fields)}
            for position, row in enumerate(new.rows)
        ]
        if rows:
            self._connection.execute(insert(MAPPING), rows)
        self._connection.execute(update(MODULE).values(mappings_revision=revision))
        return read_mappings(self._connection)

    def licence(self, new: Licence) -> Licence:
        """Save the licence."""
        old = read_licence(self._connection)
        revision = self._next(Record.LICENCE, 0, old.revision, new.revision)
        before, after = reading.licence_data(old), reading.licence_data(new)
        if not self._differences(Record.LICENCE, 0, before, after, revision):
            return old
        values = {**after, "valid_until": new.valid_until, "revision": revision}
        self._connection.execute(update(LICENCE).values(**values))
        return read_licence(self._connection)

    def note(
        self,
        action: Action,
        record: Record,
        record_id: int,
        subject: str = "",
        *,
        field: str = "",
        old: object = "",
        new: object = "",
        revision: int = 0,
    ) -> None:
        """Add one line to the audit trail."""
        line = self._line(action, record, record_id, subject)
        values = {"field": field, "old": _as_text(old), "new": _as_text(new), "revision": revision}
        self._connection.execute(insert(AUDIT).values(line | values))

    def note_added(self, users: Sequence[User]) -> None:
        """Add a line for each of these users, who were entered by somebody else."""
        lines = [
            self._line(Action.ADDED, Record.USER, user.id, user.signature)
            | {"new": _as_text(LICENSED if user.licensed else NOT_LICENSED)}
            for user in users
        ]
        if lines:
            self._connection.execute(insert(AUDIT), lines)

    def _line(self, action: Action, record: Record, record_id: int, subject: str) -> dict[str, Any]:
        return {
            "at": self._now,
            "who": self._who,
            "action": action.value,
            "record": record.value,
            "record_id": record_id,
            "subject": subject,
            "field": "",
            "old": "",
            "new": "",
            "revision": 0,
        }

    def _next(self, record: Record, record_id: int, current: int, read: int) -> int:
        """The revision after `current`, provided that nobody saved since `read`."""
        if not 0 <= read <= reading.HIGHEST_REVISION:
            raise InvalidField("revision", translate("Setup", "is none that the store gave"))
        if current != read:
            where = (AUDIT.c.record == record.value, AUDIT.c.record_id == record_id, AUDIT.c.revision > read)
            query = select(AUDIT).where(*where).order_by(AUDIT.c.id.desc()).limit(_MOST_CHANGES)
            newest = [audit_entry(row) for row in self._connection.execute(query).mappings()]
            raise SetupConflict(record, newest[::-1])
        return current + 1

    def _differences(
        self,
        record: Record,
        record_id: int,
        old: Mapping[str, object],
        new: Mapping[str, object],
        revision: int,
        subject: str = "",
    ) -> bool:
        """Note every field that differs; false when none does."""
        changed = [name for name in dict.fromkeys((*old, *new)) if old.get(name) != new.get(name)]
        for name in changed:
            before, after = old.get(name), new.get(name)
            self.note(Action.CHANGED, record, record_id, subject, field=name, old=before, new=after, revision=revision)
        return bool(changed)


def audit_entry(row: RowMapping) -> AuditEntry:
    """One row of the audit trail; what cannot be read of it does not hide the others, and is told."""
    at, actions, kinds = row["at"], set(Action), set(Record)
    whole = (
        isinstance(at, datetime)
        and row["action"] in actions
        and row["record"] in kinds
        and all(isinstance(row[name], str) for name in ("who", "subject", "field", "old", "new"))
        and isinstance(row["revision"], int)
    )
    if not whole:
        told = _UNREADABLE.format(number=row["id"])
        return AuditEntry(
            row["id"], at if isinstance(at, datetime) else _NO_TIME, "", Action.UNREADABLE, Record.AUDIT, new=told
        )
    return AuditEntry(
        id=row["id"],
        at=at,
        who=row["who"],
        action=Action(row["action"]),
        record=Record(row["record"]),
        subject=row["subject"],
        field=row["field"],
        old=row["old"],
        new=row["new"] if row["field"] else retold(row["new"]),
        revision=row["revision"],
    )


def read_audit(connection: Connection, limit: int, before: int | None) -> tuple[AuditEntry, ...]:
    """The newest entries, newest first."""
    query = select(AUDIT).order_by(AUDIT.c.id.desc()).limit(limit)
    if before is not None and not 0 <= before <= reading.HIGHEST_REVISION:
        raise InvalidField("before", translate("Setup", "is no entry of the audit trail"))
    if before is not None:
        query = query.where(AUDIT.c.id < before)
    return tuple(audit_entry(row) for row in connection.execute(query).mappings())


def add_cards(connection: Connection, user_ids: Sequence[int]) -> None:
    """Give new users the default card."""
    values = {"revision": 1, **reading.card_data(UserSetup())}
    connection.execute(insert(CARD), [{"user_id": user_id, **values} for user_id in user_ids])


def card_as_it_stands(connection: Connection, user_id: int) -> dict[str, Any]:
    """The values of a card for the audit trail, also of one that the readers would refuse."""
    row = connection.execute(select(CARD).where(CARD.c.user_id == user_id)).mappings().one_or_none()
    return {} if row is None else _values(row)


def last_change(connection: Connection, user_id: int) -> int:
    """The entry of the audit trail that tells of the last change of a card; 0 where there is none."""
    where = (AUDIT.c.record == Record.CARD.value, AUDIT.c.record_id == user_id, AUDIT.c.action == Action.CHANGED.value)
    found: int | None = connection.execute(select(func.max(AUDIT.c.id)).where(*where)).scalar_one()
    return found or 0


def count(connection: Connection, table: Table, *where: Any) -> int:
    """How many rows of a table meet the conditions."""
    found: int = connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one()
    return found


def _only(connection: Connection, table: Table) -> Mapping[str, Any]:
    row = connection.execute(select(table).where(table.c.id == ONE)).mappings().one_or_none()
    if row is None:
        raise SettingError(table.name, translate("Setup", "its only row is missing"))
    return dict(row)


def _revision(row: Mapping[Any, Any], where: str, column: str = "revision") -> int:
    return reading.read_revision(row[column], f"{where}.{column}")


def _phone_fields(text: str) -> object:
    """The names in JSON; what is none stays as it is, for the reader to refuse."""
    try:
        return json.loads(text)
    except (ValueError, TypeError, RecursionError):
        return text


def _values(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in _OWN_COLUMNS}


def _as_text(value: object) -> str:
    """A value in the audit trail: words as they are, texts so that they can be told again, everything else as JSON."""
    if value is None:
        return ""
    if isinstance(value, Text):
        return kept(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
