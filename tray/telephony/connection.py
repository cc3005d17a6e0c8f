"""One TCP line to a phone, kept open by a thread of its own: connect, read, notice that it is gone, try again.

Whoever uses it gets bytes and says what they mean. Everything the user of the line does happens on its thread, so that
it needs no locks. The thread sleeps until a byte, an alarm or a request comes; it never polls. It knows no calls.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import queue
import random
import selectors
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from tray.telephony.address import Address
from tray.telephony.line_problems import NO_ANSWER, problem_words
from tray.texts import translate

_logger = logging.getLogger(__name__)
_STOP_S = 2.0
_READ_SIZE = 65_536
_IN_PROGRESS = {0, errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", errno.EWOULDBLOCK)}


class WrongPeer(Exception):
    """What answers speaks another protocol; `text` is one sentence for the user."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


@dataclass(frozen=True, slots=True)
class Timing:
    """Waiting times of a line, in seconds. The wait doubles from `first_retry_s` to `longest_retry_s`, with jitter."""

    first_retry_s: float = 1.25
    longest_retry_s: float = 60.0
    connect_s: float = 5.0


def retry_wait(timing: Timing, failures: int, jitter: random.Random) -> float:
    """Seconds to wait before the next attempt, after this many failures since the right phone last answered."""
    wait = min(timing.longest_retry_s, timing.first_retry_s * 2.0 ** min(failures, 16))
    return wait * jitter.uniform(0.8, 1.0)


class LineUser(Protocol):
    """Who uses a line. Every method is called on the line's thread."""

    def opened(self) -> None:
        """The line is open."""
        ...

    def received(self, data: bytes) -> None:
        """Bytes came; raise `WrongPeer` where they cannot be from the right phone."""
        ...

    def closed(self, reason: str, *, wrong_peer: bool) -> None:
        """The line is gone, or could not be opened; `reason` is one sentence. It will be tried again."""
        ...

    def alarm(self) -> None:
        """The instant given to `wake_at` has come."""
        ...

    def stopping(self) -> None:
        """The last call of all: the thread ends."""
        ...


class Line:
    """Keeps one line open. `start` and `stop` may be called once each."""

    def __init__(
        self,
        name: str,
        address: Address,
        user: LineUser,
        *,
        timing: Timing,
        clock: Callable[[], float],
        jitter: random.Random | None = None,
    ) -> None:
        self.address = address
        self._name = name
        self._user = user
        self._timing = timing
        self._clock = clock
        self._jitter = jitter or random.SystemRandom()
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._waker: socket.socket | None = None
        self._thread: threading.Thread | None = None
        self._running = True
        self._socket: socket.socket | None = None
        self._open = False
        self._unsent = b""
        self._candidates: list[tuple[int, tuple[object, ...]]] = []
        self._failures = 0
        self._next_try: float | None = None
        self._give_up: float | None = None
        self._wake_at: float | None = None

    def start(self) -> None:
        """Begin to connect; returns at once."""
        self._waker, woken = socket.socketpair()
        self._waker.setblocking(False)
        woken.setblocking(False)
        self._next_try = self._clock()
        self._thread = threading.Thread(target=self._run, args=(woken,), name=f"source-{self._name}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread, within two seconds; only a name look-up in the operating system may outlive that."""
        self.post(self._end)
        if self._thread is not None:
            self._thread.join(_STOP_S)

    def retry_now(self) -> None:
        """Try to connect at once if the line is down; a click or the end of a sleep asks for it."""
        self.post(self._forget_failures)

    def post(self, job: Callable[[], None]) -> None:
        """Run `job` on the line's thread, soon. May be called from any thread."""
        self._jobs.put(job)
        if self._waker is not None:
            # An error here means that the pipe is full, so that the thread wakes anyway, or that the thread has ended.
            with contextlib.suppress(OSError):
                self._waker.send(b"\0")

    def wake_at(self, instant: float | None) -> None:
        """Call the user's `alarm` at this instant; None calls it off. For the line's thread."""
        self._wake_at = instant

    def proven(self) -> None:
        """The right phone has answered: the next drop is retried soon. For the line's thread."""
        self._failures = 0

    def send(self, data: bytes) -> None:
        """Send bytes; without an open line they are dropped. For the line's thread."""
        if self._open:
            self._unsent += data

    def drop(self, reason: str, *, wrong_peer: bool = False) -> None:
        """Close the line and tell why; it is opened again after the usual wait. For the line's thread."""
        self._hang_up()
        self._candidates = []
        self._next_try = self._clock() + retry_wait(self._timing, self._failures, self._jitter)
        self._failures += 1
        self._user.closed(reason, wrong_peer=wrong_peer)

    def _run(self, woken: socket.socket) -> None:
        with selectors.DefaultSelector() as selector, woken:
            selector.register(woken, selectors.EVENT_READ)
            while self._running:
                try:
                    self._turn(selector, woken)
                except WrongPeer as problem:
                    self.drop(problem.text, wrong_peer=True)
                except Exception:
                    _logger.exception("a source failed and starts over")
                    self.drop(translate("Phones", "An internal fault; see the log file."), wrong_peer=True)
            self._user.stopping()
            self._hang_up()
        if self._waker is not None:
            self._waker.close()

    def _turn(self, selector: selectors.BaseSelector, woken: socket.socket) -> None:
        """Wait for the next thing to happen, and do it."""
        now = self._clock()
        if self._socket is None and self._next_try is not None and now >= self._next_try:
            self._connect()
        current = self._socket
        if current is not None:
            wanted = selectors.EVENT_READ if self._open else 0
            selector.register(current, wanted | (selectors.EVENT_WRITE if self._unsent or not self._open else 0))
        try:
            ready = {key.fileobj: events for key, events in selector.select(self._pause())}
        finally:
            if current is not None:
                selector.unregister(current)
        if woken in ready:
            woken.recv(_READ_SIZE)
            self._run_jobs()
        if current is not None and current is self._socket:
            self._serve(current, ready.get(current, 0))
        self._check_times()

    def _pause(self) -> float | None:
        """Seconds until something is due; None when nothing is."""
        due = [self._wake_at, self._give_up, self._next_try if self._socket is None else None]
        instants = [instant for instant in due if instant is not None]
        return max(0.0, min(instants) - self._clock()) if instants else None

    def _run_jobs(self) -> None:
        while not self._jobs.empty():
            self._jobs.get_nowait()()

    def _serve(self, current: socket.socket, events: int) -> None:
        if not self._open:
            if events:
                self._finish_connecting(current)
            return
        try:
            if events & selectors.EVENT_WRITE:
                self._unsent = self._unsent[current.send(self._unsent) :]
            data = current.recv(_READ_SIZE) if events & selectors.EVENT_READ else None
        except BlockingIOError:
            return
        except OSError as error:
            broke = translate("Phones", "The line to {address} broke ({problem}).")
            self.drop(broke.format(address=self.address, problem=problem_words(error.errno)))
            return
        if data:
            self._user.received(data)
        elif data is not None:
            closed = translate("Phones", "The line to {address} was closed by the other side.")
            self.drop(closed.format(address=self.address))

    def _check_times(self) -> None:
        now = self._clock()
        if self._give_up is not None and now >= self._give_up:
            self._next_candidate(NO_ANSWER)
        if self._wake_at is not None and now >= self._wake_at:
            self._wake_at = None
            self._user.alarm()

    def _connect(self) -> None:
        try:
            found = socket.getaddrinfo(self.address.host, self.address.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            self.drop(translate("Phones", "The name {host} cannot be found.").format(host=self.address.host))
            return
        self._candidates = [(family, place) for family, _, _, _, place in found]
        self._next_candidate(translate("Phones", "no address"))

    def _next_candidate(self, problem: str) -> None:
        """Begin to connect to the next address of the host; with none left the attempt has failed."""
        self._hang_up()
        while self._candidates:
            family, place = self._candidates.pop(0)
            try:
                self._socket = socket.socket(family, socket.SOCK_STREAM)
                self._socket.setblocking(False)
                code = self._socket.connect_ex(place)
            except OSError as error:
                code = error.errno or errno.EINVAL
            if code in _IN_PROGRESS:
                self._give_up = self._clock() + self._timing.connect_s
                return
            problem = problem_words(code)
            self._hang_up()
        silent = translate("Phones", "Nothing answers at {address} ({problem}).")
        self.drop(silent.format(address=self.address, problem=problem))

    def _finish_connecting(self, current: socket.socket) -> None:
        code = current.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            self._next_candidate(problem_words(code))
            return
        self._give_up = None
        self._open = True
        _keep_alive(current)
        self._user.opened()

    def _hang_up(self) -> None:
        if self._socket is not None:
            self._socket.close()
        self._socket = None
        self._open = False
        self._unsent = b""
        self._give_up = None

    def _forget_failures(self) -> None:
        self._failures = 0
        self._next_try = self._clock()

    def _end(self) -> None:
        self._running = False


def _keep_alive(line: socket.socket) -> None:
    """Let the system notice a phone that went away without a word, within about two minutes."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for option, value in (("TCP_KEEPIDLE", 60), ("TCP_KEEPINTVL", 15), ("TCP_KEEPCNT", 4)):
        number = getattr(socket, option, None)
        if number is not None:
            line.setsockopt(socket.IPPROTO_TCP, number, value)
