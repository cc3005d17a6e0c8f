"""The dial box: what Enter dials, and that late answers change nothing."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.core_stand_in import Core
from tests.ui.window_samples import candidates
from tray.views import CandidateView, DialWay
from ui.dial_box import DialBox
from ui.dial_model import is_number, problem, rows_of
from ui.theme import Theme

_Part = TypeVar("_Part", bound=QWidget)


@pytest.fixture
def core() -> Core:
    return Core(found={"ada": candidates(), "020": candidates()[:1], "adam": candidates()[2:]})


@pytest.fixture
def box(qtbot: QtBot, theme: Theme, core: Core) -> DialBox:
    box = DialBox(theme, core)
    qtbot.addWidget(box)
    box.open()
    return box


def _part(box: DialBox, kind: type[_Part], name: str) -> _Part:
    part = box.findChild(kind, name)
    assert part is not None
    return part


def _edit(box: DialBox) -> QLineEdit:
    return _part(box, QLineEdit, "dialEdit")


def _says(box: DialBox) -> str:
    return _part(box, QLabel, "dialLabel").text()


def _search(qtbot: QtBot, box: DialBox, text: str) -> None:
    box.open(text)
    results = _part(box, QListView, "resultList")
    qtbot.waitUntil(lambda: results.model().rowCount() > 0)


def test_a_typed_number_is_dialled_and_the_box_closes(qtbot: QtBot, box: DialBox, core: Core) -> None:
    qtbot.keyClicks(_edit(box), "020 555 0199")
    assert _says(box) == "Enter dials 020 555 0199"
    qtbot.keyClick(_edit(box), Qt.Key.Key_Return)
    assert core.dialled == ["020 555 0199"]
    assert not box.isVisible()
    assert _edit(box).text() == ""


def test_typing_asks_the_directory_once_after_a_pause(qtbot: QtBot, box: DialBox, core: Core) -> None:
    qtbot.keyClicks(_edit(box), "ada")
    assert core.searched == []
    qtbot.waitUntil(lambda: core.searched == ["ada"])


def test_a_name_selects_its_first_number_and_says_so(qtbot: QtBot, box: DialBox, core: Core) -> None:
    _search(qtbot, box, "ada")
    assert _says(box) == "Enter dials +31 20 555 0101, Adatum Corporation"
    qtbot.keyClick(_edit(box), Qt.Key.Key_Return)
    assert core.dialled == ["+31 20 555 0101"]


def test_down_chooses_the_next_number(qtbot: QtBot, box: DialBox, core: Core) -> None:
    _search(qtbot, box, "ada")
    qtbot.keyClick(_edit(box), Qt.Key.Key_Down)
    qtbot.keyClick(_edit(box), Qt.Key.Key_Down)
    assert "+49 711 123456" in _says(box)
    qtbot.keyClick(_edit(box), Qt.Key.Key_Up)
    qtbot.keyClick(_edit(box), Qt.Key.Key_Return)
    assert core.dialled == ["06 5550 0101"]


def test_a_typed_number_is_dialled_even_when_the_directory_knows_others(qtbot: QtBot, box: DialBox, core: Core) -> None:
    _search(qtbot, box, "020")
    assert _says(box) == "Enter dials 020"


def test_further_typing_takes_the_choice_back(qtbot: QtBot, box: DialBox, core: Core) -> None:
    _search(qtbot, box, "ada")
    qtbot.keyClicks(_edit(box), "x")
    qtbot.keyClick(_edit(box), Qt.Key.Key_Return)
    assert core.dialled == []
    assert box.isVisible()


def test_a_late_answer_to_older_text_changes_nothing(qtbot: QtBot, box: DialBox, core: Core) -> None:
    core.at_once = False
    box.open("ada")
    qtbot.keyClick(_edit(box), Qt.Key.Key_End)
    qtbot.keyClicks(_edit(box), "m")
    core.answer_all()
    qtbot.waitUntil(lambda: core.searched == ["ada", "adam"])
    core.answer_all()
    results = _part(box, QListView, "resultList")
    qtbot.waitUntil(lambda: results.model().rowCount() > 0)
    assert results.model().rowCount() == 1


def test_enter_before_the_answer_dials_nobody(qtbot: QtBot, box: DialBox, core: Core) -> None:
    core.at_once = False
    qtbot.keyClicks(_edit(box), "ada")
    qtbot.keyClick(_edit(box), Qt.Key.Key_Return)
    assert core.dialled == []
    assert _says(box) == "Choose one of the names, or type a number."


def test_a_record_without_number_cannot_be_dialled(qtbot: QtBot, box: DialBox, core: Core) -> None:
    _search(qtbot, box, "adam")
    assert _says(box) == "This record has no number."
    assert not _part(box, QPushButton, "dialButton").isEnabled()
    qtbot.keyClick(_edit(box), Qt.Key.Key_Return)
    assert core.dialled == []


def test_nothing_found_says_so(qtbot: QtBot, box: DialBox) -> None:
    box.open("zebra")
    message = _part(box, QLabel, "noneLabel")
    qtbot.waitUntil(lambda: message.text() == "Nothing in the directory matches.")
    qtbot.keyClick(_edit(box), Qt.Key.Key_Return)
    assert _says(box) == "Type a number, or another name."


def test_a_number_that_will_not_be_dialled_keeps_the_box_and_what_was_typed(
    qtbot: QtBot, box: DialBox, core: Core
) -> None:
    core.ways["112"] = DialWay("baresip dials.", "Emergency numbers are not dialled from here.", "Dial it yourself.")
    qtbot.keyClicks(_edit(box), "112")
    qtbot.waitUntil(lambda: _way(box) == "Emergency numbers are not dialled from here. Dial it yourself.")
    assert _says(box) == ""
    qtbot.keyClick(_edit(box), Qt.Key.Key_Return)
    assert _says(box) == "This was not dialled."
    assert _edit(box).accessibleDescription() == _says(box)
    assert (core.dialled, box.isVisible(), _edit(box).text()) == ([], True, "112")


def test_a_number_is_dialled_as_soon_as_nothing_stands_in_its_way(qtbot: QtBot, box: DialBox, core: Core) -> None:
    core.ways["020 555 0199"] = DialWay("baresip dials.", "baresip is not connected.")
    qtbot.keyClicks(_edit(box), "020 555 0199")
    qtbot.waitUntil(lambda: _way(box) == "baresip is not connected.")
    core.ways.clear()
    qtbot.keyClick(_edit(box), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _says(box) == "Enter dials 020 555 0199")
    qtbot.keyClick(_edit(box), Qt.Key.Key_Return)
    assert core.dialled == ["020 555 0199"]


def test_what_stood_in_the_way_of_a_number_is_gone_when_the_box_opens_again(
    qtbot: QtBot, box: DialBox, core: Core
) -> None:
    core.ways["112"] = DialWay("", "Emergency numbers are not dialled from here.")
    qtbot.keyClicks(_edit(box), "112")
    qtbot.waitUntil(lambda: _way(box) == core.ways["112"].obstacle)
    box.close()
    box.open()
    assert _way(box) == ""


def test_control_enter_opens_the_record(qtbot: QtBot, box: DialBox) -> None:
    _search(qtbot, box, "ada")
    with qtbot.waitSignal(box.record_requested) as asked:
        qtbot.keyClick(_edit(box), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["Customer", "10000"]


def test_escape_closes(qtbot: QtBot, box: DialBox) -> None:
    qtbot.keyClick(_edit(box), Qt.Key.Key_Escape)
    assert not box.isVisible()


@pytest.mark.parametrize(
    ("text", "unknown", "words"),
    [
        ("*21#", False, "Service codes with * or # are not dialled from here."),
        ("0800 FLOWERS", True, "Letters are not dialled."),
        ("0800 FLOWERS", False, "Choose one of the names, or type a number."),
        ("4Com 2", True, "Type a number, or another name."),
    ],
)
def test_what_cannot_be_dialled_is_named(text: str, unknown: bool, words: str) -> None:
    assert problem(text, unknown=unknown) == words


@pytest.mark.parametrize("text", ["112", "+31 20 555 0101", "(020) 555-01.01", "020/5550101", "0 20\u00a055"])
def test_written_numbers_are_numbers(text: str) -> None:
    assert is_number(text)
    assert problem(text) == ""


@pytest.mark.parametrize("text", ["", "   ", "Ada", "*21#", "+", "12+34", "1" * 65, "1;phone-context=x", "tel:1"])
def test_everything_else_is_refused_in_words(text: str) -> None:
    assert problem(text).endswith(".")


def test_a_result_without_numbers_uses_a_detail_that_is_one() -> None:
    rows = rows_of((CandidateView("T", "1", "A", "020 555", True), CandidateView("T", "2", "B", "Purchasing", True)))
    assert [row.number for row in rows] == ["020 555", ""]


def _way(box: DialBox) -> str:
    return _part(box, QLabel, "wayLabel").text()


def test_the_box_says_how_it_dials_and_what_stands_in_the_way_of_a_number(
    qtbot: QtBot, box: DialBox, core: Core
) -> None:
    qtbot.waitUntil(lambda: _way(box) == "baresip dials.")
    core.ways["112"] = DialWay("baresip dials.", "Emergency numbers are not dialled from here.")
    qtbot.keyClicks(_edit(box), "112")
    qtbot.waitUntil(lambda: _way(box) == "Emergency numbers are not dialled from here.")
    qtbot.keyClicks(_edit(box), "2")
    qtbot.waitUntil(lambda: _way(box) == "baresip dials.")


def test_the_chosen_number_is_the_one_that_is_asked_about(qtbot: QtBot, box: DialBox, core: Core) -> None:
    core.ways["06 5550 0101"] = DialWay("", "The mobile phone is away.")
    _search(qtbot, box, "ada")
    qtbot.keyClick(_edit(box), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: _way(box) == "The mobile phone is away.")


def test_a_box_that_opens_again_looks_again(qtbot: QtBot, box: DialBox, core: Core) -> None:
    qtbot.waitUntil(lambda: _way(box) == "baresip dials.")
    box.close()
    core.ways[""] = DialWay("", "baresip is not connected.")
    box.open()
    qtbot.waitUntil(lambda: _way(box) == "baresip is not connected.")


def test_an_extension_may_be_typed(qtbot: QtBot, box: DialBox, core: Core) -> None:
    qtbot.keyClicks(_edit(box), "020 555 0199 ext. 12")
    qtbot.keyClick(_edit(box), Qt.Key.Key_Return)
    assert core.dialled == ["020 555 0199 ext. 12"]
