"""What the numbers of Windows telephony mean: direction, party, state and cause of a call.

Pure tables and rules about what one message or one look at a call says; what follows for the call as a whole is decided
in `tapi_calls`.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from tray.calls.facts import clean_name, clean_number
from tray.calls.model import CallState, Cause, Direction
from tray.telephony import tapi
from tray.telephony.tapi_model import CallInfo, CallStatus, PartyId

HIDDEN = "anonymous"
"""The number of a caller who hides it."""

_NUMBER = re.compile(r"[+*#0-9()/ .-]*[0-9][+*#0-9()/ .-]*")
_INCOMING_STATES = {tapi.LINECALLSTATE_OFFERING, tapi.LINECALLSTATE_ACCEPTED}
_DIALING_STATES = {tapi.LINECALLSTATE_DIALTONE, tapi.LINECALLSTATE_DIALING, tapi.LINECALLSTATE_PROCEEDING}
_OUTGOING_STATES = {*_DIALING_STATES, tapi.LINECALLSTATE_RINGBACK}
_HELD_STATES = {
    tapi.LINECALLSTATE_ONHOLD,
    tapi.LINECALLSTATE_ONHOLDPENDCONF,
    tapi.LINECALLSTATE_ONHOLDPENDTRANSFER,
}
_AT_ANOTHER_STATION = {tapi.LINECONNECTEDMODE_INACTIVE, tapi.LINECONNECTEDMODE_INACTIVEHELD}
_CAUSES = {
    tapi.LINEDISCONNECTMODE_REJECT: Cause.REJECTED,
    tapi.LINEDISCONNECTMODE_PICKUP: Cause.ANSWERED_ELSEWHERE,
    tapi.LINEDISCONNECTMODE_FORWARDED: Cause.FORWARDED,
    tapi.LINEDISCONNECTMODE_BUSY: Cause.BUSY,
    tapi.LINEDISCONNECTMODE_NOANSWER: Cause.NO_ANSWER,
    tapi.LINEDISCONNECTMODE_BADADDRESS: Cause.INVALID_NUMBER,
    tapi.LINEDISCONNECTMODE_NUMBERCHANGED: Cause.INVALID_NUMBER,
    tapi.LINEDISCONNECTMODE_UNREACHABLE: Cause.UNREACHABLE,
    tapi.LINEDISCONNECTMODE_OUTOFORDER: Cause.UNREACHABLE,
    tapi.LINEDISCONNECTMODE_CONGESTION: Cause.FAILED,
    tapi.LINEDISCONNECTMODE_INCOMPATIBLE: Cause.FAILED,
    tapi.LINEDISCONNECTMODE_NODIALTONE: Cause.FAILED,
    tapi.LINEDISCONNECTMODE_TEMPFAILURE: Cause.FAILED,
    tapi.LINEDISCONNECTMODE_QOSUNAVAIL: Cause.FAILED,
    tapi.LINEDISCONNECTMODE_BLOCKED: Cause.REJECTED,
    tapi.LINEDISCONNECTMODE_DONOTDISTURB: Cause.REJECTED,
    tapi.LINEDISCONNECTMODE_CANCELLED: Cause.CANCELLED,
}
"""The modes that say why; NORMAL, UNKNOWN and UNAVAIL do not."""


def direction_by_origin(origin: int) -> Direction | None:
    """The direction that `dwOrigin` states; INTERNAL and EXTERNAL alone state none."""
    if origin & tapi.LINECALLORIGIN_OUTBOUND:
        return Direction.OUTGOING
    return Direction.INCOMING if origin & tapi.LINECALLORIGIN_INBOUND else None


def direction_by_state(state: int) -> Direction | None:
    """The direction of a call that begins with this state, where its origin does not tell."""
    if state in _INCOMING_STATES:
        return Direction.INCOMING
    return Direction.OUTGOING if state in _OUTGOING_STATES else None


def is_conference(origin: int) -> bool:
    """Whether this is the handle of a conference as a whole, which is no call with somebody."""
    return bool(origin & tapi.LINECALLORIGIN_CONFERENCE) and direction_by_origin(origin) is None


def call_state(status: CallStatus, direction: Direction | None) -> CallState | None:
    """What a state of TAPI means for a call of this direction; None where it changes nothing."""
    match status.state:
        case state if state in _INCOMING_STATES:
            silent = state == tapi.LINECALLSTATE_OFFERING and status.mode == tapi.LINEOFFERINGMODE_INACTIVE
            if silent:
                return None
            # An outgoing call is offered where the telephone system rings the own phone first.
            return CallState.DIALING if direction is Direction.OUTGOING else CallState.OFFERED
        case state if state in _OUTGOING_STATES:
            if direction is Direction.INCOMING:
                return None
            return CallState.DIALING if state in _DIALING_STATES else CallState.RINGING
        case tapi.LINECALLSTATE_CONNECTED:
            if status.mode in _AT_ANOTHER_STATION:
                return None
            return CallState.HELD if status.mode == tapi.LINECONNECTEDMODE_ACTIVEHELD else CallState.CONNECTED
        case tapi.LINECALLSTATE_CONFERENCED:
            return CallState.CONNECTED
        case state if state in _HELD_STATES:
            return CallState.HELD
    return None


def is_elsewhere(status: CallStatus) -> bool:
    """Whether the call goes on at another station that shares the line."""
    return status.state == tapi.LINECALLSTATE_CONNECTED and status.mode in _AT_ANOTHER_STATION


def pending_cause(state: int) -> Cause | None:
    """What a state that is not an end yet says about the end that will follow."""
    if state == tapi.LINECALLSTATE_BUSY:
        return Cause.BUSY
    return Cause.FAILED if state == tapi.LINECALLSTATE_SPECIALINFO else None


def cause_of(mode: int) -> Cause | None:
    """Why a call was disconnected; None where the mode does not tell."""
    return _CAUSES.get(mode)


def end_cause(cause: Cause | None, direction: Direction | None, *, answered: bool) -> Cause | None:
    """Why a call ended, from what was said about it; None for an outgoing one about which nothing was said."""
    if answered:
        return Cause.COMPLETED
    if cause is None and direction is not Direction.OUTGOING:
        return Cause.MISSED
    return cause


def party_of(info: CallInfo, direction: Direction | None, own: AbstractSet[str]) -> tuple[str, str]:
    """Number and name of the other party.

    An incoming call is from the caller; where the line knows no caller and never will, from who redirected the call, or
    who is connected. An outgoing one is to who was called. A caller who hides is `HIDDEN`; "" is a number that is not
    known, or not yet.

    Args:
        info: what the line knows.
        direction: who called whom.
        own: the line's own numbers; drivers give them as the connected party of an incoming call.
    """
    if direction is Direction.OUTGOING:
        name = clean_name(info.called.name)
        party = info.called_party
        dialled = party if _NUMBER.fullmatch(party) else ""
        number = _first(info.called.number, dialled, info.connected.number)
        return number, name or ("" if dialled else clean_name(party))
    caller = info.caller
    if caller.flags & tapi.LINECALLPARTYID_BLOCKED:
        return HIDDEN, ""
    number, name = clean_number(caller.number), clean_name(caller.name)
    if not number and direction is Direction.INCOMING and not caller.flags & tapi.LINECALLPARTYID_UNKNOWN:
        others = (_number(info.redirecting), _number(info.connected))
        number = next((other for other in others if other and not is_own(other, own)), "")
    return number, name


def is_own(number: str, own: AbstractSet[str]) -> bool:
    """Whether a number is one of the line itself: they are equal, or the one is the end of the other."""
    digits = _digits(number)
    ends = [one for one in map(_digits, own) if len(one) > 1 and digits]
    return number in own or any(digits.endswith(one) or one.endswith(digits) for one in ends)


def _digits(number: str) -> str:
    return "".join(character for character in number if character in "0123456789")


def _number(party: PartyId) -> str:
    return "" if party.flags & tapi.LINECALLPARTYID_BLOCKED else clean_number(party.number)


def _first(*numbers: str) -> str:
    return next((clean for number in numbers if (clean := clean_number(number))), "")
