"""The fields of the setup dialogs: a label with its key, a control, one line about its effect, and what is wrong.

A field shows and gives back one value and knows when it was edited. What a value means, who may change it and where it
is kept is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from ui.calm_controls import CalmComboBox
from ui.colors import Tone
from ui.formats import clean_text
from ui.page_parts import WrappedLabel
from ui.parts import CONTROL_PX, Shape
from ui.theme import Space, TextRole, Theme

_Value = TypeVar("_Value")
_Option = TypeVar("_Option", bound=StrEnum)


class MarkedLine(QWidget):
    """One line of words with a drawing before it, so that it is not told by its colour alone; hidden while empty."""

    def __init__(self, theme: Theme, name: str, tone: Tone, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        self._shape = Shape(theme, 16)
        self._shape.show_shape(icon, tone)
        self.text = WrappedLabel(theme, TextRole.CAPTION, name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.INSIDE)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show this, or nothing where it is empty."""
        self.text.setText(text)
        self.setVisible(bool(text))

    def restyle(self) -> None:
        """Take fonts and colours from the theme."""
        self._shape.restyle()
        self.text.restyle()
        palette = self.text.palette()
        palette.setColor(self.text.foregroundRole(), self._theme.tokens.tone(self._tone))
        self.text.setPalette(palette)


class Field(QObject, Generic[_Value]):
    """One setting in a form. `key` is how the store names it where it refuses a value."""

    edited = Signal()

    def __init__(self, theme: Theme, key: str, control: QWidget) -> None:
        super().__init__()
        name = key.replace(".", "_")
        self.theme = theme
        self.key = key
        self.control = control
        self._said: Callable[[], str] = str
        self.label = QLabel()
        self.label.setObjectName(f"{name}Label")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setBuddy(control)
        self.note = WrappedLabel(theme, TextRole.CAPTION, f"{name}Note", muted=True)
        self.wrong = MarkedLine(theme, f"{name}Problem", Tone.DANGER, "notice")
        control.setObjectName(f"{name}Edit")
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def value(self) -> _Value:
        """What the control holds now."""
        raise NotImplementedError

    def show_value(self, value: _Value) -> None:
        """Put a value into the control; nothing that was wrong with the one before is said any more."""
        raise NotImplementedError

    def problem(self) -> str:
        """What is wrong with the value, in the user's words; "" where it is acceptable."""
        return ""

    def say(self, label: str, note: str = "") -> None:
        """Name the field, with the mark of its key, and tell its effect; what is wrong is said in the same language."""
        self.label.setText(label)
        self.control.setAccessibleName(label.replace("&", ""))
        self.explain(note)
        self.complain(self._said)

    def explain(self, note: str) -> None:
        """Tell the effect of the field in one line."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._describe()

    def complain(self, problem: Callable[[], str] = str) -> None:
        """Say what is wrong, at the field; without words, nothing is any more. Another language asks for them again."""
        self._said = problem
        self.wrong.show_text(problem())
        self._describe()

    def check(self) -> bool:
        """Whether the value is acceptable; says at the field what is wrong."""
        is_good = not self.problem()
        self.complain(str if is_good else self.problem)
        return is_good

    def set_open(self, can_edit: bool) -> None:
        """Let the user edit it, or only read it."""
        self.control.setEnabled(can_edit)

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        self.label.setFont(self.theme.font(TextRole.BODY))
        self.control.setFont(self.theme.font(TextRole.BODY))
        self.control.setMinimumHeight(self.theme.text_px(CONTROL_PX))
        self.note.restyle()
        self.wrong.restyle()

    def _was_edited(self) -> None:
        if not self.wrong.isHidden():
            self.check()
        self.edited.emit()

    def _describe(self) -> None:
        parts = (self.wrong.text.text(), self.note.text())
        self.control.setAccessibleDescription(" ".join(part for part in parts if part))


class ChoiceField(Field[_Option]):
    """One of a few words that stay as they are in every language; each word has its own line about its effect."""

    def __init__(self, theme: Theme, key: str, options: type[_Option]) -> None:
        self._box = CalmComboBox()
        super().__init__(theme, key, self._box)
        self._options: Sequence[_Option] = tuple(options)
        self._notes: Mapping[_Option, str] = {}
        for option in self._options:
            self._box.addItem(option.value)
        self._box.currentIndexChanged.connect(self._chosen)

    @property
    def value(self) -> _Option:
        """The chosen word."""
        return self._options[self._box.currentIndex()]

    def show_value(self, value: _Option) -> None:
        """Choose a word."""
        self._box.setCurrentIndex(self._options.index(value))
        self.complain()

    def say_each(self, label: str, notes: Mapping[_Option, str]) -> None:
        """Name the field, and tell the effect of each word."""
        self._notes = notes
        self.say(label, notes[self.value])

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self._box.setFixedWidth(self.theme.width_px(200))

    def _chosen(self) -> None:
        self.explain(self._notes.get(self.value, ""))
        self._was_edited()


class TickField(Field[bool]):
    """Yes or no; the words of the box are the label."""

    def __init__(self, theme: Theme, key: str) -> None:
        self._box = QCheckBox()
        super().__init__(theme, key, self._box)
        self._box.toggled.connect(self._was_edited)

    @property
    def value(self) -> bool:
        """Whether it is ticked."""
        return self._box.isChecked()

    def show_value(self, value: bool) -> None:
        """Tick it or not."""
        self._box.setChecked(value)
        self.complain()

    def say(self, label: str, note: str = "") -> None:
        """Name the box, and tell its effect."""
        super().say("", note)
        self._box.setText(label)
        self._box.setAccessibleName(label.replace("&", ""))

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self._box.setMinimumHeight(self.theme.text_px(24))


class TextField(Field[str]):
    """One line of text. `problem_of` says what is wrong with it; `capitals` writes it in capitals as it is typed.

    A text that cannot be shown as it is stays as it was given until it is edited.
    """

    def __init__(
        self,
        theme: Theme,
        key: str,
        *,
        most: int,
        problem_of: Callable[[str], str] = lambda _: "",
        capitals: bool = False,
        width: int = 320,
    ) -> None:
        self._edit = QLineEdit()
        super().__init__(theme, key, self._edit)
        self._problem_of = problem_of
        self._capitals = capitals
        self._width = width
        self._given = self._shown = ""
        self._edit.setMaxLength(most)
        self._edit.textEdited.connect(self._typed)
        self._edit.textChanged.connect(self._was_edited)
        self._edit.editingFinished.connect(self.check)

    @property
    def value(self) -> str:
        """The text, without blanks around it."""
        text = self._edit.text().strip()
        return self._given if text == self._shown else text

    def show_value(self, value: str) -> None:
        """Put a text in; the same as the typed one stays as it was typed."""
        is_typed = value == self.value
        self._given = value
        self._shown = self._edit.text().strip() if is_typed else clean_text(value, self._edit.maxLength())
        if not is_typed:
            self._edit.setText(self._shown)
        self.complain()

    def show_hint(self, text: str) -> None:
        """What stands in the empty field."""
        self._edit.setPlaceholderText(clean_text(text))

    def problem(self) -> str:
        """What is wrong with the text."""
        return self._problem_of(self.value)

    def set_open(self, can_edit: bool) -> None:
        """Let the user edit the text, or only read, select and copy it."""
        self._edit.setReadOnly(not can_edit)
        self._show_ground()

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self._edit.setTextMargins(Space.INSIDE, 0, Space.INSIDE, 0)
        self._edit.setFixedWidth(self.theme.width_px(self._width))
        self._show_ground()

    def _show_ground(self) -> None:
        """What can only be read is tinted, and does not stand on the ground of a field to be filled."""
        palette = QPalette()
        if self._edit.isReadOnly():
            palette.setColor(QPalette.ColorRole.Base, self.theme.tokens.tint())
        self._edit.setPalette(palette)

    def _typed(self) -> None:
        if self._capitals and self._edit.text() != self._edit.text().upper():
            place = self._edit.cursorPosition()
            self._edit.setText(self._edit.text().upper())
            self._edit.setCursorPosition(place)
