"""The tabs of the module setup: CRM, numbers and calls, licence."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from tray.calls.number_rules import read_number_rule
from tray.calls.settings import MAX_TEMPLATE_LENGTH, SettingError
from tray.setup.model import HEARTBEAT_S, MAX_SEATS, RETENTION_DAYS, LicenceKind, LicenceState
from tray.setup.views import ModuleSheet
from ui.card_crm_page import TEMPLATES
from ui.colors import Tone
from ui.date_field import OptionalDateField
from ui.fact_field import FactField
from ui.form_fields import ChoiceField, MarkedLine, TextField, TickField
from ui.form_page import FormPage
from ui.formats import clean_text
from ui.number_field import NumberField
from ui.parts import fit_controls
from ui.setup_words import field_words, licence_standing
from ui.theme import Theme

_MOST_INTERNAL_DIGITS = 10


class CrmCodesPage(FormPage):
    """Whether calls become activities in this organisation, and with which templates."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "moduleCrmPage")
        self.active = TickField(theme, "module.crm_active")
        self.codes = {
            name: TextField(theme, f"module.{name}", most=MAX_TEMPLATE_LENGTH, capitals=True, width=280)
            for name in TEMPLATES
        }
        self._heading = self.add_heading()
        self.add(self.active)
        self._codes = self.add_heading()
        self.add(*self.codes.values())

    def retranslate(self) -> None:
        """Write every text anew."""
        words = field_words()
        self._heading.show_text(self.tr("Activities"))
        self._codes.show_text(self.tr("Interaction template codes"))
        self.active.say(words["crm_active"], self.tr("While this is off, no call of anybody becomes an activity."))
        notes = {
            "incoming_template": self.tr("For incoming calls that were answered."),
            "outgoing_template": self.tr("For outgoing calls that were answered."),
            "missed_incoming_template": self.tr("For incoming calls that were not answered."),
            "unaccepted_outgoing_template": self.tr("For outgoing calls that were not answered."),
        }
        for name, field in self.codes.items():
            field.say(words[name], notes[name])


class CallsPage(FormPage):
    """How numbers are written, how long calls are kept, and how often a tray says that it is there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "moduleCallsPage")
        self.region = TextField(theme, "module.region", most=2, capitals=True, width=200, problem_of=self._region)
        self.prefix = TextField(theme, "module.outside_prefix", most=8, width=200, problem_of=self._prefix)
        self.internal = NumberField(theme, "module.internal_max_digits", 0, _MOST_INTERNAL_DIGITS, optional=True)
        self.retention = NumberField(theme, "module.retention_days", *RETENTION_DAYS)
        self.heartbeat = NumberField(theme, "module.heartbeat_s", *HEARTBEAT_S)
        self._numbers = self.add_heading()
        self.add(self.region, self.prefix, self.internal)
        self._keeping = self.add_heading()
        self.add(self.retention, self.heartbeat)

    def retranslate(self) -> None:
        """Write every text anew."""
        words = field_words()
        as_machine = self.tr("as on each machine")
        self._numbers.show_text(self.tr("Numbers"))
        self._keeping.show_text(self.tr("Calls and presence"))
        self.region.say(
            words["region"], self.tr("Two letters, such as NL: the country of numbers written without one.")
        )
        self.prefix.say(words["outside_prefix"], self.tr("What is dialled for an outside line, such as 0."))
        self.internal.say(words["internal_max_digits"], self.tr("Numbers up to this length are internal."))
        self.internal.say_none(as_machine)
        for field in (self.region, self.prefix):
            field.show_hint(as_machine)
        self.retention.say(words["retention_days"], self.tr("Older calls leave Recent calls on every machine."))
        self.heartbeat.say(
            words["heartbeat_s"], self.tr("After three beats without a sign a user does not count as active.")
        )

    def _region(self, text: str) -> str:
        try:
            read_number_rule("region", text or "NL", "")
        except SettingError:
            words = self.tr("{0} is no country that is known. Write two letters, such as NL, or leave it empty.")
            return words.format(clean_text(text))
        return ""

    def _prefix(self, text: str) -> str:
        try:
            read_number_rule("outside_prefix", text, "")
        except SettingError:
            return self.tr("Write digits, * and # only, or leave it empty.")
        return ""


class LicencePage(FormPage):
    """The licence: plain data that an administrator types, or loads from a file."""

    load_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "licencePage")
        self.state = FactField(theme, "fact.licence_state")
        self.used = FactField(theme, "fact.seats_used")
        self.name = TextField(theme, "licence.name", most=100, problem_of=self._name)
        self.kind = ChoiceField(theme, "licence.kind", LicenceKind)
        self.seats = NumberField(theme, "licence.seats", 0, MAX_SEATS)
        self.until = OptionalDateField(theme, "licence.valid_until", date(2030, 12, 31))
        self.kind.edited.connect(self.until.check)  # whether a date must be given hangs on the kind
        self.load = QPushButton()
        self.load.setObjectName("loadLicenceButton")
        self.load.clicked.connect(self.load_pressed)
        self._invalid = MarkedLine(theme, "licenceInvalid", Tone.WARNING, "notice")
        self._standing = self.add_heading()
        self.add_wide(self._invalid)
        self.add(self.state, self.used)
        self._licence = self.add_heading()
        self.add(self.name, self.kind, self.seats, self.until)
        self.add_control(self.load)

    def show_facts(self, sheet: ModuleSheet) -> None:
        """Show how the licence stands, and the seats that are taken."""
        state = sheet.seen_by.licence
        self.state.show_value(licence_standing(state, sheet.seen_by.terms))
        seats = sheet.seats
        self.used.show_value(self.tr("{0} of {1}").format(seats.used, seats.total) if seats else "")
        words = "" if state.allows else self.tr("No caller cards open until a valid licence is entered.")
        if state is LicenceState.EXPIRED:
            words = self.tr("The licence has expired.") + " " + words
        self._invalid.show_text(words)

    def show_loaded(self, name: str, kind: LicenceKind, seats: int, until: date | None) -> None:
        """Put a licence from a file into the fields; it is saved like anything typed."""
        self.name.show_value(clean_text(name, 100))
        self.kind.show_value(kind)
        self.seats.show_value(seats)
        self.until.show_value(until)

    def set_open(self, can_edit: bool) -> None:
        """Let the user edit the fields, or only read them."""
        super().set_open(can_edit)
        self.load.setEnabled(can_edit)

    def retranslate(self) -> None:
        """Write every text anew."""
        words = field_words()
        self._standing.show_text(self.tr("Status"))
        self._licence.show_text(self.tr("Licence"))
        self.state.say(self.tr("State"))
        self.used.say(self.tr("Seats used"))
        self.name.say(words["name"])
        self.kind.say_each(
            words["kind"],
            {
                LicenceKind.NONE: self.tr("Nobody gets caller cards; setup can be read."),
                LicenceKind.TRIAL: self.tr("Everything works until the end date."),
                LicenceKind.FULL: self.tr("Everything works, until the end date if there is one."),
            },
        )
        self.seats.say(words["seats"], self.tr("How many users can be licensed at the same time."))
        self.until.say(words["valid_until"], self.tr("The last day on which the licence holds."))
        self.until.say_tick(self.tr("Has an end date"))
        self.load.setText(self.tr("&Load from file..."))

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self._invalid.restyle()
        fit_controls(self._theme, self.load)

    def _name(self, text: str) -> str:
        return "" if text else self.tr("Write the name of the licence.")
