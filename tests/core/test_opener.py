"""Opening an address: what counts as opened, and that every failure is told."""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from tests.display import wait_until
from tray.calls.numbers import NumberReader
from tray.config_model import Config, DialConfig
from tray.config_schema import DialMethod
from tray.errors import CtiError, Refused, SourceFailed
from tray.links.desktop import DesktopLinks
from tray.links.model import Links, LinkState
from tray.opener import open_address, open_found
from tray.phones import Phones

pytestmark = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="needs xdg-open")

ADDRESS = "tel:+31205550101"
PATIENCE_S = 20.0

Write = Callable[[str], Path]


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes the xdg-open of this test, the only one on PATH that is found; gives the file in which it notes."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    seen = tmp_path / "seen"

    def write(line: str) -> Path:
        program = folder / "xdg-open"
        program.write_text(f"#!/bin/sh\necho \"$#:$1\" > '{seen}.new'\nmv '{seen}.new' '{seen}'\n{line}\n")
        program.chmod(0o755)
        return seen

    return write


def test_a_program_that_takes_the_address_gets_it_as_it_is(script: Write) -> None:
    seen = script("exit 0")
    hostile = "tel:1;touch$IFS'x'`id`&"
    open_address(hostile, pytest.fail)
    wait_until(seen.exists, what="the opener")
    assert seen.read_text() == f"1:{hostile}\n"


@pytest.mark.parametrize("code", [1, 2, 3, 4])
def test_an_opener_that_ends_with_an_error_is_told(script: Write, code: int) -> None:
    failures: queue.Queue[CtiError] = queue.Queue()
    script(f"exit {code}")
    open_address(ADDRESS, failures.put)
    error = failures.get(timeout=PATIENCE_S)
    assert isinstance(error, SourceFailed)
    assert "not dialled" in error.message
    assert "tel links" in error.hint
    assert "5550" not in str(error)


def test_an_opener_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failures: queue.Queue[CtiError] = queue.Queue()
    monkeypatch.setenv("PATH", str(tmp_path))
    open_address(ADDRESS, failures.put)
    assert "xdg-open cannot be started" in failures.get(timeout=PATIENCE_S).message


def test_a_program_that_keeps_running_has_taken_the_address(script: Write, tmp_path: Path) -> None:
    failures: queue.Queue[CtiError] = queue.Queue()
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    seen = script(f"read line < '{gate}'\ntouch '{tmp_path}/ended'\nexit 4")
    open_address(ADDRESS, failures.put, opened_after_s=0.05)
    wait_until(seen.exists, what="the opener")
    wait_until(lambda: "dialled" in thread_names(), what="the end of the wait")
    gate.write_text("go\n")
    wait_until(lambda: not {"dial", "dialled"} & thread_names(), what="the end of the program")
    assert (tmp_path / "ended").exists()
    assert failures.empty()


def test_dialling_that_goes_nowhere_reaches_the_one_who_dialled(script: Write, tmp_path: Path) -> None:
    failures: queue.Queue[CtiError] = queue.Queue()
    seen = script("exit 3")
    config = replace(Config(), dial=DialConfig(DialMethod.TEL))
    phones = Phones(
        tmp_path, config, NumberReader(), print, lambda verb, _: {"verb": verb}, lambda done: done(), lambda: None
    )
    phones.dial("020 555 0101", failures.put)
    assert "not dialled" in failures.get(timeout=PATIENCE_S).message
    assert seen.read_text() == "1:tel:+31205550101\n"


def thread_names() -> set[str]:
    return {thread.name for thread in threading.enumerate()}


def test_what_stands_in_the_way_is_told_in_place_of_opening(script: Write) -> None:
    failures: queue.Queue[CtiError] = queue.Queue()
    seen = script("exit 0")
    circle = Refused("a circle")

    def find() -> str:
        raise circle

    open_found(find, failures.put)
    assert failures.get(timeout=PATIENCE_S) is circle
    wait_until(lambda: "dial" not in thread_names(), what="the end of the thread")
    assert not seen.exists()


@pytest.mark.parametrize(
    ("teams", "opened"), [(True, "msteams:/l/call"), (False, "https://teams.microsoft.com/l/call")]
)
def test_teams_is_opened_without_a_browser_where_it_is_installed(
    script: Write, tmp_path: Path, teams: bool, opened: str
) -> None:
    """The desktop says whether it is, by its own tool."""
    seen = script("exit 0")
    entry = tmp_path / "data/applications/teams.desktop"
    entry.parent.mkdir(parents=True)
    if teams:
        entry.write_text(
            "[Desktop Entry]\nType=Application\nName=Teams\nExec=true\nMimeType=x-scheme-handler/msteams;\n"
        )
        (tmp_path / "config").mkdir()
        (tmp_path / "config/mimeapps.list").write_text(
            "[Default Applications]\nx-scheme-handler/msteams=teams.desktop\n"
        )
    folders = {"HOME": tmp_path, "XDG_DATA_HOME": tmp_path / "data", "XDG_CONFIG_HOME": tmp_path / "config"}
    environment = {**os.environ, **{name: str(folder) for name, folder in folders.items()}}
    phones = Phones(
        tmp_path,
        replace(Config(), dial=DialConfig(DialMethod.TEAMS)),
        NumberReader(),
        print,
        lambda verb, _: {"verb": verb},
        lambda done: done(),
        lambda: None,
        links=DesktopLinks(environment, ("/opt/tray",)),
    )
    phones.dial("020 555 0101", pytest.fail)
    wait_until(seen.exists, what="the opener")
    assert seen.read_text().startswith(f"1:{opened}/0/0?users=4:%2B31205550101")


class OwnLinks:
    """A system that sends the links of these schemes to the tray."""

    def __init__(self, *schemes: str) -> None:
        self._schemes = schemes

    def state(self, scheme: str) -> LinkState:
        return LinkState.CHOSEN if scheme in self._schemes else LinkState.NOT_REGISTERED

    def has_program(self, scheme: str) -> bool:
        return scheme in self._schemes


@pytest.mark.parametrize(
    ("dial", "own", "comes_back"),
    [
        (DialConfig(DialMethod.TEL), ("tel", "callto"), True),
        (DialConfig(DialMethod.TEL), ("callto",), False),
        (DialConfig(DialMethod.TEMPLATE, "callto:{number}"), ("tel", "callto"), True),
        (DialConfig(DialMethod.TEMPLATE, "sip:{number}"), ("tel", "callto"), False),
    ],
)
def test_what_windows_dial_is_not_handed_to_a_system_that_gives_it_back(
    script: Write, tmp_path: Path, dial: DialConfig, own: tuple[str, ...], comes_back: bool
) -> None:
    """Cards, Recent calls and the dial box come this way."""
    failures: queue.Queue[CtiError] = queue.Queue()
    seen = script("exit 0")
    phones = Phones(
        *(tmp_path, replace(Config(), dial=dial), NumberReader(), print, lambda verb, _: {"verb": verb}),
        *(lambda done: done(), lambda: None),
        links=cast(Links, OwnLinks(*own)),
    )
    way = phones.dial_way("020 555 0101")
    phones.dial("020 555 0101", failures.put)
    if comes_back:
        assert "come back to CTI Tray" in failures.get(timeout=PATIENCE_S).message
        assert "come back to CTI Tray" in way.obstacle
        wait_until(lambda: "dial" not in thread_names(), what="the end of the thread")
    else:
        wait_until(seen.exists, what="the opener")
        assert way.obstacle == ""
    assert seen.exists() != comes_back
