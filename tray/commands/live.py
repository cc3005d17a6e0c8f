"""Commands that speak to the running tray, and those that start it."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tray.commands.output import Exit, complain, printable, say, say_json, table
from tray.commands.words import status_lines
from tray.control import ask
from tray.errors import CtiError, NotRunning
from tray.interpreter import hurry
from tray.paths import data_folder, machine_folder
from tray.telephony.receiver_file import Keys, load_keys, save_keys


def tell_tray(folder: Path, verb: str) -> None:
    """Tell the running tray something that it would find out by itself a little later."""
    with contextlib.suppress(CtiError):
        ask(folder, verb, timeout=2.0)


def run(options: Namespace) -> int:
    """Start the tray; a second start raises the first."""
    hurry()
    from tray.app import StartOptions, start

    if not options.offscreen:
        return start(data_folder(), StartOptions(demo=options.demo, background=options.background))
    from tray.demo import is_first_start

    chosen = StartOptions(demo=options.demo, offscreen=Path(options.offscreen))
    if is_first_start(data_folder()):
        return start(data_folder(), chosen)
    say("CTI Tray was used here before. The demo runs in a folder of its own and leaves your data alone.")
    with tempfile.TemporaryDirectory(prefix="cti-tray-demo-") as scratch:
        return start(Path(scratch), chosen)


def demo(options: Namespace) -> int:  # noqa: ARG001 - every command takes its options
    """Load the demo directory where there is none yet, and place a demo call through the real receiver."""
    from tray import demo as demonstration
    from tray.commands.setting import numbers_of, open_setup

    folder = data_folder()
    ask(folder, "status")
    with open_setup(folder) as setup:
        demonstration.load(folder, numbers_of(setup))
        demonstration.set_up(setup.store, setup.actor, datetime.now(UTC))
    ask(folder, "refresh")
    say("A demo call comes in.")
    demonstration.play(folder, _wait_for_user)
    return Exit.DONE


def dial(options: Namespace) -> int:
    """Dial a number through the running tray."""
    answer = ask(data_folder(), "dial", {"number": options.number})
    say_json(answer, indent=None)
    return Exit.DONE


def status(options: Namespace) -> int:
    """What the tray does at the moment."""
    try:
        answer = ask(data_folder(), "status")
    except NotRunning as error:
        if options.json:
            say_json({"running": False})
        else:
            complain(str(error))
        return Exit.NOT_RUNNING
    if options.json:
        say_json(answer)
        return Exit.DONE
    _show_status(answer)
    return Exit.DONE


def receiver(options: Namespace) -> int:
    """The address and the token with which softphones report calls; with a new token if wanted."""
    verb, change = ("new-lan-token", Keys.with_new_lan_token) if options.lan else ("new-token", Keys.with_new_token)
    if options.new_token:
        _renew(data_folder(), verb, change)
    keys = load_keys(data_folder())
    if keys is None:
        raise NotRunning("The receiver has no address yet.", hint="Start CTI Tray once.")
    url = _lan_url(data_folder()) if options.lan else f"http://127.0.0.1:{keys.port}"
    token = keys.lan_token if options.lan else keys.token
    if options.json:
        say_json({"url": url, "token": token}, indent=None)
    else:
        say(f"Address  {url}/v1/call")
        say(f"Token    {token}")
    return Exit.DONE


def pair_teams(options: Namespace) -> int:  # noqa: ARG001 - every command takes its options
    """Let Teams ask the user whether CTI Tray may connect."""
    ask(data_folder(), "teams-pair")
    say("In your next call, Teams asks you whether CTI Tray may connect: choose Allow there.")
    return Exit.DONE


def leave(options: Namespace) -> int:  # noqa: ARG001 - every command takes its options
    """End the running tray."""
    ask(data_folder(), "quit")
    return Exit.DONE


def _lan_url(folder: Path) -> str:
    """Where desk phones report to, as config.toml says it."""
    from tray.config import load
    from tray.telephony.own_address import lan_url

    return lan_url(load(folder, machine_folder()).config.sources.lan.address)


def _renew(folder: Path, verb: str, change: Callable[[Keys], Keys]) -> None:
    """Make a former token worthless, through the tray where one runs, because it holds the token in memory."""
    try:
        ask(folder, verb)
    except NotRunning:
        keys = load_keys(folder)
        if keys is not None:
            save_keys(folder, change(keys))


def _wait_for_user(step: str) -> bool:
    if sys.stdin.isatty():
        input(f"Press Enter to {step}. ")
    return True


def _show_status(answer: dict[str, object]) -> None:
    sources = answer.get("sources")
    rows = [source for source in sources if isinstance(source, dict)] if isinstance(sources, list) else []
    table(("source", "state", "detail"), ([row.get(key) or "" for key in ("name", "state", "detail")] for row in rows))
    say()
    for line in status_lines(answer):
        say(printable(line))
