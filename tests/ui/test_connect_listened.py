"""Teams and the lines of Windows in the window that connects a phone, with a strict Teams and a tapi32 of our own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.display import wait_until
from tests.teams import TeamsClient
from tests.telephony.tapi_bench import INBOUND, KNOWN, QUICK, Tapi32
from tests.ui.phone_bench import PhoneBench, PhoneDriver, phone_bench
from tests.ui.phone_samples import LISTENED, PLACES, Tells, desk_of
from tray.calls.model import CallState, Cause
from tray.config import load
from tray.config_model import SourcesConfig, TapiConfig, TeamsConfig
from tray.errors import Refused
from tray.phone_desk import PhoneDesk
from tray.telephony import tapi
from tray.telephony.listened import LineState, LineView, Listened, Pairing
from ui.connect_phone import ConnectPhoneWindow
from ui.theme import Theme

OURS, THEIRS = "00000011", "00000012"


@pytest.fixture
def teams() -> Iterator[TeamsClient]:
    with TeamsClient() as teams:
        yield teams


@pytest.fixture
def tapi32(tapi32_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tapi32:
    """Two voice lines, where Windows would have its own."""
    found = Tapi32.copy_of(tapi32_library, tmp_path)
    found.device(0, "Desk phone", number="110", permanent=0x11)
    found.device(1, "Reception", number="111", permanent=0x12)
    found.stand_in(monkeypatch, timing=QUICK)
    return found


def desk(folder: Path, teams: TeamsConfig | None = None, *lines: str) -> SourcesConfig:
    folder.mkdir(exist_ok=True)
    return SourcesConfig(teams=teams or TeamsConfig(enabled=False), tapi=TapiConfig(lines=lines))


def box(driver: PhoneDriver, name: str) -> QCheckBox:
    found = driver.connect.findChild(QCheckBox, name)
    assert found is not None, name
    return found


def tick(driver: PhoneDriver, name: str) -> None:
    found = box(driver, name)
    assert found.isVisible()
    found.setFocus()
    driver.qtbot.keyClick(found, Qt.Key.Key_Space)


def says(driver: PhoneDriver, name: str, words: str) -> None:
    driver.qtbot.waitUntil(lambda: words in driver.text(name))


def chosen_in_file(bench: PhoneBench) -> object:
    return tomllib.loads((bench.folder / "config.toml").read_text(encoding="utf-8"))["sources"]["tapi"]["lines"]


# -- Teams


def test_teams_is_paired_by_its_button_and_how_far_it_is_can_be_read(
    qtbot: QtBot, theme: Theme, tmp_path: Path, teams: TeamsClient
) -> None:
    with phone_bench(tmp_path / "home", desk(tmp_path / "home", TeamsConfig(address=teams.address))) as bench:
        driver = PhoneDriver(qtbot, theme, bench)
        driver.choose("Microsoft Teams")
        says(driver, "teamsState", "Connected with Teams, but not paired.")
        assert teams.prompts == 0
        driver.press("teamsPairButton")
        says(driver, "teamsState", "Waiting for your next call")
        assert not driver.button("teamsPairButton").isVisible()
        assert teams.prompts == 0
        teams.call(True)
        teams.wait_for_prompt()
        says(driver, "teamsState", "Teams asks you now")
        teams.allow()
        says(driver, "teamsState", "Paired with Teams.")
        assert not driver.button("teamsPairButton").isVisible()
        assert "Teams never tells that it rings" in driver.text("teamsDetail")


def test_a_refusal_is_told_and_the_user_may_ask_again(
    qtbot: QtBot, theme: Theme, tmp_path: Path, teams: TeamsClient
) -> None:
    with phone_bench(tmp_path / "home", desk(tmp_path / "home", TeamsConfig(address=teams.address))) as bench:
        driver = PhoneDriver(qtbot, theme, bench)
        driver.choose("Microsoft Teams")
        qtbot.waitUntil(driver.button("teamsPairButton").isVisible)
        teams.blocked = True
        teams.call(True)
        driver.press("teamsPairButton")
        says(driver, "teamsState", "Teams has refused.")
        assert "Settings, Privacy, Third-party app API" in driver.text("teamsDetail")
        assert driver.button("teamsPairButton").isVisible()


@pytest.mark.parametrize("pairing", [*Pairing, None])
@pytest.mark.parametrize("reached", [True, False])
def test_every_state_of_teams_has_words_and_only_some_have_the_button(
    qtbot: QtBot, theme: Theme, pairing: Pairing | None, *, reached: bool
) -> None:
    window = ConnectPhoneWindow(theme, desk_of(Tells(PLACES, replace(LISTENED, pairing=pairing, reached=reached))))
    qtbot.addWidget(window)
    window.show_product("teams")
    window.open()
    words, button = window.findChild(QLabel, "teamsState"), window.findChild(QWidget, "teamsPairButton")
    assert words is not None
    assert button is not None
    assert words.text().endswith(".")
    assert button.isVisible() is (reached and pairing in {Pairing.NONE, Pairing.REFUSED})


def test_the_screen_pop_leads_to_the_page_about_teams(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with phone_bench(tmp_path / "home", desk(tmp_path / "home")) as bench:
        driver = PhoneDriver(qtbot, theme, bench)
        driver.choose("Microsoft Teams")
        assert driver.text("teamsState") == "Teams is switched off in CTI Tray."
        with qtbot.waitSignal(driver.connect.help_requested) as asked:
            driver.press("teamsPopButton")
        assert asked.args == ["teams"]


# -- the lines of Windows


def test_the_own_line_is_chosen_without_a_file_and_holds_at_once(
    qtbot: QtBot, theme: Theme, tmp_path: Path, tapi32: Tapi32
) -> None:
    with phone_bench(tmp_path / "home", desk(tmp_path / "home")) as bench:
        driver = PhoneDriver(qtbot, theme, bench)
        driver.choose("Windows telephony")
        qtbot.waitUntil(lambda: driver.connect.findChild(QCheckBox, "lineBox2") is not None)
        assert box(driver, "allLinesBox").isChecked()
        assert not box(driver, "lineBox1").isEnabled()
        says(driver, "lineState2", "is listened to")
        tick(driver, "allLinesBox")
        tick(driver, "lineBox2")
        tapi32.new_call(0x1001, 1, state=tapi.LINECALLSTATE_OFFERING, origin=INBOUND, callerflags=KNOWN)
        qtbot.waitUntil(lambda: bool(bench.facts))
        driver.press("linesSaveButton")
        says(driver, "linesSaid", "Saved.")
        assert chosen_in_file(bench) == [OURS]
        assert load(bench.folder).config.sources.tapi.lines == (OURS,)
        says(driver, "lineState2", "")
        qtbot.waitUntil(lambda: [line.open for line in bench.phones.telephony_lines()] == [True, False])
        last = bench.facts[-1]
        assert (last.state, last.cause) == (CallState.ENDED, Cause.LOST)
        tapi32.new_call(0x1002, 0, state=tapi.LINECALLSTATE_OFFERING, origin=INBOUND, callerflags=KNOWN)
        qtbot.waitUntil(lambda: bench.facts[-1].state is CallState.OFFERED)
        tick(driver, "allLinesBox")
        driver.press("linesSaveButton")
        qtbot.waitUntil(lambda: all(line.open for line in bench.phones.telephony_lines()))
        assert chosen_in_file(bench) == []
        assert bench.facts[-1].state is CallState.OFFERED, "the call on the line that stays goes on"
    assert not [note for note in tapi32.notes() if note.startswith(("wrong", "left"))]


def test_at_least_one_line_is_ticked(qtbot: QtBot, theme: Theme, tmp_path: Path, tapi32: Tapi32) -> None:
    with phone_bench(tmp_path / "home", desk(tmp_path / "home", None, "Desk phone")) as bench:
        driver = PhoneDriver(qtbot, theme, bench)
        driver.choose("Windows telephony")
        qtbot.waitUntil(lambda: driver.connect.findChild(QCheckBox, "lineBox2") is not None)
        assert [box(driver, f"lineBox{number}").isChecked() for number in (1, 2)] == [True, False]
        tick(driver, "lineBox1")
        driver.press("linesSaveButton")
        assert driver.visible_text("linesSaid") == "Tick at least one line."
        assert not (bench.folder / "config.toml").exists()
        assert bench.phones.chosen_lines == ("Desk phone",)
    assert tapi32.notes()


def test_a_line_that_comes_later_appears_and_ticks_that_are_not_saved_stay(
    qtbot: QtBot, theme: Theme, tmp_path: Path, tapi32: Tapi32
) -> None:
    with phone_bench(tmp_path / "home", desk(tmp_path / "home", None, OURS, "Headset")) as bench:
        driver = PhoneDriver(qtbot, theme, bench)
        driver.choose("Windows telephony")
        qtbot.waitUntil(lambda: driver.connect.findChild(QCheckBox, "lineBox3") is not None)
        assert (box(driver, "lineBox3").text(), driver.text("lineState3")) == ("Headset", "is not there now")
        tick(driver, "lineBox2")
        tapi32.device(2, "Headset", permanent=0x13)
        tapi32.line_message(tapi.LINE_CREATE, p1=2)
        says(driver, "lineState3", "is listened to")
        assert [box(driver, f"lineBox{number}").isChecked() for number in (1, 2, 3)] == [True, True, True]
        driver.press("linesSaveButton")
        says(driver, "linesSaid", "Saved.")
        assert chosen_in_file(bench) == [OURS, THEIRS, "00000013"]


def test_what_the_administrator_has_fixed_is_said_at_the_lines(
    qtbot: QtBot, theme: Theme, tmp_path: Path, tapi32: Tapi32, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = tmp_path / "machine"
    machine.mkdir()
    (machine / "config.toml").write_text('[locked]\nkeys = ["sources.tapi.lines"]\n', encoding="utf-8")
    monkeypatch.setattr("tray.phone_desk.machine_folder", lambda: machine)
    with phone_bench(tmp_path / "home", desk(tmp_path / "home")) as bench:
        wait_until(lambda: len(bench.phones.telephony_lines()) == 2, what="the lines")
        driver = PhoneDriver(qtbot, theme, bench)
        driver.choose("Windows telephony")
        tick(driver, "allLinesBox")
        driver.press("linesSaveButton")
        says(driver, "linesSaid", "sources.tapi.lines is fixed by the administrator")
        answers: list[Listened | object] = []
        bench.desk.choose_lines((OURS,), answers.append)
        wait_until(lambda: bool(answers), what="an answer")
        assert isinstance(answers[0], Refused)
        assert bench.phones.chosen_lines == ()
    assert tapi32.notes()


def test_lines_are_told_by_their_state(tmp_path: Path, tapi32: Tapi32) -> None:
    tapi32.fail("lineOpenW", tapi.LINEERR_RESOURCEUNAVAIL)
    with phone_bench(tmp_path / "home", desk(tmp_path / "home", None, f"{{{OURS.upper()}}}", "Gone")) as bench:
        wait_until(lambda: len(bench.phones.telephony_lines()) == 2, what="the lines")
        assert isinstance(bench.desk, PhoneDesk)
        told = bench.desk.listened()
        assert told.lines == (
            LineView("Desk phone", OURS, LineState.CLOSED),
            LineView("Reception", THEIRS, LineState.IGNORED),
            LineView("Gone", "Gone", LineState.ABSENT),
        )
        assert (told.all_lines, told.hears_lines) == (False, False)


def test_without_windows_telephony_there_is_nothing_to_choose(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    sources = replace(desk(tmp_path / "home"), tapi=TapiConfig(enabled=False))
    with phone_bench(tmp_path / "home", sources) as bench:
        driver = PhoneDriver(qtbot, theme, bench)
        driver.choose("Windows telephony")
        assert "[sources.tapi]" in driver.visible_text("linesState")
        assert not driver.button("linesSaveButton").isVisible()
        assert bench.desk.listened().all_lines is None


def test_two_lines_of_one_name_are_told_apart(qtbot: QtBot, theme: Theme) -> None:
    window = ConnectPhoneWindow(theme, desk_of(Tells(PLACES)))
    qtbot.addWidget(window)
    window.show_product("tapi")
    window.open()
    texts = [each.text() for each in window.findChildren(QCheckBox) if each.objectName().startswith("lineBox")]
    assert texts[2:4] == ["Reception (00000013)", "Reception (00000014)"]
    assert "&&" in texts[1]
