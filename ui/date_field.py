"""A field for a day that there may be or not."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget

from ui.form_fields import Field
from ui.parts import CONTROL_PX
from ui.theme import Space, TextRole, Theme

_EARLIEST = date(100, 1, 1)
"""The first day that Qt shows in a field."""


class OptionalDateField(Field[date | None]):
    """A day, or none: a tick says whether there is one. A day that cannot be shown stays until it is edited."""

    def __init__(self, theme: Theme, key: str, first: date) -> None:
        self._tick = QCheckBox()
        self._day = QDateEdit()
        self._first = first
        self._given: date | None = None
        self._shown: date | None = None
        both = QWidget()
        both.setFocusProxy(self._tick)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.FIELD)
        row.addWidget(self._tick)
        row.addWidget(self._day)
        row.addStretch(1)
        super().__init__(theme, key, both)
        self._tick.setObjectName(f"{both.objectName()}Tick")
        self._day.setObjectName(f"{both.objectName()}Day")
        self._day.setCalendarPopup(True)
        self._day.setMinimumDate(QDate(_EARLIEST.year, _EARLIEST.month, _EARLIEST.day))
        self._tick.toggled.connect(self._ticked)
        self._day.dateChanged.connect(self._was_edited)

    @property
    def value(self) -> date | None:
        """The day, or None."""
        day = self._day.date()
        held = date(day.year(), day.month(), day.day()) if self._tick.isChecked() else None
        return self._given if held == self._shown else held

    def show_value(self, value: date | None) -> None:
        """Put a day in, or none."""
        self._given = value
        self._shown = max(value, _EARLIEST) if value else None
        day = self._shown or self._first
        self._day.setDate(QDate(day.year, day.month, day.day))
        self._tick.setChecked(value is not None)
        self._day.setEnabled(value is not None and self._tick.isEnabled())
        self.complain()

    def say(self, label: str, note: str = "") -> None:
        """Name the field, and tell its effect."""
        super().say(label, note)
        self.label.setBuddy(self._tick)
        self._tick.setAccessibleName(label.replace("&", ""))
        self._day.setAccessibleName(label.replace("&", ""))

    def say_tick(self, words: str) -> None:
        """What the tick says."""
        self._tick.setText(words)

    def set_open(self, can_edit: bool) -> None:
        """Let the user edit it, or only read it."""
        self._tick.setEnabled(can_edit)
        self._day.setEnabled(can_edit and self._tick.isChecked())

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        for part in (self._tick, self._day):
            part.setFont(self.theme.font(TextRole.BODY))
            part.setMinimumHeight(self.theme.text_px(CONTROL_PX))
        self._day.setMinimumWidth(self.theme.width_px(144))

    def _ticked(self) -> None:
        self._day.setEnabled(self._tick.isChecked() and self._tick.isEnabled())
        self._was_edited()
