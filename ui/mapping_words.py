"""The business mapping in words: card pages, doubts about a row, what a trial found, what somebody changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from enum import StrEnum

from tray.calls.matching import MatchKind
from tray.calls.pages import BUILTIN
from tray.calls.settings import MappingRow, to_data
from tray.calls.trial import FoundRecord, MappingTrial, PageReason, RowTrial, RowVerdict, RowWarning, WarningKind
from tray.setup.audit import MOST_TOLD
from ui.formats import clean_text, translate
from ui.mapping_merge import Clash

_SHOWN_NAMES = 3
_MOST_OF_VALUE = 60


class PageKind(StrEnum):
    """What a row opens."""

    NONE = "none"
    BUILTIN = "builtin"
    NUMBER = "number"
    WEB = "web"


def page_kind(page: str) -> PageKind:
    """The kind of a card page as it is stored."""
    if not page:
        return PageKind.NONE
    if page == BUILTIN:
        return PageKind.BUILTIN
    return PageKind.NUMBER if page.isdigit() else PageKind.WEB


def kind_words() -> dict[PageKind, str]:
    """The kinds of card pages as one chooses them."""
    return {
        PageKind.NONE: translate("Mapping", "No page"),
        PageKind.BUILTIN: translate("Mapping", "Built-in page"),
        PageKind.NUMBER: translate("Mapping", "Business Central page"),
        PageKind.WEB: translate("Mapping", "Web address"),
    }


def page_words(page: str) -> str:
    """A card page as a list shows it."""
    kind = page_kind(page)
    if kind is PageKind.NUMBER:
        return translate("Mapping", "Page {0} of Business Central").format(page)
    return clean_text(page, 1000) if kind is PageKind.WEB else kind_words()[kind]


def field_words() -> dict[str, str]:
    """The label of each field of a row, with the mark of its key."""
    return {
        "priority": translate("Mapping", "&Priority"),
        "table": translate("Mapping", "Ta&ble"),
        "card_page": translate("Mapping", "&Card page"),
        "phone_fields": translate("Mapping", "Phone &fields"),
        "name_field": translate("Mapping", "&Name field"),
        "enabled": translate("Mapping", "&Enabled"),
    }


def list_words(names: Sequence[str]) -> str:
    """Field names in a row."""
    return ", ".join(clean_text(name) for name in names)


def row_name(row: MappingRow) -> str:
    """A row as it is named in a sentence."""
    return clean_text(row.table) or translate("Mapping", "new row")


# -- what is doubtful


def warning_word(warning: RowWarning) -> str:
    """A warning in a word or two."""
    return {
        WarningKind.TIE: translate("Mapping", "Same priority"),
        WarningKind.NO_PAGE: translate("Mapping", "Opens nothing"),
        WarningKind.NO_PHONE_FIELDS: translate("Mapping", "Never matches"),
        WarningKind.SHADOWED: translate("Mapping", "Never opens"),
    }[warning.kind]


def warning_sentence(warning: RowWarning, rows: Sequence[MappingRow]) -> str:
    """A warning in a sentence; `rows` are those that it was given for."""
    words = {
        WarningKind.TIE: translate("Mapping", "{table} has priority {priority} as well, so that the order decides."),
        WarningKind.NO_PAGE: translate("Mapping", "This row names callers, but it has no page to open."),
        WarningKind.NO_PHONE_FIELDS: translate("Mapping", "Without phone fields this row never matches a number."),
        WarningKind.SHADOWED: translate(
            "Mapping", "{table} with priority {priority} finds the same numbers first, so that this row never opens."
        ),
    }[warning.kind]
    if warning.other is None:
        return words
    other = rows[warning.other]
    return words.format(table=row_name(other), priority=other.priority)


# -- what a trial found


def record_words(name: str, table: str, no: str) -> str:
    """A record: its name, with table and number in brackets."""
    badge = clean_text(f"{table} {no}")
    return f"{clean_text(name)} ({badge})" if name else badge


def caller_words(trial: MappingTrial) -> str:
    """Who the caller would be."""
    names = [record_words(each.name, each.table, each.no) for each in trial.records]
    if trial.match is MatchKind.WITHHELD:
        return translate("Mapping", "Number withheld")
    if not names:
        return translate("Mapping", "Unknown caller")
    if trial.match is MatchKind.POSSIBLE:
        words = translate("Mapping", "Perhaps {0}") if len(names) == 1 else translate("Mapping", "Perhaps one of: {0}")
    else:
        words = "{0}" if len(names) == 1 else translate("Mapping", "One of: {0}")
    if len(names) > _SHOWN_NAMES:
        more = translate("Mapping", "{0} more").format(len(names) - _SHOWN_NAMES)
        names = [*names[:_SHOWN_NAMES], more]
    return words.format(", ".join(names))


def opening_words(trial: MappingTrial) -> str:
    """Which page would open by itself."""
    page = trial.page
    if page is None:
        return translate("Mapping", "No page opens by itself")
    if page.url is None:
        return translate("Mapping", "Opens the built-in page")
    return translate("Mapping", "Opens {0}").format(clean_text(page.url, 1000))


def reason_words(reason: PageReason) -> str:
    """Why that page opens, or why none does."""
    return {
        PageReason.ONLY_RECORD: translate("Mapping", "It is the only record that matches."),
        PageReason.REMEMBERED: translate("Mapping", "This record was chosen for the number before."),
        PageReason.SEVERAL: translate("Mapping", "Several records match; the card lists them to choose from."),
        PageReason.NO_PAGE: translate("Mapping", "No row that matches has a page."),
        PageReason.POSSIBLE_ONLY: translate("Mapping", "Only the last digits match; the card says so."),
        PageReason.NO_RECORD: translate("Mapping", "No record has this number."),
        PageReason.WITHHELD: translate("Mapping", "A withheld number is not looked up."),
    }[reason]


def verdict_words(each: RowTrial, trial: MappingTrial) -> str:
    """What one row does for the number, or why it does nothing."""
    if each.verdict is RowVerdict.OPENS and trial.page is not None:
        opened = next((found for found in trial.records if _is_page_of(trial, found)), None)
        name = opened.name if opened else ""
        record = record_words(name, trial.page.table, trial.page.no)
        return translate("Mapping", "Opens {0}").format(record)
    return {
        RowVerdict.SEVERAL: translate("Mapping", "{0} records have this number: none opens by itself").format(
            each.found
        ),
        RowVerdict.NAMES_CALLER: translate("Mapping", "Names the caller, has no page to open"),
        RowVerdict.NO_PAGE: translate("Mapping", "Skipped: no page"),
        RowVerdict.LATER: translate("Mapping", "Skipped: a row of higher priority comes first"),
        RowVerdict.POSSIBLE_ONLY: translate("Mapping", "Only a possible match: never opens by itself"),
        RowVerdict.NO_RECORD: translate("Mapping", "No record has this number"),
        RowVerdict.NOT_INDEXED: translate("Mapping", "Not loaded on this computer: nothing can be found"),
        RowVerdict.NOT_LOOKED_UP: translate("Mapping", "Number withheld: not looked up"),
        RowVerdict.DISABLED: translate("Mapping", "Skipped: switched off"),
    }.get(each.verdict, "")


def _is_page_of(trial: MappingTrial, found: FoundRecord) -> bool:
    return trial.page is not None and (found.table, found.no) == (trial.page.table, trial.page.no)


# -- what somebody changed


def row_change_words(who: str, field: str, old: str, new: str) -> str:
    """A change of one row as the audit trail tells it: `field` is such as "row 3", the values are rows as JSON."""
    before, after = _row_data(old), _row_data(new)
    changed = [each.name for each in fields(MappingRow) if before.get(each.name) != after.get(each.name)]
    values = {
        "who": who,
        "number": clean_text(field.rpartition(" ")[2]),
        "old": _table(before),
        "new": _table(after),
        "fields": ", ".join(field_words()[name].replace("&", "") for name in changed),
    }
    if not before:
        words = translate("Mapping", "{who} added row {number}, {new}.")
    elif not after:
        words = translate("Mapping", "{who} removed row {number}, {old}.")
    elif "table" in changed:
        words = translate("Mapping", "{who} changed row {number} from {old} to {new}.")
    elif len(changed) == 1:
        words = translate("Mapping", "{who} changed row {number}, {new}: {fields} from {from} to {to}.")
        values["from"], values["to"] = (_value(changed[0], each.get(changed[0])) for each in (before, after))
    else:
        words = translate("Mapping", "{who} changed row {number}, {new}: {fields}.")
    return words.format(**values)


def clash_words(clashes: Sequence[Clash]) -> str:
    """Where two changes of a row contradict each other, in sentences."""
    told = [_clash_words(clash.mine, clash.theirs, clash.fields) for clash in clashes[:MOST_TOLD]]
    if len(clashes) > len(told):
        told.append(translate("Setup", "And {count} more.").format(count=len(clashes) - len(told)))
    return " ".join(told)


def _clash_words(mine: MappingRow | None, theirs: MappingRow | None, names: Sequence[str]) -> str:
    if mine is None:
        words = translate("Mapping", "{table} is back: you had removed it, but somebody else changed it.")
    elif theirs is None:
        words = translate("Mapping", "{table} was removed by somebody else; it stays because you changed it.")
    else:
        words = translate("Mapping", "{table}, {fields}: yours stays; somebody else wrote {values}.")
    row = mine or theirs or MappingRow(1, "")
    data = to_data(theirs) if theirs else {}
    return words.format(
        table=row_name(row),
        fields=", ".join(field_words()[name].replace("&", "") for name in names),
        values=", ".join(_value(name, data[name]) for name in names),
    )


def row_word(field: str) -> str:
    """The name of a row in the audit trail, such as "row 3", as it is shown."""
    return translate("Mapping", "Row {0}").format(clean_text(field.rpartition(" ")[2]))


def row_value_words(text: str) -> str:
    """A row as JSON, in short: its table, page and phone fields."""
    data = _row_data(text)
    if not data:
        return translate("Setup", "empty")
    parts = [_table(data), *(_value(name, data.get(name, "")) for name in ("card_page", "phone_fields"))]
    if data.get("enabled") is False:
        parts.append(translate("Mapping", "off"))
    return ", ".join(parts)


def _row_data(text: str) -> dict[str, object]:
    try:
        data = json.loads(text)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def _table(data: dict[str, object]) -> str:
    return clean_text(str(data.get("table", "")))


def _value(name: str, value: object) -> str:
    if name == "card_page":
        return clean_text(page_words(str(value)), _MOST_OF_VALUE)
    if isinstance(value, bool):
        return translate("Setup", "Yes") if value else translate("Setup", "No")
    words = list_words([str(each) for each in value]) if isinstance(value, list) else clean_text(str(value))
    return words or translate("Setup", "empty")
