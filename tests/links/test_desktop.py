"""The desktop entry, and what the real tools of the desktop make of it, in folders of the test's own."""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.display import require, wait_until
from tray.errors import CtiError
from tray.links.command import desktop_line, link_command, run_command
from tray.links.desktop import ENTRY, DesktopLinks, entry_text
from tray.links.model import SCHEMES, LinkState

pytestmark = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="needs a desktop of freedesktop.org")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    require("xdg-mime", "xdg-open")
    plain = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    folders = {"HOME": tmp_path, "XDG_DATA_HOME": tmp_path / "data", "XDG_CONFIG_HOME": tmp_path / "config"}
    # xdg-open looks for programs only where it takes a desktop for granted; nothing here opens a window on it.
    return {**plain, "DISPLAY": ":0", **{name: str(folder) for name, folder in folders.items()}}


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes"


@pytest.fixture
def links(environment: dict[str, str], tmp_path: Path, notes: Path) -> DesktopLinks:
    """A program that writes down its arguments stands where the tray is."""
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" > '{notes}.new'\nmv '{notes}.new' '{notes}'\n")
    program.chmod(0o755)
    return DesktopLinks(environment, (str(program), "open", "--"))


def test_the_entry_is_hidden_and_takes_the_three_schemes() -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(entry_text(("/opt/tray", "open", "--")))
    entry = dict(parser["Desktop Entry"])
    assert entry["Exec"] == "/opt/tray open -- %u"
    assert entry["MimeType"] == "x-scheme-handler/tel;x-scheme-handler/callto;x-scheme-handler/ctitray;"
    assert (entry["Type"], entry["NoDisplay"], entry["Terminal"]) == ("Application", "true", "false")


@pytest.mark.parametrize(
    ("program", "written"),
    [
        ("/opt/cti-tray/bin/python3.11", "/opt/cti-tray/bin/python3.11"),
        ("/home/anna b/tray", '"/home/anna b/tray"'),
        ("/a;b&c|d", '"/a;b&c|d"'),
        ('/a"b$c`d', r'"/a\\"b\\$c\\`d"'),
        ("/100%u/tray", '"/100%%u/tray"'),
        ("/back\\slash", r'"/back\\\\slash"'),
    ],
)
def test_the_program_is_quoted_as_the_specification_says(program: str, written: str) -> None:
    assert desktop_line((program, "--")) == f"{written} -- %u"


def test_registering_is_undone_without_a_trace_and_keeps_what_others_chose(
    links: DesktopLinks, environment: dict[str, str]
) -> None:
    choices = Path(environment["XDG_CONFIG_HOME"]) / "mimeapps.list"
    choices.parent.mkdir()
    before = "[Default Applications]\ntext/html=web.desktop\nx-scheme-handler/tel=other.desktop;cti-tray.desktop;\n"
    choices.write_text(before)
    assert {links.state(scheme) for scheme in SCHEMES} <= {LinkState.NOT_REGISTERED}
    links.register()
    assert {links.state(scheme) for scheme in SCHEMES} == {LinkState.CHOSEN}
    assert links.has_program("tel")
    assert not links.has_program("msteams")
    links.remove()
    links.remove()
    assert {links.state(scheme) for scheme in SCHEMES} == {LinkState.NOT_REGISTERED}
    assert not links.entry.exists()
    assert ENTRY not in choices.read_text()
    assert "text/html=web.desktop" in choices.read_text()


@pytest.mark.parametrize(
    "link", ["tel:+31205550101;ext=1", "callto://+31205550101", "ctitray://call/v1?event=x&number=1"]
)
def test_the_system_gives_the_program_one_argument_whatever_is_in_the_link(
    links: DesktopLinks, environment: dict[str, str], notes: Path, link: str
) -> None:
    links.register()
    subprocess.run(["xdg-open", link], env=environment, check=True, timeout=30)
    wait_until(notes.exists, what="the program")
    assert notes.read_text().splitlines() == ["3", "open", "--", link]


def test_a_desktop_without_its_tools_is_said_so(environment: dict[str, str], tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    links = DesktopLinks({**environment, "PATH": str(empty)}, ("/opt/tray",))
    assert links.state("tel") is LinkState.NOT_REGISTERED
    with pytest.raises(CtiError, match="could not be told"):
        links.register()
    assert links.entry.exists()


def test_a_folder_that_cannot_be_written_is_named(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder has to be")
    with pytest.raises(CtiError, match="cannot be changed"):
        DesktopLinks(environment, ("/opt/tray",)).register()


def test_the_commands_look_for_no_module_where_the_browser_is(tmp_path: Path) -> None:
    """A folder of downloads may hold a module of any name."""
    (tmp_path / "tray").mkdir()
    (tmp_path / "tray/__init__.py").write_text("raise SystemExit(99)")
    (tmp_path / "tray.py").write_text("raise SystemExit(99)")
    (tmp_path / "argparse.py").write_text("raise SystemExit(99)")
    checkout = str(Path(__file__).parents[2])
    done = subprocess.run(
        [*link_command()[:-1], "--help"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": checkout},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert link_command()[-1] == "--"
    assert link_command()[:2] == run_command()[:2] == (sys.executable, "-P")
    assert run_command()[-2:] == ("run", "--background")
