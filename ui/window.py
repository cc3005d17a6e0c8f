"""What the windows beside the cards have in common: look, language, size, Escape, and how they come to the front."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme import TextRole, Theme


class DeskWindow(QWidget):
    """A window that is hidden rather than destroyed and keeps its size.

    It follows the theme by `restyle`, and the language by `retranslate`.
    """

    def __init__(self, theme: Theme, name: str, size: QSize) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName(name)
        self.theme = theme
        self._usual = size
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take fonts, heights and drawings from the theme."""
        self.setFont(self.theme.font(TextRole.BODY))

    def retranslate(self) -> None:
        """Write every text anew, in the language in force. Windows call it when they are built."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language was chosen while the window is there."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def start_size(self) -> QSize:
        """The first size on the screen where the window is."""
        return self.size_on((self.screen() or QGuiApplication.primaryScreen()).availableGeometry().size())

    def size_on(self, screen: QSize) -> QSize:
        """The first size where a screen has so much room: it follows the text scaling, and its frame fits as well."""
        wanted = QSize(self.theme.width_px(self._usual.width()), self.theme.text_px(self._usual.height()))
        return wanted.boundedTo(QSize(screen.width() * 24 // 25, screen.height() * 23 // 25))

    def present(self) -> None:
        """Show the window in front with the keyboard, because the user asked for it."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.resize(self.start_size())
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Closing hides; the window is used again."""
        event.accept()
