"""Changing one value of the user's config.toml; comments, order and unknown keys stay as they are.

It is apart from `tray.config` because it needs tomlkit, which nobody should load to read a file.
"""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

from tray.config_file import CONFIG_NAME, LOCKED, find, locked_keys, parse_toml, plain, read_text, read_toml
from tray.config_readers import problem_of
from tray.config_schema import BY_NAME, Key
from tray.config_values import holds_password
from tray.errors import ConfigError, Refused
from tray.files import replace_file
from tray.paths import prepare
from tray.texts import translate


def set_value(folder: Path, name: str, value: object, machine: Path | None = None) -> object:
    """Set one key of the config.toml in `folder` and return the value as it was read.

    Args:
        folder: the data folder; created where it is missing.
        name: the dotted name, for example `numbers.region`.
        value: the value, or what was typed on a command line.
        machine: the administrator's folder, whose locked keys are refused.

    Raises:
        ConfigError: an unknown key, a bad value, or a file that is not TOML (it is left as it is).
        Refused: the administrator has locked the key.
        CtiError: the file cannot be written.
    """
    path = folder / CONFIG_NAME
    key = _key(name)
    if machine is not None:
        _refuse_locked(name, machine)
    read = _read(key, value, path)
    old = read_text(path)
    if find(parse_toml(old, path), name) == plain(read):
        return read
    new = _changed(old, name, plain(read), path)
    prepare(folder)
    replace_file(path, new.encode())
    return read


def _key(name: str) -> Key:
    if name in BY_NAME:
        return BY_NAME[name]
    near = difflib.get_close_matches(name, BY_NAME, n=1)
    raise ConfigError(
        translate("Settings", "There is no key {name} in {file}.").format(name=name, file=CONFIG_NAME),
        hint=translate("Settings", "Did you mean {name}?").format(name=near[0]) if near else "",
    )


def _read(key: Key, value: object, path: Path) -> object:
    try:
        read = key.from_text(value) if isinstance(value, str) else key.read(_listed(value))
    except ValueError as error:
        raise ConfigError(
            translate("Settings", "{file}: {name} {problem}.").format(
                file=path, name=key.name, problem=problem_of(error)
            )
        ) from error
    if key.name == "store.url" and holds_password(str(read)):
        raise ConfigError(
            translate("Settings", "{file}: {name} must not hold a password.").format(file=path, name=key.name),
            hint=translate("Settings", "Put it into PostgreSQL's password file (pgpass)."),
        )
    return read


def _refuse_locked(name: str, machine: Path) -> None:
    table = read_toml(machine / CONFIG_NAME).get(LOCKED)
    locked, _ = locked_keys(table.get("keys", []) if isinstance(table, dict) else [])
    if name in locked:
        raise Refused(
            translate("Settings", "The key {name} is fixed by the administrator.").format(name=name),
            hint=translate("Settings", "Ask your administrator to change it."),
        )


def _changed(old: str, name: str, value: object, path: Path) -> str:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    *tables, last = name.split(".")
    try:
        document = tomlkit.parse(old)
        node: Any = document
        for part in tables:
            if part not in node:
                node[part] = tomlkit.table(is_super_table=part != tables[-1])
            node = node[part]
        node[last] = value
        new = tomlkit.dumps(document)
    except (TOMLKitError, TypeError) as error:
        raise ConfigError(
            translate("Settings", "{file}: {name} cannot be set there: {problem}.").format(
                file=path, name=name, problem=error
            )
        ) from error
    expected = parse_toml(old, path)
    _put(expected, [*tables, last], value)
    if parse_toml(new, path) != expected:
        raise ConfigError(
            translate(
                "Settings", "{file}: {name} cannot be set without changing something else; change it by hand."
            ).format(file=path, name=name)
        )
    return new


def _put(data: dict[str, Any], names: list[str], value: object) -> None:
    for part in names[:-1]:
        data = data.setdefault(part, {})
    data[names[-1]] = value


def _listed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
