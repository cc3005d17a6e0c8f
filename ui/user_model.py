"""Users as rows: what a list of them shows in each column, and what it sorts and finds by."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QSize, Qt

from tray.setup.model import User
from ui.formats import clean_text, tooltip, translate
from ui.found_table import FoundTable
from ui.list_parts import ROW_PX, Index
from ui.setup_words import moment_words, sign_in_word, user_key, yes_no
from ui.theme import Theme

_NEVER = datetime.min.replace(tzinfo=UTC)


class UserColumn(Enum):
    """What a column tells of a user."""

    NAME = auto()
    ACCOUNT = auto()
    LICENSED = auto()
    ADMIN = auto()
    ACTIVE = auto()
    LAST_SEEN = auto()
    SIGN_IN = auto()


_FLAGS: dict[UserColumn, Callable[[User], bool]] = {
    UserColumn.LICENSED: lambda user: user.licensed,
    UserColumn.ADMIN: lambda user: user.admin,
    UserColumn.ACTIVE: lambda user: user.active,
}


_FOREIGN = frozenset({UserColumn.NAME, UserColumn.ACCOUNT})
"""What may be longer than any column."""


class UserModel(FoundTable[User]):
    """The users of one list."""

    def __init__(
        self, theme: Theme, columns: Sequence[UserColumn], parent: QObject, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = tuple(columns)
        self._clock = clock

    def search_text(self, thing: User) -> str:
        """Name and account of a user, in small letters."""
        return f"{thing.name} {thing.account} {thing.email or ''}".casefold()

    def sort_key(self, thing: User, column: int) -> Any:
        """Times by time, yes before no, and words by their letters."""
        kind = self._columns[column]
        if kind is UserColumn.LAST_SEEN:
            return thing.last_seen or _NEVER
        if kind in _FLAGS:
            return not _FLAGS[kind](thing)
        return self._text(thing, kind).casefold()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            UserColumn.NAME: translate("UserList", "Name"),
            UserColumn.ACCOUNT: translate("UserList", "Account"),
            UserColumn.LICENSED: translate("UserList", "Licensed"),
            UserColumn.ADMIN: translate("UserList", "Administrator"),
            UserColumn.ACTIVE: translate("UserList", "Currently active"),
            UserColumn.LAST_SEEN: translate("UserList", "Last seen"),
            UserColumn.SIGN_IN: translate("UserList", "Signed in to Teams"),
        }[self._columns[section]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What one cell shows."""
        user, column = self.thing_at(index.row()), self._columns[index.column()]
        if user is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(user, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._text(user, column)) if column in _FOREIGN else None
        if role == Qt.ItemDataRole.DecorationRole:
            ticked = column in _FLAGS and _FLAGS[column](user)
            return self._theme.icon("check", 16) if ticked else None
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self._theme.text_px(ROW_PX))
        return None

    def _text(self, user: User, column: UserColumn) -> str:
        if column in _FLAGS:
            return yes_no(_FLAGS[column](user))
        return {
            UserColumn.NAME: lambda: clean_text(user.name),
            UserColumn.ACCOUNT: lambda: user_key(user),
            UserColumn.LAST_SEEN: lambda: moment_words(user.last_seen, datetime.fromtimestamp(self._clock(), UTC)),
            UserColumn.SIGN_IN: lambda: sign_in_word(user.sign_in.state),
        }[column]()
