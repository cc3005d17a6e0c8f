"""How many seats of the licence are taken: in words, with a bar beside them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.parts import PlainLabel
from ui.theme import Space, TextRole, Theme


class _Bar(QWidget):
    """The bar; the words beside it say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0

    def show_share(self, share: float) -> None:
        """Fill so much of it, from 0 to 1."""
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.setFixedSize(self._theme.width_px(160), self._theme.text_px(8))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw the whole and the part that is taken."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = whole.height() / 2
        painter.setPen(QPen(tokens.border, tokens.border_px))
        painter.setBrush(tokens.surface_raised)
        painter.drawRoundedRect(whole, radius, radius)
        if self._share:
            part = QRectF(whole)
            part.setWidth(max(whole.height(), whole.width() * self._share))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent)
            painter.drawRoundedRect(part, radius, radius)
        painter.end()


class SeatBar(QWidget):
    """The words and the bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("seatBar")
        self._words = PlainLabel(theme, TextRole.BODY, "seatLabel", whole=True)
        self._bar = _Bar(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.FIELD)
        row.addWidget(self._words)
        row.addWidget(self._bar)

    def show_seats(self, used: int, total: int) -> None:
        """Show that so many of all seats are taken."""
        self._words.show_text(self.tr("{0} of {1} seats used").format(used, total))
        self._bar.show_share(used / total if total else 1.0)

    def restyle(self) -> None:
        """Take fonts and sizes from the theme."""
        self._words.restyle()
        self._bar.restyle()
