"""Users as rows: what a list of them shows in each column, and what it sorts and finds by."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import Enum, auto

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt

from tray.setup.model import User
from ui.formats import clean_text, translate
from ui.list_parts import ROW_PX, Index, SortRole, WordFilter
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


class UserModel(QAbstractTableModel):
    """The users of one list."""

    def __init__(
        self, theme: Theme, columns: Sequence[UserColumn], parent: QObject, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = tuple(columns)
        self._clock = clock
        self._users: tuple[User, ...] = ()

    def set_users(self, users: Sequence[User]) -> None:
        """Show these; rows whose users are the same as before only get their new values."""
        same = [user.id for user in users] == [user.id for user in self._users]
        if same:
            self._users = tuple(users)
            if users:
                self.dataChanged.emit(self.index(0, 0), self.index(len(users) - 1, len(self._columns) - 1))
            return
        self.beginResetModel()
        self._users = tuple(users)
        self.endResetModel()

    def user_at(self, row: int) -> User | None:
        """The user of a row."""
        return self._users[row] if 0 <= row < len(self._users) else None

    def row_of(self, user_id: int) -> int:
        """The row of a user; -1 where there is none."""
        return next((row for row, user in enumerate(self._users) if user.id == user_id), -1)

    def search_text(self, row: int) -> str:
        """Name and account of a user, in small letters."""
        user = self._users[row]
        return f"{user.name} {user.account} {user.email or ''}".casefold()

    def renew_words(self) -> None:
        """The language has changed."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        self.set_users(self._users)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """How many users there are."""
        return 0 if parent.isValid() else len(self._users)

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
        user, column = self._users[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(user, column)
        if role == Qt.ItemDataRole.DecorationRole:
            ticked = column in _FLAGS and _FLAGS[column](user)
            return self._theme.icon("check", 16) if ticked else None
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self._theme.text_px(ROW_PX))
        if role == SortRole:
            return self._order(user, column)
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

    def _order(self, user: User, column: UserColumn) -> object:
        if column is UserColumn.LAST_SEEN:
            return (user.last_seen or _NEVER).isoformat()
        if column in _FLAGS:
            return int(not _FLAGS[column](user))
        return self._text(user, column).casefold()


class UserFilter(WordFilter):
    """Those users of a list in whose name or account every word of the search stands."""

    def user_at(self, index: Index) -> User | None:
        """The user of a row of the list."""
        model = self.sourceModel()
        if not index.isValid() or not isinstance(model, UserModel):
            return None
        return model.user_at(self.mapToSource(index).row())
