"""The rows of Recent calls: what each says, which are found and in what order.

Whole lists are filtered and sorted at once in Python, and a cell is formatted only when it is painted, so ten thousand
calls cost as little as ten. It must not ask the core for anything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from tray.calls.matching import MatchKind
from tray.calls.model import CallState, Cause, Direction, Outcome
from tray.views import CardView, HistoryRow
from ui.card_face import StateFace, state_face
from ui.colors import Tone
from ui.formats import clean_text, day_and_clock, running_time, tooltip, translate
from ui.list_parts import ROW_PX, Index
from ui.page_parts import fills_selection
from ui.theme import TextRole, Theme

ALIGN_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
RowRole = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns from left to right."""

    STATE = 0
    NAME = 1
    NUMBER = 2
    TIME = 3
    DURATION = 4
    RECORD = 5


def call_face(row: HistoryRow) -> StateFace:
    """Word, tone and drawing of a call, as on its card but without the time of day."""
    if row.outcome is None:
        return StateFace(translate("History", "In progress"), Tone.POSITIVE, "connected")
    if row.cause is not Cause.LOST:
        if row.outcome is Outcome.INCOMING:
            return StateFace(translate("History", "Incoming"), Tone.NEUTRAL, "incoming")
        if row.outcome is Outcome.OUTGOING:
            return StateFace(translate("History", "Outgoing"), Tone.NEUTRAL, "outgoing")
        if row.outcome is Outcome.MISSED_INCOMING:
            if row.cause is Cause.REJECTED:
                return StateFace(translate("History", "Declined"), Tone.DANGER, "declined")
            return StateFace(translate("History", "Missed"), Tone.DANGER, "missed")
    return state_face(_as_card(row))


def name_of(row: HistoryRow) -> str:
    """Who it was, in words that are never empty."""
    return clean_text(row.name) or number_of(row)


def number_of(row: HistoryRow) -> str:
    """The number as people write it."""
    return clean_text(row.number_text or row.number) or translate("History", "Number withheld")


def record_of(row: HistoryRow) -> str:
    """Table and number of the record; "" where there is none."""
    return clean_text(f"{row.table} {row.no}", 60) if row.table and row.no else ""


def duration_of(row: HistoryRow) -> str:
    """The talk time; "" for a call that was never connected."""
    return running_time(row.duration_s) if row.duration_s > 0 else ""


class HistoryModel(QAbstractTableModel):
    """Calls, newest first unless another column sorts them. `clock` gives wall time in seconds."""

    def __init__(self, theme: Theme, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._all: tuple[HistoryRow, ...] = ()
        self._texts: list[str] | None = None
        self._shown: list[HistoryRow] = []
        self._wanted = ""
        self._order = (Column.TIME, Qt.SortOrder.DescendingOrder)

    # -- the rows

    def set_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show these calls; search text and order stay."""
        self._all = tuple(rows)
        self._texts = None
        self._arrange()

    def set_wanted(self, text: str) -> None:
        """Show only calls that hold every word of `text` in name, number, record or state."""
        self._wanted = clean_text(text).casefold()
        self._arrange()

    def retranslate(self) -> None:
        """Write columns and cells anew, in the language in force."""
        self._texts = None
        self._arrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    @property
    def total(self) -> int:
        """How many calls there are, found or not."""
        return len(self._all)

    def row_at(self, index: Index) -> HistoryRow | None:
        """The call of a cell."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def row_of(self, call: str) -> int:
        """Where a call is shown; -1 where it is not."""
        return next((place for place, row in enumerate(self._shown) if row.call == call), -1)

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """How many calls are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell."""
        row = self.row_at(index)
        if row is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == RowRole:
            return row
        return self._look(row, column, role)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The name of a column."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.DURATION:
            return ALIGN_RIGHT
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.STATE: self.tr("Call"),
            Column.NAME: self.tr("Name"),
            Column.NUMBER: self.tr("Number"),
            Column.TIME: self.tr("Time"),
            Column.DURATION: self.tr("Duration"),
            Column.RECORD: self.tr("Record"),
        }[Column(section)]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the calls in the order of a column."""
        if 0 <= column < len(Column):
            self._order = (Column(column), order)
            self._arrange()

    # -- how

    def _text(self, row: HistoryRow, column: Column) -> str:
        if column is Column.STATE:
            return call_face(row).text
        if column is Column.NAME:
            return name_of(row)
        if column is Column.NUMBER:
            return number_of(row) if name_of(row) != number_of(row) else ""
        if column is Column.TIME:
            return day_and_clock(row.started, self._clock())
        return duration_of(row) if column is Column.DURATION else record_of(row)

    def _look(self, row: HistoryRow, column: Column, role: int) -> Any:
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self._theme.text_px(ROW_PX))
        if role == Qt.ItemDataRole.DecorationRole and column is Column.STATE:
            return self._icon(call_face(row))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._text(row, column))
        if role == Qt.ItemDataRole.FontRole and column in {Column.NUMBER, Column.TIME, Column.DURATION}:
            return self._theme.font(TextRole.NUMBER)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.DURATION:
            return ALIGN_RIGHT
        return None

    def _icon(self, face: StateFace) -> QIcon:
        tokens, icons, size = self._theme.tokens, self._theme.icons, self._theme.text_px(16)
        color = tokens.tone(face.tone)
        selected = tokens.on_accent if fills_selection(QApplication.style()) else None
        return icons.icon(face.icon, color, color, size, selected)

    def _arrange(self) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        calls = [self._shown[index.row()].call for index in before]
        self._shown = self._found()
        column, order = self._order
        descending = order is Qt.SortOrder.DescendingOrder
        self._shown.sort(key=lambda row: row.started, reverse=column is not Column.TIME or descending)
        if column is not Column.TIME:
            self._shown.sort(key=_KEYS[column], reverse=descending)
        places = {row.call: place for place, row in enumerate(self._shown)}
        after = [
            self.index(places[call], index.column()) if call in places else QModelIndex()
            for call, index in zip(calls, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _found(self) -> list[HistoryRow]:
        words = self._wanted.split()
        if not words:
            return list(self._all)
        if self._texts is None:
            self._texts = [_search_text(row) for row in self._all]
        found = zip(self._all, self._texts, strict=True)
        return [row for row, text in found if all(word in text for word in words)]


def _search_text(row: HistoryRow) -> str:
    plain = "".join(character for character in row.number_text if character.isalnum())
    parts = (row.name, row.number_text, row.number, plain, row.table, row.no, call_face(row).text)
    return " ".join(parts).casefold()


def _as_card(row: HistoryRow) -> CardView:
    return CardView(
        call=row.call,
        direction=row.direction,
        state=CallState.ENDED,
        number=row.number,
        number_text=row.number_text,
        name=row.name,
        detail="",
        match=MatchKind.NONE,
        candidates=(),
        chosen=None,
        started=row.started,
        since=None,
        duration_s=row.duration_s,
        outcome=row.outcome or (Outcome.INCOMING if row.direction is Direction.INCOMING else Outcome.OUTGOING),
        cause=row.cause,
    )


_KEYS: dict[Column, Callable[[HistoryRow], Any]] = {
    Column.STATE: lambda row: call_face(row).text,
    Column.NAME: lambda row: (row.name or row.number).casefold(),
    Column.NUMBER: lambda row: row.number,
    Column.DURATION: lambda row: row.duration_s,
    Column.RECORD: lambda row: (not row.no, row.table.casefold(), row.no),
}
