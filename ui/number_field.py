"""A field for a whole number that keeps what is typed, so that no other number than the typed one is ever saved.

Qt's own spin box drops keys that would leave its limits: of 150 it keeps 15, and of nothing at all the number before.
Here the text is what counts; whether it is a number within the limits is said at the field, as with any other.
"""

from __future__ import annotations

import re

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox

from ui.form_fields import Field
from ui.formats import clean_text
from ui.theme import Theme

_MOST_TYPED = 20
_WHOLE = re.compile(r"-?[0-9]{1,18}")


class NumberBox(QAbstractSpinBox):
    """A line with arrows. Where it may be empty, nothing is one step below the lowest number."""

    def __init__(self, lowest: int, highest: int, *, optional: bool) -> None:
        super().__init__()
        self.lowest = lowest
        self.highest = highest
        self._optional = optional
        self.setKeyboardTracking(False)
        self.lineEdit().setMaxLength(_MOST_TYPED)

    @property
    def number(self) -> int | None:
        """The number that is typed, within the limits or not; None where it is none."""
        text = self.text().strip()
        return int(text) if _WHOLE.fullmatch(text) else None

    def show_number(self, number: int | None) -> None:
        """Put a number in; None empties the line."""
        self.lineEdit().setText("" if number is None else str(number))

    def stepBy(self, steps: int) -> None:  # noqa: N802
        """The arrows lead from whatever is typed into the limits."""
        none = self.lowest - 1
        start = none if self.number is None else self.number
        end = min(max(start + steps, none if self._optional else self.lowest), self.highest)
        self.show_number(None if end == none else end)
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:  # noqa: N802
        """Which arrows lead anywhere."""
        number, flags = self.number, QAbstractSpinBox.StepEnabledFlag
        end = flags.StepNone
        if number is None or number < self.highest:
            end |= flags.StepUpEnabled
        if number is not None and (number > self.lowest or self._optional):
            end |= flags.StepDownEnabled
        return end

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """The wheel turns the number only where the user is in the field, not by mistake while the form scrolls."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class NumberField(Field[int | str | None]):
    """A whole number within limits, or none where it is `optional`; the unit stands in the label."""

    def __init__(self, theme: Theme, key: str, lowest: int, highest: int, *, optional: bool = False) -> None:
        self.box = NumberBox(lowest, highest, optional=optional)
        super().__init__(theme, key, self.box)
        self._optional = optional
        self.box.lineEdit().textChanged.connect(self._was_edited)
        self.box.editingFinished.connect(self.check)

    @property
    def value(self) -> int | str | None:
        """The number, None for none, or what is typed where that is no whole number."""
        text = self.box.text().strip()
        if self._optional and not text:
            return None
        number = self.box.number
        return text if number is None else number

    def show_value(self, value: int | str | None) -> None:
        """Put a number in, or none; the same number as the typed one stays as it was typed."""
        if value != self.value:
            self.box.show_number(value if isinstance(value, int) else None)
        self.complain()

    def problem(self) -> str:
        """Anything but a whole number within the limits."""
        value, box = self.value, self.box
        if value is None or (isinstance(value, int) and box.lowest <= value <= box.highest):
            return ""
        name = self.label.text().replace("&", "")
        return self.tr("{0}: write a whole number from {1} to {2}.").format(name, box.lowest, box.highest)

    def say_none(self, words: str) -> None:
        """What stands in the empty field."""
        self.box.lineEdit().setPlaceholderText(clean_text(words))

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self.box.setFixedWidth(self.theme.width_px(200 if self._optional else 120))
