"""The part of the page of Teams that says how far Teams and CTI Tray are with one another, and pairs them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from tray.telephony.listened import Listened, Pairing
from ui.colors import Tone
from ui.flow_layout import FlowLayout
from ui.language import in_language
from ui.page_parts import WrappedLabel
from ui.parts import Shape, fit_controls
from ui.theme import Space, TextRole, Theme

_CAN_BE_PAIRED = {Pairing.NONE, Pairing.REFUSED}


class TeamsBox(QFrame):
    """`pair_requested` asks Teams for the pairing, `help_requested` for the help about the screen pop."""

    pair_requested = Signal()
    help_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("teamsBox")
        self._theme = theme
        self._listened: Listened | None = None
        self._shape = Shape(theme, 20)
        self._state = WrappedLabel(theme, TextRole.STRONG, "teamsState")
        self._detail = WrappedLabel(theme, TextRole.BODY, "teamsDetail", muted=True)
        self._pair, self._help = QPushButton(), QPushButton()
        for button, name in ((self._pair, "teamsPairButton"), (self._help, "teamsPopButton")):
            button.setObjectName(name)
            button.setAutoDefault(True)
        self._pair.clicked.connect(self.pair_requested)
        self._help.clicked.connect(self.help_requested)
        self._arrange()

    def show_listened(self, listened: Listened) -> None:
        """Show how it is now."""
        if listened == self._listened:
            return
        said, self._listened = self._state.text(), listened
        self.retranslate()
        if said and said != self._state.text() and self.isVisible() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._state.text()))

    def retranslate(self) -> None:
        """Write every text anew, in the language in force."""
        self._pair.setText(self.tr("Pair with Tea&ms"))
        self._help.setText(self.tr("Scree&n pop, for administrators"))
        listened = self._listened
        if listened is None:
            return
        ready = listened.reached and listened.pairing is Pairing.PAIRED
        self._shape.show_shape("check" if ready else "notice", Tone.POSITIVE if ready else Tone.WARNING)
        self._state.setText(self._words(listened))
        self._detail.setText(in_language(listened.teams_detail))
        can_pair = listened.reached and listened.pairing in _CAN_BE_PAIRED
        if self._pair.hasFocus() and not can_pair:
            self._help.setFocus()
        self._pair.setVisible(can_pair)

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        for part in (self._shape, self._state, self._detail):
            part.restyle()
        fit_controls(self._theme, self._pair, self._help)

    def _words(self, listened: Listened) -> str:
        if listened.pairing is None:
            return self.tr("Teams is switched off in CTI Tray.")
        if not listened.reached and listened.pairing is not Pairing.WAITING:
            return self.tr("Teams does not answer.")
        return {
            Pairing.NONE: self.tr("Connected with Teams, but not paired."),
            Pairing.WAITING: self.tr("Waiting for your next call: choose Allow in Teams then."),
            Pairing.ASKED: self.tr("Teams asks you now: choose Allow there."),
            Pairing.REFUSED: self.tr("Teams has refused."),
            Pairing.PAIRED: self.tr("Paired with Teams."),
        }[listened.pairing]

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.FIELD)
        head.addWidget(self._shape)
        head.addWidget(self._state, 1)
        buttons = FlowLayout()
        buttons.addWidget(self._pair)
        buttons.addWidget(self._help)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.INSIDE)
        box.addLayout(head)
        box.addWidget(self._detail)
        box.addLayout(buttons)
