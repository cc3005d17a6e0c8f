"""Slow, huge, broken and numerous clients: each gets its answer or its end, and a real phone gets through."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.telephony.receiver_bench import NUMBER, PATIENCE_S, Bench, read_answer, running
from tray.telephony.loopback_messages import Limits

EVENT = json.dumps({"event": "incoming", "call_id": "x1", "number": NUMBER}).encode()
JSON = {"Content-Type": "application/json"}
CONNECTIONS = 32


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with running(tmp_path) as bench:
        yield bench


@pytest.fixture
def hasty(tmp_path: Path) -> Iterator[Bench]:
    limits = Limits(connections=CONNECTIONS, request_s=0.2, idle_s=0.2, linger_s=0.2, linger_bytes=1_000_000)
    with running(tmp_path, limits=limits) as bench:
        yield bench


def whole(bench: Bench, body: bytes = EVENT, **headers: str) -> bytes:
    return bench.head("POST", "/v1/call", {**JSON, "Content-Length": str(len(body)), **headers}) + body


def ends(connection: socket.socket) -> bool:
    """Whether the other side ends the connection; a reset is an end too."""
    with contextlib.suppress(ConnectionError):
        while connection.recv(65536):
            pass
    return True


def write_until_ended(connection: socket.socket, data: bytes) -> bool:
    """Write until the other side has had enough."""
    with contextlib.suppress(ConnectionError):
        while True:
            connection.sendall(data)
    return True


def test_only_this_machine_can_connect(bench: Bench) -> None:
    own = psutil.Process().net_connections(kind="tcp")
    listening = {each.laddr for each in own if each.status == psutil.CONN_LISTEN and each.laddr.port == bench.port}
    assert ("127.0.0.1", bench.port) in listening
    assert {address for address, _ in listening} <= {"127.0.0.1", "::1"}


def test_the_six_address_is_served_where_there_is_one(bench: Bench) -> None:
    try:
        connection = socket.create_connection(("::1", bench.port), timeout=PATIENCE_S)
    except OSError as error:
        pytest.skip(f"this machine has no ::1: {error.strerror}")
    with connection, connection.makefile("rb") as reader:
        connection.sendall(whole(bench, Host=f"[::1]:{bench.port}"))
        assert read_answer(reader).status == 202


def test_one_connection_carries_many_events(bench: Bench) -> None:
    with bench.connect() as connection, connection.makefile("rb") as reader:
        for index in range(50):
            connection.sendall(whole(bench, b'{"event": "incoming", "call_id": "%d"}' % index))
            assert read_answer(reader).values == {"call_id": str(index)}
    assert [bench.next_fact().call_id for _ in range(50)] == [str(index) for index in range(50)]


def test_refusals_without_a_body_keep_the_connection(bench: Bench) -> None:
    with bench.connect() as connection, connection.makefile("rb") as reader:
        for target, status in (("/v1/call/incoming", 401), ("/nowhere", 404)):
            connection.sendall(bench.head("GET", target, token=False))
            assert read_answer(reader).status == status
        connection.sendall(whole(bench))
        assert read_answer(reader).status == 202


def test_pipelined_requests_are_answered_in_order(bench: Bench) -> None:
    bodies = [b'{"event": "incoming", "call_id": "%d"}' % index for index in range(300)]
    with bench.connect() as connection, connection.makefile("rb") as reader:
        sender = threading.Thread(target=lambda: connection.sendall(b"".join(whole(bench, body) for body in bodies)))
        sender.start()
        answers = [read_answer(reader).values["call_id"] for _ in bodies]
        sender.join()
    assert answers == [str(index) for index in range(300)]


def test_a_pipelined_request_behind_a_refused_body_is_not_taken_for_a_request(bench: Bench) -> None:
    hidden = whole(bench)
    refused = bench.head("POST", "/v1/call", {"Content-Length": str(len(hidden))}, token=False)
    with bench.connect() as connection, connection.makefile("rb") as reader:
        connection.sendall(refused + hidden)
        answer = read_answer(reader)
        assert (answer.status, answer.headers["connection"]) == (401, "close")
        assert reader.read() == b""
    assert bench.still_answers()


def test_a_body_may_come_in_chunks(bench: Bench) -> None:
    head = bench.head("POST", "/v1/call", {**JSON, "Transfer-Encoding": "chunked"})
    with bench.connect() as connection, connection.makefile("rb") as reader:
        connection.sendall(head)
        for byte in EVENT:
            connection.sendall(b"1\r\n%c\r\n" % byte)
        connection.sendall(b"0\r\n\r\n")
        assert read_answer(reader).status == 202
    assert bench.next_fact().number == NUMBER


def test_chunks_are_counted_too(bench: Bench) -> None:
    head = bench.head("POST", "/v1/call", {**JSON, "Transfer-Encoding": "chunked"})
    with bench.connect() as connection, connection.makefile("rb") as reader:
        connection.sendall(head + b"1000\r\n" + b" " * 4096 + b"\r\n" + b"1001\r\n" + b" " * 4097 + b"\r\n")
        assert read_answer(reader).status == 413
    assert bench.still_answers()


def test_a_request_may_come_byte_by_byte(bench: Bench) -> None:
    with bench.connect() as connection, connection.makefile("rb") as reader:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in whole(bench):
            connection.sendall(bytes([byte]))
        assert read_answer(reader).status == 202


def test_a_client_that_is_done_writing_still_gets_its_answer(bench: Bench) -> None:
    with bench.connect() as connection, connection.makefile("rb") as reader:
        connection.sendall(whole(bench))
        connection.shutdown(socket.SHUT_WR)
        assert read_answer(reader).status == 202
        assert reader.read() == b""


def test_a_client_that_stops_in_the_middle_is_refused(bench: Bench) -> None:
    with bench.connect() as connection, connection.makefile("rb") as reader:
        connection.sendall(whole(bench)[:-3])
        connection.shutdown(socket.SHUT_WR)
        assert read_answer(reader).status == 400
    assert bench.still_answers()


def test_a_client_that_asks_to_close_is_closed(bench: Bench) -> None:
    with bench.connect() as connection, connection.makefile("rb") as reader:
        connection.sendall(whole(bench, Connection="close"))
        assert read_answer(reader).headers["connection"] == "close"
        assert reader.read() == b""


def test_http_1_0_is_served_and_closed(bench: Bench) -> None:
    raw = f"GET /v1/call/incoming?id=x1&token={bench.token} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n"
    with bench.connect() as connection, connection.makefile("rb") as reader:
        connection.sendall(raw.encode())
        assert read_answer(reader).values == {"call_id": "x1"}
        assert reader.read() == b""


def test_a_client_that_waits_to_be_asked_for_its_body_is_asked(bench: Bench) -> None:
    with bench.connect() as connection, connection.makefile("rb") as reader:
        head = bench.head("POST", "/v1/call", {**JSON, "Content-Length": str(len(EVENT)), "Expect": "100-continue"})
        connection.sendall(head)
        assert reader.readline() == b"HTTP/1.1 100 \r\n"
        assert reader.readline() == b"\r\n"
        connection.sendall(EVENT)
        assert read_answer(reader).status == 202


def test_ten_megabytes_are_refused_and_the_client_sees_it(bench: Bench) -> None:
    with bench.connect() as connection, connection.makefile("rb") as reader:
        connection.sendall(whole(bench, b" " * 10_000_000))
        answer = read_answer(reader)
        assert (answer.status, answer.headers["connection"]) == (413, "close")
    assert bench.still_answers()


@pytest.mark.parametrize(("size", "status"), [(8192, 202), (8193, 413)])
def test_eight_kibibytes_are_the_limit(bench: Bench, size: int, status: int) -> None:
    assert bench.exchange(whole(bench, EVENT.ljust(size))).status == status


@pytest.mark.parametrize(
    "length", ["-1", "1, 2", "99999999999999999999999", "0x10", "1e3", "\u00b2".encode().decode("latin-1")]
)
def test_a_nonsense_length_is_refused(bench: Bench, length: str) -> None:
    status = bench.exchange(bench.head("POST", "/v1/call", {**JSON, "Content-Length": length})).status
    assert status in {400, 413}
    assert bench.still_answers()


@pytest.mark.parametrize(
    "raw",
    [
        b"GET /v1/call HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"x" * 9000 + b"\r\n\r\n",
        b"GET /v1/call?" + b"x" * 9000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET /v1/call HTTP/1.1\r\n" + b"".join(b"X%d: x\r\n" % each for each in range(2000)),
        b"GET /v1/call HTTP/2.0\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET  /v1/call HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET /v1/c\x00all HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"POST /v1/call HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        b"POST /v1/call HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: gzip\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 10,
        b"\r\n" * 10_000,
    ],
    ids=["header", "address", "headers", "version", "blanks", "nul", "lengths", "encoding", "tls", "newlines"],
)
def test_what_http_does_not_allow_is_refused(bench: Bench, raw: bytes) -> None:
    with bench.connect() as connection, connection.makefile("rb") as reader, contextlib.suppress(ConnectionError):
        connection.sendall(raw)
        connection.shutdown(socket.SHUT_WR)
        answer = reader.readline()
        assert answer == b"" or answer.split()[1] in {b"400", b"401"}
    assert bench.still_answers()


def test_a_slow_body_ends_in_time(hasty: Bench) -> None:
    with hasty.connect() as connection, connection.makefile("rb") as reader:
        connection.sendall(whole(hasty)[:-5])
        answer = read_answer(reader)
        assert (answer.status, answer.headers["connection"]) == (400, "close")
        assert "longer" in answer.error
        assert ends(connection)
    assert hasty.still_answers()


def test_a_steady_trickle_does_not_extend_the_time(hasty: Bench) -> None:
    stop = threading.Event()
    with hasty.connect() as connection, connection.makefile("rb") as reader:
        connection.sendall(hasty.head("POST", "/v1/call", {**JSON, "Content-Length": "8000"}))

        def trickle() -> None:
            with contextlib.suppress(OSError):
                while not stop.wait(0.01):
                    connection.sendall(b" ")

        writer = threading.Thread(target=trickle)
        writer.start()
        try:
            assert read_answer(reader).status == 400
        finally:
            stop.set()
            writer.join()
    assert hasty.still_answers()


@pytest.mark.parametrize("beginning", [b"", b"GET /v1/c", b"POST /v1/call HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "])
def test_a_connection_that_says_too_little_ends(hasty: Bench, beginning: bytes) -> None:
    with hasty.connect() as connection:
        connection.sendall(beginning)
        assert ends(connection)


def test_an_idle_connection_ends(hasty: Bench) -> None:
    with hasty.connect() as connection, connection.makefile("rb") as reader:
        connection.sendall(whole(hasty))
        assert read_answer(reader).status == 202
        assert reader.read() == b""


def test_a_refused_client_cannot_write_for_ever(hasty: Bench) -> None:
    with hasty.connect() as connection:
        connection.sendall(hasty.head("POST", "/v1/call", {"Content-Length": "999999999"}, token=False))
        assert write_until_ended(connection, b" " * 65536)
        with contextlib.suppress(ConnectionError):
            assert connection.recv(9) in {b"HTTP/1.1 ", b""}
    assert hasty.still_answers()


def test_a_client_that_never_reads_is_ended(tmp_path: Path) -> None:
    with running(tmp_path, limits=Limits(request_s=0.2), control=lambda *_: {"text": "x" * 1_000_000}) as bench:
        ask = bench.head("POST", "/v1/control/status", {"Authorization": f"Bearer {bench.control_token}"})
        with bench.connect() as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            assert write_until_ended(connection, ask * 100)
        assert bench.still_answers()


def test_five_hundred_idle_connections_keep_no_phone_out(bench: Bench) -> None:
    beginnings = [b"", b"POST /v1/call HTTP/1.1\r\nHost: 127.0.0.1\r\n"]
    with contextlib.ExitStack() as stack:
        for index in range(500):
            connection = stack.enter_context(bench.connect())
            with contextlib.suppress(ConnectionError):
                connection.sendall(beginnings[index % 2])
        assert bench.still_answers()
        served = [each for each in psutil.Process().net_connections(kind="tcp") if each.laddr.port == bench.port]
        established = [each for each in served if each.status == psutil.CONN_ESTABLISHED]
        assert len(established) <= Limits().connections + len(beginnings)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limit of its own on open files")
def test_running_out_of_open_files_keeps_no_phone_out(tmp_path: Path) -> None:
    code = """
import resource, sys
from pathlib import Path
from tray.telephony.receiver import Receiver
receiver = Receiver(Path(sys.argv[1]), lambda fact: print(fact.call_id, flush=True))
receiver.start()
resource.setrlimit(resource.RLIMIT_NOFILE, (24, 24))
print("ready", flush=True)
sys.stdin.read()
receiver.stop()
"""
    bench = Bench(tmp_path)
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"ready\n"
        bench.learn_keys()
        with contextlib.ExitStack() as stack:
            for _ in range(60):
                stack.enter_context(bench.connect())
            assert bench.post(EVENT).status == 202
        assert process.stdout.readline() == b"x1\n"
        _, errors = process.communicate()
    assert process.returncode == 0
    assert b"Traceback" not in errors


def test_a_phone_that_keeps_its_connection_gives_way_only_when_it_is_the_oldest(hasty: Bench) -> None:
    with contextlib.ExitStack() as stack:
        first = stack.enter_context(hasty.connect())
        for _ in range(CONNECTIONS):
            stack.enter_context(hasty.connect())
        assert ends(first)
        assert hasty.still_answers()


def test_many_clients_at_once_lose_nothing(bench: Bench) -> None:
    def phone(index: int) -> list[int]:
        words = ("offered", "connected", "ended")
        return [bench.post({"event": word, "call_id": f"c{index}"}).status for word in words]

    with ThreadPoolExecutor(16) as pool:
        statuses = [status for each in pool.map(phone, range(200)) for status in each]
    assert statuses == [202] * 600
    facts = [bench.next_fact() for _ in range(600)]
    for index in range(200):
        mine = [fact.state for fact in facts if fact.call_id == f"c{index}"]
        assert mine == ["offered", "connected", "ended"]


def test_a_thousand_requests_leave_no_sockets_behind(bench: Bench) -> None:
    process = psutil.Process()
    bench.post({"event": "incoming", "id": "x"})
    for _ in range(200):
        bench.exchange(bench.head("GET", "/v1/call/incoming?id=x", {"Connection": "close"}))
        bench.connect().close()
    with bench.connect() as last, last.makefile("rb") as reader:
        last.sendall(whole(bench))
        assert read_answer(reader).status == 202
        mine = [each for each in process.net_connections(kind="tcp") if each.laddr.port == bench.port]
        assert len([each for each in mine if each.status == psutil.CONN_ESTABLISHED]) <= 4


def test_stop_frees_the_port_and_ends_the_thread(tmp_path: Path) -> None:
    with running(tmp_path) as bench:
        idle = bench.connect()
        assert any(thread.name == "receiver" for thread in threading.enumerate())
    assert ends(idle)
    idle.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("receiver")]
    with pytest.raises(ConnectionRefusedError):
        bench.connect()
    assert bench.receiver.status().state == "off"


def test_start_and_stop_may_be_repeated(tmp_path: Path) -> None:
    with running(tmp_path) as bench:
        bench.receiver.start()
        assert bench.still_answers()
        bench.receiver.stop()
        bench.receiver.stop()
        bench.receiver.start()
        assert bench.still_answers()


HEADS = st.sampled_from(
    [
        b"",
        b"GET /v1/call/incoming HTTP/1.1\r\nHost: 127.0.0.1\r\n",
        b"POST /v1/call HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nX-CTI-Token: TOKEN\r\n",
        b"POST /v1/call HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 20\r\nX-CTI-Token: TOKEN\r\n\r\n",
        b"POST /v1/call HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\nX-CTI-Token: TOKEN\r\n\r\n",
        b"POST /v1/call?TOKEN HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n",
    ]
)


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with running(tmp_path_factory.mktemp("fuzzed"), limits=Limits(request_s=0.5, linger_s=0.1)) as bench:
        yield bench


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pieces=st.lists(st.tuples(HEADS, st.binary(max_size=200)), min_size=1, max_size=4))
def test_no_bytes_stop_the_receiver(fuzzed: Bench, pieces: list[tuple[bytes, bytes]]) -> None:
    with fuzzed.connect() as connection, contextlib.suppress(ConnectionError):
        for head, rest in pieces:
            connection.sendall(head.replace(b"TOKEN", fuzzed.token.encode()) + rest)
        connection.shutdown(socket.SHUT_WR)
        assert ends(connection)
    while not fuzzed.facts.empty():
        fuzzed.facts.get()
    assert fuzzed.still_answers()


TEXTS = st.one_of(st.text(max_size=40), st.none(), st.booleans(), st.integers(), st.floats(), st.lists(st.text()))
NAMES = st.sampled_from(["event", "state", "number", "name", "direction", "call_id", "cause", "origin", "line", "x"])


@settings(max_examples=150, deadline=None)
@given(fields=st.dictionaries(NAMES, TEXTS))
def test_any_json_is_taken_or_refused_with_one_sentence(fuzzed: Bench, fields: dict[str, object]) -> None:
    answer = fuzzed.post(json.dumps(fields).encode())
    if answer.status == 202:
        fact = fuzzed.next_fact()
        assert len(fact.number) <= 64
        assert len(fact.name) <= 128
        assert (fact.name + fact.number + fact.line + fact.call_id).isprintable()
    else:
        assert answer.status == 400
        assert answer.error.isprintable()
