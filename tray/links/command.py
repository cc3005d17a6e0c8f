"""The command line that the system runs for a link, quoted for the places where it stands.

A link comes from a web page. It is always one argument of its own behind `--`, so that nothing in it can be taken for
an option, for a second argument or for something to run; and Python is told not to look for modules in the folder in
which the browser happens to be.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tray.errors import CtiError

_PLAIN = re.compile(r"[A-Za-z0-9_@+=:,./-]+")


def link_command() -> tuple[str, ...]:
    """Program and arguments; the link comes behind them. The program has no window of its own."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "open", "--")
    return (_without_window(Path(sys.executable)), "-P", "-m", "tray.open_link", "--")


def run_command() -> tuple[str, ...]:
    """Program and arguments that start the tray, and leave one that runs already as it is."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "run", "--background")
    return (_without_window(Path(sys.executable)), "-P", "-m", "tray.cli", "run", "--background")


def _without_window(python: Path) -> str:
    """The interpreter that opens no console on Windows, where there is one."""
    silent = python.with_name("pythonw.exe")
    return str(silent if python.name.lower() == "python.exe" and silent.exists() else python)


def windows_line(command: tuple[str, ...]) -> str:
    """The command as it stands under `shell\\open\\command`; Windows puts the link in the place of %1.

    Raises:
        CtiError: the path of the program holds a percent sign, which Windows would take for a place of its own.
    """
    program, *arguments = command
    if any("%" in part for part in command):
        raise CtiError(
            "CTI Tray cannot be registered from a folder with % in its name.",
            hint="Move it to another folder.",
        )
    return f'"{program}" {subprocess.list2cmdline(arguments)} "%1"'


def desktop_line(command: tuple[str, ...]) -> str:
    """The command as the value of `Exec` (Desktop Entry Specification, "The Exec key"); %u stands for the link."""
    return " ".join([*map(_desktop_word, command), "%u"])


def _desktop_word(word: str) -> str:
    if _PLAIN.fullmatch(word):
        return word
    quoted = re.sub(r'(["`$\\])', r"\\\1", word)
    # The value is a string of the file format too, where a backslash stands for itself only when doubled.
    return '"{}"'.format(quoted.replace("\\", "\\\\").replace("%", "%%"))
