"""The setup that held last, on this machine's disk, so that calls pop as they should while the store is away.

One small JSON file, replaced as a whole, with the time at which the store last confirmed it. Whatever is wrong with it
(damaged, of another user or store, of another version) it is left out with a reason and never trusted in part.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tray.calls.scenario import parse_json
from tray.calls.settings import SettingError, read_flag, read_object, read_text, refuse_unknown
from tray.files import replace_file
from tray.setup import reading
from tray.setup.model import Licence, Mappings, ModuleSetup, SetupSnapshot, User, UserSetup

CACHE_FILE = "setup-cache.json"
FORMAT = 1
MAX_CACHE_SIZE = 5_000_000
_KEYS = ("format", "owner", "confirmed", "user", "licence", "module", "card", "mappings", "revisions")
_LATER_KEYS = ("admins",)
"""What an older version did not write; its cache still serves."""
_REVISIONS = ("licence", "module", "card", "mappings")


@dataclass(frozen=True, slots=True)
class CacheResult:
    """What the cache held: a snapshot, or None and the reason ("" when there simply is no file yet)."""

    snapshot: SetupSnapshot | None
    reason: str = ""


def cache_owner(store_url: str, account: str) -> str:
    """Names store and user of a cache without telling either; a changed password is the same store."""
    try:
        parts = urlsplit(store_url)
        store = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    except ValueError:
        store = store_url
    return hashlib.sha256(f"{store}\n{account.casefold()}".encode()).hexdigest()[:32]


class SetupCache:
    """The cached setup of one user and one store.

    Args:
        path: the file.
        owner: what `cache_owner` gives; a cache of somebody else is left out.
    """

    def __init__(self, path: Path, owner: str) -> None:
        self._path = path
        self._owner = owner

    def load(self) -> CacheResult:
        """Read the cache; never raises."""
        try:
            with self._path.open("rb") as file:
                content = file.read(MAX_CACHE_SIZE + 1)
        except FileNotFoundError:
            return CacheResult(None)
        except OSError as error:
            return CacheResult(None, f"{self._path} cannot be read: {error.strerror or error}")
        if len(content) > MAX_CACHE_SIZE:
            return CacheResult(None, f"{self._path} is larger than it can be")
        try:
            return CacheResult(self._read(parse_json(content.decode("utf-8"))))
        except UnicodeDecodeError:
            return CacheResult(None, f"{self._path} is damaged: not a text")
        except SettingError as error:
            return CacheResult(None, f"{self._path} is not used: {error}")

    def save(self, snapshot: SetupSnapshot) -> None:
        """Replace the cache by what the store just confirmed.

        Raises:
            CtiError: it cannot be written; the old one stays.
        """
        records = {name: getattr(snapshot, name) for name in _REVISIONS}
        data = {
            "format": FORMAT,
            "owner": self._owner,
            "confirmed": (snapshot.confirmed or datetime.min.replace(tzinfo=UTC)).isoformat(),
            "user": _user_data(snapshot.user),
            "licence": reading.licence_data(snapshot.licence),
            "module": reading.module_data(snapshot.module),
            "card": reading.card_data(snapshot.card),
            "mappings": reading.mapping_data(snapshot.mappings),
            "admins": list(snapshot.admins),
            "revisions": {name: record.revision for name, record in records.items()},
        }
        replace_file(self._path, json.dumps(data, indent=1).encode())

    def _read(self, data: object) -> SetupSnapshot:
        values = read_object(data, "the file")
        if values.get("format") != FORMAT:
            raise SettingError("format", f"is {values.get('format')!r}, this version writes {FORMAT}")
        if values.get("owner") != self._owner:
            raise SettingError("owner", "is another user or another store")
        refuse_unknown(values, (*_KEYS, *_LATER_KEYS), "")
        for key in _KEYS:
            if key not in values:
                raise SettingError(key, "is missing")
        user = _read_user(values["user"])
        revisions = read_object(values["revisions"], "revisions")
        licence, module, card, mappings = (_whole(revisions.get(name), f"revisions.{name}") for name in _REVISIONS)
        owner_id = user.id if user else 0
        return SetupSnapshot(
            user=user,
            licence=reading.read_licence(values["licence"], Licence(revision=licence)),
            module=reading.read_module(values["module"], ModuleSetup(revision=module)),
            card=reading.read_card(values["card"], UserSetup(owner_id, revision=card), "card"),
            mappings=reading.read_mappings(values["mappings"], Mappings(revision=mappings)),
            admins=_read_names(values.get("admins", []), "admins"),
            confirmed=_read_time(values["confirmed"], "confirmed"),
        )


def _user_data(user: User | None) -> dict[str, Any] | None:
    if user is None:
        return None
    return {name: getattr(user, name) for name in ("id", "account", "name", "email", "licensed", "admin")}


def _read_user(data: object) -> User | None:
    if data is None:
        return None
    values: Mapping[str, Any] = read_object(data, "user")
    refuse_unknown(values, ("id", "account", "name", "email", "licensed", "admin"), "user")
    email = values.get("email")
    return User(
        id=_whole(values.get("id"), "user.id"),
        account=read_text(values.get("account"), "user.account"),
        name=read_text(values.get("name"), "user.name"),
        email=None if email is None else read_text(email, "user.email"),
        licensed=read_flag(values.get("licensed"), "user.licensed"),
        admin=read_flag(values.get("admin"), "user.admin"),
    )


def _whole(value: object, field: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise SettingError(field, f"must be a whole number, not {value!r}")
    return value


def _read_names(value: object, field: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise SettingError(field, "must be a list of names")
    return tuple(read_text(name, field) for name in value)


def _read_time(value: object, field: str) -> datetime:
    try:
        found = datetime.fromisoformat(read_text(value, field))
    except ValueError as error:
        raise SettingError(field, "must be a time") from error
    if found.tzinfo is None:
        raise SettingError(field, "must be a time with a zone")
    return found.astimezone(UTC)


def without_presence(snapshot: SetupSnapshot) -> SetupSnapshot:
    """The part of a snapshot that the cache keeps, for comparing: no times of presence, no sign-in."""
    user = snapshot.user
    if user is None:
        return snapshot
    kept = User(user.id, user.account, user.name, user.email, licensed=user.licensed, admin=user.admin)
    return dataclasses.replace(snapshot, user=kept)
