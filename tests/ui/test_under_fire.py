"""The windows of a tray whose receiver is attacked: they go on working, and every honest call has its card."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.telephony.fire import Fire
from tests.ui.whole_tray import WholeTray, whole_tray
from tray.activity.reader import JournalReader
from tray.paths import JOURNAL_FILE

CALLS = 15
PATIENCE_MS = 30_000


class Pulse(QObject):
    """Signs of life that another thread asks of the thread of the windows."""

    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.answered: list[int] = []
        self.asked.connect(self.answered.append, Qt.ConnectionType.QueuedConnection)


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[WholeTray]:
    with whole_tray(tmp_path, qapp) as whole:
        qtbot.waitUntil(lambda: whole.tray.setup.state().online and whole.tray.phones.receiver.address[0] != "")
        yield whole


def cards() -> list[str]:
    return [window.windowTitle() for window in QApplication.topLevelWidgets() if window.isVisible()]


def test_the_windows_work_and_every_honest_call_has_its_card(tmp_path: Path, desk: WholeTray, qtbot: QtBot) -> None:
    url, token = desk.tray.phones.receiver.address
    port = urlsplit(url).port
    assert port is not None
    pulse, asked = Pulse(), 0

    def report(event: str, call: int) -> int:
        """What an honest phone is answered. While it waits for that, it asks the windows for a sign of life."""
        nonlocal asked
        body = {"event": event, "call_id": f"honest-{call}", "number": f"+3120555{call:04}"}
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
        request = urllib.request.Request(f"{url}/v1/call", json.dumps(body).encode(), headers)
        pulse.asked.emit(asked)
        asked += 1
        with urllib.request.urlopen(request, timeout=PATIENCE_MS / 1000) as answer:
            return int(answer.status)

    with ThreadPoolExecutor(1) as phone, Fire(port, token) as fire:
        for call in range(CALLS):
            offered = phone.submit(report, "offered", call)
            title = f"Caller card - 020 555 {call:04}"
            qtbot.waitUntil(lambda title=title: title in cards(), timeout=PATIENCE_MS)
            assert offered.result() == 202
            ended = phone.submit(report, "ended", call)
            qtbot.waitUntil(ended.done, timeout=PATIENCE_MS)
            assert ended.result() == 202
        qtbot.waitUntil(lambda: len(pulse.answered) == asked, timeout=PATIENCE_MS)
        fire.put_out()
    assert pulse.answered == list(range(2 * CALLS))
    assert set(fire.reported) <= {"202", "again"}
    assert desk.tray.journal.flush()
    with JournalReader(tmp_path / JOURNAL_FILE) as journal:
        rows = [row for row in journal.recent(100_000) if row.call_id.startswith("honest-")]
    assert [(row.call_id, row.ended is not None) for row in reversed(rows)] == [
        (f"honest-{call}", True) for call in range(CALLS)
    ]
