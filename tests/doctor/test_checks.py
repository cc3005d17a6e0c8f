"""Each check against the real thing that it looks at: ports, files, databases, servers, a credential store."""

from __future__ import annotations

import dataclasses
import os
import socket
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.credential_store import CredentialStore
from tests.postgresql import running_cluster
from tray.calls.numbers import NumberReader
from tray.directory.importer import import_csv
from tray.directory.store import FILE_NAME as DIRECTORY_FILE
from tray.doctor import data, dialling, phones, program, records, settings, setup, sign_in
from tray.doctor.model import Area, Check, Finding, Level, Scene
from tray.doctor.probing import Answer, is_free, knock
from tray.doctor.redaction import redact
from tray.identity.credential_store import StoreState, credential_store
from tray.paths import JOURNAL_FILE
from tray.setup.model import Identity
from tray.setup.opening import STORE_FILE, open_store
from tray.setup.sql_database import look_at_server
from tray.setup.sql_schema import SCHEMA_VERSION
from tray.telephony.receiver_file import FILE_NAME, fresh_keys, save_keys

MakeScene = Callable[..., Scene]
LINKED = '[sign_in]\nclient_id = "00000000-0000-0000-0000-00000000c11e"\n'


def told(check: Check, scene: Scene) -> list[tuple[Level, str]]:
    return [(finding.level, finding.text) for finding in check(scene)]


def pasteable(finding: Finding) -> str:
    return redact(finding.text) + redact(finding.versions, versions=True)


def only(check: Check, scene: Scene) -> Finding:
    (finding,) = check(scene)
    return finding


@pytest.fixture
def listener() -> Iterator[int]:
    """The port of another program."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


# -- probing


def test_a_port_is_free_or_taken_and_knocking_says_who_answers(listener: int) -> None:
    free = closed_port()
    assert (is_free(listener), is_free(free)) == (False, True)
    assert (knock("127.0.0.1", listener), knock("127.0.0.1", free)) == (Answer.ANSWERS, Answer.REFUSED)
    assert knock("no such host.invalid", 80) in {Answer.UNKNOWN_HOST, Answer.SILENT}
    assert not is_free(70_000)


def test_whoever_does_not_answer_is_not_waited_for() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        waiting = [socket.socket() for _ in range(3)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(("127.0.0.1", port))
        assert knock("127.0.0.1", port, 0.2) is Answer.SILENT
        for each in waiting:
            each.close()


# -- program


def test_versions_are_told_with_all_their_digits(scene: MakeScene) -> None:
    finding = only(program.versions, scene())
    python = ".".join(str(part) for part in sys.version_info[:3])
    assert f"Python {python} (64 bit)" in finding.versions
    assert "Qt 6." in finding.versions
    assert finding.text == ""


def test_without_a_tray_the_way_to_start_one_is_told(scene: MakeScene) -> None:
    finding = only(program.running, scene())
    assert (finding.level, finding.advice) == (Level.ATTENTION, "cti-tray run")


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ({}, []),
        ({"icon": {"state": "shown", "reason": ""}, "no_cards_because": ""}, []),
        ({"icon": {"state": "unavailable", "reason": "No place for it."}}, ["There is no icon: No place for it."]),
        ({"no_cards_because": "do not disturb"}, ["Calls get no cards: do not disturb."]),
        ({"no_cards_because": "the licence has expired"}, ["Calls get no cards: the licence has expired."]),
        ({"icon": "?", "no_cards_because": 5}, []),
    ],
)
def test_what_keeps_cards_or_icon_away_is_told(scene: MakeScene, status: dict[str, Any], expected: list[str]) -> None:
    (first, *more) = program.running(scene(status=status))
    assert (first.level, first.text) == (Level.OK, "CTI Tray is running.")
    assert [finding.text for finding in more] == expected
    assert all(finding.level is Level.ATTENTION and finding.advice for finding in more)


def test_a_tray_that_does_not_answer_is_a_problem_and_not_one_that_is_away(scene: MakeScene) -> None:
    silent = dataclasses.replace(scene(), silent="CTI Tray does not answer.")
    assert told(program.running, silent) == [(Level.PROBLEM, "CTI Tray runs, but: CTI Tray does not answer.")]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a desktop")
def test_a_desktop_that_does_not_answer_is_told_unless_a_tray_runs(scene: MakeScene) -> None:
    assert told(program.desktop, scene(DISPLAY=":4711"))[0][0] is Level.ATTENTION
    assert told(program.desktop, scene(status={}, DISPLAY=":4711")) == []


# -- settings


def test_bad_values_are_problems_and_unknown_ones_want_a_look(scene: MakeScene) -> None:
    bad, unknown = settings.settings(scene('[numbers]\nregion = "Q"\n[sources.recever]\nport = 1\n'))
    assert (bad.level, "numbers.region" in bad.text) == (Level.PROBLEM, True)
    assert (unknown.level, "sources.recever.port" in unknown.text) == (Level.ATTENTION, True)


@pytest.mark.parametrize("text", ["[numbers", "\0", "[store]\nurl = 5\n"])
def test_a_damaged_file_is_a_problem_that_names_it(scene: MakeScene, text: str) -> None:
    findings = list(settings.settings(scene(text)))
    assert {finding.level for finding in findings} == {Level.PROBLEM}
    assert all("config.toml" in finding.text for finding in findings)


def test_good_settings_are_counted(scene: MakeScene) -> None:
    assert told(settings.settings, scene()) == [(Level.OK, "config.toml: everything has its default.")]
    assert told(settings.settings, scene('[numbers]\nregion = "DE"\n')) == [(Level.OK, "config.toml: 1 value given.")]


# -- data


def test_a_folder_that_can_be_written_to_is_left_as_it_was(scene: MakeScene) -> None:
    found = scene()
    before = sorted(found.folder.iterdir())
    assert "can be written to" in only(data.folder, found).text
    assert sorted(found.folder.iterdir()) == before


def test_a_folder_that_is_none_or_not_there(scene: MakeScene, tmp_path: Path) -> None:
    found = scene()
    for file in found.folder.iterdir():
        file.unlink()
    found.folder.rmdir()
    assert only(data.folder, found).level is Level.OK
    assert not found.folder.exists()
    found.folder.write_text("")
    assert only(data.folder, found).level is Level.PROBLEM


def filled(folder: Path) -> None:
    """A folder with a setup, a directory and a journal."""
    store = open_store("sqlite", folder)
    store.connect(Identity("OFFICE\\anna"), datetime.now(UTC))
    store.close()
    file = folder / "given.csv"
    file.write_text("no,name,phone\n1,Adatum,020 555 0101\n", encoding="utf-8")
    import_csv(folder, file, "Customer", NumberReader(), now=time.time())
    with sqlite3.connect(folder / JOURNAL_FILE) as journal:
        journal.execute("PRAGMA user_version = 3")
    journal.close()


def test_whole_databases_are_told_with_their_format(scene: MakeScene) -> None:
    found = scene()
    assert list(data.databases(found)) == []
    filled(found.folder)
    assert told(data.databases, found) == [
        (Level.OK, f"setup.db (setup) of format {SCHEMA_VERSION}: whole."),
        (Level.OK, "journal.db (call journal) of format 3: whole."),
        (Level.OK, "directory.db (directory) of format 1: whole."),
    ]


@pytest.mark.parametrize("name", [STORE_FILE, JOURNAL_FILE, DIRECTORY_FILE])
@pytest.mark.parametrize("damage", ["garbage", "pages"])
def test_a_damaged_database_is_a_problem_and_stays_where_it_is(scene: MakeScene, name: str, damage: str) -> None:
    found = scene()
    filled(found.folder)
    path = found.folder / name
    for side in ("-wal", "-shm"):
        path.with_name(path.name + side).unlink(missing_ok=True)
    content = bytearray(path.read_bytes())
    if damage == "garbage":
        content = bytearray(b"this is no database" * 500)
    elif len(content) > 4096:
        content[4096:] = b"\xff" * (len(content) - 4096)
    else:
        content[100:] = b"\xff" * (len(content) - 100)
    path.write_bytes(content)
    (problem,) = [finding for finding in data.databases(found) if finding.level is Level.PROBLEM]
    assert problem.text.startswith(name)
    assert "damaged" in problem.text
    assert problem.advice
    assert path.read_bytes() == content


def test_a_folder_in_the_place_of_a_database_and_a_file_that_is_in_use(scene: MakeScene) -> None:
    found = scene()
    filled(found.folder)
    writer = sqlite3.connect(found.folder / JOURNAL_FILE, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    (found.folder / DIRECTORY_FILE).rename(found.folder / "away.db")
    (found.folder / DIRECTORY_FILE).mkdir()
    busy, folder = list(data.databases(found))[1:]
    writer.close()
    assert (busy.level, "in use" in busy.text) == (Level.ATTENTION, True)
    assert (folder.level, folder.text) == (Level.PROBLEM, "directory.db (directory) is a folder.")


# -- phones


def look(name: str, found: Scene) -> Finding:
    return only(phones.looked_at(phones.LOOKS[name]), found)


def test_the_receivers_port_is_free_or_taken(scene: MakeScene, listener: int) -> None:
    assert look("receiver", scene()).text == "receiver: gets its address at the first start."
    found = scene()
    free = closed_port()
    save_keys(found.folder, fresh_keys().at_port(free))
    assert look("receiver", found).text == f"receiver: its port {free} is free."
    save_keys(found.folder, fresh_keys().at_port(listener))
    taken = look("receiver", found)
    assert (taken.level, taken.text) == (Level.PROBLEM, f"receiver: its port {listener} is taken by another program.")
    assert "[sources.receiver]" in taken.advice
    assert look("receiver", scene(f"[sources.receiver]\nport = {free}\n")).level is Level.OK
    assert "switched off" in look("receiver", scene("[sources.receiver]\nenabled = false\n")).text


def test_a_receiver_that_had_to_move_is_a_problem(scene: MakeScene) -> None:
    source = {"name": "receiver", "state": "connected", "detail": "It has moved.", "reports": []}
    found = scene(status={"sources": [source]})
    save_keys(found.folder, fresh_keys().at_port(4711))
    stays = only(phones.phones, found)
    assert (stays.level, "report to http://127.0.0.1:4711." in stays.text) == (Level.OK, True)
    save_keys(found.folder, fresh_keys().at_port(4711, 4712))
    moved = only(phones.phones, found)
    assert (moved.level, bool(moved.advice)) == (Level.PROBLEM, True)


def test_a_damaged_receiver_file_is_a_problem(scene: MakeScene) -> None:
    found = scene()
    (found.folder / FILE_NAME).write_text("{")
    finding = look("receiver", found)
    assert (finding.level, "damaged" in finding.text) == (Level.PROBLEM, True)


def test_the_port_for_desk_phones_is_free_or_taken_and_somebody_may_report(scene: MakeScene, listener: int) -> None:
    def lan(port: int, allowed: str) -> Finding:
        settings = f'enabled = true\naddress = "127.0.0.1:{port}"\nallowed = [{allowed}]\n'
        return look("lan", scene(f"[sources.lan]\n{settings}"))

    assert "switched off" in look("lan", scene()).text
    taken = lan(listener, '"192.168.1.20"')
    assert (taken.level, f"127.0.0.1:{listener}" in taken.text, bool(taken.advice)) == (Level.PROBLEM, True, True)
    nobody = lan(closed_port(), "")
    assert (nobody.level, "no phone may report" in nobody.text) == (Level.ATTENTION, True)
    port = closed_port()
    good = lan(port, '"192.168.1.20", "192.168.2.0/24"')
    assert good.level is Level.OK
    assert good.text.startswith(f"lan: its port {port} is free.")
    assert "2 items in sources.lan.allowed" in good.text
    assert "firewall" in good.advice


def test_where_desk_phones_report_is_told_while_the_tray_listens(scene: MakeScene) -> None:
    settings = '[sources.lan]\nenabled = true\naddress = "0.0.0.0:8125"\nallowed = ["192.168.1.20"]\n'
    source = {"name": "lan", "state": "connected", "detail": "Listening.", "reports": ["incoming"]}
    told = only(phones.phones, scene(settings, status={"sources": [source]}))
    assert told.text == (
        "lan: connected. Listening. Its address is 0.0.0.0:8125, with 1 item in sources.lan.allowed. Reports incoming."
    )
    assert (told.level, "firewall" in told.advice) == (Level.OK, True)


def test_the_telephony_lines_of_windows_are_listed_with_the_id_to_choose_them_by(scene: MakeScene) -> None:
    guid = "01234567-89ab-cdef-0123-456789abcdef"
    lines = [
        {"name": "Desk phone", "line_id": guid, "chosen": True, "open": True},
        {"name": "Extension 0205550101", "line_id": "00000011", "chosen": True, "open": False},
        {"name": "Old phone", "line_id": "Old phone", "chosen": False, "open": False},
        "no line",
    ]
    found = list(phones.lines(scene(status={"telephony_lines": lines})))
    assert [(line.level, line.text, line.versions, bool(line.advice)) for line in found] == [
        (Level.OK, 'tapi: the line "Desk phone" is listened to. Permanent id:', f" {guid}", False),
        (Level.ATTENTION, 'tapi: the line "Extension 0205550101" does not open. Permanent id:', " 00000011", True),
        (Level.OK, 'tapi: the line "Old phone" is not chosen.', "", False),
    ]
    assert "5550101" not in " ".join(map(str, map(pasteable, found)))
    assert guid in str(pasteable(found[0]))
    assert list(phones.lines(scene(status={"telephony_lines": 5}))) == []
    assert list(phones.lines(scene())) == []


@pytest.mark.parametrize("name", ["baresip", "fritzbox", "teams"])
def test_a_source_that_connects_is_looked_up(scene: MakeScene, listener: int, name: str) -> None:
    answered = look(name, scene(f'[sources.{name}]\nenabled = true\naddress = "127.0.0.1:{listener}"\n'))
    assert (answered.level, answered.text) == (Level.OK, f"{name}: something answers at 127.0.0.1:{listener}.")
    free = closed_port()
    nobody = look(name, scene(f'[sources.{name}]\nenabled = true\naddress = "127.0.0.1:{free}"\n'))
    assert (nobody.level, nobody.text) == (Level.ATTENTION, f"{name}: nothing listens at 127.0.0.1:{free}.")
    assert nobody.advice
    off = look(name, scene(f"[sources.{name}]\nenabled = false\n"))
    assert (off.level, "switched off" in off.text) == (Level.OK, True)


def test_what_is_on_without_being_asked_for_needs_no_attention(scene: MakeScene) -> None:
    free = closed_port()
    found = look("teams", scene(f'[sources.teams]\naddress = "127.0.0.1:{free}"\n'))
    assert (found.level, bool(found.advice)) == (Level.OK, True)
    source = {"name": "teams", "state": "waiting", "detail": "Teams does not answer.", "reports": []}
    assert only(phones.phones, scene(status={"sources": [source]})).level is Level.OK
    asked = scene("[sources.teams]\nenabled = true\n", status={"sources": [source]})
    assert only(phones.phones, asked).level is Level.ATTENTION


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has telephony")
def test_telephony_of_windows_is_not_missed_elsewhere(scene: MakeScene) -> None:
    assert look("tapi", scene()).level is Level.OK
    assert "switched off" in look("tapi", scene("[sources.tapi]\nenabled = false\n")).text


def test_every_source_of_the_running_tray_is_told_with_what_to_do(scene: MakeScene) -> None:
    sources = [
        {"name": "receiver", "state": "connected", "detail": "Listening.", "reports": ["incoming", "ended"]},
        {"name": "baresip", "state": "waiting", "detail": "Connecting to baresip.", "reports": []},
        {"name": "tapi", "state": "error", "detail": "The service is missing.", "reports": []},
        {"name": "newest", "state": "waiting", "detail": "", "reports": []},
        {"name": "odd", "state": "purple"},
        "no source",
    ]
    found = list(phones.phones(scene(status={"sources": sources})))
    assert [(finding.level, finding.text, bool(finding.advice)) for finding in found] == [
        (Level.OK, "receiver: connected. Listening. Reports incoming, ended.", False),
        (Level.ATTENTION, "baresip: waiting. Connecting to baresip.", True),
        (Level.PROBLEM, "tapi: error. The service is missing.", True),
        (Level.ATTENTION, "newest: waiting.", False),
        (Level.PROBLEM, "odd: purple.", False),
    ]
    assert list(phones.phones(scene(status={"sources": 5}))) == []
    assert list(phones.phones(scene())) == []
    assert list(phones.looked_at(phones.LOOKS["teams"])(scene(status={}))) == []


# -- dialling


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the choice in its registry")
@pytest.mark.parametrize(
    ("answer", "level", "words"),
    [
        ("echo linphone.desktop", Level.OK, "which linphone takes"),
        ("echo cti-tray.desktop", Level.PROBLEM, "CTI Tray itself"),
        ("echo", Level.ATTENTION, "No program takes tel links"),
        ("exit 4", Level.ATTENTION, "No program takes tel links"),
        ("exec sleep 60", Level.OK, "not known here"),
    ],
)
def test_who_takes_tel_links_is_told(
    scene: MakeScene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, level: Level, words: str
) -> None:
    monkeypatch.setattr(dialling, "_ASK_S", 0.3)
    program = tmp_path / "xdg-mime"
    program.write_text(f"#!/bin/sh\n{answer}\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    finding = only(dialling.dialling, scene())
    assert (finding.level, words in finding.text) == (level, True)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert "not known here" in only(dialling.dialling, scene()).text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the choice in its registry")
def test_another_method_needs_no_tel_links(scene: MakeScene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert told(dialling.dialling, scene('[dial]\nmethod = "teams"\n')) == [
        (Level.OK, "Numbers are dialled with the method teams.")
    ]


# -- setup


def test_the_setup_in_the_folder(scene: MakeScene) -> None:
    found = scene()
    assert told(setup.setup, found) == [(Level.OK, "setup.db in the data folder, made at first use.")]
    filled(found.folder)
    assert told(setup.setup, found) == [(Level.OK, "setup.db in the data folder.")]
    assert only(setup.setup, scene('[store]\nurl = "business-central"\n')).level is Level.PROBLEM


def test_of_a_store_that_nobody_knows_the_settings_tell_alone(scene: MakeScene) -> None:
    found = scene("[store]\nurl = 5\n")
    assert list(setup.setup(found)) == []
    assert "store.url" in only(settings.settings, found).text


def test_the_setup_as_the_running_tray_sees_it(scene: MakeScene) -> None:
    online = {"kind": "sqlite", "state": "online", "setup_age_s": 3.0, "detail": ""}
    assert told(setup.setup, scene(status={"store": online})) == [(Level.OK, "sqlite: online, confirmed 3 s ago.")]
    away = only(setup.setup, scene(status={"store": {**online, "state": "offline", "detail": "No route."}}))
    assert (away.level, away.text) == (Level.PROBLEM, "sqlite: offline, confirmed 3 s ago. No route.")
    assert away.advice


def test_a_server_is_asked_without_changing_it_and_without_its_password(scene: MakeScene) -> None:
    with running_cluster() as cluster:
        url = cluster.empty_database()
        config = f'[store]\nurl = "{url}"\n'
        assert "reached, no tables yet" in only(setup.setup, scene(config)).text
        assert look_at_server(url)[1] == 0
        open_store(url, Path()).close()
        assert f"reached, tables of format {SCHEMA_VERSION}" in only(setup.setup, scene(config)).text
    away = only(setup.setup, scene('[store]\nurl = "postgresql+psycopg://anna:hunter2@127.0.0.1:1/cti"\n'))
    assert (away.level, "cannot be reached" in away.text) == (Level.PROBLEM, True)
    assert "hunter2" not in f"{away.text} {away.advice}"


# -- sign-in


def test_a_sign_in_that_nobody_set_up_needs_nothing(scene: MakeScene) -> None:
    assert only(sign_in.sign_in, scene()).level is Level.OK
    assert told(sign_in.sign_in, scene(LINKED)) == [(Level.OK, "No sign-in is kept.")]
    found = scene(LINKED)
    (found.folder / "sign-in.vault").write_bytes(b"sealed")
    assert told(sign_in.sign_in, found) == [(Level.OK, "A sign-in is kept.")]


@pytest.mark.parametrize(
    ("state", "level", "words"),
    [
        ("signed_in", Level.OK, "Signed in as anna@office.example."),
        ("signed_out", Level.OK, "Nobody is signed in"),
        ("sign_in_needed", Level.ATTENTION, "The sign-in has ended"),
        ("offline", Level.ATTENTION, "cannot be reached"),
        ("dancing", Level.ATTENTION, "The sign-in is dancing"),
    ],
)
def test_the_sign_in_as_the_running_tray_sees_it(scene: MakeScene, state: str, level: Level, words: str) -> None:
    account = "anna@office.example" if state == "signed_in" else None
    finding = only(sign_in.sign_in, scene(LINKED, status={"sign_in": {"state": state, "account": account}}))
    assert (finding.level, words in finding.text) == (level, True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a store that can be locked")
def test_a_locked_credential_store_is_found_out_without_asking_for_the_password(
    scene: MakeScene, monkeypatch: pytest.MonkeyPatch
) -> None:
    with CredentialStore() as store, store.used_here(monkeypatch):
        assert credential_store() is StoreState.READY
        assert only(sign_in.keeping, scene(LINKED)).level is Level.OK
        store.lock()
        assert credential_store() is StoreState.LOCKED
        locked = only(sign_in.keeping, scene(LINKED))
        assert (locked.level, locked.advice) == (Level.ATTENTION, "Unlock it.")
        assert only(sign_in.keeping, scene()).level is Level.OK, "nobody needs it here"
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nothing/here")
        assert credential_store() is StoreState.NONE
        assert only(sign_in.keeping, scene(LINKED)).level is Level.ATTENTION


# -- records


def test_the_directory_is_counted_with_and_without_a_tray(scene: MakeScene) -> None:
    found = scene()
    assert only(records.directory, found).level is Level.ATTENTION
    filled(found.folder)
    assert told(records.directory, found) == [(Level.OK, "1 number, loaded 0 s ago.")]
    week = {"directory": {"numbers": 5, "age_s": 8 * 86_400.0}}
    assert told(records.directory, scene(status=week)) == [(Level.ATTENTION, "5 numbers, loaded 8 days ago.")]
    assert only(records.directory, scene(status={})).level is Level.ATTENTION
    (found.folder / DIRECTORY_FILE).write_bytes(b"this is no database" * 500)
    assert list(records.directory(found)) == [], "the databases say it"


def test_what_could_not_be_delivered_wants_a_look(scene: MakeScene) -> None:
    assert list(records.activities(scene())) == []
    waiting = scene(status={"outbox": {"waiting": 1200, "failed": 0}})
    assert told(records.activities, waiting) == [(Level.OK, "1,200 waiting to be delivered, 0 failed.")]
    failed = only(records.activities, scene(status={"outbox": {"waiting": 0, "failed": 2}}))
    assert (failed.level, failed.advice) == (Level.ATTENTION, "See why: cti-tray activity")
    assert failed.area is Area.ACTIVITIES
    damaged = scene()
    (damaged.folder / JOURNAL_FILE).write_bytes(b"this is no database" * 500)
    assert list(records.activities(damaged)) == [], "the databases say it"
