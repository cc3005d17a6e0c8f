"""Activate Users: everybody who is known, with the seats of the licence, and what an administrator can do with them.

The store decides what is allowed; this window says what it answered, and offers to take back what can be taken back.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout

from tray.errors import CtiError, Refused
from tray.setup.model import User
from tray.setup.views import Lock, ProductUsers, SetupCommands
from ui.answers import Answers
from ui.banner import Banner, Notice
from ui.colors import Tone
from ui.flow_layout import FlowLayout
from ui.formats import clean_text
from ui.import_report import ImportReport
from ui.live_window import LiveWindow
from ui.parts import PlainLabel, fit_controls
from ui.seat_bar import SeatBar
from ui.setup_words import error_words, licence_line, loaded_words, lock_words
from ui.theme import Space, TextRole, Theme
from ui.user_actions import UserActions, allow
from ui.user_changes import UserChanges
from ui.user_list_view import UserListView
from ui.user_model import UserColumn

_COLUMNS = (
    UserColumn.NAME,
    UserColumn.ACCOUNT,
    UserColumn.LICENSED,
    UserColumn.ADMIN,
    UserColumn.ACTIVE,
    UserColumn.LAST_SEEN,
)


class ProductUsersWindow(LiveWindow):
    """The window. The signals ask for the card of a user, for the module setup, and for the form of a new user."""

    card_requested = Signal(int, str)
    module_requested = Signal()
    add_requested = Signal()

    def __init__(self, theme: Theme, setup: SetupCommands, clock: Callable[[], float] = time.time) -> None:
        super().__init__(theme, "productUsers", QSize(1040, 600))
        self._setup = setup
        self._known: ProductUsers | None = None
        self._failed: CtiError | None = None
        self._notice: Notice | None = None
        self._added = 0
        self._loaded_at = 0.0
        self._clock = clock
        self._loads = Answers(self)
        self._changes = UserChanges(setup, self)
        self._banner = Banner(theme)
        self._licence = PlainLabel(theme, TextRole.BODY, "licenceLabel")
        self._seats = SeatBar(theme)
        self._users = UserListView(theme, _COLUMNS, clock)
        self._report = ImportReport(theme)
        self._count = PlainLabel(theme, TextRole.CAPTION, "countLabel", muted=True)
        self._actions = UserActions(theme)
        self._add, self._import, self._module = (QPushButton() for _ in range(3))
        self._arrange()
        self._connect()
        self.retranslate()
        self.restyle()

    # -- what others call

    def open(self) -> None:
        """Show the window in front and load the users."""
        self._say(None)
        self._report.show_import(None)
        self.reload()
        self.present()
        self._users.begin()

    def reload(self) -> None:
        """Ask for the users again."""
        self._setup.product_users(self._loads.expect())

    def show_added(self, user_id: int) -> None:
        """Select this user and say that they were added, as soon as the users are loaded the next time."""
        self._added = user_id
        self._users.select_next(user_id)

    def import_file(self, file: Path) -> None:
        """Enter the users of a CSV file."""
        self._changes.import_file(file)

    # -- how it is built

    def _arrange(self) -> None:
        head, ways = FlowLayout(), FlowLayout()
        head.setSpacing(Space.GROUP)
        head.addWidget(self._licence)
        head.addWidget(self._seats)
        for button, name in (
            (self._add, "addButton"),
            (self._import, "importButton"),
            (self._module, "moduleButton"),
        ):
            button.setObjectName(name)
            ways.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(*[Space.GROUP] * 4)
        box.setSpacing(Space.EDGE)
        box.addWidget(self._banner)
        box.addLayout(head)
        box.addLayout(ways)
        box.addWidget(self._users, 1)
        box.addWidget(self._actions)
        box.addWidget(self._report)
        box.addWidget(self._count)

    def _connect(self) -> None:
        self._loads.arrived.connect(self._take)
        self._banner.pressed.connect(self._do_noticed)
        self._banner.cancelled.connect(self._cancel)
        self._changes.listed.connect(self._take)
        self._changes.outdated.connect(self.reload)
        self._changes.reported.connect(self._report.show_import)
        self._changes.noticed.connect(self._say)
        self._users.selected.connect(self._show_actions)
        self._users.opened.connect(self._open_card)
        for asked, slot in (
            (self._actions.seat_pressed, self._change_seat),
            (self._actions.role_pressed, self._change_role),
            (self._actions.card_pressed, self._open_card),
            (self._actions.removal_pressed, self._remove),
            (self._add.clicked, self.add_requested),
            (self._import.clicked, self._choose_file),
            (self._module.clicked, self.module_requested),
        ):
            asked.connect(slot)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.reload)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._users.search.setFocus)

    def retranslate(self) -> None:
        """Write every text anew."""
        self.setWindowTitle(self.tr("Activate Users"))
        self._add.setText(self.tr("A&dd user..."))
        self._import.setText(self.tr("&Import users..."))
        self._module.setText(self.tr("&Licence..."))
        self._actions.retranslate()
        self._report.retranslate()
        self._users.retranslate(self.tr("Search by name or account"), self.tr("All users"))
        self._show()

    def restyle(self) -> None:
        """Take fonts, heights and drawings from the theme."""
        super().restyle()
        parts = (self._banner, self._licence, self._seats, self._users, self._actions, self._report, self._count)
        for part in parts:
            part.restyle()
        fit_controls(self.theme, self._add, self._import, self._module)
        self.setMinimumSize(self.theme.width_px(480), self.theme.text_px(400))

    # -- what happens

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape lets go what is asked about, before it closes the window."""
        if event.key() == Qt.Key.Key_Escape and self._banner.cancel.isVisible():
            self._cancel()
        else:
            super().keyPressEvent(event)

    def _take(self, answer: ProductUsers | CtiError) -> None:
        """Show the list; who may not see it any more does not go on seeing the last one."""
        if not isinstance(answer, CtiError):
            self._known, self._failed = answer, None
            self._loaded_at = self._clock()
            self._users.set_users(answer.users)
            self._welcome(answer)
        else:
            self._failed = answer
            if isinstance(answer, Refused):
                self._known = None
                self._users.set_users(())
        self._show()

    def _show(self) -> None:
        known = self._known
        for part in (self._licence, self._seats):
            part.setVisible(known is not None)
        if known is not None:
            self._licence.show_text(licence_line(known.seen_by.licence, known.licence))
            self._seats.show_seats(known.seats.used, known.seats.total)
        self._show_banner()
        self._show_actions()

    def _show_banner(self) -> None:
        """What holds for the whole window goes before what was said about one user."""
        standing = self._standing()
        if standing is not None:
            self._notice = None
        self._banner.show_notice(standing or self._notice)

    def _standing(self) -> Notice | None:
        failed, known = self._failed, self._known
        if failed is not None:
            return Notice(lambda: error_words(failed), Tone.WARNING)
        if known is None or known.seen_by.lock is Lock.NONE:
            return None
        if known.seen_by.lock is Lock.PRODUCT_NOT_LICENSED:
            enter = self.module_requested.emit
            return Notice(self._reason, Tone.WARNING, lambda: self.tr("&Enter a licence"), do=enter)
        return Notice(self._reason, Tone.WARNING)

    def _reason(self) -> str:
        """Why nothing can be changed; "" where it can."""
        if self._known is not None:
            return lock_words(self._known.seen_by)
        return error_words(self._failed) if self._failed else self.tr("The users are not loaded.")

    def _welcome(self, users: ProductUsers) -> None:
        """Say who was just added."""
        name = next((clean_text(user.name) for user in users.users if user.id == self._added), "")
        self._added = 0
        if name:
            self._notice = Notice(lambda: self.tr("{name} was added.").format(name=name), Tone.NEUTRAL)

    def _show_actions(self) -> None:
        reason = self._reason()
        self._actions.show_user(self._users.current, reason)
        for button in (self._add, self._import):
            allow(button, reason)
        self._count.show_text(self._count_words())

    def _count_words(self) -> str:
        """How many users there are and are shown, and how old that is where it could not be loaded again."""
        shown, total = self._users.shown, self._users.total
        if self._known is None:
            return self.tr("The users are not loaded.")
        words = self.tr("1 user") if total == 1 else self.tr("{0} users").format(total)
        if shown != total:
            words = self.tr("{0} of {1} users").format(shown, total)
        return loaded_words(words, self._clock() - self._loaded_at) if self._failed else words

    def _say(self, notice: Notice | None) -> None:
        """Say this; where something is asked, the keyboard goes where it does no harm."""
        self._notice = notice
        self._show_banner()
        if self._banner.cancel.isVisible():
            self._banner.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do_noticed(self) -> None:
        notice = self._standing() or self._notice
        self._cancel()
        if notice is not None and notice.do is not None:
            notice.do()

    def _cancel(self) -> None:
        self._users.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(None)

    def _change_seat(self) -> None:
        user = self._users.current
        if user is not None:
            self._changes.change_seat(user, shuts_out=self._shuts_out(user))

    def _change_role(self) -> None:
        user = self._users.current
        if user is not None:
            self._changes.change_role(user, shuts_out=self._shuts_out(user))

    def _remove(self) -> None:
        user = self._users.current
        if user is not None:
            self._changes.remove(user)

    def _shuts_out(self, user: User) -> bool:
        """Whether the user is who looks, and not the last administrator, whom the store lets lose nothing."""
        known = self._known
        if known is None or known.seen_by.user is None or known.seen_by.user.id != user.id:
            return False
        return any(other.admin and other.licensed for other in known.users if other.id != user.id)

    def _open_card(self) -> None:
        user = self._users.current
        if user is not None:
            self.card_requested.emit(user.id, user.name)

    def _choose_file(self) -> None:
        caption, kinds = self.tr("Import users"), self.tr("Lists of users (*.csv *.txt)")
        name, _ = QFileDialog.getOpenFileName(self, caption, "", kinds)
        if name:
            self.import_file(Path(name))
