"""The tokens of the user who is signed in: in memory, in the vault, and renewed, by one at a time.

A refresh token is good for one use; whoever renews does so alone, also among several processes, and reads first what
another one may have written. Nothing here knows states, threads or windows.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from tray.errors import CtiError
from tray.identity.errors import SignedOut, SignInNeeded
from tray.identity.kept import Kept, read_kept
from tray.identity.model import SPARE_S, Account, Indicators, Keeping, Permission
from tray.identity.secret_store import VaultProblem
from tray.identity.vault import Stamp, TokenVault
from tray.texts import translate

if TYPE_CHECKING:
    from tray.identity.microsoft import MicrosoftClient

_log = logging.getLogger("cti_tray.identity")


class TokenKeeper:
    """The tokens. Every method may be called from any thread, and may wait for disk and network.

    `problem` is what kept the tokens from being kept lately; None where they are safe.
    """

    def __init__(self, make_client: Callable[[], MicrosoftClient], vault: TokenVault) -> None:
        self._make_client = make_client
        self._vault = vault
        self._client: MicrosoftClient | None = None
        self._kept = Kept()
        self._stamp: Stamp = None
        self._alone = threading.RLock()
        self._leaving = threading.Event()
        self.problem: VaultProblem | None = None

    @property
    def account(self) -> Account | None:
        """Who is signed in."""
        return self._kept.account

    @property
    def authorized(self) -> datetime | None:
        """When the user signed in; renewing does not move it."""
        return self._kept.authorized

    def open(self) -> None:
        """Read what is kept.

        Raises:
            Misconfigured: nobody can sign in as it is set up.
            VaultProblem: what is kept cannot be used.
        """
        with self._alone:
            self._ready()
            with self._vault.alone():
                self._reload()

    def token(self, permission: Permission, refused: str = "") -> str:
        """A token for this permission, renewed where it must be; `refused` is one that an API takes no more.

        Raises:
            SignedOut, SignInNeeded, ConsentMissing, Offline: there is none, for one of these reasons.
            CtiError: the provider or the vault gives trouble that may pass.
        """
        with self._alone:
            try:
                return self._cached(permission, refused) or self._renewed(permission, refused)
            except SignInNeeded:
                if permission is Permission.PROFILE:
                    self._drop_tokens()
                raise

    @property
    def can_renew(self) -> bool:
        """Whether a new refresh token could be kept; while the credential store is locked it would be lost."""
        return not self._vault.is_locked()

    def indicators(self) -> Indicators:
        """Which tokens there are of who is signed in."""
        with self._alone:
            account = self._kept.account
            return self._ready().indicators(account) if account else Indicators()

    def new_client(self) -> MicrosoftClient:
        """One for an attempt to sign in, which renews nothing and waits for a person.

        Raises:
            Misconfigured: nobody can sign in as it is set up.
        """
        return self._make_client()

    def adopt(self, client: MicrosoftClient, finish: Callable[[], Account], now: datetime) -> None:
        """Make the one who signed in with `client` the user, once `finish` has brought the tokens.

        Raises:
            CtiError: `finish` does.
        """
        with self._alone, self._vault.alone():
            account = finish()
            self._close()
            self._client = client
            self._kept = Kept(account, now, client.dump())
            self._save()
            if self.problem is not None:
                self._vault.discard()  # or the one who was signed in before would come back
                self._stamp = self._vault.stamp()

    def leave(self) -> None:
        """Wait for no provider any more, whoever asks."""
        self._leaving.set()

    def forget(self) -> None:
        """Sign out: no token is left, here or on the disk.

        Raises:
            CtiError: the file could not be removed.
        """
        self._leaving.set()
        with self._alone:
            self._leaving = threading.Event()
            with self._vault.alone():
                self._close()
                self._kept, self.problem = Kept(), None
                self._vault.forget()
                self._stamp = self._vault.stamp()

    def _cached(self, permission: Permission, refused: str) -> str:
        token = self._ready().cached(self._known(), permission, SPARE_S, aging=False)
        return token if token is not None and token != refused else ""

    def _renewed(self, permission: Permission, refused: str) -> str:
        client = self._ready()
        with self._vault.alone():
            try:
                self._reload()
            except VaultProblem as problem:  # what is in memory is still good, and is kept anew
                self.problem = problem
            known = self._cached(permission, refused)
            if known:
                return known
            client.cache.has_state_changed = False
            try:
                return client.silent(self._known(), permission, force=bool(refused))
            finally:
                if client.cache.has_state_changed:
                    self._kept = replace(self._kept, tokens=client.dump())
                    self._save()

    def _ready(self) -> MicrosoftClient:
        if self._client is None:
            self._client = self._make_client()
            self._client.load(self._kept.tokens)
        self._client.give_up_on(self._leaving)
        return self._client

    def _known(self) -> Account:
        if self._kept.account is None:
            raise SignedOut(translate("SignIn", "You are not signed in to Microsoft."))
        return self._kept.account

    def _drop_tokens(self) -> None:
        """Who it was stays known, also after a restart; the tokens are worth nothing."""
        with self._vault.alone():
            self._ready().load("")
            self._kept = replace(self._kept, tokens="")
            self._save()

    def _close(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            client.close()

    def _reload(self) -> None:
        """Read what another process has written since."""
        stamp = self._vault.stamp()
        if stamp == self._stamp:
            return
        try:
            kept = read_kept(self._vault.load())
            self._ready().load(kept.tokens)
        except ValueError as error:
            raise self._vault.damaged() from error
        self._kept, self._stamp, self.problem = kept, stamp, None

    def _save(self) -> None:
        """Keep the tokens; what cannot be kept lasts as long as the process, and `problem` says so.

        Whatever the file holds then is older than what is in memory, and never read again.
        """
        try:
            self._vault.save(self._kept.text())
        except VaultProblem as problem:
            self.problem = problem
        except CtiError as error:
            self.problem = VaultProblem(Keeping.MEMORY_ONLY, error.message, hint=error.hint)
        else:
            self.problem = None
        self._stamp = self._vault.stamp()
        if self.problem is None:
            return
        _log.warning("The sign-in is not kept: %s.", self.problem.keeping.value)
