"""Commands that reach the running tray from another process."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.telephony.receiver_bench import NUMBER, PATIENCE_S, Bench, read_answer, running
from tray.control import ask
from tray.errors import Conflict, CtiError, NotRunning, Refused
from tray.telephony.loopback_messages import Limits
from tray.telephony.receiver_file import FILE_NAME, Keys, save_keys


class Tray:
    """What stands behind the control channel: some verbs, of which "wait" waits until it may go on."""

    def __init__(self) -> None:
        self.waiting = threading.Semaphore(0)
        self.go_on = threading.Event()
        self.threads: set[str] = set()

    def __call__(self, verb: str, arguments: dict[str, object]) -> dict[str, object]:
        self.threads.add(threading.current_thread().name)
        if verb == "wait":
            self.waiting.release()
            assert self.go_on.wait(PATIENCE_S)
        elif verb == "refuse":
            raise Refused("Only an admin may do this.", hint="Ask one.")
        elif verb == "conflict":
            raise Conflict("Ann changed it first.")
        elif verb == "break":
            raise RuntimeError(f"broken by {NUMBER}")
        elif verb == "unwritable":
            return {"value": object()}
        return {"verb": verb, "arguments": arguments}


@pytest.fixture
def tray() -> Tray:
    return Tray()


@pytest.fixture
def bench(tmp_path: Path, tray: Tray) -> Iterator[Bench]:
    with running(tmp_path, control=tray) as bench:
        yield bench


def control(bench: Bench, verb: str, body: bytes, content_type: str = "application/json") -> bytes:
    headers = {"Authorization": f"Bearer {bench.control_token}", "Content-Length": str(len(body))}
    return bench.head("POST", f"/v1/control/{verb}", {**headers, "Content-Type": content_type}) + body


def test_arguments_go_and_answers_come_back(bench: Bench) -> None:
    arguments = {"number": NUMBER, "count": 3, "ratio": 0.5, "deep": {"list": [1, None, True]}, "name": "Müller"}
    assert ask(bench.folder, "dial", arguments) == {"verb": "dial", "arguments": arguments}
    assert ask(bench.folder, "status") == {"verb": "status", "arguments": {}}


def test_a_large_answer_comes_whole(bench: Bench) -> None:
    text = "x" * 900_000
    assert ask(bench.folder, "echo", {"text": text})["arguments"] == {"text": text}


def test_the_error_of_the_tray_arrives_as_it_was(bench: Bench) -> None:
    with pytest.raises(Refused) as refused:
        ask(bench.folder, "refuse")
    assert (refused.value.message, refused.value.hint) == ("Only an admin may do this.", "Ask one.")
    with pytest.raises(Conflict, match="Ann changed it first"):
        ask(bench.folder, "conflict")


@pytest.mark.parametrize("verb", ["break", "unwritable"])
def test_a_fault_of_the_tray_is_one_sentence(bench: Bench, verb: str, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(CtiError) as fault:
        ask(bench.folder, verb)
    assert fault.value.message == "CTI Tray could not handle this request."
    assert NUMBER not in caplog.text
    assert bench.still_answers()


def test_a_slow_command_holds_up_no_event_and_no_other_command(bench: Bench, tray: Tray) -> None:
    answers: list[dict[str, object]] = []
    slow = threading.Thread(target=lambda: answers.append(ask(bench.folder, "wait", {}, PATIENCE_S)))
    slow.start()
    assert tray.waiting.acquire(timeout=PATIENCE_S)
    assert bench.still_answers()
    assert ask(bench.folder, "status")["verb"] == "status"
    assert not answers
    tray.go_on.set()
    slow.join()
    assert answers == [{"verb": "wait", "arguments": {}}]
    assert not any(name == "receiver" for name in tray.threads)


def test_too_many_commands_at_once_are_told_to_come_later(bench: Bench, tray: Tray) -> None:
    workers = Limits().workers
    with contextlib.ExitStack() as stack:
        connections = [stack.enter_context(bench.connect()) for _ in range(workers)]
        for connection in connections:
            connection.sendall(control(bench, "wait", b"{}"))
            assert tray.waiting.acquire(timeout=PATIENCE_S)
        answer = bench.exchange(control(bench, "status", b""))
        assert (answer.status, answer.headers["retry-after"]) == (429, "1")
        assert bench.still_answers()
        tray.go_on.set()
        for connection in connections:
            with connection.makefile("rb") as reader:
                assert read_answer(reader).status == 200
    assert ask(bench.folder, "status")["verb"] == "status"


def test_commands_in_work_are_not_driven_out_by_idle_connections(tmp_path: Path, tray: Tray) -> None:
    with running(tmp_path, control=tray, limits=Limits(connections=4)) as bench, contextlib.ExitStack() as stack:
        working = stack.enter_context(bench.connect())
        working.sendall(control(bench, "wait", b"{}"))
        assert tray.waiting.acquire(timeout=PATIENCE_S)
        for _ in range(20):
            stack.enter_context(bench.connect())
        assert bench.still_answers()
        tray.go_on.set()
        with working.makefile("rb") as reader:
            assert read_answer(reader).status == 200


def test_a_client_that_went_away_does_no_harm(bench: Bench, tray: Tray) -> None:
    with bench.connect() as connection:
        connection.sendall(control(bench, "wait", b"{}"))
        assert tray.waiting.acquire(timeout=PATIENCE_S)
    tray.go_on.set()
    assert bench.still_answers()
    assert ask(bench.folder, "status")["verb"] == "status"


def test_stopping_waits_for_no_command(tmp_path: Path, tray: Tray) -> None:
    with running(tmp_path, control=tray) as bench, bench.connect() as connection:
        connection.sendall(control(bench, "wait", b"{}"))
        assert tray.waiting.acquire(timeout=PATIENCE_S)
        stopping = threading.Thread(target=bench.receiver.stop)
        stopping.start()
        with contextlib.suppress(ConnectionError):
            assert connection.recv(10) == b""
        tray.go_on.set()
        stopping.join()


@pytest.mark.parametrize(
    ("body", "content_type", "field"),
    [
        (b"[]", "application/json", "body"),
        (b"{", "application/json", "body"),
        (b'{"a": NaN}', "application/json", "body"),
        (b'{"a": %s}' % (b"1" * 10_000), "application/json", "body"),
        (b"a=1", "application/x-www-form-urlencoded", "Content-Type"),
        (b"{}", "text/plain", "Content-Type"),
    ],
)
def test_bad_arguments_are_refused_by_name(bench: Bench, body: bytes, content_type: str, field: str) -> None:
    answer = bench.exchange(control(bench, "dial", body, content_type))
    assert (answer.status, answer.values["field"]) == (400, field)


def test_a_command_of_more_than_a_megabyte_is_refused(bench: Bench) -> None:
    assert bench.exchange(control(bench, "dial", b" " * 1_048_577)).status == 413


@pytest.mark.parametrize("verb", ["../call", "A", "a" * 100, "a%2Fb", "-x"])
def test_a_verb_is_a_plain_word(bench: Bench, verb: str) -> None:
    assert bench.exchange(control(bench, verb, b"{}")).status == 404


def test_without_a_file_no_tray_runs(tmp_path: Path) -> None:
    with pytest.raises(NotRunning, match="not running"):
        ask(tmp_path, "status")


def test_after_the_end_no_tray_runs(tmp_path: Path, tray: Tray) -> None:
    with running(tmp_path, control=tray):
        assert ask(tmp_path, "status")
    with pytest.raises(NotRunning):
        ask(tmp_path, "status")


def test_a_damaged_file_means_that_no_tray_runs(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"{")
    with pytest.raises(NotRunning):
        ask(tmp_path, "status")


def test_the_tray_of_somebody_else_at_our_port_is_not_ours(tmp_path: Path, bench: Bench) -> None:
    stale = tmp_path / "stale"
    save_keys(stale, Keys(bench.port, "t" * 43, "c" * 43))
    with pytest.raises(NotRunning):
        ask(stale, "status")


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n[]",
        b"HTTP/1.1 200 OK\r\n\r\n" + b"[" * 100_000,
        b"HTTP/1.1 abc\r\n\r\n{}",
        b"HTTP/1.1\r\n\r\n{}",
        b"\xff" * 1000,
    ],
)
def test_another_program_at_our_port_is_no_tray(tmp_path: Path, reply: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        save_keys(tmp_path, Keys(server.getsockname()[1], "t" * 43, "c" * 43))

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(reply)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            with pytest.raises(NotRunning):
                ask(tmp_path, "status")
        finally:
            thread.join()


@pytest.mark.parametrize("kind", ["os", "str", "CtiError", "NoSuchError", "__doc__"])
def test_an_error_of_an_unknown_kind_is_a_plain_one(tmp_path: Path, kind: str) -> None:
    body = json.dumps({"error": "It cannot be done.", "hint": "", "kind": kind}).encode()
    with socket.create_server(("127.0.0.1", 0)) as server:
        save_keys(tmp_path, Keys(server.getsockname()[1], "t" * 43, "c" * 43))

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n" + body)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            with pytest.raises(CtiError, match=r"It cannot be done\.") as error:
                ask(tmp_path, "status")
        finally:
            thread.join()
        assert type(error.value) is CtiError


def test_a_tray_that_does_not_answer_is_given_up(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        save_keys(tmp_path, Keys(server.getsockname()[1], "t" * 43, "c" * 43))
        with pytest.raises(CtiError, match="does not answer") as error:
            ask(tmp_path, "status", timeout=0.05)
        assert not isinstance(error.value, NotRunning)


def test_an_answer_that_trickles_in_is_given_up(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        save_keys(tmp_path, Keys(server.getsockname()[1], "t" * 43, "c" * 43))
        stop = threading.Event()

        def serve() -> None:
            connection, _ = server.accept()
            with connection, contextlib.suppress(OSError):
                while not stop.wait(0.01):
                    connection.sendall(b"x")

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            with pytest.raises(CtiError, match="does not answer"):
                ask(tmp_path, "status", timeout=0.2)
        finally:
            stop.set()
            thread.join()


def test_asking_imports_little() -> None:
    code = "import sys, tray.control; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"ssl", "http.client", "asyncio", "requests", "phonenumbers", "h11", "dataclasses"} & set(loaded)
