"""System packages: which are missing, and installing them with apt where that is possible.

Shared libraries are looked for by loading them, so this holds on every Linux; only naming and installing packages is
Debian's and Ubuntu's. It must not touch the virtual environment.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from enum import Enum
from pathlib import Path

from installer import platforms
from installer.console import Console
from installer.errors import APT, SetupError, failed, meaning_of
from installer.process import Finished, logged

APT_LISTS = Path("/var/lib/apt/lists")
WAIT_FOR_APT_S = 60


class Use(Enum):
    """What Qt shall be able to do."""

    OFFSCREEN = "off screen"
    DESKTOP = "windows on a desktop"


_OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libEGL.so.1": "libegl1",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
QT_LIBRARIES = {Use.OFFSCREEN: _OFFSCREEN, Use.DESKTOP: _OFFSCREEN | _X11}

TEST_TOOLS = (
    "baresip-core",
    "chromium",
    "dbus",
    "fonts-dejavu-core",
    "gcc",
    "gcc-mingw-w64-i686-win32",
    "gcc-mingw-w64-x86-64-win32",
    "gnome-keyring",
    "imagemagick",
    "libc6-dev",
    "openbox",
    "postgresql",
    "sip-tester",
    "tint2",
    "wmctrl",
    "x11-utils",
    "xauth",
    "xdotool",
    "xvfb",
)
NODE = {"node": "nodejs", "npm": "npm"}


def missing_for_qt(use: Use) -> dict[str, str]:
    """The shared libraries that do not load, each with the Debian package that has it; none outside Linux."""
    if sys.platform == "win32":
        return {}
    else:  # noqa: RET505 - the type checker follows only branches
        return {library: package for library, package in QT_LIBRARIES[use].items() if not _loads(library)}


def missing_for_venv() -> list[str]:
    """The package that makes `python -m venv` work, if this Python was delivered without it (Debian does that)."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return []
    return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


def missing_tools(packages: Iterable[str] = TEST_TOOLS) -> list[str]:
    """The packages of the tests that dpkg does not know as installed; none where there is no dpkg to ask."""
    wanted = list(packages)
    asked = shutil.which("dpkg-query")
    if not asked:
        return []
    answer = subprocess.run(
        [asked, "--show", "--showformat", "${Package} ${db:Status-Status}\n", *wanted],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    installed = {line.split()[0] for line in answer.stdout.splitlines() if line.endswith(" installed")}
    return [package for package in wanted if package not in installed]


def missing_node() -> list[str]:
    """Debian's packages of Node.js, as far as its programs are not here; they often come from elsewhere, in one."""
    if shutil.which("dpkg-query") is None:
        return []
    return [package for program, package in NODE.items() if shutil.which(program) is None]


def has_apt() -> bool:
    """Whether this is Debian, Ubuntu or one of their kind."""
    return bool(shutil.which("apt-get") and shutil.which("dpkg-query"))


def command_for(packages: Iterable[str]) -> str:
    """The one command that a user can give to install packages."""
    return f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def provide(packages: Iterable[str], libraries: Iterable[str], console: Console, log: Path) -> None:
    """Install missing packages as root; as somebody else, name the one command.

    Args:
        packages: Debian's names of what is missing.
        libraries: the same as other systems call it, for the message there.
        console: shows the progress.
        log: takes apt's whole output.

    Raises:
        SetupError: they are still missing.
    """
    wanted = sorted(set(packages))
    if not wanted:
        return
    if not has_apt():
        raise SetupError(
            f"Something is missing on this system: {', '.join(sorted(set(libraries)) or wanted)}.",
            hint="Install it with the package manager of your system, then start again.",
        )
    if not platforms.is_root():
        raise SetupError(
            f"System packages are missing: {', '.join(wanted)}.",
            hint=f"Run this, then start again: {command_for(wanted)}",
        )
    with console.step(f"Installing {len(wanted)} system packages") as step:
        _install(wanted, log, step.update)
        step.summarise(", ".join(wanted))


def _install(packages: list[str], log: Path, show: Callable[[str], None]) -> None:
    """Install with apt; the package lists are renewed when there are none, or when the first try shows they are old."""
    install = ["install", "-y", "--no-install-recommends", *packages]
    if not any(APT_LISTS.glob("*Packages*")):
        _apt(["update"], log, show)
    result = _apt(install, log, show)
    if result.code and meaning_of(result.output, APT).worth_repeating:
        if "dpkg was interrupted" in result.output:
            logged(["dpkg", "--configure", "-a"], log, environment=_apt_environment())
        _apt(["update"], log, show)
        result = _apt(install, log, show)
    if result.code:
        raise failed("Installing system packages", result.output, APT, log)


def _apt(arguments: list[str], log: Path, show: Callable[[str], None]) -> Finished:
    options = ["-o", f"DPkg::Lock::Timeout={WAIT_FOR_APT_S}", "-o", "Acquire::Retries=3", "-o", "Dpkg::Use-Pty=0"]
    return logged(
        ["apt-get", *options, *arguments],
        log,
        on_line=lambda line: show(_in_short(line)),
        environment=_apt_environment(),
    )


def _apt_environment() -> dict[str, str]:
    return {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}


def _in_short(line: str) -> str:
    """The part of a line of apt that tells how far it is; empty for the others."""
    words = line.split()
    if len(words) > 1 and words[0] in ("Unpacking", "Setting"):
        return f"{words[0].lower()} {words[2] if words[0] == 'Setting' else words[1]}"
    if words and words[0].startswith("Get:"):
        return "downloading"
    return ""


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
