"""Users on an open transaction: rows, seats, roles, leases.

The rules are those of `tray.setup.rules`; who may ask is checked by the store, and who is who by `sql_identity`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from tray.errors import Refused
from tray.setup import rules
from tray.setup.audit import Action, Record
from tray.setup.model import Actor, Lease, Seats, SignIn, SignInState, User
from tray.setup.sql_records import Editor, add_card, count, read_licence
from tray.setup.sql_schema import LEASE, USER
from tray.texts import translate

_HIGHEST_ID = 2**31 - 1
_MOST_NAMED = 3


def actor_of(connection: Connection, actor: Actor, now: datetime | None = None) -> User:
    """The user on whose behalf the store is asked.

    Raises:
        Refused: no such user.
    """
    user = find_user(connection, actor.user_id, now)
    if user is None:
        raise Refused(
            translate("Setup", "This user is not known in the setup store any more."),
            hint=translate("Setup", "Restart CTI Tray to connect anew."),
        )
    return user


def user_of(connection: Connection, user_id: int) -> User:
    """A user who is to be changed.

    Raises:
        Refused: no such user.
    """
    user = find_user(connection, user_id)
    if user is None:
        raise Refused(
            translate("Setup", "There is no user with the number {number}; they may have been removed.").format(
                number=user_id
            )
        )
    return user


def find_user(connection: Connection, user_id: int, now: datetime | None = None) -> User | None:
    """A user by id; `active` is only told when `now` is given."""
    if not 0 < user_id <= _HIGHEST_ID:
        return None
    row = connection.execute(select(USER).where(USER.c.id == user_id)).mappings().one_or_none()
    return None if row is None else _user(row, _active(connection, now))


def list_users(connection: Connection, now: datetime, *, licensed_only: bool) -> tuple[User, ...]:
    """Users by name."""
    query = select(USER).where(USER.c.licensed) if licensed_only else select(USER)
    active = _active(connection, now)
    users = [_user(row, active) for row in connection.execute(query).mappings()]
    return tuple(sorted(users, key=lambda user: (user.name.casefold(), user.id)))


def seats(connection: Connection) -> Seats:
    """How many seats are taken, of how many."""
    return Seats(used=count(connection, USER, USER.c.licensed), total=read_licence(connection).seats)


def set_licensed(connection: Connection, editor: Editor, user_id: int, *, licensed: bool) -> User:
    """Give or take a seat.

    Raises:
        Refused: no seat is left, or it is the last licensed admin.
    """
    user = user_of(connection, user_id)
    if user.licensed == licensed:
        return user
    if licensed:
        taken = seats(connection)
        rules.require_seats(taken.used + 1, taken.total)
    else:
        rules.require_other_admin(user, licensed_admins(connection))
    _flag(connection, editor, user, "licensed", value=licensed)
    return user_of(connection, user_id)


def set_admin(connection: Connection, editor: Editor, user_id: int, *, admin: bool) -> User:
    """Give or take the admin role.

    Raises:
        Refused: it is the last licensed admin.
    """
    user = user_of(connection, user_id)
    if user.admin == admin:
        return user
    if not admin:
        rules.require_other_admin(user, licensed_admins(connection), field="role.admin")
    _flag(connection, editor, user, "admin", value=admin)
    return user_of(connection, user_id)


def remove(connection: Connection, editor: Editor, user_id: int) -> None:
    """Forget a user.

    Raises:
        Refused: it is the last licensed admin.
    """
    user = user_of(connection, user_id)
    rules.require_other_admin(user, licensed_admins(connection))
    connection.execute(delete(USER).where(USER.c.id == user_id))
    editor.note(Action.REMOVED, Record.USER, user_id, user.name)


def licensed_admins(connection: Connection) -> int:
    """How many licensed admins there are."""
    return count(connection, USER, USER.c.licensed, USER.c.admin)


def other_admins(connection: Connection, user_id: int) -> tuple[str, ...]:
    """The names of a few licensed admins, by name, for a user to ask; never that user's own."""
    names = connection.execute(select(USER.c.name).where(USER.c.licensed, USER.c.admin, USER.c.id != user_id))
    return tuple(sorted(names.scalars(), key=str.casefold)[:_MOST_NAMED])


def beat(connection: Connection, user_id: int, lease: Lease) -> None:
    """Keep a lease, and sweep away those that ended long ago."""
    times = {"beat_at": lease.beat_at, "expires_at": lease.expires_at}
    known = update(LEASE).where(LEASE.c.session == lease.session).values(user_id=user_id, **times)
    if connection.execute(known).rowcount == 0:
        connection.execute(insert(LEASE).values(session=lease.session, user_id=user_id, **times))
        long_ago = lease.beat_at - 10 * (lease.expires_at - lease.beat_at)
        connection.execute(delete(LEASE).where(LEASE.c.expires_at < long_ago))
    connection.execute(update(USER).where(USER.c.id == user_id).values(last_seen=lease.beat_at))


def release(connection: Connection, session: str) -> None:
    """End a lease."""
    connection.execute(delete(LEASE).where(LEASE.c.session == session))


def set_sign_in(connection: Connection, user_id: int, sign_in: SignIn) -> None:
    """Write the indicators of a user's sign-in."""
    connection.execute(
        update(USER)
        .where(USER.c.id == user_id)
        .values(
            sign_in_state=sign_in.state.value,
            access_token=sign_in.access_token,
            refresh_token=sign_in.refresh_token,
            authorization_time=sign_in.authorization_time,
            token_expires=sign_in.token_expires,
        )
    )


def enter(connection: Connection, account: str, email: str, name: str, *, licensed: bool, admin: bool) -> int:
    """Enter a user with the default card and return the id."""
    sign_in = SignIn()
    values = {
        "account": account,
        "name": name or account or email,
        "email": email or None,
        "licensed": licensed,
        "admin": admin,
        "sign_in_state": sign_in.state.value,
        "access_token": sign_in.access_token,
        "refresh_token": sign_in.refresh_token,
    }
    user_id: int = connection.execute(insert(USER).values(**values).returning(USER.c.id)).scalar_one()
    add_card(connection, user_id)
    return user_id


def _flag(connection: Connection, editor: Editor, user: User, field: str, *, value: bool) -> None:
    connection.execute(update(USER).where(USER.c.id == user.id).values(**{field: value}))
    editor.note(Action.CHANGED, Record.USER, user.id, user.name, field=field, old=not value, new=value)


def _active(connection: Connection, now: datetime | None) -> frozenset[int]:
    """The users with a fresh lease."""
    if now is None:
        return frozenset()
    rows = connection.execute(select(LEASE).where(LEASE.c.expires_at > now)).mappings()
    return frozenset(
        row["user_id"] for row in rows if Lease(row["session"], row["beat_at"], row["expires_at"]).is_fresh(now)
    )


def _user(row: Mapping[Any, Any], active: frozenset[int]) -> User:
    return User(
        id=row["id"],
        account=row["account"],
        name=row["name"],
        email=row["email"],
        licensed=row["licensed"],
        admin=row["admin"],
        last_seen=row["last_seen"],
        active=row["id"] in active,
        sign_in=SignIn(
            state=SignInState(row["sign_in_state"]),
            access_token=row["access_token"],
            refresh_token=row["refresh_token"],
            authorization_time=row["authorization_time"],
            token_expires=row["token_expires"],
        ),
    )
