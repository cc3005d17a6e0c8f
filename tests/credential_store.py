"""A real credential store of a Linux desktop on a bus of its own: gnome-keyring, unlocked until a test locks it.

    with CredentialStore() as store:
        subprocess.Popen([...], env=os.environ | store.environment)
        store.lock()
        store.unlock()

There is nobody to answer a prompt, so that whoever needs a locked store is refused at once.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import Self

import secretstorage
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.display import require, wait_until

_PASSWORD = "of a desktop for tests"
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""
"""A bus that starts no programs by itself, such as a second store or a prompt."""


class CredentialStore:
    """The store, until the context ends."""

    def __enter__(self) -> Self:
        require("dbus-daemon")
        require("gnome-keyring-daemon")
        self._folder = tempfile.TemporaryDirectory(prefix="credentials")
        home = Path(self._folder.name)
        (home / "bus.conf").write_text(_BUS.format(folder=home), encoding="utf-8")
        bus = ["dbus-daemon", "--config-file", str(home / "bus.conf"), "--nofork", "--print-address=1", "--nopidfile"]
        self._bus = subprocess.Popen(bus, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._bus.stdout is not None
        self.environment = {
            "DBUS_SESSION_BUS_ADDRESS": self._bus.stdout.readline().strip(),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
        }
        self._own = (
            os.environ
            | self.environment
            | {
                "XDG_DATA_HOME": str(home),
                "XDG_RUNTIME_DIR": str(home),
            }
        )
        self._daemon = self._start()
        wait_until(self._answers, what="the credential store")
        return self

    def __exit__(self, *_: object) -> None:
        for process in (self._daemon, self._bus):
            process.terminate()
            process.wait()
        assert self._bus.stdout is not None
        self._bus.stdout.close()
        self._folder.cleanup()

    def lock(self) -> None:
        """Lock it, as a desktop does when it is left alone."""
        with self._connected() as connection:
            secretstorage.get_default_collection(connection).lock()

    def unlock(self) -> None:
        """Unlock it with the password, as a desktop does when its user is back."""
        self._daemon.terminate()
        self._daemon.wait()
        self._daemon = self._start()
        wait_until(self._answers, what="the credential store to be unlocked")

    def secrets(self) -> list[bytes]:
        """Everything that is in it."""
        with self._connected() as connection:
            return [item.get_secret() for item in secretstorage.get_default_collection(connection).get_all_items()]

    def clear(self) -> None:
        """Remove everything."""
        with self._connected() as connection:
            for item in list(secretstorage.get_default_collection(connection).get_all_items()):
                item.delete()

    def _connected(self) -> DBusConnection:
        return open_dbus_connection(self.environment["DBUS_SESSION_BUS_ADDRESS"])

    def _answers(self) -> bool:
        with self._connected() as connection:
            try:
                return not secretstorage.get_default_collection(connection).is_locked()
            except secretstorage.SecretStorageException:
                return False

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env=self._own,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert process.stdin is not None
        process.stdin.write(_PASSWORD.encode())
        process.stdin.close()
        return process
