"""The table "Outlook contact": rows of contacts, changes whole or not at all, and its removal."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tray.calls.numbers import NumberReader, NumberRules
from tray.directory import store
from tray.directory.importer import import_csv
from tray.directory.index import Directory
from tray.directory.loader import reindex
from tray.directory.outlook import COLUMNS, ORIGIN, TABLE, Loaded, Mark, OutlookTable, contact_row, record_no
from tray.errors import Conflict, InvalidInput

READER = NumberReader(NumberRules(region="NL"))
MARK = Mark("account-1", "https://graph.example/v1.0/me/contacts/delta?$deltatoken=secret-link")
ADATUM = {"displayName": "Adatum", "companyName": "Adatum BV", "businessPhones": ["020 555 0101", "020 555 0102"]}
ROBIN = {"displayName": "Robin", "mobilePhone": "+31 6 55501003", "homePhones": ["0205550104"]}
Item = Mapping[str, object]


def write(
    table: OutlookTable, items: Mapping[str, Item], *removed: str, whole: bool = False, mark: Mark = MARK
) -> Loaded:
    return table.write(mark, items.items(), removed, READER, (), whole=whole, now=1000.0)


def rows(folder: Path) -> dict[str, list[str]]:
    with sqlite3.connect(store.database_path(folder)) as connection:
        query = "SELECT r.no, r.field_values FROM record AS r JOIN source AS s ON s.id = r.source WHERE s.name = ?"
        return {no: json.loads(values) for no, values in connection.execute(query, (TABLE,))}


def found_by(folder: Path, number: str) -> list[str]:
    with Directory.open(folder) as directory:
        return [hit.record.value("name") for hit in directory.find(READER.read(number), 8)]


def test_a_contact_is_found_by_each_of_its_numbers(tmp_path: Path) -> None:
    table = OutlookTable(tmp_path)
    assert write(table, {"a": ADATUM, "r": ROBIN}, whole=True) == Loaded(2, 4)
    for number, name in (("0101", "Adatum"), ("0102", "Adatum"), ("0104", "Robin")):
        assert found_by(tmp_path, f"+31 20 555 {number}") == [name]
    assert found_by(tmp_path, "0655501003") == ["Robin"]
    with Directory.open(tmp_path) as directory:
        (counts,) = directory.counts().tables
        assert (counts.table, counts.origin, counts.columns) == (TABLE, ORIGIN, COLUMNS)
        assert counts.phone_fields == ("phone", "phone2", "mobile", "home_phone", "home_phone2")
        assert [found.record.no for found in directory.search("adat", 5)] == [record_no("a")]


def test_numbers_of_records_are_short_and_stay_the_same() -> None:
    long = "AAMkAGI2" + "x" * 140
    assert record_no(long) == record_no(long)
    assert len(record_no(long)) == 16
    assert len({record_no(f"{long}{count}") for count in range(1000)}) == 1000


def test_changes_come_on_top(tmp_path: Path) -> None:
    table = OutlookTable(tmp_path)
    write(table, {"a": ADATUM, "r": ROBIN, "c": {"displayName": "Contoso"}}, whole=True)
    later = Mark(MARK.account, "https://graph.example/later")
    write(table, {"r": {"mobilePhone": "+31655501009"}, "n": {"displayName": "New"}}, "c", "never there", mark=later)
    assert {values[1] for values in rows(tmp_path).values()} == {"Adatum", "Robin", "New"}
    assert rows(tmp_path)[record_no("r")][3:] == ["", "", "+31655501009", "0205550104", ""]
    assert found_by(tmp_path, "0655501003") == []
    assert table.mark() == later


def test_no_change_writes_no_record(tmp_path: Path) -> None:
    table = OutlookTable(tmp_path)
    write(table, {"a": ADATUM}, whole=True)
    with Directory.open(tmp_path) as directory:
        before = directory.connection.execute("SELECT id FROM source").fetchall()
        assert write(table, {"a": ADATUM}) == Loaded(1, 2)
        assert directory.connection.execute("SELECT id FROM source").fetchall() == before
        assert directory.counts().loaded == 1000.0


def test_an_empty_mailbox_is_a_table_too(tmp_path: Path) -> None:
    table = OutlookTable(tmp_path)
    assert write(table, {}, whole=True) == Loaded(0, 0)
    assert write(table, {"a": ADATUM}) == Loaded(1, 2)
    assert write(table, {}, "a") == Loaded(0, 0)


@pytest.mark.parametrize(
    "item",
    [
        {"displayName": 5},
        {"displayName": ["Adatum"]},
        {"businessPhones": "0205550101"},
        {"businessPhones": [5]},
        {"homePhones": [["0205550101"]]},
        {"mobilePhone": {"number": "0205550101"}},
        {"companyName": True},
    ],
)
def test_a_contact_of_another_form_leaves_the_old_table(tmp_path: Path, item: Item) -> None:
    table = OutlookTable(tmp_path)
    write(table, {"a": ADATUM}, whole=True)
    for whole in (False, True):
        with pytest.raises(InvalidInput):
            write(table, {"r": ROBIN, "bad": item}, "a", whole=whole, mark=Mark(MARK.account, "new"))
    assert found_by(tmp_path, "0205550101") == ["Adatum"]
    assert table.mark() == MARK


def test_texts_are_made_fit_to_be_shown() -> None:
    item = {
        "displayName": "A\u202eb\x00\nc" + "x" * 5000,
        "businessPhones": [None, "", " 1 ", "2", "3"],
        "companyName": None,
    }
    values = contact_row("n", item)
    assert values[1].startswith("Ab c")
    assert len(values[1]) == 250
    assert values[2:5] == ["", "1", "2"]
    assert contact_row("n", {"displayName": "\ud800x"})[1] == "x"


def test_what_somebody_put_into_the_table_is_not_taken_for_contacts(tmp_path: Path) -> None:
    table = OutlookTable(tmp_path)
    write(table, {"a": ADATUM}, whole=True)
    (tmp_path / "own.csv").write_text("no,name,phone\n1,Own,0205550109\n", encoding="utf-8")
    import_csv(tmp_path, tmp_path / "own.csv", TABLE, READER, now=1.0)
    assert table.mark() is None
    with pytest.raises(Conflict):
        write(table, {"r": ROBIN})
    assert found_by(tmp_path, "0205550109") == ["Own"]
    write(table, {"r": ROBIN}, whole=True)
    assert table.mark() == MARK


def test_changes_of_another_account_are_not_put_on_top(tmp_path: Path) -> None:
    table = OutlookTable(tmp_path)
    write(table, {"a": ADATUM}, whole=True)
    with pytest.raises(Conflict):
        write(table, {"r": ROBIN}, mark=Mark("account-2", "x"))


def test_a_cleared_table_is_read_again_from_the_start(tmp_path: Path) -> None:
    table = OutlookTable(tmp_path)
    write(table, {"a": ADATUM}, whole=True)
    with Directory.open(tmp_path) as directory:
        directory.clear(TABLE)
    assert table.mark() is None


def test_indexing_again_keeps_the_contacts(tmp_path: Path) -> None:
    table = OutlookTable(tmp_path)
    write(table, {"a": ADATUM}, whole=True)
    reindex(tmp_path, TABLE, ("phone2",), READER)
    assert table.mark() == MARK
    assert (found_by(tmp_path, "0205550101"), found_by(tmp_path, "0205550102")) == ([], ["Adatum"])


def test_removing_takes_contacts_and_link_and_nothing_else(tmp_path: Path) -> None:
    table = OutlookTable(tmp_path)
    assert table.remove() is False
    assert not store.database_path(tmp_path).exists()
    (tmp_path / "own.csv").write_text("no,name,phone\n1,Own,0205550109\n", encoding="utf-8")
    import_csv(tmp_path, tmp_path / "own.csv", "Customer", READER, now=1.0)
    assert table.remove() is False
    write(table, {"a": ADATUM}, whole=True)
    assert table.remove() is True
    assert (table.remove(), table.mark(), rows(tmp_path)) == (False, None, {})
    assert found_by(tmp_path, "0205550109") == ["Own"]
    assert b"secret-link" not in b"".join(path.read_bytes() for path in tmp_path.glob("directory.db*"))


def test_the_link_is_not_shown() -> None:
    assert "secret" not in repr(MARK)
    assert "secret" not in str(MARK)


ITEMS = st.fixed_dictionaries(
    {},
    optional={"displayName": st.text(max_size=5), "mobilePhone": st.none() | st.sampled_from(["0205550101", "1", ""])},
)
STEPS = st.lists(
    st.tuples(st.booleans(), st.dictionaries(st.sampled_from("abcd"), ITEMS), st.sets(st.sampled_from("abcd"))),
    max_size=6,
)


@settings(max_examples=25)
@given(STEPS)
def test_changes_one_after_the_other_are_what_they_say(steps: list[tuple[bool, dict[str, Item], set[str]]]) -> None:
    expected: dict[str, list[str]] = {}
    with TemporaryDirectory() as name:
        table = OutlookTable(Path(name))
        for number, (whole, items, gone) in enumerate(steps):
            removed = gone - set(items)
            first = whole or number == 0
            if first:
                expected = {}
            expected = {no: row for no, row in expected.items() if no not in {record_no(each) for each in removed}}
            for contact, item in items.items():
                no = record_no(contact)
                expected[no] = contact_row(no, item, expected.get(no, ()))
            loaded = write(table, items, *removed, whole=first)
            assert loaded.records == len(expected)
            assert rows(Path(name)) == expected
