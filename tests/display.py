"""A real X desktop for tests: Xvfb on a free display, openbox as window manager, tint2 as notification area.

    with Desktop() as desktop:
        subprocess.Popen([...], env=desktop.environment)
        window = desktop.wait_for_window("Caller card")
        assert desktop.active_window() != window
        desktop.type("hello")

Everything is asked of the X server itself, so that a test sees what a user sees. Windows are named by their X id.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

import pytest

if TYPE_CHECKING:
    from PIL import Image

TOOLS = ("Xvfb", "openbox", "tint2", "xdotool")
_PANEL = """
panel_items = S
panel_size = 100% 40
panel_position = bottom right horizontal
panel_layer = top
strut_policy = follow_size
systray_padding = 4 4 4
systray_icon_size = 24
rounded = 0
border_width = 0
background_color = #202020 100
panel_background_id = 1
"""
_START_LIMIT_S = 20.0
_POLL_S = 0.02
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Area:
    """Where a window is on the screen, in pixels, without the frame of the window manager."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        """The pixel in the middle."""
        return self.x + self.width // 2, self.y + self.height // 2


def require(*tools: str) -> None:
    """Skip the test where a program is missing; fail instead where CI says that everything is installed."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if not missing:
        return
    reason = f"not installed: {', '.join(missing)}"
    if os.environ.get("CI", "").casefold() == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def wait_until(condition: Callable[[], _T], *, seconds: float = 30.0, what: str = "the condition") -> _T:
    """Ask again and again until the answer is true, and give that answer; the test fails after `seconds`."""
    pause = threading.Event()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = condition()
        if answer:
            return answer
        pause.wait(_POLL_S)
    pytest.fail(f"{what} did not come true within {seconds:g} s")


class Desktop:
    """An X display with a window manager and, unless `tray_host` is False, a notification area at the bottom.

    `environment` is for child processes: it names the display, makes Qt use it, gives an empty home folder, and
    selects the tray backend that works here.
    """

    def __init__(self, width: int = 1280, height: int = 800, *, tray_host: bool = True) -> None:
        self.size = (width, height)
        self.environment: dict[str, str] = {}
        self.name = ""
        self._tray_host = tray_host
        self._processes: list[subprocess.Popen[bytes]] = []
        self._stack = contextlib.ExitStack()
        self._display: Any = None
        self._panel: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        require(*TOOLS)
        with contextlib.ExitStack() as stack:
            home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="desktop")))
            stack.callback(self._stop_processes)
            self._start_server()
            self._set_environment(home)
            stack.callback(self._close_connection)
            self._display = _connect(self.name)
            self._start("openbox", "--sm-disable")
            wait_until(self._has_window_manager, seconds=_START_LIMIT_S, what="the window manager")
            if self._tray_host:
                self.start_tray_host()
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def start_tray_host(self) -> None:
        """Start the panel with the notification area."""
        settings = Path(self.environment["HOME"]) / "tint2rc"
        settings.write_text(_PANEL, encoding="ascii")
        self._panel = self._start("tint2", "-c", str(settings))
        wait_until(self.tray_owner, seconds=_START_LIMIT_S, what="the notification area")

    def stop_tray_host(self) -> None:
        """End the panel, as a crash of it does."""
        if self._panel is not None:
            self._panel.kill()
            self._panel.wait()
            wait_until(lambda: not self.tray_owner(), what="the end of the notification area")

    def start(self, *command: str, **more: str) -> subprocess.Popen[bytes]:
        """Start a program here, with `more` environment variables; it ends at the latest with the desktop."""
        process = subprocess.Popen(command, env={**self.environment, **more}, stdin=subprocess.DEVNULL)
        self._processes.append(process)
        return process

    # What is on the screen

    def windows(self, title: str) -> list[int]:
        """The visible windows under the window manager whose title begins with `title`, the topmost last."""
        return [window for window in self._visible() if self.title(window).startswith(title)]

    def wait_for_window(self, title: str, *, seconds: float = 15.0) -> int:
        """The topmost visible window whose title begins with `title`, as soon as there is one."""
        return wait_until(lambda: self.windows(title), seconds=seconds, what=f"a window titled {title!r}")[-1]

    def title(self, window: int) -> str:
        """The title of a window; "" for one that has none or is gone."""
        return self._text(window, "_NET_WM_NAME") or self._text(window, "WM_NAME")

    def area(self, window: int) -> Area:
        """Where a window is."""
        drawable = self._window(window)
        shape = drawable.get_geometry()
        corner = drawable.translate_coords(self._root, 0, 0)
        return Area(-corner.x, -corner.y, shape.width, shape.height)

    def active_window(self) -> int:
        """The window that has the keyboard according to the window manager; 0 when there is none."""
        found = self._root.get_full_property(self._atom("_NET_ACTIVE_WINDOW"), 0)
        return int(found.value[0]) if found and len(found.value) else 0

    def x_property(self, window: int, name: str) -> Any:
        """The value of an X property, such as `_NET_WM_STATE` (atoms as words); None when there is none."""
        from Xlib import error

        try:
            found = self._window(window).get_full_property(self._atom(name), 0)
        except error.BadWindow:
            return None
        if found is None:
            return None
        if found.property_type == self._atom("ATOM"):
            return [self._display.get_atom_name(atom) for atom in found.value]
        return found.value

    def tray_owner(self) -> int:
        """The window of the notification area; 0 when there is none."""
        owner = self._display.get_selection_owner(self._atom(f"_NET_SYSTEM_TRAY_S{self._display.get_default_screen()}"))
        return int(owner.id) if owner else 0

    def tray_icons(self) -> list[int]:
        """The windows that the notification area embeds: those inside the panel that speak XEMBED."""
        panels = [window for window in self._tree(self._root) if self.title(window) == "tint2"]
        inside = [child for panel in panels for child in self._tree(self._window(panel))]
        return [window for window in inside if self.x_property(window, "_XEMBED_INFO") is not None]

    def menus(self) -> list[int]:
        """The visible menus that programs have popped up."""
        kind = "_NET_WM_WINDOW_TYPE_POPUP_MENU"
        tops = [window.id for window in self._root.query_tree().children if self._is_viewable(window.id)]
        return [window for window in tops if kind in (self.x_property(window, "_NET_WM_WINDOW_TYPE") or ())]

    def screenshot(self, path: Path | None = None, area: Area | None = None) -> Image.Image:
        """What is on the screen, or on a part of it, as a picture; also saved as PNG where a path is given."""
        from PIL import Image

        area = area or Area(0, 0, *self.size)
        data = self._root.get_image(area.x, area.y, area.width, area.height, 2, 0xFFFFFFFF).data
        picture = Image.frombytes("RGB", (area.width, area.height), data, "raw", "BGRX")
        if path is not None:
            picture.save(path)
        return picture

    def clipboard(self) -> str:
        """The text on the clipboard; "" when nobody offers one."""
        from Xlib import X

        window = self._root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        try:
            window.convert_selection(self._atom("CLIPBOARD"), self._atom("UTF8_STRING"), self._atom("TEXT"), 0)
            self._display.flush()
            wait_until(lambda: self._answered(window), what="the clipboard's answer")
            found = window.get_full_property(self._atom("TEXT"), 0)
            return found.value.decode("utf-8") if found else ""
        finally:
            window.destroy()

    # What the user does

    def type(self, text: str) -> None:
        """Type ASCII text on the keyboard, to whatever window has it; other characters have no key on it."""
        if not text.isascii():
            raise ValueError(f"not on the keyboard: {text!r}")
        self._xdotool("type", "--delay", "5", "--", text)

    def press(self, *keys: str) -> None:
        """Press keys by their X names, such as `Return`, `Escape`, `ctrl+c`."""
        self._xdotool("key", "--delay", "5", *keys)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Move the pointer there and click; 1 is the left button, 3 the right one."""
        self._xdotool("mousemove", str(x), str(y), "click", str(button))

    def move_pointer(self, x: int, y: int) -> None:
        """Move the pointer there."""
        self._xdotool("mousemove", str(x), str(y))

    def close_window(self, window: int) -> None:
        """Ask a window to close, as its close button does."""
        from Xlib import X
        from Xlib.protocol import event

        message = event.ClientMessage(
            window=self._window(window),
            client_type=self._atom("_NET_CLOSE_WINDOW"),
            data=(32, [X.CurrentTime, 2, 0, 0, 0]),
        )
        self._root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self._display.flush()

    # How it works

    @property
    def _root(self) -> Any:
        return self._display.screen().root

    def _window(self, window: int) -> Any:
        return self._display.create_resource_object("window", window)

    def _atom(self, name: str) -> int:
        return int(self._display.intern_atom(name))

    def _text(self, window: int, name: str) -> str:
        from Xlib import error

        try:
            # At once: the rest of a long text may be gone when it is asked for, which is an error.
            found = self._window(window).get_full_property(self._atom(name), 0, sizehint=4096)
        except error.BadWindow:
            return ""
        if found is None:
            return ""
        return found.value.decode("utf-8", "replace") if isinstance(found.value, bytes) else str(found.value)

    def _visible(self) -> Iterator[int]:
        known = self._root.get_full_property(self._atom("_NET_CLIENT_LIST_STACKING"), 0)
        yield from (int(window) for window in (known.value if known else ()) if self._is_viewable(window))

    def _is_viewable(self, window: int) -> bool:
        from Xlib import X, error

        try:
            return bool(self._window(window).get_attributes().map_state == X.IsViewable)
        except error.BadWindow:
            return False

    def _tree(self, top: Any) -> list[int]:
        from Xlib import error

        found: list[int] = []
        with contextlib.suppress(error.BadWindow):
            for child in top.query_tree().children:
                found += [child.id, *self._tree(child)]
        return found

    def _answered(self, window: Any) -> bool:
        from Xlib import X

        while self._display.pending_events():
            event = self._display.next_event()
            if event.type == X.SelectionNotify and event.requestor.id == window.id:
                return True
        return False

    def _has_window_manager(self) -> bool:
        return self._root.get_full_property(self._atom("_NET_SUPPORTING_WM_CHECK"), 0) is not None

    def _start_server(self) -> None:
        width, height = self.size
        read, write = os.pipe()
        screen = ("-screen", "0", f"{width}x{height}x24")
        with os.fdopen(read, "rb") as answer:
            try:
                self._start("Xvfb", "-displayfd", str(write), *screen, "-nolisten", "tcp", "-noreset", descriptor=write)
            finally:
                os.close(write)
            number = answer.readline().decode("ascii").strip()
        if not number:
            pytest.fail("Xvfb did not start")
        self.name = f":{number}"

    def _set_environment(self, home: Path) -> None:
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700)
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("WAYLAND_", "XDG_", "QT_"))},
            "DISPLAY": self.name,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "QT_QPA_PLATFORM": "xcb",
            "PYSTRAY_BACKEND": "xorg",
        }

    def _start(self, *command: str, descriptor: int | None = None) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command,
            env=self.environment or None,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=() if descriptor is None else (descriptor,),
        )
        self._processes.append(process)
        return process

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True, timeout=30, capture_output=True)

    def _close_connection(self) -> None:
        if self._display is not None:
            self._display.close()
            self._display = None

    def _stop_processes(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._processes.clear()


def _connect(name: str) -> Any:
    from Xlib.display import Display

    return Display(name)
