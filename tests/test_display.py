"""The desktop that other tests rely on must itself show the truth."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.display import Desktop, wait_until

pytestmark = pytest.mark.display

_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
edit = QLineEdit()
edit.setWindowTitle("Ärger & Söhne")
edit.textChanged.connect(edit.setWindowTitle)
edit.resize(300, 80)
edit.show()
sys.exit(app.exec())
"""


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with Desktop() as desktop:
        yield desktop


def test_a_window_is_found_typed_into_photographed_and_closed(desktop: Desktop) -> None:
    program = desktop.start(sys.executable, "-c", _WINDOW)
    window = desktop.wait_for_window("Ärger & Söhne")
    wait_until(lambda: desktop.active_window() == window, what="the window to be active")
    desktop.type("typed here")
    assert desktop.wait_for_window("typed here") == window

    area = desktop.area(window)
    assert (area.width, area.height) == (300, 80)
    picture = desktop.screenshot(area=area)
    assert picture.size == (300, 80)
    assert len(picture.getcolors(100_000)) > 2
    assert "WM_DELETE_WINDOW" in desktop.x_property(window, "WM_PROTOCOLS")

    desktop.close_window(window)
    assert program.wait(10) == 0
    assert desktop.windows("typed here") == []


def test_the_notification_area_is_there_and_empty(desktop: Desktop) -> None:
    assert desktop.tray_owner()
    assert desktop.tray_icons() == []


def test_a_missing_tool_fails_where_everything_must_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.display import require

    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no-such-tool"):
        require("no-such-tool")
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="no-such-tool"):
        require("no-such-tool")
