"""A field that only tells something, in a form beside those that can be edited."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.form_fields import Field
from ui.formats import clean_text
from ui.theme import Theme


class FactField(Field[str]):
    """Something that is only told: a word that can be read, selected by keyboard and heard, but not changed."""

    def __init__(self, theme: Theme, key: str) -> None:
        self._text = QLabel()
        super().__init__(theme, key, self._text)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )

    @property
    def value(self) -> str:
        """The word."""
        return self._text.text()

    def show_value(self, value: str) -> None:
        """Tell this."""
        self._text.setText(clean_text(value))

    def appear(self, is_there: bool) -> None:
        """Stand in the form, or leave it out where there is nothing to tell."""
        for part in (self.label, self.control, self.note):
            part.setVisible(is_there)

    def set_open(self, can_edit: bool) -> None:
        """It is never edited."""
