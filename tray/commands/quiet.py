"""`cti-tray do-not-disturb`: the switch in the menu of the icon, from a terminal; without a tray for its next start."""

from __future__ import annotations

from argparse import Namespace

from tray import do_not_disturb as switch
from tray.commands.output import Exit, say, say_json
from tray.control import ask
from tray.errors import NotRunning
from tray.paths import data_folder


def do_not_disturb(options: Namespace) -> int:
    """Switch it on or off, or say which it is."""
    wanted = {"on": True, "off": False}.get(options.state)
    on = _switched(wanted)
    if options.json:
        say_json({"do_not_disturb": on}, indent=None)
    else:
        say(f"Do not disturb is {'on: no cards from the next call on' if on else 'off'}.")
    return Exit.DONE


def _switched(wanted: bool | None) -> bool:
    """What holds afterwards; a running tray is asked, because it holds the state in memory."""
    folder = data_folder()
    try:
        return ask(folder, "do-not-disturb", {} if wanted is None else {"on": wanted}).get("on") is True
    except NotRunning:
        if wanted is not None:
            switch.save(folder, on=wanted)
        return switch.load(folder)
