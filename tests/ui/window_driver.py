"""Finding and using the parts of a window as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from ui.banner import Banner


class WindowDriver:
    """One open window."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self.qtbot = qtbot
        self.window = window
        qtbot.addWidget(window)

    def button(self, name: str) -> QPushButton:
        """A button by its object name."""
        found = self.window.findChild(QPushButton, name)
        assert found is not None, name
        return found

    def press(self, name: str) -> None:
        """Click a button that can be clicked."""
        assert self.button(name).isEnabled(), name
        assert self.button(name).isVisible(), name
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def line(self, name: str) -> QLineEdit:
        """A text field."""
        found = self.window.findChild(QLineEdit, name)
        assert found is not None, name
        return found

    def text(self, name: str) -> str:
        """What a label says."""
        found = self.window.findChild(QLabel, name)
        assert found is not None, name
        return found.text()

    def visible_text(self, name: str) -> str:
        """What the one label of this name says that can be seen."""
        (found,) = (label for label in self.window.findChildren(QLabel, name) if label.isVisible())
        assert isinstance(found, QLabel)
        return found.text()

    @property
    def banner(self) -> str:
        """What is said about the whole window."""
        banner = self.window.findChild(Banner, "banner")
        assert banner is not None
        return banner.text.text() if banner.isVisible() else ""

    def rows(self, name: str = "userRows") -> QTreeView:
        """The list."""
        found = self.window.findChild(QTreeView, name)
        assert found is not None, name
        return found

    def cells(self, name: str = "userRows") -> list[list[str]]:
        """The words in the rows of the list, from top to bottom."""
        model = self.rows(name).model()
        columns = range(model.columnCount())
        return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]

    def select(self, word: str, name: str = "userRows") -> None:
        """Go to the row that begins with this word, with the arrow keys."""
        rows = self.rows(name)
        place = next(place for place, cells in enumerate(self.cells(name)) if cells[0].startswith(word))
        self.qtbot.keyClick(rows, Qt.Key.Key_Home)
        for _ in range(place):
            self.qtbot.keyClick(rows, Qt.Key.Key_Down)
        assert rows.currentIndex().row() == place


def keys_of(window: QWidget) -> list[str]:
    """The keys behind Alt of everything that can be seen."""
    parts = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    texts = [part.text() for part in parts if part.isVisible() and (isinstance(part, QAbstractButton) or part.buddy())]
    return [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
