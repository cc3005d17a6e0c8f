"""The own presence: what an answer says, when to ask again, and that nobody asks who should not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.display import wait_until
from tests.identity.graph.bench import GraphBench
from tray.errors import CtiError, Offline
from tray.identity.errors import ConsentMissing, ServiceBusy, SignedOut, SignInNeeded
from tray.identity.model import ContactsState, GraphStatus, PresenceState
from tray.identity.presence import (
    LIVELY_S,
    NONSENSE_S,
    QUIET_S,
    STALE_S,
    Presence,
    answered,
    failed,
    next_question,
    read_presence,
)
from tray.views import TrayState

A_DAY_S = 86_400.0
CHANCE = st.floats(0.0, 1.0)
STATES = st.sampled_from([each for each in PresenceState if each not in {PresenceState.OFF, PresenceState.NOT_ALLOWED}])
FINAL = [ConsentMissing("no"), SignedOut("no"), SignInNeeded("no")]


@pytest.mark.parametrize(
    ("availability", "activity", "state"),
    [
        ("Busy", "InACall", PresenceState.IN_CALL),
        ("Busy", "InAConferenceCall", PresenceState.IN_CALL),
        ("DoNotDisturb", "Presenting", PresenceState.IN_CALL),
        ("Busy", "InAMeeting", PresenceState.BUSY),
        ("Available", "Available", PresenceState.AVAILABLE),
        ("AvailableIdle", "Inactive", PresenceState.AVAILABLE),
        ("BeRightBack", "BeRightBack", PresenceState.AWAY),
        ("Offline", "OffWork", PresenceState.OFFLINE),
        ("PresenceUnknown", "PresenceUnknown", PresenceState.UNKNOWN),
        ("Something", "Newer", PresenceState.UNKNOWN),
    ],
)
def test_an_answer_is_read(availability: str, activity: str, state: PresenceState) -> None:
    assert read_presence({"availability": availability, "activity": activity}) is state


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists, max_leaves=5)


@given(st.dictionaries(st.sampled_from(["availability", "activity", "id"]), JSON))
def test_any_answer_is_read_or_refused(answer: dict[str, object]) -> None:
    try:
        state = read_presence(answer)
    except CtiError:
        return
    assert state not in {PresenceState.OFF, PresenceState.NOT_ALLOWED}


@given(STATES, st.integers(0, 1000), CHANCE)
def test_a_good_answer_is_followed_by_a_question_within_a_minute_or_so(
    state: PresenceState, same: int, chance: float
) -> None:
    wait = next_question(Presence(state, 0.0, same), None, chance)
    assert wait is not None
    assert 0.8 * LIVELY_S < wait < 1.2 * QUIET_S
    if state is PresenceState.IN_CALL:
        assert wait < 1.2 * LIVELY_S


@given(STATES, st.integers(1, 1000), CHANCE, st.floats(0.0, 3600.0))
def test_a_pause_that_is_asked_for_is_kept(state: PresenceState, failures: int, chance: float, pause: float) -> None:
    error = ServiceBusy("busy", retry_after_s=pause)
    wait = next_question(Presence(state, failures=failures), error, chance)
    assert wait is not None
    assert wait >= pause
    assert wait >= 0.8 * LIVELY_S


@pytest.mark.parametrize("error", FINAL, ids=lambda error: type(error).__name__)
@given(STATES, CHANCE)
def test_who_is_refused_for_good_does_not_ask_again(error: CtiError, state: PresenceState, chance: float) -> None:
    before = Presence(state, 1.0)
    after = failed(before, error, 2.0)
    assert next_question(after, error, chance) is None
    assert after.heard is None
    assert (after.state is PresenceState.NOT_ALLOWED) == isinstance(error, ConsentMissing)


@given(STATES, st.lists(st.sampled_from([Offline("away"), CtiError("nonsense")]), min_size=1), st.floats(1.0, A_DAY_S))
def test_what_was_heard_is_believed_for_a_while(state: PresenceState, errors: list[CtiError], seconds: float) -> None:
    presence = answered(Presence(), state, 0.0)
    for count, error in enumerate(errors, start=1):
        presence = failed(presence, error, seconds)
        assert presence.failures == count
    assert presence.state is (state if seconds < STALE_S else PresenceState.UNKNOWN)
    assert answered(presence, state, seconds).failures == 0


def test_nonsense_is_left_alone_for_longer() -> None:
    wait = next_question(Presence(failures=1), CtiError("nonsense"), 0.5)
    assert wait == NONSENSE_S


def test_the_watch_asks_and_tells_changes_only(bench: GraphBench) -> None:
    bench.sign_in()
    watch = bench.watch()
    assert watch.look() == LIVELY_S
    bench.provider.set_presence("Busy", "InACall")
    bench.clock.now += LIVELY_S
    watch.look()
    watch.look()
    assert bench.states == [PresenceState.UNKNOWN, PresenceState.AVAILABLE, PresenceState.IN_CALL]
    bench.clock.now += 5.0
    assert watch.age_s() == 5.0


def test_it_asks_less_often_while_nothing_changes(bench: GraphBench) -> None:
    bench.sign_in()
    watch = bench.watch()
    waits = [watch.look() for _ in range(7)]
    assert waits == [LIVELY_S] * 5 + [QUIET_S] * 2


def test_trouble_makes_it_wait_and_then_know_nothing(bench: GraphBench) -> None:
    bench.sign_in()
    bench.provider.set_presence("Busy", "InACall")
    watch = bench.watch()
    watch.look()
    bench.provider.fault("presence", status=429, retry_after=900)
    assert watch.look() == 900.0
    assert watch.presence.state is PresenceState.IN_CALL
    bench.clock.now += 900.0
    bench.provider.heal()
    bench.provider.refuse()
    wait = watch.look()
    assert wait is not None
    assert wait <= 60.0
    assert watch.presence.state is PresenceState.UNKNOWN
    bench.provider.accept()
    watch.look()
    assert watch.presence.state is PresenceState.IN_CALL


def test_a_call_in_teams_shows_as_long_as_it_goes_on(bench: GraphBench) -> None:
    bench.provider.set_presence("Busy", "InACall")
    desk = bench.desk()
    bench.sign_in()
    wait_until(lambda: bench.icon == (TrayState.IN_CALL, True))
    assert desk.presence is PresenceState.IN_CALL
    bench.provider.set_presence("Available")
    bench.later(2 * LIVELY_S)
    wait_until(lambda: bench.icon == (TrayState.IDLE, False))
    bench.provider.set_presence("Busy", "InACall")
    bench.later(2 * LIVELY_S)
    wait_until(lambda: bench.icon == (TrayState.IN_CALL, True))
    bench.service.sign_out()
    wait_until(lambda: bench.icon == (TrayState.IDLE, False))
    assert desk.presence is PresenceState.OFF
    desk.stop()
    assert GraphStatus(PresenceState.IN_CALL, ContactsState.READ) in bench.told
    assert bench.told[-1].presence is PresenceState.OFF


def test_who_listens_hears_when_a_change_happened_and_when_it_may_have_begun(bench: GraphBench) -> None:
    desk = bench.desk()
    began = bench.clock.now
    bench.sign_in()
    wait_until(lambda: desk.presence is PresenceState.AVAILABLE)
    bench.provider.set_presence("Busy", "InACall")
    bench.later(2 * LIVELY_S)
    wait_until(lambda: desk.presence is PresenceState.IN_CALL)
    desk.stop()
    known = [talk for talk in bench.talks if talk[0] in {PresenceState.AVAILABLE, PresenceState.IN_CALL}]
    assert known == [(PresenceState.AVAILABLE, began, None), (PresenceState.IN_CALL, began + 2 * LIVELY_S, began)]


def test_nobody_asks_for_who_is_signed_out(bench: GraphBench) -> None:
    desk = bench.desk()
    bench.sign_in()
    wait_until(lambda: desk.presence is PresenceState.AVAILABLE)
    bench.service.sign_out()
    wait_until(lambda: desk.presence is PresenceState.OFF)
    asked = bench.asked("presence")
    bench.later(A_DAY_S)
    desk.stop()
    assert bench.asked("presence") == asked == 1


@pytest.mark.parametrize("bench", [{"presence": False}], indirect=True)
def test_nobody_asks_who_has_switched_it_off(bench: GraphBench) -> None:
    desk = bench.desk()
    bench.sign_in()
    wait_until(lambda: bench.asked("contacts") == 1, what="the contacts, which come after the presence")
    bench.later(A_DAY_S)
    wait_until(lambda: bench.asked("contacts") == 2)
    desk.stop()
    assert (desk.presence, bench.asked("presence")) == (PresenceState.OFF, 0)


def test_who_does_not_allow_it_is_asked_again_after_the_next_sign_in(bench: GraphBench) -> None:
    bench.provider.withhold("Presence.Read")
    desk = bench.desk()
    bench.sign_in()
    wait_until(lambda: desk.presence is PresenceState.NOT_ALLOWED)
    wait_until(lambda: bench.asked("contacts") == 1)
    tokens = bench.asked("token")
    bench.later(A_DAY_S)
    wait_until(lambda: bench.asked("contacts") == 2)
    assert (bench.asked("presence"), bench.asked("token")) == (0, tokens)
    bench.provider.withhold()
    bench.sign_in()
    wait_until(lambda: desk.presence is PresenceState.AVAILABLE)
    desk.stop()
