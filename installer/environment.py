"""The virtual environment of a checkout: made, filled from the lock file by hash, and left alone when it is right.

It must not start or check the product itself.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from installer import platforms, stamp, system
from installer.console import Console
from installer.errors import PIP, SetupError, failed, meaning_of
from installer.process import logged
from installer.stamp import Stamp, Todo

CHECKOUT = Path(__file__).resolve().parent.parent
LOCK = "requirements.lock"
TEST_LOCK = "tests/requirements.lock"
SPACE_MIB = {LOCK: 900, TEST_LOCK: 1300}
QT_CHECK = """
import ctypes, sys
from pathlib import Path
import PySide6.QtWidgets
for name in sys.argv[1:]:
    ctypes.CDLL(str(Path(PySide6.__path__[0], "Qt", "plugins", "platforms", name)))
"""


class Environment:
    """The virtual environment `.venv` of one checkout."""

    def __init__(self, checkout: Path, console: Console) -> None:
        self.checkout = checkout
        self.venv = checkout / ".venv"
        self.python = platforms.venv_python(self.venv)
        self.log = checkout / ".artifacts" / "installer.log"
        self._stamp_file = self.venv / "cti-tray-setup.json"
        self._console = console

    def prepare(self, use: system.Use, *, tests: bool = False) -> None:
        """Bring everything up to what the lock files say; does nothing when that is so already.

        Args:
            use: whether Qt has to show windows on this machine.
            tests: whether the tests' packages belong to it.

        Raises:
            SetupError: it cannot be done, with the reason in one sentence.
            OSError: the system refused something unforeseen.
        """
        locks = (LOCK, TEST_LOCK) if tests else (LOCK,)
        wanted = stamp.of(self.checkout, locks)
        libraries = system.missing_for_qt(use)
        todo = self._todo(wanted)
        if todo is Todo.NOTHING and not libraries:
            return
        platforms.check_interpreter()
        platforms.check_folder(self.checkout)
        platforms.check_own(self.venv)
        self.log.parent.mkdir(exist_ok=True)
        with platforms.only_one(self.log.with_suffix(".lock")):
            self.log.write_text("", encoding="utf-8")
            self._console.say(f"Setting up CTI Tray in {self.checkout}. {todo.value}")
            self._system_packages(libraries)
            self._build(wanted, self._todo(wanted), use)

    def _todo(self, wanted: Stamp) -> Todo:
        there = self.python.exists()
        found = stamp.todo(stamp.read(self._stamp_file), wanted, venv_there=there)
        return Todo.UNFINISHED if found is Todo.FIRST and self.venv.exists() else found

    def _system_packages(self, libraries: dict[str, str]) -> None:
        packages = [*libraries.values(), *system.missing_for_venv()]
        system.provide(packages, libraries, self._console, self.log)

    def _build(self, wanted: Stamp, todo: Todo, use: system.Use) -> None:
        last = None if todo.anew else stamp.read(self._stamp_file)
        if todo.anew:
            self._stamp_file.unlink(missing_ok=True)
            self._make()
        if todo.anew or todo is Todo.MORE_PACKAGES:
            self._install_packages(tuple(wanted.locks)[-1])
        if todo is not Todo.NOTHING:
            self._install_checkout()
        self._check_qt(use)
        if todo is not Todo.NOTHING:
            known = last.locks if last else {}
            stamp.write(self._stamp_file, replace(wanted, locks={**known, **wanted.locks}))

    def _make(self) -> None:
        with self._console.step("Making a virtual environment in .venv") as step:
            command = [platforms.base_python(), "-I", "-X", "utf8", "-m", "venv", "--clear", str(self.venv)]
            result = logged(command, self.log, on_line=lambda _line: step.update())
        if result.code:
            raise failed("Making the virtual environment", result.output, PIP, self.log)

    def _install_packages(self, lock: str) -> None:
        platforms.check_space(self.checkout, SPACE_MIB[lock])
        progress = PipProgress(_names_in(self.checkout / lock), self._unpacked)
        with self._console.step("Installing the locked packages") as step:
            arguments = ["--require-hashes", "--only-binary", ":all:", "-r", str(self.checkout / lock)]
            code, output = self._pip(arguments, lambda line: step.update(progress.feed(line)))
            if code and progress.count and meaning_of(output, PIP).worth_repeating:
                step.update("the connection broke, trying again")
                code, output = self._pip(arguments, lambda line: step.update(progress.feed(line)))
            if code:
                raise failed("Installing the locked packages", output, PIP, self.log)
            step.summarise(f"{progress.count} packages")

    def _unpacked(self) -> int:
        """How many packages lie in the environment."""
        return sum(1 for _ in platforms.site_packages(self.venv).glob("*.dist-info"))

    def _install_checkout(self) -> None:
        with self._console.step("Installing CTI Tray itself") as step:
            arguments = ["--no-deps", "--no-build-isolation", "--editable", str(self.checkout)]
            code, output = self._pip(arguments, lambda _line: step.update())
            if code:
                raise failed("Installing CTI Tray itself", output, PIP, self.log)

    def _pip(self, arguments: Sequence[str], show: Callable[[str], None]) -> tuple[int, str]:
        quiet = ["--no-input", "--disable-pip-version-check", "--progress-bar", "off", "--no-warn-script-location"]
        command = [str(self.python), "-I", "-X", "utf8", "-m", "pip", "install", *quiet, *arguments]
        result = logged(command, self.log, on_line=show, environment={**os.environ, "PIP_USER": "0"})
        return result.code, result.output

    def _check_qt(self, use: system.Use) -> None:
        """Load Qt for real; a library that no list knew of shows here, by its name."""
        plugins = {system.Use.OFFSCREEN: ["libqoffscreen.so"], system.Use.DESKTOP: ["libqoffscreen.so", "libqxcb.so"]}
        names = plugins[use] if sys.platform.startswith("linux") else []
        with self._console.step("Checking that Qt loads") as step:
            result = logged([str(self.python), "-I", "-c", QT_CHECK, *names], self.log, on_line=lambda _: step.update())
            if result.code:
                raise SetupError(
                    f"Qt does not load on this system: {result.last_line.partition(': ')[2] or result.last_line}.",
                    hint=f"Install the library it names, then start again. Details: {self.log}",
                )


class PipProgress:
    """Reads from pip's lines, and from what lies in the environment, how many of the packages are there.

    Args:
        listed: how many packages the lock file lists, for every system.
        unpacked: tells how many packages lie in the environment; pip is silent about that.
    """

    def __init__(self, listed: int, unpacked: Callable[[], int]) -> None:
        self._listed = listed
        self._unpacked = unpacked
        self._before: int | None = None
        self.count = 0

    def feed(self, line: str) -> str:
        """What to show after this line; empty when it changes nothing."""
        if line.startswith("Ignoring "):
            self._listed -= 1
        found = re.match(r"(?:Collecting|Processing) (?:\S*/)?([A-Za-z0-9_.]+)", line)
        if found:
            self.count += 1
            return f"{self.count} of {self._listed}, {found[1]}"
        if line.startswith("Installing collected packages"):
            self._before = self._unpacked()
        if self._before is None:
            return ""
        return f"unpacked {self._unpacked() - self._before} of {self.count}"


def _names_in(lock: Path) -> int:
    return sum(
        "==" in line and not line.startswith((" ", "#")) for line in lock.read_text(encoding="utf-8").splitlines()
    )
