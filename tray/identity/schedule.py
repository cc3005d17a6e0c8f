"""When the sign-in is looked at again. Pure arithmetic; the clock is the caller's."""

from __future__ import annotations

import random
from datetime import datetime

from tray.errors import CtiError
from tray.identity.errors import ServiceBusy

CHECK_S = 90.0
"""A sign-in that somebody revoked shows at the latest after two minutes, the time for asking included."""
RENEW_S = 360.0
"""A token is renewed so long before it expires, while there is still time to try again."""
LONGEST_RETRY_S = 60.0
_FIRST_RETRY_S = 2.0
_SHORTEST_S = 5.0


def next_check(expires: datetime | None, now: datetime) -> float:
    """Seconds until the next look at a sign-in that holds."""
    if expires is None:
        return CHECK_S
    return min(CHECK_S, max((expires - now).total_seconds() - RENEW_S, _SHORTEST_S))


def retry(failures: int, error: CtiError, chance: float | None = None) -> float:
    """Seconds until the next try after so many failures, with jitter; longer only where the service asks for it.

    `chance` (0 to 1) takes the place of the dice.
    """
    span: float = min(_FIRST_RETRY_S * 2.0 ** min(failures - 1, 10), LONGEST_RETRY_S)
    drawn = random.random() if chance is None else chance  # noqa: S311 - it spreads load, nothing more
    asked = error.retry_after_s if isinstance(error, ServiceBusy) else 0.0
    return max(span * (0.5 + drawn / 2), asked)
