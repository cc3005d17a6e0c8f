"""The last good settings: what stands in for a settings file that cannot be read, and when nothing does."""

from __future__ import annotations

import os
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tray.cli import main
from tray.config import load
from tray.config_good import GOOD_NAME
from tray.config_model import Config

POSTGRESQL = "postgresql+psycopg://anna@db.example/cti"
EVERYTHING = f"""\
store.url = "{POSTGRESQL}"
[sign_in]
tenant = 'a "quoted" \\\\ tenant, Zürich \U0001f600'
[sources]
tapi.lines = ["Desk", 'second "line"']
receiver.port = 5555
receiver.enabled = false
[dial]
method = "template"
template = "sip:{{number}}"
"""


@pytest.fixture
def user(tmp_path: Path) -> Path:
    folder = tmp_path / "user"
    folder.mkdir()
    return folder


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    folder = tmp_path / "machine"
    folder.mkdir()
    return folder


def write(folder: Path, content: str) -> Path:
    path = folder / "config.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_file_that_is_not_toml_leaves_everything_as_it_was(user: Path) -> None:
    write(user, EVERYTHING)
    good = load(user)
    assert good.problems == ()
    since = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
    os.utime(user / GOOD_NAME, (since.timestamp(), since.timestamp()))
    path = write(user, EVERYTHING + "[ui\nended_cards = 1")
    shown = since.astimezone().strftime("%Y-%m-%d %H:%M")
    for _ in range(2):
        loaded = load(user)
        assert (loaded.config, loaded.given, loaded.store_unknown) == (good.config, good.given, "")
        (problem,) = loaded.problems
        assert problem.startswith(f"{path} is not a TOML file: ")
        assert "line 11" in problem
        assert problem.endswith(f" The settings of {shown} are used.")


def test_the_copy_follows_every_good_change_and_is_not_written_without_one(user: Path) -> None:
    write(user, EVERYTHING)
    load(user)
    copy = user / GOOD_NAME
    os.utime(copy, (1.0, 1.0))
    load(user)
    assert copy.stat().st_mtime == 1.0
    write(user, "[ui]\nended_cards = 9\n")
    load(user)
    assert copy.stat().st_mtime > 1.0
    write(user, "[")
    assert load(user).config.ui.ended_cards == 9
    assert load(user).config.store == Config().store


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the rights of the folder")
def test_the_copy_is_for_its_user_only(user: Path) -> None:
    load(user)
    assert stat.S_IMODE((user / GOOD_NAME).stat().st_mode) == 0o600


def test_no_settings_at_all_are_good_settings(user: Path) -> None:
    load(user)
    write(user, "[")
    loaded = load(user)
    assert (loaded.config, loaded.store_unknown) == (Config(), "")


def test_nothing_is_written_where_there_is_no_folder(tmp_path: Path) -> None:
    assert load(tmp_path / "nowhere").problems == ()
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_cannot_be_written_is_told(user: Path) -> None:
    (user / GOOD_NAME).mkdir()
    write(user, "[ui]\nended_cards = 9\n")
    loaded = load(user)
    assert loaded.config.ui.ended_cards == 9
    assert [GOOD_NAME in problem for problem in loaded.problems] == [True]


@pytest.mark.parametrize("content", ["[", "store = 5", "store.url = 'mysql://db'"])
def test_without_a_copy_it_is_not_known_which_store_is_meant(user: Path, content: str) -> None:
    path = write(user, content)
    loaded = load(user)
    assert str(path) in loaded.store_unknown
    assert loaded.config == Config()
    assert not (user / GOOD_NAME).exists()


@pytest.mark.parametrize("content", ["[", "store = 5", "store.url = 'mysql://db'"])
def test_with_a_copy_the_same_store_stays(user: Path, content: str) -> None:
    write(user, f"store.url = '{POSTGRESQL}'\n")
    load(user)
    write(user, content)
    for _ in range(2):
        loaded = load(user)
        assert (loaded.config.store.url, loaded.store_unknown) == (POSTGRESQL, "")


def test_a_store_that_the_administrator_fixed_is_known(user: Path, machine: Path) -> None:
    write(machine, f"store.url = '{POSTGRESQL}'\n[locked]\nkeys = ['store']\n")
    write(user, "[")
    loaded = load(user, machine)
    assert (loaded.config.store.url, loaded.store_unknown) == (POSTGRESQL, "")


def test_locks_hold_while_the_administrators_file_cannot_be_read(user: Path, machine: Path) -> None:
    write(machine, f"store.url = '{POSTGRESQL}'\n[locked]\nkeys = ['store']\n")
    write(user, "[ui]\nended_cards = 9\n")
    load(user, machine)
    write(machine, "[")
    write(user, "store.url = 'sqlite'\n[ui]\nended_cards = 8\n")
    loaded = load(user, machine)
    assert (loaded.config.store.url, loaded.config.ui.ended_cards) == (POSTGRESQL, 8)
    assert loaded.locked == {"store.url"}


@pytest.mark.parametrize("damage", ["[", "store.url = 'mysql://db'", "locked.keys = ['nothing']", "locked.keys = 5"])
def test_a_damaged_copy_is_not_used_and_the_next_good_load_repairs_it(user: Path, damage: str) -> None:
    (user / GOOD_NAME).write_text(damage, encoding="utf-8")
    path = write(user, "[")
    assert str(path) in load(user).store_unknown
    write(user, "[ui]\nended_cards = 9\n")
    load(user)
    write(user, "[")
    assert load(user).config.ui.ended_cards == 9


@pytest.mark.parametrize(
    "command",
    [
        ("setup", "show"),
        ("setup", "set", "user.caller_card_delay=5"),
        ("setup", "export"),
        ("setup", "import", "FILE"),
        ("users", "list"),
        ("users", "admin", "anybody"),
        ("directory", "import", "FILE", "--table", "Customer"),
    ],
)
def test_a_command_opens_no_other_store_instead(
    user: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("CTI_TRAY_HOME", str(user))
    given = user.parent / "given"
    given.write_text("{}", encoding="utf-8")
    path = write(user, "[store\nurl =")
    assert main([str(given) if word == "FILE" else word for word in command]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"cti-tray: {path} is not a TOML file")
    assert told.err.count("\n") == 1
    assert [each.name for each in user.iterdir()] == ["config.toml"]
