"""Every reason that the rules give reads as words, and none is lost on the way."""

from __future__ import annotations

import json
from random import Random

import pytest

from tests.calls.stories import Kind, Story
from tray.activity.recovery import REASON
from tray.calls.replay import play
from tray.calls.scenario import read_scenario
from tray.condition import silence
from tray.directory.loader import directory_of
from tray.reasons import in_words
from tray.setup.model import Standing
from tray.texts import Text

BUSY_DESK = Kind(calls=(6, 9), sources=(1, 1, 2), dials=True, actions=("dismiss", "note", "choose"))
STORIES = 400


def reasons_of_stories() -> set[str]:
    """What the rules say in many random days; always the same ones."""
    found = set()
    for seed in range(STORIES):
        scenario = Story(Random(seed), BUSY_DESK).scenario()
        if scenario["events"]:
            decisions = play(read_scenario(json.dumps(scenario)), directory_of)
            found |= {decision.reason for decision in decisions if decision.to_data()["decision"] != "call_ended"}
    return found - {""}


def test_every_reason_of_the_rules_is_said_without_names_of_settings() -> None:
    reasons = reasons_of_stories()
    kinds = {reason.split(" ")[0].split(",")[0] for reason in reasons}
    assert {"open_mask_on=Call", "close_mask_on=Connected", "auto_open_master_data=false", "user", "module"} <= kinds
    said = {reason: in_words(reason) for reason in reasons}
    assert {reason: words for reason, words in said.items() if "=" in words or "_" in words or not words} == {}
    assert not any("user setup card" in words or "first fact" in words for words in said.values())
    assert [reason for reason, words in said.items() if not isinstance(words, Text)] == []


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("open_mask_on=Call", "your setup opens the card when a call comes in"),
        (
            "open_mask_on=Connected, 5 s after the first fact",
            "your setup opens the card when a call is answered, 5 s after the call came in",
        ),
        ("no card: open_mask_on=Connected and never answered", "there was no card"),
        ("the same call as a_b=c\nd", "the call turned out to be the same as another"),
        ("more than 4 ended cards", "more than 4 cards of ended calls were on the screen"),
        ("2 records have this number, none was chosen yet", "2 records have this number, and none was chosen"),
        (
            f"module missed_incoming_template; {REASON}",
            "the module setup has a template for missed calls; CTI Tray ended during the call",
        ),
        (f"{REASON}, before it was connected", "CTI Tray ended during the call, before it was connected"),
        (silence(Standing.GOOD, do_not_disturb=True), "do not disturb is on"),
        (silence(Standing.EXPIRED, do_not_disturb=False), "the licence has expired"),
        (f"{REASON}; no activity was due", "CTI Tray ended during the call; no activity was due"),
        ("something of {another} version", "something of {another} version"),
    ],
)
def test_a_reason_in_words(reason: str, words: str) -> None:
    assert in_words(reason) == words
