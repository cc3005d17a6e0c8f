"""The words of signing in: what is asked for, how far an attempt is, and what holds now.

Pure: no I/O, no clock, no vendor library. No token ever stands in one of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum
from typing import Protocol

from tray.setup.model import SignIn, SignInState

SPARE_S = 300.0
"""msal counts a token as expired so long before it is, and so does this product."""
_NOBODY = SignIn()


class Permission(Enum):
    """What a token is asked for. Graph and Business Central are two resources and never stand in one request."""

    PROFILE = ("User.Read",)
    PRESENCE = ("Presence.Read",)
    CONTACTS = ("Contacts.Read",)
    BUSINESS_CENTRAL = ("https://api.businesscentral.dynamics.com/Financials.ReadWrite.All",)

    @property
    def scopes(self) -> list[str]:
        """The scopes, as the identity platform names them."""
        return list(self.value)


class Method(StrEnum):
    """How the user signs in."""

    BROWSER = "browser"
    DEVICE_CODE = "device_code"


class Whom(Enum):
    """Whom the provider is to let in: whoever comes, the same user once more, or possibly another one."""

    ANYBODY = "anybody"
    SAME = "same"
    ANOTHER = "another"


class Keeping(Enum):
    """What became of the tokens that should be on this computer."""

    KEPT = "kept"
    MEMORY_ONLY = "memory_only"
    LOCKED = "locked"
    KEY_MISSING = "key_missing"
    DAMAGED = "damaged"
    FOREIGN = "foreign"


class PresenceState(StrEnum):
    """What is known of the presence. The first two say that nobody asks: not wanted, or not allowed by the user."""

    OFF = "off"
    NOT_ALLOWED = "not_allowed"
    UNKNOWN = "unknown"
    IN_CALL = "in_call"
    AVAILABLE = "available"
    BUSY = "busy"
    DO_NOT_DISTURB = "do_not_disturb"
    AWAY = "away"
    OFFLINE = "offline"


class ContactsState(StrEnum):
    """What became of the contacts. The first two say that nobody asks: not wanted, or not allowed by the user."""

    OFF = "off"
    NOT_ALLOWED = "not_allowed"
    WAITING = "waiting"
    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class GraphStatus:
    """What is read for who is signed in; `problem` says in a sentence why contacts are not, "" where they are."""

    presence: PresenceState = PresenceState.OFF
    contacts: ContactsState = ContactsState.OFF
    problem: str = ""


class AttemptState(StrEnum):
    """How far an attempt to sign in is."""

    STARTING = "starting"
    WAITING = "waiting"
    DONE = "done"
    CANCELLED = "cancelled"
    TIMED_OUT = "timed_out"
    FAILED = "failed"

    @property
    def ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self not in {AttemptState.STARTING, AttemptState.WAITING}


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to sign in. `address` and `code` are what the user needs for a device code; `problem` says why it
    failed, in a sentence that a user may read."""

    number: int
    method: Method
    state: AttemptState = AttemptState.STARTING
    address: str = ""
    code: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """Who is signed in: Microsoft's stable id, the sign-in name, and the name of the person."""

    id: str
    username: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class SignInStatus:
    """What holds now. `detail` says in a sentence what is in the way; "" where nothing is.

    `offline` tells that the sign-in service could not be asked lately; who is signed in stays so.
    """

    sign_in: SignIn = _NOBODY
    account: Account | None = None
    offline: bool = False
    detail: str = ""
    keeping: Keeping = Keeping.KEPT
    attempt: Attempt | None = None
    configured: bool = False

    @property
    def word(self) -> str:
        """The state as the command line reports it."""
        return "offline" if self.offline and self.sign_in.state is SignInState.SIGNED_IN else self.sign_in.state.value


@dataclass(frozen=True, slots=True)
class Indicators:
    """Which tokens of an account there are, and until when the access token is good."""

    access_token: bool = False
    refresh_token: bool = False
    expires: datetime | None = None


class SignInCommands(Protocol):
    """What windows may ask of the sign-in. Every method returns at once; what comes of it becomes the status."""

    @property
    def status(self) -> SignInStatus:
        """What holds now."""
        ...

    @property
    def graph(self) -> GraphStatus:
        """What is read for who is signed in."""
        ...

    def sign_in(self, method: Method, window: int | None = None) -> int:
        """Begin to sign in, which ends an attempt that goes on; gives the number of the new one.

        `window` is the handle of the window over which Windows may ask.
        """
        ...

    def cancel(self) -> None:
        """Give up the attempt that goes on."""
        ...

    def sign_out(self) -> None:
        """Forget the account and its tokens."""
        ...
