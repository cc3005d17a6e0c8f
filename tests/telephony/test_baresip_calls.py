"""What baresip's events and lists mean, for the cases that the baresip of the test machine does not produce."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.telephony.wire import call_list, event
from tray.calls.model import CallEvent, CallState, Cause, Direction
from tray.telephony.baresip_calls import BaresipCalls
from tray.telephony.baresip_words import current_account, end_cause, number_of, read_list

OFFERED, DIALING, RINGING = CallState.OFFERED, CallState.DIALING, CallState.RINGING
CONNECTED, HELD, ENDED = CallState.CONNECTED, CallState.HELD, CallState.ENDED
ACCOUNT = "sip:agent@pbx.example"
PEER = "sip:+31205550101@pbx.example"


def _states(facts: list[CallEvent]) -> list[CallState]:
    return [fact.state for fact in facts]


def _play(calls: BaresipCalls, *events: dict[str, object]) -> list[CallEvent]:
    return [fact for number, values in enumerate(events) for fact in calls.event(values, float(number))]


@pytest.mark.parametrize(
    ("uri", "number"),
    [
        ("sip:+31205550101@host:5060", "+31205550101"),
        ("sips:%2B49301;phone-context=de@host:5060", "+49301"),
        ("SIP:user:secret@host", "user"),
        ("tel:+49301;phone-context=x", "+49301"),
        ("sip:host:5070", ""),
        ("sip:[::1]:5070", ""),
        ("", ""),
        ("sip:+4930@host?Replaces=a%40b@c", "+4930"),
    ],
)
def test_a_number_is_the_user_part_of_an_address(uri: str, number: str) -> None:
    assert number_of(uri) == number


@pytest.mark.parametrize(
    ("direction", "answered", "text", "cause"),
    [
        (Direction.INCOMING, True, "Connection reset by peer", Cause.COMPLETED),
        (Direction.INCOMING, False, "Connection reset by peer", Cause.MISSED),
        (Direction.INCOMING, False, "Local timeout", Cause.MISSED),
        (Direction.INCOMING, False, "", Cause.MISSED),
        (Direction.INCOMING, False, "Connection reset by user", Cause.REJECTED),
        (Direction.INCOMING, False, "Rejected by user", Cause.REJECTED),
        (Direction.INCOMING, False, 'SIP ;cause=200 ;text="Call completed elsewhere"', Cause.ANSWERED_ELSEWHERE),
        (None, False, "Connection reset by peer", Cause.MISSED),
        (Direction.OUTGOING, False, "Connection reset by user", Cause.CANCELLED),
        (Direction.OUTGOING, False, "487 Request Terminated", Cause.CANCELLED),
        (Direction.OUTGOING, False, "486 Rejected", Cause.BUSY),
        (Direction.OUTGOING, False, "503 Service Unavailable", Cause.FAILED),
        (Direction.OUTGOING, False, "Local timeout", Cause.NO_ANSWER),
        (Direction.OUTGOING, False, "Connection timed out", Cause.UNREACHABLE),
        (Direction.OUTGOING, False, "No route to host", Cause.UNREACHABLE),
        (Direction.OUTGOING, False, "No audio or video codecs", Cause.FAILED),
        (Direction.OUTGOING, False, "", Cause.FAILED),
    ],
)
def test_the_cause_follows_from_text_direction_and_answer(
    direction: Direction | None, answered: bool, text: str, cause: Cause
) -> None:
    assert end_cause(direction, answered, text) is cause


def test_the_first_event_of_an_outgoing_call_has_no_id_and_is_bound_later() -> None:
    facts = _play(
        BaresipCalls(),
        event("CALL_LOCAL_SDP", direction="outgoing", id=None, param="offer"),
        event("CALL_RINGING", direction="outgoing", id="o1"),
        event("CALL_ESTABLISHED", direction="outgoing", id="o1"),
        event("CALL_CLOSED", direction="outgoing", id="o1", param="Connection reset by peer"),
    )
    assert _states(facts) == [DIALING, RINGING, CONNECTED, ENDED]
    assert len({fact.call_id for fact in facts}) == 1
    assert facts[-1].cause is Cause.COMPLETED


def test_an_outgoing_call_that_fails_before_it_has_an_id_ends() -> None:
    facts = _play(
        BaresipCalls(),
        event("CALL_LOCAL_SDP", direction="outgoing", id=None, param="offer"),
        event("CALL_CLOSED", direction="outgoing", id=None, param="No route to host"),
    )
    assert [(fact.state, fact.cause) for fact in facts] == [(DIALING, None), (ENDED, Cause.UNREACHABLE)]


def test_newer_versions_announce_an_outgoing_call() -> None:
    facts = _play(
        BaresipCalls(),
        event("CALL_OUTGOING", direction="outgoing", id="o1"),
        event("CALL_LOCAL_SDP", direction="outgoing", id="o1", param="offer"),
        event("CALL_PROGRESS", direction="outgoing", id="o1"),
        event("CALL_RINGING", direction="outgoing", id="o1"),
        event("CALL_PROGRESS", direction="outgoing", id="o1"),
        event("CALL_ANSWERED", direction="outgoing", id="o1"),
        event("CALL_ESTABLISHED", direction="outgoing", id="o1"),
    )
    assert _states(facts) == [DIALING, RINGING, CONNECTED]


def test_rtcp_and_repeats_are_no_states() -> None:
    calls = BaresipCalls()
    facts = _play(
        calls,
        event("CALL_INCOMING"),
        event("CALL_RTCP"),
        event("CALL_INCOMING"),
        event("CALL_RINGING"),
        event("CALL_ESTABLISHED"),
        event("CALL_RTCP"),
        event("CALL_ESTABLISHED"),
        event("CALL_CLOSED", param="Connection reset by user"),
        event("CALL_CLOSED", param="Connection reset by user"),
        event("CALL_ESTABLISHED"),
        event("CALL_RTCP"),
    )
    assert _states(facts) == [OFFERED, CONNECTED, ENDED]
    assert not calls


def test_a_call_id_that_a_caller_uses_again_is_another_call() -> None:
    one = (event("CALL_INCOMING"), event("CALL_CLOSED", param="Connection reset by peer"))
    facts = _play(BaresipCalls(), *one, *one)
    assert _states(facts) == [OFFERED, ENDED, OFFERED, ENDED]
    assert len({fact.call_id for fact in facts}) == 2


def test_two_calls_of_one_number_are_told_apart_by_id() -> None:
    facts = _play(
        BaresipCalls(),
        event("CALL_INCOMING", id="a"),
        event("CALL_INCOMING", id="b"),
        event("CALL_ESTABLISHED", id="a"),
        event("CALL_CLOSED", id="b", param="Connection reset by peer"),
    )
    assert [(fact.call_id, fact.state) for fact in facts] == [
        ("a", OFFERED),
        ("b", OFFERED),
        ("a", CONNECTED),
        ("b", ENDED),
    ]


def test_an_end_that_is_heard_alone_is_reported() -> None:
    facts = _play(BaresipCalls(), event("CALL_CLOSED", id="x", param="Connection reset by peer"))
    assert [(fact.state, fact.cause, fact.number) for fact in facts] == [(ENDED, Cause.MISSED, "+31205550101")]


def test_newer_versions_tell_a_hold_by_the_direction_of_the_audio() -> None:
    calls = BaresipCalls()
    facts = _play(
        calls,
        event("CALL_INCOMING", audiodir="inactive"),
        event("CALL_ESTABLISHED", audiodir="sendrecv"),
        event("CALL_REMOTE_SDP", audiodir="sendrecv"),
        event("CALL_LOCAL_SDP", audiodir="sendrecv", localaudiodir="sendonly"),
        event("CALL_REMOTE_SDP", audiodir="sendonly"),
        event("CALL_REMOTE_SDP", audiodir="inactive"),
        event("CALL_REMOTE_SDP", audiodir="sendrecv"),
    )
    assert _states(facts) == [OFFERED, CONNECTED, HELD, CONNECTED]
    assert not calls.hold_unknown


def test_a_call_with_audio_in_one_direction_only_is_not_held() -> None:
    facts = _play(
        BaresipCalls(),
        event("CALL_INCOMING"),
        event("CALL_ESTABLISHED", audiodir="recvonly"),
        event("CALL_REMOTE_SDP", audiodir="recvonly"),
    )
    assert _states(facts) == [OFFERED, CONNECTED]


def test_newer_versions_tell_a_hold_by_the_other_side() -> None:
    facts = _play(
        BaresipCalls(),
        event("CALL_INCOMING"),
        event("CALL_HOLD"),
        event("CALL_ESTABLISHED"),
        event("CALL_HOLD"),
        event("CALL_RESUME"),
    )
    assert _states(facts) == [OFFERED, CONNECTED, HELD, CONNECTED]


def test_version_1_leaves_a_hold_to_the_call_list() -> None:
    calls = BaresipCalls()
    _play(calls, event("CALL_INCOMING"), event("CALL_ESTABLISHED"))
    assert not calls.hold_unknown
    _play(calls, event("CALL_REMOTE_SDP", param="answer"))
    assert calls.hold_unknown
    held = f"> [line 1]  0:00:09  ESTABLISHED  (on hold)  {PEER}"
    assert _states(calls.listed(call_list(held), ACCOUNT, 1.0)) == [HELD]
    assert _states(calls.listed(call_list(held), ACCOUNT, 2.0)) == []
    assert _states(calls.listed(call_list(held.replace("(on hold)", "")), ACCOUNT, 3.0)) == [CONNECTED]


def test_lists_of_every_version_are_read() -> None:
    lines = (
        "> [line 2]  0:00:00   INCOMING             sip:b@x",
        "  [line 1, id a-1@x]  1:02:03  ESTABLISHED  (on hold)  sip:a@x",
        "  [line 3, id c@x]  0:00:03  TERMINATED             tel:+49301",
    )
    read = read_list(call_list(*lines))
    assert read is not None
    assert [(one.line, one.sip_id, one.uri, one.state) for one in read] == [
        (1, "a-1@x", "sip:a@x", HELD),
        (2, "", "sip:b@x", OFFERED),
        (3, "c@x", "tel:+49301", None),
    ]


@pytest.mark.parametrize(
    "text", ["", "(no active calls)", "--- Active calls (2) ---\n> [line 1] 0:00:00 INCOMING sip:a@b"]
)
def test_a_list_that_is_not_understood_ends_no_call(text: str) -> None:
    calls = BaresipCalls()
    _play(calls, event("CALL_INCOMING"))
    assert calls.listed(text, ACCOUNT, 1.0, after_drop=True) == []
    assert calls


def test_the_current_account_is_read_from_the_registration_list() -> None:
    assert current_account("\n--- User Agents (2) ---\n  sip:a@x  \n> sip:b@x   OK\n\n") == "sip:b@x"
    assert current_account("\n--- User Agents (1) ---\n> 0 - sip:a@x \n") == "sip:a@x"
    assert current_account("nothing") is None


def test_calls_that_are_there_at_the_start_are_reported_and_bound_to_their_events() -> None:
    calls = BaresipCalls()
    lines = (
        "  [line 1]  0:00:00   INCOMING             sip:1@x",
        "  [line 2]  0:00:00    RINGING             sip:2@x",
        "> [line 3]  0:01:00  ESTABLISHED             sip:3@x",
    )
    facts = calls.listed(call_list(*lines), ACCOUNT, 0.0)
    assert [(fact.state, fact.direction, fact.number) for fact in facts] == [
        (OFFERED, Direction.INCOMING, "1"),
        (RINGING, Direction.OUTGOING, "2"),
        (CONNECTED, None, "3"),
    ]
    later = _play(
        calls,
        event("CALL_INCOMING", id="new", uri="sip:3@x"),
        event("CALL_ESTABLISHED", id="i1", uri="sip:1@x"),
        event("CALL_CLOSED", id="i3", uri="sip:3@x", direction="outgoing", param="Connection reset by user"),
    )
    assert [fact.call_id for fact in later] == ["new", facts[0].call_id, facts[2].call_id]
    assert (later[-1].direction, later[-1].cause) == (Direction.OUTGOING, Cause.COMPLETED)


def test_a_second_call_to_a_party_that_is_already_connected_is_a_call_of_its_own() -> None:
    calls = BaresipCalls()
    first = calls.listed(call_list(f"> [line 1]  0:01:00  ESTABLISHED             {PEER}"), ACCOUNT, 0.0)
    second = _play(calls, event("CALL_LOCAL_SDP", direction="outgoing", id=None, param="offer"))
    assert _states(second) == [DIALING]
    assert second[0].call_id != first[0].call_id


def test_after_a_drop_the_list_decides_what_became_of_the_calls() -> None:
    calls = BaresipCalls()
    _play(
        calls,
        event("CALL_INCOMING", id="stays", uri="sip:1@x"),
        event("CALL_INCOMING", id="was answered", uri="sip:2@x"),
        event("CALL_INCOMING", id="gone", uri="sip:3@x"),
        event("CALL_INCOMING", id="other account", uri="sip:4@x", account="sip:second@x"),
    )
    lines = (
        "  [line 1]  0:00:00   INCOMING             sip:1@x",
        "> [line 2]  0:00:07  ESTABLISHED             sip:2@x",
    )
    facts = calls.listed(call_list(*lines), ACCOUNT, 9.0, after_drop=True)
    assert [(fact.call_id, fact.state, fact.cause) for fact in facts] == [
        ("was answered", CONNECTED, None),
        ("gone", ENDED, Cause.LOST),
        ("other account", ENDED, Cause.LOST),
    ]


def test_a_list_without_drop_leaves_the_calls_of_other_accounts_alone() -> None:
    calls = BaresipCalls()
    _play(calls, event("CALL_INCOMING", account="sip:second@x"))
    assert calls.listed(call_list(), ACCOUNT, 1.0) == []
    assert _states(calls.listed(call_list(), "sip:second@x", 2.0)) == [ENDED]


def test_calls_of_one_number_to_two_accounts_are_told_apart() -> None:
    calls = BaresipCalls()
    _play(calls, event("CALL_INCOMING", id="a"), event("CALL_INCOMING", id="b", account="sip:second@x"))
    facts = calls.listed(call_list(f"> [line 1]  0:00:01  ESTABLISHED             {PEER}"), "sip:second@x", 1.0)
    assert [(fact.call_id, fact.state) for fact in facts] == [("b", CONNECTED)]


def test_a_lost_call_does_not_come_back_as_a_new_one() -> None:
    calls = BaresipCalls()
    _play(calls, event("CALL_INCOMING"), event("CALL_ESTABLISHED"))
    assert [fact.cause for fact in calls.lose_all(5.0)] == [Cause.LOST]
    assert not calls
    assert calls.lose_all(6.0) == []
    listed = call_list(f"> [line 1]  0:01:00  ESTABLISHED             {PEER}")
    assert calls.listed(listed, ACCOUNT, 7.0, after_drop=True) == []
    assert _play(calls, event("CALL_CLOSED", param="Connection reset by peer")) == []
    assert _states(_play(calls, event("CALL_INCOMING", id="next"))) == [OFFERED]


def test_a_call_that_rings_after_a_loss_is_not_taken_for_the_lost_one() -> None:
    calls = BaresipCalls()
    _play(calls, event("CALL_INCOMING"), event("CALL_ESTABLISHED"))
    calls.lose_all(5.0)
    facts = calls.listed(call_list(f"> [line 1]  0:00:00   INCOMING             {PEER}"), ACCOUNT, 7.0, after_drop=True)
    assert _states(facts) == [OFFERED]


KINDS = st.sampled_from(
    [
        "CALL_INCOMING",
        "CALL_OUTGOING",
        "CALL_RINGING",
        "CALL_PROGRESS",
        "CALL_ESTABLISHED",
        "CALL_CLOSED",
        "CALL_LOCAL_SDP",
        "CALL_REMOTE_SDP",
        "CALL_RTCP",
        "CALL_HOLD",
        "CALL_RESUME",
        "REGISTER_OK",
        "TRANSFER",
    ]
)
JSON = st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.lists(st.integers(), max_size=2)
EVENTS = st.fixed_dictionaries(
    {"type": KINDS | JSON},
    optional={
        "id": st.sampled_from(["a", "b", ""]) | JSON,
        "direction": st.sampled_from(["incoming", "outgoing"]) | JSON,
        "peeruri": st.sampled_from(["sip:1@x", "sip:2@x"]) | JSON,
        "accountaor": JSON,
        "peerdisplayname": JSON,
        "param": JSON,
        "audiodir": st.sampled_from(["sendrecv", "sendonly"]) | JSON,
    },
)
LISTS = st.lists(
    st.builds(
        "  [line {}]  0:00:00   {}             {}".format,
        st.integers(1, 4),
        st.sampled_from(["INCOMING", "OUTGOING", "RINGING", "ESTABLISHED", "TERMINATED"]),
        st.sampled_from(["sip:1@x", "sip:2@x"]),
    ),
    max_size=3,
).map(lambda lines: call_list(*lines))


@given(st.lists(EVENTS | LISTS | st.just(None), max_size=40))
def test_whatever_is_heard_a_call_opens_once_and_nothing_follows_its_end(
    heard: list[dict[str, object] | str | None],
) -> None:
    calls = BaresipCalls()
    facts: list[CallEvent] = []
    for number, one in enumerate(heard):
        if one is None:
            facts += calls.lose_all(float(number))
        elif isinstance(one, str):
            facts += calls.listed(one, ACCOUNT, float(number), after_drop=True)
        else:
            facts += calls.event(one, float(number))
    facts += calls.lose_all(99.0)
    ended = [fact.call_id for fact in facts if fact.state is ENDED]
    assert sorted(ended) == sorted({fact.call_id for fact in facts})
    for call_id in ended:
        own = [fact for fact in facts if fact.call_id == call_id]
        assert own[-1].state is ENDED
        assert all(one.state is not two.state for one, two in itertools.pairwise(own))
