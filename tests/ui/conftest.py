"""What every widget test shares: Qt draws off screen, and one theme that follows nothing but the test."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject
from PySide6.QtWidgets import QApplication

from tests.ui.setup_bench import Person, SetupBench
from ui.language import Language, Translation
from ui.theme import Theme, ThemeChoice


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme at normal text size."""
    theme = Theme(qapp, ThemeChoice.LIGHT)
    yield theme
    let_go(theme)


@pytest.fixture
def person(request: pytest.FixtureRequest) -> Person:
    """Who sits at the desk: the administrator, unless a test names somebody else."""
    chosen: Person = getattr(request, "param", Person.ADMIN)
    return chosen


@pytest.fixture
def bench(tmp_path: Path, person: Person) -> Iterator[SetupBench]:
    """A desk with its setup store, with the people of the bench in it."""
    with SetupBench(tmp_path, person) as bench:
        yield bench


Speaking = Callable[[Language], Translation]


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Speaking]:
    """Speaks a language until the test ends."""
    before = QLocale()
    made: list[Translation] = []

    def speak(language: Language) -> Translation:
        for translation in made:
            translation.choose(Language.ENGLISH)
        made.append(Translation(qapp, language))
        return made[-1]

    yield speak
    for translation in made:
        translation.choose(Language.ENGLISH)
        let_go(translation)
    QLocale.setDefault(before)


def let_go(thing: QObject) -> None:
    """Delete a Qt object now, so that it does not hear of what the next test does."""
    thing.deleteLater()
    QCoreApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete)


def pytest_itemcollected(item: pytest.Item) -> None:
    """The offscreen platform prints these at shown windows; it has no window manager that could do either."""
    missing = r"^This plugin does not support (raise|propagateSizeHints)\(\)$"
    item.add_marker(pytest.mark.qt_log_ignore(missing, extend=True))
