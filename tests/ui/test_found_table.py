"""A searched and sorted table touches no more rows than have changed, and makes words and keys once for each row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui.found_table import FoundList, FoundTable
from ui.list_parts import Index

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Town:
    """A thing with two columns."""

    id: int
    name: str
    people: int = 0


class Towns(FoundTable[Town]):
    """They count how often they are asked, and write down what they tell the view."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.keys: Counter[int] = Counter()
        self.texts: Counter[int] = Counter()
        self.told: list[tuple[str, int, int]] = []
        self.dataChanged.connect(lambda first, last: self.told.append(("changed", first.row(), last.row())))
        self.rowsInserted.connect(lambda _, first, last: self.told.append(("came", first, last)))
        self.rowsRemoved.connect(lambda _, first, last: self.told.append(("went", first, last)))
        self.layoutChanged.connect(lambda: self.told.append(("moved", 0, 0)))
        self.modelReset.connect(lambda: self.told.append(("new", 0, 0)))

    def search_text(self, thing: Town) -> str:
        self.texts[thing.id] += 1
        return thing.name.casefold()

    def sort_key(self, thing: Town, column: int) -> object:
        self.keys[thing.id] += 1
        return thing.people if column else thing.name

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        town = self.thing_at(index.row())
        if town is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        return str(town.people) if index.column() else town.name

    def names(self) -> str:
        return " ".join(str(self.index(row, 0).data()) for row in range(self.rowCount()))


TOWNS = tuple(
    Town(number, name, number % 3) for number, name in enumerate(["Delft", "Assen", "Emmen", "Breda", "Cuijk"], start=1)
)


@pytest.fixture
def rows(qtbot: QtBot) -> FoundList:
    parent = QObject()
    towns = Towns(parent)
    rows = FoundList("rows", towns)
    parent.setParent(rows)
    qtbot.addWidget(rows)
    QAbstractItemModelTester(towns, QAbstractItemModelTester.FailureReportingMode.Fatal, rows)
    rows.sortByColumn(0, ASCENDING)
    towns.set_things(TOWNS)
    towns.told.clear()
    rows.setCurrentIndex(towns.index(2, 0))
    return rows


@pytest.fixture
def towns(rows: FoundList) -> Towns:
    towns = rows.model()
    assert isinstance(towns, Towns)
    return towns


def test_the_same_again_touches_nothing(towns: Towns) -> None:
    towns.set_things(replace(town) for town in TOWNS)
    assert towns.told == []


def test_only_rows_that_changed_are_touched(towns: Towns) -> None:
    assert towns.names() == "Assen Breda Cuijk Delft Emmen"
    people = {1: 900, 4: 900, 5: 900}
    towns.set_things(replace(town, people=people.get(town.id, town.people)) for town in TOWNS)
    assert towns.told == [("changed", 1, 3)]
    assert towns.index(3, 1).data() == "900"


def test_who_comes_and_goes_touches_no_other_row(towns: Towns) -> None:
    towns.set_things((*TOWNS, Town(6, "Borne"), Town(7, "Boxtel")))
    towns.set_things((*TOWNS, Town(7, "Boxtel")))
    assert towns.told == [("came", 1, 2), ("went", 1, 1)]
    assert towns.names() == "Assen Boxtel Breda Cuijk Delft Emmen"


def test_a_change_moves_a_row_to_its_place(rows: FoundList, towns: Towns) -> None:
    towns.set_things(replace(town, name="Zwolle") if town.name == "Cuijk" else town for town in TOWNS)
    assert towns.names() == "Assen Breda Delft Emmen Zwolle"
    assert rows.currentIndex().data() == "Zwolle", "and it stays selected"


def test_keys_are_made_once_for_each_row(towns: Towns) -> None:
    towns.keys.clear()
    towns.sort(1, DESCENDING)
    towns.sort(1, ASCENDING)
    assert set(towns.keys.values()) == {1}
    towns.set_things(replace(town, people=9) if town.id == 3 else town for town in TOWNS)
    assert towns.keys == {1: 1, 2: 1, 3: 2, 4: 1, 5: 1}


def test_words_are_made_once_for_each_row(towns: Towns) -> None:
    for text in ("e", "em", "emm", ""):
        towns.set_wanted(text)
    assert set(towns.texts.values()) == {1}
    assert len(towns.texts) == len(TOWNS)


def test_equal_keys_keep_the_order_in_which_the_rows_came(towns: Towns) -> None:
    towns.sort(1, ASCENDING)
    assert towns.names() == "Emmen Delft Breda Assen Cuijk"
    towns.sort(1, DESCENDING)
    assert towns.names() == "Assen Cuijk Delft Breda Emmen"


def test_every_word_has_to_be_found_and_what_is_selected_stays_so(rows: FoundList, towns: Towns) -> None:
    towns.set_wanted("E D")
    assert towns.names() == "Breda Delft"
    assert (towns.rowCount(), towns.total) == (2, 5)
    towns.set_wanted("")
    rows.setCurrentIndex(towns.index(towns.row_of(1), 0))
    towns.set_wanted("e d")
    towns.sort(0, DESCENDING)
    assert rows.currentIndex().data() == "Delft"
    assert [index.data() for index in rows.selectionModel().selectedRows()] == ["Delft"]


def test_other_words_are_asked_for_anew(towns: Towns) -> None:
    towns.set_wanted("e")
    towns.keys.clear()
    towns.texts.clear()
    towns.renew_words()
    assert set(towns.keys.values()) == set(towns.texts.values()) == {1}
    assert towns.told[-1] == ("changed", 0, towns.rowCount() - 1)


def test_a_thing_that_is_gone_is_forgotten(towns: Towns) -> None:
    towns.set_things(TOWNS[:1])
    assert towns.thing_at(1) is None
    assert towns.row_of(2) == -1
