"""Dialling: by which method, and which program this user's system starts for `tel:` links."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable

from tray.config_schema import DialMethod
from tray.doctor.model import Area, Finding, Level, Scene

_ASK_S = 1.5
_CHOOSE = "Choose a phone program for tel links in the settings of the system, or another method under [dial]."


def dialling(scene: Scene) -> Iterable[Finding]:
    """How numbers are dialled, and who takes them."""
    method = scene.loaded.config.dial.method
    handler = tel_handler()
    if method is not DialMethod.TEL:
        yield Finding(Area.DIALLING, Level.OK, f"Numbers are dialled with the method {method.value}.")
        if handler:
            yield Finding(Area.DIALLING, Level.OK, f"tel links are opened by {handler}.")
        return
    if handler is None:
        yield Finding(
            Area.DIALLING, Level.OK, "Numbers are handed over as tel links; who takes them is not known here."
        )
    elif not handler:
        yield Finding(Area.DIALLING, Level.ATTENTION, "No program takes tel links, so nothing can be dialled.", _CHOOSE)
    elif "ctitray" in handler.casefold().replace("-", "").replace("_", "").replace(" ", ""):
        text = "CTI Tray itself takes tel links and has no phone to give them to."
        yield Finding(Area.DIALLING, Level.PROBLEM, text, "Set another method under [dial] in config.toml.")
    else:
        yield Finding(Area.DIALLING, Level.OK, f"Numbers are handed over as tel links, which {handler} takes.")


if sys.platform == "win32":
    import winreg

    _CHOICE = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\tel\UserChoice"

    def tel_handler() -> str | None:
        """The program that this user chose for `tel:` links; "" for none, None where it cannot be known."""
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _CHOICE) as key:
                return str(winreg.QueryValueEx(key, "ProgId")[0])
        except FileNotFoundError:
            return ""
        except OSError:
            return None

else:

    def tel_handler() -> str | None:
        """The program that this user chose for `tel:` links; "" for none, None where it cannot be known."""
        program = shutil.which("xdg-mime")
        if program is None:
            return None
        try:
            asked = subprocess.run(  # noqa: S603 - no shell, and nothing from outside
                [program, "query", "default", "x-scheme-handler/tel"],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=_ASK_S,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        return asked.stdout.strip().removesuffix(".desktop") if asked.returncode == 0 else ""
