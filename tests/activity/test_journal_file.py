"""The journal file itself: private, upgraded, refused, replaced when damaged, and patient with a full disk."""

from __future__ import annotations

import random
import sqlite3
import stat
import sys
import threading
from pathlib import Path

import pytest

from tests.activity.phone import Desk
from tray.activity.database import open_for_reading, open_for_writing
from tray.activity.journal import Journal
from tray.activity.reader import JournalReader
from tray.errors import CtiError, DataDamaged


def complain(error: CtiError) -> None:
    raise AssertionError(f"no complaint was expected: {error}")


@pytest.mark.skipif(sys.platform == "win32", reason="rights are those of the folder there")
def test_only_the_user_may_read_the_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.touch(0o644)
    desk = Desk(tmp_path)
    desk.place("x1")
    desk.rows()
    modes = {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.glob("journal.db*")}
    assert desk.journal.stop()
    assert modes == {0o600}


def test_every_commit_reaches_the_disk(tmp_path: Path) -> None:
    connection = open_for_writing(tmp_path / "journal.db", complain)
    settings = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    connection.close()
    assert settings == ["wal", 2]


def test_a_reader_finds_an_empty_journal_where_there_is_none(tmp_path: Path) -> None:
    with JournalReader(tmp_path / "journal.db") as reader:
        assert reader.recent(10) == ()
        assert reader.calls_for_replay(10) == ()
        assert reader.activities(10) == ()
        assert list(reader.every_activity()) == []
        assert reader.next_waiting(needs_record=False) is None
        assert not reader.activity_counts()
    assert list(tmp_path.iterdir()) == []


def test_a_reader_cannot_write(desk: Desk) -> None:
    connection = open_for_reading(desk.path)
    assert connection is not None
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM call")
    connection.close()


def test_each_migration_is_done_once_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    steps = [("CREATE TABLE one (a)", "INSERT INTO one VALUES (1)")]
    open_for_writing(path, complain, steps).close()
    broken = [*steps, ("CREATE TABLE two (a)", "INSERT INTO two VALUES (1)", "this is no statement")]
    with pytest.raises(CtiError, match="syntax error"):
        open_for_writing(path, complain, broken)
    whole = [*steps, ("CREATE TABLE two (a)", "INSERT INTO two VALUES (1)")]
    for _ in range(2):
        connection = open_for_writing(path, complain, whole)
        counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("one", "two")]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.close()
        assert (counts, version) == ([1, 1], 2)


def test_a_journal_of_a_newer_version_is_left_alone(desk: Desk) -> None:
    desk.place("x1")
    assert desk.journal.stop()
    with sqlite3.connect(desk.path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = desk.path.read_bytes()
    with pytest.raises(CtiError, match="newer CTI Tray"):
        Journal(desk.path, complain).start()
    with pytest.raises(CtiError, match="newer CTI Tray"):
        JournalReader(desk.path)
    assert desk.path.read_bytes() == before


def overwritten(path: Path, damage: str) -> None:
    data = bytearray(path.read_bytes())
    if damage == "garbage":
        data[:] = random.Random(1).randbytes(len(data))
    elif damage == "header":
        data[:16] = b"not a database!!"
    elif damage == "tables":
        data[100:4096] = bytes(3996)
    elif damage == "half":
        del data[len(data) // 2 :]
    elif damage == "another":
        path.unlink()
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE mine (a)")
            connection.execute("PRAGMA user_version = 1")
        connection.close()
        return
    path.write_bytes(data)


@pytest.mark.parametrize("damage", ["garbage", "header", "tables", "half", "another"])
def test_a_damaged_journal_is_kept_aside_and_an_empty_one_serves(tmp_path: Path, damage: str) -> None:
    desk = Desk(tmp_path)
    for number in range(50):
        desk.place(f"c{number}")
    assert desk.journal.stop()
    overwritten(desk.path, damage)
    damaged = desk.path.read_bytes()
    desk.restart()
    over = desk.place("x1")
    assert [row.call_id for row in desk.rows()] == [over.call_id]
    assert [activity.call_id for activity in desk.activities()] == [over.call_id]
    assert desk.journal.stop()
    (complaint,) = desk.troubles
    assert isinstance(complaint, DataDamaged)
    assert "journal.damaged-1.db" in complaint.message
    assert (tmp_path / "journal.damaged-1.db").read_bytes()[100:] == damaged[100:]


def test_several_damaged_journals_are_all_kept(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for _ in range(3):
        assert desk.journal.stop()
        desk.path.write_bytes(b"nonsense" * 1000)
        desk.restart()
    assert desk.journal.stop()
    kept = sorted(path.name for path in tmp_path.glob("journal.damaged-*.db"))
    assert kept == [f"journal.damaged-{number}.db" for number in (1, 2, 3)]


def test_damage_found_after_a_kill_is_looked_for(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for number in range(200):
        desk.place(f"c{number}")
    assert desk.journal.stop()
    data = bytearray(desk.path.read_bytes())
    for page in range(8, len(data) // 4096, 3):
        data[page * 4096 : page * 4096 + 2000] = b"\xff" * 2000
    desk.path.write_bytes(data)
    (tmp_path / "journal.db-wal").touch()
    desk.restart()
    assert desk.rows() == ()
    assert desk.journal.stop()
    assert [type(error) for error in desk.troubles] == [DataDamaged]


def test_a_reader_says_that_the_file_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(b"nonsense" * 1000)
    with pytest.raises(DataDamaged, match=r"journal\.db"):
        JournalReader(path)


def test_damage_that_shows_while_running_loses_no_later_call(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.place("before")
    assert desk.journal.flush()
    desk.journal.writer.submit(damaged_by)
    desk.place("after")
    assert [row.call_id for row in desk.rows()] == ["after"]
    assert [activity.call_id for activity in desk.activities()] == ["after"]
    assert desk.journal.stop()
    assert [type(error) for error in desk.troubles] == [DataDamaged]


def damaged_by(connection: sqlite3.Connection) -> None:
    """Break the table's root page the way a bad sector would, once."""
    if connection.execute("SELECT count(*) FROM call").fetchone()[0]:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET rootpage = 100000 WHERE name = 'call'")
        connection.execute("PRAGMA schema_version = 77")
        connection.execute("SELECT * FROM call")


def test_a_full_disk_delays_calls_and_loses_none(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert desk.journal.flush()
    space = iter([disk_is_full])

    def full_the_first_time(connection: sqlite3.Connection) -> None:
        next(space, no_longer)(connection)

    desk.journal.writer.submit(full_the_first_time)
    for number in range(200):
        desk.place(f"c{number}", note="n" * 1000)
    assert desk.journal.flush(30.0)
    assert len(desk.rows()) == len(desk.activities()) == 200
    assert desk.journal.stop()
    (complaint,) = desk.troubles
    assert "full" in complaint.message
    assert "free space" in complaint.hint


def disk_is_full(connection: sqlite3.Connection) -> None:
    """Forbid this connection to let the file grow; the writer's next connection may."""
    connection.execute("PRAGMA max_page_count = 1")


def no_longer(_connection: sqlite3.Connection) -> None:
    """There is space again."""


def test_a_stop_does_not_wait_for_a_disk_that_stays_full(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    full = threading.Event()

    def always_full(connection: sqlite3.Connection) -> None:
        full.set()
        disk_is_full(connection)
        connection.execute("CREATE TABLE more (a)")
        connection.execute("INSERT INTO more VALUES (zeroblob(100000))")

    desk.journal.writer.submit(always_full)
    assert full.wait(10)
    assert desk.journal.stop(10.0)
    assert {"full" in error.message for error in desk.troubles} == {True}


def test_a_folder_that_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(CtiError, match=r"journal\.db"):
        Journal(tmp_path / "nowhere" / "journal.db", complain).start()


def test_stopping_a_journal_that_never_started_is_no_error(tmp_path: Path) -> None:
    assert Journal(tmp_path / "journal.db", complain).stop()
