"""The list of Recent calls: its keys, and the badge of a record painted into it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ui.history_model import Index
from ui.page_parts import paint_badge
from ui.theme import Space, Theme


class RecordDelegate(QStyledItemDelegate):
    """Paints the record of a call as a badge."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground of the row, and the badge on it."""
        text = str(index.data() or "")
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        if text:
            paint_badge(painter, self._theme, option.rect.adjusted(Space.INSIDE, 0, -Space.INSIDE, 0), text)


class CallList(QTreeView):
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
