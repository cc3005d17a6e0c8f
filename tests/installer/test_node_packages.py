"""The Node packages of the tests: installed once per lock file, whole or not at all, with one clear message otherwise.

npm is a stand-in on the search path; the tests of signing in use what the real one installed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from installer import checks, node, system
from installer.console import Console
from installer.environment import Environment
from installer.errors import SetupError

Npm = Callable[..., None]
UNPACKS = 'mkdir -p "$2/node_modules/oidc-provider"'
OFFLINE = 'echo "npm error code ENOTFOUND"; exit 1'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout that has the two lists of packages, and nothing else."""
    folder = tmp_path / "checkout"
    (folder / node.SOURCES).mkdir(parents=True)
    for name in node.LISTS:
        (folder / node.SOURCES / name).write_text("{}", encoding="utf-8")
    return folder


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Npm:
    """Put stand-ins for node and npm on the search path; each call of npm is noted in the file `calls`."""

    def make(script: str = UNPACKS, version: str = "v20.19.0") -> None:
        folder = tmp_path / "bin"
        folder.mkdir(exist_ok=True)
        for name, text in {"npm": f'echo "$*" >> {tmp_path}/calls\n{script}', "node": f"echo {version}"}.items():
            (folder / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
            (folder / name).chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    return make


def provide(checkout: Path) -> None:
    node.provide(checkout, Console(), checkout / ".artifacts" / "installer.log")


def calls(tmp_path: Path) -> list[str]:
    file = tmp_path / "calls"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def test_they_are_installed_once_by_the_lock_and_without_scripts(tmp_path: Path, checkout: Path, npm: Npm) -> None:
    npm()
    assert not node.is_there(checkout)
    provide(checkout)
    provide(checkout)
    (call,) = calls(tmp_path)
    assert call.split()[0] == "--prefix"
    assert call.split()[2:] == ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    folder = node.folder_of(checkout)
    assert node.is_there(checkout)
    assert (folder / "node_modules" / "oidc-provider").is_dir()
    assert (folder / "package-lock.json").exists()
    assert folder.is_relative_to(checkout / ".artifacts")


def test_another_lock_file_gets_a_folder_of_its_own(tmp_path: Path, checkout: Path, npm: Npm) -> None:
    npm()
    provide(checkout)
    (checkout / node.SOURCES / "package-lock.json").write_text('{"lockfileVersion": 3}', encoding="utf-8")
    assert not node.is_there(checkout)
    provide(checkout)
    assert len(calls(tmp_path)) == 2


def test_a_failure_leaves_nothing_that_looks_complete(tmp_path: Path, checkout: Path, npm: Npm) -> None:
    npm(f'{UNPACKS}; echo "npm error code EINTEGRITY"; exit 1')
    with pytest.raises(SetupError, match="not the one in the lock file") as caught:
        provide(checkout)
    assert "installer.log" in caught.value.hint
    assert not node.is_there(checkout)
    npm('[ ! -e "$2/node_modules" ]')
    provide(checkout)
    assert node.is_there(checkout)


def test_a_broken_connection_is_tried_once_more(tmp_path: Path, checkout: Path, npm: Npm) -> None:
    npm(OFFLINE)
    with pytest.raises(SetupError, match="index cannot be reached"):
        provide(checkout)
    assert len(calls(tmp_path)) == 2


@pytest.mark.parametrize(("version", "right"), [("v18.19.1", False), ("v20.0.0", True), ("v22.1.0", True), ("", False)])
def test_an_old_node_is_told(npm: Npm, version: str, right: bool) -> None:
    npm(version=version)
    assert (node.lacking() == "") is right
    assert right or node.lacking().startswith("The tests of signing in need Node.js 20 or newer with npm; installed: ")


def test_a_missing_npm_is_one_line_and_counts_only_in_ci(
    checkout: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.setattr(Environment, "prepare", lambda *_, **__: None)
    already: list[list[checks.Result]] = []
    monkeypatch.setattr(checks, "run_stages", lambda *arguments: already.append(arguments[-1]) or 0)
    for in_ci in ("", "true"):
        monkeypatch.setenv("CI", in_ci)
        checks.run(Environment(checkout, Console()), Console(), ())
    assert [[result.name for result in results] for results in already] == [[], ["tools"]]
    said = "The tests of signing in need Node.js 20 or newer with npm; not installed: node, npm."
    assert capsys.readouterr().out.splitlines() == [said, said]


def test_the_browser_belongs_to_the_tools_of_the_tests() -> None:
    assert "chromium" in system.TEST_TOOLS
