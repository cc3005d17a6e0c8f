"""An open call with its legs, how one fact changes it, and when two open calls are one and the same.

These are the rules for one call or two; which calls there are at all is the tracker's business.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from tray.calls.legs import RANK, Leg
from tray.calls.model import Call, CallEvent, CallName, CallState, Direction, Origin, Party, PhoneNumber
from tray.calls.numbers import is_other_party, is_same
from tray.calls.timers import later

MERGE_WINDOW_S = 4.0
DIAL_WINDOW_S = 10.0


@dataclass(slots=True)
class OpenCall:
    """A call that has not ended, with what is told to nobody.

    `assumed` means that no fact has stated the direction yet; `dialled` that the call was opened by dialling through
    CTI Tray; `first_end` is when, since the call was last answered, a source first reported the end of what it took
    part in: of the conversation, or of the ringing while nobody talked.
    """

    call: Call
    legs: dict[CallName, Leg]
    assumed: bool
    dialled: bool = False
    first_end: float | None = None

    @property
    def ended_somewhere(self) -> bool:
        """Whether any source reported the end, even where another one went on."""
        return any(leg.ended for leg in self.legs.values())

    def sources(self) -> set[str]:
        """The sources that report this call."""
        return {name.source for name in self.legs}


def stated_direction(event: CallEvent) -> Direction | None:
    """The direction that a fact states, by its field or by its word; None where it does not."""
    if event.direction is not None:
        return event.direction
    implied = {CallState.OFFERED: Direction.INCOMING, CallState.DIALING: Direction.OUTGOING}
    return implied.get(event.state)


def state_meant(state: CallState, direction: Direction) -> CallState:
    """The state that a fact means on a call of this direction: "ringing" on an incoming call is ringing here."""
    if direction is Direction.INCOMING and state in {CallState.RINGING, CallState.DIALING}:
        return CallState.OFFERED
    if direction is Direction.OUTGOING and state is CallState.OFFERED:
        return CallState.RINGING
    return state


def may_join(record: OpenCall, direction: Direction | None) -> bool:
    """Whether another source's call may be this one as far as its direction goes, and this one's end."""
    fits = direction is None or record.assumed or direction is record.call.direction
    return fits and not record.ended_somewhere


def in_window(record: OpenCall, at: float) -> bool:
    """Whether a call that began at `at` is near enough to the first fact of this one."""
    window = DIAL_WINDOW_S if record.dialled else MERGE_WINDOW_S
    return at <= later(record.call.started, window)


def are_one(one: OpenCall, other: OpenCall) -> bool:
    """Whether two open calls are the same call seen by different sources."""
    if one.sources() & other.sources() or not is_same(one.call.party.number, other.call.party.number):
        return False
    first, second = sorted((one, other), key=lambda record: record.call.started)
    stated = None if second.assumed else second.call.direction
    return not second.ended_somewhere and may_join(first, stated) and in_window(first, second.call.started)


def unite(older: OpenCall, younger: OpenCall) -> None:
    """Make `older` answer for both."""
    call, gone = older.call, younger.call
    connected = [each.connected for each in (call, gone) if each.connected is not None]
    direction = gone.direction if older.assumed and not younger.assumed else call.direction
    older.legs.update(younger.legs)
    older.assumed = older.assumed and younger.assumed
    older.dialled = older.dialled or younger.dialled
    older.call = dataclasses.replace(
        call,
        names=call.names + gone.names,
        direction=direction,
        state=max((state_meant(each.state, direction) for each in (call, gone)), key=RANK.__getitem__),
        party=gone.party if _says_more(gone.party.number, call.party.number) else call.party,
        origin=Origin.USER if Origin.USER in (call.origin, gone.origin) else call.origin,
        connected=min(connected, default=None),
        line=call.line or gone.line,
    )


def _says_more(number: PhoneNumber, known: PhoneNumber) -> bool:
    return known.withheld or (number.complete and not known.complete)


def learn(record: OpenCall, leg: Leg, event: CallEvent, number: PhoneNumber) -> None:
    """Take over what a fact says besides the state: direction, origin, party, line."""
    _learn_direction(record, event)
    _learn_party(record, leg, event, number)
    call = record.call
    if event.origin is Origin.USER and call.origin is not Origin.USER:
        call = dataclasses.replace(call, origin=Origin.USER)
    if event.line and not call.line:
        call = dataclasses.replace(call, line=event.line)
    record.call = call


def advance(record: OpenCall, leg: Leg, event: CallEvent) -> None:
    """Take over the state that a fact says, as long as it does not lead backwards."""
    state = state_meant(event.state, record.call.direction)
    answers_now = RANK[state] == RANK[CallState.CONNECTED] and not leg.answered
    if RANK[state] >= RANK[leg.state]:
        leg.state = state
    call = record.call
    if answers_now:
        record.first_end = None
        connected = event.at if call.connected is None else call.connected
        record.call = dataclasses.replace(call, state=state, connected=connected, ending=None, cause=None)
    elif RANK[state] >= RANK[call.state] and state is not call.state:
        record.call = dataclasses.replace(call, state=state)


def _learn_direction(record: OpenCall, event: CallEvent) -> None:
    stated = stated_direction(event)
    if not record.assumed or stated is None:
        return
    record.assumed = False
    call = record.call
    if stated is not call.direction:
        record.call = dataclasses.replace(call, direction=stated, state=state_meant(call.state, stated))


def _learn_party(record: OpenCall, leg: Leg, event: CallEvent, number: PhoneNumber) -> None:
    party = record.call.party
    joins = leg.number is number
    brings = joins and (not is_same(party.number, number) or (number.complete and not party.number.complete))
    if not number.withheld and (leg.number.withheld or is_other_party(leg.number, number) or brings):
        leg.number = number
        if party.number.withheld or is_other_party(party.number, number):
            party = Party(number, event.name)
    if event.name and not party.name:
        party = dataclasses.replace(party, name=event.name)
    if party is not record.call.party:
        record.call = dataclasses.replace(record.call, party=party)
