"""Numbers that are dialled from the command line and from links, through a real phone: one call, however it ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.dial_driver import REQUEST, confirm, refuse, wait_for_request
from tests.desk import DeskTray, decided
from tests.display import Desktop, wait_until
from tests.phones import Baresip, Callee, need_phones
from tests.typing_window import TypingWindow
from tray.control import ask
from tray.dial_requests import MOST_A_MINUTE
from tray.errors import CtiError

pytestmark = pytest.mark.display

DIRECTORY = "no,name,phone\nC3,Contoso,+4930123456\n"
MAPPING = {"priority": 1, "table": "Customer", "card_page": "builtin", "phone_fields": ["phone"], "name_field": "name"}
CODES = {"crm_active": True, "outgoing_template": "OUT", "unaccepted_outgoing_template": "UNACC"}
LINK = "tel:+49-30-123456"


@pytest.fixture
def refuses(request: pytest.FixtureRequest) -> str:
    """The status line with which the other end refuses every call; "" where it rings."""
    return getattr(request, "param", "")


@pytest.fixture
def callee(tmp_path: Path, refuses: str) -> Iterator[Callee]:
    need_phones()
    with Callee(tmp_path / "callee", refuses=refuses) as callee:
        yield callee


@pytest.fixture
def phone(tmp_path: Path, callee: Callee) -> Iterator[Baresip]:
    """A phone whose calls all go to the callee, as if that were its telephone system."""
    with Baresip(tmp_path / "phone", proxy=callee.address) as phone:
        yield phone


@pytest.fixture
def ready_tray(phone_tray: DeskTray) -> DeskTray:
    phone_tray.load("Customer", DIRECTORY)
    user = {"open_outgoing_mask_on": "User", "crm_active": True}
    phone_tray.set_up({"module": CODES, "user": user, "mappings": [MAPPING]})
    phone_tray.wait_for_source("baresip")
    return phone_tray


def the_one_call(tray: DeskTray) -> dict[str, object]:
    """The only call of the journal, which has exactly one activity."""
    call = tray.call()
    assert tray.json("calls") == [call]
    assert (call["origin"], call["direction"], call["number"], call["no"]) == ("user", "outgoing", "+4930123456", "C3")
    assert decided(call).count("open_card") == 1
    assert [activity["call_id"] for activity in tray.json("activity")] == [call["call_id"]]
    return call


@pytest.mark.sip
@pytest.mark.parametrize("refuses", ["486 Busy Here"], indirect=True)
def test_a_confirmed_link_to_a_busy_phone_is_one_call(desktop: Desktop, ready_tray: DeskTray, callee: Callee) -> None:
    ready_tray.command("open", "--", LINK)
    confirm(desktop, wait_for_request(desktop, "Contoso"))
    callee.finish()
    call = the_one_call(ready_tray)
    assert (call["outcome"], call["cause"]) == ("unaccepted_outgoing", "busy")


@pytest.mark.sip
def test_a_dialled_call_that_is_given_up_is_one_call(ready_tray: DeskTray, phone: Baresip, callee: Callee) -> None:
    ready_tray.command("dial", "+49 30 123456")
    wait_until(lambda: ready_tray.status()["calls"][0]["state"] == "ringing", what="the other phone to ring")
    phone.press("hangup")
    callee.finish()
    call = the_one_call(ready_tray)
    assert (call["outcome"], call["cause"]) == ("unaccepted_outgoing", "cancelled")


@pytest.mark.parametrize("link", ["tel:112", "tel:*21*0900123456%23", "tel:0800FLOWERS", "callto:anna"])
def test_a_link_that_may_not_be_dialled_is_refused_in_words(screen_tray: DeskTray, link: str) -> None:
    done = screen_tray.run("open", "--", link)
    assert done.returncode in {1, 2}
    assert done.stderr.startswith("cti-tray open: ")
    assert done.stderr.count("\n") == 1
    assert screen_tray.json("calls") == []


def test_fifty_links_open_one_request_and_dial_nothing(desktop: Desktop, screen_tray: DeskTray) -> None:
    """Somebody types all the while, and loses neither a key nor the keyboard. Four links came just before."""
    other = TypingWindow(desktop)
    refusals: list[str] = []
    for number in range(50):
        try:
            ask(screen_tray.folder, "open-link", {"link": f"tel:+493012345{number:02}"})
        except CtiError as error:
            refusals.append(error.message)
        if number % 10 == 0:
            desktop.type("abc")
    assert set(refusals) == {"Too many links asked to dial."}
    assert 50 - MOST_A_MINUTE <= len(refusals) < 50
    request = wait_for_request(desktop)
    other.wait_for_text("abc" * 5)
    assert desktop.windows(REQUEST) == [request]
    assert other.is_active
    assert "_NET_WM_STATE_ABOVE" in desktop.x_property(request, "_NET_WM_STATE")
    refuse(desktop, request)
    desktop.type("d")
    other.wait_for_text("abc" * 5 + "d")
    assert other.is_active
    assert screen_tray.json("calls") == []
    other.close()
