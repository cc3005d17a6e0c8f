"""What the setup dialogs ask for: a mapping tried out and past calls foretold, from a real directory and journal."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.core.screen import PATIENCE_S, HandClock, Screen
from tray.activity.journal import Journal
from tray.activity.model import JournalRow
from tray.activity.reader import JournalReader
from tray.archive import Archive
from tray.calls.engine import Engine, Surroundings
from tray.calls.model import CallEvent, CallState, Cause, Direction, Outcome
from tray.calls.numbers import NumberReader, NumberRules
from tray.calls.pages import PageTarget, WebClient
from tray.calls.settings import (
    CloseMaskOn,
    MappingRow,
    ModuleSettings,
    OpenMaskOn,
    OpenOutgoingMaskOn,
    Setup,
    UserSettings,
)
from tray.calls.tracker import DIAL_SOURCE
from tray.calls.trial import MappingTrial, PageReason, RowVerdict
from tray.calls.what_if import Comparison, Foretold, NotPlayable, Part
from tray.core import Core, Desk
from tray.directory.importer import import_csv
from tray.directory.store import database_path
from tray.errors import CtiError
from tray.paths import JOURNAL_FILE
from tray.presenter import Presenter
from tray.surroundings import look_up, open_directory
from tray.views import ForetoldCall

ADATUM = "+31205550101"
CONTOSO = "+31205550102"
CSV = (
    "no,name,phone,mobile,fax\n"
    "C1,Adatum,020 555 0101,,020 555 0199\n"
    "C2,Contoso,020 555 0102,,\n"
    "C3,Contoso Lyon,020 555 0102,,\n"
)
ROW = MappingRow(1, "Customer", "https://erp.example/{no}", ("phone", "mobile"))
CRM = ModuleSettings(crm_active=True, incoming_template="IN", outgoing_template="OUT", missed_incoming_template="MISS")
USER = UserSettings(auto_open_master_data=True, crm_active=True)
SETUP = Setup(CRM, USER, (ROW,))


class Bench:
    """A core, its journal and an archive in one folder; the clock is moved by hand."""

    def __init__(self, folder: Path, screen: Screen, clock: HandClock) -> None:
        self.folder = folder
        self.clock = clock
        self.setup = SETUP
        self.failed: list[Exception] = []
        self.refused: list[Exception] = []
        self.reader = NumberReader(NumberRules(region="NL"))
        self.presenter = Presenter(self.reader, lambda: None)
        self.screen = screen
        self.journal = Journal(folder / JOURNAL_FILE, self.failed.append)
        self.core = Core(self._desk, clock.clocks(), self.failed.append, self.failed.append)
        self.archive = Archive(folder, self.presenter, self.reader, screen, self.failed.append, self.refused.append)
        self.load()
        self.core.start()

    def load(self, *phone_fields: str) -> None:
        file = self.folder / "customers.csv"
        file.write_text(CSV, encoding="utf-8")
        import_csv(self.folder, file, "Customer", self.reader, phone_fields or ROW.phone_fields, now=1.0)

    def hear(self, state: CallState, call_id: str, number: str = "", source: str = "phone", **more: Any) -> None:
        """A phone reports something, a second after what was before."""
        self.clock.now += 1.0
        self.core.report(CallEvent(source, call_id, state, self.clock.now, number=number, **more))
        self.settle()

    def dial(self, call_id: str, number: str) -> None:
        """The user dials through CTI Tray."""
        self.clock.now += 1.0
        self.core.run(lambda: self.core.dial_now(call_id, number))
        self.settle()

    def settle(self) -> None:
        done = threading.Event()
        self.core.run(done.set)
        assert done.wait(PATIENCE_S)
        assert self.journal.flush()

    def rows(self) -> tuple[JournalRow, ...]:
        with JournalReader(self.folder / JOURNAL_FILE) as reader:
            return reader.recent(100)

    def attempt(self, text: str, rows: Sequence[MappingRow], **more: Any) -> MappingTrial:
        trial = asked(partial(self.archive.try_mapping, text, rows, **more))
        assert isinstance(trial, MappingTrial)
        return trial

    def foretold(self, after: Setup, limit: int = 20, **more: Any) -> tuple[ForetoldCall, ...]:
        calls = asked(partial(self._foretell, after, limit, **more))
        assert isinstance(calls, tuple)
        return calls

    def _foretell(self, after: Setup, limit: int, answer: Callable[[Any], None], **more: Any) -> None:
        self.archive.foretell(self.setup, after, limit, answer, **more)

    def _desk(self) -> Desk:
        self.journal.start()
        directory = open_directory(self.folder, self.failed.append)
        around = Surroundings(
            reader=self.reader,
            setup=lambda: self.setup,
            lookup=partial(look_up, directory, self.reader, self.failed.append),
            remembered=self.journal.choices,
            ended_cards=100,  # each call is foretold on its own, so none may close the card of another
        )
        return Desk(
            engine=Engine(around),
            presenter=self.presenter,
            journal=self.journal,
            ui=self.screen,
            show_record=lambda *_: None,
            calls_changed=lambda _: None,
            close=directory.close,
        )


def asked(ask: Callable[..., None]) -> object:
    """The one answer to a question."""
    answers: list[object] = []
    told = threading.Event()

    def answer(given: object) -> None:
        answers.append(given)
        told.set()

    ask(answer=answer)
    assert told.wait(PATIENCE_S)
    assert len(answers) == 1
    return answers[0]


@pytest.fixture
def bench(tmp_path: Path, screen: Screen, clock: HandClock) -> Iterator[Bench]:
    bench = Bench(tmp_path, screen, clock)
    yield bench
    assert bench.archive.stop()
    assert bench.core.stop()
    assert bench.journal.stop()


def verdicts(trial: MappingTrial) -> list[RowVerdict]:
    return [each.verdict for each in trial.rows]


def test_a_mapping_is_tried_on_the_loaded_directory(bench: Bench) -> None:
    rows = [replace(ROW, enabled=False), MappingRow(2, "Vendor", "builtin"), replace(ROW, priority=3)]
    trial = bench.attempt("020-5550101", rows)
    assert verdicts(trial) == [RowVerdict.DISABLED, RowVerdict.NOT_INDEXED, RowVerdict.OPENS]
    assert trial.page == PageTarget("Customer", "C1", "https://erp.example/C1")
    assert trial.number_text == "020 555 0101"


def test_a_phone_field_that_is_not_indexed_yet_is_told_and_found_after_it_was(bench: Bench) -> None:
    fax = replace(ROW, phone_fields=("fax",))
    assert verdicts(bench.attempt("020 555 0199", [fax])) == [RowVerdict.NOT_INDEXED]
    bench.load("phone", "fax")
    assert verdicts(bench.attempt("020 555 0199", [fax])) == [RowVerdict.OPENS]
    no_column = replace(ROW, phone_fields=("phone", "pager"))
    assert verdicts(bench.attempt("020 555 0199", [no_column])) == [RowVerdict.NO_RECORD]


def test_a_trial_knows_the_records_that_the_user_chose_and_where_pages_are(bench: Bench) -> None:
    paged = replace(ROW, card_page="21")
    assert bench.attempt(CONTOSO, [paged]).reason is PageReason.SEVERAL
    bench.hear(CallState.OFFERED, "1", CONTOSO)
    bench.core.choose("phone/1", 1)
    bench.settle()
    trial = bench.attempt(CONTOSO, [paged], web_client=WebClient("https://bc.example"))
    assert (trial.reason, trial.page and trial.page.no) == (PageReason.REMEMBERED, "C3")
    assert "https://bc.example/" in str(trial.page)


def test_no_calls_yet(bench: Bench) -> None:
    assert bench.foretold(SETUP) == ()


def test_past_calls_are_foretold_newest_first(bench: Bench) -> None:
    bench.hear(CallState.OFFERED, "1", ADATUM)
    bench.hear(CallState.ENDED, "1")
    bench.hear(CallState.OFFERED, "2", CONTOSO)
    bench.hear(CallState.CONNECTED, "2")
    bench.hear(CallState.ENDED, "2")
    bench.hear(CallState.OFFERED, "3", "anonymous")
    after = replace(SETUP, user=replace(USER, open_mask_on=OpenMaskOn.CONNECTED))
    newest, oldest = bench.foretold(after)
    assert [newest.call, oldest.call] == [row.uid for row in bench.rows() if row.ended is not None]
    assert (oldest.name, oldest.number_text, oldest.outcome) == ("Adatum", "020 555 0101", Outcome.MISSED_INCOMING)
    assert (newest.direction, newest.started) == (Direction.INCOMING, 1_000_103.0)
    assert isinstance(newest.foretold, Comparison)
    assert (newest.foretold.before.card.opens, newest.foretold.after.card.opens) == (0.0, 1.0)
    assert newest.foretold.changed == {Part.CARD}
    assert isinstance(oldest.foretold, Comparison)
    assert oldest.foretold.changed == {Part.CARD, Part.PAGE}
    assert bench.foretold(after, limit=1) == (newest,)


def test_a_call_that_cannot_be_played_keeps_no_other_from_it(bench: Bench) -> None:
    bench.hear(CallState.OFFERED, "1", ADATUM)
    bench.hear(CallState.ENDED, "1")
    bench.hear(CallState.OFFERED, "2", "anonymous")
    bench.hear(CallState.ENDED, "2")
    spoilt = """UPDATE call SET facts = '[{"at": 0, "event": "sneezed"}]' WHERE call_id = '2'"""
    bench.journal.writer.submit(lambda connection: connection.execute(spoilt))
    bench.settle()
    newest, oldest = bench.foretold(SETUP)
    assert isinstance(newest.foretold, NotPlayable)
    assert isinstance(oldest.foretold, Comparison)
    assert newest.number_text == ""


def recorded(row: JournalRow) -> dict[str, Any]:
    """What the journal says was decided about a call, times in seconds after its start."""

    def after_start(decision: dict[str, Any]) -> float:
        return round(datetime.fromisoformat(decision["at"]).timestamp() - row.started, 3)

    said = {str(decision["decision"]): dict(decision) for decision in reversed(row.decisions)}
    opened, closed, logged = said.get("open_card"), said.get("close_card"), said.get("log_activity")
    page = said.get("open_page")
    return {
        "card": (opened and after_start(opened), (opened or said.get("no_card", {})).get("reason")),
        "closed": (closed and after_start(closed), closed["reason"] if closed else ""),
        "page": (page and (page["table"], page["no"], page["url"]), (page or said["no_page"])["reason"]),
        "activity": (
            (logged["template"], logged["table"], logged["no"]) if logged else ("", None, None),
            (logged or said["no_activity"])["reason"],
        ),
        "outcome": row.outcome,
    }


def as_recorded(foretold: Foretold) -> dict[str, Any]:
    card, page, activity = foretold.card, foretold.page, foretold.activity
    return {
        "card": (card.opens, card.reason),
        "closed": (card.closes, card.closes_reason),
        "page": (next(((each.table, each.no, each.url) for each in page.pages), None), page.reason),
        "activity": ((activity.template, activity.table, activity.no), activity.reason),
        "outcome": foretold.outcome,
    }


def place_calls(bench: Bench) -> None:
    """One call of each kind, one after the other."""
    ended = CallState.ENDED
    outgoing = {"direction": Direction.OUTGOING}
    bench.hear(CallState.OFFERED, "answered", ADATUM)
    bench.hear(CallState.CONNECTED, "answered")
    bench.hear(ended, "answered")
    bench.hear(CallState.OFFERED, "missed", CONTOSO)
    bench.hear(ended, "missed")
    bench.hear(CallState.OFFERED, "elsewhere", ADATUM)
    bench.hear(ended, "elsewhere", cause=Cause.ANSWERED_ELSEWHERE)
    bench.clock.now += 5.0
    bench.hear(CallState.OFFERED, "two phones", ADATUM)
    bench.hear(CallState.OFFERED, "the other", ADATUM, source="desk")
    bench.hear(CallState.CONNECTED, "the other", source="desk")
    bench.hear(ended, "two phones", cause=Cause.ANSWERED_ELSEWHERE)
    bench.hear(ended, "the other", source="desk")
    bench.hear(CallState.DIALING, "outgoing", ADATUM, **outgoing)
    bench.hear(CallState.CONNECTED, "outgoing")
    bench.hear(ended, "outgoing")
    bench.dial("dial-1", ADATUM)
    bench.hear(CallState.DIALING, "by the user", "0205550101", **outgoing)
    bench.hear(CallState.CONNECTED, "by the user")
    bench.hear(CallState.CONNECTED, "by the user", CONTOSO)
    bench.hear(ended, "by the user")
    bench.dial("dial-2", CONTOSO)
    bench.hear(ended, "dial-2", source=DIAL_SOURCE, cause=Cause.FAILED)


@pytest.mark.parametrize(
    ("opens", "closes", "outgoing", "page"),
    list(itertools.product(OpenMaskOn, CloseMaskOn, OpenOutgoingMaskOn, (True, False))),
)
def test_under_the_setup_in_force_the_past_is_foretold(
    bench: Bench, opens: OpenMaskOn, closes: CloseMaskOn, outgoing: OpenOutgoingMaskOn, page: bool
) -> None:
    user = replace(USER, open_mask_on=opens, close_mask_on=closes, open_outgoing_mask_on=outgoing, crm_active=page)
    bench.setup = replace(SETUP, user=replace(user, auto_open_master_data=page))
    place_calls(bench)
    rows, calls = bench.rows(), bench.foretold(bench.setup)
    assert len(rows) == len(calls) == 7
    for row, call in zip(rows, calls, strict=True):
        assert isinstance(call.foretold, Comparison)
        assert as_recorded(call.foretold.before) == recorded(row), row.call_id
        assert call.foretold.changed == set()


def test_a_journal_that_cannot_be_read_is_the_answer(bench: Bench) -> None:
    bench.hear(CallState.OFFERED, "1", ADATUM)
    assert bench.journal.stop()
    (bench.folder / JOURNAL_FILE).write_bytes(b"this is no database" * 1000)
    for ask in (partial(bench.archive.try_mapping, ADATUM, [ROW]), partial(bench.archive.foretell, SETUP, SETUP, 20)):
        answer = asked(ask)
        assert isinstance(answer, CtiError)
        assert JOURNAL_FILE in str(answer)
    assert bench.refused == []


def test_a_directory_that_cannot_be_opened_is_the_answer(tmp_path: Path, screen: Screen) -> None:
    database_path(tmp_path).mkdir()
    reader = NumberReader()
    failed: list[Exception] = []
    archive = Archive(tmp_path, Presenter(reader, lambda: None), reader, screen, failed.append, failed.append)
    assert isinstance(asked(partial(archive.try_mapping, ADATUM, [ROW])), CtiError)
    assert isinstance(asked(partial(archive.foretell, SETUP, SETUP, 20)), CtiError)
    assert archive.stop()
    assert failed == []


def test_what_nobody_expected_is_told_and_answered(bench: Bench) -> None:
    wrong: Any = None
    answer = asked(partial(bench.archive.try_mapping, wrong, [ROW]))
    assert isinstance(answer, CtiError)
    assert [type(error) for error in bench.failed] == [AttributeError]
    assert verdicts(bench.attempt(ADATUM, [ROW])) == [RowVerdict.OPENS]


def test_after_the_end_there_is_an_answer_too(bench: Bench) -> None:
    assert bench.archive.stop()
    assert isinstance(asked(partial(bench.archive.try_mapping, ADATUM, [ROW])), CtiError)
    assert isinstance(asked(partial(bench.archive.foretell, SETUP, SETUP, 20)), CtiError)
