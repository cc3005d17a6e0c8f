"""Everything at once against one HTTP listener, from a process of its own, so that it shares nothing with its target.

`python -m tests.telephony.fire PORT TOKEN SLOW_ENDS` holds 500 idle connections, trickles requests byte by byte, sends
bodies of 10 MB with and without the token, and reports 200 events a second as an honest phone system does. It says
`burning` once all of that goes on and SLOW_ENDS trickled requests were ended, burns until its input ends, and then
prints what it was answered. `Fire` runs it for a test.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any, Self

import psutil

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60.0
IDLE, SLOW, HUGE, STEADY = 500, 20, 2, 4
EVENTS_A_SECOND = 200
HUGE_BYTES = 10_000_000
SLOW_BYTE_S = 0.1
_REOPEN_S = 0.5
_Counts = Counter[str]


class Fire:
    """The fire as a context; it burns from the first line of the block to the last, or until `put_out`.

    `answers` then tells what each kind of client was answered how often: a status, or "" for an end without one.
    `slow_ends` is how many trickled requests the listener must have ended before the block begins.
    """

    def __init__(self, port: int, token: str, *, slow_ends: int = 0) -> None:
        self._command = [sys.executable, "-m", "tests.telephony.fire", str(port), token, str(slow_ends)]
        self.answers: dict[str, dict[str, int]] = {}

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(self._command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == b"burning\n"
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()

    @property
    def reported(self) -> dict[str, int]:
        """What the events of the steady phone system were answered."""
        return self.answers["steady"]

    def put_out(self) -> None:
        """End it, and learn what it was answered."""
        output, _ = self._process.communicate(timeout=PATIENCE_S)
        assert self._process.returncode == 0
        self.answers = json.loads(output)


class _Arsonist:
    """The clients of one fire, and what they were answered."""

    def __init__(self, port: int, token: str, slow_ends: int) -> None:
        self._port = port
        self._token = token
        self._slow_ends = slow_ends
        self.answers = {kind: Counter[str]() for kind in ("idle", "slow", "huge", "steady")}

    async def burn(self) -> None:
        end = asyncio.create_task(asyncio.to_thread(sys.stdin.read))
        steady = [self._steady(place) for place in range(STEADY)]
        clients = [asyncio.create_task(each) for each in (*self._many(), *steady)]
        while not self._burns():
            await asyncio.sleep(0.02)
        sys.stdout.write("burning\n")
        sys.stdout.flush()
        await end
        for client in clients:
            client.cancel()
        for result in await asyncio.gather(*clients, return_exceptions=True):
            assert isinstance(result, asyncio.CancelledError), result
        sys.stdout.write(json.dumps(self.answers))

    def _burns(self) -> bool:
        slow = self.answers["slow"]
        begun = self.answers["idle"]["opened"] >= IDLE and slow["opened"] >= SLOW
        begun = begun and slow.total() - slow["opened"] >= self._slow_ends
        return begun and self.answers["huge"]["413"] > 0 and self.answers["steady"]["202"] > STEADY

    def _many(self) -> list[Any]:
        idle = [self._again(self._idle, self.answers["idle"]) for _ in range(IDLE)]
        slow = [self._again(self._slow, self.answers["slow"]) for _ in range(SLOW)]
        return [*idle, *slow, *(self._again(self._huge, self.answers["huge"]) for _ in range(HUGE))]

    async def _again(self, client: Any, answers: _Counts) -> None:
        """Open a connection whenever the last one was ended, as somebody does who wants to keep all others out."""
        while True:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            except OSError:
                await asyncio.sleep(_REOPEN_S)
                continue
            answers["opened"] += 1
            try:
                answers[await client(reader, writer, answers["opened"])] += 1
            except OSError:
                answers[""] += 1
            finally:
                writer.close()
            await asyncio.sleep(_REOPEN_S)

    async def _idle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> str:
        if number % 2:
            writer.write(self._head(100, token=True)[:-2])
        return await _status(reader)

    async def _slow(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> str:
        writer.write(self._head(8000, token=True))
        answer = asyncio.create_task(_status(reader))
        try:
            while not answer.done():
                writer.write(b" ")
                await asyncio.wait([answer], timeout=SLOW_BYTE_S)
            return answer.result()
        finally:
            answer.cancel()

    async def _huge(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> str:
        writer.write(self._head(HUGE_BYTES, token=bool(number % 4)))
        writer.write(b" " * HUGE_BYTES)
        with contextlib.suppress(ConnectionError):
            await writer.drain()
        return await _status(reader)

    async def _steady(self, place: int) -> None:
        """An honest phone system: each call comes in and ends; a connection that was ended is opened anew."""
        answers, begun, number = self.answers["steady"], time.monotonic(), 0
        while True:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            except OSError:
                continue
            with contextlib.closing(writer), contextlib.suppress(ConnectionError):
                while True:
                    due = begun + number * STEADY / EVENTS_A_SECOND
                    await asyncio.sleep(max(0.0, due - time.monotonic()))
                    word = "ended" if number % 2 else "offered"
                    call = f"steady-{place}-{number // 2}"
                    body = json.dumps({"event": word, "call_id": call, "number": f"+3120600{number // 2 % 10_000:04}"})
                    writer.write(self._head(len(body), token=True) + body.encode())
                    status = await _status(reader)
                    if not status:
                        answers["again"] += 1
                        break
                    answers[status] += 1
                    number += 1

    def _head(self, length: int, *, token: bool) -> bytes:
        allowed = f"Authorization: Bearer {self._token}\r\n" if token else ""
        return (
            f"POST /v1/call HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\n{allowed}"
            f"Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
        ).encode()


async def _status(reader: asyncio.StreamReader) -> str:
    """The status of the next answer, which is read whole; "" where the connection ends before it."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next((line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), b":0")
        await reader.readexactly(int(length.partition(b":")[2]))
    except (asyncio.IncompleteReadError, ConnectionError):
        return ""
    return head.split()[1].decode()


def open_sockets(port: int) -> int:
    """How many connections to this port this process serves at the moment."""
    connections = psutil.Process().net_connections(kind="tcp")
    return sum(each.laddr.port == port and each.status == psutil.CONN_ESTABLISHED for each in connections)


if __name__ == "__main__":
    asyncio.run(_Arsonist(int(sys.argv[1]), sys.argv[2], int(sys.argv[3])).burn())
