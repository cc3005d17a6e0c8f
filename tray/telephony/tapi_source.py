"""The source that listens to the telephony lines of Windows (TAPI 2.x), and dials with them.

One thread waits for the messages of the telephony service and looks at what they are about. It listens only; rights to
control a call are taken for a command and given back. The service may be missing, stop, start anew, or lose and gain
lines: that is a state of this source, and it tries again. Commands of the user run on a thread of their own, because
the waiting thread cannot be woken; a lock keeps the two apart, and the waiting itself is done without it.
"""

from __future__ import annotations

import logging
import random
import re
import secrets
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace

from tray.errors import InvalidInput, Offline, SourceFailed
from tray.telephony import tapi
from tray.telephony.base import Failed, Report, SourceState, SourceStatus, StatusChanged
from tray.telephony.connection import retry_wait
from tray.telephony.line_source import TRYING_AGAIN
from tray.telephony.tapi_buffers import TapiError
from tray.telephony.tapi_call import SOURCE
from tray.telephony.tapi_calls import TapiCalls
from tray.telephony.tapi_control import NO_LINE, Command
from tray.telephony.tapi_library import TapiLibrary
from tray.telephony.tapi_listener import Reinitialise, TapiListener
from tray.telephony.tapi_model import Message, TapiLine
from tray.telephony.tapi_session import TapiSession
from tray.telephony.tapi_states import ASKING, FAULT, NO_LIBRARY, NOT_HERE, REPORTS, state_with, words_of
from tray.telephony.tapi_timing import TapiTiming
from tray.texts import joined, translate

_logger = logging.getLogger(__name__)
_STOP_S = 2.0
_DIALLABLE = re.compile(r"\+?[0-9]{1,32}")
_QUICK_ENDS = 20
LIBRARY: Callable[[], TapiLibrary] | None = TapiLibrary if sys.platform == "win32" else None
"""Loads the library of this system."""


class TapiSource:
    """The telephony lines of this machine.

    Args:
        lines: the lines to listen to, by permanent id or name; empty is all voice lines.
        report: called with each fact, on the source's thread; it must only queue it.
        clock: monotonic seconds.
        load: gives the library; None where there is none. The default is that of Windows.
        jitter: spreads the retries; a seeded one makes them repeatable.
        changed: called after each change of `status` or `lines`, on the source's thread.
        timing: for tests, the defaults are right for a desk.
    """

    name = SOURCE
    reports = REPORTS

    def __init__(
        self,
        lines: tuple[str, ...],
        report: Report,
        clock: Callable[[], float] = time.monotonic,
        *,
        load: Callable[[], TapiLibrary] | None = LIBRARY,
        jitter: random.Random | None = None,
        changed: StatusChanged = lambda: None,
        timing: TapiTiming | None = None,
    ) -> None:
        self.choose(lines)
        self._clock = clock
        self._load, self._report, self._changed = load, report, changed
        self._jitter = jitter or random.SystemRandom()
        self._timing = timing or TapiTiming()
        self._calls = TapiCalls(secrets.token_hex(3))
        self._lock = threading.RLock()
        self._wake = threading.Event()
        self._stopping = False
        self._thread: threading.Thread | None = None
        self._listener: TapiListener | None = None
        self._lines: tuple[TapiLine, ...] = ()
        self._starts = 0
        self._opens = 0
        self._opened_at = 0.0
        self._retry_at = 0.0
        self._status = SourceStatus(SOURCE, SourceState.OFF, translate("Phones", "Not started."), self.reports)

    def start(self) -> None:
        """Begin to listen; on other systems than Windows there is nothing to listen to."""
        if self._load is None:
            self._set(SourceState.OFF, NOT_HERE)
            return
        self._set(SourceState.WAITING, ASKING)
        self._thread = threading.Thread(target=self._run, args=(self._load,), name=f"source-{SOURCE}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread; calls that are still up end as lost."""
        self._stopping = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join(_STOP_S)
            self._set(SourceState.OFF, translate("Phones", "Stopped."))

    def status(self) -> SourceStatus:
        """The state at this moment."""
        return self._status

    def lines(self) -> tuple[TapiLine, ...]:
        """The voice lines of this machine as they were last seen, chosen or not."""
        return self._lines

    @property
    def chosen(self) -> tuple[str, ...]:
        """The lines to listen to, as the constructor takes them."""
        return self._chosen

    def choose(self, lines: tuple[str, ...]) -> None:
        """Listen to these lines instead; returns at once, and holds within `message_ms`. From any thread."""
        self._chosen = tuple(line for line in lines if line)

    def retry_now(self) -> None:
        """Try at once again where something is missing: the service, or a line."""
        self._starts = self._opens = 0
        self._retry_at = self._clock()
        self._wake.set()

    def dial(self, number: str, failed: Failed) -> None:
        """Let the telephone dial; returns at once, and the call shows itself by its facts.

        Args:
            number: digits with or without a leading plus.
            failed: called on another thread where no call begins.

        Raises:
            InvalidInput: the telephone must not be given that text.
            Offline: no line is open.
        """
        if not _DIALLABLE.fullmatch(number):
            raise InvalidInput(translate("Phones", "This number cannot be given to the telephone."))
        self._begin(lambda listener: listener.dial(number, failed, any_line=not self._chosen), failed)

    def answer(self, call_id: str, failed: Failed) -> None:
        """Answer the call that was reported under this id. Errors as in `dial`."""
        self._command(Command.ANSWER, call_id, failed)

    def hang_up(self, call_id: str, failed: Failed) -> None:
        """End, refuse or cancel the call that was reported under this id. Errors as in `dial`."""
        self._command(Command.HANG_UP, call_id, failed)

    def hold(self, call_id: str, failed: Failed) -> None:
        """Put the call that was reported under this id on hold. Errors as in `dial`."""
        self._command(Command.HOLD, call_id, failed)

    def unhold(self, call_id: str, failed: Failed) -> None:
        """Take the call that was reported under this id back from hold. Errors as in `dial`."""
        self._command(Command.UNHOLD, call_id, failed)

    def _command(self, command: Command, call_id: str, failed: Failed) -> None:
        self._begin(lambda listener: listener.command(command, call_id, failed), failed)

    def _begin(self, job: Callable[[TapiListener], None], failed: Failed) -> None:
        """Run a command of the user on a thread of its own."""
        if self._status.state is not SourceState.CONNECTED:
            raise Offline(NO_LINE, hint=self._status.detail)

        def work() -> None:
            with self._lock:
                try:
                    if self._listener is None:
                        failed(SourceFailed(NO_LINE))
                    else:
                        job(self._listener)
                except Exception:
                    _logger.exception("a command to Windows telephony failed")
                    failed(SourceFailed(FAULT))

        threading.Thread(target=work, name=f"{SOURCE}-command", daemon=True).start()

    # The source's thread, from here on.

    def _run(self, load: Callable[[], TapiLibrary]) -> None:
        library: TapiLibrary | None = None
        while not self._stopping:
            try:
                library = library or load()
            except OSError as error:
                _logger.info("Windows telephony: %s", error)
                self._is_away(SourceState.WAITING, joined(NO_LIBRARY, TRYING_AGAIN))
                continue
            try:
                self._listen(library)
            except Reinitialise:
                self._set(SourceState.WAITING, ASKING)
                self._pause(at_once=self._starts == 0)
            except TapiError as error:
                _logger.info("Windows telephony: %s", error)
                self._is_away(SourceState.WAITING, joined(words_of(error.code), TRYING_AGAIN))
            except Exception:
                _logger.exception("a source failed and starts over")
                self._is_away(SourceState.ERROR, FAULT)
        self._lose()

    def _listen(self, library: TapiLibrary) -> None:
        """One session, from its begin to its end."""
        began = self._clock()
        again = False
        with self._lock:
            session = TapiSession(library, self._chosen)
            listener = TapiListener(session, self._calls, self._report, self._clock, self._timing)
        try:
            with self._lock:
                self._listener = listener
                self._open_lines(listener)
                listener.settle()
            self._loop(listener)
        except Reinitialise:
            again = True
            raise
        finally:
            with self._lock:
                self._listener = None
                listener.close(again=again)
            if self._clock() - began >= self._timing.proven_s:
                self._starts = 0

    def _loop(self, listener: TapiListener) -> None:
        """Take messages until the source stops or the service goes away. That none came in time is an error too."""
        session, quick = listener.session, 0
        while not self._stopping:
            asked = self._clock()
            message: Message | None = None
            try:
                message = session.library.message(session.app, self._timing.message_ms)
            except TapiError as error:
                at_once = (self._clock() - asked) * 2000.0 < self._timing.message_ms
                quick = quick + 1 if at_once else 0
                if error.code != tapi.LINEERR_OPERATIONFAILED or quick >= _QUICK_ENDS:
                    raise
            with self._lock:
                if message is not None and listener.take(message):
                    self._lines_changed(listener)
                listener.pass_time()
                self._try_missing(listener)

    def _try_missing(self, listener: TapiListener) -> None:
        """Open what is newly chosen, and again what is closed when it is time; a click asks anew without any line."""
        asked = self._wake.is_set()
        self._wake.clear()
        if asked and not listener.session.open_lines:
            raise Reinitialise
        others = listener.choose(self._chosen)
        if others or (listener.session.missing() and self._clock() >= self._retry_at):
            self._open_lines(listener)

    def _open_lines(self, listener: TapiListener) -> None:
        listener.open_missing()
        self._opened_at = self._clock()
        self._lines_changed(listener)

    def _lines_changed(self, listener: TapiListener) -> None:
        """Plan the next attempt where lines are closed, and tell how things are."""
        session = listener.session
        if session.missing():
            if self._clock() - self._opened_at >= self._timing.proven_s:
                self._opens = 0
            self._retry_at = self._clock() + retry_wait(self._timing.retry, self._opens, self._jitter)
            self._opens += 1
        self._lines = session.lines()
        self._set(*state_with(session))

    def _is_away(self, state: SourceState, detail: str) -> None:
        """There is no session."""
        self._lose()
        self._lines = tuple(replace(line, open=False) for line in self._lines)
        self._set(state, detail)
        self._pause()

    def _lose(self) -> None:
        """Calls that were to be found again in another session are over."""
        for fact in self._calls.lose(self._clock()).facts:
            self._report(fact)

    def _pause(self, *, at_once: bool = False) -> None:
        """Wait before the next attempt, longer each time; a click or the end cuts it short."""
        wait = 0.0 if at_once else retry_wait(self._timing.retry, self._starts, self._jitter)
        self._starts += 1
        if not self._stopping:
            self._wake.wait(wait)
            self._wake.clear()

    def _set(self, state: SourceState, detail: str) -> None:
        if self._stopping and state is not SourceState.OFF:
            return  # a library that hung when the source was stopped has nothing more to say
        self._status = replace(self._status, state=state, detail=detail)
        self._changed()
