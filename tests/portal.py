"""The desktop's settings as programs are told them: a session bus with a settings portal that can be changed.

    with SettingsPortal(contrast=True) as portal:
        subprocess.Popen([...], env=os.environ | portal.environment)
        portal.set_contrast(False)

It answers as the portal's documentation of org.freedesktop.portal.Settings says (version 2): `ReadAll` with patterns,
`ReadOne`, and the signal `SettingChanged`. Only what concerns colours is set.
"""

from __future__ import annotations

import contextlib
import fnmatch
import threading
from typing import Self

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection

from tests.session_bus import SessionBus

_NAME = "org.freedesktop.portal.Desktop"
_SETTINGS = DBusAddress("/org/freedesktop/portal/desktop", interface="org.freedesktop.portal.Settings")
_APPEARANCE = "org.freedesktop.appearance"
_Setting = tuple[str, int]


class SettingsPortal:
    """A bus of its own with the portal on it, until the context ends."""

    def __init__(self, *, contrast: bool = False, dark: bool = False) -> None:
        scheme = 1 if dark else 2
        self._settings: dict[str, _Setting] = {"color-scheme": ("u", scheme), "contrast": ("u", int(contrast))}
        self._sending = threading.Lock()

    def __enter__(self) -> Self:
        self._bus = SessionBus()
        self._bus.__enter__()
        self._connection: DBusConnection = self._bus.connect()
        self._connection.send_and_get_reply(message_bus.RequestName(_NAME))
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bus.__exit__()
        self._thread.join()
        self._connection.close()

    @property
    def environment(self) -> dict[str, str]:
        """What a program of Qt needs to ask this portal, on whatever platform it draws."""
        return self._bus.environment | {"QT_QPA_PLATFORMTHEME": "xdgdesktopportal"}

    def set_contrast(self, contrast: bool) -> None:
        """Change the preference, as the user does in the settings of the desktop."""
        self._settings["contrast"] = ("u", int(contrast))
        body = (_APPEARANCE, "contrast", self._settings["contrast"])
        self._send(new_signal(_SETTINGS, "SettingChanged", "ssv", body))

    def _send(self, message: Message) -> None:
        """Programs hear only who owns the name, so that answers and signals share its connection."""
        with self._sending:
            self._connection.send(message)

    def _serve(self) -> None:
        with contextlib.suppress(ConnectionError, EOFError, OSError):
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self._send(self._answer(message))

    def _answer(self, message: Message) -> Message:
        member = message.header.fields.get(HeaderFields.member)
        if member == "ReadAll":
            (patterns,) = message.body
            wanted = not patterns or any(fnmatch.fnmatchcase(_APPEARANCE, pattern) for pattern in patterns)
            found = {_APPEARANCE: self._settings} if wanted else {}
            return new_method_return(message, "a{sa{sv}}", (found,))
        if member == "ReadOne" and message.body[0] == _APPEARANCE and message.body[1] in self._settings:
            return new_method_return(message, "v", (self._settings[message.body[1]],))
        return new_error(message, "org.freedesktop.portal.Error.NotFound", "s", ("Requested setting not found",))
