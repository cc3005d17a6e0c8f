"""What the icon has to know about the task bar: is it light, and how large are its icons.

Asked each time a picture is made, because the user may change both while the tray runs. Only Windows tells; elsewhere
the task bar is taken to be dark.
"""

from __future__ import annotations

import sys

_USUAL_ICON_PX = 24
_SM_CXSMICON = 49
_PERSONALIZE = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"


def is_light() -> bool:
    """Whether the task bar is light: the registry value `SystemUsesLightTheme` of the current user."""
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _PERSONALIZE) as key:
                value, _ = winreg.QueryValueEx(key, "SystemUsesLightTheme")
        except OSError:
            return False
        return bool(value)
    else:  # noqa: RET505 (mypy reads the branches of the platform only so)
        return False


def icon_px() -> int:
    """The side of a small icon in pixels: 16 at 100 % scaling, 20 at 125 %, 24 at 150 %, 32 at 200 %."""
    if sys.platform == "win32":
        import ctypes

        return int(ctypes.windll.user32.GetSystemMetrics(_SM_CXSMICON)) or 16
    else:  # noqa: RET505 (mypy reads the branches of the platform only so)
        return _USUAL_ICON_PX
