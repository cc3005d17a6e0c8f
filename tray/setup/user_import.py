"""Users from a CSV file, to be entered together: reading the file, and telling who is known already.

A line that cannot be used is left out and named; what remains is entered by the store in one step, so that a file is
never half imported, and can be imported again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tray.calls.settings import SettingError
from tray.errors import InvalidInput, Refused
from tray.setup.model import Actor, NewUser
from tray.setup.reading import read_new_user
from tray.setup.store import SetupStore
from tray.setup.views import ImportRefused, UserImport
from tray.texts import joined, translate

MAX_FILE = 5_000_000
MAX_ROWS = 10_000
_ALIASES = {
    "account": ("account", "windows account", "user"),
    "email": ("email", "e-mail", "mail", "sign-in name", "upn"),
    "name": ("name", "display name", "full name"),
    "licensed": ("licensed",),
}
_YES = frozenset({"yes", "true", "1", "ja", "x"})
_NO = frozenset({"", "no", "false", "0", "nee", "nein"})
_HINT = translate("Setup", "Save it as CSV (UTF-8) with the columns account, email, name and licensed.")


@dataclass(frozen=True, slots=True)
class UserFile:
    """The users of a file, and the lines (from 1) that are left out with the reason."""

    users: tuple[NewUser, ...]
    problems: tuple[tuple[int, str], ...]


def read_users(path: Path) -> UserFile:
    """Read a CSV file with a header; comma, semicolon or tab, UTF-8 or Windows-1252.

    Raises:
        InvalidInput: the file cannot be read, is no table, is too large, or names neither accounts nor sign-in names.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except OSError as error:
        reason = str(error.strerror or error)
        raise InvalidInput(
            translate("Setup", "{file} cannot be read: {reason}.").format(file=path, reason=reason)
        ) from error
    if len(data) > MAX_FILE:
        most = MAX_FILE // 1_000_000
        raise InvalidInput(translate("Setup", "{file} is larger than {most} MB.").format(file=path, most=most))
    return _read(_decoded(path, data), path)


def import_users(store: SetupStore, actor: Actor, file: UserFile, now: datetime) -> UserImport:
    """Enter the users of a file whom the store does not know yet, all of them or none.

    Raises:
        Refused: the actor may not.
        ImportRefused: there are not enough seats, and nobody was entered.
    """
    try:
        done = store.import_users(actor, file.users, now)
    except Refused as error:
        raise ImportRefused(error, file.problems) from error
    known = tuple(user.account or user.email for user in done.known)
    return UserImport(done.added, known, file.problems)


def _decoded(path: Path, data: bytes) -> str:
    if b"\0" in data:
        raise InvalidInput(translate("Setup", "{file} is not a text.").format(file=path), hint=_HINT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _read(text: str, path: Path) -> UserFile:
    rows = _rows(text, path)
    columns = _columns(next(rows, (1, []))[1], path)
    users: list[NewUser] = []
    problems: list[tuple[int, str]] = []
    seen: set[str] = set()
    for count, (line, cells) in enumerate(rows, start=1):
        if count > MAX_ROWS:
            many = translate("Setup", "{file} has more than {most} users.").format(file=path, most=f"{MAX_ROWS:,}")
            raise InvalidInput(many, hint=translate("Setup", "Import it in parts."))
        try:
            user = _user({name: cells[place].strip() for name, place in columns.items() if place < len(cells)})
        except SettingError as error:
            column = error.field.partition(".")[2]
            problems.append((line, joined(column, error.problem, by=": ")))
            continue
        keys = _keys(user.account, user.email)
        if keys & seen:
            twice = translate("Setup", "{user} stands in the file already")
            problems.append((line, twice.format(user=user.account or user.email)))
            continue
        seen |= keys
        users.append(user)
    return UserFile(tuple(users), tuple(problems))


def _rows(text: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """The header and the rows, each with the line on which it ends; empty ones are left out.

    Raises:
        InvalidInput: a quotation mark or a cell has no end; the message names the line on which its row begins.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    begins = 1
    try:
        for cells in reader:
            if reader.line_num == 1 or any(cell.strip() for cell in cells):
                yield reader.line_num, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        one_line = "limit" in str(error) and reader.line_num <= begins
        long = translate("Setup", "{file} is not a table: a cell of line {line} is too long.")
        quoted = translate("Setup", "{file} is not a table: the quotation marks of line {line} do not match.")
        raise InvalidInput((long if one_line else quoted).format(file=path, line=begins), hint=_HINT) from error


def _columns(header: Sequence[str], path: Path) -> Mapping[str, int]:
    names = [name.strip().casefold() for name in header]
    columns = {
        field: names.index(alias) for field, aliases in _ALIASES.items() for alias in aliases[::-1] if alias in names
    }
    if "account" not in columns and "email" not in columns:
        told = translate("Setup", "{file} has no column account or email.").format(file=path)
        raise InvalidInput(told, hint=_HINT)
    return columns


def _user(values: Mapping[str, str]) -> NewUser:
    word = values.get("licensed", "").casefold()
    if word not in _YES | _NO:
        raise SettingError(
            "user.licensed", translate("Values", "must be yes or no, not {value}").format(value=repr(word))
        )
    given = NewUser(values.get("account", ""), values.get("email", ""), values.get("name", ""), licensed=word in _YES)
    return read_new_user(given)


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _keys(account: str, email: str) -> set[str]:
    """How a user is told apart; accounts and sign-in names do not tell capitals apart."""
    return {f"{kind} {text.casefold()}" for kind, text in (("account", account), ("email", email)) if text}
