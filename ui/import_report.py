"""What an import of users did not enter: lines left out and users known already, to be read and copied."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from tray.setup.views import UserImport
from ui.formats import clean_text
from ui.language import in_language
from ui.parts import PlainLabel
from ui.theme import Space, TextRole, Theme

_MOST_LINES = 4


class ImportReport(QWidget):
    """A heading, and one line for each line of the file; hidden while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._done: UserImport | None = None
        self._heading = PlainLabel(theme, TextRole.STRONG, "importHeading")
        self._text = QPlainTextEdit()
        self._text.setObjectName("importReport")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.INSIDE)
        box.addWidget(self._heading)
        box.addWidget(self._text)
        self.hide()

    def show_import(self, done: UserImport | None) -> None:
        """Show what this import did not enter; None closes the report."""
        self._done = done
        self.retranslate()
        self.setVisible(bool(self._lines()))
        self._fit()

    def retranslate(self) -> None:
        """Write every text anew."""
        self._heading.show_text(self.tr("What was not entered"))
        self._text.setAccessibleName(self.tr("What was not entered"))
        self._text.setPlainText("\n".join(self._lines()))

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        self._heading.restyle()
        self._text.setFont(self._theme.font(TextRole.BODY))
        self._fit()

    def _fit(self) -> None:
        """As high as its lines, up to four; more of them scroll."""
        lines = min(max(len(self._lines()), 1), _MOST_LINES)
        margins = 2 * (self._text.frameWidth() + round(self._text.document().documentMargin()))
        self._text.setFixedHeight(lines * QFontMetrics(self._text.font()).lineSpacing() + margins + Space.INSIDE)

    def _lines(self) -> list[str]:
        if self._done is None:
            return []
        line, known = self.tr("Line {0}: {1}"), self.tr("Known already: {0}")
        return [
            *(line.format(number, clean_text(in_language(text))) for number, text in self._done.problems),
            *(known.format(clean_text(key)) for key in self._done.known),
        ]
