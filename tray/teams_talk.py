"""What Teams says about the user's calls, from both sides: the client on this machine, else the presence in the cloud.

The client tells at once, the presence is asked once or twice a minute; what it says counts while the client says
nothing. This module only passes on changes; what follows from them is for `tray.calls.companion`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from tray.calls.companion import Talk
from tray.identity.model import PresenceState
from tray.identity.secret_store import Secret
from tray.telephony.teams import TokenKept

MOST_UNSURE_S = 120.0
"""Both are asked or tried at least so often, so that a change is not older."""
_SAYS_NOTHING = {PresenceState.OFF, PresenceState.UNKNOWN, PresenceState.NOT_ALLOWED}


class TeamsTalk:
    """Every method may be called from any thread. Times are monotonic seconds.

    Args:
        tell: hears each change; it must only queue it.
    """

    def __init__(self, tell: Callable[[Talk], None]) -> None:
        self._tell = tell
        self._lock = threading.Lock()
        self._client: bool | None = None
        self._presence: bool | None = None
        self._told: bool | None = None
        self._known_until: float | None = None

    def client(self, talking: bool | None, at: float) -> None:
        """The client on this machine says whether the user is in a call; None where it cannot be asked."""
        with self._lock:
            heard_before, self._client = self._client is not None, talking
            if heard_before:
                self._known_until = at
            self._weigh(at, at if heard_before else None)

    def presence(self, state: PresenceState, at: float, since: float | None) -> None:
        """The presence is this; it may have been so since `since`, when it was last another (None: not known)."""
        with self._lock:
            self._presence = None if state in _SAYS_NOTHING else state is PresenceState.IN_CALL
            self._weigh(at, since)

    def _weigh(self, at: float, since: float | None) -> None:
        talking = self._presence if self._client is None else self._client
        if talking is None:
            return
        if talking is not self._told:
            known = [instant for instant in (since, self._known_until) if instant is not None]
            self._told = talking
            self._tell(Talk(talking, at, max(max(known, default=at), at - MOST_UNSURE_S)))
        self._known_until = at


def kept_token(folder: Path) -> TokenKept:
    """The token of the pairing with Teams, in the credential store of this user."""
    secret = Secret("teams", folder)
    return TokenKept(secret.read, secret.keep)
