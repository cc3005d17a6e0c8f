"""Files that survive: replaced so that nobody sees a half one, and kept aside when they are damaged.

For settings and state of a few kilobytes; it must not be used for secrets that need more than the user's own rights.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path

from tray.errors import CtiError
from tray.texts import translate


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` to `path` atomically. A new file is for its user only; an existing one keeps its mode.

    A symbolic link stays one: the file it points to is replaced.

    Raises:
        CtiError: the folder or the file cannot be written; the message names the file, which is as it was.
    """
    try:
        _replace(path.resolve(), data)
    except OSError as error:
        raise CtiError(
            translate("Files", "The file {file} cannot be written: {reason}.").format(
                file=path, reason=error.strerror or error
            ),
            hint=translate("Files", "Check the rights of the file and its folder, and the free space."),
        ) from error


def move_aside(path: Path) -> Path:
    """Rename a damaged database with its side files to the first free `NAME.damaged-N.db`; gives the new path.

    Raises:
        OSError: it cannot be renamed.
    """
    number = 1
    while (kept := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    for part in ("-shm", "-wal", ""):
        side = path.with_name(path.name + part)
        if side.exists():
            side.replace(kept.with_name(kept.name + part))
    return kept


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            Path(name).chmod(path.stat().st_mode & 0o777)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
