"""How the columns of a list share its width, so that names can be read also where there is little room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QHeaderView, QTreeView

from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Width:
    """The width that a column has where there is room, and the least at which it can be read."""

    wanted: int
    least: int = 72


class ColumnWidths:
    """Gives one column of a list what the others leave, and takes it from them where that is too little.

    Headings are not cut: where nobody can give any more, the list scrolls. A column that somebody drew to another width
    keeps that.
    """

    def __init__(self, view: QTreeView, wide: int) -> None:
        self._header: QHeaderView = view.header()
        self._view = view
        self._wide = wide
        self._least = 0
        self._widths: Mapping[int, Width] = {}
        self._given: dict[int, int] = {}

    def set_widths(self, theme: Theme, least: int, widths: Mapping[int, Width]) -> None:
        """The least of the wide column, and the widths of the others, at the usual size of text."""
        self._least = theme.width_px(least)
        self._widths = {
            column: Width(theme.width_px(width.wanted), theme.width_px(width.least)) for column, width in widths.items()
        }
        self._given.clear()
        self._header.setMinimumSectionSize(min(width.least for width in self._widths.values()))
        self.fit()

    def fit(self) -> None:
        """The list has another width."""
        hints = {column: self._header.sectionSizeHint(column) for column in self._widths}
        wanted = {column: max(width.wanted, hints[column]) for column, width in self._widths.items()}
        least = {column: max(width.least, hints[column]) for column, width in self._widths.items()}
        kept = {column: size for column in self._widths if (size := self._drawn(column))}
        room = self._view.viewport().width()
        lacking = self._least + sum((wanted | kept).values()) - room
        spare = sum(wanted[column] - least[column] for column in wanted if column not in kept)
        share = min(max(lacking / spare, 0.0), 1.0) if spare else 0.0
        for column in self._widths.keys() - kept.keys():
            self._given[column] = int(wanted[column] - share * (wanted[column] - least[column]))
            self._header.resizeSection(column, self._given[column])
        left = room - sum((self._given | kept).values())
        self._header.resizeSection(self._wide, max(left, self._least))

    def _drawn(self, column: int) -> int:
        """The width to which somebody drew a column; 0 where nobody did."""
        size = self._header.sectionSize(column)
        return size if column in self._given and size != self._given[column] else 0
