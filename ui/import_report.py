"""What an import of users did not enter: lines left out and users known already, to be read and copied."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from tray.setup.views import UserImport
from ui.formats import clean_text
from ui.language import in_language
from ui.theme import TextRole, Theme


class ImportReport(QPlainTextEdit):
    """One line for each line of the file; hidden while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("importReport")
        self._theme = theme
        self._done: UserImport | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.hide()

    def show_import(self, done: UserImport | None) -> None:
        """Show what this import did not enter; None closes the report."""
        self._done = done
        self.retranslate()
        self.setVisible(bool(self._lines()))

    def retranslate(self) -> None:
        """Write every text anew."""
        self.setAccessibleName(self.tr("What was not entered"))
        self.setPlainText("\n".join(self._lines()))

    def restyle(self) -> None:
        """Take font and height from the theme."""
        self.setFont(self._theme.font(TextRole.BODY))
        self.setFixedHeight(self._theme.text_px(96))

    def _lines(self) -> list[str]:
        if self._done is None:
            return []
        line, known = self.tr("Line {0}: {1}"), self.tr("Known already: {0}")
        return [
            *(line.format(number, clean_text(in_language(text))) for number, text in self._done.problems),
            *(known.format(clean_text(key)) for key in self._done.known),
        ]
