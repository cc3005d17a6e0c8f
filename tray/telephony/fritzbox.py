"""The source that listens to the call monitor of a FRITZ!Box, which tells every call of the box as lines over TCP.

The user switches the monitor on once by dialling `#96*5*` on a phone at the box. It only tells: it cannot be asked, so
calls that are up when the connection breaks end as lost; and it cannot dial. All phones at the box share it.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from tray.telephony.base import Ability, Report, SourceState, StatusChanged
from tray.telephony.connection import Timing, WrongPeer
from tray.telephony.fritzbox_calls import SOURCE, FritzBoxCalls
from tray.telephony.line_source import TRYING_AGAIN, LineSource
from tray.texts import joined, translate

_LONGEST_LINE = 1024
_STRANGE_LINES = 20
_PROVEN_S = 10.0


class FritzBoxSource(LineSource):
    """One FRITZ!Box, by the address of its call monitor, whose port is 1012. Arguments as those of `LineSource`."""

    name = SOURCE
    phone = translate("Phones", "the FRITZ!Box")
    reports = (Ability.INCOMING, Ability.OUTGOING, Ability.CONNECTED, Ability.ENDED, Ability.NUMBER)

    def __init__(
        self,
        address: str,
        report: Report,
        clock: Callable[[], float] = time.monotonic,
        *,
        jitter: random.Random | None = None,
        changed: StatusChanged = lambda: None,
        timing: Timing | None = None,
    ) -> None:
        super().__init__(address, report, clock, jitter=jitter, changed=changed, line=timing)
        self._calls = FritzBoxCalls()
        self._rest = b""
        self._skipping = False
        self._strange = 0

    # The line's thread, from here on.

    def opened(self) -> None:
        """The box says nothing until there is a call, so an open line counts, except after a wrong answer."""
        self._rest = b""
        self._skipping = False
        self._strange = 0
        self._line.wake_at(self._clock() + _PROVEN_S)
        if self._status.state is not SourceState.ERROR:
            self._is_connected()

    def received(self, data: bytes) -> None:
        """Take the next bytes; lines may come in any pieces."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            if self._skipping or len(line) > _LONGEST_LINE:
                self._skipping = False
                self._count_strange()
            else:
                self._take(line)
        if len(self._rest) > _LONGEST_LINE:
            self._skipping = True
            self._rest = b""

    def closed(self, reason: str, *, wrong_peer: bool) -> None:
        """End the calls, and say how to switch the monitor on where the box refuses."""
        self._line.wake_at(None)
        self._tell(self._calls.lose_all(self._clock()))
        hint = translate("Phones", "Dial #96*5* on a phone at the box if its call monitor is off.")
        hinted = not wrong_peer and not self._is_up()
        state = SourceState.ERROR if wrong_peer else SourceState.WAITING
        self._set(state, joined(reason, TRYING_AGAIN, hint if hinted else ""))

    def alarm(self) -> None:
        """The line has held for a while."""
        self._prove()

    def stopping(self) -> None:
        """Nobody will hear the ends any more."""
        self._tell(self._calls.lose_all(self._clock()))

    def _take(self, line: bytes) -> None:
        text = _decode(line).strip("\r\0 ")
        if not text:
            return
        facts = self._calls.line(text, self._clock())
        if facts is None:
            self._count_strange()
            return
        self._strange = 0
        self._prove()
        self._tell(facts)

    def _prove(self) -> None:
        self._line.proven()
        if not self._is_up():
            self._is_connected()

    def _count_strange(self) -> None:
        """A stray line is skipped; many in a row are another protocol."""
        self._strange += 1
        if self._strange >= _STRANGE_LINES:
            raise WrongPeer(
                translate("Phones", "What answers at {address} is not the call monitor of a FRITZ!Box.").format(
                    address=self._line.address
                )
            )


def _decode(line: bytes) -> str:
    """Older boxes write Latin-1, newer ones UTF-8."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")
