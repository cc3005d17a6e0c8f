"""The commands of `python -m installer`, and the one place where its errors become a line and an exit code."""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from installer import checks, lock, pictures, platforms, translations
from installer.console import Console
from installer.environment import CHECKOUT, Environment
from installer.errors import SetupError, of_system
from installer.system import Use
from tray.errors import CtiError

FAILED = 1
STOPPED = 130
ASK_FOR_FOLDER = "from tray.paths import data_folder; print(data_folder())"


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked for: the options of the command, and what stood after `--`."""

    options: argparse.Namespace
    passed_on: Sequence[str]


def main(arguments: Sequence[str]) -> int:
    """Carry out a command line; the result is the exit code (0 done, 1 failed, 2 not understood, 130 stopped)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a folder may have a name that the terminal cannot show
    own, passed_on = _split(arguments)
    options = _parser().parse_args(own)
    console = Console()
    command: Callable[[Order, Console], int] = options.command
    try:
        return command(Order(options, passed_on), console)
    except CtiError as error:
        console.failure(error)
    except OSError as error:
        console.failure(of_system(error))
    except KeyboardInterrupt:
        console.say("Stopped. Start again to go on.")
        return STOPPED
    return FAILED


def run(order: Order, console: Console) -> int:
    """Set up, then start the tray; without a desktop, show off screen what it does."""
    desktop = platforms.has_desktop(os.environ)
    environment = Environment(CHECKOUT, console)
    environment.prepare(Use.DESKTOP if desktop else Use.OFFSCREEN)
    command = [str(environment.python), "-m", "tray.cli", "run", "--demo"]
    if not desktop:
        console.say("There is no desktop here: CTI Tray shows its first call off screen.")
        command += ["--offscreen", _demo_folder(environment)]
    return platforms.go_on_as([*command, *order.passed_on])


def test(order: Order, console: Console) -> int:
    """Set up with everything the tests need, then check style, types and behaviour."""
    environment = Environment(CHECKOUT, console)
    return checks.run(environment, console, order.passed_on)


def make_locks(order: Order, console: Console) -> int:
    """Write both lock files anew from pyproject.toml."""
    lock.make(CHECKOUT, console, upgrade=order.options.upgrade)
    return 0


def make_pictures(order: Order, console: Console) -> int:
    """Render every window as PNG."""
    environment = Environment(CHECKOUT, console)
    environment.prepare(Use.OFFSCREEN)
    return pictures.make(environment, console, order.passed_on)


def make_translations(_order: Order, console: Console) -> int:
    """Bring the files of Qt Linguist up to date with the texts of the product."""
    environment = Environment(CHECKOUT, console)
    environment.prepare(Use.OFFSCREEN)
    return translations.make(environment, console)


def _demo_folder(environment: Environment) -> str:
    """The folder for the demo's pictures, inside the data folder as the product itself knows it."""
    asked = subprocess.run([environment.python, "-c", ASK_FOR_FOLDER], capture_output=True, text=True, check=False)
    if asked.returncode:
        raise SetupError("The data folder cannot be found.", hint="Check CTI_TRAY_HOME, then start again.")
    return str(Path(asked.stdout.strip(), "demo"))


def _split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    words = list(arguments)
    if "--" not in words:
        return words, []
    at = words.index("--")
    return words[:at], words[at + 1 :]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m installer",
        description="Sets up CTI Tray in this checkout, and starts or checks it.",
        epilog="What stands after -- is passed on: to the tray (run), to pytest (test), to the renderer (pictures).",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, command in (
        ("run", run),
        ("test", test),
        ("lock", make_locks),
        ("pictures", make_pictures),
        ("translations", make_translations),
    ):
        text = (command.__doc__ or "").strip()
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(command=command)
        if command is make_locks:
            added.add_argument("--upgrade", action="store_true", help="take the newest versions that are allowed")
    return parser
