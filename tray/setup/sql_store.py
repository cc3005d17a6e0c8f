"""Setup in a database: the same code on a SQLite file and on a PostgreSQL server.

Each method is one transaction. Rights are checked inside it, against what the database says at that moment, and a
refused attempt is noted in the audit trail by a transaction of its own.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from tray.calls.settings import SettingError, read_flag, read_text
from tray.errors import CtiError, Refused
from tray.setup import reading, rules
from tray.setup import sql_identity as identities
from tray.setup import sql_intake as intake
from tray.setup import sql_people as people
from tray.setup import sql_records as records
from tray.setup.audit import Action, AuditEntry, Record
from tray.setup.model import (
    Actor,
    Change,
    Identity,
    Intake,
    Licence,
    Mappings,
    ModuleSetup,
    NewUser,
    Role,
    Seats,
    SetupSnapshot,
    SignIn,
    User,
    UserSetup,
)
from tray.setup.reading import accepted
from tray.setup.sql_database import Database
from tray.setup.sql_database import open_file as open_database_file
from tray.setup.sql_database import open_server as open_database_server
from tray.texts import Text, joined, translate

MAX_AUDIT_ENTRIES = 10_000

_SETUP = translate("Audit", "change the setup")
_LICENCE = translate("Audit", "change the licence")
_ADD = translate("Audit", "add users")
_ACTIVATE = translate("Audit", "activate {user}")
_DEACTIVATE = translate("Audit", "deactivate {user}")
_GIVE_ROLE = translate("Audit", "make {user} an administrator")
_TAKE_ROLE = translate("Audit", "remove the administrator role of {user}")
_REMOVE = translate("Audit", "remove {user}")


class SqlStore:
    """A SetupStore over a database; see the protocol for what each method promises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def kind(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._database.kind

    def connect(self, identity: Identity, now: datetime) -> User:
        """Find or enter the user who connects."""
        with accepted():
            known = _read_identity(identity)
        with self._database.write() as connection:
            return identities.identify(connection, known, now)

    def snapshot(self, actor: Actor, now: datetime) -> SetupSnapshot:
        """All that the actor's tray needs, read at one moment."""
        with self._database.read() as connection:
            return SetupSnapshot(
                user=people.actor_of(connection, actor, now),
                licence=records.read_licence(connection),
                module=records.read_module(connection),
                card=records.read_card(connection, actor.user_id),
                mappings=records.read_mappings(connection),
                admins=people.other_admins(connection, actor.user_id),
                confirmed=now,
            )

    def beat(self, actor: Actor, session: str, now: datetime) -> None:
        """Keep the lease of a connected tray."""
        with self._database.write(alone=False) as connection:
            user = people.actor_of(connection, actor)
            lease_s = records.read_module(connection).lease_s
            people.beat(connection, user.id, session, now, timedelta(seconds=lease_s))

    def release(self, session: str) -> None:
        """End the lease of a tray at once."""
        with self._database.write(alone=False) as connection:
            people.release(connection, session)

    def report_sign_in(self, actor: Actor, sign_in: SignIn, now: datetime) -> None:
        """Publish the indicators of the actor's own sign-in; only a new state is worth a line in the audit trail."""
        with self._database.write() as connection:
            user = people.actor_of(connection, actor)
            people.set_sign_in(connection, user.id, sign_in)
            old, new = user.sign_in.state, sign_in.state
            if old is not new:
                editor = records.Editor(connection, user.signature, now)
                editor.note(Action.CHANGED, Record.USER, user.id, user.signature, field="sign_in", old=old, new=new)

    def module(self, actor: Actor) -> ModuleSetup:
        """Read the module setup."""
        with self._reading(actor) as (connection, _):
            return records.read_module(connection)

    def mappings(self, actor: Actor) -> Mappings:
        """Read the business mapping."""
        with self._reading(actor) as (connection, _):
            return records.read_mappings(connection)

    def card(self, actor: Actor, user_id: int) -> UserSetup:
        """Read a user setup card."""
        with self._reading(actor) as (connection, user):
            rules.require_own_or_admin(user, user_id)
            people.user_of(connection, user_id)
            return records.read_card(connection, user_id)

    def save(self, actor: Actor, change: Change, now: datetime) -> Change:
        """Save records in one transaction."""
        with accepted():
            checked = _read_change(change)
        licence, card, role = checked.licence, checked.card, checked.role
        with self._changing(actor, now, _SETUP, any_licence=licence is not None) as (connection, editor):
            saved = _save_licence(connection, editor, licence) if licence else None
            if checked != Change(licence=licence):
                user = people.actor_of(connection, actor)
                rules.require_administration(user, records.read_licence(connection), now)
            owner = people.user_of(connection, card.user_id) if card else None
            if role:
                people.set_admin(connection, editor, role.user_id, admin=role.admin)
            return Change(
                module=editor.module(checked.module) if checked.module else None,
                card=editor.card(card, owner.signature) if card and owner else None,
                mappings=editor.mappings(checked.mappings) if checked.mappings else None,
                licence=saved,
                role=role,
            )

    def licence(self, actor: Actor) -> Licence:
        """Read the licence."""
        with self._reading(actor) as (connection, _):
            return records.read_licence(connection)

    def seats(self, actor: Actor) -> Seats:
        """Count the seats."""
        with self._reading(actor) as (connection, _):
            return people.seats(connection)

    def save_licence(self, actor: Actor, licence: Licence, now: datetime) -> Licence:
        """Save a licence."""
        with accepted():
            checked = _read_licence(licence)
        with self._changing(actor, now, _LICENCE, any_licence=True) as (connection, editor):
            return _save_licence(connection, editor, checked)

    def users(self, actor: Actor, now: datetime) -> tuple[User, ...]:
        """All licensed users."""
        with self._reading(actor) as (connection, _):
            return people.list_users(connection, now, licensed_only=True)

    def all_users(self, actor: Actor, now: datetime) -> tuple[User, ...]:
        """Every known user."""
        with self._reading(actor) as (connection, user):
            rules.require_licensed_admin(user)
            return people.list_users(connection, now, licensed_only=False)

    def add_users(self, actor: Actor, users: Sequence[NewUser], now: datetime) -> tuple[User, ...]:
        """Enter users before they connect."""
        checked = _read_new_users(users)
        with self._changing(actor, now, _ADD) as (connection, editor):
            return intake.add(connection, editor, checked)

    def import_users(self, actor: Actor, users: Sequence[NewUser], now: datetime) -> Intake:
        """Enter those whom the store does not know yet."""
        checked = _read_new_users(users)
        with self._changing(actor, now, _ADD) as (connection, editor):
            return intake.take_in(connection, editor, checked)

    def activate(self, actor: Actor, user_id: int, now: datetime) -> User:
        """Give a user a seat."""
        with self._changing(actor, now, _ACTIVATE, user_id) as (connection, editor):
            return people.set_licensed(connection, editor, user_id, licensed=True)

    def deactivate(self, actor: Actor, user_id: int, now: datetime) -> User:
        """Take a user's seat."""
        with self._changing(actor, now, _DEACTIVATE, user_id) as (connection, editor):
            return people.set_licensed(connection, editor, user_id, licensed=False)

    def set_admin(self, actor: Actor, user_id: int, now: datetime, *, admin: bool) -> User:
        """Give or take the admin role."""
        with self._changing(actor, now, _GIVE_ROLE if admin else _TAKE_ROLE, user_id) as (connection, editor):
            return people.set_admin(connection, editor, user_id, admin=admin)

    def remove_user(self, actor: Actor, user_id: int, now: datetime) -> None:
        """Forget a user."""
        with self._changing(actor, now, _REMOVE, user_id) as (connection, editor):
            people.remove(connection, editor, user_id)

    def audit(self, actor: Actor, limit: int = 200, before: int | None = None) -> tuple[AuditEntry, ...]:
        """The newest entries of the audit trail."""
        with self._reading(actor) as (connection, user):
            rules.require_licensed_admin(user)
            return records.read_audit(connection, max(0, min(limit, MAX_AUDIT_ENTRIES)), before)

    def close(self) -> None:
        """Free connections."""
        self._database.close()

    @contextlib.contextmanager
    def _reading(self, actor: Actor) -> Iterator[tuple[Connection, User]]:
        with self._database.read() as connection:
            yield connection, people.actor_of(connection, actor)

    @contextlib.contextmanager
    def _changing(
        self, actor: Actor, now: datetime, attempt: Text, user_id: int = 0, *, any_licence: bool = False
    ) -> Iterator[tuple[Connection, records.Editor]]:
        """A transaction for a licensed admin; `any_licence` where the product's licence does not matter.

        `attempt` with the name of `user_id` is what the audit trail says where it is refused.
        """
        try:
            with self._database.write() as connection:
                user = people.actor_of(connection, actor)
                if any_licence:
                    rules.require_licensed_admin(user)
                else:
                    rules.require_administration(user, records.read_licence(connection), now)
                yield connection, records.Editor(connection, user.signature, now)
        except Refused as refusal:
            self._note_refusal(actor, now, attempt, user_id, refusal)
            raise

    def _note_refusal(self, actor: Actor, now: datetime, attempt: Text, user_id: int, refusal: Refused) -> None:
        with contextlib.suppress(CtiError), self._database.write(alone=False) as connection:
            user, target = people.find_user(connection, actor.user_id), people.find_user(connection, user_id)
            what = joined(attempt.format(user=target.signature if target else user_id), refusal.message, by=". ")
            editor = records.Editor(connection, user.signature if user else f"Unknown user {actor.user_id}", now)
            editor.note(Action.REFUSED, Record.USER, user.id if user else 0, user.signature if user else "", new=what)


def open_file(path: Path) -> SqlStore:
    """Open the store in a SQLite file; see `tray.setup.store.open_store`."""
    return SqlStore(open_database_file(path))


def open_server(url: str) -> SqlStore:
    """Open the store on a PostgreSQL server; see `tray.setup.store.open_store`."""
    return SqlStore(open_database_server(url))


def _read_identity(identity: Identity) -> Identity:
    known = Identity(
        account=read_text(identity.account, "account"),
        sign_in_id=read_text(identity.sign_in_id, "sign_in_id"),
        email=read_text(identity.email, "email"),
        name=read_text(identity.name, "name"),
    )
    if not known.account and not known.sign_in_id:
        raise SettingError("account", translate("Setup", "is empty, and so is the sign-in"))
    return known


def _read_change(change: Change) -> Change:
    """The change as the strict readers give it back, so that no caller can save what a file could not say."""
    module, card, mappings, licence, role = change.module, change.card, change.mappings, change.licence, change.role
    return Change(
        module=reading.read_module(reading.module_data(module), module) if module else None,
        card=reading.read_card(reading.card_data(card), card) if card else None,
        mappings=reading.read_mappings(reading.mapping_data(mappings), mappings) if mappings else None,
        licence=_read_licence(licence) if licence else None,
        role=Role(role.user_id, admin=read_flag(role.admin, "role.admin")) if role else None,
    )


def _read_new_users(users: Sequence[NewUser]) -> list[NewUser]:
    with accepted():
        return [reading.read_new_user(user, f"users[{number}]") for number, user in enumerate(users)]


def _read_licence(licence: Licence) -> Licence:
    return reading.read_licence(reading.licence_data(licence), licence)


def _save_licence(connection: Connection, editor: records.Editor, licence: Licence) -> Licence:
    rules.require_seats(people.seats(connection).used, licence.seats, field="licence.seats")
    return editor.licence(licence)
