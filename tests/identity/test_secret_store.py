"""Small secrets in a real credential store, and what becomes of them where it is locked or not there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from tests.credential_store import CredentialStore
from tests.test_house import all_imports
from tray.identity.model import Keeping
from tray.identity.secret_store import Secret, VaultProblem


def test_a_secret_is_kept_for_its_purpose_and_folder(tmp_path: Path, credential_store: CredentialStore) -> None:
    secret = Secret("teams", tmp_path)
    assert secret.read() == ""
    secret.keep("abc")
    assert Secret("teams", tmp_path).read() == "abc"
    assert Secret("tokens", tmp_path).read() == ""
    assert Secret("teams", tmp_path / "other").read() == ""
    assert credential_store.secrets() == [b"abc"]
    secret.forget()
    secret.forget()
    assert secret.read() == ""


def test_a_locked_store_is_told_for_every_use(tmp_path: Path, credential_store: CredentialStore) -> None:
    secret = Secret("teams", tmp_path)
    secret.keep("abc")
    credential_store.lock()
    for use in (secret.read, secret.forget, lambda: secret.keep("d")):
        with pytest.raises(VaultProblem) as caught:
            use()
        assert caught.value.keeping is Keeping.LOCKED


def test_without_a_store_that_is_told(tmp_path: Path) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    try:
        with pytest.raises(VaultProblem) as caught:
            Secret("teams", tmp_path).read()
    finally:
        keyring.set_keyring(before)
    assert caught.value.keeping is Keeping.MEMORY_ONLY


def test_two_modules_alone_know_the_library_and_load_it_late() -> None:
    users = {each.module for each in all_imports("tray") if each.target.partition(".")[0] == "keyring"}
    assert users == {"tray.identity.secret_store", "tray.identity.credential_store"}
    program = "import sys, tray.identity.secret_store, tray.teams_talk; print('keyring' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "False"
