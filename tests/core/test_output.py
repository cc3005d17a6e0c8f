from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tray.activity.journal import Journal
from tray.calls.model import Call, CallName, CallState, Cause, Direction, Origin, Party
from tray.commands.output import Bar, complain, say, say_json, table
from tray.paths import HOME_VARIABLE, JOURNAL_FILE

HOSTILE = "\x1b[2J\x1b]0;owned\x07Ro\u202ebin\nforged row\x9b31m"


class Terminal(io.StringIO):
    """A terminal that knows few signs."""

    encoding = "ascii"

    def isatty(self) -> bool:
        return True


def test_signs_that_the_terminal_does_not_know_are_shown_as_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    say("Café \U0001f600")
    assert terminal.getvalue() == "Caf\\xe9 \\U0001f600\n"


def test_json_is_plain_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    say_json({"name": HOSTILE}, indent=None)
    printed = capsys.readouterr().out
    assert printed.isascii()
    assert "\x1b" not in printed
    assert json.loads(printed) == {"name": HOSTILE}


def test_an_error_is_one_line_on_the_error_stream(capsys: pytest.CaptureFixture[str]) -> None:
    complain("No such file.")
    assert capsys.readouterr() == ("", "cti-tray: No such file.\n")


def test_columns_stand_under_their_heads(capsys: pytest.CaptureFixture[str]) -> None:
    table(("name", "n"), [("Adatum", 1), ("Trey Research", None)])
    assert capsys.readouterr().out.splitlines() == ["name           n", "Adatum         1", "Trey Research  None"]
    table(("name", "n"), [])
    assert capsys.readouterr().out == "name  n\n"


def test_a_hostile_name_moves_no_cursor_and_forges_no_row(capsys: pytest.CaptureFixture[str]) -> None:
    table(("name",), [(HOSTILE,)])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[1].isprintable()
    assert "Ro\\u202ebin\\nforged row" in lines[1]


def test_a_bar_is_painted_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, painted in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        bar = Bar("Importing")
        bar.show(0, 0, "nothing to do")
        bar.show(5, 10, "5 rows")
        bar.show(30, 10, "more than there were")
        bar.close()
        assert ("100%" in stream.getvalue()) is painted
        assert stream.getvalue().endswith("\n") is painted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with two thousand calls."""
    journal = Journal(tmp_path / JOURNAL_FILE, pytest.fail)
    journal.start()
    for number in range(2000):
        call = Call(
            names=(CallName("phone", str(number)),),
            direction=Direction.INCOMING,
            state=CallState.ENDED,
            party=Party(name=HOSTILE),
            origin=Origin.EXTERNAL,
            started=float(number),
            ended=number + 1.0,
            cause=Cause.MISSED,
        )
        journal.write(call, 1_000_000.0)
    assert journal.stop()
    return tmp_path


def test_a_reader_that_goes_away_gets_no_traceback(folder: Path) -> None:
    command = [sys.executable, "-m", "tray.cli", "calls", "--limit", "2000"]
    environment = {**os.environ, HOME_VARIABLE: str(folder)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, text=True, **pipes) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith("started")
        process.stdout.close()
        complaint = process.stderr.read()
    assert complaint == ""
    assert process.returncode == 1
