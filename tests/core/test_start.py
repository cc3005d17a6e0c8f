"""Starting the process: whatever stands in the way is one line and an exit code, and nothing hangs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tray.demo import is_first_start
from tray.directory.demo import DEMO_CALLER
from tray.directory.store import database_path
from tray.instance import LOCK_NAME
from tray.logs import LOG_NAME
from tray.paths import HOME_VARIABLE, JOURNAL_FILE

Make = Callable[[Path], object]


def run(home: Path, *arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    """`cti-tray` without a screen, in a data folder of its own; it has to end by itself."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYSTRAY_BACKEND": "dummy", HOME_VARIABLE: str(home)}
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    command = [sys.executable, "-m", "tray.cli", *arguments]
    return subprocess.run(command, env=environment, text=True, timeout=90, check=False, **options)  # type: ignore[call-overload, no-any-return]


def complaints(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What was said on the error stream, without what Qt's off-screen plugin says about itself."""
    return [line for line in done.stderr.splitlines() if not line.startswith("This plugin does not support")]


@pytest.mark.parametrize(
    ("name", "make"),
    [
        (JOURNAL_FILE, Path.mkdir),
        (LOCK_NAME, Path.mkdir),
        (LOG_NAME, Path.mkdir),
        ("", Path.touch),
    ],
)
def test_a_tray_that_cannot_start_says_why_in_one_line(tmp_path: Path, name: str, make: Make) -> None:
    home = tmp_path / "home"
    if name:
        home.mkdir()
    make(home / name)
    done = run(home, "run")
    (line,) = complaints(done)
    assert done.returncode == 1
    assert line.startswith("cti-tray: ")
    assert str(home / name) in line
    assert done.stdout == ""


def test_damaged_files_are_no_reason_not_to_start(tmp_path: Path) -> None:
    for name in (JOURNAL_FILE, "setup.db", "directory.db", "setup-cache.json", "receiver.json", "config.toml"):
        (tmp_path / name).write_bytes(b"\x00\xffthis is nothing\n" * 500)
    done = run(tmp_path, "run", "--offscreen", str(tmp_path / "pictures"))
    assert done.returncode == 0, done.stderr
    assert complaints(done) == []
    assert len([path for path in tmp_path.iterdir() if ".damaged" in path.name and path.suffix == ".db"]) == 3


def test_a_start_without_a_desktop_prints_each_decision_saves_pictures_and_ends(tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    done = run(tmp_path / "home", "run", "--demo", "--offscreen", str(pictures))
    assert (done.returncode, complaints(done)) == (0, [])
    decisions = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert [each["decision"] for each in decisions[:2]] == ["open_card", "open_page"]
    assert decisions[0]["card"]["number"] == DEMO_CALLER
    saved = [line for line in done.stdout.splitlines() if line.startswith("Saved ")]
    assert saved == [f"Saved {pictures / name}" for name in ("caller-card.png", "record-page.png")]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in pictures.iterdir())


def test_pictures_that_cannot_be_saved_are_said(tmp_path: Path) -> None:
    (tmp_path / "pictures").write_text("here is a file")
    done = run(tmp_path / "home", "run", "--offscreen", str(tmp_path / "pictures"))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert str(tmp_path / "pictures") in done.stderr
    assert "Saved" not in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there is /dev/full on Linux alone")
def test_a_start_whose_output_goes_nowhere_still_ends(tmp_path: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = run(tmp_path / "home", "run", "--offscreen", str(tmp_path / "pictures"), stdout=full)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr


def test_a_directory_that_cannot_be_opened_is_no_first_start(tmp_path: Path) -> None:
    assert is_first_start(tmp_path)
    path = database_path(tmp_path)
    for file in tmp_path.iterdir():
        file.unlink()
    path.mkdir()
    assert not is_first_start(tmp_path)


def test_where_the_tray_was_used_the_demo_leaves_the_data_alone(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "own.csv"
    file.write_text("no,name,phone\nC1,Own,020 555 0199\n", encoding="utf-8")
    assert run(home, "directory", "import", str(file), "--table", "Own").returncode == 0
    assert run(home, "setup", "set", "user.auto_open_master_data=false").returncode == 0
    done = run(home, "run", "--offscreen", str(tmp_path / "pictures"))
    assert (done.returncode, complaints(done)) == (0, [])
    assert len(list((tmp_path / "pictures").glob("*.png"))) == 2
    assert json.loads(run(home, "calls", "--json").stdout) == []
    tables = json.loads(run(home, "directory", "show", "--json").stdout)
    assert "Own" in json.dumps(tables)
    assert "Adatum" not in json.dumps(tables)


def test_a_demo_that_was_taken_away_does_not_come_back(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert run(home, "run", "--demo", "--offscreen", str(tmp_path / "pictures")).returncode == 0
    for table in ("Customer", "Contact"):
        assert run(home, "directory", "clear", "--table", table).returncode == 0
    assert not is_first_start(home)
