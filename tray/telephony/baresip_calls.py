"""What baresip's events and call lists say about calls, as facts.

Pure bookkeeping of one baresip: it is fed decoded events, the text of `listcalls` and the loss of the line, and answers
with facts. It holds the traps of baresip 1.0 and of its newer versions, which add fields, events and ids. It does no
I/O and reads no clock.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tray.calls.model import CallEvent, CallState, Cause, Direction
from tray.telephony.baresip_words import ListedCall, end_cause, name_of, number_of, read_list
from tray.telephony.unique_ids import UniqueIds

SOURCE = "baresip"

_RANK = {CallState.OFFERED: 0, CallState.DIALING: 0, CallState.RINGING: 1, CallState.CONNECTED: 2, CallState.HELD: 2}
_OPENING = {
    "CALL_INCOMING": CallState.OFFERED,
    "CALL_OUTGOING": CallState.DIALING,
    "CALL_PROGRESS": CallState.DIALING,
    "CALL_RINGING": CallState.RINGING,
    "CALL_ESTABLISHED": CallState.CONNECTED,
}
_HELD_BY_PEER = {"CALL_HOLD": CallState.HELD, "CALL_RESUME": CallState.CONNECTED}


@dataclass(slots=True)
class _Call:
    """One call of this baresip. `sip_id` is None until an event or a list names it."""

    call_id: str
    sip_id: str | None
    account: str
    uri: str
    direction: Direction | None
    state: CallState | None = None
    name: str = ""
    answered: bool = False
    two_way: bool = False
    lost: bool = False
    line: int | None = None


class BaresipCalls:
    """The calls of one baresip. `incoming_seen` and `outgoing_seen` count the calls that were ever opened."""

    def __init__(self) -> None:
        self._calls: list[_Call] = []
        self._ended: set[str] = set()
        self._ids = UniqueIds()
        self._run = secrets.token_hex(3)
        self.incoming_seen = 0
        self.outgoing_seen = 0
        self.hold_unknown = False

    def __bool__(self) -> bool:
        return any(not call.lost for call in self._calls)

    def event(self, values: Mapping[str, object], at: float) -> list[CallEvent]:
        """The facts of one event. Sets `hold_unknown` where only a call list can tell whether a call is held."""
        kind = _text(values, "type")
        self.incoming_seen += kind == "CALL_INCOMING"
        call = self._find(kind, values)
        if kind == "CALL_CLOSED":
            return self._close(call or self._closed_unseen(values), _text(values, "param"), at)
        if call is None:
            call = self._open_by(kind, values)
        if call is None:
            return []
        call.name = call.name or name_of(_text(values, "peerdisplayname"))
        return self._enter(call, self._state_after(kind, call, values), at)

    def listed(self, text: str, account: str | None, at: float, *, after_drop: bool = False) -> list[CallEvent]:
        """Bring the calls in line with what `listcalls` answered: changes, new ones, and those that are gone.

        Version 1.0 lists the calls of its current account alone. A missing call of another account goes on; after a
        drop of the line it counts as lost, because nobody can be asked about it.

        Args:
            text: the answer of `listcalls`.
            account: the current account, from `current_account`; None where that is not known.
            at: now, in monotonic seconds.
            after_drop: whether events may have been missed.
        """
        found = read_list(text)
        if found is None:
            return []
        facts: list[CallEvent] = []
        left = list(self._calls)
        for listed in found:
            facts += self._enter_listed(listed, account or "", left, at)
        gone = [call for call in left if not account or call.account in {"", account}]
        facts += self._lose(gone, at)
        if after_drop:
            facts += self._mark_lost([call for call in left if call not in gone], at)
        return facts

    def lose_all(self, at: float) -> list[CallEvent]:
        """The line stays down: every call ends as lost.

        The calls are remembered, so that none of them comes back as a new one when the line does.
        """
        return self._mark_lost(self._calls, at)

    def sip_id(self, call_id: str) -> str | None:
        """baresip's own id of a reported call, if it is known and the call goes on."""
        return next((call.sip_id for call in self._calls if call.call_id == call_id and not call.lost), None)

    def _find(self, kind: str, values: Mapping[str, object]) -> _Call | None:
        """The call an event belongs to; a call without id is bound to the id of its first event that has one."""
        sip_id = _text(values, "id")
        if sip_id:
            for call in self._calls:
                if call.sip_id == sip_id:
                    return call
        account, uri, direction = _text(values, "accountaor"), _text(values, "peeruri"), _direction(values)
        for call in self._calls:
            same_account = call.account == account or not call.account or not account
            same_party = call.uri == uri and call.direction in {None, direction}
            if call.sip_id is None and same_account and same_party and _may_bind(call, kind, sip_id):
                call.sip_id = sip_id or None
                call.account, call.direction = account, direction
                return call
        return None

    def _open_by(self, kind: str, values: Mapping[str, object]) -> _Call | None:
        sip_id, direction = _text(values, "id"), _direction(values)
        outgoing = direction is Direction.OUTGOING
        begins_outgoing = kind == "CALL_LOCAL_SDP" and outgoing and _text(values, "param") != "answer"
        if direction is None or (kind not in _OPENING and not begins_outgoing):
            return None
        if kind in {"CALL_INCOMING", "CALL_OUTGOING"}:
            self._ended.discard(sip_id)
        if sip_id in self._ended or (kind in {"CALL_RINGING", "CALL_PROGRESS"} and not outgoing):
            return None
        return self._add(sip_id, _text(values, "accountaor"), _text(values, "peeruri"), direction)

    def _closed_unseen(self, values: Mapping[str, object]) -> _Call | None:
        """A call of which only the end was heard; repeats of an end are not such a call."""
        sip_id, direction = _text(values, "id"), _direction(values)
        if not sip_id or sip_id in self._ended or direction is None:
            return None
        return self._add(sip_id, _text(values, "accountaor"), _text(values, "peeruri"), direction)

    def _add(self, sip_id: str | None, account: str, uri: str, direction: Direction | None) -> _Call:
        call_id = self._ids.unique(sip_id or f"baresip-{self._run}")
        call = _Call(call_id, sip_id or None, account, uri, direction)
        self._calls.append(call)
        self.outgoing_seen += direction is Direction.OUTGOING
        return call

    def _state_after(self, kind: str, call: _Call, values: Mapping[str, object]) -> CallState | None:
        if kind in {"CALL_REMOTE_SDP", "CALL_LOCAL_SDP"} and call.answered:
            return self._state_by_audio(kind, call, _text(values, "audiodir"))
        if kind in _HELD_BY_PEER:
            return _HELD_BY_PEER[kind] if call.answered else None
        if kind == "CALL_LOCAL_SDP" and call.state is None:
            return CallState.DIALING
        state = _OPENING.get(kind)
        if state is CallState.CONNECTED and not call.answered:
            call.two_way = _text(values, "audiodir") == "sendrecv"
        elif state is CallState.CONNECTED:
            return None
        if state is CallState.RINGING and call.direction is not Direction.OUTGOING:
            return None
        return state

    def _state_by_audio(self, kind: str, call: _Call, audio: str) -> CallState | None:
        """Held or not, after the two sides agreed anew on the audio. Version 1.0 does not say it, the list does."""
        if kind == "CALL_LOCAL_SDP":
            return None
        if not audio:
            self.hold_unknown = True
            return None
        if not call.two_way:
            return None
        return CallState.CONNECTED if audio == "sendrecv" else CallState.HELD

    def _enter(self, call: _Call, state: CallState | None, at: float) -> list[CallEvent]:
        if state is None or state is call.state or _RANK[state] < _RANK.get(call.state or state, 0):
            return []
        call.state = state
        call.answered = call.answered or state in {CallState.CONNECTED, CallState.HELD}
        return [] if call.lost else [self._fact(call, state, at)]

    def _close(self, call: _Call | None, text: str, at: float) -> list[CallEvent]:
        if call is None:
            return []
        self._calls.remove(call)
        self._remember_end(call)
        if call.lost:
            return []
        return [self._fact(call, CallState.ENDED, at, end_cause(call.direction, call.answered, text))]

    def _enter_listed(self, listed: ListedCall, account: str, left: list[_Call], at: float) -> list[CallEvent]:
        account = "" if listed.sip_id else account
        call = _match(left, listed, account)
        if call is not None:
            left.remove(call)
        elif listed.state is None:
            return []
        else:
            call = self._add(listed.sip_id, account, listed.uri, _direction_of(listed.state))
        call.line = listed.line
        return self._enter(call, listed.state, at)

    def _mark_lost(self, calls: Iterable[_Call], at: float) -> list[CallEvent]:
        facts: list[CallEvent] = []
        for call in calls:
            if not call.lost:
                call.lost = True
                facts.append(self._fact(call, CallState.ENDED, at, Cause.LOST))
        return facts

    def _lose(self, gone: list[_Call], at: float) -> list[CallEvent]:
        for call in gone:
            self._calls.remove(call)
            self._remember_end(call)
        return self._mark_lost(gone, at)

    def _remember_end(self, call: _Call) -> None:
        if len(self._ended) >= 1000:
            self._ended.clear()
        if call.sip_id:
            self._ended.add(call.sip_id)

    def _fact(self, call: _Call, state: CallState, at: float, cause: Cause | None = None) -> CallEvent:
        return CallEvent(
            source=SOURCE,
            call_id=call.call_id,
            state=state,
            at=at,
            direction=call.direction,
            number=number_of(call.uri),
            name=call.name,
            line=number_of(call.account),
            cause=cause,
        )


def _match(calls: list[_Call], listed: ListedCall, account: str) -> _Call | None:
    """The call that a line of the list is about: by id, or else by account, address and line number."""
    for call in calls:
        if listed.sip_id and call.sip_id == listed.sip_id:
            return call
    candidates = [
        call
        for call in calls
        if call.uri == listed.uri
        and (not account or call.account in {"", account})
        and call.line in {None, listed.line}
        and not (listed.sip_id and call.sip_id)
        and (listed.state is None or call.state is None or _RANK[listed.state] >= _RANK[call.state])
    ]
    if not candidates:
        return None
    call = min(candidates, key=lambda one: (one.line != listed.line, one.state is not listed.state))
    call.sip_id = call.sip_id or listed.sip_id or None
    return call


def _may_bind(call: _Call, kind: str, sip_id: str) -> bool:
    """Whether an event can be about a call whose id is not known yet, if account and party are the same."""
    if kind == "CALL_INCOMING":
        return False
    if sip_id and kind in {"CALL_ESTABLISHED", "CALL_CLOSED", "CALL_REMOTE_SDP", "CALL_LOCAL_SDP"}:
        return True
    return call.direction is Direction.OUTGOING and not call.answered


def _direction_of(state: CallState) -> Direction | None:
    if state is CallState.OFFERED:
        return Direction.INCOMING
    return Direction.OUTGOING if state in {CallState.DIALING, CallState.RINGING} else None


def _direction(values: Mapping[str, object]) -> Direction | None:
    try:
        return Direction(_text(values, "direction"))
    except ValueError:
        return None


def _text(values: Mapping[str, object], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""
