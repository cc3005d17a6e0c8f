"""What a link may report: any web page can open one, so it may open a card and touches no call that is there.

The screen pop of Teams comes as such a link (learn.microsoft.com, Set-CsTeamsCallingPolicy,
PopoutAppPathForIncomingPstnCalls). It names an incoming call with its number and says nothing more of it, ever.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
import secrets
from collections.abc import Mapping

from tray.calls.facts import FactError, Field, RawFact
from tray.calls.model import CallEvent, CallState, Direction
from tray.calls.numbers import is_withheld

POP_SOURCE = "teams"
POP_REPEATED_S = 10.0
POPS_A_MINUTE = 10
"""Nobody answers more calls than that; a page that names more of them is not one of Teams."""
_STATES = {CallState.OFFERED, CallState.DIALING, CallState.RINGING}
_NUMBER = re.compile(r"\+?[0-9]{3,20}")


def only_opening(fact: RawFact) -> RawFact:
    """The fact of a link as far as it may go.

    Raises:
        FactError: it would do more than open a card.
    """
    if fact.state not in _STATES:
        raise FactError("event", "a link may only open a card")
    return dataclasses.replace(fact, call_id="", origin=None, end_unseen=False)


def is_pop(fact: RawFact, values: Mapping[str, object]) -> bool:
    """Whether the link is the screen pop of Teams: `event=connected` and `source=teams`."""
    return fact.state is CallState.CONNECTED and str(values.get("source", "")).casefold() == POP_SOURCE


class ScreenPops:
    """Makes calls of screen pops, with ids that no call had before. Times are monotonic seconds."""

    def __init__(self) -> None:
        self._run = f"t{secrets.token_hex(6)}"
        self._count = itertools.count(1)
        self._recent: dict[str, tuple[str, float]] = {}

    def event(self, fact: RawFact, at: float) -> CallEvent:
        """The call of a pop; a page that is opened twice within `POP_REPEATED_S` names the same one.

        Raises:
            FactError: it says nothing of whom the call is from, or that it is an outgoing one.
        """
        if is_withheld(fact.number) or not _NUMBER.fullmatch(fact.number):
            raise FactError(Field.NUMBER, "is not a telephone number")
        if fact.direction is Direction.OUTGOING:
            raise FactError(Field.DIRECTION, "a screen pop is about an incoming call")
        self._recent = {number: pop for number, pop in self._recent.items() if at - pop[1] <= POP_REPEATED_S}
        call_id = self._recent.get(fact.number, ("", 0.0))[0] or f"{self._run}-{next(self._count)}"
        self._recent.setdefault(fact.number, (call_id, at))
        return CallEvent(
            source=POP_SOURCE,
            call_id=call_id,
            state=CallState.CONNECTED,
            at=at,
            direction=Direction.INCOMING,
            number=fact.number,
            end_unseen=True,
        )
