"""`cti-tray directory sync`: reading the Outlook contacts now, through the running tray or by itself."""

from __future__ import annotations

import threading
import time
from argparse import Namespace
from pathlib import Path
from typing import Any

from tray.calls.numbers import NumberReader
from tray.commands.directory import setup_or_cached
from tray.commands.output import Exit, printable, say
from tray.commands.setting import load_settings
from tray.commands.words import counted
from tray.control import ask
from tray.directory.outlook import TABLE
from tray.errors import CtiError, NotRunning
from tray.paths import data_folder, prepare

_LOOK_S = 0.2


def sync(options: Namespace) -> int:
    """Read what changed in the mailbox since the last time, or everything."""
    folder = data_folder()
    try:
        records, numbers, mapped = _with_tray(folder, full=options.full)
    except NotRunning:
        records, numbers, mapped = _without_tray(folder, full=options.full)
    say(f"{TABLE}: {counted(records, 'record')} with {counted(numbers, 'number')}.")
    if not mapped:
        say(f"No row of the business mapping uses the table {TABLE!r} yet, so calls do not find these contacts.")
    return Exit.DONE


def _with_tray(folder: Path, *, full: bool) -> tuple[int, int, bool]:
    asked = ask(folder, "directory-sync", {"full": full})
    pause = threading.Event()
    while not (answer := ask(folder, "directory-sync-result", asked))["done"]:
        pause.wait(_LOOK_S)
    if answer["problem"]:
        raise CtiError(printable(str(answer["problem"])), hint=printable(str(answer["hint"])))
    loaded: Any = answer["loaded"]
    return loaded["records"], loaded["numbers"], bool(answer["mapped"])


def _without_tray(folder: Path, *, full: bool) -> tuple[int, int, bool]:
    from tray.graph_desk import LazyGraph, outlook_sync
    from tray.identity.opening import KeptSignIn

    prepare(folder)
    settings = load_settings(folder)
    setup = setup_or_cached(folder, settings)
    sign_in = KeptSignIn(folder, settings.config)
    rows = setup.mappings.rows
    reader = NumberReader(setup.module.numbers(settings.config.numbers, settings.given))
    graph = LazyGraph(settings.config, sign_in.token)
    contacts = outlook_sync(folder, settings.config, graph, sign_in, reader, lambda: rows, time.time)
    if full:
        contacts.ask_for_all()
    loaded = contacts.sync()
    return loaded.records, loaded.numbers, any(row.table == TABLE for row in rows)
