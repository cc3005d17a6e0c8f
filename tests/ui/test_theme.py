"""Every pair of colours can be read, in every look, and the theme follows the system."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import let_go
from ui.colors import (
    DARK,
    DISC_COLORS,
    LARGE_CONTRAST,
    LIGHT,
    TEXT_CONTRAST,
    Tokens,
    Tone,
    contrast,
    disc_color,
    high_contrast,
    palette_of,
    with_accent,
)
from ui.theme import TextRole, Theme, ThemeChoice

TEXTS = ("text", "text_muted", "accent", "positive", "warning", "danger")
SURFACES = ("surface", "surface_raised")


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "surface"), list(product(TEXTS, SURFACES)))
def test_every_text_can_be_read_on_every_surface(tokens: Tokens, text: str, surface: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, surface)) >= TEXT_CONTRAST


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_texts_on_fills_and_badges_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= TEXT_CONTRAST
    for tone in Tone:
        assert contrast(tokens.tone(tone), tokens.tint()) >= TEXT_CONTRAST, tone
    for surface in SURFACES:
        assert contrast(tokens.focus_ring, getattr(tokens, surface)) >= LARGE_CONTRAST


@pytest.mark.parametrize("color", DISC_COLORS)
def test_white_initials_can_be_read_on_every_disc(color: str) -> None:
    assert contrast(QColor("white"), QColor(color)) >= TEXT_CONTRAST


@given(rgb=st.integers(0, 0xFFFFFF), tokens=st.sampled_from([LIGHT, DARK]))
def test_any_system_accent_becomes_readable(rgb: int, tokens: Tokens) -> None:
    themed = with_accent(tokens, QColor.fromRgb(rgb))
    assert contrast(themed.on_accent, themed.accent) >= TEXT_CONTRAST
    for surface in SURFACES:
        assert contrast(themed.accent, getattr(themed, surface)) >= TEXT_CONTRAST


@given(st.text())
def test_a_name_always_has_the_same_disc(name: str) -> None:
    assert disc_color(name) == disc_color(name.upper().lower()) or name.casefold() != name.upper().lower().casefold()
    assert disc_color(name).name() in DISC_COLORS


def test_in_high_contrast_a_state_has_the_colour_of_text(qapp: QApplication) -> None:
    tokens = high_contrast(qapp.palette())
    assert {tokens.tone(tone).name() for tone in Tone} == {tokens.text.name()}


def test_high_contrast_uses_no_colour_of_its_own(qapp: QApplication) -> None:
    palette = QPalette(QColor("black"), QColor("black"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("yellow"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("cyan"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("black"))
    tokens = high_contrast(palette)
    used = {getattr(tokens, name).name() for name in (*TEXTS, *SURFACES, "border", "on_accent", "focus_ring")}
    assert used == {"#000000", "#ffff00", "#00ffff"}
    assert tokens.border_px == 2
    assert tokens.tint() == tokens.surface_raised


def test_system_choice_follows_the_system_live(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, ThemeChoice.SYSTEM)
    assert not theme.tokens.dark
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK)
    assert theme.tokens == DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.surface
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window) == LIGHT.surface
    let_go(theme)


def test_type_follows_the_system_text_size(qapp: QApplication, theme: Theme, qtbot: QtBot) -> None:
    before = QFont(qapp.font())
    assert [theme.font(role).pixelSize() for role in TextRole] == [20, 14, 14, 14, 12]
    larger = QFont(before)
    larger.setPixelSize(24)
    try:
        with qtbot.waitSignal(theme.changed):
            qapp.setFont(larger)
        assert theme.font(TextRole.NAME).pixelSize() == 40
        assert theme.text_px(32) == 64
        assert theme.width_px(380) == 760
    finally:
        qapp.setFont(before)
    assert theme.font(TextRole.CAPTION).pixelSize() == 12


def test_the_palette_of_the_tokens_is_complete() -> None:
    palette = palette_of(DARK)
    role = QPalette.ColorRole
    for above, below in ((role.Text, role.Base), (role.WindowText, role.Window), (role.ButtonText, role.Button)):
        assert contrast(palette.color(above), palette.color(below)) >= TEXT_CONTRAST
    assert contrast(palette.color(role.HighlightedText), palette.color(role.Highlight)) >= TEXT_CONTRAST
