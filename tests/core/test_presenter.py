from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.activity.model import JournalRow, PastCall
from tray.calls.decisions import CardFacts
from tray.calls.matching import Candidate, Match, MatchKind, Record
from tray.calls.model import WITHHELD, Call, CallName, CallState, Cause, Direction, Origin, Outcome, Party
from tray.calls.numbers import NumberReader, NumberRules
from tray.calls.settings import MappingRow
from tray.directory.search import Found
from tray.presenter import Presenter, call_name, card_key, detail_of, found_view
from tray.views import LastCall

READER = NumberReader(NumberRules(region="NL"))
NUMBER = READER.read("020 555 0101")
CALL = Call((CallName("phone", "1"),), Direction.INCOMING, CallState.OFFERED, Party(NUMBER), Origin.EXTERNAL, 100.0)
ADATUM = Record("Customer", "C1", (("name", "Adatum"), ("City", "Delft"), ("company", "Adatum B.V.")))
TREY = Record("Contact", "CT1", (("name", "Trey"),))
WITH_PAGE = MappingRow(1, "Customer", "builtin", ("phone",), "name")
WITHOUT_PAGE = MappingRow(2, "Contact", "", ("phone",), "name")
ONE = Match(MatchKind.EXACT, (Candidate(ADATUM, "Adatum", WITH_PAGE),))
OFFSET = 1_000_000.0


def presenter(age: float | None = None) -> Presenter:
    return Presenter(READER, lambda: age)


@given(st.sampled_from(["receiver", "baresip", "fritzbox", "dial"]), st.text())
def test_the_key_of_a_card_names_the_call_whatever_its_id_is(source: str, call_id: str) -> None:
    name = CallName(source, call_id)
    assert call_name(card_key(name)) == name


def test_a_ringing_call_with_one_record() -> None:
    view = presenter().card(CardFacts(CALL, ONE, "Adatum"), "my note", None, OFFSET)
    assert (view.call, view.name, view.detail, view.note) == ("phone/1", "Adatum", "Adatum B.V.", "my note")
    assert (view.number, view.number_text) == ("+31205550101", "020 555 0101")
    assert (view.started, view.since, view.ended) == (OFFSET + 100.0, 100.0, None)
    assert [(each.no, each.has_page) for each in view.candidates] == [("C1", True)]
    assert view.last_call is None


def test_a_connected_call_counts_from_the_answer_and_an_ended_one_stands_still() -> None:
    talking = replace(CALL, state=CallState.CONNECTED, connected=103.0)
    assert presenter().card(CardFacts(talking, ONE, ""), "", None, OFFSET).since == 103.0
    over = replace(talking, state=CallState.ENDED, ended=163.0, cause=Cause.COMPLETED)
    view = presenter().card(CardFacts(over, ONE, ""), "", None, OFFSET)
    assert (view.since, view.duration_s, view.ended) == (None, 60.0, OFFSET + 163.0)
    assert (view.outcome, view.cause) == (Outcome.INCOMING, Cause.COMPLETED)


def test_several_records_have_no_detail_until_one_is_chosen() -> None:
    several = replace(ONE, candidates=(*ONE.candidates, Candidate(TREY, "Trey", WITHOUT_PAGE)))
    view = presenter().card(CardFacts(CALL, several, ""), "", None, OFFSET)
    assert view.detail == ""
    assert [each.has_page for each in view.candidates] == [True, False]
    chosen = presenter().card(CardFacts(CALL, several, "", chosen=0), "", None, OFFSET)
    assert (chosen.detail, chosen.chosen) == ("Adatum B.V.", 0)


@pytest.mark.parametrize(
    ("kind", "shown"), [(MatchKind.NONE, 900.0), (MatchKind.EXACT, 900.0), (MatchKind.WITHHELD, None)]
)
def test_the_age_of_the_directory_is_said_where_it_was_asked(kind: MatchKind, shown: float | None) -> None:
    assert presenter(900.0).card(CardFacts(CALL, Match(kind), ""), "", None, OFFSET).directory_age_s == shown


def test_the_call_before_is_shown() -> None:
    past = PastCall(5.0, 6.0, Outcome.MISSED_INCOMING)
    view = presenter().card(CardFacts(CALL, ONE, ""), "", past, OFFSET)
    assert view.last_call == LastCall(5.0, 6.0, Outcome.MISSED_INCOMING)


def test_a_withheld_number_is_nothing_to_copy_or_to_dial() -> None:
    withheld = replace(CALL, party=Party(WITHHELD))
    view = presenter().card(CardFacts(withheld, Match(MatchKind.WITHHELD), ""), "", None, OFFSET)
    assert (view.number, view.number_text) == ("", "")


def test_a_search_result_brings_all_numbers_for_dialling() -> None:
    numbers = (("phone", "020 555 0101"), ("mobile", "06 12345678"))
    view = found_view(Found(ADATUM, "Adatum", numbers))
    assert (view.detail, view.numbers) == ("020 555 0101", numbers)
    assert found_view(Found(TREY, "Trey", ())).detail == ""


@pytest.mark.parametrize(
    ("fields", "detail"),
    [
        ({"City": "Delft", "company": "Adatum B.V.", "contact": "Ann"}, "Adatum B.V."),
        ({"City": "Delft", "Department": "Purchasing", "Contact Person": "Ann"}, "Ann"),
        ({"city": "Delft", "job title": "Buyer", "contact": " "}, "Buyer"),
        ({"city": "Delft", "JobTitle": "Buyer", "department": "Purchasing"}, "Purchasing"),
        ({"city": "Delft", "Company Name": "Adatum"}, "Delft"),
        ({"phone": "020 555 0101"}, ""),
    ],
)
def test_the_detail_is_company_or_person_and_the_town_only_without_them(fields: dict[str, str], detail: str) -> None:
    assert detail_of(Record("Customer", "C1", tuple(fields.items())), "Adatum") == detail


ROW = JournalRow(
    uid="u1",
    call_id="1",
    source="phone",
    direction=Direction.INCOMING,
    origin=Origin.EXTERNAL,
    outcome=Outcome.MISSED_INCOMING,
    cause=Cause.MISSED,
    number="+31205550101",
    name="Adatum",
    table=None,
    no=None,
    started=5.0,
    connected=None,
    ended=9.0,
    line="",
    note="",
    decisions=(
        {"decision": "no_card", "reason": "do not disturb"},
        {"decision": "update_card", "reason": "x"},
        {"decision": "no_page"},
        {"decision": ["odd"], "reason": "x"},
        {},
    ),
)


def test_a_row_of_recent_calls_says_why() -> None:
    row = presenter().history_row(ROW)
    assert row.reasons == ("No card: do not disturb is on",)
    assert (row.number_text, row.table, row.no) == ("020 555 0101", "", "")


def test_a_row_without_a_number() -> None:
    assert presenter().history_row(replace(ROW, number="")).number_text == ""
