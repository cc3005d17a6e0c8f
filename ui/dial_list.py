"""How a row of the dial box looks: the name, then which phone and number."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.dial_model import DialRow, RowRole
from ui.formats import clean_text
from ui.list_parts import Index, RowDelegate, is_filled
from ui.theme import Space, TextRole


class DialDelegate(RowDelegate):
    """Paints a row: the name, then which phone and number in muted text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row on the ground that the style gives it."""
        row = index.data(RowRole)
        self.draw_ground(painter, option, index)
        if isinstance(row, DialRow):
            painter.save()
            self._draw(painter, option.rect.adjusted(Space.FIELD, 0, -Space.FIELD, 0), row, self._inks(option))
            painter.restore()

    def _inks(self, option: QStyleOptionViewItem) -> tuple[object, object]:
        if is_filled(option):
            ink = option.palette.color(QPalette.ColorRole.HighlightedText)
            return ink, ink
        return self._theme.tokens.text, self._theme.tokens.text_muted

    def _draw(self, painter: QPainter, room: QRect, row: DialRow, inks: tuple[object, object]) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        number_font = self._theme.font(TextRole.NUMBER)
        number = clean_text(row.number, 40) or self.tr("no number")
        painter.setFont(number_font)
        painter.setPen(inks[0])
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, number)
        room = room.adjusted(0, 0, -QFontMetrics(number_font).horizontalAdvance(number) - Space.FIELD, 0)
        caption = self._theme.font(TextRole.CAPTION)
        field = QFontMetrics(caption).elidedText(
            clean_text(row.field, 40), Qt.TextElideMode.ElideRight, room.width() // 3
        )
        painter.setFont(caption)
        painter.setPen(inks[1])
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, field)
        room = room.adjusted(0, 0, -QFontMetrics(caption).horizontalAdvance(field) - Space.FIELD, 0)
        body = self._theme.font(TextRole.BODY)
        painter.setFont(body)
        painter.setPen(inks[0])
        name = QFontMetrics(body).elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, name)
