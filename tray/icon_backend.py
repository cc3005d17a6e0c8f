"""The one place that opens a pystray icon: chooses the platform's class, repaints it and takes it away again.

All methods belong to the icon's own thread, because pystray's may wait for the platform. pystray and pillow are
imported when an icon is opened. Every failure of theirs becomes `IconUnavailable`.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from tray import icon_image, taskbar
from tray.icon_platform import END_LIMIT_S, IconUnavailable, PlatformParts
from tray.views import IconCommand, MenuEntry

if TYPE_CHECKING:
    from tray.views import TrayState

_READY_LIMIT_S = 5.0

_log = logging.getLogger(__name__)


class NativeIcon:
    """One icon in the notification area.

    Args:
        name: how the system names the icon.
        entries: gives the menu as it is now; asked when the menu is opened, or after `show` where that cannot be seen.
        press: takes what the user chose; called on a thread of the platform, must return at once.
        ended: called when the platform took the icon away by itself; any thread.

    Raises:
        IconUnavailable: there is no display, no notification area or no library for it.
    """

    def __init__(
        self,
        name: str,
        entries: Callable[[], tuple[MenuEntry, ...]],
        press: Callable[[IconCommand], None],
        ended: Callable[[], None],
    ) -> None:
        pystray = _import_pystray()
        self._press = press
        self._entries = entries
        self._menu_item = pystray.MenuItem
        self._separator: Any = pystray.Menu.SEPARATOR
        self._ended = threading.Event()
        self._closing = False
        ready = threading.Event()
        try:
            self._icon = _open_icon(pystray, name, pystray.Menu(self._menu_items))
            self._icon.at_end = partial(self._at_end, ended)
            self._icon.menu_wanted = partial(self._chosen, IconCommand.MENU)
            self._icon.check_host()
            self._icon.run_detached(lambda _: ready.set())
        except IconUnavailable:
            raise
        except Exception as error:
            raise IconUnavailable(
                f"The notification area refuses the icon: {_words(error)}.", retryable=True
            ) from error
        if not ready.wait(_READY_LIMIT_S):
            raise IconUnavailable("The notification area does not answer.", retryable=True)

    def show(self, state: TrayState, title: str) -> None:
        """Show this state and tooltip.

        Raises:
            IconUnavailable: the icon could not be shown; open another one later.
        """
        light = taskbar.is_light()
        try:
            self._icon.light_bar = light
            self._icon.icon = icon_image.picture(state, taskbar.icon_px(), light_bar=light)
            self._icon.visible = True
            self._icon.title = title
            if not self._icon.menu_on_demand:
                self._icon.update_menu()
        except Exception as error:
            raise IconUnavailable(f"The icon cannot be shown: {_words(error)}.", retryable=True) from error

    def close(self) -> None:
        """Take the icon away and end its loop; does nothing when the platform already did."""
        self._closing = True
        if self._ended.is_set():
            return
        try:
            self._icon.stop()
        except Exception as error:  # noqa: BLE001 (whatever fails, the exit goes on)
            _log.warning("The icon could not be taken away: %s", _words(error))
        self._ended.wait(END_LIMIT_S)

    def _menu_items(self) -> tuple[Any, ...]:
        return tuple(self._menu_line(entry) for entry in self._entries())

    def _menu_line(self, entry: MenuEntry) -> Any:
        if entry.command is None:
            return self._separator
        checked = None if entry.checked is None else (lambda _: bool(entry.checked))
        return self._menu_item(entry.text, partial(self._chosen, entry.command), checked=checked, default=entry.default)

    def _chosen(self, command: IconCommand, *_: object) -> None:
        try:
            self._press(command)
        except Exception:  # noqa: BLE001 (it would end the loop of the platform)
            _log.exception("The menu command %s failed", command.value)

    def _at_end(self, ended: Callable[[], None]) -> None:
        self._ended.set()
        if not self._closing:
            ended()


def _import_pystray() -> Any:
    try:
        import pystray
    except Exception as error:  # without an X server it is an error of Xlib, a library that need not be there
        if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            raise IconUnavailable("There is no display for an icon.") from error
        raise IconUnavailable(f"There is no notification area that can be used: {_words(error)}.") from error
    if pystray.Icon.__module__ == "pystray._base":
        raise IconUnavailable("The icon is switched off by PYSTRAY_BACKEND=dummy.")
    return pystray


def _words(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__


def _open_icon(pystray: Any, name: str, menu: Any) -> Any:
    backend = pystray.Icon.__module__.rpartition("._")[2]
    if backend == "xorg":
        from tray.icon_xorg import XorgIcon

        return XorgIcon(name, menu=menu)
    if backend == "win32":
        from tray.icon_win32 import Win32Icon

        return Win32Icon(name, menu=menu)
    return type("PlainIcon", (PlatformParts, pystray.Icon), {})(name, menu=menu)
