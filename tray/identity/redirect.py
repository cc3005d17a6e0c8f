"""Waiting for the browser to bring the answer of a sign-in back to this computer.

It listens on 127.0.0.1 at a free port, takes exactly one form with the state of this attempt, and shows the user a page
that says how it went. Anything else, from whomever, is refused and waited on (RFC 8252, 7.3 and 8.10).
"""

from __future__ import annotations

import contextlib
import hmac
import html
import socket
import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs

from tray.identity.errors import Cancelled, TimedOut
from tray.texts import translate

_LARGEST_FORM = 64 * 1024
_REQUEST_S = 5.0
_LOOK_S = 0.2
_MOST_AT_ONCE = 16
_PAGE = """<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>CTI Tray</title>
<style>body{{font:16px/1.5 "Segoe UI",system-ui,sans-serif;max-width:32em;margin:15vh auto;padding:0 1.5em}}
h1{{font-size:1.5em;font-weight:600}}</style></head>
<body><h1>{title}</h1><p>{text}</p></body></html>
"""


class RedirectListener:
    """Listens from `with` on; `address` is the redirect address of the attempt."""

    def __init__(self, say: Callable[[str], str] = str) -> None:
        self._say = say
        self._state = ""
        self._answer: dict[str, str] | None = None

    def __enter__(self) -> Self:
        self._server = _Server(self)
        self._server.timeout = _LOOK_S
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.server_close()

    @property
    def address(self) -> str:
        """Where the browser is to come back to."""
        return f"http://localhost:{self._server.server_port}"

    def wait(self, state: str, stop: threading.Event, timeout_s: float) -> dict[str, str]:
        """The fields that the provider sent with this state.

        Raises:
            Cancelled: `stop` was set.
            TimedOut: nobody came within `timeout_s` seconds.
        """
        self._state = state
        deadline = time.monotonic() + timeout_s
        while self._answer is None:
            if stop.is_set():
                raise Cancelled(translate("SignIn", "The sign-in was cancelled."))
            if time.monotonic() > deadline:
                raise TimedOut(
                    translate("SignIn", "The browser brought no answer."),
                    hint=translate("SignIn", "Try again, or sign in with a code."),
                )
            self._server.handle_request()
        return self._answer

    def belongs(self, fields: dict[str, str]) -> bool:
        """Whether what the browser brought is the answer to this attempt."""
        return bool(self._state) and hmac.compare_digest(fields.get("state", "").encode(), self._state.encode())

    def take(self, fields: dict[str, str]) -> None:
        """The browser brought this answer, and has its page."""
        self._answer = fields

    def page(self, *, good: bool) -> bytes:
        """What the browser shows then."""
        if good:
            title, text = translate("SignIn", "You can close this page."), translate("SignIn", "CTI Tray goes on.")
        else:
            title = translate("SignIn", "You are not signed in.")
            text = translate("SignIn", "CTI Tray says why. You can close this page.")
        return _PAGE.format(title=html.escape(self._say(title)), text=html.escape(self._say(text))).encode()


class _Server(ThreadingHTTPServer):
    """Whoever sends slowly keeps nobody else waiting; there is room for few of them, and none outlives the attempt."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, owner: RedirectListener) -> None:
        self.owner = owner
        self._open: dict[socket.socket, None] = {}
        super().__init__(("127.0.0.1", 0), _Handler)

    def verify_request(self, request: object, client_address: object) -> bool:  # noqa: ARG002 - as the base has it
        """There is always room for one more: who has been sending for longest has to go."""
        waiting = tuple(self._open)
        for longest in waiting[: max(0, len(waiting) - _MOST_AT_ONCE + 1)]:
            _hang_up(longest)
        return True

    def process_request(self, request: Any, client_address: Any) -> None:
        """On a thread of its own."""
        self._open[request] = None
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """It has been answered."""
        self._open.pop(request, None)
        super().shutdown_request(request)

    def server_close(self) -> None:
        """Nobody is listened to any more."""
        super().server_close()
        for request in tuple(self._open):
            _hang_up(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is its own business."""


def _hang_up(request: socket.socket) -> None:
    with contextlib.suppress(OSError):
        request.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = _REQUEST_S
    protocol_version = "HTTP/1.0"

    def do_POST(self) -> None:
        """The form that brings the answer."""
        port = self.server.server_port
        if self.headers.get("Host", "") not in {f"localhost:{port}", f"127.0.0.1:{port}"}:
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > _LARGEST_FORM:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        try:
            form = parse_qs(self.rfile.read(int(length)).decode("ascii"), strict_parsing=True)
        except ValueError:
            self._refuse(HTTPStatus.BAD_REQUEST)
            return
        fields = {name: values[0] for name, values in form.items()}
        if not self.server.owner.belongs(fields):
            self._refuse(HTTPStatus.BAD_REQUEST)
            return
        try:
            self._send(HTTPStatus.OK, self.server.owner.page(good="error" not in fields))
        finally:
            self.server.owner.take(fields)

    def do_GET(self) -> None:
        """Codes in an address would stay in the history of the browser."""
        self._refuse(HTTPStatus.METHOD_NOT_ALLOWED)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing of a sign-in stands in a log."""

    def _refuse(self, status: HTTPStatus) -> None:
        self._send(status, f"{status.value} {status.phrase}\n".encode(), "text/plain")

    def _send(self, status: HTTPStatus, body: bytes, kind: str = "text/html; charset=utf-8") -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
            ("Referrer-Policy", "no-referrer"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
