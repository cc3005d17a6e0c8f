"""A running tray for tests: the real process, driven by its own command line, seen from outside only."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, Self

import pytest

from tests.display import wait_until
from tray.paths import JOURNAL_FILE

PATIENCE_S = 30.0


class DeskTray:
    """`cti-tray run` in a data folder of its own.

    Args:
        folder: the data folder.
        environment: of the process, such as that of a `Desktop`; off screen where none is given.
        config: the text of its config.toml.
        introduced: False for the very first start in this folder, which shows the page of first steps on the screen.
    """

    def __init__(
        self, folder: Path, environment: dict[str, str] | None = None, config: str = "", *, introduced: bool = True
    ) -> None:
        self.folder = folder
        offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYSTRAY_BACKEND": "dummy"}
        self.environment = {**(environment or offscreen), "CTI_TRAY_HOME": str(folder)}
        self.environment["PATH"] = f"{_phone_program(folder)}{os.pathsep}{self.environment['PATH']}"
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None
        self.output: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)
        if introduced:
            (folder / JOURNAL_FILE).touch(0o600)
        if config:
            (folder / "config.toml").write_text(config, encoding="utf-8")

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.kill()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None and self._process.poll() is None:
            with contextlib.suppress(subprocess.CalledProcessError):
                self.command("quit")
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(PATIENCE_S)
        self.kill()

    @property
    def process(self) -> subprocess.Popen[str]:
        """The process of the tray."""
        assert self._process is not None
        return self._process

    def start(self, *options: str) -> None:
        """Start it, and wait until it takes calls. One that was started before has to have ended."""
        self.kill()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tray.cli", "run", *options],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        wait_until(self._takes_calls, seconds=PATIENCE_S, what="a tray that takes calls")

    def kill(self) -> None:
        """End it without a word."""
        if self._process is None:
            return
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        if self._reader is not None:
            self._reader.join(PATIENCE_S)
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process = None

    def command(self, *arguments: str) -> str:
        """What `cti-tray` prints for these arguments; the test fails where it does not end with 0."""
        done = self.run(*arguments)
        if done.returncode:
            raise subprocess.CalledProcessError(done.returncode, arguments, done.stdout, done.stderr)
        return done.stdout

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `cti-tray` beside the tray."""
        return subprocess.run(
            [sys.executable, "-m", "tray.cli", *arguments],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def json(self, *arguments: str) -> Any:
        """What a command prints with `--json`."""
        return json.loads(self.command(*arguments, "--json"))

    def status(self) -> dict[str, Any]:
        """What `status --json` says."""
        answer: dict[str, Any] = self.json("status")
        return answer

    def set_up(self, setup: dict[str, Any]) -> None:
        """Import a setup; the tray has taken it over when this returns."""
        file = self.folder / "setup-to-import.json"
        file.write_text(json.dumps(setup), encoding="utf-8")
        self.command("setup", "import", str(file))

    def load(self, table: str, csv: str) -> None:
        """Load a table of the directory."""
        file = self.folder / f"{table}.csv"
        file.write_text(csv, encoding="utf-8")
        self.command("directory", "import", str(file), "--table", table)

    def report(self, event: str, **fields: Any) -> None:
        """Report a phone event to the receiver, as a softphone does; the test fails where it is not taken."""
        status = self.offer(event, **fields)
        if status != 202:
            pytest.fail(f"the receiver answered {status} to {event}")

    def offer(self, event: str, **fields: Any) -> int:
        """The status with which the receiver answers a phone event."""
        keys = json.loads((self.folder / "receiver.json").read_text(encoding="utf-8"))
        request = urllib.request.Request(
            f"http://127.0.0.1:{keys['port']}/v1/call",
            json.dumps({"event": event, **fields}).encode(),
            {"Content-Type": "application/json", "Authorization": f"Bearer {keys['token']}"},
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            with error:
                return error.code

    def source(self, name: str) -> dict[str, Any]:
        """What `status --json` says of a source."""
        return next(source for source in self.status()["sources"] if source["name"] == name)

    def wait_for_source(self, name: str, state: str = "connected") -> None:
        """Wait until a source is in this state."""
        wait_until(lambda: self.source(name)["state"] == state, seconds=PATIENCE_S, what=f"{name} to be {state}")

    def call(self, call_id: str = "") -> dict[str, Any]:
        """The newest call of the journal (with this id) that has ended, as soon as there is one."""

        def found() -> list[dict[str, Any]]:
            rows = self.json("calls")
            return [row for row in rows if row["ended"] and row["call_id"] == (call_id or row["call_id"])]

        return wait_until(found, seconds=PATIENCE_S, what=f"an ended call {call_id} in the journal")[0]

    def log(self) -> str:
        """The text of its log file; "" while there is none."""
        file = self.folder / "tray.log"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def _takes_calls(self) -> bool:
        if self.process.poll() is not None:
            pytest.fail(f"the tray ended with {self.process.returncode}: {''.join(self.output)}")
        return self.run("status", "--json").returncode == 0

    def _read(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.output.append(line)


def _phone_program(folder: Path) -> Path:
    """A folder with a program that takes what the desktop hands over, such as a `tel:` address; it does nothing."""
    programs = folder.parent / "programs"
    programs.mkdir(parents=True, exist_ok=True)
    program = programs / "xdg-open"
    program.write_text("#!/bin/sh\nexit 0\n", encoding="ascii")
    program.chmod(0o755)
    return programs


def decided(call: dict[str, Any]) -> list[str]:
    """The words of the decisions about a call of the journal."""
    return [decision["decision"] for decision in call["decisions"]]
