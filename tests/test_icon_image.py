"""The pictures of the tray icon: the right size, the right tone, and no two alike."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tray.icon_image import SIZES, on_bar, picture, save_ico
from tray.views import TrayState

_PAIRS = list(combinations(TrayState, 2))


def _on(bar: int, state: TrayState, size: int) -> Image.Image:
    field = Image.new("RGB", (size, size), (bar, bar, bar))
    icon = picture(state, size, light_bar=bar > 127)
    field.paste(icon, (0, 0), icon)
    return field.convert("L")


@pytest.mark.parametrize("light_bar", [True, False])
@pytest.mark.parametrize("size", [*SIZES, 18, 40])
@pytest.mark.parametrize("state", list(TrayState))
def test_each_state_has_a_transparent_picture_in_each_size(state: TrayState, size: int, light_bar: bool) -> None:
    icon = picture(state, size, light_bar=light_bar)
    assert icon.size == (size, size)
    assert icon.mode == "RGBA"
    assert icon.getchannel("A").getextrema() == (0, 255) or icon.getchannel("A").getextrema()[1] > 230


@pytest.mark.parametrize("bar", [32, 238])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("one", "other"), _PAIRS)
def test_no_two_states_look_alike_in_greyscale(one: TrayState, other: TrayState, size: int, bar: int) -> None:
    difference = ImageChops.difference(_on(bar, one, size), _on(bar, other, size))
    clearly = difference.point(lambda value: 255 if value > 96 else 0)
    share = ImageStat.Stat(clearly).mean[0] / 255
    assert share * size * size >= 12 * (size / 16) ** 2


@pytest.mark.parametrize("bar", [32, 238])
@pytest.mark.parametrize("state", list(TrayState))
def test_the_ink_stands_out_from_the_task_bar(state: TrayState, bar: int) -> None:
    low, high = _on(bar, state, 16).getextrema()
    assert high - low > 180


def test_a_notification_area_without_transparency_gets_its_own_background() -> None:
    field = on_bar(picture(TrayState.IDLE, 24, light_bar=False), 30, 28, light_bar=False)
    assert field.mode == "RGB"
    assert field.size == (30, 28)
    assert field.getpixel((0, 0)) == (32, 32, 32)


@pytest.mark.parametrize("size", SIZES)
def test_the_windows_icon_file_holds_exactly_this_size(size: int, tmp_path: Path) -> None:
    icon = picture(TrayState.RINGING, size, light_bar=False)
    save_ico(icon, tmp_path / "icon.ico")
    with Image.open(tmp_path / "icon.ico") as read:
        assert read.info["sizes"] == {(size, size)}
        assert ImageChops.difference(read.convert("RGBA").getchannel("A"), icon.getchannel("A")).getbbox() is None
