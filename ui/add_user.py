"""The form of a new user, whom an administrator enters before they connect."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from tray.errors import CtiError, InvalidField
from tray.setup.model import NewUser
from tray.setup.views import ProductUsers, SetupCommands
from ui.answers import Answers
from ui.banner import Banner
from ui.colors import Tone
from ui.form_fields import TextField, TickField
from ui.form_page import FormPage
from ui.setup_words import error_words, problem_words
from ui.theme import Space, TextRole, Theme
from ui.window import DeskWindow

_MOST = 250


class AddUserWindow(DeskWindow):
    """The window. `added` brings the id of the user who was entered."""

    added = Signal(int)

    def __init__(self, theme: Theme, setup: SetupCommands) -> None:
        super().__init__(theme, "addUser", QSize(560, 400))
        self._setup = setup
        self._answers = Answers(self)
        self._answers.arrived.connect(self._take)
        self._banner = Banner(theme)
        self._page = FormPage(theme, "addUserPage")
        self.account = TextField(theme, "new.account", most=_MOST)
        self.email = TextField(theme, "new.email", most=_MOST, problem_of=self._email)
        self.name = TextField(theme, "new.name", most=_MOST)
        self.licensed = TickField(theme, "new.licensed")
        self._page.add(self.account, self.email, self.name, self.licensed)
        self._add, self._cancel = QPushButton(), QPushButton()
        self._arrange()
        self.retranslate()
        self.restyle()

    def open(self) -> None:
        """Show the empty form in front."""
        for field in (self.account, self.email, self.name):
            field.show_value("")
        self.licensed.show_value(True)
        self._banner.clear()
        self._add.setEnabled(True)
        self.present()
        self.account.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Write every text anew."""
        self.setWindowTitle(self.tr("Add user"))
        self.account.say(self.tr("&Windows account"), self.tr("As Windows names it, such as OFFICE\\anna."))
        self.email.say(
            self.tr("&Sign-in name"),
            self.tr("The name for Microsoft, such as anna@example.com. One of both is enough."),
        )
        self.name.say(self.tr("&Display name"), self.tr("How the user is called until they connect."))
        self.licensed.say(self.tr("&Licensed"), self.tr("Takes one seat of the licence."))
        self._add.setText(self.tr("&Add user"))
        self._cancel.setText(self.tr("Cancel"))

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self._banner.restyle()
        self._page.restyle()
        for button in (self._add, self._cancel):
            button.setFont(self.theme.font(TextRole.BODY))
            button.setMinimumSize(self.theme.text_px(88), self.theme.text_px(32))
        self.setMinimumSize(self.theme.width_px(520), self.theme.text_px(320))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter adds; Escape closes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self._cancel if self._cancel.hasFocus() else self._add).click()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.FIELD)
        buttons.addStretch(1)
        for button, name, slot in (
            (self._add, "addUserButton", self._send),
            (self._cancel, "cancelButton", self.close),
        ):
            button.setObjectName(name)
            button.clicked.connect(slot)
            buttons.addWidget(button)
        self._add.setDefault(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(*[Space.EDGE] * 4)
        box.setSpacing(Space.EDGE)
        box.addWidget(self._banner)
        box.addWidget(self._page, 1)
        box.addLayout(buttons)

    def _email(self, text: str) -> str:
        if not text or (text.count("@") == 1 and " " not in text):
            return ""
        return self.tr("Write a sign-in name such as anna@example.com, or leave it empty.")

    def _send(self) -> None:
        self._banner.clear()
        if not self.account.value and not self.email.value:
            self.account.complain(lambda: self.tr("Write a Windows account or a sign-in name."))
            self.account.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.email.check():
            self.email.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._add.setEnabled(False)
        user = NewUser(self.account.value, self.email.value, self.name.value, licensed=self.licensed.value)
        self._setup.add_user(user, self._answers.expect())

    def _take(self, answer: ProductUsers | CtiError) -> None:
        self._add.setEnabled(True)
        if isinstance(answer, InvalidField):
            field = self.email if answer.field.endswith(".email") else self.account
            field.complain(lambda: problem_words(answer))
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(answer, CtiError):
            self._banner.show_text(error_words(answer), Tone.WARNING)
        else:
            self.added.emit(self._id_in(answer))
            self.close()

    def _id_in(self, users: ProductUsers) -> int:
        """The id of the user with the keys that were typed; 0 where somebody removed them meanwhile."""
        keys = {field.value.casefold() for field in (self.account, self.email) if field.value}
        return next((u.id for u in users.users if keys & {u.account.casefold(), (u.email or "").casefold()}), 0)
