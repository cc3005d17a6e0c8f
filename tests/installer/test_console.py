"""Steps are redrawn in place on a terminal and are plain lines elsewhere."""

from __future__ import annotations

import io
import itertools

import pytest

from installer import console as console_module
from installer.console import Console
from installer.environment import PipProgress
from installer.errors import SetupError


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_elsewhere_a_step_is_two_plain_lines() -> None:
    stream = io.StringIO()
    with Console(stream).step("Installing") as step:
        step.update("1 of 2")
        step.summarise("2 packages")
    first, last = stream.getvalue().splitlines()
    assert first == "Installing ..."
    assert last.startswith("Installing: done, 2 packages, ")
    assert "\r" not in stream.getvalue()


def test_elsewhere_a_long_step_gives_signs_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console_module, "SIGN_OF_LIFE_S", 0.0)
    stream = io.StringIO()
    with Console(stream).step("Installing") as step:
        step.update("1 of 2")
        step.update()
    lines = stream.getvalue().splitlines()
    assert len(lines) == 4
    assert all(line.startswith("  Installing: 1 of 2, ") for line in lines[1:3])


def test_on_a_terminal_a_step_stays_on_one_line_and_leaves_no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console_module, "REDRAW_S", 0.0)
    monkeypatch.setenv("COLUMNS", "50")
    stream = Terminal()
    with Console(stream).step("Installing") as step:
        step.update("a detail that is much too long for a line of fifty characters")
        step.update("short")
    text = stream.getvalue()
    assert text.count("\n") == 1
    drawn = text.rstrip("\n").split("\r")[1:]
    assert max(len(part) for part in drawn) == 49
    assert all(len(later) >= len(earlier.rstrip()) for earlier, later in itertools.pairwise(drawn))


def test_a_stopped_step_says_so() -> None:
    stream = io.StringIO()
    with pytest.raises(KeyboardInterrupt), Console(stream).step("Installing"):
        raise KeyboardInterrupt
    assert stream.getvalue().splitlines()[-1].startswith("Installing: stopped, ")


def test_an_error_is_a_line_and_its_hint(capsys: pytest.CaptureFixture[str]) -> None:
    Console().failure(SetupError("It broke.", hint="Mend it."))
    Console().failure(SetupError("No hint."))
    assert capsys.readouterr().err == "Error: It broke.\n  Mend it.\nError: No hint.\n"


def test_pips_lines_become_a_count() -> None:
    there = iter((2, 2, 3))
    progress = PipProgress(4, lambda: next(there))
    shown = [
        progress.feed(line)
        for line in (
            "Ignoring pywin32-ctypes: markers 'sys_platform == \"win32\"' don't match your environment",
            "Collecting certifi==2026.10.18 (from -r requirements.lock (line 4))",
            "  Downloading certifi-2026.10.18-py3-none-any.whl (134 kB)",
            "Processing /opt/wheels/cffi-2.1.1-cp311-cp311-linux_x86_64.whl (from -r requirements.lock (line 7))",
            "",
            "Installing collected packages: certifi, cffi",
            "",
        )
    ]
    assert shown == ["", "1 of 3, certifi", "", "2 of 3, cffi", "", "unpacked 0 of 2", "unpacked 1 of 2"]
