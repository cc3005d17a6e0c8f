"""The examination as a whole: in order, in time, never a traceback, and its report."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.core.screen import Gate
from tray.commands.examining import report
from tray.doctor.examining import CHECK_S, CHECKS, STATUS_S, examine, look_around
from tray.doctor.model import Area, Finding, Level, Scene
from tray.errors import CtiError
from tray.instance import LOCK_NAME, InstanceLock
from tray.telephony.receiver_file import fresh_keys, save_keys

MakeScene = Callable[..., Scene]
GOOD = Finding(Area.DATA, Level.OK, "Good.")


def good(_: Scene) -> Iterator[Finding]:
    yield GOOD


def test_findings_come_in_the_order_of_the_checks_however_long_each_takes(scene: MakeScene) -> None:
    gate = Gate()

    def slow(_: Scene) -> Iterator[Finding]:
        yield Finding(Area.PROGRAM, Level.OK, "Begun.")
        gate.hold()
        yield Finding(Area.PROGRAM, Level.OK, "Done.")

    def opens(_: Scene) -> Iterator[Finding]:
        gate.open()
        yield GOOD

    found = examine(scene(), [(Area.PROGRAM, "it", slow), (Area.DATA, "that", opens)], 30.0)
    assert [finding.text for finding in found] == ["Begun.", "Done.", "Good."]


def test_a_check_that_is_late_or_fails_is_one_line_and_the_others_stay(scene: MakeScene) -> None:
    gate = Gate()

    def late(_: Scene) -> Iterator[Finding]:
        yield GOOD
        gate.hold()

    def broken(_: Scene) -> Iterator[Finding]:
        yield GOOD
        raise KeyError("a key")

    def refused(_: Scene) -> Iterator[Finding]:
        raise CtiError("It is away.", hint="Bring it back.")

    checks = [(Area.DATA, name, check) for name, check in (("it", late), ("that", broken), ("this", refused))]
    found = examine(scene(), [*checks, (Area.DATA, "good", good)], 0.2)
    gate.open()
    assert [(finding.level, finding.text, finding.advice) for finding in found if finding is not GOOD] == [
        (Level.ATTENTION, "Looking at it takes too long; it was given up.", "Try again."),
        (Level.ATTENTION, "Looking at that failed: KeyError: 'a key'", "Please report it."),
        (Level.PROBLEM, "It is away.", "Bring it back."),
    ]
    assert found.count(GOOD) == 3


def test_all_together_take_ten_seconds_at_most() -> None:
    assert STATUS_S + CHECK_S <= 10.0
    assert {area for area, _, _ in CHECKS} == set(Area)


def test_an_empty_computer_is_examined_without_a_failure(tmp_path: Path) -> None:
    found = examine(look_around(tmp_path / "nothing", None))
    assert not [finding for finding in found if "failed" in finding.text and "Looking" in finding.text]
    assert not (tmp_path / "nothing").exists()


def test_a_tray_that_hangs_is_told_from_another_program_at_its_port(scene: MakeScene) -> None:
    folder = scene().folder
    lock = InstanceLock(folder)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        save_keys(folder, fresh_keys().at_port(deaf.getsockname()[1]))
        assert look_around(folder, None, 0.3).silent == ""
        assert not (folder / LOCK_NAME).exists()
        assert lock.acquire()
        assert look_around(folder, None, 0.3).silent == "CTI Tray does not answer."
        lock.release()
        assert look_around(folder, None, 0.3).silent == "", "and the lock is free for a tray that starts"
        assert lock.acquire()
        lock.release()


def test_the_report_has_sections_levels_advice_and_a_sum() -> None:
    found = [
        Finding(Area.DATA, Level.PROBLEM, "It is damaged.", "Mend it."),
        Finding(Area.PROGRAM, Level.OK, "", versions="Qt 6"),
        Finding(Area.DATA, Level.ATTENTION, "It is old."),
        GOOD,
    ]
    assert list(report(found)) == [
        "Program",
        "  ok         Qt 6",
        "Data",
        "  problem    It is damaged.",
        "             -> Mend it.",
        "  attention  It is old.",
        "  ok         Good.",
        "",
        "1 problem, 1 line to look at.",
    ]
    assert list(report([GOOD]))[-1] == "No problem, nothing else to look at."


def test_threads_of_an_examination_end_with_it(scene: MakeScene) -> None:
    examine(scene(), [(Area.DATA, "good", good)])
    assert not [thread for thread in threading.enumerate() if thread.name == "doctor: good"]
