"""Using the business mapping as a person does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QLabel, QTreeView
from pytestqt.qtbot import QtBot

from tests.ui.dialog_driver import DialogDriver
from tests.ui.setup_bench import SetupBench
from tray.calls.settings import MappingRow
from tray.calls.trial import RowVerdict
from tray.setup.model import Change, Mappings
from ui.mapping_dialog import MappingDialog
from ui.mapping_model import MappingColumn
from ui.theme import Theme
from ui.verdict_list import VerdictList, VerdictRole


class MappingDriver(DialogDriver):
    """The open dialog."""

    def __init__(self, qtbot: QtBot, theme: Theme, bench: SetupBench) -> None:
        window = MappingDialog(theme, bench.administration)
        super().__init__(qtbot, window)
        self.bench = bench
        self.window: MappingDialog = window
        self.window.open()
        self.wait_for_sheet()

    @property
    def view(self) -> QTreeView:
        """The list of rows."""
        view = self.find(QTreeView, "mappingRows")
        assert isinstance(view, QTreeView)
        return view

    @property
    def place(self) -> int:
        """The place of the selected row."""
        return self.view.currentIndex().row()

    @property
    def saved(self) -> tuple[MappingRow, ...]:
        """The rows in the store."""
        return self.bench.store.mappings(self.bench.admin).rows

    def save_elsewhere(self, *rows: MappingRow) -> None:
        """The administrator saves rows at another desk."""
        mappings = Mappings(rows, self.bench.store.mappings(self.bench.admin).revision)
        self.bench.store.save(self.bench.admin, Change(mappings=mappings), self.bench.clock())

    def cells(self, column: MappingColumn) -> list[str]:
        """What a column of the list says."""
        model = self.view.model()
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]

    def cell(self, place: int, column: MappingColumn) -> QModelIndex:
        """One cell of the list."""
        return self.view.model().index(place, column)

    def select(self, place: int) -> None:
        """Click a row."""
        self.view.scrollTo(self.cell(place, MappingColumn.TABLE))
        self.click(self.view.visualRect(self.cell(place, MappingColumn.TABLE)).center())
        assert self.place == place

    def click_tick(self, place: int) -> None:
        """Click the tick of a row."""
        area = self.view.visualRect(self.cell(place, MappingColumn.ENABLED))
        self.click(QPoint(area.left() + 10, area.center().y()))

    def click(self, point: QPoint) -> None:
        """Click into the list."""
        self.qtbot.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the list."""
        self.qtbot.keyClick(self.view, key, modifier)

    @property
    def doubt(self) -> str:
        """What is said to be doubtful about the selected row."""
        label = self.find(QLabel, "doubtLabel")
        assert isinstance(label, QLabel)
        return label.text() if label.isVisible() else ""

    # -- the panel

    def try_number(self, number: str) -> None:
        """Type a number, press Enter and wait for the answer."""
        edit = self.line("trial")
        edit.clear()
        self.qtbot.keyClicks(edit, number)
        before = self.window._trial._trial
        self.qtbot.keyClick(edit, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.window._trial._trial not in (None, before))

    @property
    def verdicts(self) -> list[RowVerdict]:
        """What each row did."""
        found = self.find(VerdictList, "verdictList")
        assert isinstance(found, VerdictList)
        return [RowVerdict(found.item(row).data(VerdictRole)) for row in range(found.count())]

    @property
    def verdict_words(self) -> list[str]:
        """The same in words."""
        found = self.find(VerdictList, "verdictList")
        assert isinstance(found, VerdictList)
        return [str(found.item(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(found.count())]
