"""Asking the user interface of another process for a sign of life, without touching that process.

One pixel of its window is made invalid; the X server tells the process, whose user interface paints it again, and the
server tells us that (DAMAGE). The delay is the time for which that thread was busy, plus one small painting.
"""

from __future__ import annotations

import select
import time
from types import TracebackType
from typing import Any, Self

_SPOT = (2, 60)


class UiPing:
    """Pings the process that owns `window`, which must be visible and keep its size."""

    def __init__(self, display: str, window: int) -> None:
        from Xlib.display import Display
        from Xlib.ext import damage

        self._display: Any = Display(display)
        self._display.damage_query_version()
        self._window = self._display.create_resource_object("window", window)
        self._damage = self._window.damage_create(damage.DamageReportRawRectangles)
        self._display.sync()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._display.close()

    def ask(self, limit_s: float = 10.0) -> float:
        """Seconds until the pixel was painted again."""
        self._painted()
        begun = time.perf_counter()
        self._window.clear_area(*_SPOT, 1, 1, True)
        self._display.flush()
        while not self._painted():
            left = begun + limit_s - time.perf_counter()
            if left <= 0:
                raise TimeoutError("the user interface does not paint")
            select.select([self._display], [], [], left)
        return time.perf_counter() - begun

    def _painted(self) -> bool:
        """Whether one of the paintings since the last look was that of the pixel."""
        found = False
        while self._display.pending_events():
            area = getattr(self._display.next_event(), "area", None)
            found |= area is not None and (area.x, area.y, area.width, area.height) == (*_SPOT, 1, 1)
        return found
