"""The view of the mapping rows: its columns, its keys, and a selected row whose drawing can be seen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.column_widths import ColumnWidths, Width
from ui.list_parts import FlatList, RowDelegate, is_filled
from ui.mapping_model import MappingColumn, MappingModel
from ui.theme import Theme

_WIDTHS: dict[int, Width] = {
    MappingColumn.PRIORITY: Width(104),
    MappingColumn.TABLE: Width(120, 96),
    MappingColumn.PHONES: Width(144, 104),
    MappingColumn.NAME: Width(104, 80),
    MappingColumn.ENABLED: Width(104),
    MappingColumn.DOUBT: Width(136, 80),
}
_ICON_PX = 16
_LEAST_HEIGHT = 156
_LEAST_PAGE = 140


class _MarkDelegate(RowDelegate):
    """Draws the mark of a doubt in the colour of the words beside it, also on a filled selection."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Any) -> None:  # noqa: N802
        """Take another drawing for a selected row."""
        super().initStyleOption(option, index)
        if not option.icon.isNull() and is_filled(option):
            color = option.palette.color(QPalette.ColorRole.HighlightedText)
            option.icon = self._theme.icons.icon("notice", color, color, self._theme.text_px(_ICON_PX))


class MappingView(FlatList):
    """The rows. The signals are its keys."""

    moves = Signal(int)
    removes = Signal()
    switches = Signal()
    opens = Signal()

    def __init__(self, theme: Theme, model: MappingModel) -> None:
        super().__init__("mappingRows")
        self._theme = theme
        self.setModel(model)
        self.setItemDelegate(_MarkDelegate(theme, self))
        self.header().setSectionsMovable(False)
        self.columns = ColumnWidths(self, MappingColumn.PAGE)

    def restyle(self) -> None:
        """Take heights and widths from the theme."""
        self.fit_columns()
        self.setMinimumHeight(self._theme.text_px(_LEAST_HEIGHT))
        self.fit_rows(self._theme)

    def fit_columns(self) -> None:
        """As wide as what stands in them, and never narrower than their headings."""
        if self.columns is not None:
            self.columns.set_widths(self._theme, _LEAST_PAGE, _WIDTHS)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Alt with an arrow moves the row, Delete removes it, Space switches it, Enter goes to its form."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moves.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.removes.emit()
        elif plain and event.key() == Qt.Key.Key_Space:
            self.switches.emit()
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opens.emit()
        else:
            super().keyPressEvent(event)
