"""What the user sees during set-up: one line per step, counted and timed.

On a terminal the line of the running step is redrawn in place; elsewhere (a log, CI) plain lines are printed, with a
sign of life now and then. It must not know what the steps do.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from tray.errors import CtiError

SIGN_OF_LIFE_S = 20.0
REDRAW_S = 0.2


class Console:
    """Prints steps and results to one stream."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdout
        self._redraws = self._stream.isatty()

    def say(self, text: str = "") -> None:
        """Print one line."""
        print(text, file=self._stream, flush=True)

    def failure(self, error: CtiError) -> None:
        """Print an error as one line on stderr, and the hint, if there is one, as a second."""
        self._stream.flush()
        print(f"Error: {error.message}", file=sys.stderr)
        if error.hint:
            print(f"  {error.hint}", file=sys.stderr, flush=True)

    @contextmanager
    def step(self, title: str) -> Iterator[Step]:
        """Show a long step: its title now, its details as they come, its duration at the end."""
        step = Step(title, self._stream, redraws=self._redraws)
        try:
            yield step
        except BaseException as error:
            step.close("stopped" if isinstance(error, KeyboardInterrupt) else "failed")
            raise
        step.close("done")


class Step:
    """One running step; `update` says how far it is and may be called as often as one likes."""

    def __init__(self, title: str, stream: TextIO, *, redraws: bool) -> None:
        self._title = title
        self._stream = stream
        self._redraws = redraws
        self._began = self._last_shown = time.monotonic()
        self._width = 0
        self._detail = ""
        if redraws:
            self._draw(f"{title} ...")
        else:
            self._print(f"{title} ...")

    def update(self, detail: str = "") -> None:
        """Say how far the step is; an empty detail keeps the last one and shows that time goes on."""
        self._detail = detail or self._detail
        now = time.monotonic()
        if now - self._last_shown < (REDRAW_S if self._redraws else SIGN_OF_LIFE_S):
            return
        self._last_shown = now
        text = f"{self._title}: {self._with_time(self._detail, now)}"
        if self._redraws:
            self._draw(text)
        else:
            self._print(f"  {text}")

    def summarise(self, detail: str) -> None:
        """Set what the closing line says."""
        self._detail = detail

    def close(self, result: str) -> None:
        """Print the closing line."""
        words = f"{result}, {self._detail}" if self._detail and result == "done" else result
        text = f"{self._title}: {self._with_time(words, time.monotonic())}"
        if self._redraws:
            self._draw(text)
            self._print("")
        else:
            self._print(text)

    def _with_time(self, words: str, now: float) -> str:
        seconds = now - self._began
        took = f"{seconds:.1f} s" if seconds < 60 else f"{int(seconds) // 60} min {int(seconds) % 60} s"
        return f"{words}, {took}" if words else took

    def _draw(self, text: str) -> None:
        room = max(20, shutil.get_terminal_size().columns - 1)
        text = text[:room]
        self._stream.write("\r" + text.ljust(self._width))
        self._stream.flush()
        self._width = len(text)

    def _print(self, text: str) -> None:
        print(text, file=self._stream, flush=True)
