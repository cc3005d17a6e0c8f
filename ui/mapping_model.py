"""Mapping rows as a table: what each column shows, the tick that switches a row on, and what is doubtful about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt, Signal

from tray.calls.settings import MappingRow
from tray.calls.trial import RowWarning, WarningKind, warnings
from ui.formats import tooltip, translate
from ui.list_parts import ROW_PX, Index
from ui.mapping_words import field_words, list_words, page_words, row_name, warning_sentence, warning_word
from ui.setup_words import yes_no
from ui.theme import Theme

_Role = Qt.ItemDataRole


class MappingColumn(IntEnum):
    """What a column tells of a row."""

    PRIORITY = 0
    TABLE = 1
    PAGE = 2
    PHONES = 3
    NAME = 4
    ENABLED = 5
    DOUBT = 6


_FIELDS = {
    MappingColumn.PRIORITY: "priority",
    MappingColumn.TABLE: "table",
    MappingColumn.PAGE: "card_page",
    MappingColumn.PHONES: "phone_fields",
    MappingColumn.NAME: "name_field",
    MappingColumn.ENABLED: "enabled",
}


class MappingModel(QAbstractTableModel):
    """The rows, in their order. `switched` asks for another row in a place: the tick was clicked."""

    switched = Signal(int, object)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[MappingRow, ...] = ()
        self._warnings: tuple[RowWarning, ...] = ()
        self._can_edit = False

    @property
    def rows(self) -> tuple[MappingRow, ...]:
        """The rows."""
        return self._rows

    def set_rows(self, rows: Sequence[MappingRow]) -> None:
        """Show these; as many rows as before only get their new values."""
        same = len(rows) == len(self._rows)
        if not same:
            self.beginResetModel()
        self._rows = tuple(rows)
        self._warnings = warnings(self._rows)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(MappingColumn) - 1))

    def set_open(self, can_edit: bool) -> None:
        """Let the ticks be clicked, or only be read."""
        self._can_edit = can_edit
        self.renew()

    def renew(self) -> None:
        """The language or the look has changed."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(MappingColumn) - 1)
        self.set_rows(self._rows)

    def doubts(self, place: int) -> list[RowWarning]:
        """What is doubtful about a row, the gravest first."""
        found = [warning for warning in self._warnings if warning.row == place]
        return sorted(found, key=lambda warning: warning.kind is WarningKind.TIE)

    def doubt_words(self, place: int) -> str:
        """The same in sentences."""
        return " ".join(warning_sentence(warning, self._rows) for warning in self.doubts(place))

    def switch(self, place: int) -> None:
        """Ask for a row to be switched on or off."""
        if self._can_edit:
            row = self._rows[place]
            self.switched.emit(place, replace(row, enabled=not row.enabled))

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """How many columns there are."""
        return 0 if parent.isValid() else len(MappingColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The tick can be clicked where the rows can be edited."""
        flags = super().flags(index)
        ticks = self._can_edit and index.column() == MappingColumn.ENABLED
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """The heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        column = MappingColumn(section)
        if column is MappingColumn.DOUBT:
            return translate("Mapping", "Remark")
        return field_words()[_FIELDS[column]].replace("&", "")

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """What one cell shows."""
        row, column = self._rows[index.row()], MappingColumn(index.column())
        if role in {_Role.DisplayRole, _Role.AccessibleTextRole}:
            return self._text(row, column, index.row())
        if role == _Role.CheckStateRole and column is MappingColumn.ENABLED:
            return Qt.CheckState.Checked if row.enabled else Qt.CheckState.Unchecked
        if role == _Role.DecorationRole and column is MappingColumn.DOUBT:
            return self._theme.icon("notice", 16) if self.doubts(index.row()) else None
        if role == _Role.ToolTipRole:
            return self._tooltip(row, column, index.row())
        if role == _Role.SizeHintRole:
            return QSize(0, self._theme.text_px(ROW_PX))
        if role == _Role.ForegroundRole and not row.enabled:
            return self._theme.tokens.text_muted
        return None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:  # noqa: N802, ARG002
        """A click on the tick."""
        if role != _Role.CheckStateRole or index.column() != MappingColumn.ENABLED:
            return False
        self.switch(index.row())
        return self._can_edit

    def _text(self, row: MappingRow, column: MappingColumn, place: int) -> str:
        return {
            MappingColumn.PRIORITY: lambda: str(row.priority),
            MappingColumn.TABLE: lambda: row_name(row),
            MappingColumn.PAGE: lambda: page_words(row.card_page),
            MappingColumn.PHONES: lambda: list_words(row.phone_fields),
            MappingColumn.NAME: lambda: list_words([row.name_field]),
            MappingColumn.ENABLED: lambda: yes_no(row.enabled),
            MappingColumn.DOUBT: lambda: next(map(warning_word, self.doubts(place)), ""),
        }[column]()

    def _tooltip(self, row: MappingRow, column: MappingColumn, place: int) -> str:
        if column is MappingColumn.DOUBT:
            return tooltip(self.doubt_words(place))
        return "" if column is MappingColumn.ENABLED else tooltip(self._text(row, column, place))
