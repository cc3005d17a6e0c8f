"""What a companion says: the user is in a call, or is not. It knows neither the number nor which call.

Teams tells no more than that to programs beside it. So it never opens a call: it only moves on those that nothing else
would move on, because every source of theirs is one that cannot tell the end. The rules, without exception:

* A candidate is an open call that no source will report the end of: the screen pop of Teams, and a call dialled through
  CTI Tray that no phone has joined.
* When talking begins, the newest candidate that is not connected and began at most `WINDOW_S` before is connected.
* A talk belongs to a candidate when it began at most `WINDOW_S` before or after the candidate's first fact, or when it
  began earlier and still went on `WINDOW_S` after that fact (the second call while the first one was held).
* When talking ends, the connected candidates end to which the talk belongs, completed, and no others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tray.calls.merging import OpenCall
from tray.calls.model import Call
from tray.calls.timers import later

WINDOW_S = 10.0
LONGEST_S = 4 * 3600.0
"""A connected call whose end nobody will report is given up after so long."""


@dataclass(frozen=True, slots=True)
class Talk:
    """The companion says at monotonic second `at` that the user is talking, or is not.

    `since` is when that may have become so at the earliest, for a companion that is only asked now and then; None
    where it tells at once.
    """

    talking: bool
    at: float
    since: float | None = None

    @property
    def earliest(self) -> float:
        """When it became so, at the earliest."""
        return self.at if self.since is None else min(self.since, self.at)


class Companion:
    """What the companion said so far."""

    def __init__(self) -> None:
        self._talk: Talk | None = None

    def begins(self, talk: Talk, calls: Iterable[OpenCall]) -> OpenCall | None:
        """The call that is connected because talking begins, if there is one."""
        if self._talk is not None:
            return None
        self._talk = talk
        waiting = [
            record
            for record in calls
            if is_candidate(record)
            and record.call.connected is None
            and later(record.call.started, WINDOW_S) >= talk.earliest
        ]
        return max(waiting, key=lambda record: record.call.started, default=None)

    def ends(self, at: float, calls: Iterable[OpenCall]) -> list[OpenCall]:
        """The calls that end because talking ends at monotonic second `at`."""
        talk, self._talk = self._talk, None
        if talk is None:
            return []
        return [
            record
            for record in calls
            if is_candidate(record) and record.call.connected is not None and _belongs(talk, at, record.call)
        ]


def is_candidate(record: OpenCall) -> bool:
    """Whether no source will tell the end of this call; a call that was dialled has no source at first."""
    return all(leg.end_unseen for leg in record.legs.values())


def given_up(record: OpenCall) -> float | None:
    """When a connected call is given up; None where a source will tell its end, or it is not connected."""
    connected = record.call.connected
    return later(connected, LONGEST_S) if connected is not None and is_candidate(record) else None


def _belongs(talk: Talk, ended: float, call: Call) -> bool:
    if call.started > later(talk.at, WINDOW_S):
        return ended >= later(call.started, WINDOW_S)
    return later(call.started, WINDOW_S) >= talk.earliest
