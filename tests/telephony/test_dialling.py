from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.calls.numbers import NumberReader, NumberRules
from tray.config_schema import DialMethod
from tray.errors import ConfigError, CtiError, InvalidInput, Refused, SourceFailed
from tray.telephony.dial_reading import read_dialled
from tray.telephony.dialling import (
    Dialler,
    DialSettings,
    check_template,
    dial_string,
    left_to_key_in,
    make_dialler,
    tel_address,
)

NL = NumberReader(NumberRules(region="NL"))
BEHIND_ZERO = NumberReader(NumberRules(region="NL", outside_prefix="0"))


class Desk:
    """Stands where the desktop and the phone program are, and notes what reaches them."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.programs: set[str] = set()
        self.dialled: list[str] = []

    def open_address(self, address: str, failed: object, *, rather: str = "") -> None:
        self.opened.append(rather if rather and self.has_program(rather.partition(":")[0]) else address)

    def dial(self, number: str, failed: object) -> None:
        self.dialled.append(number)

    def dialler(self, method: DialMethod, template: str = "", reader: NumberReader = NL) -> Dialler:
        phones = {method: self}
        return make_dialler(DialSettings(method, template), reader, self.open_address, phones)

    def has_program(self, scheme: str) -> bool:
        return scheme in self.programs


def _must_not_fail(error: CtiError) -> None:
    raise AssertionError(error)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("+31 20 555 0101", "tel:+31205550101"),
        ("020-555 01 01", "tel:+31205550101"),
        ("(020) 555.0101", "tel:+31205550101"),
        ("0049 30 123456", "tel:+4930123456"),
        ("\u202a+31\u00a020\u2011555\u20110101\u202c", "tel:+31205550101"),
        ("102", "tel:102"),
        ("5550101", "tel:5550101"),
    ],
)
def test_a_tel_address_holds_the_international_number_or_plain_digits(text: str, address: str) -> None:
    desk = Desk()
    desk.dialler(DialMethod.TEL).dial(text, _must_not_fail)
    assert desk.opened == [address]


def test_a_tel_address_never_carries_the_outside_prefix() -> None:
    desk = Desk()
    desk.dialler(DialMethod.TEL, reader=BEHIND_ZERO).dial("020 5550101", _must_not_fail)
    assert desk.opened == ["tel:+31205550101"]


def test_teams_is_given_a_link_with_an_escaped_number() -> None:
    desk = Desk()
    desk.dialler(DialMethod.TEAMS).dial("020 5550101", _must_not_fail)
    assert desk.opened == ["https://teams.microsoft.com/l/call/0/0?users=4:%2B31205550101"]


def test_the_installed_teams_is_given_its_own_link_which_leaves_no_browser_tab() -> None:
    desk = Desk()
    desk.programs = {"msteams"}
    desk.dialler(DialMethod.TEAMS).dial("020 5550101", _must_not_fail)
    assert desk.opened == ["msteams:/l/call/0/0?users=4:%2B31205550101"]


def test_teams_refuses_internal_numbers() -> None:
    desk = Desk()
    with pytest.raises(InvalidInput, match="Teams"):
        desk.dialler(DialMethod.TEAMS).dial("102", _must_not_fail)
    assert desk.opened == []


@pytest.mark.parametrize(
    ("text", "dialled"),
    [
        ("+31205550101", "00205550101"),
        ("020 5550101", "00205550101"),
        ("0 020 5550101", "00205550101"),
        ("+49 30 123456", "0004930123456"),
        ("102", "102"),
        ("5550101", "05550101"),
    ],
)
def test_behind_a_telephone_system_the_outside_prefix_goes_in_front(text: str, dialled: str) -> None:
    desk = Desk()
    desk.dialler(DialMethod.BARESIP, reader=BEHIND_ZERO).dial(text, _must_not_fail)
    desk.dialler(DialMethod.TEMPLATE, "callto:{number}", BEHIND_ZERO).dial(text, _must_not_fail)
    assert desk.dialled == [dialled]
    assert desk.opened == [f"callto:{dialled}"]


def test_without_prefix_a_phone_dials_the_international_number() -> None:
    desk = Desk()
    desk.dialler(DialMethod.BARESIP).dial("020 5550101", _must_not_fail)
    assert desk.dialled == ["+31205550101"]


def test_a_template_is_filled_percent_encoded() -> None:
    desk = Desk()
    desk.dialler(DialMethod.TEMPLATE, "https://pbx.example/dial?to={number}&x=1").dial("020 5550101", _must_not_fail)
    assert desk.opened == ["https://pbx.example/dial?to=%2B31205550101&x=1"]


@given(st.text(max_size=80) | st.from_regex(r"\+?[0-9 ()\-]{1,20}", fullmatch=True))
def test_nothing_but_a_plus_sign_and_digits_ever_leaves(text: str) -> None:
    try:
        number = read_dialled(text, BEHIND_ZERO)
    except (InvalidInput, Refused):
        return
    address = tel_address(number.number, number.extension)
    assert address.isascii()
    assert re.fullmatch(r"tel:\+?[0-9]+(;ext=[0-9]+)?", address)
    assert dial_string(number.number, BEHIND_ZERO.rules).isdigit()


@pytest.mark.parametrize("text", ["020 5550101 ext. 12", "+31205550101;ext=12", "020 5550101 x12,,3"])
def test_a_tel_address_carries_the_extension_and_other_ways_leave_it_to_the_user(text: str) -> None:
    desk = Desk()
    desk.dialler(DialMethod.TEL).dial(text, _must_not_fail)
    desk.dialler(DialMethod.BARESIP).dial(text, _must_not_fail)
    desk.dialler(DialMethod.TEAMS).dial(text, _must_not_fail)
    assert desk.opened == ["tel:+31205550101;ext=12", "https://teams.microsoft.com/l/call/0/0?users=4:%2B31205550101"]
    assert desk.dialled == ["+31205550101"]


@pytest.mark.parametrize(
    ("text", "by_tel", "by_phone"),
    [
        ("020 5550101", "", ""),
        ("020 5550101 ext. 12", "", "12"),
        ("020 5550101,,34#", "34#", "34#"),
        ("020 5550101 ext. 12,,34;5", "34;5", "12 34;5"),
        ("020 5550101p7", "7", "7"),
    ],
)
def test_what_cannot_be_passed_on_is_left_to_key_in(text: str, by_tel: str, by_phone: str) -> None:
    wanted = read_dialled(text, NL)
    assert left_to_key_in(DialSettings(DialMethod.TEL), wanted) == by_tel
    assert left_to_key_in(DialSettings(DialMethod.BARESIP), wanted) == by_phone


@pytest.mark.parametrize(
    "template",
    [
        "https://pbx.example:8443/dial?n={number}",
        "callto:{number}",
        "tel:{number}",
        "sip:{number}@pbx.example;user=phone",
        "ciscotel:{number}",
        "zoomphonecall://{number}",
        "msteams:/l/call/0/0?users=4:{number}",
    ],
)
def test_good_templates_are_accepted(template: str) -> None:
    assert check_template(template) == ""


@pytest.mark.parametrize(
    "template",
    [
        "",
        "tel:",
        "{number}",
        "http://pbx/{number}",
        "file:///c:/{number}",
        "javascript:call({number})",
        "cmd:{number}",
        "https://{number}.example/",
        "https://user@host/{number}",
        "callto:{number}{number}",
        "callto:{number}&{name}",
        "callto:{number} /x",
        "callto:{number}\n",
        "CALLTO:{number}",
        "search-ms:{number}",
        "https://pbx.example/{no}",
    ],
)
def test_bad_templates_are_refused_by_the_name_of_the_key(template: str) -> None:
    assert check_template(template)
    with pytest.raises(ConfigError, match=r"dial\.template"):
        Desk().dialler(DialMethod.TEMPLATE, template)


@given(st.from_regex(r"\+?[0-9]{5,14}", fullmatch=True))
def test_a_filled_template_stays_on_its_host(text: str) -> None:
    desk = Desk()
    try:
        desk.dialler(DialMethod.TEMPLATE, "https://pbx.example/dial?to={number}").dial(text, _must_not_fail)
    except (InvalidInput, Refused):
        return
    parts = urlsplit(desk.opened[0])
    assert parts.netloc == "pbx.example"
    assert parse_qs(parts.query)["to"][0].lstrip("+").isdigit()


@pytest.mark.parametrize("method", [DialMethod.BARESIP, DialMethod.TAPI])
def test_a_phone_that_dials_by_itself_is_given_the_number_and_must_be_enabled(method: DialMethod) -> None:
    desk = Desk()
    desk.dialler(method, reader=BEHIND_ZERO).dial("+31 20 5550101", _must_not_fail)
    assert (desk.dialled, desk.opened) == (["00205550101"], [])
    with pytest.raises(SourceFailed, match="not enabled"):
        make_dialler(DialSettings(method), NL, desk.open_address, {}).dial("020 5550101", _must_not_fail)
