"""What the setup dialogs are answered: while the store is away the last that is known, with its true age."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ui.setup_bench import Person, SetupBench
from tray.calls.settings import ModuleSettings, UserSettings
from tray.errors import Offline, Refused
from tray.setup.views import CardSheet, Lock, ModuleSheet, ProductUsers, UserList

PATIENCE_S = 30


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[SetupBench]:
    with SetupBench(tmp_path) as bench:
        yield bench


def answered(ask: Callable[..., None], *arguments: object) -> Any:
    answers: queue.SimpleQueue[object] = queue.SimpleQueue()
    ask(*arguments, answers.put)
    return answers.get(timeout=PATIENCE_S)


def test_a_value_that_arrived_after_the_sheet_was_read_is_the_last_known_one(bench: SetupBench) -> None:
    before = answered(bench.administration.module_sheet)
    assert before.module.retention_days == 365
    card = answered(bench.administration.user_card, None)
    bench.clock.forward(minutes=10)
    bench.change_module(retention_days=30)
    bench.change_card(Person.ADMIN, caller_card_delay=9)
    bench.renew()
    bench.clock.forward(minutes=5)
    bench.lose_store()
    sheet: ModuleSheet = answered(bench.administration.module_sheet)
    assert (sheet.module.retention_days, sheet.seen_by.age_s) == (30, 300)
    own: CardSheet = answered(bench.administration.user_card, None)
    assert (card.card.calls.caller_card_delay, own.card.calls.caller_card_delay, own.seen_by.age_s) == (0, 9, 300)


def test_what_only_a_question_tells_keeps_the_age_at_which_it_was_told(bench: SetupBench) -> None:
    anna = bench.user(Person.PLAIN).id
    for ask in (bench.administration.product_users, bench.administration.user_list):
        answered(ask)
    answered(bench.administration.user_card, anna)
    bench.clock.forward(minutes=10)
    bench.renew()
    bench.clock.forward(minutes=5)
    bench.lose_store()
    everybody: ProductUsers = answered(bench.administration.product_users)
    licensed: UserList = answered(bench.administration.user_list)
    card: CardSheet = answered(bench.administration.user_card, anna)
    assert (len(everybody.users), len(licensed.users), card.owner.name) == (3, 2, "Anna Vermeer")
    for sheet in (everybody, licensed, card):
        assert (sheet.seen_by.lock, sheet.seen_by.age_s) == (Lock.OFFLINE, 900)


def demote(bench: SetupBench) -> None:
    bench.make_admin(Person.PLAIN)
    bench.store.set_admin(bench.admin, bench.admin.user_id, bench.clock(), admin=False)


def test_who_lost_the_role_does_not_see_again_what_it_showed(bench: SetupBench) -> None:
    anna = bench.user(Person.PLAIN).id
    answered(bench.administration.product_users)
    answered(bench.administration.user_card, anna)
    demote(bench)
    bench.renew()
    bench.lose_store()
    assert isinstance(answered(bench.administration.product_users), Offline)
    assert isinstance(answered(bench.administration.user_card, anna), Offline)


def test_who_was_refused_does_not_see_again_what_was_shown_before(bench: SetupBench) -> None:
    """Also where the store goes away before it could say more than the refusal."""
    answered(bench.administration.product_users)
    refusals: queue.SimpleQueue[object] = queue.SimpleQueue()
    all_asked = threading.Event()

    def cut_off(refusal: object) -> None:
        bench.reachable = False
        refusals.put(refusal)

    # The two after the first are answered in one go, so that no beat tells of the lost role between them.
    for question in (lambda *_: all_asked.wait(PATIENCE_S), lambda *_: demote(bench)):
        bench.setup.ask(question, lambda _: None, bench.failed.append)
    bench.administration.product_users(cut_off)
    all_asked.set()
    assert isinstance(refusals.get(timeout=PATIENCE_S), Refused)
    assert bench.setup.current().user.admin
    assert isinstance(answered(bench.administration.product_users), Offline)


def test_what_calls_would_bring_is_told_by_the_module_setup_that_is_given(bench: SetupBench) -> None:
    bench.place_calls()
    bench.change_module(crm_active=False)
    bench.renew()
    with_crm = UserSettings(crm_active=True)
    given = ModuleSettings(crm_active=True, incoming_template="GIVEN")
    for module, logged in ((ModuleSettings(), False), (given, True)):
        calls = answered(bench.administration.foretell, module, with_crm, with_crm)
        assert ("GIVEN" in repr(calls)) == logged
