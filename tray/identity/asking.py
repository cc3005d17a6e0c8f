"""Asking the user to sign in, in the way that was chosen or that this computer has; waits for a person.

Windows itself asks where it can, because it knows the accounts and the rules of the computer; else the browser does, or
any other device with a code. What was answered is not looked at here.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tray.errors import CtiError
from tray.identity.errors import Cancelled
from tray.identity.model import Account, AttemptState, Method, Permission, Whom
from tray.texts import translate

if TYPE_CHECKING:
    from tray.identity.microsoft import MicrosoftClient, Pending


@dataclass(frozen=True, slots=True)
class Browser:
    """How a page is opened (false where none could be), and for how many seconds it is waited for."""

    open_page: Callable[[str], bool]
    wait_s: float


@dataclass(frozen=True, slots=True)
class Asking:
    """Who is asked for what, and how; `window` is the handle of the window over which Windows may ask."""

    method: Method
    whom: Whom
    known: Account | None
    wanted: tuple[Permission, ...]
    browser: Browser
    window: int | None = None


class HowFar(Protocol):
    """Hears how far it is."""

    def __call__(self, *, state: AttemptState, address: str = "", code: str = "") -> None:
        """`address` and `code` are what the user needs for another device."""
        ...


def ask_user(client: MicrosoftClient, asking: Asking, how_far: HowFar, stop: threading.Event) -> Pending:
    """What the client makes tokens of.

    Raises:
        Cancelled, TimedOut: nobody signed in, or `stop` was set.
        CtiError: the user cannot be asked in this way.
    """
    if asking.method is Method.DEVICE_CODE:

        def show_code(address: str, code: str) -> None:
            how_far(state=AttemptState.WAITING, address=address, code=code)

        return client.device_code(asking.wanted, show_code, stop)
    if client.has_broker:
        how_far(state=AttemptState.WAITING)
        return client.broker(asking.wanted, asking.whom, asking.known, asking.window, stop)
    return _ask_in_browser(client, asking, how_far, stop)


def _ask_in_browser(client: MicrosoftClient, asking: Asking, how_far: HowFar, stop: threading.Event) -> Pending:
    unopened = threading.Event()

    def open_now(address: str) -> None:
        if not asking.browser.open_page(address):
            unopened.set()
            stop.set()

    def show_page(address: str) -> None:
        """On a thread, because some browsers are waited for until they are closed."""
        how_far(state=AttemptState.WAITING)
        threading.Thread(target=open_now, args=(address,), name="browser", daemon=True).start()

    try:
        return client.browser(asking.wanted, asking.whom, asking.known, show_page, stop, asking.browser.wait_s)
    except Cancelled as error:
        if not unopened.is_set():
            raise
        raise CtiError(
            translate("SignIn", "No browser could be opened."), hint=translate("SignIn", "Sign in with a code.")
        ) from error
