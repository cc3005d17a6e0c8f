"""Teams on this machine, played for tests: its third-party app API, as strict as the facts about it say.

    with TeamsClient() as teams:
        teams.call(True)          # the user is in a call
        teams.wait_for_prompt()   # Teams asks whether the app may connect
        teams.allow()

Everything goes through a relay that cuts what Teams says into random pieces. Whatever a client does wrong is kept in
`faults`, and fails the test at the end.
"""

from __future__ import annotations

import contextlib
import json
import random
import socket
import threading
import uuid
from http import HTTPStatus
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.sync.server import Server, ServerConnection, serve

from tests.display import wait_until

_KEYS = {"protocol-version", "manufacturer", "device", "app", "app-version"}
_ACTIONS = {"query-state", "pair"}


class Relay:
    """Passes bytes on from a port of its own; what comes back is cut into random pieces."""

    def __init__(self, target: int, port: int = 0) -> None:
        self._target = target
        self._random = random.Random(1)
        self._listener = socket.create_server(("127.0.0.1", port))
        self.port: int = self._listener.getsockname()[1]
        self._lines: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for line in self._lines:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near = self._listener.accept()[0]
                far = socket.create_connection(("127.0.0.1", self._target))
                near.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._lines += [near, far]
                threading.Thread(target=self._pass, args=(near, far), daemon=True).start()
                threading.Thread(target=self._pass, args=(far, near), kwargs={"cut": True}, daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket, *, cut: bool = False) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(4096):
                while data:
                    size = self._random.randint(1, 40) if cut else len(data)
                    sink.sendall(data[:size])
                    data = data[size:]
        for line in (source, sink):
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)


class TeamsClient:
    """One Teams of one user.

    Args:
        refuses_unknown: whether an unknown token is refused outright, instead of being worth nothing.
        port: where it listens; 0 for a free one.
    """

    def __init__(self, *, refuses_unknown: bool = False, port: int = 0) -> None:
        self._refuses_unknown = refuses_unknown
        self._wanted_port = port
        self._in_call = False
        self._lock = threading.Lock()
        self._connections: dict[ServerConnection, str] = {}
        self._asking: ServerConnection | None = None
        self.tokens: set[str] = set()
        self.blocked = False
        self.silent = False
        self.faults: list[str] = []
        self.asked: list[dict[str, Any]] = []
        self.queries: list[dict[str, list[str]]] = []
        self.prompts = 0

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        assert self.faults == []

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._relay.port}"

    def start(self) -> None:
        """Begin to listen, on the port of before."""
        self._server: Server = serve(
            self._serve, "127.0.0.1", 0, process_request=self._judge, compression=None, ping_interval=None
        )
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self._relay = Relay(self._server.socket.getsockname()[1], self._wanted_port)
        self._wanted_port = self._relay.port

    def stop(self) -> None:
        """End, as a program that the user quits."""
        self._relay.close()
        self._server.shutdown()
        self._thread.join(10)

    # What the user does

    def call(self, goes_on: bool) -> None:
        """The user begins or ends a call or a meeting."""
        with self._lock:
            self._in_call = goes_on
            for connection in self._connections:
                self._push(connection)

    def allow(self) -> str:
        """The user allows what Teams asks; gives the token."""
        token = str(uuid.uuid4())
        with self._lock:
            connection, self._asking = self._asking, None
            assert connection is not None, "Teams asks nothing"
            self.tokens.add(token)
            self._connections[connection] = token
            self._say(connection, {"tokenRefresh": token})
            self._push(connection)
        return token

    # What the test wants to know

    def wait_for_prompt(self, number: int = 1) -> None:
        wait_until(lambda: self.prompts >= number, what="Teams to ask the user")

    def wait_for_client(self) -> None:
        wait_until(lambda: any(each["action"] == "query-state" for each in self.asked), what="a client of Teams")

    def push_raw(self, text: str) -> None:
        """Say something to everybody, whatever it is."""
        for connection in list(self._connections):
            connection.send(text)

    def ping(self) -> bool:
        """Whether every client answers a ping."""
        return all(connection.ping().wait(10) for connection in list(self._connections))

    # The protocol

    def _judge(self, connection: ServerConnection, request: Request) -> Response | None:
        parts = urlsplit(request.path)
        query = parse_qs(parts.query, keep_blank_values=True)
        self.queries.append(query)
        right = parts.path == "/" and set(query) - {"token"} == _KEYS and all(map(all, query.values()))
        if not right or query["protocol-version"] != ["2.0.0"]:
            self.faults.append(f"asked for {request.path}")
            return connection.respond(HTTPStatus.BAD_REQUEST, "")
        if self._refuses_unknown and not set(query.get("token", [])) <= self.tokens:
            return connection.respond(HTTPStatus.UNAUTHORIZED, "")
        return None

    def _serve(self, connection: ServerConnection) -> None:
        assert connection.request is not None
        token = parse_qs(urlsplit(connection.request.path).query).get("token", [""])[0]
        with self._lock:
            self._connections[connection] = token
        try:
            for text in connection:
                with self._lock:
                    self._answer(connection, text)
        except ConnectionClosed:
            pass
        finally:
            with self._lock:
                self._connections.pop(connection, None)

    def _answer(self, connection: ServerConnection, text: str | bytes) -> None:
        message = json.loads(text)
        number = message.get("requestId")
        self.asked.append(message)
        if self.silent:
            return
        if type(number) is not int or set(message) != {"action", "parameters", "requestId"}:
            self.faults.append(f"does not fit the protocol: {message}")
            self._say(connection, {"errorMsg": "The message does not fit the protocol"})
        elif message["action"] not in _ACTIONS or message["parameters"] != {}:
            self.faults.append(f"unknown action: {message}")
            self._say(connection, {"requestId": number, "errorMsg": "Unknown action"})
        elif message["action"] == "pair":
            self._pair(connection, number)
        else:
            self._say(connection, {"requestId": number, "response": "Success"})
            self._push(connection)

    def _pair(self, connection: ServerConnection, number: int) -> None:
        if not self._in_call or self._is_paired(connection):
            self.faults.append("asked to pair where Teams does not offer it")
        if self.blocked:
            self._say(connection, {"requestId": number, "errorMsg": "The app is blocked"})
            return
        self.prompts += 1
        self._asking = connection
        self._say(connection, {"requestId": number, "response": "Success"})

    def _push(self, connection: ServerConnection) -> None:
        paired, here = self._is_paired(connection), self._in_call
        names = ["canToggleMute", "canToggleVideo", "canToggleHand", "canToggleBlur", "canLeave", "canReact"]
        allowed = {**dict.fromkeys(names, here), "canPair": here and not paired}
        update: dict[str, Any] = {"meetingPermissions": allowed}
        if paired:
            update["meetingState"] = {"isMuted": False, "isVideoOn": False, "isInMeeting": here, "isSharing": False}
        self._say(connection, {"meetingUpdate": update})

    def _is_paired(self, connection: ServerConnection) -> bool:
        return self._connections.get(connection) in self.tokens

    def _say(self, connection: ServerConnection, message: dict[str, Any]) -> None:
        with contextlib.suppress(ConnectionClosed):
            connection.send(json.dumps(message))
