"""Where somebody who connects a phone can listen to what phones say, refusals included.

It keeps nothing: who listens hears what comes from then on. Facts go on to the core whatever a listener does.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from tray.calls.model import CallEvent
from tray.calls.numbers import NumberReader, is_withheld
from tray.telephony.base import Report
from tray.telephony.heard import Arrival, Remark, Trouble, door_of
from tray.telephony.receiver_guard import Bucket

Listener = Callable[[Arrival | Remark], None]
_MOST_UNFILLED = 16
_REMARKS_PER_S = 4.0
_REMARKS_AT_ONCE = 8
_log = logging.getLogger("cti_tray.phones")


class ListeningPost:
    """Passes on what doors and sources say. All methods may be called from any thread.

    `reader` reads numbers as the rest of the tray does, `clock` gives monotonic seconds.
    """

    def __init__(self, reader: NumberReader, clock: Callable[[], float] = time.monotonic) -> None:
        self._reader = reader
        self._rate = Bucket(_REMARKS_PER_S, _REMARKS_AT_ONCE, clock)
        self._lock = threading.Lock()
        self._listeners: tuple[Listener, ...] = ()
        self._unfilled: dict[str, tuple[str, ...]] = {}

    def before(self, report: Report) -> Report:
        """A report that is heard here first."""

        def heard(event: CallEvent) -> None:
            if self._listeners:
                self._tell(self._arrival(event))
            report(event)

        return heard

    def remarked(self, remark: Remark) -> None:
        """A door says something about a report; a placeholder belongs to the fact that comes next from there.

        More remarks than anybody can read are left out, so that a flood of refusals does not hold up a window.
        """
        if not self._listeners:
            return
        if remark.trouble is not Trouble.PLACEHOLDER:
            if not self._rate.take():
                self._tell(remark)
            return
        with self._lock:
            before = self._unfilled.get(remark.source, ())
            self._unfilled[remark.source] = (*before, remark.field)[-_MOST_UNFILLED:]

    def listen(self, take: Listener) -> Callable[[], None]:
        """Tell `take` everything from now on, on the thread that says it, until what is given back is called."""
        with self._lock:
            self._listeners = (*self._listeners, take)
            self._unfilled.clear()

        def leave() -> None:
            with self._lock:
                self._listeners = tuple(each for each in self._listeners if each is not take)

        return leave

    def _arrival(self, event: CallEvent) -> Arrival:
        with self._lock:
            unfilled = self._unfilled.pop(door_of(event.source), ())
        number = event.number or ""
        if is_withheld(number):
            return Arrival(event, "", bool(number), unfilled)
        return Arrival(event, self._reader.write(self._reader.read(number)), unfilled=unfilled)

    def _tell(self, heard: Arrival | Remark) -> None:
        for listener in self._listeners:
            try:
                listener(heard)
            except Exception as error:  # noqa: BLE001 - a call must not be lost because somebody listens to it
                _log.error("A listener failed: %s", type(error).__name__)
