"""What the messages of Windows telephony say about calls, as facts.

Pure bookkeeping: it is fed call handles with what is known about them, changes of state, and the loss of lines; it
answers with facts and with the handles that have served their purpose. Calls have ids that stay unique, while handles
and `dwCallID` are used again. It does no I/O and reads no clock.
Source: "TAPI 2.2 Reference" of the Windows documentation (LINE_CALLSTATE, LINECALLINFO), and what drivers do.
"""

from __future__ import annotations

from typing import NamedTuple

from tray.calls.model import CallEvent, CallState, Cause, Direction
from tray.telephony import tapi
from tray.telephony.tapi_call import CallLine, TapiCall
from tray.telephony.tapi_model import CallInfo, CallStatus
from tray.telephony.tapi_words import (
    call_state,
    cause_of,
    direction_by_origin,
    direction_by_state,
    end_cause,
    is_conference,
    is_elsewhere,
    pending_cause,
)
from tray.telephony.unique_ids import UniqueIds

STALE_S = 60.0
"""How long a call that has ended keeps its handle where the line never says that it is idle."""

_RANK = {CallState.OFFERED: 0, CallState.DIALING: 0, CallState.RINGING: 1, CallState.CONNECTED: 2, CallState.HELD: 2}
_MOST_LOST = 100


class Step(NamedTuple):
    """What follows from one event: facts to report, and handles to give back."""

    facts: tuple[CallEvent, ...] = ()
    free: tuple[int, ...] = ()


class TapiCalls:
    """The calls of all open lines.

    Args:
        epoch: makes the ids of this run of the tray differ from those of all others.
    """

    def __init__(self, epoch: str) -> None:
        self._epoch = epoch
        self._calls: dict[int, TapiCall] = {}
        self._away: list[TapiCall] = []
        self._ids = UniqueIds()

    def __contains__(self, handle: object) -> bool:
        return handle in self._calls

    def handle(self, call_id: str) -> int | None:
        """The handle of a call that was reported under this id and goes on."""
        fitting = (handle for handle, call in self._calls.items() if call.call_id == call_id and handle in call.live)
        return next(fitting, None)

    def appeared(
        self, handle: int, line: CallLine, info: CallInfo, at: float, *, dialled: str = "", returned: bool = False
    ) -> Step:
        """A call has a handle from now on; its first state comes with `changed`.

        Args:
            handle: its handle.
            line: where it is.
            info: what is known about it.
            at: now, in monotonic seconds.
            dialled: the number as we dialled it; then this is the number of the call.
            returned: whether the service was away and this call may be one from before.
        """
        free = self._stale(at)
        facts: tuple[CallEvent, ...] = ()
        known = self._calls.get(handle)
        if known is not None and known.ended_at is None and _may_be(known, line, info):
            facts = self._dials(known, dialled, at)
            return Step((*facts, *self.informed(handle, info, at).facts), free)
        if known is not None:
            facts = self._drop(handle, known, Cause.LOST, at)
        call = self._same(line, info) or (self._came_back(line, info) if returned else None)
        if call is None:
            name = f"{line.line_id}-{info.call_id or f'h{handle}'}-{self._epoch}"
            call = TapiCall(line, self._ids.unique(name), info, direction_by_origin(info.origin))
        call.live.add(handle)
        self._calls[handle] = call
        call.read(info)
        return Step((*facts, *self._dials(call, dialled, at)), free)

    def changed(self, handle: int, status: CallStatus, at: float) -> Step:
        """A call has another state."""
        call = self._calls.get(handle)
        if call is None:
            return Step()
        if status.state == tapi.LINECALLSTATE_IDLE:
            return Step(self._drop(handle, call, None, at), (handle,))
        if call.ended_at is None and status.state == tapi.LINECALLSTATE_DISCONNECTED:
            call.cause = cause_of(status.mode) or call.cause
            return Step(self._disconnect(handle, call, at))
        if call.direction is Direction.OUTGOING:
            call.cause = pending_cause(status.state) or call.cause
        if is_elsewhere(status):
            return Step(self._goes_on_elsewhere(call, at))
        call.direction = call.direction or direction_by_state(status.state)
        call.read(call.info)
        call.waiting = status.state == tapi.LINECALLSTATE_DIALTONE and not call.number
        return Step(() if call.waiting else self._enter(call, call_state(status, call.direction), at))

    def informed(self, handle: int, info: CallInfo, at: float) -> Step:
        """More, or something else, is known about a call."""
        call = self._calls.get(handle)
        if call is None:
            return Step()
        learned = call.direction is None and direction_by_origin(info.origin) is not None
        if call.state is None and not call.dialled:
            call.direction = direction_by_origin(info.origin) or call.direction
        elif learned:
            call.direction = direction_by_origin(info.origin)
        changed = call.read(info) or learned
        if call.state is None and call.waiting and call.number:
            call.waiting = False
            return Step(self._enter(call, CallState.DIALING, at))
        if not changed or call.state is None or call.ended_at is not None:
            return Step()
        return Step((call.fact(call.state, at),))

    def lose(self, at: float, line_id: str | None = None) -> Step:
        """A line is gone, or with None all of them: calls end as lost, and are known again should they come back."""
        handles = [handle for handle, call in self._calls.items() if line_id in {None, call.line.line_id}]
        calls = {id(call): call for call in map(self._calls.__getitem__, handles)}
        facts = [fact for handle in handles for fact in self._drop(handle, self._calls[handle], Cause.LOST, at)]
        gone = [call for call in self._away if call.ended_at is None and line_id in {None, call.line.line_id}]
        facts += [fact for call in gone for fact in self._end(call, Cause.LOST, at)]
        for call in calls.values():
            self._keep(call)
        return Step(tuple(facts), tuple(handles))

    def set_aside(self) -> Step:
        """The service starts anew: the handles are void, but the calls may still be there afterwards; see `settle`."""
        handles = tuple(self._calls)
        for call in {id(call): call for call in self._calls.values()}.values():
            call.live.clear()
            self._keep(call)
        self._calls.clear()
        return Step(free=handles)

    def settle(self, at: float) -> Step:
        """All lines were asked for their calls: those set aside that did not come back end as lost."""
        return Step(
            tuple(fact for call in self._away if call.ended_at is None for fact in self._end(call, Cause.LOST, at))
        )

    def _same(self, line: CallLine, info: CallInfo) -> TapiCall | None:
        """Some drivers give one call several handles, but the same `dwCallID`."""
        going_on = (call for call in self._calls.values() if call.ended_at is None and info.call_id)
        return next((call for call in going_on if call.is_same(line, info)), None)

    def _came_back(self, line: CallLine, info: CallInfo) -> TapiCall | None:
        found = next((call for call in self._away if call.is_same(line, info)), None)
        if found is not None:
            self._away.remove(found)
        return found

    def _keep(self, call: TapiCall) -> None:
        self._away = [*self._away, call][-_MOST_LOST:]

    def _stale(self, at: float) -> tuple[int, ...]:
        """Handles of calls that ended long ago and whose line forgot to say so; they are given up."""
        stale = [
            handle
            for handle, call in self._calls.items()
            if call.ended_at is not None and at - call.ended_at > STALE_S and handle not in call.live
        ]
        for handle in stale:
            del self._calls[handle]
        return tuple(stale)

    def _enter(self, call: TapiCall, state: CallState | None, at: float) -> tuple[CallEvent, ...]:
        if state is None or is_conference(call.info.origin) or _RANK[state] < _RANK.get(call.state or state, 0):
            return ()
        if call.ended_at is not None and call.elsewhere and state in {CallState.CONNECTED, CallState.HELD}:
            self._begin_again(call)
        if call.ended_at is not None or state is call.state:
            return ()
        call.state = state
        call.answered = call.answered or state in {CallState.CONNECTED, CallState.HELD}
        return (call.fact(state, at),)

    def _dials(self, call: TapiCall, dialled: str, at: float) -> tuple[CallEvent, ...]:
        """A call that we made has begun, whatever the line says of it later."""
        if not dialled:
            return ()
        call.dialled, call.direction = dialled, Direction.OUTGOING
        changed = call.read(call.info)
        begun = self._enter(call, CallState.DIALING, at)
        return begun if begun or not changed or call.state is None else (call.fact(call.state, at),)

    def _begin_again(self, call: TapiCall) -> None:
        """The user has taken a call that another station answered; its end stands, so this is another call."""
        call.call_id = self._ids.unique(call.call_id.partition("#")[0])
        call.ended_at, call.elsewhere, call.cause, call.state = None, False, None, None

    def _goes_on_elsewhere(self, call: TapiCall, at: float) -> tuple[CallEvent, ...]:
        if call.ended_at is not None or call.state is not CallState.OFFERED:
            return ()
        call.elsewhere = True
        return self._end(call, Cause.ANSWERED_ELSEWHERE, at)

    def _disconnect(self, handle: int, call: TapiCall, at: float) -> tuple[CallEvent, ...]:
        call.live.discard(handle)
        if call.live:
            return ()
        return self._end(call, end_cause(call.cause, call.direction, answered=call.answered), at)

    def _drop(self, handle: int, call: TapiCall, cause: Cause | None, at: float) -> tuple[CallEvent, ...]:
        """A handle is of no use any more; the last one ends the call."""
        del self._calls[handle]
        call.live.discard(handle)
        if call.live or call.ended_at is not None:
            return ()
        return self._end(call, cause or end_cause(call.cause, call.direction, answered=call.answered), at)

    def _end(self, call: TapiCall, cause: Cause | None, at: float) -> tuple[CallEvent, ...]:
        call.ended_at = at
        return (call.fact(CallState.ENDED, at, cause),) if call.state else ()


def _may_be(known: TapiCall, line: CallLine, info: CallInfo) -> bool:
    """Whether a handle that is announced once more still belongs to the same call."""
    ids = {known.info.call_id, info.call_id}
    return known.line.line_id == line.line_id and (len(ids) == 1 or 0 in ids)
