"""Settings, mapping rows, card pages and scenario files: what is taken and what is refused, by name."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.calls.mapping_rows import read_mappings
from tray.calls.matching import Record
from tray.calls.pages import WebClient, check_card_page, page_address
from tray.calls.scenario import read_scenario
from tray.calls.settings import (
    MappingRow,
    ModuleSettings,
    OpenMaskOn,
    SettingError,
    UserSettings,
    read_module,
    read_user,
    to_data,
)

VALUES = {"no": "CT 1/'&#", "name": "Müller & Söhne", "number": "+31205550101", "table": "Contact"}


@pytest.mark.parametrize("delay", [0, 1, 120])
def test_whole_seconds_from_0_to_120_are_a_delay(delay: int) -> None:
    assert read_user({"caller_card_delay": delay}).caller_card_delay == delay


@pytest.mark.parametrize("delay", [True, 2.5, "5 s", "5", -1, 121, 10**9, None, [], 5.0])
def test_any_other_delay_is_refused_by_name(delay: Any) -> None:
    with pytest.raises(SettingError, match=r"user\.caller_card_delay"):
        read_user({"caller_card_delay": delay})


def test_template_codes_are_trimmed_and_upper_cased() -> None:
    assert read_module({"incoming_template": "  in-ö1 "}).incoming_template == "IN-Ö1"
    with pytest.raises(SettingError, match="at most 10"):
        read_module({"incoming_template": "ELEVEN-CHAR"})
    assert read_module({"incoming_template": "ßßßßß"}).incoming_template == "SSSSSSSSSS"
    with pytest.raises(SettingError, match=r"module\.incoming_template: has 12 characters, at most 10"):
        read_module({"incoming_template": "ßßßßßß"})


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"open_mask_on": "call"}, "user.open_mask_on"),
        ({"close_mask_on": None}, "user.close_mask_on"),
        ({"crm_active": 1}, "user.crm_active"),
        ({"outgoing_template": 7}, "user.outgoing_template"),
        ({"outgoing_template": "A\nB"}, "user.outgoing_template"),
        ({"colour": "red"}, "user.colour"),
        ([], "user"),
    ],
)
def test_bad_settings_are_named(values: Any, field: str) -> None:
    with pytest.raises(SettingError) as caught:
        read_user(values)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"table": "Contact"}, "mappings[0].priority"),
        ({"priority": 0, "table": "Contact"}, "mappings[0].priority"),
        ({"priority": True, "table": "Contact"}, "mappings[0].priority"),
        ({"priority": 1, "table": " "}, "mappings[0].table"),
        ({"priority": 1, "table": "Contact", "card_page": "http://x.example/"}, "mappings[0].card_page"),
        ({"priority": 1, "table": "Contact", "card_page": True}, "mappings[0].card_page"),
        ({"priority": 1, "table": "Contact", "phone_fields": "phone"}, "mappings[0].phone_fields"),
        ({"priority": 1, "table": "Contact", "phone_fields": [1]}, "mappings[0].phone_fields[0]"),
        ({"priority": 1, "table": "Contact", "enabled": "yes"}, "mappings[0].enabled"),
        ({"priority": 1, "table": "Contact", "page": 21}, "mappings[0].page"),
        (7, "mappings[0]"),
    ],
)
def test_bad_mapping_rows_are_named(row: Any, field: str) -> None:
    with pytest.raises(SettingError) as caught:
        read_mappings([row])
    assert caught.value.field == field


def test_mappings_must_be_a_list() -> None:
    with pytest.raises(SettingError, match="list of rows"):
        read_mappings({"priority": 1})


def test_a_page_number_may_be_written_as_a_number() -> None:
    assert read_mappings([{"priority": 1, "table": "Customer", "card_page": 21}])[0].card_page == "21"


def test_settings_survive_a_round_trip() -> None:
    user = UserSettings(open_mask_on=OpenMaskOn.CONNECTED, caller_card_delay=7, incoming_template="X")
    module = ModuleSettings(crm_active=True)
    row = MappingRow(3, "Contact", "builtin", ("phone",), "name", enabled=False)
    assert read_user(json.loads(json.dumps(to_data(user)))) == user
    assert read_module(json.loads(json.dumps(to_data(module)))) == module
    assert read_mappings([json.loads(json.dumps(to_data(row)))]) == (row,)


@pytest.mark.parametrize("page", ["", "builtin", "21", "https://erp.example:8443/{table}/{no}?n={name}&t={number}#x"])
def test_card_pages_that_are_taken(page: str) -> None:
    assert check_card_page(page) == ""


@pytest.mark.parametrize(
    "page",
    [
        "http://erp.example/{no}",
        "javascript:alert(1)",
        "file:///c:/x",
        "\\\\server\\share",
        "ms-msdt:/x",
        "https://good@evil.example/",
        "https://{no}.evil.example/",
        "https:///nohost",
        "https://erp.example/{secret}",
        "https://erp.example/{no",
        "https://erp.example/no}",
        "https://erp.example/a b",
        'https://erp.example/"',
        "https://erp.example:port/",
        "https://[::1/",
        "https://erp_ü.example/",
        "0",
        "-5",
        "Builtin",
        "²",
    ],
)
def test_card_pages_that_are_refused(page: str) -> None:
    assert check_card_page(page)


def test_values_are_percent_encoded_in_a_template() -> None:
    url = page_address("https://erp.example/{table}/{no}?n={name}&t={number}", VALUES)
    assert url == "https://erp.example/Contact/CT%201%2F%27%26%23?n=M%C3%BCller%20%26%20S%C3%B6hne&t=%2B31205550101"
    assert page_address("builtin", VALUES) is None


def test_a_page_number_opens_the_web_client_at_the_record() -> None:
    url = page_address("21", {**VALUES, "no": "O'Neil"}, WebClient("https://bc.example/t/prod/", "CRONUS NL"))
    quoted = "%27No.%27%20IS%20%27O%27%27Neil%27"
    assert url == f"https://bc.example/t/prod/?company=CRONUS%20NL&page=21&filter={quoted}"
    default = page_address("21", VALUES)
    assert default is not None
    assert default.startswith("https://businesscentral.dynamics.com/?page=21&filter=")


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_record_turns_a_template_into_another_address(no: str, name: str) -> None:
    values = {**VALUES, "no": no.encode(errors="replace").decode(), "name": name.encode(errors="replace").decode()}
    url = page_address("https://erp.example/c/{no}?q={name}", values)
    assert url is not None
    assert url.startswith("https://erp.example/c/")
    assert url.isascii()
    assert url.count("?") == 1
    assert "#" not in url
    assert "&" not in url


def test_fields_of_a_record_are_found_in_any_case() -> None:
    record = Record("Contact", "1", (("Phone", "204"),))
    assert record.value("phone") == "204"
    assert record.value("fax") == ""


FACT = {"at": 0, "event": "offered", "call_id": "1"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{", "the file"),
        ("[]", "the file"),
        ("[" * 100_000, "the file"),
        ('{"events": [{"at": NaN}]}', "NaN"),
        ('{"events": [], "events": []}', "events"),
        ("{}", "events"),
        ('{"events": {}}', "events"),
        ('{"events": [7]}', "events[0]"),
        ('{"events": [], "surprise": 1}', "surprise"),
        ('{"events": [{"event": "offered"}]}', "events[0].at"),
        ('{"events": [{"at": -1, "event": "offered", "call_id": "1"}]}', "events[0].at"),
        ('{"events": [{"at": 1e999, "event": "offered", "call_id": "1"}]}', "events[0].at"),
        ('{"events": [{"at": true, "event": "offered", "call_id": "1"}]}', "events[0].at"),
        ('{"events": [{"at": 0, "event": "offered"}]}', "events[0].call_id"),
        ('{"events": [{"at": 0, "event": "sneeze", "call_id": "1"}]}', "events[0].event"),
        ('{"events": [{"at": 0, "event": "offered", "call_id": "1", "colour": "red"}]}', "events[0].colour"),
        ('{"events": [{"at": 0, "setup": {"user": {"caller_card_delay": -1}}}]}', "setup.user.caller_card_delay"),
        ('{"events": [{"at": 0, "setup": {"region": "DE"}}]}', "setup.region"),
        ('{"events": [{"at": 0, "setup": {}, "call_id": "1"}]}', "events[0].call_id"),
        ('{"events": [{"at": 0, "card": "tear", "call_id": "1"}]}', "events[0].card"),
        ('{"events": [{"at": 0, "card": "dismiss"}]}', "events[0].call_id"),
        ('{"events": [{"at": 0, "card": "dismiss", "call_id": null}]}', "events[0].call_id"),
        ('{"events": [{"at": 0, "card": "dismiss", "call_id": "1", "index": 1}]}', "events[0].index"),
        ('{"events": [{"at": 0, "card": "choose", "call_id": "1"}]}', "events[0].index"),
        ('{"events": [{"at": 0, "card": "choose", "call_id": "1", "index": 0}]}', "events[0].index"),
        ('{"events": [{"at": 0, "card": "choose", "call_id": "1", "index": true}]}', "events[0].index"),
        ('{"events": [{"at": 0, "card": "note", "call_id": "1"}]}', "events[0].text"),
        ('{"events": [{"at": 0, "dial": ""}]}', "events[0].dial"),
        ('{"events": [{"at": 0, "dial": 5}]}', "events[0].dial"),
        ('{"events": [{"at": 0, "dial": "204", "number": "1"}]}', "events[0].number"),
        ('{"events": [], "user": {"caller_card_delay": true}}', "user.caller_card_delay"),
        ('{"events": [], "directory": [{"no": "1"}]}', "directory[0].table"),
        ('{"events": [], "directory": [{"table": "T", "no": "1", "x": []}]}', "directory[0].x"),
        ('{"events": [], "run_until": "soon"}', "run_until"),
        ('{"events": [], "region": "Atlantis"}', "region"),
        ('{"events": [], "region": "XX"}', "region"),
        ('{"events": [], "numbers": {"outside_prefix": "zero"}}', "numbers.outside_prefix"),
        ('{"events": [], "numbers": {"internal_max_digits": 99}}', "numbers.internal_max_digits"),
        ('{"events": [], "numbers": {"match_digits": 2.5}}', "numbers.match_digits"),
        ('{"events": [], "numbers": {"dots": 1}}', "numbers.dots"),
        (f'{{"events": [{{"at": 1{"0" * 400}, "call_id": "1", "event": "offered"}}]}}', "events[0].at"),
    ],
)
def test_a_bad_scenario_is_refused_by_the_name_of_the_field(text: str, named: str) -> None:
    with pytest.raises(SettingError) as caught:
        read_scenario(text)
    assert named in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        '{"events": [], "user": {"a\\nb": 1}}',
        '{"events": [{"at": 0, "call_id": "1", "event": "offered", "a\\u2028b\\r": 1}]}',
        '{"events": [], "directory": [{"table": "T", "no": "1", "a\\nb": []}]}',
        f'{{"events": [], "{"k" * 100_000}": 1}}',
        f'{{"events": [], "user": {{"open_mask_on": "{"x" * 100_000}"}}}}',
    ],
)
def test_whatever_a_refusal_quotes_it_is_one_short_line(text: str) -> None:
    with pytest.raises(SettingError) as caught:
        read_scenario(text)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 1000


def test_a_field_without_a_value_counts_as_empty_in_a_record() -> None:
    scene = read_scenario('{"events": [], "directory": [{"table": "T", "no": "1", "phone": null}]}')
    assert scene.records[0].value("phone") == ""


def test_a_scenario_has_the_defaults_of_the_product() -> None:
    scenario = read_scenario(json.dumps({"events": [{**FACT, "at": 5, "call_id": 7}]}))
    assert scenario.run_until == 605.0
    assert scenario.setup.user == UserSettings()
    assert scenario.setup.mappings == ()
    assert scenario.rules.region == "NL"
    assert read_scenario('{"events": []}').run_until == 600.0


def test_entries_are_played_by_time_and_ties_in_file_order() -> None:
    events = [{**FACT, "at": 2, "call_id": "c"}, {**FACT, "call_id": "a"}, {**FACT, "call_id": "b"}]
    entries = read_scenario(
        json.dumps({"events": events, "numbers": {"internal_max_digits": 3}, "region": "de"})
    ).entries
    assert [entry.event.call_id for entry in entries if hasattr(entry, "event")] == ["a", "b", "c"]
