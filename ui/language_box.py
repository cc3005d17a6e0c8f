"""The choice of the language of all windows, as one labelled list. Each language is written in its own words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QWidget

from ui.language import Language, language_in_force
from ui.theme import Space, Theme

_NAMES = {Language.ENGLISH: "English", Language.DUTCH: "Nederlands", Language.GERMAN: "Deutsch"}


class LanguageBox(QWidget):
    """Shows the language in force. `chosen(code)` asks for another one; the windows follow when it is in force."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, direction: QBoxLayout.Direction = QBoxLayout.Direction.TopToBottom) -> None:
        super().__init__()
        self._theme = theme
        self._label = QLabel()
        self._box = QComboBox()
        self._box.setObjectName("languageBox")
        for language, name in _NAMES.items():
            self._box.addItem(name, language.value)
        self._label.setBuddy(self._box)
        self._box.activated.connect(self._choose)
        both = QBoxLayout(direction, self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(Space.INSIDE if direction is QBoxLayout.Direction.TopToBottom else Space.FIELD)
        both.addWidget(self._label)
        both.addWidget(self._box)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every text anew and show the language in force."""
        self._label.setText(self.tr("&Language"))
        self._box.setAccessibleName(self.tr("Language"))
        self._box.setCurrentIndex(self._box.findData(language_in_force().value))

    def restyle(self) -> None:
        """Take heights from the theme."""
        self._box.setMinimumHeight(self._theme.text_px(32))

    def _choose(self, index: int) -> None:
        self.chosen.emit(self._box.itemData(index))
