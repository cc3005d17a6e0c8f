"""One call of Windows telephony: who is on it, and telling about it.

Pure data with the rules about its other party; how calls begin, move and end is the business of `tapi_calls`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tray.calls.facts import clean_name, clean_number
from tray.calls.model import CallEvent, CallState, Cause, Direction
from tray.telephony.tapi_model import CallInfo
from tray.telephony.tapi_words import HIDDEN, direction_by_origin, is_own, party_of

SOURCE = "tapi"


@dataclass(frozen=True, slots=True)
class CallLine:
    """The line of a call: its permanent id, its own number, and what a call shows as its line."""

    line_id: str
    number: str = ""
    shown: str = ""


@dataclass(slots=True)
class TapiCall:
    """One call.

    `live` are those of its handles that have not been disconnected; `state` is the one last reported; `waiting` means
    that the user has lifted the receiver and dialled nothing yet; `dialled` is the number of a call that we made.
    `base` is the number of the caller or the called party, from which `number` differs after a transfer, and
    `connected` what the line last gave as connected party.
    """

    line: CallLine
    call_id: str
    info: CallInfo
    direction: Direction | None
    dialled: str = ""
    live: set[int] = field(default_factory=set)
    state: CallState | None = None
    waiting: bool = False
    answered: bool = False
    cause: Cause | None = None
    ended_at: float | None = None
    elsewhere: bool = False
    base: str = ""
    number: str = ""
    name: str = ""
    connected: str = ""

    def read(self, info: CallInfo) -> bool:
        """Take over who the other party is; whether that has changed.

        A new caller or called id goes first. Another connected party after the answer is a transfer, unless it is the
        line itself, which drivers give as the connected party of an incoming call.
        """
        before = self.number, self.name
        self.info = info
        own = {clean_number(self.line.number)}
        if self.direction is not Direction.OUTGOING:
            own.add(clean_number(info.called.number))
        number, name = party_of(info, self.direction, own)
        number = self.dialled or number
        connected = clean_number(info.connected.number)
        unchanged = connected in {"", self.connected, self.number, number} or is_own(connected, own)
        self.connected = connected or self.connected
        if number and number != self.base and not (number == HIDDEN and self.base):
            self.base, self.number, self.name = number, number, name
        elif self.answered and not unchanged:
            self.number, self.name = connected, clean_name(info.connected.name)
        elif self.number == self.base:
            self.name = name or self.name
        return (self.number, self.name) != before

    def is_same(self, line: CallLine, info: CallInfo) -> bool:
        """Whether that is this call: by the id that the telephone system gives it, else by who is on the line."""
        if self.line.line_id != line.line_id or self.info.call_id != info.call_id:
            return False
        numbers, known = _remote(info), _remote(self.info)
        return bool(numbers & known) or bool(info.call_id and not (numbers and known))

    def fact(self, state: CallState, at: float, cause: Cause | None = None) -> CallEvent:
        """The call as it is reported."""
        return CallEvent(
            source=SOURCE,
            call_id=self.call_id,
            state=state,
            at=at,
            direction=self.direction,
            number=self.number,
            name=self.name,
            line=self.line.shown,
            cause=cause,
        )


def _remote(info: CallInfo) -> set[str]:
    """The numbers that can be those of the other party."""
    caller, called = info.caller.number, info.called.number
    match direction_by_origin(info.origin):
        case Direction.INCOMING:
            return {caller} - {""}
        case Direction.OUTGOING:
            return {called} - {""}
    return {caller, called} - {""}
