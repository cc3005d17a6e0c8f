"""The Node packages of the tests: installed by hash from their lock file into a folder that is named after it.

Only tests use them; the product knows nothing of Node. A folder under its final name is complete.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from installer import platforms
from installer.console import Console
from installer.errors import NPM, SetupError, failed, meaning_of
from installer.process import Finished, logged

SOURCES = Path("tests", "identity", "provider")
LISTS = ("package.json", "package-lock.json")
SPACE_MIB = 100
INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund")


def folder_of(checkout: Path) -> Path:
    """Where the packages of this checkout's lock file belong."""
    locked = b"".join((checkout / SOURCES / name).read_bytes() for name in LISTS)
    return checkout / ".artifacts" / "node" / hashlib.sha256(locked).hexdigest()[:16]


def is_there(checkout: Path) -> bool:
    """Whether they are installed; true as well where the checkout has no tests that need them."""
    return not (checkout / SOURCES).exists() or folder_of(checkout).exists()


def provide(checkout: Path, console: Console, log: Path) -> None:
    """Install the packages, unless that was done for this lock file before.

    Raises:
        SetupError: npm is missing, or could not install them.
    """
    if is_there(checkout):
        return
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise SetupError(
            "The sign-in tests need Node.js 20 or newer with npm, and it is not installed.",
            hint="Install it (Debian 13, Ubuntu 24.10: apt-get install nodejs npm), then start again.",
        )
    final = folder_of(checkout)
    half = final.with_suffix(".new")
    platforms.check_space(checkout, SPACE_MIB)
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    for name in LISTS:
        shutil.copyfile(checkout / SOURCES / name, half / name)
    with console.step("Installing the locked Node packages") as step:
        result = _install(npm, half, log, lambda _line: step.update())
        if result.code and meaning_of(result.output, NPM).worth_repeating:
            step.update("the connection broke, trying again")
            result = _install(npm, half, log, lambda _line: step.update())
        if result.code:
            raise failed("Installing the locked Node packages", result.output, NPM, log)
        half.rename(final)


def _install(npm: str, folder: Path, log: Path, show: Callable[[str], None]) -> Finished:
    return logged([npm, "--prefix", str(folder), *INSTALL], log, on_line=show)
