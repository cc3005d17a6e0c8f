"""What can be done with the selected user of Activate Users: buttons that say it, and why one cannot be pressed.

Each only asks; what is allowed is decided by the store.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tray.setup.model import User
from ui.flow_layout import FlowLayout
from ui.formats import tooltip
from ui.parts import fit_controls
from ui.theme import Theme


class UserActions(QWidget):
    """The buttons in a row."""

    seat_pressed = Signal()
    role_pressed = Signal()
    card_pressed = Signal()
    removal_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("userActions")
        self._theme = theme
        self._user: User | None = None
        self._reason = ""
        self._seat, self._role, self._card, self._remove = (QPushButton() for _ in range(4))
        row = FlowLayout()
        row.setContentsMargins(0, 0, 0, 0)
        for button, name, pressed in (
            (self._seat, "seatButton", self.seat_pressed),
            (self._role, "roleButton", self.role_pressed),
            (self._card, "cardButton", self.card_pressed),
            (self._remove, "removeButton", self.removal_pressed),
        ):
            button.setObjectName(name)
            button.clicked.connect(pressed)
            row.addWidget(button)
        self.setLayout(row)

    def show_user(self, user: User | None, reason: str) -> None:
        """Offer what can be done with this user; `reason` says why nothing can be changed, "" where it can."""
        self._user, self._reason = user, reason
        self.retranslate()

    def retranslate(self) -> None:
        """Write every text anew."""
        user = self._user
        seat = self.tr("Deactivate &user") if user and user.licensed else self.tr("Activate &user")
        role = self.tr("Remove &administrator role") if user and user.admin else self.tr("Make &administrator")
        self._seat.setText(seat)
        self._role.setText(role)
        self._card.setText(self.tr("&Open setup card"))
        self._remove.setText(self.tr("&Remove user"))
        nobody = "" if user else self.tr("Select a user first.")
        for button in (self._seat, self._role, self._remove):
            allow(button, self._reason or nobody)
        allow(self._card, nobody)

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        fit_controls(self._theme, self._seat, self._role, self._card, self._remove)


def allow(button: QPushButton, reason: str) -> None:
    """Let a button be pressed, or say at it why it cannot be."""
    button.setEnabled(not reason)
    button.setToolTip(tooltip(reason))
    button.setAccessibleDescription(reason)
