"""The core thread with the real engine, presenter and journal: nothing that goes wrong around a call loses the call."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.core.screen import PATIENCE_S, Gate, HandClock, Screen
from tray.activity.journal import Journal
from tray.activity.model import JournalRow
from tray.activity.reader import JournalReader
from tray.calls.decisions import CardFacts, Decision
from tray.calls.engine import Engine, Surroundings
from tray.calls.matching import Match, MatchKind, Record, find_match
from tray.calls.model import Call, CallEvent, CallState, Direction, Outcome, PhoneNumber
from tray.calls.numbers import NumberReader, NumberRules
from tray.calls.pages import WebClient
from tray.calls.settings import MappingRow, Setup, UserSettings
from tray.core import Core, Desk
from tray.directory.loader import directory_of
from tray.errors import CtiError
from tray.presenter import Clocks, Presenter

ADATUM = "+31205550101"
RECORDS = (
    Record("Customer", "C1", (("name", "Adatum"), ("phone", "020 555 0101"))),
    Record("Customer", "C2", (("name", "Contoso"), ("phone", "020 555 0102"))),
    Record("Customer", "C3", (("name", "Contoso Lyon"), ("phone", "020 555 0102"))),
)
ROW = MappingRow(1, "Customer", "builtin", ("phone",), "name")
KEY = "phone/1"


class Bench:
    """A core on its own thread, with everything real below it; what it decides and fails at is noted."""

    def __init__(self, folder: Path, screen: Screen, clock: HandClock) -> None:
        self.path = folder / "journal.db"
        self.screen = screen
        self.clock = clock
        self.setup = Setup(user=UserSettings(auto_open_master_data=True), mappings=(ROW,))
        self.failures: list[Exception] = []
        self.cannot: list[Exception] = []
        self.decided: list[Decision] = []
        self.opened: list[tuple[Record, str]] = []
        self.going_on: list[tuple[Call, ...]] = []
        self.closed = 0
        self.hear: Callable[[Decision], None] = self.decided.append
        self.lookup: Callable[[PhoneNumber, tuple[MappingRow, ...]], Match] | None = None
        self.reader = NumberReader(NumberRules(region="NL"))
        self.journal = Journal(self.path, self.failures.append)
        self.core = Core(self._desk, clock.clocks(), self.failures.append, self.cannot.append)

    def fact(self, state: CallState, call_id: str = "1", number: str | None = None, source: str = "phone") -> None:
        """A phone reports something; only the first fact of a call names the number."""
        said = number if number is not None else ADATUM if state is CallState.OFFERED else ""
        self.core.report(CallEvent(source, call_id, state, self.clock.now, Direction.INCOMING, number=said))

    def settle(self) -> None:
        """Wait until everything said so far is done and on disk."""
        done = threading.Event()
        self.core.run(done.set)
        assert done.wait(PATIENCE_S)
        assert self.journal.flush()

    def rows(self) -> tuple[JournalRow, ...]:
        """The journal, newest first."""
        self.settle()
        with JournalReader(self.path) as reader:
            return reader.recent(100)

    def _hear(self, decision: Decision) -> None:
        self.hear(decision)

    def _desk(self) -> Desk:
        self.journal.start()
        directory = directory_of(RECORDS, self.reader, ["phone"])

        def look_up(number: PhoneNumber, rows: tuple[MappingRow, ...]) -> Match:
            return (self.lookup or (lambda *asked: find_match(*asked, directory, 8)))(number, rows)

        def close() -> None:
            directory.close()
            self.closed += 1

        around = Surroundings(
            reader=self.reader,
            setup=lambda: self.setup,
            lookup=look_up,
            remembered=self.journal.choices,
            web_client=WebClient(),
            ended_cards=4,
        )
        return Desk(
            engine=Engine(around),
            presenter=Presenter(self.reader, lambda: None),
            journal=self.journal,
            ui=self.screen,
            show_record=lambda record, name, _call: self.opened.append((record, name)),
            calls_changed=self.going_on.append,
            decided=self._hear,
            close=close,
        )


@pytest.fixture
def bench(tmp_path: Path, screen: Screen, clock: HandClock) -> Iterator[Bench]:
    bench = Bench(tmp_path, screen, clock)
    bench.core.start()
    yield bench
    assert bench.core.stop()
    assert bench.journal.stop()


def test_a_call_becomes_a_card_a_page_and_a_row_of_the_journal(bench: Bench) -> None:
    bench.fact(CallState.OFFERED)
    bench.clock.now += 3
    bench.fact(CallState.CONNECTED)
    bench.clock.now += 60
    bench.fact(CallState.ENDED)
    (row,) = bench.rows()
    assert bench.screen.states(KEY) == [CallState.OFFERED, CallState.CONNECTED, CallState.ENDED]
    assert bench.screen.cards[0].name == "Adatum"
    assert [(record.no, name) for record, name in bench.opened] == [("C1", "Adatum")]
    assert (row.outcome, row.duration_s, row.no) == (Outcome.INCOMING, 60.0, "C1")
    assert row.started == pytest.approx(1_000_100.0)
    assert [len(calls) for calls in bench.going_on] == [1, 1, 0]
    assert bench.failures == []


def test_the_journal_keeps_a_possible_match_by_name_and_a_chosen_one_by_record(bench: Bench) -> None:
    last_digits = "5550101"
    bench.fact(CallState.OFFERED, number=last_digits)
    (row,) = bench.rows()
    assert bench.screen.cards[0].match is MatchKind.POSSIBLE
    assert (row.name, row.table, row.no) == ("Adatum", None, None)
    bench.core.choose(KEY, 0)
    bench.fact(CallState.ENDED)
    (row,) = bench.rows()
    assert (row.name, row.table, row.no) == ("Adatum", "Customer", "C1")


def test_a_screen_that_fails_does_not_keep_the_call_from_the_journal(bench: Bench) -> None:
    bench.screen.trouble = RuntimeError("no window can be opened")
    bench.fact(CallState.OFFERED)
    bench.fact(CallState.ENDED)
    (row,) = bench.rows()
    assert row.outcome is Outcome.MISSED_INCOMING
    assert {str(error) for error in bench.failures} == {"no window can be opened"}
    assert [len(calls) for calls in bench.going_on] == [1, 0]


def test_a_listener_that_fails_does_not_keep_the_other_decisions_from_being_told(bench: Bench) -> None:
    heard: list[str] = []

    def hear(decision: Decision) -> None:
        heard.append(str(decision.to_data()["decision"]))
        raise BrokenPipeError("nobody reads this")

    bench.hear = hear
    bench.fact(CallState.OFFERED)
    bench.settle()
    assert heard == ["open_card", "open_page"]
    assert len(bench.failures) == 2


def test_a_step_that_fails_is_told_and_the_next_call_is_as_good_as_ever(bench: Bench) -> None:
    def broken(_number: PhoneNumber, _rows: tuple[MappingRow, ...]) -> Match:
        raise ZeroDivisionError("a mistake")

    bench.lookup = broken
    bench.fact(CallState.OFFERED)
    bench.settle()
    bench.lookup = None
    bench.fact(CallState.OFFERED, "2")
    bench.fact(CallState.ENDED, "2")
    rows = bench.rows()
    assert [str(error) for error in bench.failures] == ["a mistake"]
    assert [row.call_id for row in rows if row.outcome] == ["2"]


def test_a_task_that_fails_is_told_and_the_next_one_runs(bench: Bench) -> None:
    def broken() -> None:
        raise LookupError("a mistake")

    bench.core.run(broken)
    bench.settle()
    assert [str(error) for error in bench.failures] == ["a mistake"]


def test_a_card_opens_when_its_delay_is_over_and_not_before(bench: Bench) -> None:
    bench.setup = Setup(user=UserSettings(caller_card_delay=5))
    bench.fact(CallState.OFFERED)
    bench.clock.now += 4.999
    bench.settle()
    assert bench.screen.cards == []
    bench.clock.now += 0.001
    bench.settle()
    bench.settle()
    assert bench.screen.states(KEY) == [CallState.OFFERED]


def test_a_card_comes_by_itself_where_nothing_else_happens(tmp_path: Path, screen: Screen) -> None:
    """The core sleeps until the card is due: the only test here that waits, a second, for the real clock."""
    bench = Bench(tmp_path, screen, HandClock())
    bench.core = Core(bench._desk, Clocks(time.monotonic, time.time), bench.failures.append, bench.cannot.append)
    bench.setup = Setup(user=UserSettings(caller_card_delay=1))
    bench.core.start()
    began = bench.clock.now = time.monotonic()
    bench.fact(CallState.OFFERED)
    screen.wait(lambda: [name for name, _ in screen.told if name == "show_card"], "card")
    assert time.monotonic() >= began + 1
    assert bench.core.stop()
    assert bench.journal.stop()


def test_a_dismissed_card_closes_and_stays_away(bench: Bench) -> None:
    bench.fact(CallState.OFFERED)
    bench.core.dismiss(KEY)
    bench.fact(CallState.CONNECTED)
    bench.fact(CallState.ENDED)
    (row,) = bench.rows()
    assert bench.screen.of("close_card") == [KEY]
    assert bench.screen.states(KEY) == [CallState.OFFERED]
    assert row.outcome is Outcome.INCOMING


def test_what_the_user_does_to_a_card_that_is_gone_changes_nothing(bench: Bench) -> None:
    for key in ("phone/none", "", "/", "phone", "a/b/c"):
        bench.core.dismiss(key)
        bench.core.choose(key, 0)
        bench.core.note(key, "hello")
    bench.fact(CallState.OFFERED)
    assert bench.rows()[0].call_id == "1"
    assert bench.failures == []


def test_a_chosen_record_opens_and_is_written_down_and_remembered(bench: Bench) -> None:
    bench.fact(CallState.OFFERED, number="+31205550102")
    bench.core.choose(KEY, 1)
    bench.core.choose(KEY, 7)
    bench.fact(CallState.ENDED)
    (row,) = bench.rows()
    assert [record.no for record, _ in bench.opened] == ["C3"]
    assert (row.table, row.no) == ("Customer", "C3")
    bench.fact(CallState.OFFERED, "2", number="+31205550102")
    bench.settle()
    assert [record.no for record, _ in bench.opened] == ["C3", "C3"]
    assert bench.failures == []


def test_a_note_is_on_the_card_and_in_the_journal(bench: Bench) -> None:
    bench.fact(CallState.OFFERED)
    bench.core.note(KEY, "calls again\non Monday")
    bench.fact(CallState.CONNECTED)
    (row,) = bench.rows()
    assert bench.screen.cards[-1].note == "calls again\non Monday"
    assert row.note == "calls again\non Monday"


def test_the_call_before_with_the_same_number_is_on_the_card(bench: Bench) -> None:
    bench.fact(CallState.OFFERED)
    bench.clock.now += 8
    bench.fact(CallState.ENDED)
    bench.clock.now += 100
    bench.fact(CallState.OFFERED, "2")
    bench.settle()
    last = bench.screen.cards[-1].last_call
    assert last is not None
    assert (last.outcome, last.started) == (Outcome.MISSED_INCOMING, pytest.approx(1_000_100.0))
    assert bench.screen.cards[0].last_call is None


def test_a_dialled_call_opens_a_card_at_once(bench: Bench) -> None:
    bench.core.run(lambda: bench.core.dial_now("dial-1", ADATUM))
    answers: list[tuple[CardFacts, ...]] = []
    bench.core.calls(answers.append)
    bench.settle()
    assert bench.screen.states("dial/dial-1") == [CallState.DIALING]
    assert [facts.call.state for facts in answers[0]] == [CallState.DIALING]


def test_two_calls_that_turn_out_to_be_one_are_one_row(bench: Bench) -> None:
    bench.fact(CallState.OFFERED)
    bench.fact(CallState.OFFERED, "other", source="box")
    bench.fact(CallState.ENDED)
    bench.fact(CallState.ENDED, "other", source="box")
    (row,) = bench.rows()
    assert row.outcome is Outcome.MISSED_INCOMING
    assert {view.call for view in bench.screen.cards} == {KEY}


def test_two_calls_that_turn_out_later_to_be_one_are_one_card_and_one_row(bench: Bench) -> None:
    bench.fact(CallState.OFFERED, number="anonymous")
    bench.fact(CallState.OFFERED, "other", number="+31205550103", source="box")
    bench.fact(CallState.OFFERED, number="+31205550103")
    bench.fact(CallState.ENDED)
    bench.fact(CallState.ENDED, "other", source="box")
    (row,) = bench.rows()
    assert row.number == "+31205550103"
    gone = bench.screen.of("close_card")
    assert len(gone) == 1
    assert bench.screen.cards[-1].call not in gone
    assert bench.failures == []


def test_a_page_of_the_web_opens_in_the_browser(bench: Bench) -> None:
    page = MappingRow(1, "Customer", "https://erp.example/{no}", ("phone",), "name")
    bench.setup = Setup(user=UserSettings(auto_open_master_data=True), mappings=(page,))
    bench.fact(CallState.OFFERED)
    bench.settle()
    assert bench.screen.of("open_address") == ["https://erp.example/C1"]
    assert bench.opened == []


def test_ending_works_off_what_is_queued(tmp_path: Path, screen: Screen, clock: HandClock) -> None:
    bench = Bench(tmp_path, screen, clock)
    for number in range(50):
        bench.fact(CallState.OFFERED, str(number), number=f"+3120555{number:04}")
        bench.fact(CallState.ENDED, str(number), number=f"+3120555{number:04}")
    bench.core.start()
    assert bench.core.stop()
    assert bench.closed == 1
    assert bench.journal.stop()
    with JournalReader(bench.path) as reader:
        assert len([row for row in reader.recent(100) if row.outcome]) == 50
    assert bench.core.stop(), "ending twice is no harm"


def test_ending_a_busy_core_says_that_it_takes_longer(bench: Bench) -> None:
    gate = Gate()
    bench.core.run(gate.hold)
    assert gate.reached.wait(PATIENCE_S)
    assert not bench.core.stop(timeout=0.01)
    gate.open()
    assert bench.core.stop()


def test_ending_a_core_that_never_began(tmp_path: Path, screen: Screen, clock: HandClock) -> None:
    assert Bench(tmp_path, screen, clock).core.stop()


@pytest.mark.parametrize("trouble", [CtiError("The call journal cannot be used."), ValueError("a mistake")])
def test_a_core_that_cannot_begin_says_so_and_ends(trouble: Exception, clock: HandClock) -> None:
    told: list[Exception] = []
    failures: list[Exception] = []

    def no_desk() -> Desk:
        raise trouble

    core = Core(no_desk, clock.clocks(), failures.append, told.append)
    core.report(CallEvent("phone", "1", CallState.OFFERED, 100.0))
    core.start()
    assert core.stop()
    assert (told, failures) == ([trouble], [])
    core.dismiss(KEY)
    core.run(lambda: pytest.fail("nothing runs any more"))


def test_the_windows_hear_of_a_change_when_it_is_on_disk(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    on_disk: list[list[bool]] = []

    def read() -> None:
        with JournalReader(bench.path) as reader:
            on_disk.append([row.ended is not None for row in reader.recent(100)])

    monkeypatch.setattr(bench.screen, "calls_changed", read)
    bench.fact(CallState.OFFERED)
    bench.settle()
    assert on_disk.pop() == [False]
    bench.fact(CallState.ENDED)
    bench.settle()
    assert on_disk.pop() == [True]


def test_the_windows_hear_of_a_choice_when_it_is_on_disk(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    records: list[str | None] = []

    def read() -> None:
        with JournalReader(bench.path) as reader:
            records.append(reader.recent(1)[0].no)

    bench.fact(CallState.OFFERED, number="+31205550102")
    bench.settle()
    monkeypatch.setattr(bench.screen, "calls_changed", read)
    bench.core.choose(KEY, 1)
    bench.settle()
    assert records[-1] == "C3"
