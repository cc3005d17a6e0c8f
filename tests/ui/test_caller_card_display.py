"""The card on a real desktop: in its corner, above the others, and never in the way of somebody who types."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.display import Desktop, wait_until

pytestmark = pytest.mark.display

_TRAY = """
import json, sys, threading, time
from pathlib import Path
from tests.ui.cards import CONTACTS, Notebook, card_view
from ui.application import run

class Core(Notebook):
    def __init__(self, ui):
        super().__init__()
        self.ui = ui

    def quit(self):
        Path(sys.argv[1]).write_text(json.dumps(self.asked))
        self.ui.quit()

    def listen(self):
        for line in sys.stdin:
            word, _, call = line.strip().partition(" ")
            if word == "show":
                self.ui.show_card(card_view(call, name=f"Caller {call}"))
            elif word == "several":
                self.ui.show_card(card_view(call, name=f"Caller {call}", candidates=CONTACTS))
            elif word == "close":
                self.ui.close_card(call)
            elif word == "focus":
                self.ui.show_front()
        self.quit()

class Windows:
    def close_all(self):
        pass

def make_core(ui):
    core = Core(ui)
    threading.Thread(target=core.listen, daemon=True).start()
    return core

sys.exit(run(make_core, lambda theme, commands: Windows()))
"""
_OTHER = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
edit = QLineEdit()
edit.setWindowTitle("Typing: ")
edit.textChanged.connect(lambda text: edit.setWindowTitle(f"Typing: {text}"))
edit.resize(300, 80)
edit.show()
sys.exit(app.exec())
"""


class Tray:
    """The cards in a process of their own, told what to do line by line."""

    def __init__(self, desktop: Desktop, notes: Path) -> None:
        self.notes = notes
        self.process = subprocess.Popen(
            [sys.executable, "-c", _TRAY, str(notes)], env=desktop.environment, stdin=subprocess.PIPE, text=True
        )

    def tell(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def end(self) -> list[list[object]]:
        """End the tray and give what the user asked of the core."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        assert self.process.wait(30) == 0
        asked: list[list[object]] = json.loads(self.notes.read_text())
        return asked


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    with Desktop(tray_host=False) as desktop:
        yield desktop


@pytest.fixture
def tray(desktop: Desktop, tmp_path: Path) -> Iterator[Tray]:
    tray = Tray(desktop, tmp_path / "notes.json")
    yield tray
    if tray.process.poll() is None:
        tray.process.kill()
        tray.process.wait()
    if tray.process.stdin is not None and not tray.process.stdin.closed:
        tray.process.stdin.close()


def begin_typing(desktop: Desktop) -> int:
    desktop.start(sys.executable, "-c", _OTHER)
    window = desktop.wait_for_window("Typing: ")
    wait_until(lambda: desktop.active_window() == window, what="the other program to be active")
    return window


def test_typing_goes_on_through_a_hundred_cards(desktop: Desktop, tray: Tray) -> None:
    other = begin_typing(desktop)
    for call in range(100):
        tray.tell(f"show {call}")
        card = desktop.wait_for_window(f"Caller card - Caller {call}")
        if call == 0:
            assert "_NET_WM_STATE_ABOVE" in desktop.x_property(card, "_NET_WM_STATE")
            place = desktop.area(card)
            assert (place.x + place.width, place.y + place.height) == (1280 - 12, 800 - 12)
        if call % 25 == 0:
            desktop.type("abcd")
        tray.tell(f"close {call}")
        wait_until(lambda: not desktop.windows("Caller card"), what="the card to go")
    assert desktop.wait_for_window("Typing: abcdabcdabcdabcd") == other
    assert desktop.active_window() == other
    assert tray.end() == []


def test_a_click_works_and_leaves_the_keyboard_where_it_is(desktop: Desktop, tray: Tray) -> None:
    other = begin_typing(desktop)
    tray.tell("show 1")
    place = desktop.area(desktop.wait_for_window("Caller card - Caller 1"))
    desktop.click(place.x + 60, place.y + place.height - 34)
    desktop.type("still here")
    desktop.wait_for_window("Typing: still here")
    assert desktop.active_window() == other
    desktop.click(place.x + place.width - 24, place.y + 24)
    wait_until(lambda: not desktop.windows("Caller card"), what="the card to close")
    assert desktop.active_window() == other
    assert tray.end() == [["choose", "1", 0], ["dismiss", "1"]]


def test_the_note_button_brings_the_keyboard_and_escape_gives_it_back(desktop: Desktop, tray: Tray) -> None:
    other = begin_typing(desktop)
    tray.tell("show 1")
    card = desktop.wait_for_window("Caller card - Caller 1")
    place = desktop.area(card)
    desktop.click(place.x + place.width - 34, place.y + place.height - 34)
    wait_until(lambda: desktop.active_window() == card, what="the card to be active")
    desktop.type("back at 4")
    desktop.press("Escape", "Escape")
    wait_until(lambda: desktop.active_window() == other, what="the other program to be active again")
    asked = tray.end()
    assert asked[-2:] == [["note", "1", "back at 4"], ["dismiss", "1"]]


def test_asking_for_the_keyboard_gives_it_to_the_newest_card(desktop: Desktop, tray: Tray) -> None:
    begin_typing(desktop)
    for call in "12":
        tray.tell(f"show {call}")
        desktop.wait_for_window(f"Caller card - Caller {call}")
    tray.tell("focus")
    newest = desktop.wait_for_window("Caller card - Caller 2")
    wait_until(lambda: desktop.active_window() == newest, what="the newest card to be active")
    desktop.press("Return")
    desktop.press("Escape")
    wait_until(lambda: not desktop.windows("Caller card - Caller 2"), what="the card to close")
    assert desktop.windows("Caller card - Caller 1")
    assert tray.end() == [["choose", "2", 0], ["dismiss", "2"]]


def test_with_the_keyboard_a_digit_chooses_the_record(desktop: Desktop, tray: Tray) -> None:
    tray.tell("several 1")
    card = desktop.wait_for_window("Caller card - Caller 1")
    tray.tell("focus")
    wait_until(lambda: desktop.active_window() == card, what="the card to be active")
    desktop.press("2", "Escape")
    wait_until(lambda: not desktop.windows("Caller card"), what="the card to close")
    assert tray.end() == [["choose", "1", 1], ["dismiss", "1"]]


def test_closing_the_window_is_a_dismissal(desktop: Desktop, tray: Tray) -> None:
    tray.tell("show 1")
    desktop.close_window(desktop.wait_for_window("Caller card - Caller 1"))
    wait_until(lambda: not desktop.windows("Caller card"), what="the card to close")
    tray.tell("show 1")
    tray.tell("show 2")
    desktop.wait_for_window("Caller card - Caller 2")
    assert not desktop.windows("Caller card - Caller 1")
    assert tray.end() == [["dismiss", "1"]]
