"""One tray's link to the setup store: a beat at a time, with what to do when the store is away.

A beat keeps the lease, publishes the sign-in, reads the setup and renews the cache. It runs on one thread and decides
when the next one is due; waiting is the business of `tray.setup.service`.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from tray.errors import CtiError, Refused
from tray.setup.cached import SetupCache, without_presence
from tray.setup.model import Actor, Change, Identity, SetupSnapshot, SignIn
from tray.setup.store import SetupStore, StoreSetAside
from tray.texts import translate

FIRST_RETRY_S = 1.0
MAX_RETRY_S = 60.0
_log = logging.getLogger("cti_tray.setup")


@dataclass(frozen=True, slots=True)
class LinkState:
    """What one tray knows of setup: the snapshot in force, and how the store is. `detail` is the last failure."""

    snapshot: SetupSnapshot
    online: bool = False
    detail: str = ""

    def differs(self, other: LinkState) -> bool:
        """Whether something changed that anybody wants to hear of; a mere confirmation is not."""
        return (self.online, self.detail) != (other.online, other.detail) or _content(self) != _content(other)


class SetupLink:
    """Opens the store, connects, beats. Every method belongs to one thread, except that `state` may be read by all.

    Args:
        open_store: opens the store; called again after a failure that closed it.
        cache: where the last confirmed setup is kept.
        identity: who connects.
        session: names this tray's lease.
        now: the clock, aware.
        jitter: a random number from 0 to 1, so that many trays do not come back at one instant.
    """

    def __init__(
        self,
        open_store: Callable[[], SetupStore],
        cache: SetupCache,
        identity: Identity,
        session: str,
        now: Callable[[], datetime],
        jitter: Callable[[], float],
    ) -> None:
        self._open_store = open_store
        self._cache = cache
        self._identity = identity
        self._session = session
        self._now = now
        self._jitter = jitter
        self._store: SetupStore | None = None
        self._actor: Actor | None = None
        self._last_actor: Actor | None = None
        self._left: Actor | None = None
        self._sign_in: SignIn | None = None
        self._failures = 0
        self._leased = False
        self._restore: SetupSnapshot | None = None
        cached = cache.load()
        if cached.reason:
            _log.warning("The cached setup was left out: %s.", cached.reason)
        self.state = LinkState(cached.snapshot or SetupSnapshot(), detail=cached.reason)

    def identify(self, identity: Identity) -> None:
        """Connect with what is known of the user from now on; whose place another account takes is signed out."""
        if identity != self._identity:
            if self._identity.sign_in_id not in {None, "", identity.sign_in_id}:
                self._left = self._last_actor
            self._identity = identity
            self._actor = None

    def publish(self, sign_in: SignIn) -> None:
        """Publish these indicators of the sign-in with the next beat."""
        self._sign_in = sign_in

    def beat(self) -> float:
        """Do one beat and say in how many seconds the next is due. Raises nothing that a store may raise."""
        try:
            snapshot = self._confirmed()
        except CtiError as error:
            return self._failed(error)
        except Exception as error:  # noqa: BLE001 - the cached setup serves on, and the next beat tries again
            _log.exception("The beat to the setup store failed.")
            return self._failed(
                CtiError(
                    translate("Setup", "Setup met an error that nobody expected: {kind}.").format(
                        kind=type(error).__name__
                    )
                )
            )
        self._failures = 0
        self.state = LinkState(snapshot, online=True, detail=self._cached(snapshot))
        return float(snapshot.module.heartbeat_s)

    def online(self) -> tuple[SetupStore, Actor]:
        """The store and on whose behalf it is asked; opens and connects where needed.

        Raises:
            CtiError: the store cannot be reached or used.
        """
        if self._store is None:
            self._store = self._open_store()
        if self._actor is None:
            user = self._store.connect(self._identity, self._now())
            self._actor = self._last_actor = Actor(user.id)
        return self._store, self._actor

    def close(self) -> None:
        """End the lease and close the store; a store that was away a moment ago is asked once more."""
        if self._leased:
            with contextlib.suppress(CtiError):
                self._store = self._store or self._open_store()
                self._store.release(self._session)
        if self._store is not None:
            self._store.close()
        self._store = self._actor = None
        self._leased = False

    def _confirmed(self) -> SetupSnapshot:
        store, actor = self.online()
        if self._restore is not None:
            self._bring_back(store, actor, self._restore)
        self._leased = True
        store.beat(actor, self._session, self._now())
        if self._left not in {None, actor}:
            store.report_sign_in(self._left, SignIn(), self._now())
        self._left = None
        if self._sign_in is not None:
            store.report_sign_in(actor, self._sign_in, self._now())
            self._sign_in = None
        return store.snapshot(actor, self._now())

    def _bring_back(self, store: SetupStore, actor: Actor, lost: SetupSnapshot) -> None:
        """The store's file was damaged and a new one begun: put the last known setup into it."""
        change = Change(
            module=replace(lost.module, revision=store.module(actor).revision),
            card=replace(lost.card, user_id=actor.user_id, revision=store.card(actor, actor.user_id).revision),
            mappings=replace(lost.mappings, revision=store.mappings(actor).revision),
        )
        with contextlib.suppress(Refused):
            store.save(actor, change, self._now())
            store.save_licence(actor, replace(lost.licence, revision=store.licence(actor).revision), self._now())
        self._restore = None

    def _cached(self, snapshot: SetupSnapshot) -> str:
        """Renew the cache; what keeps it from being written is worth a word, but no failure."""
        try:
            self._cache.save(snapshot)
        except CtiError as error:
            return error.whole
        return ""

    def _failed(self, error: CtiError) -> float:
        _log.warning("The setup store could not be asked: %s", error)
        if isinstance(error, StoreSetAside) and self.state.snapshot.confirmed:
            self._restore = self.state.snapshot
        if not isinstance(error, Refused) and self._store is not None:
            self._store.close()
            self._store = None
        self._actor = None
        self.state = replace(self.state, online=False, detail=error.whole)
        ceiling = min(MAX_RETRY_S, FIRST_RETRY_S * 2.0 ** min(self._failures, 10))
        self._failures += 1
        return ceiling * (0.5 + 0.5 * self._jitter())


def _content(state: LinkState) -> SetupSnapshot:
    return replace(without_presence(state.snapshot), confirmed=None)
