"""The LAN listener: desk phones report their calls to it over the network, where the user switched it on.

It is the receiver's smaller sister: only listed addresses are listened to, it has a token of its own, and it takes
events and nothing else: no commands, no links. Plain HTTP, as desk phones speak it, so it can do no more than report.
"""

from __future__ import annotations

import itertools
import logging
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tray.errors import CtiError, SourceFailed
from tray.telephony.address import Address, read_address
from tray.telephony.base import Ability, Report, SourceState, SourceStatus, StatusChanged
from tray.telephony.heard import Remark, Tell, Trouble, tell_nobody
from tray.telephony.lan_addresses import AllowedAddresses, names_address, read_ip
from tray.telephony.listening import listen_at
from tray.telephony.loopback_http import LoopbackServer
from tray.telephony.loopback_messages import Head, Limits
from tray.telephony.receiver_api import Door, Kept, ReceiverApi
from tray.telephony.receiver_calls import FormerCall, OpenCalls
from tray.telephony.receiver_file import Keys
from tray.telephony.receiver_guard import Bucket
from tray.texts import translate

SOURCE = "lan"
EVENTS_PER_S = 500.0
EVENTS_AT_ONCE = 2000
REPORTS = tuple(ability for ability in Ability if ability is not Ability.DIAL)
_KEY = "sources.lan.address"
_log = logging.getLogger("cti_tray.lan")


@dataclass(frozen=True, slots=True)
class LanSettings:
    """Whether, where (`host:port`) and for which addresses and networks it listens."""

    enabled: bool = False
    address: str = "0.0.0.0:8125"
    allowed: tuple[str, ...] = ()


class LanListener:
    """The source named "lan"; each phone that reports to it is a source of its own, such as "lan@192.168.1.20".

    Args:
        settings: see there; `apply` changes them while the tray runs.
        keys: gives the tokens that are valid at the moment; the one for the network is asked for.
        report: takes each fact; only puts it into a queue.
        kept: tells when the reports so far are safe on disk.
        changed: called when the state became another.
        tell: hears what was refused, and why.
        clock: monotonic seconds.
        limits: what one client may take.
        events: how many events per second, and how many at once, are taken from all phones together.
    """

    name = SOURCE

    def __init__(
        self,
        settings: LanSettings,
        keys: Callable[[], Keys],
        report: Report,
        *,
        kept: Kept | None = None,
        changed: StatusChanged = lambda: None,
        tell: Tell = tell_nobody,
        clock: Callable[[], float] = time.monotonic,
        limits: Limits | None = None,
        events: tuple[float, int] = (EVENTS_PER_S, EVENTS_AT_ONCE),
    ) -> None:
        self._settings = settings
        self._keys = keys
        self._report = report
        self._kept = kept
        self._changed = changed
        self._tell = tell
        self._clock = clock
        self._limits = replace(limits or Limits(), mend_targets=True)
        self._events = events
        self._lock = threading.Lock()
        self._server: LoopbackServer | None = None
        self._allowed = AllowedAddresses(())
        self._state, self._detail = SourceState.OFF, ""
        self._show(SourceState.OFF, _switched_off())

    @property
    def settings(self) -> LanSettings:
        """What holds now."""
        return self._settings

    @property
    def port(self) -> int:
        """Where phones report to; 0 while nothing listens."""
        return self._server.port if self._server is not None else 0

    def start(self, former: Iterable[FormerCall] = ()) -> None:
        """Listen where it is switched on; what stands in the way is told by `status`."""
        with self._lock:
            if self._server is None:
                self._listen(former)

    def stop(self) -> None:
        """Close everything and end the thread."""
        with self._lock:
            self._close()
            self._show(SourceState.OFF, translate("Phones", "Stopped."))

    def apply(self, settings: LanSettings) -> None:
        """Listen by these settings from now on. Waits for the end of the former listener, at most two seconds."""
        with self._lock:
            self._close()
            self._settings = settings
            self._listen(())
        self._changed()

    def status(self) -> SourceStatus:
        """The state at this moment."""
        server = self._server
        if server is not None and not server.serving:
            failed = translate("Phones", "It has failed; restart CTI Tray.")
            return SourceStatus(SOURCE, SourceState.ERROR, failed, REPORTS)
        return SourceStatus(SOURCE, self._state, self._detail, REPORTS)

    def _close(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.stop()

    def _show(self, state: SourceState, detail: str) -> None:
        self._state, self._detail = state, detail

    def _listen(self, former: Iterable[FormerCall]) -> None:
        if not self._settings.enabled:
            self._show(SourceState.OFF, _switched_off())
            return
        try:
            address = read_address(self._settings.address, _KEY)
            self._allowed = AllowedAddresses(self._settings.allowed)
            listener = _listener(address)
        except CtiError as error:
            self._show(SourceState.ERROR, error.message)
            _log.warning("%s", error)
            return
        self._server = LoopbackServer([listener], self._api(former), self._limits, self._may_connect)
        self._server.start()
        self._show(
            SourceState.CONNECTED if self._allowed else SourceState.WAITING,
            translate("Phones", "Listening for desk phones.")
            if self._allowed
            else translate("Phones", "No phone may report yet: name its address in sources.lan.allowed."),
        )

    def _may_connect(self, client: str) -> bool:
        if self._allowed.hold(client):
            return True
        self._tell(Remark(SOURCE, Trouble.ADDRESS, client=client))
        return False

    def _api(self, former: Iterable[FormerCall]) -> ReceiverApi:
        run = f"l{secrets.token_hex(6)}"
        numbers = itertools.count(1)
        calls = OpenCalls(lambda: f"{run}-{next(numbers)}")
        calls.take_up(former, self._clock())
        return ReceiverApi(
            lambda: self._keys().for_lan(),
            self._report,
            calls,
            Bucket(*self._events, self._clock),
            self._clock,
            kept=self._kept,
            door=Door(SOURCE, _names_this_machine, links=False, phones=True, tell=self._tell),
        )


def _names_this_machine(host: str, head: Head) -> bool:
    return names_address(host, head.own)


def _listener(address: Address) -> socket.socket:
    """A socket that listens there; a SourceFailed says why there is none."""
    if read_ip(address.host) is None:
        raise SourceFailed(
            translate("Phones", "{key} must be a number such as 0.0.0.0:8125, not a name.").format(key=_KEY)
        )
    try:
        return listen_at(address.host, address.port)
    except OSError as error:
        raise SourceFailed(
            translate("Phones", "Nothing can listen for desk phones at {address}: {reason}.").format(
                address=str(address), reason=error.strerror or type(error).__name__
            )
        ) from error


def _switched_off() -> str:
    return translate("Phones", "Switched off: desk phones are not heard. See [sources.lan] in config.toml.")
