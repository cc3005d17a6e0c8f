"""Waiting for a server no longer than somebody wants to wait, whatever it does meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from tray.errors import Offline
from tray.identity.errors import Cancelled
from tray.texts import translate

_LOOK_S = 0.1
_T = TypeVar("_T")


def within(limit_s: float, stop: threading.Event, work: Callable[[], _T], host: str) -> _T:
    """What `work` gives, on a thread of its own that is left to itself when it takes too long.

    Raises:
        Offline: it took longer than `limit_s` seconds.
        Cancelled: `stop` was set.
        Exception: what `work` raises.
    """
    done = threading.Event()
    given: list[_T] = []
    raised: list[Exception] = []

    def run() -> None:
        try:
            given.append(work())
        except Exception as error:  # noqa: BLE001 - it is raised again where somebody waits
            raised.append(error)
        done.set()

    threading.Thread(target=run, name="asking", daemon=True).start()
    end = time.monotonic() + limit_s
    while not done.wait(_LOOK_S):
        if stop.is_set():
            raise Cancelled(translate("SignIn", "The sign-in was cancelled."))
        if time.monotonic() > end:
            raise Offline(translate("SignIn", "{host} takes too long to answer.").format(host=host))
    if raised:
        raise raised[0]
    return given[0]
