"""The one way from the core to the widgets: calls from any thread become queued signals for the Qt thread.

Nothing else crosses threads. No method here waits, reads or decides.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tray.views import CardView, DialRequestView, MenuEntry, Notice, RecordView
from ui.language import in_language


class Bridge(QObject):
    """`tray.views.UserInterface` as one signal per kind; receivers connect with `Qt.QueuedConnection`."""

    card_shown = Signal(object)
    card_closed = Signal(str)
    address_opened = Signal(str)
    record_shown = Signal(object)
    history_shown = Signal()
    dial_box_shown = Signal()
    dial_request_shown = Signal(object)
    front_shown = Signal()
    menu_shown = Signal(object)
    history_changed = Signal()
    notice_shown = Signal(object)
    setup_shown = Signal()
    setup_renewed = Signal()
    sign_in_shown = Signal()
    sign_in_renewed = Signal()
    connect_phone_shown = Signal()
    help_shown = Signal(str)
    pictures_asked = Signal(object, object)
    language_chosen = Signal(str)
    quit_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._change_pending = threading.Event()

    def show_card(self, view: CardView) -> None:
        """Open the card of this call, or repaint it where it is open."""
        self.card_shown.emit(view)

    def close_card(self, call: str) -> None:
        """Take the card of this call off the screen."""
        self.card_closed.emit(call)

    def open_address(self, url: str) -> None:
        """Open a checked https address in the default browser."""
        self.address_opened.emit(url)

    def show_record(self, view: RecordView) -> None:
        """Open the built-in record page."""
        self.record_shown.emit(view)

    def show_history(self) -> None:
        """Raise Recent calls."""
        self.history_shown.emit()

    def show_dial_box(self) -> None:
        """Raise the box that asks what to dial."""
        self.dial_box_shown.emit()

    def show_dial_request(self, view: DialRequestView) -> None:
        """Ask whether to dial what a link asks for."""
        self.dial_request_shown.emit(view)

    def show_front(self) -> None:
        """Give the keyboard to the newest card, or raise Recent calls without one."""
        self.front_shown.emit()

    def show_menu(self, entries: tuple[MenuEntry, ...]) -> None:
        """Show the menu of the icon at the pointer."""
        self.menu_shown.emit(entries)

    def calls_changed(self) -> None:
        """The journal on disk says something new about calls; told once until `take_changes`, however often it does."""
        if not self._change_pending.is_set():
            self._change_pending.set()
            self.history_changed.emit()

    def take_changes(self) -> None:
        """On the Qt thread, before it reads the journal: later changes are told anew."""
        self._change_pending.clear()

    def show_notice(self, notice: Notice) -> None:
        """Tell the user something, once."""
        self.notice_shown.emit(notice)

    def show_setup(self) -> None:
        """Raise the setup."""
        self.setup_shown.emit()

    def show_sign_in(self) -> None:
        """Raise the window in which the user signs in to Microsoft."""
        self.sign_in_shown.emit()

    def sign_in_changed(self) -> None:
        """The sign-in, or an attempt to sign in, is another than before."""
        self.sign_in_renewed.emit()

    def setup_changed(self) -> None:
        """The setup in force became another, or the store went away or came back."""
        self.setup_renewed.emit()

    def show_connect_phone(self) -> None:
        """Raise the window that helps to connect a phone."""
        self.connect_phone_shown.emit()

    def show_help(self, topic: str) -> None:
        """Raise the help, at a topic or at its beginning."""
        self.help_shown.emit(topic)

    def save_pictures(self, folder: Path, done: Callable[[tuple[Path, ...]], None]) -> None:
        """Save the card and the record page on the screen as PNG; `done` gets the files, on the Qt thread."""
        self.pictures_asked.emit(folder, done)

    def choose_language(self, code: str) -> None:
        """Show every window in this language from now on."""
        self.language_chosen.emit(code)

    def in_language(self, text: str) -> str:
        """A text of the tray in the language of the windows."""
        return in_language(text)

    def quit(self) -> None:
        """End the event loop."""
        self.quit_asked.emit()
