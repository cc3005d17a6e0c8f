"""The test of a phone: it waits for the first event that comes from any phone, and says what came and what is missing.

It never blocks. What is refused meanwhile is told too, and the waiting goes on; after two minutes it ends with hints.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from tray.interfaces import PhoneCommands
from tray.telephony.heard import Arrival, Remark
from ui.answers import Answers
from ui.colors import Tone
from ui.heard_words import arrival_words, missing_words, trouble_words
from ui.page_parts import WrappedLabel
from ui.parts import Shape, fit_controls
from ui.theme import Space, TextRole, Theme

PATIENCE_MS = 120_000


class PhoneTest(QFrame):
    """Button and result.

    Args:
        theme: fonts and colours.
        commands: gives what listens.
        unheard: says why the phone cannot be heard now, "" where it can.
        patience_ms: how long it waits.
    """

    def __init__(
        self,
        theme: Theme,
        commands: Callable[[], PhoneCommands],
        unheard: Callable[[], str],
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        super().__init__()
        self.setObjectName("phoneTest")
        self._theme = theme
        self._commands = commands
        self._unheard = unheard
        self._leave: Callable[[], None] | None = None
        self._result: Arrival | None = None
        self._remark: Remark | None = None
        self._late = False
        self._answers = Answers(self)
        self._answers.arrived.connect(self._hear)
        self._timer = QTimer(self, singleShot=True, interval=patience_ms)
        self._timer.timeout.connect(self._give_up)
        self._shape = Shape(theme, 20)
        self._words = WrappedLabel(theme, TextRole.BODY, "testWords")
        self._missing = WrappedLabel(theme, TextRole.BODY, "testMissing", muted=True)
        self.button = QPushButton()
        self.button.setObjectName("testButton")
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self._press)
        self._arrange()

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for an event."""
        return self._leave is not None

    def cancel(self) -> None:
        """Wait no longer, and say nothing about it."""
        self._end()
        self.retranslate()

    def clear(self) -> None:
        """Another phone is looked at: what was said about the former one goes."""
        self._end()
        self._result = self._remark = None
        self._late = False
        self.retranslate()

    def retranslate(self) -> None:
        """Write every text anew, in the language in force."""
        self.button.setText(self.tr("&Cancel the test") if self.is_waiting else self.tr("&Test"))
        icon, tone, words, missing = self._told()
        self._shape.show_shape(icon, tone)
        self._words.setText(words)
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        for part in (self._shape, self._words, self._missing):
            part.restyle()
        fit_controls(self._theme, self.button)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(Space.INSIDE)
        words.addWidget(self._words)
        words.addWidget(self._missing)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.FIELD)
        row.addWidget(self._shape)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def _told(self) -> tuple[str, Tone, str, str]:
        """Drawing, its colour, what is said, and what is missing."""
        refused = trouble_words(self._remark) if self._remark is not None else self._deaf()
        if self._result is not None:
            missing = missing_words(self._result)
            return ("notice" if missing else "check"), _tone(missing), arrival_words(self._result), missing
        if self.is_waiting:
            return "phone", Tone.ACCENT, self.tr("Waiting: let the phone ring, or dial a number on it."), refused
        if self._late:
            hints = self.tr(
                "Is the line complete, and saved in the phone? Is the phone on, and can it reach this computer? "
                "A firewall may be in between."
            )
            return "notice", Tone.WARNING, self.tr("Nothing was heard for two minutes."), refused or hints
        return "phone", Tone.NEUTRAL, self.tr("Press Test, then let the phone ring."), refused

    def _deaf(self) -> str:
        """What keeps the phone from being heard, once somebody wants to hear it."""
        return self._unheard() if self.is_waiting or self._late else ""

    def _press(self) -> None:
        if self.is_waiting:
            self.cancel()
            return
        self.clear()
        self._leave = self._commands().listen(self._answers.expect())
        self._timer.start()
        self.retranslate()

    def _hear(self, heard: object) -> None:
        if isinstance(heard, Arrival):
            self._result = heard
            self._end()
        elif isinstance(heard, Remark):
            self._remark = heard
        self.retranslate()
        self._announce()

    def _give_up(self) -> None:
        self._late = True
        self._end()
        self.retranslate()
        self._announce()

    def _end(self) -> None:
        self._timer.stop()
        self._answers.forget()
        leave, self._leave = self._leave, None
        if leave is not None:
            leave()

    def _announce(self) -> None:
        """Tell screen readers that something has changed."""
        if QAccessible.isActive():
            spoken = QAccessibleAnnouncementEvent(self, f"{self._words.text()} {self._missing.text()}")
            QAccessible.updateAccessibility(spoken)


def _tone(missing: str) -> Tone:
    return Tone.WARNING if missing else Tone.POSITIVE
