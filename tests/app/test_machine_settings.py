"""config.toml and the machine around it: whatever is wrong is told once and clearly, and the tray takes calls."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import DeskTray
from tests.display import Desktop

NOTICE = "Notice - Settings file"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def expect_calls(tray: DeskTray) -> None:
    tray.report("missed", call_id="works", number="0205550101")
    assert tray.call("works")["number"] == "+31205550101"


@pytest.mark.display
@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('\ufeff[numbers]\nregion = "XX"\n[ui]\ntheme = "dark"\n[unknown]\nkey = 1\n', "numbers.region "),
        ("[numbers\nregion =", "is not a TOML file"),
        ("numbers = 5\n[ui]\ntheme = 1\nscreen = 1\nended_cards = 0\n", "numbers must be a table"),
    ],
)
def test_a_bad_settings_file_is_told_and_the_tray_takes_calls(
    desktop: Desktop, folder: Path, content: str, problem: str
) -> None:
    with DeskTray(folder, desktop.environment, content) as tray:
        notice = desktop.wait_for_window(NOTICE)
        expect_calls(tray)
        assert len(desktop.windows(NOTICE)) == 1
        lines = [line for line in tray.log().splitlines() if problem in line]
        assert len(lines) == 1
        assert "config.toml" in lines[0]
        assert ("unknown.key" in tray.log()) == ("[unknown]" in content)
        told = tray.run("setup", "show")
        assert told.returncode == (2 if "TOML" in problem else 0)
        assert re.fullmatch(rf"(cti-tray: {folder}/config\.toml:? [^\n]*\n){{1,4}}", told.stderr)
        assert problem in told.stderr
        desktop.close_window(notice)
        assert tray.output == []


def test_a_folder_that_cannot_be_written_to_is_one_line(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    file = tmp_path / "file"
    file.write_text("not a folder")
    for home in (locked / "home", file, file / "below"):
        done = subprocess.run(
            [*_without_powers(), sys.executable, "-m", "tray.cli", "run"],
            env={**os.environ, "CTI_TRAY_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYSTRAY_BACKEND": "dummy"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert re.fullmatch(r"cti-tray: [^\n]*\n", done.stderr)
        assert str(home) in done.stderr


def _without_powers() -> list[str]:
    """Root may write everywhere; without these powers it may not."""
    if os.getuid():
        return []
    powers = "-dac_override,-dac_read_search,-fowner"
    return ["setpriv", f"--bounding-set={powers}", f"--inh-caps={powers}", "--"]


def test_a_start_without_a_desktop_is_one_line(folder: Path) -> None:
    tray = DeskTray(folder)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        tray.environment.pop(name, None)
    done = tray.run("run")
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"cti-tray: There is no desktop[^\n]*\n", done.stderr)
    assert tray.run("status").returncode == 3


@pytest.mark.parametrize("platform", ["", "xcb", "wayland;xcb"])
def test_a_desktop_that_does_not_answer_is_one_line_that_names_it(folder: Path, platform: str) -> None:
    tray = DeskTray(folder)
    tray.environment |= {"DISPLAY": ":9876", "QT_QPA_PLATFORM": platform}
    tray.environment.pop("WAYLAND_DISPLAY", None)
    done = tray.run("run")
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"cti-tray: The desktop :9876 does not answer\.[^\n]*\n", done.stderr)


def test_a_taken_port_is_told_and_another_one_is_used(folder: Path, taken_port: int) -> None:
    with DeskTray(folder, config=f"[sources.receiver]\nport = {taken_port}\n") as tray:
        assert tray.json("receiver")["url"] != f"http://127.0.0.1:{taken_port}"
        receiver = tray.source("receiver")
        assert receiver["state"] == "connected"
        assert "is taken by another program" in receiver["detail"]
        assert "is taken by another program" in tray.log()
        expect_calls(tray)


def test_a_receiver_that_is_switched_off_takes_commands_alone(folder: Path) -> None:
    with DeskTray(folder, config="[sources.receiver]\nenabled = false\n") as tray:
        assert tray.source("receiver")["state"] == "off"
        assert tray.offer("offered", call_id="1", number="+31205550101") == 404
        told = tray.run("event", "+31205550101")
        assert told.returncode == 1
        assert re.fullmatch(r"cti-event: [^\n]*sources\.receiver[^\n]*\n", told.stderr)
        tray.command("dial", "020 555 0101")
        assert [call["direction"] for call in tray.status()["calls"]] == ["outgoing"]


def test_port_and_token_stay_over_restarts(folder: Path) -> None:
    keys = []
    for _ in range(2):
        with DeskTray(folder) as tray:
            keys.append(tray.json("receiver"))
    assert keys[0] == keys[1]
