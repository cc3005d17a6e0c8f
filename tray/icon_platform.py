"""The words that the icon classes of all platforms share.

A platform's class is pystray's class with `PlatformParts` mixed in; this module imports neither pystray nor pillow.
"""

from __future__ import annotations

from collections.abc import Callable

from tray.errors import CtiError

END_LIMIT_S = 1.0


class IconUnavailable(CtiError):
    """There is no notification area to put an icon into; the product works without.

    `retryable` says whether one may come later.
    """

    title = "No icon"

    def __init__(self, message: str, *, retryable: bool = False) -> None:
        super().__init__(message)
        self.retryable = retryable


def _nothing() -> None:
    pass


class PlatformParts:
    """What `NativeIcon` needs beyond pystray's interface.

    `menu_on_demand` is True where the platform's class asks for the menu when it is opened. `light_bar` is what the
    picture was made for. `menu_wanted` is called where the platform's class cannot show the menu itself. `at_end` is
    called after the loop has ended.
    """

    SETUP_THREAD_TIMEOUT = END_LIMIT_S
    menu_on_demand = False
    light_bar = False
    menu_wanted: Callable[[], None] = staticmethod(_nothing)
    at_end: Callable[[], None] = staticmethod(_nothing)

    def check_host(self) -> None:
        """Raise `IconUnavailable` where no notification area listens."""
