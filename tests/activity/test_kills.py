"""The tray is killed, again and again: what was said to be on disk is there once, and nothing is there twice."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.activity.phone import Desk
from tests.activity.placing import over
from tray.activity.model import Activity, ActivityState, JournalRow
from tray.activity.reader import JournalReader
from tray.calls.model import Cause


class Fate(NamedTuple):
    """What becomes of one post: whether it was entered, whether the tray lives to hear of it, and what it hears."""

    entered: bool
    killed: bool
    answer: str


TAKEN = Fate(entered=True, killed=False, answer="entry")
FATES = (
    *(TAKEN,) * 4,
    Fate(entered=False, killed=False, answer="later"),
    Fate(entered=True, killed=False, answer="later"),
    Fate(entered=False, killed=True, answer=""),
    Fate(entered=True, killed=True, answer=""),
)
CHECKOUT = Path(__file__).resolve().parents[2]
KILLS = 12
STATEMENTS = 60


class Tray:
    """The other process."""

    def __init__(self, path: Path, what: str, number: int) -> None:
        command = [sys.executable, "-m", "tests.activity.placing", str(path), what, str(number)]
        self.process = subprocess.Popen(
            command, cwd=CHECKOUT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def lines(self) -> Iterator[list[str]]:
        """What it says, until it is gone."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            yield line.split()

    def answer(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()


@contextmanager
def tray(path: Path, what: str, number: int) -> Iterator[Tray]:
    """A tray that is killed at the end, and whose last words are read."""
    running = Tray(path, what, number)
    try:
        yield running
    finally:
        running.process.kill()
        running.process.communicate()


def contents(path: Path) -> tuple[list[JournalRow], list[Activity]]:
    """Everything in the journal; the file must be sound."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    with JournalReader(path) as reader:
        return list(reversed(reader.recent(100_000))), list(reader.every_activity())


def assert_each_once(rows: list[JournalRow], activities: list[Activity]) -> None:
    """No call twice; every ended call with its activity, but for those lost before they were answered."""
    assert [name for name, count in Counter(row.call_id for row in rows).items() if count > 1] == []
    wanted = {
        row.uid for row in rows if row.ended is not None and not (row.cause is Cause.LOST and row.connected is None)
    }
    posted = [activity.id for activity in activities]
    assert len(posted) == len(set(posted))
    assert set(posted) == wanted


def test_calls_survive_kills_at_any_moment_and_are_never_doubled(tmp_path: Path) -> None:
    path, chance = tmp_path / "journal.db", random.Random(20)
    acknowledged: set[str] = set()
    first = 0
    for _ in range(KILLS):
        wanted = len(acknowledged) + chance.randrange(1, 150)
        with tray(path, "calls", first) as running:
            for word, *rest in running.lines():
                assert word != "trouble"
                acknowledged.update(f"c{number}" for number in rest)
                if len(acknowledged) >= wanted:
                    break
        shutil.copytree(tmp_path, tmp_path.with_name("crashed"), dirs_exist_ok=True)
        rows, activities = contents(tmp_path.with_name("crashed") / "journal.db")
        assert_each_once(rows, activities)
        known = {row.call_id: row for row in rows}
        assert {name for name in acknowledged if known[name].ended is None} == set()
        first = 1 + max(int(row.call_id[1:]) for row in rows)
    with tray(path, "replay", first) as running:
        assert ["replayed"] in running.lines()
    rows, activities = contents(path)
    assert_each_once(rows, activities)
    assert [row.call_id for row in rows if row.ended is None] == []
    assert {row.call_id for row in rows if row.cause is Cause.LOST} == set()
    assert {row.call_id for row in rows} == {f"c{number}" for number in range(first + 1)}


def test_calls_open_at_a_kill_are_lost_once(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with tray(path, "calls", 0) as running:
        assert ["ended", "9"] in running.lines()
    left = [row for row in contents(path)[0] if row.ended is None]
    assert left
    for _ in range(3):
        desk = Desk(tmp_path)
        assert desk.journal.stop()
    rows, activities = contents(path)
    assert_each_once(rows, activities)
    lost = [row for row in rows if row.cause is Cause.LOST]
    assert [row.uid for row in lost] == [row.uid for row in left]
    assert {activity.template for activity in activities} == {"M-IN"}


def test_the_end_of_a_call_and_its_activity_are_never_apart(tmp_path: Path) -> None:
    """The process dies before each statement in turn that ends a call: it ended with its activity, or not at all."""
    said = []
    for statements in range(1, STATEMENTS):
        folder = tmp_path / str(statements)
        folder.mkdir()
        path = folder / "journal.db"
        with tray(path, "end", statements) as running:
            said = [" ".join(line) for line in running.lines()]
        rows, activities = contents(path)
        assert [row.call_id for row in rows] == ["c1"]
        is_ended = rows[0].ended is not None
        assert len(activities) == is_ended
        assert is_ended or "ended 1" not in said
        desk = Desk(folder)
        call = over(1)
        assert desk.row().cause is (Cause.COMPLETED if is_ended else Cause.LOST)
        assert desk.activity().call_id == call.call_id
        assert desk.journal.stop()
        if "survived" in said:
            break
    assert "survived" in said
    assert statements > 10


def test_a_log_cut_off_anywhere_by_a_power_cut_leaves_whole_calls(tmp_path: Path) -> None:
    source, chance = tmp_path / "source", random.Random(7)
    source.mkdir()
    with tray(source / "journal.db", "calls", 0) as running:
        assert ["ended", "60"] in running.lines()
    log = (source / "journal.db-wal").read_bytes()
    assert len(log) > 100_000
    counts = []
    for cut in sorted(chance.randrange(len(log)) for _ in range(40)):
        folder = tmp_path / str(cut)
        shutil.copytree(source, folder)
        torn = log[:cut] + chance.randbytes(chance.randrange(3000))
        (folder / "journal.db-wal").write_bytes(torn)
        (folder / "journal.db-shm").unlink(missing_ok=True)
        desk = Desk(folder)
        rows, activities = desk.rows(), desk.activities()
        assert desk.journal.stop()
        assert desk.troubles == []
        assert_each_once(list(rows), list(activities))
        counts.append(len(rows))
        shutil.rmtree(folder)
    assert counts == sorted(counts)
    assert counts[-1] > 30


@pytest.mark.parametrize("seed", range(2))
def test_activities_are_entered_exactly_once_whatever_dies_on_the_way(tmp_path: Path, seed: int) -> None:
    """The receiver takes, refuses for now, or takes and lets the answer get lost; the tray is killed in between."""
    chance, count = random.Random(seed), 25
    desk = Desk(tmp_path, deliver=True)
    calls = [desk.place(f"c{number}", 10.0 * number).call_id for number in range(count)]
    ids = {activity.id: activity.call_id for activity in desk.activities()}
    assert desk.journal.stop()
    entered: list[str] = []
    posts = kills = 0
    while len(delivered(desk.path)) < count:
        with tray(desk.path, "deliver", 0) as running:
            for word, *rest in running.lines():
                if word == "noted" and (chance.random() < 0.1 or len(delivered(desk.path)) == count):
                    break
                if word != "post":
                    continue
                posts += 1
                fate = chance.choice(FATES)
                if fate.entered and rest[0] not in entered:
                    entered.append(rest[0])
                if fate.killed:
                    break
                running.answer(fate.answer)
        kills += 1
    assert [ids[activity_id] for activity_id in entered] == calls
    assert posts > count
    assert kills > 1


def delivered(path: Path) -> list[Activity]:
    with JournalReader(path) as reader:
        return list(reader.activities(1000, states=[ActivityState.DELIVERED]))
