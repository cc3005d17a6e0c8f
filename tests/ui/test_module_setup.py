"""The module setup as an administrator and everybody else use it, the licence included."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QLabel, QTreeWidget
from pytestqt.qtbot import QtBot

from tests.ui.clipping import clipped
from tests.ui.conftest import Speaking, let_go
from tests.ui.dialog_driver import DialogDriver, check_names_and_keys
from tests.ui.setup_bench import Person, SetupBench
from tray.setup.model import LicenceKind
from ui.language import Language
from ui.module_setup import ModuleSetupDialog
from ui.theme import Theme

CRM, CALLS, LICENCE, WHERE = range(4)


class Module(DialogDriver):
    """The open dialog."""

    def __init__(self, qtbot: QtBot, theme: Theme, bench: SetupBench) -> None:
        window = ModuleSetupDialog(theme, bench.administration)
        super().__init__(qtbot, window)
        self.bench = bench
        self.window: ModuleSetupDialog = window
        self.open()

    def open(self) -> None:
        """Open it, anew where it is open."""
        self.window.open()
        self.wait_for_sheet()

    def show(self, tab: int) -> None:
        """Show a tab."""
        self.window.tabs.setCurrentIndex(tab)


@pytest.fixture
def module(qtbot: QtBot, theme: Theme, bench: SetupBench) -> Iterator[Module]:
    module = Module(qtbot, theme, bench)
    yield module
    module.window.close()
    let_go(module.window)


as_others = pytest.mark.parametrize("person", [Person.PLAIN, Person.UNLICENSED], indirect=True)


def test_an_administrator_saves_every_tab_at_once(module: Module) -> None:
    module.tick("module_crm_activeEdit")
    module.write("module_incoming_template", " m-in ")
    module.show(CALLS)
    module.write("module_region", "de")
    module.write("module_outside_prefix", "0")
    module.qtbot.keyClick(module.number("module_internal_max_digits"), Qt.Key.Key_Up)
    module.qtbot.keyClick(module.number("module_heartbeat_s"), Qt.Key.Key_Down)
    module.show(LICENCE)
    module.qtbot.keyClick(module.number("licence_seats"), Qt.Key.Key_Up)
    module.apply()
    saved, licence = module.bench.store.module(module.bench.admin), module.bench.store.licence(module.bench.admin)
    assert (saved.calls.crm_active, saved.calls.incoming_template) == (True, "M-IN")
    assert (saved.region, saved.outside_prefix, saved.internal_max_digits) == ("DE", "0", 0)
    assert (saved.heartbeat_s, licence.seats) == (29, 26)
    module.qtbot.waitUntil(lambda: not module.can_apply)
    assert module.banner == ""


def test_what_is_left_empty_is_decided_on_each_machine(module: Module) -> None:
    module.bench.change_module(region="DE", outside_prefix="0", internal_max_digits=3)
    module.open()
    module.qtbot.waitUntil(lambda: module.line("module_region").text() == "DE")
    module.show(CALLS)
    module.write("module_region", "")
    module.write("module_outside_prefix", "")
    box = module.number("module_internal_max_digits")
    for _ in range(4):
        module.qtbot.keyClick(box, Qt.Key.Key_Down)
    module.apply()
    saved = module.bench.store.module(module.bench.admin)
    assert (saved.region, saved.outside_prefix, saved.internal_max_digits) == (None, None, None)


@pytest.mark.parametrize(
    ("field", "text"), [("module_region", "xx"), ("module_region", "q"), ("module_outside_prefix", "+")]
)
def test_a_wrong_value_is_told_at_its_field_on_its_tab(module: Module, field: str, text: str) -> None:
    module.show(CALLS)
    module.write(field, text)
    module.show(LICENCE)
    module.press("applyButton")
    assert module.window.tabs.currentIndex() == CALLS
    assert module.problem(field)
    assert not module.window.tabs.tabIcon(CALLS).isNull()
    assert module.window.focusWidget() is module.line(field)
    assert module.bench.store.module(module.bench.admin).revision == 1
    module.write(field, "")
    assert module.problem(field) == ""
    module.press("okButton")
    assert not module.window.isVisible()


def test_a_region_that_is_no_country_is_told_as_such(module: Module) -> None:
    module.show(CALLS)
    module.write("module_region", "xx")
    module.press("applyButton")
    assert module.problem("module_region").startswith("XX is no country that is known.")
    assert "such as NL" in module.problem("module_region")


@pytest.mark.parametrize(
    ("field", "typed", "limits"),
    [
        ("module_retention_days", "0", "from 1 to 3650"),
        ("module_retention_days", "3651", "from 1 to 3650"),
        ("module_heartbeat_s", "3", "from 5 to 300"),
        ("module_heartbeat_s", "999", "from 5 to 300"),
        ("module_heartbeat_s", "", "from 5 to 300"),
        ("module_internal_max_digits", "11", "from 0 to 10"),
    ],
)
def test_a_number_beyond_its_limits_is_refused_at_its_field(
    module: Module, field: str, typed: str, limits: str
) -> None:
    module.show(CALLS)
    module.write(field, typed)
    module.qtbot.keyClick(module.number(field), Qt.Key.Key_Return)
    assert module.window.isVisible()
    assert limits in module.problem(field)
    assert module.number(field).text() == typed
    assert module.bench.store.module(module.bench.admin).revision == 1


def test_more_users_than_seats_is_refused_and_nothing_else_is_saved(module: Module) -> None:
    module.tick("module_crm_activeEdit")
    module.show(LICENCE)
    seats = module.number("licence_seats")
    seats.selectAll()
    module.qtbot.keyClicks(seats, "1")
    module.apply()
    module.qtbot.waitUntil(lambda: "1 seat" in module.banner)
    assert "1 seat" in module.problem("licence_seats")
    assert not module.window.tabs.tabIcon(LICENCE).isNull()
    assert module.number("licence_seats").hasFocus()
    assert module.bench.store.licence(module.bench.admin).seats == 25
    assert not module.bench.store.module(module.bench.admin).calls.crm_active
    assert module.can_apply, "what was typed is still there"


def test_a_trial_needs_an_end_date(module: Module) -> None:
    module.show(LICENCE)
    module.choose("licence_kind", "Trial")
    module.apply()
    module.qtbot.waitUntil(lambda: module.problem("licence_valid_until") != "")
    module.tick("licence_valid_untilEditTick")
    day = module.find(QDateEdit, "licence_valid_untilEditDay")
    assert isinstance(day, QDateEdit)
    assert day.isEnabled()
    day.setDate(QDate(2027, 12, 31))
    module.apply()
    licence = module.bench.store.licence(module.bench.admin)
    assert (licence.kind, licence.valid_until) == (LicenceKind.TRIAL, date(2027, 12, 31))
    module.qtbot.waitUntil(lambda: module.text("fact_licence_stateEdit").startswith("Trial: valid for"))


def test_an_end_date_is_no_longer_asked_for_once_the_licence_is_no_trial(module: Module) -> None:
    module.show(LICENCE)
    module.choose("licence_kind", "Trial")
    module.apply()
    module.qtbot.waitUntil(lambda: module.problem("licence_valid_until") != "")
    module.choose("licence_kind", "Licensed")
    assert module.problem("licence_valid_until") == ""


@pytest.mark.parametrize(("day", "shown"), [(date(1999, 12, 31), 1999), (date(50, 1, 1), 100)])
def test_a_licence_that_cannot_be_shown_as_it_is_stays_until_it_is_edited(
    module: Module, day: date, shown: int
) -> None:
    module.bench.change_licence(name="Adatum  BV", valid_until=day)
    module.open()
    module.qtbot.waitUntil(lambda: module.line("licence_name").text() == "Adatum BV")
    edit = module.find(QDateEdit, "licence_valid_untilEditDay")
    assert isinstance(edit, QDateEdit)
    assert edit.date().year() == shown
    assert not module.can_apply
    module.show(LICENCE)
    module.write("licence_seats", "40")
    module.apply()
    licence = module.bench.store.licence(module.bench.admin)
    assert (licence.name, licence.valid_until, licence.seats) == ("Adatum  BV", day, 40)
    module.write("licence_name", "Adatum  NV")
    module.qtbot.waitUntil(lambda: module.can_apply)


def test_it_opens_at_the_licence_and_keeps_the_edits_that_are_there(module: Module) -> None:
    module.write("module_incoming_template", "mine")
    module.window.open_licence()
    assert module.window.tabs.currentIndex() == LICENCE
    module.qtbot.waitUntil(lambda: module.can_apply)
    assert module.line("module_incoming_template").text() == "MINE"


def test_state_and_kind_of_the_licence_have_one_word_in_every_language(module: Module, speaking: Speaking) -> None:
    speaking(Language.GERMAN)
    module.qtbot.waitUntil(lambda: module.text("fact_licence_stateEdit") == "Licensed: gültig")
    assert module.list("licence_kind").currentText() == "Licensed"


def test_the_seats_that_are_taken_are_told(module: Module) -> None:
    assert module.text("fact_seats_usedEdit") == "2 of 25"


def test_an_expired_licence_can_be_renewed_and_nothing_else_changed(module: Module) -> None:
    module.bench.change_licence(valid_until=date(2026, 1, 31))
    module.open()
    module.qtbot.waitUntil(lambda: module.text("fact_licence_stateEdit").startswith("Expired: the last day was"))
    assert "has expired; its last day was" in module.banner
    assert "until then nothing else can be changed" in module.banner
    assert not module.edit("module_crm_active").isEnabled()
    module.press("bannerButton")
    assert module.window.tabs.currentIndex() == LICENCE
    assert module.line("licence_name").hasFocus()
    assert clipped(module.window) == []
    assert module.find(QLabel, "licenceInvalid").isVisible()
    module.tick("licence_valid_untilEditTick")
    module.apply()
    assert module.bench.store.licence(module.bench.admin).valid_until is None
    module.qtbot.waitUntil(lambda: module.edit("module_crm_active").isEnabled())
    assert module.banner == ""


def test_a_licence_is_loaded_from_a_file_and_saved_like_anything_typed(module: Module, tmp_path: Path) -> None:
    file = tmp_path / "licence.json"
    file.write_text(
        json.dumps({"name": "Adatum", "kind": "Licensed", "seats": 40, "valid_until": "2028-06-30"}), encoding="utf-8"
    )
    module.show(LICENCE)
    module.window.load_licence(file)
    module.qtbot.waitUntil(lambda: module.number("licence_seats").number == 40)
    assert module.bench.store.licence(module.bench.admin).seats == 25, "it is not saved yet"
    module.apply()
    licence = module.bench.store.licence(module.bench.admin)
    assert (licence.name, licence.seats, licence.valid_until) == ("Adatum", 40, date(2028, 6, 30))


def test_a_file_that_is_no_licence_is_told_by_name(module: Module, tmp_path: Path) -> None:
    file = tmp_path / "licence.json"
    file.write_text('{"name": "Adatum", "kind": "Licensed", "seats": "many", "valid_until": null}', encoding="utf-8")
    module.window.load_licence(file)
    module.qtbot.waitUntil(lambda: "seats" in module.banner)
    assert not module.can_apply


@as_others
def test_everybody_else_reads_it_and_why(module: Module) -> None:
    assert module.banner == "Only an administrator can change this."
    assert not module.edit("module_crm_active").isEnabled()
    module.show(LICENCE)
    assert not module.number("licence_seats").isEnabled()
    assert module.line("licence_name").isReadOnly()
    assert not module.can_apply


@as_others
def test_the_store_refuses_what_the_dialog_locks(module: Module) -> None:
    module.window.set_open(True)
    module.tick("module_crm_activeEdit")
    module.window.send(module.window._saves.expect())
    module.qtbot.waitUntil(lambda: "Only an administrator may do this" in module.banner)
    assert not module.bench.store.module(module.bench.admin).calls.crm_active


def test_two_administrators_at_the_module_setup(module: Module) -> None:
    module.write("module_incoming_template", "mine")
    module.bench.change_module(incoming_template="THEIRS", outgoing_template="OUT")
    module.apply()
    module.qtbot.waitUntil(lambda: "Alex Boss" in module.banner and "THEIRS" in module.banner)
    module.qtbot.waitUntil(lambda: module.line("module_outgoing_template").text() == "OUT")
    assert module.line("module_incoming_template").text() == "MINE"
    module.apply()
    calls = module.bench.store.module(module.bench.admin).calls
    assert (calls.incoming_template, calls.outgoing_template) == ("MINE", "OUT")


def test_a_store_that_is_away_leaves_the_last_known_values_to_read(module: Module) -> None:
    module.bench.clock.forward(minutes=30)
    module.bench.lose_store()
    module.open()
    module.qtbot.waitUntil(lambda: "30 minutes ago" in module.banner)
    assert not module.edit("module_crm_active").isEnabled()
    assert not module.can_apply


def test_the_table_says_what_lives_where(module: Module) -> None:
    module.show(WHERE)
    table = module.find(QTreeWidget, "whereTable")
    assert isinstance(table, QTreeWidget)
    rows = [table.topLevelItem(row) for row in range(table.topLevelItemCount())]
    told = {row.text(0): (bool(row.text(1)), bool(row.text(2))) for row in rows if row is not None}
    assert told["Caller card delay (seconds)"] == (False, True)
    assert told["CRM active"] == (True, True)
    assert told["Region"] == (True, False)
    assert told["Incoming call (interaction template code)"] == (True, True)
    assert told["Kind of licence"] == told["Name of the licence"] == (True, False)
    for name in ("Administrator", "Currently active", "Access token", "Token expires"):
        assert told[name] == (False, True), name
    assert set(told.values()) == {(False, True), (True, True), (True, False)}


def test_every_control_has_a_name_and_its_keys_are_its_own(module: Module) -> None:
    for field in module.window.fields:
        assert field.control.accessibleName(), field.key
    tabs = module.window.tabs
    check_names_and_keys(module.window, [tabs.widget(place) for place in range(tabs.count())])
