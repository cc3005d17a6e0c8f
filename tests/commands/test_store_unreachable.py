"""Commands while the setup store cannot be reached: what the tray kept of it serves on, and its age is shown."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tray.calls.settings import MappingRow
from tray.cli import main
from tray.setup.cached import CACHE_FILE, SetupCache, cache_owner
from tray.setup.model import Mappings, ModuleSetup, SetupSnapshot, User
from tray.setup.who import this_user

AWAY = "postgresql+psycopg://cti@127.0.0.1:1/cti"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder whose store cannot be reached."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "config.toml").write_text(f'store.url = "{AWAY}"\n', encoding="utf-8")
    (tmp_path / "c.csv").write_text("no,name,extra,phone\nC1,Adatum,030 123456,\n", encoding="utf-8")
    monkeypatch.setenv("CTI_TRAY_HOME", str(folder))
    return folder


@pytest.fixture
def cached(home: Path) -> Path:
    """The same, with a setup that the tray kept an hour ago."""
    account = this_user().account
    snapshot = SetupSnapshot(
        user=User(7, account, "Ann", None, licensed=True, admin=False),
        module=ModuleSetup(region="DE"),
        mappings=Mappings((MappingRow(1, "Customer", "", ("extra",), "name"),)),
        confirmed=datetime.now(UTC) - timedelta(hours=1),
    )
    SetupCache(home / CACHE_FILE, cache_owner(AWAY, account)).save(snapshot)
    return home


def numbers_found(capsys: pytest.CaptureFixture[str]) -> int:
    assert main(["directory", "show", "--json"]) == 0
    numbers: int = json.loads(capsys.readouterr().out)["numbers"]
    return numbers


@pytest.mark.usefixtures("cached")
def test_setup_show_prints_what_was_kept_with_its_age(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["setup", "show"]) == 0
    told = capsys.readouterr()
    shown = json.loads(told.out)
    assert told.err == ""
    assert (shown["store"], shown["store_state"]) == ("postgresql", "offline")
    assert 3600 <= shown["setup_age_s"] < 7200
    assert (shown["you"]["id"], shown["module"]["region"]) == (7, "DE")
    assert [row["table"] for row in shown["mappings"]] == ["Customer"]


@pytest.mark.usefixtures("home")
def test_setup_show_without_anything_kept_is_one_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["setup", "show"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("cti-tray: ")
    assert told.err.count("\n") == 1


def test_nobody_sees_what_was_kept_of_another_store(cached: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (cached / "config.toml").write_text(f'store.url = "{AWAY}_other"\n', encoding="utf-8")
    assert main(["setup", "show"]) == 1
    assert capsys.readouterr().out == ""


def test_an_import_uses_the_kept_mappings_and_number_rules(cached: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["directory", "import", str(cached.parent / "c.csv"), "--table", "Customer"]) == 0
    told = capsys.readouterr()
    assert told.err.endswith(" The mappings and number rules that were last known are used.\n")
    assert told.err.count("\n") == 1
    assert told.out == "Customer: 1 record with 1 number.\n"
    assert numbers_found(capsys) == 1


def test_an_import_without_anything_kept_uses_the_settings_of_the_machine(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["directory", "import", str(home.parent / "c.csv"), "--table", "Customer"]) == 0
    told = capsys.readouterr()
    assert told.err.endswith(" The settings of this machine are used.\n")
    assert told.err.count("\n") == 1
    assert numbers_found(capsys) == 0


def test_changes_are_refused(cached: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = (cached / CACHE_FILE).read_bytes()
    assert main(["setup", "set", "user.caller_card_delay=5"]) == 1
    assert capsys.readouterr().out == ""
    assert (cached / CACHE_FILE).read_bytes() == kept
