"""A running receiver for tests, spoken to through real sockets."""

from __future__ import annotations

import contextlib
import json
import queue
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tray.calls.model import CallEvent
from tray.telephony.receiver import Receiver
from tray.telephony.receiver_file import load_keys

PATIENCE_S = 20.0
NUMBER = "+31205550101"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def values(self) -> dict[str, object]:
        return json.loads(self.body)

    @property
    def error(self) -> str:
        return str(self.values["error"])


class Bench:
    """The receiver under test and the queue that stands for the core's."""

    def __init__(self, folder: Path, **options: object) -> None:
        self.folder = folder
        self.facts: queue.Queue[CallEvent] = queue.Queue()
        self.receiver = Receiver(folder, self.facts.put, **options)

    def start(self) -> None:
        self.receiver.start()
        self.learn_keys()

    def learn_keys(self) -> None:
        keys = load_keys(self.folder)
        assert keys is not None
        self.port, self.token, self.control_token = keys.port, keys.token, keys.control_token

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE_S)

    def head(self, method: str, target: str, headers: dict[str, str] | None = None, *, token: bool = True) -> bytes:
        lines = {"Host": f"127.0.0.1:{self.port}"}
        if token:
            lines["Authorization"] = f"Bearer {self.token}"
        lines.update(headers or {})
        written = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return f"{method} {target} HTTP/1.1\r\n{written}\r\n".encode("latin-1")

    def request(
        self, method: str, target: str, headers: dict[str, str] | None = None, body: bytes = b"", *, token: bool = True
    ) -> Answer:
        lines = {**({"Content-Length": str(len(body))} if body else {}), **(headers or {})}
        return self.exchange(self.head(method, target, lines, token=token) + body)

    def exchange(self, raw: bytes) -> Answer:
        with self.connect() as connection, connection.makefile("rb") as reader:
            connection.sendall(raw)
            return read_answer(reader)

    def post(self, fields: object, target: str = "/v1/call", **headers: str) -> Answer:
        body = fields if isinstance(fields, bytes) else json.dumps(fields).encode()
        return self.request("POST", target, {"Content-Type": "application/json", **headers}, body)

    def fact(self, fields: object) -> CallEvent:
        answer = self.post(fields)
        assert answer.status == 202, answer
        return self.next_fact()

    def next_fact(self) -> CallEvent:
        return self.facts.get(timeout=PATIENCE_S)

    def still_answers(self) -> bool:
        """Whether the next event gets through, and nothing was reported before it."""
        return self.fact({"event": "incoming", "call_id": "afterwards"}).call_id == "afterwards"


def read_answer(reader: BinaryIO) -> Answer:
    """Read one reply; no reply of the receiver may let a web page read it."""
    status = int(reader.readline().split()[1])
    headers: dict[str, str] = {}
    while (line := reader.readline().strip()) != b"":
        name, _, value = line.decode("latin-1").partition(":")
        headers[name.lower()] = value.strip()
    assert not [name for name in headers if name.startswith("access-control-")]
    if status == 100:
        return read_answer(reader)
    return Answer(status, headers, reader.read(int(headers.get("content-length", "0"))))


@contextlib.contextmanager
def running(folder: Path, **options: object) -> Iterator[Bench]:
    bench = Bench(folder, **options)
    bench.start()
    try:
        yield bench
    finally:
        bench.receiver.stop()
