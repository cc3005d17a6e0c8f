"""Who is who, on an open transaction.

One person is one row, whatever they are known by: each Windows account, Microsoft sign-in and invitation is an entry
of its own that points to the user. Two rows that turn out to be one person are merged. Who may ask is checked by the
store.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select, update

from tray.errors import InvalidField
from tray.setup import rules
from tray.setup import sql_people as people
from tray.setup.audit import Action, Record
from tray.setup.model import Identity, NewUser, User
from tray.setup.sql_records import Editor, copy_card, count, read_card
from tray.setup.sql_schema import IDENTITY, LEASE, USER
from tray.texts import translate

_LICENSED = translate("Audit", "Licensed")
_NOT_LICENSED = translate("Audit", "Not licensed")
_FIRST = translate("Audit", "Licensed administrator, as the first user")


class Kind(StrEnum):
    """What a user is known by. An invitation is the sign-in name under which an administrator entered them."""

    ACCOUNT = "account"
    SIGN_IN = "sign_in"
    INVITATION = "invitation"


def identify(connection: Connection, identity: Identity, now: datetime) -> User:
    """Find or enter the user who connects, merge rows that are one person, and remember what they are known by."""
    known = _same_person(connection, identity)
    if known:
        keep = min(known, key=lambda user: (not user.licensed, not user.admin, user.id))
        for other in known:
            if other.id != keep.id:
                _merge(connection, keep, other, now)
        user_id = keep.id
    else:
        user_id = _enter_first_or_next(connection, identity, now)
    _remember(connection, user_id, identity)
    changes = {"email": identity.email, "account": identity.account, "name": identity.name}
    values = {name: value for name, value in changes.items() if value}
    connection.execute(update(USER).where(USER.c.id == user_id).values(last_seen=now, **values))
    return people.user_of(connection, user_id)


def add(connection: Connection, editor: Editor, users: Sequence[NewUser]) -> tuple[User, ...]:
    """Enter users before they connect.

    Raises:
        InvalidField: one of them is known already.
        Refused: there are not enough seats.
    """
    seats = sum(user.licensed for user in users)
    if seats:
        taken = people.seats(connection)
        rules.require_seats(taken.used + seats, taken.total)
    added = []
    for number, user in enumerate(users):
        keys = [(Kind.ACCOUNT, user.account), (Kind.INVITATION, user.email)]
        for kind, text in keys:
            if text and (_holder(connection, kind, text) or (kind is Kind.INVITATION and _by_email(connection, text))):
                raise InvalidField(f"users[{number}]", translate("Setup", "{text} is known already"), text=text)
        user_id = people.enter(connection, user.account, user.email, user.name, licensed=user.licensed, admin=False)
        for kind, text in keys:
            _point(connection, kind, text, user_id)
        entered = people.user_of(connection, user_id)
        editor.note(Action.ADDED, Record.USER, user_id, entered.name, new=_LICENSED if user.licensed else _NOT_LICENSED)
        added.append(entered)
    return tuple(added)


def _same_person(connection: Connection, identity: Identity) -> list[User]:
    """The rows that are this person.

    A Windows account counts unless its row belongs to another Microsoft sign-in (two people at one computer), an
    invitation unless somebody signed in under it already.
    """
    found: dict[int, User] = {}
    candidates = [(Kind.SIGN_IN, identity.sign_in_id), (Kind.ACCOUNT, identity.account)]
    if identity.sign_in_id:
        candidates.append((Kind.INVITATION, identity.email))
    for kind, text in candidates:
        holder = _holder(connection, kind, text) if text else None
        if holder is not None and not _is_another(connection, holder, identity.sign_in_id):
            found[holder] = people.user_of(connection, holder)
    return list(found.values())


def _is_another(connection: Connection, user_id: int, sign_in_id: str) -> bool:
    """Whether the user is known by Microsoft sign-ins, but not by this one."""
    where = (IDENTITY.c.user_id == user_id, IDENTITY.c.kind == Kind.SIGN_IN.value)
    keys = set(connection.execute(select(IDENTITY.c.key).where(*where)).scalars())
    return bool(sign_in_id and keys and _key(sign_in_id) not in keys)


def _enter_first_or_next(connection: Connection, identity: Identity, now: datetime) -> int:
    first = count(connection, USER) == 0
    user_id = people.enter(connection, identity.account, identity.email, identity.name, licensed=first, admin=first)
    user = people.user_of(connection, user_id)
    standing = _FIRST if first else _NOT_LICENSED
    Editor(connection, user.name, now).note(Action.ADDED, Record.USER, user_id, user.name, new=standing)
    return user_id


def _merge(connection: Connection, keep: User, other: User, now: datetime) -> None:
    """Make one user of two rows: licence and role of either, and the card that was edited."""
    if read_card(connection, keep.id).revision == 1 and read_card(connection, other.id).revision > 1:
        copy_card(connection, other.id, keep.id)
    for table in (IDENTITY, LEASE):
        connection.execute(update(table).where(table.c.user_id == other.id).values(user_id=keep.id))
    flags = {"licensed": keep.licensed or other.licensed, "admin": keep.admin or other.admin}
    connection.execute(update(USER).where(USER.c.id == keep.id).values(**flags))
    connection.execute(delete(USER).where(USER.c.id == other.id))
    Editor(connection, keep.name, now).note(
        Action.MERGED, Record.USER, keep.id, keep.name, old=f"{other.name} (user {other.id})", new=keep.name
    )


def _remember(connection: Connection, user_id: int, identity: Identity) -> None:
    """Point account and sign-in to the user; an invitation has done its work after the first sign-in."""
    for kind, text in ((Kind.SIGN_IN, identity.sign_in_id), (Kind.ACCOUNT, identity.account)):
        if text and _holder(connection, kind, text) is None:
            _point(connection, kind, text, user_id)
    if identity.sign_in_id:
        where = (IDENTITY.c.user_id == user_id, IDENTITY.c.kind == Kind.INVITATION.value)
        connection.execute(delete(IDENTITY).where(*where))


def _point(connection: Connection, kind: Kind, text: str, user_id: int) -> None:
    if text:
        connection.execute(insert(IDENTITY).values(kind=kind.value, key=_key(text), user_id=user_id))


def _holder(connection: Connection, kind: Kind, text: str) -> int | None:
    where = (IDENTITY.c.kind == kind.value, IDENTITY.c.key == _key(text))
    return connection.execute(select(IDENTITY.c.user_id).where(*where)).scalar_one_or_none()


def _by_email(connection: Connection, email: str) -> bool:
    emails = connection.execute(select(USER.c.email).where(USER.c.email.is_not(None))).scalars()
    return any(_key(found) == _key(email) for found in emails)


def _key(text: str) -> str:
    """Windows accounts and sign-in names do not tell capitals apart."""
    return text.casefold()
