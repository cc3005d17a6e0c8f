"""`users add|import|remove` and the licence and audit files of `setup`, without a running tray."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tray.cli import main


@pytest.fixture(autouse=True)
def _at_home(own_home: Path) -> None:
    assert not own_home.exists()


def told(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> tuple[str, str]:
    assert main(arguments) == code
    captured = capsys.readouterr()
    return captured.out, captured.err


def users(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = json.loads(told(capsys, "users", "list", "--json")[0])
    return listed


def test_a_user_is_added_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "users", "add", "--account", "OFFICE\\anna", "--name", "Anna", "--licensed") == ("", "")
    assert [(user["name"], user["licensed"]) for user in users(capsys) if user["name"] == "Anna"] == [("Anna", True)]
    _, error = told(capsys, "users", "add", "--account", "office\\ANNA", code=2)
    assert "known already" in error
    assert told(capsys, "users", "remove", "Anna") == ("", "")
    assert len(users(capsys)) == 1


def test_a_user_needs_an_account_or_a_sign_in_name(capsys: pytest.CaptureFixture[str]) -> None:
    _, error = told(capsys, "users", "add", "--name", "Nobody", code=2)
    assert "needs a Windows account or a sign-in name" in error


def test_the_last_administrator_is_not_removed(capsys: pytest.CaptureFixture[str]) -> None:
    (me,) = users(capsys)
    _, error = told(capsys, "users", "remove", f"#{me['id']}", code=1)
    assert "last licensed administrator" in error
    assert users(capsys)


def test_users_are_imported_and_bad_lines_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "users.csv"
    file.write_text("account,name,licensed\nOFFICE\\anna,Anna,yes\nOFFICE\\ben,Ben,maybe\n", encoding="utf-8")
    out, error = told(capsys, "users", "import", str(file))
    assert out == "1 user added, 0 known already, 1 left out.\n"
    assert error.startswith("cti-tray: line 3: licensed: ")
    assert told(capsys, "users", "import", str(file))[0] == "0 users added, 1 known already, 1 left out.\n"


def test_bad_lines_are_told_also_where_there_are_too_few_seats(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lines = "".join(f"OFFICE\\u{number},yes\n" for number in range(30))
    file = tmp_path / "users.csv"
    file.write_text(f"account,licensed\nOFFICE\\ben,maybe\n{lines}", encoding="utf-8")
    _, error = told(capsys, "users", "import", str(file), code=1)
    assert error.startswith("cti-tray: line 2: licensed: ")
    assert "seats" in error.splitlines()[1]
    assert len(users(capsys)) == 1


def test_a_licence_is_entered_from_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "licence.json"
    file.write_text('{"name": "Adatum", "kind": "Licensed", "seats": 2, "valid_until": null}', encoding="utf-8")
    shown = json.loads(told(capsys, "setup", "licence", str(file))[0])
    assert (shown["name"], shown["seats"], shown["seats_used"], shown["state"]) == ("Adatum", 2, 1, "Licensed")
    assert json.loads(told(capsys, "setup", "licence")[0]) == shown
    file.write_text('{"name": "Adatum", "kind": "Licensed", "seats": 0, "valid_until": null}', encoding="utf-8")
    _, error = told(capsys, "setup", "licence", str(file), code=1)
    assert "0 seats" in error
    assert json.loads(told(capsys, "setup", "licence")[0]) == shown


def test_the_audit_trail_is_exported(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    told(capsys, "setup", "set", "user.caller_card_delay=5")
    file = tmp_path / "trail.json"
    assert told(capsys, "setup", "audit", "--export", str(file))[0] == f"2 lines written to {file}.\n"
    assert json.loads(file.read_text(encoding="utf-8"))[-1]["to"] == "5"
