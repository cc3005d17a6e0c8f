"""Commands to Windows telephony: what is asked of it, with which rights, and what is told when it does not do it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.telephony.tapi_bench import INBOUND, KNOWN, OUTBOUND, QUICK, Desk, Tapi32
from tray.calls.model import CallEvent, CallState, Cause, Direction
from tray.calls.numbers import NumberReader, NumberRules
from tray.calls.tracker import Tracker
from tray.errors import InvalidInput, Offline
from tray.telephony import tapi
from tray.telephony.base import Failed, SourceState
from tray.telephony.tapi_control import canonical_address
from tray.telephony.tapi_source import TapiSource

NUMBER = "+31205550101"
OWNER, MONITOR = tapi.LINECALLPRIVILEGE_OWNER, tapi.LINECALLPRIVILEGE_MONITOR
Ask = Callable[[TapiSource, str, Failed], None]


@pytest.fixture
def source(desk: Desk) -> Iterator[TapiSource]:
    """One telephone, listened to; the next call that is made has the handle 20."""
    desk.tapi32.device(0, "Desk phone", number="110")
    desk.tapi32.dial_as(20)
    with desk.listening() as source:
        desk.wait_state(SourceState.CONNECTED)
        yield source


@pytest.fixture
def phone(desk: Desk, source: TapiSource) -> Tapi32:
    return desk.tapi32


def dial(desk: Desk, source: TapiSource, number: str = NUMBER) -> int:
    source.dial(number, desk.failed)
    return desk.tapi32.wait_request("makecall")


def test_a_call_that_is_made_is_told_with_the_number_as_it_was_dialled(
    desk: Desk, source: TapiSource, phone: Tapi32
) -> None:
    request = dial(desk, source)
    phone.call(20, device=0, origin=OUTBOUND, calledflags=KNOWN, called="00205550101")
    phone.reply(request)
    phone.state(20, tapi.LINECALLSTATE_DIALTONE)
    dialing = desk.facts.wait_for(CallState.DIALING)
    assert (dialing.number, dialing.direction) == (NUMBER, Direction.OUTGOING)
    phone.state(20, tapi.LINECALLSTATE_CONNECTED)
    desk.facts.wait_for(CallState.CONNECTED)
    phone.state(20, tapi.LINECALLSTATE_DISCONNECTED, tapi.LINEDISCONNECTMODE_NORMAL)
    phone.wait_note("lineDrop 20")
    phone.state(20, tapi.LINECALLSTATE_IDLE)
    phone.wait_note("free 20")
    assert {fact.number for fact in desk.facts.facts} == {NUMBER}
    assert desk.facts.facts[-1].cause is Cause.COMPLETED
    assert not desk.errors


def test_a_call_that_ends_as_it_begins_ends_for_the_tray_too(desk: Desk, source: TapiSource, phone: Tapi32) -> None:
    request = dial(desk, source)
    phone.call(20, device=0, origin=OUTBOUND, state=tapi.LINECALLSTATE_IDLE)
    phone.reply(request)
    desk.facts.wait_for(CallState.ENDED)
    assert desk.facts.states() == [CallState.DIALING, CallState.ENDED]
    phone.wait_note("free 20")


def test_the_call_that_the_tray_opened_is_joined(desk: Desk, source: TapiSource, phone: Tapi32) -> None:
    request = dial(desk, source, "00205550101")
    phone.call(20, device=0, origin=OUTBOUND)
    phone.reply(request)
    phone.state(20, tapi.LINECALLSTATE_PROCEEDING)
    fact = desk.facts.wait_for(CallState.DIALING)
    tracker = Tracker(NumberReader(NumberRules(region="NL", outside_prefix="0")))
    tracker.dial("dial-1", "020 555 0101", fact.at)
    tracker.handle(replace(fact, at=fact.at + 2.0))
    (call,) = tracker.calls()
    assert call.origin == "user"


def test_states_may_come_before_the_outcome_of_the_request(desk: Desk, source: TapiSource, phone: Tapi32) -> None:
    request = dial(desk, source)
    phone.new_call(20, origin=OUTBOUND, calledflags=KNOWN, called=NUMBER, state=tapi.LINECALLSTATE_DIALING)
    phone.state(20, tapi.LINECALLSTATE_RINGBACK)
    phone.reply(request)
    desk.facts.wait_for(CallState.RINGING)
    assert len(desk.calls()) == 1
    phone.state(20, tapi.LINECALLSTATE_IDLE)
    phone.wait_note("free 20")


def test_a_call_that_nobody_announced_but_that_is_on_our_line_is_taken_in(
    desk: Desk, source: TapiSource, phone: Tapi32
) -> None:
    phone.call(30, device=0, origin=INBOUND, callerflags=KNOWN, caller=NUMBER, held=1)
    phone.state(30, tapi.LINECALLSTATE_OFFERING)
    assert desk.facts.wait_for(CallState.OFFERED).number == NUMBER


def test_an_outcome_that_comes_late_is_an_outcome(desk: Desk, source: TapiSource, phone: Tapi32) -> None:
    request = dial(desk, source)
    phone.reply(9999)
    phone.new_call(1, origin=INBOUND, callerflags=KNOWN, caller="0205550102", state=tapi.LINECALLSTATE_OFFERING)
    desk.facts.wait_for(CallState.OFFERED)
    phone.call(20, device=0, origin=OUTBOUND)
    phone.reply(request)
    phone.state(20, tapi.LINECALLSTATE_RINGBACK)
    desk.facts.wait_for(CallState.RINGING)
    assert not desk.errors


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (tapi.LINEERR_INVALADDRESS, "does not take this number"),
        (tapi.LINEERR_CALLUNAVAIL, "is busy"),
        (tapi.LINEERR_NODRIVER, "80000043"),
    ],
)
def test_a_refusal_is_told_whether_it_comes_at_once_or_later(
    desk: Desk, source: TapiSource, phone: Tapi32, code: int, words: str
) -> None:
    phone.reply(dial(desk, source), code)
    assert words in str(desk.wait_error())
    desk.errors.clear()
    phone.fail("lineMakeCallW", code, 1)
    source.dial(NUMBER, desk.failed)
    error = desk.wait_error()
    assert words in str(error)
    assert NUMBER not in str(error)
    assert desk.facts.facts == []


def test_a_request_without_outcome_is_given_up(desk: Desk) -> None:
    desk.tapi32.device(0, "Desk phone")
    desk.tapi32.dial_as(20)
    with desk.listening(timing=replace(QUICK, reply_s=0.05)) as source:
        desk.wait_state(SourceState.CONNECTED)
        request = dial(desk, source)
        assert "did not do it" in str(desk.wait_error())
        desk.tapi32.call(20, device=0)
        desk.tapi32.reply(request)
        assert desk.facts.wait_for(CallState.DIALING).number == NUMBER
        desk.tapi32.state(20, tapi.LINECALLSTATE_IDLE)
        desk.tapi32.wait_note("free 20")
    assert len(desk.errors) == 1


def test_what_was_asked_fails_when_the_service_goes_away(desk: Desk, source: TapiSource, phone: Tapi32) -> None:
    dial(desk, source)
    phone.fail("lineGetMessage", tapi.LINEERR_INVALAPPHANDLE, 1)
    assert "did not do it" in str(desk.wait_error())


@pytest.mark.parametrize("number", ["", "*21#", "+31 20", "112a", "sip:a@b", "1" * 33])
def test_only_digits_are_given_to_the_telephone(desk: Desk, source: TapiSource, number: str) -> None:
    with pytest.raises(InvalidInput):
        source.dial(number, desk.failed)


def test_without_a_line_nothing_is_asked(desk: Desk) -> None:
    with desk.listening() as source:
        desk.wait_state(SourceState.WAITING, "no telephony line")
        with pytest.raises(Offline, match="No telephony line is open"):
            source.dial(NUMBER, desk.failed)
        with pytest.raises(Offline):
            source.answer("1", desk.failed)


def test_of_several_lines_the_first_of_the_settings_dials_and_without_settings_none(desk: Desk) -> None:
    """On a terminal server the other lines are those of colleagues."""
    desk.tapi32.device(0, "First phone")
    desk.tapi32.device(1, "Second phone")
    with desk.listening() as source:
        desk.wait_state(SourceState.CONNECTED)
        source.dial("110", desk.failed)
        assert "sources.tapi.lines" in str(desk.wait_error())
    with desk.listening("Second phone", "First phone") as source:
        desk.wait_state(SourceState.CONNECTED)
        source.dial("110", desk.failed)
        assert desk.tapi32.wait_note("makecall").startswith("makecall 1 110")


def test_international_numbers_are_dialled_by_the_rules_of_windows_where_there_are_any(
    desk: Desk, source: TapiSource, phone: Tapi32
) -> None:
    dial(desk, source)
    phone.wait_note("translate +31 (20) 5550101")
    phone.wait_note(f"makecall 0 {NUMBER} ")
    phone.dial_as(20, "0,0205550101")
    dial(desk, source)
    phone.wait_note("makecall 0 0,0205550101 ")
    source.dial("0205550101", desk.failed)
    phone.wait_note("makecall 0 0205550101 ")
    assert len([note for note in phone.notes() if note.startswith("translate")]) == 2


@pytest.mark.parametrize(
    ("number", "canonical"),
    [
        ("+31205550101", "+31 (20) 5550101"),
        ("+4930123456", "+49 (30) 123456"),
        ("+4531121314", "+45 31121314"),
        ("+99912", ""),
        ("0205550101", ""),
        ("", ""),
    ],
)
def test_the_canonical_form_of_a_number(number: str, canonical: str) -> None:
    assert canonical_address(number) == canonical


@pytest.fixture
def ringing(desk: Desk, phone: Tapi32) -> CallEvent:
    """A call that is offered, with the handle 1."""
    phone.new_call(1, origin=INBOUND, callerflags=KNOWN, caller=NUMBER, state=tapi.LINECALLSTATE_OFFERING)
    return desk.facts.wait_for(CallState.OFFERED)


@pytest.mark.parametrize(
    ("ask", "function"),
    [
        (TapiSource.answer, "lineAnswer"),
        (TapiSource.hang_up, "lineDrop"),
        (TapiSource.hold, "lineHold"),
        (TapiSource.unhold, "lineUnhold"),
    ],
)
def test_a_call_is_controlled_with_rights_that_are_given_back(
    desk: Desk, source: TapiSource, phone: Tapi32, ringing: CallEvent, ask: Ask, function: str
) -> None:
    ask(source, ringing.call_id, desk.failed)
    request = phone.wait_request(f"{function} 1")
    assert phone.notes()[-2:] == [f"privilege 1 {OWNER}", f"{function} 1 request {request}"]
    phone.reply(request)
    phone.wait_note(f"privilege 1 {MONITOR}")
    assert not desk.errors


def test_a_command_that_is_refused_says_so_and_gives_the_rights_back(
    desk: Desk, source: TapiSource, phone: Tapi32, ringing: CallEvent
) -> None:
    source.answer(ringing.call_id, desk.failed)
    phone.reply(phone.wait_request("lineAnswer 1"), tapi.LINEERR_INVALCALLSTATE)
    assert "does not allow that" in str(desk.wait_error())
    phone.wait_note(f"privilege 1 {MONITOR}")
    desk.errors.clear()
    phone.fail("lineHold", tapi.LINEERR_OPERATIONUNAVAIL, 1)
    source.hold(ringing.call_id, desk.failed)
    assert "cannot do that" in str(desk.wait_error())
    phone.wait_note(f"privilege 1 {MONITOR}", 2)
    desk.errors.clear()
    phone.fail("lineSetCallPrivilege", tapi.LINEERR_NOTOWNER, 2)
    source.hang_up(ringing.call_id, desk.failed)
    assert "does not let CTI Tray control" in str(desk.wait_error())


def test_a_call_that_is_over_cannot_be_controlled(
    desk: Desk, source: TapiSource, phone: Tapi32, ringing: CallEvent
) -> None:
    phone.state(1, tapi.LINECALLSTATE_DISCONNECTED)
    desk.facts.wait_for(CallState.ENDED)
    source.answer(ringing.call_id, desk.failed)
    assert "no such call" in str(desk.wait_error())


def test_a_fault_in_a_command_is_told(desk: Desk, source: TapiSource) -> None:
    def burst(*_: object) -> int:
        raise RuntimeError("burst")

    assert source._listener is not None
    source._listener._library._functions["lineMakeCallW"] = burst
    source.dial(NUMBER, desk.failed)
    assert "internal fault" in str(desk.wait_error())
