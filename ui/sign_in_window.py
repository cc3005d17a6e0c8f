"""The window in which the user signs in to Microsoft, sees who is signed in, and signs out.

It shows the status and passes on what is pressed; it never waits, and knows neither tokens nor the library that gets
them. Closing it gives up an attempt that goes on, as its Cancel button does.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tray.identity.model import Method, SignInCommands
from ui.banner import Banner
from ui.colors import Tone
from ui.fitting_window import FittingWindow
from ui.formats import initials
from ui.page_parts import WrappedLabel
from ui.parts import Disc, PlainLabel, Shape
from ui.sign_in_code import CodePanel
from ui.sign_in_stage import WAITING, Action, Page, Stage, page_of
from ui.theme import Space, TextRole, Theme


class SignInWindow(FittingWindow):
    """The window. `help_requested` asks for the help about signing in."""

    help_requested = Signal()

    def __init__(self, theme: Theme, commands: SignInCommands) -> None:
        super().__init__(theme, "signInWindow", QSize(480, 248), narrowest=400)
        self._commands = commands
        self._past = 0
        self._page: Page | None = None
        self._shape = Shape(theme, 24)
        self._title = WrappedLabel(theme, TextRole.NAME, "titleLabel")
        self._disc = Disc(theme)
        self._name = PlainLabel(theme, TextRole.STRONG, "nameLabel")
        self._username = PlainLabel(theme, TextRole.BODY, "detailLabel", muted=True)
        self._account = QWidget()
        self._text = WrappedLabel(theme, TextRole.BODY, "textLabel")
        self._code = CodePanel(theme)
        self._banner = Banner(theme)
        self._buttons = {action: self._button(action) for action in Action}
        self._arrange()
        self.retranslate()
        self.restyle()

    # -- what others call

    def open(self) -> None:
        """Show the window in front, as things are now."""
        if not self.isVisible():
            self._leave_past()
        self.refresh()
        self.present()
        self._focus()

    def refresh(self) -> None:
        """The status may be another one: show it."""
        status = self._commands.status
        attempt = status.attempt
        page = page_of(status, self._past)
        if attempt is not None:
            self._code.show_code(attempt.address, attempt.code)
        if status.account is not None:
            name = status.account.name or status.account.username
            self._disc.show_name(initials(name), name)
            self._name.show_text(name)
            self._username.show_text(status.account.username if name != status.account.username else "")
        self._show(page)

    def refresh_if_open(self) -> None:
        """The same, where anybody looks."""
        if self.isVisible():
            self.refresh()

    # -- how it is built

    def _button(self, action: Action) -> QPushButton:
        words = "".join(part.capitalize() for part in action.name.split("_"))
        button = QPushButton()
        button.setObjectName(f"{words[0].lower()}{words[1:]}Button")
        button.setAutoDefault(True)
        button.clicked.connect(partial(self._act, action))
        return button

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.EDGE)
        head.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self._name)
        names.addWidget(self._username)
        names.addStretch(1)
        account = QHBoxLayout(self._account)
        account.setContentsMargins(0, 0, 0, 0)
        account.setSpacing(Space.EDGE)
        account.addWidget(self._disc)
        account.addLayout(names, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.FIELD)
        buttons.addStretch(1)
        for button in self._buttons.values():
            buttons.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(*[Space.GROUP] * 4)
        box.setSpacing(Space.EDGE)
        box.addLayout(head)
        for part in (self._account, self._text, self._code, self._banner):
            box.addWidget(part)
        box.addStretch(1)
        box.addLayout(buttons)

    # -- how it looks

    def retranslate(self) -> None:
        """Write every text anew, in the language in force."""
        self.setWindowTitle(self.tr("Sign in to Microsoft"))
        words = {
            Action.SIGN_OUT: self.tr("Sign &out"),
            Action.USE_CODE: self.tr("Use a co&de instead"),
            Action.USE_BROWSER: self.tr("Use the &browser instead"),
            Action.USE_ANOTHER: self.tr("&Use another account"),
            Action.CANCEL: self.tr("&Cancel"),
            Action.CLOSE: self.tr("C&lose"),
            Action.SIGN_IN: self.tr("&Sign in"),
            Action.SIGN_IN_AGAIN: self.tr("&Sign in again"),
            Action.TRY_AGAIN: self.tr("&Try again"),
        }
        for action, button in self._buttons.items():
            button.setText(words[action])
        self._code.retranslate()
        self.refresh()

    def restyle(self) -> None:
        """Take fonts, heights and drawings from the theme."""
        super().restyle()
        for part in (self._shape, self._title, self._disc, self._name, self._username, self._text):
            part.restyle()
        self._code.restyle()
        self._banner.restyle()
        for button in self._buttons.values():
            button.setMinimumHeight(self.theme.text_px(32))
        self.settle()

    def _show(self, page: Page) -> None:
        before, self._page = self._page, page
        if page == before:
            return
        self._shape.show_shape(page.icon, page.tone)
        self._title.setText(page.title)
        self._text.setText(page.text)
        self._text.setVisible(bool(page.text))
        self._account.setVisible(page.has_account)
        self._code.setVisible(page.stage is Stage.CODE)
        self._banner.show_text(page.warning, Tone.WARNING)
        for action, button in self._buttons.items():
            button.setVisible(action in page.actions)
            button.setDefault(action is page.actions[-1] and page.stage not in WAITING)
        self.settle()
        if before is not None and before.stage is not page.stage and self.isVisible():
            self._focus()
            self._announce(page)

    def _focus(self) -> None:
        """The keyboard goes to what is most likely wanted now."""
        if self._page is None:
            return
        wanted: QWidget = self._buttons[self._page.actions[-1]]
        if self._page.stage is Stage.CODE:
            wanted = self._code.first_control
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _announce(self, page: Page) -> None:
        """Tell screen readers that something has changed."""
        if QAccessible.isActive():
            spoken = QAccessibleAnnouncementEvent(self, f"{page.title}. {page.text}")
            QAccessible.updateAccessibility(spoken)

    # -- what the user does

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """F1 asks for help."""
        if event.key() == Qt.Key.Key_F1:
            self.help_requested.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Closing gives up an attempt that goes on: nobody would see what comes of it."""
        super().closeEvent(event)
        if self._page is not None and self._page.stage in WAITING:
            self._commands.cancel()

    def _act(self, action: Action) -> None:
        match action:
            case Action.CLOSE:
                self.close()
            case Action.CANCEL:
                self._commands.cancel()
            case Action.SIGN_OUT:
                self._leave_past()
                self._commands.sign_out()
            case Action.USE_CODE:
                self._begin(Method.DEVICE_CODE)
            case Action.TRY_AGAIN:
                attempt = self._commands.status.attempt
                self._begin(attempt.method if attempt else Method.BROWSER)
            case _:
                self._begin(Method.BROWSER)
        self.refresh_if_open()

    def _begin(self, method: Method) -> None:
        """Windows may ask over this window, where it signs users in itself."""
        self._commands.sign_in(method, int(self.winId()))

    def _leave_past(self) -> None:
        """An attempt that has ended by now is of no interest any more."""
        attempt = self._commands.status.attempt
        self._past = attempt.number if attempt is not None and attempt.state.ended else 0
