"""The database under the store: files and modes, damage, versions, unreachable servers."""

import dataclasses
import sqlite3
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from tray.calls.settings import InternalCalls
from tray.errors import ConfigError, CtiError, DataDamaged, Offline
from tray.setup import sql_database, sql_store
from tray.setup.audit import Action, Record
from tray.setup.model import Actor, Change, Identity, NewUser
from tray.setup.opening import open_store
from tray.setup.sql_schema import SCHEMA_VERSION
from tray.setup.store import StoreSetAside

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ANNA = Identity("OFFICE\\anna", name="Anna")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "setup.db"


def fill(path: Path) -> None:
    store = sql_store.open_file(path)
    store.connect(ANNA, NOW)
    store.close()


def run_sql(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_the_file_and_its_journal_are_for_their_user_only(path: Path) -> None:
    store = sql_store.open_file(path)
    with store._database.write() as connection:
        connection.execute(text("SELECT 1"))
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    store.close()
    assert modes == {"setup.db": 0o600, "setup.db-wal": 0o600, "setup.db-shm": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_foreign_keys_hold_and_the_journal_is_written_ahead(path: Path) -> None:
    store = sql_store.open_file(path)
    with store._database.read() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    store.close()


@pytest.mark.parametrize("damage", ["garbage", "header", "page"])
def test_a_damaged_file_is_named_kept_and_replaced_at_the_next_start(path: Path, damage: str) -> None:
    fill(path)
    content = bytearray(path.read_bytes())
    if damage == "garbage":
        content = bytearray(b"this is no database" * 1000)
    elif damage == "header":
        content[:16] = b"\xff" * 16
    else:
        content[4096:12288] = b"\xff" * 8192
    path.write_bytes(content)
    with pytest.raises(StoreSetAside, match=r"setup\.db is damaged.*setup\.damaged-1\.db"):
        sql_store.open_file(path)
    assert path.with_name("setup.damaged-1.db").read_bytes() == content
    fill(path)
    path.write_bytes(content)
    with pytest.raises(StoreSetAside, match=r"setup\.damaged-2\.db"):
        sql_store.open_file(path)


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE cti_user_setup SET caller_card_delay = -5", "user setup card 1.caller_card_delay"),
        ("UPDATE cti_user_setup SET open_mask_on = 'Sometimes'", "user setup card 1.open_mask_on"),
        ("UPDATE cti_user_setup SET crm_active = 'perhaps'", "user setup card 1.crm_active"),
        ("UPDATE cti_user_setup SET revision = 'abc'", "user setup card 1.revision"),
        ("DELETE FROM cti_user_setup", "user setup card: that of user 1 is missing"),
        ("UPDATE cti_module SET heartbeat_s = 'often'", "module.heartbeat_s"),
        ("UPDATE cti_module SET region = 'Q'", "module.region"),
        ("UPDATE cti_module SET incoming_template = x'ff'", "module.incoming_template"),
        ("UPDATE cti_module SET incoming_template = CAST(x'ff' AS TEXT)", "incoming_template"),
        ("UPDATE cti_module SET revision = 'abc'", "module.revision"),
        ("UPDATE cti_module SET mappings_revision = 1.5", "mappings.mappings_revision"),
        ("DELETE FROM cti_module", "cti_module"),
        ("UPDATE cti_licence SET kind = 'Free'", "licence.kind"),
        ("UPDATE cti_licence SET valid_until = 'never'", "licence.valid_until"),
        ("UPDATE cti_licence SET valid_until = 5", "licence.valid_until"),
        ("UPDATE cti_licence SET revision = -1", "licence.revision"),
        ("DELETE FROM cti_licence", "cti_licence"),
        ("UPDATE cti_user SET name = x'ff00'", "user 1.name"),
        ("UPDATE cti_user SET account = x'41'", "user 1.account"),
        ("UPDATE cti_user SET email = x'41'", "user 1.email"),
        ("UPDATE cti_user SET licensed = 'no'", "user 1.licensed"),
        ("UPDATE cti_user SET admin = 2", "user 1.admin"),
        ("UPDATE cti_user SET last_seen = 'yesterday'", "user 1.last_seen"),
        ("UPDATE cti_user SET authorization_time = 5", "user 1.authorization_time"),
        ("UPDATE cti_user SET token_expires = x'00'", "user 1.token_expires"),
        ("UPDATE cti_user SET sign_in_state = 'maybe'", "user 1.sign_in_state"),
        ("UPDATE cti_user SET access_token = 'x'", "user 1.access_token"),
        ("UPDATE cti_user SET refresh_token = 'x'", "user 1.refresh_token"),
        ("INSERT INTO cti_mapping VALUES (0, 1, 'Contact', 'javascript:x', '[]', '', 1)", "mappings[0].card_page"),
        ("INSERT INTO cti_mapping VALUES (0, 1, 'Contact', '', 'not json', '', 1)", "mappings[0].phone_fields"),
        ("INSERT INTO cti_mapping VALUES (0, 1, 'Contact', '', x'ff', '', 1)", "mappings[0].phone_fields"),
    ],
)
def test_a_row_that_somebody_spoilt_is_damage_that_is_named_and_no_crash(
    path: Path, statement: str, named: str
) -> None:
    fill(path)
    run_sql(path, statement)
    store = sql_store.open_file(path)
    with pytest.raises(DataDamaged, match=r"setup\.db") as caught:
        store.snapshot(Actor(1), NOW)
    assert named in caught.value.message
    assert "database program" in caught.value.hint
    store.close()
    assert path.exists()


@pytest.mark.parametrize("value", ["'abc'", "x'00'", "0", None])
def test_a_file_that_does_not_say_its_version_is_left_alone(path: Path, value: str | None) -> None:
    fill(path)
    run_sql(path, f"UPDATE cti_meta SET schema_version = {value}" if value else "DELETE FROM cti_meta")
    for _ in range(2):
        with pytest.raises(CtiError, match=r"setup\.db does not say of which version") as caught:
            sql_store.open_file(path)
        assert not isinstance(caught.value, DataDamaged)
        assert not caught.value.retryable
    run_sql(path, "DELETE FROM cti_meta", f"INSERT INTO cti_meta VALUES (1, {SCHEMA_VERSION})")
    store = sql_store.open_file(path)
    assert store.snapshot(Actor(1), NOW).user is not None
    store.close()


def test_an_account_that_points_to_nobody_is_free_again(path: Path) -> None:
    fill(path)
    store = sql_store.open_file(path)
    ben = store.connect(Identity("OFFICE\\ben", "oid-2.tid"), NOW)
    carl = store.connect(Identity("OFFICE\\carl"), NOW)
    run_sql(path, f"DELETE FROM cti_user WHERE id IN ({ben.id}, {carl.id})")
    again = store.connect(Identity("OFFICE\\ben", "oid-2.tid"), NOW)
    assert again.id not in {ben.id, carl.id}
    assert store.connect(Identity("OFFICE\\ben"), NOW).id == again.id
    (added,) = store.import_users(Actor(1), [NewUser("OFFICE\\carl")], NOW).added
    assert store.connect(Identity("OFFICE\\carl"), NOW).id == added.id
    store.close()


def test_a_lease_that_cannot_be_read_is_left_out_and_goes(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    fill(path)
    store = sql_store.open_file(path)
    store.beat(Actor(1), "desk", NOW)
    ben = store.connect(Identity("OFFICE\\ben"), NOW)
    bad = ["'soon', 'later'", "x'00', x'ff'", "1, 9", "'0001-01-01 00:00:00', '9999-12-31 23:59:59'", "'', ''"]
    run_sql(path, *(f"INSERT INTO cti_lease VALUES ('bad {i}', {ben.id}, {times})" for i, times in enumerate(bad)))
    assert [user.active for user in store.users(Actor(1), NOW)] == [True]
    assert store.snapshot(Actor(ben.id), NOW).user is not None
    store.beat(Actor(ben.id), "ben's", NOW)
    assert [user.active for user in store.all_users(Actor(1), NOW)] == [True, True]
    assert "The lease 'bad 0' of user 2 could not be read and was removed." in caplog.text
    with sqlite3.connect(path) as connection:
        left = {row[0] for row in connection.execute("SELECT session FROM cti_lease")}
    connection.close()
    assert left == {"desk", "ben's", "bad 3"}
    store.close()


@pytest.mark.parametrize(
    "spoil",
    ["at = 'then'", "at = x'00'", "who = x'ff'", "action = 'danced'", "record = 7", "old = x'00'", "revision = 'abc'"],
)
def test_an_entry_of_the_trail_that_cannot_be_read_hides_no_other(path: Path, spoil: str) -> None:
    fill(path)
    store = sql_store.open_file(path)
    store.add_users(Actor(1), [NewUser("OFFICE\\ben"), NewUser("OFFICE\\carl")], NOW)
    run_sql(path, f"UPDATE cti_audit SET {spoil} WHERE id = 2")
    carl, ben, anna = store.audit(Actor(1))
    assert (carl.subject, anna.subject) == ("OFFICE\\carl", "Anna (OFFICE\\anna)")
    assert (ben.id, ben.action, ben.record) == (2, Action.UNREADABLE, Record.AUDIT)
    assert str(ben) == "Entry 2 of the audit trail cannot be read; it was changed by another program"
    store.close()


def test_a_name_that_cannot_be_read_keeps_nobody_else_out(path: Path) -> None:
    fill(path)
    store = sql_store.open_file(path)
    store.add_users(Actor(1), [NewUser("OFFICE\\ben", "ben@office.example", licensed=True)], NOW)
    store.set_admin(Actor(1), 2, NOW, admin=True)
    run_sql(path, "UPDATE cti_user SET name = x'ff', email = x'ff' WHERE id = 2")
    assert store.snapshot(Actor(1), NOW).admins == ()
    assert store.connect(Identity("OFFICE\\carl"), NOW).id == 3
    store.add_users(Actor(1), [NewUser("OFFICE\\dora")], NOW)
    with pytest.raises(DataDamaged, match=r"user 2\.name \(OFFICE\\ben\)"):
        store.all_users(Actor(1), NOW)
    store.close()


def test_a_missing_table_is_an_error_that_names_the_file(path: Path) -> None:
    fill(path)
    run_sql(path, "DROP TABLE cti_mapping")
    store = sql_store.open_file(path)
    with pytest.raises(CtiError, match=r"setup\.db"):
        store.snapshot(Actor(1), NOW)
    store.close()


def test_a_file_of_a_newer_version_is_left_alone(path: Path) -> None:
    fill(path)
    run_sql(path, f"UPDATE cti_meta SET schema_version = {SCHEMA_VERSION + 1}", "PRAGMA wal_checkpoint(TRUNCATE)")
    content = path.read_bytes()
    with pytest.raises(CtiError, match="newer version") as caught:
        sql_store.open_file(path)
    assert not isinstance(caught.value, DataDamaged)
    assert path.read_bytes() == content
    assert sorted(file.name for file in path.parent.iterdir()) == ["setup.db"]


def test_an_older_store_is_brought_forward_and_keeps_its_rows(open_again) -> None:
    store = open_again()
    user = store.connect(ANNA, NOW)
    database = store._database

    def second(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE cti_user ADD COLUMN desk TEXT"))

    def third(connection: Connection) -> None:
        connection.execute(text("UPDATE cti_user SET desk = 'window'"))

    database.prepare(4, {3: second, 4: third})
    with database.read() as connection:
        assert connection.execute(text("SELECT desk FROM cti_user")).scalar() == "window"
        assert connection.execute(text("SELECT schema_version FROM cti_meta")).scalar() == 4
    database.prepare(4, {})
    with pytest.raises(CtiError, match="newer version"):
        database.prepare()
    assert store.card(Actor(user.id), user.id).user_id == user.id


def test_a_store_of_the_first_version_gets_internal_calls_and_keeps_its_cards(open_again) -> None:
    store = open_again()
    user = store.connect(ANNA, NOW)
    database = store._database
    with database.write() as connection:
        connection.execute(text("ALTER TABLE cti_user_setup DROP COLUMN internal_calls"))
        connection.execute(text("UPDATE cti_user_setup SET caller_card_delay = 7"))
        connection.execute(text("UPDATE cti_meta SET schema_version = 1"))
    newer = open_again()
    card = newer.card(Actor(user.id), user.id)
    assert (card.calls.caller_card_delay, card.calls.internal_calls) == (7, InternalCalls.ALWAYS)
    calls = dataclasses.replace(card.calls, internal_calls=InternalCalls.NEVER)
    newer.save(Actor(user.id), Change(card=dataclasses.replace(card, calls=calls)), NOW)
    again = open_again()
    assert again.card(Actor(user.id), user.id).calls == calls
    (entry, *_) = again.audit(Actor(user.id))
    assert (entry.field, entry.old, entry.new) == ("internal_calls", "Always", "Never")
    assert newer.connect(Identity("OFFICE\\ben"), NOW).id != user.id


def test_a_program_of_the_first_version_can_still_add_a_card(open_again) -> None:
    store = open_again()
    user = store.connect(ANNA, NOW)
    columns = "open_mask_on, close_mask_on, open_outgoing_mask_on, caller_card_delay, auto_open_master_data, crm_active"
    templates = "incoming_template, outgoing_template, missed_incoming_template, unaccepted_outgoing_template"
    with store._database.write() as connection:
        copied = f"{columns}, {templates}, revision"
        row = connection.execute(text(f"SELECT {copied} FROM cti_user_setup")).mappings().one()
        connection.execute(text("DELETE FROM cti_user_setup"))
        values = ", ".join(f":{name}" for name in row)
        connection.execute(
            text(f"INSERT INTO cti_user_setup (user_id, {copied}) VALUES (:user_id, {values})"),
            {"user_id": user.id, **row},
        )
    assert store.card(Actor(user.id), user.id).calls.internal_calls is InternalCalls.ALWAYS


def test_a_migration_that_fails_changes_nothing(open_again) -> None:
    store = open_again()
    store.connect(ANNA, NOW)
    database = store._database

    def second(connection: Connection) -> None:
        connection.execute(text("ALTER TABLE cti_user ADD COLUMN desk TEXT"))
        connection.execute(text("UPDATE cti_nothing SET x = 1"))

    with pytest.raises(CtiError):
        database.prepare(3, {3: second})
    database.prepare()
    with database.read() as connection:
        names = connection.execute(text("SELECT * FROM cti_user")).keys()
    assert "desk" not in names


def test_a_writer_that_keeps_the_file_busy_is_offline_for_the_others(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sql_database, "BUSY_TIMEOUT_S", 0)
    store = sql_store.open_file(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Offline, match=r"setup\.db is in use"):
        store.connect(ANNA, NOW)
    other.execute("ROLLBACK")
    other.close()
    assert store.connect(ANNA, NOW).admin
    store.close()


def test_a_folder_or_a_file_that_cannot_be_used_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "setup.db").mkdir()
    with pytest.raises(CtiError, match=r"setup\.db"):
        open_store("sqlite", tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(CtiError, match="file"):
        open_store("sqlite", tmp_path / "file")


def test_a_server_that_is_not_there_is_offline_and_no_password_is_told(tmp_path: Path) -> None:
    with pytest.raises(Offline) as caught:
        open_store(f"postgresql+psycopg://anna:hunter2@/cti?host={tmp_path}", tmp_path)
    assert str(caught.value).startswith("The PostgreSQL database cti on ")
    assert "hunter2" not in str(caught.value)


def test_a_database_that_does_not_exist_is_told_in_the_words_of_the_server(cluster, tmp_path: Path) -> None:
    with pytest.raises(Offline, match='database "nothing_here" does not exist'):
        open_store(f"postgresql+psycopg://cti@/nothing_here?host={cluster.folder}", tmp_path)


def test_a_server_that_goes_away_and_comes_back(cluster) -> None:
    store = sql_store.open_server(cluster.empty_database())
    try:
        user = store.connect(ANNA, NOW)
        cluster.stop()
        try:
            with pytest.raises(Offline):
                store.snapshot(Actor(user.id), NOW)
        finally:
            cluster.start()
        assert store.snapshot(Actor(user.id), NOW).user.name == "Anna"
    finally:
        store.close()


@pytest.mark.parametrize("url", ["business-central", "postgresql+psycopg://db:port/x", "nonsense"])
def test_an_address_that_cannot_be_used_is_named(tmp_path: Path, url: str) -> None:
    with pytest.raises(ConfigError, match=r"store\.url"):
        open_store(url, tmp_path)


def test_models_cache_and_config_load_no_database_library(tmp_path: Path) -> None:
    code = (
        "import sys, tray.config, tray.setup.cached, tray.setup.model, tray.setup.opening, tray.setup.service,"
        "tray.setup.transfer, tray.setup.listing, tray.setup.who;"
        "print({'sqlalchemy', 'psycopg', 'tomlkit', 'PySide6'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "set()"
