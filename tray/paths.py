"""Where the product keeps its data: one folder per user, and the machine-wide folder of the administrator.

It must stay cheap to import: `cti-event` uses it while a softphone waits.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tray.errors import CtiError

APP_NAME = "CTI Tray"
HOME_VARIABLE = "CTI_TRAY_HOME"
JOURNAL_FILE = "journal.db"


def data_folder() -> Path:
    """The user's data folder: `CTI_TRAY_HOME`, else `%LOCALAPPDATA%\\CTI Tray` or the platform's equivalent."""
    override = os.environ.get(HOME_VARIABLE)
    if override:
        return Path(override)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        if local:
            return Path(local) / APP_NAME
    from platformdirs import user_data_path

    return user_data_path(APP_NAME, appauthor=False)


def machine_folder() -> Path | None:
    """The administrator's folder, `%ProgramData%\\CTI Tray`; on other systems the platform's site folder."""
    if sys.platform == "win32":
        base = os.environ.get("PROGRAMDATA")
        return Path(base) / APP_NAME if base else None
    return Path("/etc/xdg") / APP_NAME


def prepare(folder: Path) -> Path:
    """Create a folder that only this user can enter.

    Raises:
        CtiError: the folder cannot be created or written to; the message names it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if sys.platform != "win32":
            folder.chmod(0o700)
    except OSError as error:
        raise CtiError(
            f"The data folder {folder} cannot be used: {error.strerror or error}.",
            hint=f"Make it writable, or name another one in {HOME_VARIABLE}.",
        ) from error
    return folder
