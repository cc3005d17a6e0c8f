import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tray.calls.scenario import read_scenario
from tray.errors import InvalidInput, Refused
from tray.setup import sql_store, transfer
from tray.setup.listing import audit_data, find_user, show_data, user_data
from tray.setup.model import Actor, Identity, User
from tray.setup.sql_store import SqlStore

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
EXAMPLE = {
    "module": {
        "crm_active": True,
        "incoming_template": "M-IN",
        "outgoing_template": "",
        "missed_incoming_template": "",
        "unaccepted_outgoing_template": "",
    },
    "user": {
        "open_mask_on": "Connected",
        "close_mask_on": "None",
        "open_outgoing_mask_on": "User",
        "caller_card_delay": 5,
        "auto_open_master_data": True,
        "internal_calls": "Never",
        "crm_active": True,
        "incoming_template": "",
        "outgoing_template": "",
        "missed_incoming_template": "MISSED",
        "unaccepted_outgoing_template": "",
    },
    "mappings": [
        {
            "priority": 1,
            "table": "Contact",
            "card_page": "https://erp.example/contact/{no}",
            "phone_fields": ["phone", "mobile"],
            "name_field": "name",
        }
    ],
}


@pytest.fixture
def store(tmp_path: Path):
    opened = sql_store.open_file(tmp_path / "setup.db")
    yield opened
    opened.close()


@pytest.fixture
def boss(store: SqlStore) -> Actor:
    return Actor(store.connect(Identity("OFFICE\\anna", name="Anna"), NOW).id)


def load(store: SqlStore, actor: Actor, data: object) -> None:
    transfer.import_text(store, actor, json.dumps(data), NOW)


def dump(store: SqlStore, actor: Actor) -> dict:
    return json.loads(transfer.export_text(store, actor))


def test_what_is_imported_is_exported_the_same(store: SqlStore, boss: Actor) -> None:
    load(store, boss, EXAMPLE)
    assert dump(store, boss) == EXAMPLE


def test_an_export_can_be_played_as_a_scenario(store: SqlStore, boss: Actor) -> None:
    load(store, boss, EXAMPLE)
    scenario = read_scenario(json.dumps({**dump(store, boss), "events": []}))
    assert scenario.setup == store.snapshot(boss, NOW).setup


def test_values_of_the_organisation_come_along_when_they_are_set(store: SqlStore, boss: Actor) -> None:
    load(store, boss, {"module": {"retention_days": 30, "region": "DE", "internal_max_digits": 3}})
    exported = dump(store, boss)
    assert exported["module"].items() >= {"retention_days": 30, "region": "DE", "internal_max_digits": 3}.items()
    load(store, boss, {"module": {"region": None}})
    assert "region" not in dump(store, boss)["module"]


def test_absent_sections_and_keys_stay(store: SqlStore, boss: Actor) -> None:
    load(store, boss, EXAMPLE)
    load(store, boss, {"user": {"caller_card_delay": 9}})
    expected = json.loads(json.dumps(EXAMPLE))
    expected["user"]["caller_card_delay"] = 9
    assert dump(store, boss) == expected
    load(store, boss, {"mappings": []})
    assert dump(store, boss)["mappings"] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "JSON"),
        ("{", "JSON"),
        ("[]", "object"),
        ("{}", "none of module"),
        ('{"user": {}, "user": {}}', "user"),
        ('{"user": {"caller_card_delay": 1, "caller_card_delay": 2}}', "caller_card_delay"),
        ('{"users": {}}', "users"),
        ('{"events": []}', "events"),
        ('{"user": {"caller_card_delays": 1}}', "user.caller_card_delays"),
        ('{"user": {"caller_card_delay": NaN}}', "NaN"),
        ('{"user": {"caller_card_delay": 1e2}}', "user.caller_card_delay"),
        ('{"user": {"caller_card_delay": true}}', "user.caller_card_delay"),
        ('{"user": {"caller_card_delay": ' + "9" * 9000 + "}}", "JSON"),
        ('{"user": {"incoming_template": "\\ud800"}}', "user.incoming_template"),
        ('{"user": {"incoming_template": "12345678901"}}', "user.incoming_template"),
        ('{"user": null}', "user"),
        ('{"module": {"retention_days": 0}}', "module.retention_days"),
        ('{"module": {"heartbeat_s": 1}}', "module.heartbeat_s"),
        ('{"module": {"region": "Q1"}}', "module.region"),
        ('{"module": {"outside_prefix": "zero"}}', "module.outside_prefix"),
        ('{"module": {"revision": 1}}', "module.revision"),
        ('{"mappings": {}}', "mappings"),
        ('{"mappings": [{"priority": 0, "table": "T"}]}', "mappings[0].priority"),
        ('{"mappings": [{"priority": 1, "table": "T", "card_page": "http://x"}]}', "mappings[0].card_page"),
        ('{"user": {"caller_card_delay": 3}, "mappings": [{"priority": 1}]}', "mappings[0].table"),
        ("[" * 100_000, "JSON"),
        (json.dumps({"mappings": [{"priority": 1, "table": "T"}] * 501}), "mappings"),
        (" " * 5_000_001, "5 MB"),
    ],
)
def test_a_bad_file_names_the_field_and_writes_nothing(store: SqlStore, boss: Actor, text: str, word: str) -> None:
    load(store, boss, EXAMPLE)
    before = (dump(store, boss), store.audit(boss))
    with pytest.raises(InvalidInput) as caught:
        transfer.import_text(store, boss, text, NOW)
    assert word in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (dump(store, boss), store.audit(boss)) == before


def test_a_plain_user_imports_and_sets_nothing(store: SqlStore, boss: Actor) -> None:
    ben = Actor(store.connect(Identity("OFFICE\\ben", name="Ben"), NOW).id)
    store.activate(boss, ben.user_id, NOW)
    before = dump(store, ben)
    with pytest.raises(Refused):
        load(store, ben, EXAMPLE)
    with pytest.raises(Refused):
        transfer.set_values(store, ben, ["user.caller_card_delay=5"], NOW)
    with pytest.raises(Refused):
        transfer.export_text(store, ben, boss.user_id)
    assert dump(store, ben) == before


def test_an_admin_imports_and_exports_the_card_of_another(store: SqlStore, boss: Actor) -> None:
    ben = store.connect(Identity("OFFICE\\ben"), NOW)
    transfer.import_text(store, boss, '{"user": {"caller_card_delay": 8}}', NOW, ben.id)
    assert json.loads(transfer.export_text(store, boss, ben.id))["user"]["caller_card_delay"] == 8
    assert dump(store, boss)["user"]["caller_card_delay"] == 0


def test_single_values_are_set_together(store: SqlStore, boss: Actor) -> None:
    transfer.set_values(
        store,
        boss,
        [
            "user.caller_card_delay=5",
            "module.crm_active=true",
            "user.incoming_template = abc ",
            "user.outgoing_template=123",
            "module.internal_max_digits=3",
            "module.region=de",
            "user.open_mask_on=Connected",
        ],
        NOW,
    )
    snapshot = store.snapshot(boss, NOW)
    assert (snapshot.card.calls.caller_card_delay, snapshot.card.calls.open_mask_on) == (5, "Connected")
    assert (snapshot.card.calls.incoming_template, snapshot.card.calls.outgoing_template) == ("ABC", "123")
    assert (snapshot.module.calls.crm_active, snapshot.module.internal_max_digits, snapshot.module.region) == (
        True,
        3,
        "DE",
    )
    transfer.set_values(store, boss, ["module.region=", "module.internal_max_digits=", "user.incoming_template="], NOW)
    snapshot = store.snapshot(boss, NOW)
    assert (snapshot.module.region, snapshot.module.internal_max_digits) == (None, None)
    assert snapshot.card.calls.incoming_template == ""


@pytest.mark.parametrize(
    ("assignment", "word"),
    [
        ("user.caller_card_delay", "user.caller_card_delay"),
        ("caller_card_delay=5", "caller_card_delay=5"),
        ("mappings.0=5", "mappings.0"),
        ("user.caller_card_delay=121", "user.caller_card_delay"),
        ("user.caller_card_delay=5 s", "user.caller_card_delay"),
        ("user.caller_card_delay=2.5", "user.caller_card_delay"),
        ("user.caller_card_delay=99999999999999999999", "user.caller_card_delay"),
        ("user.crm_active=1", "user.crm_active"),
        ("user.open_mask_on=connected", "user.open_mask_on"),
        ("user.unknown=1", "user.unknown"),
        ("module.open_mask_on=Call", "module.open_mask_on"),
        ("module.crm_active=false", "module.crm_active"),
    ],
)
def test_a_bad_assignment_is_named_and_none_is_set(store: SqlStore, boss: Actor, assignment: str, word: str) -> None:
    before = dump(store, boss)
    with pytest.raises(InvalidInput) as caught:
        transfer.set_values(store, boss, ["module.crm_active=true", assignment], NOW)
    assert word in str(caught.value)
    assert dump(store, boss) == before


def test_a_file_is_read_with_or_without_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "setup.json"
    path.write_bytes(b"\xef\xbb\xbf{}")
    assert transfer.read_file(path) == "{}"


@pytest.mark.parametrize("content", [b"\xff\xfe{", b" " * 5_000_001])
def test_a_file_that_cannot_be_text_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "setup.json"
    path.write_bytes(content)
    with pytest.raises(InvalidInput, match=r"setup\.json"):
        transfer.read_file(path)
    with pytest.raises(InvalidInput, match=r"missing\.json"):
        transfer.read_file(tmp_path / "missing.json")


def test_show_tells_who_one_is_and_what_is_in_force(store: SqlStore, boss: Actor) -> None:
    load(store, boss, EXAMPLE)
    shown = show_data(store, boss, NOW)
    assert json.loads(json.dumps(shown)) == shown
    assert shown["store"] == "sqlite"
    assert (shown["you"]["name"], shown["you"]["admin"]) == ("Anna", True)
    assert shown["licence"].items() >= {"state": "Licensed", "seats": 25, "seats_used": 1, "valid_until": None}.items()
    assert shown["user"] == EXAMPLE["user"]
    assert shown["module"]["retention_days"] == 365
    assert json.dumps([audit_data(entry) for entry in store.audit(boss)])


USERS = [
    User(1, "OFFICE\\anna", "Anna", "anna@office.example"),
    User(2, "OFFICE\\ben", "Ben"),
    User(3, "BRANCH\\ben", "Ben the Second"),
    User(4, "", "Cleo", "cleo@office.example"),
]


@pytest.mark.parametrize(
    ("text", "user_id"),
    [("ANNA", 1), ("office\\ben", 2), ("Ben the second", 3), ("cleo@OFFICE.example", 4), ("#3", 3), (" anna ", 1)],
)
def test_a_user_is_found_by_what_people_call_them(text: str, user_id: int) -> None:
    assert find_user(USERS, text).id == user_id


@pytest.mark.parametrize(
    ("text", "word"), [("ben", "More than one"), ("dora", "no user"), ("", "no user"), ("1", "no user")]
)
def test_who_is_not_meant_for_sure_is_not_chosen(text: str, word: str) -> None:
    with pytest.raises(InvalidInput, match=word):
        find_user(USERS, text)


def test_a_listed_user_is_plain_data() -> None:
    assert json.loads(json.dumps(user_data(USERS[0])))["sign_in"]["state"] == "signed_out"


CODES = st.text("ABCxyz019-Ä ", max_size=10).map(lambda text: text.strip().upper()).filter(lambda text: len(text) <= 10)
TEMPLATES = {name: CODES for name in EXAMPLE["module"] if name != "crm_active"} | {"crm_active": st.booleans()}
FILES = st.fixed_dictionaries(
    {
        "module": st.fixed_dictionaries(TEMPLATES),
        "user": st.fixed_dictionaries(
            {
                **TEMPLATES,
                "open_mask_on": st.sampled_from(["Call", "Connected"]),
                "close_mask_on": st.sampled_from(["None", "Connected"]),
                "open_outgoing_mask_on": st.sampled_from(["User", "Always"]),
                "caller_card_delay": st.integers(0, 120),
                "auto_open_master_data": st.booleans(),
                "internal_calls": st.sampled_from(["Always", "Never"]),
            }
        ),
        "mappings": st.lists(
            st.fixed_dictionaries(
                {
                    "priority": st.integers(1, 9999),
                    "table": st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=20),
                    "card_page": st.sampled_from(["", "builtin", "21", "https://erp.example/{table}/{no}?n={number}"]),
                    "phone_fields": st.lists(st.text("abc", max_size=5), max_size=3),
                    "name_field": st.text("abc", max_size=5),
                },
                optional={"enabled": st.just(False)},
            ),
            max_size=4,
        ),
    }
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILES)
def test_any_acceptable_file_goes_round_without_loss(store: SqlStore, boss: Actor, data: dict) -> None:
    load(store, boss, data)
    assert dump(store, boss) == data
