"""Dialling in a whole tray: by keyboard from the icon to the call, and from a link through its card."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.test_setup_in_the_tray import shown
from tests.ui.whole_tray import WholeTray, whole_tray
from tray.config import LoadedConfig
from tray.config_model import Config, DialConfig
from tray.config_schema import DialMethod
from tray.control import ask
from tray.directory.importer import import_csv
from tray.views import IconCommand
from ui.caller_card import CallerCard
from ui.dial_box import DialBox
from ui.dial_request import DialRequestCard

pytestmark = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="dials through xdg-open")

CSV = "no,name,phone,mobile\nC1,Adatum Corporation,020 555 0101,06 5550 0101\nC2,Trey Research,020 555 0102,\n"
BY_SIP = LoadedConfig(replace(Config(), dial=DialConfig(DialMethod.TEMPLATE, "sip:{number}@pbx.example")))
MOBILE = "sip:%2B31655500101@pbx.example"


class Desk:
    """A whole tray whose system notes what it is asked to open."""

    def __init__(self, whole: WholeTray, notes: Path) -> None:
        self.tray = whole.tray
        self.bridge = whole.presenter.bridge
        self._notes = notes

    @property
    def opened(self) -> list[str]:
        return self._notes.read_text().splitlines() if self._notes.exists() else []

    @property
    def cards(self) -> list[CallerCard]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, CallerCard) and each.isVisible()]


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    folder, notes, opener = tmp_path / "home", tmp_path / "notes", tmp_path / "xdg-open"
    folder.mkdir()
    opener.write_text(f"#!/bin/sh\necho \"$1\" >> '{notes}'\n")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with whole_tray(folder, qapp, BY_SIP) as whole:
        qtbot.waitUntil(whole.tray.ready.is_set)
        file = tmp_path / "customers.csv"
        file.write_text(CSV)
        import_csv(folder, file, "Customer", whole.tray.reader, now=1.0)
        yield Desk(whole, notes)


def test_a_name_an_arrow_and_enter_dial_the_second_number_of_a_record(qtbot: QtBot, desk: Desk) -> None:
    desk.tray._on_icon(IconCommand.DIAL)
    box = shown(qtbot, DialBox)
    edit, found = box.findChild(QLineEdit, "dialEdit"), box.findChild(QListView, "resultList")
    way, says = box.findChild(QLabel, "wayLabel"), box.findChild(QLabel, "dialLabel")
    assert edit is not None
    assert found is not None
    assert way is not None
    assert says is not None
    qtbot.keyClicks(edit, "adat")
    qtbot.waitUntil(lambda: found.model().rowCount() == 2)
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert says.text() == "Enter dials 06 5550 0101, Adatum Corporation"
    qtbot.waitUntil(lambda: way.text() == "The program of dial.template in config.toml dials.")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.opened == [MOBILE])
    qtbot.waitUntil(lambda: [card.windowTitle() for card in desk.cards] != [])
    assert not box.isVisible()
    assert desk.cards[0].view is not None
    assert desk.cards[0].view.number == "+31655500101"


def test_a_link_dials_once_when_call_is_pressed_and_the_card_of_the_call_comes(qtbot: QtBot, desk: Desk) -> None:
    ask(desk.tray.folder, "open-link", {"link": "callto:06-5550-0101"})
    request = shown(qtbot, DialRequestCard)
    assert desk.opened == []
    call = request.findChild(QPushButton, "callButton")
    assert call is not None
    qtbot.waitUntil(call.isEnabled)
    for _ in range(3):
        qtbot.mouseClick(call, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.cards != [])
    qtbot.waitUntil(lambda: desk.opened != [])
    assert not request.isVisible()
    desk.tray.close()
    assert desk.opened == [MOBILE]


def test_open_at_the_icon_gives_the_keyboard_to_the_request(qtbot: QtBot, desk: Desk) -> None:
    ask(desk.tray.folder, "open-link", {"link": "tel:06-5550-0101"})
    request = shown(qtbot, DialRequestCard)
    desk.tray._on_icon(IconCommand.OPEN)
    cancel = request.findChild(QPushButton, "cancelButton")
    assert cancel is not None
    qtbot.waitUntil(cancel.hasFocus)
    qtbot.keyClick(request, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not request.isVisible())
    assert desk.opened == []
