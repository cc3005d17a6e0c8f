"""The few parts that windows draw themselves: plain labels, badges, the initials disc, state drawings.

Every text here is foreign until proven otherwise, so labels are plain text, cut to fit when painted and never wider
than their place. Parts take their look from the theme and are restyled by their window with `restyle`.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.colors import Tone, disc_color
from ui.formats import clean_text, tooltip
from ui.theme import Radius, Space, TextRole, Theme

_ONE_LINE = Qt.TextFlag.TextSingleLine.value | Qt.AlignmentFlag.AlignVCenter.value
_LEFT = _ONE_LINE | Qt.AlignmentFlag.AlignLeft.value
_RIGHT = _ONE_LINE | Qt.AlignmentFlag.AlignRight.value
_CENTRE = _ONE_LINE | Qt.AlignmentFlag.AlignHCenter.value


CONTROL_PX = 32
"""The height of buttons and fields at normal text scaling."""


def fit_controls(theme: Theme, *controls: QWidget) -> None:
    """Give buttons and fields their font and height."""
    for control in controls:
        control.setFont(theme.font(TextRole.BODY))
        control.setMinimumHeight(theme.text_px(CONTROL_PX))


class PlainLabel(QLabel):
    """One line of plain text that is cut with an ellipsis where it has no room, and then shows itself as a tooltip.

    `text()` is always the complete (cleaned) text. A `whole` label makes its neighbours give way first;
    a `right` one ends at its right edge.
    """

    def __init__(
        self,
        theme: Theme,
        role: TextRole,
        name: str,
        *,
        muted: bool = False,
        whole: bool = False,
        right: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._role = role
        self.muted = muted
        self._whole = whole
        self.color: QColor | None = None
        self._flags = _RIGHT if right else _LEFT
        self._cut = False

    def show_text(self, text: str) -> None:
        """Show `text`, or nothing where it is empty."""
        text = clean_text(text)
        if text != self.text():
            self.setText(text)
            self._watch_width()
        self.setVisible(bool(text))

    def restyle(self) -> None:
        """Take font and height from the theme."""
        self.setFont(self._theme.font(self._role))
        self.setFixedHeight(QFontMetrics(self.font()).height())

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the text, up to a card's width."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 1
        return QSize(min(width, 2000), self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Nothing, as any text can be cut; `whole` ones only where there is no other way."""
        return QSize(self.sizeHint().width() if self._whole else 0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Find out whether the text has to be cut."""
        super().resizeEvent(event)
        self._watch_width()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw the text, cut to the width there is; its own direction decides where letters begin."""
        painter = QPainter(self)
        painter.setFont(self.font())
        tokens = self._theme.tokens
        painter.setPen(self.color or (tokens.text_muted if self.muted else tokens.text))
        text = self.text()
        if self._cut:
            text = QFontMetrics(self.font()).elidedText(text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self._flags, text)
        painter.end()

    def _watch_width(self) -> None:
        self._cut = QFontMetrics(self.font()).horizontalAdvance(self.text()) > self.width()
        self.setToolTip(tooltip(self.text()) if self._cut else "")


class Badge(PlainLabel):
    """A short text on a tinted ground: table and number of a record, or a warning."""

    def __init__(self, theme: Theme, name: str, *, tone: Tone | None = None, whole: bool = False) -> None:
        super().__init__(theme, TextRole.CAPTION, name, whole=whole)
        self._tone = tone

    def restyle(self) -> None:
        """Take font and height from the theme."""
        super().restyle()
        self.setFixedHeight(self.height() + Space.INSIDE)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The text and the ground around it."""
        hint = super().sizeHint()
        return QSize(hint.width() + 2 * Space.FIELD, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw ground and text."""
        tokens = self._theme.tokens
        color = tokens.tone(self._tone) if self._tone else tokens.text_muted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(tokens.tint())
        painter.setPen(QPen(color, 1) if self._tone or tokens.high_contrast else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius.BADGE, Radius.BADGE)
        painter.setPen(color)
        painter.setFont(self.font())
        inner = self.rect().adjusted(Space.FIELD, 0, -Space.FIELD, 0)
        text = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, inner.width() + 1)
        painter.drawText(inner, _CENTRE, text)
        painter.end()

    def _watch_width(self) -> None:
        needed = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2 * Space.FIELD
        self.setToolTip(tooltip(self.text()) if needed > self.width() + 1 else "")


class Disc(QWidget):
    """The initials of a name on a disc whose colour belongs to the name; a figure where there are no letters."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("discLabel")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._letters = ""
        self._name = ""

    def show_name(self, letters: str, name: str) -> None:
        """Show the letters, in the colour of the name."""
        if (letters, name) != (self._letters, self._name):
            self._letters, self._name = letters, name
            self.update()

    def restyle(self) -> None:
        """Take the size from the theme."""
        size = self._theme.text_px(40)
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw the disc."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        own = bool(self._letters) and not tokens.high_contrast
        ground = disc_color(self._name) if own else tokens.tint(0.12)
        ink = QColor("white") if own else tokens.text_muted
        painter.setBrush(ground)
        painter.setPen(QPen(tokens.border, tokens.border_px) if tokens.high_contrast else Qt.PenStyle.NoPen)
        edge = tokens.border_px / 2 if tokens.high_contrast else 0
        painter.drawEllipse(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge))
        if self._letters:
            painter.setPen(ink)
            painter.setFont(self._theme.font(TextRole.STRONG))
            painter.drawText(self.rect(), _CENTRE, self._letters)
        else:
            size = self._theme.text_px(20)
            corner = (self.width() - size) // 2
            painter.drawPixmap(corner, corner, self._theme.icons.picture("person", ink, size, self.devicePixelRatioF()))
        painter.end()


class Shape(QWidget):
    """A drawing in the colour of a state."""

    def __init__(self, theme: Theme, size: int = 20) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._size = size
        self._icon = "incoming"
        self._tone = Tone.ACCENT

    def show_shape(self, icon: str, tone: Tone) -> None:
        """Show this drawing."""
        if (icon, tone) != (self._icon, self._tone):
            self._icon, self._tone = icon, tone
            self.update()

    def restyle(self) -> None:
        """Take the size from the theme."""
        size = self._theme.text_px(self._size)
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw it."""
        painter = QPainter(self)
        color = self._theme.tokens.tone(self._tone)
        painter.drawPixmap(0, 0, self._theme.icons.picture(self._icon, color, self.width(), self.devicePixelRatioF()))
        painter.end()
