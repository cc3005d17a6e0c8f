"""What the machine can do, and refusals that come before anything is written."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from installer import platforms
from installer.errors import SetupError


@pytest.mark.parametrize(
    ("name", "version", "suits"),
    [
        ("glibc", "2.36", True),
        ("glibc", "2.34", True),
        ("glibc", "2.31", False),
        ("glibc", "3.0", True),
        ("", "", False),
        ("musl", "9.9", False),
    ],
)
def test_qt_needs_a_glibc_that_is_new_enough(name: str, version: str, suits: bool) -> None:
    assert platforms.glibc_suits(name, version) is suits


def test_this_interpreter_will_do() -> None:
    platforms.check_interpreter()


@pytest.mark.skipif("sys.platform != 'linux'", reason="only Linux can be without a desktop")
@pytest.mark.parametrize(
    "variables",
    [{}, {"DISPLAY": ""}, {"DISPLAY": ":9876"}, {"WAYLAND_DISPLAY": "nobody-0", "XDG_RUNTIME_DIR": "/nowhere"}],
)
def test_a_display_that_does_not_answer_is_no_desktop(variables: dict[str, str]) -> None:
    assert not platforms.has_desktop(variables)


@pytest.mark.skipif("sys.platform != 'linux'", reason="only Linux can be without a desktop")
def test_a_desktop_is_a_display_that_answers(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "display"))
        server.listen()
        assert platforms.has_desktop({"WAYLAND_DISPLAY": str(tmp_path / "display")})


def test_a_full_disk_is_refused_with_the_figures(tmp_path: Path) -> None:
    platforms.check_space(tmp_path, 0)
    with pytest.raises(SetupError, match=r"are free and the set-up needs 999999999 MB"):
        platforms.check_space(tmp_path, 999_999_999)


def test_an_environment_that_belongs_to_another_checkout_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    link = tmp_path / ".venv"
    link.symlink_to(other)
    with pytest.raises(SetupError, match=r"\.venv is a link to .*other"):
        platforms.check_own(link)
    platforms.check_own(other)


def test_a_folder_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    platforms.check_folder(tmp_path)
    with pytest.raises(SetupError, match="nowhere cannot be written to"):
        platforms.check_folder(tmp_path / "nowhere")


def test_two_set_ups_do_not_meet_in_one_folder(tmp_path: Path) -> None:
    lock = tmp_path / "checkout" / ".artifacts" / "installer.lock"
    lock.parent.mkdir(parents=True)
    refusal = f"Another set-up is running in {tmp_path / 'checkout'}"
    with platforms.only_one(lock), pytest.raises(SetupError, match=refusal), platforms.only_one(lock):
        pytest.fail("the second one began")
    with platforms.only_one(lock):
        pass
