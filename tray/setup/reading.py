"""Reading setup from data that anybody may have written: strict, with the name of the field in every refusal.

It adds the organisation-wide fields to the readers of `tray.calls.settings` and turns their SettingError into the
product's error family. It checks values, never rights.
"""

from __future__ import annotations

import contextlib
import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from tray.calls import mapping_rows, settings
from tray.calls.number_rules import read_number_rule
from tray.calls.settings import SettingError, read_flag, read_object, read_text, refuse_unknown
from tray.errors import InvalidField
from tray.setup.model import (
    HEARTBEAT_S,
    MAX_SEATS,
    RETENTION_DAYS,
    Licence,
    LicenceKind,
    Mappings,
    ModuleSetup,
    NewUser,
    UserSetup,
)
from tray.texts import translate

MAX_MAPPING_ROWS = 500
HIGHEST_REVISION = 2**31 - 1
_ORGANISATION = ("retention_days", "heartbeat_s", "region", "outside_prefix", "internal_max_digits")
_SIGN_IN_NAME = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)*")
_LICENCE = ("name", "kind", "seats", "valid_until")


@contextlib.contextmanager
def accepted() -> Iterator[None]:
    """Turn SettingError into InvalidField."""
    try:
        yield
    except SettingError as error:
        raise InvalidField(error.field, error.problem) from error


def read_module(data: object, base: ModuleSetup | None = None, where: str = "module") -> ModuleSetup:
    """Read module setup; keys that are absent keep the value of `base`, and so does the revision.

    Raises:
        SettingError: an unknown key or a value that is not acceptable.
    """
    base = base or ModuleSetup()
    values = read_object(data, where)
    known = [field.name for field in dataclasses.fields(base.calls)]
    refuse_unknown(values, [*known, *_ORGANISATION], where)
    calls = settings.read_module({key: values[key] for key in values if key in known}, base.calls, where)
    changes: dict[str, Any] = {
        key: _ORGANISATION_READERS[key](values[key], f"{where}.{key}") for key in _ORGANISATION if key in values
    }
    return dataclasses.replace(base, calls=calls, **changes)


def read_card(data: object, base: UserSetup, where: str = "user") -> UserSetup:
    """Read a user setup card; keys that are absent keep the value of `base`, and so do owner and revision.

    Raises:
        SettingError: an unknown key or a value that is not acceptable.
    """
    return dataclasses.replace(base, calls=settings.read_user(data, base.calls, where))


def read_mappings(data: object, base: Mappings | None = None, where: str = "mappings") -> Mappings:
    """Read the business mapping; the rows replace those of `base`, whose revision stays.

    Raises:
        SettingError: an unknown key, too many rows, or a value that is not acceptable.
    """
    if isinstance(data, list) and len(data) > MAX_MAPPING_ROWS:
        problem = translate("Values", "has {count} rows, at most {most} are allowed")
        raise SettingError(where, problem, count=len(data), most=MAX_MAPPING_ROWS)
    return dataclasses.replace(base or Mappings(), rows=mapping_rows.read_mappings(data, where))


def read_licence(data: object, base: Licence | None = None, where: str = "licence") -> Licence:
    """Read a licence from `{"name", "kind", "seats", "valid_until"}`; the last is a date such as 2027-12-31 or null.

    Raises:
        SettingError: an unknown key or a value that is not acceptable.
    """
    base = base or Licence()
    values = read_object(data, where)
    refuse_unknown(values, _LICENCE, where)
    changes: dict[str, Any] = {key: _LICENCE_READERS[key](value, f"{where}.{key}") for key, value in values.items()}
    licence = dataclasses.replace(base, **changes)
    if not licence.name:
        raise SettingError(f"{where}.name", translate("Values", "must not be empty"))
    if licence.kind is LicenceKind.TRIAL and licence.valid_until is None:
        raise SettingError(f"{where}.valid_until", translate("Values", "must be given for a trial"))
    return licence


def read_new_user(user: NewUser, where: str = "user") -> NewUser:
    """Check a user whom an administrator adds.

    Raises:
        SettingError: neither account nor sign-in name, or a value that is not acceptable.
    """
    checked = NewUser(
        account=read_text(user.account, f"{where}.account"),
        email=read_text(user.email, f"{where}.email"),
        name=read_text(user.name, f"{where}.name"),
        licensed=read_flag(user.licensed, f"{where}.licensed"),
    )
    if not checked.account and not checked.email:
        raise SettingError(where, translate("Values", "needs a Windows account or a sign-in name"))
    if checked.email and not _SIGN_IN_NAME.fullmatch(checked.email):
        raise SettingError(f"{where}.email", translate("Values", "must be a sign-in name such as anna@example.com"))
    return checked


def module_data(module: ModuleSetup) -> dict[str, Any]:
    """The JSON form of module setup, without revision; `read_module` takes it back."""
    return settings.to_data(module.calls) | {key: getattr(module, key) for key in _ORGANISATION}


def card_data(card: UserSetup) -> dict[str, Any]:
    """The JSON form of a user setup card, without owner and revision; `read_card` takes it back."""
    return settings.to_data(card.calls)


def mapping_data(mappings: Mappings) -> list[dict[str, Any]]:
    """The JSON form of the business mapping; `read_mappings` takes it back."""
    return [settings.to_data(row) for row in mappings.rows]


def licence_data(licence: Licence) -> dict[str, Any]:
    """The JSON form of a licence, without revision; `read_licence` takes it back."""
    until = licence.valid_until.isoformat() if licence.valid_until else None
    return {"name": licence.name, "kind": licence.kind.value, "seats": licence.seats, "valid_until": until}


def read_revision(value: object, field: str) -> int:
    """Read the revision of a record."""
    return _whole(0, HIGHEST_REVISION)(value, field)


def _whole(lowest: int, highest: int) -> Callable[[object, str], int]:
    def read(value: object, field: str) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            problem = translate("Values", "must be a whole number from {lowest} to {highest}, not {value}")
            raise SettingError(field, problem, lowest=lowest, highest=highest, value=repr(value))
        return value

    return read


def _number_rule(name: str) -> Callable[[object, str], object]:
    """A number rule, and None for "as config.toml says"."""
    return lambda value, field: None if value is None else read_number_rule(name, value, field)


def _kind(value: object, field: str) -> LicenceKind:
    for kind in LicenceKind:
        if value == kind.value:
            return kind
    problem = translate("Values", "must be one of {choices}, not {value}")
    raise SettingError(field, problem, choices=", ".join(kind.value for kind in LicenceKind), value=repr(value))


def _date(value: object, field: str) -> date | None:
    if value is None or type(value) is date:
        return value
    try:
        return date.fromisoformat(read_text(value, field))
    except ValueError as error:
        problem = translate("Values", "must be a date such as 2027-12-31, not {value}")
        raise SettingError(field, problem, value=repr(value)) from error


_ORGANISATION_READERS: Mapping[str, Callable[[object, str], object]] = {
    "retention_days": _whole(*RETENTION_DAYS),
    "heartbeat_s": _whole(*HEARTBEAT_S),
    "region": _number_rule("region"),
    "outside_prefix": _number_rule("outside_prefix"),
    "internal_max_digits": _number_rule("internal_max_digits"),
}

_LICENCE_READERS: Mapping[str, Callable[[object, str], object]] = {
    "name": lambda value, field: read_text(value, field, most=100),
    "kind": _kind,
    "seats": _whole(0, MAX_SEATS),
    "valid_until": _date,
}
