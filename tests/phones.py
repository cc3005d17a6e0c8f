"""Real phones for tests: a headless baresip, and sipp as the other side of a call, on free ports of the loopback.

A test acts as the user at the phone with `Baresip.press`, which goes through baresip's module httpd, because ctrl_tcp
serves one client only and that one is the source under test. Nothing here sleeps for a while and hopes: everything
waits for a condition and says what did not happen.
"""

from __future__ import annotations

import contextlib
import os
import random
import socket
import subprocess
import threading
import urllib.request
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import IO, Self
from urllib.parse import quote

import psutil
import pytest

from tests.display import require, wait_until
from tray.calls.model import CallEvent, CallState

LOOPBACK = "127.0.0.1"
PATIENCE_S = 20.0
_SCENARIOS = Path(__file__).parent / "sip"
_MODULES = Path("/usr/lib/baresip/modules")
_READY = "baresip is ready."
_DIE_WITH_US = ("setpriv", "--pdeathsig", "KILL", "--")


def need_phones() -> None:
    """Skip the test where baresip or sipp is missing; fail instead where CI says that everything is installed."""
    require("baresip", "sipp")


def free_port() -> int:
    """A port of the loopback that nobody uses at the moment, nor the one after it, for TCP and UDP.

    It lies below the ports that the system gives to outgoing connections, so that no other test takes it by chance.
    """
    chance = random.SystemRandom()
    while True:
        port = chance.randrange(20_000, 32_000, 2)
        if all(_is_free(port + more, kind) for more in (0, 1) for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM)):
            return port


def _is_free(port: int, kind: socket.SocketKind) -> bool:
    with socket.socket(socket.AF_INET, kind) as probe:
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
        return True


class FactLog:
    """Collects what a source reports, from any thread, and waits for facts."""

    def __init__(self) -> None:
        self.facts: list[CallEvent] = []
        self._news = threading.Condition()

    def __call__(self, fact: CallEvent) -> None:
        with self._news:
            self.facts.append(fact)
            self._news.notify_all()

    def wait_for(
        self, state: CallState, *, call_id: str | None = None, count: int = 1, patience_s: float = PATIENCE_S
    ) -> CallEvent:
        """The `count`-th fact of this state (of this call), as soon as it is there."""

        def found() -> list[CallEvent]:
            return [fact for fact in self.facts if fact.state is state and call_id in {None, fact.call_id}]

        with self._news:
            if not self._news.wait_for(lambda: len(found()) >= count, patience_s):
                seen = [(fact.call_id, str(fact.state), fact.cause) for fact in self.facts]
                pytest.fail(f"no fact {count} of state {state}, only {seen}")
            return found()[count - 1]

    def states(self, call_id: str | None = None) -> list[CallState]:
        """The states reported so far, in order (of this call)."""
        with self._news:
            return [fact.state for fact in self.facts if call_id in {None, fact.call_id}]


class Baresip:
    """A real baresip without sound card and without keyboard.

    Args:
        folder: where its settings go; they stay there, so that the same phone can be started again.
        answer: `manual`, or `auto` to answer at once.
        ring_s: after how many whole seconds an unanswered call is given up by baresip itself.
        accounts: the user names of its accounts; the first is the one that dials.
        proxy: host and port to which all its calls go; "" sends them to where their address says.
    """

    def __init__(
        self,
        folder: Path,
        *,
        answer: str = "manual",
        ring_s: int = 120,
        accounts: tuple[str, ...] = ("agent",),
        proxy: str = "",
    ) -> None:
        self.folder = folder
        self._proxy = proxy
        self.sip_port = free_port()
        self.ctrl_port = free_port()
        self._http_port = free_port()
        self._accounts = accounts
        self._output: list[str] = []
        self._reader: threading.Thread | None = None
        self._process: subprocess.Popen[str] | None = None
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "config").write_text(self._config(ring_s), encoding="utf-8")
        (folder / "contacts").write_text("", encoding="utf-8")
        (folder / "accounts").write_text("".join(self._account(user, answer) for user in accounts), encoding="utf-8")

    @property
    def ctrl_address(self) -> str:
        """Where its control line listens, as the source wants it."""
        return f"{LOOPBACK}:{self.ctrl_port}"

    @property
    def sip_address(self) -> str:
        """Where it takes calls."""
        return f"{LOOPBACK}:{self.sip_port}"

    def uri(self, account: str = "agent") -> str:
        """The SIP address of one of its accounts."""
        return f"sip:{account}@{self.sip_address}"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start it, and wait until it says that it is ready."""
        require("baresip")
        self._output = []
        self._process = subprocess.Popen(
            [*_DIE_WITH_US, "baresip", "-f", str(self.folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        told = threading.Event()
        self._reader = threading.Thread(target=self._read, args=(self._process.stdout, told), daemon=True)
        self._reader.start()
        told.wait(PATIENCE_S)
        output = "".join(self._output)
        if _READY not in output:
            self.stop()
            pytest.fail(f"baresip did not start:\n{output}")

    def stop(self) -> None:
        """End it as the user would: calls are hung up first."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        self._reap(process)

    def kill(self) -> None:
        """End it without a word, as a crash would."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            self._reap(process)

    def press(self, command: str) -> str:
        """Do what the user at the phone does: `accept`, `hangup`, `hold`, `resume`, `dial sip:...`; the answer."""
        address = f"http://{LOOPBACK}:{self._http_port}/raw/?{quote('/' + command, safe='')}"
        with urllib.request.urlopen(address, timeout=PATIENCE_S) as answer:
            text: str = answer.read().decode("utf-8", "replace")
            return text

    def _reap(self, process: subprocess.Popen[str]) -> None:
        try:
            process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if self._reader is not None:
            self._reader.join(PATIENCE_S)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()

    def _read(self, output: IO[str], told: threading.Event) -> None:
        """Read all that it prints, so that it never waits for us; tell when it is ready, or has ended."""
        for line in output:
            self._output.append(line)
            if _READY in line:
                told.set()
        told.set()

    def _account(self, user: str, answer: str) -> str:
        proxy = f';outbound="sip:{self._proxy}"' if self._proxy else ""
        return f"<{self.uri(user)}>;regint=0;answermode={answer};audio_codecs=pcmu{proxy}\n"

    def _config(self, ring_s: int) -> str:
        # The alert must not use the device of the calls; player and source must name the same one.
        lines = [
            f"sip_listen {self.sip_address}",
            f"call_local_timeout {ring_s}",
            "audio_player aubridge,call",
            "audio_source aubridge,call",
            "audio_alert aubridge,alert",
            f"module_path {_MODULES}",
            "module g711.so",
            "module aubridge.so",
            "module httpd.so",
            f"http_listen {LOOPBACK}:{self._http_port}",
            "module_tmp uuid.so",
            "module_tmp account.so",
            "module_app menu.so",
            "module_app ctrl_tcp.so",
            f"ctrl_tcp_listen {self.ctrl_address}",
        ]
        return "\n".join(lines) + "\n"


class _Sipp:
    """One sipp that plays one call and ends with it."""

    def __init__(self, scenario: str, folder: Path, remote: str, call_id: str, keys: dict[str, str]) -> None:
        require("sipp")
        self.call_id = call_id
        self._port = free_port()
        self._folder = folder / f"sipp-{uuid.uuid4().hex[:8]}"
        self._folder.mkdir(parents=True)
        self._log = self._folder / "steps.log"
        (self._folder / "scenario.xml").write_text(scenario, encoding="utf-8")
        options = ["-sf", "scenario.xml", "-i", LOOPBACK, "-p", str(self._port), "-m", "1", "-nostdin"]
        options += ["-timeout", "60", "-timeout_error", "-cid_str", call_id or "%u-%p@%s"]
        options += ["-trace_logs", "-log_file", "steps.log", "-trace_err", "-error_file", "errors.log"]
        for key, value in keys.items():
            options += ["-key", key, value]
        with (self._folder / "screen.log").open("wb") as screen:
            self._process = subprocess.Popen(
                [*_DIE_WITH_US, "sipp", remote, *options],
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=screen,
                stderr=screen,
                env={**os.environ, "TERM": "dumb"},
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()

    @property
    def steps(self) -> list[str]:
        """What happened so far at this end: `answered`, `changed` (hold or resume), `left`, `given up`, a status."""
        return self._log.read_text(encoding="utf-8").split("\n")[:-1] if self._log.exists() else []

    def wait_for_step(self, step: str, count: int = 1) -> None:
        """Wait until this end has come so far."""
        _wait(lambda: self.steps.count(step) >= count or self._failed(), f"step {step!r} at the other phone")

    def finish(self) -> None:
        """Wait until the call is over at this end too, and make sure that it went as SIP wants it."""
        _wait(lambda: self._process.poll() is not None, "the end of the call at the other phone")
        self._failed()

    def _failed(self) -> bool:
        if self._process.poll() not in {None, 0}:
            errors = self._folder / "errors.log"
            shown = errors if errors.exists() else self._folder / "screen.log"
            pytest.fail(f"sipp ended with {self._process.returncode}:\n{shown.read_text('utf-8', 'replace')[-3000:]}")
        return False

    def _listening(self) -> bool:
        if self._failed() or self._process.poll() is not None:
            return False
        ports = [line.laddr.port for line in psutil.Process(self._process.pid).net_connections("udp")]
        return self._port in ports

    def _tell(self) -> None:
        """Give the scenario its cue: a SIP message that belongs to the call."""
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as cue:
            cue.bind((LOOPBACK, 0))
            lines = [
                f"MESSAGE sip:peer@{LOOPBACK}:{self._port} SIP/2.0",
                f"Via: SIP/2.0/UDP {LOOPBACK}:{cue.getsockname()[1]};branch=z9hG4bK{uuid.uuid4().hex}",
                f"From: <sip:test@{LOOPBACK}>;tag=test",
                f"To: <sip:peer@{LOOPBACK}:{self._port}>",
                f"Call-ID: {self.call_id}",
                "CSeq: 1 MESSAGE",
                "Max-Forwards: 70",
                "Content-Length: 0",
            ]
            cue.sendto(("\r\n".join(lines) + "\r\n\r\n").encode(), (LOOPBACK, self._port))


class Caller(_Sipp):
    """Somebody who calls `phone`. He rings until it answers or refuses, and talks until it hangs up.

    Args:
        phone: whom he calls.
        number: his number; the user part of the address he calls from.
        name: his display name; "" for none.
        uri: the whole address he calls from, in place of one with `number`.
        account: which account of the phone he calls.
        reason: the Reason header with which he gives up.
        call_id: the SIP Call-ID; made up where it is not given.
    """

    def __init__(
        self,
        phone: Baresip,
        *,
        number: str = "+31205550101",
        name: str = "",
        uri: str = "",
        account: str = "agent",
        reason: str = "SIP;cause=487",
        call_id: str = "",
    ) -> None:
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        keys = {
            "caller": uri or f"sip:{number}@pbx.example",
            "display": f'"{quoted}" ' if name else "",
            "reason": reason,
            "account": account,
        }
        scenario = (_SCENARIOS / "caller.xml").read_text(encoding="utf-8")
        super().__init__(scenario, phone.folder, phone.sip_address, call_id or f"{uuid.uuid4().hex}@pbx.example", keys)

    def hang_up(self) -> None:
        """Give up where nobody has answered yet, else hang up."""
        self._tell()


class Callee(_Sipp):
    """A phone that can be called at `uri`. It rings until `answer`, until the caller gives up, or refuses by itself.

    Args:
        folder: where its logs go.
        number: the user part of its address.
        refuses: a status line such as `486 Busy Here` with which it refuses every call.
        rings: whether it rings before it refuses.
    """

    def __init__(self, folder: Path, *, number: str = "+4930123456", refuses: str = "", rings: bool = True) -> None:
        file = "callee.xml" if not refuses else "rings_and_refuses.xml" if rings else "refuses.xml"
        scenario = (_SCENARIOS / file).read_text(encoding="utf-8").replace("486 Busy Here", refuses)
        super().__init__(scenario, folder, "", "", {})
        self.address = f"{LOOPBACK}:{self._port}"
        self.uri = f"sip:{number}@{self.address}"
        _wait(self._listening, "sipp listening")

    def answer(self) -> None:
        """Answer the ringing call."""
        self._tell_when_called()

    def hang_up(self) -> None:
        """End the call after it was answered."""
        self._tell_when_called()

    def _tell_when_called(self) -> None:
        _wait(lambda: self.steps, "a call at the other phone")
        self.call_id = self.steps[0]
        self._tell()


def _wait(condition: Callable[[], object], what: str) -> None:
    wait_until(condition, seconds=PATIENCE_S, what=what)
