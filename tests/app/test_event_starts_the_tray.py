"""`cti-event --start`: a hook that brings the tray up, and one that does not."""

from __future__ import annotations

from pathlib import Path

from tests.desk import DeskTray
from tests.display import wait_until

CHECKOUT = str(Path(__file__).parents[2])
NUMBER = "+31205550101"


def test_a_hook_starts_the_tray_and_its_call_is_there(tmp_path: Path) -> None:
    tray = DeskTray(tmp_path / "home")
    tray.environment["PYTHONPATH"] = CHECKOUT
    try:
        done = tray.run("event", "--start", "--event", "incoming", "--call-id", "x1", "--number", NUMBER)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        (call,) = wait_until(lambda: tray.status()["calls"], what="the call")
        assert (call["call_id"], call["state"], call["number"]) == ("x1", "offered", NUMBER)
        again = tray.run("event", "--start", "--event", "end", "--call-id", "x1")
        assert (again.returncode, again.stderr) == (0, "")
        (ended,) = tray.json("calls")
        assert [decision["decision"] for decision in ended["decisions"]].count("open_card") == 1
    finally:
        tray.run("quit")
    wait_until(lambda: tray.run("status").returncode == 3, what="the end of the tray")


def test_without_the_option_nothing_is_started(tmp_path: Path) -> None:
    tray = DeskTray(tmp_path / "home")
    done = tray.run("event", "--event", "incoming", NUMBER)
    assert (done.returncode, done.stderr) == (3, "cti-event: CTI Tray is not running. Start it first.\n")
    assert not (tray.folder / "receiver.json").exists()


def test_a_link_starts_nothing(tmp_path: Path) -> None:
    """Any web page can open one."""
    tray = DeskTray(tmp_path / "home")
    link = "ctitray://call/v1?event=incoming&number=%2B31205550101"
    assert tray.run("event", f"{link}&start=true").returncode == 3
    assert tray.run("event", "--start", link).returncode == 2
    assert not (tray.folder / "receiver.json").exists()


def test_a_tray_that_cannot_start_is_told_in_one_line(tmp_path: Path) -> None:
    tray = DeskTray(tmp_path / "home")
    tray.environment |= {"QT_QPA_PLATFORM": "xcb", "DISPLAY": "", "WAYLAND_DISPLAY": "", "PYTHONPATH": CHECKOUT}
    done = tray.run("event", "--start", NUMBER)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "cti-event: CTI Tray is not running and could not be started. Start it, and try again.\n"
