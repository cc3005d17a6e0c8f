"""The programs for links of the system that the tray runs on."""

from __future__ import annotations

import os
import sys

from tray.links.command import link_command
from tray.links.model import Links

if sys.platform == "win32":
    from tray.links.registry import WindowsLinks
    from tray.links.windows import UserRegistry

    def system_links() -> Links:
        """Those of this user on Windows."""
        return WindowsLinks(UserRegistry(), link_command())

else:
    from tray.links.desktop import DesktopLinks

    def system_links() -> Links:
        """Those of this user on a desktop that follows freedesktop.org."""
        return DesktopLinks(os.environ, link_command())
