"""A change that is made while no tray runs holds from the first call on when one is started."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk import DeskTray, decided
from tray.cli import main
from tray.commands.offline import cached_setup


def delay(home: Path) -> int | None:
    kept = cached_setup(home, "sqlite")
    return kept and kept.setup.user.caller_card_delay


def test_what_was_set_is_kept_for_the_next_start(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["setup", "set", "user.caller_card_delay=7"]) == 0
    assert delay(own_home) == 7
    assert main(["setup", "set", "user.caller_card_delay=never"]) == 2
    assert delay(own_home) == 7


def test_the_first_call_after_the_start_goes_by_it(tmp_path: Path) -> None:
    tray = DeskTray(tmp_path / "home")
    tray.command("setup", "set", "user.open_mask_on=Connected")
    with tray:
        tray.report("offered", call_id="first", number="+31205550101")
        tray.report("ended", call_id="first")
        assert "open_card" not in decided(tray.call("first"))


def test_status_tells_of_the_store_as_soon_as_the_tray_takes_calls(tmp_path: Path) -> None:
    with DeskTray(tmp_path / "home") as tray:
        assert tray.status()["store"]["state"] == "online"
