"""A real SIP call that the phone and other sources report at once: the user sees one call."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.live import DeskPhone, Hook, LiveTray, Sighting
from tests.display import wait_until
from tests.phones import Baresip, Callee, Caller
from tests.telephony.tapi_bench import Tapi32
from tray.activity.model import JournalRow
from tray.calls.model import CallState, Cause, Direction, Origin, Outcome

pytestmark = pytest.mark.sip

OFFERED, RINGING, CONNECTED = CallState.OFFERED, CallState.RINGING, CallState.CONNECTED
ADATUM, IN_NATIONAL_FORM = "+31205550101", "0205550101"
FABRIKAM = "+31205550102"
CONTOSO, AS_IT_IS_DIALLED = "+4930123456", "004930123456"


@pytest.fixture(autouse=True)
def tapi32(tapi32_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tapi32:
    """The driver of the desk's phone, with one line, where Windows would have it."""
    found = Tapi32.copy_of(tapi32_library, tmp_path)
    found.device(0, "Desk phone", number="110", permanent=17)
    found.stand_in(monkeypatch)
    return found


@pytest.fixture(params=["softphone hook", "windows telephony"])
def other(request: pytest.FixtureRequest, tapi32: Tapi32, live: LiveTray) -> Sighting:
    """What else sees the calls of the phone."""
    live.wait_for_source("tapi")
    return Hook(live.folder) if request.param == "softphone hook" else DeskPhone(tapi32, live)


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


@pytest.mark.parametrize("other_first", [False, True], ids=["the line is first", "the other is first"])
def test_an_answered_call(phone: Baresip, live: LiveTray, other: Sighting, other_first: bool) -> None:
    if other_first:
        other.rings(IN_NATIONAL_FORM)
        live.wait_for_card(OFFERED)
    with Caller(phone, number=ADATUM) as caller:
        if not other_first:
            live.wait_for_card(OFFERED)
            other.rings(IN_NATIONAL_FORM)
        wait_until(lambda: "INCOMING" in phone.press("listcalls"), what="the phone ringing")
        phone.press("accept")
        live.wait_for_card(CONNECTED)
        other.answered(IN_NATIONAL_FORM)
        caller.hang_up()
        caller.finish()
    other.ended(IN_NATIONAL_FORM)
    row = the_one_call(live, "IN", pages=1)
    assert row.source == (other.source if other_first else "baresip")
    assert (row.direction, row.outcome, row.cause) == (Direction.INCOMING, Outcome.INCOMING, Cause.COMPLETED)
    assert (row.number, row.name, row.no) == (ADATUM, "Adatum", "C1")


@pytest.mark.parametrize("other_ends_first", [False, True], ids=["the line ends it first", "the other ends it first"])
def test_a_missed_call(phone: Baresip, live: LiveTray, other: Sighting, other_ends_first: bool) -> None:
    with Caller(phone, number=ADATUM) as caller:
        live.wait_for_card(OFFERED)
        other.rings(IN_NATIONAL_FORM)
        if other_ends_first:
            other.ended(IN_NATIONAL_FORM)
        caller.hang_up()
        caller.finish()
    if not other_ends_first:
        other.ended(IN_NATIONAL_FORM)
    row = the_one_call(live, "MISSED", pages=1)
    assert (row.outcome, row.cause, row.connected) == (Outcome.MISSED_INCOMING, Cause.MISSED, None)


def test_a_source_without_a_word_at_the_end_keeps_no_call_open(phone: Baresip, live: LiveTray, other: Sighting) -> None:
    with Caller(phone, number=ADATUM) as caller:
        live.wait_for_card(OFFERED)
        other.rings(IN_NATIONAL_FORM)
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
    other.dials(AS_IT_IS_DIALLED)
    callee.answer()
    live.wait_for_card(CONNECTED)
    other.answered(AS_IT_IS_DIALLED)
    callee.hang_up()
    callee.finish()
    other.ended(AS_IT_IS_DIALLED)
    row = the_one_call(live, "OUT", pages=0)
    assert row.origin is (Origin.USER if through_the_tray else Origin.EXTERNAL)
    assert (row.outcome, row.cause, row.no) == (Outcome.OUTGOING, Cause.COMPLETED, "C3")


def test_two_callers_at_once_stay_two_calls_whoever_tells_of_them(
    phone: Baresip, live: LiveTray, other: Sighting
) -> None:
    with Caller(phone, number=ADATUM) as first:
        live.wait_for_card(OFFERED, ADATUM)
        other.rings(IN_NATIONAL_FORM)
        with Caller(phone, number=FABRIKAM) as second:
            live.wait_for_card(OFFERED, FABRIKAM)
            other.rings(FABRIKAM)
            first.hang_up()
            other.ended(IN_NATIONAL_FORM)
            second.hang_up()
            other.ended(FABRIKAM)
            first.finish()
            second.finish()
    live.wait_for_ends(2)
    assert [row.no for row in live.rows()] == ["C2", "C1"]
    assert sorted(str(activity.no) for activity in live.activities()) == ["C1", "C2"]
    said = live.said()
    assert (said["open_card"], said["open_page"], said["call_ended"]) == (2, 2, 2)


@pytest.mark.parametrize("hook_first", [False, True], ids=["Windows telephony is first", "the hook is first"])
def test_a_call_seen_by_windows_telephony_and_by_the_hook_of_a_softphone(
    live: LiveTray, tapi32: Tapi32, hook_first: bool
) -> None:
    live.wait_for_source("tapi")
    hook, line = Hook(live.folder), DeskPhone(tapi32, live)
    first, second = (hook, line) if hook_first else (line, hook)
    first.rings(IN_NATIONAL_FORM)
    live.wait_for_card(OFFERED)
    second.rings(IN_NATIONAL_FORM)
    first.answered(IN_NATIONAL_FORM)
    live.wait_for_card(CONNECTED)
    second.answered(IN_NATIONAL_FORM)
    first.ended(IN_NATIONAL_FORM)
    second.ended(IN_NATIONAL_FORM)
    row = the_one_call(live, "IN", pages=1)
    assert (row.source, row.outcome, row.cause) == (first.source, Outcome.INCOMING, Cause.COMPLETED)
    assert (row.number, row.name, row.no) == (ADATUM, "Adatum", "C1")
