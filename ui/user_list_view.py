"""A list of users with its search field, as Setup and Activate Users show it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tray.setup.model import User
from ui.column_widths import ColumnWidths, Width
from ui.found_page import FoundPage
from ui.found_table import FoundList
from ui.list_parts import SearchField
from ui.theme import Space, Theme
from ui.user_model import UserColumn, UserModel

_WIDTHS = {
    UserColumn.ACCOUNT: Width(168, 112),
    UserColumn.LICENSED: Width(104),
    UserColumn.ADMIN: Width(120),
    UserColumn.ACTIVE: Width(144),
    UserColumn.LAST_SEEN: Width(152, 136),
    UserColumn.SIGN_IN: Width(160),
}
_LEAST_NAME = 144


class _Rows(FoundList):
    """The rows. Enter opens, and a typed letter goes to the search field."""

    opened = Signal()
    typed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The keys of the list."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class UserListView(QWidget):
    """Search field and rows. `opened` and `selected` tell which user; the texts come with `retranslate`."""

    opened = Signal(object)
    selected = Signal(object)

    def __init__(self, theme: Theme, columns: Sequence[UserColumn], clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self._theme = theme
        self._columns = tuple(columns)
        self._wanted = 0
        self._model = UserModel(theme, columns, self, clock)
        self.search = SearchField(theme)
        self.rows = _Rows("userRows", self._model)
        self._page = FoundPage(theme, self.search, self.rows, self._model)
        self._make()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.FIELD)
        box.addWidget(self.search)
        box.addWidget(self._page, 1)

    @property
    def shown(self) -> int:
        """How many users the list shows."""
        return self._model.rowCount()

    @property
    def total(self) -> int:
        """How many users there are."""
        return self._model.total

    @property
    def current(self) -> User | None:
        """The selected user."""
        return self._model.thing_at(self.rows.currentIndex().row())

    def select_next(self, user_id: int) -> None:
        """Select this user, searched for or not, once the users are set the next time."""
        self._wanted = user_id
        self.search.clear()

    def begin(self) -> None:
        """Begin anew, with an empty search and the keyboard in the rows."""
        self.search.clear()
        self.rows.setFocus()

    def set_users(self, users: Sequence[User]) -> None:
        """Show these; who is selected stays selected."""
        wanted = self._wanted or (self.current.id if self.current else 0)
        self._wanted = 0
        self._model.set_things(users)
        self.rows.setCurrentIndex(self._model.index(max(self._model.row_of(wanted), 0), 0))
        self.rows.viewport().update()  # "today" becomes "yesterday" without a change of any user
        self.selected.emit(self.current)

    def retranslate(self, search: str, name: str) -> None:
        """Write every text anew; `search` stands in the empty search field, `name` is the list's for screen readers."""
        self.search.say(search)
        self.rows.setAccessibleName(name)
        self._page.say(self.tr('No user matches "{0}".'))
        self._model.renew_words()
        self._fit_columns()

    def restyle(self) -> None:
        """Take fonts, heights and widths from the theme."""
        self.search.restyle()
        self._page.restyle()
        self._fit_columns()
        self.rows.fit_rows(self._theme)

    def _make(self) -> None:
        self.search.left.connect(self._go_to_rows)
        self.search.returnPressed.connect(self._go_to_rows)
        self.search.textChanged.connect(self._find)
        rows = self.rows
        rows.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        rows.columns = ColumnWidths(rows, self._columns.index(UserColumn.NAME))
        rows.opened.connect(self._open)
        rows.doubleClicked.connect(self._open)
        rows.typed.connect(self._type)
        rows.selectionModel().currentChanged.connect(lambda: self.selected.emit(self.current))

    def _fit_columns(self) -> None:
        if self.rows.columns is not None:
            shown = {place: _WIDTHS[column] for place, column in enumerate(self._columns) if column in _WIDTHS}
            self.rows.columns.set_widths(self._theme, _LEAST_NAME, shown)

    def _go_to_rows(self) -> None:
        if self.shown:
            self.rows.setFocus(Qt.FocusReason.TabFocusReason)
            self._select_some()

    def _find(self, text: str) -> None:
        self._model.set_wanted(text)
        self._select_some()
        self.selected.emit(self.current)

    def _select_some(self) -> None:
        if self.shown and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self._model.index(0, 0))

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)

    def _type(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.setText(text)
