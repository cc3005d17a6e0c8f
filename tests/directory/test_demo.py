"""The demo directory holds what the first start shows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tray.calls.matching import MatchKind, find_match
from tray.calls.numbers import NumberReader, NumberRules
from tray.directory.demo import DEMO_CALLER, demo_mappings, load_demo
from tray.directory.importer import import_csv
from tray.directory.index import Directory
from tray.directory.keys import number_key

READER = NumberReader()


def test_the_demo_call_comes_from_adatum_and_opens_its_page(tmp_path: Path) -> None:
    assert load_demo(tmp_path, READER, now=5.0)
    with Directory.open(tmp_path) as directory:
        match = find_match(READER.read(DEMO_CALLER), demo_mappings(), directory)
    assert match.kind is MatchKind.EXACT
    assert [(found.record.table, found.name) for found in match.page_candidates] == [("Customer", "Adatum")]


def test_it_shows_several_matches_and_a_mobile_number(tmp_path: Path) -> None:
    load_demo(tmp_path, READER, now=5.0)
    with Directory.open(tmp_path) as directory:
        shared = find_match(READER.read("+49 40 66969 201"), demo_mappings(), directory)
        mobile = find_match(READER.read("+49 171 3920001"), demo_mappings(), directory)
    assert [found.name for found in shared.candidates] == ["Käthe Müller", "Björn Müller"]
    assert [found.name for found in mobile.candidates] == ["Annelies Vermeer"]


def test_every_number_is_valid_and_reads_the_same_in_every_region_but_the_dutch_ones(tmp_path: Path) -> None:
    load_demo(tmp_path, READER, now=5.0)
    with Directory.open(tmp_path) as directory:
        counts = directory.counts()
        rows = directory.connection.execute("SELECT key, flags FROM number").fetchall()
    assert [(table.table, table.records) for table in counts.tables] == [("Contact", 15), ("Customer", 10)]
    assert {flags for _, flags in rows} == {3}
    assert len(rows) == counts.numbers > 30
    endings = Counter(key for (key,) in {(key,) for key, _ in rows})
    assert number_key("31205550101") in endings


def test_no_two_demo_numbers_only_look_alike(tmp_path: Path) -> None:
    load_demo(tmp_path, READER, now=5.0)
    with Directory.open(tmp_path) as directory:
        for found in directory.search("+", 200) + directory.search("3", 200) + directory.search("4", 200):
            for _, text in found.numbers:
                number = READER.read(text)
                assert {hit.number.e164 for hit in directory.find(number, 8)} == {number.e164}


def test_it_never_touches_a_directory_that_holds_something(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("no,name,phone\n1,Mine,020 555 0101\n", encoding="utf-8")
    import_csv(tmp_path, own, "Customer", READER, now=1.0)
    assert not load_demo(tmp_path, READER, now=2.0)
    with Directory.open(tmp_path) as directory:
        assert [table.table for table in directory.counts().tables] == ["Customer"]


def test_it_loads_by_any_number_rules(tmp_path: Path) -> None:
    assert load_demo(tmp_path, NumberReader(NumberRules(region="US", internal_max_digits=6)), now=5.0)
    with Directory.open(tmp_path) as directory:
        assert directory.counts().records == 25
