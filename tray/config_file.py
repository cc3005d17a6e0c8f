"""Reading config.toml as a file: size, encoding, TOML, dotted names and the administrator's `[locked]` list.

It knows no values; those are `tray.config` and `tray.config_schema`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from tray.config_schema import KEYS
from tray.errors import ConfigError
from tray.texts import translate

CONFIG_NAME = "config.toml"
MAX_CONFIG_SIZE = 1_000_000
LOCKED = "locked"
NAMES = {key.name for key in KEYS}
TABLES = {key.name.rsplit(".", depth)[0] for key in KEYS for depth in range(1, key.name.count(".") + 1)}


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; a missing one is empty.

    Raises:
        ConfigError: it cannot be read, is too large, is not UTF-8 or not TOML; the message names it.
    """
    return parse_toml(read_text(path), path)


def read_text(path: Path) -> str:
    """The text of a settings file, without byte order mark; "" where there is no file.

    Raises:
        ConfigError: it cannot be read, is too large, or is not UTF-8.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_CONFIG_SIZE + 1)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise ConfigError(
            translate("Settings", "{file}: cannot be read: {reason}.").format(file=path, reason=error.strerror or error)
        ) from error
    if len(data) > MAX_CONFIG_SIZE:
        raise ConfigError(
            translate("Settings", "{file} is larger than {size} kB and was not read.").format(
                file=path, size=MAX_CONFIG_SIZE // 1000
            )
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(
            translate("Settings", "{file} is not a UTF-8 text.").format(file=path),
            hint=translate("Settings", "Save it with the encoding UTF-8."),
        ) from error


def parse_toml(text: str, path: Path) -> dict[str, Any]:
    """Parse the text of a settings file.

    Raises:
        ConfigError: it is not TOML; the message names the file and the place.
    """
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        problem = str(error) if isinstance(error, ValueError) else translate("Settings", "it is nested too deeply")
        raise ConfigError(
            translate("Settings", "{file} is not a TOML file: {problem}.").format(file=path, problem=problem)
        ) from error


def find(data: Mapping[str, Any], name: str) -> object:
    """The value of a dotted name in TOML data, or None where it is absent (TOML itself has no null)."""
    found: object = data
    for part in name.split("."):
        if not isinstance(found, Mapping) or part not in found:
            return None
        found = found[part]
    return found


def plain(value: object) -> object:
    """The TOML form of a typed value."""
    if isinstance(value, StrEnum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def locked_keys(names: object) -> tuple[frozenset[str], list[str]]:
    """The keys that a `[locked]` list names, whole tables resolved, and the entries that name nothing."""
    if not isinstance(names, list):
        return frozenset(), [translate("Settings", "{name} must be a list of keys.").format(name=f"{LOCKED}.keys")]
    locked: set[str] = set()
    problems: list[str] = []
    for entry in names:
        found = {key.name for key in KEYS if key.name == entry or key.name.startswith(f"{entry}.")}
        if not found:
            problem = translate("Settings", "{name}: {entry} is no key and no table.")
            problems.append(problem.format(name=f"{LOCKED}.keys", entry=ascii(entry)[:60]))
        locked |= found
    return frozenset(locked), problems


def unknown_names(data: Mapping[str, Any], *, administrator: bool) -> list[str]:
    """The dotted names that nobody reads."""
    own = {f"{LOCKED}.keys"} if administrator else set()
    return [name for name in _leaves(data, "") if name not in own | NAMES | TABLES]


def _leaves(data: Mapping[str, Any], prefix: str) -> list[str]:
    names: list[str] = []
    for key, value in data.items():
        name = f"{prefix}{key}"
        names += _leaves(value, f"{name}.") if isinstance(value, Mapping) and name not in NAMES else [name]
    return names
