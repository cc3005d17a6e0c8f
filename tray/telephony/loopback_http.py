"""An HTTP server that only this machine can reach, on one thread, for small requests from programs nobody vouches for.

One selector loop serves every connection. It never blocks on a client: each connection has a deadline, and when there
are too many connections the one that has waited longest gives way, so that idle ones cannot keep a phone out. What a
request means is the handler's business.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import selectors
import socket
import threading
import time
from collections import deque
from collections.abc import Callable

from tray.telephony.loopback_connection import Connection, Phase, guarded, log_fault, plain_address
from tray.telephony.loopback_messages import Handler, Later, Limits, Reply, Work

_log = logging.getLogger("cti_tray.receiver")
_ACCEPTED_AT_ONCE = 16
_ACCEPT_PAUSE_S = 1.0
_STOP_S = 2.0
_LAST_WORK_S = 1.0


class LoopbackServer:
    """Serves `listeners`, which it owns from now on, until `stop`.

    Who `may_connect` does not let in, by the address, is hung up on before a byte is read.
    """

    def __init__(
        self,
        listeners: list[socket.socket],
        handler: Handler,
        limits: Limits | None = None,
        may_connect: Callable[[str], bool] = lambda _: True,
    ) -> None:
        self._listeners = listeners
        self._may_connect = may_connect
        self.port = int(listeners[0].getsockname()[1])
        self._handler = handler
        self._limits = limits or Limits()
        self._selector = selectors.DefaultSelector()
        self._connections: set[Connection] = set()
        self._done: deque[tuple[Connection, int, Reply]] = deque()
        self._workers: set[threading.Thread] = set()
        self._accept_again: float | None = None
        self._stopping = False
        self._wake_up, self._woken = socket.socketpair()
        self._thread = threading.Thread(target=self._run, name="receiver", daemon=True)

    @property
    def serving(self) -> bool:
        """Whether the thread runs."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begin to serve, on a thread of its own."""
        for end in (self._wake_up, self._woken):
            end.setblocking(False)
        self._selector.register(self._woken, selectors.EVENT_READ)
        self._accept(listening=True)
        self._thread.start()

    def stop(self) -> None:
        """Close everything and end the thread; requests that are being worked on still get their replies."""
        self._stopping = True
        self._wake()
        deadline = time.monotonic() + _STOP_S
        for thread in (self._thread, *self._workers):
            if thread is not threading.current_thread():
                thread.join(max(0.0, deadline - time.monotonic()))

    def _run(self) -> None:
        try:
            while not self._stopping:
                self._turn()
            self._finish_work()
        finally:
            self._close_all()

    def _turn(self) -> None:
        now = time.monotonic()
        for key, _ in self._selector.select(self._patience(now)):
            now = time.monotonic()
            if isinstance(key.data, Connection):
                self._serve(key.data, now)
            elif key.fileobj is self._woken:
                with contextlib.suppress(OSError):
                    self._woken.recv(4096)
            elif isinstance(key.fileobj, socket.socket):
                self._welcome(key.fileobj, now)
        self._deliver()
        self._expire(time.monotonic())

    def _patience(self, now: float) -> float | None:
        deadlines = [each.deadline for each in self._connections if each.deadline is not None]
        if self._accept_again is not None:
            deadlines.append(self._accept_again)
        return max(0.0, min(deadlines) - now) if deadlines else None

    def _welcome(self, listener: socket.socket, now: float) -> None:
        for _ in range(_ACCEPTED_AT_ONCE):
            try:
                sock, client = listener.accept()
            except (BlockingIOError, InterruptedError, ConnectionError):
                return
            except OSError as error:
                _log.warning("No more connections can be taken: %s", error.strerror)
                if not self._evict():
                    self._accept(listening=False)
                    self._accept_again = now + _ACCEPT_PAUSE_S
                return
            if not self._may_connect(plain_address(client)) or (
                len(self._connections) >= self._limits.connections and not self._evict()
            ):
                sock.close()
            else:
                self._take_in(sock, now)

    def _take_in(self, sock: socket.socket, now: float) -> None:
        try:
            sock.setblocking(False)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:
            sock.close()
            return
        connection = Connection(sock, self._handler, self._limits, self._hand_over, now)
        self._connections.add(connection)
        self._selector.register(sock, selectors.EVENT_READ, connection)
        self._serve(connection, now)

    def _evict(self) -> bool:
        """Close the connection that has been in its state for longest; one whose request is being worked on stays."""
        candidates = [each for each in self._connections if each.phase is not Phase.WORKING]
        if not candidates:
            return False
        oldest = min(candidates, key=lambda each: each.since)
        oldest.phase = Phase.CLOSED
        self._settle(oldest)
        return True

    def _serve(self, connection: Connection, now: float) -> None:
        if connection.phase is not Phase.CLOSED:
            self._step(connection, lambda: connection.ready(now))

    def _step(self, connection: Connection, step: Callable[[], None]) -> None:
        try:
            step()
        except Exception as error:  # noqa: BLE001 - a fault on one connection must not end the server
            log_fault(error)
            connection.phase = Phase.CLOSED
        self._settle(connection)

    def _settle(self, connection: Connection) -> None:
        """Bring the selector in line with what the connection wants now."""
        sock = connection.socket
        key = self._selector.get_map().get(sock.fileno())
        if not connection.wants:
            if key is not None:
                self._selector.unregister(sock)
        elif key is None:
            self._selector.register(sock, connection.wants, connection)
        elif key.events != connection.wants:
            self._selector.modify(sock, connection.wants, connection)
        if connection.phase is Phase.CLOSED:
            self._connections.discard(connection)
            sock.close()

    def _expire(self, now: float) -> None:
        for connection in list(self._connections):
            if connection.deadline is not None and connection.deadline <= now:
                self._step(connection, functools.partial(connection.expire, now))
        if self._accept_again is not None and self._accept_again <= now:
            self._accept_again = None
            self._accept(listening=True)

    def _accept(self, *, listening: bool) -> None:
        for listener in self._listeners:
            if listening:
                self._selector.register(listener, selectors.EVENT_READ)
            else:
                self._selector.unregister(listener)

    def _hand_over(self, connection: Connection, task: Work | Later) -> bool:
        """Begin what waits, or run work on a thread of its own; False when too many run already."""
        turn = connection.turn

        def done(reply: Reply) -> None:
            self._done.append((connection, turn, reply))
            self._wake()

        if isinstance(task, Later):
            task.begin(functools.partial(done, task.reply))
            return True
        return self._work(task, done)

    def _work(self, work: Work, done: Callable[[Reply], None]) -> bool:
        self._workers = {thread for thread in self._workers if thread.is_alive()}
        if len(self._workers) >= self._limits.workers:
            return False
        worker = threading.Thread(target=lambda: done(guarded(work)), name="receiver-control", daemon=True)
        self._workers.add(worker)
        worker.start()
        return True

    def _deliver(self) -> None:
        while self._done:
            connection, turn, reply = self._done.popleft()
            if connection.phase is Phase.WORKING and connection.turn == turn:
                self._step(connection, functools.partial(connection.complete, reply, time.monotonic()))

    def _finish_work(self) -> None:
        """Let commands end that run already: the one that ended the tray waits for its reply, too.

        What waits for anything else is answered at once, since who stops the server may be what it waits for.
        """
        deadline = time.monotonic() + _LAST_WORK_S
        for worker in self._workers:
            worker.join(max(0.0, deadline - time.monotonic()))
        self._deliver()
        for connection in [each for each in self._connections if each.phase is Phase.WORKING]:
            self._step(connection, functools.partial(connection.expire, time.monotonic()))

    def _wake(self) -> None:
        with contextlib.suppress(OSError):
            self._wake_up.send(b"x")

    def _close_all(self) -> None:
        self._selector.close()
        for connection in self._connections:
            connection.socket.close()
        for sock in (*self._listeners, self._wake_up, self._woken):
            sock.close()
        self._connections.clear()
