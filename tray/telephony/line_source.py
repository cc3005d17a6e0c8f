"""What sources that hear a phone over one TCP connection have in common: the line, the status, and telling facts.

What the bytes of the line mean is the business of each source.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import ClassVar

from tray.calls.model import CallEvent
from tray.telephony.address import read_address
from tray.telephony.base import Ability, Report, SourceState, SourceStatus, StatusChanged
from tray.telephony.connection import Line, LineUser, Timing
from tray.texts import joined, translate

TRYING_AGAIN = translate("Phones", "Trying again.")
"""Follows the reason why a line is gone."""


class LineSource(LineUser):
    """One phone, by its address. A source adds what it does on the line's thread (see `LineUser`).

    Args:
        address: `host:port`.
        report: called with each fact, on the source's thread; it must only queue it.
        clock: monotonic seconds.
        jitter: spreads the retries; a seeded one makes them repeatable.
        changed: called on the source's thread after each change of `status`.
        line: waiting times of the line; for tests, the defaults are right for a desk.

    Raises:
        ConfigError: the address is not `host:port`.
    """

    name: ClassVar[str]
    """By which facts, settings and status know the source."""
    phone: ClassVar[str]
    """What it listens to, in sentences."""
    reports: ClassVar[tuple[Ability, ...]]

    def __init__(
        self,
        address: str,
        report: Report,
        clock: Callable[[], float] = time.monotonic,
        *,
        jitter: random.Random | None = None,
        changed: StatusChanged = lambda: None,
        line: Timing | None = None,
    ) -> None:
        where = read_address(address, f"sources.{self.name}.address")
        self._line = Line(self.name, where, self, timing=line or Timing(), clock=clock, jitter=jitter)
        self._report = report
        self._clock = clock
        self._changed = changed
        self._status = SourceStatus(self.name, SourceState.OFF, translate("Phones", "Not started."), self.reports)

    def start(self) -> None:
        """Begin to connect."""
        connecting = translate("Phones", "Connecting to {phone} at {address}.")
        self._set(SourceState.WAITING, connecting.format(phone=self.phone, address=self._line.address))
        self._line.start()

    def stop(self) -> None:
        """End the thread; calls that are still up end as lost."""
        self._line.stop()
        self._set(SourceState.OFF, translate("Phones", "Stopped."))

    def status(self) -> SourceStatus:
        """The state at this moment."""
        return self._status

    def retry_now(self) -> None:
        """Connect at once where the source is waiting to try again."""
        self._line.retry_now()

    def _is_up(self) -> bool:
        return self._status.state is SourceState.CONNECTED

    def _is_connected(self, limits: str = "") -> None:
        listening = translate("Phones", "Listening to {phone} at {address}.")
        self._set(SourceState.CONNECTED, joined(listening.format(phone=self.phone, address=self._line.address), limits))

    def _tell(self, facts: Iterable[CallEvent]) -> None:
        for fact in facts:
            self._report(fact)

    def _set(self, state: SourceState, detail: str) -> None:
        self._status = replace(self._status, state=state, detail=detail)
        self._changed()
