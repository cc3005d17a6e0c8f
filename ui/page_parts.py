"""Parts of the windows beside the cards: wrapping text, empty states, and a badge painted into a list."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPalette, QPen, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QStyle, QTextEdit, QVBoxLayout, QWidget

from ui.formats import clean_text
from ui.theme import Radius, Space, TextRole, Theme

MAX_VALUE = 4000
MAX_LINES = 200
_ON_PURPOSE = frozenset(
    {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
)


def clean_lines(text: str) -> str:
    """`clean_text` for text of several lines."""
    return "\n".join(clean_text(line, MAX_VALUE) for line in text[: 2 * MAX_VALUE].splitlines()[:MAX_LINES]).strip()


def paint_badge(painter: QPainter, theme: Theme, room: QRect, text: str) -> None:
    """Draw a badge with `text` at the left of `room`, cut to fit."""
    tokens = theme.tokens
    painter.save()
    painter.setFont(theme.font(TextRole.CAPTION))
    metrics = QFontMetrics(painter.font())
    text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room.width() - 2 * Space.FIELD)
    size = QSize(metrics.horizontalAdvance(text) + 2 * Space.FIELD, metrics.height() + Space.INSIDE)
    ground = QRectF(room.x(), room.y() + (room.height() - size.height()) // 2, size.width(), size.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(tokens.tint())
    painter.setPen(QPen(tokens.text_muted, 1) if tokens.high_contrast else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(ground, Radius.BADGE, Radius.BADGE)
    painter.setPen(tokens.text)
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
    painter.restore()


def fills_selection(style: QStyle) -> bool:
    """Whether a style paints a selected row in the full highlight colour; the one of Windows 11 only tints it."""
    return style.name().casefold() == "fusion"


class WrappedLabel(QLabel):
    """Plain text that wraps, of the product's own words."""

    def __init__(self, theme: Theme, role: TextRole, name: str, *, muted: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._theme = theme
        self._role = role
        self._muted = muted

    def restyle(self) -> None:
        """Take font and colour from the theme."""
        self.setFont(self._theme.font(self._role))
        tokens = self._theme.tokens
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, tokens.text_muted if self._muted else tokens.text)
        self.setPalette(palette)


class ValueText(QTextEdit):
    """Foreign text that wraps anywhere, can be selected and copied, and is as high as it needs to be."""

    def __init__(self, theme: Theme, name: str, text: str, role: TextRole = TextRole.BODY) -> None:
        super().__init__()
        self.setObjectName(name)
        self._theme = theme
        self._role = role
        self._laid_out = False
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setCursorWidth(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setPlainText(clean_lines(text))
        self.restyle()

    def show_text(self, text: str) -> None:
        """Show another text; the same one again leaves a selection as it is."""
        cleaned = clean_lines(text)
        if cleaned != self.toPlainText():
            self.setPlainText(cleaned)
        self._fit()

    def restyle(self) -> None:
        """Take font and colour from the theme."""
        self.setFont(self._theme.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, self._theme.tokens.text)
        self.setPalette(palette)
        self._fit()

    def fit_to(self, width: int) -> None:
        """Take the height for this width, before the layout gives it."""
        self.document().setTextWidth(width)
        self.setFixedHeight(self._height())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The cursor shows once somebody came here on purpose, and not because the window opened."""
        if event.reason() in _ON_PURPOSE:
            self.setCursorWidth(1)
        super().focusInEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Any width will do."""
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width needs another height."""
        super().resizeEvent(event)
        self._laid_out = True
        self._fit()

    def _fit(self) -> None:
        """As high as the text; one line until the width is known, or the first guess would make the window huge."""
        self.setFixedHeight(self._height() if self._laid_out else QFontMetrics(self.font()).height())

    def _height(self) -> int:
        return max(ceil(self.document().size().height()), QFontMetrics(self.font()).height())


class EmptyState(QWidget):
    """One sentence and one action, in the middle of a place that has nothing else to show."""

    pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("emptyState")
        self._theme = theme
        self._sentence = WrappedLabel(theme, TextRole.BODY, "emptyLabel", muted=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton()
        self._button.setObjectName("emptyButton")
        self._button.clicked.connect(self.pressed)
        box = QVBoxLayout(self)
        box.setSpacing(Space.EDGE)
        box.addStretch(2)
        box.addWidget(self._sentence)
        box.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)

    def show_state(self, sentence: str, action: str) -> None:
        """Say this and offer that; nothing is offered where `action` is empty."""
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        self._sentence.restyle()
        self._button.setMinimumHeight(self._theme.text_px(32))
