"""Is CTI Tray there and running, on what, with an icon, and do calls get cards at all."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

from tray.desktop import display_answers
from tray.doctor.model import Area, Finding, Level, Scene, word

_ICON_ADVICE = (
    "Put the icon into the notification area; on GNOME that takes an extension such as AppIndicator. "
    "Cards come up without it."
)
_SILENT_ADVICE = {"do not disturb": "Choose Do not disturb in the menu of the icon, or: cti-tray do-not-disturb off"}
_SILENT_TRAY = "Try again; else choose Quit at its icon, and start it again."
_LICENCE_ADVICE = "Ask an administrator of CTI Tray for a licence."


def versions(scene: Scene) -> Iterable[Finding]:  # noqa: ARG001 - every check gets the scene
    """What runs here."""
    parts = {"cti-tray": "CTI Tray", "PySide6-Essentials": "Qt"}
    known = [f"{name} {_version(package)}" for package, name in parts.items()]
    bits = "64" if sys.maxsize > 2**32 else "32"
    told = ", ".join([*known, f"Python {platform.python_version()} ({bits} bit)", platform.platform()])
    yield Finding(Area.PROGRAM, Level.OK, "", versions=told)


def running(scene: Scene) -> Iterable[Finding]:
    """Whether a tray runs, and shows itself."""
    if scene.silent:
        yield Finding(Area.PROGRAM, Level.PROBLEM, f"CTI Tray runs, but: {scene.silent}", _SILENT_TRAY)
        return
    if scene.status is None:
        yield Finding(
            Area.PROGRAM,
            Level.ATTENTION,
            "CTI Tray is not running; this is what can be seen without it.",
            "cti-tray run",
        )
        return
    yield Finding(Area.PROGRAM, Level.OK, "CTI Tray is running.")
    icon = scene.part("icon")
    if word(icon, "state") == "unavailable":
        yield Finding(Area.PROGRAM, Level.ATTENTION, f"There is no icon: {word(icon, 'reason')}", _ICON_ADVICE)
    reason = word(scene.status, "no_cards_because")
    if reason:
        advice = _SILENT_ADVICE.get(reason, _LICENCE_ADVICE)
        yield Finding(Area.PROGRAM, Level.ATTENTION, f"Calls get no cards: {reason}.", advice)


def desktop(scene: Scene) -> Iterable[Finding]:
    """Whether there is a screen to show cards on; a running tray has found one, or needs none."""
    if scene.status is None and not display_answers(scene.environment):
        yield Finding(
            Area.PROGRAM,
            Level.ATTENTION,
            "No desktop answers from where this was started, so cards could not be shown.",
            "Start CTI Tray in a terminal of the desktop.",
        )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(not installed)"
