"""What holds for every sequence of facts, however shuffled, repeated, late or merged."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.calls.scenes import fact, told

NUMBERS = ["+31205550101", "020 555 0101", "05550101", "+31205550102", "204", "anonymous", ""]
EVENTS = ["offered", "dialing", "ringing", "connected", "hold", "resume", "ended", "missed", "busy", "rejected"]
seconds = st.integers(0, 40).map(float) | st.sampled_from([0.5, 4.5, 12.25])
CRM = {"crm_active": True, "incoming_template": "I", "outgoing_template": "O", "missed_incoming_template": "M"}
users = st.fixed_dictionaries(
    {
        "open_mask_on": st.sampled_from(["Call", "Connected"]),
        "close_mask_on": st.sampled_from(["None", "Connected"]),
        "open_outgoing_mask_on": st.sampled_from(["User", "Always"]),
        "caller_card_delay": st.sampled_from([0, 1, 5, 20, 120]),
        "auto_open_master_data": st.booleans(),
        "internal_calls": st.sampled_from(["Always", "Never"]),
        "crm_active": st.booleans(),
    }
)
facts = st.builds(
    lambda at, event, call_id, source, number, direction: fact(
        at, event, call_id, source, number=number, **({"direction": direction} if direction else {})
    ),
    seconds,
    st.sampled_from(EVENTS),
    st.sampled_from(["1", "2", "3"]),
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from(NUMBERS),
    st.sampled_from(["", "", "incoming", "outgoing"]),
)
actions = st.builds(
    lambda at, card, call_id: {
        "at": at,
        "card": card,
        "call_id": call_id,
        **({"index": 1} if card == "choose" else {}),
    },
    seconds,
    st.sampled_from(["dismiss", "choose"]),
    st.sampled_from(["1", "2", "3"]),
)
dials = st.builds(lambda at, number: {"at": at, "dial": number}, seconds, st.sampled_from(NUMBERS[:5]))


@given(st.lists(facts | actions | dials, max_size=25), users)
@settings(max_examples=400)
def test_every_call_has_one_story(events: list[dict[str, Any]], user: dict[str, Any]) -> None:
    decisions = told(*events, user={**user, **CRM, "crm_active": user["crm_active"]}, module=CRM, run_until=2000)
    assert [data["at"] for data in decisions] == sorted(data["at"] for data in decisions)
    for data in decisions:
        assert data["reason"]
    # Two sources may use the same call id for different calls, so the printed id stands for as many calls as there
    # are sources at most.
    sources = {
        call_id: len({event["source"] for event in events if event.get("call_id") == call_id and "source" in event})
        for call_id in ("1", "2", "3")
    }
    for call in {data["call"] for data in decisions}:
        count = Counter(data["decision"] for data in decisions if data["call"] == call)
        most = max(1, sources.get(call, 1))
        assert count["open_card"] <= most
        assert count["close_card"] <= count["open_card"]
        assert count["no_card"] <= most
        assert count["no_page"] <= most
        assert count["call_ended"] <= most
        assert count["log_activity"] + count["no_activity"] == count["call_ended"]


story = st.tuples(
    st.sampled_from([("offered", "incoming"), ("dialing", "outgoing")]),
    st.lists(st.sampled_from(["connected", "hold", "ringing"]), max_size=4),
    st.sampled_from(["ended", "missed", "busy", "rejected"]),
    st.randoms(use_true_random=False),
    st.lists(st.integers(0, 4), max_size=4),
)


@given(story)
@settings(max_examples=300)
def test_shuffling_and_repeating_facts_before_the_end_changes_no_outcome(told_story: Any) -> None:
    (first, direction), middle, last, random, repeats = told_story
    words = [first, *middle]
    shuffled = [*words, *(words[number % len(words)] for number in repeats)]
    random.shuffle(shuffled)

    def ending(order: list[str]) -> dict[str, Any]:
        # The direction is stated by the word of the first fact alone, so that order must not matter for it either.
        events = [fact(at / 8, word, number=NUMBERS[0]) for at, word in enumerate(order)]
        ended = [data for data in told(*events, fact(30.0, last)) if data["decision"] == "call_ended"]
        assert len(ended) == 1
        return {key: ended[0][key] for key in ("outcome", "cause", "at")}

    assert ending(shuffled) == ending(words)
    expected = ("incoming", "missed_incoming") if direction == "incoming" else ("outgoing", "unaccepted_outgoing")
    answered = "connected" in middle or "hold" in middle
    assert ending(words)["outcome"] == expected[0 if answered else 1]


@given(st.lists(facts, min_size=1, max_size=15), st.integers(0, 14), seconds)
@settings(max_examples=200)
def test_nothing_that_a_source_says_after_its_end_changes_anything(
    events: list[dict[str, Any]], which: int, late: float
) -> None:
    alone = [{**event, "source": "a", "call_id": "1"} for event in events]
    ended_at = max(event["at"] for event in alone) + 1
    story = [*alone, fact(ended_at, "ended")]
    echo = {**alone[which % len(alone)], "at": ended_at + late}
    assert told(*story, echo, run_until=2000) == told(*story, run_until=2000)


@given(
    st.permutations([("a", "offered"), ("b", "offered"), ("c", "offered"), ("b", "connected")]),
    st.permutations(["a", "b", "c"]),
    st.lists(st.floats(0, 0.9), min_size=4, max_size=4),
)
@settings(max_examples=200)
def test_three_sources_make_one_card_one_end_and_one_activity(
    beginning: list[tuple[str, str]], ends: list[str], offsets: list[float]
) -> None:
    assume(len(set(offsets)) == 4)
    events = [
        fact(at, event, f"{source}-1", source, number=NUMBERS[0], direction="incoming")
        for at, (source, event) in zip(sorted(offsets), beginning, strict=True)
    ]
    events += [fact(20 + at, "ended", f"{source}-1", source) for at, source in enumerate(ends)]
    count = Counter(data["decision"] for data in told(*events, user=CRM, module=CRM))
    assert (count["open_card"], count["call_ended"], count["log_activity"]) == (1, 1, 1)
    outcomes = {data["outcome"] for data in told(*events) if data["decision"] == "call_ended"}
    assert outcomes == {"incoming"}
