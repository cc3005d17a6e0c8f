"""Setup as plain data for the command line: who is there, what is set, what was changed. It reads and never writes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from tray.errors import InvalidInput
from tray.setup import reading
from tray.setup.audit import AuditEntry
from tray.setup.model import Actor, SignIn, User
from tray.setup.store import SetupStore
from tray.setup.transfer import export_data


def show_data(store: SetupStore, actor: Actor, now: datetime) -> dict[str, Any]:
    """What `setup show` prints: the actor, the licence, and the setup that is in force for them."""
    snapshot = store.snapshot(actor, now)
    return {
        "store": store.kind,
        "you": user_data(snapshot.user) if snapshot.user else None,
        "licence": licence_data(store, actor, now),
        **export_data(snapshot.module, snapshot.card, snapshot.mappings),
        "module": reading.module_data(snapshot.module),
    }


def licence_data(store: SetupStore, actor: Actor, now: datetime) -> dict[str, Any]:
    """What `setup licence` prints: the licence, where it stands, and how many seats are taken."""
    licence = store.licence(actor)
    used = store.seats(actor).used
    return {**reading.licence_data(licence), "state": licence.state(now).value, "seats_used": used}


def user_data(user: User) -> dict[str, Any]:
    """One user as `users list` prints them."""
    return {
        "id": user.id,
        "name": user.name,
        "account": user.account,
        "email": user.email,
        "licensed": user.licensed,
        "admin": user.admin,
        "active": user.active,
        "last_seen": _time(user.last_seen),
        "sign_in": sign_in_data(user.sign_in),
    }


def sign_in_data(sign_in: SignIn) -> dict[str, Any]:
    """The indicators of a sign-in."""
    return {
        "state": sign_in.state.value,
        "access_token": sign_in.access_token,
        "refresh_token": sign_in.refresh_token,
        "authorization_time": _time(sign_in.authorization_time),
        "token_expires": _time(sign_in.token_expires),
    }


def audit_data(entry: AuditEntry) -> dict[str, Any]:
    """One line of the audit trail."""
    return {
        "at": _time(entry.at),
        "who": entry.who,
        "action": entry.action.value,
        "record": entry.record.value,
        "subject": entry.subject,
        "field": entry.field,
        "from": entry.old,
        "to": entry.new,
    }


def find_user(users: Iterable[User], text: str) -> User:
    """The user whom somebody means: by account, sign-in name, name, account without domain, or `#` and the number.

    Raises:
        InvalidInput: nobody, or more than one, is meant.
    """
    wanted = text.strip().casefold()
    known = list(users)
    for names in (_exact_names, _loose_names):
        found = [user for user in known if wanted in names(user)]
        if len(found) == 1:
            return found[0]
        if found:
            numbers = ", ".join(f"#{user.id} {user.account or user.email}" for user in found)
            raise InvalidInput(f"More than one user is called {text[:60]!r}: {numbers}.", hint="Give the number.")
    raise InvalidInput(f"There is no user {text[:60]!r}.", hint="See the list of users.")


def _exact_names(user: User) -> set[str]:
    return {f"#{user.id}", user.account.casefold(), (user.email or "").casefold()} - {""}


def _loose_names(user: User) -> set[str]:
    return {user.name.casefold(), user.account.rpartition("\\")[2].casefold()} - {""}


def _time(value: datetime | None) -> str | None:
    return value.isoformat(timespec="seconds") if value else None
