"""The buttons of a card: the one filled button, icon buttons and rows of records.

They behave and announce themselves as the platform's buttons and only draw themselves in the theme's look, so that a
card looks the same under every style.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.colors import Tone, mix
from ui.formats import tooltip
from ui.theme import Radius, Space, TextRole, Theme


class CardButton(QPushButton):
    """Base of the buttons on a card: own ground, hover, press and focus ring; the platform's behaviour and role."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._hovered = False

    def set_hint(self, text: str) -> None:
        """The tooltip, shown literally."""
        self.setToolTip(tooltip(text))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """The pointer came."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """The pointer left."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def restyle(self) -> None:
        """Take font and height from the theme."""
        self.setFont(self._theme.font(TextRole.BODY))
        self.setFixedHeight(self._theme.text_px(36))

    def _ground(self, painter: QPainter, color: QColor | None, border: QColor | None = None) -> None:
        tokens = self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(color or Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(border, tokens.border_px) if border else Qt.PenStyle.NoPen)
        edge = tokens.border_px / 2 if border else 0
        area = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(area, Radius.BADGE, Radius.BADGE)

    def _ring(self, painter: QPainter, color: QColor, inset: float) -> None:
        if self.hasFocus() and self.isActiveWindow():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color, 2))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), Radius.BADGE, Radius.BADGE
            )

    def _plain_ground(self) -> QColor | None:
        """The ground of a button that is not filled, by hover and press."""
        tokens = self._theme.tokens
        if not self.isEnabled():
            return None
        if self.isDown():
            return tokens.tint(0.16)
        return tokens.tint(0.08) if self._hovered or self.isChecked() else None


class PrimaryButton(CardButton):
    """The one filled button."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        """Take font and height from the theme."""
        super().restyle()
        self.setFont(self._theme.font(TextRole.STRONG))

    def sizeHint(self) -> QSize:  # noqa: N802
        """The text with room around it, never narrower than an easy target."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2 * Space.GROUP
        return QSize(max(width, self._theme.text_px(120)), self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Long words are cut rather than push the icon buttons out."""
        return QSize(self._theme.text_px(120), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw ground, text and focus ring."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        if self.isEnabled():
            strength = 0.16 if self.isDown() else 0.08 if self._hovered else 0.0
            ground = tokens.accent if tokens.high_contrast else mix(tokens.accent, tokens.text, strength)
            ink = tokens.on_accent
            self._ground(painter, ground)
        else:
            ink = tokens.text_muted
            self._ground(painter, tokens.tint(), tokens.border)
        painter.setPen(ink)
        painter.setFont(self.font())
        room = self.rect().adjusted(Space.EDGE, 0, -Space.EDGE, 0)
        text = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
        self._ring(painter, tokens.on_accent if self.isEnabled() else tokens.focus_ring, 3)
        painter.end()


class IconButton(CardButton):
    """A square button with a drawing; its name is for screen readers and the tooltip."""

    def __init__(self, theme: Theme, name: str, icon: str, *, framed: bool = True, icon_px: int = 20) -> None:
        super().__init__(theme, name)
        self._icon = icon
        self._framed = framed
        self._icon_px = icon_px

    def show_icon(self, icon: str) -> None:
        """Show another drawing."""
        if icon != self._icon:
            self._icon = icon
            self.update()

    def name_it(self, text: str, hint: str = "") -> None:
        """Its accessible name; the tooltip says the same unless there is more to say."""
        self.setAccessibleName(text)
        self.set_hint(hint or text)

    def restyle(self) -> None:
        """Take the size from the theme."""
        size = self._theme.text_px(36 if self._framed else 32)
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw ground, drawing and focus ring."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        self._ground(painter, self._plain_ground(), tokens.border if self._framed else None)
        color = tokens.text if self.isEnabled() else mix(tokens.surface_raised, tokens.text, 0.4)
        size = self._theme.text_px(self._icon_px)
        corner = QRect(0, 0, size, size)
        corner.moveCenter(self.rect().center())
        painter.drawPixmap(
            corner.topLeft(), self._theme.icons.picture(self._icon, color, size, self.devicePixelRatioF())
        )
        self._ring(painter, tokens.focus_ring, 1)
        painter.end()


class RowButton(CardButton):
    """One of several records: its key, name and detail in one row."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._key = ""
        self._name = ""
        self._detail = ""
        self._chosen = False

    def show_row(self, key: str, name: str, detail: str, *, chosen: bool, hint: str) -> None:
        """Show one record; `key` is the digit that chooses it, or "" for a row without one."""
        self._key, self._name, self._detail, self._chosen = key, name, detail, chosen
        self.setText(name)
        self.setAccessibleName(f"{key} {name}, {detail}".strip(" ,"))
        self.set_hint(hint)
        self.update()

    def restyle(self) -> None:
        """Take font and height from the theme."""
        self.setFont(self._theme.font(TextRole.BODY))
        self.setFixedHeight(self._theme.text_px(32))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Any text can be cut."""
        return QSize(0, self.height())

    sizeHint = minimumSizeHint  # noqa: N815

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw key, name, detail, mark of the chosen one and focus ring."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        self._ground(painter, self._plain_ground())
        size = self._theme.text_px(20)
        key = QRect(Space.INSIDE, (self.height() - size) // 2, size, size)
        if self._key:
            painter.setBrush(tokens.tint())
            painter.setPen(QPen(tokens.border, tokens.border_px))
            painter.drawRoundedRect(QRectF(key).adjusted(0.5, 0.5, -0.5, -0.5), Radius.BADGE, Radius.BADGE)
            painter.setPen(tokens.text)
            painter.setFont(self._theme.font(TextRole.CAPTION))
            painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)
        room = self.rect().adjusted(key.right() + Space.EDGE, 0, -Space.INSIDE, 0)
        if self._chosen:
            mark = self._theme.icons.picture("check", tokens.tone(Tone.ACCENT), size, self.devicePixelRatioF())
            painter.drawPixmap(room.right() - size, key.top(), mark)
            room.setRight(room.right() - size - Space.INSIDE)
        painter.setFont(self.font())
        metrics = QFontMetrics(self.font())
        detail = metrics.elidedText(self._detail, Qt.TextElideMode.ElideRight, room.width() * 2 // 5)
        detail_width = metrics.horizontalAdvance(detail)
        name = metrics.elidedText(
            self._name, Qt.TextElideMode.ElideRight, max(0, room.width() - detail_width - Space.EDGE)
        )
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setPen(tokens.text if self.isEnabled() else tokens.text_muted)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(tokens.text_muted)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, detail)
        self._ring(painter, tokens.focus_ring, 1)
        painter.end()
