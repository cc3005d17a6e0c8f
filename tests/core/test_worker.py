from __future__ import annotations

import threading

from tests.core.screen import PATIENCE_S, Gate
from tray.worker import Worker


def test_jobs_are_done_in_order_on_one_thread_and_the_end_closes_on_it() -> None:
    done: list[tuple[int, str]] = []

    def job(number: int) -> None:
        done.append((number, threading.current_thread().name))

    worker = Worker("bench", [].append, lambda: job(-1))
    for number in range(100):
        worker.do(lambda number=number: job(number))
    assert worker.stop()
    assert done == [(number, "bench") for number in [*range(100), -1]]


def test_a_job_that_fails_is_told_and_the_next_one_runs() -> None:
    failures: list[Exception] = []
    done: list[str] = []

    def broken() -> None:
        raise OSError("the disk is away")

    worker = Worker("bench", failures.append, lambda: done.append("closed"))
    worker.do(broken)
    worker.do(lambda: done.append("next"))
    assert worker.stop()
    assert [str(error) for error in failures] == ["the disk is away"]
    assert done == ["next", "closed"]


def test_without_a_job_there_is_no_thread_and_nothing_to_close() -> None:
    closed: list[str] = []
    worker = Worker("idle bench", [].append, lambda: closed.append("closed"))
    assert worker.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "idle bench"]
    assert closed == []


def test_ending_a_busy_worker_says_that_it_takes_longer_and_still_ends_it() -> None:
    gate = Gate()
    done = threading.Event()
    worker = Worker("bench", [].append, done.set)
    worker.do(gate.hold)
    assert gate.reached.wait(PATIENCE_S)
    assert not worker.stop(timeout=0.01)
    gate.open()
    assert done.wait(PATIENCE_S)
    assert worker.stop()


def test_jobs_that_come_too_late_begin_nothing_again() -> None:
    done: list[str] = []
    for worker in (Worker("late bench", [].append, lambda: None), Worker("late bench", [].append, lambda: None)):
        worker.do(lambda: done.append("in time"))
        assert worker.stop()
        worker.do(lambda: done.append("too late"))
        assert worker.stop()
    never = Worker("late bench", [].append, lambda: None)
    assert never.stop()
    never.do(lambda: done.append("too late"))
    assert not [thread for thread in threading.enumerate() if thread.name == "late bench"]
    assert done == ["in time", "in time"]


def test_an_idle_thread_lets_go_and_the_next_job_gets_another() -> None:
    threads: list[threading.Thread] = []
    closed: list[threading.Thread] = []
    worker = Worker("bench", [].append, lambda: closed.append(threading.current_thread()), idle_s=0.01)
    for _ in range(3):
        begun = threading.Event()
        worker.do(lambda begun=begun: (threads.append(threading.current_thread()), begun.set()))
        assert begun.wait(PATIENCE_S)
        threads[-1].join(PATIENCE_S)
        assert not threads[-1].is_alive()
    assert worker.stop()
    assert len(set(threads)) == 3
    assert closed == threads
