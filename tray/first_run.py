"""Whether CTI Tray starts for the very first time in a data folder, which is when the windows introduce it.

Every start leaves these files behind, so that nothing else has to be remembered.
"""

from __future__ import annotations

from pathlib import Path

from tray.directory.store import FILE_NAME as DIRECTORY_FILE
from tray.paths import JOURNAL_FILE
from tray.setup.opening import STORE_FILE

_LEFT_BEHIND = (JOURNAL_FILE, DIRECTORY_FILE, STORE_FILE)


def is_first_run(folder: Path) -> bool:
    """Whether nothing tells of an earlier start, or of a command that was given before; ask before the tray is made."""
    return not any((folder / name).exists() for name in _LEFT_BEHIND)
