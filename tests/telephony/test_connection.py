from __future__ import annotations

import random
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.display import wait_until
from tests.phones import FactLog
from tests.telephony.wire import Server
from tray.calls.model import CallEvent
from tray.telephony.base import SourceState
from tray.telephony.connection import Timing, retry_wait
from tray.telephony.fritzbox import FritzBoxSource


@given(failures=st.integers(0, 10_000), seed=st.integers())
def test_the_wait_grows_from_a_second_to_a_minute_and_never_beyond(failures: int, seed: int) -> None:
    wait = retry_wait(Timing(), failures, random.Random(seed))
    assert 1.0 <= wait <= 60.0
    assert failures > 0 or wait <= 1.25
    assert failures < 6 or wait >= 48.0


def test_a_seed_makes_the_waits_repeatable_and_they_are_spread() -> None:
    one, two = random.Random(7), random.Random(7)
    waits = [retry_wait(Timing(), 3, one) for _ in range(20)]
    assert waits == [retry_wait(Timing(), 3, two) for _ in range(20)]
    assert len(set(waits)) > 10


@contextmanager
def full_address() -> Iterator[str]:
    """An address that answers no attempt to connect, because too many wait there already."""
    with ExitStack() as sockets:
        full = sockets.enter_context(socket.socket())
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for _ in range(4):
            filler = sockets.enter_context(socket.socket())
            filler.setblocking(False)
            filler.connect_ex(full.getsockname())
        yield f"127.0.0.1:{full.getsockname()[1]}"


def test_a_source_that_is_still_connecting_stops() -> None:
    with full_address() as address:
        before = threading.active_count()
        source = FritzBoxSource(address, FactLog(), timing=Timing(connect_s=600.0))
        source.start()
        source.stop()
        assert threading.active_count() == before


def test_an_address_that_swallows_every_attempt_is_given_up_and_tried_again() -> None:
    with full_address() as address:
        timing = Timing(first_retry_s=0.01, longest_retry_s=0.01, connect_s=0.05)
        source = FritzBoxSource(address, FactLog(), timing=timing)
        source.start()
        wait_until(lambda: "no answer" in source.status().detail, what="the attempt being given up")
        source.stop()


def test_a_fault_while_reporting_does_not_silence_the_source(caplog: pytest.LogCaptureFixture) -> None:
    facts = FactLog()

    def report(fact: CallEvent) -> None:
        if not facts.facts:
            facts(fact)
            raise RuntimeError("full")
        facts(fact)

    with Server() as server:
        source = FritzBoxSource(server.address, report, timing=Timing(first_retry_s=0.01))
        source.start()
        server.accept().send(b"31.12.26 10:00:00;RING;0;0205550101;555;SIP0;\r\n")
        wait_until(lambda: source.status().state is SourceState.ERROR, what="the fault being shown")
        server.accept().send(b"31.12.26 10:00:09;RING;1;0205550102;555;SIP0;\r\n")
        wait_until(lambda: facts.facts[-1].number == "0205550102", what="the next call")
        source.stop()
    assert "starts over" in caplog.text
    assert "0205550101" not in caplog.text
