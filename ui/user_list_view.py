"""A list of users with its search field, as the user list and the product user list show it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTreeView, QVBoxLayout, QWidget

from tray.setup.model import User
from ui.theme import Space, TextRole, Theme
from ui.user_model import UserColumn, UserFilter, UserModel

_WIDTHS: Mapping[UserColumn, int] = {
    UserColumn.ACCOUNT: 208,
    UserColumn.LICENSED: 104,
    UserColumn.ADMIN: 120,
    UserColumn.ACTIVE: 144,
    UserColumn.LAST_SEEN: 160,
    UserColumn.SIGN_IN: 160,
}
_NARROWEST = 96


class _Rows(QTreeView):
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
        self._model = UserModel(theme, columns, self, clock)
        self._filter = UserFilter(self)
        self._filter.setSourceModel(self._model)
        self.search = QLineEdit()
        self.rows = _Rows()
        self._make()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.FIELD)
        box.addWidget(self.search)
        box.addWidget(self.rows, 1)

    @property
    def shown(self) -> int:
        """How many users the list shows."""
        return self._filter.rowCount()

    @property
    def total(self) -> int:
        """How many users there are."""
        return self._model.rowCount()

    @property
    def current(self) -> User | None:
        """The selected user."""
        return self._filter.user_at(self.rows.currentIndex())

    def set_users(self, users: Sequence[User]) -> None:
        """Show these; who is selected stays selected."""
        current = self.current
        self._model.set_users(users)
        row = self._model.row_of(current.id) if current else 0
        index = self._filter.mapFromSource(self._model.index(max(row, 0), 0))
        if index.isValid():
            self.rows.setCurrentIndex(index)
        self.selected.emit(self.current)

    def retranslate(self, search: str, name: str) -> None:
        """Write every text anew; `search` stands in the empty search field, `name` is the list's for screen readers."""
        self.search.setPlaceholderText(search)
        self.search.setAccessibleName(search)
        self.rows.setAccessibleName(name)
        self._model.renew_words()
        self._fit_columns()

    def restyle(self) -> None:
        """Take fonts, heights and widths from the theme."""
        self.search.setFont(self._theme.font(TextRole.BODY))
        self.search.setMinimumHeight(self._theme.text_px(32))
        self._fit_columns()
        icon = self._theme.text_px(16)
        self.rows.setIconSize(QSize(icon, icon))
        self.rows.doItemsLayout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Down and Enter lead from the search field into the list; Escape empties the field first."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.shown:
                self.rows.setFocus(Qt.FocusReason.TabFocusReason)
                if not self.rows.currentIndex().isValid():
                    self.rows.setCurrentIndex(self._filter.index(0, 0))
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _make(self) -> None:
        self.search.setObjectName("searchEdit")
        self.search.setClearButtonEnabled(True)
        self.search.setTextMargins(Space.INSIDE, 0, Space.INSIDE, 0)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._find)
        rows = self.rows
        rows.setObjectName("userRows")
        rows.setModel(self._filter)
        rows.setRootIsDecorated(False)
        rows.setUniformRowHeights(True)
        rows.setAllColumnsShowFocus(True)
        rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        rows.setSortingEnabled(True)
        rows.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        header = rows.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(self._columns.index(UserColumn.NAME), QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows.opened.connect(self._open)
        rows.doubleClicked.connect(self._open)
        rows.typed.connect(self._type)
        rows.selectionModel().currentChanged.connect(lambda: self.selected.emit(self.current))

    def _fit_columns(self) -> None:
        """As wide as what stands in them, and never narrower than their headings."""
        header = self.rows.header()
        header.setMinimumSectionSize(self._theme.width_px(_NARROWEST))
        header.resizeSection(self._columns.index(UserColumn.NAME), header.minimumSectionSize())
        for place, column in enumerate(self._columns):
            if column in _WIDTHS:
                width = self._theme.width_px(_WIDTHS[column])
                self.rows.setColumnWidth(place, max(header.sectionSizeHint(place), width))

    def _find(self, text: str) -> None:
        self._filter.set_wanted(text)
        if self.shown and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self._filter.index(0, 0))
        self.selected.emit(self.current)

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)

    def _type(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.setText(text)
