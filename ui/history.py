"""Recent calls: the list of the newest calls, and why card, page and activity of each did or did not come."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tray.interfaces import Commands
from tray.views import HistoryRow
from ui.answers import Answers
from ui.history_detail import HistoryDetail
from ui.history_list import CallList, RecordDelegate
from ui.history_model import Column, HistoryModel, record_of
from ui.list_parts import SearchField
from ui.page_parts import EmptyState
from ui.parts import PlainLabel
from ui.theme import Space, TextRole, Theme
from ui.window import DeskWindow

LIMIT = 2000
"""How many calls are loaded; older ones are in the journal."""

_WIDTHS = {
    Column.STATE: 212,
    Column.NAME: 144,
    Column.NUMBER: 144,
    Column.TIME: 144,
    Column.DURATION: 100,
    Column.RECORD: 144,
}


class HistoryWindow(DeskWindow):
    """The window. `record_requested(table, no)` and `help_requested()` ask for what others do."""

    record_requested = Signal(str, str)
    help_requested = Signal()

    def __init__(self, theme: Theme, commands: Commands, clock: Callable[[], float] = time.time) -> None:
        super().__init__(theme, "historyWindow", QSize(1280, 640))
        self._commands = commands
        self._loaded = False
        self._answers = Answers(self)
        self._answers.arrived.connect(self._take)
        self._model = HistoryModel(theme, clock, self)
        self._search = SearchField(theme)
        self._list = CallList("callList")
        self._empty = EmptyState(theme)
        self._pages = QStackedWidget()
        self._detail = HistoryDetail(theme, clock)
        self._count = PlainLabel(theme, TextRole.CAPTION, "countLabel", muted=True)
        self._make_list()
        self._arrange()
        self._connect()
        self.retranslate()
        self.restyle()

    # -- what others call

    def open(self) -> None:
        """Show the window in front and load the calls."""
        self.refresh()
        self.present()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search.selectAll()

    def refresh(self) -> None:
        """Load the calls again; what is selected stays selected, and the list stays where it was scrolled to."""
        self._commands.recent_calls(LIMIT, self._answers.expect())

    def refresh_if_open(self) -> None:
        """`refresh` where the user can see it."""
        if self.isVisible():
            self.refresh()

    # -- how it is built

    def _make_list(self) -> None:
        view = self._list
        view.setModel(self._model)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setItemDelegateForColumn(Column.RECORD, RecordDelegate(self.theme, view))
        view.setSortingEnabled(True)
        view.sortByColumn(Column.TIME, Qt.SortOrder.DescendingOrder)
        view.header().setStretchLastSection(False)
        view.header().setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)

    def _arrange(self) -> None:
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.FIELD)
        column.addWidget(self._search)
        column.addWidget(self._pages, 1)
        column.addWidget(self._count)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self._detail)
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(Space.GROUP)
        split.setSizes([self._usual.width(), 300])
        box = QHBoxLayout(self)
        box.setContentsMargins(*[Space.GROUP] * 4)
        box.addWidget(split)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._find)
        self._search.left.connect(self._go_to_list)
        self._search.returnPressed.connect(self._go_to_list)
        self._list.selectionModel().currentChanged.connect(self._show_detail)
        self._model.layoutChanged.connect(self._show_state)
        self._list.opened.connect(self._open_record)
        self._list.doubleClicked.connect(self._open_record)
        self._list.copied.connect(self._copy)
        self._list.typed.connect(self._type)
        self._detail.open_requested.connect(self._open_record)
        self._detail.copy_requested.connect(self._copy)
        self._detail.call_requested.connect(self._call)
        self._empty.pressed.connect(self._act_on_empty)
        for keys, slot in (("Ctrl+F", self._focus_search), ("Ctrl+D", self._call), ("F5", self.refresh)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def retranslate(self) -> None:
        """Write every text anew, in the language in force."""
        self.setWindowTitle(self.tr("Recent calls"))
        self._search.setPlaceholderText(self.tr("Name, number, record or kind of call"))
        self._search.setAccessibleName(self.tr("Search"))
        self._list.setAccessibleName(self.tr("Calls"))
        self._model.retranslate()
        self._detail.retranslate()

    def restyle(self) -> None:
        """Take fonts, heights and drawings from the theme."""
        super().restyle()
        for part in (self._search, self._empty, self._detail, self._count):
            part.restyle()
        self._list.header().setMinimumSectionSize(self.theme.width_px(80))
        for column, width in _WIDTHS.items():
            self._list.setColumnWidth(column, self.theme.width_px(width))
        self._list.fit_rows(self.theme)
        self._detail.setMinimumWidth(self.theme.width_px(240))
        self.setMinimumSize(self.theme.width_px(560), self.theme.text_px(320))

    # -- what happens

    def _take(self, rows: tuple[HistoryRow, ...]) -> None:
        current = self._current()
        self._loaded = True
        self._model.set_rows(rows)
        place = self._model.row_of(current.call) if current else -1
        if place < 0:
            self._select(0)
        else:
            self._show_detail(self._model.index(place, 0))

    def _find(self, text: str) -> None:
        self._model.set_wanted(text)
        self._select(0)

    def _go_to_list(self) -> None:
        if self._model.rowCount():
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
            if not self._list.currentIndex().isValid():
                self._select(0)

    def _select(self, row: int) -> None:
        if 0 <= row < self._model.rowCount():
            index = self._model.index(row, 0)
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)
            self._show_detail(index)

    def _show_state(self) -> None:
        total, shown = self._model.total, self._model.rowCount()
        if self._loaded and not total:
            sentence = self.tr("No calls yet. Connect a phone, and its calls appear here.")
            self._empty.show_state(sentence, self.tr("&Connect a phone"))
        elif total and not shown:
            self._empty.show_state(self.tr("No call matches the search."), self.tr("&Clear search"))
        empty = self._loaded and not shown
        self._pages.setCurrentWidget(self._empty if empty else self._list)
        self._detail.setVisible(not empty)
        self._search.setVisible(bool(total) or not self._loaded)
        self._count.show_text(self._count_text(total, shown))
        if not shown:
            self._detail.show_call(None)

    def _count_text(self, total: int, shown: int) -> str:
        if not total:
            return ""
        if shown != total:
            return self.tr("{0} of {1} calls").format(shown, total)
        if total == LIMIT:
            return self.tr("The newest {0} calls").format(total)
        return self.tr("1 call") if total == 1 else self.tr("{0} calls").format(total)

    def _show_detail(self, current: QModelIndex) -> None:
        self._detail.show_call(self._model.row_at(current))

    def _current(self) -> HistoryRow | None:
        return self._model.row_at(self._list.currentIndex())

    def _open_record(self) -> None:
        row = self._current()
        if row is not None and record_of(row):
            self.record_requested.emit(row.table, row.no)

    def _copy(self) -> None:
        row = self._current()
        if row is not None and row.number:
            QGuiApplication.clipboard().setText(row.number)
            self._detail.show_copied()

    def _call(self) -> None:
        row = self._current()
        if row is not None and row.number:
            self._commands.dial(row.number)

    def _type(self, text: str) -> None:
        self._focus_search()
        self._search.setText(text)

    def _focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _act_on_empty(self) -> None:
        if self._model.total:
            self._search.clear()
            self._focus_search()
        else:
            self.help_requested.emit()
