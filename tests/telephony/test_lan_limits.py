"""The LAN listener under load: huge bodies, slow bytes, idle connections, many events; a real phone gets through."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator

import pytest

from tests.telephony.lan_bench import STRANGER, LanBench, listening
from tests.telephony.receiver_bench import NUMBER, read_answer
from tray.telephony.loopback_messages import Limits


@pytest.fixture
def bench() -> Iterator[LanBench]:
    with listening() as bench:
        yield bench


def head(bench: LanBench, length: int) -> bytes:
    lines = f"Host: 127.0.0.1:{bench.listener.port}\r\nContent-Length: {length}\r\nX-CTI-Token: {bench.token}\r\n"
    return f"POST /v1/call HTTP/1.1\r\n{lines}Content-Type: application/json\r\n\r\n".encode()


def test_a_body_of_ten_megabytes_is_refused_and_swallowed(bench: LanBench) -> None:
    with bench.connect() as phone, phone.makefile("rb") as reader:
        phone.sendall(head(bench, 10_000_000))
        with contextlib.suppress(ConnectionError):
            for _ in range(100):
                phone.sendall(b"x" * 100_000)
        assert read_answer(reader).status == 413
    assert bench.still_answers()


def test_a_request_line_without_an_end_is_refused(bench: LanBench) -> None:
    with bench.connect() as phone, phone.makefile("rb") as reader:
        with contextlib.suppress(ConnectionError):
            phone.sendall(b"GET /" + b"a" * 100_000)
        assert read_answer(reader).status == 400
    assert bench.still_answers()


def test_phones_that_send_a_byte_now_and_then_are_cut_off() -> None:
    with listening(limits=Limits(request_s=0.3, idle_s=0.3, linger_s=0.1)) as bench:
        slow = [bench.connect() for _ in range(20)]
        for phone in slow:
            phone.sendall(b"G")
        for phone in slow:
            with phone, contextlib.suppress(ConnectionError):
                phone.sendall(b"E")
                while phone.recv(4096):
                    pass
        assert bench.still_answers()


def test_five_hundred_idle_connections_keep_no_phone_out(bench: LanBench) -> None:
    with contextlib.ExitStack() as idle:
        for _ in range(500):
            idle.enter_context(bench.connect())
        assert bench.still_answers()


def test_connections_of_strangers_keep_no_phone_out(bench: LanBench) -> None:
    with contextlib.ExitStack() as strangers:
        for _ in range(300):
            with contextlib.suppress(ConnectionError):
                strangers.enter_context(bench.connect(STRANGER))
        assert bench.still_answers()


def test_two_hundred_events_at_once_are_taken_and_the_flood_behind_them_is_refused() -> None:
    with listening(events=(0.001, 200)) as bench:
        target = f"/v1/call/incoming?number={NUMBER}&token={bench.token}"
        request = f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{bench.listener.port}\r\n\r\n".encode()
        with bench.connect() as phone, phone.makefile("rb") as reader:
            statuses = []
            for _ in range(300):
                phone.sendall(request)
                statuses.append(read_answer(reader).status)
        assert statuses == [202] * 200 + [429] * 100
        assert bench.facts.qsize() == 200


def test_one_connection_carries_several_addresses_that_are_not_encoded(bench: LanBench) -> None:
    with bench.connect() as phone, phone.makefile("rb") as reader:
        for name in ("Ann Lee", "Müller & Söhne"):
            target = f"/v1/call/incoming?name={name}&token={bench.token}"
            lines = f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{bench.listener.port}\r\n\r\n"
            phone.sendall(lines.encode())
            assert read_answer(reader).status == 202
    assert [bench.next_fact().name for _ in range(2)] == ["Ann Lee", "Müller"]


def test_a_phone_that_hangs_up_in_the_middle_leaves_nothing(bench: LanBench) -> None:
    with bench.connect() as phone:
        phone.sendall(b"GET /v1/call/incoming?name=Ann L")
        phone.shutdown(socket.SHUT_WR)
        with contextlib.suppress(ConnectionError):
            while phone.recv(4096):
                pass
    assert bench.still_answers()
