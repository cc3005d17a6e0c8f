"""Windows telephony end to end: messages of a tapi32 through the binding to facts."""

from __future__ import annotations

import ctypes.util
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.display import wait_until
from tests.phones import FactLog
from tests.telephony.tapi_bench import INBOUND, KNOWN, OUTBOUND, QUICK, Desk, Tapi32
from tray.calls.model import CallEvent, CallState, Cause, Direction
from tray.calls.numbers import NumberReader, NumberRules
from tray.calls.tracker import Tracker
from tray.telephony import tapi
from tray.telephony.base import SourceState
from tray.telephony.connection import Timing
from tray.telephony.tapi_source import TapiSource
from tray.telephony.tapi_timing import TapiTiming

OFFERED, DIALING, RINGING, CONNECTED, HELD, ENDED = CallState
CONNECTED_STATE, OFFERING, IDLE = (
    tapi.LINECALLSTATE_CONNECTED,
    tapi.LINECALLSTATE_OFFERING,
    tapi.LINECALLSTATE_IDLE,
)


@pytest.fixture
def phone(desk: Desk) -> Iterator[Tapi32]:
    """A desk with one telephone, listened to."""
    desk.tapi32.device(0, "Desk phone", number="110", permanent=17)
    with desk.listening():
        desk.wait_state(SourceState.CONNECTED)
        yield desk.tapi32


def test_an_incoming_call_from_its_first_ring_to_its_end(desk: Desk, phone: Tapi32) -> None:
    phone.new_call(1, id=77, origin=INBOUND, callerflags=KNOWN, caller="+31205550101", callername="Müller & Söhne €")
    phone.state(1, OFFERING)
    offered = desk.facts.wait_for(OFFERED)
    assert (offered.direction, offered.number, offered.name) == (
        Direction.INCOMING,
        "+31205550101",
        "Müller & Söhne €",
    )
    assert offered.line == "110"
    assert "77" in offered.call_id
    phone.state(1, CONNECTED_STATE, tapi.LINECONNECTEDMODE_ACTIVE)
    desk.facts.wait_for(CONNECTED)
    phone.state(1, tapi.LINECALLSTATE_DISCONNECTED, tapi.LINEDISCONNECTMODE_NORMAL)
    assert desk.facts.wait_for(ENDED).cause is Cause.COMPLETED
    phone.state(1, IDLE)
    phone.wait_note("free 1")
    assert desk.facts.states() == [OFFERED, CONNECTED, ENDED]
    assert len({fact.call_id for fact in desk.facts.facts}) == 1


def test_an_outgoing_call_through_every_state(desk: Desk, phone: Tapi32) -> None:
    phone.new_call(1, origin=OUTBOUND, state=tapi.LINECALLSTATE_DIALTONE)
    phone.state(1, tapi.LINECALLSTATE_DIALING)
    phone.info(1, tapi.LINECALLINFOSTATE_CALLEDID, calledflags=KNOWN, called="0205550101", calledname="Adatum")
    for state in (tapi.LINECALLSTATE_PROCEEDING, tapi.LINECALLSTATE_RINGBACK, CONNECTED_STATE):
        phone.state(1, state)
    for state in (tapi.LINECALLSTATE_ONHOLD, CONNECTED_STATE, tapi.LINECALLSTATE_CONFERENCED, IDLE):
        phone.state(1, state)
    end = desk.facts.wait_for(ENDED)
    assert (end.direction, end.number, end.name, end.cause) == (
        Direction.OUTGOING,
        "0205550101",
        "Adatum",
        Cause.COMPLETED,
    )
    assert list(dict.fromkeys(desk.facts.states())) == [DIALING, RINGING, CONNECTED, HELD, ENDED]
    assert desk.facts.states()[-4:] == [CONNECTED, HELD, CONNECTED, ENDED]


def test_a_receiver_that_was_only_lifted_is_no_call(desk: Desk, phone: Tapi32) -> None:
    phone.new_call(1, origin=OUTBOUND, state=tapi.LINECALLSTATE_DIALTONE)
    phone.state(1, IDLE)
    phone.wait_note("free 1")
    assert desk.facts.facts == []


def test_repeated_states_and_a_missing_disconnect_change_nothing(desk: Desk, phone: Tapi32) -> None:
    phone.new_call(1, id=0, origin=INBOUND, callerflags=KNOWN, caller="0205550101", state=OFFERING)
    for state in (OFFERING, CONNECTED_STATE, CONNECTED_STATE, OFFERING, CONNECTED_STATE, IDLE, IDLE):
        phone.state(1, state)
    assert desk.facts.wait_for(ENDED).cause is Cause.COMPLETED
    phone.wait_note("free 1")
    assert desk.facts.states() == [OFFERED, CONNECTED, ENDED]


def test_a_call_that_nobody_answered_and_that_only_becomes_idle_is_missed(desk: Desk, phone: Tapi32) -> None:
    phone.new_call(1, origin=INBOUND, state=OFFERING)
    phone.state(1, IDLE)
    assert desk.facts.wait_for(ENDED).cause is Cause.MISSED


def test_calls_without_an_id_and_with_a_handle_that_is_used_again_are_different_calls(
    desk: Desk, phone: Tapi32
) -> None:
    for count in (1, 2, 3):
        phone.new_call(9, id=0, origin=INBOUND, callerflags=KNOWN, caller="0205550101", state=OFFERING)
        phone.state(9, IDLE)
        desk.facts.wait_for(ENDED, count=count)
    assert len(desk.calls()) == 3
    phone.wait_note("free 9", 3)


@pytest.mark.parametrize("flags", [tapi.LINECALLPARTYID_BLOCKED, tapi.LINECALLPARTYID_BLOCKED | KNOWN])
def test_a_blocked_number_is_withheld(desk: Desk, phone: Tapi32, flags: int) -> None:
    phone.new_call(1, origin=INBOUND, callerflags=flags, caller="0205550101", callername="Secret", state=OFFERING)
    offered = desk.facts.wait_for(OFFERED)
    assert (offered.number, offered.name) == ("anonymous", "")


@pytest.mark.parametrize(
    "flags", [0, tapi.LINECALLPARTYID_UNAVAIL, tapi.LINECALLPARTYID_OUTOFAREA, tapi.LINECALLPARTYID_UNKNOWN]
)
def test_a_number_is_read_only_where_the_flags_announce_it(desk: Desk, phone: Tapi32, flags: int) -> None:
    phone.new_call(1, origin=INBOUND, callerflags=flags, caller="0205550101", callername="Ann", state=OFFERING)
    offered = desk.facts.wait_for(OFFERED)
    assert (offered.number, offered.name) == ("", "")


def test_a_caller_id_that_comes_late_is_told_for_the_same_call(desk: Desk, phone: Tapi32) -> None:
    phone.new_call(1, origin=tapi.LINECALLORIGIN_UNKNOWN, callerflags=tapi.LINECALLPARTYID_UNKNOWN, state=OFFERING)
    assert desk.facts.wait_for(OFFERED).number == ""
    phone.info(
        1,
        tapi.LINECALLINFOSTATE_CALLERID,
        callerflags=tapi.LINECALLPARTYID_ADDRESS,
        caller="0205550101",
        origin=INBOUND,
    )
    late = desk.facts.wait_for(OFFERED, count=2)
    assert (late.number, late.call_id) == ("0205550101", desk.facts.facts[0].call_id)


def test_buffers_that_are_too_small_at_first_grow(desk: Desk) -> None:
    desk.tapi32.device(0, "Desk phone", number="110", pad=9000)
    desk.tapi32.call(5, device=0, state=CONNECTED_STATE, origin=INBOUND, callerflags=KNOWN, caller="0205550105")
    with desk.listening() as source:
        assert desk.facts.wait_for(CONNECTED).number == "0205550105"
        desk.tapi32.new_call(
            1, origin=INBOUND, pad=100_000, callerflags=KNOWN, caller="0205550101", callername="Ann", state=OFFERING
        )
        offered = desk.facts.wait_for(OFFERED)
        assert (offered.number, offered.name) == ("0205550101", "Ann")
        assert [line.name for line in source.lines()] == ["Desk phone"]


@pytest.mark.parametrize("broken", [1, 2, 3, 4])
def test_texts_that_lie_outside_the_buffer_count_as_not_there(desk: Desk, phone: Tapi32, broken: int) -> None:
    phone.new_call(
        1, origin=INBOUND, broken=broken, callerflags=KNOWN, caller="0205550101", callername="Ann", state=OFFERING
    )
    offered = desk.facts.wait_for(OFFERED)
    assert (offered.number, offered.name) == ("", "Ann")


def test_a_driver_that_never_gets_enough_room_is_read_as_far_as_it_goes(desk: Desk, phone: Tapi32) -> None:
    phone.new_call(1, origin=INBOUND, broken=5, callerflags=KNOWN, caller="0205550101", state=OFFERING)
    assert desk.facts.wait_for(OFFERED).number == "0205550101"
    phone.call(1, gone=1)


@pytest.mark.parametrize(
    ("mode", "cause"),
    [
        (tapi.LINEDISCONNECTMODE_BUSY, Cause.BUSY),
        (tapi.LINEDISCONNECTMODE_NOANSWER, Cause.NO_ANSWER),
        (tapi.LINEDISCONNECTMODE_REJECT, Cause.REJECTED),
        (tapi.LINEDISCONNECTMODE_PICKUP, Cause.ANSWERED_ELSEWHERE),
        (tapi.LINEDISCONNECTMODE_FORWARDED, Cause.FORWARDED),
        (tapi.LINEDISCONNECTMODE_BADADDRESS, Cause.INVALID_NUMBER),
        (tapi.LINEDISCONNECTMODE_UNREACHABLE, Cause.UNREACHABLE),
        (tapi.LINEDISCONNECTMODE_CANCELLED, Cause.CANCELLED),
        (tapi.LINEDISCONNECTMODE_CONGESTION, Cause.FAILED),
        (tapi.LINEDISCONNECTMODE_NORMAL, None),
    ],
)
def test_the_mode_of_the_disconnect_tells_the_cause(desk: Desk, phone: Tapi32, mode: int, cause: Cause | None) -> None:
    phone.new_call(1, origin=OUTBOUND, calledflags=KNOWN, called="0205550101", state=tapi.LINECALLSTATE_RINGBACK)
    phone.new_call(2, origin=INBOUND, callerflags=KNOWN, caller="0205550102", state=OFFERING)
    for call in (1, 2):
        phone.state(call, tapi.LINECALLSTATE_DISCONNECTED, mode)
        phone.state(call, IDLE)
    ends = [desk.facts.wait_for(ENDED), desk.facts.wait_for(ENDED, count=2)]
    assert [end.cause for end in ends] == [cause, cause or Cause.MISSED]


def test_two_calls_at_once_are_kept_apart(desk: Desk, phone: Tapi32) -> None:
    phone.new_call(1, id=1, origin=INBOUND, callerflags=KNOWN, caller="0205550101", state=OFFERING)
    phone.state(1, CONNECTED_STATE)
    phone.new_call(2, id=2, origin=INBOUND, callerflags=KNOWN, caller="0205550101", state=OFFERING)
    phone.state(2, IDLE)
    phone.state(1, tapi.LINECALLSTATE_ONHOLD)
    desk.facts.wait_for(HELD)
    first, second = desk.calls().values()
    assert [fact.state for fact in first] == [OFFERED, CONNECTED, HELD]
    assert [fact.state for fact in second] == [OFFERED, ENDED]


def test_calls_that_go_on_when_the_tray_starts_are_taken_in(desk: Desk) -> None:
    desk.tapi32.device(0, "Desk phone")
    desk.tapi32.call(
        3, device=0, id=8, state=tapi.LINECALLSTATE_ONHOLD, origin=INBOUND, callerflags=KNOWN, caller="0205550101"
    )
    with desk.listening():
        held = desk.facts.wait_for(HELD)
        assert (held.number, held.direction) == ("0205550101", Direction.INCOMING)
    assert desk.facts.wait_for(ENDED).cause is Cause.LOST
    assert desk.tapi32.freed() == [3]


def test_devices_without_voice_and_those_that_fail_are_left_out(desk: Desk) -> None:
    desk.tapi32.device(0, "WAN Miniport", media=tapi.LINEMEDIAMODE_DIGITALDATA)
    desk.tapi32.device(1, "Broken", negotiate=tapi.LINEERR_INCOMPATIBLEAPIVERSION)
    desk.tapi32.device(2, "Desk phone", guid=0xABCDEF01)
    desk.tapi32.device(3, "Old phone", permanent=0x2A, version=0x00010004)
    with desk.listening() as source:
        desk.wait_state(SourceState.CONNECTED)
        assert [(line.name, line.open, line.chosen) for line in source.lines()] == [
            ("Desk phone", True, True),
            ("Old phone", True, True),
        ]
        assert [line.line_id for line in source.lines()] == ["abcdef01-0000-0000-0000-000000000000", "0000002a"]


def test_other_lines_are_chosen_while_it_listens(desk: Desk) -> None:
    """The line that stays keeps its call; that of the line that goes is lost, and its handle is given back."""
    for device, name in enumerate(("Mine", "Theirs", "Third")):
        desk.tapi32.device(device, name, permanent=device + 1)
    with desk.listening("Mine", "Theirs") as source:
        desk.wait_state(SourceState.CONNECTED)
        for handle in (1, 2):
            desk.tapi32.new_call(handle, handle - 1, id=handle, origin=INBOUND, state=OFFERING)
        wait_until(lambda: len(desk.facts.facts) == 2, what="two calls")
        source.choose(("00000001", "", "Third"))
        assert source.chosen == ("00000001", "Third")
        ended = desk.facts.wait_for(ENDED)
        assert ended.cause is Cause.LOST
        wait_until(lambda: [line.open for line in source.lines()] == [True, False, True], what="the lines")
        assert desk.tapi32.freed() == [2]
        desk.tapi32.new_call(3, 2, id=3, origin=INBOUND, state=OFFERING)
        wait_until(lambda: desk.facts.states() == [OFFERED, OFFERED, ENDED, OFFERED], what="a call on the new line")
        source.choose(())
        wait_until(lambda: all(line.open for line in source.lines()), what="all lines")
    assert [fact.cause for fact in desk.facts.facts[4:]] == [Cause.LOST, Cause.LOST]


def test_lines_that_are_chosen_while_there_is_no_service_hold_when_it_comes(desk: Desk) -> None:
    desk.tapi32.device(0, "Mine", permanent=1)
    desk.tapi32.device(1, "Theirs", permanent=2)
    desk.tapi32.fail("lineInitializeExW", tapi.LINEERR_SERVICE_NOT_RUNNING)
    with desk.listening() as source:
        desk.wait_state(SourceState.WAITING, "is not running")
        source.choose(("Mine",))
        desk.tapi32.fail("lineInitializeExW", 0, times=0)
        desk.wait_state(SourceState.CONNECTED)
        assert [(line.name, line.chosen, line.open) for line in source.lines()] == [
            ("Mine", True, True),
            ("Theirs", False, False),
        ]


@pytest.mark.parametrize("name", ["0000002A", "second phone"])
def test_only_the_chosen_lines_are_listened_to(desk: Desk, name: str) -> None:
    desk.tapi32.device(0, "First phone", permanent=1)
    desk.tapi32.device(1, "Second phone", permanent=0x2A)
    with desk.listening(name) as source:
        desk.wait_state(SourceState.CONNECTED)
        assert [(line.name, line.chosen, line.open) for line in source.lines()] == [
            ("First phone", False, False),
            ("Second phone", True, True),
        ]
    assert [note for note in desk.tapi32.notes() if note.startswith("lineOpenW")] == ["lineOpenW 1 2 version 20002"]


def test_what_keeps_lines_from_being_heard_is_told(desk: Desk) -> None:
    with desk.listening("Nowhere"):
        desk.wait_state(SourceState.WAITING, "no telephony line for calls")
        desk.tapi32.device(0, "Desk phone")
        desk.tapi32.line_message(tapi.LINE_CREATE, p1=0)
        desk.wait_state(SourceState.WAITING, "None of the lines")
    with desk.listening("Nowhere", "Desk phone"):
        desk.wait_state(SourceState.CONNECTED, "Some of the lines")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (tapi.LINEERR_SERVICE_NOT_RUNNING, "is not running"),
        (tapi.LINEERR_OPERATIONFAILED, "is not ready"),
        (tapi.LINEERR_REINIT, "is not ready"),
    ],
)
def test_a_service_that_is_not_there_is_waited_for(desk: Desk, code: int, words: str) -> None:
    desk.tapi32.device(0, "Desk phone")
    desk.tapi32.fail("lineInitializeExW", code)
    with desk.listening():
        desk.wait_state(SourceState.WAITING, words)
        desk.tapi32.wait_note("lineInitializeExW fails", 3)
        desk.tapi32.fail("lineInitializeExW", code, 0)
        desk.wait_state(SourceState.CONNECTED)


def test_a_click_tries_at_once_what_would_be_tried_much_later(desk: Desk) -> None:
    desk.tapi32.device(0, "Desk phone")
    desk.tapi32.fail("lineInitializeExW", tapi.LINEERR_SERVICE_NOT_RUNNING, 1)
    with desk.listening(timing=TapiTiming(retry=Timing(600.0, 600.0), message_ms=40)) as source:
        desk.wait_state(SourceState.WAITING, "is not running")
        source.retry_now()
        desk.wait_state(SourceState.CONNECTED)


def test_a_service_that_is_gone_ends_the_calls_as_lost_and_is_waited_for(desk: Desk, phone: Tapi32) -> None:
    phone.new_call(1, id=5, origin=INBOUND, callerflags=KNOWN, caller="0205550101", state=CONNECTED_STATE)
    desk.facts.wait_for(CONNECTED)
    phone.fail("lineInitializeExW", tapi.LINEERR_SERVICE_NOT_RUNNING)
    phone.fail("lineGetMessage", tapi.LINEERR_INVALAPPHANDLE, 1)
    assert desk.facts.wait_for(ENDED).cause is Cause.LOST
    desk.wait_state(SourceState.WAITING, "is not running")
    phone.fail("lineInitializeExW", 0, 0)
    desk.wait_state(SourceState.CONNECTED)
    phone.state(1, IDLE)
    phone.wait_note("free 1", 2)
    assert desk.facts.states() == [CONNECTED, ENDED], "a call that was told as lost does not come back"


@pytest.mark.parametrize(
    ("code", "sessions"), [(tapi.LINEERR_SERVICE_NOT_RUNNING, [1, 2, 3]), (tapi.LINEERR_NODEVICE, [1])]
)
def test_a_service_that_is_silent_is_asked_whether_it_is_there(desk: Desk, code: int, sessions: list[int]) -> None:
    desk.tapi32.device(0, "Desk phone")
    with desk.listening(timing=replace(QUICK, probe_s=0.1)):
        desk.wait_state(SourceState.CONNECTED)
        desk.tapi32.fail("lineNegotiateAPIVersion", code, 2)
        desk.tapi32.wait_note("lineNegotiateAPIVersion fails", 2)
        for count in sessions:
            desk.tapi32.wait_note("lineInitializeExW", count)
        desk.wait_state(SourceState.CONNECTED)
    assert desk.tapi32.notes().count("lineShutdown") == len(sessions)


def test_messages_that_fail_without_waiting_are_no_reason_to_spin(desk: Desk, phone: Tapi32) -> None:
    phone.fail("lineGetMessage", tapi.LINEERR_OPERATIONFAILED, 25)
    phone.wait_note("lineInitializeExW", 2)
    desk.wait_state(SourceState.CONNECTED)


def test_a_service_that_starts_anew_keeps_the_calls_it_still_has(desk: Desk, phone: Tapi32) -> None:
    phone.new_call(1, id=5, origin=INBOUND, callerflags=KNOWN, caller="0205550101", state=CONNECTED_STATE)
    phone.new_call(2, id=6, origin=INBOUND, callerflags=KNOWN, caller="0205550102", state=OFFERING)
    desk.facts.wait_for(OFFERED)
    phone.call(2, state=IDLE)
    phone.line_message(tapi.LINE_LINEDEVSTATE, p1=tapi.LINEDEVSTATE_REINIT)
    lost = desk.facts.wait_for(ENDED)
    assert (lost.number, lost.cause) == ("0205550102", Cause.LOST)
    phone.wait_note("lineInitializeExW", 2)
    phone.state(1, tapi.LINECALLSTATE_ONHOLD)
    desk.facts.wait_for(HELD)
    phone.state(1, IDLE)
    assert desk.facts.wait_for(ENDED, count=2).cause is Cause.COMPLETED
    assert len(desk.calls()) == 2
    wait_until(lambda: desk.tapi32.freed() == [1, 2, 1], what="the handles given back")


def test_a_service_that_asks_to_start_anew_over_and_over_is_given_time(desk: Desk, phone: Tapi32) -> None:
    for count in range(2, 5):
        phone.line_message(tapi.LINE_LINEDEVSTATE, p1=tapi.LINEDEVSTATE_REINIT)
        phone.wait_note("lineInitializeExW", count)
        phone.wait_note("lineOpenW", count)
    desk.wait_state(SourceState.CONNECTED)


def test_a_line_that_is_closed_loses_its_calls_and_is_opened_again(desk: Desk, phone: Tapi32) -> None:
    phone.new_call(1, origin=INBOUND, state=OFFERING)
    desk.facts.wait_for(OFFERED)
    phone.device(0, "Desk phone", open=tapi.LINEERR_RESOURCEUNAVAIL)
    phone.line_message(tapi.LINE_CLOSE, 0)
    assert desk.facts.wait_for(ENDED).cause is Cause.LOST
    desk.wait_state(SourceState.WAITING, "do not open")
    phone.wait_note("lineOpenW 0 fails", 2)
    phone.device(0, "Desk phone", open=0)
    desk.wait_state(SourceState.CONNECTED)
    phone.device(1, "Second phone", open=tapi.LINEERR_RESOURCEUNAVAIL)
    phone.line_message(tapi.LINE_CREATE, p1=1)
    desk.wait_state(SourceState.CONNECTED, "Some lines do not open")


def test_a_line_that_is_removed_and_one_that_is_new(desk: Desk) -> None:
    desk.tapi32.device(0, "First phone", permanent=1)
    desk.tapi32.device(1, "Second phone", permanent=2)
    with desk.listening() as source:
        desk.wait_state(SourceState.CONNECTED)
        desk.tapi32.new_call(1, 0, origin=INBOUND, callerflags=KNOWN, caller="0205550101", state=OFFERING)
        desk.tapi32.new_call(2, 1, origin=INBOUND, callerflags=KNOWN, caller="0205550102", state=OFFERING)
        desk.facts.wait_for(OFFERED, count=2)
        desk.tapi32.line_message(tapi.LINE_REMOVE, p1=0)
        assert desk.facts.wait_for(ENDED).number == "0205550101"
        desk.tapi32.device(2, "Third phone", permanent=3)
        desk.tapi32.line_message(tapi.LINE_CREATE, p1=2)
        desk.tapi32.wait_note("lineOpenW 2")
        wait_until(lambda: [line.name for line in source.lines()] == ["Second phone", "Third phone"])
        desk.tapi32.state(2, CONNECTED_STATE)
        assert desk.facts.wait_for(CONNECTED).number == "0205550102"


def test_a_tapi_that_says_yes_and_does_nothing_is_not_ready(desk: Desk) -> None:
    """Wine's tapi32 gives no handle."""
    desk.tapi32.device(0, "Desk phone")
    desk.tapi32.fail("mute", 1, 1)
    with desk.listening():
        desk.wait_state(SourceState.CONNECTED)
    assert desk.tapi32.notes()[:2] == ["lineInitializeExW CTI Tray"] * 2


def test_stopping_ends_calls_gives_all_back_and_takes_no_time(desk: Desk) -> None:
    desk.tapi32.device(0, "Desk phone")
    with desk.listening():
        desk.wait_state(SourceState.CONNECTED)
        desk.tapi32.new_call(1, origin=INBOUND, state=OFFERING)
        desk.facts.wait_for(OFFERED)
    assert desk.facts.facts[-1].cause is Cause.LOST
    assert desk.tapi32.freed() == [1]
    assert desk.tapi32.notes()[-2:] == ["lineClose 0", "lineShutdown"]


def test_a_library_that_hangs_does_not_keep_the_tray_from_ending(desk: Desk) -> None:
    desk.tapi32.device(0, "Desk phone")
    library = desk.tapi32.load()
    hangs, released = threading.Event(), threading.Event()
    initialize = library._functions["lineInitializeExW"]

    def hang(*arguments: object) -> int:
        hangs.set()
        released.wait(20)
        return initialize(*arguments)

    library._functions["lineInitializeExW"] = hang
    source = TapiSource((), desk.facts, load=lambda: library, timing=QUICK)
    source.start()
    assert hangs.wait(10)
    source.stop()
    assert desk.tapi32.notes() == [], "it hangs still"
    released.set()
    desk.tapi32.wait_note("lineShutdown")
    assert source.status().state is SourceState.OFF


def test_where_there_is_no_windows_the_source_is_off_and_says_why() -> None:
    source = TapiSource((), lambda _: None, load=None)
    source.start()
    source.retry_now()
    source.stop()
    assert source.status().state is SourceState.OFF
    assert "on Windows only" in source.status().detail
    assert source.lines() == ()


def test_a_library_that_is_missing_or_is_something_else_is_waited_for(desk: Desk, tmp_path: Path) -> None:
    desk.tapi32.path = tmp_path / "nothing.so"
    with desk.listening():
        desk.wait_state(SourceState.WAITING, "is not installed")
    desk.tapi32.path = Path(ctypes.util.find_library("c") or "")
    with desk.listening():
        desk.wait_state(SourceState.WAITING, "is not installed")


def test_a_fault_of_its_own_is_told_and_the_source_starts_over(desk: Desk) -> None:
    class Breaks(FactLog):
        def __call__(self, fact: CallEvent) -> None:
            if not self.facts:
                self.facts.append(fact)
                raise RuntimeError("the queue is gone")
            super().__call__(fact)

    desk.facts = Breaks()
    desk.tapi32.device(0, "Desk phone")
    with desk.listening():
        desk.wait_state(SourceState.CONNECTED)
        desk.tapi32.new_call(1, id=4, origin=INBOUND, callerflags=KNOWN, caller="0205550101", state=OFFERING)
        assert desk.facts.wait_for(ENDED).cause is Cause.LOST
        desk.wait_state(SourceState.CONNECTED)


def test_a_call_of_a_line_that_is_not_ours_is_given_back_at_once(desk: Desk, phone: Tapi32) -> None:
    phone.device(1, "Other phone")
    phone.new_call(7, 1, origin=INBOUND, state=OFFERING)
    phone.wait_note("free 7")
    phone.state(7, CONNECTED_STATE)
    phone.new_call(8, 0, origin=INBOUND, state=OFFERING)
    desk.facts.wait_for(OFFERED)
    assert len(desk.calls()) == 1


def test_changes_are_told_to_who_shows_them(desk: Desk, phone: Tapi32) -> None:
    before = desk.changes
    phone.device(1, "Second phone")
    phone.line_message(tapi.LINE_CREATE, p1=1)
    wait_until(lambda: desk.changes > before, what="a change")


def test_a_call_that_a_softphone_reports_too_is_one_call(desk: Desk, phone: Tapi32) -> None:
    phone.new_call(1, id=5, origin=INBOUND, callerflags=KNOWN, caller="0205550101", state=OFFERING)
    phone.state(1, CONNECTED_STATE)
    phone.state(1, tapi.LINECALLSTATE_DISCONNECTED, tapi.LINEDISCONNECTMODE_NORMAL)
    desk.facts.wait_for(ENDED)
    tracker = Tracker(NumberReader(NumberRules(region="NL")))
    for fact in desk.facts.facts:
        tracker.handle(fact)
        tracker.handle(replace(fact, source="receiver", call_id="x1", number="+31205550101", cause=None))
        assert len(tracker.calls()) <= 1
    assert tracker.calls() == []
