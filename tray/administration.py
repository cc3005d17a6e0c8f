"""What the setup dialogs ask for, answered: questions go to the setup store's own thread, and so do files.

It implements `tray.setup.views.SetupCommands`. It owns no rule and no setting; the store decides what is allowed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from tray.archive import Archive
from tray.calls.pages import WebClient
from tray.calls.settings import MappingRow, ModuleSettings, Setup, UserSettings
from tray.calls.trial import MappingTrial
from tray.directory.index import DirectoryCounts
from tray.errors import CtiError, Offline, Refused
from tray.setup.audit import AuditEntry
from tray.setup.audit_export import export_audit
from tray.setup.licence_file import read_licence_file
from tray.setup.model import Actor, Change, Licence, NewUser, SetupSnapshot, User
from tray.setup.service import Question, SetupService
from tray.setup.store import SetupStore
from tray.setup.user_import import import_users, read_users
from tray.setup.views import (
    CardSheet,
    KnownTable,
    MappingSheet,
    ModuleSheet,
    ProductUsers,
    Reply,
    Standpoint,
    UserImport,
    UserList,
    lock_of,
    offline_standpoint,
)
from tray.texts import translate
from tray.views import ForetoldCall

FORETOLD_CALLS = 20
_T = TypeVar("_T")
_Sheet = TypeVar("_Sheet", UserList, ProductUsers, CardSheet, ModuleSheet, MappingSheet)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sheet as the store gave it, and when."""

    sheet: Any
    at: datetime


class Administration:
    """Every method may be called from any thread and returns at once.

    Args:
        setup: the setup of the running tray.
        archive: answers from this machine's directory and journal.
        counts: what the directory holds at the moment.
        now: the clock, aware.
        web_client: where Business Central's pages are.
    """

    def __init__(
        self,
        setup: SetupService,
        archive: Archive,
        counts: Callable[[], DirectoryCounts],
        now: Callable[[], datetime],
        web_client: WebClient,
    ) -> None:
        self._setup = setup
        self._archive = archive
        self._counts = counts
        self._web_client = web_client
        self._now = now
        self._lock = threading.Lock()
        self._seen: dict[object, _Seen] = {}

    # -- sheets

    def user_list(self, reply: Reply[UserList]) -> None:
        """The licensed users."""

        def read(store: SetupStore, actor: Actor) -> UserList:
            return UserList(store.users(actor, self._now()), self._standpoint(store, actor))

        def own(snapshot: SetupSnapshot, seen_by: Standpoint) -> UserList:
            user = snapshot.user
            return UserList((user,) if user is not None and user.licensed else (), seen_by)

        self._read("users", read, own, reply)

    def product_users(self, reply: Reply[ProductUsers]) -> None:
        """Every known user."""
        self._read("product users", self._product_users, _unknown, reply)

    def user_card(self, user_id: int | None, reply: Reply[CardSheet]) -> None:
        """The card of a user; None for the own one."""

        def read(store: SetupStore, actor: Actor) -> CardSheet:
            snapshot = store.snapshot(actor, self._now())
            owner, card = snapshot.user, snapshot.card
            if user_id not in {None, actor.user_id}:
                card = store.card(actor, user_id or 0)
                owner = next((user for user in store.all_users(actor, self._now()) if user.id == user_id), None)
            if owner is None:
                raise Refused(translate("Setup", "This user was removed meanwhile."))
            return CardSheet(owner, card, snapshot.module, self._seen_from(snapshot), bool(snapshot.admins))

        def own(snapshot: SetupSnapshot, seen_by: Standpoint) -> CardSheet | None:
            user = snapshot.user
            if user is None or user_id not in {None, user.id}:
                return None
            return CardSheet(user, snapshot.card, snapshot.module, seen_by, bool(snapshot.admins))

        self._read(("card", user_id), read, own, reply)

    def module_sheet(self, reply: Reply[ModuleSheet]) -> None:
        """The module setup."""

        def read(store: SetupStore, actor: Actor) -> ModuleSheet:
            licence, seats = store.licence(actor), store.seats(actor)
            return ModuleSheet(store.module(actor), licence, seats, self._standpoint(store, actor))

        def cached(snapshot: SetupSnapshot, seen_by: Standpoint) -> ModuleSheet:
            return ModuleSheet(snapshot.module, snapshot.licence, None, seen_by)

        self._read("module", read, cached, reply)

    def mapping_sheet(self, reply: Reply[MappingSheet]) -> None:
        """The business mapping."""

        def read(store: SetupStore, actor: Actor) -> MappingSheet:
            return MappingSheet(store.mappings(actor), self._tables(), self._standpoint(store, actor))

        def cached(snapshot: SetupSnapshot, seen_by: Standpoint) -> MappingSheet:
            return MappingSheet(snapshot.mappings, self._tables(), seen_by)

        self._read("mappings", read, cached, reply)

    # -- changes

    def save(self, change: Change, reply: Reply[Change]) -> None:
        """Save records together."""
        self._ask(lambda store, actor: store.save(actor, change, self._now()), reply)

    def read_licence(self, file: Path, reply: Reply[Licence]) -> None:
        """Read a licence from a file, without saving it."""
        self._ask(lambda _store, _actor: read_licence_file(file), reply)

    def import_users(self, file: Path, reply: Reply[UserImport]) -> None:
        """Enter the users of a CSV file."""
        self._ask(lambda store, actor: import_users(store, actor, read_users(file), self._now()), reply)

    def activate(self, user_id: int, reply: Reply[ProductUsers]) -> None:
        """Give a user a seat."""
        self._change_users(lambda store, actor: store.activate(actor, user_id, self._now()), reply)

    def deactivate(self, user_id: int, reply: Reply[ProductUsers]) -> None:
        """Take a user's seat."""
        self._change_users(lambda store, actor: store.deactivate(actor, user_id, self._now()), reply)

    def set_admin(self, user_id: int, admin: bool, reply: Reply[ProductUsers]) -> None:
        """Give or take the admin role."""
        self._change_users(lambda store, actor: store.set_admin(actor, user_id, self._now(), admin=admin), reply)

    def remove_user(self, user_id: int, reply: Reply[ProductUsers]) -> None:
        """Forget a user."""
        self._change_users(lambda store, actor: store.remove_user(actor, user_id, self._now()), reply)

    def add_user(self, user: NewUser, reply: Reply[ProductUsers]) -> None:
        """Enter a user before they connect."""
        self._change_users(lambda store, actor: store.add_users(actor, [user], self._now()), reply)

    # -- trying out

    def try_mapping(self, number: str, rows: Sequence[MappingRow], reply: Reply[MappingTrial]) -> None:
        """What a call from this number would find and open by these rows."""
        self._archive.try_mapping(number, rows, reply, web_client=self._web_client)

    def foretell(
        self,
        module: ModuleSettings,
        before: UserSettings,
        after: UserSettings,
        reply: Reply[Sequence[ForetoldCall]],
    ) -> None:
        """What the newest calls of this machine would bring with a card as it is, and with other settings."""
        rows = self._setup.current().mappings.rows
        was, would_be = Setup(module, before, rows), Setup(module, after, rows)
        self._archive.foretell(was, would_be, FORETOLD_CALLS, reply, web_client=self._web_client)

    # -- audit trail

    def audit(self, limit: int, before: int | None, reply: Reply[Sequence[AuditEntry]]) -> None:
        """The newest entries of the audit trail."""
        self._ask(lambda store, actor: store.audit(actor, limit, before), reply)

    def export_audit(self, file: Path, reply: Reply[int]) -> None:
        """Write the whole audit trail into a file."""
        self._ask(lambda store, actor: export_audit(store, actor, file), reply)

    # -- how

    def _ask(self, question: Question[_T], reply: Reply[_T]) -> None:
        self._setup.ask(question, reply, reply)

    def _read(
        self,
        what: object,
        question: Question[_Sheet],
        from_cache: Callable[[SetupSnapshot, Standpoint], _Sheet | None],
        reply: Reply[_Sheet],
    ) -> None:
        """Ask for a sheet; while the store is away, answer with the last one known."""

        def done(sheet: _Sheet) -> None:
            with self._lock:
                self._seen[what] = _Seen(sheet, self._now())
            reply(sheet)

        def failed(error: CtiError) -> None:
            if isinstance(error, Refused):
                self._forget()
            known = self._last_known(what, from_cache) if isinstance(error, Offline) else None
            reply(error if known is None else known)

        self._setup.ask(question, done, failed)

    def _forget(self) -> None:
        """Who was refused may have lost a right, and sees nothing again that was read by it."""
        with self._lock:
            self._seen.clear()

    def _last_known(
        self, what: object, from_cache: Callable[[SetupSnapshot, Standpoint], _Sheet | None]
    ) -> _Sheet | None:
        """The newer of what the store last said of this sheet and of the setup in force, with its own age."""
        snapshot, now = self._setup.current(), self._now()
        seen_by = offline_standpoint(snapshot, now)
        cached = from_cache(snapshot, seen_by)
        with self._lock:
            seen = self._seen.get(what)
        if seen is None or not _may_see(seen.sheet, snapshot.user):
            return cached
        is_older = snapshot.confirmed is not None and seen.at <= snapshot.confirmed
        if cached is not None and is_older and not isinstance(cached, UserList):  # of the list it knows one row only
            return cached
        age_s = max(0.0, (now - seen.at) / timedelta(seconds=1))
        sheet: _Sheet = replace(seen.sheet, seen_by=replace(seen_by, age_s=age_s))
        return sheet

    def _change_users(self, change: Question[object], reply: Reply[ProductUsers]) -> None:
        def ask(store: SetupStore, actor: Actor) -> ProductUsers:
            change(store, actor)
            return self._product_users(store, actor)

        self._ask(ask, reply)

    def _product_users(self, store: SetupStore, actor: Actor) -> ProductUsers:
        users = store.all_users(actor, self._now())
        return ProductUsers(users, store.licence(actor), store.seats(actor), self._standpoint(store, actor))

    def _tables(self) -> tuple[KnownTable, ...]:
        return tuple(KnownTable(each.table, each.columns, each.phone_fields) for each in self._counts().tables)

    def _standpoint(self, store: SetupStore, actor: Actor) -> Standpoint:
        return self._seen_from(store.snapshot(actor, self._now()))

    def _seen_from(self, snapshot: SetupSnapshot) -> Standpoint:
        state = snapshot.licence.state(self._now())
        return Standpoint(snapshot.user, state, snapshot.licence, lock_of(snapshot.user, state))


def _unknown(snapshot: SetupSnapshot, seen_by: Standpoint) -> None:
    """What the cache knows of all users: nothing."""


def _may_see(sheet: object, user: User | None) -> bool:
    """Whether this user may see a sheet again that was read before: all users and others' cards are for admins."""
    if isinstance(sheet, ProductUsers) or (isinstance(sheet, CardSheet) and not sheet.is_own):
        return user is not None and user.admin and user.licensed
    return True
