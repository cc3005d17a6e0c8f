"""Real SIP calls of every kind, through source, core and journal: what the card says, what is written, what is sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.live import LiveTray
from tests.display import wait_until
from tests.phones import Baresip, Callee, Caller
from tray.activity.model import JournalRow
from tray.calls.model import CallState, Cause, Direction, Origin, Outcome

pytestmark = pytest.mark.sip

OFFERED, DIALING, RINGING = CallState.OFFERED, CallState.DIALING, CallState.RINGING
CONNECTED, HELD, ENDED = CallState.CONNECTED, CallState.HELD, CallState.ENDED
ADATUM, FABRIKAM, CONTOSO = "+31205550101", "+31205550102", "+4930123456"


def the_row(live: LiveTray, template: str) -> JournalRow:
    """The only call there was, once it has ended; it has left one activity with this template."""
    live.wait_for_ends()
    (row,), (activity,) = live.rows(), live.activities()
    assert (activity.template, activity.outcome) == (template, row.outcome)
    return row


def states(live: LiveTray, number: str = "") -> list[CallState]:
    """The states that the card of a number went through."""
    painted = [view.state for view in live.screen.cards if view.number.endswith(number)]
    return [state for place, state in enumerate(painted) if painted[place - 1 : place] != [state]]


@pytest.mark.parametrize("here", [False, True], ids=["the caller hangs up", "the user hangs up"])
def test_an_answered_call(phone: Baresip, live: LiveTray, here: bool) -> None:
    with Caller(phone, number=ADATUM) as caller:
        live.wait_for_card(OFFERED)
        phone.press("accept")
        live.wait_for_card(CONNECTED)
        if here:
            phone.press("hangup")
        else:
            caller.hang_up()
        caller.finish()
    row = the_row(live, "IN")
    assert (row.outcome, row.cause, row.no) == (Outcome.INCOMING, Cause.COMPLETED, "C1")
    assert states(live) == [OFFERED, CONNECTED, ENDED]


def test_hold_and_resume_are_one_call_and_all_of_it_is_talk(phone: Baresip, live: LiveTray) -> None:
    with Caller(phone, number=ADATUM) as caller:
        live.wait_for_card(OFFERED)
        phone.press("accept")
        live.wait_for_card(CONNECTED)
        for turn in (1, 2):
            phone.press("hold")
            live.wait_for_card(HELD, count=turn)
            phone.press("resume")
            live.wait_for_card(CONNECTED, count=turn + 1)
        caller.hang_up()
        caller.finish()
    assert the_row(live, "IN").outcome is Outcome.INCOMING
    assert states(live) == [OFFERED, CONNECTED, HELD, CONNECTED, HELD, CONNECTED, ENDED]
    talks = [view for view in live.screen.cards if view.state in {CONNECTED, HELD}]
    assert {view.since for view in talks} == {talks[0].since}, "the clock of the card runs through"


def test_a_call_that_is_put_on_hold_and_ends_there(phone: Baresip, live: LiveTray) -> None:
    with Caller(phone, number=ADATUM) as caller:
        live.wait_for_card(OFFERED)
        phone.press("accept")
        live.wait_for_card(CONNECTED)
        phone.press("hold")
        live.wait_for_card(HELD)
        caller.hang_up()
        caller.finish()
    assert the_row(live, "IN").cause is Cause.COMPLETED
    assert states(live) == [OFFERED, CONNECTED, HELD, ENDED]


def test_the_hold_of_the_other_side_is_not_the_users(phone: Baresip, live: LiveTray, tmp_path: Path) -> None:
    with Baresip(tmp_path / "other", accounts=(ADATUM,)) as other:
        other.press(f"dial {phone.uri()}")
        live.wait_for_card(OFFERED)
        phone.press("accept")
        live.wait_for_card(CONNECTED)
        other.press("hold")
        wait_until(lambda: "on hold" in other.press("listcalls"), what="the hold at the other side")
        other.press("resume")
        phone.press("hold")
        live.wait_for_card(HELD)
        other.press("hangup")
        assert the_row(live, "IN").cause is Cause.COMPLETED
    assert states(live) == [OFFERED, CONNECTED, HELD, ENDED]


def test_call_waiting(phone: Baresip, live: LiveTray) -> None:
    with Caller(phone, number=ADATUM) as first:
        live.wait_for_card(OFFERED, ADATUM)
        phone.press("accept")
        live.wait_for_card(CONNECTED, ADATUM)
        with Caller(phone, number=FABRIKAM) as second:
            live.wait_for_card(OFFERED, FABRIKAM)
            assert states(live, ADATUM) == [OFFERED, CONNECTED]
            phone.press("accept")
            live.wait_for_card(CONNECTED, FABRIKAM)
            live.wait_for_card(HELD, ADATUM)
            phone.press("hangup")
            live.wait_for_card(ENDED, FABRIKAM)
            second.finish()
        phone.press("resume")
        live.wait_for_card(CONNECTED, ADATUM, count=2)
        first.hang_up()
        first.finish()
    live.wait_for_ends(2)
    assert states(live, ADATUM) == [OFFERED, CONNECTED, HELD, CONNECTED, ENDED]
    assert states(live, FABRIKAM) == [OFFERED, CONNECTED, ENDED]
    assert [(row.no, row.outcome) for row in live.rows()] == [("C2", Outcome.INCOMING), ("C1", Outcome.INCOMING)]
    assert sorted((activity.no, activity.template) for activity in live.activities()) == [("C1", "IN"), ("C2", "IN")]


@pytest.mark.parametrize("declined", [False, True], ids=["the caller gives up", "the user declines"])
def test_a_call_that_nobody_answers(phone: Baresip, live: LiveTray, declined: bool) -> None:
    with Caller(phone, number=ADATUM) as caller:
        live.wait_for_card(OFFERED)
        if declined:
            phone.press("hangup")
        else:
            caller.hang_up()
        caller.finish()
    row = the_row(live, "MISSED")
    assert (row.outcome, row.connected) == (Outcome.MISSED_INCOMING, None)
    assert row.cause is (Cause.REJECTED if declined else Cause.MISSED)


@pytest.mark.parametrize("here", [False, True], ids=["the other side hangs up", "the user hangs up"])
def test_a_call_that_the_user_dials(phone: Baresip, callee: Callee, live: LiveTray, here: bool) -> None:
    live.tray.dial(CONTOSO)
    live.wait_for_card(RINGING)
    callee.answer()
    live.wait_for_card(CONNECTED)
    if here:
        phone.press("hangup")
    else:
        callee.hang_up()
    callee.finish()
    row = the_row(live, "OUT")
    assert (row.outcome, row.cause, row.origin) == (Outcome.OUTGOING, Cause.COMPLETED, Origin.USER)
    assert (row.number, row.no) == (CONTOSO, "C3")
    assert states(live) == [DIALING, RINGING, CONNECTED, ENDED]


def test_a_call_that_the_user_takes_back(phone: Baresip, callee: Callee, live: LiveTray) -> None:
    live.tray.dial(CONTOSO)
    live.wait_for_card(RINGING)
    phone.press("hangup")
    callee.finish()
    row = the_row(live, "UNACC")
    assert (row.outcome, row.cause) == (Outcome.UNACCEPTED_OUTGOING, Cause.CANCELLED)
    assert states(live) == [DIALING, RINGING, ENDED]


@pytest.mark.parametrize(
    ("callee", "cause"),
    [
        ({"refuses": "486 Busy Here"}, Cause.BUSY),
        ({"refuses": "480 Temporarily Unavailable"}, Cause.NO_ANSWER),
        ({"refuses": "603 Decline"}, Cause.REJECTED),
        ({"refuses": "404 Not Found", "rings": False}, Cause.INVALID_NUMBER),
    ],
    indirect=["callee"],
    ids=["busy", "no answer", "declined", "wrong number"],
)
def test_a_call_that_does_not_come_about(callee: Callee, live: LiveTray, cause: Cause) -> None:
    live.tray.dial(CONTOSO)
    callee.finish()
    row = the_row(live, "UNACC")
    assert (row.outcome, row.cause, row.no) == (Outcome.UNACCEPTED_OUTGOING, cause, "C3")
    assert live.said()["open_card"] == 1


def test_a_call_that_the_user_passes_on_is_over_here(
    phone: Baresip, callee: Callee, live: LiveTray, tmp_path: Path
) -> None:
    with Baresip(tmp_path / "other", accounts=(ADATUM,)) as other:
        other.press(f"dial {phone.uri()}")
        live.wait_for_card(OFFERED)
        phone.press("accept")
        live.wait_for_card(CONNECTED)
        phone.press(f"transfer {callee.uri}")
        callee.answer()
        row = the_row(live, "IN")
        wait_until(lambda: "ESTABLISHED" in other.press("listcalls"), what="the caller with the third phone")
        callee.hang_up()
        callee.finish()
    assert (row.outcome, row.cause, row.no) == (Outcome.INCOMING, Cause.COMPLETED, "C1")
    assert states(live) == [OFFERED, CONNECTED, ENDED]


def test_a_user_who_is_passed_on_has_one_call_with_each_party(
    phone: Baresip, callee: Callee, live: LiveTray, tmp_path: Path
) -> None:
    with Baresip(tmp_path / "other", accounts=(ADATUM,)) as other:
        other.press(f"dial {phone.uri()}")
        live.wait_for_card(OFFERED, ADATUM)
        phone.press("accept")
        live.wait_for_card(CONNECTED, ADATUM)
        other.press(f"transfer {callee.uri}")
        callee.answer()
        live.wait_for_card(CONNECTED, CONTOSO)
        live.wait_for_card(ENDED, ADATUM)
        callee.hang_up()
        callee.finish()
    live.wait_for_ends(2)
    assert [(row.no, row.direction, row.outcome) for row in live.rows()] == [
        ("C3", Direction.OUTGOING, Outcome.OUTGOING),
        ("C1", Direction.INCOMING, Outcome.INCOMING),
    ]
    assert sorted((activity.no, activity.template) for activity in live.activities()) == [("C1", "IN"), ("C3", "OUT")]
