"""The panel that tries a number out: who the caller would be, which page would open, and what each row did and why.

The answer comes from the same rules as that of a real call. The panel tries the rows that it is given, saved or not.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tray.calls.trial import MappingTrial
from tray.errors import CtiError
from tray.setup.views import SetupCommands
from ui.answers import Answers
from ui.mapping_draft import Rows
from ui.mapping_words import caller_words, opening_words, reason_words
from ui.page_parts import WrappedLabel
from ui.parts import PlainLabel
from ui.setup_words import error_words
from ui.theme import Space, TextRole, Theme
from ui.verdict_list import VerdictList

PAUSE_MS = 150
"""Edits within this time are tried together."""

_MOST_OF_NUMBER = 120
_LEAST_WIDTH = 280
_LEAST_HEIGHT = 100


class _NumberEdit(QLineEdit):
    """The number. Enter tries it and does not press OK."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keep Enter from the dialog."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()


class TrialPanel(QScrollArea):
    """`wanted` asks for the rows to try: true when the user pressed Test, false when they changed under a result."""

    wanted = Signal(bool)

    def __init__(self, theme: Theme, setup: SetupCommands) -> None:
        super().__init__()
        self.setObjectName("trialPanel")
        self._theme = theme
        self._setup = setup
        self._number = ""
        self._asked_rows: Rows = ()
        self._tried_rows: Rows = ()
        self._trial: MappingTrial | None = None
        self._is_asked = False
        self._is_awaited = False
        self._answers = Answers(self)
        self._answers.arrived.connect(self._take)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self.wanted.emit(False))
        self._heading = PlainLabel(theme, TextRole.STRONG, "trialHeading")
        self._label = QLabel()
        self.number = _NumberEdit()
        self._button = QPushButton()
        self._caller = PlainLabel(theme, TextRole.STRONG, "trialCaller")
        self._written = PlainLabel(theme, TextRole.CAPTION, "trialNumber", muted=True)
        self._opening = PlainLabel(theme, TextRole.BODY, "trialPage")
        self._reason = WrappedLabel(theme, TextRole.CAPTION, "trialReason", muted=True)
        self.verdicts = VerdictList(theme)
        self._hint = WrappedLabel(theme, TextRole.BODY, "trialHint", muted=True)
        self._pages = QStackedWidget()
        self._box = QVBoxLayout()
        self._name_and_connect()
        self._arrange()

    def forget(self) -> None:
        """Start anew, without a number and a result."""
        self.number.clear()
        self._is_asked = False
        self._show_nothing(self._invitation())

    def try_rows(self, rows: Rows) -> None:
        """Try the number with these rows."""
        self._is_asked = True
        self._asked_rows = rows
        self._setup.try_mapping(self._number, rows, self._answers.expect())

    def outdate(self) -> None:
        """The rows changed: a number that was tried is tried again."""
        if self._is_asked:
            self._pause.start()

    def cannot_try(self) -> None:
        """The rows cannot be tried as they stand."""
        self._show_nothing(self.tr("A row is not complete yet. Correct it to test."))

    def retranslate(self) -> None:
        """Write every text anew."""
        self._heading.show_text(self.tr("Test"))
        self._label.setText(self.tr("P&hone number"))
        self.number.setAccessibleName(self.tr("Phone number to test"))
        self._button.setText(self.tr("&Test"))
        self.verdicts.setAccessibleName(self.tr("What each row does"))
        if self._trial is None:
            self._show_nothing(self._invitation())
        else:
            self._show(self._trial)

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        for part in (self._heading, self._hint, *self._told):
            part.restyle()
        for control in (self._label, self.number, self._button):
            control.setFont(self._theme.font(TextRole.BODY))
        for control in (self.number, self._button):
            control.setMinimumHeight(self._theme.text_px(32))
        self._button.setMinimumWidth(self._theme.text_px(88))
        self.verdicts.setMinimumHeight(self._theme.text_px(_LEAST_HEIGHT))
        self.setMinimumWidth(self._theme.width_px(_LEAST_WIDTH))
        if self._trial is not None:
            self._show(self._trial)

    @property
    def _told(self) -> tuple[PlainLabel | WrappedLabel, ...]:
        """The lines of the result, from top to bottom."""
        return self._caller, self._written, self._opening, self._reason

    def _name_and_connect(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setBuddy(self.number)
        self.number.setObjectName("trialEdit")
        self.number.setMaxLength(_MOST_OF_NUMBER)
        self.number.setTextMargins(Space.INSIDE, 0, Space.INSIDE, 0)
        self.number.setClearButtonEnabled(True)
        self.number.returnPressed.connect(self._press)
        self._button.setObjectName("trialButton")
        self._button.clicked.connect(self._press)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _arrange(self) -> None:
        asking = QHBoxLayout()
        asking.setSpacing(Space.FIELD)
        asking.addWidget(self.number, 1)
        asking.addWidget(self._button)
        result = QWidget()
        told = QVBoxLayout(result)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(Space.INSIDE)
        for part in self._told:
            told.addWidget(part)
        told.addSpacing(Space.INSIDE)
        told.addWidget(self.verdicts, 1)
        self._pages.addWidget(self._hint)
        self._pages.addWidget(result)
        inside = QWidget()
        box = self._box
        inside.setLayout(box)
        box.setContentsMargins(Space.GROUP, Space.FIELD, Space.GROUP, Space.FIELD)
        box.setSpacing(Space.INSIDE)
        box.addWidget(self._heading)
        box.addSpacing(Space.INSIDE)
        box.addWidget(self._label)
        box.addLayout(asking)
        box.addSpacing(Space.FIELD)
        box.addWidget(self._pages, 1)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def _press(self) -> None:
        self._number = self.number.text()
        self._is_awaited = True
        self.wanted.emit(True)

    def _take(self, answer: Any) -> None:
        if isinstance(answer, CtiError):
            self._show_nothing(error_words(answer))
            return
        self._trial, self._tried_rows = answer, self._asked_rows
        self._show(answer)

    def _show(self, trial: MappingTrial) -> None:
        self._caller.show_text(caller_words(trial))
        self._written.show_text(trial.number_text)
        self._opening.show_text(opening_words(trial))
        self._reason.setText(reason_words(trial.reason))
        self.verdicts.show_trial(trial, self._tried_rows)
        self._pages.setCurrentIndex(1)
        if self._is_awaited:
            self._is_awaited = False
            self._reveal_answer()

    def _show_nothing(self, words: str) -> None:
        """Words in the place of a result."""
        self._trial = None
        self._answers.forget()
        self._hint.setText(words)
        self._pages.setCurrentIndex(0)

    def _reveal_answer(self) -> None:
        """Where there is little room, who pressed Test sees the answer without scrolling to it."""
        self._box.activate()
        self.ensureWidgetVisible(self._pages, 0, 0)

    def _invitation(self) -> str:
        return self.tr(
            "Enter a number to see what a call from it would find and open with the rows as they stand here. "
            "Leave the field empty for a caller who withholds their number."
        )
