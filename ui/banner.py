"""A box over a dialog that says one thing about all of it: why it can only be read, or what happened meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.colors import Tone
from ui.page_parts import WrappedLabel
from ui.parts import Shape, fit_controls
from ui.theme import Radius, Space, TextRole, Theme


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to be said. Words are asked for when they are shown, so that they follow the language.

    `action` names what can be done about it and `do` does it; `other` and `do_other` are another way, and `cancel` lets
    go what is asked about. A button without words is not there.
    """

    words: Callable[[], str]
    tone: Tone
    action: Callable[[], str] = str
    cancel: Callable[[], str] = str
    do: Callable[[], object] | None = None
    other: Callable[[], str] = str
    do_other: Callable[[], object] | None = None


class Banner(QWidget):
    """Words with a drawing, and buttons where something can be done about it. Hidden while there is nothing."""

    pressed = Signal()
    other_pressed = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._theme = theme
        self._tone = Tone.NEUTRAL
        self._shape = Shape(theme, 20)
        self.text = WrappedLabel(theme, TextRole.BODY, "bannerText")
        self.button = QPushButton()
        self.button.setObjectName("bannerButton")
        self.button.clicked.connect(self.pressed)
        self.other = QPushButton()
        self.other.setObjectName("bannerOtherButton")
        self.other.clicked.connect(self.other_pressed)
        self.cancel = QPushButton()
        self.cancel.setObjectName("bannerCancelButton")
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.EDGE, Space.FIELD, Space.EDGE, Space.FIELD)
        row.setSpacing(Space.FIELD)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        for button in (self.button, self.other, self.cancel):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_notice(self, notice: Notice | None) -> None:
        """Say this; None says nothing."""
        if notice is None:
            self.clear()
        else:
            self.show_text(notice.words(), notice.tone, notice.action(), notice.cancel(), notice.other())

    def show_text(self, text: str, tone: Tone, action: str = "", cancel: str = "", other: str = "") -> None:
        """Say this and offer that; nothing at all where `text` is empty."""
        self._tone = tone
        self._shape.show_shape("notice", tone)
        self.text.setText(text)
        for button, words in ((self.button, action), (self.other, other), (self.cancel, cancel)):
            button.setText(words)
            button.setVisible(bool(words))
        self.setVisible(bool(text))
        self.update()

    def clear(self) -> None:
        """Say nothing."""
        self.show_text("", Tone.NEUTRAL)

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        self._shape.restyle()
        self.text.restyle()
        fit_controls(self._theme, self.button, self.other, self.cancel)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw the box, with an edge in the colour of what it says."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(tokens.surface_raised)
        painter.setPen(QPen(tokens.tone(self._tone), tokens.border_px))
        edge = tokens.border_px / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), Radius.BADGE, Radius.BADGE)
        painter.end()
