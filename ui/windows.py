"""The windows beside the cards, each built when it is first needed, wired to the core and to each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tray.identity.model import SignInCommands
from tray.interfaces import Commands
from tray.setup.views import SetupCommands
from tray.views import RecordView
from ui.browser import open_in_browser
from ui.caller_card import CallerCard
from ui.placement import Rect
from ui.record_pages import RecordPages
from ui.setup_windows import SetupWindows
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.connect_phone import ConnectPhoneWindow
    from ui.dial_box import DialBox
    from ui.first_run import FirstRunWindow
    from ui.help_page import HelpWindow
    from ui.history import HistoryWindow
    from ui.sign_in_window import SignInWindow

REFRESH_MS = 100
"""Changes of the journal within this time are read together."""


class DeskWindows:
    """Opens the windows. All methods belong to the Qt thread.

    A record that the user asked for in one of these windows comes with the keyboard; one that opens by itself does not.
    `try_demo` lets a demo call come in.
    """

    def __init__(
        self,
        theme: Theme,
        commands: Commands,
        setup: SetupCommands,
        sign_in: SignInCommands,
        try_demo: Callable[[], None] = lambda: None,
    ) -> None:
        self._theme = theme
        show_phone = self.show_connect_phone
        self._setup = SetupWindows(theme, setup, commands.choose_language, sign_in, self.show_sign_in, show_phone)
        self._sign_in = sign_in
        self._try_demo = try_demo
        self._commands = commands
        self._records = RecordPages(theme, commands.dial, card_place)
        self._history: HistoryWindow | None = None
        self._dial_box: DialBox | None = None
        self._help: HelpWindow | None = None
        self._connect_phone: ConnectPhoneWindow | None = None
        self._sign_in_window: SignInWindow | None = None
        self._first_run: FirstRunWindow | None = None
        self._asked: tuple[str, str] | None = None
        self._refresh = QTimer(singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._load_history)

    @property
    def records(self) -> RecordPages:
        """The open record pages."""
        return self._records

    def show_record(self, view: RecordView) -> None:
        """Open the built-in record page."""
        asked = self._asked == (view.table, view.no)
        if asked:
            self._asked = None
        self._records.show(view, asked=asked)

    def show_history(self) -> None:
        """Raise Recent calls."""
        if self._history is None:
            from ui.history import HistoryWindow

            self._history = HistoryWindow(self._theme, self._commands)
            self._history.record_requested.connect(self._open_record)
            self._history.help_requested.connect(self.show_help)
        self._history.open()

    def refresh_history(self) -> None:
        """Calls changed: load Recent calls again soon where it is open, once for everything until then."""
        if not self._refresh.isActive():
            self._refresh.start()

    def show_dial_box(self) -> None:
        """Raise the box that asks what to dial."""
        self._dialing().open()

    def show_search(self, text: str) -> None:
        """Raise the directory search, filled with a text."""
        self._dialing().open(text)

    def show_help(self, topic: str = "") -> None:
        """Raise the help, at a topic where one is given."""
        if self._help is None:
            from ui.help_page import HelpWindow

            self._help = HelpWindow(self._theme, self._open_address, self._commands.choose_language)
            self._help.first_steps_requested.connect(self.show_first_run)
        self._help.open(topic)

    def show_connect_phone(self) -> None:
        """Raise the window that helps to connect a phone."""
        if self._connect_phone is None:
            from ui.connect_phone import ConnectPhoneWindow

            self._connect_phone = ConnectPhoneWindow(self._theme, self._commands)
            self._connect_phone.help_requested.connect(self.show_help)
        self._connect_phone.open()

    def show_setup(self) -> None:
        """Raise the setup."""
        self._setup.show()

    def refresh_setup(self) -> None:
        """The setup became another: what shows it loads it again."""
        self._setup.refresh()

    def show_sign_in(self) -> None:
        """Raise the window in which the user signs in to Microsoft."""
        if self._sign_in_window is None:
            from ui.sign_in_window import SignInWindow

            self._sign_in_window = SignInWindow(self._theme, self._sign_in)
            self._sign_in_window.help_requested.connect(lambda: self.show_help("sign-in"))
        self._sign_in_window.open()

    def show_first_run(self) -> None:
        """Raise the page of the first start."""
        if self._first_run is None:
            from ui.first_run import FirstRunWindow

            page = self._first_run = FirstRunWindow(self._theme, self._sign_in)
            page.sign_in_requested.connect(self.show_sign_in)
            page.phone_requested.connect(self.show_connect_phone)
            page.demo_requested.connect(self._try_demo)
        self._first_run.present()

    def refresh_sign_in(self) -> None:
        """The sign-in is another than before: what shows it reads it again."""
        self._setup.refresh_sign_in()
        for window in (self._sign_in_window, self._first_run):
            if window is not None:
                window.refresh_if_open()

    def close_all(self) -> None:
        """Close every window for good."""
        self._refresh.stop()
        self._records.close_all()
        self._setup.close_all()
        for window in (
            self._history,
            self._dial_box,
            self._help,
            self._connect_phone,
            self._sign_in_window,
            self._first_run,
        ):
            if window is not None:
                window.hide()
                window.deleteLater()
        self._history = self._dial_box = self._help = self._sign_in_window = self._first_run = None
        self._connect_phone = None

    def _dialing(self) -> DialBox:
        if self._dial_box is None:
            from ui.dial_box import DialBox

            self._dial_box = DialBox(self._theme, self._commands)
            self._dial_box.record_requested.connect(self._open_record)
        return self._dial_box

    def _open_address(self, url: str) -> None:
        open_in_browser(url, lambda: None)

    def _load_history(self) -> None:
        if self._history is not None:
            self._history.refresh_if_open()

    def _open_record(self, table: str, no: str) -> None:
        self._asked = (table, no)
        self._commands.open_record(table, no)


def card_place(call: str) -> Rect | None:
    """Where the card of a call is on the screen; None where it has none."""
    cards = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, CallerCard))
    return next((card.rect_on_screen for card in cards if card.isVisible() and card.call == call), None)
