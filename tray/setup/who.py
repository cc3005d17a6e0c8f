"""Who is sitting here: the account under which this process runs, as the operating system says it.

The environment is not asked, because anybody can set it. It identifies; it does not prove anything to a server.
"""

from __future__ import annotations

import sys

from tray.setup.model import Identity
from tray.texts import translate

if sys.platform == "win32":
    import ctypes

    from tray.errors import CtiError

    name_sam_compatible = 2
    """EXTENDED_NAME_FORMAT of secext.h: `DOMAIN\\user`."""

    def this_user() -> Identity:
        """The Windows account as `DOMAIN\\user`.

        Raises:
            CtiError: Windows does not say.
        """
        buffer = ctypes.create_unicode_buffer(512)
        size = ctypes.c_ulong(len(buffer))
        secur32 = ctypes.WinDLL("secur32")
        if not secur32.GetUserNameExW(name_sam_compatible, buffer, ctypes.byref(size)):
            raise CtiError(translate("Setup", "Windows does not say under which account CTI Tray runs."))
        return Identity(account=buffer.value, name=buffer.value.rpartition("\\")[2])

else:
    import os
    import pwd

    def this_user() -> Identity:
        """The login name and the full name."""
        try:
            entry = pwd.getpwuid(os.getuid())
        except KeyError:
            return Identity(account=f"uid-{os.getuid()}", name=f"uid-{os.getuid()}")
        full_name = entry.pw_gecos.partition(",")[0].strip()
        return Identity(account=entry.pw_name, name=full_name or entry.pw_name)
