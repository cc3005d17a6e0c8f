"""The audit trail as an administrator reads, searches and exports it, and as everybody else is refused it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Speaking, let_go
from tests.ui.setup_bench import NOW, Person, SetupBench
from tests.ui.window_driver import WindowDriver
from tray.errors import Refused
from tray.setup.model import Actor, Change, Identity, NewUser
from ui import audit_window
from ui.audit_window import AuditWindow
from ui.language import Language
from ui.theme import Theme


class Trail(WindowDriver):
    """The open window."""

    def __init__(self, qtbot: QtBot, theme: Theme, bench: SetupBench) -> None:
        window = AuditWindow(theme, bench.administration, bench.clock.wall)
        super().__init__(qtbot, window)
        self.window: AuditWindow = window
        self.bench = bench
        window.open()

    @property
    def whole(self) -> str:
        """What is told of the selected change."""
        text = self.window.findChild(QPlainTextEdit, "wholeText")
        assert text is not None
        return text.toPlainText()

    def changes(self) -> list[list[str]]:
        return self.cells("auditRows")


@pytest.fixture
def bench(bench: SetupBench) -> SetupBench:
    bench.change_card(Person.PLAIN, caller_card_delay=5)
    return bench


@pytest.fixture
def trail(qtbot: QtBot, theme: Theme, bench: SetupBench, person: Person) -> Iterator[Trail]:
    trail = Trail(qtbot, theme, bench)
    if person is Person.ADMIN:
        qtbot.waitUntil(lambda: bool(trail.changes()))
    yield trail
    trail.window.close()
    let_go(trail.window)


def test_who_changed_what_from_what_to_what_newest_first(trail: Trail) -> None:
    newest = trail.changes()[0]
    assert newest[1:] == [
        "Alex Boss (OFFICE\\boss)",
        "Changed",
        "User setup card Anna Vermeer (OFFICE\\anna)",
        "Caller card delay (seconds)",
        "0",
        "5",
    ]
    assert newest[0].startswith("2 Mar 2026 ")


def test_a_refused_attempt_is_on_record(trail: Trail) -> None:
    anna = Actor(trail.bench.user(Person.PLAIN).id)
    card = trail.bench.store.card(anna, anna.user_id)
    with pytest.raises(Refused):
        trail.bench.store.save(anna, Change(card=card), trail.bench.clock())
    trail.window.reload()
    trail.qtbot.waitUntil(lambda: trail.changes()[0][2] == "Refused")
    assert trail.changes()[0][1] == "Anna Vermeer (OFFICE\\anna)"
    assert "change the setup" in trail.changes()[0][6]


def test_what_was_refused_is_told_in_the_language_of_the_reader(trail: Trail, speaking: Speaking) -> None:
    anna, nico = (trail.bench.user(person).id for person in (Person.PLAIN, Person.UNLICENSED))
    with pytest.raises(Refused):
        trail.bench.store.activate(Actor(anna), nico, trail.bench.clock())
    trail.window.reload()
    trail.qtbot.waitUntil(lambda: trail.changes()[0][2] == "Refused")
    assert trail.changes()[0][6] == "activate Nico Newcomer (OFFICE\\newcomer). Only an administrator may do this."
    speaking(Language.GERMAN)
    QApplication.processEvents()
    assert trail.changes()[0][6] == "Nico Newcomer (OFFICE\\newcomer) aktivieren. Das darf nur ein Administrator."


def test_a_user_who_is_called_otherwise_now_is_no_licence_that_is(trail: Trail) -> None:
    trail.bench.store.connect(Identity("OFFICE\\anna", name="Anna Visser"), NOW)
    trail.window.reload()
    trail.qtbot.waitUntil(lambda: trail.changes()[0][4] == "Name")
    assert trail.changes()[0][5:] == ["Anna Vermeer", "Anna Visser"]


def test_search_finds_in_every_column(trail: Trail) -> None:
    trail.qtbot.keyClicks(trail.line("searchEdit"), "delay anna")
    assert len(trail.changes()) == 1
    trail.qtbot.keyClick(trail.line("searchEdit"), Qt.Key.Key_Escape)
    assert len(trail.changes()) > 1


def test_older_changes_are_loaded_when_they_are_asked_for(
    qtbot: QtBot, theme: Theme, bench: SetupBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_window, "PAGE", 4)
    for delay in range(6, 12):
        bench.change_card(Person.PLAIN, caller_card_delay=delay)
    trail = Trail(qtbot, theme, bench)
    qtbot.waitUntil(lambda: len(trail.changes()) == 4)
    trail.press("moreButton")
    qtbot.waitUntil(lambda: len(trail.changes()) == 8)
    assert [cells[6] for cells in trail.changes()[:7]] == ["11", "10", "9", "8", "7", "6", "5"]
    trail.press("moreButton")
    qtbot.waitUntil(lambda: len(trail.changes()) == len(bench.store.audit(bench.admin)) == 12)
    trail.press("moreButton")
    qtbot.waitUntil(lambda: not trail.button("moreButton").isVisible())
    assert len(trail.changes()) == 12
    trail.window.close()
    let_go(trail.window)


def test_the_trail_is_exported_and_the_number_told(trail: Trail, tmp_path: Path) -> None:
    file = tmp_path / "trail.json"
    trail.window.export_to(file)
    count = len(trail.bench.store.audit(trail.bench.admin))
    trail.qtbot.waitUntil(lambda: trail.banner == f"{count} changes were written into the file.")
    assert len(json.loads(file.read_text(encoding="utf-8"))) == count


def test_a_name_without_an_ending_gets_that_of_the_chosen_kind(trail: Trail, tmp_path: Path) -> None:
    trail.press("exportButton")
    (dialog,) = trail.window.findChildren(QFileDialog, "exportFile")
    dialog.selectNameFilter("JSON (*.json)")
    dialog.filterSelected.emit("JSON (*.json)")
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(tmp_path / "changes"))
    trail.qtbot.keyClick(name, Qt.Key.Key_Return)
    trail.qtbot.waitUntil(lambda: "were written" in trail.banner)
    assert [file.name for file in tmp_path.glob("changes*")] == ["changes.json"]
    assert json.loads((tmp_path / "changes.json").read_text(encoding="utf-8"))


def test_a_file_that_cannot_be_written_is_told(trail: Trail, tmp_path: Path) -> None:
    trail.window.export_to(tmp_path / "none" / "trail.csv")
    trail.qtbot.waitUntil(lambda: "trail.csv" in trail.banner)


@pytest.mark.parametrize("person", [Person.PLAIN, Person.UNLICENSED], indirect=True)
def test_everybody_else_is_refused_by_the_store(trail: Trail) -> None:
    trail.qtbot.waitUntil(lambda: "Only an administrator may do this" in trail.banner)
    assert trail.changes() == []


def test_values_full_of_markup_are_shown_literally(trail: Trail) -> None:
    trail.bench.store.add_users(trail.bench.admin, [NewUser("OFFICE\\eve", name="<img src=file:///x> &")], NOW)
    trail.window.reload()
    trail.qtbot.waitUntil(lambda: "<img" in trail.changes()[0][3])
    model = trail.rows("auditRows").model()
    told = model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=file:///x&gt; &amp;" in told
    assert "<img" not in told


def test_a_change_that_comes_leaves_the_selected_one_selected(trail: Trail) -> None:
    trail.select(trail.changes()[0][0], "auditRows")
    whole = trail.whole
    assert whole == "Setting: Caller card delay (seconds)\nFrom: 0\nTo: 5"
    trail.bench.change_card(Person.PLAIN, caller_card_delay=6)
    trail.window.refresh_if_open()
    trail.qtbot.waitUntil(lambda: trail.changes()[0][6] == "6")
    assert trail.rows("auditRows").currentIndex().row() == 1
    assert trail.whole == whole


def test_a_failure_to_load_older_changes_can_be_tried_again(
    qtbot: QtBot, theme: Theme, bench: SetupBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_window, "PAGE", 3)
    trail = Trail(qtbot, theme, bench)
    qtbot.waitUntil(lambda: len(trail.changes()) == 3)
    bench.lose_store()
    trail.press("moreButton")
    qtbot.waitUntil(lambda: "cannot be reached" in trail.banner)
    bench.reachable = True
    bench.setup.refresh_now()
    bench.renew()
    trail.press("moreButton")
    qtbot.waitUntil(lambda: len(trail.changes()) > 3)
    assert trail.banner == ""
    trail.window.close()
    let_go(trail.window)


def test_scrolling_to_the_end_loads_older_changes(
    qtbot: QtBot, theme: Theme, bench: SetupBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_window, "PAGE", 40)
    for delay in range(6, 60):
        bench.change_card(Person.PLAIN, caller_card_delay=delay)
    trail = Trail(qtbot, theme, bench)
    qtbot.waitUntil(lambda: len(trail.changes()) == 40)
    qtbot.waitUntil(lambda: trail.rows("auditRows").verticalScrollBar().maximum() > 0)
    qtbot.keyClick(trail.rows("auditRows"), Qt.Key.Key_End)
    qtbot.waitUntil(lambda: len(trail.changes()) > 40)
    trail.window.close()
    let_go(trail.window)


def test_who_loses_the_role_does_not_go_on_seeing_the_trail(trail: Trail) -> None:
    trail.bench.make_admin(Person.PLAIN)
    trail.bench.store.set_admin(trail.bench.admin, trail.bench.admin.user_id, trail.bench.clock(), admin=False)
    trail.window.refresh_if_open()
    trail.qtbot.waitUntil(lambda: trail.changes() == [])
    assert "Only an administrator" in trail.banner
    assert trail.whole == ""


def test_a_click_on_a_heading_sorts(trail: Trail) -> None:
    header = trail.rows("auditRows").header()
    place = QPoint(header.sectionViewportPosition(1) + 10, header.height() // 2)
    trail.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    names = [cells[1] for cells in trail.changes()]
    assert names in (sorted(names), sorted(names, reverse=True))
    assert len(set(names)) > 1


def test_a_search_in_vain_says_so_and_the_next_visit_begins_without_it(trail: Trail) -> None:
    trail.qtbot.keyClicks(trail.line("searchEdit"), "zebra")
    assert trail.visible_text("emptyLabel") == 'No change matches "zebra".'
    trail.press("emptyButton")
    assert trail.rows("auditRows").isVisible()
    trail.qtbot.keyClicks(trail.line("searchEdit"), "zebra")
    trail.window.close()
    trail.window.open()
    assert trail.line("searchEdit").text() == ""
    assert trail.rows("auditRows").isVisible()


def test_while_the_store_is_away_the_age_of_the_trail_is_told(trail: Trail) -> None:
    count = len(trail.changes())
    trail.bench.clock.forward(minutes=10)
    trail.bench.lose_store()
    trail.window.reload()
    trail.qtbot.waitUntil(lambda: "cannot be reached" in trail.banner)
    assert trail.text("countLabel") == f"{count} changes, loaded 10 minutes ago"


def test_a_trail_that_was_never_loaded_is_not_counted(qtbot: QtBot, theme: Theme, bench: SetupBench) -> None:
    bench.lose_store()
    trail = Trail(qtbot, theme, bench)
    qtbot.waitUntil(lambda: "cannot be reached" in trail.banner)
    assert trail.text("countLabel") == "The changes are not loaded."
    trail.window.close()
    let_go(trail.window)
