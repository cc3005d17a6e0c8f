"""The list of mapping rows with what can be done to them: add, remove and take that back, move, switch on and off.

It keeps the rows as they are being edited; the form beside it and the store are the dialog's business.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tray.calls.settings import MappingRow
from ui.colors import Tone
from ui.form_fields import MarkedLine
from ui.mapping_draft import Rows, moved, with_inserted, with_new, with_row, without
from ui.mapping_model import MappingModel
from ui.mapping_view import MappingView
from ui.mapping_words import row_name
from ui.page_parts import EmptyState
from ui.parts import PlainLabel, fit_controls
from ui.theme import Space, TextRole, Theme


@dataclass(frozen=True, slots=True)
class _Removed:
    """The row that was removed last, and where it was."""

    row: MappingRow
    place: int


class MappingList(QWidget):
    """The list. `edited` tells that the rows changed, `selected` that another one is selected, `opened` of Enter."""

    edited = Signal()
    selected = Signal()
    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._can_edit = False
        self._removed: _Removed | None = None
        self._model = MappingModel(theme, self)
        self.view = MappingView(theme, self._model)
        self._empty = EmptyState(theme)
        self._pages = QStackedWidget()
        self._add, self._remove, self._up, self._down = (QPushButton() for _ in range(4))
        self._doubt = MarkedLine(theme, "doubtLabel", Tone.WARNING, "notice")
        self._told = PlainLabel(theme, TextRole.CAPTION, "removedLabel", muted=True)
        self._undo = QPushButton()
        self._arrange()
        self._connect()

    # -- the rows

    @property
    def rows(self) -> Rows:
        """The rows as they are being edited."""
        return self._model.rows

    @property
    def place(self) -> int:
        """The place of the selected row; -1 where there is none."""
        return self.view.currentIndex().row()

    @property
    def row(self) -> MappingRow | None:
        """The selected row."""
        return self.rows[self.place] if self.place >= 0 else None

    def show_rows(self, rows: Rows) -> None:
        """Show these, the selected row where it is among them; what was removed before can no longer be taken back."""
        self._removed = None
        row, place = self.row, min(max(self.place, 0), len(rows) - 1)
        self._put(rows, rows.index(row) if row in rows else place)

    def change(self, row: MappingRow) -> None:
        """Put another row in the place of the selected one."""
        if self.row is not None and row != self.row:
            self._put(*with_row(self.rows, self.place, row))
            self.edited.emit()

    def select(self, place: int) -> None:
        """Select a row."""
        self.view.setCurrentIndex(self._model.index(place, 0))

    def set_open(self, can_edit: bool) -> None:
        """Let the user edit the rows, or only read them."""
        self._can_edit = can_edit
        self._model.set_open(can_edit)
        self._show_state()

    # -- look and words

    def retranslate(self) -> None:
        """Write every text anew."""
        self.view.setAccessibleName(self.tr("Business mapping"))
        self._add.setText(self.tr("A&dd row"))
        self._remove.setText(self.tr("&Remove row"))
        self._up.setText(self.tr("Move &up"))
        self._down.setText(self.tr("Move do&wn"))
        self._undo.setText(self.tr("Und&o removal"))
        self._add.setToolTip(self.tr("A new row after the others"))
        self._remove.setToolTip(self.tr("Delete"))
        self._up.setToolTip(self.tr("Alt+Up"))
        self._down.setToolTip(self.tr("Alt+Down"))
        self._model.renew()
        self.view.fit_columns()
        self._show_state()

    def restyle(self) -> None:
        """Take fonts, heights and widths from the theme."""
        for part in (self._doubt, self._told, self._empty):
            part.restyle()
        fit_controls(self._theme, *self._buttons)
        for button in self._buttons:
            if button is not self._undo:
                button.setMinimumWidth(self._theme.width_px(128))
        self._model.renew()
        self.view.restyle()

    # -- how it is built

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self._add, self._remove, self._up, self._down, self._undo

    def _arrange(self) -> None:
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        names = ("addButton", "removeButton", "upButton", "downButton", "undoButton")
        side = QVBoxLayout()
        side.setSpacing(Space.INSIDE)
        for button, name in zip(self._buttons, names, strict=True):
            button.setObjectName(name)
            button.setAutoDefault(False)
            if button is not self._undo:
                side.addWidget(button)
        side.addStretch(1)
        keep_room = self._doubt.sizePolicy()
        keep_room.setRetainSizeWhenHidden(True)
        self._doubt.setSizePolicy(keep_room)
        upper = QHBoxLayout()
        upper.setSpacing(Space.EDGE)
        upper.addWidget(self._pages, 1)
        upper.addLayout(side)
        lower = QHBoxLayout()
        lower.setSpacing(Space.FIELD)
        lower.addWidget(self._doubt, 1)
        lower.addWidget(self._told)
        lower.addWidget(self._undo)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.FIELD)
        box.addLayout(upper, 1)
        box.addLayout(lower)

    def _connect(self) -> None:
        self._add.clicked.connect(self._add_row)
        self._empty.pressed.connect(self._add_row)
        self._remove.clicked.connect(self._remove_row)
        self._undo.clicked.connect(self._undo_removal)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self.view.moves.connect(self._move)
        self.view.removes.connect(self._remove_row)
        self.view.switches.connect(self._switch)
        self.view.opens.connect(self.opened)
        self._model.switched.connect(self._switched)
        self.view.selectionModel().currentChanged.connect(self._selected)

    # -- what happens

    def _put(self, rows: Rows, place: int) -> None:
        self._model.set_rows(rows)
        if place != self.place:
            self.select(place)
        self._selected()

    def _selected(self) -> None:
        self._show_state()
        self.selected.emit()

    def _add_row(self) -> None:
        self._edit(*with_new(self.rows))
        self.opened.emit()

    def _remove_row(self) -> None:
        if self.row is not None and self._can_edit:
            self._removed = _Removed(self.row, self.place)
            rows = without(self.rows, self.place)
            self._edit(rows, min(self.place, len(rows) - 1))

    def _undo_removal(self) -> None:
        removed = self._removed
        if removed is not None:
            self._removed = None
            self._edit(*with_inserted(self.rows, removed.place, removed.row))
            self.view.setFocus()

    def _move(self, steps: int) -> None:
        if self.row is not None and self._can_edit:
            self._edit(*moved(self.rows, self.place, steps))

    def _switch(self) -> None:
        if self.row is not None:
            self._model.switch(self.place)

    def _switched(self, place: int, row: MappingRow) -> None:
        self.select(place)
        self.change(row)

    def _edit(self, rows: Rows, place: int) -> None:
        self._put(rows, place)
        self.edited.emit()

    def _show_state(self) -> None:
        place, last = self.place, len(self.rows) - 1
        self._add.setEnabled(self._can_edit)
        self._remove.setEnabled(self._can_edit and place >= 0)
        self._up.setEnabled(self._can_edit and place > 0)
        self._down.setEnabled(self._can_edit and 0 <= place < last)
        self._doubt.show_text(self._model.doubt_words(place))
        removed = self._removed
        self._told.show_text(self.tr("{0} was removed.").format(row_name(removed.row)) if removed else "")
        can_undo = self._can_edit and removed is not None
        self._undo.setEnabled(can_undo)
        self._undo.setVisible(can_undo)
        self._empty.show_state(
            self.tr("No table is mapped yet, so that callers are shown by their number alone."),
            self.tr("Add row") if self._can_edit else "",
        )
        self._pages.setCurrentWidget(self.view if self.rows else self._empty)
