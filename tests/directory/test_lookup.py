"""The index answers like a plain walk over all records, in memory and on disk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tray.calls.matching import Hit, MatchKind, Record, find_match
from tray.calls.model import WITHHELD, PhoneNumber
from tray.calls.numbers import NumberReader, NumberRules, is_exact, is_possible
from tray.calls.settings import MappingRow
from tray.directory import store
from tray.directory.fields import is_readable
from tray.directory.index import MAX_HITS_PER_TABLE, Directory
from tray.directory.keys import key_digits, lookup_for, number_key
from tray.directory.loader import directory_of
from tray.directory.writer import TableSpec, TableWriter

READER = NumberReader(NumberRules(region="NL"))


def record(table: str, no: str, **fields: str) -> Record:
    return Record(table, no, (("no", no), *fields.items()))


class NaiveIndex:
    """The reference: every number of every record is looked at."""

    def __init__(self, records: Sequence[Record], reader: NumberReader) -> None:
        self._hits = [
            Hit(record, field, number)
            for record in records
            for field, value in record.fields
            if value and is_readable(value, number := reader.read(value))
        ]

    def find(self, number: PhoneNumber, match_digits: int) -> Sequence[Hit]:
        return [
            hit for hit in self._hits if is_exact(number, hit.number) or is_possible(number, hit.number, match_digits)
        ]


TAILS = st.sampled_from(["5550101", "5550102", "15550101", "550101", "0000000", "550100", "00550101"])
WRITTEN = st.one_of(
    st.builds("{}{}".format, st.sampled_from(["", "020", "+3120", "003120", "+49 30 ", "0", "06", "+1 212 "]), TAILS),
    st.from_regex(r"\+?[0-9][0-9 ()-]{2,20}", fullmatch=True),
    st.text(alphabet="0123456789", min_size=1, max_size=40),
    st.sampled_from(
        ["", "anonymous", "withheld", "12", "1234", "+31205550101", "020 555 0101", "0612345678", "+31612345678",
         "٠٢٠٥٥٥٠١٠١", "+31 20 555 01 01 ext 7", "1-800-FLOWERS", "sip:bob", "+", "555-0101", "+298 123456"]
    ),
    st.text(max_size=70),
)  # fmt: skip
RECORDS = st.lists(
    st.builds(
        lambda table, no, fields: Record(table, no, (("no", no), *fields.items())),
        st.sampled_from(["Contact", "Customer", "Vendor"]),
        st.sampled_from(["1", "2", "3", "4"]),
        st.dictionaries(st.sampled_from(["phone", "mobile", "fax", "name"]), WRITTEN.map(store.storable), max_size=4),
    ),
    max_size=12,
)
MAPPINGS = st.lists(
    st.builds(
        MappingRow,
        priority=st.integers(1, 5),
        table=st.sampled_from(["Contact", "Customer", "Vendor", "Nobody"]),
        card_page=st.sampled_from(["", "builtin"]),
        phone_fields=st.lists(st.sampled_from(["phone", "Mobile", "fax", "none"]), max_size=3).map(tuple),
    ),
    max_size=4,
).map(lambda rows: tuple(sorted(rows, key=lambda row: row.priority)))


@given(RECORDS, MAPPINGS, st.lists(WRITTEN, max_size=6), st.sampled_from([8, 8, 8, 6, 4, 9, 12, 20]))
@settings(deadline=None)
def test_a_match_is_the_one_that_a_walk_over_all_records_finds(
    records: list[Record], rows: tuple[MappingRow, ...], numbers: list[str], match_digits: int
) -> None:
    naive = NaiveIndex(records, READER)
    wanted = [*numbers, *(value for record in records for _, value in record.fields)]
    with directory_of(records, READER) as directory:
        for text in wanted:
            number = READER.read_reported(text)
            match = find_match(number, rows, directory, match_digits)
            assert match == find_match(number, rows, naive, match_digits)


@example([Record("Contact", "1", (("no", "1"), ("phone", "0:")))], ["0"], 1)
@given(RECORDS, st.lists(WRITTEN, max_size=6), st.integers(1, 20))
@settings(deadline=None)
def test_hits_are_complete_and_in_the_order_of_loading(
    records: list[Record], numbers: list[str], match_digits: int
) -> None:
    naive = NaiveIndex(records, READER)
    with directory_of(records, READER) as directory:
        for text in numbers:
            number = READER.read_reported(text)
            good = [
                hit
                for hit in directory.find(number, match_digits)
                if is_exact(number, hit.number) or is_possible(number, hit.number, match_digits)
            ]
            assert sorted(map(repr, good)) == sorted(map(repr, naive.find(number, match_digits)))
            assert [hit.record for hit in good] == [hit.record for hit in naive.find(number, match_digits)]


@given(st.text(alphabet="0123456789", min_size=1, max_size=64))
def test_a_key_gives_its_digits_back_or_says_that_it_cannot(digits: str) -> None:
    key = number_key(digits)
    assert 0 <= key < 2**63
    assert key_digits(key) == (digits if len(digits) <= 17 else None)


@given(st.text(alphabet="0123456789", min_size=1, max_size=64), st.integers(-1, 40), st.booleans())
def test_a_lookup_always_holds_its_own_number(digits: str, match_digits: int, complete: bool) -> None:
    wanted = lookup_for(PhoneNumber(digits=digits, complete=complete), match_digits)
    assert wanted.first <= wanted.exact < wanted.end < 2**63


@given(WRITTEN)
@settings(deadline=None)
def test_a_number_read_has_plain_digits_only(text: str) -> None:
    for rules in (NumberRules(), NumberRules(region="US", outside_prefix="9")):
        number = NumberReader(rules).read_reported(text)
        assert number.digits == "" or (number.digits.isascii() and number.digits.isdigit())
        assert number.e164 in {None, f"+{number.digits}"}


def test_a_country_code_with_nothing_but_zeros_behind_it_is_no_international_number() -> None:
    assert READER.read("00100:") == PhoneNumber(text="00100:", digits="00100")


def test_a_withheld_number_is_not_looked_up() -> None:
    with directory_of([record("Contact", "1", phone="+31205550101")], READER) as directory:
        assert directory.find(WITHHELD, 8) == ()
        assert find_match(WITHHELD, (MappingRow(1, "Contact"),), directory).kind is MatchKind.WITHHELD


def test_a_hit_gives_the_number_exactly_as_the_reader_reads_it() -> None:
    written = ["020 555 0101", "+31 (0)20 555 01 02", "1234", "555 0103", "+31 20 555", "9" * 60, " 0611111111 "]
    records = [record("Contact", str(place), phone=text) for place, text in enumerate(written)]
    with directory_of(records, READER) as directory:
        for text in written:
            number = READER.read(text)
            assert number in [hit.number for hit in directory.find(number, 8)]


def test_an_exact_match_is_found_among_more_possible_ones_than_are_taken() -> None:
    crowd = [record("Contact", f"P{n}", phone=f"+4920{n:05d}15550101") for n in range(MAX_HITS_PER_TABLE + 50)]
    records = [*crowd, record("Contact", "EXACT", phone="+31215550101"), record("Customer", "C", phone="+31215550101")]
    with directory_of(records, READER, ["phone"]) as directory:
        match = find_match(READER.read("+31215550101"), (MappingRow(1, "Contact"),), directory)
        assert (match.kind, [found.record.no for found in match.candidates]) == (MatchKind.EXACT, ["EXACT"])
        customer = find_match(READER.read("+31215550101"), (MappingRow(1, "Customer"),), directory)
        assert [found.record.no for found in customer.candidates] == ["C"]


def test_a_number_shared_by_very_many_records_gives_the_first_ones_of_the_file() -> None:
    spec = TableSpec("Contact", ("no", "phone"), (1,), (), "NL/4", 0.0)
    number = READER.read("+31205550101")
    other = READER.read("+49305550101")
    with Directory(None) as directory:
        with store.transaction(directory.connection):
            writer = TableWriter(directory.connection, spec)
            for place in range(25_000):
                writer.add(str(place), (str(place), "x"), [(1, other if place % 2 else number)])
            writer.finish()
        match = find_match(number, (MappingRow(1, "Contact"),), directory)
    assert match.kind is MatchKind.EXACT
    assert [found.record.no for found in match.candidates] == [str(2 * n) for n in range(MAX_HITS_PER_TABLE)]


def test_a_record_is_found_by_its_number_with_its_fields_in_order() -> None:
    with directory_of([record("Contact", "1", zip="1", name="Ann", b="")], READER) as directory:
        assert directory.record("Contact", "1") == Record(
            "Contact", "1", (("no", "1"), ("zip", "1"), ("name", "Ann"), ("b", ""))
        )
        assert directory.record("Contact", "2") is None
        assert directory.record("Customer", "1") is None
        assert directory.record("Contact", "\ud800\0") is None


def test_every_lookup_uses_an_index(tmp_path: Path) -> None:
    with Directory.open(tmp_path) as directory:
        statements: list[str] = []
        directory.connection.set_trace_callback(statements.append)
        directory.find(READER.read("+31205550101"), 8)
        directory.record("Contact", "1")
        directory.search("ann", 5, "NL")
        directory.connection.set_trace_callback(None)
        asked = [text for text in statements if text.startswith("SELECT")]
        assert len(asked) == 3
        for text in asked:
            plan = [row[3] for row in directory.connection.execute(f"EXPLAIN QUERY PLAN {text}").fetchall()]
            assert not [step for step in plan if step.startswith("SCAN") and step != "SCAN s"], (text, plan)


@pytest.mark.parametrize(
    "hostile",
    ["<b>x</b>" * 1250, "\u202eevil\u202c", "a\0b", "half \ud83d", "'; DROP TABLE record; --", "\x1f\x1e", '"],["'],
)
def test_hostile_content_is_kept_as_plain_text(hostile: str) -> None:
    kept = store.storable(hostile)
    with directory_of([record("Con\ud800", hostile, name=hostile, phone="+31205550101")], READER) as directory:
        (hit,) = directory.find(READER.read("+31205550101"), 8)
        assert hit.record.value("name") == kept
        assert hit.record.no == kept
        directory.search(hostile, 5, "NL")
        json.dumps(hit.record.fields).encode("utf-8")


def test_a_table_without_a_single_number_or_field_is_no_trouble() -> None:
    with directory_of([Record("Contact", "1")], READER) as directory:
        assert directory.record("Contact", "1") == Record("Contact", "1")
        counts = directory.counts()
        assert (counts.records, counts.numbers) == (1, 0)
