"""Huge bodies, trickled bytes, hundreds of idle connections and 200 events a second, all at once: honest phones get in.

The scenario runs against every HTTP listener of the tray; another one joins `LISTENERS` with what starts it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import psutil
import pytest

from tests.display import wait_until
from tests.telephony.fire import IDLE, SLOW, Fire, open_sockets
from tests.telephony.lan_bench import COMPUTER, PHONE, LanBench, listening
from tests.telephony.receiver_bench import Bench, running
from tray.telephony.loopback_messages import Limits

Listener = Callable[[Path, Limits], AbstractContextManager[Bench | LanBench]]
LISTENERS: dict[str, Listener] = {
    "receiver": lambda folder, limits: running(folder, limits=limits),
    "desk phones": lambda _, limits: listening(COMPUTER, PHONE, limits=limits),
}
LIMITS = Limits(request_s=1.0)
CALLS = 60
WORDS = ("offered", "connected", "ended")


@pytest.fixture(params=LISTENERS.values(), ids=LISTENERS)
def listener(request: pytest.FixtureRequest) -> Listener:
    made: Listener = request.param
    return made


def open_files() -> int:
    process = psutil.Process()
    return process.num_handles() if psutil.WINDOWS else process.num_fds()


def test_honest_phones_are_answered_refusals_hold_and_nothing_is_left_open(tmp_path: Path, listener: Listener) -> None:
    with listener(tmp_path, LIMITS) as bench:
        assert bench.still_answers()
        before = open_files()
        with Fire(bench.port, bench.token, slow_ends=SLOW) as fire:
            most, answered = 0, []
            for number in range(CALLS):
                answered += [bench.post({"event": word, "call_id": f"honest-{number}"}).status for word in WORDS]
                most = max(most, open_sockets(bench.port) if number % 10 == 0 else 0)
            fire.put_out()
        assert answered == [202] * CALLS * len(WORDS)
        assert 0 < most <= LIMITS.connections
        heard = [bench.next_fact() for _ in range(bench.facts.qsize())]
        ids = [(fact.call_id.rpartition("/")[2], str(fact.state)) for fact in heard]  # the listener adds the phone
        honest = [(call_id, state) for call_id, state in ids if call_id.startswith("honest-")]
        assert honest == [(f"honest-{number}", word) for number in range(CALLS) for word in WORDS]
        assert_refused(fire)
        assert len(heard) - len(honest) >= fire.reported["202"], "an event was answered and not reported"
        wait_until(lambda: open_files() <= before, what="every connection of the fire being closed")
        assert bench.still_answers()


def assert_refused(fire: Fire) -> None:
    """Nobody got in with what must be refused; who honestly reported was never refused."""
    assert fire.answers["idle"]["opened"] >= IDLE
    assert set(fire.answers["huge"]) <= {"opened", "413", "401", ""}
    assert set(fire.answers["slow"]) <= {"opened", "400", ""}
    assert set(fire.reported) <= {"202", "again"}
