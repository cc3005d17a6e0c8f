"""The setup store comes and goes: cards open by the setup that was known last, and its age is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import DeskTray, decided
from tests.display import wait_until
from tests.postgresql import Cluster, running_cluster


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    with running_cluster() as cluster:
        yield cluster


SHORT_BEAT_S = 5


def wait_for_store(tray: DeskTray, state: str) -> dict[str, object]:
    """What `status` says of the store, as soon as it is in this state."""

    def store() -> dict[str, object]:
        found: dict[str, object] = tray.status()["store"]
        return found if found["state"] == state else {}

    return wait_until(store, seconds=90, what=f"a store that is {state}")


def missed_call(tray: DeskTray, call_id: str) -> list[str]:
    """What was decided about a call that nobody answers."""
    tray.report("offered", call_id=call_id, number="+31205550101")
    tray.report("ended", call_id=call_id)
    return decided(tray.call(call_id))


def test_calls_pop_from_the_cached_setup_while_the_store_is_away(cluster: Cluster, tmp_path: Path) -> None:
    url = cluster.empty_database()
    cluster.stop()
    tray = DeskTray(tmp_path / "home", config=f'[store]\nurl = "{url}"\n')
    with tray:
        store = wait_for_store(tray, "offline")
        assert (store["kind"], store["setup_age_s"]) == ("postgresql+psycopg", None)
        assert missed_call(tray, "defaults")[0] == "open_card"
        refused = tray.run("setup", "show")
        assert (refused.returncode, refused.stdout) == (1, "")
        assert re.fullmatch(r"cti-tray: [^\n]*\n", refused.stderr)
        cluster.start()
        tray.set_up({"module": {"heartbeat_s": SHORT_BEAT_S}, "user": {"open_mask_on": "Connected"}})
        assert tray.status()["store"]["state"] == "online"
        assert "no_card" in missed_call(tray, "stored")
        (user,) = tray.json("users", "list")
        assert user["active"]
        cluster.stop()
        assert wait_for_store(tray, "offline")["setup_age_s"] is not None
        assert "no_card" in missed_call(tray, "cut off")
    with tray:
        store = wait_for_store(tray, "offline")
        assert store["setup_age_s"] is not None
        assert "no_card" in missed_call(tray, "cached")
        cluster.start()
        wait_for_store(tray, "online")
        tray.set_up({"user": {"open_mask_on": "Call"}})
        assert missed_call(tray, "back")[0] == "open_card"
