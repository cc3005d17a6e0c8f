"""The tab Microsoft Teams OAuth 2.0 of the user setup card: indicators of the sign-in, never a token itself."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from tray.setup.model import SignInState
from tray.setup.views import CardSheet
from ui.fact_field import FactField
from ui.form_fields import CONTROL_PX
from ui.form_page import FormPage
from ui.page_parts import WrappedLabel
from ui.setup_words import date_words, field_words, yes_no
from ui.theme import TextRole, Theme


class SignInPage(FormPage):
    """What is known of the sign-in; everything here is only told."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "signInPage")
        self.state = FactField(theme, "fact.sign_in")
        self.access = FactField(theme, "fact.access_token")
        self.refresh = FactField(theme, "fact.refresh_token")
        self.authorized = FactField(theme, "fact.authorization_time")
        self.expires = FactField(theme, "fact.token_expires")
        self._heading = self.add_heading()
        self.add(self.state, self.access, self.refresh, self.authorized, self.expires)
        self._sign_in = QPushButton()
        self._sign_in.setObjectName("signInButton")
        self._sign_in.setEnabled(False)
        self._reason = WrappedLabel(theme, TextRole.CAPTION, "signInReason", muted=True)
        self.add_control(self._sign_in)
        self.add_words(self._reason)

    def show_facts(self, sheet: CardSheet) -> None:
        """Show the indicators."""
        sign_in = sheet.owner.sign_in
        for part in (self._sign_in, self._reason):
            part.setVisible(sheet.is_own)
        self.state.show_value(
            {
                SignInState.SIGNED_IN: self.tr("Signed in"),
                SignInState.SIGNED_OUT: self.tr("Signed out"),
                SignInState.SIGN_IN_NEEDED: self.tr("Sign-in needed"),
            }[sign_in.state]
        )
        self.access.show_value(yes_no(sign_in.access_token))
        self.refresh.show_value(yes_no(sign_in.refresh_token))
        self.authorized.show_value(date_words(sign_in.authorization_time))
        self.expires.show_value(date_words(sign_in.token_expires))

    def retranslate(self) -> None:
        """Write every text anew."""
        words = field_words()
        self._heading.show_text(words["sign_in"])
        self.state.say(self.tr("State"))
        self.access.say(words["access_token"], self.tr("Lets CTI Tray act for the user for about an hour."))
        self.refresh.say(words["refresh_token"], self.tr("Renews the access token without asking again."))
        self.authorized.say(words["authorization_time"], self.tr("When the user last signed in."))
        self.expires.say(words["token_expires"], self.tr("Renewed by itself before then."))
        self._sign_in.setText(self.tr("Sign in"))
        self._reason.setText(self.tr("This version of CTI Tray cannot sign in yet."))

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self._sign_in.setFont(self._theme.font(TextRole.BODY))
        self._sign_in.setMinimumHeight(self._theme.text_px(CONTROL_PX))
        self._reason.restyle()
