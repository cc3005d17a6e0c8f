"""The Node packages of the tests: installed by hash from their lock file into a folder that is named after it.

Only tests use them; the product knows nothing of Node. A folder under its final name is complete.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from installer import platforms
from installer.console import Console
from installer.errors import NPM, failed, meaning_of
from installer.process import Finished, logged

SOURCES = Path("tests", "identity", "provider")
LISTS = ("package.json", "package-lock.json")
INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund")
OLDEST = 20
SPACE_MIB = 100


def folder_of(checkout: Path) -> Path:
    """Where the packages of this checkout's lock file belong."""
    locked = b"".join((checkout / SOURCES / name).read_bytes() for name in LISTS)
    return checkout / ".artifacts" / "node" / hashlib.sha256(locked).hexdigest()[:16]


def is_there(checkout: Path) -> bool:
    """Whether the packages of this checkout's lock file are installed."""
    return folder_of(checkout).exists()


def lacking() -> str:
    """What has to be installed before the packages can be, as the user reads it; empty when nothing is lacking."""
    need = f"The tests of signing in need Node.js {OLDEST} or newer with npm"
    if missing := [program for program in ("node", "npm") if shutil.which(program) is None]:
        return f"{need}; not installed: {', '.join(missing)}."
    answer = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout.strip()
    major = answer.removeprefix("v").partition(".")[0]
    if not major.isdigit() or int(major) < OLDEST:
        return f"{need}; installed: {answer or 'one that does not start'}."
    return ""


def provide(checkout: Path, console: Console, log: Path) -> None:
    """Install the packages, unless that was done for this lock file before.

    Raises:
        SetupError: npm could not install them, with the reason in one sentence.
    """
    final = folder_of(checkout)
    if final.exists():
        return
    platforms.check_folder(checkout)
    platforms.check_space(checkout, SPACE_MIB)
    log.parent.mkdir(exist_ok=True)
    with platforms.only_one(log.with_suffix(".lock")), console.step("Installing the locked Node packages") as step:
        half = final.with_suffix(".new")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        for name in LISTS:
            shutil.copyfile(checkout / SOURCES / name, half / name)
        result = _install(half, log, step.update)
        if result.code and meaning_of(result.output, NPM).worth_repeating:
            step.update("the connection broke, trying again")
            result = _install(half, log, step.update)
        if result.code:
            raise failed("Installing the locked Node packages", result.output, NPM, log)
        half.rename(final)


def _install(folder: Path, log: Path, show: Callable[[], None]) -> Finished:
    npm = str(shutil.which("npm"))  # with its ending, which Windows needs
    return logged([npm, "--prefix", str(folder), *INSTALL], log, on_line=lambda _line: show())
