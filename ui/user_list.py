"""Setup: the list of the licensed users, and the way to everything else that can be set up.

Activate Users and the audit trail are there for a licensed administrator in a licensed product, and absent otherwise.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from tray.errors import CtiError
from tray.setup.model import User
from tray.setup.views import Lock, SetupCommands, UserList
from ui.answers import Answers
from ui.banner import Banner, Notice
from ui.colors import Tone
from ui.flow_layout import FlowLayout
from ui.language_box import LanguageBox
from ui.live_window import LiveWindow
from ui.page_parts import EmptyState
from ui.parts import PlainLabel, fit_controls
from ui.setup_words import error_words, lock_words
from ui.theme import Space, TextRole, Theme
from ui.user_list_view import UserListView
from ui.user_model import UserColumn

_COLUMNS = (
    UserColumn.NAME,
    UserColumn.ACCOUNT,
    UserColumn.ADMIN,
    UserColumn.ACTIVE,
    UserColumn.LAST_SEEN,
    UserColumn.SIGN_IN,
)


class UserListWindow(LiveWindow):
    """The window. The signals ask for the other dialogs; `card_requested` brings id and name of the user."""

    card_requested = Signal(int, str)
    own_card_requested = Signal()
    phone_requested = Signal()
    module_requested = Signal()
    mapping_requested = Signal()
    product_users_requested = Signal()
    audit_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        setup: SetupCommands,
        choose_language: Callable[[str], None] = lambda _: None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(theme, "userList", QSize(1000, 560))
        self._setup = setup
        self._list: UserList | None = None
        self._notice: Notice | None = None
        self._answers = Answers(self)
        self._banner = Banner(theme)
        self._users = UserListView(theme, _COLUMNS, clock)
        self._empty = EmptyState(theme)
        self._pages = QStackedWidget()
        self._count = PlainLabel(theme, TextRole.CAPTION, "countLabel", muted=True)
        self._languages = LanguageBox(theme, QBoxLayout.Direction.LeftToRight)
        self._languages.chosen.connect(choose_language)
        self._own = QPushButton()
        self._phone = QPushButton()
        self._module = QPushButton()
        self._mapping = QPushButton()
        self._activate = QPushButton()
        self._audit = QPushButton()
        self._arrange()
        self._connect()
        self.retranslate()
        self.restyle()

    # -- what others call

    def open(self) -> None:
        """Show the window in front and load the users."""
        self._notice = None
        self.reload()
        self.present()
        self._users.begin()

    def reload(self) -> None:
        """Ask for the users again."""
        self._setup.user_list(self._answers.expect())

    # -- how it is built

    def _arrange(self) -> None:
        buttons = FlowLayout()
        for button, name in (
            (self._own, "ownCardButton"),
            (self._phone, "phoneButton"),
            (self._module, "moduleButton"),
            (self._mapping, "mappingButton"),
            (self._activate, "activateUsersButton"),
            (self._audit, "auditButton"),
        ):
            button.setObjectName(name)
            buttons.addWidget(button)
        for button in (self._activate, self._audit):
            button.hide()
        self._pages.addWidget(self._users)
        self._pages.addWidget(self._empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(*[Space.GROUP] * 4)
        box.setSpacing(Space.EDGE)
        box.addWidget(self._banner)
        box.addLayout(buttons)
        box.addWidget(self._pages, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self._languages)
        box.addLayout(foot)

    def _connect(self) -> None:
        self._answers.arrived.connect(self._take)
        self._users.opened.connect(self._open_card)
        self._users.selected.connect(self._show_count)
        self._own.clicked.connect(self.own_card_requested)
        self._phone.clicked.connect(self.phone_requested)
        self._module.clicked.connect(self.module_requested)
        self._mapping.clicked.connect(self.mapping_requested)
        self._activate.clicked.connect(self.product_users_requested)
        self._audit.clicked.connect(self.audit_requested)
        self._empty.pressed.connect(self.own_card_requested)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.reload)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._users.search.setFocus)

    def retranslate(self) -> None:
        """Write every text anew."""
        self.setWindowTitle(self.tr("Setup"))
        self._own.setText(self.tr("M&y setup card"))
        self._phone.setText(self.tr("Connect my &phone"))
        self._module.setText(self.tr("&Module setup"))
        self._mapping.setText(self.tr("&Business mapping"))
        self._activate.setText(self.tr("Activate &Users"))
        self._audit.setText(self.tr("Audit &trail"))
        self._users.retranslate(self.tr("Search by name or account"), self.tr("Licensed users"))
        self._languages.retranslate()
        self._empty.show_state(self.tr("Nobody is licensed yet."), self.tr("My setup card"))
        self._show_state()

    def restyle(self) -> None:
        """Take fonts, heights and drawings from the theme."""
        super().restyle()
        for part in (self._banner, self._users, self._empty, self._count, self._languages):
            part.restyle()
        fit_controls(self.theme, self._own, self._phone, self._module, self._mapping, self._activate, self._audit)
        self.setMinimumSize(self.theme.width_px(400), self.theme.text_px(320))

    # -- what happens

    def _take(self, answer: Any) -> None:
        if isinstance(answer, CtiError):
            self._banner.show_text(error_words(answer), Tone.WARNING)
            self._show_count()
            return
        self._list = answer
        self._users.set_users(answer.users)
        self._show_state()

    def _show_state(self) -> None:
        seen = self._list
        if seen is None:
            return
        standpoint = seen.seen_by
        lock = Lock.PRODUCT_NOT_LICENSED if not standpoint.licence.allows else Lock.NONE
        lock = Lock.OFFLINE if standpoint.lock is Lock.OFFLINE else lock
        standing = Notice(lambda: lock_words(replace(standpoint, lock=lock)), Tone.WARNING)
        self._banner.show_notice(standing if lock is not Lock.NONE else self._notice)
        for button in (self._activate, self._audit):
            button.setVisible(standpoint.may_administer)
        self._pages.setCurrentWidget(self._users if seen.users else self._empty)
        self._show_count()

    def _show_count(self) -> None:
        shown, total = self._users.shown, self._users.total
        if self._list is None:
            self._count.show_text(self.tr("The users are not loaded."))
        elif shown != total:
            self._count.show_text(self.tr("{0} of {1} users").format(shown, total))
        else:
            self._count.show_text(self.tr("1 user") if total == 1 else self.tr("{0} users").format(total))

    def _open_card(self, user: User) -> None:
        seen = self._list
        own = seen.seen_by.user if seen else None
        if seen is None or seen.seen_by.may_administer or (own is not None and own.id == user.id):
            self._notice = None
            self.card_requested.emit(user.id, user.name)
        else:
            self._notice = Notice(
                lambda: self.tr("Only an administrator can open the setup card of somebody else."), Tone.NEUTRAL
            )
        self._show_state()
