"""What the dial box offers and what it would dial: decided without a widget.

A row is one number of one record. Nothing here searches or dials.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from tray.calls.written import MOST_WRITTEN, take_apart
from tray.views import CandidateView
from ui.formats import clean_text, translate

Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole
_DIGITS_OF_A_NUMBER = 3
"""Text with fewer of them was meant as a name."""


@dataclass(frozen=True, slots=True)
class DialRow:
    """One line of the list; `number` is "" for a record that has none."""

    table: str
    no: str
    name: str
    number: str
    field: str
    has_page: bool


def rows_of(found: Sequence[CandidateView]) -> list[DialRow]:
    """One row for each number of each record, in the order found."""
    rows: list[DialRow] = []
    for candidate in found:
        numbers = candidate.numbers or (("", candidate.detail if is_number(candidate.detail) else ""),)
        name = clean_text(candidate.name or candidate.no)
        rows += [
            DialRow(candidate.table, candidate.no, name, number.strip(), field, candidate.has_page)
            for field, number in numbers
        ]
    return rows


def is_number(text: str) -> bool:
    """Whether text is written as a phone number: digits, what people put between them, and perhaps an extension."""
    return take_apart(text) is not None


def problem(text: str, *, unknown: bool = False) -> str:
    """Why typed text cannot be dialled, in words for the one who typed it; "" when it can.

    `unknown` means that it is no name of the directory either.
    """
    text = text.strip()
    if not text:
        return translate("DialBox", "Type a name or a number.")
    if is_number(text):
        return ""
    if any(sign in text for sign in "*#"):
        return translate("Dialling", "Service codes with * or # are not dialled from here.")
    if any(character.isalpha() for character in text):
        if not unknown:
            return translate("DialBox", "Choose one of the names, or type a number.")
        if sum(character.isdecimal() for character in text) >= _DIGITS_OF_A_NUMBER:
            return translate("Dialling", "Letters are not dialled.")
        return translate("DialBox", "Type a number, or another name.")
    if len(text) > MOST_WRITTEN // 2:
        return translate("DialBox", "This number is too long.")
    return translate("DialBox", "A number has digits, spaces and + ( ) - . / only.")


class DialModel(QAbstractListModel):
    """The rows of the list."""

    def __init__(self, row_px: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DialRow] = []
        self.row_px = row_px

    def set_rows(self, rows: Sequence[DialRow]) -> None:
        """Offer these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> DialRow | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One row; its text is what a screen reader says."""
        row = self.row_at(index)
        if row is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            parts = (row.name, row.number or translate("DialBox", "no number"), row.field, f"{row.table} {row.no}")
            return ", ".join(clean_text(part, 80) for part in parts if part.strip())
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self.row_px)
        return row if role == RowRole else None
