"""What the user interface is told and what it may ask for: plain immutable values and one set of commands.

The core makes these on its own thread, complete and formatted, so that the Qt thread only paints. Nothing here knows
Qt, and nothing here reads a clock or a file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from tray.calls.matching import MatchKind
from tray.calls.model import CallState, Cause, Direction, Outcome
from tray.calls.what_if import Comparison, NotPlayable


@dataclass(frozen=True, slots=True)
class CandidateView:
    """One record that the caller may be, or that search found. `has_page` says whether choosing it can open a page.

    `numbers` are (field, number as written) pairs for dialling; search fills them.
    """

    table: str
    no: str
    name: str
    detail: str
    has_page: bool
    numbers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LastCall:
    """The call before this one with the same number. `started` is wall time (seconds since the epoch)."""

    started: float
    duration_s: float
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class CardView:
    """Everything a caller card shows.

    `call` names the call in commands. `number` is for copying and dialling, `number_text` for reading; both are ""
    for a withheld number. `since` is the monotonic second (time.monotonic) from which the running time counts; None
    when it stands still at `duration_s`. `started` and `ended` are wall times in seconds since the epoch.
    `directory_age_s` is set only when the directory is stale enough to say so.
    """

    call: str
    direction: Direction
    state: CallState
    number: str
    number_text: str
    name: str
    detail: str
    match: MatchKind
    candidates: tuple[CandidateView, ...]
    chosen: int | None
    started: float
    since: float | None
    duration_s: float = 0.0
    ended: float | None = None
    outcome: Outcome | None = None
    cause: Cause | None = None
    line: str = ""
    last_call: LastCall | None = None
    directory_age_s: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecordView:
    """The built-in record page: the record's fields in file order, and the last calls with it.

    `phone_fields` names those fields whose value can be dialled.
    """

    call: str
    table: str
    no: str
    name: str
    number: str
    fields: tuple[tuple[str, str], ...]
    calls: tuple[HistoryRow, ...]
    phone_fields: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One row of Recent calls. Times are wall times; `reasons` say why card, page and activity did or did not come."""

    call: str
    started: float
    duration_s: float
    direction: Direction
    outcome: Outcome | None
    cause: Cause | None
    number: str
    number_text: str
    name: str
    table: str
    no: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForetoldCall:
    """A past call, and what it would bring under two setups. `started` is wall time, `outcome` what it was then."""

    call: str
    started: float
    direction: Direction
    outcome: Outcome | None
    name: str
    number_text: str
    foretold: Comparison | NotPlayable


class TrayState(StrEnum):
    """What the icon shows, the most urgent first in `app`."""

    IDLE = "idle"
    RINGING = "ringing"
    IN_CALL = "in_call"
    DO_NOT_DISTURB = "do_not_disturb"
    OFFLINE = "offline"
    SIGN_IN_NEEDED = "sign_in_needed"


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to the user: what happened and what to do."""

    title: str
    text: str
    hint: str = ""


class IconCommand(StrEnum):
    """What the user asked for by the icon. `MENU` comes from a desktop that shows no menu of the icon by itself."""

    MENU = "menu"
    OPEN = "open"
    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    RECENT_CALLS = "recent_calls"
    DIAL = "dial"
    DO_NOT_DISTURB = "do_not_disturb"
    SETUP = "setup"
    HELP = "help"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One line of the menu; `command` is None for a separator, `checked` None where there is no check mark."""

    command: IconCommand | None
    text: str = ""
    checked: bool | None = None
    default: bool = False


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

    def choose_in_menu(self, command: IconCommand) -> None:
        """The user chose this in the menu of the icon."""
        ...

    def quit(self) -> None:
        """End the tray."""
        ...
