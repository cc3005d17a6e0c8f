"""Looking again and again on one thread: by a clock that the test moves, and with no thread while all rest."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from tests.core.screen import HandClock
from tests.display import wait_until
from tray.rounds import AFTER_A_FAULT_S, Rounds


class Looks:
    """Something that is looked at."""

    def __init__(self, wait: float | None) -> None:
        self.wait = wait
        self.count = 0
        self.trouble: Exception | None = None
        self.inside = threading.Event()
        self.go_on = threading.Event()
        self.go_on.set()

    def look(self) -> float | None:
        self.count += 1
        self.inside.set()
        assert self.go_on.wait(10)
        if self.trouble:
            raise self.trouble
        return self.wait


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def faults() -> list[Exception]:
    return []


@pytest.fixture
def rounds(clock: HandClock, faults: list[Exception]) -> Iterator[Rounds]:
    rounds = Rounds("rounds under test", faults.append, lambda: clock.now)
    yield rounds
    rounds.stop()
    assert not running()


def running() -> bool:
    return any(thread.name == "rounds under test" for thread in threading.enumerate())


def move(clock: HandClock, rounds: Rounds, seconds: float) -> None:
    clock.now += seconds
    rounds.tick()


def test_a_look_comes_when_it_is_due_and_not_before(clock: HandClock, rounds: Rounds) -> None:
    often, seldom = Looks(30.0), Looks(1000.0)
    rounds.wake(often.look)
    rounds.wake(seldom.look)
    wait_until(lambda: (often.count, seldom.count) == (1, 1))
    for turn in range(2, 6):
        move(clock, rounds, 31.0)
        wait_until(lambda turn=turn: often.count == turn)
    assert seldom.count == 1


def test_there_is_no_thread_while_everything_rests(rounds: Rounds) -> None:
    once = Looks(None)
    for turn in range(1, 4):
        rounds.wake(once.look)
        wait_until(lambda turn=turn: once.count == turn)
        wait_until(lambda: not running())


def test_who_is_woken_during_a_look_is_looked_at_once_more(rounds: Rounds) -> None:
    look = Looks(None)
    look.go_on.clear()
    rounds.wake(look.look)
    assert look.inside.wait(10)
    rounds.wake(look.look)
    rounds.wake(look.look)
    look.go_on.set()
    wait_until(lambda: not running())
    assert look.count == 2


def test_a_fault_is_told_and_the_others_go_on(clock: HandClock, rounds: Rounds, faults: list[Exception]) -> None:
    bad, good = Looks(1.0), Looks(30.0)
    bad.trouble = OSError("broken")
    rounds.wake(bad.look)
    rounds.wake(good.look)
    wait_until(lambda: (bad.count, good.count) == (1, 1))
    assert faults == [bad.trouble]
    move(clock, rounds, 31.0)
    wait_until(lambda: good.count == 2)
    assert bad.count == 1
    move(clock, rounds, AFTER_A_FAULT_S)
    wait_until(lambda: bad.count == 2)


def test_nothing_is_looked_at_after_the_end(rounds: Rounds) -> None:
    look = Looks(1.0)
    rounds.stop()
    rounds.wake(look.look)
    rounds.stop()
    assert look.count == 0
