"""`setup` and `users` without a running tray: what they print, what they hint at, and what they refuse."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tray.cli import main
from tray.setup.who import this_user

STAYS = "The card opens at the answer and stays until you close it.\n"


@pytest.fixture(autouse=True)
def _at_home(own_home: Path) -> None:
    assert not own_home.exists()


def done(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return told.out


def refused(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> str:
    assert main(arguments) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("cti-tray: ")
    assert told.err.count("\n") == 1
    return told.err


def imported(capsys: pytest.CaptureFixture[str], folder: Path, data: dict[str, Any]) -> list[str]:
    file = folder / "setup.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return done(capsys, "setup", "import", str(file)).splitlines()


def test_a_fresh_setup_is_shown_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    shown = json.loads(done(capsys, "setup", "show"))
    assert shown.keys() == {
        *("store", "store_state", "setup_age_s", "you", "licence", "module", "user", "mappings"),
    }
    assert (shown["store"], shown["store_state"], shown["setup_age_s"]) == ("sqlite", "online", 0)
    assert (shown["you"]["admin"], shown["licence"]["seats_used"]) == (True, 1)
    assert shown["user"]["caller_card_delay"] == 0


def test_values_are_set_without_a_word_and_shown_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert done(capsys, "setup", "set", "user.caller_card_delay=7", "module.incoming_template= in ") == ""
    shown = json.loads(done(capsys, "setup", "show"))
    assert (shown["user"]["caller_card_delay"], shown["module"]["incoming_template"]) == (7, "IN")


def test_what_is_exported_is_imported_again(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    before = json.loads(done(capsys, "setup", "export"))
    assert before.keys() == {"module", "user", "mappings"}
    changed = {**before, "user": {**before["user"], "caller_card_delay": 9}}
    assert imported(capsys, tmp_path, changed) == []
    file = tmp_path / "out.json"
    assert done(capsys, "setup", "export", str(file)) == f"Setup written to {file}.\n"
    assert json.loads(file.read_text(encoding="utf-8")) == changed


def test_a_card_that_opens_and_closes_at_the_answer_is_explained(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert done(capsys, "setup", "set", "user.open_mask_on=Connected") == ""
    assert done(capsys, "setup", "set", "user.close_mask_on=Connected") == STAYS
    assert done(capsys, "setup", "set", "module.incoming_template=IN") == ""
    assert imported(capsys, tmp_path, {"user": {"caller_card_delay": 3}}) == [STAYS.rstrip()]
    assert done(capsys, "setup", "set", "user.open_mask_on=Call") == ""


def test_mappings_that_find_nothing_are_hinted_at(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    csv = tmp_path / "c.csv"
    csv.write_text("no,name,Phone\nC1,Adatum,020 555 0101\n", encoding="utf-8")
    done(capsys, "directory", "import", str(csv), "--table", "Customer")
    rows = [
        {"priority": 1, "table": "Customer", "phone_fields": ["phone", "fax", "pager"]},
        {"priority": 2, "table": "Customer", "phone_fields": ["fax"]},
        {"priority": 3, "table": "Contact", "phone_fields": ["phone"]},
        {"priority": 4, "table": "Customer"},
    ]
    assert imported(capsys, tmp_path, {"mappings": rows}) == [
        "Row 1 of the business mapping: the table 'Customer' has no phone fields fax, pager.",
        "Row 2 of the business mapping: the table 'Customer' has no phone field fax.",
        "Row 3 of the business mapping: the table 'Contact' is not in the directory yet.",
    ]
    assert imported(capsys, tmp_path, {"mappings": rows[3:]}) == []


def test_the_list_of_users(capsys: pytest.CaptureFixture[str]) -> None:
    account = this_user().account
    heads, row = done(capsys, "users", "list").splitlines()
    assert heads.split() == ["user", "name", "licensed", "admin"]
    assert row.startswith(account)
    assert row.split()[-2:] == ["yes", "yes"]
    (user,) = json.loads(done(capsys, "users", "list", "--json"))
    assert (user["account"], user["licensed"], user["admin"]) == (account, True, True)


def test_the_last_admin_stays_one(capsys: pytest.CaptureFixture[str]) -> None:
    account = this_user().account
    before = done(capsys, "users", "list")
    assert "last licensed administrator" in refused(capsys, 1, "users", "admin", account, "--off")
    assert "last" in refused(capsys, 1, "users", "deactivate", account)
    assert done(capsys, "users", "list") == before


@pytest.mark.parametrize("verb", ["activate", "deactivate", "admin"])
def test_a_user_whom_nobody_knows_is_named(capsys: pytest.CaptureFixture[str], verb: str) -> None:
    assert "There is no user 'nobody'." in refused(capsys, 2, "users", verb, "nobody")


def test_a_user_is_activated_again_without_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    account = this_user().account
    assert done(capsys, "users", "activate", account) == ""
    assert done(capsys, "users", "admin", f"{account}") == ""


def test_a_refusal_from_outside_is_one_line_and_exit_code_1(own_home: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tray.cli", "users", "admin", this_user().account, "--off"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (1, "", 1)
    assert (own_home / "setup.db").exists()
