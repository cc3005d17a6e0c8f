"""The whole tray in this process, without windows: its commands, its end, and what it does when a part is broken."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.core.screen import PATIENCE_S, Gate, Screen
from tray.activity.reader import JournalReader
from tray.calls.decisions import Decision, NoCard
from tray.calls.model import CallEvent, CallState, Direction
from tray.calls.settings import MappingRow
from tray.config import LoadedConfig, load
from tray.config_file import CONFIG_NAME
from tray.config_model import Config, DialConfig
from tray.config_schema import DialMethod, Language
from tray.control import ask
from tray.directory.importer import import_csv
from tray.directory.store import database_path
from tray.errors import CtiError, InvalidInput, NotRunning
from tray.icon import IconState
from tray.identity.model import PresenceState
from tray.paths import JOURNAL_FILE
from tray.setup.model import Actor, Change, Licence, LicenceKind, Mappings
from tray.setup.opening import open_store
from tray.setup.store import SetupStore
from tray.setup.who import this_user
from tray.views import HistoryRow, IconCommand
from tray.wiring import Tray

ADATUM = "+31205550101"
CSV = "no,name,phone\nC1,Adatum,020 555 0101\n"
ROW = MappingRow(1, "Customer", "builtin", ("phone",), "name")
NO_PHONE = LoadedConfig(replace(Config(), dial=DialConfig(DialMethod.BARESIP)))
YESTERDAY = date(2000, 1, 1)


class Bench:
    """A tray that takes calls."""

    def __init__(self, folder: Path, screen: Screen, loaded: LoadedConfig = NO_PHONE) -> None:
        self.folder = folder
        self.screen = screen
        self.decided: list[Decision] = []
        self.tray = Tray(folder, loaded, screen, self.decided.append)

    def start(self) -> None:
        self.tray.start()
        assert self.tray.ready.wait(PATIENCE_S)

    def fact(self, state: CallState, call_id: str = "1") -> None:
        at = self.tray.clocks.monotonic()
        self.tray.core.report(CallEvent("phone", call_id, state, at, Direction.INCOMING, number=ADATUM))

    def settle(self) -> None:
        """Wait until the core has done everything said so far."""
        done = threading.Event()
        self.tray.core.run(done.set)
        assert done.wait(PATIENCE_S)

    def in_store(self, change: Callable[[SetupStore, Actor], None]) -> None:
        """Change the setup from outside, as another program does, and let the tray see it."""
        store = open_store("sqlite", self.folder)
        try:
            user = store.connect(this_user(), datetime.now(UTC))
            change(store, Actor(user.id))
        finally:
            store.close()
        self.ask("refresh")

    def license(self, kind: LicenceKind = LicenceKind.FULL, until: date | None = None) -> None:
        def change(store: SetupStore, actor: Actor) -> None:
            known = store.licence(actor)
            licence = Licence(kind=kind, valid_until=until, revision=known.revision)
            store.save_licence(actor, licence, datetime.now(UTC))

        self.in_store(change)

    def map(self, *rows: MappingRow) -> None:
        def change(store: SetupStore, actor: Actor) -> None:
            mappings = Mappings(rows, store.mappings(actor).revision)
            store.save(actor, Change(mappings=mappings), datetime.now(UTC))

        self.in_store(change)

    def load(self) -> None:
        file = self.folder / "customers.csv"
        file.write_text(CSV, encoding="utf-8")
        import_csv(self.folder, file, "Customer", self.tray.reader, now=1.0)

    def ask(self, verb: str, **arguments: object) -> dict[str, object]:
        return ask(self.folder, verb, arguments)

    def calls(self) -> list[dict[str, object]]:
        calls = self.ask("status")["calls"]
        assert isinstance(calls, list)
        return calls


@pytest.fixture(autouse=True)
def no_icon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYSTRAY_BACKEND", "dummy")


@pytest.fixture
def bench(tmp_path: Path, screen: Screen) -> Iterator[Bench]:
    bench = Bench(tmp_path, screen)
    bench.start()
    yield bench
    bench.tray.close()
    assert [thread.name for thread in threading.enumerate() if thread.name in {"core", "journal", "setup"}] == []


# -- calls


def test_a_call_with_a_record_shows_it(bench: Bench) -> None:
    bench.load()
    bench.map(ROW)
    bench.fact(CallState.OFFERED)
    bench.settle()
    assert [view.name for view in bench.screen.cards] == ["Adatum"]
    bench.tray.choose("phone/1", 0)
    bench.screen.wait(lambda: bench.screen.of("show_record"), "record page")
    assert [view.phone_fields for view in bench.screen.records] == [{"phone"}]


def test_a_directory_that_cannot_be_opened_is_told_and_cards_come_without_names(tmp_path: Path, screen: Screen) -> None:
    database_path(tmp_path).mkdir()
    bench = Bench(tmp_path, screen)
    bench.start()
    try:
        bench.fact(CallState.OFFERED)
        bench.settle()
        assert len(screen.cards) == 1
        assert [notice for notice in screen.notices if database_path(tmp_path).name in notice.text]
    finally:
        bench.tray.close()


def test_a_journal_that_cannot_be_opened_ends_the_tray_and_says_why(tmp_path: Path, screen: Screen) -> None:
    (tmp_path / JOURNAL_FILE).mkdir()
    bench = Bench(tmp_path, screen)
    bench.tray.start()
    screen.wait(lambda: ("quit", None) in screen.told, "end")
    assert isinstance(bench.tray.problem, CtiError)
    assert JOURNAL_FILE in str(bench.tray.problem)
    assert not bench.tray.ready.is_set()
    assert screen.notices == []
    bench.tray.close()


def test_what_the_user_does_on_a_card_reaches_the_call(bench: Bench) -> None:
    bench.fact(CallState.OFFERED)
    bench.tray.note("phone/1", "calls again")
    bench.tray.dismiss("phone/1")
    bench.fact(CallState.ENDED)
    bench.settle()
    assert bench.screen.of("close_card") == ["phone/1"]
    assert bench.tray.journal.flush()
    with JournalReader(bench.folder / JOURNAL_FILE) as reader:
        assert [row.note for row in reader.recent(10)] == ["calls again"]


# -- what the user is told


def test_an_unknown_problem_is_told_once_and_logged_each_time(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> None:
        raise LookupError("a mistake")

    for _ in range(3):
        bench.tray.core.run(broken)
    bench.settle()
    assert [notice.title for notice in bench.screen.notices] == ["Something went wrong"]
    assert len([record for record in caplog.records if record.exc_info]) == 3


def test_a_refused_number_is_told_each_time(bench: Bench) -> None:
    for _ in range(2):
        bench.tray.dial("112")
    bench.settle()
    assert len(bench.screen.notices) == 2
    assert bench.screen.cards == []


def test_problems_of_the_settings_file_are_told_at_the_start(tmp_path: Path, screen: Screen) -> None:
    bench = Bench(tmp_path, screen, replace(NO_PHONE, problems=("config.toml: ui.theme must be one of ...",)))
    bench.start()
    bench.tray.close()
    assert [notice.title for notice in screen.notices] == ["Settings file"]


@pytest.mark.parametrize(
    ("kind", "until", "reason"),
    [
        (LicenceKind.FULL, YESTERDAY, "the licence has expired"),
        (LicenceKind.NONE, None, "the product is not licensed"),
    ],
)
def test_without_a_licence_there_is_no_card_one_notice_and_still_a_journal(
    bench: Bench, kind: LicenceKind, until: date | None, reason: str
) -> None:
    bench.license(kind, until)
    for call_id in "12":
        bench.fact(CallState.OFFERED, call_id)
        bench.fact(CallState.ENDED, call_id)
        bench.ask("refresh")
    bench.settle()
    assert bench.screen.cards == []
    assert [notice.title for notice in bench.screen.notices] == ["No caller cards"]
    assert [each.reason for each in bench.decided if isinstance(each, NoCard)] == [reason, reason]
    bench.license()
    bench.fact(CallState.OFFERED, "3")
    bench.settle()
    assert len(bench.screen.cards) == 1
    with JournalReader(bench.folder / JOURNAL_FILE) as reader:
        bench.tray.journal.flush()
        assert len(reader.recent(10)) == 3


def test_do_not_disturb_keeps_cards_away_from_the_next_call_on(bench: Bench) -> None:
    bench.tray._on_icon(IconCommand.DO_NOT_DISTURB)
    bench.fact(CallState.OFFERED)
    bench.settle()
    assert bench.screen.cards == []
    bench.tray._on_icon(IconCommand.DO_NOT_DISTURB)
    bench.fact(CallState.OFFERED, "2")
    bench.settle()
    assert len(bench.screen.cards) == 1
    assert bench.screen.notices == []
    with pytest.raises(InvalidInput, match="on: must be true or false"):
        bench.ask("do-not-disturb", on="yes")
    assert bench.ask("do-not-disturb") == {"on": False}


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (IconCommand.OPEN, ("show_front", None)),
        (IconCommand.RECENT_CALLS, ("show_history", None)),
        (IconCommand.DIAL, ("show_dial_box", None)),
        (IconCommand.SETUP, ("show_setup", None)),
        (IconCommand.HELP, ("show_help", "")),
        (IconCommand.SIGN_IN, ("show_sign_in", None)),
    ],
)
def test_the_menu_of_the_icon_raises_windows(bench: Bench, command: IconCommand, shown: tuple[str, object]) -> None:
    bench.tray._on_icon(command)
    assert bench.screen.told[-1] == shown


def test_where_the_desktop_shows_no_menu_the_windows_show_the_one_of_now(bench: Bench) -> None:
    bench.tray.choose_in_menu(IconCommand.DO_NOT_DISTURB)
    bench.settle()
    bench.tray._on_icon(IconCommand.MENU)
    method, entries = bench.screen.told[-1]
    assert method == "show_menu"
    assert isinstance(entries, tuple)
    assert [(entry.command, entry.checked) for entry in entries if entry.checked is not None] == [
        (IconCommand.DO_NOT_DISTURB, True)
    ]


def test_a_chosen_language_is_kept_and_shown(bench: Bench) -> None:
    bench.tray.choose_language("nl")
    bench.screen.wait(lambda: bench.screen.of("choose_language") == ["nl"], "language")
    assert load(bench.folder).config.ui.language is Language.DUTCH


def test_a_language_that_cannot_be_kept_is_told_and_not_shown(bench: Bench) -> None:
    (bench.folder / CONFIG_NAME).write_text("[ui\n", encoding="utf-8")
    bench.tray.choose_language("nl")
    bench.screen.wait(lambda: bench.screen.notices, "notice")
    assert "is not a TOML file" in bench.screen.notices[-1].text
    assert bench.screen.of("choose_language") == []


def test_quit_in_the_menu_ends_everything(bench: Bench) -> None:
    bench.tray._on_icon(IconCommand.QUIT)
    bench.screen.wait(lambda: ("quit", None) in bench.screen.told, "end")
    assert bench.tray.icon.status.state in {IconState.OFF, IconState.UNAVAILABLE}
    with pytest.raises(NotRunning):
        bench.ask("status")


# -- the command line


def test_status_tells_what_goes_on(bench: Bench) -> None:
    bench.load()
    bench.map(ROW)
    bench.fact(CallState.OFFERED)
    status = bench.ask("status")
    assert set(status) >= {"running", "user", "sources", "store", "sign_in", "directory", "outbox", "calls"}
    assert '"number": "+31205550101", "name": "Adatum"' in json.dumps(status["calls"])
    store = status["store"]
    assert isinstance(store, dict)
    assert store.pop("setup_age_s") >= 0
    assert store == {"kind": "sqlite", "state": "online", "detail": ""}
    assert status["outbox"] == {"waiting": 0, "failed": 0}
    sign_in = status["sign_in"]
    assert isinstance(sign_in, dict)
    assert "sign_in.client_id" in sign_in.pop("detail")
    assert sign_in == {
        "state": "signed_out",
        "account": None,
        "access_token": False,
        "refresh_token": False,
        "authorization_time": None,
        "token_expires": None,
    }


def test_the_presence_ends_a_call_of_teams_where_its_client_is_silent(bench: Bench) -> None:
    tray = bench.tray
    at = tray.clocks.monotonic()
    pop = CallEvent("teams", "t1", CallState.CONNECTED, at, Direction.INCOMING, number=ADATUM, end_unseen=True)
    tray.core.report(pop)
    tray.teams.presence(PresenceState.AVAILABLE, at, None)
    tray.teams.presence(PresenceState.IN_CALL, tray.clocks.monotonic(), at)
    bench.settle()
    assert [call["source"] for call in bench.calls()] == ["teams"]
    tray.teams.presence(PresenceState.AVAILABLE, tray.clocks.monotonic(), at)
    bench.settle()
    assert bench.calls() == []


def test_a_second_start_comes_to_the_front(bench: Bench) -> None:
    assert bench.ask("raise") == {}
    assert ("show_front", None) in bench.screen.told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({}, "number: must be a text"),
        ({"number": 112}, "number: must be a text"),
        ({"number": "hello"}, "A number to dial may hold"),
    ],
)
def test_dial_refuses_what_is_no_number(bench: Bench, arguments: dict[str, object], words: str) -> None:
    with pytest.raises(InvalidInput, match=words):
        bench.ask("dial", **arguments)
    assert bench.ask("status")["calls"] == []


def test_dial_says_that_the_phone_is_not_there(bench: Bench) -> None:
    with pytest.raises(CtiError, match="baresip is not enabled"):
        bench.ask("dial", number="020 555 0101")
    assert bench.screen.notices == [], "who asked has the answer"


def test_a_verb_that_nobody_knows_is_refused(bench: Bench) -> None:
    with pytest.raises(CtiError):
        bench.ask("reboot")


def test_a_busy_core_is_said_instead_of_waited_for(bench: Bench) -> None:
    gate = Gate()
    bench.tray.core.run(gate.hold)
    assert gate.reached.wait(PATIENCE_S)
    with pytest.raises(CtiError, match="busy"):
        bench.ask("status")
    gate.open()
    assert bench.ask("status")["running"] is True


def test_quit_answers_and_ends(bench: Bench) -> None:
    assert bench.ask("quit") == {}
    bench.screen.wait(lambda: ("quit", None) in bench.screen.told, "end")


def test_refresh_takes_over_what_changed_before_it_answers(bench: Bench) -> None:
    bench.load()
    bench.map(ROW)
    assert bench.tray.setup.current().mappings.rows == (ROW,)
    bench.fact(CallState.OFFERED)
    bench.settle()
    assert bench.screen.cards[0].name == "Adatum"


# -- the windows' questions


def test_windows_ask_for_recent_calls_search_and_records(bench: Bench) -> None:
    bench.load()
    bench.fact(CallState.OFFERED)
    bench.fact(CallState.ENDED)
    bench.settle()
    assert bench.tray.journal.flush()
    rows: list[tuple[HistoryRow, ...]] = []
    found: list[list[str]] = []
    asked = threading.Event()
    bench.tray.recent_calls(10, rows.append)
    bench.tray.search("ada", 10, lambda answer: found.append([each.no for each in answer]))
    bench.tray.search("", 10, lambda _: asked.set())
    assert asked.wait(PATIENCE_S)
    assert [row.number for row in rows[0]] == [ADATUM]
    assert found == [["C1"]]
    bench.tray.open_record("Customer", "C1")
    bench.screen.wait(lambda: bench.screen.of("show_record"), "record page")


# -- the end


def test_ending_while_calls_go_on_writes_them_all(tmp_path: Path, screen: Screen) -> None:
    bench = Bench(tmp_path, screen)
    bench.start()
    for number in range(200):
        bench.fact(CallState.OFFERED, str(number))
    threads = [threading.Thread(target=bench.tray.close) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert not any(thread.is_alive() for thread in threads)
    with JournalReader(tmp_path / JOURNAL_FILE) as reader:
        assert len(reader.recent(1000)) == 200


def test_a_tray_that_never_began_ends_at_once(tmp_path: Path, screen: Screen) -> None:
    Bench(tmp_path, screen).tray.close()
