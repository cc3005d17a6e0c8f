"""msal, the library that speaks to Microsoft's identity platform, behind the words of this product.

The only module that knows msal. It raises the product's errors and nothing of msal's, keeps no token but in the cache
that it is given, and never decides when to ask: that is the service's business. Its methods wait for the network.
"""

from __future__ import annotations

import contextlib
import json
import math
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import Any

import msal

from tray.errors import Offline
from tray.identity.authority import Authority
from tray.identity.errors import Cancelled, Misconfigured, SignedOut, TimedOut
from tray.identity.limited import within
from tray.identity.model import Account, Indicators, Permission, Whom
from tray.identity.msal_errors import msal_errors, not_https, problem_of, refusal_of, sign_in_needed
from tray.identity.redirect import RedirectListener
from tray.identity.web import Web
from tray.texts import translate

_PENDING, _SLOW_DOWN = "authorization_pending", "slow_down"
_SLOWER_S = 5.0
"""RFC 8628, 3.5."""
_Result = dict[str, Any]
Pending = Callable[[], _Result]
"""The last step of signing in, which brings the tokens."""


class MicrosoftClient:
    """One provider, one registered application, one cache. To be used by one thread at a time."""

    def __init__(self, authority: Authority, say: Callable[[str], str] = str) -> None:
        self.authority = authority
        self._say = say
        self._web = Web()
        self._application: msal.PublicClientApplication | None = None
        self._answers: dict[str, object] = {}
        self.cache = msal.SerializableTokenCache()

    def load(self, text: str) -> None:
        """Use these tokens, as `dump` gave them; "" is none.

        Raises:
            ValueError: it is no cache.
        """
        if text and not isinstance(json.loads(text), dict):
            raise ValueError("no cache of tokens")
        self.cache.deserialize(text)

    def dump(self) -> str:
        """All tokens, as text that must never be written unsealed."""
        return str(self.cache.serialize())

    def browser(
        self,
        wanted: Iterable[Permission],
        whom: Whom,
        known: Account | None,
        open_page: Callable[[str], None],
        stop: threading.Event,
        limit_s: float,
    ) -> Pending:
        """Let the user sign in in the browser; gives what `finish` makes an account of.

        Raises:
            Cancelled, TimedOut: nobody signed in.
            Offline, Misconfigured: the provider cannot be asked.
        """
        application = self._ready()
        with RedirectListener(self._say) as listener:
            with msal_errors():
                flow = application.initiate_auth_code_flow(
                    _all_scopes(wanted),
                    redirect_uri=listener.address,
                    login_hint=known.username if known and whom is Whom.SAME else None,
                    prompt=self._prompt(whom),
                    response_mode="form_post",
                )
            open_page(str(flow["auth_uri"]))
            answer = listener.wait(str(flow["state"]), stop, limit_s)
        return lambda: application.acquire_token_by_auth_code_flow(flow, answer, scopes=Permission.PROFILE.scopes)

    @property
    def has_broker(self) -> bool:
        """Whether Windows itself signs users in to this provider: its accounts, its windows, its devices' rules."""
        return sys.platform == "win32" and self.authority.microsoft and find_spec("pymsalruntime") is not None

    def broker(
        self, wanted: Iterable[Permission], whom: Whom, known: Account | None, window: int | None, stop: threading.Event
    ) -> Pending:
        """Let Windows ask the user, over the window with this handle; refresh tokens then stay with Windows.

        It takes one resource. Its own window can only be closed by the user, but nobody waits for it after `stop`.

        Raises:
            Cancelled: `stop` was set.
            Offline, Misconfigured: the provider cannot be asked.
        """
        application = self._ready()

        def ask() -> _Result:
            with msal_errors():
                result: _Result = application.acquire_token_interactive(
                    _graph_scopes(wanted),
                    prompt=self._prompt(whom),
                    login_hint=known.username if known and whom is Whom.SAME else None,
                    parent_window_handle=window or application.CONSOLE_WINDOW_HANDLE,
                )
                return result

        answer = within(math.inf, stop, ask, self.authority.host)
        return lambda: answer

    def device_code(
        self, wanted: Iterable[Permission], show: Callable[[str, str], None], stop: threading.Event
    ) -> Pending:
        """Let the user enter a code on any device; `show` gets the address and the code.

        Raises: as `browser`.
        """
        application = self._ready()
        with msal_errors():
            flow = application.initiate_device_flow(_graph_scopes(wanted))
        if "user_code" not in flow:
            raise problem_of(flow)
        show(str(flow.get("verification_uri", "")), str(flow["user_code"]))
        result: _Result = {"error": _PENDING}
        pause = float(flow.get("interval", 5))
        while result.get("error") in {_PENDING, _SLOW_DOWN}:
            if stop.wait(pause):
                raise Cancelled(translate("SignIn", "The sign-in was cancelled."))
            if time.time() > float(flow["expires_at"]):
                raise TimedOut(translate("SignIn", "Nobody entered the code in time."))
            with msal_errors(), contextlib.suppress(Offline):  # the user may take longer than the trouble
                result = application.acquire_token_by_device_flow(flow, exit_condition=lambda _: True)
            pause += _SLOWER_S if result.get("error") == _SLOW_DOWN else 0.0
        return lambda: result

    def finish(self, pending: Pending) -> Account:
        """Who has signed in; their tokens are in the cache.

        Raises:
            Cancelled: the user refused.
            CtiError: the provider refused.
        """
        with msal_errors():
            result = pending()
        if "error" in result:
            raise problem_of(result)
        return self._account_of(result)

    def silent(self, account: Account, permission: Permission, *, force: bool = False) -> str:
        """A token for this permission from the provider; who has one that is fresh (see `cached`) need not ask.

        `force` asks for a new one where msal would be content with what it has.

        Raises:
            SignedOut: the account has no tokens; SignInNeeded: only the user can renew it.
            ConsentMissing: nobody has allowed it yet.
            Offline: the provider cannot be asked, and no token is left that is still good.
        """
        try:
            return self._renewed(account, permission, force=force)
        except Offline:
            still_good = None if force else self.cached(account, permission, 0.0)
            if still_good is None:
                raise
            return still_good

    def cached(self, account: Account, permission: Permission, spare_s: float, *, aging: bool = True) -> str | None:
        """A token that is good for longer than `spare_s` seconds; without `aging`, none that asked to be renewed."""
        now = time.time()
        for entry in self._entries("AccessToken", account, permission.scopes):
            due = int(entry.get("refresh_on") or 0)
            if float(entry["expires_on"]) - now > spare_s and (aging or not due or due > now):
                return str(entry["secret"])
        return None

    def indicators(self, account: Account) -> Indicators:
        """Which tokens there are."""
        found = [
            float(entry["expires_on"]) for entry in self._entries("AccessToken", account, Permission.PROFILE.scopes)
        ]
        if not found:
            found = [float(entry["expires_on"]) for entry in self._entries("AccessToken", account)]
        return Indicators(
            access_token=any(moment > time.time() for moment in found),
            refresh_token=any(True for _ in self._entries("RefreshToken", account))
            or self._renewed_by_windows(account),
            expires=datetime.fromtimestamp(max(found), UTC) if found else None,
        )

    def give_up_on(self, stop: threading.Event) -> None:
        """Wait for no answer any more once this is set."""
        self._web.stop = stop

    def close(self) -> None:
        """Free connections."""
        self._web.close()

    def _prompt(self, whom: Whom) -> str | None:
        """Microsoft lets choose among the accounts of the browser; others know no such page and ask for the name."""
        if whom is Whom.SAME:
            return None
        if self.authority.microsoft:
            return "select_account"
        return "login" if whom is Whom.ANOTHER else None

    def _renewed(self, account: Account, permission: Permission, *, force: bool) -> str:
        known = next((each for each in self._accounts() if each["home_account_id"] == account.id), None)
        if known is None:
            raise SignedOut(translate("SignIn", "You are not signed in to Microsoft."))
        application = self._ready()
        self._answers.clear()  # msal would repeat a refusal for a minute without asking
        with msal_errors():
            result = application.acquire_token_silent_with_error(permission.scopes, known, force_refresh=force)
        if not result:
            raise sign_in_needed()
        if "error" in result:
            raise refusal_of(result, permission)
        return str(result["access_token"])

    def _renewed_by_windows(self, account: Account) -> bool:
        """Whether Windows has the refresh token of this account, which is then not in the cache."""
        sources = (each.get("account_source") for each in self._accounts() if each["home_account_id"] == account.id)
        return self.has_broker and "broker" in sources

    def _ready(self) -> msal.PublicClientApplication:
        """The application; making it asks the provider for its addresses."""
        if self._application is None:
            with msal_errors():
                made = self._made()
            page = str(made.authority.authorization_endpoint)
            if not page.casefold().startswith("https://"):  # a browser opens more than pages
                raise not_https(page)
            self._application = made
        return self._application

    def _made(self) -> msal.PublicClientApplication:
        if self.authority.microsoft:
            return self._make(authority=self.authority.url, enable_broker_on_windows=self.has_broker)
        try:
            return self._make(oidc_authority=self.authority.url)
        except ValueError as error:
            if "/v2.0" in self.authority.url or "does not match" in str(error):
                raise
            return self._make(oidc_authority=f"{self.authority.url}/v2.0")

    def _make(self, **where: object) -> msal.PublicClientApplication:
        return msal.PublicClientApplication(
            self.authority.client_id,
            token_cache=self.cache,
            http_client=self._web,
            http_cache=self._answers,
            app_name="CTI Tray",
            **where,
        )

    def _accounts(self) -> list[Mapping[str, Any]]:
        return list(self.cache.search("Account"))

    def _entries(self, kind: str, account: Account, scopes: list[str] | None = None) -> Iterator[Mapping[str, Any]]:
        query = {"home_account_id": account.id, "client_id": self.authority.client_id}
        yield from self.cache.search(kind, target=scopes, query=query, now=0)  # a plain search drops expired entries

    def _account_of(self, result: _Result) -> Account:
        claims = result.get("id_token_claims") or {}
        known = self._accounts()
        newest = next(
            (each for each in known if each.get("local_account_id") in {claims.get("oid"), claims.get("sub")}), None
        )
        if newest is None:
            raise Misconfigured(
                translate("SignIn", "{host} does not say who signed in.").format(host=self.authority.host)
            )
        username = str(claims.get("preferred_username") or newest.get("username") or claims.get("email") or "")
        return Account(str(newest["home_account_id"]), username, str(claims.get("name") or ""))


def _all_scopes(wanted: Iterable[Permission]) -> list[str]:
    """One consent for all of them; tokens are then fetched one by one."""
    return list(dict.fromkeys(scope for permission in wanted for scope in permission.scopes))


def _graph_scopes(wanted: Iterable[Permission]) -> list[str]:
    """A device code and Windows give a token at once, which is for one resource."""
    return _all_scopes(permission for permission in wanted if permission is not Permission.BUSINESS_CENTRAL)
