"""Which facts make one call, whom it is with and when it ends, read off the written rules without the engine.

Nothing here runs through time: every answer is a formula over the complete list of the facts of a call. A moment is
(second, place in the file); what a timer does comes after everything that the file says for the same second.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Moment = tuple[float, float]
Leg = tuple[str, str]
AFTER_ALL = float("inf")

GRACE_S = 2.0
MERGE_S = 4.0
DIAL_S = 10.0
WATCHDOG_S = 180.0

ENDS = {"ended", "missed", "busy"}
TALKS = {"connected", "held"}
IMPLIED = {"offered": "incoming", "dialing": "outgoing"}
TELLING = ["answered_elsewhere", "forwarded", "rejected", "busy", "no_answer", "cancelled"]
LESS_TELLING = ["unreachable", "invalid_number", "failed"]

HIDDEN = {"", "anonymous", "Private"}
COMPLETE = {
    "+31205550101": "+31205550101",
    "020 555 0101": "+31205550101",
    "+31205550102": "+31205550102",
    "0031205550102": "+31205550102",
    "+49305550101": "+49305550101",
    "+31612345678": "+31612345678",
}
PARTIAL = {"5550101": "5550101", "550102": "550102", "05550101": "05550101"}
INTERNAL = {"204": "204", "12": "12"}


class UnwrittenError(Exception):
    """The written rules leave this open; what the tray does then is held by tests of its own."""


def number_of(text: str | None) -> str | None:
    """The number that a text stands for, with a plus sign where it is complete; None for a withheld one."""
    return None if text is None or text in HIDDEN else {**COMPLETE, **PARTIAL, **INTERNAL}[text]


def is_complete(number: str) -> bool:
    return number.startswith("+")


def last_eight(number: str) -> str:
    return number.lstrip("+")[-8:]


def may_be_one_number(one: str, other: str) -> bool:
    """The last 8 digits are equal, or one is not complete and its digits, 6 or more, end the other."""
    if last_eight(one) == last_eight(other) and len(last_eight(one)) == 8:
        return True
    return any(
        not is_complete(short) and len(short) >= 6 and long.endswith(short)
        for short, long in ((one, other), (other, one))
    )


def is_another(known: str | None, said: str) -> bool:
    """Whether a number names somebody else; the complete form of a partial one counts, the reverse does not."""
    if known is None or (is_complete(said) and not is_complete(known)):
        return True
    return known != said and (is_complete(said) or not may_be_one_number(known, said))


def match_for_merging(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    return last_eight(one) == last_eight(other)


@dataclass(frozen=True)
class Fact:
    moment: Moment
    leg: Leg
    word: str
    cause: str = ""
    direction: str | None = None
    number: str | None = None
    origin: str | None = None


@dataclass(frozen=True)
class End:
    """`known` is when the end is told, `at` the second at which the call was over."""

    known: Moment
    at: float
    cause: str


@dataclass
class Call:
    """The facts of one call. A dial is the fact of a leg that no source has."""

    name: str
    settings: dict[str, Any]
    facts: list[Fact] = field(default_factory=list)
    dialled: bool = False

    @property
    def start(self) -> Moment:
        return self.facts[0].moment

    @property
    def legs(self) -> list[Leg]:
        """What the sources call it, the first one in front."""
        legs = list(dict.fromkeys(fact.leg for fact in self.facts))
        return legs[1:] if self.dialled else legs

    @property
    def direction(self) -> str:
        """As stated by a field, else by the word of a fact; incoming where nothing states it."""
        stated = [fact.direction or IMPLIED.get(fact.word) for fact in self.facts]
        return next((direction for direction in stated if direction), "incoming")

    @property
    def ends(self) -> dict[Leg, Moment]:
        """When each source ended it."""
        return {fact.leg: fact.moment for fact in self.facts if fact.word in ENDS}

    @property
    def answers(self) -> list[Moment]:
        """When each source first said connected, in order."""
        first: dict[Leg, Moment] = {}
        for fact in self.facts:
            if fact.word in TALKS:
                first.setdefault(fact.leg, fact.moment)
        return list(first.values())

    @property
    def answered(self) -> Moment | None:
        return min(self.answers, default=None)

    def talks(self, moment: Moment) -> bool:
        """Whether any source says connected at this moment, its facts included."""
        return any(
            fact.word in TALKS and fact.moment <= moment < self.ends.get(fact.leg, (AFTER_ALL, 0.0))
            for fact in self.facts
        )

    @property
    def silence(self) -> Moment | None:
        """When the watchdog ends it: 180 s after a fact, as long as it only rings."""
        for fact, following in zip(self.facts, [*self.facts[1:], None], strict=True):
            if fact.word in TALKS | ENDS:
                return None
            if following is None or following.moment[0] > fact.moment[0] + WATCHDOG_S:
                return (fact.moment[0] + WATCHDOG_S, AFTER_ALL)
        return None

    @property
    def end(self) -> End | None:
        """When all sources ended it, or 2 s after the first end if nobody talks then."""
        if self.silence:
            return End(self.silence, self.silence[0], "lost")
        talked = {fact.leg for fact in self.facts if fact.word in TALKS}
        counting = sorted(moment for leg, moment in self.ends.items() if leg in talked or not self.talks(moment))
        for first in counting:
            if any(earlier < first and not _any_between(self.answers, earlier, first) for earlier in counting):
                continue
            again = min((answer for answer in self.answers if answer > first), default=(AFTER_ALL, 0.0))
            told = self._told(first, again)
            if told:
                in_grace = told <= (first[0] + GRACE_S, AFTER_ALL)
                return End(told, first[0] if in_grace else told[0], self._cause())
        return None

    def _told(self, first: Moment, again: Moment) -> Moment | None:
        grace = (first[0] + GRACE_S, AFTER_ALL)
        everybody = max(self.ends.values()) if len(self.ends) == len(self.legs) else None
        late = [(moment[0], AFTER_ALL) for moment in self.ends.values() if moment > grace]
        moments = sorted({grace, *late, *([everybody] if everybody else [])})
        return next((moment for moment in moments if first <= moment < again and not self.talks(moment)), None)

    def _cause(self) -> str:
        """The first in the written order that any source gave, for a call that was never answered."""
        given = [fact.cause or {"missed": "missed", "busy": "busy"}.get(fact.word, "") for fact in self.facts_of_ends]
        real = [cause for cause in given if cause != "lost"]
        if not real:
            return "lost"
        if self.answered:
            return real[0] if set(real) <= {"forwarded", "failed"} else "completed"
        for cause in [*TELLING, *LESS_TELLING]:
            if cause in real:
                return cause
        if self.direction == "incoming":
            return "missed"
        return "no_answer" if "missed" in real else "cancelled"

    @property
    def facts_of_ends(self) -> list[Fact]:
        """The ends, in the order in which their sources joined."""
        return [fact for leg in self.legs for fact in self.facts if fact.leg == leg and fact.word in ENDS]

    @property
    def outcome(self) -> str:
        if self.direction == "outgoing":
            return "outgoing" if self.answered else "unaccepted_outgoing"
        if self.answered:
            return "incoming"
        elsewhere = self.end is not None and self.end.cause in {"answered_elsewhere", "forwarded"}
        return "answered_elsewhere" if elsewhere else "missed_incoming"

    def is_over(self, moment: Moment) -> bool:
        return self.end is not None and self.end.known < moment

    @property
    def parties(self) -> list[tuple[Moment, str | None]]:
        """Whom the call is with from which moment on: a source changes the party when its own number changes."""
        own: dict[Leg, str | None] = {self.facts[0].leg: self.facts[0].number}
        parties = [(self.start, self.facts[0].number)]
        for fact in self.facts[1:]:
            party = parties[-1][1]
            if fact.number is None:
                continue
            if fact.leg in own:
                news = is_another(own[fact.leg], fact.number)
            else:
                completes = party is not None and is_complete(fact.number) and not is_complete(party)
                news = completes or not match_for_merging(party, fact.number)
            if news or fact.leg not in own:
                own[fact.leg] = fact.number
            if news and is_another(party, fact.number):
                parties.append((fact.moment, fact.number))
        return parties

    def party(self, moment: Moment) -> str | None:
        return next(party for since, party in reversed(self.parties) if since <= moment)


def _any_between(moments: list[Moment], early: Moment, late: Moment) -> bool:
    return any(early < moment < late for moment in moments)


def gather(calls: list[Call], fact: Fact, settings: dict[str, Any]) -> None:
    """Put a fact to the call it belongs to; what comes after an end is left out."""
    known = next((call for call in calls if fact.leg in call.legs), None)
    if known is None:
        known = _joined(calls, fact)
        if known is None:
            calls.append(Call(fact.leg[1], settings, [fact]))
            return
    elif fact.leg in known.ends or known.is_over(fact.moment):
        return
    late_caller_id = known.party(fact.moment) is None and fact.number is not None
    known.facts.append(fact)
    if late_caller_id:
        _refuse_twins(calls, known, fact.moment)


def _joined(calls: list[Call], fact: Fact) -> Call | None:
    """The call of other sources that this new leg belongs to: one that was dialled under its id, else by number."""
    direction = fact.direction or IMPLIED.get(fact.word)
    open_calls = [
        call
        for call in calls
        if not call.is_over(fact.moment)
        and not call.ends
        and fact.leg[0] not in {source for source, _ in call.legs}
        and _fits(call, direction)
    ]
    by_id = [call for call in open_calls if call.dialled and call.name == fact.leg[1]]
    by_number = [
        call
        for call in open_calls
        if match_for_merging(call.party(fact.moment), fact.number)
        and fact.moment[0] <= call.start[0] + (DIAL_S if call.dialled else MERGE_S)
    ]
    return next(iter([*by_id, *by_number]), None)


def _fits(call: Call, direction: str | None) -> bool:
    if direction == "outgoing" and not any(fact.direction or fact.word in IMPLIED for fact in call.facts):
        raise UnwrittenError("a call whose direction nobody stated meets one that is outgoing")
    return direction is None or direction == call.direction


def _refuse_twins(calls: list[Call], call: Call, moment: Moment) -> None:
    sources = {source for source, _ in call.legs}
    for other in calls:
        if (
            other is not call
            and not other.is_over(moment)
            and not sources & {source for source, _ in other.legs}
            and match_for_merging(other.party(moment), call.party(moment))
            and abs(other.start[0] - call.start[0]) <= DIAL_S
        ):
            raise UnwrittenError("a late caller id shows that two open calls are one")
