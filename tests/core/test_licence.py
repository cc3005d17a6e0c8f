"""Licence and seats from outside: the real process, its command line, a store that another program changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.core.screen import PATIENCE_S, Screen
from tests.desk import DeskTray, decided
from tray.config import LoadedConfig
from tray.config_model import Config, DialConfig
from tray.config_schema import DialMethod
from tray.control import ask
from tray.setup.model import Actor, Identity, Licence, NewUser
from tray.setup.opening import open_store
from tray.setup.store import SetupStore
from tray.setup.who import this_user
from tray.wiring import Tray


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskTray]:
    with DeskTray(tmp_path / "home") as desk:
        yield desk


def in_store(desk: DeskTray, change: Callable[[SetupStore, Actor], object]) -> None:
    store = open_store("sqlite", desk.folder)
    try:
        change(store, Actor(store.connect(this_user(), datetime.now(UTC)).id))
    finally:
        store.close()


def call(desk: DeskTray, call_id: str) -> dict[str, Any]:
    """One missed call, as the journal has it."""
    desk.report("offered", call_id=call_id, direction="incoming", number="020 555 0101")
    desk.report("ended", call_id=call_id)
    return desk.call(call_id)


def licence(until: date | None) -> Callable[[SetupStore, Actor], object]:
    def change(store: SetupStore, actor: Actor) -> None:
        store.save_licence(actor, Licence(valid_until=until, revision=store.licence(actor).revision), datetime.now(UTC))

    return change


def user(desk: DeskTray, account: str) -> dict[str, Any]:
    """A user, as the list has them."""
    return next(each for each in desk.json("users", "list") if each["account"] == account)


def test_an_expired_licence_means_no_cards_until_it_is_renewed(desk: DeskTray) -> None:
    assert "open_card" in decided(call(desk, "before"))
    in_store(desk, licence(date(2000, 1, 1)))
    ask(desk.folder, "refresh")
    first, second = call(desk, "first"), call(desk, "second")
    for row in (first, second):
        assert "open_card" not in decided(row)
        assert {"decision": "no_card", "reason": "the licence has expired"}.items() <= row["decisions"][0].items()
        assert row["outcome"] == "missed_incoming"
    assert desk.json("setup", "show")["licence"]["state"] == "Expired"
    in_store(desk, licence(None))
    ask(desk.folder, "refresh")
    assert "open_card" in decided(call(desk, "after"))


def test_users_are_listed_given_a_seat_and_made_admins_by_the_command_line(desk: DeskTray) -> None:
    in_store(desk, lambda store, actor: store.add_users(actor, [NewUser("robin", name="Robin")], datetime.now(UTC)))
    me = user(desk, this_user().account)
    assert (me["licensed"], me["admin"], me["active"]) == (True, True, True)
    assert "robin" in desk.command("users", "list")
    desk.command("users", "activate", "robin")
    desk.command("users", "admin", "robin")
    robin = user(desk, "robin")
    assert (robin["licensed"], robin["admin"], robin["active"]) == (True, True, False)


def test_who_loses_the_seat_gets_no_cards_and_the_last_admin_keeps_the_role(desk: DeskTray) -> None:
    me = this_user().account
    refused = desk.run("users", "admin", me, "--off")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert len(refused.stderr.splitlines()) == 1
    in_store(desk, lambda store, actor: store.add_users(actor, [NewUser("robin")], datetime.now(UTC)))
    for verb in ("activate", "admin"):
        desk.command("users", verb, "robin")
    desk.command("users", "deactivate", me)
    row = call(desk, "1")
    assert row["decisions"][0]["reason"] == "this user has no licence"
    again = desk.run("users", "activate", me)
    assert again.returncode, "who has no licence administers nothing"
    assert desk.status()["running"] is True


def test_who_connects_for_the_first_time_is_told_once_whom_to_ask(tmp_path: Path, screen: Screen) -> None:
    store = open_store("sqlite", tmp_path)
    boss = Actor(store.connect(Identity("OFFICE\\boss", name="Alex Boss"), datetime.now(UTC)).id)
    tray = Tray(tmp_path, LoadedConfig(replace(Config(), dial=DialConfig(DialMethod.BARESIP))), screen)
    tray.start()
    try:
        (notice,) = screen.wait(lambda: screen.notices, "notice")
        assert "not activated yet" in notice.text
        assert "Alex Boss" in notice.hint
        (newcomer,) = [each for each in store.all_users(boss, datetime.now(UTC)) if each.id != boss.user_id]
        assert not newcomer.licensed
        tray.setup.refresh_now()
        done = threading.Event()
        tray.setup.ask(lambda _store, _actor: True, lambda _: done.set(), pytest.fail)
        assert done.wait(PATIENCE_S)
        assert len(screen.notices) == 1
    finally:
        tray.close()
        store.close()
