"""A window as high as what it says: texts that wrap need another height at each width, and in each state."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent

from ui.theme import Theme
from ui.window import DeskWindow


class FittingWindow(DeskWindow):
    """Subclasses call `settle` after they have said something else. It is never narrower than `narrowest` pixels."""

    def __init__(self, theme: Theme, name: str, size: QSize, narrowest: int = 0) -> None:
        super().__init__(theme, name, size)
        self._narrowest = narrowest

    def present(self) -> None:
        """Show the window in front with the keyboard, because the user asked for it."""
        super().present()
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width needs another height."""
        super().resizeEvent(event)
        self._fit()

    def settle(self) -> None:
        """No higher than what is said now, whatever was said before."""
        self._fit()
        if self.isVisible():
            self.resize(self.width(), max(self.minimumHeight(), self.start_size().height()))

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None and self.isVisible():  # what it knows of parts that were never shown is wrong
            layout.activate()
            narrowest = max(layout.minimumSize().width(), self.theme.width_px(self._narrowest))
            self.setMinimumSize(narrowest, layout.totalHeightForWidth(max(self.width(), narrowest)))
