"""The rules by which messages of Windows telephony become facts, without a library; and any order of messages."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.calls.model import CallEvent, CallState, Cause, Direction
from tray.telephony import tapi, tapi_constants
from tray.telephony.tapi_call import CallLine
from tray.telephony.tapi_calls import STALE_S, TapiCalls
from tray.telephony.tapi_model import CallInfo, CallStatus, PartyId
from tray.telephony.tapi_words import is_own, party_of

LINE = CallLine("line-1", "110", "Desk phone")
OTHER_LINE = CallLine("line-2", "111", "Hall")
IN, OUT = Direction.INCOMING, Direction.OUTGOING
ADDRESS, NAME = tapi.LINECALLPARTYID_ADDRESS, tapi.LINECALLPARTYID_NAME
IDLE, OFFERING, CONNECTED = tapi.LINECALLSTATE_IDLE, tapi.LINECALLSTATE_OFFERING, tapi.LINECALLSTATE_CONNECTED
DISCONNECTED = tapi.LINECALLSTATE_DISCONNECTED


def party(number: str = "", name: str = "", flags: int = 0) -> PartyId:
    return PartyId(flags | (ADDRESS if number else 0) | (NAME if name else 0), number, name)


UNAVAILABLE = party(flags=tapi.LINECALLPARTYID_UNAVAIL)
INCOMING = CallInfo(
    call_id=5, origin=tapi.LINECALLORIGIN_INBOUND, caller=party("0205550101", "Ann"), called=party("110")
)
OUTGOING = CallInfo(call_id=6, origin=tapi.LINECALLORIGIN_OUTBOUND, called=party("0205550102"), caller=party("110"))


class Bench:
    """The calls, and the facts and handles that came out of them."""

    def __init__(self) -> None:
        self.calls = TapiCalls("e")
        self.facts: list[CallEvent] = []
        self.freed: list[int] = []
        self.at = 0.0

    def appear(
        self, handle: int = 1, info: CallInfo = INCOMING, line: CallLine = LINE, *, returned: bool = False
    ) -> None:
        self.take(self.calls.appeared(handle, line, info, self.at, returned=returned))

    def state(self, state: int, mode: int = 0, handle: int = 1) -> None:
        self.take(self.calls.changed(handle, CallStatus(state, mode), self.at))

    def info(self, info: CallInfo, handle: int = 1) -> None:
        self.take(self.calls.informed(handle, info, self.at))

    def take(self, step: tuple[tuple[CallEvent, ...], tuple[int, ...]]) -> None:
        self.facts += step[0]
        self.freed += step[1]

    @property
    def states(self) -> list[CallState]:
        return [fact.state for fact in self.facts]


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.mark.parametrize("bits", [tapi.LINECALLORIGIN_INTERNAL, tapi.LINECALLORIGIN_EXTERNAL])
@pytest.mark.parametrize(
    ("state", "direction", "meant"),
    [
        (OFFERING, IN, CallState.OFFERED),
        (tapi.LINECALLSTATE_ACCEPTED, IN, CallState.OFFERED),
        (tapi.LINECALLSTATE_DIALING, OUT, CallState.DIALING),
        (tapi.LINECALLSTATE_PROCEEDING, OUT, CallState.DIALING),
        (tapi.LINECALLSTATE_RINGBACK, OUT, CallState.RINGING),
        (CONNECTED, None, CallState.CONNECTED),
    ],
)
def test_an_origin_without_direction_leaves_it_to_the_first_state(
    bench: Bench, bits: int, state: int, direction: Direction | None, meant: CallState
) -> None:
    bench.appear(info=CallInfo(origin=bits))
    bench.state(state)
    assert [(fact.direction, fact.state) for fact in bench.facts] == [(direction, meant)]


def test_a_direction_that_becomes_known_later_is_told(bench: Bench) -> None:
    bench.appear(info=CallInfo(origin=tapi.LINECALLORIGIN_UNKNOWN))
    bench.state(CONNECTED)
    bench.info(OUTGOING)
    assert [(fact.direction, fact.number) for fact in bench.facts] == [(None, ""), (OUT, "0205550102")]


def test_a_direction_that_is_corrected_before_the_first_state_is_the_right_one(bench: Bench) -> None:
    bench.appear(info=CallInfo(origin=tapi.LINECALLORIGIN_UNKNOWN))
    bench.info(OUTGOING)
    bench.state(tapi.LINECALLSTATE_RINGBACK)
    assert [(fact.direction, fact.state) for fact in bench.facts] == [(OUT, CallState.RINGING)]


def test_states_that_do_not_fit_the_direction_say_nothing(bench: Bench) -> None:
    bench.appear()
    for state in (tapi.LINECALLSTATE_DIALTONE, tapi.LINECALLSTATE_RINGBACK, tapi.LINECALLSTATE_UNKNOWN, 0, 0x30):
        bench.state(state)
    assert bench.facts == []
    bench.appear(2, OUTGOING)
    bench.state(OFFERING, handle=2)
    assert [fact.state for fact in bench.facts] == [CallState.DIALING], "the own phone rings first"


@pytest.mark.parametrize(
    ("info", "direction", "expected"),
    [
        (INCOMING, IN, ("0205550101", "Ann")),
        (INCOMING, None, ("0205550101", "Ann")),
        (OUTGOING, OUT, ("0205550102", "")),
        (replace(INCOMING, caller=party(flags=tapi.LINECALLPARTYID_BLOCKED)), IN, ("anonymous", "")),
        (replace(INCOMING, caller=party(name="Ann")), IN, ("", "Ann")),
        (CallInfo(caller=UNAVAILABLE, redirecting=party("0205550103")), IN, ("0205550103", "")),
        (CallInfo(caller=UNAVAILABLE, connected=party("0205550104")), IN, ("0205550104", "")),
        (CallInfo(connected=party("+31 20 555 0110")), IN, ("", "")),
        (CallInfo(caller=party(flags=tapi.LINECALLPARTYID_UNKNOWN), redirecting=party("0205550103")), IN, ("", "")),
        (CallInfo(redirecting=party("0205550103", flags=tapi.LINECALLPARTYID_BLOCKED)), IN, ("", "")),
        (CallInfo(called_party="020 555 0105"), OUT, ("020 555 0105", "")),
        (CallInfo(called_party="Adatum", connected=party("0205550106")), OUT, ("0205550106", "Adatum")),
        (CallInfo(called_party="Adatum", called=party("0205550107", "Ann")), OUT, ("0205550107", "Ann")),
        (CallInfo(), OUT, ("", "")),
    ],
)
def test_who_the_other_party_is(info: CallInfo, direction: Direction | None, expected: tuple[str, str]) -> None:
    assert party_of(info, direction, {"", "110"}) == expected


@pytest.mark.parametrize(
    ("number", "own", "expected"),
    [
        ("+31205550110", {"110"}, True),
        ("110", {"+31205550110"}, True),
        ("0205550101", {"110"}, False),
        ("", {"110"}, False),
        ("1", {"1"}, True),
        ("21", {"1"}, False),
    ],
)
def test_the_own_number_is_known_in_its_short_and_its_long_form(number: str, own: set[str], expected: bool) -> None:
    assert is_own(number, own) is expected


def test_a_lifted_receiver_becomes_a_call_with_its_number(bench: Bench) -> None:
    bench.appear(info=CallInfo(origin=tapi.LINECALLORIGIN_OUTBOUND))
    bench.state(tapi.LINECALLSTATE_DIALTONE)
    bench.info(replace(OUTGOING, call_id=0))
    bench.info(replace(OUTGOING, call_id=0))
    assert [(fact.state, fact.number) for fact in bench.facts] == [(CallState.DIALING, "0205550102")]


def test_a_call_that_we_made_is_the_one_that_was_announced_already(bench: Bench) -> None:
    bench.appear(info=CallInfo(origin=tapi.LINECALLORIGIN_UNKNOWN))
    bench.state(CONNECTED)
    bench.take(bench.calls.appeared(1, LINE, OUTGOING, bench.at, dialled="+31205550102"))
    assert [(fact.state, fact.direction, fact.number) for fact in bench.facts] == [
        (CallState.CONNECTED, None, ""),
        (CallState.CONNECTED, OUT, "+31205550102"),
    ]


def test_a_transfer_changes_the_party_and_the_line_itself_does_not(bench: Bench) -> None:
    bench.appear()
    bench.state(CONNECTED)
    bench.info(replace(INCOMING, connected=party("+31205550110")))
    bench.info(replace(INCOMING, connected=party("0205550199", "Bea")))
    bench.info(replace(INCOMING, connected=party("0205550199", "Bea")))
    bench.info(replace(INCOMING, caller=party("0205550177", "Cem")))
    assert [(fact.number, fact.name) for fact in bench.facts] == [
        ("0205550101", "Ann"),
        ("0205550199", "Bea"),
        ("0205550177", "Cem"),
    ]


def test_before_the_answer_nobody_is_transferred(bench: Bench) -> None:
    bench.appear()
    bench.state(OFFERING)
    bench.info(replace(INCOMING, connected=party("0205550199")))
    bench.state(CONNECTED)
    bench.info(replace(INCOMING, connected=party("0205550199")))
    assert {fact.number for fact in bench.facts} == {"0205550101"}


def test_a_hidden_number_after_a_real_one_changes_nothing_and_a_real_one_after_it_does(bench: Bench) -> None:
    hidden = replace(INCOMING, caller=party(flags=tapi.LINECALLPARTYID_BLOCKED))
    bench.appear(info=hidden)
    bench.state(OFFERING)
    bench.info(INCOMING)
    bench.info(hidden)
    assert [fact.number for fact in bench.facts] == ["anonymous", "0205550101"]


@pytest.mark.parametrize(
    ("mode", "state"),
    [
        (tapi.LINECONNECTEDMODE_ACTIVE, CallState.CONNECTED),
        (tapi.LINECONNECTEDMODE_CONFIRMED, CallState.CONNECTED),
        (0, CallState.CONNECTED),
        (tapi.LINECONNECTEDMODE_ACTIVEHELD, CallState.HELD),
    ],
)
def test_how_a_call_is_connected(bench: Bench, mode: int, state: CallState) -> None:
    bench.appear()
    bench.state(CONNECTED, mode)
    assert bench.states == [state]


@pytest.mark.parametrize("mode", [tapi.LINECONNECTEDMODE_INACTIVE, tapi.LINECONNECTEDMODE_INACTIVEHELD])
def test_a_call_that_another_station_of_the_line_takes_is_answered_elsewhere(bench: Bench, mode: int) -> None:
    bench.appear()
    bench.state(OFFERING)
    bench.state(CONNECTED, mode)
    bench.state(CONNECTED, mode)
    assert [(fact.state, fact.cause) for fact in bench.facts][1:] == [(CallState.ENDED, Cause.ANSWERED_ELSEWHERE)]
    bench.state(CONNECTED, tapi.LINECONNECTEDMODE_ACTIVE)
    bench.state(IDLE)
    assert bench.facts[2].call_id != bench.facts[1].call_id, "the user took it over: another call"
    assert bench.facts[3].cause is Cause.COMPLETED
    assert bench.freed == [1]


def test_a_call_that_only_others_of_the_line_hear_is_not_told(bench: Bench) -> None:
    bench.appear()
    bench.state(OFFERING, tapi.LINEOFFERINGMODE_INACTIVE)
    bench.state(CONNECTED, tapi.LINECONNECTEDMODE_INACTIVE)
    bench.state(IDLE)
    assert (bench.facts, bench.freed) == ([], [1])


def test_a_conference_as_a_whole_is_no_call_and_its_members_stay_connected(bench: Bench) -> None:
    bench.appear()
    bench.state(CONNECTED)
    bench.appear(2, CallInfo(call_id=9, origin=tapi.LINECALLORIGIN_CONFERENCE))
    bench.state(CONNECTED, handle=2)
    bench.state(tapi.LINECALLSTATE_CONFERENCED, 2)
    bench.state(IDLE, handle=2)
    assert bench.states == [CallState.CONNECTED]


@pytest.mark.parametrize(
    ("state", "cause"),
    [(tapi.LINECALLSTATE_BUSY, Cause.BUSY), (tapi.LINECALLSTATE_SPECIALINFO, Cause.FAILED)],
)
def test_a_tone_tells_the_cause_where_the_disconnect_does_not(bench: Bench, state: int, cause: Cause) -> None:
    bench.appear(info=OUTGOING)
    bench.state(tapi.LINECALLSTATE_DIALING)
    bench.state(state)
    bench.state(IDLE)
    assert bench.facts[-1].cause is cause


def test_two_handles_with_one_id_are_one_call_until_the_last_is_gone(bench: Bench) -> None:
    bench.appear()
    bench.state(OFFERING)
    bench.appear(2)
    bench.state(CONNECTED, handle=2)
    bench.state(DISCONNECTED)
    bench.state(IDLE)
    assert bench.states == [CallState.OFFERED, CallState.CONNECTED]
    assert bench.calls.handle(bench.facts[0].call_id) == 2
    bench.state(IDLE, handle=2)
    assert bench.states[2:] == [CallState.ENDED]
    assert bench.freed == [1, 2]


def test_two_callers_are_two_calls_even_where_a_driver_counts_wrongly(bench: Bench) -> None:
    bench.appear()
    bench.state(OFFERING)
    bench.appear(2, replace(INCOMING, caller=party("0205550188")))
    bench.state(OFFERING, handle=2)
    assert len({fact.call_id for fact in bench.facts}) == 2


def test_the_same_id_on_another_line_is_another_call(bench: Bench) -> None:
    bench.appear()
    bench.appear(2, line=OTHER_LINE)
    bench.state(OFFERING)
    bench.state(OFFERING, handle=2)
    assert len({fact.call_id for fact in bench.facts}) == 2


def test_a_call_that_is_announced_twice_is_one(bench: Bench) -> None:
    bench.appear(info=replace(INCOMING, call_id=0))
    bench.state(OFFERING)
    bench.appear()
    bench.state(OFFERING)
    assert bench.states == [CallState.OFFERED]


def test_a_handle_that_means_another_call_ends_the_one_before(bench: Bench) -> None:
    bench.appear()
    bench.state(OFFERING)
    bench.appear(info=replace(INCOMING, call_id=8))
    bench.state(OFFERING)
    assert [(fact.state, fact.cause) for fact in bench.facts] == [
        (CallState.OFFERED, None),
        (CallState.ENDED, Cause.LOST),
        (CallState.OFFERED, None),
    ]


def test_a_line_that_never_says_idle_keeps_no_handles(bench: Bench) -> None:
    bench.appear()
    bench.state(OFFERING)
    bench.state(DISCONNECTED)
    bench.at = STALE_S
    bench.appear(2, OUTGOING)
    assert bench.freed == []
    bench.at = STALE_S + 1
    bench.appear(3, replace(OUTGOING, call_id=7, called=party("0205550103")))
    assert bench.freed == [1]
    assert 1 not in bench.calls


def test_calls_come_back_by_their_id_or_by_their_party_and_others_are_lost(bench: Bench) -> None:
    unnamed = CallInfo(origin=tapi.LINECALLORIGIN_INBOUND, caller=party("0205550103"))
    for handle, info in ((1, INCOMING), (2, OUTGOING), (3, unnamed)):
        bench.appear(handle, info)
        bench.state(CONNECTED, handle=handle)
    bench.take(bench.calls.set_aside())
    assert bench.freed == [1, 2, 3]
    bench.appear(11, INCOMING, returned=True)
    bench.appear(13, unnamed, returned=True)
    bench.take(bench.calls.settle(bench.at))
    assert [(fact.number, fact.cause) for fact in bench.facts[3:]] == [("0205550102", Cause.LOST)]
    bench.state(tapi.LINECALLSTATE_ONHOLD, handle=11)
    bench.state(tapi.LINECALLSTATE_ONHOLD, handle=13)
    assert [fact.call_id for fact in bench.facts[4:]] == [bench.facts[0].call_id, bench.facts[2].call_id]
    bench.appear(12, OUTGOING, returned=True)
    bench.state(CONNECTED, handle=12)
    assert len(bench.facts) == 6, "what was told as lost stays so"


def test_a_call_about_which_nothing_is_known_is_never_taken_for_another(bench: Bench) -> None:
    nothing = CallInfo(origin=tapi.LINECALLORIGIN_INBOUND)
    bench.appear(info=nothing)
    bench.state(OFFERING)
    bench.take(bench.calls.set_aside())
    bench.appear(2, nothing, returned=True)
    bench.state(OFFERING, handle=2)
    bench.take(bench.calls.settle(bench.at))
    assert len({fact.call_id for fact in bench.facts}) == 2


def test_what_is_said_of_unknown_handles_is_nothing(bench: Bench) -> None:
    bench.state(OFFERING)
    bench.info(INCOMING)
    assert (bench.facts, bench.freed) == ([], [])


def test_ids_of_two_runs_differ() -> None:
    ids = set()
    for epoch in ("a", "b"):
        calls = TapiCalls(epoch)
        calls.appeared(1, LINE, INCOMING, 0.0)
        ids |= {fact.call_id for fact in calls.changed(1, CallStatus(OFFERING), 0.0).facts}
    assert len(ids) == 2


def family(prefix: str) -> list[int]:
    return [value for name, value in vars(tapi_constants).items() if name.startswith(prefix)]


HANDLES = st.integers(1, 4)
STATES = st.sampled_from(family("LINECALLSTATE_")) | st.integers(0, 0xFFFFFFFF)
MODES = st.sampled_from([0, *family("LINEDISCONNECTMODE_"), *family("LINECONNECTEDMODE_")]) | st.integers(0, 0xFFFFFFFF)
FLAGS = st.sampled_from([0, *family("LINECALLPARTYID_"), ADDRESS | NAME]) | st.integers(0, 0xFFFFFFFF)
NUMBERS = st.sampled_from(["", "110", "0205550101", "x", "\0\ud800%2B;"])
PARTIES = st.builds(PartyId, FLAGS, NUMBERS, st.sampled_from(["", "Ann"]))
INFOS = st.builds(
    CallInfo,
    st.just(0),
    st.integers(0, 2),
    st.sampled_from([0, *family("LINECALLORIGIN_")]) | st.integers(0, 0xFF),
    PARTIES,
    PARTIES,
    PARTIES,
    PARTIES,
    NUMBERS,
)
EVENTS = st.one_of(
    st.tuples(st.just("appear"), HANDLES, INFOS, st.sampled_from([LINE, OTHER_LINE]), st.booleans()),
    st.tuples(st.just("state"), HANDLES, STATES, MODES),
    st.tuples(st.just("info"), HANDLES, INFOS),
    st.tuples(st.just("lose"), st.sampled_from([None, "line-1", "line-2"])),
    st.tuples(st.just("again")),
    st.tuples(st.just("wait"), st.sampled_from([1.0, STALE_S + 1])),
)


@given(st.lists(EVENTS, max_size=25))
def test_any_order_of_messages_ends_every_told_call_once_and_gives_every_handle_back(
    events: list[tuple[object, ...]],
) -> None:
    bench = Bench()
    held: Counter[int] = Counter()
    for kind, *values in events:
        match kind, values:
            case "appear", [int() as handle, CallInfo() as info, CallLine() as line, bool() as returned]:
                held[handle] += handle not in bench.calls
                bench.appear(handle, info, line, returned=returned)
            case "state", [int() as handle, int() as state, int() as mode]:
                bench.state(state, mode, handle)
            case "info", [int() as handle, CallInfo() as info]:
                bench.info(info, handle)
            case "lose", [None | str() as line_id]:
                bench.take(bench.calls.lose(bench.at, line_id))
            case "again", []:
                bench.take(bench.calls.set_aside())
                bench.take(bench.calls.settle(bench.at))
            case "wait", [float() as seconds]:
                bench.at += seconds
    bench.take(bench.calls.lose(bench.at))
    assert Counter(bench.freed) == +held
    courses: dict[str, list[CallState]] = {}
    for fact in bench.facts:
        courses.setdefault(fact.call_id, []).append(fact.state)
    for course in courses.values():
        assert course.count(CallState.ENDED) == 1
        assert course[-1] is CallState.ENDED
        assert course[0] is not CallState.ENDED
