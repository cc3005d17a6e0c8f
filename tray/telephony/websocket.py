"""One WebSocket seen from its client (RFC 6455): bytes go in, texts and the bytes to answer with come out.

wsproto speaks the protocol; it takes a while to load, so this module is imported when there is somebody to speak to.
It knows no socket, and not what the texts mean.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from wsproto import ConnectionType, WSConnection
from wsproto.connection import ConnectionState
from wsproto.events import (
    AcceptConnection,
    CloseConnection,
    Event,
    Ping,
    RejectConnection,
    Request,
    TextMessage,
)
from wsproto.utilities import ProtocolError

MOST_CHARACTERS = 65_536


class NoWebSocket(Exception):
    """What came is not what a WebSocket's server may send, or more than anybody needs."""


@dataclass(slots=True)
class Taken:
    """What came out of some bytes.

    `opened` where the server agreed to a WebSocket just now; `refused` is the HTTP status with which it did not, or 0;
    `closed` where it said goodbye; `answer` has to be sent.
    """

    opened: bool = False
    refused: int = 0
    closed: bool = False
    texts: list[str] = field(default_factory=list)
    answer: bytes = b""


class WebSocket:
    """One connection.

    Args:
        host: the host and port that it goes to.
        target: the path and query that are asked for.
    """

    def __init__(self, host: str, target: str) -> None:
        self._request = Request(host=host, target=target)
        self._connection = WSConnection(ConnectionType.CLIENT)
        self._pieces: list[str] = []

    def opening(self) -> bytes:
        """The first bytes to send."""
        return self._connection.send(self._request)

    def text(self, text: str) -> bytes:
        """The bytes that say this; none where the server has said goodbye, which it may with its first bytes."""
        if self._connection.state is not ConnectionState.OPEN:
            return b""
        return self._connection.send(TextMessage(data=text))

    def take(self, data: bytes) -> Taken:
        """Take the next bytes; frames may come in any pieces.

        Raises:
            NoWebSocket: these cannot be from a WebSocket's server.
        """
        taken = Taken()
        try:
            self._connection.receive_data(data)
            for event in self._connection.events():
                self._happened(event, taken)
        except ProtocolError as error:
            raise NoWebSocket(str(error)) from error
        return taken

    def _happened(self, event: Event, taken: Taken) -> None:
        match event:
            case AcceptConnection():
                taken.opened = True
            case RejectConnection():
                taken.refused = event.status_code
            case Ping():
                taken.answer += self._connection.send(event.response())
            case CloseConnection():
                if self._connection.state is not ConnectionState.REMOTE_CLOSING:  # wsproto itself wants to end it
                    raise NoWebSocket(event.reason)
                taken.closed = True
                taken.answer += self._connection.send(event.response())
            case TextMessage():
                self._pieces.append(event.data)
                if sum(map(len, self._pieces)) > MOST_CHARACTERS:
                    raise NoWebSocket("a message without an end")
                if event.message_finished:
                    taken.texts.append("".join(self._pieces))
                    self._pieces.clear()
