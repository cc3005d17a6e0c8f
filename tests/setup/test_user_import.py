"""Users from CSV files of every make: what is read, what is left out and why, and that nothing is half imported."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tray.errors import InvalidInput, Refused
from tray.setup import sql_store, user_import
from tray.setup.model import Actor, Identity, NewUser
from tray.setup.sql_store import SqlStore
from tray.setup.user_import import UserFile, import_users, read_users
from tray.setup.views import ImportRefused

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> SqlStore:
    return sql_store.open_file(tmp_path / "setup.db")


@pytest.fixture
def boss(store: SqlStore) -> Actor:
    return Actor(store.connect(Identity("OFFICE\\boss", name="Boss"), NOW).id)


def read(folder: Path, content: str | bytes) -> UserFile:
    file = folder / "users.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_users(file)


@pytest.mark.parametrize(
    "content",
    [
        "account,email,name,licensed\nOFFICE\\anna,anna@office.example,Anna Müller,yes\n",
        "\ufeffAccount;E-mail;Display name;Licensed\r\nOFFICE\\anna;anna@office.example;Anna Müller;ja\r\n",
        "upn\twindows account\tfull name\tlicensed\nanna@office.example\tOFFICE\\anna\tAnna Müller\t1\n\n",
        'User,Mail,Name,Licensed\n OFFICE\\anna , anna@office.example ,"Anna Müller",TRUE'.encode("cp1252"),
    ],
)
def test_one_user_in_files_of_every_make(tmp_path: Path, content: str | bytes) -> None:
    assert read(tmp_path, content) == UserFile(
        (NewUser("OFFICE\\anna", "anna@office.example", "Anna Müller", licensed=True),), ()
    )


def test_bad_lines_are_named_and_left_out(tmp_path: Path) -> None:
    file = read(
        tmp_path,
        "account,email,name,licensed\n"
        "OFFICE\\anna,,Anna,\n"
        ",not a sign-in name,Ben,\n"
        ",,Nobody,\n"
        "OFFICE\\carl,,Carl,perhaps\n"
        "office\\ANNA,,Anna again,\n"
        "OFFICE\\dora\n"
        f"OFFICE\\eve,,{'x' * 300},\n",
    )
    assert [user.account for user in file.users] == ["OFFICE\\anna", "OFFICE\\dora"]
    assert [line for line, _ in file.problems] == [3, 4, 5, 6, 8]
    told = " ".join(text for _, text in file.problems)
    assert all(word in told for word in ("sign-in name", "perhaps", "stands in the file already", "250"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "no column account or email"),
        ("name,phone\nAnna,1\n", "no column account or email"),
        (b"account\n\0\0\n", "not a text"),
        ("account\n" + "x" * 200_000 + "\n", "a cell of line 2 is too long"),
        ("x" * 200_000 + ",account\n", "a cell of line 1 is too long"),
        ('account,name\nu1,Anna\nu2,"Ben\nu3,Carl\n', "quotation marks of line 3 do not match"),
        ('account,name\nu1,"Anna\n' + "u2,Ben\n" * 30_000, "quotation marks of line 2 do not match"),
        ('"account\nu1\n', "quotation marks of line 1 do not match"),
        ('account,name\nu1,"Anna" Berg\n', "quotation marks of line 2 do not match"),
        ("account\n" + "".join(f"u{number}\n" for number in range(user_import.MAX_ROWS + 1)), "more than 10,000"),
        (b"account\n" + b"x" * user_import.MAX_FILE, "larger than 5 MB"),
    ],
)
def test_a_file_that_is_no_list_of_users_is_one_clear_error(tmp_path: Path, content: str | bytes, told: str) -> None:
    with pytest.raises(InvalidInput, match=told) as error:
        read(tmp_path, content)
    assert "users.csv" in str(error.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"none\.csv cannot be read"):
        read_users(tmp_path / "none.csv")


def test_an_import_can_be_repeated(tmp_path: Path, store: SqlStore, boss: Actor) -> None:
    file = read(tmp_path, "account,email,licensed\nOFFICE\\anna,,yes\n,ben@office.example,\noffice\\BOSS,,yes\n")
    done = import_users(store, boss, file, NOW)
    assert [(user.account, user.email, user.licensed) for user in done.added] == [
        ("OFFICE\\anna", None, True),
        ("", "ben@office.example", False),
    ]
    assert done.known == ("office\\BOSS",)
    again = import_users(store, boss, file, NOW)
    assert (again.added, len(again.known)) == ((), 3)
    assert len(store.all_users(boss, NOW)) == 3


def test_too_few_seats_enter_nobody(tmp_path: Path, store: SqlStore, boss: Actor) -> None:
    lines = "".join(f"OFFICE\\u{number},yes\n" for number in range(25))
    file = read(tmp_path, f"account,licensed\nOFFICE\\first,perhaps\n{lines}")
    with pytest.raises(ImportRefused, match="25 seats, and 26 would be needed") as refusal:
        import_users(store, boss, file, NOW)
    assert refusal.value.problems == file.problems
    assert len(file.problems) == 1
    assert len(store.all_users(boss, NOW)) == 1


def test_only_an_administrator_imports(tmp_path: Path, store: SqlStore, boss: Actor) -> None:
    anna = Actor(store.connect(Identity("OFFICE\\anna"), NOW).id)
    with pytest.raises(Refused):
        import_users(store, anna, read(tmp_path, "account\nOFFICE\\ben\n"), NOW)
    assert len(store.all_users(boss, NOW)) == 2
