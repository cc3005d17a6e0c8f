"""`cti-tray setup`: what the dialogs do, with the same refusals. It needs no running tray."""

from __future__ import annotations

import contextlib
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tray import config as configuration
from tray.calls.numbers import NumberReader
from tray.commands.hints import hints
from tray.commands.live import tell_tray
from tray.commands.offline import cached_data, cached_setup, keep_setup
from tray.commands.output import Exit, complain, say, say_json
from tray.commands.words import counted
from tray.config import LoadedConfig
from tray.errors import ConfigError, CtiError, Offline
from tray.files import replace_file
from tray.paths import data_folder, machine_folder, prepare
from tray.setup import transfer
from tray.setup.audit_export import export_audit
from tray.setup.licence_file import read_licence_file
from tray.setup.listing import audit_data, find_user, licence_data, show_data
from tray.setup.model import Actor, Change, SetupSnapshot, User
from tray.setup.opening import open_store
from tray.setup.store import SetupStore
from tray.setup.who import this_user


@dataclass(frozen=True, slots=True)
class OpenSetup:
    """The store, opened on behalf of whoever runs the command."""

    folder: Path
    store: SetupStore
    user: User
    loaded: LoadedConfig

    @property
    def actor(self) -> Actor:
        """On whose behalf the store is asked."""
        return Actor(self.user.id)

    def snapshot(self) -> SetupSnapshot:
        """All of setup that concerns this user."""
        return self.store.snapshot(self.actor, now())


@contextlib.contextmanager
def open_setup(folder: Path, settings: LoadedConfig | None = None) -> Iterator[OpenSetup]:
    """Open the store that config.toml names; where that was not read yet (`settings`), its problems are told on stderr.

    Raises:
        ConfigError: it cannot be known which store is meant; no other one is opened in its place.
        CtiError: the store cannot be opened.
    """
    loaded = settings or load_settings(folder)
    store = open_store(loaded.config.store.url, folder)
    try:
        user = store.connect(this_user(), now())
        setup = OpenSetup(folder, store, user, loaded)
        yield setup
        with contextlib.suppress(CtiError):  # what the command did is done, also where it took its own user away
            keep_setup(folder, loaded.config.store.url, setup.snapshot())
    finally:
        store.close()


def load_settings(folder: Path) -> LoadedConfig:
    """Read config.toml; its problems are told on stderr.

    Raises:
        ConfigError: it cannot be known which store is meant.
    """
    prepare(folder)
    loaded = configuration.load(folder, machine_folder())
    if loaded.store_unknown:
        raise ConfigError(loaded.store_unknown, hint="Correct it first: it is not known which setup is meant.")
    for problem in loaded.problems:
        complain(problem)
    return loaded


def numbers_of(setup: OpenSetup) -> NumberReader:
    """Reads numbers by the rules that hold on this machine."""
    rules = setup.snapshot().module.numbers(setup.loaded.config.numbers, setup.loaded.given)
    return NumberReader(rules)


def show(options: Namespace) -> int:  # noqa: ARG001 - every command takes its options
    """Everything that is set, as JSON; what the tray kept of it, while the store cannot be reached."""
    folder = data_folder()
    settings = load_settings(folder)
    try:
        with open_setup(folder, settings) as setup:
            shown = {"store_state": "online", "setup_age_s": 0.0, **show_data(setup.store, setup.actor, now())}
    except Offline:
        url = settings.config.store.url
        cached = cached_setup(folder, url)
        if cached is None:
            raise
        shown = cached_data(cached, url, now())
    say_json(shown)
    return Exit.DONE


def assign(options: Namespace) -> int:
    """Set single values."""
    with _editing(options) as (setup, user_id):
        saved = transfer.set_values(setup.store, setup.actor, options.assignments, now(), user_id)
    _hint(setup.folder, saved)
    return Exit.DONE


def export(options: Namespace) -> int:
    """Write module setup, card and mappings as JSON."""
    with _editing(options) as (setup, user_id):
        text = transfer.export_text(setup.store, setup.actor, user_id)
    if options.file:
        replace_file(Path(options.file), text.encode())
        say(f"Setup written to {options.file}.")
    else:
        say(text.rstrip("\n"))
    return Exit.DONE


def take_in(options: Namespace) -> int:
    """Read module setup, card and mappings from JSON."""
    given = options.file
    text = transfer.read_stream(sys.stdin.buffer, "The input") if given == "-" else transfer.read_file(Path(given))
    with _editing(options) as (setup, user_id):
        saved = transfer.import_text(setup.store, setup.actor, text, now(), user_id)
    _hint(setup.folder, saved)
    return Exit.DONE


def licence(options: Namespace) -> int:
    """The licence as it stands, or another one from a file."""
    with open_setup(data_folder()) as setup:
        if options.file:
            new = read_licence_file(Path(options.file))
            old = setup.store.licence(setup.actor)
            setup.store.save_licence(setup.actor, replace(new, revision=old.revision), now())
        say_json(licence_data(setup.store, setup.actor, now()))
    if options.file:
        tell_tray(setup.folder, "refresh")
    return Exit.DONE


def audit(options: Namespace) -> int:
    """Who changed what, newest first."""
    with open_setup(data_folder()) as setup:
        if options.export:
            count = export_audit(setup.store, setup.actor, Path(options.export))
            say(f"{counted(count, 'line')} written to {options.export}.")
            return Exit.DONE
        entries = setup.store.audit(setup.actor, options.limit)
    if options.json:
        say_json([audit_data(entry) for entry in entries])
    else:
        for entry in entries:
            say(str(entry))
    return Exit.DONE


def _hint(folder: Path, saved: Change) -> None:
    with contextlib.suppress(CtiError):
        for hint in hints(folder, saved):
            say(hint)


@contextlib.contextmanager
def _editing(options: Namespace) -> Iterator[tuple[OpenSetup, int | None]]:
    with open_setup(data_folder()) as setup:
        name = options.user
        yield setup, find_user(known_users(setup), name).id if name else None
    tell_tray(setup.folder, "refresh")


def known_users(setup: OpenSetup) -> tuple[User, ...]:
    """Every known user to an administrator, the licensed ones to everybody else."""
    user, licence = setup.user, setup.store.licence(setup.actor)
    if user.admin and user.licensed and licence.state(now()).allows:
        return setup.store.all_users(setup.actor, now())
    return setup.store.users(setup.actor, now())


def now() -> datetime:
    """The time of a command."""
    return datetime.now(UTC)
