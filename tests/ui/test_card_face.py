"""Every state of a call has its own words, shape and main action."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from tests.ui.cards import CONTACTS, CUSTOMER, card_view
from tray.calls.matching import MatchKind
from tray.calls.model import CallState, Cause, Direction, Outcome
from tray.views import CardView
from ui.card_face import Action, chosen_index, face_of
from ui.colors import Tone
from ui.formats import clock

NOW = 1_700_000_100.0
AT = clock(1_700_000_000.0)


def ended(outcome: Outcome, cause: Cause | None, **changes: object) -> CardView:
    outgoing = outcome in {Outcome.OUTGOING, Outcome.UNACCEPTED_OUTGOING}
    direction = Direction.OUTGOING if outgoing else Direction.INCOMING
    return card_view(state=CallState.ENDED, outcome=outcome, cause=cause, direction=direction, since=None, **changes)


@pytest.mark.parametrize(
    ("view", "text", "tone"),
    [
        (card_view(), "Incoming call", Tone.ACCENT),
        (card_view(state=CallState.CONNECTED), "Connected", Tone.POSITIVE),
        (card_view(state=CallState.HELD), "On hold", Tone.WARNING),
        (card_view(direction=Direction.OUTGOING, state=CallState.DIALING), "Calling", Tone.ACCENT),
        (card_view(direction=Direction.OUTGOING, state=CallState.RINGING), "Ringing", Tone.ACCENT),
        (ended(Outcome.MISSED_INCOMING, Cause.MISSED), f"Missed {AT}", Tone.DANGER),
        (ended(Outcome.MISSED_INCOMING, None), f"Missed {AT}", Tone.DANGER),
        (ended(Outcome.MISSED_INCOMING, Cause.REJECTED), f"Declined {AT}", Tone.DANGER),
        (ended(Outcome.MISSED_INCOMING, Cause.LOST), "Call lost", Tone.NEUTRAL),
        (ended(Outcome.INCOMING, Cause.COMPLETED), "Call ended", Tone.NEUTRAL),
        (ended(Outcome.OUTGOING, Cause.LOST), "Call lost", Tone.NEUTRAL),
        (ended(Outcome.ANSWERED_ELSEWHERE, Cause.ANSWERED_ELSEWHERE), "Answered by another", Tone.NEUTRAL),
        (ended(Outcome.ANSWERED_ELSEWHERE, Cause.FORWARDED), "Forwarded", Tone.NEUTRAL),
        (ended(Outcome.UNACCEPTED_OUTGOING, Cause.BUSY), "Busy", Tone.DANGER),
        (ended(Outcome.UNACCEPTED_OUTGOING, Cause.CANCELLED), "Cancelled", Tone.NEUTRAL),
        (ended(Outcome.UNACCEPTED_OUTGOING, Cause.INVALID_NUMBER), "Number not in use", Tone.DANGER),
    ],
)
def test_state_in_words_and_tone(view: CardView, text: str, tone: Tone) -> None:
    state = face_of(view, NOW).state
    assert (state.text, state.tone) == (text, tone)


@pytest.mark.parametrize("state", [state for state in CallState if state is not CallState.ENDED])
def test_live_states_differ_by_shape_where_they_differ_by_word(state: CallState) -> None:
    faces = {one: face_of(card_view(state=one), NOW).state for one in CallState if one is not CallState.ENDED}
    twins = [one for one, face in faces.items() if face.icon == faces[state].icon and one is not state]
    assert set(twins) <= {CallState.DIALING, CallState.RINGING}


@given(
    state=st.sampled_from(CallState),
    outcome=st.sampled_from(Outcome),
    cause=st.sampled_from([None, *Cause]),
    match=st.sampled_from(MatchKind),
    direction=st.sampled_from(Direction),
    candidates=st.sampled_from([(), (CUSTOMER,), (replace(CUSTOMER, has_page=False),), CONTACTS]),
    chosen=st.sampled_from([None, 0, 3, 99, -1]),
    name=st.text(max_size=40),
    number=st.sampled_from(["", "+49711123456"]),
)
def test_every_view_has_a_complete_face(**changes: object) -> None:
    face = face_of(card_view(number_text=changes["number"], **changes), NOW)
    assert face.title == f"Caller card - {face.name}"
    assert face.name
    assert face.state.text
    assert Path(str(resources.__path__[0]), "icons", "ui", f"{face.state.icon}.svg").is_file()
    assert (face.primary.action is Action.NONE) == (not face.primary.text)
    assert face.second is not face.primary.action or face.second is Action.NONE
    if not changes["number"]:
        assert Action.CALL not in {face.primary.action, face.second}
    assert face.spoken.startswith(face.state.text)


def test_a_withheld_number_hides_everything_that_needs_one() -> None:
    face = face_of(card_view(number="", number_text="", name="", match=MatchKind.WITHHELD, candidates=()), NOW)
    assert (face.name, face.letters, face.number, face.has_number) == ("Number withheld", "", "", False)
    assert (face.primary.action, face.second) == (Action.NONE, Action.NONE)


def test_a_name_that_came_with_a_withheld_number_is_shown() -> None:
    face = face_of(card_view(number="", number_text="", name="Robin", match=MatchKind.WITHHELD, candidates=()), NOW)
    assert (face.name, face.detail) == ("Robin", "Number withheld")


@pytest.mark.parametrize("outcome", [Outcome.MISSED_INCOMING, Outcome.UNACCEPTED_OUTGOING])
def test_calls_that_did_not_succeed_are_called_again(outcome: Outcome) -> None:
    face = face_of(ended(outcome, None), NOW)
    assert face.primary.action is Action.CALL
    assert face.second is Action.OPEN
    assert face_of(ended(outcome, None, candidates=()), NOW).second is Action.NONE


def test_the_chosen_record_names_the_badge() -> None:
    assert face_of(card_view(candidates=CONTACTS), NOW).badge == ""
    chosen = face_of(card_view(candidates=CONTACTS, chosen=2), NOW)
    assert chosen.badge == "Contact CT2"
    assert [row.chosen for row in chosen.rows] == [index == 2 for index in range(len(CONTACTS))]


@pytest.mark.parametrize("chosen", [None, 7, -1])
def test_a_choice_outside_the_list_is_no_choice(chosen: int | None) -> None:
    assert chosen_index(card_view(candidates=CONTACTS, chosen=chosen)) is None
