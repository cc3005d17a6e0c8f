"""The colours of every window as named tokens, and what makes a pair of them readable.

Pure values and arithmetic: which set is in force is the theme's business.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, fields
from enum import Enum

from PySide6.QtGui import QColor, QPalette

TEXT_CONTRAST = 4.5
LARGE_CONTRAST = 3.0


class Tone(Enum):
    """What a state means; its colour is one of the tokens."""

    NEUTRAL = "text_muted"
    ACCENT = "accent"
    POSITIVE = "positive"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours. `on_accent` is text on a filled `accent`; `border_px` the width of every border."""

    surface: QColor
    surface_raised: QColor
    border: QColor
    text: QColor
    text_muted: QColor
    accent: QColor
    on_accent: QColor
    positive: QColor
    warning: QColor
    danger: QColor
    focus_ring: QColor
    border_px: int = 1
    dark: bool = False
    high_contrast: bool = False

    def tone(self, tone: Tone) -> QColor:
        """The colour of a state; in high contrast that of text, as a highlight is meant to lie below text."""
        if self.high_contrast:
            return self.text
        color: QColor = getattr(self, tone.value)
        return color

    def tint(self, amount: float = 0.08) -> QColor:
        """The raised surface with a little text colour: hovered rows, badges. None of it in high contrast."""
        return self.surface_raised if self.high_contrast else mix(self.surface_raised, self.text, amount)


LIGHT = Tokens(
    surface=QColor("#f4f5f7"),
    surface_raised=QColor("#ffffff"),
    border=QColor("#c3c8d0"),
    text=QColor("#1a1e24"),
    text_muted=QColor("#555d69"),
    accent=QColor("#0f5fb4"),
    on_accent=QColor("#ffffff"),
    positive=QColor("#0b6b3a"),
    warning=QColor("#8a4f00"),
    danger=QColor("#b3261e"),
    focus_ring=QColor("#0f5fb4"),
)
DARK = Tokens(
    surface=QColor("#1d2024"),
    surface_raised=QColor("#282c32"),
    border=QColor("#4a515b"),
    text=QColor("#f2f4f7"),
    text_muted=QColor("#b3bbc6"),
    accent=QColor("#74b6ff"),
    on_accent=QColor("#0a1a2b"),
    positive=QColor("#63d394"),
    warning=QColor("#f3bd63"),
    danger=QColor("#ff958b"),
    focus_ring=QColor("#74b6ff"),
    dark=True,
)
DISC_COLORS = ("#8a3b12", "#7a4a00", "#4d6100", "#1d6b2f", "#006a66", "#0b5c96", "#4a4fb5", "#7b3aa0", "#a02a62")


def mix(below: QColor, above: QColor, amount: float) -> QColor:
    """`below` with `amount` (0..1) of `above` laid over it."""
    return QColor(
        round(below.red() + (above.red() - below.red()) * amount),
        round(below.green() + (above.green() - below.green()) * amount),
        round(below.blue() + (above.blue() - below.blue()) * amount),
    )


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(channel) for channel in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable(color: QColor, tokens: Tokens, ratio: float = TEXT_CONTRAST) -> QColor:
    """`color`, moved towards the text colour just far enough to be read on both surfaces."""
    for step in range(21):
        candidate = mix(color, tokens.text, step / 20)
        if all(contrast(candidate, below) >= ratio for below in (tokens.surface, tokens.surface_raised)):
            return candidate
    return tokens.text


def with_accent(tokens: Tokens, accent: QColor) -> Tokens:
    """The tokens with the system's accent colour in place of their own, made readable where it is not."""
    accent = readable(accent, tokens)
    on_accent = max((QColor("#ffffff"), QColor("#000000")), key=lambda text: contrast(text, accent))
    values = {field.name: getattr(tokens, field.name) for field in fields(tokens)}
    return Tokens(**{**values, "accent": accent, "on_accent": on_accent, "focus_ring": accent})


def high_contrast(palette: QPalette) -> Tokens:
    """Tokens made of the system palette alone: the user chose these colours and wants no others."""
    role = QPalette.ColorRole
    text = palette.color(role.WindowText)
    window = palette.color(role.Window)
    highlight = palette.color(role.Highlight)
    return Tokens(
        surface=window,
        surface_raised=window,
        border=text,
        text=text,
        text_muted=text,
        accent=highlight,
        on_accent=palette.color(role.HighlightedText),
        positive=text,
        warning=text,
        danger=text,
        focus_ring=highlight,
        border_px=2,
        dark=_luminance(window) < _luminance(text),
        high_contrast=True,
    )


def disc_color(name: str) -> QColor:
    """The colour of the initials disc, the same for a name everywhere; white letters are readable on it."""
    return QColor(DISC_COLORS[zlib.crc32(name.casefold().encode("utf-8", "replace")) % len(DISC_COLORS)])


def palette_of(tokens: Tokens) -> QPalette:
    """A widget palette in these colours, for styles that have no dark palette of their own."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette(tokens.surface_raised, tokens.surface)
    for name, color in (
        (role.Window, tokens.surface),
        (role.Base, tokens.surface_raised),
        (role.AlternateBase, tokens.surface),
        (role.Button, tokens.surface_raised),
        (role.ToolTipBase, tokens.surface_raised),
        (role.WindowText, tokens.text),
        (role.Text, tokens.text),
        (role.ButtonText, tokens.text),
        (role.ToolTipText, tokens.text),
        (role.PlaceholderText, tokens.text_muted),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.Mid, tokens.border),
        (role.Midlight, tokens.tint()),
        (role.Light, mix(tokens.surface_raised, tokens.text, 0.1 if tokens.dark else 0.0)),
        (role.Dark, tokens.border),
        (role.Shadow, mix(tokens.surface, QColor("#000000"), 0.5)),
    ):
        palette.setColor(name, color)
    faded = mix(tokens.surface, tokens.text, 0.5)
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, name, faded)
    return palette
