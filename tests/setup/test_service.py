"""The tray's link to the store: at once from the cache, fresh within a beat, calm while the store is away."""

import contextlib
import dataclasses
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tray.errors import CtiError, InvalidInput, Offline, Refused
from tray.setup import sql_database, sql_store, transfer
from tray.setup.cached import CACHE_FILE, SetupCache
from tray.setup.link import SetupLink
from tray.setup.model import Actor, Identity, SetupSnapshot, SignIn, SignInState, Standing
from tray.setup.opening import open_store
from tray.setup.service import SetupService
from tray.setup.sql_store import SqlStore
from tray.setup.store import SetupStore

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ANNA = Identity("OFFICE\\anna", name="Anna")
PATIENCE_S = 30


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class Site:
    """A machine with an embedded store that can be out of reach."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.reachable = True
        self.opened = 0

    def open_store(self) -> SetupStore:
        self.opened += 1
        if not self.reachable:
            raise Offline("The server is away.")
        return open_store("sqlite", self.folder)

    def cache(self) -> SetupCache:
        return SetupCache(self.folder / CACHE_FILE, "us")

    def link(
        self, identity: Identity = ANNA, session: str = "desk", jitter: Callable[[], float] = lambda: 1.0
    ) -> SetupLink:
        return SetupLink(self.open_store, self.cache(), identity, session, self.clock, jitter)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


@pytest.fixture
def admin_store(site: Site) -> Iterator[SqlStore]:
    """Somebody else's connection to the same store, who is the first user and so the admin."""
    store = sql_store.open_file(site.folder / "setup.db")
    store.connect(Identity("OFFICE\\boss", name="Boss"), START)
    yield store
    store.close()


BOSS = Actor(1)


def test_before_any_store_and_cache_there_are_the_defaults(site: Site) -> None:
    link = site.link()
    assert link.state.snapshot == SetupSnapshot()
    assert link.state.snapshot.standing(START) is Standing.GOOD
    assert not link.state.online
    assert site.opened == 0


def test_a_beat_confirms_the_setup_keeps_the_lease_and_writes_the_cache(site: Site, admin_store: SqlStore) -> None:
    link = site.link()
    assert link.beat() == 30
    assert link.state.online
    assert link.state.snapshot.confirmed == START
    assert link.state.snapshot.standing(START) is Standing.USER_NOT_LICENSED
    active = {user.name: user.active for user in admin_store.all_users(BOSS, START)}
    assert active == {"Boss": False, "Anna": True}
    assert site.cache().load().snapshot.confirmed == START
    link.close()
    assert not any(user.active for user in admin_store.all_users(BOSS, START))


def test_the_lease_ends_also_right_after_a_sign_in(site: Site, admin_store: SqlStore) -> None:
    link = site.link()
    link.beat()
    link.identify(Identity(ANNA.account, "oid-1.tid"))
    link.close()
    assert not any(user.active for user in admin_store.all_users(BOSS, START))


def test_the_lease_ends_also_where_the_store_was_away_a_moment_ago(
    site: Site, admin_store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sql_database, "BUSY_TIMEOUT_S", 0)
    link = site.link()
    link.beat()
    with contextlib.closing(sqlite3.connect(site.folder / "setup.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        link.beat()
        other.execute("ROLLBACK")
    assert not link.state.online
    assert any(user.active for user in admin_store.all_users(BOSS, START))
    link.close()
    assert not any(user.active for user in admin_store.all_users(BOSS, START))


def test_who_never_held_a_lease_opens_no_store_to_end_it(site: Site) -> None:
    site.link().close()
    assert site.opened == 0
    site.reachable = False
    link = site.link()
    link.beat()
    link.close()
    assert site.opened == 1


def test_a_change_by_the_admin_arrives_with_the_next_beat(site: Site, admin_store: SqlStore) -> None:
    link = site.link()
    link.beat()
    before = link.state
    user_id = link.state.snapshot.user.id
    admin_store.activate(BOSS, user_id, START)
    transfer.set_values(admin_store, BOSS, ["user.caller_card_delay=5", "module.heartbeat_s=60"], START, user_id)
    site.clock.forward(30)
    assert link.beat() == 60
    assert link.state.differs(before)
    assert link.state.snapshot.setup.user.caller_card_delay == 5
    assert link.state.snapshot.standing(site.clock.now) is Standing.GOOD
    link.close()


def test_a_mere_confirmation_is_no_change(site: Site) -> None:
    link = site.link()
    link.beat()
    before = link.state
    site.clock.forward(30)
    link.beat()
    assert not link.state.differs(before)
    assert link.state.snapshot.confirmed == START + timedelta(seconds=30)
    link.close()


def test_while_the_store_is_away_the_cached_setup_serves_and_grows_old(site: Site) -> None:
    first = site.link()
    first.beat()
    transfer.set_values(first._store, Actor(1), ["user.caller_card_delay=7"], START)
    first.beat()
    first.close()
    site.reachable = False
    site.clock.forward(600)
    link = site.link()
    assert link.state.snapshot.setup.user.caller_card_delay == 7
    link.beat()
    assert (link.state.online, link.state.detail) == (False, "The server is away.")
    assert link.state.snapshot.setup.user.caller_card_delay == 7
    assert link.state.snapshot.age_s(site.clock.now) == 600
    site.reachable = True
    assert link.beat() == 30
    assert (link.state.online, link.state.detail) == (True, "")
    assert link.state.snapshot.age_s(site.clock.now) == 0
    link.close()


@pytest.mark.parametrize("draw", [0.0, 0.5, 1.0])
def test_retries_back_off_with_jitter_to_at_most_a_minute(site: Site, draw: float) -> None:
    site.reachable = False
    link = site.link(jitter=lambda: draw)
    waits = [link.beat() for _ in range(20)]
    factor = 0.5 + draw / 2
    assert waits[:8] == [factor * seconds for seconds in (1, 2, 4, 8, 16, 32, 60, 60)]
    assert max(waits) <= 60
    site.reachable = True
    link.beat()
    site.reachable = False
    link.close()
    assert link.beat() == factor


def test_a_damaged_cache_is_told_and_the_defaults_serve(site: Site) -> None:
    (site.folder / CACHE_FILE).write_text("{")
    link = site.link()
    assert CACHE_FILE in link.state.detail
    link.beat()
    assert (link.state.online, link.state.detail) == (True, "")
    link.close()


def test_a_cache_that_cannot_be_written_does_no_harm(site: Site) -> None:
    (site.folder / CACHE_FILE).mkdir()
    link = site.link()
    link.beat()
    assert link.state.online
    assert CACHE_FILE in link.state.detail
    link.close()


def test_after_damage_the_new_store_gets_the_setup_that_held_last(site: Site) -> None:
    first = site.link()
    first.beat()
    transfer.set_values(first._store, Actor(1), ["user.caller_card_delay=7", "module.region=DE"], START)
    licence = first._store.licence(Actor(1))
    first._store.save_licence(Actor(1), dataclasses.replace(licence, seats=40), START)
    first.beat()
    first.close()
    (site.folder / "setup.db").write_bytes(b"no database" * 1000)
    link = site.link()
    link.beat()
    assert "setup.damaged-1.db" in link.state.detail
    assert not link.state.online
    link.beat()
    assert link.state.online
    assert link.state.snapshot.setup.user.caller_card_delay == 7
    assert (link.state.snapshot.module.region, link.state.snapshot.licence.seats) == ("DE", 40)
    link.close()


def test_a_store_that_was_removed_on_purpose_begins_anew(site: Site) -> None:
    first = site.link()
    first.beat()
    transfer.set_values(first._store, Actor(1), ["user.caller_card_delay=7"], START)
    first.beat()
    first.close()
    (site.folder / "setup.db").unlink()
    link = site.link()
    link.beat()
    assert link.state.snapshot.setup.user.caller_card_delay == 0
    link.close()


def test_a_removed_user_connects_anew_and_waits_for_a_licence(site: Site, admin_store: SqlStore) -> None:
    link = site.link()
    link.beat()
    user_id = link.state.snapshot.user.id
    admin_store.remove_user(BOSS, user_id, START)
    link.beat()
    assert not link.state.online
    assert link.beat() == 30
    assert link.state.snapshot.user.id > user_id
    assert link.state.snapshot.standing(START) is Standing.USER_NOT_LICENSED
    link.close()


def test_the_sign_in_is_published_once_the_store_is_back(site: Site, admin_store: SqlStore) -> None:
    link = site.link()
    site.reachable = False
    signed_in = SignIn(SignInState.SIGNED_IN, True, True, START, START + timedelta(hours=1))
    link.publish(signed_in)
    link.identify(Identity(ANNA.account, "oid-1.tid", "anna@office.example", "Anna Berg"))
    link.beat()
    site.reachable = True
    link.beat()
    user = admin_store.all_users(BOSS, START)[0]
    assert (user.name, user.email, user.sign_in) == ("Anna Berg", "anna@office.example", signed_in)
    link.close()


# The thread


class Running:
    """A service with its thread, and what it told."""

    def __init__(self, site: Site, identity: Identity = ANNA) -> None:
        self.changes: queue.SimpleQueue[object] = queue.SimpleQueue()
        self.answers: queue.SimpleQueue[object] = queue.SimpleQueue()
        self.service = SetupService(
            "sqlite", site.open_store, site.cache(), identity, site.clock, lambda: self.changes.put(None), lambda: 1.0
        )

    def changed(self) -> None:
        self.changes.get(timeout=PATIENCE_S)

    def ask(self, question: Callable[[SetupStore, Actor], object]) -> object:
        self.service.ask(question, self.answers.put, self.answers.put)
        return self.answers.get(timeout=PATIENCE_S)


@pytest.fixture
def running(site: Site) -> Iterator[Running]:
    started = Running(site)
    started.service.start()
    yield started
    assert started.service.stop(PATIENCE_S)


def test_the_service_connects_by_itself_and_says_so(running: Running, site: Site) -> None:
    running.changed()
    assert running.service.current().user.name == "Anna"
    site.clock.forward(12)
    status = running.service.state()
    assert (status.kind, status.online, status.setup_age_s, status.detail) == ("sqlite", True, 12, "")


def test_a_question_is_answered_and_its_change_is_in_force_at_once(running: Running) -> None:
    running.changed()
    answer = running.ask(lambda store, actor: transfer.set_values(store, actor, ["user.caller_card_delay=3"], START))
    assert answer.card.calls.caller_card_delay == 3
    running.changed()
    assert running.service.current().setup.user.caller_card_delay == 3


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        (lambda store, actor: store.remove_user(actor, actor.user_id, START), Refused),
        (lambda store, actor: transfer.set_values(store, actor, ["user.x=1"], START), InvalidInput),
        (lambda store, actor: 1 // 0, CtiError),
    ],
)
def test_a_question_that_fails_is_answered_with_the_error_and_ends_nothing(
    running: Running, question: Callable[[SetupStore, Actor], object], kind: type[CtiError]
) -> None:
    running.changed()
    answer = running.ask(question)
    assert isinstance(answer, kind)
    assert running.ask(lambda store, actor: store.seats(actor).used) == 1


def test_a_command_retries_at_once(site: Site) -> None:
    site.reachable = False
    away = Running(site)
    away.service.start()
    away.changed()
    assert not away.service.state().online
    assert isinstance(away.ask(lambda store, actor: store.seats(actor)), Offline)
    site.reachable = True
    away.service.refresh_now()
    away.changed()
    assert away.service.state().online
    assert away.service.stop(PATIENCE_S)


def test_a_clean_stop_ends_the_lease_and_the_thread(site: Site, admin_store: SqlStore) -> None:
    started = Running(site)
    started.service.start()
    started.changed()
    assert [user.active for user in admin_store.all_users(BOSS, START)] == [True, False]
    assert started.service.stop(PATIENCE_S)
    assert not any(user.active for user in admin_store.all_users(BOSS, START))
    assert "setup" not in {thread.name for thread in threading.enumerate()}
    assert isinstance(started.ask(lambda store, actor: None), Offline)


def test_stopping_what_never_started_is_fine(site: Site) -> None:
    assert Running(site).service.stop()


def test_a_sign_in_is_linked_to_the_same_user_and_published(running: Running) -> None:
    running.changed()
    user_id = running.service.current().user.id
    running.service.publish(SignIn(SignInState.SIGN_IN_NEEDED))
    running.service.identify(Identity(ANNA.account, "oid-1.tid", "anna@office.example", "Anna Berg"))
    running.changed()
    (user,) = running.ask(lambda store, actor: store.users(actor, START))
    assert (user.id, user.email, user.sign_in.state) == (user_id, "anna@office.example", SignInState.SIGN_IN_NEEDED)
