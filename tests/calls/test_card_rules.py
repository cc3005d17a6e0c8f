"""The rules of the card, over the full product of settings and event orders, against their closed form."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from tests.calls.scenes import dialing, fact, incoming, told

OPEN = ("Call", "Connected")
CLOSE = ("None", "Connected")
OUTGOING = ("User", "Always")
DELAYS = (0, 3, 120)
ANSWERS = (None, 0.0, 1.0, 3.0, 4.5, 130.0)
ENDS = (None, 0.0, 1.0, 3.0, 4.5, 5.0, 130.0, 131.0)
DISMISSALS = (None, 0.0, 1.0, 3.0, 4.5)


def card_of_incoming(
    settings: dict[str, Any], connected: float | None, ended: float | None, dismissed: float | None
) -> tuple[float | None, float | None]:
    """When the card opens and closes, straight from the written rule; the call begins at 0 with `offered`."""
    delay = settings["caller_card_delay"]
    closes = settings["close_mask_on"] == "Connected"
    at_once = settings["open_mask_on"] == "Call" and delay == 0
    if settings["open_mask_on"] == "Call":
        due: float | None = delay
    else:
        due = None if connected is None else max(connected, delay)
    opens = at_once or (
        due is not None
        and (ended is None or ended > due)
        and (dismissed is None or dismissed > due)
        and not (settings["open_mask_on"] == "Call" and closes and connected is not None and connected <= due)
    )
    if not opens or due is None:
        return None, None
    ways = [] if dismissed is None else [dismissed]
    if closes and connected is not None and settings["open_mask_on"] == "Call":
        ways.append(connected)
    return float(due), min(ways, default=None)


def played(events: list[dict[str, Any]], user: dict[str, Any]) -> tuple[float | None, float | None]:
    decisions = told(*events, user=user, run_until=900)
    opened = [data["at"] for data in decisions if data["decision"] == "open_card"]
    closed = [data["at"] for data in decisions if data["decision"] == "close_card"]
    refused = [data for data in decisions if data["decision"] == "no_card"]
    assert len(opened) + len(refused) <= 1
    assert all(data.get("reason") for data in decisions)
    return next(iter(opened), None), next(iter(closed), None)


@pytest.mark.parametrize(("open_on", "close_on", "delay"), list(itertools.product(OPEN, CLOSE, DELAYS)))
def test_the_card_of_an_incoming_call_follows_the_written_rule(open_on: str, close_on: str, delay: int) -> None:
    user = {"open_mask_on": open_on, "close_mask_on": close_on, "caller_card_delay": delay}
    for connected, ended, dismissed in itertools.product(ANSWERS, ENDS, DISMISSALS):
        if ended is not None and connected is not None and connected > ended:
            continue
        if ended is not None and dismissed is not None and dismissed > ended:
            continue
        events = [incoming(0.0)]
        if connected is not None:
            events.append(fact(connected, "connected"))
        if dismissed is not None:
            events.append({"at": dismissed, "card": "dismiss", "call_id": "1"})
        if ended is not None:
            events.append(fact(ended, "ended"))
        expected = card_of_incoming(user, connected, ended, dismissed)
        assert played(events, user) == expected, (connected, ended, dismissed)


@pytest.mark.parametrize(("mode", "close_on", "delay"), list(itertools.product(OUTGOING, CLOSE, DELAYS)))
@pytest.mark.parametrize("origin", ["user", "external", ""])
@pytest.mark.parametrize("first", ["dialing", "ringing", "connected"])
def test_the_card_of_an_outgoing_call_follows_the_written_rule(
    mode: str, close_on: str, delay: int, origin: str, first: str
) -> None:
    user = {"open_outgoing_mask_on": mode, "close_mask_on": close_on, "caller_card_delay": delay}
    for connected, ended in itertools.product((None, 0.0, 2.0), (None, 2.0, 5.0)):
        if first == "connected" and connected is not None:
            continue
        events = [fact(0.0, first, direction="outgoing", number="+31205550101", origin=origin)]
        if connected is not None:
            events.append(fact(connected, "connected"))
        if ended is not None:
            events.append(fact(ended, "ended"))
        wanted = mode == "Always" or origin == "user"
        opens = wanted and not (first == "connected" and close_on == "Connected")
        closed = connected if opens and close_on == "Connected" else None
        assert played(events, user) == (0.0 if opens else None, closed), (connected, ended)


def test_a_dialled_call_opens_its_card_at_once_and_without_a_page() -> None:
    decisions = told(
        {"at": 1.0, "dial": "020 555 0101"},
        user={"caller_card_delay": 9, "auto_open_master_data": True},
        run_until=20,
    )
    assert [(data["at"], data["decision"], data["call"]) for data in decisions] == [
        (1.0, "open_card", "dial-1"),
        (1.0, "no_page", "dial-1"),
    ]
    assert decisions[0]["card"] == {
        "state": "dialing",
        "number": "+31205550101",
        "name": "Adatum",
        "matches": 1,
        "match": "exact",
    }


def test_a_setup_change_applies_from_the_next_call_on() -> None:
    decisions = told(
        incoming(0.0),
        {"at": 0.0, "setup": {"user": {"caller_card_delay": 7}}},
        incoming(1.0, call_id="2", number="+31205550102"),
        {"at": 2.0, "setup": {"user": {"caller_card_delay": 0}}},
        run_until=50,
    )
    opened = {data["call"]: data["at"] for data in decisions if data["decision"] == "open_card"}
    assert opened == {"1": 0.0, "2": 8.0}


def test_an_end_at_the_very_instant_of_the_first_fact_does_not_prevent_an_undelayed_card() -> None:
    decisions = told(incoming(0.0), fact(0.0, "ended"))
    assert [data["decision"] for data in decisions if "card" in data["decision"]] == ["open_card"]


def test_a_first_fact_that_is_an_end_opens_no_card_but_is_logged() -> None:
    decisions = told(
        fact(5.0, "missed", number="+31205550101"),
        user={"crm_active": True, "missed_incoming_template": "M"},
        module={"crm_active": True},
    )
    assert [data["decision"] for data in decisions] == ["call_ended", "log_activity", "no_card", "no_page"]
    assert decisions[0]["outcome"] == "missed_incoming"


def test_an_outgoing_call_first_heard_of_at_its_end_opens_no_card() -> None:
    first = fact(0.0, "ended", direction="outgoing", origin="user", number="+31205550101")
    assert [data["decision"] for data in told(first)] == ["call_ended", "no_activity", "no_card", "no_page"]


@pytest.mark.parametrize("cause", ["answered_elsewhere", "forwarded"])
def test_a_card_that_somebody_else_answered_closes_after_five_seconds(cause: str) -> None:
    assert played([incoming(0.0), fact(10.0, "ended", cause=cause)], {}) == (0.0, 15.0)


def test_a_call_answered_here_and_then_forwarded_keeps_its_card() -> None:
    assert played([incoming(0.0), fact(1.0, "connected"), fact(10.0, "ended", cause="forwarded")], {}) == (0.0, None)


def test_an_outgoing_call_that_was_forwarded_keeps_its_card() -> None:
    events = [dialing(0.0, origin="user"), fact(10.0, "ended", cause="forwarded")]
    assert played(events, {}) == (0.0, None)


def ended_calls(count: int) -> list[dict[str, Any]]:
    events = []
    for number in range(count):
        events.append(incoming(float(number), number=f"+3120555{number:04d}", call_id=str(number)))
        events.append(fact(100.0 + number, "ended", call_id=str(number)))
    return events


def test_the_fifth_ended_card_closes_the_one_that_ended_first() -> None:
    decisions = told(*ended_calls(6))
    closed = [(data["call"], data["at"]) for data in decisions if data["decision"] == "close_card"]
    assert closed == [("0", 104.0), ("1", 105.0)]


def test_of_two_cards_that_ended_in_one_instant_the_one_told_first_goes() -> None:
    ends = [fact(50.0, "ended", call_id=str(number)) for number in (2, 0, 1, 3)]
    begins = [event for event in ended_calls(5) if event["event"] == "offered" or event["call_id"] == "4"]
    decisions = told(*begins, *ends)
    assert [data["call"] for data in decisions if data["decision"] == "close_card"] == ["2"]


def test_a_card_with_a_note_is_not_closed_to_make_room() -> None:
    note = {"at": 50.0, "card": "note", "call_id": "0", "text": "call back on Monday"}
    decisions = told(*ended_calls(5), note)
    assert [data["call"] for data in decisions if data["decision"] == "close_card"] == ["1"]


def test_no_ended_card_is_closed_when_all_of_them_hold_a_note() -> None:
    notes = [{"at": 50.0, "card": "note", "call_id": str(number), "text": "x"} for number in range(4)]
    assert not [data for data in told(*ended_calls(5), *notes) if data["decision"] == "close_card"]


def test_a_card_that_was_dismissed_does_not_come_back() -> None:
    decisions = told(
        incoming(0.0),
        {"at": 1.0, "card": "dismiss", "call_id": "1"},
        fact(2.0, "connected"),
        {"at": 3.0, "card": "dismiss", "call_id": "1"},
        fact(9.0, "ended"),
        {"at": 10.0, "card": "dismiss", "call_id": "1"},
        user={"open_mask_on": "Call"},
    )
    assert [data["decision"] for data in decisions if "card" in data["decision"]] == ["open_card", "close_card"]
