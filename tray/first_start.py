"""What a start with `--demo` does beside running the tray: the demo on the first start, and pictures without a desktop.

It runs on a thread of its own, uses the doors that everybody uses, and never holds up the tray.
"""

from __future__ import annotations

import contextlib
import json
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

from tray import demo
from tray.calls.decisions import CallEnded, Decision, OpenPage, UpdateCard
from tray.control import ask
from tray.errors import CtiError, Refused
from tray.interfaces import UserInterface
from tray.setup.model import Actor
from tray.setup.store import SetupStore
from tray.wiring import Tray

_RINGS_S = 8.0
_TALKS_S = 20.0
_PATIENCE_S = 30.0


class FirstStart:
    """The demo of one start.

    Args:
        tray: the running tray.
        ui: saves the pictures.
        pictures: where a start without a desktop saves them, after which the tray ends; None on a desktop. What
            keeps it from that is its `problem`.
    """

    def __init__(self, tray: Tray, ui: UserInterface, pictures: Path | None) -> None:
        self._tray = tray
        self._ui = ui
        self._pictures = pictures
        self._stop = threading.Event()
        self._page_open = threading.Event()
        self._call_over = threading.Event()
        self._saved = threading.Event()
        self._began: float | None = None
        self._thread = threading.Thread(target=self._run, name="demo", daemon=True)
        self.problem: CtiError | None = None

    def start(self) -> None:
        """Begin, as soon as the tray takes calls."""
        self._thread.start()

    def stop(self) -> None:
        """End it early."""
        self._stop.set()
        self._page_open.set()
        self._call_over.set()
        self._saved.set()
        self._tray.ready.set()
        if self._thread.is_alive():
            self._thread.join(_PATIENCE_S)

    def decided(self, decision: Decision) -> None:
        """A decision was carried out; without a desktop it is printed."""
        if self._pictures is None:
            return
        if isinstance(decision, OpenPage):
            self._page_open.set()
        elif isinstance(decision, CallEnded):
            self._call_over.set()
        if not isinstance(decision, UpdateCard):
            self._began = decision.at if self._began is None else self._began
            _say(json.dumps({**decision.to_data(), "at": round(decision.at - self._began, 3)}))

    def _run(self) -> None:
        self._tray.ready.wait()
        if self._stop.is_set():
            return
        try:
            self._prepare()
            if self._pictures is None:
                self._show()
            else:
                self._save(self._pictures)
        except Exception as error:  # noqa: BLE001 - without a desktop nobody else would end the tray
            if self._pictures is None:
                self._tray.failed(error)
            else:
                self.problem = self._tray.notices.logged(error)
        if self._pictures is not None:
            self._tray.quit()

    def _prepare(self) -> None:
        folder = self._tray.folder
        place = "its icon is in the notification area" if self._pictures is None else "off screen"
        _say(f"CTI Tray runs; {place}. Its data is in {folder}.")
        if demo.load(folder, self._tray.reader):
            _say(
                "A demo address book was loaded, and its record pages open by themselves. README says how to remove it."
            )
        done = threading.Event()
        errors: list[CtiError] = []

        def enter(store: SetupStore, actor: Actor) -> None:
            with contextlib.suppress(Refused):  # who may not change the setup sees the call as it is set up
                demo.set_up(store, actor, datetime.now(UTC))

        def refused(error: CtiError) -> None:
            errors.append(error)
            done.set()

        self._tray.setup.ask(enter, lambda _: done.set(), refused)
        if not done.wait(_PATIENCE_S):
            errors.append(CtiError("The setup store did not answer."))
        if errors:
            raise errors[0]
        ask(folder, "refresh")
        _say("A demo call comes in.")
        if self._pictures is None:
            _say("To end CTI Tray choose Quit at its icon, or give the command: cti-tray quit")

    def _show(self) -> None:
        lengths = iter((_RINGS_S, _TALKS_S))
        demo.play(self._tray.folder, lambda _step: not self._stop.wait(next(lengths)))

    def _save(self, folder: Path) -> None:
        def pause(_step: str) -> bool:
            if not self._page_open.wait(_PATIENCE_S):
                raise CtiError("The demo call opened no page.")
            if not self._stop.is_set():
                self._save_pictures(folder)
            return False

        demo.play(self._tray.folder, pause)
        if not self._call_over.wait(_PATIENCE_S):
            raise CtiError("The demo call did not end.")

    def _save_pictures(self, folder: Path) -> None:
        paths: list[Path] = []

        def done(files: tuple[Path, ...]) -> None:
            paths.extend(files)
            self._saved.set()

        self._ui.save_pictures(folder, done)
        self._saved.wait(_PATIENCE_S)
        if len(paths) < 2:
            raise CtiError(f"The pictures of card and page could not be saved in {folder}.")
        for path in paths:
            _say(f"Saved {path}")


def _say(line: str) -> None:
    """Print a line, where there is anything to print to."""
    if sys.stdout is not None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
