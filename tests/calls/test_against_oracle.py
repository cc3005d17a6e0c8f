"""Replay against the written rules: scenarios by chance, and what `oracle` reads off section 4 for each of them."""

from __future__ import annotations

import json
from collections import Counter
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.calls.oracle import predict
from tests.calls.oracle_calls import UnwrittenError
from tests.calls.stories import Kind, Story
from tray.calls.replay import play
from tray.calls.scenario import read_scenario
from tray.directory.loader import directory_of

COMPARED = {
    "open_card": ("number", "match", "matches"),
    "close_card": (),
    "open_page": ("table", "no", "url", "page"),
    "call_ended": ("outcome", "cause", "duration_s"),
    "log_activity": ("outcome", "template", "table", "no"),
}
KINDS = {
    "one source": Kind(),
    "several sources": Kind(calls=(1, 2), sources=(1, 2, 2, 3)),
    "dials and choices": Kind(
        calls=(1, 2, 3), sources=(1, 1, 2), dials=True, actions=("dismiss", "note", "choose", "choose")
    ),
    "ended cards": Kind(calls=(7, 9), actions=("note", "note", "dismiss"), span=20.0),
    "many calls": Kind(
        calls=(6, 8), sources=(1, 1, 2), dials=True, actions=("dismiss", "note", "choose"), partial_numbers=True
    ),
}


def replayed(scenario: dict[str, Any]) -> list[dict[str, Any]]:
    return [decision.to_data() for decision in play(read_scenario(json.dumps(scenario)), directory_of)]


def as_line(at: float, call: str, word: str, details: dict[str, Any]) -> str:
    return json.dumps([at, call, word, {name: details[name] for name in COMPARED[word] if name in details}])


def lines_of(decisions: list[dict[str, Any]]) -> list[str]:
    flat = [{**data, **data.get("card", {})} for data in decisions if data["decision"] in COMPARED]
    return sorted(as_line(data["at"], data["call"], data["decision"], data) for data in flat)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_replay_decides_what_the_written_rules_say(kind: Kind, random: Random) -> None:
    scenario = Story(random, kind).scenario()
    assume(scenario["events"])
    try:
        expected = predict(scenario)
    except UnwrittenError:
        assume(False)
        raise
    decisions = replayed(scenario)
    assert lines_of(decisions) == sorted(as_line(*line) for line in expected)
    assert [data["at"] for data in decisions] == sorted(data["at"] for data in decisions)
    assert all(data["reason"] for data in decisions)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_what_is_not_done_is_said_once_for_each_call(kind: Kind, random: Random) -> None:
    scenario = Story(random, kind).scenario()
    assume(scenario["events"])
    # Under one name there may be calls of several sources; as a whole they add up all the same.
    said = Counter(data["decision"] for data in replayed({**scenario, "run_until": 10_000}))
    assert said["log_activity"] + said["no_activity"] == said["call_ended"]
    assert said["open_card"] + said["no_card"] >= said["call_ended"]
    assert said["no_page"] <= said["open_card"] + said["no_card"]
