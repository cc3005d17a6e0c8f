"""System packages: found missing, installed by root with apt, named for everybody else.

apt-get and dpkg are stand-ins on the search path that say and do what the real ones do in each situation.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from installer import system
from installer.console import Console
from installer.errors import SetupError
from installer.system import Use

Situation = Callable[..., Path]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Situation:
    """A machine whose package programs are shell scripts; each call is noted in the file `calls`."""

    def make(**scripts: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        for name, script in scripts.items():
            program = folder / name.replace("_", "-")
            program.write_text(f'#!/bin/sh\necho "{program.name} $*" >> {tmp_path}/calls\n{script}\n')
            program.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))
        return tmp_path / "calls"

    return make


@pytest.fixture
def somebody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not root, also where the tests run as root."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root, also where the tests run as somebody else: the stand-ins do not mind."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of apt's package lists, with one list in it."""
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "deb_main_binary-amd64_Packages").touch()
    monkeypatch.setattr(system, "APT_LISTS", folder)
    return folder


def provide(tmp_path: Path, *packages: str) -> None:
    system.provide(packages, ["libxcb-cursor.so.0"], Console(), tmp_path / "log")


def verbs(calls: Path) -> list[str]:
    """What was asked of which program, without the options that are always there."""
    words = [
        [word for word in line.split() if "=" not in word and word != "-o"] for line in calls.read_text().splitlines()
    ]
    return [" ".join(line) for line in words]


def test_nothing_missing_asks_nobody(tmp_path: Path, machine: Situation) -> None:
    calls = machine(apt_get="exit 1", dpkg_query="")
    provide(tmp_path)
    assert not calls.exists()


@pytest.mark.usefixtures("root", "lists")
def test_root_installs_in_one_go_without_renewing_the_lists(tmp_path: Path, machine: Situation) -> None:
    calls = machine(apt_get="echo Setting up xvfb; exit 0", dpkg_query="")
    provide(tmp_path, "xvfb", "openbox", "xvfb")
    assert verbs(calls) == ["apt-get install -y --no-install-recommends openbox xvfb"]
    assert "DPkg::Lock::Timeout=60" in calls.read_text()


@pytest.mark.usefixtures("root")
def test_a_machine_without_lists_gets_them_first(tmp_path: Path, machine: Situation, lists: Path) -> None:
    next(lists.iterdir()).unlink()
    calls = machine(apt_get="", dpkg_query="")
    provide(tmp_path, "xvfb")
    assert verbs(calls) == ["apt-get update", "apt-get install -y --no-install-recommends xvfb"]


@pytest.mark.usefixtures("root", "lists")
@pytest.mark.parametrize("trouble", ["E: Unable to locate package xvfb", "E: Failed to fetch http://deb/x.deb  404"])
def test_old_lists_are_renewed_and_the_installation_repeated(tmp_path: Path, machine: Situation, trouble: str) -> None:
    fails_until_updated = f"""
        case "$*" in *update*) : > {tmp_path}/updated;; esac
        if [ ! -e {tmp_path}/updated ]; then echo "{trouble}"; exit 100; fi
    """
    calls = machine(apt_get=fails_until_updated, dpkg_query="")
    provide(tmp_path, "xvfb")
    install = "apt-get install -y --no-install-recommends xvfb"
    assert verbs(calls) == [install, "apt-get update", install]


@pytest.mark.usefixtures("root", "lists")
def test_an_interrupted_dpkg_is_finished_first(tmp_path: Path, machine: Situation) -> None:
    apt = f"""
        if [ ! -e {tmp_path}/configured ]; then
          echo "E: dpkg was interrupted, you must manually run 'dpkg --configure -a' to correct the problem."; exit 100
        fi
    """
    calls = machine(apt_get=apt, dpkg=f": > {tmp_path}/configured", dpkg_query="")
    provide(tmp_path, "xvfb")
    assert verbs(calls)[1] == "dpkg --configure -a"


@pytest.mark.usefixtures("root", "lists")
def test_a_locked_apt_is_one_clear_sentence(tmp_path: Path, machine: Situation) -> None:
    calls = machine(
        apt_get='echo "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 91 (apt)"; exit 100',
        dpkg_query="",
    )
    with pytest.raises(SetupError) as caught:
        provide(tmp_path, "xvfb")
    assert caught.value.message.endswith("Another program is installing system packages at the moment.")
    assert len(verbs(calls)) == 1


@pytest.mark.usefixtures("root", "lists")
def test_a_failure_that_stays_is_told_after_one_more_try(tmp_path: Path, machine: Situation) -> None:
    calls = machine(apt_get='echo "E: Unable to locate package nonsense"; exit 100', dpkg_query="")
    with pytest.raises(SetupError, match="The system package nonsense is not known here"):
        provide(tmp_path, "nonsense")
    assert len(verbs(calls)) == 3


@pytest.mark.usefixtures("somebody_else")
def test_somebody_else_gets_the_one_command(tmp_path: Path, machine: Situation) -> None:
    calls = machine(apt_get="", dpkg_query="")
    with pytest.raises(SetupError) as caught:
        provide(tmp_path, "xvfb", "openbox")
    assert caught.value.hint.endswith("sudo apt-get install -y --no-install-recommends openbox xvfb")
    assert not calls.exists()


def test_a_system_without_apt_is_told_the_libraries(tmp_path: Path, machine: Situation) -> None:
    machine()
    with pytest.raises(SetupError, match=r"missing on this system: libxcb-cursor\.so\.0"):
        provide(tmp_path, "libxcb-cursor0")


def test_libraries_are_missing_when_they_do_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        system.QT_LIBRARIES, Use.OFFSCREEN, {"libc.so.6": "libc6", "libnot-there.so.9": "libnot-there9"}
    )
    assert system.missing_for_qt(Use.OFFSCREEN) == {"libnot-there.so.9": "libnot-there9"}


def test_a_desktop_needs_all_that_off_screen_needs() -> None:
    assert system.QT_LIBRARIES[Use.OFFSCREEN].items() < system.QT_LIBRARIES[Use.DESKTOP].items()


def test_a_python_with_venv_lacks_nothing() -> None:
    assert system.missing_for_venv() == []


def test_only_packages_that_are_wholly_installed_count(machine: Situation) -> None:
    machine(dpkg_query='echo "xvfb installed"; echo "openbox config-files"; echo "dpkg-query: no tint2" >&2; exit 1')
    assert system.missing_tools(["xvfb", "openbox", "tint2"]) == ["openbox", "tint2"]


def test_without_dpkg_nothing_is_said_of_packages(machine: Situation) -> None:
    machine()
    assert system.missing_tools() == []


def test_node_from_elsewhere_is_not_replaced(machine: Situation) -> None:
    machine(dpkg_query="exit 1", node="", npm="")
    assert system.missing_node() == []


def test_node_without_npm_lacks_only_that(machine: Situation) -> None:
    machine(dpkg_query="exit 1", node="")
    assert system.missing_node() == ["npm"]


def test_without_dpkg_nothing_is_said_of_node(machine: Situation) -> None:
    machine()
    assert system.missing_node() == []
