"""The lines of a file that an import left out, to be read and copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit

from ui.formats import clean_text
from ui.language import in_language
from ui.theme import TextRole, Theme


class ImportReport(QPlainTextEdit):
    """One line for each line of the file; hidden while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("importReport")
        self._theme = theme
        self._problems: Sequence[tuple[int, str]] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.hide()

    def show_problems(self, problems: Sequence[tuple[int, str]]) -> None:
        """Show these."""
        self._problems = problems
        self.retranslate()
        self.setVisible(bool(problems))

    def retranslate(self) -> None:
        """Write every text anew."""
        line = self.tr("Line {0}: {1}")
        self.setAccessibleName(self.tr("Lines that were left out"))
        self.setPlainText(
            "\n".join(line.format(number, clean_text(in_language(text))) for number, text in self._problems)
        )

    def restyle(self) -> None:
        """Take font and height from the theme."""
        self.setFont(self._theme.font(TextRole.BODY))
        self.setFixedHeight(self._theme.text_px(96))
