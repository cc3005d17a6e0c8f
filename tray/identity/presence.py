"""The user's own presence in Teams: what an answer says, and when to ask again.

The rules are pure; the clock and the dice are the caller's. Nobody but the user is ever asked about, and who does not
allow it is not asked twice.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tray.errors import CtiError, Offline
from tray.identity import schedule
from tray.identity.errors import ConsentMissing, SignedOut, SignInNeeded
from tray.identity.model import Permission, PresenceState
from tray.texts import translate

if TYPE_CHECKING:
    from tray.identity.graph import GraphClient

LIVELY_S, QUIET_S = 30.0, 55.0
"""How often to ask while something changes or a call goes on, and otherwise."""
NONSENSE_S = 300.0
"""When to ask again after an answer that makes no sense."""
STALE_S = 180.0
"""An answer that is older says nothing any more."""
_log = logging.getLogger("cti_tray.graph")
_QUIET_AFTER = 5
_JITTER = 0.15
_IN_CALL = frozenset({"inacall", "inaconferencecall", "presenting"})


_STATES = {
    "available": PresenceState.AVAILABLE,
    "availableidle": PresenceState.AVAILABLE,
    "busy": PresenceState.BUSY,
    "busyidle": PresenceState.BUSY,
    "donotdisturb": PresenceState.DO_NOT_DISTURB,
    "away": PresenceState.AWAY,
    "berightback": PresenceState.AWAY,
    "offline": PresenceState.OFFLINE,
}


@dataclass(frozen=True, slots=True)
class Presence:
    """What is known: `heard` is the second of the last good answer, on the caller's clock.

    `same` counts good answers that said the same, `failures` those that did not come since.
    """

    state: PresenceState = PresenceState.UNKNOWN
    heard: float | None = None
    same: int = 0
    failures: int = 0


NOBODY = Presence(PresenceState.OFF)


def read_presence(answer: Mapping[str, Any]) -> PresenceState:
    """What an answer of Graph says.

    Raises:
        CtiError: it says nothing that can be understood.
    """
    availability, activity = answer.get("availability"), answer.get("activity")
    if not isinstance(availability, str) or not isinstance(activity, str):
        raise CtiError(translate("Graph", "The presence cannot be understood."))
    if activity.casefold() in _IN_CALL:
        return PresenceState.IN_CALL
    return _STATES.get(availability.casefold(), PresenceState.UNKNOWN)


def answered(before: Presence, state: PresenceState, now: float) -> Presence:
    """The presence after a good answer."""
    return Presence(state, now, before.same + 1 if state is before.state else 0)


def failed(before: Presence, error: CtiError, now: float) -> Presence:
    """The presence after a question that was not answered; what was heard lately is still believed."""
    if isinstance(error, ConsentMissing):
        return Presence(PresenceState.NOT_ALLOWED)
    if isinstance(error, SignedOut | SignInNeeded):
        return Presence()
    believed = before.heard is not None and now - before.heard < STALE_S
    state = before.state if believed else PresenceState.UNKNOWN
    return replace(before, state=state, failures=before.failures + 1)


def next_question(presence: Presence, error: CtiError | None, chance: float) -> float | None:
    """Seconds until the next question, spread by `chance` (0 to 1); None for not before somebody signs in."""
    if isinstance(error, ConsentMissing | SignedOut | SignInNeeded):
        return None
    lively = presence.state is PresenceState.IN_CALL or presence.same < _QUIET_AFTER
    spread = 1.0 - _JITTER + 2 * _JITTER * chance
    usual = (LIVELY_S if lively else QUIET_S) * spread
    if error is None:
        return usual
    if not isinstance(error, Offline):
        return NONSENSE_S * spread
    return max(usual, schedule.retry(presence.failures, error, chance))


class PresenceWatch:
    """Asks about the presence of who is signed in; for one thread, which calls `look` when it is due.

    Args:
        graph: gives what reads Graph.
        clock: seconds that never go back.
        changed: hears of another state, on that thread.
        chance: the dice.

    `heard_before` is the second of the good answer before the last change; None where there was none.
    """

    def __init__(
        self,
        graph: Callable[[], GraphClient],
        clock: Callable[[], float],
        changed: Callable[[PresenceState], None],
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._graph = graph
        self._clock = clock
        self._changed = changed
        self._chance = chance
        self.presence = NOBODY
        self.heard_before: float | None = None

    def forget(self, *, ask: bool) -> None:
        """Somebody signed in or out: nothing is known; `ask` tells whether `look` comes next."""
        self._show(Presence() if ask else NOBODY)

    def look(self) -> float | None:
        """Ask once; gives in how many seconds to ask again, None for not again."""
        error: CtiError | None = None
        try:
            state = read_presence(self._graph().get(Permission.PRESENCE, "me/presence"))
        except CtiError as met:
            error = met
            if not self.presence.failures:
                _log.info("The presence is not read: %s", met.message)
            self._show(failed(self.presence, met, self._clock()))
        else:
            self._show(answered(self.presence, state, self._clock()))
        return next_question(self.presence, error, self._chance())

    def age_s(self) -> float | None:
        """How old the answer is; None where there is none."""
        heard = self.presence.heard
        return None if heard is None else max(0.0, self._clock() - heard)

    def _show(self, presence: Presence) -> None:
        before, self.presence = self.presence, presence
        if presence.state is not before.state:
            self.heard_before = before.heard
            self._changed(presence.state)
