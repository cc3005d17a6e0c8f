"""The source against a scripted ctrl_tcp: what a healthy baresip does not do."""

from __future__ import annotations

import random
import socket
import threading
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.display import wait_until
from tests.phones import FactLog, free_port
from tests.telephony.wire import Peer, Server, call_list, event, frame
from tray.calls.model import CallState, Cause
from tray.errors import ConfigError, CtiError, InvalidInput, Offline, SourceFailed
from tray.telephony.baresip import BaresipSource, BaresipTiming
from tray.telephony.base import SourceState
from tray.telephony.connection import Timing

OFFERED, CONNECTED, ENDED = CallState.OFFERED, CallState.CONNECTED, CallState.ENDED
LISTED = "> [line 1]  0:00:01  ESTABLISHED             sip:+31205550101@pbx.example"
QUICK = BaresipTiming(line=Timing(first_retry_s=0.01, longest_retry_s=0.05), reply_s=5.0, probe_s=600.0, grace_s=600.0)


class Failures:
    """Collects the errors of commands, and waits for one."""

    def __init__(self) -> None:
        self.errors: list[CtiError] = []
        self._came = threading.Event()

    def __call__(self, error: CtiError) -> None:
        self.errors.append(error)
        self._came.set()

    def wait(self) -> CtiError:
        assert self._came.wait(10.0), "no failure was told"
        return self.errors[0]


@pytest.fixture
def facts() -> FactLog:
    return FactLog()


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def start(server: Server, facts: FactLog) -> Iterator[Callable[..., BaresipSource]]:
    sources: list[BaresipSource] = []

    def start(timing: BaresipTiming = QUICK) -> BaresipSource:
        source = BaresipSource(server.address, facts, jitter=random.Random(1), timing=timing)
        sources.append(source)
        source.start()
        return source

    yield start
    for source in sources:
        source.stop()


def _wait_for_state(source: BaresipSource, state: SourceState) -> None:
    wait_until(lambda: source.status().state is state, what=f"state {state}")


def _connected(server: Server, source: BaresipSource, *lines: str) -> Peer:
    peer = server.accept()
    peer.tell_calls(*lines)
    _wait_for_state(source, SourceState.CONNECTED)
    return peer


@pytest.mark.parametrize("address", ["", "localhost", "localhost:0", "http://x:4444"])
def test_a_bad_address_is_refused_by_the_name_of_its_key(address: str, facts: FactLog) -> None:
    with pytest.raises(ConfigError, match=r"sources\.baresip\.address"):
        BaresipSource(address, facts)


def test_the_state_goes_from_off_to_waiting_to_connected_to_off(
    server: Server, start: Callable[..., BaresipSource], facts: FactLog
) -> None:
    assert BaresipSource(server.address, facts).status().state is SourceState.OFF
    source = start()
    assert source.status().state is SourceState.WAITING
    peer = server.accept()
    peer.expect("reginfo")
    assert source.status().state is SourceState.WAITING
    peer.expect("listcalls", call_list())
    _wait_for_state(source, SourceState.CONNECTED)
    source.stop()
    assert source.status().state is SourceState.OFF
    assert peer.is_closed_by_other()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(st.integers(min_value=0, max_value=5000), max_size=20))
def test_events_are_heard_in_any_chunking_and_between_garbage(cuts: list[int]) -> None:
    facts = FactLog()
    with Server() as server:
        source = BaresipSource(server.address, facts, timing=QUICK)
        source.start()
        peer = server.accept()
        peer.tell_calls()
        stream = b"".join(
            [
                frame(event("CALL_INCOMING", peerdisplayname="Müller & Söhne")),
                b"3:{}[,",
                b"0:,",
                frame([1, 2]),
                frame("text"),
                b"70000:" + b"x" * 70_000 + b",",
                frame({"event": True, "type": 7, "id": {"a": 1}}),
                frame({"response": True, "ok": True, "data": "for another client", "token": "zz"}),
                frame(event("CALL_ESTABLISHED")),
                b"50:" + b"[" * 50 + b",",
                frame(event("CALL_CLOSED", param="Connection reset by peer")),
            ]
        )
        peer.send(stream, *cuts)
        ended = facts.wait_for(ENDED)
        source.stop()
    assert facts.states() == [OFFERED, CONNECTED, ENDED]
    assert (ended.name, ended.cause) == ("Müller & Söhne", Cause.COMPLETED)


def test_a_name_that_is_not_utf8_costs_a_letter_and_not_the_call(
    server: Server, start: Callable[..., BaresipSource], facts: FactLog
) -> None:
    peer = _connected(server, start())
    payload = frame(event("CALL_INCOMING", peerdisplayname="M?ller")).partition(b":")[2][:-1].replace(b"?", b"\xfc")
    peer.send(b"%d:%s," % (len(payload), payload))
    assert facts.wait_for(OFFERED).name == "M\ufffdller"


def test_what_is_not_ctrl_tcp_is_an_error_and_is_tried_again(
    server: Server, start: Callable[..., BaresipSource]
) -> None:
    source = start()
    server.accept().send(b"SSH-2.0-OpenSSH_9.2\r\n")
    _wait_for_state(source, SourceState.ERROR)
    assert "ctrl_tcp" in source.status().detail
    peer = server.accept()
    peer.tell_calls()
    _wait_for_state(source, SourceState.CONNECTED)


def test_a_short_drop_loses_no_call_that_is_still_up(
    server: Server, start: Callable[..., BaresipSource], facts: FactLog
) -> None:
    source = start()
    peer = _connected(server, source)
    peer.send(frame(event("CALL_INCOMING")))
    peer.send(frame(event("CALL_ESTABLISHED"))[:20])
    facts.wait_for(OFFERED)
    peer.close()
    peer = server.accept()
    peer.tell_calls(LISTED)
    facts.wait_for(CONNECTED)
    peer.send(frame(event("CALL_CLOSED", param="Connection reset by user")))
    assert facts.wait_for(ENDED).cause is Cause.COMPLETED
    assert facts.states() == [OFFERED, CONNECTED, ENDED]
    assert len({fact.call_id for fact in facts.facts}) == 1


def test_a_call_that_is_gone_after_a_drop_is_lost(
    server: Server, start: Callable[..., BaresipSource], facts: FactLog
) -> None:
    source = start()
    peer = _connected(server, source)
    peer.send(frame(event("CALL_INCOMING")))
    facts.wait_for(OFFERED)
    peer.close()
    server.accept().tell_calls()
    assert facts.wait_for(ENDED).cause is Cause.LOST


def test_calls_are_lost_when_the_line_stays_down(
    server: Server, start: Callable[..., BaresipSource], facts: FactLog
) -> None:
    source = start(BaresipTiming(line=Timing(first_retry_s=600.0, longest_retry_s=600.0), grace_s=0.02))
    peer = _connected(server, source)
    peer.send(frame(event("CALL_INCOMING")))
    facts.wait_for(OFFERED)
    peer.close()
    assert facts.wait_for(ENDED).cause is Cause.LOST
    assert source.status().state is SourceState.WAITING


def test_calls_that_are_up_when_the_source_stops_are_lost(
    server: Server, start: Callable[..., BaresipSource], facts: FactLog
) -> None:
    source = start()
    _connected(server, source).send(frame(event("CALL_INCOMING")))
    facts.wait_for(OFFERED)
    source.stop()
    assert [fact.cause for fact in facts.facts] == [None, Cause.LOST]


def test_a_click_connects_at_once(server: Server, start: Callable[..., BaresipSource]) -> None:
    server.stop_listening()
    source = start(BaresipTiming(line=Timing(first_retry_s=600.0, longest_retry_s=600.0)))
    wait_until(lambda: "refuses the connection" in source.status().detail, what="the first attempt failing")
    server.listen_again()
    source.retry_now()
    _connected(server, source)


def test_a_silent_line_is_probed_and_opened_anew(server: Server, start: Callable[..., BaresipSource]) -> None:
    source = start(BaresipTiming(line=QUICK.line, reply_s=0.5, probe_s=0.02))
    replaced = _connected(server, source)
    assert replaced.request()["command"] == "reginfo"
    _connected(server, source)
    assert replaced.is_closed_by_other()


def test_something_that_never_answers_is_not_called_connected(
    server: Server, start: Callable[..., BaresipSource]
) -> None:
    source = start(BaresipTiming(line=QUICK.line, reply_s=0.02))
    server.accept()
    server.accept()
    assert source.status().state is SourceState.WAITING


def test_a_baresip_without_menu_is_heard_all_the_same(
    server: Server, start: Callable[..., BaresipSource], facts: FactLog
) -> None:
    source = start()
    peer = server.accept()
    peer.expect("reginfo", "command not found (reginfo)\n", ok=False)
    peer.expect("listcalls", "command not found (listcalls)\n", ok=False)
    _wait_for_state(source, SourceState.CONNECTED)
    assert "menu" in source.status().detail
    peer.send(frame(event("CALL_INCOMING")))
    facts.wait_for(OFFERED)


def test_the_hold_of_version_1_is_asked_for(
    server: Server, start: Callable[..., BaresipSource], facts: FactLog
) -> None:
    peer = _connected(server, start())
    peer.send(frame(event("CALL_INCOMING")) + frame(event("CALL_ESTABLISHED")))
    peer.send(frame(event("CALL_REMOTE_SDP", param="answer")))
    peer.tell_calls(LISTED.replace("ESTABLISHED           ", "ESTABLISHED  (on hold)"))
    facts.wait_for(CallState.HELD)


def test_a_call_between_the_two_answers_makes_the_source_ask_again(
    server: Server, start: Callable[..., BaresipSource], facts: FactLog
) -> None:
    source = start()
    peer = server.accept()
    peer.expect("reginfo", "> sip:agent@pbx.example\n")
    request = peer.request()
    peer.send(frame(event("CALL_INCOMING", account="sip:second@pbx.example")))
    peer.reply(request, call_list())
    ringing = "> [line 1]  0:00:00   INCOMING             sip:+31205550101@pbx.example"
    peer.tell_calls(ringing, account="sip:second@pbx.example")
    _wait_for_state(source, SourceState.CONNECTED)
    assert facts.states() == [OFFERED]


def test_dialling_sends_the_number_and_tells_nothing_when_a_call_begins(
    server: Server, start: Callable[..., BaresipSource], facts: FactLog
) -> None:
    source = start(BaresipTiming(line=QUICK.line, reply_s=0.5, probe_s=1.0))
    peer = _connected(server, source)
    failures = Failures()
    source.dial("+31205550101", failures)
    request = peer.request()
    assert (request["command"], request["params"]) == ("dial", "+31205550101")
    peer.send(frame(event("CALL_LOCAL_SDP", direction="outgoing", id=None, param="offer")))
    peer.reply(request)
    facts.wait_for(CallState.DIALING)
    peer.tell_calls("> [line 1]  0:00:00   OUTGOING             sip:+31205550101@pbx.example")
    assert failures.errors == []


def test_an_ok_without_a_call_is_a_failure(server: Server, start: Callable[..., BaresipSource]) -> None:
    source = start(BaresipTiming(line=QUICK.line, reply_s=0.5, probe_s=600.0))
    peer = _connected(server, source)
    failures = Failures()
    source.dial("123", failures)
    peer.expect("dial", params="123")
    assert isinstance(failures.wait(), SourceFailed)


def test_a_refused_command_is_told(server: Server, start: Callable[..., BaresipSource], facts: FactLog) -> None:
    source = start()
    peer = _connected(server, source)
    dialled, hung_up, unknown = Failures(), Failures(), Failures()
    source.dial("123", dialled)
    peer.expect("dial", "no", ok=False)
    assert "dial" in dialled.wait().message
    peer.send(frame(event("CALL_INCOMING", id="a b")))
    call_id = facts.wait_for(OFFERED).call_id
    source.hang_up(call_id, hung_up)
    peer.expect("callfind", "call not found", ok=False, params="a b")
    assert "hang up" in hung_up.wait().message
    source.accept("no such call", unknown)
    assert "no such call" in unknown.wait().message


def test_a_command_whose_line_breaks_is_told(server: Server, start: Callable[..., BaresipSource]) -> None:
    source = start()
    peer = _connected(server, source)
    failures = Failures()
    source.dial("123", failures)
    peer.request()
    peer.close()
    assert isinstance(failures.wait(), SourceFailed)


@pytest.mark.parametrize("number", ["", "12 34", "1\n/quit", "*31#", "sip:a@b c", "+", "tel:1", "1" * 33])
def test_only_plain_numbers_and_addresses_reach_baresip(number: str, facts: FactLog) -> None:
    source = BaresipSource("127.0.0.1:4444", facts)
    with pytest.raises(InvalidInput):
        source.dial(number, Failures())


def test_without_a_line_commands_are_refused_at_once(facts: FactLog) -> None:
    source = BaresipSource(f"127.0.0.1:{free_port()}", facts)
    with pytest.raises(Offline):
        source.dial("123", Failures())
    source.start()
    with pytest.raises(Offline):
        source.hang_up("x", Failures())
    source.stop()


def test_no_thread_or_socket_is_left_behind(server: Server, facts: FactLog) -> None:
    before = threading.active_count()
    for _ in range(3):
        source = BaresipSource(server.address, facts)
        source.start()
        server.accept()
        source.stop()
        source.stop()
    assert threading.active_count() == before


def test_a_name_that_cannot_be_found_is_waited_for(facts: FactLog) -> None:
    source = BaresipSource("no-such-host.invalid:4444", facts, timing=QUICK)
    source.start()
    wait_until(lambda: "cannot be found" in source.status().detail, what="the name being looked up")
    assert source.status().state is SourceState.WAITING
    source.stop()


def test_the_second_address_of_a_name_is_tried_too(facts: FactLog) -> None:
    addresses = {place[0] for _, _, _, _, place in socket.getaddrinfo("localhost", 1, type=socket.SOCK_STREAM)}
    if "127.0.0.1" not in addresses:
        pytest.skip("localhost has no IPv4 address here")
    with Server() as server:
        source = BaresipSource(f"localhost:{server.port}", facts, timing=QUICK)
        source.start()
        _connected(server, source)
        source.stop()
