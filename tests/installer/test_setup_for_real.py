"""The set-up as a newcomer meets it: in a copy of this checkout, with real environments, pip and signals."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from installer import platforms
from installer.environment import LOCK
from tests.display import Desktop

pytestmark = pytest.mark.timeout(900)
Ended = subprocess.CompletedProcess[str]
OF_QT_OFF_SCREEN = "This plugin does not support"  # Qt says so of window managing, which nothing off screen has
SHOW_HELP = ("run", "--", "--help")


class Story(NamedTuple):
    """One newcomer's first three starts: stopped by Ctrl+C while packages are installed, then finished, then again."""

    checkout: Path
    stopped: Ended
    finished: Ended
    again: Ended
    log_before_again: str


@pytest.fixture(scope="module")
def story(tmp_path_factory, newcomer) -> Story:
    checkout = newcomer.copy(tmp_path_factory.mktemp("newcomer") / "checkout")
    stopped = _stopped_while_installing(checkout, newcomer)
    finished = newcomer.run(checkout, *SHOW_HELP)
    log = _log(checkout)
    return Story(checkout, stopped, finished, newcomer.run(checkout, *SHOW_HELP, PIP_NO_INDEX="1"), log)


def _stopped_while_installing(checkout: Path, newcomer) -> Ended:
    with subprocess.Popen(
        newcomer.command("run"),
        cwd=checkout,
        env=newcomer.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        seen = ""
        for line in program.stdout:
            seen += line
            if line.startswith("Installing the locked packages"):
                break
        program.send_signal(signal.SIGINT)
        rest, errors = program.communicate(timeout=60)
    return subprocess.CompletedProcess([], program.returncode, seen + rest, errors)


def _log(checkout: Path) -> str:
    return (checkout / ".artifacts" / "installer.log").read_text(encoding="utf-8")


def test_ctrl_c_is_one_line_and_130(story: Story) -> None:
    assert (story.stopped.returncode, story.stopped.stderr) == (130, "")
    assert story.stopped.stdout.splitlines()[-1] == "Stopped. Start again to go on."
    assert "This is the first set-up here." in story.stopped.stdout


def test_an_interrupted_set_up_is_finished_by_the_next_start(story: Story) -> None:
    assert "The last set-up was not finished." in story.finished.stdout
    assert (story.finished.returncode, story.finished.stderr) == (0, "")


def test_each_long_step_says_when_it_began_and_how_long_it_took(story: Story) -> None:
    steps = re.findall(r"^(\w[^:\n]*): done(.*?), (?:\d+ min )?[\d.]+ s$", story.finished.stdout, re.MULTILINE)
    assert [title for title, _ in steps] == [
        "Making a virtual environment in .venv",
        "Installing the locked packages",
        "Installing CTI Tray itself",
        "Checking that Qt loads",
    ]
    assert all(f"{title} ...\n" in story.finished.stdout for title, _ in steps)
    assert re.fullmatch(r", \d+ packages", steps[1][1])


def test_the_tray_is_started_with_what_stood_after_the_dashes(story: Story) -> None:
    assert "usage: cti-tray run" in story.finished.stdout


def test_the_packages_are_those_of_the_lock_and_the_commands_work(story: Story) -> None:
    python = platforms.venv_python(story.checkout / ".venv")
    listed = subprocess.run([python, "-m", "pip", "freeze"], capture_output=True, text=True, check=True).stdout
    locked = re.findall(r"^[a-z0-9-]+==\S+", (story.checkout / LOCK).read_text(encoding="utf-8"), re.MULTILINE)
    installed = {
        line.lower().replace("_", "-").replace(".", "-")
        for line in listed.splitlines()
        if re.match(r"[a-zA-Z].*==", line)
    }
    assert installed <= {line.replace(".", "-") for line in locked}
    assert (python.parent / "cti-event").exists()


def test_the_second_start_installs_nothing(story: Story) -> None:
    assert (story.again.returncode, story.again.stderr) == (0, "")
    assert "Setting up" not in story.again.stdout
    assert _log(story.checkout) == story.log_before_again


def test_without_a_desktop_the_first_call_is_saved_as_pictures_and_the_start_ends(story: Story, newcomer) -> None:
    ended = newcomer.run(story.checkout, "run", PIP_NO_INDEX="1")
    said = [line for line in ended.stderr.splitlines() if not line.startswith(OF_QT_OFF_SCREEN)]
    assert (ended.returncode, said) == (0, [])
    assert "There is no desktop here" in ended.stdout
    folder = newcomer.home / "demo"
    assert str(folder) in ended.stdout
    pictures = sorted(folder.glob("*.png"))
    assert len(pictures) >= 2
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)
    assert '"decision": "open_card"' in ended.stdout
    assert '"decision": "open_page"' in ended.stdout


@pytest.mark.display
def test_on_a_desktop_a_newcomer_sees_a_card_and_the_record(story: Story, tmp_path: Path, newcomer) -> None:
    with Desktop() as desktop:
        environment = newcomer.environment() | desktop.environment | {"CTI_TRAY_HOME": str(tmp_path / "home")}
        with newcomer.running(newcomer.command("run"), story.checkout, environment):
            desktop.wait_for_window("Caller card - Adatum", seconds=60)
            desktop.wait_for_window("Master data - Adatum", seconds=60)


def test_a_moved_checkout_is_noticed(story: Story, tmp_path: Path, newcomer) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(story.checkout, moved, symlinks=True, copy_function=os.link)
    ended = newcomer.run(moved, *SHOW_HELP, PIP_NO_INDEX="1", PIP_FIND_LINKS="", PIP_CONFIG_FILE=os.devnull)
    assert "The checkout was moved." in ended.stdout
    assert ended.returncode == 1


def test_changed_project_settings_install_only_the_checkout_anew(story: Story, tmp_path: Path, newcomer) -> None:
    project = story.checkout / "pyproject.toml"
    project.write_text(project.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    ended = newcomer.run(story.checkout, *SHOW_HELP, PIP_NO_INDEX="1")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "The project's own settings changed." in ended.stdout
    assert "Installing CTI Tray itself: done" in ended.stdout
    assert "Installing the locked packages" not in ended.stdout


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port of this machine that refuses every connection."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


def one_error(ended: Ended) -> str:
    """The one error that a failed start prints: a line, and at most one hint."""
    assert ended.returncode == 1
    lines = ended.stderr.splitlines()
    assert len(lines) in (1, 2)
    assert lines[0].startswith("Error: ")
    assert "Traceback" not in ended.stdout
    return ended.stderr


def test_without_a_network_one_error_names_the_log(fresh_checkout: Path, newcomer, closed_port: int) -> None:
    ended = newcomer.run(
        fresh_checkout,
        "run",
        PIP_CONFIG_FILE=os.devnull,
        PIP_INDEX_URL=f"http://127.0.0.1:{closed_port}/simple",
        PIP_EXTRA_INDEX_URL="",
        PIP_FIND_LINKS="",
        PIP_RETRIES="1",
    )
    error = one_error(ended)
    assert "the package index cannot be reached" in error
    assert str(fresh_checkout / ".artifacts" / "installer.log") in error


def test_a_package_that_is_not_the_locked_one_is_refused(fresh_checkout: Path, newcomer) -> None:
    lock = fresh_checkout / LOCK
    lock.write_text(re.sub(r"sha256:[0-9a-f]{64}", "sha256:" + "0" * 64, lock.read_text(encoding="utf-8")))
    assert "not the one in the lock file" in one_error(newcomer.run(fresh_checkout, "run"))


@pytest.mark.skipif("sys.platform != 'linux'", reason="folder modes mean nothing elsewhere")
def test_a_read_only_folder_is_one_error_and_nothing_is_written(fresh_checkout: Path, newcomer) -> None:
    before = sorted(found.name for found in fresh_checkout.iterdir())
    fresh_checkout.chmod(0o555)
    without_roots_rights = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if platforms.is_root() else ()
    ended = newcomer.run(fresh_checkout, "run", prefix=without_roots_rights, PYTHONDONTWRITEBYTECODE="1")
    fresh_checkout.chmod(0o755)
    assert f"The folder {fresh_checkout} cannot be written to: Permission denied." in one_error(ended)
    assert sorted(found.name for found in fresh_checkout.iterdir()) == before


def test_a_command_that_is_not_known_is_told_and_help_lists_all(fresh_checkout: Path, newcomer) -> None:
    wrong = newcomer.run(fresh_checkout, "start")
    assert wrong.returncode == 2
    assert "invalid choice: 'start'" in wrong.stderr
    listed = newcomer.run(fresh_checkout, "--help")
    assert listed.returncode == 0
    assert all(f"    {command} " in listed.stdout for command in ("run", "test", "lock", "pictures"))
