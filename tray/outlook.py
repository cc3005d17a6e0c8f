"""The user's Outlook contacts in the directory: when they are read, whose they are, and when they have to go.

A contact of somebody who is not signed in any more is not kept. Everything else that goes wrong leaves the last good
table; who does not allow reading contacts is not asked again before they sign in.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tray.calls.numbers import NumberReader
from tray.calls.settings import MappingRow
from tray.directory.fields import mapped_phone_fields
from tray.directory.outlook import FIELDS, TABLE, Loaded, Mark, OutlookTable
from tray.errors import Conflict, CtiError, Offline, Refused
from tray.identity import schedule
from tray.identity.contacts import read_changes
from tray.identity.errors import ConsentMissing, SignedOut, SignInNeeded
from tray.identity.model import ContactsState, Keeping, Permission, SignInStatus
from tray.setup.model import SignInState
from tray.texts import translate

if TYPE_CHECKING:
    from tray.identity.graph import GraphClient

EVERY_S = 1800.0
AFTER_NONSENSE_S = 900.0
_log = logging.getLogger("cti_tray.graph")
_KNOWN = frozenset({Keeping.KEPT, Keeping.MEMORY_ONLY})


@dataclass(frozen=True, slots=True)
class ContactsStatus:
    """What holds; `problem` says in a sentence what is in the way, and `read` is the wall time of the last reading."""

    state: ContactsState = ContactsState.OFF
    problem: str = ""
    hint: str = ""
    loaded: Loaded | None = None
    read: float | None = None


class SignedIn(Protocol):
    """Who is signed in, and their tokens; see `SignInService`."""

    @property
    def status(self) -> SignInStatus:
        """What holds now."""
        ...

    def token(self, permission: Permission, refused: str = "") -> str:
        """A token for a permission."""
        ...


def next_sync(error: CtiError | None, failures: int, chance: float) -> float | None:
    """Seconds until contacts are read again, spread by `chance` (0 to 1); None for not before somebody signs in."""
    spread = 0.75 + chance / 2
    if error is None:
        return EVERY_S * spread
    if isinstance(error, ConsentMissing | SignedOut | SignInNeeded | Refused):
        return None
    if isinstance(error, Conflict):
        return schedule.LONGEST_RETRY_S * spread
    return schedule.retry(failures, error, chance) if isinstance(error, Offline) else AFTER_NONSENSE_S * spread


def has_signed_out(status: SignInStatus) -> bool:
    """Whether it is known that nobody is signed in; not so while the sign-in cannot be read."""
    return status.configured and status.account is None and status.keeping in _KNOWN


class OutlookSync:
    """Keeps the table up to date; for one thread, which calls `look` when it is due.

    Args:
        table: where the contacts are kept.
        graph: gives what reads Graph.
        service: the sign-in.
        reader: reads numbers by the rules in force.
        rows: gives the business mapping in force.
        changed: hears that the directory is another, on that thread.
        wall: seconds since the epoch.
        unwanted: why contacts are not read at all; "" where they are.
    """

    def __init__(
        self,
        table: OutlookTable,
        graph: Callable[[], GraphClient],
        service: SignedIn,
        reader: NumberReader,
        rows: Callable[[], tuple[MappingRow, ...]],
        wall: Callable[[], float],
        changed: Callable[[], None] = lambda: None,
        *,
        unwanted: str = "",
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._table = table
        self._graph = graph
        self._service = service
        self._reader = reader
        self._rows = rows
        self._wall = wall
        self._changed = changed
        self._unwanted = unwanted
        self._chance = chance
        self._asked = threading.Lock()
        self._full = False
        self._failures = 0
        self.status = ContactsStatus(self._idle)

    def ask_for_all(self) -> None:
        """Read every contact the next time, not just what changed."""
        with self._asked:
            self._full = True

    def look(self, *, asked: bool = False) -> float | None:
        """Do what is due, or read contacts in any case where the user `asked`.

        Gives in how many seconds to look again, None for not before something happens.
        """
        status = self._service.status
        try:
            if self._unwanted or self._has_signed_out(status):
                self._remove()
            elif status.sign_in.state is SignInState.SIGNED_IN:
                asked = True
            if asked:
                self.sync()
        except CtiError as error:
            self._failures += 1
            return next_sync(error, self._failures, self._chance())
        self._failures = 0
        return next_sync(None, 0, self._chance()) if asked else None

    def sync(self) -> Loaded:
        """Read what changed, or everything where that was asked for; gives what is loaded now.

        Raises:
            CtiError: it could not be done, and `status` says so; the last good table stays.
        """
        with self._asked:
            full, self._full = self._full, False
        try:
            loaded = self._sync(full=full)
        except CtiError as error:
            if error.message != self.status.problem:
                _log.info("Outlook contacts are not read: %s", error.message)
            self.status = ContactsStatus(
                self._state_after(error), error.message, error.hint, self.status.loaded, self.status.read
            )
            raise
        self.status = ContactsStatus(ContactsState.READ, loaded=loaded, read=self._wall())
        self._changed()
        return loaded

    @property
    def _idle(self) -> ContactsState:
        return ContactsState.OFF if self._unwanted else ContactsState.WAITING

    def _state_after(self, error: CtiError) -> ContactsState:
        if isinstance(error, ConsentMissing):
            return ContactsState.NOT_ALLOWED
        return self._idle if isinstance(error, Refused | SignedOut | SignInNeeded) else ContactsState.FAILED

    def _has_signed_out(self, status: SignInStatus) -> bool:
        """The status may be about to tell who is signed in; the tokens know."""
        if not has_signed_out(status):
            return False
        try:
            self._service.token(Permission.PROFILE)
        except SignedOut:
            return True
        return False

    def _sync(self, *, full: bool) -> Loaded:
        if self._unwanted:
            raise Refused(self._unwanted)
        account = self._service.status.account
        if account is None:
            raise SignedOut(translate("SignIn", "You are not signed in to Microsoft."))
        mark = self._table.mark()
        if mark is not None and mark.account != account.id:
            self._remove()
            mark = None
        changes = read_changes(self._graph(), FIELDS, mark.link if mark and not full else "")
        if self._service.status.account != account:
            raise Conflict(translate("Graph", "Somebody else signed in meanwhile."))
        return self._table.write(
            Mark(account.id, changes.link),
            changes.items,
            changes.removed,
            NumberReader(self._reader.rules),
            mapped_phone_fields(self._rows(), TABLE),
            whole=changes.whole,
            now=self._wall(),
        )

    def _remove(self) -> None:
        self.status = ContactsStatus(self._idle)
        if self._table.remove():
            self._changed()
