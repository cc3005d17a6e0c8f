"""The composition root: builds the tray out of its parts, starts it, ends it.

The only module of this package that imports the user interface, and only to start it. It wires and decides nothing.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tray import config as configuration
from tray import logs
from tray.calls.decisions import Decision
from tray.control import ask
from tray.desktop import display_answers
from tray.errors import CtiError, DataDamaged, NotRunning
from tray.first_run import is_first_run
from tray.instance import InstanceLock
from tray.interfaces import Commands, UserInterface
from tray.paths import APP_NAME, machine_folder, prepare
from tray.telephony.receiver_file import FILE_NAME, load_keys
from tray.wiring import Tray

if TYPE_CHECKING:
    from tray.first_start import FirstStart

_log = logging.getLogger("cti_tray.app")
_SCREEN_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY")
_PATIENCE_S = 15.0
_BETWEEN_TRIES_S = 0.1


@dataclass(frozen=True, slots=True)
class StartOptions:
    """How the tray is started. `demo` places a demo call on the very first start; `offscreen` is where a start
    without a desktop saves its pictures, after which it ends; `background` does not raise a tray that runs already."""

    demo: bool = False
    offscreen: Path | None = None
    background: bool = False


def start(folder: Path, options: StartOptions) -> int:
    """Run the tray of this user until it ends; a second start raises the first. Gives the exit code.

    Raises:
        CtiError: the data folder or the call journal cannot be used, another tray does not answer, or the pictures
            of a start without a desktop cannot be made.
    """
    prepare(folder)
    lock = InstanceLock(folder)
    taken = lock.acquire() if options.background else _becomes_the_one(lock, folder)
    if not taken:
        return 0
    try:
        handler = logs.begin(folder)
        try:
            return _run(folder, options)
        finally:
            logs.end(handler)
    finally:
        lock.release()


def _becomes_the_one(lock: InstanceLock, folder: Path) -> bool:
    """Take the lock, or raise the tray that has it; one that is just starting or ending is given time for that."""
    pause, deadline = threading.Event(), time.monotonic() + _PATIENCE_S
    while not lock.acquire():
        try:
            ask(folder, "raise")
        except NotRunning as error:
            if time.monotonic() > deadline:
                raise _unreachable(folder) from error
            pause.wait(_BETWEEN_TRIES_S)
        else:
            if sys.stdout is not None:
                sys.stdout.write(f"{APP_NAME} is already running.\n")
            return False
    return True


def _unreachable(folder: Path) -> CtiError:
    """Why the tray that has the lock could not be asked."""
    try:
        state = "missing" if load_keys(folder) is None else ""
    except DataDamaged:
        state = "damaged"
    if not state:
        return CtiError(f"{APP_NAME} is already being started or ended.", hint="Wait a moment and try again.")
    return CtiError(
        f"{APP_NAME} is already running, but it cannot be reached: its file {folder / FILE_NAME} is {state}.",
        hint="Choose Quit at its icon, then start it again.",
    )


def _run(folder: Path, options: StartOptions) -> int:
    if options.offscreen is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["PYSTRAY_BACKEND"] = "dummy"
    else:
        _check_desktop()
    from ui.application import run
    from ui.language import Language
    from ui.presenter import UiSettings, Windows
    from ui.theme import Theme, ThemeChoice

    loaded = configuration.load(folder, machine_folder())
    first = options.offscreen is not None or (options.demo and _is_first_start(folder))
    introduced = options.demo or options.offscreen is not None or not is_first_run(folder)
    running = _Running()

    def make_core(ui: UserInterface) -> Commands:
        tray = running.tray = Tray(folder, loaded, ui, running.decided)
        running.ui = ui
        if first:
            running.begin_demo(options.offscreen)
        _watch_threads(tray.failed)
        tray.start()
        return tray

    def make_windows(theme: Theme, commands: Commands) -> Windows:
        from ui.windows import DeskWindows  # while the core starts

        windows = DeskWindows(theme, commands, running.made.administration, running.made.sign_in, running.begin_demo)
        if not introduced:
            windows.show_first_run()
        return windows

    chosen = loaded.config.ui
    settings = UiSettings(
        screen=chosen.screen, theme=ThemeChoice(chosen.theme.value), language=Language(chosen.language.value)
    )
    try:
        code = run(make_core, make_windows, settings)
    finally:
        running.close()
    for part in (running.tray, running.first_start):
        if part is not None and part.problem is not None:
            raise part.problem
    return code


def _is_first_start(folder: Path) -> bool:
    from tray.demo import is_first_start

    return is_first_start(folder)


def _check_desktop() -> None:
    """Refuse to start where Qt would find no screen; it may be told to draw without one."""
    platforms = os.environ.get("QT_QPA_PLATFORM", "xcb").split(";")
    drawn_on_a_display = all(name.startswith(("xcb", "wayland")) or not name for name in platforms)
    if drawn_on_a_display and not display_answers(os.environ):
        named = " and ".join(os.environ[name] for name in _SCREEN_VARIABLES if os.environ.get(name))
        raise CtiError(
            f"The desktop {named} does not answer." if named else "There is no desktop to show cards on.",
            hint="Try again on one, or with --offscreen FOLDER.",
        )


class _Running:
    """What has been started, so that it can be ended whatever happens."""

    def __init__(self) -> None:
        self.tray: Tray | None = None
        self.ui: UserInterface | None = None
        self.first_start: FirstStart | None = None

    @property
    def made(self) -> Tray:
        """The tray, which is made before its windows are."""
        if self.tray is None:
            raise RuntimeError("the tray is not made yet")
        return self.tray

    def begin_demo(self, pictures: Path | None = None) -> None:
        """Play the demo in the running tray, once."""
        if self.first_start is None and self.ui is not None:
            from tray.first_start import FirstStart

            self.first_start = FirstStart(self.made, self.ui, pictures)
            self.first_start.start()

    def decided(self, decision: Decision) -> None:
        if self.first_start is not None:
            self.first_start.decided(decision)

    def close(self) -> None:
        if self.first_start is not None:
            self.first_start.stop()
        if self.tray is not None:
            self.tray.close()


def _watch_threads(failed: Callable[[Exception], None]) -> None:
    """An error that nobody expected, in whichever thread, is logged and told once; never silence, never a traceback."""

    def hook(arguments: threading.ExceptHookArgs) -> None:
        error = arguments.exc_value
        _log.error("the thread %s has ended", arguments.thread and arguments.thread.name)
        if isinstance(error, Exception):
            failed(error)

    threading.excepthook = hook
