"""The windows on a real desktop: a page that opens by itself leaves the keyboard alone, the others get it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.display import Desktop, wait_until

pytestmark = pytest.mark.display

_OTHER = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
application = QApplication([])
edit = QLineEdit()
edit.setWindowTitle("Other program")
edit.textChanged.connect(lambda text: edit.setWindowTitle("Other program " + text))
edit.resize(300, 80)
edit.move(20, 20)
edit.show()
sys.exit(application.exec())
"""
_WINDOWS = """
import sys
from dataclasses import replace
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication
from tests.ui.core_stand_in import Core
from tests.ui.window_samples import candidates, history_rows, record_view
from ui.theme import Theme, ThemeChoice
from ui.windows import DeskWindows
application = QApplication([])
application.setQuitOnLastWindowClosed(False)
core = Core(history_rows(), {"ada": candidates()})
windows = DeskWindows(Theme(application, ThemeChoice.LIGHT), core, core, core)
core.open_record = lambda table, no: windows.show_record(replace(record_view(), table=table, no=no, name=no))
def act(*_):
    word = sys.stdin.readline().strip()
    if word == "record":
        windows.show_record(record_view())
    elif word == "history":
        windows.show_history()
    elif word == "dial":
        windows.show_dial_box()
    elif word == "help":
        windows.show_help()
    else:
        windows.close_all()
        application.quit()
    print(word, flush=True)
notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
notifier.activated.connect(act)
print("ready", flush=True)
sys.exit(application.exec())
"""


class Program:
    """The windows in a process of their own, told by lines what to do."""

    def __init__(self, desktop: Desktop) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _WINDOWS],
            env={**desktop.environment, "PYTHONPATH": str(Path(__file__).parents[2])},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._hear("ready")

    def tell(self, word: str) -> None:
        """Do this, and come back when it is done."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._hear(word)

    def end(self) -> None:
        """End the process cleanly."""
        self.tell("quit")
        self._process.communicate(timeout=20)
        assert self._process.returncode == 0

    def _hear(self, word: str) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == f"{word}\n"


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with Desktop() as desktop:
        yield desktop


@pytest.fixture
def program(desktop: Desktop) -> Iterator[Program]:
    program = Program(desktop)
    yield program
    program.end()


@pytest.fixture
def other(desktop: Desktop) -> Iterator[int]:
    process = desktop.start(sys.executable, "-c", _OTHER)
    window = desktop.wait_for_window("Other program")
    wait_until(lambda: desktop.active_window() == window, what="the other program to be active")
    yield window
    process.terminate()
    process.wait()


def _active(desktop: Desktop, title: str) -> None:
    window = desktop.wait_for_window(title)
    wait_until(lambda: desktop.active_window() == window, what=f"{title} to be active")


def test_a_page_that_opens_by_itself_leaves_the_keyboard_where_it_is(
    desktop: Desktop, program: Program, other: int
) -> None:
    program.tell("record")
    page = desktop.wait_for_window("Master data - Adatum Corporation")
    desktop.type("abc")
    wait_until(lambda: desktop.title(other) == "Other program abc", what="the text in the other program")
    assert desktop.active_window() == other
    area = desktop.area(page)
    assert area.x >= 0
    assert area.x + area.width <= 1280 - 380
    assert area.y + area.height <= 800 - 40

    program.tell("record")
    desktop.type("d")
    wait_until(lambda: desktop.title(other) == "Other program abcd", what="the text in the other program")
    assert desktop.windows("Master data") == [page]


def test_windows_that_the_user_asked_for_get_the_keyboard(desktop: Desktop, program: Program, other: int) -> None:
    for word, title in (("history", "Recent calls"), ("dial", "Dial"), ("help", "Help")):
        program.tell(word)
        _active(desktop, title)
    desktop.press("Escape")
    wait_until(lambda: not desktop.windows("Help"), what="the end of Help")


def test_a_record_opened_from_recent_calls_gets_the_keyboard(desktop: Desktop, program: Program, other: int) -> None:
    program.tell("history")
    _active(desktop, "Recent calls")
    desktop.type("ct000117")
    desktop.press("Down", "Return")
    _active(desktop, "Master data - CT000117")


def test_the_dial_box_works_by_keyboard_alone(desktop: Desktop, program: Program, other: int) -> None:
    program.tell("dial")
    _active(desktop, "Dial")
    desktop.type("112")
    desktop.press("Return")
    wait_until(lambda: not desktop.windows("Dial"), what="the end of the dial box")
