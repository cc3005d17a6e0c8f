"""The licence of an organisation from a file: `{"name", "kind", "seats", "valid_until"}` as JSON."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from tray.calls.scenario import parse_json
from tray.calls.settings import SettingError, read_object
from tray.setup.model import Licence
from tray.setup.reading import accepted, read_licence
from tray.setup.transfer import read_file
from tray.texts import translate


def read_licence_file(path: Path) -> Licence:
    """Read a licence, without saving it.

    Raises:
        InvalidInput: the file cannot be read or is no licence; the message names the field.
    """
    text = read_file(path)
    with accepted():
        values = read_object(parse_json(text), "the file")
        for field in dataclasses.fields(Licence):
            if field.name != "revision" and field.name not in values:
                raise SettingError(f"licence.{field.name}", translate("Values", "is missing"))
        return read_licence(values)
