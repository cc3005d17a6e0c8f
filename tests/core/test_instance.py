"""One tray per user, with real processes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tray.errors import CtiError
from tray.instance import LOCK_NAME, InstanceLock

HOLD = """
import sys
from pathlib import Path
from tray.instance import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


@contextmanager
def other_process(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A process that tries to take the lock, with what it says; it ends when it is told to, and is killed otherwise."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def test_a_second_process_does_not_get_the_lock_until_the_first_has_died(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path)
    with other_process(tmp_path) as (first, said):
        assert said == "True"
        assert not lock.acquire()
        first.kill()
        first.wait()
        assert lock.acquire()
    with other_process(tmp_path) as (_, said):
        assert said == "False"
    lock.release()
    lock.release()
    with other_process(tmp_path) as (_, said):
        assert said == "True"


def test_the_file_stays_and_may_hold_anything(tmp_path: Path) -> None:
    (tmp_path / LOCK_NAME).write_bytes(b"left by somebody")
    lock = InstanceLock(tmp_path)
    assert lock.acquire()
    lock.release()
    assert (tmp_path / LOCK_NAME).exists()


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), lambda path: path.symlink_to(path.parent / "no" / "x")])
def test_a_lock_file_that_cannot_be_made_is_named(tmp_path: Path, make: object) -> None:
    assert callable(make)
    make(tmp_path / LOCK_NAME)
    with pytest.raises(CtiError, match=LOCK_NAME):
        InstanceLock(tmp_path).acquire()
