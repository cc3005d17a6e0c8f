"""The tray icon as the rest of the product knows it: tell it what to show, hear what the user asked for.

It has a thread of its own while there is something to do, and talks by queue only, so nobody ever waits for the
notification area. Without a display
or a notification area it is `UNAVAILABLE` with a reason, and everything else works on. It must not know Qt, and no
command is carried out here.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tray.icon_backend import NativeIcon
from tray.icon_platform import IconUnavailable
from tray.menu import IconView, InLanguage, as_written, menu_entries, tooltip
from tray.views import IconCommand, MenuEntry

_RETRY_S = 15.0
_IDLE_S = 2.0
_SETTLE_S = 0.1

_log = logging.getLogger(__name__)


class IconState(StrEnum):
    """Where the icon is. `STARTING` until the notification area took it."""

    OFF = "off"
    STARTING = "starting"
    SHOWN = "shown"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class IconStatus:
    """The state of the icon; `reason` is one sentence where it is unavailable."""

    state: IconState
    reason: str = ""


class _Message(StrEnum):
    REPAINT = "repaint"
    ENDED = "ended"
    STOP = "stop"


class TrayIcon:
    """The icon of the product.

    Args:
        command: takes what the user asked for; called on a thread of the platform, so it only puts it into a queue.
        text: translates the words of menu and tooltip.
        changed: hears each new status; called on the icon's thread.
    """

    def __init__(
        self,
        command: Callable[[IconCommand], None],
        *,
        text: InLanguage = as_written,
        changed: Callable[[IconStatus], None] | None = None,
    ) -> None:
        self._command = command
        self._text = text
        self._changed = changed
        self._view = IconView()
        self._status = IconStatus(IconState.OFF)
        self._messages: queue.SimpleQueue[_Message] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._running = False
        self._native: NativeIcon | None = None
        self._retry = False

    @property
    def status(self) -> IconStatus:
        """The state at this moment; may be asked from any thread."""
        return self._status

    def start(self) -> None:
        """Put the icon into the notification area as soon as it takes it; returns at once."""
        with self._lock:
            if self._thread is not None or self._running:
                return
            self._running = True
        self._set_status(IconState.STARTING)
        self._tell(_Message.REPAINT)

    def show(self, view: IconView) -> None:
        """Show this from now on; returns at once, from any thread. Of several views only the newest is painted."""
        if view != self._view:
            self._view = view
            self._tell(_Message.REPAINT)

    def repaint(self) -> None:
        """Write menu and tooltip anew, because `text` translates into another language now."""
        self._tell(_Message.REPAINT)

    def entries(self) -> tuple[MenuEntry, ...]:
        """The menu as it is now, in the language of the windows; may be asked from any thread."""
        return menu_entries(self._view, self._text)

    def stop(self, limit_s: float = 3.0) -> bool:
        """Take the icon away; safe in every state and more than once.

        Returns whether that was done within `limit_s` seconds. If not, the threads are daemons and hold no exit up.
        """
        self._tell(_Message.STOP)
        with self._lock:
            self._running = False
            thread = self._thread
        if thread is None:
            return True
        thread.join(limit_s)
        return not thread.is_alive()

    def _tell(self, message: _Message) -> None:
        """Give the icon's thread something to do, between start and stop; an idle icon gets a thread for it."""
        with self._lock:
            if not self._running:
                return
            self._messages.put(message)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="tray-icon", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        while (message := self._next_message()) is not None:
            if message is _Message.STOP:
                self._close()
                self._set_status(IconState.OFF)
                return
            if message is _Message.ENDED:
                self._fail(IconUnavailable("The notification area went away.", retryable=True))
            else:
                self._paint()

    def _next_message(self) -> _Message | None:
        """What to do next; None after a while without anything, when the thread is to end."""
        while True:
            try:
                return self._settled(self._messages.get(timeout=_RETRY_S if self._retry else _IDLE_S))
            except queue.Empty:
                if self._retry:
                    return _Message.REPAINT
            with self._lock:
                if self._messages.empty():
                    self._thread = None
                    return None

    def _settled(self, message: _Message) -> _Message:
        """Hold a repaint back for a moment: the card of a call goes first, and a burst of changes is painted once."""
        end = time.monotonic() + _SETTLE_S
        while message is _Message.REPAINT and self._native is not None and (left := end - time.monotonic()) > 0:
            try:
                message = self._messages.get(timeout=left)
            except queue.Empty:
                break
        return message

    def _paint(self) -> None:
        view = self._view
        try:
            if self._native is None:
                self._native = NativeIcon("cti-tray", self.entries, self._command, self._at_end)
            self._native.show(view.state, tooltip(view, self._text))
        except IconUnavailable as error:
            self._fail(error)
        else:
            self._retry = False
            self._set_status(IconState.SHOWN)

    def _fail(self, error: IconUnavailable) -> None:
        self._close()
        self._retry = error.retryable
        self._set_status(IconState.UNAVAILABLE, error.message)

    def _close(self) -> None:
        if self._native is not None:
            self._native.close()
            self._native = None

    def _at_end(self) -> None:
        self._tell(_Message.ENDED)

    def _set_status(self, state: IconState, reason: str = "") -> None:
        status = IconStatus(state, reason)
        if status == self._status:
            return
        self._status = status
        if reason:
            _log.info("The tray icon is %s: %s", state.value, reason)
        if self._changed is not None:
            self._changed(status)
