"""What the core may tell the user interface, and what the user interface may ask of the core.

Nothing here knows Qt; the values that go over are those of `tray.views`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from tray.errors import CtiError
from tray.telephony.heard import Arrival, Remark
from tray.telephony.listened import Listened
from tray.telephony.recipe import Places
from tray.views import (
    CandidateView,
    CardView,
    DialRequestView,
    DialWay,
    HistoryRow,
    IconCommand,
    MenuEntry,
    Notice,
    RecordView,
)


class UserInterface(Protocol):
    """What the core tells the user interface. Every method may be called from any thread and returns at once."""

    def show_card(self, view: CardView) -> None:
        """Open the card of this call, or repaint it where it is open."""
        ...

    def close_card(self, call: str) -> None:
        """Take the card of this call off the screen."""
        ...

    def open_address(self, url: str) -> None:
        """Open a checked https address in the default browser."""
        ...

    def show_record(self, view: RecordView) -> None:
        """Open the built-in record page."""
        ...

    def show_history(self) -> None:
        """Raise Recent calls."""
        ...

    def show_dial_box(self) -> None:
        """Raise the box that asks what to dial."""
        ...

    def show_dial_request(self, view: DialRequestView) -> None:
        """Ask whether to dial what a link asks for; it takes the place of an earlier request."""
        ...

    def show_front(self) -> None:
        """The user wants to see the tray: give the keyboard to the newest card, or raise Recent calls without one."""
        ...

    def show_menu(self, entries: tuple[MenuEntry, ...]) -> None:
        """Show the menu of the icon at the pointer; what is chosen comes back by `Commands.choose_in_menu`."""
        ...

    def calls_changed(self) -> None:
        """The journal on disk says something new about calls."""
        ...

    def show_notice(self, notice: Notice) -> None:
        """Tell the user something, once."""
        ...

    def show_setup(self) -> None:
        """Raise the setup: the list of users, and the way to everything that can be set up."""
        ...

    def setup_changed(self) -> None:
        """The setup in force became another, or the store went away or came back."""
        ...

    def show_sign_in(self) -> None:
        """Raise the window in which the user signs in to Microsoft."""
        ...

    def sign_in_changed(self) -> None:
        """The sign-in, or an attempt to sign in, is another than before."""
        ...

    def show_connect_phone(self) -> None:
        """Raise the window that helps to connect a phone."""
        ...

    def show_help(self, topic: str) -> None:
        """Raise the help, at a topic (the name of its file) or at its beginning."""
        ...

    def save_pictures(self, folder: Path, done: Callable[[tuple[Path, ...]], None]) -> None:
        """Save the card and the record page on the screen as PNG; `done` gets the files, on the Qt thread."""
        ...

    def choose_language(self, code: str) -> None:
        """Show every window in this language from now on: "en", "nl", "de", or "" for that of the desktop."""
        ...

    def in_language(self, text: str) -> str:
        """A text of the tray (`tray.texts.Text`) in the language of the windows; any other text as it is."""
        ...

    def quit(self) -> None:
        """End the event loop."""
        ...


class PhoneCommands(Protocol):
    """What the window that connects a phone may ask. Every method returns at once."""

    def places(self) -> Places:
        """What is entered in phones, as it is now."""
        ...

    def listen(self, take: Callable[[Arrival | Remark], None]) -> Callable[[], None]:
        """Hear what phones say from now on, on any thread, until what is given back is called."""
        ...

    def switch_lan(self, *, on: bool, allowed: str, answer: Callable[[Places | CtiError], None]) -> None:
        """Listen for desk phones at these addresses or stop, now and after the next start; answers once."""
        ...

    def listened(self) -> Listened:
        """How it is now with Teams, and with the telephony lines of Windows."""
        ...

    def unheard(self, source: str) -> str:
        """Why nothing can be heard from this source now, in a sentence; "" where it listens."""
        ...

    def pair_teams(self) -> None:
        """The user wants Teams to be paired; `listened` tells what comes of it."""
        ...

    def choose_lines(self, lines: tuple[str, ...], answer: Callable[[Listened | CtiError], None]) -> None:
        """Listen to these telephony lines, by permanent id, now and after the next start; to all where there is none.
        Answers once."""
        ...


class Commands(Protocol):
    """What the user interface may ask of the core. Every method returns at once; answers come later by callback.

    A callback is called on the core's thread; the user interface brings it to its own.
    """

    def dismiss(self, call: str) -> None:
        """The user closed the card of this call."""
        ...

    def choose(self, call: str, index: int) -> None:
        """The user opened record `index` (0 is the first) of this call; it is remembered for the number."""
        ...

    def note(self, call: str, text: str) -> None:
        """The text of the note field is now this; it travels with the activity."""
        ...

    def dial(self, number: str) -> None:
        """Dial a number with the configured method."""
        ...

    def dial_way(self, number: str, answer: Callable[[DialWay], None]) -> None:
        """Find out how a number would be dialled, and what stands in the way; "" is any number."""
        ...

    def answer_dial_request(self, request: str, *, dial: bool) -> None:
        """The user answered what `UserInterface.show_dial_request` asked."""
        ...

    def recent_calls(self, limit: int, answer: Callable[[tuple[HistoryRow, ...]], None]) -> None:
        """Fetch the newest calls of the journal."""
        ...

    def search(self, text: str, limit: int, answer: Callable[[tuple[CandidateView, ...]], None]) -> None:
        """Find records by the beginning of a name or number."""
        ...

    def open_record(self, table: str, no: str) -> None:
        """Open the page of a record from search or Recent calls."""
        ...

    def choose_language(self, code: str) -> None:
        """Show the windows in this language from now on, and after the next start: "en", "nl" or "de"."""
        ...

    def language_changed(self) -> None:
        """The windows have another language now: what is shown outside of them follows."""
        ...

    @property
    def phone_desk(self) -> PhoneCommands:
        """What helps to connect a phone."""
        ...

    def choose_in_menu(self, command: IconCommand) -> None:
        """The user chose this in the menu of the icon."""
        ...

    def quit(self) -> None:
        """End the tray."""
        ...
