"""What a command changed is changed and told to the running tray, whatever else goes wrong afterwards."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.telephony.receiver_bench import running
from tray.cli import main

LICENCE = {"name": "Adatum", "kind": "Licensed", "seats": 2, "valid_until": None}


@pytest.fixture
def verbs(own_home: Path) -> Iterator[list[str]]:
    """What a running tray is told."""
    heard: list[str] = []

    def hear(verb: str, _arguments: dict[str, object]) -> dict[str, object]:
        heard.append(verb)
        return {}

    own_home.mkdir()
    with running(own_home, control=hear):
        yield heard


def done(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return told.out


def spoil_own_card(home: Path) -> None:
    with sqlite3.connect(home / "setup.db") as connection:
        connection.execute("UPDATE cti_user_setup SET caller_card_delay = -5")
    connection.close()


@pytest.mark.parametrize(
    "command",
    [
        ("users", "add", "--account", "OFFICE\\ben"),
        ("users", "activate", "OFFICE\\anna"),
        ("users", "deactivate", "OFFICE\\anna"),
        ("users", "admin", "OFFICE\\anna"),
        ("users", "remove", "OFFICE\\anna"),
        ("users", "import", "users.csv"),
        ("setup", "set", "module.retention_days=9"),
        ("setup", "licence", "licence.json"),
    ],
)
def test_the_running_tray_is_told_of_every_change(
    capsys: pytest.CaptureFixture[str],
    verbs: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("users.csv").write_text("account\nOFFICE\\carl\n", encoding="utf-8")
    Path("licence.json").write_text(json.dumps(LICENCE), encoding="utf-8")
    done(capsys, "users", "add", "--account", "OFFICE\\anna")
    verbs.clear()
    done(capsys, *command)
    assert verbs == ["refresh"]


def test_who_removes_themselves_is_removed_and_hears_no_error(
    capsys: pytest.CaptureFixture[str], verbs: list[str]
) -> None:
    (me,) = json.loads(done(capsys, "users", "list", "--json"))
    done(capsys, "users", "add", "--account", "OFFICE\\anna", "--licensed")
    done(capsys, "users", "admin", "OFFICE\\anna")
    verbs.clear()
    assert done(capsys, "users", "remove", f"#{me['id']}") == ""
    assert verbs == ["refresh"]
    assert json.loads(done(capsys, "setup", "show"))["you"]["id"] != me["id"]


def test_a_change_beside_a_damaged_card_of_ones_own_is_no_failure(
    capsys: pytest.CaptureFixture[str], verbs: list[str], own_home: Path, tmp_path: Path
) -> None:
    done(capsys, "setup", "show")
    spoil_own_card(own_home)
    file = tmp_path / "licence.json"
    file.write_text(json.dumps(LICENCE), encoding="utf-8")
    assert done(capsys, "setup", "set", "module.retention_days=9") == ""
    assert json.loads(done(capsys, "setup", "licence", str(file)))["seats"] == 2
    assert done(capsys, "users", "add", "--account", "OFFICE\\anna") == ""
    assert done(capsys, "users", "remove", "OFFICE\\anna") == ""
    assert verbs == ["refresh"] * 4
