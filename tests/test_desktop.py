"""A desktop is there when something listens at it, whatever the variables say."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.display import Desktop
from tray.desktop import display_answers

pytestmark = pytest.mark.skipif("sys.platform != 'linux'", reason="only Linux can be without a desktop")


@pytest.fixture
def display() -> Iterator[int]:
    """The number of an X display that listens by TCP alone."""
    for number in range(200, 1000):
        with socket.socket() as server:
            try:
                server.bind(("127.0.0.1", 6000 + number))
            except OSError:
                continue
            server.listen()
            yield number
            return
    pytest.fail("no port is free")


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": ":9876"},
        {"DISPLAY": "unix:9876"},
        {"DISPLAY": ":987654321"},
        {"DISPLAY": "127.0.0.1:1999"},
        {"DISPLAY": "no display"},
        {"DISPLAY": ":x"},
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"WAYLAND_DISPLAY": "w" * 200, "XDG_RUNTIME_DIR": "/"},
    ],
)
def test_where_nothing_listens_is_no_desktop(variables: dict[str, str]) -> None:
    assert not display_answers(variables)


@pytest.mark.parametrize("name", ["127.0.0.1:{}", "tcp/127.0.0.1:{}", "localhost:{}.0", ":{}"])
def test_a_display_of_a_host_is_asked_by_tcp(display: int, name: str) -> None:
    assert display_answers({"DISPLAY": name.format(display)})


def test_a_local_display_may_have_an_abstract_socket() -> None:
    number = 1_000_000 + os.getpid()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0/tmp/.X11-unix/X{number}")
        server.listen()
        assert display_answers({"DISPLAY": f":{number}"})
        assert display_answers({"DISPLAY": f"unix:{number}.0"})
    assert not display_answers({"DISPLAY": f":{number}"})


def test_a_wayland_display_is_a_socket_in_the_folder_of_the_session(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "w"))
        server.listen()
        assert display_answers({"WAYLAND_DISPLAY": "w", "XDG_RUNTIME_DIR": str(tmp_path)})
        assert display_answers({"WAYLAND_DISPLAY": str(tmp_path / "w")})
        assert display_answers({"WAYLAND_DISPLAY": "w", "XDG_RUNTIME_DIR": str(tmp_path), "DISPLAY": ":9876"})
    assert not display_answers({"WAYLAND_DISPLAY": "w", "XDG_RUNTIME_DIR": str(tmp_path)})


@pytest.mark.display
def test_a_real_display_answers_until_it_ends() -> None:
    with Desktop(tray_host=False) as desktop:
        assert display_answers({"DISPLAY": desktop.name})
        assert display_answers({"DISPLAY": f"{desktop.name}.0"})
    assert not display_answers({"DISPLAY": desktop.name})
