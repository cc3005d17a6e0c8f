"""High contrast as the desktop asks for it: the system's colours alone, wide borders, controls that can be seen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.portal import SettingsPortal

_PROGRAM = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QVBoxLayout, QWidget
from ui.colors import contrast
from ui.theme import Theme

application = QApplication([])
application.setQuitOnLastWindowClosed(False)
theme = Theme(application)

def tell():
    window = QWidget()
    box = QVBoxLayout(window)
    parts = [QCheckBox(), QLineEdit("text")]
    for part in parts:
        box.addWidget(part)
    window.show()
    application.processEvents()
    image = window.grab().toImage()
    seen = []
    for part in parts:
        area = part.geometry()
        row = [image.pixelColor(x, area.center().y()) for x in range(area.left(), area.left() + 16)]
        seen.append(max(contrast(color, theme.tokens.surface) for color in row))
    tokens = theme.tokens
    print(json.dumps({
        "high": tokens.high_contrast, "border": tokens.border_px, "edges": seen,
        "own": tokens.surface.name() == application.palette().window().color().name(),
    }), flush=True)

theme.changed.connect(lambda: QTimer.singleShot(0, tell))
tell()
application.exec()
"""


class Program:
    """A program with the theme, which tells how it looks at its start and after each change."""

    def __init__(self, portal: SettingsPortal) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM],
            env=os.environ | portal.environment | {"QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            text=True,
        )

    def look(self) -> dict[str, object]:
        """The next look it tells of."""
        assert self._process.stdout is not None
        told: dict[str, object] = json.loads(self._process.stdout.readline())
        return told

    def end(self) -> None:
        """Stop it."""
        self._process.kill()
        self._process.communicate()


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def portal(request: pytest.FixtureRequest) -> Iterator[SettingsPortal]:
    with SettingsPortal(contrast=True, dark=request.param) as portal:
        yield portal


@pytest.fixture
def program(portal: SettingsPortal) -> Iterator[Program]:
    program = Program(portal)
    yield program
    program.end()


def test_the_systems_colours_wide_borders_and_controls_that_can_be_seen(program: Program) -> None:
    look = program.look()
    assert look["high"]
    assert look["border"] == 2
    assert look["own"]
    edges = look["edges"]
    assert isinstance(edges, list)
    assert all(edge >= 3 for edge in edges), "an empty box and an empty field have edges"


def test_it_follows_the_desktop_while_it_runs(program: Program, portal: SettingsPortal) -> None:
    assert program.look()["high"]
    portal.set_contrast(False)
    look = program.look()
    assert not look["high"]
    assert look["border"] == 1
    portal.set_contrast(True)
    assert program.look()["high"]
