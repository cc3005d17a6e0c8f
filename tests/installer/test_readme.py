"""Every command, setting and request that the README shows is run against the real thing, in the README's order."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.display import Desktop, wait_until
from tray import config

CHECKOUT = Path(__file__).resolve().parents[2]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
FENCED = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)

ELSEWHERE = {
    "python -m installer run": "test_setup_for_real.py runs it in a fresh copy of the checkout",
    "python -m installer test": "CI runs it; test_checks.py holds that it does, and what it does",
    "python -m installer test -- tests/calls": "test_checks.py runs a part of a suite",
    "python -m installer pictures": "test_render_pictures.py runs what it runs",
    "cti-tray sign-in": "identity/test_tray_signs_in.py signs in with a real provider and browser",
    "cti-tray sign-in --device-code": "identity/test_tray_signs_in.py does, with a code",
    "python -m installer lock": "test_lock_files.py runs it",
    "cti-tray directory sync": "identity/graph/test_graph_at_work.py runs it for somebody who is signed in",
    "cti-tray directory sync --full": "identity/graph/test_graph_at_work.py runs it for somebody who is signed in",
    "python -m installer translations": "test_translations_command.py and ui/test_translations.py run what it runs",
}
"""Commands that set up a checkout or need somebody who is signed in, and where they are run."""


class Block(NamedTuple):
    """One fenced block of the README."""

    kind: str
    text: str


BLOCKS = [Block(found["kind"], found["text"]) for found in FENCED.finditer(README)]


def blocks(kind: str) -> list[str]:
    return [block.text for block in BLOCKS if block.kind == kind]


def commands() -> list[str]:
    return [line for text in blocks("sh") for line in text.splitlines() if line and line not in ELSEWHERE]


def shown_file(name: str) -> str:
    """The content of a file as the README shows it."""
    mapping, licence, scenario = blocks("json")
    customers, users = blocks("csv")
    return {
        "customers.csv": customers,
        "mapping.json": mapping,
        "users.csv": users,
        "licence.json": licence,
        "scenario.json": scenario,
    }[name]


Shell = Callable[[str], "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory, newcomer) -> Iterator[Shell]:
    """Runs a line as a user with a running tray would, in a folder with the files that the README tells to write."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / ".venv").symlink_to(sys.prefix)
    for name in ("customers.csv", "mapping.json", "users.csv", "licence.json", "scenario.json"):
        (folder / name).write_text(shown_file(name), encoding="utf-8")
    with Desktop() as desktop:
        environment = desktop.environment | {
            "CTI_TRAY_HOME": str(folder / "home"),
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }

        def run(line: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                ["bash", "-ec", line],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )

        with newcomer.running(["cti-tray", "run"], folder, environment):
            wait_until(lambda: run("cti-tray status --json").returncode == 0, seconds=30, what="the tray to start")
            yield run


@pytest.mark.display
@pytest.mark.parametrize("line", commands())
def test_a_shown_command_works(line: str, shell: Shell) -> None:
    ended = shell(line)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.display
def test_the_shown_requests_are_accepted(shell: Shell) -> None:
    receiver = json.loads(shell("cti-tray receiver --json").stdout)
    address = next(text for text in blocks("text") if text.startswith("http")).strip()
    address = address.replace("http://127.0.0.1:PORT", receiver["url"]).replace("TOKEN", receiver["token"])
    with urllib.request.urlopen(address.replace("NUMBER", "%2B31205550102"), timeout=10) as answer:
        assert answer.status == 202
    head, _, body = blocks("http")[0].partition("\n\n")
    lines = head.replace("TOKEN", receiver["token"]).splitlines()
    headers = dict(line.split(": ", 1) for line in lines[1:])
    request = urllib.request.Request(receiver["url"] + lines[0].split()[1], body.encode(), headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert (answer.status, json.load(answer)) == (202, {"call_id": "42"})


@pytest.mark.parametrize("text", blocks("toml"))
def test_shown_settings_are_taken_without_a_complaint(text: str, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    loaded = config.load(tmp_path)
    assert loaded.problems == ()
    assert loaded.config != config.Config()


def test_every_kind_of_block_is_looked_at() -> None:
    assert {block.kind for block in BLOCKS} == {"sh", "text", "toml", "http", "csv", "json"}
    assert [line for line in ELSEWHERE if line not in "\n".join(blocks("sh")).splitlines()] == []


def test_every_file_that_the_readme_names_is_there() -> None:
    for name in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (CHECKOUT / name).exists(), name


def test_messages_in_the_table_of_troubles_are_the_real_ones() -> None:
    sources = " ".join(file.read_text(encoding="utf-8") for file in (CHECKOUT / "installer").glob("*.py")).lower()
    quoted = re.findall(r'^\| "([^"]+)"', README, re.MULTILINE)
    assert len(quoted) >= 4
    for words in quoted:
        assert words.removeprefix("needs ").lower() in sources, words


def test_the_shown_layout_names_the_real_folders() -> None:
    layout = next(text for text in blocks("text") if text.startswith("tray/"))
    for line in layout.splitlines():
        assert (CHECKOUT / line.split()[0]).is_dir(), line
