"""A running LAN listener for tests, spoken to from several addresses of this machine."""

from __future__ import annotations

import contextlib
import json
import queue
import socket
from collections.abc import Iterator

from tests.telephony.receiver_bench import PATIENCE_S, Answer, read_answer
from tray.calls.model import CallEvent
from tray.telephony.heard import Remark
from tray.telephony.lan import LanListener, LanSettings
from tray.telephony.receiver_file import Keys, fresh_keys

PHONE, OTHER_PHONE, STRANGER = "127.0.0.2", "127.0.0.3", "127.0.0.9"
COMPUTER = "127.0.0.1"


class LanBench:
    """The listener under test, with what it reported and what it remarked."""

    def __init__(self, *allowed: str, **options: object) -> None:
        self.facts: queue.Queue[CallEvent] = queue.Queue()
        self.remarks: queue.Queue[Remark] = queue.Queue()
        self.keys: Keys = fresh_keys()
        self.listener = LanListener(
            LanSettings(True, f"{COMPUTER}:{free_port()}", allowed or (PHONE, OTHER_PHONE)),
            lambda: self.keys,
            self.facts.put,
            tell=self.remarks.put,
            **options,
        )

    @property
    def token(self) -> str:
        return self.keys.lan_token

    @property
    def port(self) -> int:
        return self.listener.port

    def connect(self, client: str = PHONE) -> socket.socket:
        address = (COMPUTER, self.listener.port)
        return socket.create_connection(address, timeout=PATIENCE_S, source_address=(client, 0))

    def exchange(self, raw: bytes, client: str = PHONE) -> Answer:
        with self.connect(client) as connection, connection.makefile("rb") as reader:
            connection.sendall(raw)
            return read_answer(reader)

    def request(
        self, method: str, target: str, headers: dict[str, str] | None = None, body: bytes = b"", client: str = PHONE
    ) -> Answer:
        lines = {"Host": f"{COMPUTER}:{self.listener.port}", **({"Content-Length": str(len(body))} if body else {})}
        lines.update(headers or {})
        written = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return self.exchange(f"{method} {target} HTTP/1.1\r\n{written}\r\n".encode("latin-1") + body, client)

    def get(self, event: str, query: str = "", client: str = PHONE, **headers: str) -> Answer:
        """What a phone does: GET with its token in the address."""
        return self.request("GET", f"/v1/call/{event}?{query}&token={self.token}", headers, client=client)

    def post(self, fields: dict[str, str], client: str = PHONE) -> Answer:
        """What a telephone system does: POST, with its token in a header."""
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        return self.request("POST", "/v1/call", headers, json.dumps(fields).encode(), client)

    def next_fact(self) -> CallEvent:
        return self.facts.get(timeout=PATIENCE_S)

    def next_remark(self) -> Remark:
        return self.remarks.get(timeout=PATIENCE_S)

    def still_answers(self) -> bool:
        """Whether the next event gets through, and nothing was reported before it."""
        assert self.get("incoming", "id=afterwards").status == 202
        return self.next_fact().call_id.endswith("/afterwards")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((COMPUTER, 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def listening(*allowed: str, **options: object) -> Iterator[LanBench]:
    bench = LanBench(*allowed, **options)
    bench.listener.start()
    try:
        yield bench
    finally:
        bench.listener.stop()
