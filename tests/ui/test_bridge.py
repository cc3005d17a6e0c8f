"""What any thread says reaches the widgets on the Qt thread, in order; and the event loop ends cleanly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QObject, Qt, QThread, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.cards import card_view
from tray.interfaces import UserInterface
from tray.menu import IconView, menu_entries
from tray.views import CardView, DialRequestView, Notice
from ui.bridge import Bridge
from ui.browser import is_allowed, open_in_browser


class Receiver(QObject):
    """Writes down what came and whether it came on the Qt thread."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[tuple[str, bool]] = []

    @Slot(object)
    def card(self, view: CardView) -> None:
        self.got.append((view.call, QThread.currentThread() is self.thread()))

    @Slot(str)
    def closed(self, call: str) -> None:
        self.got.append((f"-{call}", QThread.currentThread() is self.thread()))


def test_calls_from_other_threads_arrive_in_order_on_the_qt_thread(qapp: QApplication, qtbot: QtBot) -> None:
    bridge, receiver = Bridge(), Receiver()
    bridge.card_shown.connect(receiver.card, Qt.ConnectionType.QueuedConnection)
    bridge.card_closed.connect(receiver.closed, Qt.ConnectionType.QueuedConnection)

    def core(ui: UserInterface) -> None:
        for number in range(500):
            ui.show_card(card_view(str(number)))
            ui.close_card(str(number))

    thread = threading.Thread(target=core, args=(bridge,))
    thread.start()
    thread.join()
    assert receiver.got == []
    qtbot.waitUntil(lambda: len(receiver.got) == 1000)
    expected = [name for number in range(500) for name in (str(number), f"-{number}")]
    assert receiver.got == [(name, True) for name in expected]


def test_every_kind_of_message_has_its_signal(qapp: QApplication, qtbot: QtBot) -> None:
    bridge = Bridge()
    notice, menu = Notice("Title", "Text"), menu_entries(IconView())
    request = DialRequestView("1", "020 555 0101")
    for tell, arrived, values in (
        (lambda: bridge.open_address("https://erp.example/1"), bridge.address_opened, ["https://erp.example/1"]),
        (bridge.show_history, bridge.history_shown, []),
        (bridge.show_dial_box, bridge.dial_box_shown, []),
        (lambda: bridge.show_dial_request(request), bridge.dial_request_shown, [request]),
        (bridge.show_front, bridge.front_shown, []),
        (lambda: bridge.show_menu(menu), bridge.menu_shown, [menu]),
        (bridge.calls_changed, bridge.history_changed, []),
        (lambda: bridge.show_notice(notice), bridge.notice_shown, [notice]),
        (bridge.quit, bridge.quit_asked, []),
    ):
        with qtbot.waitSignal(arrived) as blocker:
            tell()
        assert blocker.args == values


def test_changes_of_calls_are_told_once_until_they_are_taken(qapp: QApplication) -> None:
    bridge = Bridge()
    told: list[int] = []
    bridge.history_changed.connect(lambda: told.append(1))
    for _ in range(3):
        bridge.calls_changed()
    assert told == [1]
    bridge.take_changes()
    bridge.calls_changed()
    assert told == [1, 1]


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://erp.example/contact/CT1?x=%20", True),
        ("http://erp.example/", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https://user@erp.example/", False),
        ("https:///nohost", False),
        ("https://[bad", False),
        ("https://erp.example/\n", False),
        ("\\\\host\\share", False),
        ("", False),
    ],
)
def test_only_https_addresses_go_to_the_browser(url: str, allowed: bool) -> None:
    assert is_allowed(url) is allowed


def test_a_refused_address_is_reported_and_starts_nothing() -> None:
    failed: list[int] = []
    open_in_browser("file:///etc/passwd", lambda: failed.append(1))
    assert failed == [1]


_TRAY = """
import sys, threading
from tests.ui.cards import Notebook, card_view
from ui.application import run
from ui.presenter import UiSettings

class Core(Notebook):
    def __init__(self, ui):
        super().__init__()
        self.ui = ui

    def quit(self):
        super().quit()
        if sys.argv[1] != "deaf":
            self.ui.quit()

class Windows:
    def close_all(self):
        pass

cores = []

def make_core(ui):
    core = Core(ui)
    cores.append(core)
    ui.show_card(card_view("1"))
    if sys.argv[1] == "core":
        threading.Thread(target=ui.quit).start()
    else:
        threading.Thread(target=lambda: print("ready", flush=True)).start()
    return core

code = run(make_core, lambda theme, commands: Windows(), UiSettings())
print(cores[0].asked, flush=True)
sys.exit(code)
"""


def start_tray(how: str) -> subprocess.Popen[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen([sys.executable, "-c", _TRAY, how], env=environment, stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGTERM")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_asks_the_core_to_quit_once_and_dismisses_nothing(number: signal.Signals) -> None:
    with start_tray("signal") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(number)
        rest, _ = process.communicate(timeout=60)
    assert (rest, process.returncode) == ("[('quit',)]\n", 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGTERM")
def test_a_core_that_does_not_answer_cannot_keep_the_process() -> None:
    with start_tray("deaf") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=60)
    assert (rest, process.returncode) == ("[('quit',)]\n", 0)


def test_the_core_can_end_the_event_loop() -> None:
    with start_tray("core") as process:
        rest, _ = process.communicate(timeout=60)
    assert (rest, process.returncode) == ("[]\n", 0)
