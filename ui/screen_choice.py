"""Finding the screen on which cards open."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QCursor, QGuiApplication, QScreen


@dataclass(frozen=True, slots=True)
class ScreenChoice:
    """Which screen gets the cards, the `ui.screen` setting: "cursor", "primary" or the name of a screen."""

    name: str = "cursor"

    def find(self) -> QScreen:
        """The screen for the next card; the primary one where the wanted one is not there."""
        primary = QGuiApplication.primaryScreen()
        if len(QGuiApplication.screens()) == 1:
            return primary  # where the pointer is, only the X server would know
        if self.name == "cursor":
            return QGuiApplication.screenAt(QCursor.pos()) or primary
        return next((screen for screen in QGuiApplication.screens() if screen.name() == self.name), primary)
