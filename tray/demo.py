"""The demo: a small directory, a business mapping for it, and one call through the real receiver.

For newcomers, and for a start without a desktop. It goes through the same doors as a phone and an administrator; what
somebody has set up already is left alone.
"""

from __future__ import annotations

import dataclasses
import json
import time
import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tray.activity.reader import JournalReader
from tray.calls.numbers import NumberReader
from tray.control import report
from tray.directory.demo import DEMO_CALLER, demo_mappings, load_demo
from tray.directory.index import Directory
from tray.errors import CtiError
from tray.paths import JOURNAL_FILE
from tray.setup.model import Actor, Change, Mappings
from tray.setup.store import SetupStore


def is_first_start(folder: Path) -> bool:
    """Whether this data folder was never used: nothing was loaded into the directory, and no call was kept.

    Not, where the directory cannot be opened; a journal that is damaged keeps no calls.
    """
    if not folder.exists():
        return True
    try:
        with Directory.open(folder) as directory:
            return directory.counts().loaded is None and not _has_calls(folder)
    except CtiError:
        return False


def _has_calls(folder: Path) -> bool:
    try:
        with JournalReader(folder / JOURNAL_FILE) as journal:
            return bool(journal.recent(1))
    except CtiError:
        return False


def load(folder: Path, reader: NumberReader) -> bool:
    """Load the demo directory, where the directory is empty; whether that was done."""
    return load_demo(folder, reader, now=time.time())


def set_up(store: SetupStore, actor: Actor, now: datetime) -> None:
    """Enter the mapping of the demo directory and switch the automatic page on, where nothing is mapped yet.

    A store on a server is everybody's: what is tried out on one computer does not go into it.

    Raises:
        Refused: the actor may not change the setup.
    """
    mappings = store.mappings(actor)
    if mappings.rows or store.kind != "sqlite":
        return
    card = store.card(actor, actor.user_id)
    calls = dataclasses.replace(card.calls, auto_open_master_data=True)
    change = Change(card=dataclasses.replace(card, calls=calls), mappings=Mappings(demo_mappings(), mappings.revision))
    store.save(actor, change, now)


class DemoCall:
    """One incoming call from the demo directory's best-known customer, told to the receiver as a softphone would."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._call_id = f"demo-{uuid.uuid4().hex[:12]}"

    def ring(self) -> None:
        """It rings."""
        self._report("offered", number=DEMO_CALLER, direction="incoming")

    def answer(self) -> None:
        """Somebody picks up."""
        self._report("connected")

    def hang_up(self) -> None:
        """The call is over."""
        self._report("ended")

    def _report(self, event: str, **fields: str) -> None:
        body = json.dumps({"event": event, "call_id": self._call_id, **fields}).encode()
        status, answer = report(self._folder, body)
        if status != 202:
            raise CtiError(f"The receiver did not take the demo call: {answer.get('error', status)}.")


def play(folder: Path, pause: Callable[[str], bool]) -> None:
    """Place the demo call; `pause` waits before the named step, and gives False when the demo is to stop there."""
    call = DemoCall(folder)
    call.ring()
    if pause("answer the call"):
        call.answer()
        pause("end the call")
    call.hang_up()
