"""The part of the page of Windows telephony that shows the lines of this computer, so that the user chooses their own.

Ticks are a draft until they are saved; how the lines are doing is shown as it changes. Names are the driver's own.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tray.telephony.listened import LineState, LineView, Listened
from ui.colors import Tone
from ui.formats import clean_text, tooltip
from ui.language import in_language
from ui.page_parts import WrappedLabel
from ui.parts import Shape, fit_controls
from ui.theme import Space, TextRole, Theme

_MOST_NAME = 40


class _Row:
    """One line: its tick, and how it is doing."""

    def __init__(self, theme: Theme, number: int, line: LineView, shown_name: str) -> None:
        self.line = line
        self.tick = QCheckBox(shown_name.replace("&", "&&"))
        self.tick.setObjectName(f"lineBox{number}")
        self.tick.setToolTip(tooltip(f"{line.name} - {line.line_id}"))
        self.tick.setChecked(line.chosen)
        self.state = WrappedLabel(theme, TextRole.BODY, f"lineState{number}", muted=True)

    def remove(self) -> None:
        """Take it out of the window."""
        for part in (self.tick, self.state):
            part.setParent(None)
            part.deleteLater()


class LinesBox(QFrame):
    """`chosen` asks to listen to the lines with these permanent ids; to all where there is none."""

    chosen = Signal(tuple)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("linesBox")
        self._theme = theme
        self._listened: Listened | None = None
        self._rows: list[_Row] = []
        self._shape = Shape(theme, 20)
        self._state = WrappedLabel(theme, TextRole.BODY, "linesState")
        self._all = QCheckBox()
        self._all.setObjectName("allLinesBox")
        self._all.toggled.connect(self._all_toggled)
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        self._said = WrappedLabel(theme, TextRole.CAPTION, "linesSaid")
        self._save = QPushButton()
        self._save.setObjectName("linesSaveButton")
        self._save.setAutoDefault(True)
        self._save.clicked.connect(self._choose)
        self._arrange()

    def show_listened(self, listened: Listened, *, afresh: bool) -> None:
        """Show how it is now; `afresh` drops ticks that are not saved."""
        if listened == self._listened and not afresh:
            return
        before, self._listened = self._listened, listened
        if afresh or before is None or _names(before.lines) != _names(listened.lines):
            self._make_rows(listened.lines, afresh=afresh)
        if afresh:
            self._all.setChecked(listened.all_lines is True)
            self._said.hide()
        self.retranslate()

    def show_saved(self, listened: Listened) -> None:
        """What was chosen holds."""
        self.show_listened(listened, afresh=True)
        self._say(self.tr("Saved."))

    def show_wrong(self, words: str) -> None:
        """Say why it could not be saved."""
        self._say(words)

    def retranslate(self) -> None:
        """Write every text anew, in the language in force."""
        self._all.setText(self.tr("All lines, also those that come late&r"))
        self._save.setText(self.tr("&Save the choice"))
        listened = self._listened
        if listened is None:
            return
        self._state.setText(in_language(listened.lines_detail))
        ready = listened.hears_lines
        self._shape.show_shape("check" if ready else "notice", Tone.POSITIVE if ready else Tone.WARNING)
        states = {line.line_id: line.state for line in listened.lines}
        for row in self._rows:
            words = self._words(states.get(row.line.line_id, LineState.ABSENT))
            row.state.setText(words)
            row.tick.setAccessibleDescription(words)
        for part in (self._all, self._list, self._save):
            part.setVisible(bool(self._rows))

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        for part in (self._shape, self._state, self._said):
            part.restyle()
        for row in self._rows:
            row.state.restyle()
        fit_controls(self._theme, self._all, self._save, *(row.tick for row in self._rows))

    def _words(self, state: LineState) -> str:
        return {
            LineState.OPEN: self.tr("is listened to"),
            LineState.CLOSED: self.tr("does not open"),
            LineState.IGNORED: "",
            LineState.ABSENT: self.tr("is not there now"),
        }[state]

    def _make_rows(self, lines: tuple[LineView, ...], *, afresh: bool) -> None:
        ticked = {row.line.line_id: row.tick.isChecked() for row in self._rows}
        for row in self._rows:
            row.remove()
        named = zip(lines, _shown(lines), strict=True)
        self._rows = [_Row(self._theme, number, line, name) for number, (line, name) in enumerate(named, 1)]
        before: QWidget = self._all
        for place, row in enumerate(self._rows):
            if not afresh:
                row.tick.setChecked(ticked.get(row.line.line_id, row.line.chosen))
            row.tick.setEnabled(not self._all.isChecked())
            self._grid.addWidget(row.tick, place, 0)
            self._grid.addWidget(row.state, place, 1)
            QWidget.setTabOrder(before, row.tick)
            before = row.tick
        QWidget.setTabOrder(before, self._save)
        self.restyle()

    def _all_toggled(self, on: bool) -> None:
        for row in self._rows:
            row.tick.setEnabled(not on)

    def _choose(self) -> None:
        ids = tuple(row.line.line_id for row in self._rows if row.tick.isChecked())
        if self._all.isChecked():
            self.chosen.emit(())
        elif ids:
            self.chosen.emit(ids)
        else:
            self._say(self.tr("Tick at least one line."))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.FIELD)
        head.addWidget(self._shape)
        head.addWidget(self._state, 1)
        self._grid.setContentsMargins(Space.GROUP, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.EDGE)
        self._grid.setVerticalSpacing(Space.INSIDE)
        self._grid.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.INSIDE)
        box.addLayout(head)
        for part in (self._all, self._list, self._said):
            box.addWidget(part)
        box.addLayout(buttons)
        self._said.hide()


def _names(lines: Iterable[LineView]) -> list[tuple[str, str]]:
    return [(line.line_id, line.name) for line in lines]


def _shown(lines: tuple[LineView, ...]) -> list[str]:
    """The names to show; lines of the same name are told apart by their permanent ids."""
    names = [clean_text(line.name, _MOST_NAME) for line in lines]
    return [
        name if names.count(name) == 1 else f"{name} ({clean_text(line.line_id, _MOST_NAME)})"
        for name, line in zip(names, lines, strict=True)
    ]
