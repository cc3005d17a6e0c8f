"""Fields that offer the names that this computer knows and take any other, because it may not hold what is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from ui.calm_controls import CalmComboBox
from ui.form_fields import Field
from ui.formats import clean_text
from ui.parts import CONTROL_PX
from ui.theme import Space, TextRole, Theme

_MOST = 64
_MOST_OF_NAMES = 1000


class SuggestField(Field[str]):
    """One name, typed or chosen from a list. `problem_of` says what is wrong with it."""

    def __init__(self, theme: Theme, key: str, problem_of: Callable[[str], str]) -> None:
        self._box = CalmComboBox()
        super().__init__(theme, key, self._box)
        self._problem_of = problem_of
        self._box.setEditable(True)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._line = QLineEdit()
        self._line.setObjectName(f"{self._box.objectName()}Line")
        self._line.setMaxLength(_MOST)
        self._box.setLineEdit(self._line)
        self._box.setCompleter(None)  # type: ignore[arg-type]  # Qt takes none, its stubs do not say so
        self._box.currentTextChanged.connect(self._was_edited)
        self._line.editingFinished.connect(self.check)

    @property
    def value(self) -> str:
        """The name, without blanks around it."""
        return self._box.currentText().strip()

    def show_value(self, value: str) -> None:
        """Put a name in."""
        self._box.setCurrentText(clean_text(value, _MOST))
        self._line.setCursorPosition(0)
        self.complain()

    def suggest(self, names: Sequence[str]) -> None:
        """Offer these; what was typed stays."""
        if [self._box.itemText(place) for place in range(self._box.count())] == list(names):
            return
        text = self._box.currentText()
        blocked = self._box.blockSignals(True)
        self._box.clear()
        self._box.addItems(list(names))
        self._box.setCurrentText(text)
        self._box.blockSignals(blocked)

    def problem(self) -> str:
        """What is wrong with the name."""
        return self._problem_of(self.value)

    def say(self, label: str, note: str = "") -> None:
        """Name the field, and tell its effect."""
        super().say(label, note)
        self._line.setAccessibleName(label.replace("&", ""))

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self._line.setTextMargins(Space.INSIDE, 0, 0, 0)
        self._box.setFixedWidth(self.theme.width_px(280))


class NamesField(Field[tuple[str, ...]]):
    """Several names with commas between them, typed or ticked in a menu."""

    def __init__(self, theme: Theme, key: str, problem_of: Callable[[tuple[str, ...]], str]) -> None:
        both = QWidget()
        self._line = QLineEdit()
        self.button = QPushButton()
        both.setFocusProxy(self._line)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.FIELD)
        row.addWidget(self._line)
        row.addWidget(self.button)
        super().__init__(theme, key, both)
        self._problem_of = problem_of
        self._offered: tuple[str, ...] = ()
        self._menu = QMenu(self.button)
        self._menu.aboutToShow.connect(self._fill)
        self._line.setObjectName(f"{both.objectName()}Line")
        self._line.setMaxLength(_MOST_OF_NAMES)
        self._line.textChanged.connect(self._was_edited)
        self._line.editingFinished.connect(self.check)
        self.button.setObjectName(f"{both.objectName()}Button")
        self.button.setMenu(self._menu)

    @property
    def value(self) -> tuple[str, ...]:
        """The names, each once."""
        names = (name.strip() for name in self._line.text().split(","))
        return tuple(dict.fromkeys(name for name in names if name))

    def show_value(self, value: tuple[str, ...]) -> None:
        """Put names in."""
        self._line.setText(", ".join(clean_text(name, _MOST) for name in value))
        self._line.setCursorPosition(0)
        self.complain()

    def suggest(self, names: Sequence[str]) -> None:
        """Offer these in the menu."""
        self._offered = tuple(names)
        self.button.setEnabled(bool(names) and not self._line.isReadOnly())

    def problem(self) -> str:
        """What is wrong with the names."""
        return self._problem_of(self.value)

    def say(self, label: str, note: str = "") -> None:
        """Name the field, and tell its effect."""
        super().say(label, note)
        self.label.setBuddy(self._line)
        self._line.setAccessibleName(label.replace("&", ""))

    def say_button(self, words: str, name: str) -> None:
        """What the button of the menu says, and its name for screen readers."""
        self.button.setText(words)
        self.button.setAccessibleName(name)

    def set_open(self, can_edit: bool) -> None:
        """Let the user edit the names, or only read, select and copy them."""
        self._line.setReadOnly(not can_edit)
        self.suggest(self._offered)

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        for part in (self._line, self.button):
            part.setFont(self.theme.font(TextRole.BODY))
            part.setFixedHeight(self.theme.text_px(CONTROL_PX))
        self._line.setTextMargins(Space.INSIDE, 0, Space.INSIDE, 0)
        self._line.setFixedWidth(self.theme.width_px(272))
        self._menu.setFont(self.theme.font(TextRole.BODY))

    def _describe(self) -> None:
        super()._describe()
        self._line.setAccessibleDescription(self.control.accessibleDescription())

    def _fill(self) -> None:
        """The menu: what is offered, with a tick at what is named."""
        self._menu.clear()
        named = {name.casefold() for name in self.value}
        for name in self._offered:
            action = self._menu.addAction(clean_text(name).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name.casefold() in named)
            action.toggled.connect(lambda ticked, name=name: self._tick(name, ticked=ticked))

    def _tick(self, name: str, *, ticked: bool) -> None:
        others = tuple(each for each in self.value if each.casefold() != name.casefold())
        self.show_value((*others, name) if ticked else others)
