"""`cti-tray users`: who uses the product, with the same refusals as in the dialogs. It needs no running tray."""

from __future__ import annotations

import contextlib
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from tray.commands.live import tell_tray
from tray.commands.output import Exit, complain, say, say_json, table
from tray.commands.setting import OpenSetup, known_users, now, open_setup
from tray.commands.words import counted
from tray.paths import data_folder
from tray.setup import user_import
from tray.setup.listing import find_user, user_data
from tray.setup.model import NewUser, User


def list_users(options: Namespace) -> int:
    """Every known user; those who are not admins see the licensed ones."""
    with open_setup(data_folder()) as setup:
        known = known_users(setup)
    if options.json:
        say_json([user_data(user) for user in known])
        return Exit.DONE
    rows = ((user.account or user.email, user.name, _tick(user.licensed), _tick(user.admin)) for user in known)
    table(("user", "name", "licensed", "admin"), rows)
    return Exit.DONE


def activate(options: Namespace) -> int:
    """Give a user a seat."""
    with _one_user(options) as (setup, user):
        setup.store.activate(setup.actor, user.id, now())
    return Exit.DONE


def deactivate(options: Namespace) -> int:
    """Take a user's seat; the settings stay."""
    with _one_user(options) as (setup, user):
        setup.store.deactivate(setup.actor, user.id, now())
    return Exit.DONE


def admin(options: Namespace) -> int:
    """Make a user an admin, or not."""
    with _one_user(options) as (setup, user):
        setup.store.set_admin(setup.actor, user.id, now(), admin=not options.off)
    return Exit.DONE


def add(options: Namespace) -> int:
    """Enter a user before they connect."""
    user = NewUser(options.account, options.email, options.name, licensed=options.licensed)
    with _changing() as setup:
        setup.store.add_users(setup.actor, [user], now())
    return Exit.DONE


def load(options: Namespace) -> int:
    """Enter the users of a CSV file, all usable lines or none."""
    file = user_import.read_users(Path(options.file))
    for line, problem in file.problems:
        complain(f"line {line}: {problem}")
    with _changing() as setup:
        done = user_import.import_users(setup.store, setup.actor, file, now())
    say(f"{counted(len(done.added), 'user')} added, {len(done.known)} known already, {len(done.problems)} left out.")
    return Exit.DONE


def remove(options: Namespace) -> int:
    """Forget a user with their setup card."""
    with _one_user(options) as (setup, user):
        setup.store.remove_user(setup.actor, user.id, now())
    return Exit.DONE


@contextlib.contextmanager
def _changing() -> Iterator[OpenSetup]:
    with open_setup(data_folder()) as setup:
        yield setup
    tell_tray(setup.folder, "refresh")


@contextlib.contextmanager
def _one_user(options: Namespace) -> Iterator[tuple[OpenSetup, User]]:
    with open_setup(data_folder()) as setup:
        yield setup, find_user(known_users(setup), options.user)
    tell_tray(setup.folder, "refresh")


def _tick(value: bool) -> str:
    return "yes" if value else "no"
