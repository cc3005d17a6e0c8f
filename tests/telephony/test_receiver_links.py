"""Links that any web page can open: the screen pop of Teams opens a call of its own, and touches none that is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.telephony.receiver_bench import NUMBER, Bench, running
from tray.calls.facts import RawFact
from tray.calls.model import CallState, Direction
from tray.telephony.receiver_links import POP_REPEATED_S, POPS_A_MINUTE, ScreenPops, is_pop

DOOR = {"X-CTI-Door": "link", "Content-Type": "application/x-www-form-urlencoded"}
POP = "event=connected&direction=incoming&source=teams&number=%2B31205550101"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with running(tmp_path) as bench:
        yield bench


def status(bench: Bench, body: str) -> int:
    return bench.request("POST", "/v1/call", DOOR, body.encode()).status


def test_a_pop_is_a_connected_call_of_teams_with_an_id_of_its_own(bench: Bench) -> None:
    ours = bench.fact({"event": "incoming", "id": "x1", "number": NUMBER})
    assert status(bench, f"{POP}&id=x1&origin=user&name=Eve&line=5&cause=busy") == 202
    fact = bench.next_fact()
    assert (fact.source, fact.state, fact.direction, fact.number) == (
        "teams",
        CallState.CONNECTED,
        Direction.INCOMING,
        NUMBER,
    )
    assert fact.end_unseen
    assert fact.call_id not in {ours.call_id, "x1"}
    assert (fact.name, fact.line, fact.cause, fact.origin) == ("", "", None, None)


def test_a_link_does_not_say_how_its_call_ends(bench: Bench) -> None:
    assert status(bench, "event=incoming&number=%2B31205550101&end=never") == 202
    assert not bench.next_fact().end_unseen


def test_the_calls_of_phones_do_not_hear_of_it(bench: Bench) -> None:
    """A pop that was remembered as an open call would take in what a phone reports without an id."""
    assert status(bench, POP) == 202
    pop = bench.next_fact()
    end = bench.fact({"event": "end", "number": NUMBER})
    assert (end.source, end.call_id == pop.call_id) == ("receiver", False)


@pytest.mark.parametrize(
    "body",
    [
        "event=ended&source=teams&number=%2B31205550101",
        "event=hold&source=teams&number=%2B31205550101",
        "event=missed&source=teams&number=%2B31205550101",
        "event=connected&number=%2B31205550101",
        "event=connected&source=receiver&number=%2B31205550101",
        "event=connected&source=teams",
        "event=connected&source=teams&number=anonymous",
        "event=connected&source=teams&number={phone}",
        "event=connected&source=teams&number=12",
        "event=connected&source=teams&number=%2B3120555010112345678901",
        "event=connected&source=teams&number=Adatum",
        "event=connected&source=teams&number=%2B31205550101&direction=outgoing",
        "event=connected&source=teams&source=teams&number=%2B31205550101",
    ],
)
def test_a_link_that_would_do_more_or_names_nobody_is_refused(bench: Bench, body: str) -> None:
    assert status(bench, body) == 400
    assert bench.still_answers()


def test_a_softphone_may_not_speak_for_teams(bench: Bench) -> None:
    fact = bench.fact({"event": "connected", "source": "teams", "number": NUMBER, "call_id": "x1"})
    assert (fact.source, fact.end_unseen) == ("receiver", False)


def test_a_page_that_is_opened_twice_names_one_call() -> None:
    pops = ScreenPops()
    fact = RawFact(CallState.CONNECTED, direction=Direction.INCOMING, number=NUMBER)
    other = RawFact(CallState.CONNECTED, number="+31205550102")
    first = pops.event(fact, 100.0)
    assert pops.event(fact, 100.0 + POP_REPEATED_S).call_id == first.call_id
    assert pops.event(other, 101.0 + POP_REPEATED_S).call_id != first.call_id
    assert pops.event(fact, 101.0 + POP_REPEATED_S).call_id != first.call_id
    assert ScreenPops().event(fact, 100.0).call_id != first.call_id


def test_a_page_that_names_more_calls_than_anybody_answers_is_refused(bench: Bench) -> None:
    bodies = [f"event=connected&source=teams&number=%2B3120555{n:04}" for n in range(POPS_A_MINUTE + 1)]
    assert [status(bench, body) for body in bodies] == [202] * POPS_A_MINUTE + [429]
    for _ in range(POPS_A_MINUTE):
        assert bench.next_fact().source == "teams"
    assert bench.still_answers()


@pytest.mark.parametrize(("source", "pop"), [("teams", True), ("Teams", True), ("receiver", False), (None, False)])
def test_only_the_name_of_teams_makes_it_a_pop(source: object, pop: bool) -> None:
    assert is_pop(RawFact(CallState.CONNECTED), {"source": source}) is pop
    assert not is_pop(RawFact(CallState.ENDED), {"source": source})
