"""Bringing what the core says through the bridge to the right window, on the Qt thread.

What the user does goes out through `Commands`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from tray import texts
from tray.interfaces import Commands
from tray.views import CardView, DialRequestView, MenuEntry, Notice, RecordView
from ui.bridge import Bridge
from ui.browser import open_in_browser
from ui.card_queue import CardQueue
from ui.card_stack import CardStack
from ui.dial_request import DialRequests
from ui.icon_menu import IconMenu
from ui.language import Language, Translation
from ui.pictures import PictureSaver
from ui.screen_choice import ScreenChoice
from ui.theme import Theme, ThemeChoice

QUIT_LIMIT_MS = 5000


@dataclass(frozen=True, slots=True)
class UiSettings:
    """The `[ui]` table of config.toml as far as the widgets need it; `screen` is "cursor", "primary" or a name."""

    screen: str = "cursor"
    theme: ThemeChoice = ThemeChoice.SYSTEM
    language: Language = Language.SYSTEM


class Windows(Protocol):
    """The windows beside the cards. All methods are called on the Qt thread."""

    def show_record(self, view: RecordView) -> None:
        """Open the built-in record page."""
        ...

    def show_history(self) -> None:
        """Raise Recent calls."""
        ...

    def show_dial_box(self) -> None:
        """Raise the box that asks what to dial."""
        ...

    def show_search(self, text: str) -> None:
        """Raise the directory search, filled with a text."""
        ...

    def show_help(self, topic: str) -> None:
        """Raise the help, at a topic where one is given."""
        ...

    def show_connect_phone(self) -> None:
        """Raise the window that helps to connect a phone."""
        ...

    def show_setup(self) -> None:
        """Raise the setup."""
        ...

    def refresh_setup(self) -> None:
        """The setup became another: what shows it loads it again."""
        ...

    def show_sign_in(self) -> None:
        """Raise the window in which the user signs in to Microsoft."""
        ...

    def refresh_sign_in(self) -> None:
        """The sign-in is another than before: what shows it reads it again."""
        ...

    def refresh_history(self) -> None:
        """The journal says something new about calls: what shows them loads them again soon."""
        ...

    def close_all(self) -> None:
        """Close every window."""
        ...


class Presenter(QObject):
    """Receives on the Qt thread what the bridge sent, and hands it to the right window."""

    def __init__(self, application: QApplication, settings: UiSettings) -> None:
        super().__init__()
        self._application = application
        self._commands: Commands | None = None
        self._windows: Windows | None = None
        self._quitting = False
        self.translation = Translation(application, settings.language)
        self.theme = Theme(application, settings.theme)
        self.bridge = Bridge()
        self.stack = CardStack(self.theme, ScreenChoice(settings.screen), lambda: self.commands, self._search)
        self._dial_requests = DialRequests(self.theme, self.stack, lambda: self.commands)
        self._cards = CardQueue(self.stack)
        self._menu = IconMenu(lambda: self.commands)
        self._connect()

    @property
    def commands(self) -> Commands:
        """The core; there before the event loop runs."""
        if self._commands is None:
            raise RuntimeError("the core is not connected yet")
        return self._commands

    def begin(self, commands: Commands, windows: Windows) -> None:
        """Connect the core and the other windows; a request to quit that came earlier is passed on now."""
        self._commands = commands
        self._windows = windows
        if self._quitting:
            commands.quit()

    def end(self) -> None:
        """Take everything off the screen."""
        self._menu.close()
        self._dial_requests.close()
        self._cards.clear()
        self.stack.close_all()
        if self._windows is not None:
            self._windows.close_all()

    @Slot()
    def ask_to_quit(self) -> None:
        """Ask the core to end, once; where it does not answer in time the event loop ends without it."""
        if self._quitting:
            return
        self._quitting = True
        self.stack.stop_reporting()
        QTimer.singleShot(QUIT_LIMIT_MS, self, lambda: self._application.exit(0))
        if self._commands is not None:
            self._commands.quit()

    def _connect(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        bridge = self.bridge
        bridge.card_shown.connect(self._show_card, queued)
        bridge.card_closed.connect(self._close_card, queued)
        bridge.address_opened.connect(self._open_address, queued)
        bridge.record_shown.connect(self._show_record, queued)
        bridge.history_shown.connect(self._show_history, queued)
        bridge.dial_box_shown.connect(self._show_dial_box, queued)
        bridge.dial_request_shown.connect(self._show_dial_request, queued)
        bridge.front_shown.connect(self._show_front, queued)
        bridge.menu_shown.connect(self._show_menu, queued)
        bridge.history_changed.connect(self._refresh_history, queued)
        bridge.notice_shown.connect(self._show_notice, queued)
        bridge.connect_phone_shown.connect(self._show_connect_phone, queued)
        bridge.help_shown.connect(self._show_help, queued)
        bridge.setup_shown.connect(self._show_setup, queued)
        bridge.setup_renewed.connect(self._refresh_setup, queued)
        bridge.sign_in_shown.connect(self._show_sign_in, queued)
        bridge.sign_in_renewed.connect(self._refresh_sign_in, queued)
        bridge.pictures_asked.connect(self._save_pictures, queued)
        bridge.language_chosen.connect(self._choose_language, queued)
        bridge.quit_asked.connect(self._quit, queued)
        self.translation.changed.connect(self._tell_language)
        self._application.commitDataRequest.connect(self.ask_to_quit)
        self._application.aboutToQuit.connect(self.ask_to_quit)

    @Slot(object)
    def _show_card(self, view: CardView) -> None:
        self._cards.show_card(view)

    @Slot(str)
    def _close_card(self, call: str) -> None:
        self._cards.close_card(call)

    @Slot(str)
    def _open_address(self, url: str) -> None:
        notice = Notice(
            texts.translate("Presenter", "Page not opened"),
            texts.translate("Presenter", "The address of the record could not be opened in a browser."),
            texts.translate("Presenter", "Check the card page in the business mapping and the default browser."),
        )
        open_in_browser(url, lambda: self.bridge.show_notice(notice))

    @Slot(object)
    def _show_record(self, view: RecordView) -> None:
        if self._windows is not None:
            self._windows.show_record(view)

    @Slot()
    def _show_history(self) -> None:
        if self._windows is not None:
            self._windows.show_history()

    @Slot()
    def _show_dial_box(self) -> None:
        if self._windows is not None:
            self._windows.show_dial_box()

    @Slot(object)
    def _show_dial_request(self, view: DialRequestView) -> None:
        self._dial_requests.show(view)

    @Slot()
    def _show_front(self) -> None:
        self._cards.finish()
        if not self._dial_requests.take_keyboard() and not self.stack.focus_newest():
            self._show_history()

    @Slot(object)
    def _show_menu(self, entries: tuple[MenuEntry, ...]) -> None:
        self._menu.show_entries(entries)

    @Slot()
    def _refresh_history(self) -> None:
        self.bridge.take_changes()
        if self._windows is not None:
            self._windows.refresh_history()

    @Slot(object)
    def _show_notice(self, notice: Notice) -> None:
        self.stack.show_notice(notice)

    @Slot(str)
    def _show_help(self, topic: str) -> None:
        if self._windows is not None:
            self._windows.show_help(topic)

    @Slot()
    def _show_connect_phone(self) -> None:
        if self._windows is not None:
            self._windows.show_connect_phone()

    @Slot()
    def _show_setup(self) -> None:
        if self._windows is not None:
            self._windows.show_setup()

    @Slot()
    def _refresh_setup(self) -> None:
        if self._windows is not None:
            self._windows.refresh_setup()

    @Slot()
    def _show_sign_in(self) -> None:
        if self._windows is not None:
            self._windows.show_sign_in()

    @Slot()
    def _refresh_sign_in(self) -> None:
        if self._windows is not None:
            self._windows.refresh_sign_in()

    @Slot(object, object)
    def _save_pictures(self, folder: Path, done: Callable[[tuple[Path, ...]], None]) -> None:
        self._cards.finish()
        PictureSaver(folder, done, self).start()

    @Slot(str)
    def _choose_language(self, code: str) -> None:
        self.translation.choose(Language(code))

    @Slot()
    def _tell_language(self) -> None:
        if self._commands is not None:
            self._commands.language_changed()

    @Slot()
    def _quit(self) -> None:
        self._quitting = True
        self.stack.stop_reporting()
        self._application.exit(0)

    def _search(self, text: str) -> None:
        if self._windows is not None:
            self._windows.show_search(text)
