"""The part of the sign-in window with the code of another device: where to enter it, the code itself, and Copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from ui.browser import open_in_browser
from ui.formats import clean_text
from ui.page_parts import ValueText, WrappedLabel
from ui.parts import fit_controls
from ui.theme import Space, TextRole, Theme

_LARGE = 1.4


class CodePanel(QFrame):
    """Address and code. `open_address` opens an https address and calls back, on any thread, where it could not."""

    _unopened = Signal()

    def __init__(self, theme: Theme, open_address: Callable[[str, Callable[[], None]], None] = open_in_browser) -> None:
        super().__init__()
        self.setObjectName("codePanel")
        self._theme = theme
        self._open_address = open_address
        self._address = ValueText(theme, "codeAddress", "")
        self._code = QLabel()
        self._code.setObjectName("codeLabel")
        self._code.setTextFormat(Qt.TextFormat.PlainText)
        self._code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._open, self._copy = QPushButton(), QPushButton()
        self._said = WrappedLabel(theme, TextRole.CAPTION, "codeSaid", muted=True)
        self._copied = self._failed = False
        self._arrange()
        self._open.clicked.connect(self._do_open)
        self._copy.clicked.connect(self._do_copy)
        self._unopened.connect(self._tell_unopened)

    @property
    def first_control(self) -> QWidget:
        """What gets the keyboard."""
        return self._copy

    def show_code(self, address: str, code: str) -> None:
        """Show this; another code than before was not copied yet."""
        if clean_text(code) != self._code.text():
            self._copied = self._failed = False
        self._address.show_text(address)
        self._code.setText(clean_text(code))
        self.retranslate()

    def retranslate(self) -> None:
        """Write every text anew."""
        self._address.setAccessibleName(self.tr("Page for the code"))
        self._code.setAccessibleName(self.tr("Code {0}").format(" ".join(self._code.text())))
        self._open.setText(self.tr("&Open page"))
        self._copy.setText(self.tr("Co&py code"))
        words = self.tr("The code is copied.") if self._copied else ""
        if self._failed:
            words = self.tr("No browser could be opened. Type the address there yourself.")
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        self._address.restyle()
        font = self._theme.font(TextRole.NAME)
        font.setPixelSize(round(font.pixelSize() * _LARGE))
        self._code.setFont(font)
        self._said.restyle()
        fit_controls(self._theme, self._open, self._copy)

    def _arrange(self) -> None:
        for button, name in ((self._open, "openPageButton"), (self._copy, "copyCodeButton")):
            button.setObjectName(name)
            button.setAutoDefault(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.GROUP)
        grid.setVerticalSpacing(Space.FIELD)
        grid.setColumnStretch(0, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self._address, 0, 0, middle)
        grid.addWidget(self._open, 0, 1, middle)
        grid.addWidget(self._code, 1, 0, middle)
        grid.addWidget(self._copy, 1, 1, middle)
        grid.addWidget(self._said, 2, 0, 1, 2)

    def _do_open(self) -> None:
        self._failed = False
        self._open_address(self._address.toPlainText(), self._unopened.emit)
        self.retranslate()

    def _do_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code.text())
        self._copied = True
        self.retranslate()

    def _tell_unopened(self) -> None:
        self._failed = True
        self.retranslate()
