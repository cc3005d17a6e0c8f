"""The telephony lines of Windows as the command line sees them: by which name or id a user chooses his own."""

from __future__ import annotations

import json
import shutil
from argparse import Namespace
from pathlib import Path

import pytest

from tests.core.live import LiveTray
from tests.telephony.tapi_bench import Tapi32
from tray.commands.examining import doctor
from tray.control import ask
from tray.telephony.tapi_source import TapiSource


def test_the_doctor_lists_them_with_the_ids_that_the_settings_take(
    tapi32_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "tapi32.so"
    shutil.copy(tapi32_library, copy)
    windows = Tapi32(copy)
    windows.device(0, "Desk phone", permanent=17)
    windows.device(1, "Front desk", permanent=18)
    defaults: dict[str, object] = TapiSource.__init__.__kwdefaults__
    monkeypatch.setitem(defaults, "load", windows.load)
    monkeypatch.setenv("PYSTRAY_BACKEND", "dummy")
    folder = tmp_path / "home"
    monkeypatch.setenv("CTI_TRAY_HOME", str(folder))
    with LiveTray(folder, '[sources.tapi]\nlines = ["00000012"]\n') as live:
        live.wait_for_source("tapi")
        assert ask(folder, "status")["telephony_lines"] == [
            {"name": "Desk phone", "line_id": "00000011", "chosen": False, "open": False},
            {"name": "Front desk", "line_id": "00000012", "chosen": True, "open": True},
        ]
        doctor(Namespace(json=True))
    texts = [finding["text"] for finding in json.loads(capsys.readouterr().out)["findings"]]
    assert 'tapi: the line "Desk phone" is not chosen. Permanent id: 00000011' in texts
    assert 'tapi: the line "Front desk" is listened to. Permanent id: 00000012' in texts
