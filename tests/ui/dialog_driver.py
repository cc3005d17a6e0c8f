"""Using a setup dialog as a person does: what is seen is found by name, pressed by mouse and typed by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.number_field import NumberBox
from ui.setup_dialog import SetupDialog


class DialogDriver:
    """One open dialog."""

    def __init__(self, qtbot: QtBot, window: SetupDialog) -> None:
        self.qtbot = qtbot
        self.window = window
        qtbot.addWidget(window)

    def wait_for_sheet(self) -> None:
        """Wait until the store has answered."""
        self.qtbot.waitUntil(lambda: self.window.standpoint is not None)

    def find(self, kind: type[QWidget], name: str) -> QWidget:
        """A part of the dialog by its object name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def edit(self, name: str) -> QWidget:
        """The control of a field."""
        return self.find(QWidget, f"{name}Edit")

    def number(self, name: str) -> NumberBox:
        """The control of a number."""
        box = self.edit(name)
        assert isinstance(box, NumberBox)
        return box

    def line(self, name: str) -> QLineEdit:
        """The control of a text."""
        line = self.edit(name)
        assert isinstance(line, QLineEdit)
        return line

    def list(self, name: str) -> QComboBox:
        """The control of a choice."""
        box = self.edit(name)
        assert isinstance(box, QComboBox)
        return box

    def text(self, name: str) -> str:
        """What a label says."""
        label = self.find(QLabel, name)
        assert isinstance(label, QLabel)
        return label.text()

    def problem(self, name: str) -> str:
        """What is said to be wrong at a field."""
        label = self.find(QLabel, f"{name}Problem")
        assert isinstance(label, QLabel)
        return label.text() if label.isVisible() else ""

    def press(self, name: str) -> None:
        """Click a button."""
        button = self.find(QPushButton, name)
        assert button.isEnabled(), name
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def tick(self, name: str) -> None:
        """Click a check box."""
        box = self.find(QCheckBox, name)
        self.qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))

    def choose(self, name: str, word: str) -> None:
        """Choose a word of a list with the arrow keys."""
        box = self.list(name)
        steps = box.findText(word) - box.currentIndex()
        for _ in range(abs(steps)):
            self.qtbot.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        assert box.currentText() == word

    def write(self, name: str, text: str) -> None:
        """Type a text or a number in the place of the one that is there."""
        control = self.edit(name)
        assert isinstance(control, QLineEdit | NumberBox)
        control.setFocus()
        control.selectAll()
        self.qtbot.keyClick(control, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(control, text)

    def apply(self) -> None:
        """Click Apply, and wait until the store has answered."""
        self.press("applyButton")
        self.qtbot.waitUntil(lambda: not self.window.is_busy)

    @property
    def can_apply(self) -> bool:
        """Whether there is something to apply."""
        return self.find(QPushButton, "applyButton").isEnabled()

    @property
    def banner(self) -> str:
        """What is said about the whole dialog."""
        return self.window.banner.text.text() if self.window.banner.isVisible() else ""


def check_names_and_keys(window: SetupDialog, tabs: list[QWidget]) -> None:
    """Every field and button has a name for screen readers, and no two on one tab have the same key."""
    for tab in tabs:
        labels = [label.text() for label in tab.findChildren(QLabel) if label.buddy()]
        labels += [box.text() for box in tab.findChildren(QCheckBox)]
        labels += [button.text() for button in tab.findChildren(QPushButton)]
        labels += [button.text() for button in window.findChildren(QPushButton) if not _is_on_a_tab(button, tabs)]
        keys = [text[text.index("&") + 1].casefold() for text in labels if "&" in text]
        assert len(keys) == len(set(keys)), keys


def _is_on_a_tab(widget: QWidget, tabs: list[QWidget]) -> bool:
    return any(tab.isAncestorOf(widget) for tab in tabs)
