"""What every store promises, over a SQLite file and a PostgreSQL server alike."""

import dataclasses
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import select, update

from tests.postgresql import Cluster
from tray import demo
from tray.calls.settings import CloseMaskOn, InternalCalls, MappingRow, ModuleSettings, OpenMaskOn, UserSettings
from tray.errors import InvalidField, InvalidInput, Refused
from tray.setup import sql_store
from tray.setup.audit import Action, Record, SetupConflict
from tray.setup.model import (
    Actor,
    Change,
    Identity,
    Licence,
    LicenceKind,
    Mappings,
    ModuleSetup,
    NewUser,
    Role,
    Seats,
    SignIn,
    SignInState,
    Standing,
    User,
    UserSetup,
)
from tray.setup.sql_schema import LEASE
from tray.setup.sql_store import SqlStore

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


def person(name: str) -> Identity:
    return Identity(account=f"OFFICE\\{name}", name=name.title())


@pytest.fixture
def admin(store: SqlStore) -> User:
    return store.connect(person("anna"), NOW)


@pytest.fixture
def boss(admin: User) -> Actor:
    return Actor(admin.id)


@pytest.fixture
def plain(store: SqlStore, boss: Actor) -> User:
    user = store.connect(person("ben"), NOW)
    return store.activate(boss, user.id, NOW)


def change_delay(store: SqlStore, actor: Actor, user_id: int, delay: int) -> UserSetup:
    card = store.card(actor, user_id)
    settings = dataclasses.replace(card.calls, caller_card_delay=delay)
    saved = store.save(actor, Change(card=dataclasses.replace(card, calls=settings)), NOW).card
    assert saved is not None
    return saved


def expire(store: SqlStore, boss: Actor) -> None:
    licence = store.licence(boss)
    ended = dataclasses.replace(licence, kind=LicenceKind.TRIAL, valid_until=date(2026, 3, 1))
    store.save_licence(boss, ended, NOW)


# Connecting


def test_the_first_user_is_a_licensed_admin_and_the_next_ones_are_not(store: SqlStore) -> None:
    first = store.connect(person("anna"), NOW)
    second = store.connect(person("ben"), NOW)
    assert (first.licensed, first.admin, first.name, first.account) == (True, True, "Anna", "OFFICE\\anna")
    assert (second.licensed, second.admin, second.last_seen) == (False, False, NOW)


def test_an_empty_store_is_licensed_with_25_seats_and_no_end(store: SqlStore, boss: Actor) -> None:
    licence = store.licence(boss)
    assert (licence.kind, licence.seats, licence.valid_until) == (LicenceKind.FULL, 25, None)
    assert store.seats(boss) == Seats(used=1, total=25)
    snapshot = store.snapshot(boss, NOW)
    assert snapshot.standing(NOW) is Standing.GOOD
    assert snapshot.may_administer(NOW)
    assert (snapshot.module.calls, snapshot.card.calls, snapshot.mappings.rows) == (
        ModuleSettings(),
        UserSettings(),
        (),
    )


def test_connecting_again_is_the_same_row_whatever_the_capitals(store: SqlStore, admin: User) -> None:
    again = store.connect(Identity(account="office\\ANNA", name="Anna Berg"), LATER)
    assert (again.id, again.name, again.last_seen, again.admin) == (admin.id, "Anna Berg", LATER, True)


def test_account_and_sign_in_are_one_row(store: SqlStore, admin: User) -> None:
    signed_in = store.connect(Identity("OFFICE\\anna", "oid-1.tid", "anna@office.example"), LATER)
    without_windows = store.connect(Identity(sign_in_id="OID-1.tid"), LATER)
    assert signed_in.id == without_windows.id == admin.id
    assert without_windows.email == "anna@office.example"
    assert without_windows.account == "OFFICE\\anna"


def test_a_second_computer_of_the_same_sign_in_is_the_same_row(store: SqlStore, admin: User) -> None:
    store.connect(Identity("OFFICE\\anna", "oid-1.tid"), NOW)
    laptop = store.connect(Identity("LAPTOP\\anna", "oid-1.tid"), LATER)
    assert laptop.id == admin.id
    assert store.connect(Identity("LAPTOP\\anna"), LATER).id == admin.id


def test_two_rows_that_turn_out_to_be_one_person_are_merged(store: SqlStore, boss: Actor) -> None:
    (invited,) = store.add_users(boss, [NewUser(email="Ben@office.example", name="Ben", licensed=True)], NOW)
    change_delay(store, boss, invited.id, 7)
    by_account = store.connect(Identity("OFFICE\\ben"), NOW)
    store.beat(Actor(by_account.id), "ben's tray", NOW)
    merged = store.connect(Identity("OFFICE\\ben", "oid-2.tid", "ben@office.example"), LATER)
    assert merged.id == invited.id
    assert merged.licensed
    assert len(store.all_users(boss, NOW)) == 2
    assert store.card(boss, merged.id).calls.caller_card_delay == 7
    assert {user.name for user in store.users(boss, NOW) if user.active} == {"Ben"}
    assert store.seats(boss).used == 2
    assert Action.MERGED in {entry.action for entry in store.audit(boss)}


def test_a_merge_keeps_the_card_that_was_edited(store: SqlStore, boss: Actor) -> None:
    by_account = store.connect(Identity("OFFICE\\ben"), NOW)
    change_delay(store, boss, by_account.id, 9)
    store.add_users(boss, [NewUser(email="ben@office.example", licensed=True)], NOW)
    merged = store.connect(Identity("OFFICE\\ben", "oid-2.tid", "ben@office.example"), LATER)
    assert store.card(boss, merged.id).calls.caller_card_delay == 9


def test_two_people_at_one_computer_are_two_rows(store: SqlStore, admin: User) -> None:
    store.connect(Identity("OFFICE\\anna", "oid-1.tid"), NOW)
    other = store.connect(Identity("OFFICE\\anna", "oid-2.tid", name="Ben"), NOW)
    assert other.id != admin.id
    assert not other.licensed
    assert store.connect(Identity("OFFICE\\anna"), NOW).id == admin.id
    assert store.connect(Identity("OFFICE\\anna", "oid-2.tid"), NOW).id == other.id


def test_the_same_sign_in_name_in_another_tenant_is_somebody_else(store: SqlStore, boss: Actor) -> None:
    store.add_users(boss, [NewUser(email="ben@office.example", licensed=True)], NOW)
    one = store.connect(Identity(sign_in_id="oid-2.tid-a", email="ben@office.example"), NOW)
    guest = store.connect(Identity(sign_in_id="oid-3.tid-b", email="ben@office.example"), NOW)
    assert one.licensed
    assert guest.id != one.id
    assert not guest.licensed


@pytest.mark.parametrize(
    "identity", [Identity(), Identity(email="a@b.example"), Identity("a\x00b"), Identity("a" * 300)]
)
def test_an_identity_that_says_nothing_or_nonsense_is_refused(store: SqlStore, identity: Identity) -> None:
    with pytest.raises(InvalidInput):
        store.connect(identity, NOW)


# Rights


def edit_module(store: SqlStore, actor: Actor, _user: User) -> None:
    store.save(actor, Change(module=dataclasses.replace(store.module(actor), retention_days=9)), NOW)


def edit_mappings(store: SqlStore, actor: Actor, _user: User) -> None:
    mappings = store.mappings(actor)
    store.save(actor, Change(mappings=dataclasses.replace(mappings, rows=(MappingRow(1, "Contact"),))), NOW)


def edit_own_card(store: SqlStore, actor: Actor, _user: User) -> None:
    change_delay(store, actor, actor.user_id, 5)


def edit_card_unseen(store: SqlStore, actor: Actor, user: User) -> None:
    store.save(actor, Change(card=UserSetup(user.id, UserSettings(caller_card_delay=5), revision=1)), NOW)


ADMINISTRATION: dict[str, Callable[[SqlStore, Actor, User], object]] = {
    "module": edit_module,
    "mappings": edit_mappings,
    "own card": edit_own_card,
    "other's card": edit_card_unseen,
    "activate": lambda store, actor, user: store.activate(actor, user.id, NOW),
    "deactivate": lambda store, actor, user: store.deactivate(actor, user.id, NOW),
    "make admin": lambda store, actor, user: store.set_admin(actor, user.id, NOW, admin=True),
    "take admin": lambda store, actor, user: store.set_admin(actor, user.id, NOW, admin=False),
    "remove": lambda store, actor, user: store.remove_user(actor, user.id, NOW),
    "add": lambda store, actor, _: store.add_users(actor, [NewUser("OFFICE\\eve")], NOW),
}
READING_FOR_ADMINS: dict[str, Callable[[SqlStore, Actor, User], object]] = {
    "product users": lambda store, actor, _: store.all_users(actor, NOW),
    "audit": lambda store, actor, _: store.audit(actor),
    "other's card": lambda store, actor, user: store.card(actor, user.id),
}
LICENCE: dict[str, Callable[[SqlStore, Actor, User], object]] = {
    "licence": lambda store, actor, _: store.save_licence(
        actor, Licence(name="Mine", seats=9, revision=store.licence(actor).revision), NOW
    ),
}


def everything(store: SqlStore, boss: Actor) -> tuple[object, ...]:
    users = store.all_users(boss, NOW)
    cards = tuple(store.card(boss, user.id) for user in users)
    return users, cards, store.module(boss), store.mappings(boss), store.licence(boss)


@pytest.mark.parametrize("action", [*ADMINISTRATION, *LICENCE])
@pytest.mark.parametrize("licensed", [True, False])
def test_a_plain_user_changes_nothing_and_the_attempt_is_on_record(
    store: SqlStore, boss: Actor, plain: User, licensed: bool, action: str
) -> None:
    if not licensed:
        store.deactivate(boss, plain.id, NOW)
    other = store.connect(person("cleo"), NOW)
    before = everything(store, boss)
    with pytest.raises(Refused, match="administrator"):
        (ADMINISTRATION | LICENCE)[action](store, Actor(plain.id), other)
    assert everything(store, boss) == before
    entry = store.audit(boss, limit=1)[0]
    assert (entry.action, entry.who) == (Action.REFUSED, "Ben (OFFICE\\ben)")
    assert "administrator" in str(entry)


@pytest.mark.parametrize("action", [*ADMINISTRATION, *LICENCE])
def test_an_admin_without_licence_changes_nothing(store: SqlStore, boss: Actor, plain: User, action: str) -> None:
    store.set_admin(boss, plain.id, NOW, admin=True)
    store.deactivate(boss, plain.id, NOW)
    other = store.connect(person("cleo"), NOW)
    before = everything(store, boss)
    with pytest.raises(Refused, match="licensed administrator"):
        (ADMINISTRATION | LICENCE)[action](store, Actor(plain.id), other)
    assert everything(store, boss) == before


@pytest.mark.parametrize("action", ADMINISTRATION)
def test_in_an_expired_product_an_admin_reads_but_changes_nothing(
    store: SqlStore, boss: Actor, plain: User, action: str
) -> None:
    expire(store, boss)
    before = everything(store, boss)
    with pytest.raises(Refused, match="Expired"):
        ADMINISTRATION[action](store, boss, plain)
    assert everything(store, boss) == before
    assert store.snapshot(boss, NOW).standing(NOW) is Standing.EXPIRED
    assert not store.snapshot(boss, NOW).may_administer(NOW)


@pytest.mark.parametrize("action", ADMINISTRATION)
def test_a_licensed_admin_may_do_it(store: SqlStore, boss: Actor, plain: User, action: str) -> None:
    ADMINISTRATION[action](store, boss, plain)
    assert store.audit(boss, limit=1)[0].action is not Action.REFUSED


@pytest.mark.parametrize("action", READING_FOR_ADMINS)
def test_what_only_admins_read_is_refused_to_others(
    store: SqlStore, boss: Actor, admin: User, plain: User, action: str
) -> None:
    with pytest.raises(Refused):
        READING_FOR_ADMINS[action](store, Actor(plain.id), admin)
    assert READING_FOR_ADMINS[action](store, boss, plain)


def test_a_plain_user_reads_the_own_card_module_mappings_and_the_licensed_users(
    store: SqlStore, boss: Actor, plain: User
) -> None:
    actor = Actor(plain.id)
    store.connect(person("cleo"), NOW)
    change_delay(store, boss, plain.id, 3)
    assert store.card(actor, plain.id).calls.caller_card_delay == 3
    assert store.module(actor).heartbeat_s == 30
    assert store.mappings(actor).rows == ()
    assert [user.name for user in store.users(actor, NOW)] == ["Anna", "Ben"]


@pytest.mark.parametrize("user_id", [0, -1, 999, 2**31, 2**63, 10**30])
def test_unknown_people_are_refused(store: SqlStore, boss: Actor, user_id: int) -> None:
    with pytest.raises(Refused):
        store.module(Actor(user_id))
    with pytest.raises(Refused):
        store.set_admin(Actor(user_id), boss.user_id, NOW, admin=False)
    with pytest.raises(Refused):
        store.activate(boss, user_id, NOW)
    with pytest.raises(Refused):
        store.beat(Actor(user_id), "s", NOW)
    with pytest.raises(Refused):
        store.card(boss, user_id)


# Seats, roles, licence


def test_seats_are_never_exceeded(store: SqlStore, boss: Actor, plain: User) -> None:
    store.save_licence(boss, dataclasses.replace(store.licence(boss), seats=2), NOW)
    cleo = store.connect(person("cleo"), NOW)
    with pytest.raises(Refused, match="2 seats"):
        store.activate(boss, cleo.id, NOW)
    with pytest.raises(Refused, match="2 seats"):
        store.add_users(boss, [NewUser("OFFICE\\dora", licensed=True)], NOW)
    assert store.seats(boss) == Seats(2, 2)
    store.deactivate(boss, plain.id, NOW)
    assert store.activate(boss, cleo.id, NOW).licensed


def test_activating_twice_takes_one_seat_and_one_line(store: SqlStore, boss: Actor, plain: User) -> None:
    before = store.audit(boss)
    assert store.activate(boss, plain.id, NOW).licensed
    assert store.seats(boss).used == 2
    assert store.audit(boss) == before


def test_a_licence_needs_enough_seats(store: SqlStore, boss: Actor, plain: User) -> None:
    smaller = dataclasses.replace(store.licence(boss), valid_until=date(2027, 1, 1), seats=1)
    with pytest.raises(Refused, match="1 seat"):
        store.save_licence(boss, smaller, NOW)
    store.deactivate(boss, plain.id, NOW)
    saved = store.save_licence(boss, smaller, NOW)
    assert (saved.seats, saved.valid_until, saved.kind) == (1, date(2027, 1, 1), LicenceKind.FULL)
    assert store.seats(boss) == Seats(1, 1)
    assert store.snapshot(boss, NOW).may_administer(NOW)


def test_a_licence_is_checked(store: SqlStore, boss: Actor) -> None:
    licence = store.licence(boss)
    for bad in (
        dataclasses.replace(licence, seats=-1),
        dataclasses.replace(licence, name=" "),
        dataclasses.replace(licence, kind=LicenceKind.TRIAL),
    ):
        with pytest.raises(InvalidInput, match="licence"):
            store.save_licence(boss, bad, NOW)
    assert store.licence(boss) == licence


def test_the_last_licensed_admin_keeps_role_and_licence(store: SqlStore, boss: Actor, plain: User) -> None:
    store.set_admin(boss, plain.id, NOW, admin=True)
    store.deactivate(boss, plain.id, NOW)
    for attempt in (
        lambda: store.set_admin(boss, boss.user_id, NOW, admin=False),
        lambda: store.deactivate(boss, boss.user_id, NOW),
        lambda: store.remove_user(boss, boss.user_id, NOW),
    ):
        with pytest.raises(Refused, match="last licensed administrator"):
            attempt()
    store.activate(boss, plain.id, NOW)
    assert not store.set_admin(boss, boss.user_id, NOW, admin=False).admin


def test_deactivating_keeps_settings_and_role(store: SqlStore, boss: Actor, plain: User) -> None:
    change_delay(store, boss, plain.id, 11)
    store.set_admin(boss, plain.id, NOW, admin=True)
    assert not store.deactivate(boss, plain.id, NOW).licensed
    assert store.snapshot(Actor(plain.id), NOW).standing(NOW) is Standing.USER_NOT_LICENSED
    back = store.activate(boss, plain.id, NOW)
    assert back.admin
    assert store.card(boss, plain.id).calls.caller_card_delay == 11


def test_a_removed_user_comes_back_as_a_new_one(store: SqlStore, boss: Actor, plain: User) -> None:
    store.beat(Actor(plain.id), "s", NOW)
    store.remove_user(boss, plain.id, NOW)
    with pytest.raises(Refused):
        store.beat(Actor(plain.id), "s", NOW)
    again = store.connect(person("ben"), LATER)
    assert again.id > plain.id
    assert not again.licensed
    assert any(entry.action is Action.REMOVED and entry.subject == "Ben (OFFICE\\ben)" for entry in store.audit(boss))


def test_users_are_added_all_or_none(store: SqlStore, boss: Actor, plain: User) -> None:
    for users in (
        [NewUser("OFFICE\\dora"), NewUser("office\\BEN")],
        [NewUser("OFFICE\\dora"), NewUser("OFFICE\\Dora")],
        [NewUser("OFFICE\\dora"), NewUser(name="Nobody")],
        *(
            [NewUser("OFFICE\\dora"), NewUser(email=email)]
            for email in (
                "no sign-in name",
                "@office.example",
                "ben@",
                "ben@office@example",
                "ben@office..example",
                "ben@.",
            )
        ),
    ):
        with pytest.raises(InvalidInput, match=r"users\[1\]"):
            store.add_users(boss, users, NOW)
    assert [user.name for user in store.all_users(boss, NOW)] == ["Anna", "Ben"]
    added = store.add_users(boss, [NewUser("OFFICE\\dora", "dora@office.example", "Dora")], NOW)
    assert [(user.name, user.licensed, user.last_seen) for user in added] == [("Dora", False, None)]
    assert store.connect(Identity("OFFICE\\dora"), NOW).id == added[0].id


# Records, conflicts, audit

MODULE = ModuleSetup(
    calls=ModuleSettings(crm_active=True, incoming_template="M-IN"),
    retention_days=30,
    heartbeat_s=60,
    region="DE",
    outside_prefix="0",
    internal_max_digits=3,
)
ROWS = (
    MappingRow(1, "Contact", "https://erp.example/contact/{no}", ("phone", "mobile"), "name"),
    MappingRow(1, "Customer", "21", (), "", enabled=False),
    MappingRow(7, "Größe \"quoted\" 'x'; DROP TABLE", "builtin", ("a",), "b"),
)
CARD = UserSettings(
    crm_active=True,
    incoming_template="U-IN",
    open_mask_on=OpenMaskOn.CONNECTED,
    close_mask_on=CloseMaskOn.CONNECTED,
    caller_card_delay=120,
    auto_open_master_data=True,
    internal_calls=InternalCalls.NEVER,
)


def save_all(store: SqlStore, boss: Actor) -> Change:
    change = Change(
        module=dataclasses.replace(MODULE, revision=store.module(boss).revision),
        card=UserSetup(boss.user_id, CARD, store.card(boss, boss.user_id).revision),
        mappings=Mappings(ROWS, store.mappings(boss).revision),
    )
    return store.save(boss, change, NOW)


def test_what_is_saved_is_read_back(store: SqlStore, boss: Actor, open_again: Callable[[], SqlStore]) -> None:
    saved = save_all(store, boss)
    snapshot = open_again().snapshot(boss, NOW)
    assert (snapshot.module, snapshot.card, snapshot.mappings) == (saved.module, saved.card, saved.mappings)
    assert dataclasses.replace(snapshot.module, revision=0) == MODULE
    assert snapshot.setup.user == CARD
    assert snapshot.setup.mappings == ROWS


def test_saving_the_same_again_changes_neither_revision_nor_audit(store: SqlStore, boss: Actor) -> None:
    saved = save_all(store, boss)
    before = store.audit(boss)
    assert save_all(store, boss) == saved
    assert store.audit(boss) == before


def test_a_value_that_no_file_could_say_is_refused_and_nothing_is_saved(store: SqlStore, boss: Actor) -> None:
    before = everything(store, boss)
    module, mappings, card = store.module(boss), store.mappings(boss), store.card(boss, boss.user_id)
    good = dataclasses.replace(module, retention_days=7)
    for field, change in {
        "user.caller_card_delay": Change(
            good, dataclasses.replace(card, calls=UserSettings(caller_card_delay=121)), mappings
        ),
        "module.heartbeat_s": Change(dataclasses.replace(module, heartbeat_s=0), card),
        "module.region": Change(dataclasses.replace(module, region="XX")),
        "module.incoming_template": Change(
            dataclasses.replace(module, calls=ModuleSettings(incoming_template="12345678901"))
        ),
        "module.outgoing_template": Change(
            dataclasses.replace(module, calls=ModuleSettings(outgoing_template="ß" * 9))
        ),
        "mappings[0].card_page": Change(
            good, mappings=dataclasses.replace(mappings, rows=(MappingRow(1, "T", "javascript:x"),))
        ),
        "mappings": Change(good, mappings=dataclasses.replace(mappings, rows=(MappingRow(1, "T"),) * 501)),
    }.items():
        with pytest.raises(InvalidInput) as caught:
            store.save(boss, change, NOW)
        assert str(caught.value).startswith(field)
    assert everything(store, boss) == before


def test_the_second_editor_is_told_who_changed_what(store: SqlStore, boss: Actor, plain: User) -> None:
    store.set_admin(boss, plain.id, NOW, admin=True)
    ben = Actor(plain.id)
    read_by_anna = store.card(boss, plain.id)
    module = store.module(boss)
    change_delay(store, ben, plain.id, 5)
    mine = dataclasses.replace(read_by_anna, calls=dataclasses.replace(read_by_anna.calls, auto_open_master_data=True))
    with pytest.raises(SetupConflict) as caught:
        store.save(boss, Change(module=dataclasses.replace(module, retention_days=1), card=mine), LATER)
    (change,) = caught.value.changes
    assert (change.who, change.field, change.old, change.new, change.at) == (
        "Ben (OFFICE\\ben)",
        "caller_card_delay",
        "0",
        "5",
        NOW,
    )
    assert "Ben (OFFICE\\ben) changed caller_card_delay" in str(caught.value)
    assert store.module(boss) == module
    assert store.card(boss, plain.id).calls == UserSettings(caller_card_delay=5)


def test_a_card_and_the_role_of_its_user_are_saved_together(store: SqlStore, boss: Actor, plain: User) -> None:
    card = store.card(boss, plain.id)
    edited = dataclasses.replace(card, calls=UserSettings(caller_card_delay=5))
    saved = store.save(boss, Change(card=edited, role=Role(plain.id, admin=True)), NOW)
    assert saved == Change(card=dataclasses.replace(edited, revision=card.revision + 1), role=Role(plain.id, True))
    assert [user.admin for user in store.users(boss, NOW)] == [True, True]
    delay, role = store.audit(boss, limit=2)
    assert (role.record, role.subject, role.field, role.old, role.new) == (
        Record.USER,
        "Ben (OFFICE\\ben)",
        "admin",
        "false",
        "true",
    )
    assert (delay.record, delay.subject, delay.field) == (Record.CARD, "Ben (OFFICE\\ben)", "caller_card_delay")
    assert store.save(boss, Change(role=Role(plain.id, admin=True)), NOW) == Change(role=Role(plain.id, True))
    assert store.audit(boss, limit=2) == (delay, role)


def test_a_role_that_is_refused_saves_nothing_of_the_card(store: SqlStore, boss: Actor, plain: User) -> None:
    card = store.card(boss, boss.user_id)
    edited = dataclasses.replace(card, calls=UserSettings(caller_card_delay=5))
    for role in (Role(boss.user_id, admin=False), Role(99, admin=True)):
        with pytest.raises(Refused):
            store.save(boss, Change(card=edited, role=role), NOW)
        assert store.card(boss, boss.user_id) == card
        assert store.audit(boss, limit=1)[0].action is Action.REFUSED
    with pytest.raises(Refused, match="administrator"):
        store.save(Actor(plain.id), Change(role=Role(plain.id, admin=True)), NOW)
    with pytest.raises(InvalidField) as caught:
        store.save(boss, Change(card=edited, role=Role(plain.id, admin=1)), NOW)  # type: ignore[arg-type]
    assert caught.value.field == "role.admin"
    assert store.card(boss, boss.user_id) == card
    assert [user.admin for user in store.users(boss, NOW)] == [True, False]


def test_a_card_that_somebody_else_saved_leaves_the_role_alone(store: SqlStore, boss: Actor, plain: User) -> None:
    card = store.card(boss, plain.id)
    change_delay(store, boss, plain.id, 5)
    with pytest.raises(SetupConflict):
        store.save(boss, Change(card=card, role=Role(plain.id, admin=True)), NOW)
    assert not store.users(boss, NOW)[1].admin


def test_a_licence_and_the_module_setup_are_saved_together(store: SqlStore, boss: Actor) -> None:
    module, licence = store.module(boss), store.licence(boss)
    crm = dataclasses.replace(module, calls=dataclasses.replace(module.calls, crm_active=True))
    with pytest.raises(Refused, match="0 seats"):
        store.save(boss, Change(module=crm, licence=dataclasses.replace(licence, seats=0)), NOW)
    assert not store.module(boss).calls.crm_active, "nothing is half saved"
    saved = store.save(boss, Change(module=crm, licence=dataclasses.replace(licence, seats=7)), NOW)
    assert (saved.licence, saved.module) == (store.licence(boss), store.module(boss))
    assert (store.licence(boss).seats, store.module(boss).calls.crm_active) == (7, True)


def test_in_an_expired_product_a_licence_may_be_saved_and_what_it_then_allows(store: SqlStore, boss: Actor) -> None:
    store.save_licence(boss, dataclasses.replace(store.licence(boss), valid_until=NOW.date() - timedelta(days=1)), NOW)
    module, licence = store.module(boss), store.licence(boss)
    crm = dataclasses.replace(module, calls=dataclasses.replace(module.calls, crm_active=True))
    with pytest.raises(Refused, match="Expired"):
        store.save(boss, Change(module=crm), NOW)
    with pytest.raises(Refused, match="Expired"):
        store.save(boss, Change(module=crm, licence=dataclasses.replace(licence, seats=9)), NOW)
    assert store.licence(boss).seats == 25
    store.save(boss, Change(module=crm, licence=dataclasses.replace(licence, valid_until=None)), NOW)
    assert store.module(boss).calls.crm_active


def test_module_mappings_and_licence_conflict_too(store: SqlStore, boss: Actor) -> None:
    module, mappings, licence = store.module(boss), store.mappings(boss), store.licence(boss)
    save_all(store, boss)
    store.save_licence(boss, dataclasses.replace(licence, seats=30), NOW)
    with pytest.raises(SetupConflict, match="retention_days of the module setup from 365 to 30"):
        store.save(boss, Change(module=module), NOW)
    with pytest.raises(SetupConflict, match="business mapping"):
        store.save(boss, Change(mappings=mappings), NOW)
    with pytest.raises(SetupConflict, match="seats of the licence from 25 to 30"):
        store.save_licence(boss, licence, NOW)


def test_who_is_late_is_told_of_the_newest_changes_and_how_many_more_there_are(store: SqlStore, boss: Actor) -> None:
    module = store.module(boss)
    for days in range(1, 9):
        store.save(boss, Change(module=dataclasses.replace(store.module(boss), retention_days=days)), NOW)
    with pytest.raises(SetupConflict, match=r"from 3 to 4 .*from 7 to 8 .*; and 3 more\.") as caught:
        store.save(boss, Change(module=dataclasses.replace(module, retention_days=50)), NOW)
    assert [change.new for change in caught.value.changes] == [str(days) for days in range(1, 9)]
    assert "from 2 to 3" not in str(caught.value)


@pytest.mark.parametrize("revision", [-1, 2**31, 2**70])
def test_a_revision_that_no_record_can_have_is_refused(store: SqlStore, boss: Actor, revision: int) -> None:
    for change in (
        Change(module=dataclasses.replace(store.module(boss), revision=revision)),
        Change(card=dataclasses.replace(store.card(boss, boss.user_id), revision=revision)),
        Change(licence=dataclasses.replace(store.licence(boss), revision=revision)),
    ):
        with pytest.raises(InvalidField, match="revision"):
            store.save(boss, change, NOW)


def test_the_trail_is_read_within_its_bounds(store: SqlStore, boss: Actor, plain: User) -> None:
    assert store.audit(boss, limit=0) == store.audit(boss, limit=-1) == ()
    for before in (-1, 2**70):
        with pytest.raises(InvalidField, match="before"):
            store.audit(boss, before=before)
    assert store.audit(boss, before=0) == ()


def test_every_change_is_in_the_audit_trail_newest_first_and_in_pages(
    store: SqlStore, boss: Actor, plain: User
) -> None:
    change_delay(store, boss, plain.id, 5)
    mappings = store.mappings(boss)
    store.save(boss, Change(mappings=dataclasses.replace(mappings, rows=ROWS[:1])), LATER)
    trail = store.audit(boss)
    row, delay, licensed, added, first = trail
    assert (row.record, row.field, row.at, row.old) == (Record.MAPPINGS, "row 1", LATER, "")
    assert '"table": "Contact"' in row.new
    assert (delay.who, delay.subject, delay.old, delay.new) == ("Anna (OFFICE\\anna)", "Ben (OFFICE\\ben)", "0", "5")
    assert (licensed.field, licensed.old, licensed.new) == ("licensed", "false", "true")
    assert (added.action, added.who, added.new) == (Action.ADDED, "Ben (OFFICE\\ben)", "Not licensed")
    assert (first.subject, first.new) == ("Anna (OFFICE\\anna)", "Licensed administrator, as the first user")
    assert store.audit(boss, limit=2) == trail[:2]
    assert store.audit(boss, limit=2, before=trail[1].id) == trail[2:4]


# Leases and sign-in


def age_leases(store: SqlStore, seconds: float) -> None:
    """Let time pass for leases, by whatever clock they go."""
    with store._database.write() as connection:
        for row in connection.execute(select(LEASE)).mappings().all():
            times = {name: row[name] - timedelta(seconds=seconds) for name in ("beat_at", "expires_at")}
            connection.execute(update(LEASE).where(LEASE.c.session == row["session"]).values(**times))


def active(store: SqlStore, boss: Actor) -> list[str]:
    return [user.name for user in store.users(boss, NOW) if user.active]


def test_active_is_a_fresh_lease(store: SqlStore, boss: Actor, plain: User) -> None:
    ben = Actor(plain.id)
    store.beat(ben, "desk", NOW)
    age_leases(store, 60)
    store.beat(ben, "laptop", NOW)
    assert active(store, boss) == ["Ben"]
    store.release("laptop")
    assert active(store, boss) == ["Ben"]
    age_leases(store, 30)
    assert active(store, boss) == []
    store.beat(ben, "desk", NOW)
    assert active(store, boss) == ["Ben"]
    assert store.snapshot(ben, NOW).user.active
    store.release("desk")
    assert active(store, boss) == []


def test_a_lease_lasts_three_beats_of_the_module_setup(store: SqlStore, boss: Actor) -> None:
    store.beat(boss, "thirty", NOW)
    store.save(boss, Change(module=dataclasses.replace(store.module(boss), heartbeat_s=10)), NOW)
    store.beat(boss, "ten", LATER)
    assert store.users(boss, NOW)[0].last_seen == LATER
    with store._database.read() as connection:
        rows = connection.execute(select(LEASE)).mappings().all()
    lasts = {row["session"]: (row["expires_at"] - row["beat_at"]).total_seconds() for row in rows}
    assert lasts == {"thirty": 90, "ten": 30}


@pytest.mark.parametrize("off", [timedelta(seconds=-100), timedelta(seconds=100), timedelta(days=-9)])
def test_on_a_server_a_tray_with_a_wrong_clock_is_active_all_the_same(cluster: Cluster, off: timedelta) -> None:
    store = sql_store.open_server(cluster.empty_database())
    boss = Actor(store.connect(person("anna"), NOW).id)
    store.beat(boss, "desk", NOW + off)
    assert active(store, boss) == ["Anna"]
    age_leases(store, 90)
    assert active(store, boss) == []
    store.close()


def test_in_a_file_the_clock_of_the_machine_counts(tmp_path: Path) -> None:
    """The file serves one machine, so that only a beat from before its clock was set right can be from the future."""
    store = sql_store.open_file(tmp_path / "setup.db")
    boss = Actor(store.connect(person("anna"), NOW).id)
    store.beat(boss, "desk", NOW)
    assert store.users(boss, NOW + timedelta(seconds=89))[0].active
    assert not store.users(boss, NOW + timedelta(seconds=90))[0].active
    store.beat(boss, "desk", NOW + timedelta(days=1))
    assert not store.users(boss, NOW)[0].active
    store.close()


def test_sign_in_shows_indicators_and_a_new_state_is_on_record_once(store: SqlStore, boss: Actor, plain: User) -> None:
    east = timezone(timedelta(hours=9))
    sign_in = SignIn(SignInState.SIGNED_IN, True, True, NOW.astimezone(east), LATER)
    store.report_sign_in(Actor(plain.id), sign_in, NOW)
    renewed = dataclasses.replace(sign_in, token_expires=LATER + timedelta(hours=1))
    store.report_sign_in(Actor(plain.id), renewed, LATER)
    assert store.users(boss, NOW)[1].sign_in == renewed
    entries = [entry for entry in store.audit(boss) if entry.field == "sign_in"]
    assert [(entry.old, entry.new) for entry in entries] == [("signed_out", "signed_in")]


def test_trying_out_the_demo_stays_on_this_computer(store: SqlStore, boss: Actor) -> None:
    demo.set_up(store, boss, NOW)
    assert bool(store.mappings(boss).rows) == (store.kind == "sqlite")
