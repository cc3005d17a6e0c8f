"""What is wrong in config.toml, in the words in which the tray says it at its start."""

from __future__ import annotations

from collections.abc import Iterable

from tray.commands.words import counted
from tray.config_file import CONFIG_NAME
from tray.doctor.model import Area, Finding, Level, Scene

_RESTART = "Correct it, then quit CTI Tray and start it again."


def settings(scene: Scene) -> Iterable[Finding]:
    """One line for each value that cannot be used, and for each that nobody reads."""
    loaded = scene.loaded
    problems = dict.fromkeys([*loaded.problems, *([loaded.store_unknown] if loaded.store_unknown else [])])
    for problem in problems:
        yield Finding(Area.SETTINGS, Level.PROBLEM, str(problem), _RESTART)
    for name in loaded.unknown:
        yield Finding(Area.SETTINGS, Level.ATTENTION, str(name), "Look for a typing error.")
    if not problems and not loaded.unknown:
        given = f"{counted(len(loaded.given), 'value')} given" if loaded.given else "everything has its default"
        yield Finding(Area.SETTINGS, Level.OK, f"{CONFIG_NAME}: {given}.")
