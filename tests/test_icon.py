"""The icon where there is nothing to put it into."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tray.icon import IconState, TrayIcon
from tray.menu import IconView
from tray.views import TrayState

_PROGRAM = """
import queue
from tray.icon import TrayIcon
from tray.menu import IconView
from tray.views import TrayState
states = queue.SimpleQueue()
icon = TrayIcon(print, changed=states.put)
icon.start()
icon.show(IconView(TrayState.RINGING))
for _ in range(2):
    print(states.get(timeout=20).state.value)
print(icon.status.reason)
print(icon.stop(), icon.stop(), icon.status.state.value)
"""


def _run(**environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env={"PATH": "/usr/bin", **environment},
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout


def test_without_a_display_the_icon_is_unavailable_with_a_reason() -> None:
    assert _run() == "starting\nunavailable\nThere is no display for an icon.\nTrue True off\n"


def test_a_display_that_does_not_answer_is_a_reason_too() -> None:
    assert "There is no notification area that can be used:" in _run(DISPLAY=":9876")


def test_the_dummy_backend_switches_the_icon_off() -> None:
    assert "The icon is switched off by PYSTRAY_BACKEND=dummy." in _run(PYSTRAY_BACKEND="dummy")


def test_an_unknown_backend_is_a_reason_too() -> None:
    assert "There is no notification area that can be used:" in _run(PYSTRAY_BACKEND="abacus", DISPLAY=":9876")


def test_an_icon_that_never_started_can_be_told_and_stopped() -> None:
    icon = TrayIcon(lambda _: None)
    icon.show(IconView(TrayState.OFFLINE))
    assert icon.stop()
    assert icon.status.state is IconState.OFF


def test_importing_the_icon_loads_neither_pystray_nor_pillow_nor_qt() -> None:
    program = (
        "import sys, tray.icon; print([m for m in sys.modules if m.split('.')[0] in {'pystray', 'PIL', 'PySide6'}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parent.parent, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
