"""Do not disturb: the user's own switch against cards, kept in the data folder so that it outlives the tray.

Nothing else switches it, presence in Teams least of all. What it does to a call is the rules' business.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

from tray.condition import Condition
from tray.files import replace_file
from tray.paths import prepare
from tray.worker import Worker

FILE_NAME = "do-not-disturb.json"
_MOST_BYTES = 1024


def load(folder: Path) -> bool:
    """Whether it is on; a file that is missing or damaged means off, because a missed card is the greater harm."""
    try:
        with (folder / FILE_NAME).open("rb") as file:
            data = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(data, dict) and data.get("on") is True


def save(folder: Path, *, on: bool) -> None:
    """Keep it for the next start.

    Raises:
        CtiError: the file cannot be written; it is as it was.
    """
    replace_file(prepare(folder) / FILE_NAME, json.dumps({"on": on}).encode())


class DoNotDisturb:
    """The switch of the running tray. Every method may be called from any thread.

    Args:
        folder: the data folder.
        condition: holds the state, for the icon and for calls that begin.
        refused: told when it cannot be kept for the next start.
    """

    def __init__(self, folder: Path, condition: Condition, refused: Callable[[Exception], None]) -> None:
        self._folder = folder
        self._condition = condition
        self._worker = Worker("do-not-disturb", refused, lambda: None)
        self._writing = threading.Lock()

    def toggle(self) -> None:
        """The user chose it in the menu: it holds for the next call at once, and is kept a little later."""
        self._condition.toggle_do_not_disturb()
        self._worker.do(self._keep)

    def switch(self, *, on: bool) -> None:
        """Switch it on or off, and keep that.

        Raises:
            CtiError: it holds now, but cannot be kept for the next start.
        """
        self._condition.set_do_not_disturb(on=on)
        self._keep()

    def stop(self) -> None:
        """Keep what is still to be kept, and end."""
        self._worker.stop()

    def _keep(self) -> None:
        """Write what holds now; of two writers the later one finds the newest."""
        with self._writing:
            save(self._folder, on=self._condition.do_not_disturb)
