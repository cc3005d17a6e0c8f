"""Signing in to Microsoft and out again: through the running tray, or by itself where none runs."""

from __future__ import annotations

import threading
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tray.commands.output import Exit, complain, printable, say
from tray.control import ask
from tray.directory.outlook import OutlookTable
from tray.errors import CtiError, NotRunning
from tray.identity.model import AttemptState, Keeping, Method
from tray.identity.service import SignInService
from tray.paths import data_folder, prepare
from tray.setup.model import SignIn

_LOOK_S = 0.2
_WAITING = {
    Method.BROWSER: "Your browser opens. Sign in there; Ctrl+C gives up.",
    Method.DEVICE_CODE: "Open {address} on any device and enter the code {code}; Ctrl+C gives up.",
}
_Attempt = dict[str, Any]


def sign_in(options: Namespace) -> int:
    """Sign in; waits until it is done, given up or refused."""
    method = Method.DEVICE_CODE if options.device_code else Method.BROWSER
    folder = data_folder()
    try:
        begun = ask(folder, "sign-in", {"device_code": method is Method.DEVICE_CODE})
    except NotRunning:
        return _without_tray(folder, method)
    try:
        return _with_tray(folder, method, begun)
    except NotRunning as error:
        raise CtiError("CTI Tray has ended.", hint="Try again.") from error


def sign_out(options: Namespace) -> int:  # noqa: ARG001 - every command takes its options
    """Forget the account and its tokens."""
    folder = data_folder()
    try:
        ask(folder, "sign-out")
    except NotRunning:
        prepare(folder)
        _service(folder).sign_out()
        OutlookTable(folder).remove()
        _publish(folder, SignIn())
    say("You are signed out. Tokens of CTI Tray are no longer on this computer.")
    return Exit.DONE


def _with_tray(folder: Path, method: Method, begun: dict[str, object]) -> int:
    pause = threading.Event()

    def look() -> _Attempt:
        pause.wait(_LOOK_S)
        return ask(folder, "sign-in-attempt", begun)

    return _tell(_follow(method, look, lambda: ask(folder, "sign-in-cancel")))


def _without_tray(folder: Path, method: Method) -> int:
    prepare(folder)
    service = _service(folder)
    changed = threading.Event()
    service.changed = lambda _: changed.set()
    service.sign_in(method)

    def look() -> _Attempt:
        changed.wait(_LOOK_S)
        changed.clear()
        status = service.status
        attempt = asdict(status.attempt) if status.attempt else {}
        return {**attempt, "account": status.account.username if status.account else None, "detail": status.detail}

    done = _follow(method, look, service.cancel)
    if service.status.keeping is not Keeping.KEPT:
        complain("Nothing was kept, so you are signed out again. Start CTI Tray and sign in there.")
        return Exit.FAILED
    _publish(folder, service.status.sign_in)
    return _tell(done)


def _publish(folder: Path, sign_in: SignIn) -> None:
    """Let the setup store know, as the tray does; one that is away is in nobody's way here."""
    from tray.commands.setting import now, open_setup

    try:
        with open_setup(folder) as setup:
            setup.store.report_sign_in(setup.actor, sign_in, now())
    except CtiError as error:
        complain(f"The list of users does not show it yet: {error.whole}")


def _follow(method: Method, look: Callable[[], _Attempt], cancel: Callable[[], object]) -> _Attempt:
    """Tell what the user has to do; gives how it ended.

    Raises:
        CtiError: nobody has signed in.
    """
    told = False
    try:
        while not AttemptState((attempt := look())["state"]).ended:
            if attempt["state"] == AttemptState.WAITING and not told:
                told = True
                say(printable(_WAITING[method].format(address=attempt["address"], code=attempt["code"])))
    except KeyboardInterrupt:
        cancel()
        raise
    if attempt["state"] != AttemptState.DONE:
        raise CtiError(str(attempt["problem"]))
    return attempt


def _tell(attempt: _Attempt) -> int:
    say(printable(f"You are signed in as {attempt['account']}."))
    if attempt["detail"]:
        say(printable(str(attempt["detail"])))
    return Exit.DONE


def _service(folder: Path) -> SignInService:
    from tray.config import load
    from tray.identity.opening import open_sign_in
    from tray.paths import machine_folder

    return open_sign_in(folder, load(folder, machine_folder()).config, str, lambda _: None)
