"""The pictures of the tray icon: one shape for each state, in the size and tone that the task bar needs.

The drawings are SVG files; pillow cannot read those, so their masks are kept beside them (see ui/tray_pictures.py).
Pillow is imported when the first picture is asked for, because starting the tray must not wait for it.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from tray.views import TrayState

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

FOLDER = "icons/tray"
SIZES = (16, 20, 24, 32)
_INK_ON_DARK = (255, 255, 255)
_INK_ON_LIGHT = (26, 26, 26)
_DARK_BAR = (32, 32, 32)
_LIGHT_BAR = (238, 238, 238)


def file_name(state: TrayState, size: int) -> str:
    """The file that holds the mask of a state."""
    return f"{state.value}-{size}.png"


def picture(state: TrayState, size: int, *, light_bar: bool) -> Image:
    """The icon of a state, `size` pixels square, transparent around its shape.

    A size that was not drawn is made from the next larger drawing.
    """
    from PIL import Image

    drawn = next((known for known in SIZES if known >= size), SIZES[-1])
    with files("resources").joinpath(FOLDER, file_name(state, drawn)).open("rb") as file:
        mask = Image.open(file).convert("L")
    if drawn != size:
        mask = mask.resize((size, size), Image.Resampling.LANCZOS)
    icon = Image.new("RGBA", (size, size), _INK_ON_LIGHT if light_bar else _INK_ON_DARK)
    icon.putalpha(mask)
    return icon


def on_bar(icon: Image, width: int, height: int, *, light_bar: bool) -> Image:
    """The icon in the middle of an opaque field, for notification areas that know no transparency."""
    from PIL import Image

    field = Image.new("RGB", (width, height), _LIGHT_BAR if light_bar else _DARK_BAR)
    field.paste(icon, ((width - icon.width) // 2, (height - icon.height) // 2), icon)
    return field


def save_ico(icon: Image, path: Path) -> None:
    """Write the icon as a Windows icon file that holds exactly its own size."""
    icon.save(path, format="ICO", sizes=[icon.size], bitmap_format="bmp")
