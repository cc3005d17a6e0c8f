"""The interface behind which setup is kept.

Every store keeps the rules of `tray.setup.rules` itself: what a dialog hides, the store refuses, and notes the attempt
in the audit trail. A store is asked on behalf of an actor, may be used from several threads, never reads a clock, and
raises nothing but the product's errors.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from tray.errors import DataDamaged
from tray.setup.audit import AuditEntry
from tray.setup.model import (
    Actor,
    Change,
    Identity,
    Intake,
    Licence,
    Mappings,
    ModuleSetup,
    NewUser,
    Seats,
    SetupSnapshot,
    SignIn,
    User,
    UserSetup,
)


class StoreSetAside(DataDamaged):
    """The file of the embedded store was damaged and moved away; opening it again begins a new one."""


class SetupStore(Protocol):
    """Setup of one organisation.

    Every method that names an actor raises Refused for one who is not known, and for what the rules forbid; every one
    that changes something also raises InvalidInput for bad values. All raise Offline where the store cannot be reached
    and DataDamaged where its content cannot be read. `now` is the time of the caller, aware.
    """

    @property
    def kind(self) -> str:
        """What `status` calls this store, for example `sqlite`."""
        ...

    def connect(self, identity: Identity, now: datetime) -> User:
        """Find the user by Windows account or sign-in, or enter them as not licensed; one person is one row.

        The first user of an empty store becomes a licensed admin.
        """
        ...

    def snapshot(self, actor: Actor, now: datetime) -> SetupSnapshot:
        """All that the actor's tray needs, read at one moment."""
        ...

    def beat(self, actor: Actor, session: str, now: datetime) -> None:
        """Keep the lease of a connected tray, named `session`, for three beats, by the clock of the store."""
        ...

    def release(self, session: str) -> None:
        """End the lease of a tray at once."""
        ...

    def report_sign_in(self, actor: Actor, sign_in: SignIn, now: datetime) -> None:
        """Publish the indicators of the actor's own sign-in."""
        ...

    def module(self, actor: Actor) -> ModuleSetup:
        """Read the module setup."""
        ...

    def mappings(self, actor: Actor) -> Mappings:
        """Read the business mapping."""
        ...

    def card(self, actor: Actor, user_id: int) -> UserSetup:
        """Read a user setup card: the own one, or any for a licensed admin."""
        ...

    def save(self, actor: Actor, change: Change, now: datetime) -> Change:
        """Save records in one transaction, and return them with their new revisions.

        Raises:
            SetupConflict: a record was changed since its revision was read; nothing was saved.
        """
        ...

    def licence(self, actor: Actor) -> Licence:
        """Read the licence."""
        ...

    def seats(self, actor: Actor) -> Seats:
        """Count the seats."""
        ...

    def save_licence(self, actor: Actor, licence: Licence, now: datetime) -> Licence:
        """Save a licence.

        Raises:
            SetupConflict: the licence was changed since its revision was read.
        """
        ...

    def users(self, actor: Actor, now: datetime) -> tuple[User, ...]:
        """All licensed users, by name."""
        ...

    def all_users(self, actor: Actor, now: datetime) -> tuple[User, ...]:
        """Every known user, licensed or not, by name; for licensed admins."""
        ...

    def add_users(self, actor: Actor, users: Sequence[NewUser], now: datetime) -> tuple[User, ...]:
        """Enter users before they connect; all of them or none, and none who is known already."""
        ...

    def import_users(self, actor: Actor, users: Sequence[NewUser], now: datetime) -> Intake:
        """Enter those of these users whom the store does not know yet; all of them or none.

        Of one who is known only by account or only by sign-in name, the other is remembered too.
        """
        ...

    def activate(self, actor: Actor, user_id: int, now: datetime) -> User:
        """Give a user a seat."""
        ...

    def deactivate(self, actor: Actor, user_id: int, now: datetime) -> User:
        """Take a user's seat; card and role stay as they are."""
        ...

    def set_admin(self, actor: Actor, user_id: int, now: datetime, *, admin: bool) -> User:
        """Give or take the admin role."""
        ...

    def remove_user(self, actor: Actor, user_id: int, now: datetime) -> None:
        """Forget a user with card and leases; the audit trail stays."""
        ...

    def audit(self, actor: Actor, limit: int = 200, before: int | None = None) -> tuple[AuditEntry, ...]:
        """The newest entries of the audit trail, newest first, older than entry `before`; for licensed admins."""
        ...

    def close(self) -> None:
        """Free connections; the store must not be used afterwards."""
        ...
