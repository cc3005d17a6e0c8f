"""The words of Teams: every key is optional, the last one said counts, and nonsense is passed over."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.telephony.teams_words import Action, Heard, TeamsState, read_message, request, target

NAMES = st.sampled_from(
    ["meetingUpdate", "meetingState", "meetingPermissions", "isInMeeting", "canLeave", "canPair", "tokenRefresh"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(NAMES | st.text(max_size=5), inside, max_size=4),
    max_leaves=12,
)
YES_NO = st.booleans() | st.none()


def update(in_meeting: bool | None = None, can_leave: bool | None = None, can_pair: bool | None = None) -> str:
    """A push with these keys; None leaves one out."""
    parts = {
        "meetingState": {"isInMeeting": in_meeting},
        "meetingPermissions": {"canLeave": can_leave, "canPair": can_pair},
    }
    said = {part: {key: value for key, value in keys.items() if value is not None} for part, keys in parts.items()}
    return json.dumps({"meetingUpdate": {part: keys for part, keys in said.items() if keys}})


def heard(text: str, before: TeamsState | None = None) -> Heard:
    found = read_message(text, before or TeamsState())
    assert found is not None
    return found


@given(JSON | st.dictionaries(NAMES | st.just("requestId"), JSON))
def test_whatever_teams_says_is_read_or_passed_over(message: object) -> None:
    before = TeamsState(in_meeting=True, can_leave=False)
    found = read_message(json.dumps(message), before)
    if found is None:
        assert not isinstance(message, dict)
        return
    assert {found.state.in_meeting, found.state.can_leave, found.state.can_pair} <= {True, False, None}
    assert type(found.answers) in {int, type(None)}
    assert found.token not in repr(found) or not found.token


@pytest.mark.parametrize("text", ["", "{", "nonsense", "5", "null", "[" * 100_000])
def test_what_is_no_message_is_passed_over(text: str) -> None:
    assert read_message(text, TeamsState()) is None


@given(st.lists(st.tuples(YES_NO, YES_NO, YES_NO), max_size=8))
def test_the_last_word_on_each_thing_counts(said: list[tuple[bool | None, bool | None, bool | None]]) -> None:
    state = TeamsState()
    for words in said:
        state = heard(update(*words), state).state
    last = [next((each for each in reversed(column) if each is not None), None) for column in zip(*said, strict=True)]
    assert [state.in_meeting, state.can_leave, state.can_pair] == (last or [None] * 3)


@pytest.mark.parametrize(
    ("state", "talking"),
    [
        (TeamsState(), None),
        (TeamsState(can_leave=False), False),
        (TeamsState(can_leave=False, can_pair=False), False),
        (TeamsState(can_leave=True, can_pair=False), True),
        (TeamsState(can_pair=True), True),
        (TeamsState(in_meeting=False, can_leave=True), False),
        (TeamsState(in_meeting=True, can_leave=False), True),
    ],
)
def test_a_call_is_known_by_the_meeting_and_guessed_by_what_is_offered(state: TeamsState, talking: bool | None) -> None:
    assert state.talking is talking


@pytest.mark.parametrize(
    ("message", "answers", "refused"),
    [
        ({"requestId": 1, "response": "Success"}, 1, False),
        ({"requestId": 1, "errorMsg": "no"}, 1, True),
        ({"errorMsg": "does not fit"}, None, True),
        ({"requestId": "1", "response": "Success"}, None, False),
        ({"requestId": True}, None, False),
    ],
)
def test_an_answer_names_its_request(message: dict[str, object], answers: int | None, refused: bool) -> None:
    found = heard(json.dumps(message))
    assert (found.answers, found.refused) == (answers, refused)


@pytest.mark.parametrize("token", ["", "x" * 513, "a\nb", "é", 5, None, ["a"]])
def test_only_what_can_be_a_token_is_one(token: object) -> None:
    assert heard(json.dumps({"tokenRefresh": token})).token == ""
    assert heard('{"tokenRefresh": "0f8fad5b-d9cb"}').token == "0f8fad5b-d9cb"


def test_requests_fit_the_protocol() -> None:
    assert json.loads(request(Action.PAIR, 7)) == {"action": "pair", "parameters": {}, "requestId": 7}
    parts = urlsplit(target("a&b=c", "1.2"))
    assert parse_qs(parts.query) == {
        "token": ["a&b=c"],
        "protocol-version": ["2.0.0"],
        "manufacturer": ["CTI Tray"],
        "device": ["CTI Tray"],
        "app": ["CTI Tray"],
        "app-version": ["1.2"],
    }
    assert "token" not in target("", "1.2")
