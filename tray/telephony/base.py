"""The one small interface behind which every source of phone events stands.

A source owns its thread, hears one kind of local phone, and reports facts by calling `report`, which only puts them
into the core's queue. It knows nothing of setup, cards or Qt, never raises out of its thread, reconnects quietly, and
makes its call ids unique before it reports them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from tray.calls.model import CallEvent
from tray.errors import CtiError

Report = Callable[[CallEvent], None]
StatusChanged = Callable[[], None]
Failed = Callable[[CtiError], None]


class SourceState(StrEnum):
    """Where a source is. `WAITING` means that it runs and tries to reach its phone."""

    OFF = "off"
    WAITING = "waiting"
    CONNECTED = "connected"
    ERROR = "error"


class Ability(StrEnum):
    """What a source can tell, or do, about a call; shown to the user so that nothing is promised that cannot come."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    CONNECTED = "connected"
    ENDED = "ended"
    HELD = "held"
    NUMBER = "number"
    NAME = "name"
    CAUSE = "cause"
    DIAL = "dial"


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """What `status` shows about one source; `detail` is one sentence without numbers, names or tokens."""

    name: str
    state: SourceState
    detail: str
    reports: tuple[Ability, ...]


class Source(Protocol):
    """One source of phone events."""

    @property
    def name(self) -> str:
        """The name by which facts, settings and status know this source."""
        ...

    def start(self) -> None:
        """Begin to listen, on a thread of its own; returns at once and raises nothing."""
        ...

    def stop(self) -> None:
        """End the thread and free everything; returns when that is done, within two seconds."""
        ...

    def status(self) -> SourceStatus:
        """The state at this moment; may be called from any thread."""
        ...
