"""The list of Recent calls: its keys, and the badge of a record painted into it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.list_parts import FlatList, Index, RowDelegate
from ui.page_parts import paint_badge
from ui.theme import Space


class RecordDelegate(RowDelegate):
    """Paints the record of a call as a badge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground of the row, and the badge on it."""
        text = str(index.data() or "")
        self.draw_ground(painter, option, index)
        if text:
            paint_badge(painter, self._theme, option.rect.adjusted(Space.INSIDE, 0, -Space.INSIDE, 0), text)


class CallList(FlatList):
    """The list. Enter opens, Ctrl+C copies, and a typed letter goes to the search field."""

    opened = Signal()
    copied = Signal()
    typed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The keys of the list."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.opened.emit()
        elif event.text().strip() and event.text().isprintable() and not _with_control(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


def _with_control(event: QKeyEvent) -> bool:
    blocking = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.modifiers() & blocking)
