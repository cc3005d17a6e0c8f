"""One source's view of a call, and how several of them make one end: its time and its cause.

A leg only remembers what its source said. Which legs belong together is the tracker's business.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tray.calls.model import WITHHELD, CallName, CallState, Cause, Direction, PhoneNumber

RANK = {
    CallState.OFFERED: 0,
    CallState.DIALING: 0,
    CallState.RINGING: 1,
    CallState.CONNECTED: 2,
    CallState.HELD: 2,
    CallState.ENDED: 3,
}
_UNANSWERED = (
    Cause.ANSWERED_ELSEWHERE,
    Cause.FORWARDED,
    Cause.REJECTED,
    Cause.BUSY,
    Cause.NO_ANSWER,
    Cause.CANCELLED,
    Cause.UNREACHABLE,
    Cause.INVALID_NUMBER,
    Cause.FAILED,
)


@dataclass(slots=True)
class Leg:
    """What one source said about one call so far. `cause` is the one it gave, if it gave one.

    `end_unseen` where it can tell neither the end nor anything else after its first fact.
    """

    name: CallName
    state: CallState
    number: PhoneNumber = WITHHELD
    cause: Cause | None = None
    end_unseen: bool = False

    @property
    def ended(self) -> bool:
        """Whether this source reported the end."""
        return self.state is CallState.ENDED

    @property
    def answered(self) -> bool:
        """Whether this source says that the call is connected at the moment."""
        return self.state in {CallState.CONNECTED, CallState.HELD}

    @property
    def holds(self) -> bool:
        """Whether the call goes on until this source reports its end."""
        return not self.ended and not self.end_unseen


def end_cause(given: Iterable[Cause | None], direction: Direction, *, answered: bool) -> Cause:
    """Why a call ended, out of the causes that its sources gave (None where a source gave none).

    An answered call is completed unless every source says otherwise. For one that was never answered the most telling
    cause wins, in the order of DESIGN section 4; `lost` only where no source reported a real end.
    """
    causes = list(given)
    if causes and all(cause is Cause.LOST for cause in causes):
        return Cause.LOST
    real = [cause for cause in causes if cause is not Cause.LOST]
    if answered:
        special = {Cause.FORWARDED, Cause.FAILED}
        first = real[0] if real else None
        return first if first is not None and special.issuperset(real) else Cause.COMPLETED
    for cause in _UNANSWERED:
        if cause in real:
            return cause
    if direction is Direction.INCOMING:
        return Cause.MISSED
    return Cause.NO_ANSWER if Cause.MISSED in real else Cause.CANCELLED
