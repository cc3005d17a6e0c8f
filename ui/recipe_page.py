"""The page of one phone product: numbered steps, what is pasted for which event, and what the product cannot report.

The token stands behind dots until it is asked for; Copy always copies the whole line.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tray.telephony.listened import Listened
from tray.telephony.recipe import Line, Places, Product, Recipe, Way, filled
from ui.formats import clean_text
from ui.lan_box import LanBox
from ui.language import in_language
from ui.lines_box import LinesBox
from ui.page_parts import ValueText, WrappedLabel
from ui.parts import fit_controls
from ui.teams_box import TeamsBox
from ui.theme import Space, TextRole, Theme

_UNBROKEN = "-\N{WORD JOINER}-\N{WORD JOINER}"
"""What begins an option stays with its name on one line."""


class _Row:
    """One line to paste: for which event, the line, and its button."""

    def __init__(self, theme: Theme, number: int) -> None:
        self.where = WrappedLabel(theme, TextRole.BODY, f"lineWhere{number}", muted=True)
        self.text = ValueText(theme, f"lineText{number}", "")
        self.copy = QPushButton()
        self.copy.setObjectName(f"copyButton{number}")
        self.copy.setAutoDefault(True)
        self._theme = theme
        self._first_row = 3 * (number - 1)

    def place(self, grid: QGridLayout) -> None:
        """Take the three rows of the grid that are for this number."""
        row = self._first_row + 1
        grid.setRowMinimumHeight(self._first_row, Space.INSIDE)
        grid.addWidget(self.where, row, 0)
        grid.addWidget(self.text, row + 1, 0)
        grid.addWidget(self.copy, row, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)

    def restyle(self) -> None:
        """Take fonts and heights from the theme; what is pasted is read letter by letter."""
        self.where.restyle()
        self.text.restyle()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self._theme.font(TextRole.BODY).pixelSize())
        self.text.setFont(font)
        fit_controls(self._theme, self.copy)


class RecipePage(QScrollArea):
    """Shows one recipe with the places of this desk.

    `lan` switches the listener for desk phones, `teams` pairs Teams, `lines` chooses lines of Windows telephony.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("recipePage")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._recipe: Recipe | None = None
        self._places: Places | None = None
        self._rows: list[_Row] = []
        self.lan = LanBox(theme)
        self.teams = TeamsBox(theme)
        self.lines = LinesBox(theme)
        self._off = WrappedLabel(theme, TextRole.STRONG, "receiverOffLabel")
        self._steps = WrappedLabel(theme, TextRole.BODY, "stepsLabel")
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._copy_all = QPushButton()
        self._copy_all.setObjectName("copyAllButton")
        self._copy_all.setAutoDefault(True)
        self._copy_all.clicked.connect(self._copy_every_line)
        self._show_token = QCheckBox()
        self._show_token.setObjectName("showTokenBox")
        self._show_token.toggled.connect(self._fill)
        self._said = WrappedLabel(theme, TextRole.CAPTION, "copiedLabel", muted=True)
        self._limits_title = WrappedLabel(theme, TextRole.STRONG, "limitsTitle")
        self._limits = WrappedLabel(theme, TextRole.BODY, "limitsLabel")
        self._arrange()

    def show_recipe(self, recipe: Recipe, places: Places) -> None:
        """Show this; another recipe than before is shown from its beginning, with its token behind dots."""
        other = recipe is not self._recipe
        self._recipe, self._places = recipe, places
        if other:
            self._make_rows(len(recipe.lines))
            self._show_token.setChecked(False)
            self.verticalScrollBar().setValue(0)
        self.retranslate()

    def show_listened(self, listened: Listened, *, afresh: bool) -> None:
        """Show how it is now with what is listened to; `afresh` drops what is entered and not saved."""
        self.teams.show_listened(listened)
        self.lines.show_listened(listened, afresh=afresh)

    def retranslate(self) -> None:
        """Write every text anew, in the language in force."""
        for box in (self.lan, self.teams, self.lines):
            box.retranslate()
        self._copy_all.setText(self.tr("Copy &all lines"))
        self._show_token.setText(self.tr("Sho&w the token"))
        self._limits_title.setText(self.tr("What to know"))
        self._off.setText(self.tr("Phone programs are not heard: sources.receiver is switched off in config.toml."))
        if self._recipe is None:
            return
        self._steps.setText(
            "\n".join(f"{number}. {in_language(step)}" for number, step in enumerate(self._recipe.steps, 1))
        )
        limits = "\n".join(f"\N{BULLET} {in_language(limit)}" for limit in self._recipe.limits)
        self._limits.setText(limits.replace("--", _UNBROKEN))
        self._fill()

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        for box in (self.lan, self.teams, self.lines):
            box.restyle()
        for part in (self._off, self._steps, self._said, self._limits_title, self._limits):
            part.restyle()
        for row in self._rows:
            row.restyle()
        fit_controls(self._theme, self._copy_all, self._show_token)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Any height will do, because it scrolls."""
        return QSize(0, 96)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width needs another height."""
        super().resizeEvent(event)
        self._fit_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A text that became longer needs more height."""
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self._fit_height()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        inside = QWidget()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.EDGE)
        self._grid.setVerticalSpacing(Space.INSIDE)
        self._grid.setColumnStretch(0, 1)
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, Space.FIELD, 0)
        box.setSpacing(Space.EDGE)
        for part in (self._off, self.lan, self._steps, self.teams, self.lines, self._lines):
            box.addWidget(part)
        box.addWidget(self._copy_all, 0, Qt.AlignmentFlag.AlignRight)
        for part in (self._show_token, self._said):
            box.addWidget(part)
        notes = QVBoxLayout()
        notes.setContentsMargins(0, Space.INSIDE, 0, 0)
        notes.setSpacing(Space.INSIDE)
        notes.addWidget(self._limits_title)
        notes.addWidget(self._limits)
        box.addLayout(notes)
        box.addStretch(1)
        inside.installEventFilter(self)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self._said.hide()

    def _make_rows(self, count: int) -> None:
        for row in self._rows:
            for part in (row.where, row.text, row.copy):
                self._grid.removeWidget(part)
                part.setParent(None)
                part.deleteLater()
        for number in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(number, 0)
        self._rows = [_Row(self._theme, number) for number in range(1, count + 1)]
        before = self.lan.last_control
        for number, row in enumerate(self._rows):
            row.place(self._grid)
            row.restyle()
            row.copy.clicked.connect(partial(self._copy, number))
            for part in (row.text, row.copy):
                part.show()  # a layout would do that only later
                QWidget.setTabOrder(before, part)
                before = part
        QWidget.setTabOrder(before, self._copy_all)
        QWidget.setTabOrder(self._copy_all, self._show_token)

    def _fill(self) -> None:
        recipe, places = self._recipe, self._places
        if recipe is None or places is None:
            return
        shown = self._show_token.isChecked()
        for line, row in zip(recipe.lines, self._rows, strict=True):
            row.where.setText(line.where)
            row.text.show_text(filled(line, recipe.way, places, shown=shown))
            row.text.setAccessibleName(line.where)
            row.copy.setText(self.tr("Copy"))
            row.copy.setAccessibleName(self.tr("Copy {0}").format(line.where))
        self._show_token.setVisible(any("TOKEN" in line.text for line in recipe.lines))
        self._copy_all.setVisible(recipe.one_file)
        self._lines.setVisible(bool(recipe.lines))
        self._off.setVisible(recipe.way in {Way.PROGRAM, Way.ADDRESS} and not places.receiver_on)
        self.lan.show_places(recipe.way, places)
        self.teams.setVisible(recipe.product is Product.TEAMS)
        self.lines.setVisible(recipe.product is Product.TAPI)
        self._said.hide()

    def _copy(self, number: int) -> None:
        if self._recipe is not None:
            line = self._recipe.lines[number]
            self._put_on_clipboard([line], line.where)

    def _copy_every_line(self) -> None:
        if self._recipe is not None:
            self._put_on_clipboard(self._recipe.lines, self._recipe.name)

    def _put_on_clipboard(self, lines: Iterable[Line], what: str) -> None:
        recipe, places = self._recipe, self._places
        if recipe is None or places is None:
            return
        pasted = "\n".join(filled(line, recipe.way, places, shown=True) for line in lines)
        QGuiApplication.clipboard().setText(pasted)
        self._said.setText(self.tr("Copied: {0}").format(clean_text(what)))
        self._said.show()

    def _fit_height(self) -> None:
        """A scroll area does not ask by itself how high texts that wrap are at the width there is."""
        inside = self.widget()
        layout = inside.layout() if inside else None
        if inside is not None and layout is not None:
            inside.setMinimumHeight(layout.totalHeightForWidth(self.viewport().width()))
