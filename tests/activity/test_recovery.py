"""What a start makes of the calls that the former process left open, and of phones that did not notice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.activity.phone import FABRIKAM, OFFSET, Desk, activity_of, connected, dialling, ended, fact, offered, verdict
from tray.activity.recovery import REASON
from tray.calls.model import CallName, CallState, Cause, Outcome, Party

LATER = 100.0


def reasons(desk: Desk) -> list[tuple[str, str]]:
    return [(decision["decision"], decision["reason"]) for decision in desk.row().decisions]


def test_a_call_left_ringing_is_lost_once_and_has_no_activity(desk: Desk) -> None:
    call = offered()
    desk.journal.write(call, OFFSET, if_lost=activity_of(call))
    for _ in range(3):
        desk.restart()
    row = desk.row()
    assert (row.cause, row.outcome, row.ended) == (Cause.LOST, Outcome.MISSED_INCOMING, OFFSET + 10)
    assert reasons(desk) == [("call_ended", REASON), ("no_activity", f"{REASON}, before it was connected")]
    assert desk.activities() == ()


def test_a_call_left_dialling_is_an_unaccepted_one(desk: Desk) -> None:
    desk.journal.write(dialling(), OFFSET)
    desk.restart()
    assert desk.row().outcome is Outcome.UNACCEPTED_OUTGOING


def test_a_connected_call_left_open_is_lost_with_the_activity_that_was_due(desk: Desk) -> None:
    call = connected(offered())
    desk.journal.write(call, OFFSET, fact=fact(call, CallState.HELD, 30.0), if_lost=activity_of(call))
    desk.journal.note(call.name, "half a note")
    for _ in range(3):
        desk.restart()
    row, activity = desk.row(), desk.activity()
    assert (row.cause, row.outcome, row.duration_s) == (Cause.LOST, Outcome.INCOMING, 27.0)
    assert (activity.template, activity.no, activity.note) == ("M-IN", "CT0001", "half a note")
    assert (activity.outcome, activity.duration_s) == (Outcome.INCOMING, 27.0)
    assert [word for word, _ in reasons(desk)] == ["call_ended", "log_activity"]


def test_a_connected_call_without_a_due_activity_says_so(desk: Desk) -> None:
    desk.journal.write(connected(offered()), OFFSET)
    desk.restart()
    assert reasons(desk)[-1] == ("no_activity", f"{REASON}; no activity was due")
    assert desk.activities() == ()


def test_an_end_that_one_of_two_sources_reported_is_kept_as_that_end(desk: Desk) -> None:
    call = replace(offered(), names=(CallName("receiver", "x1"), CallName("fritzbox", "9")))
    end = fact(call, CallState.ENDED, 20.0, Cause.REJECTED)
    desk.journal.write(replace(call, ending=30.0), OFFSET, fact=end, if_lost=activity_of(call, "M-MISS"))
    desk.restart()
    row = desk.row()
    assert (row.cause, row.outcome, row.ended) == (Cause.REJECTED, Outcome.MISSED_INCOMING, OFFSET + 30)
    assert desk.activity().template == "M-MISS"


def test_an_end_reported_again_after_the_restart_makes_no_second_call(desk: Desk) -> None:
    over = desk.place("x1")
    first = desk.row()
    desk.restart()
    desk.journal.write(over, OFFSET, decisions=verdict(over))
    again = ended(offered("x1", LATER), 0.0)
    desk.journal.write(again, OFFSET, decisions=verdict(again, "M-MISS"))
    assert desk.row() == first
    assert len(desk.activities()) == 1


def test_an_end_reported_under_its_other_name_after_the_restart_makes_no_second_call(desk: Desk) -> None:
    call = connected(dialling())
    desk.journal.write(replace(call, names=(*call.names, CallName("baresip", "s1"))), OFFSET, if_lost=activity_of(call))
    desk.restart()
    end = ended(replace(offered("s1", LATER), names=(CallName("baresip", "s1"),)), 0.0)
    desk.journal.write(end, OFFSET, decisions=verdict(end, "M-MISS"))
    row = desk.row()
    assert (row.call_id, row.outcome, row.ended) == ("dial-1", Outcome.OUTGOING, OFFSET + LATER)
    assert desk.activity().template == "M-IN"


@pytest.mark.parametrize("between", [0.02, 30.0])
def test_the_end_that_two_sources_tell_after_the_restart_is_one_end(desk: Desk, between: float) -> None:
    call = connected(replace(offered(), names=(CallName("receiver", "x1"), CallName("tapi", "9"))))
    desk.journal.write(call, OFFSET, if_lost=activity_of(call))
    desk.restart()
    first = ended(offered("x1", LATER), 0.0)
    desk.journal.write(first, OFFSET, decisions=verdict(first, "M-MISS"))
    before = desk.row()
    second = ended(offered("9", LATER + between, source="tapi"), 0.0)
    desk.journal.write(second, OFFSET, decisions=verdict(second, "M-MISS"))
    assert desk.row() == before
    assert (before.outcome, before.cause, before.ended) == (Outcome.INCOMING, Cause.COMPLETED, OFFSET + LATER)
    assert desk.activity().template == "M-IN"
    desk.journal.write(offered("9", LATER + 60.0, source="tapi"), OFFSET)
    assert [row.ended for row in desk.rows()] == [None, OFFSET + LATER]


def test_a_lost_call_that_goes_on_is_the_same_call_with_one_activity(desk: Desk) -> None:
    call = connected(offered())
    desk.journal.write(call, OFFSET, if_lost=activity_of(call))
    desk.restart()
    assert desk.row().cause is Cause.LOST
    goes_on = connected(offered("x1", LATER), 0.0)
    desk.journal.write(goes_on, OFFSET)
    assert desk.row().ended is None
    over = ended(goes_on)
    desk.journal.write(over, OFFSET, decisions=verdict(over))
    row, activity = desk.row(), desk.activity()
    assert (row.started, row.cause, row.duration_s) == (OFFSET + 10, Cause.COMPLETED, 147.0)
    assert (activity.id, activity.duration_s) == (row.uid, 147.0)


def test_the_end_of_a_lost_call_completes_it_although_the_answer_was_heard_by_the_former_process(desk: Desk) -> None:
    call = connected(offered())
    desk.journal.write(call, OFFSET, if_lost=activity_of(call))
    desk.restart()
    end = ended(offered("x1", LATER), 0.0)
    desk.journal.write(end, OFFSET, decisions=verdict(end, "M-MISS"))
    row = desk.row()
    assert (row.outcome, row.cause, row.ended) == (Outcome.INCOMING, Cause.COMPLETED, OFFSET + LATER)
    assert desk.activity().template == "M-IN"


def test_the_end_of_a_call_lost_while_ringing_is_a_missed_call_with_its_activity(desk: Desk) -> None:
    desk.journal.write(offered(), OFFSET)
    desk.restart()
    end = ended(offered("x1", LATER), 0.0)
    desk.journal.write(end, OFFSET, decisions=verdict(end, "M-MISS"))
    assert (desk.row().cause, desk.row().started) == (Cause.MISSED, OFFSET + 10)
    assert desk.activity().template == "M-MISS"


def test_another_number_or_a_day_later_is_another_call(desk: Desk) -> None:
    desk.journal.write(offered("x1"), OFFSET)
    desk.restart()
    desk.journal.write(replace(offered("x1", LATER), party=Party(FABRIKAM)), OFFSET)
    desk.restart()
    desk.journal.write(replace(offered("x1", LATER), party=Party(FABRIKAM)), OFFSET + 86_400)
    assert len(desk.rows()) == 3


def test_an_id_used_again_after_an_orderly_end_is_another_call(desk: Desk) -> None:
    desk.place("x1")
    desk.restart()
    desk.place("x1", LATER)
    assert len(desk.rows()) == 2
    assert len(desk.activities()) == 2


def test_the_end_of_a_lost_dialled_call_without_direction_ends_it_as_dialled(desk: Desk) -> None:
    desk.journal.write(dialling("d1"), OFFSET)
    desk.restart()
    end = replace(ended(offered("d1", LATER), 0.0), names=(CallName("dial", "d1"),))
    desk.journal.write(end, OFFSET, decisions=verdict(end, ""))
    row = desk.row()
    assert (row.outcome, row.cause) == (Outcome.UNACCEPTED_OUTGOING, Cause.NO_ANSWER)
