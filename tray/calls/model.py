"""The words of the product as types: fact, call, party, state, cause, outcome, origin.

Everything here is plain immutable data. Times are seconds on one monotonic clock that the caller owns; this module
never reads a clock and never compares times with the wall.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Direction(StrEnum):
    """Who called whom, seen from this desk."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"


class CallState(StrEnum):
    """Where a call is. `RINGING` means that the remote phone is alerted; ringing here is `OFFERED`."""

    OFFERED = "offered"
    DIALING = "dialing"
    RINGING = "ringing"
    CONNECTED = "connected"
    HELD = "held"
    ENDED = "ended"


class Cause(StrEnum):
    """Why a call ended."""

    COMPLETED = "completed"
    MISSED = "missed"
    REJECTED = "rejected"
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    FORWARDED = "forwarded"
    CANCELLED = "cancelled"
    BUSY = "busy"
    NO_ANSWER = "no_answer"
    UNREACHABLE = "unreachable"
    INVALID_NUMBER = "invalid_number"
    FAILED = "failed"
    LOST = "lost"


class Outcome(StrEnum):
    """What a call was in the end; decides the interaction template."""

    INCOMING = "incoming"
    MISSED_INCOMING = "missed_incoming"
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    OUTGOING = "outgoing"
    UNACCEPTED_OUTGOING = "unaccepted_outgoing"


class Origin(StrEnum):
    """Who started an outgoing call: the user through CTI Tray, or the phone itself."""

    USER = "user"
    EXTERNAL = "external"


class CallName(NamedTuple):
    """How a source names a call. A merged call answers to each of its names."""

    source: str
    call_id: str


@dataclass(frozen=True, slots=True)
class CallEvent:
    """One fact: what one source reported about one phone event.

    `direction` is None where the source did not say it; `number` is "" where there is none and one of the words of
    `numbers.WITHHELD_WORDS` where the caller hides it. `at` is the instant the source heard it, in monotonic seconds.
    `cause` belongs to ENDED alone. `end_unseen` marks a fact of a source that will never tell the end of this call.
    """

    source: str
    call_id: str
    state: CallState
    at: float
    direction: Direction | None = None
    number: str = ""
    name: str = ""
    line: str = ""
    cause: Cause | None = None
    origin: Origin | None = None
    end_unseen: bool = False


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number as far as it can be understood.

    `text` is what the source gave, cleaned; `digits` are its digits (those of the E.164 form where there is one,
    without the plus sign); `complete` means that phonenumbers calls it valid; `internal` that it is short enough for
    an extension. `withheld` numbers have no digits and are never looked up.
    """

    text: str = ""
    e164: str | None = None
    digits: str = ""
    complete: bool = False
    internal: bool = False
    withheld: bool = False

    @property
    def key(self) -> str:
        """The one spelling under which this number is remembered, compared and shown in machine-readable output."""
        return self.e164 or self.digits or self.text


WITHHELD = PhoneNumber(withheld=True)


@dataclass(frozen=True, slots=True)
class Party:
    """The other end of a call: its number, and the name that the phone gave, if any."""

    number: PhoneNumber = WITHHELD
    name: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One call as the facts so far tell it.

    `started` is t0, `connected` the first answer, `ended` the end; all monotonic seconds. `ending` is set while one
    source has reported the end and another one may still contradict it; `cause` is then the one it would have.
    `names` holds every (source, call id) that the call answers to, its first one in front.
    """

    names: tuple[CallName, ...]
    direction: Direction
    state: CallState
    party: Party
    origin: Origin
    started: float
    connected: float | None = None
    ending: float | None = None
    ended: float | None = None
    cause: Cause | None = None
    line: str = ""

    @property
    def name(self) -> CallName:
        """The (source, call id) of the first fact, by which the call is known."""
        return self.names[0]

    @property
    def call_id(self) -> str:
        """The call id of the first fact, by which decisions name the call."""
        return self.names[0].call_id

    @property
    def duration_s(self) -> float:
        """Talk time in seconds; 0.0 for a call that was never connected or still goes on."""
        if self.connected is None or self.ended is None:
            return 0.0
        return max(0.0, self.ended - self.connected)

    @property
    def outcome(self) -> Outcome | None:
        """What the call was, once it has ended (DESIGN section 4, "Outcomes")."""
        if self.state is not CallState.ENDED:
            return None
        answered = self.connected is not None
        if self.direction is Direction.OUTGOING:
            return Outcome.OUTGOING if answered else Outcome.UNACCEPTED_OUTGOING
        if answered:
            return Outcome.INCOMING
        if self.cause in {Cause.ANSWERED_ELSEWHERE, Cause.FORWARDED}:
            return Outcome.ANSWERED_ELSEWHERE
        return Outcome.MISSED_INCOMING
