"""The whole tray is killed in the middle of its work: what was on disk stays, once, and the next start goes on."""

from __future__ import annotations

import json
import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.app.softphone import CODES, Softphone, activities, call_from_many, journal, plan
from tests.desk import DeskTray
from tests.display import wait_until

KILLS = 4
CALLS_A_ROUND = 120
CLIENTS = 3
ENDINGS = {"ended", "rejected", "busy"}


@pytest.fixture
def unstarted(tmp_path: Path) -> DeskTray:
    """A tray that is not running yet."""
    return DeskTray(tmp_path / "home")


def test_kills_lose_no_journalled_call_and_double_none(unstarted: DeskTray) -> None:
    tray, chance = unstarted, random.Random(9)
    first_keys: dict[str, Any] = {}
    known: dict[str, dict[str, Any]] = {}
    for round_number in range(KILLS):
        with tray:
            keys = tray.json("receiver")
            assert keys == (first_keys or keys)
            first_keys = keys
            tray.set_up({"module": CODES, "user": CODES})
            expect_nothing_open(tray)
            assert {call: row for call, row in journal(tray).items() if call in known} == known
            calls = plan(CALLS_A_ROUND, 0.8, 0.4, seed=round_number, prefix=f"round{round_number}-")
            phones = call_from_many(tray, calls, CLIENTS)
            wait_for_events(phones, chance.randrange(20, 250))
            tray.kill()
            for phone in phones:
                phone.join()
        expect_sound_files(tray.folder)
        rows = journal(tray)
        ended = {call: row for call, row in rows.items() if row["ended"]}
        assert ended.keys() >= {
            event["call_id"] for phone in phones for event in phone.taken if event["event"] in ENDINGS
        }
        assert ended.keys() >= known.keys()
        expect_one_activity_each(tray, ended)
        courses = {call.call_id: call.course for call in calls}
        for call, row in ended.items():
            if call in courses:
                assert (row["outcome"], row["cause"]) == (courses[call].outcome, courses[call].cause)
        known = ended
    with tray:
        expect_nothing_open(tray)
        rows = journal(tray)
        lost = {call: row for call, row in rows.items() if row["cause"] == "lost"}
        assert lost
        assert {call: row for call, row in rows.items() if call in known} == known
        expect_one_activity_each(tray, rows)
        tray.report("missed", call_id="afterwards", number="+31205550101")
        assert tray.call("afterwards")["outcome"] == "missed_incoming"


def test_ends_that_were_seen_in_the_journal_survive_the_kill_that_follows(unstarted: DeskTray) -> None:
    tray = unstarted
    with tray:
        tray.set_up({"module": CODES, "user": CODES})
        for number in range(5):
            tray.report("offered", call_id=f"ended-{number}", number="+31205550101")
            tray.report("connected", call_id=f"ended-{number}")
        tray.report("offered", call_id="ringing", number="+31205550102")
        tray.report("offered", call_id="talking", number="+31205550103")
        tray.report("connected", call_id="talking")
        for number in range(5):
            tray.report("ended", call_id=f"ended-{number}")
        before = tray.call("ended-4")
        tray.kill()
    with tray:
        rows, written = journal(tray), activities(tray)
        assert rows["ended-4"] == before
        assert {call: rows[call]["outcome"] for call in written} == {
            **{f"ended-{number}": "incoming" for number in range(5)},
            "talking": "incoming",
        }
        assert (rows["talking"]["cause"], rows["ringing"]["cause"]) == ("lost", "lost")
        assert rows["ringing"]["outcome"] == "missed_incoming"
        tray.report("ended", call_id="ended-0")
        tray.report("ended", call_id="talking")
        tray.report("missed", call_id="afterwards", number="+31205550101")
        tray.call("afterwards")
        assert len(activities(tray)) == len(written) + 1


def test_an_end_that_was_answered_survives_a_kill_right_after_the_answer(unstarted: DeskTray) -> None:
    tray = unstarted
    endings = ["rejected", "ended", "missed"] * 20
    with tray:
        tray.set_up({"module": CODES, "user": CODES})
        for number in range(len(endings)):
            tray.report("offered", call_id=f"c{number}", number=f"+3120555{number:04}")
        for number, ending in enumerate(endings):
            tray.report(ending, call_id=f"c{number}")
        tray.kill()
    causes = {"rejected": "rejected", "ended": "missed", "missed": "missed"}
    expected = {f"c{number}": causes[ending] for number, ending in enumerate(endings)}
    assert {call: row["cause"] for call, row in journal(tray).items()} == expected
    with tray:
        assert {call: row["cause"] for call, row in journal(tray).items()} == expected
        assert activities(tray).keys() == expected.keys()


def test_a_phone_that_gives_no_ids_goes_on_with_its_calls_after_the_kill(unstarted: DeskTray) -> None:
    tray = unstarted
    talking, ringing = "+31205550103", "+31205550104"
    with tray:
        tray.set_up({"module": CODES, "user": CODES})
        tray.report("incoming", number=talking)
        tray.report("connected", number=talking)
        tray.report("incoming", number=ringing)
        wait_until(lambda: len(journal(tray)) == 2, what="both calls in the journal")
        tray.kill()
    with tray:
        expect_nothing_open(tray)
        tray.report("end", number=talking)
        tray.report("missed", number=ringing)
        rows = {row["number"]: (row["outcome"], row["cause"]) for row in journal(tray).values()}
        assert len(journal(tray)) == 2
        assert rows == {talking: ("incoming", "completed"), ringing: ("missed_incoming", "missed")}
        assert sorted(row["outcome"] for row in activities(tray).values()) == ["incoming", "missed_incoming"]


def wait_for_events(phones: list[Softphone], count: int) -> None:
    wait_until(lambda: sum(len(phone.taken) for phone in phones) >= count, what=f"{count} events")


def expect_nothing_open(tray: DeskTray) -> None:
    assert tray.status()["calls"] == []
    assert [call for call, row in journal(tray).items() if not row["ended"]] == []


def expect_sound_files(folder: Path) -> None:
    databases = sorted(folder.glob("*.db"))
    assert {path.name for path in databases} == {"directory.db", "journal.db", "setup.db"}
    for path in databases:
        with sqlite3.connect(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
    json.loads((folder / "setup-cache.json").read_text(encoding="utf-8"))


def expect_one_activity_each(tray: DeskTray, rows: dict[str, dict[str, Any]]) -> None:
    """Every ended call has its activity, but for those answered elsewhere and those lost before the answer."""
    wanted = {
        call
        for call, row in rows.items()
        if row["outcome"] != "answered_elsewhere" and (row["cause"] != "lost" or row["connected"])
    }
    assert activities(tray).keys() == wanted
