"""The table "Outlook contact": what a contact of the user's mailbox looks like in the directory, and how it gets there.

Each change is one transaction, in which also the link stands that brings the next changes; calls find the former
contacts until then, and keep finding them when it fails. It knows no network, and shows the link to nobody.
"""

from __future__ import annotations

import base64
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tray.calls.facts import clean_text
from tray.calls.numbers import NumberReader
from tray.directory import store
from tray.directory.fields import name_positions, phone_positions, rules_key
from tray.directory.writer import TableSpec, TableWriter, read_numbers, remove_source
from tray.errors import Conflict, InvalidInput
from tray.texts import translate

TABLE = "Outlook contact"
ORIGIN = "Microsoft Outlook"
FIELDS = ("displayName", "companyName", "businessPhones", "mobilePhone", "homePhones")
"""What is asked of the mailbox, as Graph names it."""
COLUMNS = ("no", "name", "company", "phone", "phone2", "mobile", "home_phone", "home_phone2")
_PLACES = {
    "displayName": (1,),
    "companyName": (2,),
    "businessPhones": (3, 4),
    "mobilePhone": (5,),
    "homePhones": (6, 7),
}
_LISTS = frozenset({"businessPhones", "homePhones"})
_LONGEST = 250
_NO_BYTES = 10
_MARK = (
    "CREATE TABLE IF NOT EXISTS outlook ("
    "one INTEGER PRIMARY KEY CHECK (one = 1), account TEXT NOT NULL, link TEXT NOT NULL)"
)

Item = Mapping[str, object]
_Rows = dict[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Mark:
    """Whose contacts are loaded, and the link that brings what changed since; never shown in a repr."""

    account: str
    link: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many contacts and numbers there are now."""

    records: int
    numbers: int


def record_no(contact: str) -> str:
    """A contact's record number: short, and always the same for the same contact."""
    digest = hashlib.sha256(contact.encode("utf-8", "replace")).digest()
    return base64.b32encode(digest[:_NO_BYTES]).decode("ascii")


def contact_row(no: str, item: Item, before: Sequence[str] = ()) -> list[str]:
    """The values of a contact's record; a field that the item does not name stays as it was.

    Raises:
        InvalidInput: a field is of another kind than contacts have.
    """
    values = list(before) or [""] * len(COLUMNS)
    values[0] = no
    for name, places in _PLACES.items():
        if name in item:
            found = _texts(name, item[name])
            for position, place in enumerate(places):
                values[place] = found[position] if position < len(found) else ""
    return values


class OutlookTable:
    """The table in the directory of one data folder. Any thread may use it, one at a time."""

    def __init__(self, folder: Path) -> None:
        self._path = store.database_path(folder)

    def mark(self) -> Mark | None:
        """What is loaded; None where nothing is, or where something else was put into the table.

        Raises:
            CtiError: the directory cannot be used.
        """
        if not self._path.exists():
            return None
        with store.opened_for_writing(self._path) as (connection, _):
            return _mark(connection)

    def write(
        self,
        mark: Mark,
        items: Iterable[tuple[str, Item]],
        removed: Iterable[str],
        reader: NumberReader,
        phone_fields: Sequence[str],
        *,
        whole: bool,
        now: float,
    ) -> Loaded:
        """Bring the table up to date; `whole` tells that the items are all contacts there are.

        Raises:
            InvalidInput: an item is no contact.
            Conflict: somebody else changed the table meanwhile.
            CtiError: the directory cannot be written to. The old table stays in both cases.
        """
        spec = TableSpec(
            name=TABLE,
            columns=COLUMNS,
            phone_fields=phone_positions(COLUMNS, phone_fields),
            name_fields=name_positions(COLUMNS, ()),
            rules=rules_key(reader.rules),
            loaded=now,
            origin=ORIGIN,
        )
        with store.opened_for_writing(self._path) as (connection, _):
            with store.transaction(connection):
                rows = {} if whole else _rows(connection, mark.account)
                if _change(rows, items, removed) or whole:
                    _write(connection, spec, rows, reader)
                connection.execute("UPDATE source SET loaded = ? WHERE name = ?", (now, TABLE))
                connection.execute(_MARK)
                connection.execute("INSERT OR REPLACE INTO outlook VALUES (1, ?, ?)", (mark.account, mark.link))
                loaded = _loaded(connection)
            store.checkpoint(connection)
        return loaded

    def remove(self) -> bool:
        """Remove the contacts and what is known of their mailbox; False where there was nothing.

        Raises:
            CtiError: the directory cannot be written to.
        """
        if not self._path.exists():
            return False
        with store.opened_for_writing(self._path) as (connection, _):
            if not _has_mark(connection):
                return False
            connection.execute("PRAGMA secure_delete = ON").fetchall()
            with store.transaction(connection):
                query = "SELECT id FROM source WHERE name = ? AND origin = ?"
                for (source,) in connection.execute(query, (TABLE, ORIGIN)).fetchall():
                    remove_source(connection, source)
                connection.execute("DROP TABLE outlook")
            store.checkpoint(connection)
        return True


def _texts(name: str, value: object) -> list[str]:
    """The texts of a field, fit to be shown and to be kept."""
    values = [] if value is None else value if name in _LISTS else [value]
    if not isinstance(values, list):
        raise _no_contact()
    texts = [each for each in values if isinstance(each, str)]
    if len(texts) + values.count(None) < len(values):
        raise _no_contact()
    return [store.storable(clean_text(each, _LONGEST)) for each in texts if each]


def _no_contact() -> InvalidInput:
    return InvalidInput(translate("Graph", "A contact of the mailbox cannot be understood; the old contacts stay."))


def _has_mark(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'outlook'").fetchone() is not None


def _mark(connection: sqlite3.Connection) -> Mark | None:
    if not _has_mark(connection):
        return None
    there = "EXISTS (SELECT 1 FROM source WHERE name = ? AND origin = ?)"
    row = connection.execute(f"SELECT account, link FROM outlook WHERE {there}", (TABLE, ORIGIN)).fetchone()  # noqa: S608 - a constant
    return None if row is None else Mark(*row)


def _rows(connection: sqlite3.Connection, account: str) -> _Rows:
    mark = _mark(connection)
    if mark is None or mark.account != account:
        raise Conflict(translate("Graph", "The table of Outlook contacts was changed meanwhile."))
    query = "SELECT r.no, r.field_values FROM source AS s CROSS JOIN record AS r ON r.source = s.id WHERE s.name = ?"
    return {str(no): list(json.loads(values)) for no, values in connection.execute(query, (TABLE,))}


def _change(rows: _Rows, items: Iterable[tuple[str, Item]], removed: Iterable[str]) -> bool:
    """Put the changes into the rows; whether there are any."""
    before = dict(rows)
    for contact in removed:
        rows.pop(record_no(contact), None)
    for contact, item in items:
        no = record_no(contact)
        rows[no] = contact_row(no, item, rows.get(no, ()))
    return rows != before


def _write(connection: sqlite3.Connection, spec: TableSpec, rows: _Rows, reader: NumberReader) -> None:
    writer = TableWriter(connection, spec)
    for no, values in rows.items():
        writer.add(no, values, read_numbers(values, spec.phone_fields, reader))
    writer.finish()


def _loaded(connection: sqlite3.Connection) -> Loaded:
    query = "SELECT coalesce(sum(records), 0), coalesce(sum(numbers), 0) FROM source WHERE name = ?"
    return Loaded(*connection.execute(query, (TABLE,)).fetchone())
