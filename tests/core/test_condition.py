from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.core.screen import PATIENCE_S
from tray.calls.model import Call, CallName, CallState, Direction, Origin, Party
from tray.condition import Condition, silence, standing_notice
from tray.setup.model import Licence, LicenceKind, SetupSnapshot, SignInState, Standing, User
from tray.views import TrayState

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
RINGING = Call((CallName("phone", "1"),), Direction.INCOMING, CallState.OFFERED, Party(), Origin.EXTERNAL, 1.0)
TALKING = replace(RINGING, state=CallState.CONNECTED, connected=2.0)
DIALLING = replace(RINGING, direction=Direction.OUTGOING, state=CallState.DIALING)
HELD = replace(TALKING, state=CallState.HELD)


def state(condition: Condition) -> TrayState:
    return condition.icon_view("Robin").state


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ((), TrayState.IDLE),
        ((RINGING,), TrayState.RINGING),
        ((TALKING,), TrayState.IN_CALL),
        ((HELD,), TrayState.IN_CALL),
        ((DIALLING,), TrayState.IN_CALL),
        ((TALKING, RINGING), TrayState.RINGING),
    ],
)
def test_the_icon_says_the_most_urgent_call(calls: tuple[Call, ...], expected: TrayState) -> None:
    condition = Condition(lambda _: None)
    condition.calls(calls)
    assert state(condition) is expected


def test_a_call_goes_before_offline_and_that_before_do_not_disturb() -> None:
    condition = Condition(lambda _: None)
    condition.toggle_do_not_disturb()
    assert state(condition) is TrayState.DO_NOT_DISTURB
    condition.store(online=False)
    assert state(condition) is TrayState.OFFLINE
    condition.calls((TALKING,))
    assert state(condition) is TrayState.IN_CALL
    condition.calls(())
    condition.store(online=True)
    condition.toggle_do_not_disturb()
    assert state(condition) is TrayState.IDLE


def test_a_sign_in_that_is_needed_goes_before_offline() -> None:
    condition = Condition(lambda _: None)
    condition.store(online=False)
    condition.sign_in(SignInState.SIGN_IN_NEEDED, possible=True)
    assert state(condition) is TrayState.SIGN_IN_NEEDED
    condition.sign_in(SignInState.SIGNED_IN, possible=True)
    assert state(condition) is TrayState.OFFLINE


def test_only_changes_of_calls_are_told() -> None:
    told: list[TrayState] = []
    condition = Condition(lambda changed: told.append(state(changed)))
    condition.calls((RINGING,))
    condition.calls((RINGING, RINGING))
    condition.calls(())
    assert told == [TrayState.RINGING, TrayState.IDLE]


def test_the_newest_state_is_heard_last_however_many_threads_change_it() -> None:
    heard: list[tuple[TrayState, bool]] = []

    def hear(changed: Condition) -> None:
        view = changed.icon_view("")
        heard.append((view.state, view.do_not_disturb))

    condition = Condition(hear)
    begin = threading.Barrier(3)

    def ring() -> None:
        begin.wait(PATIENCE_S)
        for _ in range(200):
            condition.calls((RINGING,))
            condition.calls(())

    def toggle() -> None:
        begin.wait(PATIENCE_S)
        for _ in range(201):
            condition.toggle_do_not_disturb()

    threads = [threading.Thread(target=work) for work in (ring, toggle)]
    for thread in threads:
        thread.start()
    begin.wait(PATIENCE_S)
    for thread in threads:
        thread.join(PATIENCE_S)
    assert heard[-1] == (TrayState.DO_NOT_DISTURB, True)


def test_signing_in_is_offered_where_it_can_be_done() -> None:
    condition = Condition(lambda _: None)
    assert condition.icon_view("Robin").sign_in is None
    condition.sign_in(SignInState.SIGNED_OUT, possible=True)
    assert condition.icon_view("Robin").sign_in is SignInState.SIGNED_OUT


def test_a_reason_for_no_cards_goes_before_do_not_disturb() -> None:
    assert silence(Standing.GOOD, do_not_disturb=False) == ""
    assert silence(Standing.GOOD, do_not_disturb=True) == "do not disturb"
    for standing in set(Standing) - {Standing.GOOD}:
        assert silence(standing, do_not_disturb=True) == silence(standing, do_not_disturb=False) != ""


@pytest.mark.parametrize(
    ("snapshot", "words"),
    [
        (SetupSnapshot(licence=Licence(valid_until=date(2026, 5, 3))), "licence of CTI Tray has expired"),
        (SetupSnapshot(licence=Licence(kind=LicenceKind.NONE)), "has no licence"),
        (SetupSnapshot(user=User(1, "robin", "Robin", licensed=False)), "not activated"),
    ],
)
def test_who_gets_no_cards_is_told_why_and_what_to_do(snapshot: SetupSnapshot, words: str) -> None:
    notice = standing_notice(snapshot.standing(NOON))
    assert words in notice.text
    assert "Recent calls" in notice.text
    assert "administrator" in notice.hint


def test_who_is_not_activated_is_told_where_that_is_done_and_by_whom() -> None:
    notice = standing_notice(Standing.USER_NOT_LICENSED, ["Alex Boss"])
    assert "in the window Activate Users" in notice.hint
    assert "Alex Boss" in notice.hint


def test_the_last_day_of_a_licence_counts() -> None:
    assert SetupSnapshot(licence=Licence(valid_until=date(2026, 5, 4))).standing(NOON) is Standing.GOOD


@pytest.mark.parametrize(
    ("calls", "expected", "in_teams"),
    [
        ((), TrayState.IN_CALL, True),
        ((TALKING,), TrayState.IN_CALL, False),
        ((RINGING,), TrayState.RINGING, True),
        ((TALKING, RINGING), TrayState.RINGING, False),
    ],
)
def test_a_call_in_teams_counts_behind_the_calls_of_this_desk(
    calls: tuple[Call, ...], expected: TrayState, in_teams: bool
) -> None:
    condition = Condition(lambda _: None)
    condition.sign_in(SignInState.SIGN_IN_NEEDED, possible=True)
    condition.teams_call(goes_on=True)
    condition.calls(calls)
    view = condition.icon_view("Robin")
    assert (view.state, view.in_teams) == (expected, in_teams)
    condition.teams_call(goes_on=False)
    assert condition.icon_view("Robin").in_teams is False
