"""Teams and the running tray: its screen pop opens a card, its client ends the call, and a meeting opens nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.credential_store import CredentialStore
from tests.desk import DeskTray, decided
from tests.display import wait_until
from tests.teams import TeamsClient

POP = "ctitray://call/v1?event=connected&direction=incoming&number=%2B31205550101&source=teams"


@pytest.fixture(scope="module")
def credentials() -> Iterator[CredentialStore]:
    with CredentialStore() as store:
        yield store


@pytest.fixture
def teams() -> Iterator[TeamsClient]:
    with TeamsClient() as teams:
        yield teams


@pytest.fixture
def teams_tray(tmp_path: Path, teams: TeamsClient, credentials: CredentialStore) -> Iterator[DeskTray]:
    """A tray that listens to Teams and has heard from it."""
    environment = {**os.environ, **credentials.environment, "QT_QPA_PLATFORM": "offscreen", "PYSTRAY_BACKEND": "dummy"}
    config = f'[sources.teams]\naddress = "{teams.address}"\n'
    with DeskTray(tmp_path / "home", environment, config) as tray:
        tray.wait_for_source("teams")
        yield tray


def calls(tray: DeskTray) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tray.status()["calls"]
    return found


def test_a_call_of_teams_from_its_screen_pop_to_its_end(teams: TeamsClient, teams_tray: DeskTray) -> None:
    teams_tray.command("event", POP)
    (call,) = calls(teams_tray)
    assert (call["source"], call["state"], call["direction"]) == ("teams", "connected", "incoming")
    assert call["number"] == "+31205550101"
    teams.call(True)
    teams_tray.report("offered", call_id="other", number="+31205550102")
    assert len(calls(teams_tray)) == 2
    teams.call(False)
    ended = teams_tray.call(call["call_id"])
    assert (ended["source"], ended["outcome"], ended["cause"]) == ("teams", "incoming", "completed")
    assert decided(ended).count("open_card") == 1
    assert [each["call_id"] for each in calls(teams_tray)] == ["other"]


def test_a_meeting_without_a_screen_pop_opens_nothing(teams: TeamsClient, teams_tray: DeskTray) -> None:
    for goes_on in (True, False):
        teams.call(goes_on)
        assert teams.ping()
    teams_tray.report("missed", call_id="afterwards", number="+31205550102")
    teams_tray.call("afterwards")
    assert [row["call_id"] for row in teams_tray.json("calls")] == ["afterwards"]
    assert calls(teams_tray) == []


def test_the_pairing_that_the_user_asks_for_outlives_the_tray(
    teams: TeamsClient, teams_tray: DeskTray, credentials: CredentialStore
) -> None:
    status = teams_tray.source("teams")
    assert "Not paired" in status["detail"]
    assert "never tells that it rings" in status["detail"]
    assert set(status["reports"]) == {"incoming", "connected", "number", "ended"}
    assert "Allow" in teams_tray.command("teams-pair")
    teams.call(True)
    teams.wait_for_prompt()
    token = teams.allow()
    wait_until(lambda: "Not paired" not in teams_tray.source("teams")["detail"], what="a tray that is paired")
    wait_until(lambda: token.encode() in credentials.secrets(), what="a token that is kept")
    teams_tray.command("quit")
    teams_tray.process.wait(30)
    teams_tray.start()
    teams_tray.wait_for_source("teams")
    assert teams.queries[-1]["token"] == [token]
    assert teams.prompts == 1
    assert token not in teams_tray.log()
