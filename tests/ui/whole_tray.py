"""A whole tray with its windows in the process of the test: real core, journal and setup store, real widgets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.ui.conftest import let_go
from tray.calls.model import CallEvent, CallState, Direction
from tray.config import LoadedConfig
from tray.config_model import Config, DialConfig
from tray.config_schema import DialMethod
from tray.wiring import Tray
from ui.presenter import Presenter, UiSettings
from ui.theme import ThemeChoice
from ui.windows import DeskWindows

NO_PHONE = LoadedConfig(replace(Config(), dial=DialConfig(DialMethod.BARESIP)))


class WholeTray:
    """Tray and windows, started."""

    def __init__(self, folder: Path, qapp: QApplication, loaded: LoadedConfig = NO_PHONE) -> None:
        self.presenter = Presenter(qapp, UiSettings(theme=ThemeChoice.LIGHT))
        self.tray = Tray(folder, loaded, self.presenter.bridge)
        self.windows = DeskWindows(self.presenter.theme, self.tray, self.tray.administration, self.tray.sign_in)
        self.presenter.begin(self.tray, self.windows)
        self.tray.start()

    def report(self, state: CallState, call_id: str = "1") -> None:
        """The phone says something about a call."""
        at = self.tray.clocks.monotonic()
        self.tray.core.report(CallEvent("phone", call_id, state, at, Direction.INCOMING, number="+31205550101"))


@contextmanager
def whole_tray(folder: Path, qapp: QApplication, loaded: LoadedConfig = NO_PHONE) -> Iterator[WholeTray]:
    """Start one, and end it with everything that belongs to it."""
    whole = WholeTray(folder, qapp, loaded)
    try:
        yield whole
    finally:
        whole.tray.close()
        whole.presenter.end()
        let_go(whole.presenter.theme)
        let_go(whole.presenter)
