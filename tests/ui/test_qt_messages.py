"""What Qt says is in the log and not on the terminal; what means nothing off screen is nowhere."""

from __future__ import annotations

import logging
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import qCritical, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication

from ui.qt_messages import logged_qt_messages

_TRAY = """
import sys, threading
from tests.ui.cards import Notebook, card_view
from tests.ui.window_samples import record_view
from ui.application import run
from ui.windows import DeskWindows

class Core(Notebook):
    def quit(self):
        ui.quit()

def make_core(bridge):
    global ui
    ui = bridge
    ui.show_card(card_view("1"))
    ui.show_record(record_view())
    ui.show_history()
    threading.Thread(target=ui.quit).start()
    return Core()

sys.exit(run(make_core, lambda theme, commands: DeskWindows(theme, commands, commands, commands)))
"""


def test_a_run_off_screen_prints_nothing() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", _TRAY], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_other_messages_are_logged_with_their_level(
    qapp: QApplication, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with logged_qt_messages():
        qWarning("This plugin does not support raise()")
        qWarning("This plugin does not support raise() or anything")
        qCritical("A widget is in trouble")
    logged = [(record.levelno, record.getMessage()) for record in caplog.records if record.name == "cti_tray.qt"]
    assert logged == [
        (logging.WARNING, "This plugin does not support raise() or anything"),
        (logging.ERROR, "A widget is in trouble"),
    ]
    assert capfd.readouterr().err == ""


def test_the_handler_before_is_there_again(qapp: QApplication) -> None:
    heard: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _where, text: heard.append(text))
    try:
        with logged_qt_messages():
            qWarning("inside")
        qWarning("outside")
    finally:
        qInstallMessageHandler(before)
    assert heard == ["outside"]
