"""The telephony lines in the report of the doctor, from a running tray with a tapi32 of our own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.core.live import LiveTray
from tests.display import wait_until
from tests.telephony.tapi_bench import QUICK, Tapi32
from tray.control import ask
from tray.doctor.lines import lines
from tray.doctor.model import Level, Scene
from tray.telephony import tapi

MakeScene = Callable[..., Scene]
GUID = "9f4c1c52-75a1-4b0e-8a6e-0123456789ab"


def test_names_ids_and_states_are_told_and_numbers_are_not(
    tapi32_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tapi32 = Tapi32.copy_of(tapi32_library, tmp_path)
    tapi32.device(0, "Desk phone", number="110", permanent=0x2ACE0001)
    tapi32.device(1, "Line 0205550101", permanent=0x31205550)
    tapi32.stand_in(monkeypatch, timing=QUICK)
    monkeypatch.setenv("PYSTRAY_BACKEND", "dummy")
    config = '[sources.teams]\nenabled = false\n[sources.tapi]\nlines = ["desk phone"]\n'
    with LiveTray(tmp_path / "home", config) as live:
        live.wait_for_source("tapi")
        status = wait_until(lambda: found if (found := ask(live.folder, "status"))["telephony_lines"] else None)
        done = subprocess.run(
            [sys.executable, "-m", "tray.cli", "doctor", "--json"],
            env=os.environ | {"CTI_TRAY_HOME": str(live.folder)},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    assert status["telephony_lines"] == [
        {"name": "Desk phone", "line_id": "2ace0001", "chosen": True, "open": True},
        {"name": "Line 0205550101", "line_id": "31205550", "chosen": False, "open": False},
    ]
    told = [each["text"] for each in json.loads(done.stdout)["findings"] if "the line" in each["text"]]
    assert told == [
        'tapi: the line "Desk phone" is listened to. Permanent id 2ace0001.',
        'tapi: the line "Line ...101" is not chosen. Permanent id 31205550.',
    ]
    assert not [note for note in tapi32.notes() if note.startswith("wrong")]
    assert tapi.LINEMEDIAMODE_INTERACTIVEVOICE


@pytest.mark.parametrize(
    ("line", "level", "text", "versions"),
    [
        (
            {"name": "A", "line_id": GUID, "chosen": True, "open": False},
            Level.ATTENTION,
            'tapi: the line "A" should be listened to, but does not open.',
            f" Permanent id {GUID}.",
        ),
        (
            {"name": "0205550101", "line_id": "0205550101", "chosen": True, "open": True},
            Level.OK,
            'tapi: the line "0205550101" is listened to.',
            "",
        ),
        (
            {"name": "B", "line_id": "00000011", "chosen": False, "open": True},
            Level.OK,
            'tapi: the line "B" is being closed.',
            " Permanent id 00000011.",
        ),
        ({"name": 5}, Level.OK, 'tapi: the line "" is not chosen.', ""),
    ],
)
def test_a_line_without_an_id_of_its_own_shows_none(
    scene: MakeScene, line: dict[str, Any], level: Level, text: str, versions: str
) -> None:
    (finding,) = lines(scene(status={"telephony_lines": [line, "no line"]}))
    assert (finding.level, finding.text, finding.versions) == (level, text, versions)
    assert bool(finding.advice) is (level is Level.ATTENTION)


def test_without_a_tray_or_with_an_older_one_there_are_no_lines(scene: MakeScene) -> None:
    assert list(lines(scene())) == []
    assert list(lines(scene(status={}))) == []
