"""At 200 % on the screen of a notebook every window fits, and the lists show enough to work with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.clipping import clipped
from tests.ui.conftest import Speaking, let_go
from tests.ui.mapping_driver import MappingDriver
from tests.ui.pictures_setup import open_dialogs
from tests.ui.pictures_windows import windows
from tests.ui.setup_bench import SetupBench
from ui.language import Language
from ui.theme import Theme
from ui.window import DeskWindow

SCREEN = QSize(960, 520)
TITLE_BAR = 32
LISTS = {"users": "userRows", "product-users": "userRows", "audit": "auditRows", "mapping": "mappingRows"}
SPOKEN = list(Language)[1:]


def show_on_it(window: QWidget) -> None:
    """Give a window the size that it would have on this screen."""
    assert isinstance(window, DeskWindow)
    window.resize(window.size_on(SCREEN))
    for _ in range(5):
        QApplication.processEvents()
    assert window.width() <= SCREEN.width(), window.objectName()
    assert window.height() + TITLE_BAR <= SCREEN.height(), window.objectName()


@pytest.mark.parametrize("language", SPOKEN)
def test_every_setup_dialog_fits_and_its_list_shows_four_rows(
    qapp: QApplication, theme: Theme, speaking: Speaking, language: Language
) -> None:
    speaking(language)
    with open_dialogs(theme, qapp) as shown:
        for name, window in shown:
            show_on_it(window)
            assert clipped(window, {"resultList"}) == [], name
            if name in LISTS:
                rows = window.findChild(QTreeView, LISTS[name])
                assert rows is not None
                assert rows.viewport().height() >= 4 * theme.text_px(32), name
            if name in {"users", "product-users"}:
                assert rows.columnWidth(0) >= 140, "a name can be read"


@pytest.mark.parametrize("language", SPOKEN)
def test_every_other_window_fits(
    qtbot: QtBot, qapp: QApplication, theme: Theme, speaking: Speaking, language: Language
) -> None:
    speaking(language)
    shown: dict[str, QWidget] = windows(theme, qapp.processEvents)
    for window in shown.values():
        qtbot.addWidget(window)
        show_on_it(window)


@pytest.fixture
def mapping(qtbot: QtBot, theme: Theme, bench: SetupBench, speaking: Speaking) -> Iterator[MappingDriver]:
    speaking(Language.GERMAN)
    bench.map()
    mapping = MappingDriver(qtbot, theme, bench)
    show_on_it(mapping.window)
    yield mapping
    mapping.window.close()
    let_go(mapping.window)


def seen(area: QScrollArea, part: QWidget) -> bool:
    """Whether all of a part can be seen without scrolling."""
    top = part.mapTo(area.viewport(), part.rect().topLeft())
    end = part.mapTo(area.viewport(), part.rect().bottomRight())
    return area.viewport().rect().contains(top) and area.viewport().rect().contains(end)


def test_business_mapping_shows_three_fields_and_the_answer_of_a_test(mapping: MappingDriver) -> None:
    form, panel = mapping.find(QScrollArea, "rowForm"), mapping.find(QScrollArea, "trialPanel")
    assert isinstance(form, QScrollArea)
    assert isinstance(panel, QScrollArea)
    for name in ("row_priority", "row_table", "row_card_page"):
        assert seen(form, mapping.edit(name)), name
    mapping.try_number("020 555 0101")
    QApplication.processEvents()
    for name in ("trialCaller", "trialNumber", "trialPage"):
        assert seen(panel, mapping.find(QLabel, name)), name
