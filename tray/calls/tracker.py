"""From facts to calls: order, repeats, late and missing facts, several sources for one call, watchdog, transfers.

The tracker is the only place that knows which facts belong together. It decides nothing about cards, and it neither
reads a clock nor waits: times come with the facts, deadlines go out by `next_due`.
"""

from __future__ import annotations

import dataclasses
from collections import OrderedDict
from dataclasses import dataclass

from tray.calls.companion import Companion, Talk, given_up
from tray.calls.legs import Leg, end_cause
from tray.calls.merging import (
    OpenCall,
    advance,
    are_one,
    in_window,
    learn,
    may_join,
    state_meant,
    stated_direction,
    unite,
)
from tray.calls.model import Call, CallEvent, CallName, CallState, Cause, Direction, Origin, Party, PhoneNumber
from tray.calls.numbers import NumberReader, is_same
from tray.calls.timers import Timers, later

END_GRACE_S = 2.0
WATCHDOG_S = 180.0
DIAL_SOURCE = "dial"
_REMEMBERED_ENDS = 2_000
_ANSWERED = {CallState.CONNECTED, CallState.HELD}
_WATCHED = {CallState.OFFERED, CallState.DIALING, CallState.RINGING}


@dataclass(frozen=True, slots=True)
class Change:
    """A call as it is now and as it was before; `before` is None for a new one.

    `absorbed` is the call that turned out to be the same as this one and is no longer on its own.
    """

    call: Call
    before: Call | None
    absorbed: Call | None = None


class Tracker:
    """Builds calls from facts. Times must not run backwards from one call of a method to the next."""

    def __init__(self, reader: NumberReader) -> None:
        self._reader = reader
        self._open: dict[CallName, OpenCall] = {}
        self._ended: OrderedDict[CallName, None] = OrderedDict()
        self._deadlines: Timers[CallName] = Timers()
        self._companion = Companion()

    def calls(self) -> list[Call]:
        """The calls that have not ended, oldest first."""
        return [record.call for record in self._records()]

    def handle(self, event: CallEvent) -> Change | None:
        """Take one fact in; gives the change it made, if any."""
        name = CallName(event.source, event.call_id)
        if name in self._ended:
            return None
        number = self._reader.read_reported(event.number)
        record = self._open.get(name)
        if record is None:
            record = self._find_same(event, number)
            if record is None:
                return self._begin(name, event, number)
        before = record.call
        if name not in record.legs:
            state = event.state if event.end_unseen else CallState.OFFERED
            record.legs[name] = Leg(name, state, number, end_unseen=event.end_unseen)
            if name not in before.names:
                record.call = dataclasses.replace(before, names=(*before.names, name))
            self._open[name] = record
        if event.end_unseen:
            return Change(record.call, before) if record.call != before else None
        return self._continue(record, before, event, number)

    def dial(self, call_id: str, number: str, at: float, name: str = "") -> Change | None:
        """Open the call that the user dials through CTI Tray; the phone's own report joins it."""
        call_name = CallName(DIAL_SOURCE, call_id)
        if call_name in self._ended or call_name in self._open:
            return None
        call = Call(
            names=(call_name,),
            direction=Direction.OUTGOING,
            state=CallState.DIALING,
            party=Party(self._reader.read(number), name),
            origin=Origin.USER,
            started=at,
        )
        self._open[call_name] = record = OpenCall(call, legs={}, assumed=False, dialled=True)
        self._watch(record, at)
        return Change(call, None)

    def talk(self, talk: Talk) -> list[Change]:
        """The companion says whether the user is talking; see `tray.calls.companion` for what follows from it."""
        records = self._records()
        if not talk.talking:
            return [self._finish(record, record.call, talk.at) for record in self._companion.ends(talk.at, records)]
        record = self._companion.begins(talk, records)
        if record is None:
            return []
        before = record.call
        record.call = dataclasses.replace(before, state=CallState.CONNECTED, connected=talk.at)
        self._watch(record, talk.at)
        return [Change(record.call, before)]

    def next_due(self) -> float | None:
        """When something happens by itself: a watchdog, or the end of a grace period."""
        return self._deadlines.next_due()

    def expire(self) -> Change:
        """Let the earliest deadline happen, at its own time.

        Raises:
            IndexError: there is none.
        """
        due = self._deadlines.next_due()
        record = self._open[self._deadlines.pop()]
        before = record.call
        if before.ending is not None:
            return self._finish(record, before, before.ending)
        call = dataclasses.replace(before, state=CallState.ENDED, ended=due, cause=Cause.LOST)
        return self._forget(record, call, before)

    def _records(self) -> list[OpenCall]:
        return list({id(record): record for record in self._open.values()}.values())

    def _begin(self, name: CallName, event: CallEvent, number: PhoneNumber) -> Change:
        stated = stated_direction(event)
        direction = stated or Direction.INCOMING
        state = state_meant(event.state, direction)
        call = Call(
            names=(name,),
            direction=direction,
            state=state,
            party=Party(number, event.name),
            origin=event.origin or Origin.EXTERNAL,
            started=event.at,
            connected=event.at if state in _ANSWERED else None,
            line=event.line,
        )
        leg = Leg(name, state, number, event.cause, end_unseen=event.end_unseen)
        self._open[name] = record = OpenCall(call, {name: leg}, assumed=stated is None)
        if state is CallState.ENDED:
            return dataclasses.replace(self._finish(record, call, event.at), before=None)
        self._watch(record, event.at)
        return Change(call, None)

    def _continue(self, record: OpenCall, before: Call, event: CallEvent, number: PhoneNumber) -> Change | None:
        leg = record.legs[CallName(event.source, event.call_id)]
        if leg.ended:
            return None
        learn(record, leg, event, number)
        if event.state is CallState.ENDED:
            return self._end_leg(record, before, leg, event)
        advance(record, leg, event)
        self._watch(record, event.at)
        if before.party.number.withheld and not record.call.party.number.withheld:
            return self._absorb(record, before, event.at)
        return Change(record.call, before) if record.call != before else None

    def _end_leg(self, record: OpenCall, before: Call, leg: Leg, event: CallEvent) -> Change:
        others = [other for other in record.legs.values() if other is not leg and other.holds]
        talking = any(other.answered for other in others)
        if record.first_end is None and (leg.answered or not talking):
            record.first_end = event.at
        leg.state, leg.cause = event.state, event.cause
        if talking or record.first_end is None:
            return Change(record.call, before)
        grace = later(record.first_end, END_GRACE_S)
        ended = record.first_end if event.at <= grace else event.at
        if not others:
            return self._finish(record, before, ended)
        record.call = dataclasses.replace(record.call, ending=ended, cause=_cause(record))
        self._deadlines.set(record.call.name, max(event.at, grace))
        return Change(record.call, before)

    def _finish(self, record: OpenCall, before: Call, ended: float) -> Change:
        call = dataclasses.replace(record.call, state=CallState.ENDED, ending=None, ended=ended, cause=_cause(record))
        return self._forget(record, call, before)

    def _forget(self, record: OpenCall, call: Call, before: Call) -> Change:
        record.call = call
        self._deadlines.set(call.name, None)
        for name in call.names:
            del self._open[name]
            self._ended[name] = None
        while len(self._ended) > _REMEMBERED_ENDS:
            self._ended.popitem(last=False)
        return Change(call, before)

    def _watch(self, record: OpenCall, at: float) -> None:
        if record.call.ending is None:
            watched = record.call.state in _WATCHED
            self._deadlines.set(record.call.name, later(at, WATCHDOG_S) if watched else given_up(record))

    def _find_same(self, event: CallEvent, number: PhoneNumber) -> OpenCall | None:
        direction = stated_direction(event)
        fitting = [
            record for record in self._records() if may_join(record, direction) and event.source not in record.sources()
        ]
        by_id = (record for record in fitting if record.dialled and record.call.call_id == event.call_id)
        by_number = (
            record for record in fitting if in_window(record, event.at) and is_same(record.call.party.number, number)
        )
        return next(by_id, None) or next(by_number, None)

    def _absorb(self, late: OpenCall, before: Call, at: float) -> Change:
        """A late caller id may show that two open calls are one: the younger then goes into the older."""
        twin = next((record for record in self._records() if record is not late and are_one(record, late)), None)
        if twin is None:
            return Change(late.call, before)
        if late.call.started < twin.call.started:
            older, younger = late, twin
        else:
            older, younger, before = twin, late, twin.call
        gone = younger.call
        unite(older, younger)
        for name in gone.names:
            self._open[name] = older
        self._deadlines.set(gone.name, None)
        self._watch(older, at)
        return Change(older.call, before, absorbed=gone)


def _cause(record: OpenCall) -> Cause:
    causes = [leg.cause for leg in record.legs.values() if leg.ended]
    return end_cause(causes, record.call.direction, answered=record.call.connected is not None)
