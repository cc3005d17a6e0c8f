"""Master-data pages with a web address: the default browser gets exactly the address of the template."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk import DeskTray, decided
from tests.display import wait_until

DIRECTORY = (
    'no,name,phone\nC/1 é,"Adatum & Söhne ""x""",020 555 0101\nC2,Twin,020 555 0102\nC3,Other twin,020 555 0102\n'
)


class Browser:
    """Stands in the place of the user's browser: writes down what it is asked to open."""

    def __init__(self, folder: Path) -> None:
        self._notes = folder / "opened.txt"
        self.program = folder / "browser"
        self.program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{self._notes}"\n', encoding="utf-8")
        self.program.chmod(0o755)

    @property
    def opened(self) -> list[str]:
        return self._notes.read_text(encoding="utf-8").splitlines() if self._notes.exists() else []


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    return Browser(tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="module")
def shared_tray(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> DeskTray:
    tray = DeskTray(tmp_path_factory.mktemp("pages") / "home")
    tray.environment["BROWSER"] = str(browser.program)
    with tray:
        tray.load("Customer", DIRECTORY)
        yield tray


def map_to(tray: DeskTray, card_page: str, *, automatic: bool = True) -> None:
    row = {"priority": 1, "table": "Customer", "card_page": card_page, "phone_fields": ["phone"], "name_field": "name"}
    tray.set_up({"user": {"auto_open_master_data": automatic}, "mappings": [row]})


def place_call(tray: DeskTray, call_id: str, number: str) -> dict[str, object]:
    tray.report("offered", call_id=call_id, number=number)
    tray.report("connected", call_id=call_id)
    tray.report("ended", call_id=call_id)
    call: dict[str, object] = tray.call(call_id)
    return call


def test_the_page_of_the_template_opens_with_every_value_encoded(shared_tray: DeskTray, browser: Browser) -> None:
    map_to(shared_tray, "https://erp.example/{table}/{no}?n={name}&p={number}")
    call = place_call(shared_tray, "encoded", "+31205550101")
    url = "https://erp.example/Customer/C%2F1%20%C3%A9?n=Adatum%20%26%20S%C3%B6hne%20%22x%22&p=%2B31205550101"
    wait_until(lambda: browser.opened, what="the browser")
    assert browser.opened == [url]
    (page,) = (each for each in call["decisions"] if each["decision"] == "open_page")
    assert (page["url"], page["table"], page["no"]) == (url, "Customer", "C/1 é")


def test_business_central_opens_by_page_number(shared_tray: DeskTray, browser: Browser) -> None:
    map_to(shared_tray, "21")
    before = len(browser.opened)
    place_call(shared_tray, "page number", "+31205550101")
    wait_until(lambda: len(browser.opened) > before, what="the browser")
    assert browser.opened[-1].startswith("https://businesscentral.dynamics.com/")
    assert "page=21" in browser.opened[-1]


def test_nothing_opens_by_itself_for_many_for_none_for_possible_and_when_it_is_off(
    shared_tray: DeskTray, browser: Browser
) -> None:
    map_to(shared_tray, "https://erp.example/{no}")
    before = browser.opened
    for call_id, number in (("many", "+31205550102"), ("none", "+31205559999"), ("possible", "+49205550101")):
        call = place_call(shared_tray, call_id, number)
        assert "no_page" in decided(call)
    assert place_call(shared_tray, "withheld", "anonymous")["number"] == ""
    map_to(shared_tray, "https://erp.example/{no}", automatic=False)
    assert "no_page" in decided(place_call(shared_tray, "off", "+31205550101"))
    map_to(shared_tray, "https://erp.example/{no}")
    place_call(shared_tray, "last", "+31205550101")
    wait_until(lambda: len(browser.opened) > len(before), what="the browser")
    assert browser.opened == [*before, "https://erp.example/C%2F1%20%C3%A9"]
