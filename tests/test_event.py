"""`cti-event`, as a softphone runs it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.telephony.receiver_bench import NUMBER, Bench, running
from tray import event
from tray.calls.facts import FIELD_NAMES, MAX_NAME_LENGTH, Field
from tray.calls.model import CallState, Cause, Direction
from tray.calls.numbers import MAX_NUMBER_LENGTH
from tray.paths import HOME_VARIABLE
from tray.telephony.receiver_api import MOST_EVENT_BYTES
from tray.telephony.receiver_file import FILE_NAME, Keys, save_keys


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.fixture
def bench(home: Path) -> Iterator[Bench]:
    with running(home) as bench:
        yield bench


def test_a_number_alone_is_an_incoming_call(bench: Bench) -> None:
    assert event.main([NUMBER]) == 0
    fact = bench.next_fact()
    assert (fact.state, fact.direction, fact.number) == (CallState.OFFERED, Direction.INCOMING, NUMBER)


def test_every_option_arrives(bench: Bench) -> None:
    options = ["--event", "ended", "--number", NUMBER, "--name", "Ann & <b>", "--call-id", "x1"]
    options += ["--direction", "incoming", "--line", "7", "--cause", "answered_elsewhere"]
    assert event.main(options) == 0
    fact = bench.next_fact()
    assert (fact.state, fact.number, fact.name, fact.call_id) == (CallState.ENDED, NUMBER, "Ann & <b>", "x1")
    assert (fact.direction, fact.line, fact.cause) == (Direction.INCOMING, "7", Cause.ANSWERED_ELSEWHERE)


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        (["--event", "cmdIncomingCall", NUMBER], NUMBER),
        (["Ann", "Smith", NUMBER], NUMBER),
        (["--number", "1", "2", "3"], "3"),
        (["--number=+31205550101"], NUMBER),
        (["sip:%2B31205550101@pbx.example;user=phone"], NUMBER),
        (["anonymous"], "anonymous"),
        ([""], ""),
        ([], ""),
        (["--", "-5"], "-5"),
        (["101"], "101"),
        (["M\udcfcller"], "Mller"),
    ],
)
def test_the_last_argument_is_the_number(bench: Bench, arguments: list[str], number: str) -> None:
    assert event.main(arguments) == 0
    assert bench.next_fact().number == number


def test_a_hook_may_say_that_it_never_tells_the_end(bench: Bench) -> None:
    assert event.main(["--event", "connected", "--end", "never", NUMBER]) == 0
    assert event.main(["--event", "connected", "--end=later", NUMBER]) == event.BAD_ARGUMENTS
    assert bench.next_fact().end_unseen


def test_the_hooks_of_one_call_are_one_call(bench: Bench) -> None:
    hooks = ["cmdIncomingCall", "cmdCallRing", "cmdCallAnswer", "cmdCallStart", "cmdCallEnd"]
    for hook in hooks:
        assert event.main(["--event", hook, NUMBER]) == 0
    assert len({bench.next_fact().call_id for _ in hooks}) == 1


@pytest.mark.parametrize("spelling", sorted(FIELD_NAMES))
def test_every_spelling_of_a_field_is_an_option(bench: Bench, spelling: str) -> None:
    values = {
        Field.EVENT: "ended",
        Field.CALL_ID: "x1",
        Field.DIRECTION: "incoming",
        Field.NUMBER: NUMBER,
        Field.NAME: "Ann",
        Field.LINE: "7",
        Field.CAUSE: "busy",
        Field.ORIGIN: "user",
        Field.END: "never",
    }
    field = FIELD_NAMES[spelling]
    others = [part for name, value in values.items() if name is not field for part in (f"--{name}", value)]
    for option in (f"--{spelling}", f"--{spelling.upper()}", f"--{spelling.replace('_', '-')}"):
        assert event.main([*others, option, values[field]]) == 0
        fact = bench.next_fact()
        assert (fact.state, fact.call_id, fact.number, fact.name, fact.line) == ("ended", "x1", NUMBER, "Ann", "7")
        assert (fact.direction, fact.cause, fact.origin) == ("incoming", "busy", "user")


def test_the_token_may_come_from_a_named_file(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert event.main(["--token-file", "auto", NUMBER]) == 0
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "nobody"))
    assert event.main(["--token-file", "auto", NUMBER]) == 3
    copy = tmp_path / "token of the desk.json"
    copy.write_bytes((bench.folder / FILE_NAME).read_bytes())
    assert event.main([f"--token-file={copy}", NUMBER]) == 0
    assert [bench.next_fact().number for _ in range(2)] == [NUMBER] * 2
    capsys.readouterr()
    assert event.main(["--token-file", str(tmp_path / "none"), NUMBER]) == 2
    assert capsys.readouterr().err == f"cti-event: --token-file: there is no file {tmp_path / 'none'}\n"


@pytest.mark.parametrize(
    "arguments", [["--no-such-option", "5"], ["--numb", NUMBER], ["--two\nlines"], ["--event"], ["-x", NUMBER]]
)
def test_an_unknown_option_is_told_in_one_line(
    bench: Bench, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert event.main(arguments) == 2
    told = capsys.readouterr().err
    assert told.startswith("cti-event: ")
    assert told.count("\n") == 1
    assert bench.still_answers()


@pytest.mark.parametrize(
    "link",
    [
        "ctitray://call/v1?event=offered&number=%2B31205550101&source=teams-popout",
        "ctitray://call/v1?event=incoming&number=+31205550101",
        "ctitray:call/v1?event=ring&number=+31205550101",
        "CTITRAY://Call/V1/?event=incoming&number=tel:+31205550101#n=1",
    ],
)
def test_a_link_opens_a_card(bench: Bench, link: str) -> None:
    assert event.main([link]) == 0
    assert bench.next_fact().number == NUMBER


@pytest.mark.parametrize(
    "arguments",
    [
        ["ctitray://call/v1?event=ended&id=x1"],
        ["ctitray://call/v1?event=connected&number=1"],
        ["ctitray://call/v1"],
        ["ctitray://call/v1?event=incoming&number=1&number=2"],
        ["ctitray://dial/v1?number=1"],
        ["ctitray://call/v2?event=incoming"],
        ["ctitray://"],
        ["ctitray://call/v1?event=incoming", "--event", "ended"],
        ["--event", "ended", "ctitray://call/v1?event=incoming"],
        ["ctitray://call/v1?event=incoming&name=" + "x" * 5000],
        ["ctitray://call/v1?event=incoming&name=\u00fc"],
    ],
)
def test_a_link_can_do_nothing_else(bench: Bench, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert event.main(arguments) == 2
    assert "cti-event: " in capsys.readouterr().err
    assert bench.still_answers()


@pytest.mark.parametrize(
    ("arguments", "number", "name"),
    [
        (["--name", "B" * 10_000, NUMBER], NUMBER, "B" * 128),
        (["--name", "\U0001f98a" * 10_000, NUMBER], NUMBER, "\U0001f98a" * 128),
        (["--line", "7" * 10_000, "--name", "Ann", NUMBER], NUMBER, "Ann"),
        (["B" * 10_000 + f" <sip:{NUMBER}@pbx.example>"], NUMBER, ""),
        (["1" * 10_000], "1" * 64, ""),
    ],
)
def test_no_call_is_lost_for_a_text_that_is_far_too_long(
    bench: Bench, arguments: list[str], number: str, name: str
) -> None:
    assert event.main(["--call-id", "x1", *arguments]) == 0
    fact = bench.next_fact()
    assert (fact.number, fact.name, fact.call_id) == (number, name, "x1")


def test_the_limits_are_those_of_the_tray() -> None:
    assert event.MOST_KEPT == {"name": MAX_NAME_LENGTH, "number": MAX_NUMBER_LENGTH, "line": MAX_NUMBER_LENGTH}
    assert event.MOST_BODY == MOST_EVENT_BYTES


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--event", "explode", NUMBER], "event: 'explode' is not a known event"),
        (["--direction", "up", NUMBER], "direction"),
        (["--cause", "boredom", "--event", "ended"], "cause"),
        (["--call-id", "x" * 300], "call_id"),
        (["--call-id", "x" * 9000], "larger than 8192 bytes"),
        (["--no-such-option"], "--no-such-option"),
        (["--event"], "--event"),
    ],
)
def test_bad_arguments_are_told_and_end_with_2(
    bench: Bench, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert event.main(arguments) == 2
    told = capsys.readouterr()
    assert words in told.err
    assert told.out == ""
    assert bench.still_answers()


def test_without_a_tray_one_line_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert event.main([NUMBER]) == 3
    assert capsys.readouterr().err == "cti-event: CTI Tray is not running. Start it first.\n"


def test_a_file_of_an_ended_tray_means_no_tray(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with running(home):
        pass
    assert event.main([NUMBER]) == 3
    assert capsys.readouterr().err.count("\n") == 1


def test_a_tray_of_another_user_at_the_port_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with running(tmp_path / "other") as other:
        save_keys(tmp_path / "own", Keys(other.port, "t" * 43, "c" * 43))
        monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "own"))
        assert event.main([NUMBER]) == 3
        assert other.facts.empty()
    assert "not running" in capsys.readouterr().err


def test_a_switched_off_receiver_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with running(home, enabled=False):
        assert event.main([NUMBER]) == 1
    assert "sources.receiver is switched off" in capsys.readouterr().err


def test_a_tray_that_hangs_is_given_up(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        save_keys(home, Keys(server.getsockname()[1], "t" * 43, "c" * 43))
        assert event.main([NUMBER]) == 1
    assert "does not answer" in capsys.readouterr().err


def test_help_tells_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert event.main(["--help"]) == 0
    text = capsys.readouterr().out
    options = ["--event", "--number", "--name", "--call-id", "--direction", "--line", "--cause", "NUMBER"]
    options += ["--origin", "--token-file", "--callerid"]
    assert [option for option in options if option not in text] == []
    assert "ctitray://call/v1" in text
    assert "exit code" in text


def test_as_a_process_it_reports_and_imports_little(bench: Bench) -> None:
    code = "import sys; from tray.event import main; code = main(); print(code, *sys.modules)"
    command = [sys.executable, "-c", code, "--event", "incoming", NUMBER]
    environment = {**os.environ, HOME_VARIABLE: str(bench.folder)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    result, *loaded = done.stdout.split()
    assert (result, done.stderr) == ("0", "")
    assert bench.next_fact().number == NUMBER
    heavy = ["PySide6", "msal", "requests", "phonenumbers", "sqlalchemy", "PIL", "keyring", "pystray", "h11"]
    heavy += ["ssl", "asyncio", "http.client", "email", "dataclasses", "typing", "logging", "hashlib", "tempfile"]
    assert [name for name in heavy if name in loaded] == []


def test_as_a_process_it_reads_its_own_arguments(home: Path) -> None:
    code = "import sys; from tray.event import main; sys.exit(main())"
    done = subprocess.run([sys.executable, "-c", code, NUMBER], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (3, "")
