"""The part of the page of a desk phone that says whether desk phones are listened to, and switches it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tray.telephony.recipe import Places, Way
from ui.colors import Tone
from ui.language import in_language
from ui.page_parts import WrappedLabel
from ui.parts import Shape, fit_controls
from ui.theme import Space, TextRole, Theme

_MOST_ALLOWED = 1000


class LanBox(QFrame):
    """`switched` asks for the listener to be on or off, with what is in the field of allowed addresses."""

    switched = Signal(bool, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("lanBox")
        self._theme = theme
        self._places: Places | None = None
        self._shape = Shape(theme, 20)
        self._state = WrappedLabel(theme, TextRole.BODY, "lanState")
        self._label = QLabel()
        self._label.setObjectName("lanAllowedLabel")
        self._allowed = QLineEdit()
        self._allowed.setObjectName("lanAllowed")
        self._allowed.setMaxLength(_MOST_ALLOWED)
        self._label.setBuddy(self._allowed)
        self._note = WrappedLabel(theme, TextRole.CAPTION, "lanNote", muted=True)
        self._wrong = WrappedLabel(theme, TextRole.CAPTION, "lanWrong")
        self._on, self._off = QPushButton(), QPushButton()
        for button, name in ((self._on, "lanOnButton"), (self._off, "lanOffButton")):
            button.setObjectName(name)
            button.setAutoDefault(True)
        self._on.clicked.connect(lambda: self.switched.emit(True, self._allowed.text()))
        self._off.clicked.connect(lambda: self.switched.emit(False, self._allowed.text()))
        self._arrange()

    @property
    def last_control(self) -> QWidget:
        """What the keyboard leaves it by."""
        return self._off

    def show_places(self, way: Way, places: Places) -> None:
        """Show how it is now; nothing for a product that does not report over the network."""
        before, self._places = self._places, places
        self.setVisible(way is Way.LAN)
        if before is None or before.lan_allowed != places.lan_allowed:
            self._allowed.setText(", ".join(places.lan_allowed))
        self._wrong.hide()
        self.retranslate()

    def show_wrong(self, words: str) -> None:
        """Say why it could not be switched."""
        self._wrong.setText(words)
        self._wrong.show()
        self._allowed.setFocus()

    def retranslate(self) -> None:
        """Write every text anew, in the language in force."""
        places = self._places
        self._label.setText(self.tr("A&ddresses of the phones"))
        self._note.setText(self.tr("For example 192.168.1.20, or 192.168.1.0/24 for a whole network."))
        if places is None:
            return
        self._state.setText(in_language(places.lan_detail))
        ready = places.lan_on and bool(places.lan_allowed)
        self._shape.show_shape("check" if ready else "notice", Tone.POSITIVE if ready else Tone.WARNING)
        self._on.setText(self.tr("Save the add&resses") if places.lan_on else self.tr("Listen fo&r desk phones"))
        self._off.setText(self.tr("St&op listening"))
        self._off.setVisible(places.lan_on)

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        for part in (self._shape, self._state, self._note, self._wrong):
            part.restyle()
        self._label.setFont(self._theme.font(TextRole.BODY))
        fit_controls(self._theme, self._allowed, self._on, self._off)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.FIELD)
        head.addWidget(self._shape)
        head.addWidget(self._state, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.FIELD)
        buttons.addWidget(self._on)
        buttons.addWidget(self._off)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.INSIDE)
        box.addLayout(head)
        box.addSpacing(Space.INSIDE)
        for part in (self._label, self._allowed, self._wrong, self._note):
            box.addWidget(part)
        box.addSpacing(Space.INSIDE)
        box.addLayout(buttons)
        self._wrong.hide()
