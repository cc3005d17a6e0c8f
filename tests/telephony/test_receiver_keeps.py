"""The end of a call is answered when it is safe on disk, and nothing else waits for that."""

from __future__ import annotations

import json
import queue
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.telephony.receiver_bench import NUMBER, PATIENCE_S, Bench, read_answer, running
from tray.telephony import receiver_api

Done = Callable[[], None]
ENDINGS = ["ended", "missed", "rejected", "busy"]


@pytest.fixture
def waiting() -> queue.Queue[Done]:
    """What the receiver wants to have called when the journal is on disk."""
    return queue.Queue()


def send(bench: Bench, connection: socket.socket, event: str, call_id: str) -> None:
    body = json.dumps({"event": event, "call_id": call_id, "number": NUMBER}).encode()
    lines = {"Content-Type": "application/json", "Content-Length": str(len(body))}
    connection.sendall(bench.head("POST", "/v1/call", lines) + body)


def is_silent(connection: socket.socket) -> bool:
    """Whether nothing has come; the receiver has answered others since, so it would be there."""
    connection.setblocking(False)
    try:
        connection.recv(1, socket.MSG_PEEK)
    except BlockingIOError:
        return True
    finally:
        connection.settimeout(PATIENCE_S)
    return False


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiver_api, "KEPT_S", 10 * PATIENCE_S)


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("ending", ENDINGS)
def test_an_end_is_answered_once_it_is_kept(tmp_path: Path, waiting: queue.Queue[Done], ending: str) -> None:
    with running(tmp_path, kept=waiting.put) as bench, bench.connect() as phone, phone.makefile("rb") as reader:
        send(bench, phone, ending, "x1")
        kept = waiting.get(timeout=PATIENCE_S)
        assert bench.next_fact().call_id == "x1"
        assert bench.still_answers()
        assert is_silent(phone)
        kept()
        assert (read_answer(reader).values, waiting.qsize()) == ({"call_id": "x1"}, 0)


@pytest.mark.usefixtures("patient")
def test_many_ends_wait_at_once_and_hold_up_nobody(tmp_path: Path, waiting: queue.Queue[Done]) -> None:
    with running(tmp_path, kept=waiting.put) as bench:
        phones = [bench.connect() for _ in range(20)]
        for index, phone in enumerate(phones):
            send(bench, phone, "ended", f"x{index}")
        kept = [waiting.get(timeout=PATIENCE_S) for _ in phones]
        assert [bench.next_fact().state for _ in phones] == ["ended"] * len(phones)
        assert bench.still_answers()
        for done in kept:
            done()
        for phone in phones:
            with phone, phone.makefile("rb") as reader:
                assert read_answer(reader).status == 202


@pytest.mark.usefixtures("patient")
def test_stopping_waits_for_no_disk_and_answers(tmp_path: Path, waiting: queue.Queue[Done]) -> None:
    with running(tmp_path, kept=waiting.put) as bench, bench.connect() as phone, phone.makefile("rb") as reader:
        send(bench, phone, "ended", "x1")
        kept = waiting.get(timeout=PATIENCE_S)
        bench.receiver.stop()
        assert read_answer(reader).values == {"call_id": "x1"}
        kept()


def test_a_disk_that_hangs_holds_up_an_answer_for_a_moment_only(
    tmp_path: Path, waiting: queue.Queue[Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiver_api, "KEPT_S", 0.05)
    with running(tmp_path, kept=waiting.put) as bench, bench.connect() as phone, phone.makefile("rb") as reader:
        send(bench, phone, "ended", "x1")
        assert read_answer(reader).values == {"call_id": "x1"}
        send(bench, phone, "ended", "x2")
        late, second = (waiting.get(timeout=PATIENCE_S) for _ in range(2))
        late()
        second()
        assert read_answer(reader).values == {"call_id": "x2"}
        send(bench, phone, "offered", "x3")
        assert read_answer(reader).values == {"call_id": "x3"}
