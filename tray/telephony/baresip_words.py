"""Reading baresip's texts: call lists, addresses, and the words with which it closes a call. No state, no I/O."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tray.calls.facts import clean_name, clean_number
from tray.calls.model import CallState, Cause, Direction

_LISTED = {
    "INCOMING": CallState.OFFERED,
    "OUTGOING": CallState.DIALING,
    "EARLY": CallState.DIALING,
    "EARLY_CONFIRMED": CallState.DIALING,
    "RINGING": CallState.RINGING,
    "ESTABLISHED": CallState.CONNECTED,
    "TRANSFER": CallState.CONNECTED,
}
_QUOTED_PAIR = re.compile(r"\\(.)")
_CURRENT_ACCOUNT = re.compile(r"^>\s*(?:\d+ - )?(\S+)", re.MULTILINE)
_LIST_HEADER = re.compile(r"--- Active calls \((\d{1,3})\)")
_LIST_LINE = re.compile(
    r"^[ >]*\[line (?P<line>\d{1,6})(?:, id (?P<id>[^\]]*))?\]\s+\d+:\d\d:\d\d\s+(?P<state>\S+)\s+"
    r"(?P<hold>\(on hold\)\s+)?(?P<uri>\S+)\s*$",
    re.MULTILINE,
)
_CAUSE_BY_STATUS = {
    "404": Cause.INVALID_NUMBER,
    "408": Cause.NO_ANSWER,
    "480": Cause.NO_ANSWER,
    "484": Cause.INVALID_NUMBER,
    "486": Cause.BUSY,
    "487": Cause.CANCELLED,
    "600": Cause.BUSY,
    "603": Cause.REJECTED,
}
_UNREACHABLE = ("timed out", "unreachable", "no route", "refused", "host is down")


@dataclass(frozen=True, slots=True)
class ListedCall:
    """One line of `listcalls`. Version 1.0 gives no id; `state` is None where it says nothing about the call."""

    line: int
    sip_id: str
    uri: str
    state: CallState | None


def read_list(text: str) -> list[ListedCall] | None:
    """The calls in an answer of `listcalls`, by line number; None where the answer is not wholly understood."""
    found = sorted(_LIST_LINE.finditer(text), key=lambda line: int(line["line"]))
    count = _LIST_HEADER.search(text)
    if count is None or int(count[1]) != len(found):
        return None
    return [ListedCall(int(line["line"]), line["id"] or "", line["uri"], _listed_state(line)) for line in found]


def _listed_state(line: re.Match[str]) -> CallState | None:
    state = _LISTED.get(line["state"])
    return CallState.HELD if state is CallState.CONNECTED and line["hold"] else state


def end_cause(direction: Direction | None, answered: bool, text: str) -> Cause:
    """Why a call ended, from the text of CALL_CLOSED and from whether the call was ever established."""
    if answered:
        return Cause.COMPLETED
    words = text.casefold()
    if "completed elsewhere" in words or "answered elsewhere" in words:
        return Cause.ANSWERED_ELSEWHERE
    by_user = "reset by user" in words or words.startswith("rejected")
    if direction is not Direction.OUTGOING:
        return Cause.REJECTED if by_user else Cause.MISSED
    return Cause.CANCELLED if by_user else _cause_of_failure(words)


def _cause_of_failure(words: str) -> Cause:
    if words[:3] in _CAUSE_BY_STATUS:
        return _CAUSE_BY_STATUS[words[:3]]
    if "local timeout" in words:
        return Cause.NO_ANSWER
    if not words[:3].isdigit() and any(word in words for word in _UNREACHABLE):
        return Cause.UNREACHABLE
    return Cause.FAILED


def number_of(uri: str) -> str:
    """The number or user name of a SIP or tel address, still escaped as it may be; "" where there is none."""
    scheme, colon, rest = uri.partition(":")
    if colon and scheme.casefold() in {"sip", "sips"}:
        user, at, _ = rest.rpartition("@")
        return clean_number(user.partition(";")[0].partition(":")[0]) if at else ""
    return clean_number(uri)


def name_of(display: str) -> str:
    """A display name as people write it; it arrives with the backslashes of SIP's quoted strings (RFC 3261, 25.1)."""
    return clean_name(_QUOTED_PAIR.sub(r"\1", display))


def current_account(text: str) -> str | None:
    """The account that baresip's `reginfo` marks as the current one."""
    found = _CURRENT_ACCOUNT.search(text)
    return found[1] if found else None
