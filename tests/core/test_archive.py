"""What the windows ask for, from a real directory and a real journal."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.screen import PATIENCE_S, Screen
from tray.activity.journal import Journal
from tray.activity.model import Who
from tray.archive import Archive
from tray.calls.matching import Record
from tray.calls.model import Call, CallName, CallState, Cause, Direction, Origin, Party
from tray.calls.numbers import NumberReader, NumberRules
from tray.calls.pages import WebClient
from tray.calls.settings import MappingRow
from tray.directory.importer import import_csv
from tray.directory.index import Directory, DirectoryCounts
from tray.directory.store import database_path
from tray.paths import JOURNAL_FILE
from tray.presenter import Presenter
from tray.views import CandidateView, HistoryRow

CSV = "no,name,phone,mobile,fax,mail\nC1,Adatum,020 555 0101,06 12345678,,a@adatum.example\nC2,Trey,,,,\n"
BUILT_IN = MappingRow(1, "Customer", "builtin", ("phone", "mobile"), "name")
WEB = MappingRow(1, "Customer", "https://erp.example/{table}/{no}?n={name}", ("phone",), "name")
WEB_CLIENT = WebClient()


class Bench:
    """An archive over a directory with one table and a journal with one call."""

    def __init__(self, folder: Path, screen: Screen) -> None:
        self.folder = folder
        self.screen = screen
        self.failed: list[Exception] = []
        self.refused: list[Exception] = []
        self.reader = NumberReader(NumberRules(region="NL"))
        presenter = Presenter(self.reader, lambda: None)
        self.archive = Archive(folder, presenter, self.reader, screen, self.failed.append, self.refused.append)

    def load(self, *phone_fields: str, text: str = CSV) -> None:
        file = self.folder / "customers.csv"
        file.write_text(text, encoding="utf-8")
        import_csv(self.folder, file, "Customer", self.reader, phone_fields, now=1.0)

    def write_call(self, call_id: str) -> None:
        """A missed call from Adatum goes into the journal."""
        journal = Journal(self.folder / JOURNAL_FILE, self.failed.append)
        journal.start()
        call = Call(
            names=(CallName("phone", call_id),),
            direction=Direction.INCOMING,
            state=CallState.ENDED,
            party=Party(self.reader.read("020 555 0101")),
            origin=Origin.EXTERNAL,
            started=10.0,
            ended=20.0,
            cause=Cause.MISSED,
        )
        journal.write(call, 1_000_000.0, who=Who("Adatum", "Customer", "C1"))
        assert journal.stop()

    def recent(self) -> tuple[HistoryRow, ...]:
        answers: list[tuple[HistoryRow, ...]] = []
        self.archive.recent_calls(10, answers.append)
        self.settle()
        return answers[0]

    def search(self, text: str) -> tuple[CandidateView, ...]:
        answers: list[tuple[CandidateView, ...]] = []
        self.archive.search(text, 10, answers.append)
        self.settle()
        return answers[0]

    def refresh(self, *rows: MappingRow) -> DirectoryCounts:
        answers: list[DirectoryCounts] = []
        self.archive.refresh_directory(rows, answers.append)
        self.settle()
        return answers[0]

    def settle(self) -> None:
        done = threading.Event()
        self.archive._worker.do(done.set)
        assert done.wait(PATIENCE_S)


@pytest.fixture
def bench(tmp_path: Path, screen: Screen) -> Iterator[Bench]:
    bench = Bench(tmp_path, screen)
    yield bench
    assert bench.archive.stop()


def test_recent_calls_before_and_after_the_first_call(bench: Bench) -> None:
    assert bench.recent() == ()
    bench.write_call("1")
    (row,) = bench.recent()
    assert (row.name, row.no, row.number_text) == ("Adatum", "C1", "020 555 0101")


def test_a_journal_that_was_replaced_is_read_anew(bench: Bench) -> None:
    bench.write_call("1")
    assert len(bench.recent()) == 1
    path = bench.folder / JOURNAL_FILE
    path.write_bytes(b"this is no database" * 1000)
    bench.archive.recent_calls(10, pytest.fail)
    bench.settle()
    assert [JOURNAL_FILE in str(error) for error in bench.refused] == [True]
    bench.write_call("2")
    assert len(bench.recent()) == 1


def test_search_brings_the_numbers_to_dial(bench: Bench) -> None:
    bench.load("phone", "mobile")
    (found,) = bench.search("ada")
    assert (found.no, found.name) == ("C1", "Adatum")
    assert found.numbers == (("phone", "020 555 0101"), ("mobile", "06 12345678"))


def test_search_in_an_empty_directory(bench: Bench) -> None:
    assert bench.search("ada") == ()


def test_a_record_of_search_opens_the_built_in_page_with_what_can_be_dialled(bench: Bench) -> None:
    bench.load("phone", "mobile")
    bench.write_call("1")
    bench.archive.open_record("Customer", "C1", (BUILT_IN,), WEB_CLIENT)
    bench.settle()
    (view,) = bench.screen.records
    assert (view.name, view.number, view.call) == ("Adatum", "", "")
    assert view.phone_fields == {"phone", "mobile"}
    assert dict(view.fields)["mail"] == "a@adatum.example"
    assert [row.no for row in view.calls] == ["C1"]


def test_the_page_of_a_call_says_what_can_be_dialled(bench: Bench) -> None:
    bench.load("phone")
    record = Record("Customer", "C1", (("name", "Adatum"), ("phone", "020 555 0101")))
    bench.archive.show_record(record, "", "+31205550101", "phone/1")
    bench.settle()
    (view,) = bench.screen.records
    assert (view.call, view.name, view.number, view.phone_fields) == ("phone/1", "C1", "+31205550101", {"phone"})


def test_a_table_that_is_gone_has_nothing_to_dial(bench: Bench) -> None:
    bench.archive.show_record(Record("Vendor", "V1", (("phone", "020 555 0101"),)), "Trey", "", "")
    bench.settle()
    assert [view.phone_fields for view in bench.screen.records] == [frozenset()]


def test_a_record_with_a_page_of_its_own_opens_in_the_browser(bench: Bench) -> None:
    bench.load("phone")
    bench.archive.open_record("Customer", "C1", (WEB,), WEB_CLIENT)
    bench.settle()
    assert bench.screen.of("open_address") == ["https://erp.example/Customer/C1?n=Adatum"]
    assert bench.screen.records == []


@pytest.mark.parametrize("rows", [(), (MappingRow(1, "Customer"),), (MappingRow(1, "Vendor", "builtin"),)])
def test_a_record_without_a_page_opens_the_built_in_one(bench: Bench, rows: tuple[MappingRow, ...]) -> None:
    bench.load("phone")
    bench.archive.open_record("Customer", "C2", rows, WEB_CLIENT)
    bench.settle()
    assert [view.name for view in bench.screen.records] == ["Trey"]


def test_a_record_that_is_gone_is_refused_each_time_it_is_asked_for(bench: Bench) -> None:
    for _ in range(2):
        bench.archive.open_record("Customer", "C9", (BUILT_IN,), WEB_CLIENT)
    bench.settle()
    assert ["Customer C9" in str(error) for error in bench.refused] == [True, True]
    assert bench.failed == []


def test_a_new_phone_field_of_the_mapping_is_indexed(bench: Bench) -> None:
    bench.load("phone")
    number = bench.reader.read("06 12345678")
    with Directory.open(bench.folder) as directory:
        assert not directory.find(number, 8)
        assert bench.refresh(BUILT_IN).numbers == 2
        assert [hit.field for hit in directory.find(number, 8)] == ["mobile"]
    assert bench.refresh(BUILT_IN).tables[0].phone_fields == ("phone", "mobile")


def test_a_directory_that_cannot_be_opened_is_told_and_works_again_later(bench: Bench) -> None:
    path = database_path(bench.folder)
    path.mkdir()
    bench.archive.search("ada", 10, pytest.fail)
    bench.archive.refresh_directory((), pytest.fail)
    bench.settle()
    assert len(bench.refused) == len(bench.failed) == 1
    path.rmdir()
    bench.load("phone")
    assert [found.no for found in bench.search("ada")] == ["C1"]


def test_what_is_asked_at_the_end_is_answered(tmp_path: Path, screen: Screen) -> None:
    bench = Bench(tmp_path, screen)
    answers: list[tuple[HistoryRow, ...]] = []
    for _ in range(20):
        bench.archive.recent_calls(10, answers.append)
    assert bench.archive.stop()
    assert answers == [()] * 20
