"""The tray as a program for links on a desktop that follows freedesktop.org: one desktop entry of the user.

The system's own `xdg-mime` says and sets which program is chosen, because every desktop keeps that differently. No
shell is used, and nothing outside of the user's own folders is written.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tray.errors import CtiError
from tray.links.command import desktop_line
from tray.links.model import SCHEMES, LinkState
from tray.paths import APP_NAME

ENTRY = "cti-tray.desktop"
PATIENCE_S = 10.0
_DEFAULTS = "mimeapps.list"


def entry_text(command: tuple[str, ...]) -> str:
    """The desktop entry."""
    return "\n".join(
        [
            "[Desktop Entry]",
            "Type=Application",
            f"Name={APP_NAME}",
            "Comment=Dials numbers that you click, after asking you",
            f"Exec={desktop_line(command)}",
            "Terminal=false",
            "NoDisplay=true",
            f"MimeType={''.join(f'{kind(scheme)};' for scheme in SCHEMES)}",
            "",
        ]
    )


def kind(scheme: str) -> str:
    """The name under which the desktop knows the links of a scheme."""
    return f"x-scheme-handler/{scheme}"


class DesktopLinks:
    """The programs for links on Linux; `environment` says where the user's folders are."""

    def __init__(self, environment: Mapping[str, str], command: tuple[str, ...]) -> None:
        home = Path(environment.get("HOME") or Path.home())
        self._data = Path(environment.get("XDG_DATA_HOME") or home / ".local/share") / "applications"
        self._settings = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
        self._environment = dict(environment)
        self._command = command

    @property
    def entry(self) -> Path:
        """The file of the desktop entry."""
        return self._data / ENTRY

    def register(self) -> None:
        """Write the entry, and choose it."""
        try:
            self._data.mkdir(parents=True, exist_ok=True)
            self._settings.mkdir(parents=True, exist_ok=True)
            self.entry.write_text(entry_text(self._command), encoding="utf-8")
        except OSError as error:
            raise _cannot_write(self.entry, error) from error
        self._update()
        if self._xdg_mime("default", ENTRY, *map(kind, SCHEMES)) is None:
            raise CtiError(
                f"{self.entry} is written, but the desktop could not be told to use it.",
                hint="Install xdg-utils and try again, or choose it in the settings of the desktop.",
            )

    def remove(self) -> None:
        """Delete the entry, and take it out of the user's choices."""
        for file in (self._settings / _DEFAULTS, self._data / _DEFAULTS):
            self._forget(file)
        try:
            self.entry.unlink(missing_ok=True)
        except OSError as error:
            raise _cannot_write(self.entry, error) from error
        self._update()

    def state(self, scheme: str) -> LinkState:
        """How far the desktop sends the links of a scheme here."""
        if self._chosen(scheme) == ENTRY:
            return LinkState.CHOSEN
        return LinkState.OFFERED if self.entry.exists() else LinkState.NOT_REGISTERED

    def has_program(self, scheme: str) -> bool:
        """Whether the desktop names a program."""
        return bool(self._chosen(scheme))

    def plan(self) -> tuple[str, ...]:
        """The file and what is in it."""
        return (str(self.entry), *(f"  {line}" for line in entry_text(self._command).splitlines()))

    def advice(self) -> tuple[str, ...]:
        """Nothing is left to do."""
        return ()

    def _chosen(self, scheme: str) -> str:
        return (self._xdg_mime("query", "default", kind(scheme)) or "").strip()

    def _xdg_mime(self, *arguments: str) -> str | None:
        """What the desktop answers; None where it does not."""
        try:
            done = subprocess.run(  # noqa: S603 - no shell, and words of this module
                ["xdg-mime", *arguments],  # noqa: S607 - the user's own PATH says where it is
                env=self._environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=PATIENCE_S,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        return None if done.returncode else done.stdout

    def _update(self) -> None:
        """Bring the desktop's list of programs up to date where it keeps one."""
        tool = shutil.which("update-desktop-database", path=self._environment.get("PATH", os.defpath))
        if tool is not None and self._data.is_dir():
            subprocess.run([tool, str(self._data)], env=self._environment, capture_output=True, check=False)  # noqa: S603

    def _forget(self, file: Path) -> None:
        try:
            text = file.read_text(encoding="utf-8") if file.exists() else ""
            kept = [line for line in map(_without_us, text.splitlines()) if line is not None]
            if text and kept != text.splitlines():
                file.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise _cannot_write(file, error) from error


def _without_us(line: str) -> str | None:
    """A line of the user's choices without our entry; None where nothing is left of it."""
    name, equals, programs = line.partition("=")
    if not equals or name.strip() not in map(kind, SCHEMES) or ENTRY not in programs:
        return line
    left = [program for program in programs.split(";") if program.strip() not in {"", ENTRY}]
    return f"{name}={';'.join(left)};" if left else None


def _cannot_write(file: Path, error: Exception) -> CtiError:
    reason = (isinstance(error, OSError) and error.strerror) or error
    return CtiError(f"{file} cannot be changed: {reason}.", hint="Check the rights of the file and its folder.")
