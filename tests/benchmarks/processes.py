"""What is measured: the running tray, the bare window and a phone that reports, each driven from outside."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple, Self

from tests.display import Desktop

BARE = Path(__file__).with_name("bare_window.py")
ROOT = Path(__file__).parents[2]
CARD_SPOT = (1080, 660)
"""A pixel of the screen that the first card covers; the bare window is put around it."""


def environment(desktop: Desktop) -> dict[str, str]:
    """That of child processes: as on a user's machine, compiled modules are kept, beside the other build products."""
    kept = {name: value for name, value in desktop.environment.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(ROOT / ".artifacts" / "benchmarks" / "compiled")}


class Phone:
    """A softphone; it opens a connection for each report, as they do."""

    def __init__(self, port: int, token: str) -> None:
        self._port = port
        self._head = f"Host: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json"

    @classmethod
    def of(cls, folder: Path) -> Self:
        """The phone of the tray with this data folder."""
        keys = json.loads((folder / "receiver.json").read_text(encoding="utf-8"))
        return cls(keys["port"], keys["token"])

    def report(self, event: str, call_id: str, **fields: Any) -> None:
        """Report an event; returns with the answer."""
        body = json.dumps({"event": event, "call_id": call_id, "direction": "incoming", **fields}).encode()
        head = f"POST /v1/call HTTP/1.1\r\n{self._head}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        with socket.create_connection(("127.0.0.1", self._port), timeout=10) as connection:
            connection.sendall(head.encode() + body)
            answer = connection.recv(4096)
        assert answer.startswith(b"HTTP/1.1 202 "), answer


class Bare:
    """The bare window as a process; `more` is "shown" for one that shows itself at once."""

    def __init__(self, desktop: Desktop, *more: str) -> None:
        x, y = CARD_SPOT
        self.begun = time.perf_counter()
        command = [sys.executable, str(BARE), str(x - 190), str(y - 75), "380", "150", *more]
        self.process = subprocess.Popen(command, env=environment(desktop), stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self._port = int(self.process.stdout.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def say(self, word: str) -> None:
        """Tell it to "show" or "hide" the window."""
        with socket.create_connection(("127.0.0.1", self._port), timeout=10) as connection:
            connection.sendall(word.encode())
            connection.recv(64)


class Memory(NamedTuple):
    """The memory of a process in MiB. `alone` is its PSS as it is where no other program has Qt loaded: the test's own
    process has it too, and takes half of the shared pages off the PSS."""

    pss: float
    alone: float
    own: float


def memory(pid: int) -> Memory:
    """The memory of a process now."""
    pss = alone = own = resident = share = 0
    file = ""
    for line in Path(f"/proc/{pid}/smaps").read_text(encoding="utf-8", errors="replace").splitlines():
        word, *values = line.split()
        if not word.endswith(":"):
            file = " ".join(values[4:])
        elif word == "Rss:":
            resident = int(values[0])
        elif word == "Pss:":
            share = int(values[0])
            pss += share
            alone += resident if "site-packages" in file else share
        elif word == "Anonymous:":
            own += int(values[0])
    return Memory(pss / 1024, alone / 1024, own / 1024)


def cpu_s(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def switches(pid: int) -> dict[str, int]:
    """How often each thread of a process has been waked so far."""
    counts = {}
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        lines = status.read_text(encoding="utf-8").splitlines()
        counts[status.parent.name] = sum(
            int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt_switches")
        )
    return counts


def waked(before: dict[str, int], after: dict[str, int]) -> int:
    """How often the threads were waked between two looks; one that has ended meanwhile counts no more."""
    return sum(count - before.get(thread, 0) for thread, count in after.items())


def threads(pid: int) -> int:
    """How many threads a process has."""
    return len(list(Path(f"/proc/{pid}/task").iterdir()))
