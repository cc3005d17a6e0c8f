"""Reading the rows of the business mapping from data, by the same strict readers as every other setting.

It checks values. Where rows are kept, and who may change them, is `tray.setup`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tray.calls.pages import check_card_page
from tray.calls.settings import MappingRow, SettingError, read_flag, read_object, read_text, refuse_unknown
from tray.texts import translate


def read_mappings(data: object, where: str = "mappings") -> tuple[MappingRow, ...]:
    """Read mapping rows from JSON-like data.

    Raises:
        SettingError: an unknown key, a missing priority or table, or a value that is not acceptable.
    """
    if not isinstance(data, Sequence) or isinstance(data, str | bytes):
        raise SettingError(where, translate("Values", "must be a list of rows"))
    return tuple(_read_row(row, f"{where}[{number}]") for number, row in enumerate(data))


def _read_row(data: object, where: str) -> MappingRow:
    values = read_object(data, where)
    refuse_unknown(values, [field.name for field in dataclasses.fields(MappingRow)], where)
    row = MappingRow(priority=_read_priority(values, where), table=_read_table(values, where))
    readers: dict[str, Callable[[object, str], object]] = {
        "card_page": _read_card_page,
        "phone_fields": _read_phone_fields,
        "name_field": lambda value, field: read_text(value, field, most=64),
        "enabled": read_flag,
    }
    changes: dict[str, Any] = {
        key: read(values[key], f"{where}.{key}") for key, read in readers.items() if key in values
    }
    return dataclasses.replace(row, **changes)


def _read_priority(values: Mapping[str, Any], where: str) -> int:
    value = values.get("priority")
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 9999:
        problem = translate("Values", "must be a whole number from 1 to 9999, not {value}")
        raise SettingError(f"{where}.priority", problem, value=repr(value))
    return value


def _read_table(values: Mapping[str, Any], where: str) -> str:
    table = read_text(values.get("table"), f"{where}.table", most=64)
    if not table:
        raise SettingError(f"{where}.table", translate("Values", "must not be empty"))
    return table


def _read_card_page(value: object, field: str) -> str:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    page = read_text(text, field, most=1000)
    problem = check_card_page(page)
    if problem:
        raise SettingError(field, problem)
    return page


def _read_phone_fields(value: object, field: str) -> tuple[str, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str | bytes):
        raise SettingError(field, translate("Values", "must be a list of field names"))
    return tuple(read_text(name, f"{field}[{number}]", most=64) for number, name in enumerate(value))
