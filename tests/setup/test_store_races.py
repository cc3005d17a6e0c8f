"""What must hold when many connect and change at the same moment, and over any order of changes."""

import dataclasses
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule

from tray.errors import Conflict, CtiError, Refused
from tray.setup import sql_store
from tray.setup.model import Actor, Change, Identity, Licence, LicenceKind, User
from tray.setup.sql_store import SqlStore

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
OpenStore = Callable[[], SqlStore]


def together(*jobs: Callable[[], object]) -> list[object]:
    """Do all jobs at once and give back what each returned, or the product's error that it met."""
    gate = threading.Barrier(len(jobs))

    def run(job: Callable[[], object]) -> object:
        gate.wait(timeout=30)
        try:
            return job()
        except CtiError as error:
            return error

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def test_of_those_who_open_an_empty_store_together_exactly_one_becomes_admin(open_again: OpenStore) -> None:
    def first_start(number: int) -> Callable[[], object]:
        return lambda: open_again().connect(Identity(f"OFFICE\\user{number}"), NOW)

    users = together(*(first_start(number) for number in range(6)))
    assert all(isinstance(user, User) for user in users)
    assert [user.admin for user in users].count(True) == 1
    assert [user.licensed for user in users].count(True) == 1
    assert len({user.id for user in users}) == 6


def test_one_person_who_starts_twice_at_once_is_one_row(open_again: OpenStore) -> None:
    stores = [open_again(), open_again()]
    stores[0].connect(Identity("OFFICE\\anna"), NOW)
    users = together(*(lambda s=s: s.connect(Identity("OFFICE\\ben", "oid-2.tid"), NOW) for s in stores))
    assert users[0].id == users[1].id


def test_the_last_seat_is_given_once(open_again: OpenStore) -> None:
    stores = [open_again() for _ in range(4)]
    boss = Actor(stores[0].connect(Identity("OFFICE\\anna"), NOW).id)
    licence = stores[0].licence(boss)
    stores[0].save_licence(boss, dataclasses.replace(licence, seats=3), NOW)
    others = [stores[0].connect(Identity(f"OFFICE\\user{number}"), NOW) for number in range(4)]
    answers = together(
        *(
            lambda store=store, user=user: store.activate(boss, user.id, NOW)
            for store, user in zip(stores, others, strict=True)
        )
    )
    assert sum(isinstance(answer, User) for answer in answers) == 2
    assert sum(isinstance(answer, Refused) for answer in answers) == 2
    assert stores[0].seats(boss).used == 3


def test_two_admins_who_demote_each_other_leave_one(open_again: OpenStore) -> None:
    stores = [open_again(), open_again()]
    anna = stores[0].connect(Identity("OFFICE\\anna"), NOW)
    ben = stores[0].connect(Identity("OFFICE\\ben"), NOW)
    stores[0].activate(Actor(anna.id), ben.id, NOW)
    stores[0].set_admin(Actor(anna.id), ben.id, NOW, admin=True)
    answers = together(
        lambda: stores[0].set_admin(Actor(anna.id), ben.id, NOW, admin=False),
        lambda: stores[1].set_admin(Actor(ben.id), anna.id, NOW, admin=False),
    )
    assert sum(isinstance(answer, Refused) for answer in answers) == 1
    users = stores[0].users(Actor(anna.id), NOW)
    assert [user.admin for user in users].count(True) == 1


def test_of_two_editors_at_once_one_is_told_of_the_other(open_again: OpenStore) -> None:
    stores = [open_again(), open_again()]
    boss = Actor(stores[0].connect(Identity("OFFICE\\anna"), NOW).id)
    module = stores[0].module(boss)
    answers = together(
        *(
            lambda store=store, days=days: store.save(
                boss, Change(module=dataclasses.replace(module, retention_days=days)), NOW
            )
            for store, days in zip(stores, (10, 20), strict=True)
        )
    )
    assert sum(isinstance(answer, Conflict) for answer in answers) == 1
    winner = next(answer.module for answer in answers if isinstance(answer, Change))
    assert stores[0].module(boss) == winner


ACTIVATE_MANY = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from tray.errors import Refused
from tray.setup import sql_store
from tray.setup.model import Actor
store = sql_store.open_file(Path(sys.argv[1]))
given = 0
for user_id in range(2, 22):
    try:
        store.activate(Actor(1), user_id, datetime.now(UTC))
        given += 1
    except Refused:
        pass
print(given)
"""


def test_seats_hold_over_processes(tmp_path: Path) -> None:
    path = tmp_path / "setup.db"
    store = sql_store.open_file(path)
    boss = Actor(store.connect(Identity("OFFICE\\anna"), NOW).id)
    store.save_licence(boss, dataclasses.replace(store.licence(boss), seats=8), NOW)
    for number in range(20):
        store.connect(Identity(f"OFFICE\\user{number}"), NOW)
    command = [sys.executable, "-c", ACTIVATE_MANY, str(path)]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    outputs = [process.communicate(timeout=100)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], outputs
    assert store.seats(boss).used == 8
    store.close()


class SetupMachine(RuleBasedStateMachine):
    """Any order of connecting, licensing and roles, by anybody: seats, the last admin and the audit trail hold."""

    people = Bundle("people")

    def __init__(self) -> None:
        super().__init__()
        import tempfile

        self.folder = tempfile.TemporaryDirectory()
        self.store = sql_store.open_file(Path(self.folder.name) / "setup.db")
        self.licensed: set[int] = set()
        self.admins: set[int] = set()
        self.known: set[int] = set()

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @initialize(target=people)
    def first(self) -> int:
        user = self.store.connect(Identity("first"), NOW)
        self.known, self.licensed, self.admins = {user.id}, {user.id}, {user.id}
        return user.id

    @rule(target=people, name=st.sampled_from("abcdef"), signed_in=st.booleans())
    def connect(self, name: str, signed_in: bool) -> object:
        user = self.store.connect(Identity(name, f"{name}.tid" if signed_in else ""), NOW)
        if user.id in self.known:
            return multiple()
        assert not user.licensed
        assert not user.admin
        self.known.add(user.id)
        return user.id

    def change(self, actor: int, work: Callable[[Actor], object]) -> bool:
        allowed = actor in self.licensed & self.admins and actor in self.known
        try:
            work(Actor(actor))
        except Refused:
            return False
        assert allowed
        return True

    @rule(actor=people, user=people)
    def activate(self, actor: int, user: int) -> None:
        if self.change(actor, lambda who: self.store.activate(who, user, NOW)):
            self.licensed.add(user)

    @rule(actor=people, user=people)
    def deactivate(self, actor: int, user: int) -> None:
        if self.change(actor, lambda who: self.store.deactivate(who, user, NOW)):
            self.licensed.discard(user)

    @rule(actor=people, user=people, admin=st.booleans())
    def set_admin(self, actor: int, user: int, admin: bool) -> None:
        if self.change(actor, lambda who: self.store.set_admin(who, user, NOW, admin=admin)):
            (self.admins.add if admin else self.admins.discard)(user)

    @rule(actor=people, user=people)
    def remove(self, actor: int, user: int) -> None:
        if self.change(actor, lambda who: self.store.remove_user(who, user, NOW)):
            self.known.discard(user)
            self.licensed.discard(user)
            self.admins.discard(user)

    @rule(actor=people, seats=st.integers(0, 4), kind=st.sampled_from(LicenceKind))
    def licence(self, actor: int, seats: int, kind: LicenceKind) -> None:
        if kind is LicenceKind.FULL:
            self.change(
                actor,
                lambda who: self.store.save_licence(
                    who, Licence("Ours", kind, seats, None, self.store.licence(who).revision), NOW
                ),
            )

    @invariant()
    def the_store_agrees_and_the_rules_hold(self) -> None:
        assert self.licensed & self.admins
        boss = Actor(min(self.licensed & self.admins))
        users = self.store.all_users(boss, NOW)
        assert {user.id for user in users} == self.known
        assert {user.id for user in users if user.licensed} == self.licensed
        assert {user.id for user in users if user.admin} == self.admins
        seats = self.store.seats(boss)
        assert seats.used == len(self.licensed) <= seats.total


SetupMachine.TestCase.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
TestAnyOrderOfChanges = SetupMachine.TestCase
