"""Turns the drawings of the tray icon into the small pictures that the icon loads.

Run `python -m ui.tray_pictures` after a drawing was changed. White is ink and black is paper: a picture is a mask, one
byte for each pixel, and the icon gives it the colour that suits the task bar. Used by developers and tests alone.
"""

from __future__ import annotations

from importlib.resources import as_file, files

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, Qt
from PySide6.QtSvg import QSvgRenderer

from tray.icon_image import FOLDER, SIZES, file_name
from tray.views import TrayState


def draw(state: TrayState, size: int) -> QImage:
    """The mask of one state, `size` pixels square."""
    picture = QImage(size, size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.black)
    drawing = files("resources").joinpath(FOLDER, f"{state.value}.svg").read_bytes()
    painter = QPainter(picture)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(drawing).render(painter, QRectF(0, 0, size, size))
    finally:
        painter.end()
    return picture.convertToFormat(QImage.Format.Format_Grayscale8)


def write_all() -> None:
    """Write every picture next to the drawings."""
    with as_file(files("resources").joinpath(FOLDER)) as folder:
        for state in TrayState:
            for size in SIZES:
                draw(state, size).save(str(folder / file_name(state, size)))


if __name__ == "__main__":
    write_all()
