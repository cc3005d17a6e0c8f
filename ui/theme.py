"""The look of every window: colours, type and space as named tokens, following the system's choices live.

Windows ask the theme for a token and never write a colour or a size of their own. Sizes are logical pixels. Nothing
here knows a window.
"""

from __future__ import annotations

import sys
from enum import Enum, IntEnum, StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from ui.colors import DARK, LIGHT, Tokens, Tone, high_contrast, mix, palette_of, with_accent
from ui.icons import Icons

BASE_TEXT_PX = 12
MAX_TEXT_SCALE = 2.25
MAX_WIDTH_SCALE = 2.0

__all__ = ["Radius", "Space", "TextRole", "Theme", "ThemeChoice", "Tokens", "Tone"]


class ThemeChoice(StrEnum):
    """What the user asked for in `ui.theme`."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class TextRole(Enum):
    """The four kinds of text: size in pixels at normal text scaling, and weight."""

    NAME = (20, QFont.Weight.DemiBold)
    BODY = (14, QFont.Weight.Normal)
    STRONG = (14, QFont.Weight.DemiBold)
    NUMBER = (14, QFont.Weight.Medium)
    CAPTION = (12, QFont.Weight.Normal)


class Space(IntEnum):
    """Distances on the 4 px grid."""

    INSIDE = 4
    FIELD = 8
    EDGE = 12
    GROUP = 16


class Radius(IntEnum):
    """Rounded corners."""

    BADGE = 4
    CARD = 8


class Theme(QObject):
    """The tokens and fonts in force. `changed` is sent after the system or the user chose another look or text size."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._hints = application.styleHints()
        self._choice = choice
        self._fonts: dict[TextRole, QFont] = {}
        self._applying = False
        self.tokens = LIGHT
        self.scale = 1.0
        self.icons = Icons()
        self._hints.colorSchemeChanged.connect(self.refresh)
        application.fontChanged.connect(self.refresh)
        application.paletteChanged.connect(self.refresh)
        accessibility = getattr(self._hints, "accessibility", None)
        if accessibility is not None:
            accessibility().contrastPreferenceChanged.connect(self.refresh)
        self.choose(choice)

    def choose(self, choice: ThemeChoice) -> None:
        """Use this look from now on."""
        self._choice = choice
        scheme = {ThemeChoice.LIGHT: Qt.ColorScheme.Light, ThemeChoice.DARK: Qt.ColorScheme.Dark}.get(choice)
        if scheme is None:
            self._hints.unsetColorScheme()
        else:
            self._hints.setColorScheme(scheme)
        self.refresh()

    def refresh(self) -> None:
        """Read the system's colours and text size again; sends `changed` if anything differs."""
        if self._applying:
            return
        before = (self.tokens, self.scale, self._application.font().family())
        self._applying = True
        try:
            self.tokens = self._find_tokens()
            self.scale = self._find_scale()
            if sys.platform != "win32" and not self.tokens.high_contrast:
                self._application.setPalette(palette_of(self.tokens))
        finally:
            self._applying = False
        if not self._fonts or before != (self.tokens, self.scale, self._application.font().family()):
            self._fonts = {role: self._make_font(role) for role in TextRole}
            self.icons.forget()
            self.changed.emit()

    def font(self, role: TextRole) -> QFont:
        """The system font in the size of this role; figures of NUMBER all have one width."""
        return QFont(self._fonts[role])

    def icon(self, name: str, size: int = 20) -> QIcon:
        """A drawing of resources/icons/ui in the text colour, for menus and platform buttons."""
        faded = mix(self.tokens.surface, self.tokens.text, 0.5)
        fills = self._application.style().name().casefold() == "fusion"
        selected = self._application.palette().color(QPalette.ColorRole.HighlightedText) if fills else None
        return self.icons.icon(name, self.tokens.text, faded, self.text_px(size), selected)

    def text_px(self, pixels: int) -> int:
        """A height that follows the text scaling, such as a row or a button around text."""
        return round(pixels * self.scale)

    def width_px(self, pixels: int) -> int:
        """A width that follows the text scaling as far as a screen has room for it."""
        return round(pixels * min(self.scale, MAX_WIDTH_SCALE))

    def _find_tokens(self) -> Tokens:
        if self._wants_contrast():
            return high_contrast(self._application.palette())
        dark = self._choice is ThemeChoice.DARK or (
            self._choice is ThemeChoice.SYSTEM and self._hints.colorScheme() is Qt.ColorScheme.Dark
        )
        tokens = DARK if dark else LIGHT
        if sys.platform in {"win32", "darwin"}:
            return with_accent(tokens, self._application.palette().color(QPalette.ColorRole.Accent))
        return tokens

    def _wants_contrast(self) -> bool:
        accessibility = getattr(self._hints, "accessibility", None)
        if accessibility is None:
            return False
        return bool(accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast)

    def _find_scale(self) -> float:
        pixels = QFontInfo(self._application.font()).pixelSize()
        return min(max(pixels / BASE_TEXT_PX, 1.0), MAX_TEXT_SCALE)

    def _make_font(self, role: TextRole) -> QFont:
        pixels, weight = role.value
        font = QFont(self._application.font())
        font.setPixelSize(self.text_px(pixels))
        font.setWeight(weight)
        if role in {TextRole.NUMBER, TextRole.CAPTION} and hasattr(font, "setFeature"):
            font.setFeature(QFont.Tag("tnum"), 1)
        return font
