"""Which call a report without an id belongs to."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.telephony.receiver_bench import NUMBER, running
from tray.calls.facts import EVENT_WORDS, read_fact
from tray.calls.model import CallState, Direction
from tray.telephony.receiver_calls import OVERTAKEN_S, REPEAT_S, REUSED_S, UNANSWERED_S, FormerCall, OpenCalls

OTHER = "+31205550102"


class Phone:
    """Reports events on a clock of its own; gives the number of the new call, or the id that was given."""

    def __init__(self, most: int = 2048) -> None:
        ids = itertools.count(1)
        self.calls = OpenCalls(lambda: f"new{next(ids)}", most)
        self.now = 0.0

    def says(self, event: str, number: str = "", *, after: float = 0.1, own_only: bool = False, **fields: str) -> str:
        self.now += after
        fact = read_fact({"number": number, **fields}, event=event)
        return self.calls.name(fact, self.now, own_only=own_only)


@pytest.fixture
def phone() -> Phone:
    return Phone()


def test_the_hooks_of_an_incoming_call_are_one_call(phone: Phone) -> None:
    words = ["cmdIncomingCall", "cmdCallRing", "cmdCallAnswer", "cmdCallStart", "cmdCallEnd"]
    assert {phone.says(word, NUMBER, after=3) for word in words} == {"new1"}


def test_the_hooks_of_an_outgoing_call_are_one_call(phone: Phone) -> None:
    assert {phone.says(word, NUMBER, after=15) for word in ("outgoing", "ringing", "connected", "end")} == {"new1"}


def test_an_ended_call_is_not_reopened_by_the_next_one_with_its_number(phone: Phone) -> None:
    said = [phone.says(word, NUMBER) for word in ("incoming", "end", "incoming", "connected", "end", "outgoing")]
    assert said == ["new1", "new1", "new2", "new2", "new2", "new3"]


def test_a_given_id_is_taken_as_it_is(phone: Phone) -> None:
    assert phone.says("incoming", NUMBER, id="x1") == "x1"
    assert phone.says("incoming", NUMBER, id="x2") == "x2"
    assert phone.says("end", OTHER, id="x1") == "x1"


def test_an_id_used_again_for_another_number_is_another_call(phone: Phone) -> None:
    said = [phone.says(word, NUMBER, id="x1") for word in ("incoming", "end")]
    said += [phone.says(word, OTHER, id="x1") for word in ("incoming", "connected", "end", "end")]
    said.append(phone.says("outgoing", NUMBER, id="x1"))
    assert said == ["x1", "x1", "new1", "new1", "new1", "new1", "new2"]


@pytest.mark.parametrize("word", ["incoming", "outgoing"])
def test_an_id_used_again_a_while_after_its_end_is_another_call(phone: Phone, word: str) -> None:
    phone.says("incoming", NUMBER, id="x1")
    phone.says("end", NUMBER, id="x1")
    assert phone.says(word, NUMBER, id="x1", after=REUSED_S) == "x1"
    assert phone.says(word, NUMBER, id="x1") == "new1"
    assert phone.says("end", id="x1") == "new1"


@pytest.mark.parametrize("word", ["ringing", "connected", "hold", "end"])
def test_only_an_opening_report_uses_an_id_again(phone: Phone, word: str) -> None:
    phone.says("incoming", NUMBER, id="x1")
    phone.says("end", NUMBER, id="x1")
    assert phone.says(word, OTHER, id="x1", after=2 * REUSED_S) == "x1"


def test_an_id_whose_call_goes_on_is_never_another_call(phone: Phone) -> None:
    phone.says("incoming", NUMBER, id="x1")
    assert phone.says("incoming", OTHER, id="x1", after=2 * REUSED_S) == "x1"


def former(call_id: str, number: str, *, answered: bool, age_s: float = 60.0) -> FormerCall:
    return FormerCall(call_id, number, Direction.INCOMING, answered, age_s)


def test_calls_of_a_former_run_are_known_again(phone: Phone) -> None:
    phone.calls.take_up([former("old1", NUMBER, answered=True), former("old2", OTHER, answered=False)], phone.now)
    assert phone.says("connected", OTHER) == "old2"
    assert phone.says("incoming", NUMBER) == "new1"
    assert phone.says("end", OTHER) == "old2"


def test_the_only_call_of_a_former_run_is_found_without_its_number(phone: Phone) -> None:
    phone.calls.take_up([former("old1", NUMBER, answered=True)], phone.now)
    assert phone.says("end") == "old1"


def test_a_call_of_a_former_run_is_forgotten_like_any_other(phone: Phone) -> None:
    phone.calls.take_up([former("old1", NUMBER, answered=False, age_s=3590.0)], phone.now)
    assert phone.says("end", NUMBER, after=20) == "new1"


def test_a_report_without_an_id_finds_the_call_that_had_one(phone: Phone) -> None:
    phone.says("incoming", NUMBER, id="x1")
    phone.says("incoming", OTHER, id="x2")
    assert phone.says("connected", OTHER) == "x2"
    assert phone.says("end", NUMBER) == "x1"
    assert phone.says("end") == "x2"


@pytest.mark.parametrize(
    "written", ["020 555 0101", "0031205550101", "sip:+31205550101@pbx", "5550101", "9,0205550101"]
)
def test_a_number_may_be_written_in_another_way(phone: Phone, written: str) -> None:
    phone.says("incoming", NUMBER)
    phone.says("incoming", OTHER)
    assert phone.says("end", written) == "new1"


def test_short_numbers_must_be_equal(phone: Phone) -> None:
    assert phone.says("incoming", "101") == "new1"
    assert phone.says("incoming", "0101") == "new2"
    assert phone.says("incoming", "agent") == "new3"
    assert [phone.says("end", number) for number in ("Agent", "101", "0101")] == ["new3", "new1", "new2"]


def test_calls_with_one_number_in_two_directions_are_two(phone: Phone) -> None:
    assert phone.says("incoming", NUMBER) == "new1"
    assert phone.says("outgoing", NUMBER) == "new2"
    assert phone.says("end", NUMBER, direction="incoming") == "new1"
    assert phone.says("end", NUMBER, direction="outgoing") == "new2"


def test_withheld_calls_find_each_other(phone: Phone) -> None:
    assert phone.says("incoming", "anonymous") == "new1"
    assert phone.says("ring", "Private") == "new1"
    assert phone.says("incoming", NUMBER) == "new2"
    assert phone.says("end", "anonymous") == "new1"


def test_a_report_without_a_number_is_about_the_only_open_call(phone: Phone) -> None:
    phone.says("incoming", NUMBER)
    assert [phone.says(word) for word in ("ring", "connected", "hold", "resume", "end")] == ["new1"] * 5


def test_a_report_without_a_number_is_about_no_call_when_several_are_open(phone: Phone) -> None:
    phone.says("incoming", NUMBER)
    phone.says("incoming", OTHER)
    assert phone.says("connected") == "new3"


def test_a_second_caller_is_a_second_call(phone: Phone) -> None:
    phone.says("connected", NUMBER)
    assert phone.says("incoming", OTHER) == "new2"
    assert phone.says("incoming") == "new3"


def test_a_second_call_of_the_same_number_is_a_second_call(phone: Phone) -> None:
    phone.says("incoming", NUMBER)
    phone.says("connected", NUMBER)
    assert phone.says("incoming", NUMBER, after=60) == "new2"
    assert phone.says("missed", NUMBER) == "new2"
    assert phone.says("hold", NUMBER) == "new1"
    assert phone.says("end", NUMBER) == "new1"


def test_the_waiting_one_of_two_calls_with_one_number_is_answered(phone: Phone) -> None:
    phone.says("connected", NUMBER, id="first")
    phone.says("incoming", NUMBER, id="second")
    assert phone.says("connected", NUMBER) == "second"


def test_a_phone_that_tells_no_ends_gets_a_new_call_for_the_next_ring(phone: Phone) -> None:
    assert phone.says("incoming", NUMBER) == "new1"
    assert phone.says("ring", NUMBER, after=REPEAT_S) == "new1"
    assert phone.says("incoming", NUMBER, after=REPEAT_S + 1) == "new2"


def test_a_call_whose_end_is_never_told_is_not_the_next_one_of_its_number(phone: Phone) -> None:
    assert phone.says("connected", NUMBER, end="never") == "new1"
    assert phone.says("connected", NUMBER, after=REPEAT_S - 1, end="never") == "new1"
    assert phone.says("connected", NUMBER, after=REPEAT_S + 1, end="never") == "new2"
    assert phone.says("connected", OTHER, end="never") == "new3"
    assert phone.says("connected", "", end="never") == "new4"


def test_a_call_whose_end_is_never_told_may_ring_before(phone: Phone) -> None:
    assert phone.says("incoming", NUMBER, end="never") == "new1"
    assert phone.says("connected", NUMBER, after=60, end="never") == "new1"


def test_a_call_whose_end_is_never_told_is_not_the_only_one_for_ever(phone: Phone) -> None:
    phone.says("connected", NUMBER, end="never")
    assert phone.says("connected", OTHER, after=UNANSWERED_S + 1) == "new2"
    assert phone.says("end") == "new2"


def test_a_number_that_changed_is_still_the_only_call(phone: Phone) -> None:
    phone.says("connected", NUMBER)
    assert phone.says("end", OTHER) == "new1"


def test_a_late_caller_id_is_still_the_only_call(phone: Phone) -> None:
    phone.says("incoming", "anonymous")
    assert phone.says("connected", NUMBER) == "new1"


@pytest.mark.parametrize("event", ["missed", "busy", "rejected", "connected"])
def test_another_caller_does_not_end_or_replace_a_connected_call(phone: Phone, event: str) -> None:
    phone.says("connected", NUMBER)
    assert phone.says(event, OTHER) == "new2"


def test_a_ring_without_a_number_during_a_call_is_another_call(phone: Phone) -> None:
    phone.says("connected", NUMBER)
    assert phone.says("ring") == "new2"


def test_hold_with_another_number_is_not_about_a_ringing_call(phone: Phone) -> None:
    phone.says("incoming", NUMBER)
    assert phone.says("hold", OTHER) == "new2"


def test_a_direction_that_does_not_fit_is_another_call(phone: Phone) -> None:
    phone.says("incoming", NUMBER)
    assert phone.says("end", direction="outgoing") == "new2"


@pytest.mark.parametrize("late", ["connected", "end", "hold"])
def test_a_report_that_was_overtaken_by_the_end_belongs_to_the_ended_call(phone: Phone, late: str) -> None:
    phone.says("incoming", NUMBER)
    phone.says("end", NUMBER)
    assert phone.says(late, NUMBER) == "new1"
    assert phone.says(late, NUMBER, after=OVERTAKEN_S + 1) == "new2"


def test_a_second_end_without_a_number_belongs_to_the_ended_call(phone: Phone) -> None:
    phone.says("incoming", NUMBER)
    phone.says("end", NUMBER)
    assert phone.says("end") == "new1"


def test_an_end_that_overtakes_the_whole_call_is_that_call(phone: Phone) -> None:
    assert phone.says("missed", NUMBER) == "new1"
    assert phone.says("incoming", NUMBER) == "new1"
    assert phone.says("incoming", NUMBER, after=OVERTAKEN_S + 1) == "new2"


def test_an_answer_that_overtakes_the_ring_is_one_call(phone: Phone) -> None:
    assert phone.says("connected", NUMBER) == "new1"
    assert phone.says("incoming", NUMBER) == "new1"
    assert phone.says("end", NUMBER) == "new1"


def test_a_late_report_with_an_id_does_not_count_as_an_open_call(phone: Phone) -> None:
    phone.says("incoming", NUMBER, id="x1")
    phone.says("end", id="x1")
    phone.says("connected", id="x1")
    assert phone.says("end", OTHER, after=60) == "new1"


def test_a_call_that_rang_long_ago_is_not_the_only_open_one(phone: Phone) -> None:
    phone.says("incoming", NUMBER)
    assert phone.says("connected", after=UNANSWERED_S + 1) == "new2"


def test_a_very_late_end_still_finds_its_call_by_number(phone: Phone) -> None:
    phone.says("incoming", NUMBER)
    assert phone.says("end", NUMBER, after=UNANSWERED_S + 1) == "new1"


def test_calls_that_never_ended_are_forgotten(phone: Phone) -> None:
    phone.says("incoming", NUMBER)
    assert phone.says("end", NUMBER, after=24 * 3600) == "new2"


def test_only_so_many_calls_are_remembered() -> None:
    phone = Phone(most=3)
    for index in range(5):
        phone.says("incoming", f"+3120555010{index}")
    assert phone.says("end", "+31205550104") == "new5"
    assert phone.says("end", "+31205550100") == "new6"


def test_a_stranger_never_touches_a_call_with_another_number(phone: Phone) -> None:
    phone.says("incoming", "anonymous")
    assert phone.says("ring", NUMBER, own_only=True) == "new2"
    assert phone.says("ring", own_only=True, after=60) == "new3"


@given(
    reports=st.lists(
        st.tuples(
            st.sampled_from(sorted(EVENT_WORDS)),
            st.sampled_from(["", "anonymous", NUMBER, "0205550101", OTHER, "101"]),
            st.sampled_from(["", "x1", "x2"]),
            st.floats(0, 300),
        ),
        max_size=40,
    )
)
def test_a_new_id_is_given_once_and_an_ended_call_gets_no_new_ring(
    reports: list[tuple[str, str, str, float]],
) -> None:
    phone = Phone()
    ended: set[str] = set()
    opened: set[str] = set()
    for event, number, given_id, after in reports:
        said = phone.says(event, number, after=after, id=given_id)
        assert said == given_id or not given_id or given_id in ended
        if not given_id and said in ended and event in {"incoming", "outgoing"}:
            assert said not in opened
        if EVENT_WORDS[event][0] is CallState.ENDED:
            ended.add(said)
        elif said not in ended:
            opened.add(said)


def test_ids_are_not_used_again_after_a_restart(tmp_path: Path) -> None:
    seen = set()
    for _ in range(3):
        with running(tmp_path) as bench:
            for word in ("incoming", "end"):
                seen.add(bench.fact({"event": word, "number": NUMBER}).call_id)
    assert len(seen) == 3


def test_the_answer_tells_the_id_of_a_call_that_used_one_again(tmp_path: Path) -> None:
    with running(tmp_path) as bench:
        answers = [
            bench.post({"event": event, "number": number, "call_id": "x1"}).values["call_id"]
            for event, number in (("offered", NUMBER), ("ended", NUMBER), ("offered", OTHER), ("ended", OTHER))
        ]
        assert [bench.next_fact().call_id for _ in answers] == answers
    assert answers[:2] == ["x1", "x1"]
    assert answers[2] == answers[3] != "x1"


def test_calls_without_ids_are_put_together_over_http(tmp_path: Path) -> None:
    with running(tmp_path) as bench:
        words = ("incoming", "incoming", "connected", "end")
        numbers = (NUMBER, OTHER, OTHER, NUMBER)
        ids = [
            bench.fact({"event": word, "number": number}).call_id for word, number in zip(words, numbers, strict=True)
        ]
    assert ids[0] == ids[3]
    assert ids[1] == ids[2]
    assert ids[0] != ids[1]
