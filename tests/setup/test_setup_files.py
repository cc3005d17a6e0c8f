"""A licence from a file, and the audit trail into one."""

from __future__ import annotations

import csv
import dataclasses
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tray.errors import InvalidInput, Refused
from tray.setup import audit_export, sql_store
from tray.setup.audit_export import export_audit
from tray.setup.licence_file import read_licence_file
from tray.setup.model import Actor, Change, Identity, Licence, LicenceKind, NewUser
from tray.setup.sql_store import SqlStore

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LICENCE = {"name": "Adatum", "kind": "Trial", "seats": 3, "valid_until": "2027-12-31"}


@pytest.fixture
def store(tmp_path: Path) -> SqlStore:
    return sql_store.open_file(tmp_path / "setup.db")


@pytest.fixture
def boss(store: SqlStore) -> Actor:
    return Actor(store.connect(Identity("OFFICE\\boss", name="=Boss"), NOW).id)


def licence_file(folder: Path, content: object) -> Path:
    file = folder / "licence.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return file


def test_a_licence_is_read_in_full(tmp_path: Path) -> None:
    read = read_licence_file(licence_file(tmp_path, LICENCE))
    assert read == Licence("Adatum", LicenceKind.TRIAL, 3, date(2027, 12, 31))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "the file"),
        ("[]", "the file"),
        ({}, "licence.name: is missing"),
        ({key: value for key, value in LICENCE.items() if key != "seats"}, "licence.seats: is missing"),
        ({**LICENCE, "seats": "many"}, "licence.seats"),
        ({**LICENCE, "seats": -1}, "licence.seats"),
        ({**LICENCE, "kind": "Free"}, "licence.kind"),
        ({**LICENCE, "valid_until": None}, "licence.valid_until"),
        ({**LICENCE, "revision": 7}, "licence.revision"),
        ('{"name": "a", "name": "b"}', "name"),
    ],
)
def test_what_is_no_licence_is_refused_by_the_name_of_the_field(tmp_path: Path, content: object, told: str) -> None:
    with pytest.raises(InvalidInput, match=told):
        read_licence_file(licence_file(tmp_path, content))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"none\.json"):
        read_licence_file(tmp_path / "none.json")


def many_changes(store: SqlStore, boss: Actor, count: int) -> None:
    for delay in range(1, count + 1):
        card = store.card(boss, boss.user_id)
        calls = dataclasses.replace(card.calls, caller_card_delay=delay)
        store.save(boss, Change(card=dataclasses.replace(card, calls=calls)), NOW)


def test_the_whole_trail_is_exported_page_by_page_oldest_first(
    tmp_path: Path, store: SqlStore, boss: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_export, "PAGE", 4)
    many_changes(store, boss, 10)
    file = tmp_path / "trail.json"
    count = export_audit(store, boss, file)
    entries = json.loads(file.read_text(encoding="utf-8"))
    assert len(entries) == count == 11
    assert [entry["to"] for entry in entries[1:]] == [str(delay) for delay in range(1, 11)]
    assert entries[1]["from"] == "0"


def test_a_spreadsheet_runs_nothing_of_it(tmp_path: Path, store: SqlStore, boss: Actor) -> None:
    store.add_users(boss, [NewUser("OFFICE\\eve", name="@SUM(A1)")], NOW)
    file = tmp_path / "trail.csv"
    export_audit(store, boss, file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    assert {row["who"] for row in rows} == {"'=Boss (OFFICE\\boss)"}
    assert rows[-1]["subject"] == "'@SUM(A1) (OFFICE\\eve)"


def test_only_an_administrator_exports_and_no_file_is_left(tmp_path: Path, store: SqlStore, boss: Actor) -> None:
    anna = Actor(store.connect(Identity("OFFICE\\anna"), NOW).id)
    with pytest.raises(Refused):
        export_audit(store, anna, tmp_path / "trail.csv")
    assert not (tmp_path / "trail.csv").exists()
