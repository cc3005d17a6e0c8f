"""Everything in the set-up that differs between Windows and Linux, and what the machine itself can and cannot do.

It must not know the steps of the set-up.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from installer.errors import SetupError
from tray.desktop import display_answers

OLDEST_GLIBC = (2, 34)
MEBIBYTE = 1024 * 1024


def venv_python(venv: Path) -> Path:
    """The interpreter inside a virtual environment."""
    return venv / "Scripts" / "python.exe" if sys.platform == "win32" else venv / "bin" / "python"


def site_packages(venv: Path) -> Path:
    """The folder of the packages in a virtual environment made with this Python."""
    if sys.platform == "win32":
        return venv / "Lib" / "site-packages"
    return venv / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"


def base_python() -> str:
    """The interpreter to make virtual environments with: never one that lives in such an environment itself."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def has_desktop(environment: Mapping[str, str]) -> bool:
    """Whether windows can be shown; on Linux that takes an X or Wayland display that answers."""
    return display_answers(environment)


def is_root() -> bool:
    """Whether this user may install system packages."""
    if sys.platform == "win32":
        return False
    else:  # noqa: RET505 - the type checker follows only branches
        return os.geteuid() == 0


def go_on_as(command: Sequence[str | Path]) -> int:
    """Become that command, so that signals reach it; on Windows, wait for it and return its exit code."""
    words = [str(part) for part in command]
    sys.stdout.flush()
    if sys.platform == "win32":
        with subprocess.Popen(words) as program:
            while True:
                try:
                    return program.wait()
                except KeyboardInterrupt:
                    continue  # Ctrl+C went to the program as well; it decides how it ends
    else:
        return os.execv(words[0], words)  # noqa: S606


def check_interpreter() -> None:
    """Refuse a Python or a system for which Qt is not published.

    Raises:
        SetupError: a 32-bit Python, or a Linux older than the libraries were built for.
    """
    if sys.maxsize < 2**32:
        raise SetupError(
            "This Python is a 32-bit one, and Qt needs 64 bits.", hint="Install the 64-bit Python and start again."
        )
    if sys.platform.startswith("linux"):
        name, version = platform.libc_ver()
        if not glibc_suits(name, version):
            raise SetupError(
                f"Qt needs glibc 2.34 or newer, and this system has {name or 'another C library'} {version}".rstrip()
                + ".",
                hint="Debian 12, Ubuntu 22.04 or anything newer will do.",
            )


def glibc_suits(name: str, version: str) -> bool:
    """Whether Qt's Linux build runs on this C library."""
    numbers = version.split(".")
    return name == "glibc" and numbers[0].isdigit() and tuple(int(part) for part in numbers[:2]) >= OLDEST_GLIBC


def check_folder(folder: Path) -> None:
    """Refuse a folder that cannot be written to.

    Raises:
        SetupError: names the folder.
    """
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise SetupError(
            f"The folder {folder} cannot be written to: {error.strerror or error}.",
            hint="Copy the checkout to a folder of your own and start there.",
        ) from error


def check_own(venv: Path) -> None:
    """Refuse a virtual environment that is a link: making it anew would empty the one of another checkout.

    Raises:
        SetupError: names the link.
    """
    if venv.is_symlink():
        raise SetupError(
            f"{venv} is a link to {venv.resolve()}, which belongs to something else.",
            hint="Remove the link and start again.",
        )


def check_space(folder: Path, needed_mib: int) -> None:
    """Refuse to begin when the disk is about to be full.

    Raises:
        SetupError: names the folder, what is free and what is needed.
    """
    free = shutil.disk_usage(folder).free // MEBIBYTE
    if free < needed_mib:
        raise SetupError(
            f"The disk of {folder} is nearly full: {free} MB are free and the set-up needs {needed_mib} MB.",
            hint="Make room and start again.",
        )


@contextmanager
def only_one(lock: Path) -> Iterator[None]:
    """Hold a lock file while setting up, so that two set-ups never write into one folder.

    Raises:
        SetupError: another set-up holds it.
    """
    with lock.open("a") as handle:
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise SetupError(
                f"Another set-up is running in {lock.parent.parent}.", hint="Wait until it is done, then start again."
            ) from error
        yield
