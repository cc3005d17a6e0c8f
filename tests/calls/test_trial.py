"""Trying a mapping out: what each row does for a number, and which rows can never do their work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.calls.scenes import ADATUM, ListIndex
from tray.calls.decisions import NoPage, OpenCard, OpenPage
from tray.calls.matching import Hit, MatchKind, Record
from tray.calls.model import CallEvent, CallState, Direction, PhoneNumber
from tray.calls.numbers import NumberReader, NumberRules
from tray.calls.pages import PageTarget, WebClient
from tray.calls.replay import play
from tray.calls.scenario import FactEntry, Scenario
from tray.calls.settings import MappingRow, Setup, UserSettings
from tray.calls.trial import (
    FoundRecord,
    MappingTrial,
    PageReason,
    RowTrial,
    RowVerdict,
    RowWarning,
    WarningKind,
    try_mapping,
    warnings,
)

READER = NumberReader()
WEB = "https://erp.example/{table}/{no}"
CONTACT = Record("Contact", "CT1", (("name", "Adatum"), ("phone", "020 555 0101")))
TWIN = Record("Contact", "CT2", (("name", "Beta"), ("phone", "020 555 0101")))
ABROAD = Record("Contact", "CT3", (("name", "Gamma"), ("phone", "+49 20 555 0101")))
CUSTOMER = Record("Customer", "C1", (("name", "Adatum Corporation"), ("mobile", "+31 20 555 0101")))
CONTACTS = MappingRow(1, "Contact", WEB)
NAMELESS = MappingRow(1, "Contact")
CUSTOMERS = MappingRow(2, "Customer", "builtin")

V = RowVerdict


def attempt(
    rows: Sequence[MappingRow],
    records: Sequence[Record],
    text: str = ADATUM,
    remembered: dict[str, tuple[str, str]] | None = None,
) -> MappingTrial:
    return try_mapping(text, rows, READER, ListIndex(records, READER), remembered=remembered)


def verdicts(trial: MappingTrial) -> list[RowVerdict]:
    return [each.verdict for each in trial.rows]


@pytest.mark.parametrize(
    ("rows", "records", "expected", "reason"),
    [
        ([CONTACTS, CUSTOMERS], [CONTACT, CUSTOMER], [V.OPENS, V.LATER], PageReason.ONLY_RECORD),
        ([CUSTOMERS, CONTACTS], [CONTACT, CUSTOMER], [V.LATER, V.OPENS], PageReason.ONLY_RECORD),
        ([CONTACTS, CUSTOMERS], [CUSTOMER], [V.NO_RECORD, V.OPENS], PageReason.ONLY_RECORD),
        ([NAMELESS, CUSTOMERS], [CONTACT, CUSTOMER], [V.NAMES_CALLER, V.OPENS], PageReason.ONLY_RECORD),
        ([NAMELESS, NAMELESS], [CONTACT], [V.NAMES_CALLER, V.NO_PAGE], PageReason.NO_PAGE),
        ([NAMELESS, NAMELESS, CUSTOMERS], [CONTACT, CUSTOMER], [V.NAMES_CALLER, V.NO_PAGE, V.OPENS], None),
        ([CONTACTS, CONTACTS], [CONTACT], [V.OPENS, V.LATER], None),
        ([CONTACTS, CUSTOMERS], [CONTACT, TWIN, CUSTOMER], [V.SEVERAL, V.LATER], PageReason.SEVERAL),
        ([NAMELESS, CUSTOMERS], [CONTACT, TWIN], [V.NAMES_CALLER, V.NO_RECORD], PageReason.NO_PAGE),
        ([CONTACTS, CUSTOMERS], [ABROAD], [V.POSSIBLE_ONLY, V.NO_RECORD], PageReason.POSSIBLE_ONLY),
        ([CONTACTS, CUSTOMERS], [ABROAD, CUSTOMER], [V.POSSIBLE_ONLY, V.OPENS], PageReason.ONLY_RECORD),
        ([replace(CONTACTS, enabled=False), CUSTOMERS], [CONTACT], [V.DISABLED, V.NO_RECORD], PageReason.NO_RECORD),
        ([replace(CONTACTS, phone_fields=("fax",))], [CONTACT], [V.NO_RECORD], PageReason.NO_RECORD),
        ([], [CONTACT], [], PageReason.NO_RECORD),
    ],
)
def test_what_each_row_does(
    rows: list[MappingRow], records: list[Record], expected: list[RowVerdict], reason: PageReason | None
) -> None:
    trial = attempt(rows, records)
    assert verdicts(trial) == expected
    assert [each.row for each in trial.rows] == list(range(len(rows)))
    assert trial.reason is (reason or PageReason.ONLY_RECORD)


def test_the_record_and_the_page_are_named() -> None:
    trial = attempt([CONTACTS], [CONTACT], "020-5550101")
    assert (trial.number.e164, trial.number_text, trial.match) == (ADATUM, "020 555 0101", MatchKind.EXACT)
    assert trial.records == (FoundRecord("Contact", "CT1", "Adatum"),)
    assert trial.page == PageTarget("Contact", "CT1", "https://erp.example/Contact/CT1")


def test_a_row_says_how_many_records_it_finds_by_itself_even_when_it_does_not_count() -> None:
    trial = attempt([replace(CONTACTS, enabled=False), CUSTOMERS], [CONTACT, TWIN, CUSTOMER])
    assert trial.rows == (RowTrial(0, V.DISABLED, 2), RowTrial(1, V.OPENS, 1))


def test_a_remembered_choice_opens_one_of_several_and_is_left_as_it_is() -> None:
    remembered = {ADATUM: ("Contact", "CT2")}
    trial = attempt([CONTACTS], [CONTACT, TWIN], remembered=remembered)
    assert (verdicts(trial), trial.reason) == ([V.OPENS], PageReason.REMEMBERED)
    assert trial.page == PageTarget("Contact", "CT2", "https://erp.example/Contact/CT2")
    assert remembered == {ADATUM: ("Contact", "CT2")}


def test_a_page_of_business_central_opens_where_its_web_client_is() -> None:
    row = replace(CONTACTS, card_page="5050")
    index = ListIndex([CONTACT], READER)
    trial = try_mapping(ADATUM, [row], READER, index, web_client=WebClient("https://bc.example", "CRONUS"))
    assert trial.page is not None
    assert str(trial.page.url).startswith("https://bc.example/?company=CRONUS&page=5050&")


@pytest.mark.parametrize("text", ["", "  ", "anonymous", "Withheld"])
def test_a_withheld_number_is_not_looked_up(text: str) -> None:
    class Untouched:
        def find(self, number: PhoneNumber, match_digits: int) -> Sequence[Hit]:
            pytest.fail("a withheld number was looked up")

    trial = try_mapping(text, [CONTACTS, replace(CUSTOMERS, enabled=False)], READER, Untouched())
    assert (trial.match, trial.reason, trial.number_text) == (MatchKind.WITHHELD, PageReason.WITHHELD, "")
    assert verdicts(trial) == [V.NOT_LOOKED_UP, V.DISABLED]


@pytest.mark.parametrize(
    "text", ["  +31205550101 ", '"Ann" <sip:+31205550101@pbx>', "0020 5550101", "tel:+31205550101"]
)
def test_a_number_is_read_as_a_phone_reports_it(text: str) -> None:
    reader = NumberReader(NumberRules(outside_prefix="0" if text.startswith("00") else ""))
    trial = try_mapping(text, [CONTACTS], reader, ListIndex([CONTACT], reader))
    assert verdicts(trial) == [V.OPENS]


def test_a_row_that_the_directory_does_not_hold_yet_says_so() -> None:
    index = ListIndex([CONTACT], READER)
    rows = [CONTACTS, CUSTOMERS, replace(CUSTOMERS, enabled=False), MappingRow(3, "Vendor", "builtin")]
    trial = try_mapping(ADATUM, rows, READER, index, is_indexed=lambda row: row.table == "Vendor")
    assert verdicts(trial) == [V.OPENS, V.NOT_INDEXED, V.DISABLED, V.NO_RECORD]


def test_the_directory_is_asked_once() -> None:
    asked: list[PhoneNumber] = []

    class Counting(ListIndex):
        def find(self, number: PhoneNumber, match_digits: int) -> Sequence[Hit]:
            asked.append(number)
            return super().find(number, match_digits)

    try_mapping(ADATUM, [CONTACTS, CUSTOMERS], READER, Counting([CONTACT], READER))
    assert len(asked) == 1


NUMBERS = ["020 555 0101", "+49 20 555 0101", "555 0101", "020 555 0102", "204", ""]
TABLES = ["Contact", "Customer", "Vendor"]
mapping_rows = st.builds(
    MappingRow,
    priority=st.integers(1, 3),
    table=st.sampled_from(TABLES),
    card_page=st.sampled_from(["", "builtin", WEB]),
    phone_fields=st.sampled_from([("phone",), ("mobile",), ("Phone", "mobile"), ("fax",), (), ("",)]),
    name_field=st.just("name"),
    enabled=st.sampled_from([True, True, True, False]),
)
records = st.builds(
    lambda table, no, phone, mobile: Record(table, no, (("name", no), ("phone", phone), ("mobile", mobile))),
    st.sampled_from(TABLES),
    st.sampled_from(["N1", "N2", "N3"]),
    st.sampled_from(NUMBERS),
    st.sampled_from(NUMBERS),
)
choices = st.dictionaries(
    st.sampled_from([ADATUM, "+49205550101", "5550101"]),
    st.tuples(st.sampled_from(TABLES), st.sampled_from(["N1", "N2", "N3"])),
)
mappings = st.lists(mapping_rows, max_size=5)
directories = st.lists(records, max_size=5)
texts = st.sampled_from([*NUMBERS, "anonymous"])


@given(mappings, directories, texts, choices)
@settings(max_examples=400)
def test_the_trial_is_what_the_engine_does_with_an_incoming_call(
    rows: list[MappingRow], directory: list[Record], text: str, remembered: dict[str, tuple[str, str]]
) -> None:
    event = CallEvent("phone", "7", CallState.OFFERED, 0.0, Direction.INCOMING, text)
    setup = Setup(user=UserSettings(auto_open_master_data=True), mappings=tuple(rows))
    scenario = Scenario(setup, tuple(directory), READER.rules, (FactEntry(0.0, event),), 1.0)
    decisions = list(play(scenario, ListIndex, remembered=remembered))
    (card,) = [decision.card for decision in decisions if isinstance(decision, OpenCard)]
    trial = attempt(rows, directory, text, remembered)
    assert (trial.number, trial.match) == (card.call.party.number, card.match.kind)
    assert [(each.table, each.no) for each in trial.records] == [
        (each.record.table, each.record.no) for each in card.match.candidates
    ]
    assert [trial.page] * (trial.page is not None) == [each.page for each in decisions if isinstance(each, OpenPage)]
    refused = [each.reason for each in decisions if isinstance(each, NoPage)]
    in_words = {
        PageReason.SEVERAL: "none was chosen yet",
        PageReason.NO_PAGE: "no matching row has a card page",
        PageReason.POSSIBLE_ONLY: "a possible match never opens by itself",
        PageReason.NO_RECORD: "no record has this number",
        PageReason.WITHHELD: "number withheld",
    }
    assert [in_words[trial.reason] in reason for reason in refused] == [True] * (trial.page is None)


ALONE = {
    V.OPENS: {PageReason.ONLY_RECORD, PageReason.REMEMBERED},
    V.SEVERAL: {PageReason.SEVERAL},
    V.NAMES_CALLER: {PageReason.NO_PAGE},
    V.NO_PAGE: {PageReason.NO_PAGE},
    V.LATER: {PageReason.ONLY_RECORD, PageReason.REMEMBERED, PageReason.SEVERAL},
    V.POSSIBLE_ONLY: {PageReason.POSSIBLE_ONLY},
    V.NO_RECORD: {PageReason.NO_RECORD},
    V.NOT_LOOKED_UP: {PageReason.WITHHELD},
    V.DISABLED: set(PageReason),
}


@given(mappings, directories, texts, choices)
@settings(max_examples=400)
def test_each_verdict_is_what_happens_without_the_row_or_with_it_alone(
    rows: list[MappingRow], directory: list[Record], text: str, remembered: dict[str, tuple[str, str]]
) -> None:
    trial = attempt(rows, directory, text, remembered)
    assert verdicts(trial).count(V.OPENS) == (trial.page is not None)
    assert verdicts(trial).count(V.SEVERAL) == (trial.reason is PageReason.SEVERAL)
    for place, each in enumerate(trial.rows):
        alone = attempt([replace(rows[place], enabled=True)], directory, text, remembered)
        without = attempt([*rows[:place], *rows[place + 1 :]], directory, text, remembered)
        assert each.found == len(alone.records)
        assert alone.reason in ALONE[each.verdict]
        assert rows[place].enabled is (each.verdict is not V.DISABLED)
        if each.verdict is V.OPENS:
            assert alone.page == trial.page
        elif each.verdict is V.NAMES_CALLER:
            assert (alone.records, without.page) == (trial.records, trial.page)
        elif each.verdict in {V.LATER, V.NO_PAGE, V.NO_RECORD, V.DISABLED}:
            assert (without.records, without.page, without.match) == (trial.records, trial.page, trial.match)


def warned(*rows: MappingRow) -> list[tuple[int, WarningKind, int | None]]:
    return [(each.row, each.kind, each.other) for each in warnings(rows)]


def test_sound_rows_give_no_warning() -> None:
    assert warnings([]) == ()
    assert warnings([CUSTOMERS, CONTACTS]) == ()


def test_rows_of_one_priority_are_warned_about_both() -> None:
    vendors = MappingRow(2, "Vendor", "builtin")
    assert warned(vendors, CONTACTS, CUSTOMERS) == [(0, WarningKind.TIE, 2), (2, WarningKind.TIE, 0)]
    assert warned(vendors, CONTACTS, replace(CUSTOMERS, enabled=False)) == []


def test_rows_that_cannot_open_are_warned_about() -> None:
    assert warned(NAMELESS) == [(0, WarningKind.NO_PAGE, None)]
    assert warned(replace(CONTACTS, phone_fields=())) == [(0, WarningKind.NO_PHONE_FIELDS, None)]
    assert warned(replace(NAMELESS, phone_fields=("",))) == [(0, WarningKind.NO_PHONE_FIELDS, None)]


def test_a_row_whose_numbers_a_row_before_it_always_finds_is_shadowed() -> None:
    later = replace(CONTACTS, priority=5, phone_fields=("MOBILE",))
    assert warnings([later, CONTACTS]) == (RowWarning(0, WarningKind.SHADOWED, 1),)
    assert warned(later, NAMELESS) == [(1, WarningKind.NO_PAGE, None)]
    assert warned(later, replace(CONTACTS, enabled=False)) == []
    assert warned(later, replace(CONTACTS, table="Customer")) == []
    assert warned(later, replace(CONTACTS, phone_fields=("phone",))) == []


def test_two_rows_together_may_shadow_a_third() -> None:
    rows = [replace(CONTACTS, phone_fields=("phone",)), replace(CONTACTS, priority=2, phone_fields=("mobile",))]
    assert warned(*rows, replace(CONTACTS, priority=3)) == [(2, WarningKind.SHADOWED, 0)]


@given(mappings)
@settings(max_examples=300)
def test_a_row_is_warned_about_exactly_when_no_directory_lets_it_open(rows: list[MappingRow]) -> None:
    opening = set()
    for table in TABLES:
        for field in ("phone", "mobile", "fax"):
            trial = attempt(rows, [Record(table, "N1", ((field, ADATUM),))])
            opening |= {each.row for each in trial.rows if each.verdict is V.OPENS}
    found = warnings(rows)
    never = {each.row for each in found if each.kind is not WarningKind.TIE}
    assert never == {place for place, row in enumerate(rows) if row.enabled} - opening
    assert len({(each.row, each.kind is WarningKind.TIE) for each in found}) == len(found)
    for each in found:
        if each.kind is WarningKind.TIE:
            assert each.other is not None
            assert (rows[each.other].priority, each.other != each.row) == (rows[each.row].priority, True)
        elif each.kind is WarningKind.SHADOWED:
            assert each.other is not None
            assert rows[each.other].table == rows[each.row].table
