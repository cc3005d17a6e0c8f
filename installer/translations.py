"""Brings the files of Qt Linguist up to date with the texts of the product. For developers.

lupdate collects the texts of tray and ui into the .ts files, where somebody translates them; lrelease makes of those
the .qm files that the product reads. Both come with PySide6.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from installer.console import Console
from installer.environment import Environment
from installer.errors import SetupError
from installer.process import passed_on

FOLDER = "resources/translations"
SOURCES = ("tray", "ui")
SMALL_CHANGES = ("-locations", "none", "-no-obsolete", "-sort-messages", "-disable-heuristic", "similartext")
TOOL = "import sys; from PySide6.scripts import pyside_tool; sys.exit(pyside_tool.{}())"


def make(environment: Environment, console: Console) -> int:
    """Update every .ts file, then make its .qm file; the first exit code that is not 0 is the result.

    Raises:
        SetupError: there is no .ts file.
    """
    checkout = environment.checkout
    files = sorted((checkout / FOLDER).glob("*.ts"))
    if not files:
        raise SetupError(f"Nothing is translated: there is no .ts file in {FOLDER} of this checkout.")
    sources = sorted(path for top in SOURCES for path in (checkout / top).rglob("*.py"))
    code = _run(environment, console, "lupdate", [*SMALL_CHANGES, *_names(sources, checkout), "-ts"], files)
    for file in files:
        code = code or _run(environment, console, "lrelease", ["-silent"], [file])
    return code


def _run(environment: Environment, console: Console, tool: str, arguments: Sequence[str], files: Sequence[Path]) -> int:
    console.say(f"== {tool} {' '.join(file.name for file in files)}")
    command = [str(environment.python), "-c", TOOL.format(tool), *arguments, *_names(files, environment.checkout)]
    return passed_on(command, environment.checkout).code


def _names(files: Sequence[Path], checkout: Path) -> list[str]:
    return [str(file.relative_to(checkout)) for file in files]
