"""The product's own drawings: one set of SVG files, recoloured for the theme and sharp at every scaling.

A drawing uses `currentColor` only. Rendered pictures are kept, because the card asks for the same few again and again.
"""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)


class Icons:
    """Renders the drawings of resources/icons/ui and keeps what it rendered."""

    def __init__(self) -> None:
        self._drawings: dict[str, str] = {}
        self._pictures: dict[tuple[str, int, int, float], QPixmap] = {}

    def picture(self, name: str, color: QColor, size: int, ratio: float) -> QPixmap:
        """The drawing `name` in `color`, `size` logical pixels wide and high at a device pixel ratio."""
        key = (name, color.rgb(), size, ratio)
        found = self._pictures.get(key)
        if found is None:
            found = self._pictures[key] = self._render(name, color, size, ratio)
        return found

    def icon(self, name: str, color: QColor, disabled: QColor, size: int = 20, selected: QColor | None = None) -> QIcon:
        """The drawing as an icon for menus, lists and platform buttons, faded where disabled.

        `selected` is its colour in a selected row, where that is another one.
        """
        result = QIcon()
        for ratio in _RATIOS:
            result.addPixmap(self.picture(name, color, size, ratio), QIcon.Mode.Normal)
            result.addPixmap(self.picture(name, disabled, size, ratio), QIcon.Mode.Disabled)
            if selected is not None:
                result.addPixmap(self.picture(name, selected, size, ratio), QIcon.Mode.Selected)
        return result

    def forget(self) -> None:
        """Drop what was rendered, after the colours changed."""
        self._pictures.clear()

    def _render(self, name: str, color: QColor, size: int, ratio: float) -> QPixmap:
        drawing = self._drawings.get(name)
        if drawing is None:
            drawing = files("resources").joinpath("icons", "ui", f"{name}.svg").read_text(encoding="utf-8")
            self._drawings[name] = drawing
        pixels = max(1, round(size * ratio))
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", color.name()).encode()))
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
