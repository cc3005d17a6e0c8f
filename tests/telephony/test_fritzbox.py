"""The FRITZ!Box call monitor: its lines, and the source against a scripted box."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.display import wait_until
from tests.phones import FactLog, free_port
from tests.telephony.box_day import box_day
from tests.telephony.wire import Server
from tray.calls.model import CallEvent, CallState, Cause, Direction
from tray.errors import ConfigError
from tray.telephony.base import Ability, SourceState
from tray.telephony.connection import Timing
from tray.telephony.fritzbox import FritzBoxSource
from tray.telephony.fritzbox_calls import FritzBoxCalls

OFFERED, DIALING, CONNECTED, ENDED = CallState.OFFERED, CallState.DIALING, CallState.CONNECTED, CallState.ENDED
QUICK = Timing(first_retry_s=0.01, longest_retry_s=0.05)
DAY = "31.12.26"


def _play(*lines: str) -> list[CallEvent]:
    calls = FritzBoxCalls()
    facts: list[CallEvent] = []
    for number, line in enumerate(lines):
        heard = calls.line(line, float(number))
        assert heard is not None, line
        facts += heard
    return facts


def _told(facts: list[CallEvent]) -> list[tuple[CallState, Cause | None]]:
    return [(fact.state, fact.cause) for fact in facts]


def test_an_answered_call() -> None:
    facts = _play(
        f"{DAY} 10:00:00;RING;0;0205550101;0301234567;SIP0;",
        f"{DAY} 10:00:05;CONNECT;0;10;0205550101;",
        f"{DAY} 10:01:05;DISCONNECT;0;60;",
    )
    assert _told(facts) == [(OFFERED, None), (CONNECTED, None), (ENDED, Cause.COMPLETED)]
    assert {(fact.direction, fact.number, fact.line) for fact in facts} == {
        (Direction.INCOMING, "0205550101", "0301234567")
    }
    assert {fact.call_id for fact in facts} == {"0-20261231100000"}
    assert [fact.at for fact in facts] == [0.0, 1.0, 2.0]


def test_a_missed_and_a_blocked_call_in_one_second_stay_apart() -> None:
    facts = _play(
        f"{DAY} 10:00:00;RING;0;0205550101;030;SIP0;",
        f"{DAY} 10:00:00;DISCONNECT;0;0;",
        f"{DAY} 10:00:00;RING;0;0205550101;030;SIP0;",
        f"{DAY} 10:00:20;DISCONNECT;0;0;",
    )
    assert _told(facts) == [(OFFERED, None), (ENDED, Cause.MISSED)] * 2
    assert len({fact.call_id for fact in facts}) == 2


def test_a_call_that_the_answering_machine_takes_was_missed() -> None:
    facts = _play(
        f"{DAY} 10:00:00;RING;0;0205550101;030;SIP0;",
        f"{DAY} 10:00:20;CONNECT;0;40;0205550101;",
        f"{DAY} 10:02:00;DISCONNECT;0;100;",
    )
    assert _told(facts) == [(OFFERED, None), (ENDED, Cause.MISSED)]


@pytest.mark.parametrize(("extension", "state"), [("39", CONNECTED), ("40", ENDED), ("49", ENDED), ("50", CONNECTED)])
def test_only_extensions_40_to_49_are_answering_machines(extension: str, state: CallState) -> None:
    facts = _play(f"{DAY} 10:00:00;RING;0;020;030;SIP0;", f"{DAY} 10:00:05;CONNECT;0;{extension};020;")
    assert facts[-1].state is state


def test_an_outgoing_call_and_one_that_nobody_answers() -> None:
    facts = _play(
        f"{DAY} 10:00:00;CALL;1;10;0301234567;0205550101;SIP0;",
        f"{DAY} 10:00:05;CONNECT;1;10;0205550101;",
        f"{DAY} 10:00:09;DISCONNECT;1;4;",
        f"{DAY} 10:01:00;CALL;1;10;0301234567;0205550102;SIP0;",
        f"{DAY} 10:01:30;DISCONNECT;1;0;",
    )
    assert _told(facts) == [
        (DIALING, None),
        (CONNECTED, None),
        (ENDED, Cause.COMPLETED),
        (DIALING, None),
        (ENDED, None),
    ]
    assert {fact.direction for fact in facts} == {Direction.OUTGOING}
    assert [fact.number for fact in facts] == ["0205550101"] * 3 + ["0205550102"] * 2
    assert len({fact.call_id for fact in facts}) == 2


@pytest.mark.parametrize(
    ("dialled", "number"),
    [("0205550101#", "0205550101"), ("*121#0205550101", "0205550101"), ("**610", "**610"), ("", "")],
)
def test_what_the_box_adds_to_a_dialled_number_is_left_out(dialled: str, number: str) -> None:
    assert _play(f"{DAY} 10:00:00;CALL;0;1;030;{dialled};SIP0;")[0].number == number


def test_a_hidden_number_is_withheld() -> None:
    assert _play(f"{DAY} 10:00:00;RING;0;;030;SIP0;")[0].number == "anonymous"


def test_the_line_is_the_own_number_or_else_its_name() -> None:
    assert _play(f"{DAY} 10:00:00;RING;0;020;;SIP3;")[0].line == "SIP3"
    assert _play(f"{DAY} 10:00:00;CALL;0;1;;020;SIP4;")[0].line == "SIP4"
    assert _play(f"{DAY} 10:00:00;RING;0;020;030")[0].line == "030"


def test_a_machine_that_joins_an_answered_call_changes_nothing() -> None:
    facts = _play(
        f"{DAY} 10:00:00;RING;0;020;030;SIP0;",
        f"{DAY} 10:00:05;CONNECT;0;10;020;",
        f"{DAY} 10:00:09;CONNECT;0;40;020;",
        f"{DAY} 10:00:30;DISCONNECT;0;25;",
    )
    assert _told(facts) == [(OFFERED, None), (CONNECTED, None), (ENDED, Cause.COMPLETED)]


def test_parallel_calls_and_repeated_lines() -> None:
    facts = _play(
        f"{DAY} 10:00:00;RING;0;0201;030;SIP0;",
        f"{DAY} 10:00:00;RING;0;0201;030;SIP0;",
        f"{DAY} 10:00:02;RING;1;0202;030;SIP0;",
        f"{DAY} 10:00:04;CONNECT;1;10;0202;",
        f"{DAY} 10:00:04;CONNECT;1;11;0202;",
        f"{DAY} 10:00:05;DISCONNECT;0;0;",
        f"{DAY} 10:00:05;DISCONNECT;0;0;",
        f"{DAY} 10:00:09;DISCONNECT;1;5;",
    )
    assert [(fact.number, fact.state) for fact in facts] == [
        ("0201", OFFERED),
        ("0202", OFFERED),
        ("0202", CONNECTED),
        ("0201", ENDED),
        ("0202", ENDED),
    ]


def test_a_connection_that_is_used_again_without_an_end_loses_the_old_call() -> None:
    facts = _play(f"{DAY} 10:00:00;RING;0;0201;030;SIP0;", f"{DAY} 10:00:09;RING;0;0202;030;SIP0;")
    assert [(fact.number, fact.state, fact.cause) for fact in facts] == [
        ("0201", OFFERED, None),
        ("0201", ENDED, Cause.LOST),
        ("0202", OFFERED, None),
    ]


def test_a_call_that_is_heard_from_its_middle() -> None:
    facts = _play(f"{DAY} 10:00:05;CONNECT;2;10;0205550101;", f"{DAY} 10:00:09;DISCONNECT;2;60;")
    assert [(fact.state, fact.direction, fact.number) for fact in facts] == [
        (CONNECTED, None, "0205550101"),
        (ENDED, None, "0205550101"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "hello",
        ";;;;",
        f"{DAY} 10:00:00;RING;0",
        f"{DAY} 10:00:00;RING;x;020;030;SIP0;",
        f"{DAY} 10:00:00;SING;0;020;030;SIP0;",
        "yesterday;RING;0;020;030;SIP0;",
        f"{DAY} 10:00:00;CALL;0;1;030",
        "HTTP/1.1 400 Bad Request",
    ],
)
def test_what_is_no_line_of_a_call_monitor_is_told_apart(line: str) -> None:
    assert FritzBoxCalls().line(line, 0.0) is None


LINES = st.lists(
    st.one_of(
        st.builds(
            f"{DAY} 10:00:0{{}};{{}};{{}};{{}};{{}};SIP0;".format,
            st.integers(0, 3),
            st.sampled_from(["RING"]),
            st.integers(0, 2),
            st.sampled_from(["020", ""]),
            st.just("030"),
        ),
        st.builds(f"{DAY} 10:00:0{{}};CALL;{{}};1;030;020;SIP0;".format, st.integers(0, 3), st.integers(0, 2)),
        st.builds(f"{DAY} 10:00:05;CONNECT;{{}};{{}};020;".format, st.integers(0, 2), st.integers(38, 51)),
        st.builds(f"{DAY} 10:00:06;DISCONNECT;{{}};{{}};".format, st.integers(0, 2), st.integers(0, 9)),
        st.text(max_size=40),
    ),
    max_size=30,
)


@given(LINES)
def test_whatever_the_box_says_a_call_opens_once_and_nothing_follows_its_end(lines: list[str]) -> None:
    calls = FritzBoxCalls()
    facts = [fact for line in lines for fact in calls.line(line, 0.0) or []] + calls.lose_all(1.0)
    ids = list(dict.fromkeys(fact.call_id for fact in facts))
    for call_id in ids:
        states = [fact.state for fact in facts if fact.call_id == call_id]
        assert states.count(ENDED) == 1
        assert states[-1] is ENDED
        assert len(set(states)) == len(states)


# The source against a scripted box


@pytest.fixture
def facts() -> FactLog:
    return FactLog()


@pytest.fixture
def box() -> Iterator[Server]:
    with Server() as box:
        yield box


@pytest.fixture
def source(box: Server, facts: FactLog) -> Iterator[FritzBoxSource]:
    source = FritzBoxSource(box.address, facts, jitter=random.Random(1), timing=QUICK)
    source.start()
    yield source
    source.stop()


STREAM = (
    f"{DAY} 10:00:00;RING;0;0205550101;M\u00fcller;SIP0;\r\n"
    "\r\nnonsense\n"
    f"{DAY} 10:00:05;CONNECT;0;10;0205550101;\n" + "x" * 5000 + f"\r\n{DAY} 10:01:05;DISCONNECT;0;60;\r\n"
    f"{DAY} 10:02:00;RING;0;02"
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(st.integers(0, 6000), max_size=20), encoding=st.sampled_from(["utf-8", "latin-1"]))
def test_lines_are_heard_in_any_chunking_and_between_garbage(cuts: list[int], encoding: str) -> None:
    facts = FactLog()
    with Server() as box:
        source = FritzBoxSource(box.address, facts, timing=QUICK)
        source.start()
        box.accept().send(STREAM.encode(encoding), *cuts)
        ended = facts.wait_for(ENDED)
        source.stop()
    assert facts.states() == [OFFERED, CONNECTED, ENDED]
    assert (ended.line, ended.cause) == ("M\u00fcller", Cause.COMPLETED)


@settings(max_examples=100)
@given(seed=st.integers(0, 2**32), cuts=st.lists(st.integers(0, 3000), max_size=40))
def test_a_day_at_the_box_is_heard_as_it_was_in_any_chunking(seed: int, cuts: list[int]) -> None:
    """Connections are used again, phones ring in parallel, machines answer, numbers are blocked or withheld."""
    calls, lines = box_day(random.Random(seed))
    facts = FactLog()
    with Server() as box:
        source = FritzBoxSource(box.address, facts, timing=QUICK)
        source.start()
        box.accept().send("".join(f"{line}\r\n" for line in lines).encode(), *cuts)
        facts.wait_for(ENDED, count=len(calls), patience_s=5.0)
        source.stop()
    by_id: dict[str, list[CallEvent]] = {}
    for fact in facts.facts:
        by_id.setdefault(fact.call_id, []).append(fact)
    heard = [
        (said[0].direction, said[0].number, tuple(fact.state for fact in said), said[-1].cause)
        for said in by_id.values()
    ]
    assert Counter(heard) == Counter(call.heard for call in calls)


def test_calls_are_lost_when_the_line_drops_and_later_ones_are_heard(
    box: Server, source: FritzBoxSource, facts: FactLog
) -> None:
    peer = box.accept()
    peer.send(f"{DAY} 10:00:00;RING;0;0201;030;SIP0;\r\n{DAY} 10:00:01;RING;1;02".encode())
    facts.wait_for(OFFERED)
    peer.close()
    assert facts.wait_for(ENDED).cause is Cause.LOST
    box.accept().send(f"{DAY} 10:00:09;RING;0;0202;030;SIP0;\r\n".encode())
    assert facts.wait_for(OFFERED, count=2).number == "0202"


def test_what_is_not_a_call_monitor_is_an_error_and_is_tried_again(box: Server, source: FritzBoxSource) -> None:
    box.accept().send(b"noise\n" * 100)
    wait_until(lambda: source.status().state is SourceState.ERROR, what="the error")
    assert "call monitor" in source.status().detail
    box.accept().send(f"{DAY} 10:00:00;DISCONNECT;0;0;\r\n".encode())
    wait_until(lambda: source.status().state is SourceState.CONNECTED, what="the connection")


def test_a_box_that_refuses_makes_the_source_say_how_to_switch_the_monitor_on(facts: FactLog) -> None:
    source = FritzBoxSource(f"127.0.0.1:{free_port()}", facts, timing=QUICK)
    source.start()
    wait_until(lambda: "#96*5*" in source.status().detail, what="the hint")
    assert source.status().state is SourceState.WAITING
    source.stop()
    assert source.status().state is SourceState.OFF


def test_the_source_does_not_promise_what_the_box_does_not_tell(source: FritzBoxSource) -> None:
    assert source.name == "fritzbox"
    assert set(source.status().reports).isdisjoint({Ability.DIAL, Ability.HELD, Ability.NAME, Ability.CAUSE})


def test_a_bad_address_is_refused_by_the_name_of_its_key(facts: FactLog) -> None:
    with pytest.raises(ConfigError, match=r"sources\.fritzbox\.address"):
        FritzBoxSource("fritz.box", facts)
