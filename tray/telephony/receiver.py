"""The receiver: softphones and `cti-event` report their calls to it over HTTP on this machine.

It keeps one port and one pair of tokens per user across restarts, and is also the door by which commands reach the
running tray. It only turns requests into facts and commands; it knows nothing of calls, cards or settings.
"""

from __future__ import annotations

import itertools
import logging
import random
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tray.errors import CtiError, DataDamaged, SourceFailed
from tray.telephony.base import Ability, Report, SourceState, SourceStatus
from tray.telephony.heard import Tell, tell_nobody
from tray.telephony.listening import listen
from tray.telephony.loopback_http import LoopbackServer
from tray.telephony.loopback_messages import Limits
from tray.telephony.receiver_api import SOURCE, Control, Door, Kept, ReceiverApi
from tray.telephony.receiver_calls import FormerCall, OpenCalls
from tray.telephony.receiver_file import Keys, file_mark, fresh_keys, load_keys, save_keys
from tray.telephony.receiver_guard import Bucket
from tray.texts import joined, translate

EVENTS_PER_S = 500.0
EVENTS_AT_ONCE = 2000
_FIRST_PORTS = range(20_000, 30_000)
_PORTS_TRIED = 20
_log = logging.getLogger("cti_tray.receiver")
_REPORTS = tuple(ability for ability in Ability if ability is not Ability.DIAL)


class Receiver:
    """The source named "receiver".

    Args:
        folder: the user's data folder, where port and tokens are kept.
        report: takes each fact; only puts it into a queue.
        port: the configured port; 0 keeps the one that phones were set up with.
        enabled: whether events are taken; commands are in any case.
        control: runs one verb of the control channel, on a thread of its own; a CtiError is told to the asker.
        kept: tells when the reports so far are safe on disk; the answer to the end of a call waits for it.
        tell: hears what was refused, and why.
        clock: monotonic seconds, for facts and rates.
        limits: what one client may take.
        events: how many events per second, and how many at once, are taken from all clients together.
    """

    def __init__(
        self,
        folder: Path,
        report: Report,
        *,
        port: int = 0,
        enabled: bool = True,
        control: Control | None = None,
        kept: Kept | None = None,
        tell: Tell = tell_nobody,
        clock: Callable[[], float] = time.monotonic,
        limits: Limits | None = None,
        events: tuple[float, int] = (EVENTS_PER_S, EVENTS_AT_ONCE),
    ) -> None:
        self._folder = folder
        self._report = report
        self._port = port
        self._enabled = enabled
        self._control = control
        self._kept = kept
        self._tell = tell
        self._clock = clock
        self._limits = limits
        self._events = events
        self._keys = Keys(0, "", "")
        self._mark: tuple[int, ...] = ()
        self._watching = threading.Lock()
        self._problems: tuple[CtiError, ...] = ()
        self._server: LoopbackServer | None = None
        self._state = SourceState.OFF
        self._detail = "Not started."

    @property
    def name(self) -> str:
        """The name by which facts, settings and status know this source."""
        return SOURCE

    @property
    def keys(self) -> Keys:
        """Port and tokens as they are now."""
        return self._keys

    @property
    def address(self) -> tuple[str, str]:
        """The address that phones report to, and the token for events; ("", "") while nothing listens."""
        if self._server is None:
            return "", ""
        return f"http://127.0.0.1:{self._keys.port}", self._keys.token

    @property
    def problems(self) -> tuple[CtiError, ...]:
        """What the user should know about this start: phones that no longer reach the tray, or soon will not."""
        return self._problems

    def start(self, former: Iterable[FormerCall] = ()) -> None:
        """Listen; what stands in the way is told by `status` and `problems`.

        Args:
            former: calls of a former run that phones may still report about.
        """
        if self._server is not None:
            return
        notices: list[CtiError] = []
        keys = self._load(notices)
        wanted = self._port or keys.home_port
        listeners, port = _listen([wanted, keys.port])
        if not listeners:
            self._state = SourceState.ERROR
            self._detail = translate("Phones", "No port of this machine can be listened on.")
            return
        if wanted and port != wanted:
            notices.append(self._port_taken(wanted))
        self._keys = keys.at_port(port, wanted if 0 < wanted < 65536 else port)
        self._save(notices)
        self._problems = tuple(notices)
        self._server = LoopbackServer(listeners, self._api(former), self._limits)
        self._server.start()
        self._state = SourceState.CONNECTED if self._enabled else SourceState.OFF
        listening = (
            translate("Phones", "Listening for calls.")
            if self._enabled
            else translate("Phones", "Switched off; only commands are taken.")
        )
        self._detail = joined(listening, *(notice.message for notice in notices))
        for notice in notices:
            _log.warning("%s", notice)

    def stop(self) -> None:
        """Close everything and end the thread."""
        server, self._server = self._server, None
        if server is not None:
            server.stop()
        self._state, self._detail = SourceState.OFF, translate("Phones", "Stopped.")

    def new_token(self) -> None:
        """Take events with a new token only, from now on.

        Raises:
            CtiError: the new token cannot be kept; the former one stays.
        """
        self._take_keys(Keys.with_new_token)

    def new_lan_token(self) -> None:
        """Take events of desk phones with a new token only, from now on.

        Raises:
            CtiError: the new token cannot be kept; the former one stays.
        """
        self._take_keys(Keys.with_new_lan_token)

    def status(self) -> SourceStatus:
        """The state at this moment."""
        self._watch_file()
        if self._server is not None and not self._server.serving:
            return SourceStatus(
                SOURCE, SourceState.ERROR, translate("Phones", "It has failed; restart CTI Tray."), _REPORTS
            )
        return SourceStatus(SOURCE, self._state, self._detail, _REPORTS)

    def _take_keys(self, change: Callable[[Keys], Keys]) -> None:
        with self._watching:
            keys = change(self._keys)
            save_keys(self._folder, keys)
            self._keys, self._mark = keys, file_mark(self._folder)

    def _api(self, former: Iterable[FormerCall]) -> ReceiverApi:
        run = f"r{secrets.token_hex(6)}"
        numbers = itertools.count(1)
        calls = OpenCalls(lambda: f"{run}-{next(numbers)}")
        calls.take_up(former, self._clock())
        return ReceiverApi(
            lambda: self._keys,
            self._report,
            calls,
            Bucket(*self._events, self._clock),
            self._clock,
            control=self._control,
            kept=self._kept,
            enabled=self._enabled,
            asked=self._watch_file,
            door=Door(tell=self._tell),
        )

    def _watch_file(self) -> None:
        """Write the file again where it is gone or another: whoever reads it would not reach this tray.

        Once for each change, so that a folder that cannot be written costs nothing more.
        """
        with self._watching:
            if self._server is None or file_mark(self._folder) == self._mark:
                return
            _log.warning("The receiver's settings file was changed or removed; it is written again.")
            self._save([])

    def _load(self, notices: list[CtiError]) -> Keys:
        """Port and event token of the last run, which phones know, with a control token that nobody knows.

        Another user's program may have taken the port while no tray ran, and been sent the former control token.
        """
        fresh = fresh_keys()
        try:
            kept = load_keys(self._folder)
        except DataDamaged:
            notices.append(
                SourceFailed(
                    translate(
                        "Phones",
                        "The receiver's settings file was damaged; there is a new token,"
                        " so phones must be set up again.",
                    ),
                    hint=translate("Phones", "cti-tray receiver shows the new address and token."),
                )
            )
            kept = None
        if kept is None:
            return fresh
        lan_token = kept.lan_token or fresh.lan_token
        return Keys(kept.port, kept.token, fresh.control_token, kept.home_port, lan_token)

    def _save(self, notices: list[CtiError]) -> None:
        try:
            save_keys(self._folder, self._keys)
        except CtiError as error:
            notices.append(
                SourceFailed(
                    translate(
                        "Phones",
                        "The receiver's settings file cannot be written; the token changes with the next start.",
                    ),
                    hint=error.message,
                )
            )
        self._mark = file_mark(self._folder)

    def _port_taken(self, wanted: int) -> SourceFailed:
        end = translate("Phones", "End the other program and restart CTI Tray.")
        choose = translate("Phones", "Or choose another port under [sources.receiver] in config.toml.")
        return SourceFailed(
            translate(
                "Phones",
                "The receiver's port {port} is taken by another program, so phones that report to it are not heard.",
            ).format(port=wanted),
            hint=joined(end, choose) if self._port else end,
        )


def _listen(former: list[int]) -> tuple[list[socket.socket], int]:
    """Listen on the first of the former ports that is free, else on another one."""
    for port in itertools.chain(dict.fromkeys(filter(None, former)), _candidates()):
        try:
            listeners = listen(port)
        except OSError:
            continue
        return listeners, listeners[0].getsockname()[1]
    return [], 0


def _candidates() -> Iterator[int]:
    """Ports for a first start: below those that the system hands out, so that they are free again next time."""
    yield from random.sample(_FIRST_PORTS, _PORTS_TRIED)
    yield 0
