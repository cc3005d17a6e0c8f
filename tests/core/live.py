"""A running core with its journal and outbox that hears a real phone, and other sources that see the same calls.

A `Sighting` is the second source of a call: it is told what happens at the phone and reports it in its own way. The
hook of a softphone is one; another source joins the tests of "one call, one card" by a class with the same methods.
"""

from __future__ import annotations

import itertools
import json
import queue
import threading
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, Self

from tests.core.screen import PATIENCE_S, Screen
from tests.display import wait_until
from tests.telephony.tapi_bench import INBOUND, KNOWN, OUTBOUND, Tapi32
from tray.activity.model import Activity, JournalRow
from tray.activity.reader import JournalReader
from tray.calls.decisions import Decision
from tray.calls.model import CallState
from tray.config import load
from tray.config_file import CONFIG_NAME
from tray.directory.importer import import_csv
from tray.event import main
from tray.paths import JOURNAL_FILE
from tray.setup.model import Actor
from tray.setup.opening import open_store
from tray.setup.transfer import import_text
from tray.setup.who import this_user
from tray.telephony import tapi
from tray.telephony.heard import Arrival, Remark
from tray.telephony.receiver_file import FILE_NAME
from tray.wiring import Tray

DIRECTORY = "no,name,phone\nC1,Adatum,020 555 0101\nC2,Fabrikam,020 555 0102\nC3,Contoso,+49 30 123456\n"
CODES = {
    "crm_active": True,
    "incoming_template": "IN",
    "outgoing_template": "OUT",
    "missed_incoming_template": "MISSED",
    "unaccepted_outgoing_template": "UNACC",
}
SETUP = {
    "module": CODES,
    "user": {"auto_open_master_data": True, "open_outgoing_mask_on": "Always", **CODES},
    "mappings": [
        {"priority": 1, "table": "Customer", "card_page": "https://erp.example/{no}", "phone_fields": ["phone"]}
    ],
}


class Sighting(Protocol):
    """A source that sees calls of the phone under test. Each method returns when the tray has been told."""

    source: str
    """Its name in the journal."""

    def rings(self, number: str) -> None:
        """Somebody calls from this number."""
        ...

    def dials(self, number: str) -> None:
        """The user calls this number."""
        ...

    def answered(self, number: str) -> None:
        """The call with this number is up."""
        ...

    def ended(self, number: str) -> None:
        """The call with this number is over."""
        ...


class Hook:
    """The hook of a softphone: `cti-event` with what MicroSIP gives it, which knows no call ids.

    It runs in this process, because how long a busy machine takes to start another one is not what is tested here.
    """

    source = "receiver"

    def __init__(self, folder: Path) -> None:
        self._token_file = folder / FILE_NAME

    def rings(self, number: str) -> None:
        self._run("cmdIncomingCall", number)

    def dials(self, number: str) -> None:
        self._run("cmdOutgoingCall", number)

    def answered(self, number: str) -> None:
        self._run("cmdCallAnswer", number)
        self._run("cmdCallStart", number)

    def ended(self, number: str) -> None:
        self._run("cmdCallEnd", number)

    def _run(self, event: str, number: str) -> None:
        assert main(["--token-file", str(self._token_file), "--event", event, number]) == 0


class LiveTray:
    """A tray in this process without windows, set up with a directory, a mapping and codes for every activity.

    Args:
        folder: the data folder.
        config: the text of its config.toml.
    """

    def __init__(self, folder: Path, config: str) -> None:
        self.folder = folder
        self.screen = Screen()
        self.decided: list[Decision] = []
        folder.mkdir(parents=True, exist_ok=True)
        (folder / CONFIG_NAME).write_text(config, encoding="utf-8")
        store = open_store("sqlite", folder)
        try:
            user = store.connect(this_user(), datetime.now(UTC))
            import_text(store, Actor(user.id), json.dumps(SETUP), datetime.now(UTC))
        finally:
            store.close()
        self.tray = Tray(folder, load(folder), self.screen, self.decided.append)
        (folder / "customers.csv").write_text(DIRECTORY, encoding="utf-8")
        import_csv(folder, folder / "customers.csv", "Customer", self.tray.reader, now=1.0)

    def __enter__(self) -> Self:
        self.tray.start()
        assert self.tray.ready.wait(PATIENCE_S)
        wait_until(lambda: self.tray.setup.current().mappings.rows, what="the setup", seconds=PATIENCE_S)
        return self

    def __exit__(self, *_: object) -> None:
        self.tray.close()

    def wait_for_source(self, name: str) -> None:
        """Wait until a source hears its phone."""

        def hears() -> bool:
            return any(status.name == name and status.state == "connected" for status in self.tray.phones.statuses())

        wait_until(hears, what=f"{name} to hear its phone", seconds=PATIENCE_S)

    def wait_for_card(self, state: CallState, number: str = "", count: int = 1) -> None:
        """Wait until cards (of this number) were painted so many times in this state."""

        def shown() -> bool:
            return count <= sum(view.state is state and view.number.endswith(number) for view in self.screen.cards)

        self.screen.wait(shown, f"card {count} that says {state} to {number}")

    def wait_for_ends(self, count: int = 1) -> None:
        """Wait until so many calls have ended, and everything that was decided with that is done."""
        wait_until(lambda: self.said()["call_ended"] >= count, what=f"{count} ended calls", seconds=PATIENCE_S)
        settled = threading.Event()
        self.tray.core.run(settled.set)
        assert settled.wait(PATIENCE_S)

    def said(self) -> Counter[str]:
        """How often each decision was made."""
        return Counter(str(decision.to_data()["decision"]) for decision in tuple(self.decided))

    def rows(self) -> tuple[JournalRow, ...]:
        """The journal, the newest call first."""
        assert self.tray.journal.flush()
        with JournalReader(self.folder / JOURNAL_FILE) as reader:
            return reader.recent(100)

    def activities(self) -> tuple[Activity, ...]:
        """Everything in the outbox, delivered or not."""
        assert self.tray.journal.flush()
        with JournalReader(self.folder / JOURNAL_FILE) as reader:
            return reader.activities(100)


class DeskPhone:
    """The Windows driver of the same telephone, which a tapi32 plays."""

    source = "tapi"

    def __init__(self, tapi32: Tapi32, live: LiveTray) -> None:
        self._tapi32 = tapi32
        self._heard: queue.SimpleQueue[Arrival | Remark] = queue.SimpleQueue()
        live.tray.phone_desk.listen(self._heard.put)
        self._handles: dict[str, int] = {}
        self._new_handles = itertools.count(1)

    def rings(self, number: str) -> None:
        self._begin(number, INBOUND, "caller", tapi.LINECALLSTATE_OFFERING)
        self._wait(CallState.OFFERED)

    def dials(self, number: str) -> None:
        self._begin(number, OUTBOUND, "called", tapi.LINECALLSTATE_RINGBACK)
        self._wait(CallState.RINGING)

    def answered(self, number: str) -> None:
        self._tapi32.state(self._handles[number], tapi.LINECALLSTATE_CONNECTED, tapi.LINECONNECTEDMODE_ACTIVE)
        self._wait(CallState.CONNECTED)

    def ended(self, number: str) -> None:
        handle = self._handles.pop(number)
        self._tapi32.state(handle, tapi.LINECALLSTATE_DISCONNECTED, tapi.LINEDISCONNECTMODE_NORMAL)
        self._tapi32.state(handle, tapi.LINECALLSTATE_IDLE)
        self._wait(CallState.ENDED)

    def _begin(self, number: str, origin: int, party: str, state: int) -> None:
        handle = self._handles[number] = next(self._new_handles)
        self._tapi32.new_call(handle, id=handle, origin=origin, state=state, **{f"{party}flags": KNOWN, party: number})

    def _wait(self, state: CallState) -> None:
        """Wait until the source has told the tray."""
        while True:
            heard = self._heard.get(timeout=PATIENCE_S)
            if isinstance(heard, Arrival) and (heard.fact.source, heard.fact.state) == (self.source, state):
                return
