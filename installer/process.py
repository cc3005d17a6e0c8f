"""Runs other programs: quietly into a log file, or with their output passed on as it comes.

It must not judge what they say; that is the caller's job.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

TICK_S = 0.2
LAST_WORDS = 8192
GRACE_S = 10.0


@dataclass(frozen=True, slots=True)
class Finished:
    """How a program ended: its exit code, and what it printed (for `passed_on` only the last part)."""

    code: int
    output: str

    @property
    def last_line(self) -> str:
        """The last line that is not empty."""
        return next((line for line in reversed(self.output.splitlines()) if line.strip()), "")


def logged(
    command: Sequence[str | Path],
    log: Path,
    *,
    on_line: Callable[[str], None] = lambda _line: None,
    environment: Mapping[str, str] | None = None,
) -> Finished:
    """Run a program with all its output appended to a log file.

    `on_line` is called for each line, and with an empty text when the program was silent for a moment.

    Raises:
        OSError: the program is not there, or the log cannot be written.
    """
    lines: list[str] = []
    with log.open("a", encoding="utf-8") as record:
        record.write(f"$ {' '.join(str(part) for part in command)}\n")
        with (
            subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                env=environment,
            ) as program,
            _ended_with_us(program),
        ):
            for line in _lines_of(program):
                if line:
                    lines.append(line)
                    record.write(line)
                on_line(line.rstrip())
        record.write(f"(exit code {program.returncode})\n")
    return Finished(program.returncode, "".join(lines))


def passed_on(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None) -> Finished:
    """Run a program in a folder and pass its output on while it comes.

    Raises:
        OSError: the program is not there.
    """
    sys.stdout.flush()
    tail = b""
    with (
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env=environment,
        ) as program,
        _ended_with_us(program),
    ):
        while chunk := os.read(cast("IO[bytes]", program.stdout).fileno(), 65536):
            sys.stdout.buffer.write(chunk)
            sys.stdout.buffer.flush()
            tail = (tail + chunk)[-LAST_WORDS:]
    return Finished(program.returncode, tail.decode("utf-8", "replace"))


@contextmanager
def _ended_with_us(program: subprocess.Popen[str] | subprocess.Popen[bytes]) -> Iterator[None]:
    """Leave no program behind when we are stopped: it is told to end, and ended if it does not."""
    try:
        yield
    except BaseException:
        program.terminate()
        try:
            program.wait(GRACE_S)
        except subprocess.TimeoutExpired:
            program.kill()
        raise


def _lines_of(program: subprocess.Popen[str]) -> Iterator[str]:
    """The lines a program prints, and an empty text whenever none came for a moment."""
    stream = cast("IO[str]", program.stdout)
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()

    def read() -> None:
        for line in stream:
            lines.put(line)
        lines.put("")

    reader = threading.Thread(target=read, name="output", daemon=True)
    reader.start()
    while True:
        try:
            line = lines.get(timeout=TICK_S)
        except queue.Empty:
            yield ""
            continue
        if not line:
            return
        yield line
