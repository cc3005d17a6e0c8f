"""What the receiver's addresses mean: events under /v1/call, commands to the running tray under /v1/control.

    GET|POST /v1/call, /v1/call/{event}     with the event token in a header, in `?token=` or as one path element
    POST     /v1/control/{verb}             with the control token, in a header only

The order is fixed: where a request comes from, its method, its token, its rate, and only then its body. Nothing here
decides anything about calls, and nothing is logged but kinds of refusals and masked numbers.
"""

from __future__ import annotations

import dataclasses
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from http import HTTPStatus
from urllib.parse import unquote

from tray.calls.facts import MAX_ID_LENGTH, FactError, is_placeholder, read_fact
from tray.calls.model import CallState
from tray.errors import CtiError
from tray.telephony.base import Report
from tray.telephony.heard import Remark, Tell, Trouble, source_of_phone, tell_nobody
from tray.telephony.loopback_messages import Head, Later, Reply, Work
from tray.telephony.receiver_calls import OpenCalls
from tray.telephony.receiver_fields import read_arguments, read_body, read_pairs
from tray.telephony.receiver_file import Keys
from tray.telephony.receiver_guard import (
    Bucket,
    NamesUs,
    any_token,
    header_tokens,
    is_loopback,
    is_token,
    query_tokens,
    refusal,
    split_target,
)
from tray.telephony.receiver_links import POPS_A_MINUTE, ScreenPops, is_pop, only_opening
from tray.telephony.receiver_page import PAGE, prefers_html

Control = Callable[[str, dict[str, object]], dict[str, object]]
Kept = Callable[[Callable[[], None]], None]
"""Calls what it is given, on any thread, as soon as everything that was reported so far is safe on disk."""

SOURCE = "receiver"
DOOR_HEADER = "x-cti-door"
LINK_DOOR = "link"
MOST_EVENT_BYTES = 8 * 1024
MOST_CONTROL_BYTES = 1024 * 1024
KEPT_S = 1.0
"""So long at most the end of a call waits for its answer."""
_MOST_PATH_ELEMENTS = 8
_LOGGED_A_MINUTE = 12
_TROUBLES = {
    HTTPStatus.FORBIDDEN: Trouble.WEB_PAGE_OR_HOST,
    HTTPStatus.NOT_FOUND: Trouble.PLACE,
    HTTPStatus.METHOD_NOT_ALLOWED: Trouble.METHOD,
    HTTPStatus.TOO_MANY_REQUESTS: Trouble.RATE,
    HTTPStatus.BAD_REQUEST: Trouble.NOT_HTTP,
}
_VERB = re.compile(r"[a-z][a-z0-9_-]{0,63}")
_log = logging.getLogger("cti_tray.receiver")


class Area(Enum):
    """The two halves of the receiver, each with a token of its own."""

    CALL = auto()
    CONTROL = auto()


@dataclass(frozen=True, slots=True)
class Route:
    """What a request is about: an event word (may be "") or a verb, and the tokens it came with."""

    area: Area
    name: str
    query: str
    header_tokens: tuple[str, ...]
    address_tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Door:
    """What differs between the doors for phones.

    Args:
        source: the name of the source whose facts come in here.
        names_us: how this machine is named by those who may come.
        links: whether what a link says may come in here.
        phones: whether several phones report here, each from an address of its own: then each is a source of its own,
            because a call that rings at two of them is told by both, with ids that mean something else to the other.
        tell: hears what was refused, and what is missing in what was not.
    """

    source: str = SOURCE
    names_us: NamesUs = is_loopback
    links: bool = True
    phones: bool = False
    tell: Tell = tell_nobody


class ReceiverApi:
    """Answers the receiver's requests.

    Args:
        keys: gives the two tokens that are valid at the moment.
        report: takes each fact; only puts it into a queue.
        calls: finds the call of a report without an id.
        rate: what all events together may take.
        clock: monotonic seconds.
        control: runs one verb of the control channel on a thread of its own; None where there is no such channel.
        kept: what the answer to the end of a call waits for: nobody would report it again; None does not wait.
        enabled: whether events are taken at all.
        asked: called at every request, before it is judged.
        door: by which way the requests come.
    """

    def __init__(
        self,
        keys: Callable[[], Keys],
        report: Report,
        calls: OpenCalls,
        rate: Bucket,
        clock: Callable[[], float],
        *,
        control: Control | None = None,
        kept: Kept | None = None,
        enabled: bool = True,
        asked: Callable[[], None] = lambda: None,
        door: Door | None = None,
    ) -> None:
        self._keys = keys
        self._report = report
        self._calls = calls
        self._rate = rate
        self._clock = clock
        self._control = control
        self._kept = kept
        self._enabled = enabled
        self._asked = asked
        self._door = door or Door()
        self._pops = ScreenPops()
        self._pop_rate = Bucket(POPS_A_MINUTE / 60, POPS_A_MINUTE, clock)
        self._log_rate = Bucket(_LOGGED_A_MINUTE / 60, _LOGGED_A_MINUTE, clock)

    def admit(self, head: Head) -> Reply | int:
        """Judge a request by its head: a refusal, or how many bytes of body are taken."""
        self._asked()
        reason = refusal(head, self._door.names_us)
        if reason is not None:
            return self._refuse(HTTPStatus.FORBIDDEN, reason, head)
        route = self._route(head)
        if route is None:
            return self._refuse(HTTPStatus.NOT_FOUND, "There is nothing at this address.", head)
        methods = ("GET", "POST") if route.area is Area.CALL else ("POST",)
        if head.method not in methods:
            allowed = ", ".join(methods)
            return self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, f"Only {allowed} here.", head, ("Allow", allowed))
        if not self._knows(route):
            challenge = ("WWW-Authenticate", "Bearer")
            given = route.header_tokens or route.address_tokens
            trouble = Trouble.WRONG_KEY if given else Trouble.NO_KEY
            return self._refuse(
                HTTPStatus.UNAUTHORIZED, "The token is missing or wrong.", head, challenge, trouble=trouble
            )
        if route.area is Area.CONTROL:
            return MOST_CONTROL_BYTES
        wait_s = self._rate.take()
        if wait_s:
            return self._too_many(wait_s, head)
        return MOST_EVENT_BYTES

    def answer(self, head: Head, body: bytes) -> Reply | Work | Later:
        """Answer an admitted request."""
        route = self._route(head)
        if route is None:
            return self._refuse(HTTPStatus.NOT_FOUND, "There is nothing at this address.", head)
        try:
            if route.area is Area.CONTROL:
                return self._command(route, read_arguments(body, head.value("content-type")))
            return self._event(head, route, body)
        except FactError as error:
            self._note(HTTPStatus.BAD_REQUEST)
            self._remark(Trouble.FIELD, head, str(error.field))
            return Reply.json(HTTPStatus.BAD_REQUEST, {"error": str(error), "field": str(error.field)})

    def malformed(self, problem: str) -> Reply:
        """Answer what is not HTTP. A request with no Host, or with two, is refused like one with a foreign one."""
        if "Host:" in problem:
            return self._refuse(HTTPStatus.FORBIDDEN, "Exactly one Host must be given.", None)
        return self._refuse(HTTPStatus.BAD_REQUEST, "This is not a request that HTTP allows.", None)

    def _route(self, head: Head) -> Route | None:
        path, query = split_target(head.target)
        elements = [unquote(element) for element in path.split("/") if element]
        tokens = query_tokens(query)
        token = self._keys().token
        for element in elements[:_MOST_PATH_ELEMENTS]:
            if is_token(element, token):
                elements.remove(element)
                tokens.append(element)
                break
        in_headers, in_address = tuple(header_tokens(head)), tuple(tokens)
        match elements:
            case ["v1", "call"] if self._enabled:
                return Route(Area.CALL, "", query, in_headers, in_address)
            case ["v1", "call", event, *wrong] if self._enabled and len(wrong) <= 1:
                return Route(Area.CALL, event, query, in_headers, () if wrong else in_address)
            case ["v1", "control", verb] if self._control is not None and _VERB.fullmatch(verb):
                return Route(Area.CONTROL, verb, query, in_headers, in_address)
        return None

    def _knows(self, route: Route) -> bool:
        keys = self._keys()
        if route.area is Area.CONTROL:
            return any_token(route.header_tokens, keys.control_token)
        return any_token(route.header_tokens + route.address_tokens, keys.token)

    def _event(self, head: Head, route: Route, body: bytes) -> Reply | Later:
        missing: list[str] = []
        told = read_body(body, head.value("content-type"))
        missing += [name for name, value in told.items() if isinstance(value, str) and is_placeholder(value)]
        values = read_pairs(route.query, missing.append) | told
        fact = read_fact(values, event=route.name)
        phone = head.client if self._door.phones else ""
        if phone and fact.call_id:
            fact = dataclasses.replace(fact, call_id=f"{phone}/{fact.call_id}"[:MAX_ID_LENGTH])
        link = self._door.links and head.value(DOOR_HEADER) == LINK_DOOR
        at = self._clock()
        if link and is_pop(fact, values):
            event = self._pops.event(fact, at)
            if wait_s := self._pop_rate.take():
                return self._too_many(wait_s, head)
        else:
            fact = only_opening(fact) if link else fact
            source = source_of_phone(self._door.source, phone)
            event = fact.event(source, self._calls.name(fact, at, own_only=link, phone=phone), at)
        for field in missing:
            self._remark(Trouble.PLACEHOLDER, head, field)
        self._report(event)
        _log.debug("%s, number %s", fact.state, masked(fact.number))
        reply = Reply.json(HTTPStatus.ACCEPTED, {"call_id": event.call_id})
        if prefers_html(head.value("accept")):
            reply = PAGE
        if self._kept is None or fact.state is not CallState.ENDED:
            return reply
        return Later(reply, self._kept, KEPT_S)

    def _command(self, route: Route, arguments: dict[str, object]) -> Work:
        control = self._control

        def work() -> Reply:
            if control is None:
                return Reply.error(HTTPStatus.NOT_FOUND, "There is nothing at this address.")
            try:
                return Reply.json(HTTPStatus.OK, control(route.name, arguments))
            except CtiError as error:
                problem = {"error": error.message, "hint": error.hint, "kind": type(error).__name__}
                return Reply.json(HTTPStatus.BAD_REQUEST, dict(problem))

        return work

    def _refuse(
        self,
        status: HTTPStatus,
        message: str,
        head: Head | None,
        *headers: tuple[str, str],
        trouble: Trouble | None = None,
    ) -> Reply:
        self._note(status)
        self._remark(trouble or _TROUBLES[status], head)
        return Reply.error(status, message, *headers)

    def _remark(self, trouble: Trouble, head: Head | None, field: str = "") -> None:
        self._door.tell(Remark(self._door.source, trouble, field, head.client if head else ""))

    def _too_many(self, wait_s: int, head: Head) -> Reply:
        return self._refuse(HTTPStatus.TOO_MANY_REQUESTS, "Too many events.", head, ("Retry-After", str(wait_s)))

    def _note(self, status: HTTPStatus) -> None:
        if not self._log_rate.take():
            _log.warning("A request was refused: %d %s", status.value, status.phrase)


def masked(number: str) -> str:
    """A number as it may stand in a log: its last three digits."""
    return f"...{number[-3:]}" if len(number) > 3 else "..."
