"""A running tray that logs everything: what it writes, and what others can see of its process, gives nothing away."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.chromium import Browser
from tests.credential_store import CredentialStore
from tests.desk import PATIENCE_S
from tests.display import wait_until
from tests.identity.test_tray_signs_in import ANNA, SIGNED_IN, SIGNED_OUT, SigningTray, grants
from tests.openid import OpenIdProvider
from tray.identity.vault import TokenVault

NUMBER = "+31205550142"
VERIFIER = re.compile(rb"(?=([A-Za-z0-9._~-]{43}))")


def holds_verifier(data: bytes, challenge: str) -> bool:
    """Whether any part of this is what the challenge was made of (RFC 7636, 4.2)."""
    wanted = base64.urlsafe_b64decode(challenge + "=")
    return any(hashlib.sha256(found[1]).digest() == wanted for found in VERIFIER.finditer(data))


def tokens_in(folder: Path) -> set[str]:
    """All tokens that the tray keeps now."""
    cache = json.loads(json.loads(TokenVault(folder).load())["tokens"])
    return {each["secret"] for kind in ("AccessToken", "RefreshToken", "IdToken") for each in cache[kind].values()}


def surroundings_of(pid: int) -> bytes:
    """What the system tells of a process: its arguments and its environment."""
    process = Path(f"/proc/{pid}")
    return (process / "cmdline").read_bytes() + (process / "environ").read_bytes()


@pytest.mark.usefixtures("credential_store")
@pytest.mark.skipif(sys.platform == "win32", reason="reads /proc")
def test_a_tray_that_logs_everything_gives_nothing_away(
    tmp_path: Path, provider: OpenIdProvider, browser: Browser, credentials: CredentialStore
) -> None:
    secrets: set[str] = set()
    seen = b""
    tray = SigningTray(tmp_path / "home", provider, browser, credentials)
    tray.environment["CTI_TRAY_LOG"] = "debug"
    with tray:
        seen += tray.command("sign-in").encode()
        tray.wait_for(SIGNED_IN)
        secrets |= tokens_in(tray.folder)
        tray.ask("refresh")
        wait_until(lambda: "refresh_token" in grants(provider), seconds=PATIENCE_S, what="a renewal")
        tray.report("offered", call_id="1", number=NUMBER)
        tray.report("ended", call_id="1")
        tray.call("1")
        query = dict(parse_qsl(urlsplit(browser.addresses[0]).query))
        seen += surroundings_of(tray.process.pid)
        device = subprocess.Popen(
            [sys.executable, "-u", "-m", "tray.cli", "sign-in", "--device-code"],
            env=tray.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert device.stdout is not None
        line = device.stdout.readline()
        address, code = re.search(r"(https://\S+)", line), re.search(r"code (\S+);", line)
        assert address
        assert code
        seen += surroundings_of(device.pid)
        browser.enter_code(address[1], code[1])
        seen += device.communicate(timeout=PATIENCE_S)[0].encode()
        secrets |= tokens_in(tray.folder)
        seen += tray.command("status", "--json").encode()
        tray.command("sign-out")
        tray.wait_for(SIGNED_OUT)
        tray.command("quit")
        tray.process.wait(PATIENCE_S)
        seen += "".join(tray.output).encode()
    log = tray.log()
    for name in ("code_verifier", "code", "device_code", "client_info"):
        said = re.findall(rf'"{name}": "([^"]*)', log)
        assert set(said) == {"[removed]"}, f"msal did speak of {name}"
    assert "urllib3" in log
    files = b"".join(file.read_bytes() for file in tray.folder.rglob("*") if file.is_file())
    secrets |= {query["state"], query["nonce"], query["code_challenge"]}
    assert ANNA.encode() in seen
    assert len(secrets) > 8
    for secret in secrets:
        assert secret.encode() not in files + seen
    assert code[1] not in log
    assert NUMBER not in log
    assert NUMBER[1:].encode() not in log.encode() + seen
    assert not holds_verifier(files + seen, query["code_challenge"])
