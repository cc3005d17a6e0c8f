"""The engine as the live tray drives it: by names of calls, moments and user actions."""

from __future__ import annotations

import dataclasses
import math

from tests.calls.scenes import ADATUM, incoming, words
from tray.calls.card import CardStatus
from tray.calls.decisions import CloseCard, NoCard, OpenCard
from tray.calls.engine import Engine, Step, Surroundings
from tray.calls.matching import NO_MATCH, NOT_LOOKED_UP, Match
from tray.calls.model import CallEvent, CallName, CallState, Cause, Direction, Outcome
from tray.calls.numbers import NumberReader
from tray.calls.settings import Setup, Templates, read_module, read_user

NAME = CallName("a", "1")


def engine(setup: Setup | None = None) -> Engine:
    def lookup(number: object, rows: object) -> Match:
        return NO_MATCH

    return Engine(Surroundings(NumberReader(), lambda: setup or Setup(), lookup, remembered={}))


def event(at: float, state: CallState, number: str = ADATUM, source: str = "a") -> CallEvent:
    return CallEvent(source, "1", state, at, Direction.INCOMING, number)


def kinds(step: Step) -> list[str]:
    return [type(decision).__name__ for decision in step.decisions]


def test_calls_are_listed_while_they_last() -> None:
    desk = engine()
    desk.handle(event(1, CallState.OFFERED))
    assert [call.name for call in desk.calls()] == [NAME]
    assert desk.calls()[0].outcome is None
    desk.handle(event(2, CallState.ENDED))
    assert desk.calls() == []


def test_a_card_is_found_by_every_name_of_its_call() -> None:
    desk = engine()
    desk.handle(event(1, CallState.OFFERED))
    desk.handle(event(1, CallState.OFFERED, source="b"))
    card = desk.card(CallName("b", "1"))
    assert card is not None
    assert card is desk.card(NAME)
    assert card.status is CardStatus.OPEN
    assert card.end(5.0) == []
    assert desk.card(CallName("c", "1")) is None
    assert desk.named("1") == NAME
    assert desk.named("2") is None


def test_user_actions_on_unknown_calls_do_nothing() -> None:
    desk = engine()
    nobody = CallName("a", "9")
    assert kinds(desk.dismiss(nobody, 1)) + kinds(desk.choose(nobody, 0, 1)) + kinds(desk.note(nobody, "x", 1)) == []


def test_a_card_that_is_not_wanted_is_refused_with_the_reason() -> None:
    step = engine(Setup(silence="do not disturb")).handle(event(1, CallState.OFFERED))
    assert [decision.reason for decision in step.decisions if isinstance(decision, NoCard)] == ["do not disturb"]


def test_nothing_is_due_when_nothing_happens() -> None:
    desk = engine()
    assert desk.next_due() is None
    assert kinds(desk.advance(math.inf)) == []


def test_a_fact_that_was_overtaken_counts_from_the_moment_it_arrives() -> None:
    desk = engine()
    desk.advance(10.0)
    step = desk.handle(event(4.0, CallState.OFFERED))
    assert [decision.at for decision in step.decisions if isinstance(decision, OpenCard)] == [10.0]


def test_a_fact_first_lets_happen_what_was_due_before_it() -> None:
    desk = engine()
    desk.handle(event(0, CallState.OFFERED))
    desk.handle(dataclasses.replace(event(1, CallState.ENDED), cause=Cause.FORWARDED))
    assert desk.next_due() == 6.0
    step = desk.handle(CallEvent("b", "2", CallState.OFFERED, 7.0, number="204"))
    assert [decision.at for decision in step.decisions if isinstance(decision, CloseCard)] == [6.0]


def test_a_dismissed_ended_card_is_forgotten() -> None:
    desk = engine()
    desk.handle(event(0, CallState.OFFERED))
    desk.handle(event(1, CallState.ENDED))
    assert kinds(desk.dismiss(NAME, 2)) == ["CloseCard"]
    assert desk.card(NAME) is None


def test_what_a_call_would_leave_if_nothing_more_were_heard_of_it() -> None:
    crm = {"crm_active": True, "incoming_template": "IN", "missed_incoming_template": "MISSED"}
    desk = engine(Setup(user=read_user(crm), module=read_module(crm)))

    def left() -> str | None:
        card = desk.card(NAME)
        assert card is not None
        activity = card.end_if_lost(9.0)
        return activity.template if activity else None

    desk.handle(event(0, CallState.OFFERED))
    desk.handle(event(0, CallState.OFFERED, source="b"))
    assert left() is None
    desk.handle(event(1, CallState.ENDED))
    assert left() == "MISSED"
    desk.handle(event(2, CallState.CONNECTED, source="b"))
    assert left() == "IN"


def test_what_was_answered_elsewhere_has_no_template() -> None:
    assert Templates(incoming_template="X").template(Outcome.ANSWERED_ELSEWHERE) == ""


def test_withheld_numbers_have_no_table() -> None:
    assert NOT_LOOKED_UP.table is None


def test_replay_leaves_out_what_comes_after_its_end() -> None:
    assert words(incoming(0), incoming(9, call_id="2"), run_until=5) == ["open_card", "no_page"]


def test_a_number_without_any_hit_has_no_match() -> None:
    assert "no_page" in words(incoming(0), directory=[], user={"auto_open_master_data": True}, run_until=5)
