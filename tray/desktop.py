"""Whether a desktop is there to show windows on, before Qt looks for it: Qt aborts the process where none answers.

Shared with what sets the product up, so it must not need anything but the standard library.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

_LIMIT_S = 2.0
_X_PORT = 6000
_X_SOCKETS = "/tmp/.X11-unix/X"  # noqa: S108 - where every X server has its socket


def display_answers(environment: Mapping[str, str]) -> bool:
    """Whether something listens at the display that these variables name; so it is on any system but Linux."""
    return not sys.platform.startswith("linux") or any(_listens(address) for address in _addresses(environment))


def _addresses(environment: Mapping[str, str]) -> Iterator[str | tuple[str, int]]:
    """A path, or host and port; an abstract socket begins with a zero byte."""
    if wayland := environment.get("WAYLAND_DISPLAY"):
        yield str(Path(environment.get("XDG_RUNTIME_DIR", "/"), wayland))
    place, _, display = environment.get("DISPLAY", "").rpartition(":")
    number = display.partition(".")[0]
    if not (number.isascii() and number.isdecimal()):
        return
    host = place.rpartition("/")[2].strip("[]")
    is_local = host in {"", "unix"}
    if is_local:
        yield f"\0{_X_SOCKETS}{number}"
        yield f"{_X_SOCKETS}{number}"
    yield "localhost" if is_local else host, _X_PORT + int(number)


def _listens(address: str | tuple[str, int]) -> bool:
    try:
        _connect(address)
    except (OSError, OverflowError, ValueError):  # nobody there, no such port, no such name
        return False
    return True


def _connect(address: str | tuple[str, int]) -> None:
    if isinstance(address, tuple):
        socket.create_connection(address, _LIMIT_S).close()
    elif sys.platform != "win32":
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(_LIMIT_S)
            connection.connect(address)
