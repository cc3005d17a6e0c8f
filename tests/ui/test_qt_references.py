"""The installed Qt binding must not lose references to None: one that does aborts a long-lived process.

PySide6 6.12.0 on Python 3.11 lost one at every call that returns nothing, and the interpreter ended with
"deallocating None" after about five thousand of them.
"""

from __future__ import annotations

import os
import subprocess
import sys

CALLS = 20_000
_PROGRAM = f"""
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

class Painted(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)

class Sender(QObject):
    sent = Signal(str)

app = QApplication([])
label = Painted()
sender = Sender()
sender.sent.connect(label.setText)

def work(count):
    for number in range(count):
        label.setText("a" if number % 2 else "b")
        label.setToolTip("c" if number % 2 else "d")
        sender.sent.emit("e")
        if number % 100 == 0:
            label.show()
            app.processEvents()
            label.hide()

work(100)
before = sys.getrefcount(None)
work({CALLS})
print(sys.getrefcount(None) - before)
"""


def test_void_qt_calls_keep_the_references_to_none() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], env=environment, capture_output=True, text=True, timeout=110, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert abs(int(done.stdout)) < 100
