"""One tray per user, and a clean end whoever asks for it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk import DeskTray
from tests.display import Desktop, wait_until

PATIENCE_S = 60
OFFSCREEN_ONLY = "This plugin does not support raise()\n"


class Start:
    """One of several starts."""

    def __init__(self, tray: DeskTray) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tray.cli", "run"],
            env=tray.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def end(self) -> tuple[int, str]:
        """The exit code, and what was printed."""
        output, _ = self._process.communicate(timeout=PATIENCE_S)
        return self._process.returncode, output.replace(OFFSCREEN_ONLY, "")

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()


def is_active(tray: DeskTray) -> bool:
    """Whether the store says that the one user's tray is running."""
    (user,) = tray.json("users", "list")
    return bool(user["active"])


def expect_gone(tray: DeskTray) -> None:
    """No tray runs, and nobody is told otherwise."""
    assert tray.process.wait(PATIENCE_S) == 0
    assert "".join(tray.output).replace(OFFSCREEN_ONLY, "") == ""
    status = tray.run("status", "--json")
    assert (status.returncode, json.loads(status.stdout)) == (3, {"running": False})
    assert not is_active(tray)


@pytest.mark.display
def test_a_second_start_raises_recent_calls_and_the_icon_goes_with_the_tray(
    desktop: Desktop, screen_tray: DeskTray
) -> None:
    wait_until(lambda: len(desktop.tray_icons()) == 1, what="the icon")
    assert not desktop.windows("Recent calls")
    second = screen_tray.run("run")
    assert (second.returncode, second.stdout, second.stderr) == (0, "CTI Tray is already running.\n", "")
    window = desktop.wait_for_window("Recent calls")
    wait_until(lambda: desktop.active_window() == window, what="Recent calls in front")
    assert is_active(screen_tray)
    screen_tray.process.send_signal(signal.SIGTERM)
    expect_gone(screen_tray)
    assert desktop.tray_icons() == []
    assert not desktop.windows("Recent calls")


def test_of_several_starts_at_once_exactly_one_runs(tmp_path: Path) -> None:
    tray = DeskTray(tmp_path / "home")
    starts = [Start(tray) for _ in range(4)]
    try:
        wait_until(lambda: sum(start.is_running for start in starts) == 1, seconds=PATIENCE_S, what="one that stays")
        tray.report("missed", call_id="once", number="+31205550101")
        assert tray.call("once")["outcome"] == "missed_incoming"
        assert len(tray.json("calls")) == 1
        tray.command("quit")
        ends = [start.end() for start in starts]
    finally:
        for start in starts:
            start.kill()
    assert sorted(ends) == [(0, ""), *[(0, "CTI Tray is already running.\n")] * 3]


def test_quit_ends_the_tray_cleanly(tray: DeskTray) -> None:
    assert is_active(tray)
    assert tray.command("quit") == ""
    expect_gone(tray)
    assert tray.run("quit").returncode == 3


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_log_off_during_calls_loses_nothing(tray: DeskTray, number: signal.Signals) -> None:
    tray.set_up({"module": {"crm_active": True}, "user": {"crm_active": True, "incoming_template": "IN"}})
    for call in ("done", "talking", "ringing"):
        tray.report("offered", call_id=call, number="+31205550101")
    tray.report("connected", call_id="talking")
    tray.report("connected", call_id="done")
    tray.report("ended", call_id="done")
    tray.process.send_signal(number)
    expect_gone(tray)
    tray.start()
    rows = {row["call_id"]: row for row in tray.json("calls")}
    assert {call: (row["outcome"], row["cause"]) for call, row in rows.items()} == {
        "done": ("incoming", "completed"),
        "talking": ("incoming", "lost"),
        "ringing": ("missed_incoming", "lost"),
    }
    assert sorted(row["call_id"] for row in tray.json("activity")) == ["done", "talking"]
