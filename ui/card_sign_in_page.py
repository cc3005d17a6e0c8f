"""The tab Microsoft Teams OAuth 2.0 of the user setup card: indicators of the sign-in, never a token itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tray.identity.model import ContactsState, GraphStatus, PresenceState, SignInCommands, SignInStatus
from tray.setup.model import SignInState
from tray.setup.views import CardSheet
from ui.fact_field import FactField
from ui.form_page import FormPage
from ui.language import in_language
from ui.page_parts import WrappedLabel
from ui.parts import fit_controls
from ui.setup_words import date_words, field_words, yes_no
from ui.theme import Space, TextRole, Theme


class SignInPage(FormPage):
    """What is known of the sign-in: on the own card as it is now, on the cards of others as the store last heard.

    The own card offers to sign in and out as well; `sign_in_requested` asks for the window where that is done.
    """

    sign_in_requested = Signal()

    def __init__(self, theme: Theme, commands: SignInCommands | None = None) -> None:
        super().__init__(theme, "signInPage")
        self._commands = commands
        self._live: SignInStatus | None = None
        self.state = FactField(theme, "fact.sign_in")
        self.access = FactField(theme, "fact.access_token")
        self.refresh = FactField(theme, "fact.refresh_token")
        self.authorized = FactField(theme, "fact.authorization_time")
        self.expires = FactField(theme, "fact.token_expires")
        self.presence = FactField(theme, "fact.presence")
        self.contacts = FactField(theme, "fact.contacts")
        self._heading = self.add_heading()
        self.add(self.state, self.access, self.refresh, self.authorized, self.expires, self.presence, self.contacts)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.FIELD)
        self._sign_in, self._sign_out = QPushButton(), QPushButton()
        for button, name in ((self._sign_in, "signInButton"), (self._sign_out, "signOutButton")):
            button.setObjectName(name)
            row.addWidget(button)
        self._sign_in.clicked.connect(self.sign_in_requested)
        self._sign_out.clicked.connect(self._do_sign_out)
        self._reason = WrappedLabel(theme, TextRole.CAPTION, "signInReason", muted=True)
        self.add_control(self._buttons)
        self.add_words(self._reason)

    def show_facts(self, sheet: CardSheet) -> None:
        """Show the indicators."""
        live = self._live = self._commands.status if self._commands and sheet.is_own else None
        sign_in = live.sign_in if live else sheet.owner.sign_in
        words = {
            SignInState.SIGNED_IN: self.tr("Signed in"),
            SignInState.SIGNED_OUT: self.tr("Signed out"),
            SignInState.SIGN_IN_NEEDED: self.tr("Sign-in needed"),
        }
        self.state.show_value(self.tr("Offline") if live and live.word == "offline" else words[sign_in.state])
        self.access.show_value(yes_no(sign_in.access_token))
        self.refresh.show_value(yes_no(sign_in.refresh_token))
        self.authorized.show_value(date_words(sign_in.authorization_time))
        self.expires.show_value(date_words(sign_in.token_expires))
        self.expires.note.setVisible(sign_in.refresh_token)
        reads = self._commands.graph if self._commands and live and sign_in.state is SignInState.SIGNED_IN else None
        self._show_reading(reads)
        self._offer()

    def retranslate(self) -> None:
        """Write every text anew."""
        words = field_words()
        self._heading.show_text(words["sign_in"])
        self.state.say(self.tr("State"))
        self.access.say(words["access_token"], self.tr("Lets CTI Tray act for the user for about an hour."))
        self.refresh.say(words["refresh_token"], self.tr("Renews the access token without asking again."))
        self.authorized.say(words["authorization_time"], self.tr("When the user last signed in."))
        self.expires.say(words["token_expires"], self.tr("Renewed by itself before then."))
        refused = self.tr("Sign in again to allow it; your administrator may have to allow it first.")
        self.presence.say(self.tr("Calls in Teams"), refused)
        self.contacts.say(self.tr("Outlook contacts"), refused)
        self._sign_out.setText(self.tr("Sign out"))
        self._offer()

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        fit_controls(self._theme, self._sign_in, self._sign_out)
        self._reason.restyle()

    def _show_reading(self, reads: GraphStatus | None) -> None:
        """Tell what is read for the user, on the own card only: nobody else needs to know."""
        self.presence.appear(reads is not None)
        self.contacts.appear(reads is not None)
        if reads is None:
            return
        presence = {
            PresenceState.OFF: self.tr("Not read"),
            PresenceState.NOT_ALLOWED: self.tr("Not allowed"),
            PresenceState.UNKNOWN: self.tr("Not known yet"),
        }
        contacts = {
            ContactsState.OFF: self.tr("Not read"),
            ContactsState.NOT_ALLOWED: self.tr("Not allowed"),
            ContactsState.WAITING: self.tr("Being read"),
            ContactsState.READ: self.tr("In the directory"),
            ContactsState.FAILED: in_language(reads.problem),
        }
        self.presence.show_value(presence.get(reads.presence, self.tr("Shown by the icon")))
        self.contacts.show_value(contacts[reads.contacts])
        self.presence.note.setVisible(reads.presence is PresenceState.NOT_ALLOWED)
        self.contacts.note.setVisible(reads.contacts is ContactsState.NOT_ALLOWED)

    def _offer(self) -> None:
        """Offer what can be done now, and say what is in the way."""
        live = self._live
        self._buttons.setVisible(live is not None)
        self._reason.setText(in_language(live.detail) if live else "")
        self._reason.setVisible(bool(self._reason.text()))
        if live is None:
            return
        state = live.sign_in.state
        again = state is SignInState.SIGN_IN_NEEDED
        self._sign_in.setText(self.tr("Sign in again") if again else self.tr("Sign in"))
        self._sign_in.setVisible(state is not SignInState.SIGNED_IN)
        self._sign_in.setEnabled(live.configured)
        self._sign_out.setVisible(state is not SignInState.SIGNED_OUT)

    def _do_sign_out(self) -> None:
        if self._commands is not None:
            self._commands.sign_out()
