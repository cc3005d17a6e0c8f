"""Where the tokens are kept on this computer: a file sealed with a key that only the system's credential store has.

The credential stores of the systems take little (Windows 2,560 bytes), so that only the random key of 256 bits is in
there; the tokens are an AES-GCM file beside the settings. Nothing is ever written that is not sealed. Neither protects
from another program of the same user.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

from tray.errors import CtiError
from tray.files import replace_file
from tray.identity.model import Keeping
from tray.identity.secret_store import Secret, VaultProblem
from tray.instance import InstanceLock
from tray.texts import translate

FILE_NAME = "sign-in.vault"
LOCK_NAME = "sign-in.lock"
_MAGIC = b"CTIV\x01"
_KEY_BYTES = 32
_NONCE_BYTES = 12
_MARK_BYTES = 8
_CHECK_BYTES = 4
_HEADER = len(_MAGIC) + _MARK_BYTES + _NONCE_BYTES
_LARGEST = 4_000_000
_PATIENCE_S = 40.0
_BETWEEN_TRIES_S = 0.05

Stamp = tuple[int, int, int] | None


class TokenVault:
    """The sealed file of one data folder and its key."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / FILE_NAME
        self._secret = Secret("tokens", folder)
        self._stop = threading.Event()

    @property
    def key_name(self) -> str:
        """The name of the key in the credential store."""
        return self._secret.name

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else, in this process or another, uses the tokens meanwhile.

        Raises:
            CtiError: another process holds them for too long, or the lock cannot be made.
        """
        lock = InstanceLock(self._folder, LOCK_NAME)
        waited = 0.0
        while not lock.acquire():
            if waited >= _PATIENCE_S:
                raise CtiError(translate("SignIn", "The sign-in is in use by another program."))
            self._stop.wait(_BETWEEN_TRIES_S)
            waited += _BETWEEN_TRIES_S
        try:
            yield
        finally:
            lock.release()

    def stamp(self) -> Stamp:
        """Changes whenever the file does; None where there is no file."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino, found.st_size

    def is_locked(self) -> bool:
        """Whether there is a credential store that does not give its secrets now."""
        try:
            self._key()
        except VaultProblem as problem:
            return problem.keeping is Keeping.LOCKED
        return False

    def load(self) -> str:
        """What was saved last; "" where nothing is.

        Raises:
            VaultProblem: the key or the file cannot be used.
        """
        try:
            with self._path.open("rb") as file:
                sealed = file.read(_LARGEST + 1)
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise self.damaged() from error
        mark, nonce, body = self._parts(sealed)
        key = self._key()
        if key is None:
            raise VaultProblem(
                Keeping.KEY_MISSING,
                translate("SignIn", "The key to the sign-in is no longer in the credential store."),
                hint=translate("SignIn", "Sign in again."),
            )
        if mark != _mark(key):
            raise VaultProblem(
                Keeping.FOREIGN,
                translate("SignIn", "The file {file} belongs to another user or computer.").format(file=self._path),
                hint=translate("SignIn", "Sign in again."),
            )
        return self._opened(key, nonce, body, sealed[:_HEADER])

    def save(self, text: str) -> None:
        """Seal and keep it, with a new key where there is none.

        Raises:
            VaultProblem: there is no credential store that keeps the key, or it is locked.
            CtiError: the file cannot be written.
        """
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        key = self._key() or self._new_key()
        nonce = os.urandom(_NONCE_BYTES)
        header = _MAGIC + _mark(key) + nonce
        body = AESGCM(key).encrypt(nonce, text.encode(), header)
        replace_file(self._path, header + _check(header) + body)

    def discard(self) -> None:
        """Remove the file, if that is possible: what it holds is not true any more."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def forget(self) -> None:
        """Remove file and key; what cannot be removed is worthless without the other.

        Raises:
            CtiError: the file cannot be removed.
        """
        with contextlib.suppress(VaultProblem):
            self._secret.forget()
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise CtiError(
                translate("SignIn", "The file {file} cannot be removed: {reason}.").format(
                    file=self._path, reason=error.strerror or error
                )
            ) from error

    def _key(self) -> bytes | None:
        """The key; None where there is none.

        Raises:
            VaultProblem: the credential store is locked, or there is none.
        """
        try:
            key = base64.b64decode(self._secret.read(), validate=True)
        except binascii.Error:
            return None
        return key if len(key) == _KEY_BYTES else None

    def _new_key(self) -> bytes:
        key = os.urandom(_KEY_BYTES)
        self._secret.keep(base64.b64encode(key).decode("ascii"))
        return key

    def _parts(self, sealed: bytes) -> tuple[bytes, bytes, bytes]:
        header, check, body = (
            sealed[:_HEADER],
            sealed[_HEADER : _HEADER + _CHECK_BYTES],
            sealed[_HEADER + _CHECK_BYTES :],
        )
        if not header.startswith(_MAGIC) or check != _check(header) or not 0 < len(body) <= _LARGEST:
            raise self.damaged()
        start = len(_MAGIC)
        return header[start : start + _MARK_BYTES], header[start + _MARK_BYTES :], body

    def _opened(self, key: bytes, nonce: bytes, body: bytes, header: bytes) -> str:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            return AESGCM(key).decrypt(nonce, body, header).decode()
        except (InvalidTag, UnicodeDecodeError) as error:
            raise self.damaged() from error

    def damaged(self) -> VaultProblem:
        """What the file holds cannot be used."""
        return VaultProblem(
            Keeping.DAMAGED,
            translate("SignIn", "The file {file} is damaged.").format(file=self._path),
            hint=translate("SignIn", "Sign in again."),
        )


def _mark(key: bytes) -> bytes:
    """Which key a file was sealed with, without saying anything of the key."""
    return hashlib.sha256(b"CTI Tray key mark" + key).digest()[:_MARK_BYTES]


def _check(header: bytes) -> bytes:
    """Tells a header that was damaged from one of another key."""
    return hashlib.sha256(header).digest()[:_CHECK_BYTES]
