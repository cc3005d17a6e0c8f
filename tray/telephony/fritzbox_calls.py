"""What the lines of a FRITZ!Box's call monitor say about calls, as facts.

Pure bookkeeping: it is fed one line after another and the loss of the connection. The box counts its connections in
small numbers that it uses again and again; facts carry ids that stay unique. It does no I/O and reads no clock.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tray.calls.facts import clean_number, clean_text
from tray.calls.model import CallEvent, CallState, Cause, Direction
from tray.telephony.unique_ids import UniqueIds

SOURCE = "fritzbox"

_DATE = re.compile(r"(\d\d)\.(\d\d)\.(\d\d) (\d\d):(\d\d):(\d\d)")
_CONNECTION = re.compile(r"[0-9]{1,6}")
_FEWEST_FIELDS = {"RING": 5, "CALL": 6, "CONNECT": 5, "DISCONNECT": 4}
_LINE_CHOICE = re.compile(r"\*1\d\d#")
_ANSWERING_MACHINES = range(40, 50)
_HIDDEN = "anonymous"


@dataclass(slots=True)
class _Call:
    call_id: str
    began: str
    direction: Direction | None
    number: str
    line: str
    answered: bool = False


class FritzBoxCalls:
    """The calls of one box."""

    def __init__(self) -> None:
        self._calls: dict[str, _Call] = {}
        self._ids = UniqueIds()

    def __bool__(self) -> bool:
        return bool(self._calls)

    def line(self, text: str, at: float) -> list[CallEvent] | None:
        """The facts of one line, heard at monotonic second `at`; None where it is not a line of a call monitor."""
        fields = [field.strip() for field in text.split(";")]
        if len(fields) < 3 or len(fields) < _FEWEST_FIELDS.get(fields[1], 3):
            return None
        date, kind, connection = _DATE.fullmatch(fields[0]), fields[1], fields[2]
        if date is None or not _CONNECTION.fullmatch(connection):
            return None
        began = f"20{date[3]}{date[2]}{date[1]}{date[4]}{date[5]}{date[6]}"
        match kind:
            case "RING":
                caller = _remote(fields[3]) or _HIDDEN
                return self._begin(connection, began, Direction.INCOMING, caller, _own(fields[4:6]), at)
            case "CALL":
                return self._begin(connection, began, Direction.OUTGOING, _remote(fields[5]), _own(fields[4::2]), at)
            case "CONNECT":
                return self._connect(connection, began, fields[3], _remote(fields[4]), at)
            case "DISCONNECT":
                return self._disconnect(connection, at)
        return None

    def lose_all(self, at: float) -> list[CallEvent]:
        """The connection to the box is gone, and the box cannot be asked what became of its calls."""
        calls, self._calls = self._calls, {}
        return [_fact(call, CallState.ENDED, at, Cause.LOST) for call in calls.values()]

    def _begin(
        self, connection: str, began: str, direction: Direction, number: str, line: str, at: float
    ) -> list[CallEvent]:
        open_call = self._calls.get(connection)
        if open_call is not None and (open_call.began, open_call.direction) == (began, direction):
            return []
        facts = [] if open_call is None else [_fact(open_call, CallState.ENDED, at, Cause.LOST)]
        call = self._add(connection, began, direction, number, line)
        state = CallState.OFFERED if direction is Direction.INCOMING else CallState.DIALING
        return [*facts, _fact(call, state, at)]

    def _connect(self, connection: str, began: str, extension: str, number: str, at: float) -> list[CallEvent]:
        """An answering machine has not answered for the user: to him, such a call is over and was missed."""
        call = self._calls.get(connection)
        machine = extension.isascii() and extension.isdigit() and int(extension[:6]) in _ANSWERING_MACHINES
        if machine and (call is None or call.direction is Direction.INCOMING):
            if call is None or call.answered:
                return []
            del self._calls[connection]
            return [_fact(call, CallState.ENDED, at, Cause.MISSED)]
        if call is None:
            call = self._add(connection, began, None, number, "")
        if call.answered:
            return []
        call.answered = True
        return [_fact(call, CallState.CONNECTED, at)]

    def _disconnect(self, connection: str, at: float) -> list[CallEvent]:
        """The box gives a duration and no cause: an outgoing call that nobody answered ends without one."""
        call = self._calls.pop(connection, None)
        if call is None:
            return []
        if call.answered:
            return [_fact(call, CallState.ENDED, at, Cause.COMPLETED)]
        return [_fact(call, CallState.ENDED, at, Cause.MISSED if call.direction is Direction.INCOMING else None)]

    def _add(self, connection: str, began: str, direction: Direction | None, number: str, line: str) -> _Call:
        call = _Call(self._ids.unique(f"{connection}-{began}"), began, direction, number, line)
        self._calls[connection] = call
        return call


def _remote(field: str) -> str:
    """The other party's number, without the line choice in front and the end mark behind that the box lets through."""
    number = clean_number(field)
    chosen = _LINE_CHOICE.match(number)
    number = number[chosen.end() :] if chosen else number
    return number[:-1] if number.endswith("#") and number[:-1].isdigit() else number


def _own(fields: list[str]) -> str:
    """The line a call uses: the first of its number and its name that is there."""
    return next((text for text in (clean_number(fields[0]), *(clean_text(one, 16) for one in fields[1:2])) if text), "")


def _fact(call: _Call, state: CallState, at: float, cause: Cause | None = None) -> CallEvent:
    return CallEvent(
        source=SOURCE,
        call_id=call.call_id,
        state=state,
        at=at,
        direction=call.direction,
        number=call.number,
        line=call.line,
        cause=cause,
    )
