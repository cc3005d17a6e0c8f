"""The window that connects a phone at a real desk: receiver, LAN listener, listening post, all of them running."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.telephony.lan_bench import free_port
from tests.ui.phone_samples import desk_of
from tests.ui.window_driver import WindowDriver
from tray.calls.model import CallEvent
from tray.calls.numbers import NumberReader, NumberRules
from tray.config_model import Config, LanConfig, SourcesConfig
from tray.listening_post import ListeningPost
from tray.phone_desk import PhoneDesk
from tray.phones import Phones
from ui.connect_phone import ConnectPhoneWindow
from ui.phone_test import PATIENCE_MS
from ui.theme import Theme


class PhoneBench:
    """A desk whose phones report into `facts`."""

    def __init__(self, folder: Path, sources: SourcesConfig) -> None:
        self.folder = folder
        self.facts: list[CallEvent] = []
        self.errors: list[Exception] = []
        self.lan_port = free_port()
        reader = NumberReader(NumberRules(region="NL"))
        self.post = ListeningPost(reader)
        lan = LanConfig(address=f"127.0.0.1:{self.lan_port}")
        config = replace(Config(), sources=replace(sources, lan=lan))
        self.phones = Phones(
            folder,
            config,
            reader,
            self.post.before(self.facts.append),
            lambda *_: {},
            lambda done: done(),
            lambda: None,
            tell=self.post.remarked,
        )
        self.desk = PhoneDesk(folder, self.phones, self.post, True, self.errors.append)


@contextlib.contextmanager
def phone_bench(folder: Path, sources: SourcesConfig | None = None) -> Iterator[PhoneBench]:
    bench = PhoneBench(folder, sources or SourcesConfig())
    bench.phones.start()
    try:
        yield bench
    finally:
        bench.desk.stop()
        bench.phones.stop()
        assert bench.errors == []


class PhoneDriver(WindowDriver):
    """The window at this desk, used as a person does."""

    def __init__(self, qtbot: QtBot, theme: Theme, bench: PhoneBench, patience_ms: int = PATIENCE_MS) -> None:
        self.connect = ConnectPhoneWindow(theme, desk_of(bench.desk), patience_ms)
        super().__init__(qtbot, self.connect)
        self.connect.open()

    @property
    def products(self) -> QComboBox:
        """The list of products."""
        box = self.connect.findChild(QComboBox, "productBox")
        assert box is not None
        return box

    def choose(self, name: str) -> None:
        """Choose the product whose name begins so, and let the window settle."""
        box = self.products
        box.setFocus()
        box.setCurrentIndex(box.findText(name, Qt.MatchFlag.MatchStartsWith))
        assert box.currentText().startswith(name)
        for _ in range(5):
            QApplication.processEvents()

    def top_of(self, name: str) -> int:
        """How far below the top of the page a part of it begins."""
        part, page = self.connect.findChild(QWidget, name), self.connect.findChild(QScrollArea, "recipePage")
        assert part is not None
        assert page is not None
        return part.mapTo(page.widget(), QPoint()).y()

    def show_token(self) -> None:
        box = self.connect.findChild(QCheckBox, "showTokenBox")
        assert box is not None
        assert box.isVisible()
        self.qtbot.keyClick(box, Qt.Key.Key_Space)
