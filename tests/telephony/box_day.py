"""A day at a FRITZ!Box: true calls that overlap, the lines with which the box tells them, and what is to be heard."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tray.calls.model import CallState, Cause, Direction

OFFERED, DIALING, CONNECTED, ENDED = CallState.OFFERED, CallState.DIALING, CallState.CONNECTED, CallState.ENDED
HANDSET, OTHER_HANDSET, MACHINE = "10", "11", "40"
_NEVER_ANSWERED = {"missed", "blocked", "machine", "machine twice", "unanswered"}
_ANSWERED = {"answered", "parallel", "machine joins", "dialled"}


@dataclass
class BoxCall:
    """One true call; `second` is when it began, and `steps` what the box says of it, so many seconds later."""

    kind: str
    number: str
    second: int
    steps: list[tuple[int, str]] = field(default_factory=list)

    @property
    def outgoing(self) -> bool:
        return self.kind in {"dialled", "unanswered"}

    @property
    def heard(self) -> tuple[Direction, str, tuple[CallState, ...], Cause | None]:
        """What a source has to make of it: direction, number, states, and the cause of the end."""
        first, answered = DIALING if self.outgoing else OFFERED, self.kind in _ANSWERED
        cause = Cause.COMPLETED if answered else None if self.outgoing else Cause.MISSED
        states = (first, CONNECTED, ENDED) if answered else (first, ENDED)
        direction = Direction.OUTGOING if self.outgoing else Direction.INCOMING
        return direction, self.number or "anonymous", states, cause


def box_day(random: Random) -> tuple[list[BoxCall], list[str]]:
    """Calls, and the lines of all of them in the order of time; a connection that is free is used again at once."""
    calls = [_call(random, number) for number in range(random.randint(3, 12))]
    steps = [(call.second + after, call, step) for call in calls for after, step in call.steps]
    used: dict[int, BoxCall] = {}
    lines = []
    # Where seconds are equal the ends of earlier calls come first: their connections are free for those that begin.
    for second, call, step in sorted(steps, key=lambda each: (each[0], each[1].second == each[0])):
        if call not in used.values():
            used[next(free for free in range(99) if free not in used)] = call
        connection = next(place for place, user in used.items() if user is call)
        kind, _, rest = step.partition(";")
        time = f"{10 + second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
        lines.append(f"31.12.26 {time};{kind};{connection};{rest}")
        if kind == "DISCONNECT":
            del used[connection]
    return calls, lines


def _call(random: Random, place: int) -> BoxCall:
    kind = random.choice(sorted(_ANSWERED | _NEVER_ANSWERED))
    number = "" if random.random() < 0.2 and kind not in {"dialled", "unanswered"} else f"0205550{place:03}"
    call = BoxCall(kind, number, random.randrange(60))
    first = f"CALL;{HANDSET};0301234567;{number};SIP0;" if call.outgoing else f"RING;{number};0301234567;SIP0;"
    answered, over = random.randint(1, 20), random.randint(21, 90)
    answer, other, machine = (f"CONNECT;{each};{number};" for each in (HANDSET, OTHER_HANDSET, MACHINE))
    middle = {
        "answered": [(answered, answer)],
        "dialled": [(answered, answer)],
        # Two handsets in one conversation, and the machine that goes on recording, are still one answer.
        "parallel": [(answered, answer), (answered, other)],
        "machine joins": [(answered, answer), (answered + 1, machine)],
        "machine": [(answered, machine)],
        "machine twice": [(answered, machine), (answered, machine)],
    }
    over = 0 if kind == "blocked" else over
    call.steps = [(0, first), *middle.get(kind, []), (over, f"DISCONNECT;{over - answered if over else 0};")]
    return call
