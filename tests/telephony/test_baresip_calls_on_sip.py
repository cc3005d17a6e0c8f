"""The source against a real baresip that real SIP calls reach, one test for each kind of call."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.display import wait_until
from tests.phones import Baresip, Callee, Caller, FactLog, need_phones
from tray.calls.model import CallState, Cause, Direction
from tray.errors import CtiError
from tray.telephony.baresip import BaresipSource, BaresipTiming
from tray.telephony.base import SourceState
from tray.telephony.connection import Timing

pytestmark = pytest.mark.sip

OFFERED, DIALING, RINGING = CallState.OFFERED, CallState.DIALING, CallState.RINGING
CONNECTED, HELD, ENDED = CallState.CONNECTED, CallState.HELD, CallState.ENDED
QUICK = Timing(first_retry_s=0.05, longest_retry_s=0.2)


def _must_not_fail(error: CtiError) -> None:
    raise AssertionError(error)


def _wait_connected(source: BaresipSource) -> None:
    wait_until(lambda: source.status().state is SourceState.CONNECTED, what="the source being connected")


@pytest.fixture
def facts() -> FactLog:
    return FactLog()


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Baresip]:
    need_phones()
    with Baresip(tmp_path / "phone") as phone:
        yield phone


@pytest.fixture
def source(phone: Baresip, facts: FactLog) -> Iterator[BaresipSource]:
    source = BaresipSource(phone.ctrl_address, facts, timing=BaresipTiming(line=QUICK))
    source.start()
    _wait_connected(source)
    yield source
    source.stop()


def test_an_answered_call_that_the_caller_ends_is_completed(
    phone: Baresip, source: BaresipSource, facts: FactLog
) -> None:
    with Caller(phone, number="+31205550101", name='Müller & Söhne <b>"GmbH"</b>') as caller:
        offered = facts.wait_for(OFFERED)
        phone.press("accept")
        facts.wait_for(CONNECTED)
        caller.hang_up()
        ended = facts.wait_for(ENDED)
        caller.finish()
    assert (offered.direction, offered.number, offered.line) == (Direction.INCOMING, "+31205550101", "agent")
    assert offered.name.startswith("Müller & Söhne <b>")
    assert ended.cause is Cause.COMPLETED
    assert facts.states() == [OFFERED, CONNECTED, ENDED]
    assert {fact.call_id for fact in facts.facts} == {caller.call_id}
    assert [fact.at for fact in facts.facts] == sorted(fact.at for fact in facts.facts)


def test_an_answered_call_that_the_user_ends_is_completed(
    phone: Baresip, source: BaresipSource, facts: FactLog
) -> None:
    with Caller(phone) as caller:
        source.accept(facts.wait_for(OFFERED).call_id, _must_not_fail)
        source.hang_up(facts.wait_for(CONNECTED).call_id, _must_not_fail)
        assert facts.wait_for(ENDED).cause is Cause.COMPLETED
        caller.finish()
        assert caller.steps == ["answered", "left"]


def test_a_caller_who_gives_up_was_missed(phone: Baresip, source: BaresipSource, facts: FactLog) -> None:
    with Caller(phone) as caller:
        facts.wait_for(OFFERED)
        caller.hang_up()
        assert facts.wait_for(ENDED).cause is Cause.MISSED
        caller.finish()
    assert facts.states() == [OFFERED, ENDED]


def test_a_call_that_rings_too_long_was_missed(tmp_path: Path, facts: FactLog) -> None:
    need_phones()
    with Baresip(tmp_path / "phone", ring_s=1) as phone:
        source = BaresipSource(phone.ctrl_address, facts)
        source.start()
        _wait_connected(source)
        with Caller(phone):
            assert facts.wait_for(ENDED).cause is Cause.MISSED
        source.stop()


def test_a_call_that_the_user_declines_was_rejected(phone: Baresip, source: BaresipSource, facts: FactLog) -> None:
    with Caller(phone) as caller:
        facts.wait_for(OFFERED)
        phone.press("hangup")
        assert facts.wait_for(ENDED).cause is Cause.REJECTED
        caller.finish()
        assert caller.steps == ["486"]


@pytest.mark.parametrize(
    ("uri", "number"),
    [
        ("sip:+4930123456@pbx.example;user=phone", "+4930123456"),
        ("tel:+4930123456", "+4930123456"),
        ("sip:%2B4930123456;phone-context=de@pbx.example:5060", "+4930123456"),
        ("sip:anonymous@anonymous.invalid", "anonymous"),
        ("sip:102@pbx.example", "102"),
        ("sip:pbx.example", ""),
    ],
)
def test_the_number_is_read_from_every_form_of_address(
    phone: Baresip, source: BaresipSource, facts: FactLog, uri: str, number: str
) -> None:
    with Caller(phone, uri=uri):
        assert facts.wait_for(OFFERED).number == number


def test_a_very_long_and_hostile_name_arrives_short_and_plain(
    phone: Baresip, source: BaresipSource, facts: FactLog
) -> None:
    name = "<img src=x> C:\\Windows\\..\\ \u202eevil\u202c " + "A" * 3000
    with Caller(phone, name=name):
        heard = facts.wait_for(OFFERED).name
    assert heard.startswith("<img src=x>")
    assert len(heard) <= 128
    assert heard.isprintable()


def test_hold_and_resume_are_heard(phone: Baresip, source: BaresipSource, facts: FactLog) -> None:
    with Caller(phone) as caller:
        facts.wait_for(OFFERED)
        phone.press("accept")
        facts.wait_for(CONNECTED)
        phone.press("hold")
        facts.wait_for(HELD)
        caller.wait_for_step("changed")
        phone.press("resume")
        facts.wait_for(CONNECTED, count=2)
        phone.press("hangup")
        facts.wait_for(ENDED)
    assert facts.states() == [OFFERED, CONNECTED, HELD, CONNECTED, ENDED]


def test_two_calls_of_one_number_stay_apart(phone: Baresip, source: BaresipSource, facts: FactLog) -> None:
    with Caller(phone, call_id="first@pbx") as first:
        facts.wait_for(OFFERED)
        source.accept("first@pbx", _must_not_fail)
        facts.wait_for(CONNECTED)
        with Caller(phone, call_id="second@pbx") as second:
            facts.wait_for(OFFERED, call_id="second@pbx")
            source.accept("second@pbx", _must_not_fail)
            facts.wait_for(CONNECTED, call_id="second@pbx")
            facts.wait_for(HELD, call_id="first@pbx")
            source.hang_up("first@pbx", _must_not_fail)
            facts.wait_for(ENDED, call_id="first@pbx")
            second.hang_up()
            facts.wait_for(ENDED, call_id="second@pbx")
            second.finish()
        first.finish()
    assert first.steps[-1] == "left"
    assert facts.states("first@pbx") == [OFFERED, CONNECTED, HELD, ENDED]
    assert facts.states("second@pbx") == [OFFERED, CONNECTED, ENDED]


def test_two_callers_who_ring_at_once_are_both_missed(phone: Baresip, source: BaresipSource, facts: FactLog) -> None:
    with Caller(phone, call_id="first@pbx") as first, Caller(phone, call_id="second@pbx") as second:
        facts.wait_for(OFFERED, count=2)
        first.hang_up()
        second.hang_up()
        facts.wait_for(ENDED, count=2)
    assert {fact.cause for fact in facts.facts if fact.state is ENDED} == {Cause.MISSED}


def test_an_answered_outgoing_call(phone: Baresip, source: BaresipSource, facts: FactLog, tmp_path: Path) -> None:
    with Callee(tmp_path, number="+4930123456") as callee:
        source.dial(callee.uri, _must_not_fail)
        dialing = facts.wait_for(DIALING)
        facts.wait_for(RINGING)
        callee.answer()
        facts.wait_for(CONNECTED)
        callee.hang_up()
        assert facts.wait_for(ENDED).cause is Cause.COMPLETED
        callee.finish()
    assert (dialing.direction, dialing.number) == (Direction.OUTGOING, "+4930123456")
    assert facts.states() == [DIALING, RINGING, CONNECTED, ENDED]
    assert len({fact.call_id for fact in facts.facts}) == 1


def test_a_cancelled_outgoing_call_dialled_on_the_phone(
    phone: Baresip, source: BaresipSource, facts: FactLog, tmp_path: Path
) -> None:
    with Callee(tmp_path) as callee:
        phone.press(f"dial {callee.uri}")
        facts.wait_for(RINGING)
        phone.press("hangup")
        assert facts.wait_for(ENDED).cause is Cause.CANCELLED
        callee.finish()
    assert facts.states() == [DIALING, RINGING, ENDED]


@pytest.mark.parametrize(
    ("status", "cause"),
    [
        ("486 Busy Here", Cause.BUSY),
        ("600 Busy Everywhere", Cause.BUSY),
        ("480 Temporarily Unavailable", Cause.NO_ANSWER),
        ("408 Request Timeout", Cause.NO_ANSWER),
        ("603 Decline", Cause.REJECTED),
        ("500 Server Internal Error", Cause.FAILED),
    ],
)
def test_an_outgoing_call_that_rings_and_is_refused(
    source: BaresipSource, facts: FactLog, tmp_path: Path, status: str, cause: Cause
) -> None:
    with Callee(tmp_path, refuses=status) as callee:
        source.dial(callee.uri, _must_not_fail)
        assert facts.wait_for(ENDED).cause is cause
        callee.finish()
    assert facts.states() == [DIALING, RINGING, ENDED]


@pytest.mark.parametrize("status", ["404 Not Found", "484 Address Incomplete"])
def test_an_outgoing_call_to_a_wrong_number_never_rings(
    source: BaresipSource, facts: FactLog, tmp_path: Path, status: str
) -> None:
    with Callee(tmp_path, refuses=status, rings=False) as callee:
        source.dial(callee.uri, _must_not_fail)
        assert facts.wait_for(ENDED).cause is Cause.INVALID_NUMBER
        callee.finish()
    assert facts.states() == [DIALING, ENDED]


def test_another_baresip_that_declines_is_busy(source: BaresipSource, facts: FactLog, tmp_path: Path) -> None:
    with Baresip(tmp_path / "other") as other:
        source.dial(other.uri(), _must_not_fail)
        facts.wait_for(RINGING)
        other.press("hangup")
        assert facts.wait_for(ENDED).cause is Cause.BUSY


def test_a_call_that_rings_when_the_source_starts_is_picked_up(phone: Baresip, facts: FactLog) -> None:
    with Caller(phone) as caller:
        wait_until(lambda: "INCOMING" in phone.press("listcalls"), what="the phone ringing")
        source = BaresipSource(phone.ctrl_address, facts)
        source.start()
        offered = facts.wait_for(OFFERED)
        phone.press("accept")
        facts.wait_for(CONNECTED)
        caller.hang_up()
        ended = facts.wait_for(ENDED)
        source.stop()
    assert (offered.direction, offered.number) == (Direction.INCOMING, "+31205550101")
    assert ended.cause is Cause.COMPLETED
    assert {fact.call_id for fact in facts.facts} == {offered.call_id}


def test_calls_of_another_account_are_not_taken_for_gone(tmp_path: Path, facts: FactLog) -> None:
    need_phones()
    with Baresip(tmp_path / "phone", accounts=("agent", "second")) as phone:
        source = BaresipSource(phone.ctrl_address, facts, timing=BaresipTiming(line=QUICK, probe_s=0.05))
        source.start()
        _wait_connected(source)
        with Caller(phone, call_id="a@pbx") as first, Caller(phone, account="second", call_id="b@pbx") as second:
            facts.wait_for(OFFERED, count=2)
            phone.press("accept")
            facts.wait_for(CONNECTED)
            first.hang_up()
            facts.wait_for(ENDED, call_id="a@pbx")
            second.hang_up()
            facts.wait_for(ENDED, call_id="b@pbx")
        source.stop()
    assert Cause.LOST not in {fact.cause for fact in facts.facts}


def test_a_newer_client_is_noticed_and_the_call_goes_on(phone: Baresip, facts: FactLog) -> None:
    source = BaresipSource(phone.ctrl_address, facts, timing=BaresipTiming(line=QUICK, probe_s=0.1, reply_s=0.2))
    source.start()
    _wait_connected(source)
    with Caller(phone) as caller:
        facts.wait_for(OFFERED)
        rival = BaresipSource(phone.ctrl_address, FactLog(), timing=BaresipTiming(line=QUICK))
        rival.start()
        _wait_connected(rival)
        rival.stop()
        phone.press("accept")
        facts.wait_for(CONNECTED)
        caller.hang_up()
        assert facts.wait_for(ENDED).cause is Cause.COMPLETED
    source.stop()
    assert facts.states() == [OFFERED, CONNECTED, ENDED]


def test_calls_of_a_phone_that_crashes_are_lost_and_it_is_heard_again_after_its_return(
    phone: Baresip, facts: FactLog
) -> None:
    source = BaresipSource(phone.ctrl_address, facts, timing=BaresipTiming(line=QUICK))
    source.start()
    _wait_connected(source)
    with Caller(phone, call_id="before@pbx"):
        facts.wait_for(OFFERED)
        phone.kill()
        wait_until(lambda: source.status().state is SourceState.WAITING, what="the source noticing")
        phone.start()
        assert facts.wait_for(ENDED, call_id="before@pbx").cause is Cause.LOST
    _wait_connected(source)
    with Caller(phone, call_id="after@pbx") as caller:
        facts.wait_for(OFFERED, call_id="after@pbx")
        caller.hang_up()
        facts.wait_for(ENDED, call_id="after@pbx")
    source.stop()
