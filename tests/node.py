"""Programs of Node for tests: started with the packages of the lock file, spoken to in JSON lines, ended with us.

A program reads its orders from stdin and ends when that ends, also when the test run is killed. What it prints on
stderr is kept and shown when something fails.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from installer import node
from tests.display import require

CHECKOUT = Path(__file__).resolve().parents[1]
SCRIPTS = CHECKOUT / node.SOURCES
END_LIMIT_S = 20.0
Message = dict[str, Any]


def need_node() -> None:
    """Skip the test where Node or its packages are missing; fail instead where CI says that all is installed."""
    require("node")
    if node.is_there(CHECKOUT):
        return
    reason = "the Node packages are not installed: python -m installer test"
    if os.environ.get("CI", "").casefold() == "true":
        pytest.fail(reason)
    pytest.skip(reason)


class NodeProgram:
    """A running script of ours; `on_message` is called for each line that it prints, from a thread of its own.

    Args:
        script: the name of the file.
        options: what it is started with.
        on_message: takes what it says.
    """

    def __init__(self, script: str, options: Mapping[str, object], on_message: Callable[[Message], None]) -> None:
        need_node()
        self._name = script
        self._complaints = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed in stop
        self._process = subprocess.Popen(
            ["node", str(SCRIPTS / script), json.dumps(options)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            encoding="utf-8",
            env={**os.environ, "CTI_TRAY_NODE": str(node.folder_of(CHECKOUT)), "NODE_NO_WARNINGS": "1"},
        )
        self._on_message = on_message
        self._telling = threading.Lock()
        self._reader = threading.Thread(target=self._read, name=script, daemon=True)
        self._reader.start()

    def tell(self, message: Mapping[str, object]) -> None:
        """Give it an order."""
        assert self._process.stdin is not None
        try:
            with self._telling:
                self._process.stdin.write(json.dumps(message) + "\n")
                self._process.stdin.flush()
        except BrokenPipeError:
            pytest.fail(f"{self._name} has ended:\n{self.complaints()}")

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def complaints(self) -> str:
        """All that it printed on stderr."""
        self._complaints.seek(0)
        return self._complaints.read()

    def stop(self) -> None:
        """End it: first by closing its input, as a courtesy."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.close()
            self._process.wait(END_LIMIT_S)
        except (BrokenPipeError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        self._reader.join(END_LIMIT_S)
        self._process.stdout.close()
        self._complaints.close()

    def _read(self) -> None:
        """Hand on what it says; a line that is not JSON is a library's notice."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith("{"):
                self._on_message(json.loads(line))
        self._on_message({})
