"""Saving what is on the screen as PNG files, for a start without a desktop and for a look at every window."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

WANTED = {"caller-card.png": "callerCard", "record-page.png": "recordPage"}
_LOOK_EVERY_MS = 25
_LOOK_TIMES = 400


class PictureSaver(QObject):
    """Waits until a window of each wanted object name is on the screen, saves it, and tells which files there are.

    Args:
        folder: where the files go; made where it is not there.
        done: gets the files, on the Qt thread; those that never came to the screen are missing.
    """

    def __init__(self, folder: Path, done: Callable[[tuple[Path, ...]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._done = done
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin to wait."""
        self._timer.start()

    def _look(self) -> None:
        self._looks += 1
        windows = {name: _window(wanted) for name, wanted in WANTED.items()}
        if None in windows.values() and self._looks < _LOOK_TIMES:
            return
        self._timer.stop()
        saved = (self._save(name, window) for name, window in windows.items() if window is not None)
        self._done(tuple(path for path in saved if path is not None))
        self.deleteLater()

    def _save(self, name: str, window: QWidget) -> Path | None:
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / name
        return path if window.grab().save(str(path)) else None


def _window(name: str) -> QWidget | None:
    windows = (widget for widget in QApplication.topLevelWidgets() if widget.isVisible())
    return next((window for window in windows if window.objectName() == name), None)
