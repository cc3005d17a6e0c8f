"""The page of the very first start: what CTI Tray does, three steps to try, and what stays on this computer.

Every step can be left out; the page comes back when somebody asks for it in the help. It only asks for what others do.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout

from tray.identity.model import SignInCommands
from tray.setup.model import SignInState
from ui.colors import Tone
from ui.fitting_window import FittingWindow
from ui.formats import clean_text
from ui.page_parts import WrappedLabel
from ui.parts import Shape
from ui.theme import Space, TextRole, Theme

HIDES_ICONS = sys.platform == "win32"
"""Whether the desktop puts new icons out of sight."""


class _Step:
    """One step: a drawing, what it brings, and its button."""

    def __init__(self, theme: Theme, name: str, icon: str) -> None:
        self.shape = Shape(theme, 20)
        self.shape.show_shape(icon, Tone.ACCENT)
        self.words = WrappedLabel(theme, TextRole.BODY, f"{name}Label")
        self.button = QPushButton()
        self.button.setObjectName(f"{name}Button")
        self.button.setAutoDefault(True)
        self._theme = theme

    def place(self, grid: QGridLayout) -> None:
        """Take the next row."""
        row = grid.rowCount()
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self.shape, row, 0, middle)
        grid.addWidget(self.words, row, 1, middle)
        grid.addWidget(self.button, row, 2, middle)

    def show(self, *, shown: bool) -> None:
        """Show it or leave it out."""
        for part in (self.shape, self.words, self.button):
            part.setVisible(shown)

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        self.shape.restyle()
        self.words.restyle()
        self.button.setMinimumHeight(self._theme.text_px(32))


class FirstRunWindow(FittingWindow):
    """The page. Signals say which step the user took."""

    sign_in_requested = Signal()
    phone_requested = Signal()
    demo_requested = Signal()

    def __init__(self, theme: Theme, commands: SignInCommands) -> None:
        super().__init__(theme, "firstRunWindow", QSize(560, 344))
        self._commands = commands
        self._stepped = self._called = False
        self._title = WrappedLabel(theme, TextRole.NAME, "titleLabel")
        self._purpose = WrappedLabel(theme, TextRole.BODY, "purposeLabel")
        self._sign_in = _Step(theme, "signIn", "person")
        self._phone = _Step(theme, "phone", "phone")
        self._demo = _Step(theme, "demo", "incoming")
        self._steps = (self._sign_in, self._phone, self._demo)
        self._privacy = WrappedLabel(theme, TextRole.CAPTION, "privacyLabel", muted=True)
        self._pin = WrappedLabel(theme, TextRole.CAPTION, "pinLabel", muted=True)
        self._pin.setVisible(HIDES_ICONS)
        self._close = QPushButton()
        self._close.setObjectName("closeButton")
        self._close.setAutoDefault(True)
        self._arrange()
        self._connect()
        self.retranslate()
        self.restyle()

    def refresh_if_open(self) -> None:
        """The sign-in is another than before."""
        if self.isVisible():
            self._show_sign_in()

    def _arrange(self) -> None:
        steps = QGridLayout()
        steps.setHorizontalSpacing(Space.EDGE)
        steps.setVerticalSpacing(Space.EDGE)
        steps.setColumnStretch(1, 1)
        for step in self._steps:
            step.place(steps)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        box = QVBoxLayout(self)
        box.setContentsMargins(*[Space.GROUP] * 4)
        box.setSpacing(Space.FIELD)
        box.addWidget(self._title)
        box.addWidget(self._purpose)
        box.addSpacing(Space.FIELD)
        box.addLayout(steps)
        box.addSpacing(Space.FIELD)
        box.addWidget(self._privacy)
        box.addWidget(self._pin)
        box.addStretch(1)
        box.addLayout(buttons)

    def _connect(self) -> None:
        self._sign_in.button.clicked.connect(self.sign_in_requested)
        self._phone.button.clicked.connect(self.phone_requested)
        self._demo.button.clicked.connect(self._do_demo)
        for step in self._steps:
            step.button.clicked.connect(self._step_taken)
        self._close.clicked.connect(self.close)

    def retranslate(self) -> None:
        """Write every text anew, in the language in force."""
        self.setWindowTitle(self.tr("Welcome to CTI Tray"))
        self._title.setText(self.tr("Welcome to CTI Tray"))
        self._purpose.setText(
            self.tr(
                "CTI Tray sits in the notification area. When your phone rings, a card says who is calling, and the "
                "caller's record opens beside it. What follows can be done now or later; the help tells how."
            )
        )
        self._sign_in.button.setText(self.tr("&Sign in"))
        self._phone.words.setText(self.tr("Let CTI Tray hear from your phone or phone program."))
        self._phone.button.setText(self.tr("Connect a &phone"))
        self._privacy.setText(
            self.tr(
                "Your address book, your calls and the settings stay in a folder of this computer that only you can "
                "open. Callers are looked up there: no number is sent anywhere to find its name."
            )
        )
        self._pin.setText(self.tr("The icon may be behind the arrow next to the clock. Drag it out to see it always."))
        self._show_sign_in()
        self._show_demo()
        self._show_close()

    def restyle(self) -> None:
        """Take fonts, heights and drawings from the theme."""
        super().restyle()
        for part in (self._title, self._purpose, self._privacy, self._pin, *self._steps):
            part.restyle()
        self._close.setMinimumHeight(self.theme.text_px(32))
        self.settle()

    def _show_sign_in(self) -> None:
        """The step is there where somebody can sign in at all; who has done so is told so."""
        status = self._commands.status
        done = status.sign_in.state is SignInState.SIGNED_IN
        self._sign_in.show(shown=status.configured)
        self._sign_in.button.setEnabled(not done)
        self._sign_in.shape.show_shape("check" if done else "person", Tone.POSITIVE if done else Tone.ACCENT)
        if done and status.account is not None:
            name = clean_text(status.account.name or status.account.username, 60)
            self._sign_in.words.setText(self.tr("Signed in as {0}.").format(name))
        else:
            self._sign_in.words.setText(self.tr("Sign in to Microsoft, for Teams, Outlook and Business Central."))
        self.settle()

    def _show_demo(self) -> None:
        self._demo.button.setText(self.tr("&Try a demo call"))
        self._demo.button.setEnabled(not self._called)
        words = self.tr("See a card: one of a few invented companies calls.")
        self._demo.words.setText(self.tr("The demo call comes in.") if self._called else words)

    def _show_close(self) -> None:
        self._close.setText(self.tr("C&lose") if self._stepped else self.tr("S&kip"))

    def _do_demo(self) -> None:
        self._called = True
        self._show_demo()
        self.demo_requested.emit()

    def _step_taken(self) -> None:
        self._stepped = True
        self._show_close()
