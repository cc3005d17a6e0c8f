"""Setup to and from a file, and single values from a command line.

The file is JSON of the form that scenarios have, `{"module": {...}, "user": {...}, "mappings": [...]}`; a section that
is absent stays as it is. Everything is checked before anything is written, and written in one transaction by the store,
which also decides who may. What is written out leaves the values out that scenarios do not know while they have their
defaults, so that an export of an ordinary setup can be played as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from tray.calls.scenario import parse_json
from tray.calls.settings import read_object, refuse_unknown, to_data
from tray.errors import InvalidField, InvalidInput
from tray.setup import reading
from tray.setup.model import Actor, Change, Mappings, ModuleSetup, UserSetup
from tray.setup.reading import accepted
from tray.setup.store import SetupStore
from tray.texts import translate

MAX_IMPORT_SIZE = 5_000_000
SECTIONS = ("module", "user", "mappings")
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")
_OPTIONAL_NUMBERS = {"internal_max_digits"}


def export_data(module: ModuleSetup, card: UserSetup, mappings: Mappings) -> dict[str, Any]:
    """The content of an export."""
    standard = reading.module_data(ModuleSetup())
    known_to_scenarios = to_data(module.calls)
    return {
        "module": {
            name: value
            for name, value in reading.module_data(module).items()
            if name in known_to_scenarios or value != standard[name]
        },
        "user": reading.card_data(card),
        "mappings": [
            {name: value for name, value in row.items() if name != "enabled" or not value}
            for row in reading.mapping_data(mappings)
        ],
    }


def export_text(store: SetupStore, actor: Actor, user_id: int | None = None) -> str:
    """The text of an export file, with the card of the actor or of `user_id`.

    Raises:
        Refused: it is another's card, and the actor is no licensed admin.
    """
    card = store.card(actor, actor.user_id if user_id is None else user_id)
    data = export_data(store.module(actor), card, store.mappings(actor))
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def read_file(path: Path) -> str:
    """Read a file to import.

    Raises:
        InvalidInput: it cannot be read, is larger than 5 MB, or is not UTF-8; the message names it.
    """
    try:
        with path.open("rb") as file:
            return read_stream(file, str(path))
    except OSError as error:
        raise InvalidInput(
            translate("Setup", "{file}: cannot be read: {reason}.").format(file=path, reason=error.strerror or error)
        ) from error


def read_stream(stream: BinaryIO, name: str) -> str:
    """Read what is to be imported from a stream that messages call `name`.

    Raises:
        InvalidInput: it is larger than 5 MB, or is not UTF-8.
        OSError: it cannot be read.
    """
    data = stream.read(MAX_IMPORT_SIZE + 1)
    if len(data) > MAX_IMPORT_SIZE:
        raise InvalidInput(
            translate("Setup", "{name} is larger than {size} MB.").format(name=name, size=MAX_IMPORT_SIZE // 1_000_000)
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(translate("Setup", "{name} is not a UTF-8 text.").format(name=name)) from error


def import_text(store: SetupStore, actor: Actor, text: str, now: datetime, user_id: int | None = None) -> Change:
    """Import the text of a file; "user" goes to the card of the actor or of `user_id`.

    Raises:
        InvalidInput: it is not such a file; the message names the field. Nothing was written.
        Refused: the actor may not change this. Nothing was written.
        Conflict: somebody else changed it at the same moment. Nothing was written.
    """
    if len(text) > MAX_IMPORT_SIZE:
        raise InvalidInput(
            translate("Setup", "The file is larger than {size} MB.").format(size=MAX_IMPORT_SIZE // 1_000_000)
        )
    with accepted():
        data = read_object(parse_json(text), "the file")
        refuse_unknown(data, SECTIONS, "")
        if not data:
            raise InvalidField(
                "the file", translate("Setup", "holds none of {names}").format(names=", ".join(SECTIONS))
            )
        _read(data, Change(ModuleSetup(), UserSetup(), Mappings()))
    return _save(store, actor, data, now, user_id)


def set_values(
    store: SetupStore, actor: Actor, assignments: Sequence[str], now: datetime, user_id: int | None = None
) -> Change:
    """Set single values, written as `user.caller_card_delay=5` or `module.crm_active=true`, all of them or none.

    Raises:
        InvalidInput: an assignment cannot be read, or a value is not acceptable; the message names the field.
        Refused: the actor may not change this.
        Conflict: somebody else changed it at the same moment.
    """
    data: dict[str, dict[str, Any]] = {}
    with accepted():
        for assignment in assignments:
            section, name, value = _read_assignment(assignment)
            values = data.setdefault(section, {})
            if name in values:
                raise InvalidField(f"{section}.{name}", translate("Setup", "is given twice"))
            values[name] = value
        _read(data, Change(ModuleSetup(), UserSetup()))
    return _save(store, actor, data, now, user_id)


def _save(store: SetupStore, actor: Actor, data: Any, now: datetime, user_id: int | None) -> Change:
    current = Change(
        module=store.module(actor) if "module" in data else None,
        card=store.card(actor, actor.user_id if user_id is None else user_id) if "user" in data else None,
        mappings=store.mappings(actor) if "mappings" in data else None,
    )
    with accepted():
        change = _read(data, current)
    return store.save(actor, change, now)


def _read(data: Any, base: Change) -> Change:
    """What `data` makes of the records in `base`."""
    return Change(
        module=reading.read_module(data["module"], base.module) if "module" in data else None,
        card=reading.read_card(data["user"], base.card or UserSetup()) if "user" in data else None,
        mappings=reading.read_mappings(data["mappings"], base.mappings) if "mappings" in data else None,
    )


def _read_assignment(text: str) -> tuple[str, str, object]:
    place, equals, value = text.partition("=")
    section, dot, name = place.strip().partition(".")
    if not equals or not dot or section not in {"module", "user"}:
        raise InvalidField(text[:60], translate("Setup", "must be written as module.NAME=VALUE or user.NAME=VALUE"))
    standard = reading.module_data(ModuleSetup()) if section == "module" else reading.card_data(UserSetup())
    return section, name, _typed(value.strip(), name, standard.get(name, ""))


def _typed(text: str, name: str, standard: object) -> object:
    """What a typed value means, judged by the default of its field; the readers refuse what does not fit."""
    if isinstance(standard, bool):
        return {"true": True, "false": False}.get(text.lower(), text)
    if standard is None and not text:
        return None
    if (isinstance(standard, int) or name in _OPTIONAL_NUMBERS) and _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    return text
