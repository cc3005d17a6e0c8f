"""The buttons under a setup dialog: OK, Cancel and Apply, with a line beside them about what is being done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.parts import PlainLabel
from ui.theme import Space, TextRole, Theme


class DialogButtons(QWidget):
    """The row. What the buttons do is the dialog's business."""

    ok_pressed = Signal()
    cancel_pressed = Signal()
    apply_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._status = PlainLabel(theme, TextRole.CAPTION, "statusLabel", muted=True)
        self._ok, self._cancel, self._apply = (QPushButton() for _ in range(3))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.FIELD)
        row.addWidget(self._status)
        row.addStretch(1)
        for button, name, pressed in (
            (self._ok, "okButton", self.ok_pressed),
            (self._cancel, "cancelButton", self.cancel_pressed),
            (self._apply, "applyButton", self.apply_pressed),
        ):
            button.setObjectName(name)
            button.clicked.connect(pressed)
            row.addWidget(button)
        self._ok.setDefault(True)

    def tell(self, words: str) -> None:
        """Say what is being done, or was."""
        self._status.show_text(words)

    def allow(self, *, ok: bool, apply: bool) -> None:
        """Which buttons can be pressed; Cancel always can."""
        self._ok.setEnabled(ok)
        self._apply.setEnabled(apply)

    def click_ok(self) -> None:
        """Press OK, where it can be pressed."""
        self._ok.click()

    def retranslate(self) -> None:
        """Write every text anew."""
        self._ok.setText(self.tr("OK"))
        self._cancel.setText(self.tr("Cancel"))
        self._apply.setText(self.tr("&Apply"))

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        self._status.restyle()
        for button in (self._ok, self._cancel, self._apply):
            button.setFont(self._theme.font(TextRole.BODY))
            button.setMinimumSize(self._theme.text_px(88), self._theme.text_px(32))
