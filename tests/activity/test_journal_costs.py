"""What the journal costs the core's thread, against a bare queue, and how many calls one second of disk takes."""

from __future__ import annotations

import itertools
import statistics
import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

import pytest

from tests.activity.phone import OFFSET, Desk, activity_of, connected, ended, fact, offered, verdict
from tray.calls.model import CallState

ROUNDS = 2000


def cost(work: Callable[[int], object]) -> float:
    """Median seconds of one piece of work on the calling thread."""
    times = []
    for number in range(ROUNDS):
        begun = time.perf_counter()
        work(number)
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


@pytest.mark.benchmark
def test_costs_of_the_journal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    queue: SimpleQueue[int] = SimpleQueue()
    bare = cost(queue.put)
    desk = Desk(tmp_path)
    calls = [ended(connected(offered(f"c{number}", float(number)))) for number in range(ROUNDS)]
    ends = [verdict(call) for call in calls]
    facts = [fact(call, CallState.ENDED) for call in calls]
    begun = time.perf_counter()
    told = cost(lambda number: desk.journal.write(calls[number], OFFSET, fact=facts[number], decisions=ends[number]))
    assert desk.journal.flush(60)
    burst = ROUNDS / (time.perf_counter() - begun)
    alone = []
    for number in itertools.count(ROUNDS):
        over = ended(connected(offered(f"c{number}", float(number))))
        written = threading.Event()
        begun = time.perf_counter()
        desk.journal.write(over, OFFSET, decisions=verdict(over), if_lost=activity_of(over), done=written.set)
        assert written.wait(10)
        alone.append(time.perf_counter() - begun)
        if len(alone) == 100:
            break
    last = cost(lambda number: desk.journal.last_call("+31205550101"))
    assert desk.journal.stop()
    with capsys.disabled():
        print(  # noqa: T201
            f"\njournal, one write on the caller: {told * 1e6:.1f} us ({told / bare:.0f} x a bare queue put)"
            f"\njournal, last call from memory: {last * 1e6:.2f} us"
            f"\njournal, burst: {burst:.0f} ended calls with activity a second"
            f"\njournal, one call alone safe on disk: {statistics.median(alone) * 1e3:.2f} ms median"
        )
