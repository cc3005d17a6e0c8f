"""Tokens on the disk: sealed, with a key in a real credential store, and every way in which that can go wrong."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

import keyring
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st
from keyring.backends import fail, null
from keyring.backends.chainer import ChainerBackend

from tests.credential_store import CredentialStore
from tray.identity.credential_store import StoreState
from tray.identity.credential_store import credential_store as state_of_store
from tray.identity.model import Keeping
from tray.identity.secret_store import SERVICE, VaultProblem
from tray.identity.vault import FILE_NAME, TokenVault

TOKENS = "a refresh token that must never be seen " * 400


@pytest.fixture
def vault(credential_store: CredentialStore, tmp_path: Path) -> TokenVault:
    return TokenVault(tmp_path)


def problem_of(vault: TokenVault) -> Keeping:
    with pytest.raises(VaultProblem) as caught:
        vault.load()
    return caught.value.keeping


def test_what_was_kept_comes_back_and_is_nowhere_in_the_clear(vault: TokenVault, tmp_path: Path) -> None:
    assert vault.load() == ""
    vault.save(TOKENS)
    assert vault.load() == TOKENS
    assert TokenVault(tmp_path).load() == TOKENS
    written = (tmp_path / FILE_NAME).read_bytes()
    assert len(written) > 13_000
    assert b"refresh" not in written


def test_only_a_short_key_is_in_the_credential_store(vault: TokenVault, credential_store: CredentialStore) -> None:
    vault.save(TOKENS)
    (secret,) = credential_store.secrets()
    assert len(secret.decode().encode("utf-16-le")) <= 2560, "Windows takes no more"
    assert len(secret) == 44


def test_the_file_is_for_its_user_only(vault: TokenVault, tmp_path: Path) -> None:
    vault.save(TOKENS)
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o077 == 0


def test_nothing_is_left_after_forgetting(vault: TokenVault, credential_store: CredentialStore, tmp_path: Path) -> None:
    vault.save(TOKENS)
    vault.forget()
    assert credential_store.secrets() == []
    assert not (tmp_path / FILE_NAME).exists()
    assert vault.load() == ""
    vault.forget()


def test_a_locked_store_is_told_and_opens_again(vault: TokenVault, credential_store: CredentialStore) -> None:
    vault.save(TOKENS)
    credential_store.lock()
    assert problem_of(vault) is Keeping.LOCKED
    with pytest.raises(VaultProblem) as caught:
        vault.save("other")
    assert caught.value.keeping is Keeping.LOCKED
    credential_store.unlock()
    assert vault.load() == TOKENS


def test_a_missing_key_is_told_and_a_new_sign_in_makes_another(
    vault: TokenVault, credential_store: CredentialStore
) -> None:
    vault.save(TOKENS)
    credential_store.clear()
    assert problem_of(vault) is Keeping.KEY_MISSING
    vault.save("new")
    assert vault.load() == "new"


@pytest.mark.parametrize("spoil", ["no key", "=", "c2hvcnQ="])
def test_a_key_that_is_none_counts_as_missing(vault: TokenVault, spoil: str) -> None:
    vault.save(TOKENS)
    keyring.set_password(SERVICE, vault.key_name, spoil)
    assert problem_of(vault) is Keeping.KEY_MISSING


def test_the_file_of_another_user_is_told(vault: TokenVault, tmp_path: Path) -> None:
    vault.save(TOKENS)
    other = tmp_path / "other"
    other.mkdir()
    TokenVault(other).save("theirs")
    (tmp_path / FILE_NAME).write_bytes((other / FILE_NAME).read_bytes())
    assert problem_of(vault) is Keeping.FOREIGN


@pytest.mark.parametrize("place", [0, 4, 6, 15, 24, 26, 29, 40, -1])
def test_a_flipped_bit_anywhere_is_damage(vault: TokenVault, tmp_path: Path, place: int) -> None:
    vault.save(TOKENS)
    data = bytearray((tmp_path / FILE_NAME).read_bytes())
    data[place] ^= 4
    (tmp_path / FILE_NAME).write_bytes(data)
    assert problem_of(vault) is Keeping.DAMAGED


def test_tokens_that_were_not_sealed_with_their_header_are_damage(vault: TokenVault, tmp_path: Path) -> None:
    vault.save(TOKENS)
    data = (tmp_path / FILE_NAME).read_bytes()
    key = base64.b64decode(keyring.get_password(SERVICE, vault.key_name) or "")
    (tmp_path / FILE_NAME).write_bytes(data[:29] + AESGCM(key).encrypt(data[13:25], TOKENS.encode(), None))
    assert problem_of(vault) is Keeping.DAMAGED


@pytest.mark.parametrize("length", [0, 1, 5, 13, 25, 29, 30, 5000])
def test_a_file_cut_short_is_damage(vault: TokenVault, tmp_path: Path, length: int) -> None:
    vault.save(TOKENS)
    (tmp_path / FILE_NAME).write_bytes((tmp_path / FILE_NAME).read_bytes()[:length])
    assert problem_of(vault) is Keeping.DAMAGED


@given(st.binary(max_size=200))
def test_whatever_stands_there_is_damage_at_worst(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("vault")
    (folder / FILE_NAME).write_bytes(data)
    assert problem_of(TokenVault(folder)) is Keeping.DAMAGED


class PlainFile(keyring.backend.KeyringBackend):
    """A store that hides nothing, as there are some among the packages that add to keyring."""

    priority = 0.5  # what those say of themselves
    viable = False  # keyring never takes it by itself here

    def __init__(self) -> None:
        super().__init__()
        self.written: list[str] = []

    def set_password(self, service: str, username: str, password: str) -> None:
        self.written.append(password)

    def get_password(self, service: str, username: str) -> str | None:
        return self.written[-1] if self.written else None


class Chain(ChainerBackend):
    """Such a store and another one, of which keyring makes one."""

    priority = 10.0
    viable = False
    backends = (PlainFile(), PlainFile())


@pytest.mark.parametrize("backend", [fail.Keyring(), null.Keyring(), PlainFile(), Chain()])
def test_without_a_credential_store_nothing_is_written(tmp_path: Path, backend: keyring.backend.KeyringBackend) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        with pytest.raises(VaultProblem) as caught:
            TokenVault(tmp_path).save(TOKENS)
        told = state_of_store()
    finally:
        keyring.set_keyring(before)
    assert caught.value.keeping is Keeping.MEMORY_ONLY
    assert told is StoreState.NONE, "the doctor says the same"
    assert list(tmp_path.iterdir()) == []
    assert not any(store.written for store in (backend, *Chain.backends) if isinstance(store, PlainFile))


_WRITER = """
import sys
from pathlib import Path
from tray.identity.vault import TokenVault
vault = TokenVault(Path(sys.argv[1]))
for _ in range(20):
    with vault.alone():
        vault.save(str(int(vault.load() or 0) + 1))
"""


def test_two_processes_lose_nothing_of_each_other(credential_store: CredentialStore, tmp_path: Path) -> None:
    command = [sys.executable, "-c", _WRITER, str(tmp_path)]
    writers = [subprocess.Popen(command, env=os.environ | credential_store.environment) for _ in range(3)]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    assert TokenVault(tmp_path).load() == "60"
