"""The words of the local interface of Teams ("Third-party app API", protocol 2.0.0): what is said, what is heard.

There is no description by Microsoft; what stands here is what several public clients agree on. So every key is
optional, and what is not understood is passed over. Nothing here does I/O or remembers anything.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import urlencode

PROTOCOL = "2.0.0"
MAKER = DEVICE = APP = "CTI Tray"
"""Teams gives its token to these three; another name needs another pairing."""
_LONGEST_TOKEN = 512


class Action(StrEnum):
    """What may be asked of Teams. Nothing here touches a call."""

    QUERY_STATE = "query-state"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class TeamsState:
    """What Teams said last of each thing; None where it has not said it yet.

    Without pairing there is no `in_meeting`: only what the user may do is told.
    """

    in_meeting: bool | None = None
    can_leave: bool | None = None
    can_pair: bool | None = None

    @property
    def talking(self) -> bool | None:
        """Whether the user is in a call or a meeting; None where it is not known."""
        if self.in_meeting is not None:
            return self.in_meeting
        known = [allowed for allowed in (self.can_leave, self.can_pair) if allowed is not None]
        return any(known) if known else None


@dataclass(frozen=True, slots=True)
class Heard:
    """One message of Teams: the state after it, a new token, and the request that it answers or refuses."""

    state: TeamsState
    token: str = field(default="", repr=False)
    answers: int | None = None
    refused: bool = False


def target(token: str, version: str) -> str:
    """The address below Teams's port at which it answers; without a token it is read only."""
    secret = {"token": token} if token else {}
    maker = {"manufacturer": MAKER, "device": DEVICE, "app": APP, "app-version": version}
    return "/?" + urlencode({**secret, "protocol-version": PROTOCOL, **maker})


def request(action: Action, number: int) -> str:
    """A request; its number must be a whole one, which Teams insists on."""
    return json.dumps({"action": action.value, "parameters": {}, "requestId": number})


def read_message(text: str, before: TeamsState) -> Heard | None:
    """What a message says; None where it is not one of Teams."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(message, dict):
        return None
    token = message.get("tokenRefresh")
    number = message.get("requestId")
    return Heard(
        state=_updated(before, message.get("meetingUpdate")),
        token=token if isinstance(token, str) and _is_token(token) else "",
        answers=number if isinstance(number, int) and not isinstance(number, bool) else None,
        refused="errorMsg" in message,
    )


def _updated(before: TeamsState, update: object) -> TeamsState:
    state, allowed = _member(update, "meetingState"), _member(update, "meetingPermissions")
    told = {
        "in_meeting": _member(state, "isInMeeting"),
        "can_leave": _member(allowed, "canLeave"),
        "can_pair": _member(allowed, "canPair"),
    }
    return replace(before, **{name: value for name, value in told.items() if isinstance(value, bool)})


def _member(found: object, name: str) -> object:
    return found.get(name) if isinstance(found, dict) else None


def _is_token(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_TOKEN and text.isascii() and text.isprintable()
