"""The settings of this machine: `config.toml`, as frozen typed values.

There are two files of one form. The administrator's file, in the machine-wide folder, goes before the user's: its
values are the base, which the user's file overrides key by key, except for keys under the administrator's `[locked]`
list, which the user cannot change:

    [locked]
    keys = ["store.url", "sources.receiver.port", "sign_in"]      # a key, or a whole table

A bad value never stops the program: it is named with file and key, and the last good value (else the administrator's,
else the default) stays, which `tray.config_good` keeps. Reading uses the standard library alone; `tray.config_write`
changes a file and keeps what it does not know. Secrets have no place here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tray.config_file import CONFIG_NAME, LOCKED, TABLES, find, locked_keys, read_toml, unknown_names
from tray.config_good import keep_good, read_good
from tray.config_model import Config
from tray.config_readers import problem_of
from tray.config_schema import KEYS
from tray.config_values import built, holds_password
from tray.errors import ConfigError, CtiError
from tray.texts import joined, translate


@dataclass(frozen=True, slots=True)
class LoadedConfig:
    """What reading gave: the settings, one sentence per problem, and where values came from.

    `given` are the keys that a file names with a good value, `locked` those the user cannot change, `unknown` one
    sentence per key that nobody reads (it is kept, and may be a typing error). `store_unknown` says why nobody can know
    which store is meant, neither from the files nor from the last good settings; "" where that is known.
    """

    config: Config
    problems: tuple[str, ...] = ()
    given: frozenset[str] = frozenset()
    locked: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()
    store_unknown: str = ""


def load(folder: Path, machine: Path | None = None) -> LoadedConfig:
    """Read the settings of `folder`, on top of those of the administrator's folder `machine`.

    Where both could be read, what holds now is kept in `folder` as the last good settings, which stand in for what
    cannot be read another time. Never raises for what a file says.
    """
    reader = _Reader(folder)
    if machine is not None:
        reader.read(machine / CONFIG_NAME, administrator=True)
    reader.read(folder / CONFIG_NAME, administrator=False)
    reader.keep()
    return reader.result()


class _Reader:
    """Collects values, problems and locks over the two files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._good = read_good(folder)
        self._values: dict[str, object] = {}
        self._problems: list[str] = []
        self._locked: frozenset[str] = frozenset()
        self._unknown: list[str] = []
        self._unread = False
        self._store_unknown = ""
        self._no_sign_in: dict[str, str] = {}

    def read(self, path: Path, *, administrator: bool) -> None:
        try:
            data = read_toml(path)
        except ConfigError as error:
            self._use_good(error, administrator=administrator)
            return
        for key in KEYS:
            value = find(data, key.name)
            if value is not None:
                self._take(path, key.name, value)
        self._check_tables(data, path)
        for name in unknown_names(data, administrator=administrator):
            unknown = translate("Settings", "{file}: unknown key {name}; it is kept and not used.")
            self._unknown.append(unknown.format(file=path, name=name))
        if administrator and LOCKED in data:
            names = data[LOCKED].get("keys", []) if isinstance(data[LOCKED], dict) else None
            self._locked, problems = locked_keys(names)
            self._problems += [joined(f"{path}:", problem) for problem in problems]

    def keep(self) -> None:
        """Keep what holds now as the last good settings, unless a file could not be read or the store is not known."""
        if self._unread or self._store_unknown or not self._folder.is_dir():
            return
        try:
            keep_good(self._folder, self._values, self._locked, self._good)
        except CtiError as error:
            self._problems.append(error.whole)

    def result(self) -> LoadedConfig:
        return LoadedConfig(
            config=built(DEFAULTS, {**self._values, "sign_in.problem": next(iter(self._no_sign_in.values()), "")}),
            problems=tuple(self._problems),
            given=frozenset(self._values),
            locked=self._locked,
            unknown=tuple(self._unknown),
            store_unknown=self._store_unknown,
        )

    def _take(self, path: Path, name: str, value: object) -> None:
        try:
            read = _READ[name](value)
        except ValueError as error:
            wrong = translate("Settings", "{file}: {name} {problem}.")
            problem = wrong.format(file=path, name=name, problem=problem_of(error))
            self._problems.append(problem)
            self._stay(name, problem)
            if name in _SIGN_IN and name not in self._locked:
                self._no_sign_in[name] = problem
            return
        if name in self._locked:
            if read != self._values.get(name, DEFAULTS.value(name)):
                own = translate("Settings", "{file}: {name} is fixed by the administrator; the value here is not used.")
                self._problems.append(own.format(file=path, name=name))
            return
        self._values[name] = read
        self._no_sign_in.pop(name, None)
        if name == "store.url" and holds_password(str(read)):
            held = translate("Settings", "{file}: store.url holds a password; put it into PostgreSQL's password file.")
            self._problems.append(held.format(file=path))

    def _use_good(self, error: ConfigError, *, administrator: bool) -> None:
        """A file that cannot be read at all: everything stays as it was."""
        self._unread = True
        good = translate("Settings", "The settings of {since} are used.")
        used = good.format(since=self._good.since) if self._good else translate("Settings", "The defaults are used.")
        self._problems.append(joined(error.message, used, error.hint))
        if administrator and self._good is not None:
            self._locked = self._good.locked
            self._values |= self._good.values
            return
        for key in KEYS:
            self._stay(key.name, error.whole)

    def _stay(self, name: str, problem: str) -> None:
        """A value that cannot be read stays as it was when it last could."""
        if name in self._locked:
            return
        if self._good is not None and name in self._good.values:
            self._values[name] = self._good.values[name]
        elif self._good is None and name == "store.url":
            self._store_unknown = problem

    def _check_tables(self, data: Mapping[str, Any], path: Path) -> None:
        for table in sorted(TABLES):
            value = find(data, table)
            if value is not None and not isinstance(value, Mapping):
                wrong = translate("Settings", "{file}: {table} must be a table, written [{table}].")
                problem = wrong.format(file=path, table=table)
                self._problems.append(problem)
                for key in KEYS:
                    if key.name.startswith(f"{table}."):
                        self._stay(key.name, problem)


DEFAULTS = Config()
_SIGN_IN = {"sign_in.client_id", "sign_in.tenant", "sign_in.authority"}
_READ = {key.name: key.read for key in KEYS}
