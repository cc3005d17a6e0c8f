"""The words of setup: users, cards, module setup, mappings, licence, leases; plain immutable values.

Pure: no I/O, no clock, no thread, no database library. Times are aware datetimes in UTC and are passed in. The
settings that decide about calls are those of `tray.calls.settings`; here they get an owner and a revision.

A `revision` counts the changes of one record. Who saves a record hands in the revision that was read; the store
refuses with a conflict when it has moved on meanwhile.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from tray.calls.settings import MappingRow, ModuleSettings, Setup, UserSettings

if TYPE_CHECKING:
    from tray.calls.numbers import NumberRules

DEFAULT_SEATS = 25
DEFAULT_RETENTION_DAYS = 365
DEFAULT_HEARTBEAT_S = 30
MAX_SEATS = 1_000_000
RETENTION_DAYS = (1, 3650)
HEARTBEAT_S = (5, 300)
BEATS_PER_LEASE = 3
_MOST_OF_NAME = 60


class LicenceKind(StrEnum):
    """What was bought."""

    NONE = "Not licensed"
    TRIAL = "Trial"
    FULL = "Licensed"


class LicenceState(StrEnum):
    """Where the licence stands at a moment."""

    LICENSED = "Licensed"
    NOT_LICENSED = "Not licensed"
    TRIAL = "Trial"
    EXPIRED = "Expired"

    @property
    def allows(self) -> bool:
        """Whether the product may be used."""
        return self in {LicenceState.LICENSED, LicenceState.TRIAL}


@dataclass(frozen=True, slots=True)
class Licence:
    """The organisation's licence: plain data. `valid_until` is its last day (UTC); None has no end."""

    name: str = "CTI Tray"
    kind: LicenceKind = LicenceKind.FULL
    seats: int = DEFAULT_SEATS
    valid_until: date | None = None
    revision: int = 0

    def state(self, now: datetime) -> LicenceState:
        """Where the licence stands at `now`."""
        if self.kind is LicenceKind.NONE:
            return LicenceState.NOT_LICENSED
        if self.valid_until is not None and now.astimezone(UTC).date() > self.valid_until:
            return LicenceState.EXPIRED
        return LicenceState.TRIAL if self.kind is LicenceKind.TRIAL else LicenceState.LICENSED


@dataclass(frozen=True, slots=True)
class Seats:
    """How many of the licence's seats are taken."""

    used: int
    total: int


class SignInState(StrEnum):
    """Whether a user is signed in to Microsoft Teams."""

    SIGNED_OUT = "signed_out"
    SIGNED_IN = "signed_in"
    SIGN_IN_NEEDED = "sign_in_needed"


@dataclass(frozen=True, slots=True)
class SignIn:
    """Indicators of a user's sign-in; never a token itself."""

    state: SignInState = SignInState.SIGNED_OUT
    access_token: bool = False
    refresh_token: bool = False
    authorization_time: datetime | None = None
    token_expires: datetime | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """Who connects, as the machine and Microsoft say it.

    `account` is the Windows account, `sign_in_id` Microsoft's stable account id, `email` the sign-in name (shown, and
    used once to find a user whom an administrator added by it; names are not unique over tenants).
    """

    account: str = ""
    sign_in_id: str = ""
    email: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class NewUser:
    """A user whom an administrator adds before they connect, known by Windows account or sign-in name."""

    account: str = ""
    email: str = ""
    name: str = ""
    licensed: bool = False


@dataclass(frozen=True, slots=True)
class User:
    """One person of the organisation, licensed or not. `active` says whether a tray of theirs is connected now."""

    id: int
    account: str
    name: str
    email: str | None = None
    licensed: bool = False
    admin: bool = False
    last_seen: datetime | None = None
    active: bool = False
    sign_in: SignIn = SignIn()

    @property
    def signature(self) -> str:
        """How the audit trail says who did something: name and account, because anybody may bear any name."""
        account = self.account or self.email or f"#{self.id}"
        if self.name.casefold() == account.casefold():
            return account
        name = self.name if len(self.name) <= _MOST_OF_NAME else f"{self.name[:_MOST_OF_NAME]}..."
        return f"{name} ({account})"


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of users to be entered: who was added, and whom the store knew already."""

    added: tuple[User, ...]
    known: tuple[NewUser, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """On whose behalf the store is asked."""

    user_id: int


@dataclass(frozen=True, slots=True)
class ModuleSetup:
    """Organisation-wide setup.

    `retention_days` is how long the call journal is kept, `heartbeat_s` the beat of a connected tray in seconds. The
    three number rules are None where each machine's config.toml decides.
    """

    calls: ModuleSettings = field(default_factory=ModuleSettings)
    retention_days: int = DEFAULT_RETENTION_DAYS
    heartbeat_s: int = DEFAULT_HEARTBEAT_S
    region: str | None = None
    outside_prefix: str | None = None
    internal_max_digits: int | None = None
    revision: int = 0

    @property
    def lease_s(self) -> int:
        """How long a tray counts as connected after its last beat, in seconds."""
        return BEATS_PER_LEASE * self.heartbeat_s

    def numbers(self, rules: NumberRules, given: Collection[str] = ()) -> NumberRules:
        """The number rules of a machine: its own where config.toml names them (`given`), else the organisation's."""
        changes = {
            name: value
            for name in ("region", "outside_prefix", "internal_max_digits")
            if (value := getattr(self, name)) is not None and f"numbers.{name}" not in given
        }
        return dataclasses.replace(rules, **changes)


@dataclass(frozen=True, slots=True)
class UserSetup:
    """One user's setup card."""

    user_id: int = 0
    calls: UserSettings = field(default_factory=UserSettings)
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Mappings:
    """The business mapping: all rows, saved together."""

    rows: tuple[MappingRow, ...] = ()
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Role:
    """Whether a user is to be an administrator."""

    user_id: int
    admin: bool


@dataclass(frozen=True, slots=True)
class Change:
    """Records to save in one transaction, each with the revision at which it was read; None leaves one alone."""

    module: ModuleSetup | None = None
    card: UserSetup | None = None
    mappings: Mappings | None = None
    licence: Licence | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Lease:
    """A connected tray. A user is active while one of their leases is fresh."""

    session: str
    beat_at: datetime
    expires_at: datetime

    def is_fresh(self, now: datetime) -> bool:
        """Whether the tray counts as connected; a beat from the far future (a wrong clock) does not keep it so."""
        return self.beat_at - now <= self.expires_at - self.beat_at and now < self.expires_at


class Standing(StrEnum):
    """Whether this user gets cards, and if not, why."""

    GOOD = "good"
    USER_NOT_LICENSED = "user_not_licensed"
    NOT_LICENSED = "not_licensed"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class SetupSnapshot:
    """All that one tray needs to know of setup, read at one moment.

    `admins` names other users who can administer, some of them, for who needs to ask. `confirmed` is when the store
    last said that this holds; None for the built-in defaults.
    """

    user: User | None = None
    licence: Licence = Licence()
    module: ModuleSetup = ModuleSetup()
    card: UserSetup = UserSetup()
    mappings: Mappings = Mappings()
    admins: tuple[str, ...] = ()
    confirmed: datetime | None = None
    setup: Setup = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        setup = Setup(module=self.module.calls, user=self.card.calls, mappings=self.mappings.rows)
        object.__setattr__(self, "setup", setup)

    def standing(self, now: datetime) -> Standing:
        """Whether this user gets cards at `now`. Nobody known yet (first start, store away) counts as licensed."""
        state = self.licence.state(now)
        if state is LicenceState.EXPIRED:
            return Standing.EXPIRED
        if not state.allows:
            return Standing.NOT_LICENSED
        if self.user is not None and not self.user.licensed:
            return Standing.USER_NOT_LICENSED
        return Standing.GOOD

    def may_administer(self, now: datetime) -> bool:
        """Whether this user may change setup, and sees Activate Users; the store decides for itself again."""
        user = self.user
        return user is not None and user.licensed and user.admin and self.licence.state(now).allows

    def age_s(self, now: datetime) -> float | None:
        """Seconds since the store last confirmed this; None for the built-in defaults."""
        if self.confirmed is None:
            return None
        return max(0.0, (now - self.confirmed) / timedelta(seconds=1))
