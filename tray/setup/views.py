"""What the setup dialogs are shown and may ask for: plain immutable values and one set of commands.

A sheet holds what one dialog shows, read at one moment, with the reason why it cannot be changed where there is one.
Nothing here knows Qt, and nothing reads a clock or a store. What a dialog locks, the store refuses all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeVar

from tray.calls.settings import MappingRow, ModuleSettings, UserSettings
from tray.calls.trial import MappingTrial
from tray.errors import CtiError, Refused
from tray.setup.audit import AuditEntry
from tray.setup.model import (
    Change,
    Licence,
    LicenceState,
    Mappings,
    ModuleSetup,
    NewUser,
    Seats,
    SetupSnapshot,
    User,
    UserSetup,
)
from tray.views import ForetoldCall

_T = TypeVar("_T")
Reply = Callable[[_T | CtiError], None]
"""Gets the answer, or the error that came in its place; called once, on any thread."""


class Lock(StrEnum):
    """Why a sheet can only be read."""

    NONE = "none"
    OFFLINE = "offline"
    NOT_ADMIN = "not_admin"
    ADMIN_NOT_LICENSED = "admin_not_licensed"
    PRODUCT_NOT_LICENSED = "product_not_licensed"


def lock_of(user: User | None, licence: LicenceState) -> Lock:
    """Why this user may not change setup while the store answers; the rules themselves are `tray.setup.rules`."""
    if user is None or not user.admin:
        return Lock.NOT_ADMIN
    if not user.licensed:
        return Lock.ADMIN_NOT_LICENSED
    return Lock.NONE if licence.allows else Lock.PRODUCT_NOT_LICENSED


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where setup is seen: who looks, what keeps them from changing it, and how old it is.

    `licence` is where the licence `terms` stands. `age_s` is None for what the store said just now; `user` None while
    the store never answered.
    """

    user: User | None
    licence: LicenceState
    terms: Licence
    lock: Lock
    age_s: float | None = None

    @property
    def may_administer(self) -> bool:
        """Whether this user is a licensed admin in a licensed product; also told while the store is away."""
        user = self.user
        return user is not None and user.admin and user.licensed and self.licence.allows


@dataclass(frozen=True, slots=True)
class UserList:
    """The licensed users."""

    users: tuple[User, ...]
    seen_by: Standpoint


@dataclass(frozen=True, slots=True)
class ProductUsers:
    """Every known user, licensed or not, and what the licence allows."""

    users: tuple[User, ...]
    licence: Licence
    seats: Seats
    seen_by: Standpoint


@dataclass(frozen=True, slots=True)
class CardSheet:
    """A user setup card with its owner, and the module setup that it inherits from.

    `other_admins` tells whether somebody besides who looks can administer.
    """

    owner: User
    card: UserSetup
    module: ModuleSetup
    seen_by: Standpoint
    other_admins: bool

    @property
    def is_own(self) -> bool:
        """Whether the owner is who looks."""
        return self.seen_by.user is not None and self.seen_by.user.id == self.owner.id


@dataclass(frozen=True, slots=True)
class ModuleSheet:
    """The module setup and the licence; `seats` is None where they could not be counted."""

    module: ModuleSetup
    licence: Licence
    seats: Seats | None
    seen_by: Standpoint


@dataclass(frozen=True, slots=True)
class KnownTable:
    """A table of the directory on this machine: what a mapping row can name."""

    table: str
    columns: tuple[str, ...]
    phone_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MappingSheet:
    """The business mapping, and the tables that this machine's directory holds."""

    mappings: Mappings
    tables: tuple[KnownTable, ...]
    seen_by: Standpoint


@dataclass(frozen=True, slots=True)
class UserImport:
    """What an import of users did: whom it added, whom it knew already, and which lines it left out and why."""

    added: tuple[User, ...]
    known: tuple[str, ...]
    problems: tuple[tuple[int, str], ...]


class ImportRefused(Refused):
    """Nobody of a file was entered; `problems` are the lines that would have been left out all the same."""

    def __init__(self, refusal: Refused, problems: tuple[tuple[int, str], ...]) -> None:
        super().__init__(refusal.message, hint=refusal.hint)
        self.problems = problems


def offline_standpoint(snapshot: SetupSnapshot, now: datetime) -> Standpoint:
    """The standpoint from which the last confirmed setup is seen."""
    return Standpoint(snapshot.user, snapshot.licence.state(now), snapshot.licence, Lock.OFFLINE, snapshot.age_s(now))


class SetupCommands(Protocol):
    """What the setup dialogs may ask of the core. Every method returns at once; the answer comes by `reply`.

    Where the store cannot be reached, what was last known of it is the answer to a question, with `Lock.OFFLINE`; where
    nothing is known, and for every change, the answer is the error.
    """

    def user_list(self, reply: Reply[UserList]) -> None:
        """The licensed users."""
        ...

    def product_users(self, reply: Reply[ProductUsers]) -> None:
        """Every known user; refused unless asked by a licensed admin."""
        ...

    def user_card(self, user_id: int | None, reply: Reply[CardSheet]) -> None:
        """The card of a user; None for the own one."""
        ...

    def module_sheet(self, reply: Reply[ModuleSheet]) -> None:
        """The module setup."""
        ...

    def mapping_sheet(self, reply: Reply[MappingSheet]) -> None:
        """The business mapping."""
        ...

    def save(self, change: Change, reply: Reply[Change]) -> None:
        """Save records together; a SetupConflict says who changed what meanwhile."""
        ...

    def read_licence(self, file: Path, reply: Reply[Licence]) -> None:
        """Read a licence from a file, without saving it."""
        ...

    def activate(self, user_id: int, reply: Reply[ProductUsers]) -> None:
        """Give a user a seat."""
        ...

    def deactivate(self, user_id: int, reply: Reply[ProductUsers]) -> None:
        """Take a user's seat; card and role stay."""
        ...

    def set_admin(self, user_id: int, admin: bool, reply: Reply[ProductUsers]) -> None:
        """Give or take the admin role."""
        ...

    def remove_user(self, user_id: int, reply: Reply[ProductUsers]) -> None:
        """Forget a user with their card."""
        ...

    def add_user(self, user: NewUser, reply: Reply[ProductUsers]) -> None:
        """Enter a user before they connect."""
        ...

    def import_users(self, file: Path, reply: Reply[UserImport]) -> None:
        """Enter the users of a CSV file, all good lines or none."""
        ...

    def try_mapping(self, number: str, rows: Sequence[MappingRow], reply: Reply[MappingTrial]) -> None:
        """What a call from this number would find and open by these rows, saved or not."""
        ...

    def foretell(
        self, module: ModuleSettings, before: UserSettings, after: UserSettings, reply: Reply[Sequence[ForetoldCall]]
    ) -> None:
        """What the newest calls of this machine would bring with a card as it is, and with other settings."""
        ...

    def audit(self, limit: int, before: int | None, reply: Reply[Sequence[AuditEntry]]) -> None:
        """The newest entries of the audit trail, newest first, older than entry `before`."""
        ...

    def export_audit(self, file: Path, reply: Reply[int]) -> None:
        """Write the whole audit trail into a file; answers with the number of entries."""
        ...
