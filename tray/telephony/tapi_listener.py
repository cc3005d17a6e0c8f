"""What to do with each message of Windows telephony, within one session.

It looks at what a message is about, lets `tapi_calls` say what that means, reports the facts, and gives every call
handle back. It decides nothing about calls and does not wait. All of it runs under the lock of the source.
"""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable

from tray.errors import SourceFailed
from tray.telephony import tapi
from tray.telephony.base import Failed, Report
from tray.telephony.tapi_buffers import TapiError
from tray.telephony.tapi_calls import Step, TapiCalls
from tray.telephony.tapi_control import Command, TapiControl
from tray.telephony.tapi_model import CallInfo, CallStatus, Message
from tray.telephony.tapi_session import TapiSession
from tray.telephony.tapi_timing import TapiTiming
from tray.texts import translate

_DWORD = 0xFFFFFFFF
_REMEMBERED = 200


class Reinitialise(Exception):
    """Windows telephony asks to end the session and to begin a new one."""


class TapiListener:
    """Listens to one session.

    Args:
        session: the session.
        calls: the calls; they outlive the session.
        report: takes the facts.
        clock: monotonic seconds.
        timing: after which times a command has failed, and a silent service is asked whether it is there.
    """

    def __init__(
        self, session: TapiSession, calls: TapiCalls, report: Report, clock: Callable[[], float], timing: TapiTiming
    ) -> None:
        self.session = session
        self._library = session.library
        self._calls = calls
        self._report = report
        self._clock = clock
        self._control = TapiControl(session, timing.reply_s)
        self._probe_s = timing.probe_s
        self._heard = clock()
        self._freed: deque[int] = deque(maxlen=_REMEMBERED)

    def open_missing(self) -> None:
        """Open the chosen lines that are not open, and take in the calls that go on there."""
        for line in self.session.open_missing():
            with contextlib.suppress(TapiError):
                for handle in self._library.new_calls(line):
                    self._adopt(handle, line, returned=True)
                    self._look(handle)

    def choose(self, chosen: tuple[str, ...]) -> bool:
        """Close the lines that are not chosen any more, their calls end as lost; whether others were chosen before."""
        if chosen == self.session.chosen:
            return False
        for line in self.session.choose(chosen):
            device = self.session.device(line)
            if device is not None:
                self._do(self._calls.lose(self._clock(), device.line_id))
            self.session.close_line(line)
        return True

    def settle(self) -> None:
        """All lines were opened: calls of a former session that did not come back are over."""
        self._do(self._calls.settle(self._clock()))

    def take(self, message: Message) -> bool:
        """Take one message; whether it changed which lines there are.

        Raises:
            Reinitialise: the session must end.
        """
        self._heard = self._clock()
        device, param1, param2 = message.device, message.param1 & _DWORD, message.param2 & _DWORD
        match message.message:
            case tapi.LINE_APPNEWCALL:
                self._adopt(param2, device)
            case tapi.LINE_CALLSTATE:
                self._state(device, CallStatus(param1, param2))
            case tapi.LINE_CALLINFO:
                self._inform(device)
            case tapi.LINE_REPLY:
                self._control.replied(param1, param2)
            case tapi.LINE_LINEDEVSTATE if param1 & tapi.LINEDEVSTATE_REINIT:
                raise Reinitialise
            case tapi.LINE_CREATE | tapi.LINE_REMOVE | tapi.LINE_CLOSE:
                self._line(message.message, device, param1)
                return True
        return False

    def pass_time(self) -> None:
        """Give up commands whose outcome does not come, and ask a service that was silent for long.

        Raises:
            TapiError: the service has gone without a word.
        """
        now = self._clock()
        self._control.expire(now)
        if now - self._heard >= self._probe_s:
            self._heard = now
            self.session.probe()

    def dial(self, number: str, failed: Failed, *, any_line: bool) -> None:
        """Begin a call; `failed` is called where that does not work. See `TapiControl.dial`."""

        def begun(handle: int, line: int) -> None:
            self._adopt(handle, line, dialled=number)
            self._look(handle)

        self._control.dial(number, begun, failed, any_line=any_line, now=self._clock())

    def command(self, command: Command, call_id: str, failed: Failed) -> None:
        """Do something with the call that was reported under this id."""
        handle = self._calls.handle(call_id)
        if handle is None:
            failed(SourceFailed(translate("Phones", "The telephone has no such call any more.")))
        else:
            self._control.command(command, handle, failed, self._clock())

    def close(self, *, again: bool) -> None:
        """End the session. Calls end as lost, but for those that may be found `again` in the next one."""
        self._control.close()
        self._do(self._calls.set_aside() if again else self._calls.lose(self._clock()))
        self.session.close()

    def _state(self, handle: int, status: CallStatus) -> None:
        if not self._inform(handle):
            return
        self._do(self._calls.changed(handle, status, self._clock()))
        if status.state == tapi.LINECALLSTATE_DISCONNECTED:
            self._control.disconnected(handle)

    def _inform(self, handle: int) -> bool:
        """Read again what is known about a call; whether there is such a call.

        One that nobody announced is taken in: messages about a call that we made can come before its handle does.
        """
        if handle in self._calls:
            with contextlib.suppress(TapiError):
                self._do(self._calls.informed(handle, self._library.call_info(handle), self._clock()))
            return True
        if handle in self._freed:
            return False
        with contextlib.suppress(TapiError):
            info = self._library.call_info(handle)
            if self.session.device(info.line) is not None:
                self._adopt(handle, info.line)
        return handle in self._calls

    def _look(self, handle: int) -> None:
        """Ask for the state of a call whose messages we did not hear."""
        with contextlib.suppress(TapiError):
            self._do(self._calls.changed(handle, self._library.call_status(handle), self._clock()))

    def _adopt(self, handle: int, line: int, *, dialled: str = "", returned: bool = False) -> None:
        """A call has a handle, which is ours to give back."""
        with contextlib.suppress(ValueError):
            self._freed.remove(handle)
        of = self.session.call_line(line)
        if of is None:
            self._do(Step(free=(handle,)))
            return
        info = CallInfo(line)
        with contextlib.suppress(TapiError):
            info = self._library.call_info(handle)
        self._do(self._calls.appeared(handle, of, info, self._clock(), dialled=dialled, returned=returned))

    def _line(self, what: int, line: int, device: int) -> None:
        """A line came, went, or was closed."""
        if what == tapi.LINE_CREATE:
            self.session.add(device)
            self.open_missing()
            return
        gone = self.session.closed(line) if what == tapi.LINE_CLOSE else self.session.known(device)
        if gone is not None:
            self._do(self._calls.lose(self._clock(), gone.line_id))
        if what == tapi.LINE_REMOVE:
            self.session.remove(device)

    def _do(self, step: Step) -> None:
        for fact in step.facts:
            self._report(fact)
        for handle in step.free:
            with contextlib.suppress(TapiError):
                self._library.free(handle)
            self._control.freed(handle)
            self._freed.append(handle)
