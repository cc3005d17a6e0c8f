"""What each row of a mapping did for a number that was tried: the row, and the verdict as a drawing and in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyleOptionViewItem

from tray.calls.settings import MappingRow
from tray.calls.trial import MappingTrial, RowVerdict
from ui.colors import Tone
from ui.formats import tooltip, translate
from ui.list_parts import RowDelegate, is_filled
from ui.mapping_words import row_name, verdict_words
from ui.theme import Space, TextRole, Theme

VerdictRole = Qt.ItemDataRole.UserRole
_WordsRole = Qt.ItemDataRole.UserRole + 1
_ROW_PX = 48
_ICON_PX = 20
_FACES = {
    RowVerdict.OPENS: ("open", Tone.POSITIVE),
    RowVerdict.SEVERAL: ("question", Tone.WARNING),
    RowVerdict.POSSIBLE_ONLY: ("question", Tone.WARNING),
    RowVerdict.NOT_INDEXED: ("notice", Tone.WARNING),
    RowVerdict.NAMES_CALLER: ("person", Tone.ACCENT),
    RowVerdict.NO_RECORD: ("search", Tone.NEUTRAL),
}
_SKIPPED = ("close", Tone.NEUTRAL)


class _VerdictDelegate(RowDelegate):
    """Paints a row: the drawing of the verdict, the row it is about, and below it the verdict."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        """Draw one row on the ground that the style gives it."""
        self.draw_ground(painter, option, index)
        title = str(index.data())
        tokens = self._theme.tokens
        icon, tone = _FACES.get(index.data(VerdictRole), _SKIPPED)
        ink, muted, drawn = tokens.text, tokens.text_muted, tokens.tone(tone)
        if is_filled(option):
            ink = muted = drawn = option.palette.color(QPalette.ColorRole.HighlightedText)
        room = option.rect.adjusted(Space.FIELD, Space.INSIDE, -Space.FIELD, -Space.INSIDE)
        size = self._theme.text_px(_ICON_PX)
        picture = self._theme.icons.picture(icon, drawn, size, option.widget.devicePixelRatioF())
        painter.drawPixmap(room.left(), room.center().y() - size // 2, picture)
        room.setLeft(room.left() + size + Space.FIELD)
        half = room.height() // 2
        painter.save()
        for words, role, color, place in (
            (title, TextRole.BODY, ink, room.adjusted(0, 0, 0, -half)),
            (index.data(_WordsRole), TextRole.CAPTION, muted, room.adjusted(0, half, 0, 0)),
        ):
            font = self._theme.font(role)
            painter.setFont(font)
            painter.setPen(color)
            text = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        painter.restore()


class VerdictList(QListWidget):
    """The rows that were tried, in their order."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("verdictList")
        self._theme = theme
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_VerdictDelegate(theme, self))

    def show_trial(self, trial: MappingTrial, rows: Sequence[MappingRow]) -> None:
        """Show what these rows did; which one is selected stays."""
        current, scrolled = self.currentRow(), self.verticalScrollBar().value()
        self.clear()
        for each in trial.rows:
            row = rows[each.row]
            title = translate("Mapping", "{priority}  {table}").format(priority=row.priority, table=row_name(row))
            words = verdict_words(each, trial)
            item = QListWidgetItem(title)
            item.setData(VerdictRole, each.verdict)
            item.setData(_WordsRole, words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}: {words}")
            item.setToolTip(tooltip(words))
            item.setSizeHint(QSize(0, self._theme.text_px(_ROW_PX)))
            self.addItem(item)
        self.setCurrentRow(current)
        self.verticalScrollBar().setValue(scrolled)
