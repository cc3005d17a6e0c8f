"""Activate Users: everybody who is known, with the seats of the licence, and what an administrator can do with them.

The store decides what is allowed; this window says what it answered, and offers to take back what can be taken back.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout

from tray.errors import CtiError
from tray.setup.model import User
from tray.setup.views import Lock, ProductUsers, SetupCommands, UserImport
from ui.answers import Answers
from ui.banner import Banner
from ui.colors import Tone
from ui.flow_layout import FlowLayout
from ui.formats import clean_text
from ui.import_report import ImportReport
from ui.live_window import LiveWindow
from ui.parts import PlainLabel
from ui.seat_bar import SeatBar
from ui.setup_words import error_words, licence_line, lock_words
from ui.theme import Space, TextRole, Theme
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
_Reply = Callable[[Any], None]


class ProductUsersWindow(LiveWindow):
    """The window. The signals ask for the card of a user, for the module setup, and for the form of a new user."""

    card_requested = Signal(int)
    module_requested = Signal()
    add_requested = Signal()

    def __init__(self, theme: Theme, setup: SetupCommands, clock: Callable[[], float] = time.time) -> None:
        super().__init__(theme, "productUsers", QSize(1040, 600))
        self._setup = setup
        self._known: ProductUsers | None = None
        self._offer: Callable[[], None] | None = None
        self._loads = Answers(self)
        self._changes = Answers(self)
        self._imports = Answers(self)
        self._said = ""
        self._banner = Banner(theme)
        self._licence = PlainLabel(theme, TextRole.BODY, "licenceLabel")
        self._seats = SeatBar(theme)
        self._users = UserListView(theme, _COLUMNS, clock)
        self._report = ImportReport(theme)
        self._count = PlainLabel(theme, TextRole.CAPTION, "countLabel", muted=True)
        self._seat, self._role, self._card, self._remove = (QPushButton() for _ in range(4))
        self._add, self._import, self._module = (QPushButton() for _ in range(3))
        self._arrange()
        self._connect()
        self.retranslate()
        self.restyle()

    # -- what others call

    def open(self) -> None:
        """Show the window in front and load the users."""
        self._say("", Tone.NEUTRAL)
        self._report.show_problems(())
        self.reload()
        self.present()
        self._users.rows.setFocus()

    def reload(self) -> None:
        """Ask for the users again."""
        self._setup.product_users(self._loads.expect())

    def import_file(self, file: Path) -> None:
        """Enter the users of a CSV file."""
        self._setup.import_users(file, self._imports.expect())

    # -- how it is built

    def _arrange(self) -> None:
        head, actions, ways = FlowLayout(), FlowLayout(), FlowLayout()
        head.setSpacing(Space.GROUP)
        head.addWidget(self._licence)
        head.addWidget(self._seats)
        for row, button, name in (
            (actions, self._seat, "seatButton"),
            (actions, self._role, "roleButton"),
            (actions, self._card, "cardButton"),
            (actions, self._remove, "removeButton"),
            (ways, self._add, "addButton"),
            (ways, self._import, "importButton"),
            (ways, self._module, "moduleButton"),
        ):
            button.setObjectName(name)
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(*[Space.GROUP] * 4)
        box.setSpacing(Space.EDGE)
        box.addWidget(self._banner)
        box.addLayout(head)
        box.addLayout(ways)
        box.addWidget(self._users, 1)
        box.addLayout(actions)
        box.addWidget(self._report)
        box.addWidget(self._count)

    def _connect(self) -> None:
        self._loads.arrived.connect(self._take)
        self._changes.arrived.connect(self._take)
        self._imports.arrived.connect(self._take_import)
        self._banner.pressed.connect(self._take_offer)
        self._users.selected.connect(self._show_actions)
        self._users.opened.connect(self._open_card)
        for button, slot in (
            (self._seat, self._change_seat),
            (self._role, self._change_role),
            (self._card, self._open_card),
            (self._remove, self._ask_to_remove),
            (self._add, self.add_requested),
            (self._import, self._choose_file),
            (self._module, self.module_requested),
        ):
            button.clicked.connect(slot)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.reload)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._users.search.setFocus)

    def retranslate(self) -> None:
        """Write every text anew."""
        self.setWindowTitle(self.tr("Activate Users"))
        self._card.setText(self.tr("&Open setup card"))
        self._remove.setText(self.tr("&Remove user"))
        self._add.setText(self.tr("A&dd user..."))
        self._import.setText(self.tr("&Import users..."))
        self._module.setText(self.tr("&Licence..."))
        self._report.retranslate()
        self._users.retranslate(self.tr("Search by name or account"), self.tr("All users"))
        self._show()

    def restyle(self) -> None:
        """Take fonts, heights and drawings from the theme."""
        super().restyle()
        for part in (self._banner, self._licence, self._seats, self._users, self._report, self._count):
            part.restyle()
        for button in (self._seat, self._role, self._card, self._remove, self._add, self._import, self._module):
            button.setFont(self.theme.font(TextRole.BODY))
            button.setMinimumHeight(self.theme.text_px(32))
        self.setMinimumSize(self.theme.width_px(480), self.theme.text_px(400))

    # -- what happens

    def _take(self, answer: ProductUsers | CtiError) -> None:
        if isinstance(answer, CtiError):
            self._say(error_words(answer), Tone.WARNING)
            return
        self._known = answer
        self._users.set_users(answer.users)
        self._show()

    def _show(self) -> None:
        known = self._known
        if known is not None:
            lock = lock_words(known.seen_by)
            if lock:
                self._say(lock, Tone.WARNING)
            elif self._said == "" and self._offer is None:
                self._banner.clear()
            self._licence.show_text(licence_line(known.seen_by.licence, known.licence))
            self._seats.show_seats(known.seats.used, known.seats.total)
        total = self._users.total
        self._count.show_text(self.tr("1 user") if total == 1 else self.tr("{0} users").format(total))
        self._show_actions()

    def _show_actions(self) -> None:
        user = self._users.current
        seat = self.tr("Deactivate &user") if user and user.licensed else self.tr("Activate &user")
        self._seat.setText(seat)
        role = self.tr("Take &administrator role") if user and user.admin else self.tr("Make &administrator")
        self._role.setText(role)
        known = self._known
        may = known is not None and known.seen_by.lock is Lock.NONE
        reason = "" if may or known is None else lock_words(known.seen_by)
        for button in (self._seat, self._role, self._remove):
            button.setEnabled(may and user is not None)
            button.setToolTip(reason)
        for button in (self._add, self._import):
            button.setEnabled(may)
            button.setToolTip(reason)
        self._card.setEnabled(user is not None)

    def _say(self, text: str, tone: Tone, action: str = "", offer: Callable[[], None] | None = None) -> None:
        self._said, self._offer = text, offer
        self._banner.show_text(text, tone, action)

    def _take_offer(self) -> None:
        offer, self._offer = self._offer, None
        self._say("", Tone.NEUTRAL)
        if offer is not None:
            offer()

    def _change_seat(self) -> None:
        user = self._users.current
        if user is None:
            return
        self._say("", Tone.NEUTRAL)
        if not user.licensed:
            self._setup.activate(user.id, self._changes.expect())
            return

        def told(answer: Any) -> None:
            if not isinstance(answer, CtiError):
                words = self.tr("{0} is deactivated. The setup card stays as it is.").format(clean_text(user.name))
                self._say(words, Tone.NEUTRAL, self.tr("Undo"), lambda: self._activate_again(user))

        self._then(lambda reply: self._setup.deactivate(user.id, reply), told)

    def _activate_again(self, user: User) -> None:
        self._setup.activate(user.id, self._changes.expect())

    def _change_role(self) -> None:
        user = self._users.current
        if user is not None:
            self._say("", Tone.NEUTRAL)
            self._setup.set_admin(user.id, not user.admin, self._changes.expect())

    def _ask_to_remove(self) -> None:
        user = self._users.current
        if user is None:
            return
        words = self.tr("Remove {0} with the setup card? This cannot be taken back.").format(clean_text(user.name))
        remove = self.tr("Remove user")
        self._say(words, Tone.WARNING, remove, lambda: self._setup.remove_user(user.id, self._changes.expect()))

    def _then(self, ask: Callable[[_Reply], None], told: _Reply) -> None:
        """Ask for a change, and say something about it once the new list is there."""
        answers = Answers(self)

        def arrived(answer: Any) -> None:
            answers.deleteLater()
            self._take(answer)
            told(answer)

        answers.arrived.connect(arrived)
        ask(answers.expect())

    def _open_card(self) -> None:
        user = self._users.current
        if user is not None:
            self.card_requested.emit(user.id)

    def _choose_file(self) -> None:
        caption, kinds = self.tr("Import users"), self.tr("Lists of users (*.csv *.txt)")
        name, _ = QFileDialog.getOpenFileName(self, caption, "", kinds)
        if name:
            self.import_file(Path(name))

    def _take_import(self, answer: UserImport | CtiError) -> None:
        if isinstance(answer, CtiError):
            self._say(error_words(answer), Tone.WARNING)
            return
        words = self.tr("{0} added, {1} known already, {2} left out.")
        told = words.format(len(answer.added), len(answer.known), len(answer.problems))
        self._say(told, Tone.WARNING if answer.problems else Tone.NEUTRAL)
        self._report.show_problems(answer.problems)
        self.reload()
