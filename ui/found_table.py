"""A table of many things that is searched and sorted quickly, because caller cards wait while it works.

The words to search and the keys to sort by are made once for each thing and kept until it changes, and the rows are put
in order in one go. A proxy model asks for both again at every comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from ui.list_parts import FlatList, Index


class Numbered(Protocol):
    """Something that keeps its number whatever else changes."""

    @property
    def id(self) -> int:
        """The number."""
        ...


_Thing = TypeVar("_Thing", bound=Numbered)


class FoundTable(QAbstractTableModel, Generic[_Thing]):
    """Those things in which every word of the search stands, sorted by a column. Subclasses say what they show."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._things: dict[int, _Thing] = {}
        self._order: list[int] = []
        self._rows: dict[int, int] = {}
        self._wanted: tuple[str, ...] = ()
        self._column = -1
        self._descends = False
        self._texts: dict[int, str] = {}
        self._keys: dict[int, Any] = {}

    # -- what each table does for itself

    def search_text(self, thing: _Thing) -> str:
        """All of a thing that can be found, in small letters."""
        raise NotImplementedError

    def sort_key(self, thing: _Thing, column: int) -> Any:
        """What a thing is sorted by in a column."""
        raise NotImplementedError

    # -- what others call

    @property
    def things(self) -> tuple[_Thing, ...]:
        """Everything, found or not, as it was given."""
        return tuple(self._things.values())

    @property
    def total(self) -> int:
        """How many things there are, found or not."""
        return len(self._things)

    def set_things(self, things: Iterable[_Thing]) -> None:
        """Show these; only rows whose things are others than before are touched."""
        before, self._things = self._things, {thing.id: thing for thing in things}
        changed = [number for number, thing in self._things.items() if before.get(number) != thing]
        if not changed and len(before) == len(self._things):
            return
        for number in (*changed, *(before.keys() - self._things.keys())):
            self._texts.pop(number, None)
            self._keys.pop(number, None)
        self._arrange()
        self._tell_changed(number for number in changed if number in before)

    def set_wanted(self, text: str) -> None:
        """Look for this."""
        self._wanted = tuple(text.casefold().split())
        self._arrange()

    def thing_at(self, row: int) -> _Thing | None:
        """What a row shows; None where there is no such row, or where it is just being removed."""
        return self._things.get(self._order[row]) if 0 <= row < len(self._order) else None

    def row_of(self, number: int) -> int:
        """The row of a thing; -1 where it is not there or not found."""
        return self._rows.get(number, -1)

    def renew_words(self) -> None:
        """The language has changed."""
        self._texts.clear()
        self._keys.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self._arrange()
        self._tell_changed(self._order)

    # -- what the view asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """How many things are found."""
        return 0 if parent.isValid() else len(self._order)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows into the order of a column."""
        if column != self._column:
            self._keys.clear()
        self._column, self._descends = column, order is Qt.SortOrder.DescendingOrder
        self._arrange()

    # -- how

    def _arrange(self) -> None:
        """Find and sort anew."""
        found = [number for number in self._things if self._is_found(number)]
        if self._column >= 0:
            found.sort(key=self._key, reverse=self._descends)
        if found != self._order:
            self._become(found)

    def _is_found(self, number: int) -> bool:
        if not self._wanted:
            return True
        if number not in self._texts:
            self._texts[number] = self.search_text(self._things[number])
        text = self._texts[number]
        return all(word in text for word in self._wanted)

    def _key(self, number: int) -> Any:
        if number not in self._keys:
            self._keys[number] = self.sort_key(self._things[number], self._column)
        return self._keys[number]

    def _become(self, order: list[int]) -> None:
        """Show the rows in this order, and tell the view no more than what is different."""
        old, nowhere = self._order, QModelIndex()
        first = _shared(old, order)
        last = min(_shared(old[::-1], order[::-1]), len(old) - first, len(order) - first)
        if first + last == len(old):
            self.beginInsertRows(nowhere, first, len(order) - last - 1)
            self._put(order)
            self.endInsertRows()
        elif first + last == len(order):
            self.beginRemoveRows(nowhere, first, len(old) - last - 1)
            self._put(order)
            self.endRemoveRows()
        elif len(old) == len(order) and self._rows.keys() == set(order):
            self._reorder(order)
        else:
            self.beginResetModel()
            self._put(order)
            self.endResetModel()

    def _reorder(self, order: list[int]) -> None:
        """The same rows in another order; who holds on to a row holds on to what it shows."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        numbers = [self._order[index.row()] for index in held]
        self._put(order)
        places = zip(held, numbers, strict=True)
        now = [self.index(self._rows[number], index.column()) for index, number in places]
        self.changePersistentIndexList(held, now)
        self.layoutChanged.emit()

    def _put(self, order: list[int]) -> None:
        self._order = order
        self._rows = {number: row for row, number in enumerate(order)}

    def _tell_changed(self, numbers: Iterable[int]) -> None:
        last = self.columnCount() - 1
        for first, end in _runs(sorted(self._rows[number] for number in numbers if number in self._rows)):
            self.dataChanged.emit(self.index(first, 0), self.index(end, last))


class FoundList(FlatList):
    """The rows of such a table. What is selected stays so as long as it is found."""

    def __init__(self, name: str, table: FoundTable[Any]) -> None:
        super().__init__(name)
        self._table = table
        self._selected: int | None = None
        self.setModel(table)
        self.setSortingEnabled(True)
        table.modelAboutToBeReset.connect(self._remember)
        table.modelReset.connect(self._select_again)

    def _remember(self) -> None:
        thing = self._table.thing_at(self.currentIndex().row())
        self._selected = thing.id if thing is not None else None

    def _select_again(self) -> None:
        row = -1 if self._selected is None else self._table.row_of(self._selected)
        if row >= 0:
            self.setCurrentIndex(self._table.index(row, 0))


def _shared(one: Sequence[int], other: Sequence[int]) -> int:
    """With how many equal numbers both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Rising rows as stretches without gaps: first and last of each."""
    first = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[place - 1] + 1:
            yield rows[first], rows[place - 1]
            first = place
