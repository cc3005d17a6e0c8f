"""A session bus of a Linux desktop, of its own, on which nothing starts by itself.

with SessionBus() as bus:
    subprocess.Popen([...], env=os.environ | bus.environment)
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Self

from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.display import require

_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""


class SessionBus:
    """The bus, until the context ends. `folder` is thrown away with it."""

    def __enter__(self) -> Self:
        require("dbus-daemon")
        self._folder = tempfile.TemporaryDirectory(prefix="bus")
        self.folder = Path(self._folder.name)
        configuration = self.folder / "bus.conf"
        configuration.write_text(_CONFIGURATION.format(folder=self.folder), encoding="utf-8")
        command = ["dbus-daemon", "--config-file", str(configuration), "--nofork", "--print-address=1", "--nopidfile"]
        self._daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()
        return self

    def __exit__(self, *_: object) -> None:
        self._daemon.terminate()
        self._daemon.wait()
        assert self._daemon.stdout is not None
        self._daemon.stdout.close()
        self._folder.cleanup()

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to speak on it."""
        return {"DBUS_SESSION_BUS_ADDRESS": self.address}

    def connect(self) -> DBusConnection:
        """A connection to it."""
        return open_dbus_connection(self.address)
