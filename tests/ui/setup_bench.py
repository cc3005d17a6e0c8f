"""A real setup store, call journal and directory behind the setup dialogs, as one desk of an organisation has them.

    with SetupBench(folder, Person.ADMIN) as bench:
        window = UserListWindow(theme, bench.administration)

Nothing is acted: the dialogs ask the same `Administration` as in the running tray, which asks a SQLite file.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any, Self, cast

from tests.core.screen import Screen
from tests.display import wait_until
from tray.activity.journal import Journal
from tray.activity.model import Who
from tray.administration import Administration
from tray.archive import Archive
from tray.calls.engine import Engine, Surroundings
from tray.calls.matching import NO_MATCH
from tray.calls.model import CallEvent, CallState, Cause, Direction
from tray.calls.numbers import NumberReader
from tray.calls.pages import WebClient
from tray.calls.settings import MappingRow, Setup, UserSettings
from tray.directory.importer import import_csv
from tray.directory.index import Directory, DirectoryCounts
from tray.errors import Offline
from tray.paths import JOURNAL_FILE
from tray.presenter import Presenter
from tray.setup import sql_store
from tray.setup.cached import CACHE_FILE, SetupCache
from tray.setup.model import Actor, Change, Identity, Licence, Mappings, Role, SignIn, SignInState, User
from tray.setup.service import SetupService
from tray.setup.sql_store import SqlStore
from tray.setup.store import SetupStore

NOW = datetime(2026, 3, 2, 14, 5, tzinfo=UTC)
CUSTOMERS = (
    "no,name,phone,mobile\n"
    "10000,Adatum Corporation,020 555 0101,06 5550 0101\n"
    "20000,Trey Research,020 555 0103,\n"
    "30000,Trey Research North,020 555 0103,\n"
)
CONTACTS = "no,name,phone,mobile\nCT0001,Robin Counts,020 555 0101,\nCT0002,Terry Adams,,06 5550 0107\n"
ROWS = (
    MappingRow(1, "Customer", "https://erp.example/customer/{no}"),
    MappingRow(2, "Contact", "builtin"),
    MappingRow(3, "Vendor", "26"),
)


class Person(Enum):
    """Who sits at the desk: their Windows account and name."""

    ADMIN = ("OFFICE\\boss", "Alex Boss")
    PLAIN = ("OFFICE\\anna", "Anna Vermeer")
    UNLICENSED = ("OFFICE\\newcomer", "Nico Newcomer")

    @property
    def identity(self) -> Identity:
        """As the machine says it."""
        account, name = self.value
        return Identity(account, name=name)


class Clock:
    """The time at the desk, moved by the test."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def wall(self) -> float:
        """The same as seconds since the epoch."""
        return self.now.timestamp()

    def forward(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)


class SetupBench:
    """One desk. `store` is a second connection to its store, on behalf of the administrator."""

    def __init__(self, folder: Path, person: Person = Person.ADMIN) -> None:
        self.folder = folder
        self.person = person
        self.clock = Clock()
        self.reachable = True
        self.failed: list[Exception] = []
        self.reader = NumberReader()
        self.store: SqlStore = sql_store.open_file(folder / "setup.db")
        self.admin = Actor(self.store.connect(Person.ADMIN.identity, NOW).id)
        self.setup = SetupService(
            "sqlite",
            self._open,
            SetupCache(folder / CACHE_FILE, "us"),
            person.identity,
            self.clock,
            lambda: None,
            lambda: 1.0,
        )
        presenter = Presenter(self.reader, lambda: None)
        self.archive = Archive(folder, presenter, self.reader, Screen(), self.failed.append, self.failed.append)
        self.counts = DirectoryCounts(0, 0, None, ())
        self.administration = Administration(self.setup, self.archive, lambda: self.counts, self.clock, WebClient())

    def __enter__(self) -> Self:
        self._people()
        self.setup.start()
        self.setup.refresh_now()
        wait_until(lambda: self.setup.state().online, what="the setup store")
        return self

    def __exit__(self, *_: object) -> None:
        assert self.setup.stop()
        assert self.archive.stop()
        self.store.close()
        assert not self.failed

    def user(self, person: Person) -> User:
        """The row of a person in the store."""
        users = self.store.all_users(self.admin, self.clock())
        return next(user for user in users if user.account == person.identity.account)

    def change_card(self, person: Person, **values: Any) -> None:
        """The administrator changes a card at another desk."""
        card = self.store.card(self.admin, self.user(person).id)
        calls = dataclasses.replace(card.calls, **values)
        self.store.save(self.admin, Change(card=dataclasses.replace(card, calls=calls)), self.clock())

    def change_module(self, **values: Any) -> None:
        """The administrator changes the module setup at another desk."""
        module = self.store.module(self.admin)
        calls = {name: value for name, value in values.items() if hasattr(module.calls, name)}
        own = {name: value for name, value in values.items() if name not in calls}
        module = dataclasses.replace(module, calls=dataclasses.replace(module.calls, **calls), **own)
        self.store.save(self.admin, Change(module=module), self.clock())

    def change_licence(self, **values: Any) -> None:
        """The administrator enters another licence at another desk."""
        licence: Licence = self.store.licence(self.admin)
        self.store.save_licence(self.admin, dataclasses.replace(licence, **values), self.clock())

    def make_admin(self, person: Person) -> None:
        """Give the role."""
        self.store.save(self.admin, Change(role=Role(self.user(person).id, admin=True)), self.clock())

    def map(self, rows: tuple[MappingRow, ...] = ROWS) -> None:
        """Enter the business mapping and load the directory that it names."""
        mappings = Mappings(rows, self.store.mappings(self.admin).revision)
        self.store.save(self.admin, Change(mappings=mappings), self.clock())
        for table, text in (("Customer", CUSTOMERS), ("Contact", CONTACTS)):
            file = self.folder / f"{table}.csv"
            file.write_text(text, encoding="utf-8")
            import_csv(self.folder, file, table, self.reader, ("phone", "mobile"), now=self.clock.wall())
        with Directory.open(self.folder) as directory:
            self.counts = directory.counts()
        self.renew()

    def place_calls(self, count: int = 8) -> None:
        """Calls come to this desk: answered, missed and outgoing ones, from known, unknown and withheld numbers."""
        numbers = (("+31205550101", "Adatum Corporation"), ("+31205550107", ""), ("anonymous", ""))
        journal = Journal(self.folder / JOURNAL_FILE, self.failed.append)
        journal.start()
        setup = Setup(user=UserSettings())
        engine = Engine(Surroundings(self.reader, lambda: setup, lambda _number, _rows: NO_MATCH, {}))
        offset = self.clock.wall() - 90.0 * count
        for place in range(count):
            number, name = numbers[place % len(numbers)]
            begun = 90.0 * place
            direction = Direction.OUTGOING if place % 4 == 3 else Direction.INCOMING
            state = CallState.OFFERED if direction is Direction.INCOMING else CallState.DIALING
            facts = [CallEvent("phone", f"c{place}", state, begun, direction, number, name)]
            if place % 2 == 0:
                facts.append(CallEvent("phone", f"c{place}", CallState.CONNECTED, begun + 4))
            cause = Cause.COMPLETED if place % 2 == 0 else Cause.MISSED
            facts.append(CallEvent("phone", f"c{place}", CallState.ENDED, begun + 30, cause=cause))
            for fact in facts:
                for change in engine.handle(fact).changes:
                    journal.write(change.call, offset, fact=fact, who=Who(name, None, None))
        assert journal.stop()

    def fill(self) -> None:
        """Everyday content: a mapping with its directory, calls, and codes in the module setup."""
        self.map()
        self.place_calls()
        self.change_module(crm_active=True, incoming_template="M-IN", missed_incoming_template="M-MISSED")
        self.change_card(Person.PLAIN, crm_active=True, outgoing_template="ANNA-OUT", caller_card_delay=3)
        self.renew()

    def lose_store(self) -> None:
        """The store is away from now on."""
        self.reachable = False
        self.setup.refresh_now()
        wait_until(lambda: not self.setup.state().online, what="the store to be away")

    def renew(self) -> None:
        """Wait until the desk knows what was changed at another one."""
        done: list[bool] = []
        for _ in range(2):
            self.setup.ask(lambda _store, _actor: True, done.append, lambda _: None)
        wait_until(lambda: len(done) == 2, what="the setup to be read")

    def _open(self) -> SetupStore:
        return cast("SetupStore", _Cable(sql_store.open_file(self.folder / "setup.db"), lambda: self.reachable))

    def _people(self) -> None:
        """The administrator, a licensed user who is connected, and a newcomer who is not licensed."""
        for person in (Person.PLAIN, Person.UNLICENSED):
            self.store.connect(person.identity, NOW - timedelta(days=1))
        anna = Actor(self.user(Person.PLAIN).id)
        self.store.activate(self.admin, anna.user_id, NOW)
        self.store.beat(anna, "anna's desk", NOW - timedelta(seconds=20))
        signed_in = SignIn(SignInState.SIGNED_IN, True, True, NOW - timedelta(days=12), NOW + timedelta(minutes=48))
        self.store.report_sign_in(anna, signed_in, NOW)


class _Cable:
    """The way from the desk to the store; while it is cut, every question ends as one to a server that is away."""

    def __init__(self, store: SqlStore, is_whole: Callable[[], bool]) -> None:
        self._store = store
        self._is_whole = is_whole

    def __getattr__(self, name: str) -> Any:
        if name != "close" and not self._is_whole():
            raise Offline("The setup store cannot be reached.")
        return getattr(self._store, name)
