"""Starting the tray from another program of its own, and waiting until it takes what it is told.

The commands that do so are waited for by browsers and softphones, so this module must not import anything that takes
long, and what it needs only to start is imported then.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from tray.errors import NotRunning
from tray.paths import APP_NAME

START_LIMIT_S = 30.0
_BETWEEN_TRIES_S = 0.1


def until_taken(taken: Callable[[], bool], hint: str) -> None:
    """Start the tray and try until it has taken what it is to be told.

    Args:
        taken: tells the tray; False while there is none that listens. What it raises ends the waiting.
        hint: what the user can do where the tray cannot be started.

    Raises:
        NotRunning: it could not be started, or was not ready within `START_LIMIT_S`.
    """
    has_failed = start()
    pause, deadline = threading.Event(), time.monotonic() + START_LIMIT_S
    while time.monotonic() < deadline and not has_failed():
        if taken():
            return
        pause.wait(_BETWEEN_TRIES_S)
    raise NotRunning(f"{APP_NAME} is not running and could not be started.", hint=hint)


def start() -> Callable[[], bool]:
    """Start the tray; gives what tells whether that failed. One that finds another one running ends without failing."""
    import subprocess

    from tray.links.command import run_command

    try:
        process = subprocess.Popen(  # noqa: S603 - the product itself, with fixed arguments
            run_command(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "DETACHED_PROCESS", 0),
            cwd=Path.home(),  # and not the folder of the caller, which nobody could remove then
        )
    except OSError:
        return lambda: True
    return lambda: process.poll() not in {None, 0}
