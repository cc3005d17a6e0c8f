"""Real SIP calls: sipp calls a real baresip, and the running tray shows the card on a real X display."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desk import DeskTray, decided
from tests.display import Desktop, wait_until
from tests.phones import Baresip, Callee, Caller

pytestmark = [pytest.mark.display, pytest.mark.sip]

DIRECTORY = "no,name,phone\nC1,Adatum Corporation,020 555 0101\nC2,Fabrikam,020 555 0102\nC3,Contoso,+4930123456\n"
MAPPING = [{"priority": 1, "table": "Customer", "card_page": "builtin", "phone_fields": ["phone"]}]
CODES = {
    "crm_active": True,
    "incoming_template": "IN",
    "outgoing_template": "OUT",
    "missed_incoming_template": "MISSED",
    "unaccepted_outgoing_template": "UNACC",
}
CARD = "Caller card"


@pytest.fixture(autouse=True)
def _set_up(phone_tray: DeskTray) -> None:
    phone_tray.load("Customer", DIRECTORY)
    user = {"auto_open_master_data": True, "open_outgoing_mask_on": "Always", **CODES}
    phone_tray.set_up({"module": CODES, "user": user, "mappings": MAPPING})
    wait_until(lambda: source(phone_tray) == "connected", what="the tray on the phone's line", seconds=20)


def source(tray: DeskTray) -> str:
    return next(str(each["state"]) for each in tray.status()["sources"] if each["name"] == "baresip")


def activity(tray: DeskTray, call: dict[str, Any]) -> dict[str, Any]:
    return next(each for each in tray.json("activity") if each["call_id"] == call["call_id"])


def test_an_incoming_call_that_is_answered(phone: Baresip, phone_tray: DeskTray, desktop: Desktop) -> None:
    with Caller(phone) as caller:
        card = desktop.wait_for_window("Caller card - Adatum Corporation")
        page = desktop.wait_for_window("Master data - Adatum Corporation")
        assert "_NET_WM_STATE_ABOVE" in desktop.x_property(card, "_NET_WM_STATE")
        assert desktop.area(card).x + desktop.area(card).width <= desktop.size[0]
        assert page
        phone.press("accept")
        caller.wait_for_step("answered")
        caller.hang_up()
        caller.finish()
    call = phone_tray.call(caller.call_id)
    assert (call["outcome"], call["cause"], call["source"]) == ("incoming", "completed", "baresip")
    assert (call["number"], call["name"], call["table"], call["no"]) == (
        "+31205550101",
        "Adatum Corporation",
        "Customer",
        "C1",
    )
    assert decided(call)[:2] == ["open_card", "open_page"]
    assert call["duration_s"] > 0
    assert activity(phone_tray, call)["template"] == "IN"
    assert desktop.windows(CARD), "the card of an ended call stays"


def test_an_incoming_call_that_is_missed(phone: Baresip, phone_tray: DeskTray, desktop: Desktop) -> None:
    with Caller(phone, number="+31205550102") as caller:
        desktop.wait_for_window("Caller card - Fabrikam")
        caller.hang_up()
        caller.finish()
    call = phone_tray.call(caller.call_id)
    assert (call["outcome"], call["connected"], call["duration_s"]) == ("missed_incoming", None, 0.0)
    assert activity(phone_tray, call)["template"] == "MISSED"


def test_an_incoming_call_that_is_rejected(phone: Baresip, phone_tray: DeskTray, desktop: Desktop) -> None:
    with Caller(phone, name="Front desk", number="+31205559999") as caller:
        desktop.wait_for_window(CARD)
        phone.press("hangup")
        caller.finish()
    call = phone_tray.call(caller.call_id)
    assert (call["outcome"], call["cause"]) == ("missed_incoming", "rejected")
    assert (call["table"], call["no"]) == (None, None)


def test_two_calls_at_once_have_two_cards_that_do_not_overlap(
    phone: Baresip, phone_tray: DeskTray, desktop: Desktop
) -> None:
    with Caller(phone) as first:
        desktop.wait_for_window("Caller card - Adatum")
        place = desktop.area(desktop.windows("Caller card - Adatum")[0])
        with Caller(phone, number="+31205550102", account="second") as second:
            above = desktop.area(desktop.wait_for_window("Caller card - Fabrikam"))
            assert desktop.area(desktop.windows("Caller card - Adatum")[0]) == place
            assert above.y + above.height <= place.y
            second.hang_up()
            second.finish()
        first.hang_up()
        first.finish()
    assert phone_tray.call(first.call_id)["outcome"] == "missed_incoming"
    assert phone_tray.call(second.call_id)["outcome"] == "missed_incoming"


def test_an_outgoing_call_from_the_phone(phone: Baresip, phone_tray: DeskTray, desktop: Desktop) -> None:
    with Callee(phone.folder) as callee:
        phone.press(f"dial {callee.uri}")
        desktop.wait_for_window("Caller card - Contoso")
        callee.answer()
        wait_until(lambda: phone_tray.status()["calls"][0]["connected"], what="the answer")
        callee.hang_up()
        callee.finish()
    call = phone_tray.call()
    assert (call["direction"], call["outcome"], call["origin"]) == ("outgoing", "outgoing", "external")
    assert "open_page" not in decided(call)
    assert activity(phone_tray, call)["template"] == "OUT"


def test_a_busy_line(phone: Baresip, phone_tray: DeskTray, desktop: Desktop) -> None:
    with Callee(phone.folder, refuses="486 Busy Here") as callee:
        phone.press(f"dial {callee.uri}")
        callee.finish()
    call = phone_tray.call()
    assert (call["outcome"], call["cause"]) == ("unaccepted_outgoing", "busy")
    assert desktop.windows(CARD)


def test_a_card_that_is_closed_by_its_window_is_dismissed(
    phone: Baresip, phone_tray: DeskTray, desktop: Desktop
) -> None:
    with Caller(phone) as caller:
        desktop.close_window(desktop.wait_for_window(CARD))
        wait_until(lambda: not desktop.windows(CARD), what="a card that is gone")
        caller.hang_up()
        caller.finish()
    call = phone_tray.call(caller.call_id)
    closing = [decision["reason"] for decision in call["decisions"] if decision["decision"] == "close_card"]
    assert closing == ["dismissed by the user"]


def test_a_picture_of_the_desk_is_kept(phone: Baresip, phone_tray: DeskTray, desktop: Desktop) -> None:
    pictures = Path(".artifacts/pictures")
    pictures.mkdir(parents=True, exist_ok=True)
    with Caller(phone) as caller:
        desktop.wait_for_window("Caller card - Adatum")
        desktop.wait_for_window("Master data - Adatum")
        desktop.screenshot(pictures / "desk.png")
        caller.hang_up()
        caller.finish()
    assert phone_tray.call(caller.call_id)["outcome"] == "missed_incoming"
