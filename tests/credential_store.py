"""A real credential store of a Linux desktop on a bus of its own: gnome-keyring, unlocked until a test locks it.

    with CredentialStore() as store:
        subprocess.Popen([...], env=os.environ | store.environment)
        store.lock()
        store.unlock()

There is nobody to answer a prompt, so that whoever needs a locked store is refused at once.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator
from typing import Self

import keyring
import pytest
import secretstorage
from keyring.backends import SecretService

from tests.display import require, wait_until
from tests.session_bus import SessionBus

_PASSWORD = "of a desktop for tests"


class CredentialStore:
    """The store, until the context ends."""

    def __enter__(self) -> Self:
        require("gnome-keyring-daemon")
        self._bus = SessionBus()
        self._bus.__enter__()
        home = str(self._bus.folder)
        self.environment = self._bus.environment | {
            "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
        }
        self._own = os.environ | self.environment | {"XDG_DATA_HOME": home, "XDG_RUNTIME_DIR": home}
        self._daemon = self._start()
        wait_until(self._answers, what="the credential store")
        return self

    def __exit__(self, *_: object) -> None:
        self._daemon.terminate()
        self._daemon.wait()
        self._bus.__exit__()

    @contextlib.contextmanager
    def used_here(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[Self]:
        """Let this process use it, and leave it unlocked and empty."""
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", self._bus.address)
        before = keyring.get_keyring()
        keyring.set_keyring(SecretService.Keyring())
        try:
            yield self
        finally:
            self.unlock()
            self.clear()
            keyring.set_keyring(before)

    def lock(self) -> None:
        """Lock it, as a desktop does when it is left alone."""
        with self._bus.connect() as connection:
            secretstorage.get_default_collection(connection).lock()

    def unlock(self) -> None:
        """Unlock it with the password, as a desktop does when its user is back."""
        self._daemon.terminate()
        self._daemon.wait()
        self._daemon = self._start()
        wait_until(self._answers, what="the credential store to be unlocked")

    def secrets(self) -> list[bytes]:
        """Everything that is in it."""
        with self._bus.connect() as connection:
            return [item.get_secret() for item in secretstorage.get_default_collection(connection).get_all_items()]

    def clear(self) -> None:
        """Remove everything."""
        with self._bus.connect() as connection:
            for item in list(secretstorage.get_default_collection(connection).get_all_items()):
                item.delete()

    def _answers(self) -> bool:
        with self._bus.connect() as connection:
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
