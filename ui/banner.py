"""A box over a dialog that says one thing about all of it: why it can only be read, or what happened meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.colors import Tone
from ui.page_parts import WrappedLabel
from ui.parts import Shape
from ui.theme import Radius, Space, TextRole, Theme


class Banner(QWidget):
    """Words with a drawing, and one button where something can be done about it. Hidden while there is nothing."""

    pressed = Signal()

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
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.EDGE, Space.FIELD, Space.EDGE, Space.FIELD)
        row.setSpacing(Space.FIELD)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_text(self, text: str, tone: Tone, action: str = "") -> None:
        """Say this and offer that; nothing at all where `text` is empty."""
        self._tone = tone
        self._shape.show_shape("notice", tone)
        self.text.setText(text)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setVisible(bool(text))
        self.update()

    def clear(self) -> None:
        """Say nothing."""
        self.show_text("", Tone.NEUTRAL)

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        self._shape.restyle()
        self.text.restyle()
        self.button.setFont(self._theme.font(TextRole.BODY))
        self.button.setMinimumHeight(self._theme.text_px(32))
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
