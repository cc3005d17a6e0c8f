"""Calls whose end no source reports: what a companion that knows only "talking or not" may do to them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.calls.scenes import ADATUM
from tests.calls.test_engine import engine
from tray.calls.companion import LONGEST_S, WINDOW_S, Talk
from tray.calls.decisions import CallEnded, CloseCard, Decision, LogActivity, OpenCard
from tray.calls.engine import Engine
from tray.calls.facts import read_fact
from tray.calls.model import CallEvent, CallName, CallState, Cause, Direction, Outcome
from tray.calls.settings import Setup, read_module, read_user

OTHER = "+31205550102"
CRM = {"crm_active": True, "incoming_template": "IN", "outgoing_template": "OUT"}


def pop(at: float, call_id: str = "t1", number: str = ADATUM) -> CallEvent:
    """The screen pop of Teams."""
    return CallEvent("teams", call_id, CallState.CONNECTED, at, Direction.INCOMING, number, end_unseen=True)


def heard(at: float, state: CallState, number: str = ADATUM, cause: Cause | None = None) -> CallEvent:
    """What a phone says that reports all of a call."""
    return CallEvent("tapi", "p1", state, at, Direction.INCOMING, number, cause=cause)


@dataclass
class Bench:
    """An engine with what it decided."""

    engine: Engine
    decisions: list[Decision]

    def take(self, *happenings: CallEvent | Talk) -> None:
        for each in happenings:
            step = self.engine.talk(each) if isinstance(each, Talk) else self.engine.handle(each)
            self.decisions += step.decisions

    def dial(self, at: float, number: str = ADATUM) -> None:
        self.decisions += self.engine.dial("d1", number, at).decisions

    def advance(self, now: float) -> None:
        self.decisions += self.engine.advance(now).decisions

    @property
    def states(self) -> dict[str, CallState]:
        return {call.call_id: call.state for call in self.engine.calls()}

    @property
    def ends(self) -> list[tuple[str, float, Outcome, Cause]]:
        return [
            (each.call.call_id, each.at, each.outcome, each.cause)
            for each in self.decisions
            if isinstance(each, CallEnded)
        ]


@pytest.fixture
def bench() -> Bench:
    return Bench(engine(Setup(user=read_user(CRM), module=read_module(CRM))), [])


def test_a_screen_pop_opens_a_card_as_connected_and_the_companion_ends_it(bench: Bench) -> None:
    bench.take(Talk(False, 0), pop(1), Talk(True, 3))
    assert bench.states == {"t1": CallState.CONNECTED}
    bench.take(Talk(False, 63))
    assert bench.ends == [("t1", 63, Outcome.INCOMING, Cause.COMPLETED)]
    assert [each.template for each in bench.decisions if isinstance(each, LogActivity)] == ["IN"]
    assert len([each for each in bench.decisions if isinstance(each, OpenCard)]) == 1
    assert bench.engine.next_due() is None


@pytest.mark.parametrize(("begins", "ends"), [(-10.0, True), (-10.5, False), (10.0, True), (10.5, False)])
def test_a_talk_belongs_to_a_call_that_began_within_ten_seconds_of_it(bench: Bench, begins: float, ends: bool) -> None:
    happenings = sorted([pop(100), Talk(True, 100 + begins)], key=lambda each: each.at)
    bench.take(*happenings, Talk(False, max(100 + begins, 100) + 5))
    assert bool(bench.ends) is ends


def test_a_companion_that_is_asked_now_and_then_may_have_been_late(bench: Bench) -> None:
    bench.take(pop(100), Talk(True, 140, since=95), Talk(False, 200, since=170))
    assert bench.ends == [("t1", 200, Outcome.INCOMING, Cause.COMPLETED)]


def test_a_talk_that_was_never_seen_ends_nothing(bench: Bench) -> None:
    bench.take(pop(1), Talk(False, 5), Talk(False, 60))
    assert bench.states == {"t1": CallState.CONNECTED}
    bench.take(Talk(True, 100), Talk(False, 200))
    assert bench.states == {"t1": CallState.CONNECTED}


def test_a_second_call_that_goes_on_while_the_first_is_held_ends_with_the_talk(bench: Bench) -> None:
    bench.take(pop(0), Talk(True, 1), pop(100, "t2", OTHER), Talk(False, 110))
    assert [name for name, *_ in bench.ends] == ["t1", "t2"]


def test_a_second_call_for_which_the_first_is_hung_up_goes_on(bench: Bench) -> None:
    bench.take(pop(0), Talk(True, 1), pop(100, "t2", OTHER), Talk(False, 102), Talk(True, 104))
    assert [name for name, *_ in bench.ends] == ["t1"]
    bench.take(Talk(False, 150))
    assert [name for name, *_ in bench.ends] == ["t1", "t2"]


def test_a_meeting_without_a_call_does_nothing(bench: Bench) -> None:
    bench.take(Talk(True, 0), Talk(True, 5), Talk(False, 9))
    assert (bench.decisions, bench.states) == ([], {})


def test_a_call_that_was_dialled_is_connected_and_ended_where_no_phone_joined(bench: Bench) -> None:
    bench.dial(100)
    bench.take(Talk(True, 107))
    assert bench.states == {"d1": CallState.CONNECTED}
    bench.take(Talk(False, 160))
    assert bench.ends == [("d1", 160, Outcome.OUTGOING, Cause.COMPLETED)]


@pytest.mark.parametrize("begins", [99.0, 110.5])
def test_a_talk_connects_no_call_that_was_dialled_later_or_long_before(bench: Bench, begins: float) -> None:
    happenings = sorted([100.0, begins])
    for at in happenings:
        if at == begins:
            bench.take(Talk(True, at))
        else:
            bench.dial(at)
    assert bench.states == {"d1": CallState.DIALING}
    bench.take(Talk(False, 130))
    assert bench.states == {"d1": CallState.DIALING}


def test_the_newest_of_the_calls_that_were_dialled_is_connected(bench: Bench) -> None:
    bench.dial(100)
    bench.decisions += bench.engine.dial("d2", OTHER, 103).decisions
    bench.take(Talk(True, 105))
    assert bench.states == {"d1": CallState.DIALING, "d2": CallState.CONNECTED}


def test_a_call_that_a_phone_reports_is_left_to_the_phone(bench: Bench) -> None:
    bench.dial(100)
    phone = CallEvent("tapi", "p1", CallState.DIALING, 101, Direction.OUTGOING, ADATUM)
    bench.take(phone, Talk(True, 103))
    assert bench.states == {"d1": CallState.DIALING}
    bench.take(Talk(False, 110))
    assert bench.ends == []


def test_a_pop_that_joins_a_call_changes_nothing_of_it_and_does_not_hold_it(bench: Bench) -> None:
    bench.take(heard(0, CallState.OFFERED))
    before = bench.engine.calls()[0]
    bench.take(pop(2))
    (joined,) = bench.engine.calls()
    assert dataclasses.replace(joined, names=before.names) == before
    assert joined.names == (*before.names, CallName("teams", "t1"))
    bench.take(Talk(True, 3), Talk(False, 9))
    assert bench.ends == []
    bench.take(heard(20, CallState.ENDED, cause=Cause.MISSED))
    assert bench.ends == [("p1", 20, Outcome.MISSED_INCOMING, Cause.MISSED)]


def test_a_phone_that_joins_a_pop_ends_the_call(bench: Bench) -> None:
    bench.take(pop(0), heard(1, CallState.CONNECTED), Talk(True, 2), Talk(False, 5))
    assert bench.ends == []
    bench.take(heard(30, CallState.ENDED))
    assert bench.ends == [("t1", 30, Outcome.INCOMING, Cause.COMPLETED)]
    assert bench.engine.next_due() is None


def test_a_pop_that_comes_twice_is_one_call(bench: Bench) -> None:
    bench.take(pop(0), pop(4))
    assert bench.states == {"t1": CallState.CONNECTED}
    assert bench.engine.next_due() == LONGEST_S


def test_a_call_whose_end_nobody_reports_is_given_up_and_counts_as_answered(bench: Bench) -> None:
    bench.take(pop(1))
    bench.advance(LONGEST_S)
    assert bench.ends == []
    bench.advance(LONGEST_S + 1)
    assert bench.ends == [("t1", LONGEST_S + 1, Outcome.INCOMING, Cause.LOST)]
    assert [each.template for each in bench.decisions if isinstance(each, LogActivity)] == ["IN"]
    bench.take(Talk(True, LONGEST_S + 2), Talk(False, LONGEST_S + 9))
    assert len(bench.ends) == 1


def test_a_dialled_call_that_the_companion_connected_is_given_up_as_well(bench: Bench) -> None:
    bench.dial(0)
    bench.take(Talk(True, 5))
    bench.advance(LONGEST_S + 5)
    assert bench.ends == [("d1", LONGEST_S + 5, Outcome.OUTGOING, Cause.LOST)]


def test_a_card_that_closes_at_the_answer_closes_when_the_companion_connects_the_call() -> None:
    user = read_user({"close_mask_on": "Connected"})
    bench = Bench(engine(Setup(user=user)), [])
    bench.dial(0)
    bench.take(Talk(True, 5))
    assert [each.at for each in bench.decisions if isinstance(each, CloseCard)] == [5]


def test_a_report_that_was_overtaken_counts_from_the_moment_it_arrives(bench: Bench) -> None:
    bench.take(pop(20))
    bench.advance(30)
    bench.take(Talk(True, 25), Talk(False, 28))
    assert bench.ends == [("t1", 30, Outcome.INCOMING, Cause.COMPLETED)]


def test_a_call_whose_report_says_that_its_end_will_not_come_is_given_up(bench: Bench) -> None:
    told = read_fact({"event": "connected", "direction": "incoming", "number": ADATUM, "end": "never"})
    bench.take(told.event("receiver", "r1", 1.0))
    bench.advance(LONGEST_S + 2)
    assert bench.ends == [("r1", LONGEST_S + 1, Outcome.INCOMING, Cause.LOST)]


# -- whatever happens


@dataclass(frozen=True)
class Happening:
    at: float
    what: str
    number: str


happenings = st.lists(
    st.builds(
        Happening,
        st.integers(0, 400).map(lambda halves: halves / 2),
        st.sampled_from(["pop", "pop", "dial", "talk", "silence", "ring", "answer", "hang up"]),
        st.sampled_from([ADATUM, OTHER]),
    ),
    max_size=30,
)


def play(story: list[Happening], *, companion: bool) -> Bench:
    bench = Bench(engine(), [])
    phone = {"ring": CallState.OFFERED, "answer": CallState.CONNECTED, "hang up": CallState.ENDED}
    for number, each in enumerate(sorted(story, key=lambda happening: happening.at)):
        if each.what == "pop":
            bench.take(pop(each.at, f"t{number}", each.number))
        elif each.what == "dial":
            bench.decisions += bench.engine.dial(f"d{number}", each.number, each.at).decisions
        elif each.what in phone:
            bench.take(CallEvent("tapi", each.number, phone[each.what], each.at, Direction.INCOMING, each.number))
        elif companion:
            bench.take(Talk(each.what == "talk", each.at))
    bench.advance(LONGEST_S + 1000)
    return bench


@given(happenings)
@settings(max_examples=300)
def test_a_companion_opens_no_call_and_every_call_without_an_end_ends(story: list[Happening]) -> None:
    with_it, without = play(story, companion=True), play(story, companion=False)
    for bench in (with_it, without):
        assert all(any(name.source == "tapi" for name in call.names) for call in bench.engine.calls())

    def opened(bench: Bench) -> int:
        return sum(isinstance(each, OpenCard) for each in bench.decisions)

    # A call that ended no longer takes a later one in, so that it may leave more cards, but never fewer.
    assert opened(with_it) >= opened(without)
    if not any(each.what in {"pop", "dial"} for each in story):
        assert with_it.decisions == without.decisions


@given(happenings.map(lambda story: [each for each in story if each.what in {"pop", "talk", "silence"}]))
@settings(max_examples=300)
def test_silence_ends_those_calls_to_which_its_talk_belongs_and_no_others(story: list[Happening]) -> None:
    """Read off the written rules: which talks there were, and which of them belongs to a call."""
    ordered = sorted(story, key=lambda happening: happening.at)
    talks: list[tuple[float, float]] = []
    began: float | None = None
    for each in ordered:
        if each.what == "talk" and began is None:
            began = each.at
        elif each.what == "silence" and began is not None:
            talks.append((began, each.at))
            began = None
    starts = {f"t{number}": each.at for number, each in enumerate(ordered) if each.what == "pop"}
    ends = play(story, companion=True).ends
    assert {name for name, *_ in ends} == set(starts)
    for name, at, outcome, cause in ends:
        start = starts[name]
        belonging = [end for begin, end in talks if abs(begin - start) <= WINDOW_S or begin < start <= end - WINDOW_S]
        assert outcome is Outcome.INCOMING
        if cause is Cause.COMPLETED:
            assert at in belonging
        else:
            assert (cause, at) == (Cause.LOST, start + LONGEST_S)
            assert [end for end in belonging if end > start] == []
