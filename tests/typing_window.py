"""Another program with a text field, for tests of who has the keyboard: its window title tells what was typed."""

from __future__ import annotations

import sys

from tests.display import Desktop, wait_until

_TITLE = "Typing: "
_PROGRAM = f"""
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
application = QApplication([])
edit = QLineEdit()
edit.setWindowTitle("{_TITLE}")
edit.textChanged.connect(lambda text: edit.setWindowTitle("{_TITLE}" + text))
edit.resize(300, 80)
edit.move(20, 20)
edit.show()
sys.exit(application.exec())
"""


class TypingWindow:
    """The other program, started and in possession of the keyboard. It ends with the desktop, or with `close`."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._process = desktop.start(sys.executable, "-c", _PROGRAM)
        self.window = desktop.wait_for_window(_TITLE)
        self.wait_until_active()

    @property
    def text(self) -> str:
        """What has arrived in the text field."""
        return self._desktop.title(self.window).removeprefix(_TITLE)

    @property
    def is_active(self) -> bool:
        """Whether the window manager says that it has the keyboard."""
        return self._desktop.active_window() == self.window

    def wait_until_active(self) -> None:
        """Wait until it has the keyboard."""
        wait_until(lambda: self.is_active, what="the other program to be active")

    def wait_for_text(self, text: str) -> None:
        """Wait until exactly this has arrived."""
        wait_until(lambda: self.text == text, what=f"{len(text)} characters in the other program")

    def close(self) -> None:
        """End the program."""
        self._process.terminate()
        self._process.wait()
