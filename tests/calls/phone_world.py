"""A world of true calls, and what two or three sources of different abilities tell of it: late, shuffled and repeated.

The world keeps to what makes "one call" a question with one answer: calls of one number, and calls without one, begin
far enough apart, and every source hears of a call within four seconds and before it ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

NUMBERS = ["+31205550101", "+31205550202", "+31611112222", "+31703334444", "+31207775555"]
OUTSIDE_PREFIX = "9"
APART_S = 8.0
DISORDER_S = 0.5
LATENCY_S = 3.0
LATE_REPEAT_S = 4.0


@dataclass(frozen=True)
class TrueCall:
    """What happened. `number` is "" where the caller hides it; `moved` is when the call went on with `second`."""

    number: str
    outgoing: bool
    began: float
    answered: float | None
    ended: float
    cause: str
    moved: float | None
    second: str


Spelling = Callable[[str], str]
SPELLINGS: dict[str, Spelling] = {
    "E.164": lambda number: number,
    "double zero": lambda number: "00" + number[1:],
    "national": lambda number: "0" + number[3:],
    "outside prefix": lambda number: OUTSIDE_PREFIX + "0" + number[3:],
    "prefix and blanks": lambda number: f"{OUTSIDE_PREFIX} 0{number[3:5]} {number[5:]}",
    "last digits": lambda number: number[-8:],
}


@dataclass(frozen=True)
class Teller:
    """One source: how late it is, how it writes numbers, and what it cannot tell."""

    name: str
    latency: float
    spelling: str
    number: str  # "at once", "late" or "never"
    direction: bool
    answers: bool
    ends: bool
    transfers: bool
    causes: bool
    own_ids: bool

    @property
    def whole_numbers(self) -> bool:
        return self.number != "never" and self.spelling != "last digits"

    def write(self, number: str) -> str:
        return SPELLINGS[self.spelling](number) if number else "anonymous"

    def call_id(self, place: int) -> str:
        return f"{self.name}-{place}" if self.own_ids else f"call-{place}"


@dataclass(frozen=True)
class World:
    """The true calls, and who saw each of them."""

    calls: list[TrueCall]
    seen_by: list[list[Teller]]
    facts: list[dict[str, Any]]

    def facts_of(self, place: int) -> list[dict[str, Any]]:
        return [fact for fact in self.facts if place_of(fact["call_id"]) == place]


def place_of(call_id: str) -> int:
    """Which of the true calls of its world an id stands for, whoever gave it."""
    return int(call_id.rpartition("-")[2])


def make_world(random: Random) -> World:
    """A world by the throws of `random`."""
    tellers = _tellers(random)
    # Who hears late with whom he talks takes two calls that begin together for one, as the rules want it.
    close = sum(teller.number != "at once" for teller in tellers) == 0 and random.random() < 0.6
    calls: list[TrueCall] = []
    at = 10.0
    for number in random.sample(NUMBERS, random.choice([1, 2, 3])):
        again = [calls[-1].number] if calls and not close else [number]
        hidden = [] if close else [""]
        calls.append(_call(random, at, random.choice([number, number, *again, *hidden])))
        at += random.choice([0.5, 1.0, 2.5] if close else [APART_S, 12.0, 40.0])
    seen_by = [random.sample(tellers, random.randint(1, len(tellers))) for _ in calls]
    seen_by[0] = tellers
    facts = [
        fact
        for place, (call, seers) in enumerate(zip(calls, seen_by, strict=True))
        for teller in seers
        for fact in _delivered(random, teller, place, call)
    ]
    return World(calls, seen_by, sorted(facts, key=lambda fact: fact["at"]))


def _tellers(random: Random) -> list[Teller]:
    nobody_tells = random.random() < 0.1
    tellers = [
        Teller(
            name,
            latency=random.choice([0.0, 0.2, 1.5, LATENCY_S]),
            spelling=random.choice([*SPELLINGS]),
            number="never" if nobody_tells else random.choice(["at once", "at once", "late"]),
            direction=random.random() < 0.8,
            answers=(answers := random.random() < 0.8),
            # A source that says connected and never ended keeps its call up for ever, by the rules.
            ends=answers or random.random() < 0.5,
            transfers=random.random() < 0.5,
            causes=random.random() < 0.5,
            own_ids=random.random() < 0.7,
        )
        for name in ["hook", "line", "watch"][: random.choice([2, 3])]
    ]
    random.shuffle(tellers)
    return tellers


def _call(random: Random, began: float, number: str) -> TrueCall:
    answered = began + random.choice([APART_S, 12.0]) if random.random() < 0.6 else None
    last = answered or began
    second = random.choice([other for other in NUMBERS if other != number])
    moved = last + 6.0 if answered and number and random.random() < 0.4 else None
    ended = (moved or last) + random.choice([APART_S, 20.0])
    outgoing = bool(number) and random.random() < 0.4
    unanswered = ["busy", "no_answer", "cancelled"] if outgoing else ["cancelled", "rejected", "answered_elsewhere"]
    cause = "completed" if answered else random.choice(unanswered)
    return TrueCall(number, outgoing, began, answered, ended, cause, moved, second)


def _delivered(random: Random, teller: Teller, place: int, call: TrueCall) -> list[dict[str, Any]]:
    """What a source tells of a call, each fact out of its order by half a second, some told once more and late."""
    delivered = []
    for at, fields in _told(random, teller, call):
        fact = {"source": teller.name, "call_id": teller.call_id(place), **fields}
        heard = _within(random, at + teller.latency, DISORDER_S)
        delivered.append({"at": heard, **fact})
        repeats = random.choice([0, 0, 1, 2])
        delivered += [{"at": _within(random, heard, LATE_REPEAT_S), **fact} for _ in range(repeats)]
    return delivered


def _within(random: Random, at: float, seconds: float) -> float:
    return round(at + random.randint(0, int(seconds * 1000)) / 1000, 3)


def _told(random: Random, teller: Teller, call: TrueCall) -> list[tuple[float, dict[str, Any]]]:
    stated = {"direction": "outgoing" if call.outgoing else "incoming"} if teller.direction else {}
    first = ("dialing" if call.outgoing else "offered") if teller.direction else "ringing"
    said = {"number": teller.write(call.number if teller.number == "at once" else "")}
    told: list[tuple[float, dict[str, Any]]] = [(call.began, {"event": first, **stated, **said})]
    if teller.number == "late":
        said = {"number": teller.write(call.number)}
        told.append((call.began + random.choice([0.7, 2.0]), {"event": "ringing", **stated, **said}))
    repeated = said if random.random() < 0.5 else {}
    if call.answered and teller.answers:
        told.append((call.answered, {"event": "connected", **stated, **repeated}))
    if call.moved and teller.answers:
        known = teller.number != "never"
        said = {"number": teller.write(call.second)} if teller.transfers and known else repeated
        # A source that has not noticed goes on to tell what it said before, when the others know better.
        told.append((call.moved + (0.0 if teller.transfers else 5.0), {"event": "connected", **stated, **said}))
    if teller.ends:
        cause = {"cause": call.cause} if teller.causes else {}
        told.append((call.ended, {"event": "ended", **stated, **cause}))
    return told
