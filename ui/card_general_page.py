"""The tab General of the user setup card: when cards and pages open and close, and who the user is."""

from __future__ import annotations

from tray.calls.settings import (
    MAX_DELAY_S,
    CloseMaskOn,
    InternalCalls,
    OpenMaskOn,
    OpenOutgoingMaskOn,
    UserSettings,
)
from tray.setup.views import CardSheet
from ui.colors import Tone
from ui.fact_field import FactField
from ui.form_fields import ChoiceField, MarkedLine, TickField
from ui.form_page import FormPage
from ui.number_field import NumberField
from ui.setup_words import field_words, yes_no
from ui.theme import Theme

ROLE = "role.admin"


class GeneralPage(FormPage):
    """The fields of the tab."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "generalPage")
        self.open_on = ChoiceField(theme, "user.open_mask_on", OpenMaskOn)
        self.close_on = ChoiceField(theme, "user.close_mask_on", CloseMaskOn)
        self.outgoing = ChoiceField(theme, "user.open_outgoing_mask_on", OpenOutgoingMaskOn)
        self.internal = ChoiceField(theme, "user.internal_calls", InternalCalls)
        self.delay = NumberField(theme, "user.caller_card_delay", 0, MAX_DELAY_S)
        self.pages = TickField(theme, "user.auto_open_master_data")
        self.role = TickField(theme, ROLE)
        self.active = FactField(theme, "fact.active")
        self._pair = MarkedLine(theme, "pairHint", Tone.WARNING, "notice")
        self._cards = self.add_heading()
        self.add(self.open_on, self.close_on)
        self.add_wide(self._pair)
        self.add(self.outgoing, self.internal, self.delay)
        self._master_data = self.add_heading()
        self.add(self.pages)
        self._user = self.add_heading()
        self.add(self.active, self.role)

    def show_facts(self, sheet: CardSheet) -> None:
        """Show what is only told: whether a tray of the user is connected, and the role to administrators."""
        self.active.show_value(yes_no(sheet.owner.active))
        for part in (self.role.control, self.role.note):
            part.setVisible(sheet.seen_by.may_administer)

    def hint(self, settings: UserSettings) -> None:
        """Say what a surprising pair of values does."""
        both = settings.open_mask_on is OpenMaskOn.CONNECTED and settings.close_mask_on is CloseMaskOn.CONNECTED
        words = self.tr(
            "With both on Connected, the card opens when the call is answered and stays until it is closed."
        )
        self._pair.show_text(words if both else "")

    def retranslate(self) -> None:
        """Write every text anew."""
        words = field_words()
        self._cards.show_text(self.tr("Caller card"))
        self._master_data.show_text(self.tr("Master data"))
        self._user.show_text(self.tr("User"))
        self.open_on.say_each(
            words["open_mask_on"],
            {
                OpenMaskOn.CALL: self.tr("The card opens as soon as the phone rings."),
                OpenMaskOn.CONNECTED: self.tr("The card opens when the call is answered."),
            },
        )
        self.close_on.say_each(
            words["close_mask_on"],
            {
                CloseMaskOn.NONE: self.tr("The card stays until it is closed by hand."),
                CloseMaskOn.CONNECTED: self.tr("The card closes when the call is answered."),
            },
        )
        self.outgoing.say_each(
            words["open_outgoing_mask_on"],
            {
                OpenOutgoingMaskOn.USER: self.tr("Only calls that are dialled with CTI Tray get a card."),
                OpenOutgoingMaskOn.ALWAYS: self.tr("Every outgoing call gets a card, however it was dialled."),
            },
        )
        self.internal.say_each(
            words["internal_calls"],
            {
                InternalCalls.ALWAYS: self.tr("Internal numbers get a card like any other."),
                InternalCalls.NEVER: self.tr("No card for internal numbers; their calls are still logged."),
            },
        )
        self.delay.say(
            words["caller_card_delay"],
            self.tr("The card of an incoming call waits so long; a call that ends before gets none. 0 to 120."),
        )
        self.pages.say(
            words["auto_open_master_data"],
            self.tr("The caller's record opens together with the card of an incoming call."),
        )
        self.active.say(words["active"], self.tr("Yes while CTI Tray of this user is connected."))
        self.role.say(words["admin"], self.tr("May change setup, users and licence."))

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self._pair.restyle()
