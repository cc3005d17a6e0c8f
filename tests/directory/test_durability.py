"""Other processes, kills, full disks and damaged files: the old data stays, and lookups never wait."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tray.calls.numbers import NumberReader
from tray.directory import store
from tray.directory.importer import import_csv
from tray.directory.index import Directory
from tray.directory.loader import reindex
from tray.errors import Conflict, CtiError, DataDamaged

READER = NumberReader()
OLD = READER.read("+31205550101")
BOTH = READER.read("+31205550150")
NEW = READER.read("+31205550199")
WORKER = Path(__file__).with_name("worker.py")
ROOT = Path(__file__).parents[2]
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="limits a process the way Linux does")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    old = tmp_path / "old.csv"
    old.write_text("no,name,phone\nOLD,Old,020 555 0101\nBOTH,Both,020 555 0150\n", encoding="utf-8")
    import_csv(tmp_path, old, "Contact", READER, now=100.0)
    rows = "".join(f"N{n},New {n},020 {n + 2000000}\n" for n in range(5000))
    (tmp_path / "new.csv").write_text(
        f"no,name,phone\nNEW,New,020 555 0199\nBOTH,Both,020 555 0150\n{rows}", encoding="utf-8"
    )
    return tmp_path


@contextmanager
def importing(folder: Path, until: str) -> Iterator[subprocess.Popen[str]]:
    """A process that imports new.csv and stops in the stage `until`, its transaction open, until it may go on."""
    command = [sys.executable, str(WORKER), str(folder), str(folder / "new.csv"), "Contact", until]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        try:
            assert next(line for line in process.stdout if line.startswith(until))
            yield process
        finally:
            process.kill()


def numbers(directory: Directory) -> list[str]:
    return [hit.record.no for number in (OLD, NEW) for hit in directory.find(number, 8)]


def assert_clean(folder: Path) -> None:
    with sqlite3.connect(store.database_path(folder)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM source").fetchone() == (1,)
        orphans = "SELECT count(*) FROM {} WHERE record NOT IN (SELECT id FROM record)"
        for name in ("number", "phrase"):
            assert connection.execute(orphans.format(name)).fetchone() == (0,)
    connection.close()


@pytest.mark.parametrize("stage", ["reading", "indexing"])
def test_lookups_go_on_during_an_import_and_see_it_when_it_is_complete(folder: Path, stage: str) -> None:
    with Directory.open(folder) as directory:
        with importing(folder, stage) as process:
            assert numbers(directory) == ["OLD"]
            assert directory.counts().records == 2
            with Directory.open(folder) as second:
                assert numbers(second) == ["OLD"]
            output, _ = process.communicate("\n", timeout=60)
        assert output.splitlines()[-1] == "done 5002"
        assert numbers(directory) == ["NEW"]
        assert directory.counts().loaded == 200.0
    assert_clean(folder)


@pytest.mark.parametrize("stage", ["reading", "indexing"])
def test_a_killed_import_leaves_the_old_data_and_a_clean_file(folder: Path, stage: str) -> None:
    with Directory.open(folder) as directory:
        with importing(folder, stage) as process:
            process.kill()
            process.wait()
        assert numbers(directory) == ["OLD"]
    with Directory.open(folder) as directory:
        assert numbers(directory) == ["OLD"]
    assert_clean(folder)
    import_csv(folder, folder / "new.csv", "Contact", READER, now=300.0)
    with Directory.open(folder) as directory:
        assert numbers(directory) == ["NEW"]
    assert_clean(folder)


def test_a_second_import_at_the_same_time_is_told_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LOCK_WAIT_S", 0.05)
    with importing(folder, "reading"), Directory.open(folder) as directory:
        for work in (
            lambda: import_csv(folder, folder / "old.csv", "Contact", READER, now=1.0),
            lambda: reindex(folder, "Contact", (), READER),
            lambda: directory.clear("Contact"),
        ):
            with pytest.raises(Conflict, match="Another import"):
                work()


@POSIX_ONLY
def test_a_disk_without_room_keeps_the_old_data(folder: Path) -> None:
    rows = "".join(f"N{n},{'long name ' * 20},020 {n + 2000000}\n" for n in range(20_000))
    (folder / "new.csv").write_text(f"no,name,phone\n{rows}", encoding="utf-8")
    command = (
        "import resource, runpy, sys;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20));"
        "sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    arguments = [str(WORKER), str(folder), str(folder / "new.csv"), "Contact", "never"]
    ended = subprocess.run(
        [sys.executable, "-c", command, *arguments],
        capture_output=True, text=True, check=False, timeout=60, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (2, "")
    assert "keeps its old data" in ended.stdout.splitlines()[-1]
    with Directory.open(folder) as directory:
        assert numbers(directory) == ["OLD"]
    assert_clean(folder)


def test_a_database_that_reached_its_limit_keeps_the_old_data(folder: Path) -> None:
    with Directory.open(folder) as directory:
        pages = directory.connection.execute("PRAGMA page_count").fetchone()[0]
        directory.connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()

        def fill() -> None:
            rows = ((1000 + number, "x" * 100) for number in range(10_000))
            with store.translated(store.database_path(folder)), store.transaction(directory.connection):
                directory.connection.executemany("INSERT INTO record VALUES (?, 1, 'no', ?)", rows)

        with pytest.raises(CtiError, match="disk is full"):
            fill()
        assert numbers(directory) == ["OLD"]


@pytest.mark.parametrize("content", [b"", b"not a database " * 500, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_moved_aside_and_an_empty_directory_serves(tmp_path: Path, content: bytes) -> None:
    path = store.database_path(tmp_path)
    path.write_bytes(content)
    notices: list[DataDamaged] = []
    with Directory.open(tmp_path, notices.append) as directory:
        assert numbers(directory) == []
        assert directory.counts().loaded is None
    moved = tmp_path / "directory.damaged.db"
    if content:
        assert moved.read_bytes() == content
        (notice,) = notices
        assert moved.name in notice.message
        assert notice.hint
    else:
        assert notices == []


def test_only_the_last_damaged_file_is_kept(tmp_path: Path) -> None:
    for content in (b"rubbish " * 1000, b"other rubbish " * 1000):
        store.database_path(tmp_path).write_bytes(content)
        Directory.open(tmp_path).close()
    assert [path.read_bytes() for path in tmp_path.glob("*damaged*")] == [content]


def test_another_programs_database_is_moved_aside_too(tmp_path: Path) -> None:
    with sqlite3.connect(store.database_path(tmp_path)) as connection:
        connection.execute("CREATE TABLE precious (x)")
    connection.close()
    notices: list[DataDamaged] = []
    with Directory.open(tmp_path, notices.append) as directory:
        assert directory.counts().records == 0
    assert len(notices) == 1
    with sqlite3.connect(tmp_path / "directory.damaged.db") as connection:
        assert connection.execute("SELECT count(*) FROM precious").fetchone() == (0,)
    connection.close()


def spoil_pages(folder: Path) -> None:
    path = store.database_path(folder)
    content = bytearray(path.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 4096] = b"\xa5" * 4096
    path.write_bytes(content)


def test_damage_inside_is_met_when_it_is_read(folder: Path) -> None:
    import_csv(folder, folder / "new.csv", "Contact", READER, now=1.0)
    spoil_pages(folder)
    notices: list[DataDamaged] = []
    with Directory.open(folder, notices.append) as directory:
        assert numbers(directory) == []
        assert len(notices) == 1
        assert directory.search("new", 5) == ()
        assert directory.record("Contact", "NEW") is None
        import_csv(folder, folder / "new.csv", "Contact", READER, now=2.0)
        assert numbers(directory) == ["NEW"]
    assert len(notices) == 1
    assert_clean(folder)


@POSIX_ONLY
def test_a_file_that_was_put_in_the_old_place_is_noticed(folder: Path) -> None:
    with Directory.open(folder) as directory:
        assert numbers(directory) == ["OLD"]
        store.database_path(folder).rename(folder / "kept.db")
        assert directory.counts().records == 0
        import_csv(folder, folder / "new.csv", "Contact", READER, now=2.0)
        assert numbers(directory) == ["NEW"]


def test_two_readers_of_one_damaged_file_move_it_aside_once(folder: Path) -> None:
    with Directory.open(folder) as one, Directory.open(folder) as other:
        spoil_pages(folder)
        assert numbers(one) == numbers(other) == []
        import_csv(folder, folder / "old.csv", "Contact", READER, now=2.0)
        assert numbers(one) == numbers(other) == ["OLD"]
    assert [path.name for path in sorted(folder.glob("*damaged*.db"))] == ["directory.damaged.db"]


def test_an_import_into_a_damaged_file_begins_anew_and_says_so(folder: Path) -> None:
    store.database_path(folder).write_bytes(b"rubbish " * 1000)
    report = import_csv(folder, folder / "new.csv", "Contact", READER, now=1.0)
    assert report.notice is not None
    assert "directory.damaged.db" in report.notice.message
    with Directory.open(folder) as directory:
        assert numbers(directory) == ["NEW"]


def test_damage_met_by_an_import_moves_the_file_aside_so_that_the_next_one_works(folder: Path) -> None:
    import_csv(folder, folder / "new.csv", "Contact", READER, now=1.0)
    spoil_pages(folder)
    with pytest.raises(DataDamaged, match=r"now directory\.damaged\.db"):
        import_csv(folder, folder / "old.csv", "Contact", READER, now=1.0)
    import_csv(folder, folder / "old.csv", "Contact", READER, now=1.0)
    with Directory.open(folder) as directory:
        assert numbers(directory) == ["OLD"]


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "data.csv").write_text("no,name\nC1,Ann\n", encoding="utf-8")
    with pytest.raises(CtiError, match="file"):
        import_csv(tmp_path / "file", tmp_path / "data.csv", "Contact", READER, now=1.0)
    with pytest.raises(CtiError, match="nowhere"):
        Directory.open(tmp_path / "nowhere")
    store.database_path(tmp_path).mkdir()
    with pytest.raises(CtiError, match=r"directory\.db"):
        Directory.open(tmp_path)


def test_a_file_that_may_only_be_read_still_serves_and_refuses_an_import(folder: Path) -> None:
    with Directory.open(folder) as directory:
        directory.connection.execute("PRAGMA query_only = ON")
        assert numbers(directory) == ["OLD"]
        with pytest.raises(CtiError, match="written to"):
            directory.clear("Contact")
        assert numbers(directory) == ["OLD"]


def test_misuse_from_another_thread_is_no_damage(folder: Path) -> None:
    caught: list[Exception] = []
    with Directory.open(folder) as directory:

        def read() -> None:
            try:
                directory.find(OLD, 8)
            except sqlite3.ProgrammingError as error:
                caught.append(error)

        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
        assert len(caught) == 1
        assert numbers(directory) == ["OLD"]


def test_a_directory_that_cannot_be_read_at_the_moment_says_so_and_recovers(folder: Path) -> None:
    with Directory.open(folder) as directory:
        directory.connection.set_progress_handler(lambda: 1, 1)
        with pytest.raises(CtiError, match="at the moment"):
            directory.counts()
        directory.connection.set_progress_handler(None, 0)
        assert numbers(directory) == ["OLD"]


def test_damage_that_cannot_be_moved_aside_leaves_an_empty_directory_in_memory(folder: Path) -> None:
    spoil_pages(folder)
    (folder / "directory.damaged.db" / "in the way").mkdir(parents=True)
    notices: list[DataDamaged] = []
    with Directory.open(folder, notices.append) as directory:
        assert numbers(directory) == []
        assert numbers(directory) == []
    assert len(notices) == 1
    store.database_path(folder).write_bytes(b"rubbish " * 1000)
    with Directory.open(folder, notices.append) as directory:
        assert numbers(directory) == []
    assert len(notices) == 2
    with pytest.raises(DataDamaged):
        import_csv(folder, folder / "old.csv", "Contact", READER, now=1.0)


@POSIX_ONLY
def test_only_the_user_may_read_the_file(folder: Path) -> None:
    assert store.database_path(folder).stat().st_mode & 0o077 == 0


def test_threads_read_side_by_side_each_with_its_own_directory(folder: Path) -> None:
    seen: list[list[str]] = []
    stop = threading.Event()

    def read() -> None:
        with Directory.open(folder) as directory:
            ended = False
            while not ended:
                ended = stop.is_set()
                seen.append([hit.record.no for hit in directory.find(BOTH, 8)])

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    import_csv(folder, folder / "new.csv", "Contact", READER, now=1.0)
    import_csv(folder, folder / "old.csv", "Contact", READER, now=1.0)
    stop.set()
    for thread in threads:
        thread.join()
    assert len(seen) >= 3
    assert all(names == ["BOTH"] for names in seen)
