"""pystray's X icon, with what it leaves out.

pystray 0.19.5 asks the X server for no clicks, starts its setup a second time when it runs detached, cannot take text
beyond Latin-1, and lets two threads use one X connection, which now and then waits for ever. Here one thread, that of
the loop, talks to the X server; others hand it jobs. Imported only after pystray chose this backend.
"""

from __future__ import annotations

import contextlib
import queue
import select
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from typing import Any

from pystray._xorg import Icon
from Xlib import X

from tray import icon_image
from tray.icon_platform import IconUnavailable, PlatformParts

_JOB_LIMIT_S = 5.0
_RIGHT_BUTTON = 3
_EVENTS = X.ExposureMask | X.StructureNotifyMask | X.ButtonPressMask | X.ButtonReleaseMask


class XorgIcon(PlatformParts, Icon):  # type: ignore[misc]  # pystray has no types
    """An icon embedded into the notification area by XEMBED. A left click is the default command, a right one asks for
    the menu."""

    _icon_data: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._jobs: queue.SimpleQueue[tuple[Callable[[], None], Future[None]]] = queue.SimpleQueue()
        self._bell, self._ring = socket.socketpair()
        self._thread: threading.Thread | None = None
        super().__init__(*args, **kwargs)
        self._message_handlers[X.ButtonRelease] = self._on_button_release
        self._display.set_error_handler(lambda *_: None)
        self._display.display.socket.settimeout(_JOB_LIMIT_S)

    def __del__(self) -> None:
        with contextlib.suppress(Exception):  # the connection may have died with the server
            self._display.close()
        self._bell.close()
        self._ring.close()

    def check_host(self) -> None:
        """Raise `IconUnavailable` where nobody owns the selection of the notification area."""
        if self._get_systray_manager() is None:
            raise IconUnavailable("This desktop has no notification area.", retryable=True)

    def _get_systray_manager(self) -> Any:
        """The owner of the notification area, asked without pystray's grab: a server that is grabbed by a connection
        that then waits stops every program of the desktop."""
        owner = self._display.get_selection_owner(self._net_system_tray_sx)
        return self._display.create_resource_object("window", owner.id) if owner != X.NONE else None

    def _create_window(self) -> Any:
        window = super()._create_window()
        window.change_attributes(event_mask=_EVENTS)
        return window

    def _on_button_release(self, event: Any) -> None:
        """The menu waits for the end of the click: until then the X server gives pointer and keyboard to no menu."""
        if event.detail == _RIGHT_BUTTON:
            self.menu_wanted()

    def _rewrite_implementation(self, *methods: Callable[[], None]) -> None:
        for method in methods:
            setattr(self, method.__name__, partial(self._on_loop, method))

    def _on_loop(self, method: Callable[[], None]) -> None:
        if threading.current_thread() is self._thread:
            method()
            return
        done: Future[None] = Future()
        self._jobs.put((method, done))
        self._ring.send(b"!")
        done.result(_JOB_LIMIT_S)

    def _run_detached(self) -> None:
        self._thread = threading.Thread(target=self._run, name="tray-icon-loop", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._mark_ready()
            self._mainloop()
        finally:
            self.at_end()
            self._refuse_jobs(IconUnavailable("The notification area went away.", retryable=True))

    def _events(self) -> Iterator[Any]:
        while True:
            while self._display.pending_events():
                yield self._display.next_event()
            self._display.flush()
            heard, _, _ = select.select([self._display, self._bell], [], [])
            if self._bell in heard:
                self._bell.recv(64)
                self._do_jobs()

    def _do_jobs(self) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                method, done = self._jobs.get_nowait()
                try:
                    method()
                except Exception as error:  # noqa: BLE001 (raised again for the one who waits)
                    done.set_exception(error)
                else:
                    done.set_result(None)

    def _refuse_jobs(self, failure: Exception) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                self._jobs.get_nowait()[1].set_exception(failure)

    def _on_destroy_notify(self, event: Any) -> None:
        if self._systray_manager is not None and event.window.id == self._systray_manager.id:
            self._window.destroy()

    def _update_title(self) -> None:
        self._window.set_wm_name(self.title.encode("latin-1", "replace").decode("latin-1"))
        name, utf8 = (self._display.intern_atom(atom) for atom in ("_NET_WM_NAME", "UTF8_STRING"))
        self._window.change_property(name, utf8, 8, self.title.encode("utf-8", "replace"))

    def _assert_icon_data(self, width: int, height: int) -> None:
        if self._icon_data is None or self._icon_data.size != (width, height):
            self._icon_data = icon_image.on_bar(self._icon, width, height, light_bar=self.light_bar)
