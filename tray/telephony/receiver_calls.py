"""Which call a report belongs to, for phones that give their calls no id.

Many softphones only tell an event and a number, each from a process of its own, so that reports may also overtake one
another. The receiver's own open calls are kept here, by number and direction, for as long as reports can refer to
them. It only finds names for calls; what a report does to a call is the tracker's business.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import takewhile

from tray.calls.facts import RawFact
from tray.calls.model import CallState, Cause, Direction
from tray.calls.numbers import is_withheld

OVERTAKEN_S = 2.0
REPEAT_S = 10.0
REUSED_S = 5.0
UNANSWERED_S = 180.0
_KEPT_UNANSWERED_S = 3600.0
_KEPT_ANSWERED_S = 12 * 3600.0
_TAIL_DIGITS = 8
_MIN_TAIL_DIGITS = 6
_OPENING = {CallState.OFFERED, CallState.DIALING, CallState.RINGING}
_ANSWERED = {CallState.CONNECTED, CallState.HELD}
_NEVER_ANSWERED = {Cause.MISSED, Cause.REJECTED, Cause.BUSY}


@dataclass(frozen=True, slots=True)
class FormerCall:
    """A call that may be going on since before this start; it was last heard of `age_s` seconds ago.

    `phone` is which of several phones it is at, "" where there is one.
    """

    call_id: str
    number: str
    direction: Direction
    answered: bool
    age_s: float
    phone: str = ""


@dataclass(slots=True)
class _Known:
    """A call as far as naming its reports needs it.

    `opened` means that a report other than its end was heard, `end_unseen` that its end will not be.
    """

    call_id: str
    direction: Direction | None
    key: str
    state: CallState
    heard: float
    opened: bool
    end_unseen: bool = False
    phone: str = ""

    @property
    def lives_on(self) -> bool:
        """Whether it goes on until its end is heard."""
        return self.answered and not self.end_unseen

    @property
    def answered(self) -> bool:
        return self.state in _ANSWERED


class OpenCalls:
    """The calls that reports may refer to. Times are monotonic seconds; not to be shared between threads.

    Args:
        new_id: makes an id that no call had before, not even in an earlier run.
        most: how many open and how many ended calls are remembered.
    """

    def __init__(self, new_id: Callable[[], str], most: int = 1024) -> None:
        self._new_id = new_id
        self._most = most
        self._open: OrderedDict[str, _Known] = OrderedDict()
        self._ended: OrderedDict[str, _Known] = OrderedDict()
        self._renamed: OrderedDict[str, str] = OrderedDict()

    def take_up(self, former: Iterable[FormerCall], at: float) -> None:
        """Know calls of a former run again, before the first report: their phones do not know that it ended."""
        for call in sorted(former, key=lambda each: each.age_s, reverse=True):
            state = CallState.CONNECTED if call.answered else CallState.OFFERED
            key, heard = _number_key(call.number), at - call.age_s
            self._open[call.call_id] = _Known(
                call.call_id, call.direction, key, state, heard, opened=True, phone=call.phone
            )

    def name(self, fact: RawFact, at: float, *, own_only: bool = False, phone: str = "") -> str:
        """The id of the call that this report is about; the report is remembered.

        An id that the phone gave is taken as it is, unless it begins another call with the id of one that has ended.
        Otherwise it is the call with this number and direction, else the only open call that the report fits, else a
        new one. With `own_only` a report without a matching number always begins a call of its own, and so does one of
        a phone that never tells the end, unless it repeats itself. Of several phones, none knows the calls of another
        `phone`.
        """
        self._forget_old(at)
        given = self._by_given_id(fact, at) if fact.call_id else None
        call_id = given or self._find(fact, at, phone, own_only=own_only) or self._new_id()
        self._remember(call_id, fact, at, phone)
        return call_id

    def _by_given_id(self, fact: RawFact, at: float) -> str:
        """The call that the phone means by its id now; one that begins with a used id gets an id of its own."""
        current = self._renamed.get(fact.call_id, fact.call_id)
        ended = self._ended.get(current)
        if ended is None or not _begins_another(ended, fact, at):
            return current
        self._renamed[fact.call_id] = self._new_id()
        self._renamed.move_to_end(fact.call_id)
        if len(self._renamed) > self._most:
            self._renamed.popitem(last=False)
        return self._renamed[fact.call_id]

    def _find(self, fact: RawFact, at: float, phone: str, *, own_only: bool) -> str | None:
        opening = fact.state in _OPENING
        key = _number_key(fact.number)
        open_calls = [known for known in reversed(self._open.values()) if known.phone == phone]
        same = [known for known in open_calls if _same_call(known, fact, key)]
        if opening:
            same = [known for known in same if _is_repeat(known, fact, at)]
        elif fact.end_unseen:
            same = [known for known in same if not known.answered or at - known.heard <= REPEAT_S]
        if same:
            return max(same, key=lambda known: _fits(known, fact)).call_id
        ended = takewhile(lambda known: at - known.heard <= OVERTAKEN_S, reversed(self._ended.values()))
        recent = [known for known in ended if known.phone == phone]
        for known in recent:
            if _same_call(known, fact, key) and not (opening and known.opened):
                return known.call_id
        if (
            own_only
            or fact.end_unseen
            or (opening and fact.number)
            or fact.state in {CallState.OFFERED, CallState.DIALING}
        ):
            return None
        return _only(open_calls, fact, at) or (
            recent[0].call_id if recent and not fact.number and not open_calls else None
        )

    def _remember(self, call_id: str, fact: RawFact, at: float, phone: str) -> None:
        if call_id in self._ended:
            return
        known = self._open.pop(call_id, None)
        if known is None:
            known = _Known(call_id, fact.direction, "", fact.state, at, opened=False, phone=phone)
        known.direction = known.direction or fact.direction
        known.key = _number_key(fact.number) or known.key
        known.heard = at
        known.end_unseen = known.end_unseen or fact.end_unseen
        known.opened = known.opened or fact.state is not CallState.ENDED
        known.state = known.state if known.answered and fact.state in _OPENING else fact.state
        shelf = self._ended if fact.state is CallState.ENDED else self._open
        shelf[call_id] = known
        while len(shelf) > self._most:
            shelf.popitem(last=False)

    def _forget_old(self, at: float) -> None:
        while self._open:
            oldest = next(iter(self._open.values()))
            kept = _KEPT_ANSWERED_S if oldest.answered else _KEPT_UNANSWERED_S
            if at - oldest.heard <= kept:
                return
            del self._open[oldest.call_id]


def _only(open_calls: Iterable[_Known], fact: RawFact, at: float) -> str | None:
    """The only call that this report can be about, where there is just one."""
    alive = [known for known in open_calls if known.lives_on or at - known.heard <= UNANSWERED_S]
    if len(alive) != 1 or not _same_direction(alive[0], fact):
        return None
    only = alive[0]
    other_number = bool(fact.number and only.key)
    if (other_number or fact.state is CallState.RINGING) and not _fits(only, fact):
        return None
    return only.call_id


def _number_key(number: str) -> str:
    """What is compared of a number: its last digits, whatever the prefix; the text of a short one; "" if withheld."""
    if is_withheld(number):
        return ""
    digits = "".join(character for character in number if character in "0123456789")
    return digits[-_TAIL_DIGITS:] if len(digits) >= _MIN_TAIL_DIGITS else number.casefold()


def _same_call(known: _Known, fact: RawFact, key: str) -> bool:
    return _same_direction(known, fact) and _same_number(known.key, key)


def _same_number(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _MIN_TAIL_DIGITS and long.isdecimal() and long.endswith(short)


def _same_direction(known: _Known, fact: RawFact) -> bool:
    return known.direction is None or fact.direction is None or known.direction is fact.direction


def _begins_another(ended: _Known, fact: RawFact, at: float) -> bool:
    """Whether a report with the id of an ended call begins another call, instead of being a late repeat."""
    if fact.state not in {CallState.OFFERED, CallState.DIALING}:
        return False
    key = _number_key(fact.number)
    other_number = bool(key and ended.key) and not _same_number(ended.key, key)
    return other_number or at - ended.heard > REUSED_S


def _is_repeat(known: _Known, fact: RawFact, at: float) -> bool:
    """Whether a report that opens calls is about this open one, instead of about a second call with its number."""
    if known.answered:
        return at - known.heard <= OVERTAKEN_S
    if fact.state is CallState.RINGING and known.direction is Direction.OUTGOING:
        return True
    return at - known.heard <= REPEAT_S


def _fits(known: _Known, fact: RawFact) -> bool:
    """Whether a report is likely about this call rather than about another one that is open, or one not heard of."""
    if fact.state is CallState.HELD:
        return known.answered
    if fact.state in {CallState.RINGING, CallState.CONNECTED} or fact.cause in _NEVER_ANSWERED:
        return not known.answered
    return True
