"""The business mapping: which tables are searched for a caller, in which order, and which page opens.

The rows are saved together. This dialog edits and tries them; which row wins for a call is decided by `tray.calls`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from tray.calls.mapping_rows import read_mappings
from tray.calls.settings import MappingRow, SettingError, to_data
from tray.errors import InvalidField, Refused
from tray.setup.model import Change, Mappings
from tray.setup.views import MappingSheet, SetupCommands
from ui.mapping_draft import Rows, in_order
from ui.mapping_list import MappingList
from ui.mapping_merge import Clash, Merged, merged
from ui.mapping_row_form import RowForm
from ui.mapping_trial_panel import TrialPanel
from ui.mapping_words import clash_words
from ui.setup_dialog import SetupDialog
from ui.theme import Space, Theme


class MappingDialog(SetupDialog):
    """The window: the rows above, the selected one and the test below."""

    def __init__(self, theme: Theme, setup: SetupCommands) -> None:
        super().__init__(theme, "businessMapping", QSize(1080, 816))
        self._setup = setup
        self._sheet: MappingSheet | None = None
        self._base: Rows = ()
        self._sent: Rows = ()
        self._clashes: tuple[Clash, ...] = ()
        self._list = MappingList(theme)
        self._form = RowForm(theme)
        self._trial = TrialPanel(theme, setup)
        self._list.edited.connect(self.edited)
        self._list.selected.connect(self._show_row)
        self._list.opened.connect(lambda: self._form.reveal(self._form.table))
        self._form.edited.connect(self._row_edited)
        self._trial.wanted.connect(self._try)
        self._lower = QWidget()
        lower = QHBoxLayout(self._lower)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(Space.EDGE)
        lower.addWidget(self._form, 3)
        lower.addWidget(self._trial, 2)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(Space.EDGE)
        split.addWidget(self._list)
        split.addWidget(self._lower)
        split.setStretchFactor(0, 1)
        self.body.addWidget(split, 1)
        self.retranslate()
        self.restyle()

    def open(self) -> None:
        """Show the dialog in front with the rows that are in force."""
        self._trial.forget()
        super().open()

    # -- what the base asks

    def ask(self, reply: Callable[[Any], None]) -> None:
        """Ask for the rows."""
        self._setup.mapping_sheet(reply)

    def take(self, sheet: MappingSheet, *, keep_edits: bool) -> None:
        """Show the rows of the store; with `keep_edits`, with what was edited since they were read."""
        rows = in_order(sheet.mappings.rows)
        both = merged(self._base, self._list.rows, rows) if keep_edits else Merged(rows, ())
        self._sheet, self._base, self._clashes = sheet, rows, both.clashes
        if both.rows != self._list.rows or not keep_edits:
            self._list.show_rows(both.rows)
        self._trial.outdate()

    def contradictions(self) -> str:
        """Where the rows as they stand go against what others did."""
        return clash_words(self._clashes)

    def is_changed(self) -> bool:
        """Whether the rows are not those of the store."""
        return self._list.rows != self._base or (self._list.row is not None and self._form.is_unfinished)

    def edited(self) -> None:
        """The user changed the rows."""
        super().edited()
        self._trial.outdate()

    def check(self) -> bool:
        """Whether every row is acceptable; the first that is not is selected, with the keyboard in its field."""
        if self._list.row is not None and self._show_problem():
            return False
        place = next((place for place, row in enumerate(self._list.rows) if not _is_acceptable(row)), None)
        if place is None:
            return True
        self._list.select(place)
        self._show_problem()
        return False

    def send(self, reply: Callable[[Any], None]) -> None:
        """Save all rows."""
        if self._sheet is not None:
            self._sent = self._list.rows
            self._setup.save(Change(mappings=Mappings(self._sent, self._sheet.mappings.revision)), reply)

    def was_saved(self) -> None:
        """What is edited from here on goes out from what was sent."""
        self._base = self._sent

    def refuse(self, error: InvalidField | Refused) -> bool:
        """Show at its row and field what the store does not accept."""
        number = error.field.partition("[")[2].partition("]")[0]
        if isinstance(error, Refused) or not number.isdigit() or int(number) >= len(self._list.rows):
            return False
        self._list.select(int(number))
        field = self._form.complain(error)
        if field is not None:
            self._form.reveal(field)
        return field is not None

    def first_control(self) -> QWidget:
        """The rows."""
        return self._list.view

    def set_open(self, can_edit: bool) -> None:
        """Let the user edit the rows, or only read them; testing is for everybody."""
        self._list.set_open(can_edit)
        self._form.set_open(can_edit)

    def retranslate(self) -> None:
        """Write every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Business mapping"))
        for part in (self._list, self._form, self._trial):
            part.retranslate()

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        for part in (self._list, self._form, self._trial):
            part.restyle()
        self.setMinimumSize(self.theme.width_px(928), self.theme.text_px(440))

    # -- what happens

    def _show_row(self) -> None:
        row = self._list.row
        self._lower.setVisible(row is not None)
        if row is not None and self._sheet is not None and row != self._form.row:
            self._form.show_row(row, self._sheet.tables)

    def _row_edited(self) -> None:
        self._list.change(self._form.row)

    def _show_problem(self) -> bool:
        """Say in the form what is wrong with the selected row, with the keyboard there; false where nothing is."""
        wrong = self._form.check()
        if wrong is not None:
            self._form.reveal(wrong)
        return wrong is not None

    def _try(self, is_asked: bool) -> None:
        rows = self._list.rows
        if all(_is_acceptable(row) for row in rows):
            self._trial.try_rows(rows)
            return
        self._trial.cannot_try()
        if is_asked:
            self.check()


def _is_acceptable(row: MappingRow) -> bool:
    """Whether the rules take the row."""
    try:
        read_mappings([to_data(row)])
    except SettingError:
        return False
    return True
