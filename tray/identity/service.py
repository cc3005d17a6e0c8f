"""The sign-in of the running tray: its state, attempts to sign in, and the thread that keeps it renewed.

Each attempt has a thread of its own, because it waits for a person. Nobody is ever asked to sign in who did not ask for
it: what needs the user becomes a state, and stays one until the user acts.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from tray.errors import CtiError, Offline
from tray.identity import schedule
from tray.identity.asking import Asking, Browser, ask_user
from tray.identity.errors import Cancelled, SignedOut, SignInNeeded, TimedOut
from tray.identity.keeper import TokenKeeper
from tray.identity.model import Account, Attempt, AttemptState, Keeping, Method, Permission, SignInStatus, Whom
from tray.identity.secret_store import VaultProblem
from tray.rounds import Rounds
from tray.setup.model import SignIn, SignInState
from tray.texts import translate

BROWSER_S = 300.0
"""How long a browser may take to bring its answer."""
_log = logging.getLogger("cti_tray.identity")


class SignInService:
    """What windows, command line and other services ask of the sign-in.

    `changed` hears of every new status, on the thread that made it and one at a time; it returns at once.
    """

    def __init__(
        self,
        keeper: TokenKeeper,
        wanted: Iterable[Permission],
        open_page: Callable[[str], bool],
        changed: Callable[[SignInStatus], None] = lambda _: None,
        browser_s: float = BROWSER_S,
    ) -> None:
        self._keeper = keeper
        self._wanted = tuple(wanted)
        self._open_page = open_page
        self.changed = changed
        self._browser_s = browser_s
        self._lock = threading.RLock()
        self._started = self._opened = self._asked = False
        self._failures = 0
        self._attempts = 0
        self._give_up = threading.Event()
        self._proved = ""
        self.status = SignInStatus()
        self._rounds = Rounds("sign-in", self._fault, time.monotonic)

    # -- what others call

    def start(self) -> None:
        """Read what is kept, then keep it renewed."""
        self._started = True
        self._rounds.wake(self._look)

    def stop(self) -> None:
        """End the attempt that goes on and the thread; what is kept stays.

        A renewal may end first, because its answer is the only token that is still good; then nobody waits any more.
        """
        self._give_up.set()
        self._rounds.stop()
        self._keeper.leave()

    def check_now(self) -> None:
        """The user asked: no pause any more."""
        self._asked = True
        if self._started:
            self._rounds.wake(self._look)

    def sign_in(self, method: Method, window: int | None = None) -> int:
        """Begin an attempt, which ends one that goes on; gives its number, by which `status.attempt` tells of it.

        `window` is the handle of the window over which Windows may ask.
        """
        with self._lock:
            self._give_up.set()
            self._give_up = threading.Event()
            self._attempts += 1
            attempt = Attempt(self._attempts, method)
            self._show(attempt=attempt)
        threading.Thread(
            target=self._try, args=(attempt, window, self._give_up), name="signing-in", daemon=True
        ).start()
        return attempt.number

    def cancel(self) -> None:
        """Give up the attempt that goes on."""
        self._give_up.set()

    def sign_out(self) -> None:
        """Forget the account and all tokens, here and on the disk.

        Raises:
            CtiError: something could not be removed; nobody is signed in nevertheless.
        """
        self._give_up.set()
        try:
            self._keeper.forget()
        finally:
            self._show_holding()

    def token(self, permission: Permission, refused: str = "") -> str:
        """A token for this permission; see `TokenKeeper.token`. What it meets becomes the status.

        Raises:
            SignedOut, SignInNeeded, ConsentMissing, Offline: there is none, for one of these reasons.
        """
        try:
            token = self._keeper.token(permission, refused)
        except (SignInNeeded, SignedOut) as error:
            self._show_ended(error)
            raise
        except Offline as error:
            self._show(offline=True, detail=error.whole)
            raise
        if self._keeper.indicators().expires != self.status.sign_in.token_expires:
            self._show_holding()
        return token

    # -- the thread that renews

    def _look(self) -> float | None:
        """Begin with what is kept, then see now and then whether it still holds."""
        asked, self._asked = self._asked, False
        if self._opened:
            return self._check(asked=asked)
        self._opened = True
        self._open()
        return self._check(asked=False, first=True)

    def _fault(self, error: Exception) -> None:
        """The texts of msal may hold claims of the user, so only the kind is told."""
        _log.error("Renewing the sign-in met an error that nobody expected: %s", type(error).__name__)

    def _open(self) -> None:
        """Read what is kept; whatever is wrong with it, the tray goes on signed out and says why."""
        try:
            self._keeper.open()
        except VaultProblem as problem:
            _log.warning("The kept sign-in cannot be used: %s.", problem.keeping.value)
            self._show(keeping=problem.keeping, detail=problem.whole, configured=True)
        except CtiError as error:
            _log.info("Nobody can sign in: %s", error.title)
            self._show(detail=error.whole)
        else:
            self._show(configured=True)
            self._show_holding()

    def _check(self, *, asked: bool, first: bool = False) -> float | None:
        """Look whether the sign-in still holds; gives when to look again, None for not before something happens.

        Only a renewal shows that nobody has revoked it since the last look, or since the tray ran the last time.
        """
        if self._keeper.account is None:
            return self._open_again() if asked else None
        if self.status.sign_in.state is SignInState.SIGN_IN_NEEDED and not asked:
            return None
        try:
            token = self.token(Permission.PROFILE)
            if (first or token == self._proved) and self._keeper.can_renew:
                token = self.token(Permission.PROFILE, refused=token)
            self._proved = token
        except (SignedOut, SignInNeeded) as error:
            _log.info("The sign-in does not hold: %s", error.title)
            return None
        except CtiError as error:
            self._show(offline=True, detail=error.whole)
            self._failures += 1
            return schedule.retry(self._failures, error)
        self._failures = 0
        self._show_holding()
        return schedule.next_check(self.status.sign_in.token_expires, _now())

    def _open_again(self) -> float | None:
        """The vault may have been unlocked, or another process may have signed in."""
        self._open()
        return 0.0 if self._keeper.account else None

    # -- an attempt

    def _try(self, attempt: Attempt, window: int | None, stop: threading.Event) -> None:
        state, problem = AttemptState.DONE, ""
        try:
            self._sign_in(attempt, window, stop)
        except Cancelled as error:
            state, problem = AttemptState.CANCELLED, error.whole
        except TimedOut as error:
            state, problem = AttemptState.TIMED_OUT, error.whole
        except CtiError as error:
            state, problem = AttemptState.FAILED, error.whole
        except Exception as error:  # noqa: BLE001 - an attempt that ends without a word would be waited for
            _log.error("Signing in met an error that nobody expected: %s", type(error).__name__)
            told = translate("SignIn", "Signing in met an error that nobody expected: {kind}.")
            state, problem = AttemptState.FAILED, told.format(kind=type(error).__name__)
        self._tell(attempt, state=state, problem=problem)
        if state is AttemptState.DONE:
            self.check_now()

    def _sign_in(self, attempt: Attempt, window: int | None, stop: threading.Event) -> None:
        client = self._keeper.new_client()
        client.give_up_on(stop)
        adopted = False
        try:
            browser = Browser(self._open_page, self._browser_s)
            asking = Asking(attempt.method, self._whom(), self.status.account, self._wanted, browser, window)
            pending = ask_user(client, asking, partial(self._tell, attempt), stop)

            def finish() -> Account:
                account = client.finish(pending)
                if stop.is_set():
                    raise Cancelled(translate("SignIn", "The sign-in was cancelled."))
                return account

            self._keeper.adopt(client, finish, _now())
            adopted = True
            self._show_holding()
        finally:
            if not adopted:
                client.close()

    def _whom(self) -> Whom:
        state = self.status.sign_in.state
        return {SignInState.SIGNED_IN: Whom.ANOTHER, SignInState.SIGN_IN_NEEDED: Whom.SAME}.get(state, Whom.ANYBODY)

    def _tell(self, attempt: Attempt, **changes: Any) -> None:
        """How far an attempt is, unless another one has begun since."""
        with self._lock:
            now = self.status.attempt
            if now is not None and now.number == attempt.number:
                self._show(attempt=replace(now, **changes))

    # -- the status

    def _show_holding(self) -> None:
        """Tell what there is, as far as the provider was asked."""
        account, problem = self._keeper.account, self._keeper.problem
        keeping, detail = (problem.keeping, problem.whole) if problem else (Keeping.KEPT, "")
        if account is None:
            self._show(sign_in=SignIn(), account=None, offline=False, keeping=keeping, detail=detail)
            return
        found = self._keeper.indicators()
        there = found.access_token or found.refresh_token
        state = SignInState.SIGNED_IN if there else SignInState.SIGN_IN_NEEDED
        sign_in = SignIn(state, found.access_token, found.refresh_token, self._keeper.authorized, found.expires)
        self._show(sign_in=sign_in, account=account, offline=False, keeping=keeping, detail=detail)

    def _show_ended(self, error: CtiError) -> None:
        """The tokens are worth nothing any more: say so, and who it was."""
        if self._keeper.account is None:
            self._show_holding()
            return
        needed = replace(self.status.sign_in, state=SignInState.SIGN_IN_NEEDED, access_token=False, refresh_token=False)
        self._show(sign_in=needed, account=self._keeper.account, offline=False, detail=error.whole)

    def _show(self, **changes: Any) -> None:
        with self._lock:
            before, self.status = self.status, replace(self.status, **changes)
            if self.status != before:
                self.changed(self.status)


def _now() -> datetime:
    return datetime.now(UTC)
