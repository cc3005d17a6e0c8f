"""The windows beside the cards, each built when it is first needed, wired to the core and to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tray.setup.views import SetupCommands
from tray.views import Commands, RecordView
from ui.browser import open_in_browser
from ui.caller_card import CallerCard
from ui.placement import Rect
from ui.record_pages import RecordPages
from ui.setup_windows import SetupWindows
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.dial_box import DialBox
    from ui.help_page import HelpWindow
    from ui.history import HistoryWindow

REFRESH_MS = 100
"""Changes of the journal within this time are read together."""


class DeskWindows:
    """Opens the windows. All methods belong to the Qt thread.

    A record that the user asked for in one of these windows comes with the keyboard; one that opens by itself does not.
    """

    def __init__(self, theme: Theme, commands: Commands, setup: SetupCommands) -> None:
        self._theme = theme
        self._setup = SetupWindows(theme, setup, commands.choose_language)
        self._commands = commands
        self._records = RecordPages(theme, commands.dial, card_place)
        self._history: HistoryWindow | None = None
        self._dial_box: DialBox | None = None
        self._help: HelpWindow | None = None
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
        self._help.open(topic)

    def show_setup(self) -> None:
        """Raise the setup."""
        self._setup.show()

    def refresh_setup(self) -> None:
        """The setup became another: what shows it loads it again."""
        self._setup.refresh()

    def close_all(self) -> None:
        """Close every window for good."""
        self._refresh.stop()
        self._records.close_all()
        self._setup.close_all()
        for window in (self._history, self._dial_box, self._help):
            if window is not None:
                window.hide()
                window.deleteLater()
        self._history = self._dial_box = self._help = None

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
