"""The last good settings of this machine: a private copy, used while a settings file cannot be read.

Without it, a typing error in config.toml would put the defaults in force, and with them another setup store. The copy
is written by the program alone; whatever is wrong with it, it is left out as a whole and never trusted in part.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tray.config_file import LOCKED, find, locked_keys, plain, read_toml
from tray.config_schema import KEYS
from tray.errors import ConfigError
from tray.files import replace_file

GOOD_NAME = "config.good.toml"
_HEAD = (
    "# The settings that CTI Tray read last without an error, for the time when config.toml cannot be read.\n"
    "# CTI Tray writes this file; change config.toml instead.\n"
)


@dataclass(frozen=True, slots=True)
class GoodSettings:
    """The values that files named, by dotted key, the keys that were locked, and since when they have been in force."""

    values: Mapping[str, object]
    locked: frozenset[str]
    since: str


def read_good(folder: Path) -> GoodSettings | None:
    """The copy in `folder`; None where there is none that can be used. Never raises."""
    path = folder / GOOD_NAME
    try:
        since = datetime.fromtimestamp(path.stat().st_mtime).astimezone().strftime("%Y-%m-%d %H:%M")
        data = read_toml(path)
        named = {key: value for key in KEYS if (value := find(data, key.name)) is not None}
        values = {key.name: key.read(value) for key, value in named.items()}
    except (OSError, ValueError, ConfigError):
        return None
    locked, problems = locked_keys(find(data, f"{LOCKED}.keys"))
    return None if problems else GoodSettings(values, locked, since)


def keep_good(folder: Path, values: Mapping[str, object], locked: frozenset[str], known: GoodSettings | None) -> None:
    """Keep these values as the last good ones, where they differ from those that are `known` from the copy.

    Raises:
        CtiError: the copy cannot be written; the old one stays.
    """
    if known is not None and known.values == values and known.locked == locked:
        return
    lines = [f"{LOCKED}.keys = {_toml(sorted(locked))}\n", *(f"{name} = {_toml(values[name])}\n" for name in values)]
    replace_file(folder / GOOD_NAME, (_HEAD + "".join(lines)).encode())


def _toml(value: object) -> str:
    """A checked value in TOML, which writes printable texts, whole numbers, flags and lists as JSON does."""
    return json.dumps(plain(value), ensure_ascii=False)
