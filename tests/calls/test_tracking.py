"""Order, repeats, late and missing facts, merging, watchdog, transfers: what becomes of facts."""

from __future__ import annotations

import itertools

import pytest

from tests.calls.scenes import ADATUM, CONTACT, decide, dialing, fact, incoming, lines, one, times, told, words
from tray.calls.model import CallEvent, CallState, Direction
from tray.calls.numbers import NumberReader
from tray.calls.tracker import Tracker

OTHER = "+31205550199"


def test_outcomes_by_direction_and_answer() -> None:
    def outcome(*events: dict[str, object]) -> tuple[str, str]:
        ended = one("call_ended", *events)
        return ended["outcome"], ended["cause"]

    assert outcome(incoming(0), fact(1, "connected"), fact(5, "ended")) == ("incoming", "completed")
    assert outcome(incoming(0), fact(5, "ended")) == ("missed_incoming", "missed")
    assert outcome(incoming(0), fact(5, "rejected")) == ("missed_incoming", "rejected")
    assert outcome(incoming(0), fact(5, "ended", cause="cancelled")) == ("missed_incoming", "cancelled")
    assert outcome(incoming(0), fact(5, "ended", cause="forwarded")) == ("answered_elsewhere", "forwarded")
    assert outcome(dialing(0), fact(1, "connected"), fact(5, "ended")) == ("outgoing", "completed")
    assert outcome(dialing(0), fact(5, "busy")) == ("unaccepted_outgoing", "busy")
    assert outcome(dialing(0), fact(5, "noanswer")) == ("unaccepted_outgoing", "no_answer")
    assert outcome(dialing(0), fact(5, "ended")) == ("unaccepted_outgoing", "cancelled")
    assert outcome(fact(0, "connected"), fact(5, "ended")) == ("incoming", "completed")
    assert outcome(fact(0, "ended")) == ("missed_incoming", "missed")


def test_talk_time_runs_from_the_first_answer_to_the_end() -> None:
    events = [incoming(0), fact(4, "connected"), fact(5, "hold"), fact(6, "resume"), fact(6.5, "connected")]
    assert one("call_ended", *events, fact(9, "ended"))["duration_s"] == 5.0


def test_held_without_connected_means_connected() -> None:
    assert one("call_ended", incoming(0), fact(2, "held"), fact(5, "ended"))["outcome"] == "incoming"


def test_a_ringing_word_means_what_the_call_is() -> None:
    assert one("open_card", fact(0, "ringing", number=ADATUM))["card"]["state"] == "offered"
    outgoing = one("open_card", fact(0, "ringing", direction="outgoing", number=ADATUM, origin="user"))
    assert outgoing["card"]["state"] == "ringing"
    assert one("call_ended", dialing(0), fact(1, "ringing"), fact(3, "ended"))["outcome"] == "unaccepted_outgoing"


def test_an_assumed_direction_gives_way_to_a_stated_one() -> None:
    events = [fact(0, "connected", number=ADATUM), fact(1, "dialing"), fact(9, "ended")]
    assert one("call_ended", *events)["outcome"] == "outgoing"


def test_an_assumed_direction_that_is_stated_later_stays() -> None:
    events = [fact(0, "connected", number=ADATUM), fact(1, "offered"), fact(2, "dialing"), fact(9, "ended")]
    assert one("call_ended", *events)["outcome"] == "incoming"


def test_a_stated_direction_stays() -> None:
    events = [incoming(0), fact(1, "dialing", direction="outgoing"), fact(9, "ended")]
    assert one("call_ended", *events)["outcome"] == "missed_incoming"
    outgoing = [dialing(0), fact(1, "offered"), fact(9, "ended")]
    assert one("call_ended", *outgoing)["outcome"] == "unaccepted_outgoing"


def test_an_origin_that_is_learnt_late_still_opens_the_card() -> None:
    events = [fact(0, "ringing", direction="outgoing", number=ADATUM), fact(1, "dialing", origin="user")]
    assert words(*events, run_until=5) == ["no_card", "no_page"]
    silent = [fact(0, "connected", number=ADATUM), fact(1, "dialing", origin="user")]
    assert times("open_card", *silent, user={"open_mask_on": "Connected", "caller_card_delay": 9}) == [1.0]


def test_nothing_reopens_an_ended_call() -> None:
    events = [incoming(0), fact(2, "ended"), fact(2, "connected"), incoming(3), fact(4, "ended")]
    assert words(*events).count("call_ended") == 1
    assert one("call_ended", *events)["outcome"] == "missed_incoming"


def test_the_watchdog_ends_a_ringing_call_180_s_after_its_last_fact() -> None:
    ended = one("call_ended", incoming(0), incoming(10), fact(500, "ended"), run_until=900)
    assert (ended["at"], ended["outcome"], ended["cause"]) == (190.0, "missed_incoming", "lost")
    crm = {"crm_active": True, "missed_incoming_template": "M"}
    reason = one("no_activity", incoming(0), user=crm, module=crm)["reason"]
    assert reason == "no source reported how the call ended"


def test_the_watchdog_leaves_a_connected_call_alone() -> None:
    assert "call_ended" not in words(incoming(0), fact(1, "connected"), run_until=100_000)


def test_a_lost_call_that_was_connected_is_logged() -> None:
    crm = {"crm_active": True, "incoming_template": "IN"}
    events = [incoming(0), fact(1, "connected"), fact(5, "ended", cause="lost")]
    assert one("log_activity", *events, user=crm, module=crm)["outcome"] == "incoming"
    assert one("call_ended", *events)["cause"] == "lost"
    assert "no_activity" in words(incoming(0), fact(5, "ended", cause="lost"), user=crm, module=crm)


@pytest.mark.parametrize(("gap", "calls"), [(0.0, 1), (4.0, 1), (4.001, 2)])
def test_two_sources_are_merged_when_their_first_facts_are_close(gap: float, calls: int) -> None:
    events = [incoming(1.1), incoming(1.1 + gap, "020 555 0101", call_id="x", source="b")]
    assert words(*events, run_until=100).count("open_card") == calls


def test_what_keeps_two_calls_apart() -> None:
    assert words(incoming(0), incoming(0, call_id="2"), run_until=9).count("open_card") == 2
    assert words(incoming(0), incoming(0, OTHER, call_id="2", source="b"), run_until=9).count("open_card") == 2
    assert words(incoming(0), incoming(0, "anonymous", call_id="2", source="b"), run_until=9).count("open_card") == 2
    assert words(incoming(0, ""), incoming(0, "", call_id="2"), run_until=9).count("open_card") == 2
    always = {"open_outgoing_mask_on": "Always"}
    both = [incoming(0), dialing(0, call_id="2", source="b")]
    assert words(*both, user=always, run_until=9).count("open_card") == 2
    after_end = [incoming(0), fact(1, "ended"), incoming(2, call_id="2", source="b")]
    assert words(*after_end, run_until=9).count("open_card") == 2


def test_two_withheld_numbers_of_two_sources_are_one_call() -> None:
    assert (
        words(incoming(0, ""), incoming(1, "anonymous", call_id="2", source="b"), run_until=9).count("open_card") == 1
    )


def test_the_last_eight_digits_are_enough_to_merge_and_the_better_number_stays() -> None:
    events = [incoming(0, "05550101"), incoming(1, ADATUM, call_id="2", source="b"), fact(9, "ended")]
    assert times("open_card", *events, user={"caller_card_delay": 2}) == [2.0]
    card = one("open_card", *events, user={"caller_card_delay": 2})["card"]
    assert (card["number"], card["match"]) == (ADATUM, "exact")


def merged(*events: dict[str, object]) -> dict[str, object]:
    """The end of a call that sources a and b see from 0 on."""
    return one("call_ended", incoming(0), incoming(0.5, call_id="x", source="b"), *events)


def b(at: float, event: str, **fields: object) -> dict[str, object]:
    return fact(at, event, "x", "b", **fields)


def test_a_merged_call_ends_when_all_its_sources_ended_it() -> None:
    ended = merged(fact(1, "connected"), b(1.2, "connected"), fact(10, "ended"), b(11, "ended"))
    assert (ended["at"], ended["duration_s"], ended["call"]) == (11.0, 9.0, "1")


def test_a_merged_call_ends_two_seconds_after_the_first_end_when_nobody_says_connected() -> None:
    ended = merged(fact(10, "ended"))
    assert (ended["at"], ended["outcome"]) == (12.0, "missed_incoming")


def test_a_merged_call_goes_on_while_another_source_says_connected() -> None:
    ended = merged(b(2, "connected"), fact(3, "ended", cause="answered_elsewhere"), b(50, "ended"))
    assert (ended["at"], ended["outcome"], ended["duration_s"]) == (50.0, "incoming", 48.0)


def test_the_end_of_a_source_that_never_answered_does_not_shorten_the_talk() -> None:
    ended = merged(b(2, "connected"), fact(3, "ended", cause="answered_elsewhere"), b(4.5, "ended"))
    assert (ended["at"], ended["outcome"], ended["duration_s"]) == (4.5, "incoming", 2.5)


def test_a_third_source_that_only_rings_does_not_shorten_the_talk_of_the_other_two() -> None:
    third = incoming(1, call_id="y", source="c")
    talk = [fact(3, "connected"), b(3, "connected")]
    ended = merged(third, *talk, fact(10, "ended"), b(40, "ended"))
    assert (ended["at"], ended["duration_s"]) == (40.0, 37.0)


def test_no_source_joins_once_one_has_ended_the_call_even_if_another_goes_on() -> None:
    third = incoming(3, call_id="y", source="c")
    events = [incoming(0), incoming(0.5, call_id="x", source="b"), b(1, "ended"), fact(2, "connected"), third]
    ends = [fact(9, "ended", "y", "c"), fact(20, "ended")]
    assert [data["call"] for data in told(*events, *ends) if data["decision"] == "call_ended"] == ["y", "1"]


def test_an_answer_within_the_grace_takes_the_end_back() -> None:
    ended = merged(fact(3, "ended", cause="answered_elsewhere"), b(4, "connected"), b(4.5, "connected"), b(9, "ended"))
    assert (ended["at"], ended["outcome"], ended["cause"], ended["duration_s"]) == (9.0, "incoming", "completed", 5.0)


def test_a_card_that_falls_due_within_the_grace_does_not_open() -> None:
    events = [incoming(0), incoming(0.5, call_id="x", source="b"), fact(4, "ended")]
    assert words(*events, user={"caller_card_delay": 5})[:3] == ["call_ended", "no_activity", "no_card"]


def test_a_card_that_fell_due_within_a_grace_that_was_taken_back_opens_then() -> None:
    events = [incoming(0), incoming(0.5, call_id="x", source="b"), fact(4, "ended"), b(5.5, "connected"), b(9, "ended")]
    assert times("open_card", *events, user={"caller_card_delay": 5}) == [5.5]


def test_a_card_held_back_by_a_grace_stays_away_when_it_would_close_at_the_answer() -> None:
    events = [incoming(0), incoming(0.5, call_id="x", source="b"), fact(4, "ended"), b(5.5, "connected"), b(9, "ended")]
    user = {"caller_card_delay": 5, "close_mask_on": "Connected"}
    assert times("no_card", *events, user=user) == [5.5]


def test_a_call_whose_answer_and_end_come_together_within_the_grace_gets_no_card() -> None:
    events = [
        incoming(0),
        incoming(0.5, call_id="x", source="b"),
        fact(4, "ended"),
        b(5.5, "connected"),
        b(5.5, "ended"),
    ]
    assert times("open_card", *events, user={"caller_card_delay": 5}) == []
    assert words(*events, user={"caller_card_delay": 5}).count("no_card") == 1


@pytest.mark.parametrize(
    ("first", "second", "cause"),
    [
        ("missed", "answered_elsewhere", "answered_elsewhere"),
        ("rejected", "forwarded", "forwarded"),
        ("cancelled", "busy", "busy"),
        ("cancelled", "no_answer", "no_answer"),
        ("lost", "", "missed"),
        ("lost", "lost", "lost"),
        ("failed", "unreachable", "unreachable"),
    ],
)
def test_the_most_telling_cause_of_a_merged_call_wins(first: str, second: str, cause: str) -> None:
    assert merged(fact(5, "ended", cause=first), b(6, "ended", cause=second))["cause"] == cause


def test_causes_of_several_sources_rank_in_the_written_order() -> None:
    written = ["answered_elsewhere", "forwarded", "rejected", "busy", "no_answer", "cancelled"]
    for stronger, weaker in itertools.combinations(written, 2):
        for first, second in ((stronger, weaker), (weaker, stronger)):
            assert merged(fact(5, "ended", cause=first), b(6, "ended", cause=second))["cause"] == stronger


def test_an_answered_call_is_completed_unless_every_source_says_otherwise() -> None:
    answered = [fact(1, "connected"), b(1, "connected")]
    assert merged(*answered, fact(5, "ended", cause="failed"), b(5, "ended", cause="completed"))["cause"] == "completed"
    assert merged(*answered, fact(5, "ended", cause="failed"), b(5, "ended", cause="failed"))["cause"] == "failed"
    assert merged(*answered, fact(5, "ended", cause="answered_elsewhere"), b(5, "ended"))["cause"] == "completed"


def test_three_sources_wait_for_the_last_one_until_the_grace_is_over() -> None:
    third = incoming(1, call_id="y", source="c")
    ended = merged(third, fact(5, "ended"), b(6, "ended"), fact(6.5, "offered", "y", "c"), b(6.6, "ended"))
    assert (ended["at"], ended["cause"]) == (7.0, "missed")


def test_a_late_caller_id_unites_two_open_calls() -> None:
    events = [incoming(0), incoming(1, "", call_id="x", source="b"), b(2, "offered", number=ADATUM), fact(9, "ended")]
    decisions = told(*events, b(9, "ended"))
    assert [data["call"] for data in decisions if data["decision"] == "close_card"] == ["x"]
    assert [data["call"] for data in decisions if data["decision"] == "call_ended"] == ["1"]


def test_a_late_caller_id_of_the_older_call_unites_too() -> None:
    events = [
        incoming(0, ""),
        incoming(1, ADATUM, call_id="x", source="b"),
        {"at": 1.5, "card": "note", "call_id": "x", "text": "hello"},
        b(1.6, "connected"),
        fact(2, "offered", number=ADATUM, line="7"),
        b(9, "ended"),
        fact(9, "ended"),
    ]
    decisions = decide(*events, user={"auto_open_master_data": True})
    assert [type(decision).__name__ for decision in decisions if decision.call.call_id == "1"] == [
        "OpenCard",
        "NoPage",
        "CallEnded",
        "NoActivity",
    ]
    assert one("call_ended", *events)["duration_s"] == 7.4


def test_a_page_that_the_younger_of_two_united_calls_opened_does_not_open_again() -> None:
    events = [incoming(0, ""), incoming(1, ADATUM, call_id="x", source="b"), fact(2, "offered", number=ADATUM)]
    assert times("open_page", *events, user={"auto_open_master_data": True}, run_until=9) == [1.0]


@pytest.mark.parametrize(("first", "second"), [("05550101", ""), ("", "05550101")])
def test_a_late_caller_id_in_whole_completes_the_last_digits_of_the_other_source(first: str, second: str) -> None:
    events = [incoming(0, first), incoming(1, second, call_id="x", source="b")]
    late = [fact(2, "offered", number=ADATUM)] if second else [b(2, "offered", number=ADATUM)]
    crm = {"crm_active": True, "missed_incoming_template": "M"}
    logged = one("log_activity", *events, *late, fact(9, "ended"), b(9, "ended"), user=crm, module=crm)
    assert logged["no"] == "CT0001"


def test_ringing_without_a_direction_is_the_remote_phone_once_the_call_is_known_to_be_outgoing() -> None:
    tracker = Tracker(NumberReader())
    tracker.handle(CallEvent("a", "1", CallState.DIALING, 0.0, number=ADATUM))
    tracker.handle(CallEvent("b", "x", CallState.RINGING, 1.0))
    tracker.handle(CallEvent("b", "x", CallState.RINGING, 2.0, number=ADATUM))
    assert [(call.direction, call.state) for call in tracker.calls()] == [(Direction.OUTGOING, CallState.RINGING)]


def test_calls_that_are_not_one_stay_apart_when_a_caller_id_comes_late() -> None:
    def count(*events: dict[str, object]) -> int:
        return words(*events, run_until=100).count("call_ended")

    ends = [fact(50, "ended"), b(50, "ended")]
    assert count(incoming(0), incoming(5, "", call_id="x", source="b"), b(6, "offered", number=ADATUM), *ends) == 2
    assert count(incoming(0), incoming(1, "", call_id="x", source="b"), b(2, "offered", number=OTHER), *ends) == 2
    same_source = [incoming(0), incoming(1, "", call_id="2"), fact(2, "offered", "2", number=ADATUM)]
    assert count(*same_source, fact(50, "ended"), fact(50, "ended", "2")) == 2
    assumed = [fact(0, "connected", number=ADATUM), dialing(1, "", call_id="x", source="b")]
    assert count(*assumed, b(2, "connected", number=ADATUM), *ends) == 1


def test_uniting_keeps_the_stated_direction_and_the_user_as_origin() -> None:
    events = [
        fact(0, "connected", number=ADATUM),
        dialing(1, "", call_id="x", source="b", origin="user"),
        b(2, "ringing", number=ADATUM),
        fact(5, "ended"),
        b(5, "ended"),
    ]
    assert one("call_ended", *events)["outcome"] == "outgoing"


def test_dialling_opens_the_call_and_the_phone_joins_it_by_number_within_ten_seconds() -> None:
    dial = {"at": 0, "dial": "020 555 0101"}
    joined = [dial, dialing(10.0), fact(11, "ringing"), fact(12, "connected"), fact(20, "ended")]
    ended = one("call_ended", *joined)
    assert (ended["call"], ended["outcome"], ended["duration_s"]) == ("dial-1", "outgoing", 8.0)
    late = [dial, dialing(10.001), fact(20, "ended")]
    assert {data["call"] for data in told(*late, run_until=400) if data["decision"] == "call_ended"} == {"dial-1", "1"}


def test_dialling_is_joined_by_the_same_call_id_whatever_the_number() -> None:
    events = [{"at": 0, "dial": ADATUM, "call_id": "mine"}, dialing(1, OTHER, call_id="mine"), fact(5, "ended", "mine")]
    assert lines(*events)[-1][2] == "mine"
    assert words(*events).count("call_ended") == 1


def test_dialling_is_joined_by_the_same_call_id_after_ten_seconds_too() -> None:
    dial = {"at": 0, "dial": ADATUM, "call_id": "mine"}
    ended = one(
        "call_ended", dial, dialing(60, call_id="mine"), fact(61, "connected", "mine"), fact(65, "ended", "mine")
    )
    assert (ended["outcome"], ended["duration_s"]) == ("outgoing", 4.0)


def test_a_phone_that_dials_another_number_than_asked_changes_the_party() -> None:
    crm = {"crm_active": True, "outgoing_template": "OUT"}
    second = {**CONTACT, "no": "CT0002", "phone": OTHER}
    events = [{"at": 0, "dial": ADATUM, "call_id": "mine"}, dialing(1, OTHER, call_id="mine")]
    ends = [fact(2, "connected", "mine"), fact(5, "ended", "mine")]
    assert one("log_activity", *events, *ends, user=crm, module=crm, directory=[CONTACT, second])["no"] == "CT0002"


def test_dials_without_an_id_are_numbered_as_they_are_played() -> None:
    dials = [{"at": 5, "dial": OTHER}, {"at": 1, "dial": ADATUM}, {"at": 3, "dial": OTHER, "call_id": "mine"}]
    opened = [data["call"] for data in told(*dials, run_until=9) if data["decision"] == "open_card"]
    assert opened == ["dial-1", "mine", "dial-2"]


def test_a_dial_that_fails_at_once_ends_the_call() -> None:
    events = [{"at": 0, "dial": ADATUM, "call_id": "mine"}, fact(1, "ended", "mine", "dial", cause="failed")]
    ended = one("call_ended", *events)
    assert (ended["at"], ended["outcome"], ended["cause"]) == (1.0, "unaccepted_outgoing", "failed")


def test_dialling_twice_under_one_id_is_one_call() -> None:
    dial = {"at": 0, "dial": ADATUM, "call_id": "mine"}
    assert words(dial, {**dial, "at": 1}, run_until=5) == ["open_card", "no_page"]
    again = [dial, dialing(1, call_id="mine"), fact(2, "ended", "mine"), {**dial, "at": 3}]
    assert words(*again).count("call_ended") == 1


def test_a_dial_that_no_phone_reports_is_ended_by_the_watchdog() -> None:
    ended = one("call_ended", {"at": 0, "dial": ADATUM})
    assert (ended["at"], ended["outcome"], ended["cause"]) == (180.0, "unaccepted_outgoing", "lost")


def test_a_transfer_changes_the_party_and_the_last_one_is_logged() -> None:
    crm = {"crm_active": True, "incoming_template": "IN"}
    second = {**CONTACT, "no": "CT0002", "name": "Contoso", "phone": OTHER}
    events = [incoming(0), fact(1, "connected"), fact(5, "connected", number=OTHER), fact(9, "ended")]
    decisions = told(*events, user={**crm, "auto_open_master_data": True}, module=crm, directory=[CONTACT, second])
    assert [data["no"] for data in decisions if data["decision"] == "open_page"] == ["CT0001", "CT0002"]
    assert [data["no"] for data in decisions if data["decision"] == "log_activity"] == ["CT0002"]


def test_an_empty_or_withheld_number_never_changes_the_party() -> None:
    events = [incoming(0), fact(1, "connected"), fact(2, "connected", number="anonymous"), fact(9, "ended")]
    crm = {"crm_active": True, "incoming_template": "IN"}
    assert one("log_activity", *events, user=crm, module=crm)["no"] == "CT0001"


def test_a_source_that_repeats_its_number_does_not_undo_a_transfer_that_another_one_reported() -> None:
    crm = {"crm_active": True, "incoming_template": "IN"}
    events = [
        incoming(0),
        incoming(0, call_id="x", source="b"),
        fact(1, "connected"),
        b(1, "connected"),
        fact(5, "connected", number=OTHER),
        b(6, "connected", number=ADATUM),
        fact(9, "ended"),
        b(9, "ended"),
    ]
    second = {**CONTACT, "no": "CT0002", "phone": OTHER}
    logged = one("log_activity", *events, user=crm, module=crm, directory=[CONTACT, second])
    assert logged["no"] == "CT0002"


def test_sources_that_learn_the_same_number_late_change_the_party_once() -> None:
    events = [
        incoming(0, ""),
        incoming(0, "", call_id="x", source="b"),
        fact(1, "offered", number=ADATUM),
        b(2, "offered", number="020 555 0101"),
    ]
    assert words(*events, user={"auto_open_master_data": True}, run_until=9) == ["open_card", "no_page", "open_page"]


def test_the_name_that_a_phone_gives_late_is_taken_and_then_kept() -> None:
    events = [incoming(0, OTHER), fact(1, "offered", name="Front desk"), fact(2, "offered", name="Other")]
    card = one("open_card", *events, user={"caller_card_delay": 5})["card"]
    assert (card["name"], card["match"], card["matches"]) == ("Front desk", "none", 0)


def test_calls_beyond_the_memory_of_ends_do_not_grow_it() -> None:
    tracker = Tracker(NumberReader())
    for number in range(10_050):
        tracker.handle(CallEvent("a", str(number), CallState.ENDED, float(number)))
    assert len(tracker._ended) == 2_000
    assert tracker.calls() == []
    assert tracker.next_due() is None
