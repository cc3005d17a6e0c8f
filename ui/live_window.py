"""A window that looks now and then at what changes by itself, such as who is connected, while somebody can see it."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from ui.theme import Theme
from ui.window import DeskWindow

LIVE_MS = 5000
"""How often it looks."""


class LiveWindow(DeskWindow):
    """Subclasses say by `reload` what is loaded again, every `every_ms` milliseconds where they give that."""

    def __init__(self, theme: Theme, name: str, size: QSize, every_ms: int | None = None) -> None:
        super().__init__(theme, name, size)
        self._live = QTimer(self, interval=every_ms or LIVE_MS)
        self._live.timeout.connect(self.refresh_if_open)

    def reload(self) -> None:
        """Ask for what the window shows again."""
        raise NotImplementedError

    def refresh_if_open(self) -> None:
        """`reload` where the user can see it."""
        if self.isVisible():
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Somebody looks."""
        super().showEvent(event)
        self._live.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody looks."""
        self._live.stop()
        super().hideEvent(event)
