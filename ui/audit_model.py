"""The audit trail as rows: who changed what, when, from what to what; and what was refused."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QSize, Qt

from tray.setup.audit import Action, AuditEntry, Record
from ui.formats import clean_text, tooltip, translate
from ui.found_table import FoundTable
from ui.language import in_language
from ui.list_parts import ROW_PX, Index
from ui.mapping_words import row_value_words, row_word
from ui.setup_words import date_words, field_word, value_word
from ui.theme import Theme


class AuditColumn(IntEnum):
    """What a column tells of an entry."""

    WHEN = 0
    WHO = 1
    ACTION = 2
    RECORD = 3
    FIELD = 4
    OLD = 5
    NEW = 6


def action_word(action: Action) -> str:
    """What was done."""
    return {
        Action.CHANGED: translate("AuditTrail", "Changed"),
        Action.ADDED: translate("AuditTrail", "Added"),
        Action.REMOVED: translate("AuditTrail", "Removed"),
        Action.MERGED: translate("AuditTrail", "Merged"),
        Action.REFUSED: translate("AuditTrail", "Refused"),
        Action.UNREADABLE: translate("AuditTrail", "Unreadable"),
    }[action]


def record_word(record: Record) -> str:
    """To what it was done."""
    return {
        Record.MODULE: translate("AuditTrail", "Module setup"),
        Record.CARD: translate("AuditTrail", "User setup card"),
        Record.MAPPINGS: translate("AuditTrail", "Business mapping"),
        Record.LICENCE: translate("AuditTrail", "Licence"),
        Record.USER: translate("AuditTrail", "User"),
        Record.AUDIT: translate("AuditTrail", "Audit trail"),
    }[record]


class AuditModel(FoundTable[AuditEntry]):
    """The entries that are loaded, newest first."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    @property
    def oldest(self) -> int | None:
        """The number of the oldest entry that is loaded."""
        return self.things[-1].id if self.total else None

    def set_newest(self, entries: Sequence[AuditEntry]) -> bool:
        """Show the newest entries. True where they join on to those that are shown already, which then stay."""
        shown = self.things
        known = shown[0].id if shown else None
        newer = next((place for place, entry in enumerate(entries) if entry.id == known), None)
        self.set_things(entries if newer is None else (*entries[:newer], *shown))
        return newer is not None

    def add_older(self, entries: Sequence[AuditEntry]) -> None:
        """Show older ones too."""
        self.set_things((*self.things, *entries))

    def search_text(self, thing: AuditEntry) -> str:
        """The words of all columns in small letters."""
        return " ".join(self.text(thing, column) for column in AuditColumn).casefold()

    def sort_key(self, thing: AuditEntry, column: int) -> Any:
        """Entries by the order in which they were written, words by their letters."""
        return thing.id if column == AuditColumn.WHEN else self.text(thing, AuditColumn(column)).casefold()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """How many columns there are."""
        return 0 if parent.isValid() else len(AuditColumn)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            AuditColumn.WHEN: translate("AuditTrail", "When"),
            AuditColumn.WHO: translate("AuditTrail", "Who"),
            AuditColumn.ACTION: translate("AuditTrail", "What"),
            AuditColumn.RECORD: translate("AuditTrail", "Record"),
            AuditColumn.FIELD: translate("AuditTrail", "Setting"),
            AuditColumn.OLD: translate("AuditTrail", "From"),
            AuditColumn.NEW: translate("AuditTrail", "To"),
        }[AuditColumn(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What one cell shows."""
        entry, column = self.thing_at(index.row()), AuditColumn(index.column())
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(entry, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self.text(entry, column))
        if role == Qt.ItemDataRole.DecorationRole:
            refused = column is AuditColumn.ACTION and entry.action is Action.REFUSED
            return self._theme.icon("close", 16) if refused else None
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self._theme.text_px(ROW_PX))
        return None

    def whole(self, row: int) -> str:
        """What the columns may have no room for: the setting with its values, or what was refused or done."""
        entry = self.thing_at(row)
        if entry is None:
            return ""
        if not entry.field and not entry.old:
            return self.text(entry, AuditColumn.NEW) or self.text(entry, AuditColumn.RECORD)
        columns = (AuditColumn.FIELD, AuditColumn.OLD, AuditColumn.NEW)
        lines = [(self.headerData(column, Qt.Orientation.Horizontal), self.text(entry, column)) for column in columns]
        return "\n".join(f"{heading}: {text}" for heading, text in lines if text)

    def text(self, entry: AuditEntry, column: AuditColumn) -> str:
        """The words of one cell."""
        is_row = entry.record is Record.MAPPINGS and entry.field != ""
        return {
            AuditColumn.WHEN: lambda: date_words(entry.at),
            AuditColumn.WHO: lambda: clean_text(entry.who),
            AuditColumn.ACTION: lambda: action_word(entry.action),
            AuditColumn.RECORD: lambda: clean_text(" ".join((record_word(entry.record), entry.subject)).strip()),
            AuditColumn.FIELD: lambda: row_word(entry.field) if is_row else field_word(entry.field, entry.record),
            AuditColumn.OLD: lambda: _value(entry, entry.old),
            AuditColumn.NEW: lambda: _value(entry, entry.new),
        }[column]()


def _value(entry: AuditEntry, value: str) -> str:
    """A value before or after; what was refused or added says what it is in words of its own."""
    if not entry.field:
        return clean_text(in_language(value))
    return row_value_words(value) if entry.record is Record.MAPPINGS else value_word(value)
