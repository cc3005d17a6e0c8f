"""The pictures in the product are those of the drawings."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QGuiApplication

from tray.icon_image import SIZES, picture
from tray.views import TrayState
from ui.tray_pictures import draw


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", list(TrayState))
def test_each_picture_is_what_its_drawing_shows(qapp: QGuiApplication, state: TrayState, size: int) -> None:
    drawn = draw(state, size)
    kept = picture(state, size, light_bar=False).getchannel("A")
    for y in range(size):
        for x in range(size):
            assert abs(QColor(drawn.pixel(x, y)).red() - kept.getpixel((x, y))) <= 24, (x, y)
