"""Reading a replay scenario: JSON text in, a checked `Scenario` out.

A scenario that is not understood in full is refused by the name of the field; nothing is guessed. Playing it is the
business of `replay`.
"""

from __future__ import annotations

import dataclasses
import itertools
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tray.calls.facts import FIELD_NAMES, FactError, Field, read_fact
from tray.calls.mapping_rows import read_mappings
from tray.calls.matching import Record
from tray.calls.model import CallEvent
from tray.calls.number_rules import read_number_rule
from tray.calls.numbers import MAX_NUMBER_LENGTH, NumberRules
from tray.calls.settings import (
    SettingError,
    Setup,
    read_module,
    read_object,
    read_text,
    read_user,
    refuse_unknown,
)

RUNS_ON_S = 600.0
DEFAULT_SOURCE = "replay"
MAX_NOTE_LENGTH = 4000
_TOP_LEVEL = ("module", "user", "mappings", "directory", "region", "numbers", "run_until", "events")


class CardAction(StrEnum):
    """What the user does with a card."""

    DISMISS = "dismiss"
    CHOOSE = "choose"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class FactEntry:
    """A source reports a fact."""

    at: float
    event: CallEvent


@dataclass(frozen=True, slots=True)
class SetupEntry:
    """Setup changes, for calls that begin later."""

    at: float
    patch: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DialEntry:
    """The user dials through CTI Tray. `call_id` is never "" in a scenario that was read."""

    at: float
    number: str
    call_id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class CardEntry:
    """The user acts on a card. `index` counts from 0; `text` belongs to a note."""

    at: float
    action: CardAction
    call_id: str
    index: int = 0
    text: str = ""


Entry = FactEntry | SetupEntry | DialEntry | CardEntry


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario that was understood; entries in the order in which they are played, times in seconds."""

    setup: Setup
    records: tuple[Record, ...]
    rules: NumberRules
    entries: tuple[Entry, ...]
    run_until: float


def read_scenario(text: str) -> Scenario:
    """Understand the text of a scenario file.

    Raises:
        SettingError: what is wrong, by the name of the field (for example `events[2].call_id`).
    """
    data = read_object(parse_json(text), "the file")
    refuse_unknown(data, _TOP_LEVEL, "")
    if "events" not in data:
        raise SettingError("events", "is missing")
    entries = [_read_entry(entry, f"events[{number}]") for number, entry in enumerate(_list(data, "events"))]
    entries = _with_dial_ids(sorted(entries, key=lambda entry: entry.at))
    last = entries[-1].at if entries else 0.0
    records = [_read_record(item, f"directory[{number}]") for number, item in enumerate(_list(data, "directory"))]
    return Scenario(
        setup=patched(Setup(), {key: data[key] for key in ("module", "user", "mappings") if key in data}),
        records=tuple(records),
        rules=_read_rules(data),
        entries=tuple(entries),
        run_until=_time(data["run_until"], "run_until") if "run_until" in data else last + RUNS_ON_S,
    )


def patched(setup: Setup, data: Mapping[str, Any], where: str = "") -> Setup:
    """`setup` with the module, user and mapping values of `data` in place of its own.

    Raises:
        SettingError: a value is not acceptable; its name begins with `where`.
    """
    refuse_unknown(data, ("module", "user", "mappings"), where.rstrip("."))
    changes: dict[str, Any] = {}
    if "module" in data:
        changes["module"] = read_module(data["module"], setup.module, f"{where}module")
    if "user" in data:
        changes["user"] = read_user(data["user"], setup.user, f"{where}user")
    if "mappings" in data:
        changes["mappings"] = read_mappings(data["mappings"], f"{where}mappings")
    return dataclasses.replace(setup, **changes)


def parse_json(text: str) -> object:
    """Parse strict JSON: no key twice, no NaN, no nesting without end.

    Raises:
        SettingError: the text is not such JSON; says where.
    """
    try:
        parsed: object = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise SettingError("the file", f"is not JSON: line {error.lineno}, column {error.colno}") from None
    except SettingError:
        raise
    except (RecursionError, ValueError):
        raise SettingError("the file", "is not JSON: nested too deep, or a number without end") from None
    return parsed


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, value in pairs:
        if key in data:
            raise SettingError(key, "stands twice in one object")
        data[key] = value
    return data


def _refuse_constant(name: str) -> object:
    raise SettingError("the file", f"is not JSON: {name} is not a number")


def _list(data: Mapping[str, Any], key: str) -> list[Any]:
    value = data.get(key, [])
    if not isinstance(value, list):
        raise SettingError(key, "must be a list")
    return value


def _time(value: object, field: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= sys.float_info.max:
        raise SettingError(field, f"must be a number of seconds, 0 or more, not {value!r}")
    return float(value)


def _read_rules(data: Mapping[str, Any]) -> NumberRules:
    values = read_object(data.get("numbers", {}), "numbers")
    refuse_unknown(values, [field.name for field in dataclasses.fields(NumberRules)], "numbers")
    changes: dict[str, Any] = {key: read_number_rule(key, value, f"numbers.{key}") for key, value in values.items()}
    if "region" in data:
        changes["region"] = read_number_rule("region", data["region"], "region")
    return NumberRules(**changes)


def _read_record(data: object, where: str) -> Record:
    fields: list[tuple[str, str]] = []
    for key, value in read_object(data, where).items():
        if isinstance(value, bool) or not isinstance(value, str | int | None):
            raise SettingError(f"{where}.{key}", f"must be a text, not {value!r}")
        fields.append((key, "" if value is None else str(value)))
    named = dict(fields)
    for key in ("table", "no"):
        if not named.get(key):
            raise SettingError(f"{where}.{key}", "is missing")
    return Record(named["table"], named["no"], tuple(pair for pair in fields if pair[0] != "table"))


def _read_entry(data: object, where: str) -> Entry:
    values = dict(read_object(data, where))
    at = _time(values.pop("at", None), f"{where}.at")
    if "setup" in values:
        refuse_unknown(values, ("setup",), where)
        patch = read_object(values["setup"], f"{where}.setup")
        patched(Setup(), patch, f"{where}.setup.")
        return SetupEntry(at, patch)
    if "card" in values:
        return _read_card(values, where, at)
    if "dial" in values:
        return _read_dial(values, where, at)
    return _read_fact(values, where, at)


def _read_dial(values: Mapping[str, Any], where: str, at: float) -> DialEntry:
    refuse_unknown(values, ("dial", "call_id", "name"), where)
    number = read_text(values["dial"], f"{where}.dial", most=MAX_NUMBER_LENGTH)
    if not number:
        raise SettingError(f"{where}.dial", "must not be empty")
    call_id = _call_id(values, where) if "call_id" in values else ""
    return DialEntry(at, number, call_id, read_text(values.get("name", ""), f"{where}.name"))


def _with_dial_ids(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with `dial-1`, `dial-2` ... for the dials that were given no id, in the order of play."""
    numbers = itertools.count(1)
    return [
        dataclasses.replace(entry, call_id=f"dial-{next(numbers)}")
        if isinstance(entry, DialEntry) and not entry.call_id
        else entry
        for entry in entries
    ]


def _read_card(values: Mapping[str, Any], where: str, at: float) -> CardEntry:
    verbs = [action.value for action in CardAction]
    if values["card"] not in verbs:
        raise SettingError(f"{where}.card", f"must be {', '.join(verbs)}, not {values['card']!r}")
    action = CardAction(values["card"])
    extra = {CardAction.CHOOSE: ("index",), CardAction.NOTE: ("text",)}.get(action, ())
    refuse_unknown(values, ("card", "call_id", *extra), where)
    call_id = _call_id(values, where)
    index = values.get("index", 1 if action is not CardAction.CHOOSE else None)
    if isinstance(index, bool) or not isinstance(index, int) or index < 1:
        raise SettingError(f"{where}.index", f"must be a whole number, 1 for the first record, not {index!r}")
    text = values.get("text", "" if action is not CardAction.NOTE else None)
    if not isinstance(text, str) or len(text) > MAX_NOTE_LENGTH:
        raise SettingError(f"{where}.text", f"must be a text of at most {MAX_NOTE_LENGTH} characters")
    return CardEntry(at, action, call_id, index - 1, text)


def _read_fact(values: Mapping[str, Any], where: str, at: float) -> FactEntry:
    for key in values:
        if key != "source" and key.casefold() not in FIELD_NAMES:
            raise SettingError(f"{where}.{key}", f"unknown key; known are at, source, {', '.join(Field)}")
    source = read_text(values.get("source", DEFAULT_SOURCE), f"{where}.source", most=64) or DEFAULT_SOURCE
    try:
        fact = read_fact(values)
    except FactError as error:
        raise SettingError(f"{where}.{error.field}", error.problem) from None
    if not fact.call_id:
        raise SettingError(f"{where}.call_id", "is missing")
    return FactEntry(at, fact.event(source, fact.call_id, at))


def _call_id(values: Mapping[str, Any], where: str) -> str:
    value = values.get("call_id")
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    call_id = read_text(text, f"{where}.call_id", most=128) if text is not None else ""
    if not call_id:
        raise SettingError(f"{where}.call_id", "is missing")
    return call_id
