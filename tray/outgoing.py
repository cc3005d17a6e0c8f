"""Dialling for the user: the call opens at once, then the phone is asked, and what stands in the way is told."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from tray.calls.model import CallEvent, CallState, Cause
from tray.calls.tracker import DIAL_SOURCE
from tray.core import Core
from tray.errors import CtiError
from tray.phones import Phones


class Outgoing:
    """Dials.

    Args:
        core: opens the call.
        phones: does the dialling.
        monotonic: the clock of the core.
        refused: told what stands in the way of something that the user asked for.
    """

    def __init__(
        self, core: Core, phones: Phones, monotonic: Callable[[], float], refused: Callable[[Exception], None]
    ) -> None:
        self._core = core
        self._phones = phones
        self._monotonic = monotonic
        self._refused = refused

    def dial(self, number: str) -> None:
        """Dial a number, from any thread; what stands in the way is told in a notice."""
        self._core.run(lambda: self._dial(number))

    def dial_now(self, number: str) -> str:
        """Dial a number, on the core's thread; gives the id of the call.

        Raises:
            CtiError: the number or the phone does not allow it.
        """
        call_id = f"dial-{uuid.uuid4().hex[:12]}"

        def failed(error: CtiError) -> None:
            event = CallEvent(DIAL_SOURCE, call_id, CallState.ENDED, self._monotonic(), cause=Cause.FAILED)
            self._core.report(event)
            self._refused(error)

        # The phone's first report waits in the core's queue until this is done, so it finds the call.
        self._phones.dial(number, failed)
        self._core.dial_now(call_id, number)
        return call_id

    def _dial(self, number: str) -> None:
        try:
            self.dial_now(number)
        except CtiError as error:
            self._refused(error)
