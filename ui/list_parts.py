"""What the lists of the windows have in common: rows, the field that searches them, and how a row is painted.

What the rows are, what they say and what their keys do is the business of each list.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ui.column_widths import ColumnWidths
from ui.page_parts import fills_selection
from ui.parts import fit_controls
from ui.theme import Space, Theme

ROW_PX = 32
Index = QModelIndex | QPersistentModelIndex
_ICON_PX = 16


class FlatList(QTreeView):
    """Rows with columns; one is selected at a time, and the keyboard moves by whole rows."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setStretchLastSection(False)
        self.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.columns: ColumnWidths | None = None
        """How the columns share the width, where who builds the list says so."""

    def fit_rows(self, theme: Theme) -> None:
        """Take the heights of rows and drawings from the theme."""
        icon = theme.text_px(_ICON_PX)
        self.setIconSize(QSize(icon, icon))
        self.doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The columns share another width."""
        super().resizeEvent(event)
        if self.columns is not None:
            self.columns.fit()


class SearchField(QLineEdit):
    """The field above a list. `left` asks to go into the list, by Down; Escape empties the field first."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("searchEdit")
        self.setClearButtonEnabled(True)
        self.setTextMargins(Space.INSIDE, 0, Space.INSIDE, 0)

    def say(self, purpose: str) -> None:
        """Write the texts anew: what the search is for, and its key where the field is empty."""
        key = QKeySequence("Ctrl+F").toString(QKeySequence.SequenceFormat.NativeText)
        self.setPlaceholderText(f"{purpose} ({key})")
        self.setAccessibleName(purpose)
        self.setAccessibleDescription(key)

    def restyle(self) -> None:
        """Take font and height from the theme."""
        fit_controls(self._theme, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The keys that are not for the text."""
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class RowDelegate(QStyledItemDelegate):
    """Paints rows; what stands on their ground is drawn by each list for itself."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        """Draw what the style gives a row, without words."""
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)


def is_filled(option: QStyleOptionViewItem) -> bool:
    """Whether a row is selected and painted in the full highlight colour."""
    return bool(option.state & option.state.State_Selected) and fills_selection(option.widget.style())
