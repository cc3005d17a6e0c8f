"""The form for one row of the business mapping. It gives back the row with what the user changed and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator

from tray.calls.mapping_rows import read_mappings
from tray.calls.pages import BUILTIN
from tray.calls.settings import MappingRow, SettingError, to_data
from tray.errors import InvalidField
from tray.setup.views import KnownTable
from ui.form_fields import ChoiceField, Field, TextField, TickField
from ui.form_page import FormPage
from ui.mapping_draft import LAST_PRIORITY
from ui.mapping_words import PageKind, field_words, kind_words, page_kind
from ui.number_field import NumberField
from ui.setup_words import problem_words
from ui.suggest_field import NamesField, SuggestField
from ui.theme import Space, TextRole, Theme

_HTTPS = "https://"
_NO_NUMBER = "0"
_MOST_OF_NUMBER = 20
_MOST_OF_ADDRESS = 1000
_HEIGHT = 500


class _KindField(ChoiceField[PageKind]):
    """What the row opens; unlike the values of other choices, these words are translated."""

    def say_words(self, words: Mapping[PageKind, str]) -> None:
        """Write the choices anew."""
        for place, kind in enumerate(PageKind):
            self._box.setItemText(place, words[kind])

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self._box.setFixedWidth(self.theme.width_px(280))


class _PageNumberField(TextField):
    """The number of a page."""

    def take_digits_only(self) -> None:
        """Nothing else can be typed."""
        self._edit.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self._edit))


class RowForm(FormPage):
    """The fields. `edited` tells that the user changed the row."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "rowForm")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = self._inside.layout()
        if box is not None:
            box.setContentsMargins(Space.GROUP, Space.FIELD, Space.GROUP, Space.FIELD)
        self._row = MappingRow(1, "")
        self._tables: tuple[KnownTable, ...] = ()
        self._shown: dict[str, Any] = {}
        self._is_loading = False
        self.priority = NumberField(theme, "row.priority", 1, LAST_PRIORITY)
        self.table = SuggestField(theme, "row.table", lambda text: problem_of("table", text))
        self.kind = _KindField(theme, "row.card_page", PageKind)
        self.number = _PageNumberField(
            theme, "row.page_number", most=_MOST_OF_NUMBER, problem_of=self._number_problem, width=280
        )
        self.number.take_digits_only()
        self.address = TextField(
            theme, "row.web_address", most=_MOST_OF_ADDRESS, problem_of=self._address_problem, width=368
        )
        self.phones = NamesField(theme, "row.phone_fields", lambda names: problem_of("phone_fields", names))
        self.name = SuggestField(theme, "row.name_field", lambda text: problem_of("name_field", text))
        self.enabled = TickField(theme, "row.enabled")
        self._heading = self.add_heading()
        self.add(self.priority, self.table, self.kind, self.number)
        self.add_instead(self.number, self.address)
        self.add(self.phones, self.name, self.enabled)
        for field in self.fields:
            field.edited.connect(self._was_edited)

    # -- the row

    @property
    def row(self) -> MappingRow:
        """The row as it stands; what the user did not touch is as it was given."""
        now = self._values()
        return replace(self._row, **{key: value for key, value in now.items() if value != self._shown.get(key)})

    @property
    def is_unfinished(self) -> bool:
        """Whether something is typed that the row cannot hold, so that it holds what was there before."""
        return not isinstance(self.priority.value, int)

    def show_row(self, row: MappingRow, tables: Sequence[KnownTable]) -> None:
        """Show a row, and offer what the directory of this computer holds."""
        self._row = row
        self._tables = tuple(tables)
        self._is_loading = True
        kind = page_kind(row.card_page)
        self.priority.show_value(row.priority)
        self.table.show_value(row.table)
        self.kind.show_value(kind)
        self.number.show_value(row.card_page if kind is PageKind.NUMBER and row.card_page != _NO_NUMBER else "")
        self.address.show_value(row.card_page if kind is PageKind.WEB else _HTTPS)
        self.phones.show_value(row.phone_fields)
        self.name.show_value(row.name_field)
        self.enabled.show_value(row.enabled)
        self._is_loading = False
        self._shown = self._values()
        self._suggest()
        self._show_kind()

    def check(self) -> Field[Any] | None:
        """The first field that is not acceptable, after each said what is wrong with it."""
        wrong = [field for field in self._asked_fields() if not field.check()]
        return wrong[0] if wrong else None

    def complain(self, error: InvalidField) -> Field[Any] | None:
        """Say at its field what the store does not accept; None where it is none of this form."""
        name = error.field.rpartition(".")[2].partition("[")[0]
        fields: dict[str, Field[Any]] = {
            "priority": self.priority,
            "table": self.table,
            "card_page": self._page_field(),
            "phone_fields": self.phones,
            "name_field": self.name,
            "enabled": self.enabled,
        }
        field = fields.get(name)
        if field is not None:
            field.complain(lambda: problem_words(error))
        return field

    def reveal(self, field: Field[Any]) -> None:
        """Put the keyboard into a field, and the field where it is seen."""
        self.ensureWidgetVisible(field.control)
        field.control.setFocus()

    # -- look and words

    def retranslate(self) -> None:
        """Write every text anew."""
        words = field_words()
        self._heading.show_text(self.tr("Selected row"))
        self.priority.say(words["priority"], self.tr("1 is tried first."))
        self.table.say(words["table"], self.tr("A table of the directory, such as Customer."))
        self.kind.say_words(kind_words())
        self.kind.say_each(
            words["card_page"],
            {
                PageKind.NONE: self.tr("The row names the caller and opens nothing."),
                PageKind.BUILTIN: self.tr("The record opens in a window of CTI Tray."),
                PageKind.NUMBER: self.tr("The record opens in Business Central."),
                PageKind.WEB: self.tr("The record opens in the browser."),
            },
        )
        self.number.say(self.tr("Pa&ge number"), self.tr("Such as 21 for the customer card."))
        self.address.say(
            self.tr("Web addre&ss"),
            self.tr("{no}, {name}, {number} and {table} stand for the values of the caller's record."),
        )
        self.phones.say(words["phone_fields"], self.tr("Where the numbers are, with commas between them."))
        self.phones.say_button(self.tr("Co&lumns"), self.tr("Choose phone fields among the columns"))
        self.name.say(words["name_field"], self.tr("What the card shows as the caller's name."))
        self.enabled.say(words["enabled"], self.tr("A row that is off is skipped."))
        self._show_kind()

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self.phones.button.setFont(self._theme.font(TextRole.BODY))

    def sizeHint(self) -> QSize:  # noqa: N802
        """High enough for every field, also for those that this row does not need."""
        return QSize(super().sizeHint().width(), self._theme.text_px(_HEIGHT))

    # -- how

    def _values(self) -> dict[str, Any]:
        return {
            "priority": self._priority(),
            "table": self.table.value,
            "card_page": self._page(),
            "phone_fields": self.phones.value,
            "name_field": self.name.value,
            "enabled": self.enabled.value,
        }

    def _priority(self) -> int:
        """What is typed, within the limits or not; while that is no number, the row stays where it is."""
        typed = self.priority.value
        return typed if isinstance(typed, int) else self._row.priority

    def _page(self) -> str:
        """The card page; what cannot be one yet is kept as such, so that the row stays of its kind."""
        address = self.address.value
        return {
            PageKind.NONE: "",
            PageKind.BUILTIN: BUILTIN,
            PageKind.NUMBER: self.number.value or _NO_NUMBER,
            PageKind.WEB: address if page_kind(address) is PageKind.WEB else _HTTPS + address,
        }[self.kind.value]

    def _page_field(self) -> Field[Any]:
        fields: dict[PageKind, Field[Any]] = {PageKind.NUMBER: self.number, PageKind.WEB: self.address}
        return fields.get(self.kind.value, self.kind)

    def _asked_fields(self) -> list[Field[Any]]:
        unasked = {self.number, self.address} - {self._page_field()}
        return [field for field in self.fields if field not in unasked]

    def _was_edited(self) -> None:
        if self._is_loading:
            return
        self._suggest()
        self._show_kind()
        self.edited.emit()

    def _show_kind(self) -> None:
        asked = self._asked_fields()
        for field in (self.number, self.address):
            shown = field in asked
            field.label.setVisible(shown)
            field.control.setVisible(shown)
            field.note.setVisible(shown)
            if not shown:
                field.complain()

    def _suggest(self) -> None:
        known = next((each for each in self._tables if each.table == self.table.value), None)
        self.table.suggest([each.table for each in self._tables])
        self.name.suggest(known.columns if known else ())
        self.phones.suggest(known.columns if known else ())

    def _number_problem(self, text: str) -> str:
        return "" if text.strip("0") else self.tr("Enter the number of a page of Business Central, such as 21.")

    def _address_problem(self, text: str) -> str:
        if not text.lower().startswith(_HTTPS) or text.lower() == _HTTPS:
            return self.tr("Enter an address that begins with https://.")
        return problem_of("card_page", text)


def problem_of(key: str, value: object) -> str:
    """What the rules say against one value of a row, as it is said at its field; "" where it is acceptable."""
    data = {**to_data(MappingRow(1, "-")), key: value}
    try:
        read_mappings([data])
    except SettingError as error:
        return problem_words(InvalidField(error.field, error.problem))
    return ""
