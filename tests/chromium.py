"""The user's browser for tests: headless Chromium, and the user who presses what the test says.

    with OpenIdProvider() as provider, Browser(provider) as browser:
        browser.next_visit("sign in", account="ben")
        subprocess.Popen([...], env=os.environ | provider.environment | browser.environment)
        assert browser.wait_for_visit().pages[-1] == "app"

A program under test opens it through `$BROWSER`; a test's own process with `browser.open(address)`. Each visit takes
the next plan that the test made; without one, anna signs in. Cookies stay from visit to visit, as a user's do.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import tempfile
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

import pytest

from tests.display import require
from tests.node import Message, NodeProgram
from tests.openid import OpenIdProvider

Action = Literal["sign in", "cancel", "decline", "nothing"]
PROGRAM = "/usr/bin/chromium"
PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Visit:
    """How a visit ended.

    Args:
        address: what the browser was asked to open.
        pages: where it has been: `sign-in`, `consent`, `code`, `confirm`, `done`, `error` are the provider's pages,
            `app` is what the program under test shows on its redirect address, `unreachable` is a page of no server.
        text: what the last page says.
    """

    address: str
    pages: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class _Plan:
    action: Action
    account: str
    code: str = ""


class Browser:
    """Chromium with a new profile that trusts this provider's certificate and no other unknown one."""

    def __init__(self, provider: OpenIdProvider) -> None:
        self._trusted = provider.certificates.public_key_hash
        self._stack = contextlib.ExitStack()
        self._news = threading.Condition()
        self._ready = False
        self._plans: deque[_Plan] = deque()
        self._addresses: list[str] = []
        self._visits: dict[int, Visit] = {}
        self._taken = 0

    def __enter__(self) -> Self:
        require("chromium", "setpriv")
        with contextlib.ExitStack() as stack:
            folder = Path(
                stack.enter_context(tempfile.TemporaryDirectory(prefix="browser", ignore_cleanup_errors=True))
            )
            options = {"profile": str(folder / "profile"), "program": PROGRAM, "trusted": self._trusted}
            self._program = NodeProgram("browser.mjs", options, self._heard)
            stack.callback(self._program.stop)
            self._make_door(folder)
            stack.callback(self._close_door)
            self._wait(lambda: self._ready, "the browser's start")
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    # What the user does

    def next_visit(self, action: Action = "sign in", account: str = "anna") -> None:
        """Plan a visit that comes after those planned before.

        Args:
            action: `sign in` and agree to everything; `cancel` at the first question; `decline` to sign in and then
                refuse the consent; `nothing` to leave the first page as it is.
            account: `anna` or `ben`.
        """
        self._plans.append(_Plan(action, account))

    def open(self, address: str) -> bool:
        """Open an address; what `webbrowser.open` is for programs, so it does not wait. A test may put it there."""
        self._visit(address, self._plans.popleft() if self._plans else _Plan("sign in", "anna"))
        return True

    def enter_code(self, address: str, code: str, action: Action = "sign in", account: str = "anna") -> Visit:
        """Type the code of a device at this address, sign in, and give the visit when it has ended."""
        number = self._visit(address, _Plan(action, account, code))
        return self._ended(number)

    # What came of it

    def wait_for_visit(self) -> Visit:
        """The first visit that was not yet waited for, when it has ended."""
        self._taken += 1
        return self._ended(self._taken)

    @property
    def addresses(self) -> list[str]:
        """All that the browser was asked to open."""
        return list(self._addresses)

    # How programs find it

    @property
    def environment(self) -> dict[str, str]:
        """What makes a program open its addresses here."""
        return {"BROWSER": f"{shlex.quote(str(self._door / 'open'))} %s &"}

    def _make_door(self, folder: Path) -> None:
        """A script that hands on an address, and then stays as long as the visit may last, as a browser does."""
        self._door = folder
        for name in ("addresses", "visited"):
            os.mkfifo(folder / name)
        script = folder / "open"
        script.write_text(
            f"#!/bin/sh\nprintf '%s\\n' \"$1\" > {shlex.quote(str(folder / 'addresses'))}\n"
            f"exec setpriv --pdeathsig KILL cat {shlex.quote(str(folder / 'visited'))}\n",
            encoding="utf-8",
        )
        script.chmod(0o755)
        # Open for writing as well, so that it does not end with the first program.
        self._listener = threading.Thread(target=self._listen, name="addresses", daemon=True)
        self._addresses_pipe = os.fdopen(os.open(folder / "addresses", os.O_RDWR), "r", encoding="utf-8")
        self._listener.start()

    def _listen(self) -> None:
        for line in self._addresses_pipe:
            if line == "\n":
                return
            self.open(line.strip())

    def _close_door(self) -> None:
        descriptor = os.open(self._door / "addresses", os.O_WRONLY)
        os.write(descriptor, b"\n")
        os.close(descriptor)
        self._listener.join(PATIENCE_S)
        self._addresses_pipe.close()
        self._let_go()

    def _let_go(self) -> None:
        """End the scripts that stay: they read from a pipe that is opened and closed here."""
        with contextlib.suppress(OSError):  # nobody reads
            os.close(os.open(self._door / "visited", os.O_WRONLY | os.O_NONBLOCK))

    # How it works

    def _visit(self, address: str, plan: _Plan) -> int:
        with self._news:
            self._addresses.append(address)
            number = len(self._addresses)
        order = {"action": plan.action, "account": plan.account, "code": plan.code}
        self._program.tell({"id": number, "url": address, **order})
        return number

    def _heard(self, message: Message) -> None:
        with self._news:
            if message.get("id") == "ready":
                self._ready = True
            elif message:
                number = message["id"]
                self._visits[number] = Visit(self._addresses[number - 1], tuple(message["pages"]), message["text"])
            self._news.notify_all()
        if self._visits:
            self._let_go()

    def _ended(self, number: int) -> Visit:
        self._wait(lambda: number in self._visits, f"the end of visit {number}")
        return self._visits[number]

    def _wait(self, condition: Callable[[], bool], what: str) -> None:
        with self._news:
            came = self._news.wait_for(lambda: condition() or not self._program.is_running, PATIENCE_S)
        if not (came and condition()):
            pytest.fail(f"{what} did not come:\n{self._program.complaints()}")
