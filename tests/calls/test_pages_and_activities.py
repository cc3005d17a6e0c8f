"""Which record, which page, which activity: matching, choices, templates."""

from __future__ import annotations

from typing import Any

import pytest

from tests.calls.scenes import (
    ADATUM,
    CONTACT,
    CONTACT_ROW,
    CRM_ON,
    TEMPLATES,
    dialing,
    fact,
    incoming,
    one,
    told,
    words,
)

AUTO = {"auto_open_master_data": True}
FULL_CRM: dict[str, Any] = {"user": {**CRM_ON, **TEMPLATES}, "module": CRM_ON}
TWIN = {**CONTACT, "no": "CT0002", "name": "Beta"}
CUSTOMER = {"table": "Customer", "no": "10000", "name": "Adatum Corporation", "phone": "+31 20 555 0101"}
CUSTOMER_ROW = {"priority": 2, "table": "Customer", "card_page": "builtin"}


def page(*directory: dict[str, str], rows: list[dict[str, Any]], number: str = ADATUM) -> dict[str, Any]:
    return one("open_page", incoming(0, number), user=AUTO, directory=list(directory), mappings=rows)


def why_no_page(**scene: Any) -> str:
    return str(one("no_page", incoming(0, scene.pop("number", ADATUM)), **{"user": AUTO, **scene})["reason"])


def test_the_page_of_the_first_matching_row_opens_with_the_card() -> None:
    assert page(CUSTOMER, CONTACT, rows=[CUSTOMER_ROW, CONTACT_ROW])["url"] == "https://erp.example/contact/CT0001"
    builtin = page(CUSTOMER, rows=[CONTACT_ROW, CUSTOMER_ROW])
    assert (builtin["table"], builtin["no"], builtin["url"], builtin["page"]) == ("Customer", "10000", None, "builtin")


def test_a_row_without_a_page_is_skipped_for_the_page_but_names_the_caller() -> None:
    rows = [{**CONTACT_ROW, "card_page": ""}, CUSTOMER_ROW]
    scene = {"user": AUTO, "directory": [CONTACT, CUSTOMER], "mappings": rows}
    assert one("open_card", incoming(0), **scene)["card"]["name"] == "Adatum"
    assert one("open_page", incoming(0), **scene)["table"] == "Customer"


def test_disabled_rows_do_not_count() -> None:
    assert "no record" in why_no_page(mappings=[{**CONTACT_ROW, "enabled": False}])


def test_only_the_phone_fields_of_the_row_count() -> None:
    assert "no record" in why_no_page(mappings=[{**CONTACT_ROW, "phone_fields": ["fax"]}])


def test_reasons_for_no_page() -> None:
    assert "auto_open_master_data=false" in why_no_page(user={})
    assert "withheld" in why_no_page(number="anonymous")
    assert "no record" in why_no_page(number="+31205550177")
    assert "possible match" in why_no_page(number="+49205550101")
    assert "no matching row has a card page" in why_no_page(mappings=[{**CONTACT_ROW, "card_page": ""}])
    assert "2 records" in why_no_page(directory=[CONTACT, TWIN])
    reason = one("no_page", dialing(0, origin="user"), user=AUTO)["reason"]
    assert "outgoing" in reason


def test_an_exact_match_in_a_later_row_goes_before_a_possible_one() -> None:
    possible = {**CONTACT, "phone": "+49 20 555 0101"}
    card = one("open_card", incoming(0), directory=[possible, CUSTOMER], mappings=[CONTACT_ROW, CUSTOMER_ROW])["card"]
    assert (card["name"], card["match"]) == ("Adatum Corporation", "exact")


@pytest.mark.parametrize(
    ("stored", "number", "match"),
    [
        ("+31 20 555 0101", "+31205550101", "exact"),
        ("0031205550101", "020-5550101", "exact"),
        ("+49 20 555 0101", "+31205550101", "possible"),
        ("05550101", "+31205550101", "possible"),
        ("550101", "+31205550101", "possible"),
        ("50101", "+31205550101", "none"),
        ("+31205550101", "550101", "possible"),
        ("+31205550101", "50101", "none"),
        ("101", "101", "none"),
        ("+31205550102", "+31205550101", "none"),
        ("+1 555 555 0123", "+15555550123", "exact"),
        ("n/a", "+31205550101", "none"),
    ],
)
def test_exact_and_possible_matches(stored: str, number: str, match: str) -> None:
    card = one("open_card", incoming(0, number), directory=[{**CONTACT, "phone": stored}])["card"]
    assert card["match"] == match


def test_a_withheld_number_is_not_looked_up() -> None:
    card = one("open_card", incoming(0, "Anonymous"), directory=[{**CONTACT, "phone": "anonymous"}])["card"]
    assert card == {"state": "offered", "number": "", "name": "", "matches": 0, "match": "withheld"}


def test_several_records_wait_for_a_choice_that_is_remembered_for_the_number() -> None:
    decisions = told(
        incoming(0),
        {"at": 1, "card": "choose", "call_id": "1", "index": 2},
        fact(2, "ended"),
        incoming(10, call_id="2"),
        fact(20, "ended", "2"),
        directory=[CONTACT, TWIN],
        user={**AUTO, **CRM_ON, **TEMPLATES},
        module=CRM_ON,
    )
    pages = [(data["call"], data["at"], data["no"]) for data in decisions if data["decision"] == "open_page"]
    assert pages == [("1", 1.0, "CT0002"), ("2", 10.0, "CT0002")]
    logged = [(data["table"], data["no"]) for data in decisions if data["decision"] == "log_activity"]
    assert logged == [("Contact", "CT0002"), ("Contact", "CT0002")]
    cards = [data["card"] for data in decisions if data["decision"] == "open_card"]
    assert [(card["name"], card["matches"]) for card in cards] == [("", 2), ("Beta", 2)]


def test_a_choice_counts_for_the_calls_of_that_number_that_began_before_it() -> None:
    decisions = told(
        incoming(0),
        incoming(0.5, call_id="2"),
        incoming(1, call_id="3"),
        {"at": 3, "card": "choose", "call_id": "1", "index": 2},
        fact(4, "ended", "2"),
        directory=[CONTACT, TWIN],
        user={**AUTO, **CRM_ON, **TEMPLATES, "caller_card_delay": 2},
        module=CRM_ON,
        run_until=9,
    )
    assert [data["call"] for data in decisions if data["decision"] == "open_page"] == ["1", "3"]
    assert [data["no"] for data in decisions if data["decision"] == "log_activity"] == ["CT0002"]


def test_an_activity_names_only_the_table_until_one_of_several_records_is_chosen() -> None:
    logged = one("log_activity", incoming(0), fact(2, "ended"), directory=[CONTACT, TWIN], **FULL_CRM)
    assert (logged["table"], logged["no"]) == ("Contact", None)


def test_an_activity_names_a_possible_match_only_after_a_choice() -> None:
    possible = {"directory": [{**CONTACT, "phone": "+49205550101"}], **FULL_CRM}
    logged = one("log_activity", incoming(0), fact(2, "ended"), **possible)
    assert (logged["table"], logged["no"]) == (None, None)
    choose = {"at": 1, "card": "choose", "call_id": "1", "index": 1}
    chosen = told(incoming(0), choose, fact(2, "ended"), incoming(5, call_id="2"), fact(6, "ended", "2"), **possible)
    logged_twice = [(data["table"], data["no"]) for data in chosen if data["decision"] == "log_activity"]
    assert logged_twice == [("Contact", "CT0001"), ("Contact", "CT0001")]
    assert [data["call"] for data in chosen if data["decision"] == "open_page"] == ["1"]


def test_choosing_what_is_not_there_does_nothing() -> None:
    choose = {"at": 1, "card": "choose", "call_id": "1", "index": 3}
    assert "open_page" not in words(incoming(0), choose, directory=[CONTACT, TWIN], run_until=5)
    unknown = {"at": 1, "card": "choose", "call_id": "nobody", "index": 1}
    assert "open_page" not in words(incoming(0), unknown, run_until=5)
    dismissed = {"at": 0.5, "card": "dismiss", "call_id": "1"}
    first = {"at": 1, "card": "choose", "call_id": "1", "index": 1}
    assert "open_page" not in words(incoming(0), dismissed, first, run_until=5)


def test_choosing_a_record_without_a_page_opens_the_only_page_there_is_or_none() -> None:
    choose = {"at": 1, "card": "choose", "call_id": "1", "index": 1}
    rows = [{**CONTACT_ROW, "card_page": ""}, CUSTOMER_ROW]
    opened = one("open_page", incoming(0), choose, directory=[CONTACT, CUSTOMER], mappings=rows, run_until=5)
    assert opened["table"] == "Customer"
    assert "open_page" not in words(incoming(0), choose, mappings=[rows[0]], run_until=5)


def test_the_records_with_a_page_are_offered_when_the_naming_row_has_one_record_and_no_page() -> None:
    second = {**CUSTOMER, "no": "20000"}
    rows = [{**CONTACT_ROW, "card_page": ""}, CUSTOMER_ROW]
    choose = {"at": 1, "card": "choose", "call_id": "1", "index": 2}
    scene = {"directory": [CONTACT, CUSTOMER, second], "mappings": rows, "run_until": 5}
    assert one("open_page", incoming(0), choose, **scene)["no"] == "20000"


def test_the_page_of_a_late_caller_id_opens_while_the_card_is_open_and_only_then() -> None:
    late = [incoming(0, ""), fact(1, "offered", number=ADATUM), fact(2, "offered", number=ADATUM)]
    assert words(*late, user=AUTO, run_until=5) == ["open_card", "no_page", "open_page"]
    dismissed = {"at": 0.5, "card": "dismiss", "call_id": "1"}
    assert "open_page" not in words(*late, dismissed, user=AUTO, run_until=5)
    early = {**AUTO, "caller_card_delay": 3}
    assert words(*late, user=early, run_until=5) == ["open_card", "open_page"]


def test_a_caller_id_that_comes_with_the_end_opens_its_page_on_the_open_card() -> None:
    late = [incoming(0, ""), fact(1, "missed", number=ADATUM)]
    assert words(*late, user=AUTO)[:3] == ["open_card", "no_page", "open_page"]
    assert "open_page" not in words(*late, user={**AUTO, "caller_card_delay": 3})


def test_a_page_opens_once_for_each_party() -> None:
    other = {**CONTACT, "no": "CT0003", "phone": "+31205550199"}
    numbers = ["+31205550199", ADATUM, "+31205550199"]
    events = [incoming(0), *(fact(at + 1, "connected", number=number) for at, number in enumerate(numbers))]
    decisions = told(*events, user=AUTO, directory=[CONTACT, other], run_until=9)
    assert [data["no"] for data in decisions if data["decision"] == "open_page"] == ["CT0001", "CT0003"]
    assert "no_page" not in [data["decision"] for data in decisions]


def test_a_party_without_a_page_says_nothing_more_once_a_page_has_been_decided() -> None:
    events = [incoming(0), fact(1, "connected", number="+31205550177")]
    assert words(*events, user=AUTO, run_until=9) == ["open_card", "open_page"]


@pytest.mark.parametrize(
    ("user", "module", "template", "reason"),
    [
        ({**CRM_ON, "incoming_template": "u"}, {**CRM_ON, "incoming_template": "m"}, "U", "user incoming_template"),
        (CRM_ON, {**CRM_ON, "incoming_template": " m "}, "M", "module incoming_template"),
        (CRM_ON, CRM_ON, None, "blank"),
        ({}, CRM_ON, None, "not active on the user setup card"),
        (CRM_ON, {}, None, "not active in the module setup"),
    ],
)
def test_the_template_is_the_users_else_the_modules(
    user: dict[str, Any], module: dict[str, Any], template: str | None, reason: str
) -> None:
    events = [incoming(0), fact(1, "connected"), fact(5, "ended")]
    decision = told(*events, user=user, module=module)[-1]
    assert decision.get("template") == template
    assert reason in decision["reason"]


def test_each_outcome_has_its_own_template() -> None:
    def template(*events: dict[str, Any]) -> str:
        return str(one("log_activity", *events, fact(9, "ended"), **FULL_CRM)["template"])

    assert template(incoming(0), fact(1, "connected")) == "IN"
    assert template(incoming(0)) == "MISSED"
    assert template(dialing(0), fact(1, "connected")) == "OUT"
    assert template(dialing(0)) == "UNACC"
    assert (
        "answered by another"
        in one("no_activity", incoming(0), fact(9, "ended", cause="answered_elsewhere"), **FULL_CRM)["reason"]
    )


def test_a_call_between_colleagues_is_shown_as_it_was_reported() -> None:
    card = one("open_card", incoming(0, "204"))["card"]
    assert (card["number"], card["match"]) == ("204", "none")


def test_the_outside_prefix_is_stripped_from_what_the_phone_reports_only() -> None:
    numbers = {"outside_prefix": "0"}
    card = one("open_card", incoming(0, "00205550101"), numbers=numbers)["card"]
    assert (card["number"], card["match"]) == (ADATUM, "exact")
