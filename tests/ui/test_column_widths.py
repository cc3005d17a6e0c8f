"""The columns of a list share its width, and a name can be read wherever there is any room for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItemModel
from pytestqt.qtbot import QtBot

from ui.column_widths import ColumnWidths, Width
from ui.list_parts import FlatList
from ui.theme import Theme

HEADINGS = ["Name", "Account", "Active"]


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> FlatList:
    rows = FlatList("rows")
    model = QStandardItemModel(3, len(HEADINGS), rows)
    model.setHorizontalHeaderLabels(HEADINGS)
    rows.setModel(model)
    rows.columns = ColumnWidths(rows, 0)
    rows.columns.set_widths(theme, 140, {1: Width(200, 100), 2: Width(160, 120)})
    qtbot.addWidget(rows)
    rows.show()
    return rows


def widths(rows: FlatList, width: int) -> list[int]:
    rows.resize(width + rows.width() - rows.viewport().width(), 200)
    return [rows.columnWidth(column) for column in range(len(HEADINGS))]


def test_where_there_is_room_the_name_gets_what_the_others_leave(rows: FlatList) -> None:
    assert widths(rows, 800) == [440, 200, 160]


def test_where_there_is_little_those_give_that_can(rows: FlatList) -> None:
    assert widths(rows, 430) == [140, 150, 140]


def test_where_nobody_can_give_any_more_the_list_scrolls(rows: FlatList) -> None:
    assert widths(rows, 300) == [140, 100, 120]
    assert rows.horizontalScrollBar().isVisible()
    assert widths(rows, 800) == [440, 200, 160]


def test_a_heading_is_never_cut(rows: FlatList) -> None:
    rows.model().setHeaderData(2, Qt.Orientation.Horizontal, "Connected at this very moment, on any computer")
    widths(rows, 300)
    assert rows.columnWidth(2) == rows.header().sectionSizeHint(2) > 160


def test_a_column_that_was_drawn_with_the_mouse_stays_as_it_is(qtbot: QtBot, rows: FlatList) -> None:
    widths(rows, 800)
    header = rows.header()
    edge = QPoint(header.sectionViewportPosition(2) - 1, header.height() // 2)
    qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    qtbot.mouseMove(header.viewport(), edge + QPoint(60, 0))
    qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(60, 0))
    drawn = rows.columnWidth(1)
    assert drawn > 200
    assert widths(rows, 900) == [900 - drawn - 160, drawn, 160]
