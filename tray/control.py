"""Speaking to the running tray from another process: the commands, a second start, `cti-event`.

A softphone waits for `cti-event`, so this module uses little more than a socket. It trusts an answer only as far as
its shape goes, and it never waits longer than it was told to.
"""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Mapping
from pathlib import Path

import tray.errors
from tray.errors import CtiError, DataDamaged, NotRunning
from tray.telephony.receiver_file import FILE_NAME, Keys, load_keys

_JSON = "application/json"
_MOST_ANSWER_BYTES = 64 * 1024 * 1024
_READ_BYTES = 64 * 1024
_START_HINT = "Start it first."


def ask(
    folder: Path, verb: str, arguments: Mapping[str, object] | None = None, timeout: float = 5.0
) -> dict[str, object]:
    """Ask the tray whose data is in `folder` to do something; gives its answer.

    Args:
        folder: the data folder.
        verb: what to do; the tray knows the verbs.
        arguments: the verb's arguments, as JSON knows them.
        timeout: the most seconds that the whole exchange may take.

    Raises:
        NotRunning: no tray of this user listens.
        CtiError: the tray refused, with its message and hint, or did not answer in time.
    """
    keys = _keys(folder)
    body = json.dumps(dict(arguments or {})).encode()
    status, answer = post(keys.port, f"/v1/control/{verb}", keys.control_token, body, timeout=timeout)
    if status == 200:
        return answer
    if status in {401, 404}:
        raise _not_running()
    kind = getattr(tray.errors, str(answer.get("kind")), CtiError)
    kind = kind if isinstance(kind, type) and issubclass(kind, CtiError) else CtiError
    message = str(answer.get("error") or f"CTI Tray answered with {status}.")
    raise kind(message, hint=str(answer.get("hint") or ""))


def report(
    folder: Path,
    body: bytes,
    content_type: str = _JSON,
    *,
    link: bool = False,
    file: str = FILE_NAME,
    timeout: float = 2.0,
) -> tuple[int, dict[str, object]]:
    """Report a phone event to the tray whose data is in `folder`; gives the HTTP status and the answer.

    Args:
        folder: the data folder.
        body: the event's fields, JSON or a form as `content_type` says.
        content_type: the type of the body.
        link: the event comes from a link, which may only open a card.
        file: the name of the file in `folder` with port and token.
        timeout: the most seconds that the whole exchange may take.

    Raises:
        NotRunning: no tray of this user listens.
        CtiError: it did not answer in time.
    """
    keys = _keys(folder, file)
    door = {"X-CTI-Door": "link"} if link else {}
    headers = {"Content-Type": content_type, **door}
    status, answer = post(keys.port, "/v1/call", keys.token, body, headers, timeout=timeout)
    if status == 401:
        raise _not_running()
    return status, answer


def post(
    port: int, path: str, token: str, body: bytes, headers: Mapping[str, str] | None = None, *, timeout: float
) -> tuple[int, dict[str, object]]:
    """Post to a port of this machine; gives the HTTP status and the JSON object that came back.

    Raises:
        NotRunning: nothing listens there, or something that is no tray.
        CtiError: no complete answer within `timeout` seconds.
    """
    lines = {
        "Host": f"127.0.0.1:{port}",
        "Authorization": f"Bearer {token}",
        "Content-Type": _JSON,
        "Content-Length": str(len(body)),
        "Connection": "close",
        **(headers or {}),
    }
    head = "".join([f"POST {path} HTTP/1.1\r\n", *(f"{name}: {value}\r\n" for name, value in lines.items()), "\r\n"])
    try:
        return _read(_exchange(port, head.encode("ascii") + body, time.monotonic() + timeout))
    except TimeoutError:
        raise CtiError("CTI Tray does not answer.", hint="Try again, or restart it.") from None
    except (OSError, ValueError, TypeError, RecursionError):
        raise _not_running() from None


def _exchange(port: int, request: bytes, deadline: float) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=_left(deadline)) as connection:
        connection.sendall(request)
        answer = bytearray()
        while len(answer) <= _MOST_ANSWER_BYTES:
            connection.settimeout(_left(deadline))
            data = connection.recv(_READ_BYTES)
            if not data:
                return bytes(answer)
            answer += data
    raise ValueError("the answer is too large")


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _read(answer: bytes) -> tuple[int, dict[str, object]]:
    """Status and JSON object of an answer that ends with its connection."""
    head, _, body = answer.partition(b"\r\n\r\n")
    version, status, *_ = head.split(b"\r\n", 1)[0].split(b" ", 2)
    if not version.startswith(b"HTTP/1."):
        raise ValueError("this is not HTTP")
    value = json.loads(body)
    if not isinstance(value, dict):
        raise TypeError("this is no object")
    return int(status), value


def _keys(folder: Path, file: str = FILE_NAME) -> Keys:
    try:
        keys = load_keys(folder, file)
    except DataDamaged as error:
        raise _not_running() from error
    if keys is None:
        raise _not_running()
    return keys


def _not_running() -> NotRunning:
    return NotRunning("CTI Tray is not running.", hint=_START_HINT)
