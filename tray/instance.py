"""One process at a time: a lock on a file of the data folder, which the system lets go when the process dies."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

from tray.errors import CtiError

LOCK_NAME = "tray.lock"


class InstanceLock:
    """Held by one process at a time, at most for as long as it lives; by default the running tray's."""

    def __init__(self, folder: Path, name: str = LOCK_NAME) -> None:
        self._path = folder / name
        self._file: IO[bytes] | None = None

    def acquire(self) -> bool:
        """Take the lock; False when another process has it.

        Raises:
            CtiError: the file cannot be made or locked; the message names it.
        """
        try:
            file = self._path.open("ab")
        except OSError as error:
            raise self._unusable(error) from error
        try:
            _lock(file)
        except (BlockingIOError, PermissionError):
            file.close()
            return False
        except OSError as error:
            file.close()
            raise self._unusable(error) from error
        self._file = file
        return True

    def release(self) -> None:
        """Let go; the file stays, because removing it would race with the next start."""
        file, self._file = self._file, None
        if file is not None:
            file.close()

    def _unusable(self, error: OSError) -> CtiError:
        return CtiError(
            f"The file {self._path} cannot be used: {error.strerror or error}.",
            hint="Check the rights of the data folder and the free space.",
        )


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
