"""A real SIP call that the phone's own line and the hook of a softphone report at once: the user sees one call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.live import Hook, LiveTray, Sighting
from tests.display import wait_until
from tests.phones import Baresip, Callee, Caller
from tray.activity.model import JournalRow
from tray.calls.model import CallState, Cause, Direction, Origin, Outcome

pytestmark = pytest.mark.sip

OFFERED, RINGING, CONNECTED = CallState.OFFERED, CallState.RINGING, CallState.CONNECTED
ADATUM, AS_THE_HOOK_WRITES_IT = "+31205550101", "0205550101"
FABRIKAM = "+31205550102"
CONTOSO, AS_THE_HOOK_DIALS_IT = "+4930123456", "004930123456"
# Whatever else sees the calls of the phone joins here, by what makes it of the data folder.
SIGHTINGS: dict[str, Callable[[Path], Sighting]] = {"softphone hook": Hook}


@pytest.fixture(params=SIGHTINGS.values(), ids=SIGHTINGS)
def other(request: pytest.FixtureRequest, live: LiveTray) -> Sighting:
    make: Callable[[Path], Sighting] = request.param
    return make(live.folder)


def the_one_call(live: LiveTray, template: str, *, pages: int) -> JournalRow:
    """The only call there was: one card, one end, one journal row, one activity, and so many pages."""
    live.wait_for_ends()
    said = live.said()
    assert (said["open_card"], said["call_ended"], said["open_page"], said["log_activity"]) == (1, 1, pages, 1)
    assert len({view.call for view in live.screen.cards}) == 1
    assert len(live.screen.of("open_address")) == pages
    (row,), (activity,) = live.rows(), live.activities()
    assert (activity.template, activity.no, activity.outcome) == (template, row.no, row.outcome)
    return row


@pytest.mark.parametrize("hook_first", [False, True], ids=["the line is first", "the hook is first"])
def test_an_answered_call(phone: Baresip, live: LiveTray, other: Sighting, hook_first: bool) -> None:
    if hook_first:
        other.rings(AS_THE_HOOK_WRITES_IT)
        live.wait_for_card(OFFERED)
    with Caller(phone, number=ADATUM) as caller:
        if not hook_first:
            live.wait_for_card(OFFERED)
            other.rings(AS_THE_HOOK_WRITES_IT)
        wait_until(lambda: "INCOMING" in phone.press("listcalls"), what="the phone ringing")
        phone.press("accept")
        live.wait_for_card(CONNECTED)
        other.answered(AS_THE_HOOK_WRITES_IT)
        caller.hang_up()
        caller.finish()
    other.ended(AS_THE_HOOK_WRITES_IT)
    row = the_one_call(live, "IN", pages=1)
    assert row.source == ("receiver" if hook_first else "baresip")
    assert (row.direction, row.outcome, row.cause) == (Direction.INCOMING, Outcome.INCOMING, Cause.COMPLETED)
    assert (row.number, row.name, row.no) == (ADATUM, "Adatum", "C1")


@pytest.mark.parametrize("hook_ends_first", [False, True], ids=["the line ends it first", "the hook ends it first"])
def test_a_missed_call(phone: Baresip, live: LiveTray, other: Sighting, hook_ends_first: bool) -> None:
    with Caller(phone, number=ADATUM) as caller:
        live.wait_for_card(OFFERED)
        other.rings(AS_THE_HOOK_WRITES_IT)
        if hook_ends_first:
            other.ended(AS_THE_HOOK_WRITES_IT)
        caller.hang_up()
        caller.finish()
    if not hook_ends_first:
        other.ended(AS_THE_HOOK_WRITES_IT)
    row = the_one_call(live, "MISSED", pages=1)
    assert (row.outcome, row.cause, row.connected) == (Outcome.MISSED_INCOMING, Cause.MISSED, None)


def test_a_hook_without_a_word_at_the_end_keeps_no_call_open(phone: Baresip, live: LiveTray, other: Sighting) -> None:
    with Caller(phone, number=ADATUM) as caller:
        live.wait_for_card(OFFERED)
        other.rings(AS_THE_HOOK_WRITES_IT)
        phone.press("hangup")
        caller.finish()
    row = the_one_call(live, "MISSED", pages=1)
    assert (row.outcome, row.cause) == (Outcome.MISSED_INCOMING, Cause.REJECTED)


@pytest.mark.parametrize("through_the_tray", [False, True], ids=["on the phone", "through the tray"])
def test_a_call_that_the_user_dials(
    phone: Baresip, callee: Callee, live: LiveTray, other: Sighting, through_the_tray: bool
) -> None:
    if through_the_tray:
        live.tray.dial(CONTOSO)
    else:
        phone.press(f"dial {callee.uri}")
    live.wait_for_card(RINGING)
    other.dials(AS_THE_HOOK_DIALS_IT)
    callee.answer()
    live.wait_for_card(CONNECTED)
    other.answered(AS_THE_HOOK_DIALS_IT)
    callee.hang_up()
    callee.finish()
    other.ended(AS_THE_HOOK_DIALS_IT)
    row = the_one_call(live, "OUT", pages=0)
    assert row.origin is (Origin.USER if through_the_tray else Origin.EXTERNAL)
    assert (row.outcome, row.cause, row.no) == (Outcome.OUTGOING, Cause.COMPLETED, "C3")


def test_two_callers_at_once_stay_two_calls_whoever_tells_of_them(
    phone: Baresip, live: LiveTray, other: Sighting
) -> None:
    with Caller(phone, number=ADATUM) as first:
        live.wait_for_card(OFFERED, ADATUM)
        other.rings(AS_THE_HOOK_WRITES_IT)
        with Caller(phone, number=FABRIKAM) as second:
            live.wait_for_card(OFFERED, FABRIKAM)
            other.rings(FABRIKAM)
            first.hang_up()
            other.ended(AS_THE_HOOK_WRITES_IT)
            second.hang_up()
            other.ended(FABRIKAM)
            first.finish()
            second.finish()
    live.wait_for_ends(2)
    assert [row.no for row in live.rows()] == ["C2", "C1"]
    assert sorted(str(activity.no) for activity in live.activities()) == ["C1", "C2"]
    said = live.said()
    assert (said["open_card"], said["open_page"], said["call_ended"]) == (2, 2, 2)
