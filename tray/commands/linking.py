"""`cti-tray links`: the tray as the program for links, registered for this user or taken away again."""

from __future__ import annotations

from argparse import Namespace

from tray.commands.output import Exit, printable, say, say_json, table
from tray.config import load
from tray.config_schema import DialMethod
from tray.links.model import SCHEMES
from tray.links.system import system_links
from tray.paths import APP_NAME, data_folder, machine_folder


def register(options: Namespace) -> int:  # noqa: ARG001 - every command takes its options
    """Register the tray."""
    links = system_links()
    links.register()
    say(f"{APP_NAME} is registered for {_listed(SCHEMES)} links.")
    for line in links.advice():
        say(line)
    if load(data_folder(), machine_folder()).config.dial.method is DialMethod.TEL:
        say(f"{APP_NAME} itself dials by tel: links at the moment, which would come back to it.")
        say("Choose another method under [dial] in config.toml: teams, tapi, baresip or template.")
    return Exit.DONE


def remove(options: Namespace) -> int:  # noqa: ARG001 - every command takes its options
    """Take the registration away."""
    system_links().remove()
    say(f"{APP_NAME} is not registered for links any more.")
    return Exit.DONE


def show(options: Namespace) -> int:
    """What is registered, and what registering writes."""
    links = system_links()
    states = {scheme: links.state(scheme).value for scheme in SCHEMES}
    if options.json:
        say_json({"schemes": states, "writes": list(links.plan())})
        return Exit.DONE
    table(("links", "state"), ((f"{scheme}:", state) for scheme, state in states.items()))
    say()
    say("Registering writes, for you alone:")
    for line in links.plan():
        say(f"  {printable(line)}")
    return Exit.DONE


def _listed(schemes: tuple[str, ...]) -> str:
    named = [f"{scheme}:" for scheme in schemes]
    return f"{', '.join(named[:-1])} and {named[-1]}"
