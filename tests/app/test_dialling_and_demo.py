"""Dialling from the command line through a real phone, and the demo for newcomers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import DeskTray, decided
from tests.display import Desktop, wait_until
from tests.phones import Baresip, Callee

DIRECTORY = "no,name,phone\nC3,Contoso,+4930123456\n"
MAPPING = {"priority": 1, "table": "Customer", "card_page": "builtin", "phone_fields": ["phone"], "name_field": "name"}


@pytest.fixture
def phone(tmp_path: Path, callee: Callee) -> Iterator[Baresip]:
    """A phone whose calls all go to the callee, as if that were its telephone system."""
    with Baresip(tmp_path / "phone", proxy=callee.address) as phone:
        yield phone


@pytest.mark.display
@pytest.mark.sip
def test_a_number_that_is_dialled_is_one_call_with_a_card(
    desktop: Desktop, phone: Baresip, callee: Callee, phone_tray: DeskTray
) -> None:
    phone_tray.load("Customer", DIRECTORY)
    phone_tray.set_up({"user": {"open_outgoing_mask_on": "User"}, "mappings": [MAPPING]})
    phone_tray.wait_for_source("baresip")
    answer = json.loads(phone_tray.command("dial", "+49 30 123456"))
    desktop.wait_for_window("Caller card - Contoso")
    callee.answer()
    wait_until(lambda: phone_tray.status()["calls"][0]["connected"], what="the answer")
    callee.hang_up()
    callee.finish()
    call = phone_tray.call()
    assert phone_tray.json("calls") == [call]
    assert answer == {"call_id": call["call_id"]}
    assert (call["origin"], call["outcome"], call["number"], call["no"]) == ("user", "outgoing", "+4930123456", "C3")
    assert decided(call)[0] == "open_card"


def test_nothing_is_dialled_while_the_phone_is_away(tmp_path: Path) -> None:
    config = '[sources.baresip]\nenabled = true\naddress = "127.0.0.1:1"\n[dial]\nmethod = "baresip"\n'
    with DeskTray(tmp_path / "home", config=config) as tray:
        done = tray.run("dial", "+4930123456")
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("cti-tray: ")
        assert done.stderr.count("\n") == 1
        assert tray.json("calls") == []


def test_the_demo_loads_its_directory_once_and_leaves_what_is_set_up_alone(tray: DeskTray) -> None:
    assert tray.command("demo") == "A demo call comes in.\n"
    call = tray.call()
    assert (call["direction"], call["outcome"], call["source"]) == ("incoming", "incoming", "receiver")
    assert {"open_card", "open_page"} <= set(decided(call))
    assert call["name"]
    loaded = tray.json("directory", "show")
    setup = tray.command("setup", "export")
    tray.command("demo")
    wait_until(lambda: len(tray.json("calls")) == 2, what="the second demo call")
    assert tray.json("directory", "show") == loaded
    assert tray.command("setup", "export") == setup
