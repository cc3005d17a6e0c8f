"""Recent calls: what the rows say, how they are found, and what the keys do."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTextEdit, QTreeView
from pytestqt.qtbot import QtBot

from tests.ui.core_stand_in import Core
from tests.ui.window_samples import NOW, history_rows
from tray.calls.model import Cause, Direction, Outcome
from tray.views import HistoryRow
from ui.history import HistoryWindow
from ui.history_model import Column, HistoryModel, call_face
from ui.theme import Theme

_Part = TypeVar("_Part")

ROW = HistoryRow(
    "1", NOW, 65.0, Direction.INCOMING, Outcome.INCOMING, Cause.COMPLETED,
    "+31205550101", "020 555 0101", "Adatum", "Customer", "10000", ("Card opened: your setup opens the card",),
)  # fmt: skip


def _model(theme: Theme, *rows: HistoryRow) -> HistoryModel:
    model = HistoryModel(theme, lambda: NOW + 60)
    model.set_rows(rows)
    return model


def _texts(model: HistoryModel, column: Column) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({}, "Incoming"),
        ({"outcome": Outcome.MISSED_INCOMING, "cause": Cause.MISSED}, "Missed"),
        ({"outcome": Outcome.MISSED_INCOMING, "cause": Cause.REJECTED}, "Declined"),
        ({"outcome": Outcome.MISSED_INCOMING, "cause": Cause.LOST}, "Call lost"),
        ({"outcome": Outcome.ANSWERED_ELSEWHERE, "cause": Cause.ANSWERED_ELSEWHERE}, "Answered by another"),
        ({"outcome": Outcome.ANSWERED_ELSEWHERE, "cause": Cause.FORWARDED}, "Forwarded"),
        ({"direction": Direction.OUTGOING, "outcome": Outcome.OUTGOING}, "Outgoing"),
        ({"direction": Direction.OUTGOING, "outcome": Outcome.UNACCEPTED_OUTGOING, "cause": Cause.BUSY}, "Busy"),
        ({"outcome": None, "cause": None}, "In progress"),
    ],
)
def test_each_kind_of_call_has_its_word(change: dict[str, object], word: str) -> None:
    assert call_face(replace(ROW, **change)).text == word


@given(
    st.sampled_from(list(Direction)),
    st.none() | st.sampled_from(list(Outcome)),
    st.none() | st.sampled_from(list(Cause)),
)
def test_every_combination_has_a_word_and_a_drawing(
    direction: Direction, outcome: Outcome | None, cause: Cause | None
) -> None:
    face = call_face(replace(ROW, direction=direction, outcome=outcome, cause=cause))
    assert face.text
    assert face.icon


def test_a_row_says_everything_in_words(theme: Theme) -> None:
    model = _model(theme, ROW)
    cells = [model.index(0, column).data() for column in Column]
    assert cells[:3] == ["Incoming", "Adatum", "020 555 0101"]
    assert cells[3].startswith("today")
    assert cells[4:] == ["01:05", "Customer 10000"]


def test_a_caller_without_name_is_its_number_once(theme: Theme) -> None:
    model = _model(theme, replace(ROW, name=""), replace(ROW, call="2", name="", number="", number_text=""))
    assert _texts(model, Column.NAME) == ["020 555 0101", "Number withheld"]
    assert _texts(model, Column.NUMBER) == ["", ""]


def test_the_newest_call_is_first_until_another_column_sorts(theme: Theme) -> None:
    rows = [replace(ROW, call=str(age), started=NOW - age, name=name) for age, name in ((5, "B"), (1, "a"), (9, "C"))]
    model = _model(theme, *rows)
    assert _texts(model, Column.NAME) == ["a", "B", "C"]
    model.sort(Column.TIME, Qt.SortOrder.AscendingOrder)
    assert _texts(model, Column.NAME) == ["C", "B", "a"]
    model.sort(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert _texts(model, Column.NAME) == ["C", "B", "a"]


@pytest.mark.parametrize("column", list(Column))
def test_every_column_sorts_every_kind_of_row(theme: Theme, column: Column) -> None:
    model = _model(theme, *history_rows())
    for order in Qt.SortOrder:
        model.sort(column, order)
        assert model.rowCount() == 40


@pytest.mark.parametrize(
    "text", ["adatum", "ADA", "0205550101", "020 555", "10000", "customer", "incoming", "ada 10000"]
)
def test_typing_finds_name_number_record_and_kind(theme: Theme, text: str) -> None:
    other = replace(ROW, call="2", name="Trey", number="+4930", number_text="+49 30", table="", no="",
                    outcome=Outcome.MISSED_INCOMING)  # fmt: skip
    model = _model(theme, ROW, other)
    model.set_wanted(text)
    assert _texts(model, Column.NAME) == ["Adatum"]


def test_the_model_keeps_qts_rules_while_rows_come_and_go(theme: Theme) -> None:
    model = _model(theme)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(history_rows())
    model.set_wanted("adatum")
    model.sort(Column.NAME, Qt.SortOrder.AscendingOrder)
    model.set_wanted("")
    model.set_rows(())
    assert tester.model() is model


# -- the window


@pytest.fixture
def core() -> Core:
    return Core(history_rows())


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, core: Core) -> HistoryWindow:
    window = HistoryWindow(theme, core, lambda: NOW)
    qtbot.addWidget(window)
    return window


def _part(window: HistoryWindow, kind: type[_Part], name: str) -> _Part:
    part = window.findChild(kind, name)
    assert part is not None
    return part


def _open(qtbot: QtBot, window: HistoryWindow) -> QTreeView:
    window.open()
    calls = _part(window, QTreeView, "callList")
    model = calls.model()
    assert isinstance(model, HistoryModel)
    qtbot.waitUntil(lambda: model.total == 40)
    return calls


def _select(window: HistoryWindow, call: str) -> None:
    calls = _part(window, QTreeView, "callList")
    model = calls.model()
    assert isinstance(model, HistoryModel)
    calls.setCurrentIndex(model.index(model.row_of(call), 0))


def test_calls_are_loaded_and_the_newest_is_shown_in_full(qtbot: QtBot, window: HistoryWindow) -> None:
    calls = _open(qtbot, window)
    assert calls.currentIndex().row() == 0
    assert _part(window, QTextEdit, "nameLabel").toPlainText() == "Adatum Corporation"


def test_the_detail_says_why(qtbot: QtBot, window: HistoryWindow) -> None:
    _open(qtbot, window)
    _select(window, "c1")
    assert "No page: your setup" in _part(window, QTextEdit, "reasonsText").toPlainText()


def test_enter_opens_the_record(qtbot: QtBot, window: HistoryWindow) -> None:
    calls = _open(qtbot, window)
    _select(window, "c1")
    with qtbot.waitSignal(window.record_requested) as asked:
        qtbot.keyClick(calls, Qt.Key.Key_Return)
    assert asked.args == ["Contact", "CT000117"]


def test_a_call_without_record_opens_nothing(qtbot: QtBot, window: HistoryWindow) -> None:
    calls = _open(qtbot, window)
    _select(window, "c2")
    with qtbot.assertNotEmitted(window.record_requested):
        qtbot.keyClick(calls, Qt.Key.Key_Return)
    assert not _part(window, QPushButton, "openButton").isEnabled()


def test_control_c_copies_the_number(qtbot: QtBot, window: HistoryWindow) -> None:
    calls = _open(qtbot, window)
    _select(window, "c1")
    qtbot.keyClick(calls, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "+49711123456"
    assert _part(window, QPushButton, "copyButton").accessibleName() == "Copied"


def test_call_back_dials_the_number(qtbot: QtBot, window: HistoryWindow, core: Core) -> None:
    _open(qtbot, window)
    _select(window, "c1")
    qtbot.mouseClick(_part(window, QPushButton, "callButton"), Qt.MouseButton.LeftButton)
    assert core.dialled == ["+49711123456"]


def test_a_withheld_number_can_neither_be_called_nor_copied(qtbot: QtBot, window: HistoryWindow, core: Core) -> None:
    calls = _open(qtbot, window)
    _select(window, "c4")
    QGuiApplication.clipboard().setText("before")
    qtbot.keyClick(calls, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"
    assert not _part(window, QPushButton, "callButton").isEnabled()
    assert core.dialled == []


def test_a_letter_typed_in_the_list_starts_the_search(qtbot: QtBot, window: HistoryWindow) -> None:
    calls = _open(qtbot, window)
    qtbot.keyClicks(calls, "t")
    assert _part(window, QLineEdit, "searchEdit").text() == "t"


def test_escape_empties_the_search_before_it_closes(qtbot: QtBot, window: HistoryWindow) -> None:
    _open(qtbot, window)
    search = _part(window, QLineEdit, "searchEdit")
    search.setText("adatum")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert window.isVisible()
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_refresh_keeps_the_selected_call_selected(qtbot: QtBot, window: HistoryWindow, core: Core) -> None:
    calls = _open(qtbot, window)
    _select(window, "c3")
    core.rows = (replace(ROW, call="new", started=NOW + 1), *core.rows)
    window.refresh_if_open()
    qtbot.waitUntil(lambda: calls.model().rowCount() == 41)
    assert calls.currentIndex().row() == 4
    assert calls.currentIndex().data(Qt.ItemDataRole.UserRole).call == "c3"


def test_a_refresh_leaves_the_list_where_it_was_scrolled_to(qtbot: QtBot, window: HistoryWindow, core: Core) -> None:
    calls = _open(qtbot, window)
    window.resize(1000, 400)
    bar = calls.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 10)
    bar.setValue(10)
    core.rows = (replace(ROW, call="new", started=NOW + 1), *core.rows)
    window.refresh_if_open()
    qtbot.waitUntil(lambda: calls.model().rowCount() == 41)
    assert bar.value() == 10


def test_a_hidden_window_asks_for_nothing(window: HistoryWindow, core: Core) -> None:
    core.at_once = False
    window.refresh_if_open()
    assert core._waiting == []


def test_no_calls_yet_is_one_sentence_and_one_action(qtbot: QtBot, window: HistoryWindow, core: Core) -> None:
    core.rows = ()
    window.open()
    button = _part(window, QPushButton, "emptyButton")
    qtbot.waitUntil(button.isVisible)
    assert _part(window, QLabel, "emptyLabel").text().startswith("No calls yet")
    with qtbot.waitSignal(window.help_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_found_offers_to_clear_the_search(qtbot: QtBot, window: HistoryWindow) -> None:
    calls = _open(qtbot, window)
    search = _part(window, QLineEdit, "searchEdit")
    search.setText("zebra")
    button = _part(window, QPushButton, "emptyButton")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert search.text() == ""
    assert calls.isVisible()


def test_ten_thousand_calls_make_no_widget_each(qtbot: QtBot, theme: Theme, window: HistoryWindow) -> None:
    model = _part(window, QTreeView, "callList").model()
    assert isinstance(model, HistoryModel)
    before = len(window.findChildren(QLabel))
    model.set_rows(history_rows(10_000))
    window.present()
    assert model.rowCount(QModelIndex()) == 10_000
    model.set_wanted("adatum")
    assert 0 < model.rowCount() < 10_000
    assert len(window.findChildren(QLabel)) == before
