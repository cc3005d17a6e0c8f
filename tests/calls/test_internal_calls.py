"""Internal calls: no card for a colleague's number where the setup card says so; the call is logged all the same."""

from __future__ import annotations

from typing import Any

import pytest

from tests.calls.scenes import ADATUM, CRM_ON, TEMPLATES, dialing, fact, incoming, told, words
from tray.calls.settings import InternalCalls, SettingError, read_user, to_data

NEVER = {"internal_calls": "Never", "auto_open_master_data": True}
COLLEAGUE = "204"


def cards(*events: dict[str, Any], **user: Any) -> list[tuple[float, str, str]]:
    """(at, decision, reason) of what was decided about the card."""
    decisions = told(*events, user={**NEVER, **user}, run_until=900)
    return [(data["at"], data["decision"], data["reason"]) for data in decisions if "card" in data["decision"]]


def test_every_call_gets_a_card_unless_the_setup_says_otherwise() -> None:
    assert read_user({}).internal_calls is InternalCalls.ALWAYS
    assert to_data(read_user({"internal_calls": "Never"}))["internal_calls"] == "Never"
    assert words(incoming(0, COLLEAGUE), run_until=5)[0] == "open_card"
    with pytest.raises(SettingError, match=r"user\.internal_calls: must be Always or Never"):
        read_user({"internal_calls": "never"})


@pytest.mark.parametrize("mask", ["Call", "Connected"])
def test_a_call_from_a_colleague_gets_no_card_and_no_page_and_is_logged(mask: str) -> None:
    story = [incoming(0, COLLEAGUE), fact(3, "connected"), fact(9, "ended")]
    user = {**NEVER, **CRM_ON, **TEMPLATES, "open_mask_on": mask}
    decisions = {data["decision"]: data for data in told(*story, user=user, module=CRM_ON)}
    assert list(decisions) == ["call_ended", "log_activity", "no_card", "no_page"]
    assert decisions["no_card"]["reason"] == "internal_calls=Never"
    assert decisions["no_page"]["reason"] == "no card: internal_calls=Never"
    assert decisions["log_activity"]["template"] == "IN"


@pytest.mark.parametrize("dial", [{"at": 0.0, "dial": COLLEAGUE, "call_id": "1"}, dialing(0, COLLEAGUE, origin="user")])
def test_a_call_to_a_colleague_gets_no_card_either(dial: dict[str, Any]) -> None:
    assert cards(dial, fact(5, "ended", direction="outgoing")) == [(5.0, "no_card", "internal_calls=Never")]


def test_a_call_to_a_colleague_that_gets_no_card_for_another_reason_says_that_one_at_once() -> None:
    (told_once,) = cards(dialing(0, COLLEAGUE), fact(5, "ended"))
    assert told_once == (0.0, "no_card", "open_outgoing_mask_on=User and not dialled through CTI Tray")


@pytest.mark.parametrize("number", ["", "anonymous", ADATUM, "5550101"])
def test_what_is_no_internal_number_gets_its_card(number: str) -> None:
    assert cards(incoming(0, number))[0][1] == "open_card"


def test_the_longest_internal_number_is_that_of_the_number_rules() -> None:
    story = {"user": NEVER, "run_until": 5}
    assert words(incoming(0, COLLEAGUE), **story, numbers={"internal_max_digits": 2})[0] == "open_card"
    assert words(incoming(0, "55501"), **story, numbers={"internal_max_digits": 5}) == []


def test_a_call_that_a_colleague_passes_on_gets_its_card_with_page_at_that_moment() -> None:
    story = [incoming(0, COLLEAGUE), fact(3, "connected"), fact(8, "connected", number=ADATUM)]
    decisions = told(*story, user=NEVER, run_until=60)
    assert [(data["at"], data["decision"]) for data in decisions] == [(8.0, "open_card"), (8.0, "open_page")]
    assert decisions[0]["card"]["name"] == "Adatum"


def test_a_dialled_call_that_a_colleague_passes_on_gets_its_card() -> None:
    story = [dialing(0, COLLEAGUE, origin="user"), fact(3, "connected"), fact(8, "connected", number=ADATUM)]
    assert cards(*story) == [(8.0, "open_card", "dialled through CTI Tray")]


def test_the_delay_counts_from_the_first_fact_also_when_the_number_comes_late() -> None:
    story = [incoming(0, COLLEAGUE), fact(2, "offered", number=ADATUM)]
    assert [at for at, *_ in cards(*story, caller_card_delay=6)] == [6.0]
    assert [at for at, *_ in cards(*story, caller_card_delay=1)] == [2.0]


def test_a_late_caller_id_of_a_colleague_keeps_a_card_away_that_is_still_to_come() -> None:
    story = [incoming(0, ""), fact(1, "offered", number=COLLEAGUE), fact(9, "ended")]
    assert cards(*story, caller_card_delay=3) == [(9.0, "no_card", "internal_calls=Never")]


def test_an_open_card_stays_when_the_call_turns_out_to_be_with_a_colleague() -> None:
    story = [incoming(0, ""), fact(1, "offered", number=COLLEAGUE), fact(9, "ended")]
    assert [word for _, word, _ in cards(*story)] == ["open_card"]


def test_who_wants_no_cards_while_talking_gets_none_for_a_call_that_is_passed_on() -> None:
    story = [incoming(0, COLLEAGUE), fact(3, "connected"), fact(8, "connected", number=ADATUM)]
    expected = [(8.0, "no_card", "close_mask_on=Connected and answered before the card opened")]
    assert cards(*story, close_mask_on="Connected") == expected
    outgoing = [dialing(0, COLLEAGUE, origin="user"), *story[1:]]
    expected = [(8.0, "no_card", "close_mask_on=Connected and already answered")]
    assert cards(*outgoing, close_mask_on="Connected") == expected


@pytest.mark.parametrize("first", [incoming, dialing])
def test_a_number_that_comes_between_two_ends_brings_no_card_to_a_call_that_is_over(first: Any) -> None:
    story = [
        first(0, COLLEAGUE),
        first(1, COLLEAGUE, source="b"),
        fact(5, "ended"),
        fact(6, "ringing", source="b", number=ADATUM),
    ]
    opened = cards(*story, open_outgoing_mask_on="Always")
    assert [word for _, word, _ in opened] == ["no_card"]
    again = cards(*story, fact(6.5, "connected", source="b"), open_outgoing_mask_on="Always")
    assert [(at, word) for at, word, _ in again] == [(6.5, "open_card")]


def test_a_card_that_was_refused_by_hand_does_not_come_when_the_call_is_passed_on() -> None:
    dismissal = {"at": 1.0, "card": "dismiss", "call_id": "1"}
    story = [incoming(0, COLLEAGUE), dismissal, fact(2, "connected", number=ADATUM)]
    assert cards(*story) == [(1.0, "no_card", "dismissed by the user")]


def test_a_change_of_the_setting_holds_for_calls_that_begin_later() -> None:
    patch = {"at": 1.0, "setup": {"user": {"internal_calls": "Always"}}}
    later = incoming(2, "12", call_id="2")
    assert [(at, word) for at, word, _ in cards(incoming(0, COLLEAGUE), patch, later, fact(9, "ended"))] == [
        (2.0, "open_card"),
        (9.0, "no_card"),
    ]
