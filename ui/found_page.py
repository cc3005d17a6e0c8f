"""The rows of a searched table, and what is said in their place where the search finds nothing."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget

from ui.formats import clean_text
from ui.found_table import FoundList, FoundTable
from ui.list_parts import SearchField
from ui.page_parts import EmptyState
from ui.theme import Theme

_MOST = 60
"""So much of a search is repeated."""


class FoundPage(QStackedWidget):
    """Shows the rows, or one sentence and the way out of the search."""

    def __init__(self, theme: Theme, search: SearchField, rows: FoundList, table: FoundTable[Any]) -> None:
        super().__init__()
        self._search = search
        self._rows = rows
        self._table = table
        self._sentence = ""
        self._nothing = EmptyState(theme)
        self._nothing.setObjectName("nothingFound")
        self.addWidget(rows)
        self.addWidget(self._nothing)
        self._nothing.pressed.connect(self._clear)
        for moved in (search.textChanged, table.modelReset, table.rowsInserted, table.rowsRemoved):
            moved.connect(self._show_state)

    def say(self, sentence: str) -> None:
        """Say this where nothing is found, with the search in the place of {0}."""
        self._sentence = sentence
        self._show_state()

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        self._nothing.restyle()

    def _show_state(self) -> None:
        sought = clean_text(self._search.text(), _MOST)
        self._nothing.show_state(self._sentence.format(sought), self.tr("Clear &search"))
        is_in_vain = bool(sought) and self._table.total > 0 and self._table.rowCount() == 0
        self.setCurrentWidget(self._nothing if is_in_vain else self._rows)

    def _clear(self) -> None:
        self._search.setFocus()
        self._search.clear()
