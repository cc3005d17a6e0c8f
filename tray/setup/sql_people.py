"""Users on an open transaction: rows, seats, roles, leases.

The rules are those of `tray.setup.rules`; who may ask is checked by the store, and who is who by `sql_identity`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from tray.calls.settings import SettingError, read_flag, read_text
from tray.errors import Refused, UserGone
from tray.setup import rules
from tray.setup.audit import Action, Record
from tray.setup.model import Actor, Lease, NewUser, Seats, SignIn, SignInState, User
from tray.setup.sql_records import Editor, add_cards, card_as_it_stands, count, read_licence
from tray.setup.sql_schema import LEASE, USER
from tray.texts import translate

_log = logging.getLogger("cti_tray.setup")
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
        UserGone: no such user.
    """
    user = find_user(connection, user_id)
    if user is None:
        raise UserGone(
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
    set_flag(connection, editor, user, "licensed", value=licensed)
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
    set_flag(connection, editor, user, "admin", value=admin)
    return user_of(connection, user_id)


def remove(connection: Connection, editor: Editor, user_id: int) -> None:
    """Forget a user.

    Raises:
        Refused: it is the last licensed admin.
    """
    user = user_of(connection, user_id)
    rules.require_other_admin(user, licensed_admins(connection))
    gone = as_it_stands(connection, user)
    connection.execute(delete(USER).where(USER.c.id == user_id))
    editor.note(Action.REMOVED, Record.USER, user_id, user.signature, old=gone)


def as_it_stands(connection: Connection, user: User) -> dict[str, Any]:
    """A user with their card for the audit trail, which is all that is left of them."""
    names = ("id", "name", "account", "email", "licensed", "admin")
    return {name: getattr(user, name) for name in names} | card_as_it_stands(connection, user.id)


def licensed_admins(connection: Connection) -> int:
    """How many licensed admins there are."""
    return count(connection, USER, USER.c.licensed, USER.c.admin)


def other_admins(connection: Connection, user_id: int) -> tuple[str, ...]:
    """The names of a few licensed admins, by name, for a user to ask; never that user's own."""
    names = connection.execute(select(USER.c.name).where(USER.c.licensed, USER.c.admin, USER.c.id != user_id))
    readable = (name for name in names.scalars() if isinstance(name, str))
    return tuple(sorted(readable, key=str.casefold)[:_MOST_NAMED])


def beat(connection: Connection, user_id: int, session: str, now: datetime, lasts: timedelta) -> None:
    """Keep a lease, and sweep away those that ended long ago."""
    beat_at = _lease_clock(connection, now)
    times = {"beat_at": beat_at, "expires_at": beat_at + lasts}
    known = update(LEASE).where(LEASE.c.session == session).values(user_id=user_id, **times)
    if connection.execute(known).rowcount == 0:
        connection.execute(insert(LEASE).values(session=session, user_id=user_id, **times))
        _sweep(connection, beat_at - 10 * lasts)
    connection.execute(update(USER).where(USER.c.id == user_id).values(last_seen=now))


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


def enter(connection: Connection, users: Sequence[NewUser], *, admin: bool = False) -> tuple[User, ...]:
    """Enter users with the default card."""
    sign_in = SignIn()
    rows = [
        {
            "account": user.account,
            "name": user.name or user.account or user.email,
            "email": user.email or None,
            "licensed": user.licensed,
            "admin": admin,
            "sign_in_state": sign_in.state.value,
            "access_token": sign_in.access_token,
            "refresh_token": sign_in.refresh_token,
        }
        for user in users
    ]
    entered = connection.execute(insert(USER).returning(USER, sort_by_parameter_order=True), rows).mappings()
    added = tuple(_user(row, frozenset()) for row in entered)
    add_cards(connection, [user.id for user in added])
    return added


def set_flag(connection: Connection, editor: Editor, user: User, field: str, *, value: bool) -> None:
    """Give or take licence or role, whatever the rules say of it."""
    connection.execute(update(USER).where(USER.c.id == user.id).values(**{field: value}))
    editor.note(Action.CHANGED, Record.USER, user.id, user.signature, field=field, old=not value, new=value)


def _active(connection: Connection, now: datetime | None) -> frozenset[int]:
    """The users with a fresh lease."""
    if now is None:
        return frozenset()
    at = _lease_clock(connection, now)
    return frozenset(row["user_id"] for row, lease in _leases(connection) if lease is not None and lease.is_fresh(at))


def _leases(connection: Connection) -> Iterator[tuple[RowMapping, Lease | None]]:
    """Every lease with its row; None for one that cannot be read, which is no reason to leave out the others."""
    for row in connection.execute(select(LEASE)).mappings():
        times = row["beat_at"], row["expires_at"]
        is_whole = all(isinstance(time, datetime) for time in times)
        yield row, Lease(row["session"], *times) if is_whole else None


def _sweep(connection: Connection, long_ago: datetime) -> None:
    """Remove the leases that ended before `long_ago`, and those that cannot be read."""
    for row, lease in list(_leases(connection)):
        if lease is None:
            _log.warning("The lease %r of user %r could not be read and was removed.", row["session"], row["user_id"])
        if lease is None or lease.expires_at < long_ago:
            connection.execute(delete(LEASE).where(LEASE.c.session == row["session"]))


def _lease_clock(connection: Connection, now: datetime) -> datetime:
    """The one clock by which leases are written and read, so that a machine whose clock is wrong is not left out.

    It is that of the server. A SQLite file in WAL mode serves the processes of one machine only, and they share its
    clock: there it is the caller's.
    """
    if connection.dialect.name == "sqlite":
        return now
    found: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return found


def _user(row: Mapping[Any, Any], active: frozenset[int]) -> User:
    """A row as a user.

    Raises:
        SettingError: it holds what the product did not write; the message names user and field.
    """
    known = next((row[key] for key in ("account", "name") if row[key] and isinstance(row[key], str)), "")

    def at(field: str) -> str:
        return f"user {row['id']}.{field}" + (f" ({known})" if known else "")

    sign_in = SignIn(
        state=_state(row["sign_in_state"], at("sign_in_state")),
        access_token=read_flag(row["access_token"], at("access_token")),
        refresh_token=read_flag(row["refresh_token"], at("refresh_token")),
        authorization_time=_time(row["authorization_time"], at("authorization_time")),
        token_expires=_time(row["token_expires"], at("token_expires")),
    )
    return User(
        id=row["id"],
        account=read_text(row["account"], at("account")),
        name=read_text(row["name"], at("name")),
        email=None if row["email"] is None else read_text(row["email"], at("email")),
        licensed=read_flag(row["licensed"], at("licensed")),
        admin=read_flag(row["admin"], at("admin")),
        last_seen=_time(row["last_seen"], at("last_seen")),
        active=row["id"] in active,
        sign_in=sign_in,
    )


def _state(value: Any, field: str) -> SignInState:
    if value not in set(SignInState):
        choices = ", ".join(SignInState)
        problem = translate("Values", "must be one of {choices}, not {value}")
        raise SettingError(field, problem, choices=choices, value=repr(value))
    return SignInState(value)


def _time(value: object, field: str) -> datetime | None:
    if value is not None and not isinstance(value, datetime):
        raise SettingError(field, translate("Values", "must be a time, not {value}"), value=repr(value))
    return value
