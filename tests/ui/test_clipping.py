"""The finder of cut texts finds them, in every kind of part, and is content where there is room."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.clipping import clipped
from ui.parts import PlainLabel
from ui.theme import TextRole, Theme

LONG = "Rechtsschutzversicherungsgesellschaften und ihre Kundinnen und Kunden"


def wrapped(theme: Theme) -> QWidget:
    label = QLabel(LONG)
    label.setWordWrap(True)
    return label


def plain(theme: Theme) -> QWidget:
    label = PlainLabel(theme, TextRole.BODY, "plain")
    label.restyle()
    label.show_text(LONG)
    return label


def with_placeholder(theme: Theme) -> QWidget:
    edit = QLineEdit()
    edit.setPlaceholderText(LONG)
    return edit


def with_items(theme: Theme) -> QWidget:
    box = QComboBox()
    box.addItems(["short", LONG])
    return box


def with_suffix(theme: Theme) -> QWidget:
    box = QSpinBox()
    box.setSuffix(f" {LONG}")
    return box


def with_tabs(theme: Theme) -> QWidget:
    bar = QTabBar()
    bar.addTab(LONG)
    bar.addTab("short")
    return bar


def with_columns(theme: Theme) -> QWidget:
    table = QTableWidget(1, 1)
    table.setHorizontalHeaderLabels([LONG])
    table.resizeColumnsToContents()
    return table


def with_rows(theme: Theme) -> QWidget:
    rows = QListWidget()
    rows.addItem(LONG)
    rows.item(0).setSizeHint(QSize(0, 32))  # as lists do that give their rows a height
    return rows


PARTS: dict[str, Callable[[Theme], QWidget]] = {
    "label": lambda _: QLabel(LONG),
    "wrapping label": wrapped,
    "label that cuts": plain,
    "button": lambda _: QPushButton(LONG),
    "check box": lambda _: QCheckBox(LONG),
    "placeholder": with_placeholder,
    "combo box": with_items,
    "spin box": with_suffix,
    "group box": lambda _: QGroupBox(LONG),
    "tabs": with_tabs,
    "list": with_rows,
}


@pytest.fixture
def holder(qtbot: QtBot, theme: Theme, request: pytest.FixtureRequest) -> QWidget:
    part = PARTS[request.param](theme)
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.addWidget(part)
    qtbot.addWidget(holder)
    return holder


@pytest.mark.parametrize("holder", PARTS, indirect=True)
def test_a_part_with_room_is_left_alone(holder: QWidget) -> None:
    holder.resize(1200, 400)
    holder.show()
    assert clipped(holder) == []


@pytest.mark.parametrize("holder", PARTS, indirect=True)
def test_a_part_that_is_too_narrow_is_found(holder: QWidget) -> None:
    part = holder.findChildren(QWidget)[0]
    part.setFixedWidth(60)
    holder.show()
    assert clipped(holder) != []


def test_a_wrapping_label_that_is_too_low_is_found(qtbot: QtBot) -> None:
    label = QLabel("one two three four five six seven eight nine ten eleven twelve")
    label.setWordWrap(True)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert len(clipped(label)) == 1


def test_a_column_that_is_too_narrow_for_its_heading_is_found(qtbot: QtBot, theme: Theme) -> None:
    table = with_columns(theme)
    qtbot.addWidget(table)
    assert isinstance(table, QTableWidget)
    table.resize(1200, 200)
    table.show()
    assert clipped(table) == []
    table.setColumnWidth(0, 60)
    assert len(clipped(table)) == 1


def test_what_reaches_out_of_its_holder_is_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    label = QLabel("here", holder)
    label.setGeometry(90, 10, 60, 20)
    holder.resize(100, 40)
    holder.show()
    assert clipped(holder) == ["QLabel: 'here' reaches out of what holds it"]


def test_hidden_and_foreign_parts_are_not_looked_at(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    hidden, foreign = QLabel(LONG, holder), QLabel(LONG, holder)
    foreign.setObjectName("callerName")
    for label in (hidden, foreign):
        label.setGeometry(0, 0, 50, 20)
    holder.resize(100, 40)
    holder.show()
    hidden.hide()
    assert clipped(holder, foreign={"callerName"}) == []
