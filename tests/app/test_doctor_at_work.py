"""`cti-tray doctor` as a user runs it: beside a running tray, without one, on a computer where much is broken."""

from __future__ import annotations

import json
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.credential_store import CredentialStore
from tests.desk import DeskTray
from tests.display import wait_until
from tray.paths import JOURNAL_FILE
from tray.telephony.receiver_file import load_keys

LINKED = '[sign_in]\nclient_id = "00000000-0000-0000-0000-00000000c11e"\n'


def doctor(tray: DeskTray, *options: str, code: int = 0, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tray.cli", "doctor", *options],
        env=tray.environment | environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, ""), done.stdout
    return done.stdout


def findings(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)["findings"]
    return found


def levels(text: str, area: str) -> dict[str, str]:
    return {found["text"]: found["level"] for found in findings(text) if found["area"] == area}


def test_a_running_tray_is_asked_and_nothing_private_is_told(tmp_path: Path) -> None:
    home = tmp_path / "people" / "anna"
    home.mkdir(parents=True)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
    config = f'{LINKED}[sources.baresip]\nenabled = true\naddress = "127.0.0.1:{port}"\n'
    with DeskTray(home / "home", config=config) as tray:
        wait_until(lambda: tray.status()["store"]["state"] == "online", seconds=30, what="the setup store")
        tray.command("do-not-disturb", "on")
        tray.report("offered", call_id="1", number="+31205550101", name="Adatum")
        wait_until(lambda: tray.status()["calls"], what="the call")
        text = doctor(tray, HOME=str(home))
        told = doctor(tray, "--json", HOME=str(home))
        keys = load_keys(tray.folder)
    assert "CTI Tray is running." in text
    assert "Calls get no cards: do not disturb." in text
    assert "cti-tray do-not-disturb off" in text
    phones = levels(told, "Phones")
    assert {name.split(":")[0]: level for name, level in phones.items()}.items() >= {
        "receiver": "ok",
        "baresip": "attention",
    }.items()
    assert any(name.startswith("sqlite: online") for name in levels(told, "Setup"))
    assert json.loads(told)["problems"] == 0
    assert keys is not None
    for private in (keys.token, keys.control_token, str(home), "5550101", "Adatum"):
        assert private not in text
        assert private not in told
    assert "~" in text
    assert f"Phones report to http://127.0.0.1:{keys.port}." in text


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a store that can be locked")
def test_a_computer_where_much_is_broken_is_told_line_by_line(tmp_path: Path) -> None:
    tray = DeskTray(tmp_path / "home", config=f'{LINKED}[numbers]\nregion = "Q"\n')
    with CredentialStore() as store:
        (tray.folder / JOURNAL_FILE).write_bytes(b"this is no database" * 500)
        with sqlite3.connect(tray.folder / "setup.db") as setup:
            setup.execute("CREATE TABLE cti_meta (id INTEGER, schema_version INTEGER)")
        setup.close()
        (tray.folder / "receiver.json").write_text('{"port": 1, "token": "a-token-of-the-receiver-0123456789"')
        store.lock()
        told = doctor(tray, "--json", code=1, **store.environment)
        text = doctor(tray, code=1, **store.environment)
    assert "a-token-of-the-receiver" not in told
    broken = {found["text"]: found["advice"] for found in findings(told) if found["level"] == "problem"}
    assert all(broken.values())
    words = " ".join(broken)
    assert "numbers.region" in words
    assert "journal.db (call journal) is damaged." in words
    assert "receiver.json is damaged" in words
    assert "The credential store of this computer is locked." in levels(told, "Sign-in")
    assert "CTI Tray is not running" in text
    assert text.splitlines()[-1].startswith(f"{len(broken)} problem")
    assert "Traceback" not in text
    assert (tray.folder / JOURNAL_FILE).read_bytes().startswith(b"this is no database")


def test_a_port_that_another_program_has_taken_meanwhile_is_found(tmp_path: Path) -> None:
    with DeskTray(tmp_path / "home") as tray:
        keys = load_keys(tray.folder)
    assert keys is not None
    assert f"receiver: its port {keys.port} is free." in doctor(tray)
    with socket.create_server(("127.0.0.1", keys.port)):
        told = doctor(tray, "--json", code=1)
        (problem,) = [found for found in findings(told) if found["level"] == "problem"]
        assert problem["text"] == f"receiver: its port {keys.port} is taken by another program."
        with DeskTray(tray.folder) as beside:
            assert "taken by another program, so phones" in doctor(beside, code=1)


def test_a_tray_that_lost_the_file_by_which_it_is_reached_is_not_called_away(tmp_path: Path) -> None:
    with DeskTray(tmp_path / "home") as tray:
        file = tray.folder / "receiver.json"
        kept = file.read_bytes()
        file.write_bytes(b"{")
        text = doctor(tray, code=1)
        file.write_bytes(kept)
    assert "CTI Tray runs, but: It cannot be reached with what its file receiver.json says." in text
    assert "is not running" not in text


def test_a_folder_that_nobody_may_write_to_and_a_computer_without_anything(tmp_path: Path) -> None:
    tray = DeskTray(tmp_path / "home", introduced=False)
    tray.folder.rmdir()
    assert "does not exist yet" in doctor(tray)
    assert not tray.folder.exists()
    tray.folder.write_text("a file")
    assert "is something else than a folder" in doctor(tray, code=1)
