"""The settings that decide about cards, pages and activities, and how they are read from data.

The same reader serves `replay`, `setup import` and the store, so that a value is refused everywhere in the same words.
It must not know who may change a setting or where it is kept; that is `tray.setup`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from tray.calls.model import Outcome
from tray.texts import translate

MAX_DELAY_S = 120
MAX_TEMPLATE_LENGTH = 10
_MOST_OF_FIELD = 120
_MOST_OF_PROBLEM = 500


class SettingError(ValueError):
    """A value is not acceptable; `field` names it the way the user wrote it (for example `user.caller_card_delay`).

    `values` go into `problem`. Both texts may quote foreign data: they are made one printable line of bounded length.
    """

    def __init__(self, field: str, problem: str, **values: object) -> None:
        self.field = _one_line(field, _MOST_OF_FIELD)
        self.problem = _one_line(problem.format(**values) if values else problem, _MOST_OF_PROBLEM)
        super().__init__(f"{self.field}: {self.problem}")


class OpenMaskOn(StrEnum):
    """When the card of an incoming call opens."""

    CALL = "Call"
    CONNECTED = "Connected"


class CloseMaskOn(StrEnum):
    """What closes an open card by itself."""

    NONE = "None"
    CONNECTED = "Connected"


class OpenOutgoingMaskOn(StrEnum):
    """Which outgoing calls get a card: those the user placed through CTI Tray, or all."""

    USER = "User"
    ALWAYS = "Always"


class InternalCalls(StrEnum):
    """Whether a call with an internal number gets a card."""

    ALWAYS = "Always"
    NEVER = "Never"


@dataclass(frozen=True, slots=True)
class Templates:
    """CRM activation and the four interaction template codes, as they live on module setup and user card alike."""

    crm_active: bool = False
    incoming_template: str = ""
    outgoing_template: str = ""
    missed_incoming_template: str = ""
    unaccepted_outgoing_template: str = ""

    def template(self, outcome: Outcome) -> str:
        """The code for one outcome; "" where there is none (always for `answered_elsewhere`)."""
        codes = {
            Outcome.INCOMING: self.incoming_template,
            Outcome.OUTGOING: self.outgoing_template,
            Outcome.MISSED_INCOMING: self.missed_incoming_template,
            Outcome.UNACCEPTED_OUTGOING: self.unaccepted_outgoing_template,
        }
        return codes.get(outcome, "")


@dataclass(frozen=True, slots=True)
class ModuleSettings(Templates):
    """What the module setup says about calls, for the whole organisation."""


@dataclass(frozen=True, slots=True)
class UserSettings(Templates):
    """What one user's setup card says about calls. `caller_card_delay` is in whole seconds."""

    open_mask_on: OpenMaskOn = OpenMaskOn.CALL
    close_mask_on: CloseMaskOn = CloseMaskOn.NONE
    open_outgoing_mask_on: OpenOutgoingMaskOn = OpenOutgoingMaskOn.USER
    caller_card_delay: int = 0
    auto_open_master_data: bool = False
    internal_calls: InternalCalls = InternalCalls.ALWAYS


@dataclass(frozen=True, slots=True)
class MappingRow:
    """One row of the business mapping; rows are tried by priority, 1 first."""

    priority: int
    table: str
    card_page: str = ""
    phone_fields: tuple[str, ...] = ("phone", "mobile")
    name_field: str = "name"
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Setup:
    """Everything a call needs to know about setup, snapshotted at its first fact.

    `silence` is the reason why no card opens at all (do not disturb, no licence); "" when cards are wanted.
    """

    module: ModuleSettings = ModuleSettings()
    user: UserSettings = UserSettings()
    mappings: tuple[MappingRow, ...] = ()
    silence: str = ""

    def by_priority(self) -> tuple[MappingRow, ...]:
        """The enabled mapping rows, priority 1 first; rows of equal priority keep their order."""
        return tuple(sorted((row for row in self.mappings if row.enabled), key=lambda row: row.priority))


_Settings = TypeVar("_Settings", ModuleSettings, UserSettings)
_Choice = TypeVar("_Choice", bound=StrEnum)


def read_module(data: object, base: ModuleSettings | None = None, where: str = "module") -> ModuleSettings:
    """Read module settings from JSON-like data; keys that are absent keep the value of `base`.

    Raises:
        SettingError: an unknown key or a value that is not acceptable.
    """
    return _read_settings(data, base or ModuleSettings(), where)


def read_user(data: object, base: UserSettings | None = None, where: str = "user") -> UserSettings:
    """Read user settings from JSON-like data; keys that are absent keep the value of `base`.

    Raises:
        SettingError: an unknown key or a value that is not acceptable.
    """
    return _read_settings(data, base or UserSettings(), where)


def to_data(settings: ModuleSettings | UserSettings | MappingRow) -> dict[str, Any]:
    """The JSON form of settings, which the readers above take back."""
    data = dataclasses.asdict(settings)
    return {key: list(value) if isinstance(value, tuple) else value for key, value in data.items()}


def read_object(data: object, where: str) -> Mapping[str, Any]:
    """Check that `data` is a JSON object."""
    if not isinstance(data, Mapping):
        raise SettingError(where, translate("Values", "must be an object with named values"))
    return data


def refuse_unknown(data: Mapping[str, Any], known: Sequence[str], where: str) -> None:
    """Refuse keys that nobody reads, by name, rather than ignore a typing error."""
    for key in data:
        if key not in known:
            field = f"{where}.{key}" if where else str(key)
            problem = translate("Values", "unknown key; known are {names}")
            raise SettingError(field, problem, names=", ".join(sorted(known)))


def read_flag(value: object, field: str) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise SettingError(field, translate("Values", "must be true or false, not {value}"), value=repr(value))
    return value


def read_text(value: object, field: str, *, most: int = 250) -> str:
    """Read a text of at most `most` characters without control characters, trimmed."""
    if not isinstance(value, str):
        raise SettingError(field, translate("Values", "must be a text, not {value}"), value=repr(value))
    text = value.strip()
    if len(text) > most:
        problem = translate("Values", "has {count} characters, at most {most} are allowed")
        raise SettingError(field, problem, count=len(text), most=most)
    if not text.isprintable():
        raise SettingError(field, translate("Values", "must not hold control characters"))
    return text


def read_delay(value: object, field: str) -> int:
    """Read the caller card delay: whole seconds, 0 to 120."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MAX_DELAY_S:
        problem = translate("Values", "must be a whole number of seconds from 0 to {most}, not {value}")
        raise SettingError(field, problem, most=MAX_DELAY_S, value=repr(value))
    return value


def read_template(value: object, field: str) -> str:
    """Read an interaction template code: at most 10 characters, trimmed and upper-cased.

    Capitals may be more characters than the letters that were typed.
    """
    capitals = read_text(value, field, most=MAX_TEMPLATE_LENGTH).upper()
    return read_text(capitals, field, most=MAX_TEMPLATE_LENGTH)


def _one_line(text: str, most: int) -> str:
    if len(text) <= most and text.isprintable():
        return text
    shown = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text[:most])
    return shown if len(text) <= most else f"{shown}..."


def _choice(kind: type[_Choice]) -> Callable[[object, str], _Choice]:
    first, last = kind

    def read(value: object, field: str) -> _Choice:
        for choice in kind:
            if value == choice.value:
                return choice
        problem = translate("Values", "must be {first} or {last}, not {value}")
        raise SettingError(field, problem, first=first.value, last=last.value, value=repr(value))

    return read


_READERS: dict[str, Callable[[object, str], object]] = {
    "crm_active": read_flag,
    "incoming_template": read_template,
    "outgoing_template": read_template,
    "missed_incoming_template": read_template,
    "unaccepted_outgoing_template": read_template,
    "open_mask_on": _choice(OpenMaskOn),
    "close_mask_on": _choice(CloseMaskOn),
    "open_outgoing_mask_on": _choice(OpenOutgoingMaskOn),
    "caller_card_delay": read_delay,
    "auto_open_master_data": read_flag,
    "internal_calls": _choice(InternalCalls),
}


def _read_settings(data: object, base: _Settings, where: str) -> _Settings:
    values = read_object(data, where)
    refuse_unknown(values, [field.name for field in dataclasses.fields(base)], where)
    changes: dict[str, Any] = {key: _READERS[key](value, f"{where}.{key}") for key, value in values.items()}
    return dataclasses.replace(base, **changes)
