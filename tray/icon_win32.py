"""pystray's Windows icon, with what it leaves out.

pystray 0.19.5 loads the large system size, which the task bar then shrinks, and builds the menu before it is opened.
Imported only after pystray chose this backend.
"""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path
from typing import Any

from pystray._util import win32
from pystray._win32 import Icon

from tray import icon_image
from tray.icon_platform import PlatformParts


class Win32Icon(PlatformParts, Icon):  # type: ignore[misc]  # pystray has no types
    """An icon by Shell_NotifyIcon: left click, menu, and it comes back when Explorer restarts."""

    menu_on_demand = True
    _icon_handle: Any

    def _run_detached(self) -> None:
        threading.Thread(target=self._run, name="tray-icon-loop", daemon=True).start()

    def _run(self) -> None:
        try:
            super()._run()
        finally:
            self.at_end()

    def _on_notify(self, wparam: Any, lparam: Any) -> None:
        if lparam == win32.WM_RBUTTONUP:
            self.update_menu()
        super()._on_notify(wparam, lparam)

    def _assert_icon_handle(self) -> None:
        if self._icon_handle:
            return
        with tempfile.TemporaryDirectory(prefix="cti-tray") as folder:
            path = Path(folder) / "icon.ico"
            icon_image.save_ico(self.icon, path)
            self._icon_handle = win32.LoadImage(
                None, str(path), win32.IMAGE_ICON, self.icon.width, self.icon.height, win32.LR_LOADFROMFILE
            )
