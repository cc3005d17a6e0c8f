"""Other programs run into a log or are passed on, and never outlive us."""

from __future__ import annotations

import sys
from pathlib import Path

import psutil
import pytest

from installer import process


def test_output_goes_to_the_log_and_to_the_caller(tmp_path: Path) -> None:
    log = tmp_path / "log"
    seen: list[str] = []
    script = "import sys; print('one'); print('two', file=sys.stderr); sys.exit(3)"
    ended = process.logged([sys.executable, "-c", script], log, on_line=seen.append)
    assert (ended.code, sorted(ended.output.split())) == (3, ["one", "two"])
    assert {"one", "two"} <= set(seen)
    text = log.read_text(encoding="utf-8")
    assert text.startswith(f"$ {sys.executable} -c ")
    assert text.endswith("(exit code 3)\n")


def test_a_silent_program_is_told_about_too(tmp_path: Path) -> None:
    signs: list[str] = []
    script = "import sys, threading; threading.Event().wait(0.6); print('late')"
    process.logged([sys.executable, "-c", script], tmp_path / "log", on_line=signs.append)
    assert signs[0] == ""
    assert signs[-1] == "late"


def test_a_program_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        process.logged([tmp_path / "nothing"], tmp_path / "log")


@pytest.mark.parametrize("ignores_the_request", [False, True])
def test_stopping_us_ends_the_program(
    tmp_path: Path, ignores_the_request: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "GRACE_S", 0.5)
    deaf = "signal.signal(signal.SIGTERM, signal.SIG_IGN);" if ignores_the_request else ""
    script = f"import os, signal, threading; {deaf} print(os.getpid(), flush=True); threading.Event().wait(300)"
    ids: list[int] = []

    def stop_at_the_first_line(line: str) -> None:
        if line:
            ids.append(int(line))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        process.logged([sys.executable, "-c", script], tmp_path / "log", on_line=stop_at_the_first_line)
    assert not psutil.pid_exists(ids[0])


def test_output_is_passed_on_byte_by_byte_and_the_last_line_kept(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    script = "import os; print(os.getcwd()); print('\\u2713 5 passed in 1s'); print(); raise SystemExit(5)"
    ended = process.passed_on([sys.executable, "-X", "utf8", "-c", script], tmp_path)
    assert (ended.code, ended.last_line) == (5, "\u2713 5 passed in 1s")
    assert capfdbinary.readouterr().out.decode() == f"{tmp_path}\n\u2713 5 passed in 1s\n\n"
