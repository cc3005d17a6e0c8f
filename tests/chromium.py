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
import itertools
import os
import shlex
import shutil
import tempfile
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

import pytest

from tests.certificates import Certificates
from tests.display import require
from tests.node import Message, NodeProgram
from tests.openid import OpenIdProvider

Action = Literal["sign in", "cancel", "decline", "nothing"]
PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Visit:
    """How a visit ended.

    Args:
        address: what the browser was asked to open.
        pages: where it has been: `sign-in`, `consent`, `code`, `confirm`, `done`, `error` are the provider's pages,
            `app` is what the program under test shows on its redirect address, `unreachable` is a page of no server.
        text: what the last page says.
        asked: what the pages wanted opened by other programs, such as a telephone number.
        links: where the links of the last page lead.
    """

    address: str
    pages: tuple[str, ...]
    text: str
    asked: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plan:
    action: Action = "sign in"
    account: str = "anna"
    code: str = ""


class Chromium:
    """One running Chromium for many browsers; it trusts these certificates and no other unknown one."""

    def __init__(self, certificates: Certificates) -> None:
        self._trusted = certificates.public_key_hash
        self._news = threading.Condition()
        self._numbers = itertools.count(1)
        self._listeners: dict[int, Callable[[Message], None]] = {}
        self._ready = threading.Event()

    def __enter__(self) -> Self:
        require("chromium")
        options = {"program": shutil.which("chromium"), "trusted": self._trusted}
        self._program = NodeProgram("browser.mjs", options, self._heard)
        if not self._ready.wait(PATIENCE_S) or not self._program.is_running:
            complaints = self._program.complaints()
            self._program.stop()
            pytest.fail(f"Chromium did not start:\n{complaints}")
        return self

    def __exit__(self, *_: object) -> None:
        self._program.stop()

    def new_number(self) -> int:
        """A number that names a profile or a visit."""
        return next(self._numbers)

    def visit(
        self, profile: int, address: str, plan: _Plan, on_end: Callable[[Message], None], locale: str = "en-US"
    ) -> None:
        """Open an address in a profile and do what was planned; the first visit of a profile says its language."""
        number = self.new_number()
        self._listeners[number] = on_end
        what = {"action": plan.action, "account": plan.account, "code": plan.code}
        self._program.tell({"id": number, "profile": profile, "url": address, "locale": locale, **what})

    def forget(self, profile: int) -> None:
        """Close the windows of a profile, and drop its cookies."""
        self._program.tell({"forget": profile})

    @property
    def complaints(self) -> str:
        return self._program.complaints()

    def _heard(self, message: Message) -> None:
        if message.get("id"):
            self._listeners.pop(message["id"])(message)
        else:  # it is ready, or has ended
            self._ready.set()


class Browser:
    """A user's browser with nothing in it yet.

    Args:
        provider: the one whose certificate it trusts; None where `chromium` is given.
        chromium: one that runs already and trusts it; without it, the browser has one of its own.
        locale: the language of its user.
    """

    def __init__(
        self, provider: OpenIdProvider | None, chromium: Chromium | None = None, *, locale: str = "en-US"
    ) -> None:
        self._has_own = chromium is None
        if chromium is None:
            assert provider is not None
            chromium = Chromium(provider.certificates)
        self._chromium = chromium
        self._locale = locale
        self._stack = contextlib.ExitStack()
        self._news = threading.Condition()
        self._plans: deque[_Plan] = deque()
        self._addresses: list[str] = []
        self._visits: dict[int, Visit] = {}
        self._taken = 0

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as stack:
            if self._has_own:
                stack.enter_context(self._chromium)
            self._profile = self._chromium.new_number()
            stack.callback(self._chromium.forget, self._profile)
            self._door = stack.enter_context(Door(self.open))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def environment(self) -> dict[str, str]:
        """What makes a program open its addresses here."""
        return self._door.environment

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
        self._visit(address, self._plans.popleft() if self._plans else _Plan())
        return True

    def enter_code(self, address: str, code: str, action: Action = "sign in", account: str = "anna") -> Visit:
        """Type the code of a device at this address, sign in, and give the visit when it has ended."""
        return self._ended(self._visit(address, _Plan(action, account, code)))

    # What came of it

    def wait_for_visit(self) -> Visit:
        """The first visit that was not yet waited for, when it has begun and ended."""
        self._taken += 1
        return self._ended(self._taken)

    @property
    def addresses(self) -> list[str]:
        """All that the browser was asked to open."""
        return list(self._addresses)

    def _visit(self, address: str, plan: _Plan) -> int:
        self._addresses.append(address)
        number = len(self._addresses)

        def end(message: Message) -> None:
            with self._news:
                told = (tuple(message[each]) for each in ("asked", "links"))
                self._visits[number] = Visit(address, tuple(message["pages"]), message["text"], *told)
                self._news.notify_all()
            self._door.let_go()

        self._chromium.visit(self._profile, address, plan, end, self._locale)
        return number

    def _ended(self, number: int) -> Visit:
        with self._news:
            if not self._news.wait_for(lambda: number in self._visits, PATIENCE_S):
                pytest.fail(f"visit {number} did not end:\n{self._chromium.complaints}")
            return self._visits[number]


class Door:
    """Where programs find the browser: a script that hands on an address, then stays as long as a visit may last.

    It stays because `webbrowser` takes a program that is gone at once for one that failed, and tries the next.
    """

    def __init__(self, open_address: Callable[[str], object]) -> None:
        self._open_address = open_address
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Self:
        require("setpriv")
        with contextlib.ExitStack() as stack:
            self._folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="browser")))
            addresses, visited, script = (self._folder / name for name in ("addresses", "visited", "open"))
            os.mkfifo(addresses)
            os.mkfifo(visited)
            hand_on = f"printf '%s\\n' \"$1\" > {shlex.quote(str(addresses))}"
            stay = f"exec setpriv --pdeathsig KILL cat {shlex.quote(str(visited))}"
            script.write_text(f"#!/bin/sh\n{hand_on}\n{stay}\n", encoding="utf-8")
            script.chmod(0o755)
            # Opened for writing as well, so that it does not end with the first program that writes.
            self._pipe = stack.enter_context(os.fdopen(os.open(addresses, os.O_RDWR), "r", encoding="utf-8"))
            self._thread = threading.Thread(target=self._listen, name="addresses", daemon=True)
            self._thread.start()
            stack.callback(self._close)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def environment(self) -> dict[str, str]:
        """A `$BROWSER` that Python's `webbrowser` does not wait for."""
        return {"BROWSER": f"{shlex.quote(str(self._folder / 'open'))} %s &"}

    def let_go(self) -> None:
        """End the scripts that stay: what they read from is opened and closed here."""
        with contextlib.suppress(OSError):  # nobody reads
            os.close(os.open(self._folder / "visited", os.O_WRONLY | os.O_NONBLOCK))

    def _listen(self) -> None:
        """Take addresses until an empty line comes."""
        for line in self._pipe:
            if line == "\n":
                return
            self._open_address(line.strip())

    def _close(self) -> None:
        (self._folder / "addresses").write_text("\n", encoding="utf-8")
        self._thread.join(PATIENCE_S)
        self.let_go()
