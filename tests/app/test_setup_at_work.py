"""The setup card at work in the running tray: the delay, and changes while calls go on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tests.desk import DeskTray, decided
from tests.display import wait_until

CODES = {"crm_active": True, "missed_incoming_template": "MISSED", "incoming_template": "IN"}
STANDARD = {
    "open_mask_on": "Call",
    "close_mask_on": "None",
    "open_outgoing_mask_on": "User",
    "caller_card_delay": 0,
    "auto_open_master_data": False,
    **CODES,
}


@pytest.fixture(autouse=True)
def _standard(shared_tray: DeskTray) -> None:
    shared_tray.set_up({"module": CODES, "user": STANDARD})


def row(tray: DeskTray, call_id: str) -> dict[str, Any]:
    found: dict[str, Any] = next(call for call in tray.json("calls") if call["call_id"] == call_id)
    return found


def wait_for_card(tray: DeskTray, call_id: str) -> None:
    wait_until(lambda: "open_card" in decided(row(tray, call_id)), what="the card")


def seconds_between(earlier: str, later: str) -> float:
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()


def test_a_card_opens_after_the_delay_and_never_before(shared_tray: DeskTray) -> None:
    shared_tray.set_up({"user": {"caller_card_delay": 1}})
    shared_tray.report("offered", call_id="slow", number="+31205550101")
    wait_for_card(shared_tray, "slow")
    shared_tray.report("ended", call_id="slow")
    call = shared_tray.call("slow")
    assert decided(call) == ["open_card", "no_page", "call_ended", "log_activity"]
    assert seconds_between(call["started"], call["decisions"][0]["at"]) >= 1.0


def test_a_call_that_ends_before_the_delay_has_no_card_and_is_still_logged(shared_tray: DeskTray) -> None:
    shared_tray.set_up({"user": {"caller_card_delay": 60}})
    shared_tray.report("offered", call_id="short", number="+31205550101")
    shared_tray.report("ended", call_id="short")
    call = shared_tray.call("short")
    assert call["outcome"] == "missed_incoming"
    assert sorted(decided(call)) == ["call_ended", "log_activity", "no_card", "no_page"]
    assert all(decision["reason"] for decision in call["decisions"] if decision["decision"].startswith("no_"))
    activity = shared_tray.json("activity")[0]
    assert (activity["call_id"], activity["template"]) == ("short", "MISSED")


def test_a_change_applies_from_the_next_call(shared_tray: DeskTray) -> None:
    shared_tray.report("offered", call_id="before", number="+31205550101")
    wait_for_card(shared_tray, "before")
    shared_tray.set_up({"user": {"close_mask_on": "Connected", "crm_active": False}})
    shared_tray.report("offered", call_id="after", number="+31205550102")
    for call in ("before", "after"):
        shared_tray.report("connected", call_id=call)
        shared_tray.report("ended", call_id=call)
    assert decided(shared_tray.call("before")) == ["open_card", "no_page", "call_ended", "log_activity"]
    assert decided(shared_tray.call("after")) == ["open_card", "no_page", "close_card", "call_ended", "no_activity"]


def test_outgoing_calls_open_a_card_when_the_user_dialled_or_always(shared_tray: DeskTray) -> None:
    def place(call_id: str) -> list[str]:
        shared_tray.report("dialing", call_id=call_id, number="+31205550101")
        shared_tray.report("ended", call_id=call_id, cause="busy")
        return decided(shared_tray.call(call_id))

    assert place("phone") == ["no_card", "no_page", "call_ended", "no_activity"]
    shared_tray.set_up({"user": {"open_outgoing_mask_on": "Always"}})
    assert place("always")[0] == "open_card"
    shared_tray.set_up({"user": {"open_outgoing_mask_on": "User"}})
    dialled = shared_tray.command("dial", "020 555 0103")
    (call,) = shared_tray.status()["calls"]
    assert call["call_id"] in dialled
    shared_tray.report("dialing", call_id="joined", number="+31205550103")
    shared_tray.report("connected", call_id="joined")
    shared_tray.report("ended", call_id="joined")
    own = shared_tray.call(call["call_id"])
    assert (own["origin"], own["outcome"], decided(own)[0]) == ("user", "outgoing", "open_card")
    assert [each["call_id"] for each in shared_tray.json("calls")].count("joined") == 0
