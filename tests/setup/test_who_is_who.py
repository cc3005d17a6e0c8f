"""What becomes of people who are renamed, merged, removed or imported, and what the audit trail keeps of it."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event, text

from tray.calls.settings import UserSettings
from tray.errors import Refused
from tray.setup.audit import Action, AuditEntry, Record
from tray.setup.model import Actor, Change, Identity, NewUser, User
from tray.setup.sql_store import SqlStore

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
BEN_SIGNED_IN = Identity("OFFICE\\ben", "oid-2.tid", "ben@office.example")


@pytest.fixture
def boss(store: SqlStore) -> Actor:
    return Actor(store.connect(Identity("OFFICE\\adm", name="Adm"), NOW).id)


def trail(store: SqlStore, boss: Actor, *, after: int = 0) -> list[AuditEntry]:
    return [entry for entry in reversed(store.audit(boss)) if entry.id > after]


def newest(store: SqlStore, boss: Actor) -> int:
    return store.audit(boss, limit=1)[0].id


def change_card(store: SqlStore, boss: Actor, user: User, **values: object) -> None:
    card = store.card(boss, user.id)
    calls: UserSettings = dataclasses.replace(card.calls, **values)  # type: ignore[arg-type]
    store.save(boss, Change(card=dataclasses.replace(card, calls=calls)), NOW)


# Names


@pytest.mark.parametrize(
    ("user", "told"),
    [
        (User(7, "OFFICE\\eve", "Adm"), "Adm (OFFICE\\eve)"),
        (User(7, "eve", "Eve"), "eve"),
        (User(7, "", "Eve", "eve@office.example"), "Eve (eve@office.example)"),
        (User(7, "", "eve@office.example", "eve@office.example"), "eve@office.example"),
        (User(7, "", "Eve"), "Eve (#7)"),
        (User(7, "eve", "x" * 250), f"{'x' * 60}... (eve)"),
    ],
)
def test_who_did_something_is_told_so_that_nobody_is_taken_for_another(user: User, told: str) -> None:
    assert user.signature == told


def test_a_plain_user_who_is_called_like_the_administrator_is_not_taken_for_them(store: SqlStore, boss: Actor) -> None:
    eve = store.connect(Identity("OFFICE\\eve", name="Adm"), NOW)
    with pytest.raises(Refused):
        store.activate(Actor(eve.id), eve.id, NOW)
    store.activate(boss, eve.id, NOW)
    allowed, refused = store.audit(boss, limit=2)
    assert (refused.action, refused.who) == (Action.REFUSED, "Adm (OFFICE\\eve)")
    assert (allowed.action, allowed.who) == (Action.CHANGED, "Adm (OFFICE\\adm)")


def test_a_new_name_account_or_sign_in_name_is_on_record(store: SqlStore, boss: Actor) -> None:
    store.connect(Identity("OFFICE\\ben", "oid-2.tid", "ben@office.example", "Ben"), NOW)
    before = newest(store, boss)
    store.connect(Identity("LAPTOP\\ben", "oid-2.tid", "ben.berg@office.example", "Adm"), LATER)
    entries = trail(store, boss, after=before)
    assert {(entry.field, entry.old, entry.new) for entry in entries} == {
        ("account", "OFFICE\\ben", "LAPTOP\\ben"),
        ("email", "ben@office.example", "ben.berg@office.example"),
        ("name", "Ben", "Adm"),
    }
    told = (Action.CHANGED, Record.USER, "Ben (OFFICE\\ben)", "Ben (OFFICE\\ben)", LATER)
    assert {(entry.action, entry.record, entry.who, entry.subject, entry.at) for entry in entries} == {told}


def test_connecting_as_before_is_not_on_record(store: SqlStore, boss: Actor) -> None:
    known = Identity("OFFICE\\ben", "oid-2.tid", "ben@office.example", "Ben Berg")
    store.connect(known, NOW)
    before = newest(store, boss)
    store.connect(known, LATER)
    assert store.connect(Identity("OFFICE\\ben", name="ben"), LATER).name == "Ben Berg", (
        "Microsoft knows the name better"
    )
    assert trail(store, boss, after=before) == []


# Merging


def merged(store: SqlStore, boss: Actor, *, by_account: User) -> tuple[User, list[AuditEntry]]:
    before = newest(store, boss)
    user = store.connect(BEN_SIGNED_IN, LATER)
    assert user.id != by_account.id
    return user, trail(store, boss, after=before)


def test_a_merge_tells_what_the_kept_row_gains_and_what_the_other_one_was(store: SqlStore, boss: Actor) -> None:
    """The licensed row is kept; the role comes from the other."""
    (invited,) = store.add_users(boss, [NewUser(email="ben@office.example", name="Ben B", licensed=True)], NOW)
    ben = store.connect(Identity("OFFICE\\ben", name="Ben"), NOW)
    store.set_admin(boss, ben.id, NOW, admin=True)
    change_card(store, boss, ben, caller_card_delay=9)
    user, entries = merged(store, boss, by_account=ben)
    assert (user.id, user.licensed, user.admin) == (invited.id, True, True)
    delay, role, merge, account = entries
    assert (delay.record, delay.field, delay.old, delay.new) == (Record.CARD, "caller_card_delay", "0", "9")
    assert delay.revision == store.card(boss, user.id).revision == 2
    assert (role.record, role.field, role.old, role.new) == (Record.USER, "admin", "false", "true")
    assert (merge.action, merge.subject, merge.new) == (
        Action.MERGED,
        "Ben B (ben@office.example)",
        "Ben B (ben@office.example)",
    )
    gone = json.loads(merge.old)
    assert (gone["id"], gone["name"], gone["account"]) == (ben.id, "Ben", "OFFICE\\ben")
    assert (gone["licensed"], gone["admin"], gone["caller_card_delay"]) == (False, True, 9)
    assert (account.field, account.old, account.new) == ("account", "", "OFFICE\\ben")


@pytest.mark.parametrize("last", ["kept", "other"])
def test_of_two_edited_cards_the_one_changed_last_is_kept_and_the_other_on_record(
    store: SqlStore, boss: Actor, last: str
) -> None:
    (invited,) = store.add_users(boss, [NewUser(email="ben@office.example", licensed=True)], NOW)
    ben = store.connect(Identity("OFFICE\\ben", name="Ben"), NOW)
    for place, user in enumerate((invited, ben) if last == "other" else (ben, invited)):
        change_card(store, boss, user, caller_card_delay=10 + place, incoming_template=f"T{user.id}")
    user, entries = merged(store, boss, by_account=ben)
    kept, lost = (ben, invited) if last == "other" else (invited, ben)
    calls = store.card(boss, user.id).calls
    assert (calls.caller_card_delay, calls.incoming_template) == (11, f"T{kept.id}")
    if last == "other":
        assert {(entry.field, entry.old) for entry in entries if entry.record is Record.CARD} == {
            ("caller_card_delay", "10"),
            ("incoming_template", f"T{lost.id}"),
        }
    else:
        (merge,) = (entry for entry in entries if entry.action is Action.MERGED)
        assert json.loads(merge.old)["caller_card_delay"] == 10
        assert json.loads(merge.old)["incoming_template"] == f"T{lost.id}"


# Removing


def test_what_is_removed_stays_in_the_trail(store: SqlStore, boss: Actor) -> None:
    ben = store.connect(Identity("OFFICE\\ben", name="Ben"), NOW)
    store.activate(boss, ben.id, NOW)
    change_card(store, boss, ben, caller_card_delay=7, outgoing_template="OUT")
    store.remove_user(boss, ben.id, NOW)
    (entry,) = store.audit(boss, limit=1)
    assert (entry.action, entry.subject, entry.new) == (Action.REMOVED, "Ben (OFFICE\\ben)", "")
    gone = json.loads(entry.old)
    assert (gone["account"], gone["licensed"], gone["admin"]) == ("OFFICE\\ben", True, False)
    assert (gone["caller_card_delay"], gone["outgoing_template"], gone["open_mask_on"]) == (7, "OUT", "Call")


def test_a_user_with_a_damaged_card_can_be_removed(store: SqlStore, boss: Actor) -> None:
    ben = store.connect(Identity("OFFICE\\ben"), NOW)
    with store._database.write() as connection:
        connection.execute(text("UPDATE cti_user_setup SET caller_card_delay = -5 WHERE user_id = :id"), {"id": ben.id})
    store.remove_user(boss, ben.id, NOW)
    assert json.loads(store.audit(boss, limit=1)[0].old)["caller_card_delay"] == -5


# Importing


def test_an_import_leaves_whom_the_store_knows_by_any_account(store: SqlStore, boss: Actor) -> None:
    """The account that a list of users shows is not the only one that somebody has."""
    ben = store.connect(BEN_SIGNED_IN, NOW)
    store.connect(Identity("LAPTOP\\ben", "oid-2.tid"), NOW)
    rows = [
        NewUser("office\\BEN"),
        NewUser("OFFICE\\carl", "carl@office.example", licensed=True),
        NewUser("OFFICE\\dora"),
    ]
    done = store.import_users(boss, rows, NOW)
    assert [user.account for user in done.added] == ["OFFICE\\carl", "OFFICE\\dora"]
    assert done.known == (rows[0],)
    assert len(store.all_users(boss, NOW)) == 4
    assert store.connect(Identity("OFFICE\\carl"), NOW).id == done.added[0].id
    assert store.connect(Identity(sign_in_id="oid-4.tid", email="Carl@office.example"), NOW).id == done.added[0].id
    assert store.connect(Identity("OFFICE\\ben"), NOW).id == ben.id


def test_an_import_joins_the_account_to_whom_it_knows_by_sign_in(store: SqlStore, boss: Actor) -> None:
    ben = store.connect(Identity(sign_in_id="oid-2.tid", email="ben@office.example", name="Ben"), NOW)
    row = NewUser("OFFICE\\ben", "Ben@office.example")
    done = store.import_users(boss, [row], NOW)
    assert (done.added, done.known) == ((), (row,))
    assert [user.account for user in store.all_users(boss, NOW)] == ["OFFICE\\adm", "OFFICE\\ben"]
    joined, entry = store.connect(Identity("OFFICE\\ben"), LATER), store.audit(boss, limit=1)[0]
    assert (joined.id, joined.account) == (ben.id, "OFFICE\\ben")
    assert (entry.subject, entry.field, entry.old, entry.new) == (
        "Ben (ben@office.example)",
        "account",
        "",
        "OFFICE\\ben",
    )


def test_an_import_joins_the_sign_in_name_to_whom_it_knows_by_account(store: SqlStore, boss: Actor) -> None:
    ben = store.connect(Identity("OFFICE\\ben", name="Ben"), NOW)
    store.import_users(boss, [NewUser("OFFICE\\ben", "ben@office.example")], NOW)
    at_home = store.connect(Identity("HOME\\ben", "oid-2.tid", "ben@office.example"), LATER)
    assert at_home.id == ben.id


def test_an_import_row_that_is_two_users_changes_neither(store: SqlStore, boss: Actor) -> None:
    ben = store.connect(Identity("OFFICE\\ben"), NOW)
    guest = store.connect(Identity(sign_in_id="oid-3.tid", email="ben@office.example"), NOW)
    rows = [NewUser("OFFICE\\ben", "ben@office.example"), NewUser("OFFICE\\ben", "ben.berg@office.example")]
    before = newest(store, boss)
    done = store.import_users(boss, rows[:1], NOW)
    assert (done.added, done.known) == ((), (rows[0],))
    assert {ben.id, guest.id} <= {user.id for user in store.all_users(boss, NOW)}
    assert trail(store, boss, after=before) == []


def test_a_key_given_twice_in_one_import_is_one_user(store: SqlStore, boss: Actor) -> None:
    rows = [NewUser("OFFICE\\ben"), NewUser("OFFICE\\Ben", "ben@office.example")]
    done = store.import_users(boss, rows, NOW)
    assert ([user.account for user in done.added], done.known) == (["OFFICE\\ben"], (rows[1],))


def test_an_import_is_whole_or_not_at_all(store: SqlStore, boss: Actor) -> None:
    ben = store.connect(Identity(sign_in_id="oid-2.tid", email="ben@office.example"), NOW)
    rows = [NewUser("OFFICE\\ben", "ben@office.example"), *(NewUser(f"u{n}", licensed=True) for n in range(25))]
    with pytest.raises(Refused, match="25 seats, and 26"):
        store.import_users(boss, rows, NOW)
    assert len(store.all_users(boss, NOW)) == 2
    assert store.connect(Identity("OFFICE\\ben"), NOW).id != ben.id


def test_ten_thousand_users_are_entered_without_asking_for_each(store: SqlStore, boss: Actor) -> None:
    """Everybody else waits for the import; the number of questions must not grow with that of the users."""
    questions: list[str] = []
    event.listen(store._database._engine, "before_cursor_execute", lambda *told: questions.append(told[2]))
    counts = []
    for first, many in ((0, 100), (100, 10_000)):
        questions.clear()
        rows = [NewUser(f"OFFICE\\u{n}", f"u{n}@office.example", f"U {n}") for n in range(first, first + many)]
        added = store.import_users(boss, rows, NOW).added
        assert [NewUser(user.account, user.email or "", user.name) for user in added] == rows
        counts.append(sum(not question.startswith("INSERT") for question in questions))
    assert counts[0] == counts[1]
    assert len(store.all_users(boss, NOW)) == 10_101
