"""What the user interface is told in plain immutable values.

The core makes these on its own thread, complete and formatted, so that the Qt thread only paints. Nothing here knows
Qt, and nothing here reads a clock or a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class DialWay:
    """How a number would be dialled, what stands in the way ("" for nothing), and what can be done about that."""

    how: str
    obstacle: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class DialRequestView:
    """A link that asks to dial: whom, and what the user would have to key in after the answer; "" for nothing.

    `request` names it in commands. `name` is that of the directory, "" where it knows nobody, or several. `extension`
    is dialled together with the number.
    """

    request: str
    number_text: str
    name: str = ""
    key_in: str = ""
    extension: str = ""


class IconCommand(StrEnum):
    """What the user asked for by the icon. `MENU` comes from a desktop that shows no menu of the icon by itself."""

    MENU = "menu"
    OPEN = "open"
    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    RECENT_CALLS = "recent_calls"
    DIAL = "dial"
    DO_NOT_DISTURB = "do_not_disturb"
    CONNECT_PHONE = "connect_phone"
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
