"""One call, one card: whatever two or three sources tell of a true call, in whatever order, the user sees it once."""

from __future__ import annotations

import dataclasses
from collections import Counter
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.calls.phone_world import NUMBERS, OUTSIDE_PREFIX, Teller, TrueCall, World, make_world, place_of
from tests.calls.scenes import told
from tray.calls.model import CallEvent, CallName, CallState, Cause, Direction, Origin
from tray.calls.numbers import NumberReader, NumberRules
from tray.calls.tracker import Tracker

ROW = {"priority": 1, "table": "Contact", "card_page": "https://erp.example/{no}"}
DIRECTORY = [{"table": "Contact", "no": number, "name": number, "phone": number} for number in NUMBERS]
USER = {
    "open_outgoing_mask_on": "Always",
    "auto_open_master_data": True,
    "crm_active": True,
    "incoming_template": "I",
    "outgoing_template": "O",
    "missed_incoming_template": "M",
    "unaccepted_outgoing_template": "U",
}
SAME = "the same call as"
users = st.fixed_dictionaries(
    {
        "open_mask_on": st.sampled_from(["Call", "Connected"]),
        "close_mask_on": st.sampled_from(["None", "Connected"]),
        "open_outgoing_mask_on": st.sampled_from(["User", "Always"]),
        "caller_card_delay": st.sampled_from([0, 1, 3, 9]),
    }
)
worlds = st.integers(0, 2**32).map(lambda seed: make_world(Random(seed)))


def decisions_of(world: World, user: dict[str, Any] | None = None) -> list[list[dict[str, Any]]]:
    """What is decided about each true call."""
    decisions = told(
        *world.facts,
        user={**USER, **(user or {})},
        module={"crm_active": True},
        mappings=[ROW],
        directory=DIRECTORY,
        numbers={"outside_prefix": OUTSIDE_PREFIX},
        run_until=1000,
    )
    calls: list[list[dict[str, Any]]] = [[] for _ in world.calls]
    for data in decisions:
        calls[place_of(data["call"])].append(data)
    return calls


def of(word: str, decisions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [data for data in decisions if data["decision"] == word]


def known(call: TrueCall, seers: list[Teller]) -> list[str]:
    """With whom the call was, as far as a source told it in whole."""
    first = [call.number] if call.number and any(teller.whole_numbers for teller in seers) else []
    noticed = call.moved and any(teller.whole_numbers and teller.transfers and teller.answers for teller in seers)
    return [*first, call.second] if noticed else first


def outcome(call: TrueCall, seers: list[Teller], causes: set[str]) -> str:
    """What the call was, by the causes that were given before it was over."""
    outgoing = call.outgoing and any(teller.direction for teller in seers)
    if call.answered and any(teller.answers for teller in seers):
        return "outgoing" if outgoing else "incoming"
    if outgoing:
        return "unaccepted_outgoing"
    return "answered_elsewhere" if "answered_elsewhere" in causes else "missed_incoming"


@given(worlds)
@settings(max_examples=300)
def test_one_call_is_one_card_one_row_one_activity_and_one_page(world: World) -> None:
    for call, seers, decisions in zip(world.calls, world.seen_by, decisions_of(world), strict=True):
        taken_back = [data for data in of("close_card", decisions) if data["reason"].startswith(SAME)]
        assert len(of("open_card", decisions)) - len(taken_back) == 1
        assert len(of("call_ended", decisions)) == 1
        assert len(of("log_activity", decisions) + of("no_activity", decisions)) == 1
        pages = Counter(data["no"] for data in of("open_page", decisions))
        assert set(pages.values()) <= {1}
        if not call.outgoing:
            assert {*known(call, seers)} == set(pages)


@given(worlds, users)
@settings(max_examples=150)
def test_whatever_is_set_up_a_call_has_one_card_at_most_one_row_and_no_page_twice(
    world: World, user: dict[str, Any]
) -> None:
    for call, decisions in zip(world.calls, decisions_of(world, user), strict=True):
        opened, closed = of("open_card", decisions), of("close_card", decisions)
        taken_back = [data for data in closed if data["reason"].startswith(SAME)]
        # A call that was taken for an incoming one may turn out to be an outgoing one that is to have no card.
        assert len(opened) - len(taken_back) == 1 or (len(opened) == len(taken_back) and of("no_card", decisions))
        assert not taken_back or call.outgoing or len(opened) > len(taken_back)
        assert len(closed) <= len(opened)
        assert len(of("call_ended", decisions)) == 1
        assert len(of("log_activity", decisions) + of("no_activity", decisions)) == 1
        assert set(Counter(data["no"] for data in of("open_page", decisions)).values()) <= {1}


@given(worlds)
@settings(max_examples=300)
def test_a_call_ends_as_it_truly_did_and_with_its_last_party(world: World) -> None:
    for place, decisions in enumerate(decisions_of(world)):
        call, seers, ended = world.calls[place], world.seen_by[place], of("call_ended", decisions)[0]
        told_in_time = [fact for fact in world.facts_of(place) if fact["at"] <= ended["at"]]
        assert ended["outcome"] == outcome(call, seers, {fact.get("cause", "") for fact in told_in_time})
        assert (ended["cause"] == "lost") == (not any(teller.ends for teller in seers))
        for logged in of("log_activity", decisions):
            party = known(call, seers)
            noticed = call.moved and any(teller.transfers and teller.answers for teller in seers)
            if party and (party[-1] == call.second or not noticed):
                assert (logged["table"], logged["no"]) == ("Contact", party[-1])


@given(worlds)
@settings(max_examples=200)
def test_no_call_ends_while_a_source_says_connected_nor_long_after_all_have_ended_it(world: World) -> None:
    for place, decisions in enumerate(decisions_of(world)):
        facts = world.facts_of(place)
        over = of("call_ended", decisions)[0]["at"]
        ends = {fact["source"]: fact["at"] for fact in reversed(facts) if fact["event"] == "ended"}
        answers = {fact["source"]: fact["at"] for fact in reversed(facts) if fact["event"] == "connected"}
        assert not [source for source, at in answers.items() if at <= over < ends[source]]
        if ends:
            assert min(ends.values()) <= over <= max(ends.values()) + 2.001
        else:
            assert over == round(max(fact["at"] for fact in facts) + 180.0, 3)


@given(worlds)
@settings(max_examples=200)
def test_a_repeat_is_no_news_and_moves_no_number(world: World) -> None:
    tracker = Tracker(NumberReader(NumberRules(outside_prefix=OUTSIDE_PREFIX)))
    for fact in world.facts:
        due = tracker.next_due()
        while due is not None and due < fact["at"]:
            tracker.expire()
            due = tracker.next_due()
        event = as_event(fact)
        tracker.handle(event)
        before = tracker.calls()
        assert tracker.handle(event) is None
        assert tracker.calls() == before


def as_event(fact: dict[str, Any]) -> CallEvent:
    direction = fact.get("direction")
    return CallEvent(
        fact["source"],
        fact["call_id"],
        CallState(fact["event"]),
        fact["at"],
        Direction(direction) if direction else None,
        fact.get("number", ""),
        cause=Cause(fact["cause"]) if "cause" in fact else None,
    )


wild_facts = st.builds(
    CallEvent,
    source=st.sampled_from(["a", "b", "c"]),
    call_id=st.sampled_from(["1", "2", ""]),
    state=st.sampled_from(CallState),
    at=st.sampled_from([0.0, 0.0, 0.5, 3.9, 11.0, 200.0]),
    direction=st.sampled_from([None, *Direction]),
    number=st.sampled_from([*NUMBERS, "05550101", "5550101", "204", "", "anonymous", "\u0661", "+", "9"]) | st.text(),
    name=st.sampled_from(["", "Adatum"]),
    line=st.sampled_from(["", "7"]),
    cause=st.sampled_from([None, *Cause]),
    origin=st.sampled_from([None, *Origin]),
)


@given(st.lists(wild_facts | st.sampled_from(NUMBERS), max_size=30))
@settings(max_examples=150)
def test_whatever_is_told_a_call_has_each_source_once_and_each_name_has_one_call(said: list[CallEvent | str]) -> None:
    """`said` holds facts, each so many seconds after the one before, and numbers that are dialled between them."""
    tracker, now, ended = Tracker(NumberReader(NumberRules(outside_prefix=OUTSIDE_PREFIX))), 0.0, Counter[CallName]()
    for thing in said:
        now += thing.at if isinstance(thing, CallEvent) else 0.0
        changes = []
        while (due := tracker.next_due()) is not None and due < now:
            changes.append(tracker.expire())
        if isinstance(thing, CallEvent):
            changes.append(tracker.handle(dataclasses.replace(thing, at=now)))
        else:
            changes.append(tracker.dial("1", thing, now))
        ended.update(
            name for change in changes if change and change.call.ended is not None for name in change.call.names
        )
        going_on = [name for call in tracker.calls() for name in call.names]
        assert set(Counter(going_on).values()) <= {1}
        assert set(ended.values()) <= {1}
        assert not ended.keys() & going_on
        for call in tracker.calls():
            assert len({name.source for name in call.names}) == len(call.names)
            assert (call.connected is not None) == (call.state in {CallState.CONNECTED, CallState.HELD})
