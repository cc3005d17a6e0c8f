"""The tab CRM of the user setup card: whether calls become activities, and with which interaction template."""

from __future__ import annotations

from tray.calls.model import Outcome
from tray.calls.settings import MAX_TEMPLATE_LENGTH, ModuleSettings, UserSettings
from tray.setup.views import CardSheet
from ui.colors import Tone
from ui.form_fields import MarkedLine, TextField, TickField
from ui.form_page import FormPage
from ui.setup_words import field_words
from ui.theme import Theme

TEMPLATES = {
    "incoming_template": Outcome.INCOMING,
    "outgoing_template": Outcome.OUTGOING,
    "missed_incoming_template": Outcome.MISSED_INCOMING,
    "unaccepted_outgoing_template": Outcome.UNACCEPTED_OUTGOING,
}


class CrmPage(FormPage):
    """The fields of the tab."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "crmPage")
        self.active = TickField(theme, "user.crm_active")
        self.codes = {
            name: TextField(theme, f"user.{name}", most=MAX_TEMPLATE_LENGTH, capitals=True, width=280)
            for name in TEMPLATES
        }
        self._module_is_off = MarkedLine(theme, "moduleOff", Tone.WARNING, "notice")
        self._heading = self.add_heading()
        self.add_wide(self._module_is_off)
        self.add(self.active)
        self._codes_heading = self.add_heading()
        self.add(*self.codes.values())
        self._is_off = False

    def show_facts(self, sheet: CardSheet) -> None:
        """Show whether the module setup lets anything be written at all."""
        self._is_off = not sheet.module.calls.crm_active
        words = self.tr("CRM is switched off in the module setup, so that nothing here has an effect.")
        self._module_is_off.show_text(words if self._is_off else "")
        for name, field in self.codes.items():
            inherited = getattr(sheet.module.calls, name)
            field.show_hint(self.tr("{0} from module setup").format(inherited) if inherited else "")

    def show_inherited(self, user: UserSettings, module: ModuleSettings) -> None:
        """Show at each code which one is in force, and where it comes from."""
        for name, field in self.codes.items():
            outcome = TEMPLATES[name]
            field.explain(self._in_force(user.template(outcome), module.template(outcome), user, module))

    def set_open(self, can_edit: bool) -> None:
        """Let the user edit the fields, or read them; while the module has CRM switched off they are out of use."""
        super().set_open(can_edit and not self._is_off)
        for field in self.codes.values():
            field.control.setEnabled(not self._is_off)

    def _in_force(self, own: str, inherited: str, user: UserSettings, module: ModuleSettings) -> str:
        """What a code comes to: it is in force, or would be if CRM were on."""
        if not own and not inherited:
            return self.tr("No code here or in the module setup: such calls are not written.")
        is_on = user.crm_active and module.crm_active
        if not own:
            words = self.tr("{0} is in force, from module setup.")
            would_be = self.tr("CRM is off. With CRM on, {0} would be in force, from module setup.")
            return (words if is_on else would_be).format(inherited)
        words = self.tr("{0} is in force, from this card.")
        would_be = self.tr("CRM is off. With CRM on, {0} would be in force, from this card.")
        told = (words if is_on else would_be).format(own)
        beside = self.tr("The module setup has {0}.").format(inherited)
        return f"{told} {beside}" if inherited else told

    def retranslate(self) -> None:
        """Write every text anew."""
        words = field_words()
        self._heading.show_text(self.tr("Activities"))
        self._codes_heading.show_text(self.tr("Interaction template codes"))
        self.active.say(words["crm_active"], self.tr("Each ended call becomes an activity with the code below."))
        for name, field in self.codes.items():
            field.say(words[name], field.note.text())

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self._module_is_off.restyle()
