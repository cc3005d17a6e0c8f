"""Who is who, on an open transaction.

One person is one row, whatever they are known by: each Windows account, Microsoft sign-in and invitation is an entry
of its own that points to the user. Two rows that turn out to be one person are merged. Who may ask is checked by the
store; users whom nobody has seen yet are entered by `sql_intake`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select, update

from tray.setup import sql_people as people
from tray.setup.audit import Action, Record
from tray.setup.model import Identity, NewUser, User
from tray.setup.sql_records import NOT_LICENSED, Editor, count, last_change, read_card
from tray.setup.sql_schema import IDENTITY, LEASE, USER
from tray.texts import translate

_FIRST = translate("Audit", "Licensed administrator, as the first user")


class Kind(StrEnum):
    """What a user is known by. An invitation is the sign-in name under which an administrator entered them."""

    ACCOUNT = "account"
    SIGN_IN = "sign_in"
    INVITATION = "invitation"


def identify(connection: Connection, identity: Identity, now: datetime) -> User:
    """Find or enter the user who connects, merge rows that are one person, and remember what they are known by."""
    forget_nobodies(connection)
    known = _same_person(connection, identity)
    if known:
        keep = min(known, key=lambda user: (not user.licensed, not user.admin, user.id))
        for other in known:
            if other.id != keep.id:
                keep = _merge(connection, keep, other, now)
    else:
        keep = _enter_first_or_next(connection, identity, now)
    _rename(connection, keep, identity, now)
    _remember(connection, keep.id, identity)
    connection.execute(update(USER).where(USER.c.id == keep.id).values(last_seen=now))
    return people.user_of(connection, keep.id)


def forget_nobodies(connection: Connection) -> None:
    """Remove what points to no user, as a database tool may leave it behind."""
    connection.execute(delete(IDENTITY).where(IDENTITY.c.user_id.not_in(select(USER.c.id))))


def point(connection: Connection, keys: Iterable[tuple[Kind, str, int]]) -> None:
    """Let each account or sign-in point to a user; empty ones say nothing."""
    rows = [{"kind": kind.value, "key": key_of(text), "user_id": user_id} for kind, text, user_id in keys if text]
    if rows:
        connection.execute(insert(IDENTITY), rows)


def key_of(text: str) -> str:
    """Windows accounts and sign-in names do not tell capitals apart."""
    return text.casefold()


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
    keys = _sign_ins(connection, user_id)
    return bool(sign_in_id and keys and key_of(sign_in_id) not in keys)


def _sign_ins(connection: Connection, user_id: int) -> set[str]:
    where = (IDENTITY.c.user_id == user_id, IDENTITY.c.kind == Kind.SIGN_IN.value)
    return set(connection.execute(select(IDENTITY.c.key).where(*where)).scalars())


def _enter_first_or_next(connection: Connection, identity: Identity, now: datetime) -> User:
    first = count(connection, USER) == 0
    new = NewUser(identity.account, identity.email, identity.name, licensed=first)
    (user,) = people.enter(connection, [new], admin=first)
    standing = _FIRST if first else NOT_LICENSED
    Editor(connection, user.signature, now).note(Action.ADDED, Record.USER, user.id, user.signature, new=standing)
    return user


def _rename(connection: Connection, user: User, identity: Identity, now: datetime) -> None:
    """Take over what is said of the user now; the name that Microsoft gives is not lost to that of a machine."""
    said = {"account": identity.account, "email": identity.email, "name": identity.name}
    if not identity.sign_in_id and _sign_ins(connection, user.id):
        del said["name"]
    changes = {field: value for field, value in said.items() if value and value != getattr(user, field)}
    editor = Editor(connection, user.signature, now)
    for field, value in changes.items():
        old = getattr(user, field)
        editor.note(Action.CHANGED, Record.USER, user.id, user.signature, field=field, old=old, new=value)
    if changes:
        connection.execute(update(USER).where(USER.c.id == user.id).values(**changes))


def _merge(connection: Connection, keep: User, other: User, now: datetime) -> User:
    """Make one user of two rows: the licensed one, with the role of either and the card that was changed last.

    A card that nobody changed gives way. What the kept row gains stands in the audit trail field by field, and all that
    the other one was in the entry of the merge, so that nothing of two edited cards is lost.
    """
    editor = Editor(connection, keep.signature, now)
    gone = people.as_it_stands(connection, other)
    if last_change(connection, other.id) > last_change(connection, keep.id):
        settings = read_card(connection, other.id).calls
        editor.card(replace(read_card(connection, keep.id), calls=settings), keep.signature)
    for table in (IDENTITY, LEASE):
        connection.execute(update(table).where(table.c.user_id == other.id).values(user_id=keep.id))
    if other.admin and not keep.admin:
        people.set_flag(connection, editor, keep, "admin", value=True)
    connection.execute(delete(USER).where(USER.c.id == other.id))
    editor.note(Action.MERGED, Record.USER, keep.id, keep.signature, old=gone, new=keep.signature)
    return people.user_of(connection, keep.id)


def _remember(connection: Connection, user_id: int, identity: Identity) -> None:
    """Point account and sign-in to the user; an invitation has done its work after the first sign-in."""
    keys = ((Kind.SIGN_IN, identity.sign_in_id), (Kind.ACCOUNT, identity.account))
    point(connection, ((kind, text, user_id) for kind, text in keys if _holder(connection, kind, text) is None))
    if identity.sign_in_id:
        where = (IDENTITY.c.user_id == user_id, IDENTITY.c.kind == Kind.INVITATION.value)
        connection.execute(delete(IDENTITY).where(*where))


def _holder(connection: Connection, kind: Kind, text: str) -> int | None:
    where = (IDENTITY.c.kind == kind.value, IDENTITY.c.key == key_of(text))
    return connection.execute(select(IDENTITY.c.user_id).where(*where)).scalar_one_or_none()
