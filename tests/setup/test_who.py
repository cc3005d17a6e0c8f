import os

import pytest

from tray.setup.who import this_user

pwd = pytest.importorskip("pwd", reason="accounts of POSIX")


def test_the_account_is_that_of_the_process_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USER", "LOGNAME", "USERNAME", "USERDOMAIN"):
        monkeypatch.setenv(name, "administrator")
    identity = this_user()
    assert identity.account == pwd.getpwuid(os.getuid()).pw_name
    assert identity.name
    assert not identity.sign_in_id
