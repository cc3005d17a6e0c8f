"""What the tray asks of Windows telephony: begin a call, answer, hang up, hold; and what becomes of it.

Listening needs no rights. They are taken for one command on one call and given back when it is done. The outcome of a
command comes later, as a LINE_REPLY with the number of the request. All of it runs under the lock of the source.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers

from tray.errors import SourceFailed
from tray.telephony import tapi
from tray.telephony.base import Failed
from tray.telephony.tapi import HCALL
from tray.telephony.tapi_buffers import TapiError
from tray.telephony.tapi_library import TapiLibrary
from tray.telephony.tapi_session import TapiSession
from tray.texts import Text, translate

Begun = Callable[[int, int], None]

NO_LINE = translate("Phones", "No telephony line is open.")
_CHECK_DRIVER = translate("Phones", "Check the telephone, and its driver under Phone and Modem in the Control Panel.")
_CHOOSE_LINE = translate("Phones", "Name your own line first in sources.tapi.lines.")
_WORDS = {
    tapi.LINEERR_INVALADDRESS: translate("Phones", "The telephone system does not take this number."),
    tapi.LINEERR_ADDRESSBLOCKED: translate("Phones", "The telephone system blocks this number."),
    tapi.LINEERR_CALLUNAVAIL: translate("Phones", "The line is busy."),
    tapi.LINEERR_INUSE: translate("Phones", "The line is busy."),
    tapi.LINEERR_RESOURCEUNAVAIL: translate("Phones", "The line is busy."),
    tapi.LINEERR_OPERATIONUNAVAIL: translate("Phones", "The telephone cannot do that."),
    tapi.LINEERR_INVALCALLSTATE: translate("Phones", "The call does not allow that at the moment."),
    tapi.LINEERR_INVALCALLHANDLE: translate("Phones", "The telephone has no such call any more."),
    tapi.LINEERR_NOTOWNER: translate("Phones", "The telephone does not let CTI Tray control this call."),
}


class Command(StrEnum):
    """What can be done with a call."""

    ANSWER = "answer"
    HANG_UP = "hang up"
    HOLD = "hold"
    UNHOLD = "unhold"


_FUNCTIONS: dict[Command, Callable[[TapiLibrary, int], int]] = {
    Command.ANSWER: TapiLibrary.answer,
    Command.HANG_UP: TapiLibrary.drop,
    Command.HOLD: TapiLibrary.hold,
    Command.UNHOLD: TapiLibrary.unhold,
}


@dataclass(slots=True)
class _Request:
    """A request without outcome yet.

    `done` is called with its error code, 0 where it went well; `late` instead where it was given up before and went
    well after all. `made` is where the library will put the handle of a new call; it must live until the outcome is
    there.
    """

    due: float
    done: Callable[[int], None]
    late: Callable[[], None] = lambda: None
    made: HCALL | None = None
    given_up: bool = False


class TapiControl:
    """Commands to one session.

    Args:
        session: the session.
        reply_s: after how many seconds without outcome a command has failed.
    """

    def __init__(self, session: TapiSession, reply_s: float) -> None:
        self._session = session
        self._library = session.library
        self._reply_s = reply_s
        self._requests: dict[int, _Request] = {}
        self._owned: set[int] = set()

    def dial(self, number: str, begun: Begun, failed: Failed, *, any_line: bool, now: float) -> None:
        """Begin a call on the user's line: the first of the settings, or the only one.

        Args:
            number: digits with or without a leading plus.
            begun: called with the handle of the new call and that of its line.
            failed: called where it does not begin.
            any_line: whether the user chose no line, so that all are open.
            now: in monotonic seconds.
        """
        lines = self._session.open_lines
        if not lines:
            failed(SourceFailed(NO_LINE))
            return
        if any_line and len(lines) > 1:
            several = translate("Phones", "There are several telephony lines, and none is set as yours.")
            failed(SourceFailed(several, hint=_CHOOSE_LINE))
            return
        made = HCALL()

        def begin() -> None:
            if made.value:
                self._owned.add(made.value)
                begun(made.value, lines[0])

        def done(code: int) -> None:
            if code or not made.value:
                failed(problem(code or tapi.LINEERR_OPERATIONFAILED))
            begin()

        try:
            request = self._library.make_call(lines[0], self._dialable(lines[0], number), made)
        except TapiError as error:
            failed(problem(error.code))
            return
        self._expect(request, _Request(now + self._reply_s, done, begin, made))

    def command(self, command: Command, call: int, failed: Failed, now: float) -> None:
        """Do something with a call; `failed` is called where it cannot be done."""
        owned = call in self._owned
        try:
            if not owned:
                self._library.set_privilege(call, tapi.LINECALLPRIVILEGE_OWNER)
                self._owned.add(call)
            request = _FUNCTIONS[command](self._library, call)
        except TapiError as error:
            if not owned:
                self._give_back(call)
            failed(problem(error.code))
            return

        def done(code: int) -> None:
            if not owned:
                self._give_back(call)
            if code:
                failed(problem(code))

        self._expect(request, _Request(now + self._reply_s, done))

    def replied(self, request: int, code: int) -> None:
        """The outcome of a request is there."""
        found = self._requests.pop(request, None)
        if found is None:
            return
        if not found.given_up:
            found.done(code)
        elif not code:
            found.late()

    def expire(self, now: float) -> None:
        """Give up requests whose outcome does not come."""
        for request in self._requests.values():
            if not request.given_up and now >= request.due:
                request.given_up = True
                request.done(tapi.LINEERR_OPERATIONFAILED)

    def disconnected(self, call: int) -> None:
        """The other side has gone; the owner of a call has to lay down too before it becomes idle."""
        if call in self._owned:
            with contextlib.suppress(TapiError):
                self._library.drop(call)

    def freed(self, call: int) -> None:
        """The handle of a call is given back."""
        self._owned.discard(call)

    def close(self) -> None:
        """The session ends: nothing that was asked will have an outcome, and all rights are given back."""
        requests, self._requests = self._requests, {}
        for request in requests.values():
            if not request.given_up:
                request.done(tapi.LINEERR_OPERATIONFAILED)
        for call in list(self._owned):
            self._give_back(call)

    def _expect(self, number: int, request: _Request) -> None:
        if number == 0:
            request.done(0)
        else:
            self._requests[number] = request

    def _give_back(self, call: int) -> None:
        """A sole owner may have to keep the rights until the call is idle."""
        with contextlib.suppress(TapiError):
            self._library.set_privilege(call, tapi.LINECALLPRIVILEGE_MONITOR)
            self._owned.discard(call)

    def _dialable(self, line: int, number: str) -> str:
        """An international number by the dialling rules of Windows, where it has any; others as they are."""
        device = self._session.device(line)
        canonical = canonical_address(number)
        if device is None or not canonical:
            return number
        try:
            return self._library.dialable(self._session.app, device, canonical) or number
        except TapiError:
            return number


def canonical_address(number: str) -> str:
    """A number with a plus in the canonical form of TAPI, `+31 (20) 5550101`; "" for others.

    Where no prefix goes before the number within a country, there is no area code to set apart.
    """
    if not number.startswith("+"):
        return ""
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return ""
    national = phonenumbers.national_significant_number(parsed)
    region = phonenumbers.region_code_for_number(parsed)
    trunk = phonenumbers.ndd_prefix_for_region(region, strip_non_digits=True) if region else None
    area = phonenumbers.length_of_national_destination_code(parsed) if trunk else 0
    if not 0 < area < len(national):
        return f"+{parsed.country_code} {national}"
    return f"+{parsed.country_code} ({national[:area]}) {national[area:]}"


def problem(code: int) -> SourceFailed:
    """What an error code of a command means for the user."""
    words: Text | None = _WORDS.get(code)
    if words is None:
        words = translate("Phones", "The telephone did not do it (code {code}).").format(code=f"{code:08x}")
    return SourceFailed(words, hint=_CHECK_DRIVER)
