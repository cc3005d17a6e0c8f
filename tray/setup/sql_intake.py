"""Entering users before they connect, on an open transaction: one or ten thousand, with a few statements.

Everybody else waits for the transaction, so that nothing here may ask the database anew for each user. Who may ask is
checked by the store.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select, update

from tray.errors import InvalidField
from tray.setup import rules
from tray.setup import sql_people as people
from tray.setup.audit import Action, Record
from tray.setup.model import Intake, NewUser, User
from tray.setup.sql_identity import Kind, forget_nobodies, key_of, point
from tray.setup.sql_records import Editor
from tray.setup.sql_schema import IDENTITY, USER
from tray.texts import translate

_Holders = defaultdict[tuple[Kind, str], set[int]]
_COLUMNS = {Kind.ACCOUNT: "account", Kind.INVITATION: "email"}
_ENTERED_NOW = 0
"""Holds the keys of users who are entered in the same step."""


def add(connection: Connection, editor: Editor, users: Sequence[NewUser]) -> tuple[User, ...]:
    """Enter users.

    Raises:
        InvalidField: one of them is known already.
        Refused: there are not enough seats.
    """
    holders = _holders(connection)
    for number, user in enumerate(users):
        for key, text in _keys(user).items():
            if holders[key]:
                raise InvalidField(f"users[{number}]", translate("Setup", "{text} is known already"), text=text)
            holders[key].add(_ENTERED_NOW)
    return _enter(connection, editor, users)


def take_in(connection: Connection, editor: Editor, users: Sequence[NewUser]) -> Intake:
    """Enter those who are not known; of the others, remember the account or sign-in name that is new.

    A row whose account and sign-in name belong to two users changes neither: they are merged when that person signs in.

    Raises:
        Refused: there are not enough seats.
    """
    holders = _holders(connection)
    new: list[NewUser] = []
    known: list[NewUser] = []
    for user in users:
        keys = _keys(user)
        found = set[int]().union(*(holders[key] for key in keys))
        if not found:
            new.append(user)
            found = {_ENTERED_NOW}
        else:
            known.append(user)
            if len(found) == 1 and found != {_ENTERED_NOW}:
                _join(connection, editor, min(found), {key: text for key, text in keys.items() if not holders[key]})
        for key in keys:
            holders[key] = holders[key] or found
    return Intake(_enter(connection, editor, new), tuple(known))


def _enter(connection: Connection, editor: Editor, users: Sequence[NewUser]) -> tuple[User, ...]:
    if not users:
        return ()
    seats = sum(user.licensed for user in users)
    if seats:
        taken = people.seats(connection)
        rules.require_seats(taken.used + seats, taken.total)
    added = people.enter(connection, users)
    keys = [(kind, text, user.id) for user in added for (kind, _), text in _keys(user).items()]
    point(connection, keys)
    editor.note_added(added)
    return added


def _join(connection: Connection, editor: Editor, user_id: int, keys: Mapping[tuple[Kind, str], str]) -> None:
    """Let a known user be known by these too; where they had no account or no sign-in name, it is theirs now."""
    user = people.user_of(connection, user_id)
    point(connection, ((kind, text, user_id) for (kind, _), text in keys.items()))
    for (kind, _), text in keys.items():
        field = _COLUMNS[kind]
        editor.note(Action.CHANGED, Record.USER, user_id, user.signature, field=field, new=text)
        if not getattr(user, field):
            connection.execute(update(USER).where(USER.c.id == user_id).values(**{field: text}))


def _holders(connection: Connection) -> _Holders:
    """Whom each account, invitation and sign-in name belongs to; sign-in names are not unique over tenants."""
    forget_nobodies(connection)
    holders: _Holders = defaultdict(set)
    kinds = [kind.value for kind in _COLUMNS]
    for kind, key, user_id in connection.execute(select(IDENTITY).where(IDENTITY.c.kind.in_(kinds))):
        holders[Kind(kind), key].add(user_id)
    for user_id, email in connection.execute(select(USER.c.id, USER.c.email)):
        if isinstance(email, str):
            holders[Kind.INVITATION, key_of(email)].add(user_id)
    return holders


def _keys(user: NewUser | User) -> dict[tuple[Kind, str], str]:
    texts = {Kind.ACCOUNT: user.account, Kind.INVITATION: user.email}
    return {(kind, key_of(text)): text for kind, text in texts.items() if text}
