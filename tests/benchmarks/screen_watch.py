"""Seeing from outside when a pixel of the screen changes, by the X server's own word for it (DAMAGE).

Nothing is polled, so that watching takes no time from what is watched: each time the server says that something was
drawn, one pixel is read back.
"""

from __future__ import annotations

import select
import time
from types import TracebackType
from typing import Any, Self


class PixelWatch:
    """Watches the pixel at `x`, `y` of a display."""

    def __init__(self, display: str, x: int, y: int) -> None:
        from Xlib.display import Display
        from Xlib.ext import damage

        self._place = (x, y)
        self._display: Any = Display(display)
        self._root = self._display.screen().root
        self._display.damage_query_version()
        self._damage = self._root.damage_create(damage.DamageReportRawRectangles)
        self._display.sync()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._display.close()

    def pixel(self) -> bytes:
        """The colour of the pixel at this moment."""
        from Xlib import X

        data: bytes = self._root.get_image(*self._place, 1, 1, X.ZPixmap, 0xFFFFFFFF).data
        return data

    def until(self, *, other_than: bytes | None = None, back_to: bytes | None = None, limit_s: float = 10.0) -> float:
        """Wait until the pixel has another colour, or a colour again; gives the time of `time.perf_counter`."""
        end = time.monotonic() + limit_s
        while True:
            self._drain()
            now_has = self.pixel()
            if now_has == back_to or (other_than is not None and now_has != other_than):
                return time.perf_counter()
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutError("nothing was drawn there in time")
            if not self._display.pending_events():
                select.select([self._display], [], [], left)

    def _drain(self) -> None:
        while self._display.pending_events():
            self._display.next_event()
