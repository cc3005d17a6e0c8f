"""Running the checks: all at once, each with its own limit of time, and never a traceback.

Another check is another line in `CHECKS`.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from tray import config
from tray.control import ask
from tray.doctor import data, dialling, phones, program, records, settings, setup, sign_in
from tray.doctor.model import Area, Check, Finding, Level, Part, Scene
from tray.errors import CtiError, NotRunning
from tray.instance import LOCK_NAME, InstanceLock
from tray.telephony.receiver_file import FILE_NAME

STATUS_S = 4.0
CHECK_S = 4.5
"""Both together are what the whole examination may take; a check asks nobody for longer than two seconds."""

_UNREACHED = f"It cannot be reached with what its file {FILE_NAME} says."

CHECKS: Sequence[tuple[Area, str, Check]] = (
    (Area.PROGRAM, "the versions", program.versions),
    (Area.PROGRAM, "the running tray", program.running),
    (Area.PROGRAM, "the desktop", program.desktop),
    (Area.SETTINGS, "config.toml", settings.settings),
    (Area.DATA, "the data folder", data.folder),
    (Area.DATA, "the databases", data.databases),
    (Area.PHONES, "the phones", phones.phones),
    (Area.PHONES, "the telephony lines", phones.lines),
    *((Area.PHONES, f"the source {name}", phones.looked_at(look)) for name, look in phones.LOOKS.items()),
    (Area.DIALLING, "dialling", dialling.dialling),
    (Area.SETUP, "the setup store", setup.setup),
    (Area.SIGN_IN, "the sign-in", sign_in.sign_in),
    (Area.SIGN_IN, "the credential store", sign_in.keeping),
    (Area.DIRECTORY, "the directory", records.directory),
    (Area.ACTIVITIES, "the activities", records.activities),
)


def look_around(folder: Path, machine: Path | None, status_s: float = STATUS_S) -> Scene:
    """What the checks look at."""
    loaded = config.load(folder, machine)
    try:
        status: Part | None = ask(folder, "status", timeout=status_s)
    except NotRunning:
        return Scene(folder, loaded, os.environ, silent=_UNREACHED if _is_running(folder) else "")
    except CtiError as error:
        return Scene(folder, loaded, os.environ, silent=str(error.message) if _is_running(folder) else "")
    return Scene(folder, loaded, os.environ, status)


def _is_running(folder: Path) -> bool:
    """Whether a tray has the folder; whoever is silent at its port may be another program."""
    if not (folder / LOCK_NAME).exists():
        return False
    lock = InstanceLock(folder)
    try:
        return not lock.acquire()
    finally:
        lock.release()


def examine(
    scene: Scene, checks: Sequence[tuple[Area, str, Check]] = CHECKS, limit_s: float = CHECK_S
) -> list[Finding]:
    """Every finding, in the order of the checks. What is late or fails is a finding of its own."""
    running = [_Running(scene, *check) for check in checks]
    end = time.monotonic() + limit_s
    for check in running:
        check.wait(max(0.0, end - time.monotonic()))
    return [finding for check in running for finding in check.found()]


class _Running:
    """One check on a thread of its own, which nobody waits for when it is late."""

    def __init__(self, scene: Scene, area: Area, what: str, check: Check) -> None:
        self._area = area
        self._what = what
        self._findings: list[Finding] = []
        self._thread = threading.Thread(target=self._run, args=(scene, check), name=f"doctor: {what}", daemon=True)
        self._thread.start()

    def wait(self, limit_s: float) -> None:
        self._thread.join(limit_s)

    def found(self) -> list[Finding]:
        """What it has found by now."""
        findings = list(self._findings)
        if self._thread.is_alive():
            text = f"Looking at {self._what} takes too long; it was given up."
            findings.append(Finding(self._area, Level.ATTENTION, text, "Try again."))
        return findings

    def _run(self, scene: Scene, check: Check) -> None:
        try:
            for finding in check(scene):
                self._findings.append(finding)
        except CtiError as error:
            self._findings.append(Finding(self._area, Level.PROBLEM, str(error.message), str(error.hint)))
        except Exception as error:  # noqa: BLE001 - whatever a check meets, the others are worth reading
            text = f"Looking at {self._what} failed: {type(error).__name__}: {error}"
            self._findings.append(Finding(self._area, Level.ATTENTION, text, "Please report it."))
