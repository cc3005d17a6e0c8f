"""A running tray, a real provider, browser and credential store: what status, icon and menu say of the sign-in."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import Browser
from tests.credential_store import CredentialStore
from tests.desk import PATIENCE_S, DeskTray
from tests.display import wait_until
from tests.openid import OpenIdProvider
from tray.control import ask

ANNA, BEN = "anna@example.org", "ben@example.org"
SIGNED_IN, SIGNED_OUT, NEEDED, OFFLINE = "signed_in", "signed_out", "sign_in_needed", "offline"


class SigningTray(DeskTray):
    """A tray of a user with a browser, whose administrator has set up the provider."""

    def __init__(self, folder: Path, provider: OpenIdProvider, browser: Browser, credentials: CredentialStore) -> None:
        surroundings = {"QT_QPA_PLATFORM": "offscreen", "PYSTRAY_BACKEND": "dummy"}
        environment = os.environ | surroundings | credentials.environment | provider.environment | browser.environment
        config = f'[sign_in]\nclient_id = "{provider.client_id}"\nauthority = "{provider.oidc_authority}"\n'
        super().__init__(folder, environment, config)

    def sign_in(self) -> dict[str, Any]:
        return self.status()["sign_in"]

    def wait_for(self, state: str) -> dict[str, Any]:
        """The sign-in as status reports it, once it is in this state."""
        wait_until(lambda: self.sign_in()["state"] == state, seconds=PATIENCE_S, what=f"the state {state}")
        return self.sign_in()

    def begin(self, *options: str) -> subprocess.Popen[str]:
        """Sign in at a command line that goes on while the test does."""
        return subprocess.Popen(
            [sys.executable, "-u", "-m", "tray.cli", "sign-in", *options],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ask(self, verb: str) -> None:
        """Give the running tray a command as another process of the user does."""
        ask(self.folder, verb)

    def icon(self) -> str:
        return str(self.status()["icon"]["shows"])


@pytest.fixture
def tray(
    tmp_path: Path, provider: OpenIdProvider, browser: Browser, credentials: CredentialStore
) -> Iterator[SigningTray]:
    with SigningTray(tmp_path / "home", provider, browser, credentials) as tray:
        yield tray
    credentials.unlock()
    credentials.clear()


@pytest.fixture
def signed_in(tray: SigningTray, browser: Browser) -> SigningTray:
    """The same tray after anna has signed in."""
    assert ANNA in tray.command("sign-in")
    browser.wait_for_visit()
    return tray


def grants(provider: OpenIdProvider) -> list[str]:
    return [request.grant for request in provider.requests("token") if request.grant]


def test_in_the_browser(tray: SigningTray, browser: Browser, provider: OpenIdProvider) -> None:
    assert tray.sign_in()["state"] == SIGNED_OUT
    told = tray.command("sign-in")
    assert f"You are signed in as {ANNA}." in told
    assert browser.wait_for_visit().text.startswith("You can close this page.")
    found = tray.wait_for(SIGNED_IN)
    assert (found["account"], found["access_token"], found["refresh_token"]) == (ANNA, True, True)
    assert found["authorization_time"]
    assert found["token_expires"] > found["authorization_time"]
    assert tray.icon() == "idle"
    assert grants(provider) == ["authorization_code"]
    request = next(each for each in browser.addresses)
    assert "code_challenge_method=S256" in request
    assert "response_mode=form_post" in request
    assert "client_secret" not in request


def test_with_a_code_on_any_device(tray: SigningTray, browser: Browser, provider: OpenIdProvider) -> None:
    waiting = tray.begin("--device-code")
    assert waiting.stdout is not None
    line = waiting.stdout.readline()
    address, code = re.search(r"(https://\S+)", line), re.search(r"code (\S+);", line)
    assert address
    assert code
    browser.enter_code(address[1], code[1], account="ben")
    assert f"You are signed in as {BEN}." in waiting.communicate(timeout=PATIENCE_S)[0]
    assert tray.wait_for(SIGNED_IN)["account"] == BEN
    assert tray.icon() == "idle"


def test_a_restart_renews_and_asks_nobody(signed_in: SigningTray, provider: OpenIdProvider, browser: Browser) -> None:
    before = signed_in.sign_in()
    signed_in.command("quit")
    signed_in.process.wait(PATIENCE_S)
    signed_in.start()
    wait_until(lambda: "refresh_token" in grants(provider), seconds=PATIENCE_S, what="a renewal")
    after = signed_in.wait_for(SIGNED_IN)
    assert (after["account"], after["authorization_time"]) == (ANNA, before["authorization_time"])
    assert len(browser.addresses) == 1


def test_renewing_moves_when_it_expires_and_not_when_the_user_signed_in(
    tray: SigningTray, provider: OpenIdProvider
) -> None:
    provider.set(lifetime=290)
    tray.command("sign-in")
    before = tray.wait_for(SIGNED_IN)
    provider.set(lifetime=3600)
    wait_until(lambda: "refresh_token" in grants(provider), seconds=PATIENCE_S, what="a renewal")
    wait_until(lambda: tray.sign_in()["token_expires"] > before["token_expires"], what="a later end")
    assert tray.sign_in()["authorization_time"] == before["authorization_time"]


def test_a_sign_in_that_was_revoked_shows_and_asks_nobody(
    signed_in: SigningTray, provider: OpenIdProvider, browser: Browser
) -> None:
    provider.revoke(access_tokens=True)
    signed_in.ask("refresh")
    found = signed_in.wait_for(NEEDED)
    assert (found["access_token"], found["refresh_token"], found["account"]) == (False, False, ANNA)
    assert signed_in.icon() == NEEDED
    assert len(browser.addresses) == 1, "no browser opens by itself"
    (user,) = [user for user in signed_in.json("users", "list", "--json") if user["sign_in"]["state"] == NEEDED]
    assert user["email"] == ANNA
    signed_in.command("sign-in")
    assert signed_in.wait_for(SIGNED_IN)["refresh_token"]
    assert "login_hint=anna" in browser.addresses[-1]


def test_who_takes_back_the_consent_to_be_known_has_to_sign_in(
    signed_in: SigningTray, provider: OpenIdProvider
) -> None:
    provider.withhold("User.Read")
    signed_in.ask("refresh")
    found = signed_in.wait_for(NEEDED)
    assert (found["access_token"], found["refresh_token"], found["account"]) == (False, False, ANNA)
    assert signed_in.icon() == NEEDED
    provider.withhold()
    signed_in.command("sign-in")
    assert signed_in.wait_for(SIGNED_IN)["account"] == ANNA
    assert signed_in.icon() == "idle"


def test_while_the_provider_is_away_who_is_signed_in_stays_so(signed_in: SigningTray, provider: OpenIdProvider) -> None:
    provider.refuse()
    signed_in.ask("refresh")
    found = signed_in.wait_for(OFFLINE)
    assert (found["account"], found["access_token"], found["refresh_token"]) == (ANNA, True, True)
    assert "cannot be reached" in found["detail"]
    assert signed_in.icon() == OFFLINE
    provider.accept()
    signed_in.ask("refresh")
    signed_in.wait_for(SIGNED_IN)
    assert signed_in.icon() == "idle"


def test_a_start_without_a_network_knows_who_is_signed_in(signed_in: SigningTray, provider: OpenIdProvider) -> None:
    signed_in.command("quit")
    signed_in.process.wait(PATIENCE_S)
    provider.refuse()
    signed_in.start()
    assert signed_in.wait_for(OFFLINE)["account"] == ANNA
    provider.accept()
    signed_in.wait_for(SIGNED_IN)


@pytest.mark.parametrize("status", [503, 429])
def test_a_provider_that_is_busy_is_left_alone_as_long_as_it_asks(
    signed_in: SigningTray, provider: OpenIdProvider, status: int
) -> None:
    provider.revoke(access_tokens=True)
    provider.fault("token", status=status, retry_after=3600)
    signed_in.ask("refresh")
    assert "cannot answer at the moment" in signed_in.wait_for(OFFLINE)["detail"]
    asked = len(provider.requests("token"))
    provider.heal()
    signed_in.report("offered", call_id="1", number="+31205550101")
    signed_in.report("ended", call_id="1")
    signed_in.call("1")
    assert len(provider.requests("token")) == asked
    signed_in.ask("refresh")
    signed_in.wait_for(NEEDED)


def test_a_slow_provider_keeps_no_call_waiting(signed_in: SigningTray, provider: OpenIdProvider) -> None:
    provider.hang("token")
    signed_in.ask("refresh")
    provider.wait_for_requests("token", 2)
    assert (signed_in.sign_in()["state"], signed_in.icon()) == (SIGNED_IN, "idle")
    signed_in.report("offered", call_id="1", number="+31205550101")
    assert [call["call_id"] for call in signed_in.status()["calls"]] == ["1"]
    provider.heal()


def test_the_user_cancels_in_the_browser(tray: SigningTray, browser: Browser) -> None:
    browser.next_visit("cancel")
    done = tray.run("sign-in")
    assert done.returncode == 1
    assert "refused in the browser" in done.stderr
    assert browser.wait_for_visit().text.startswith("You are not signed in.")
    assert (tray.sign_in()["state"], tray.icon()) == (SIGNED_OUT, "idle")


def test_the_user_gives_up_at_the_command_line(tray: SigningTray, browser: Browser) -> None:
    browser.next_visit("nothing")
    waiting = tray.begin()
    assert waiting.stdout is not None
    assert "Your browser opens" in waiting.stdout.readline()
    browser.wait_for_visit()
    redirect = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(browser.addresses[0]).query))["redirect_uri"]
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(redirect, b"code=stolen&state=wrong", timeout=PATIENCE_S)
    caught.value.close()
    assert caught.value.code == 400
    assert (tray.sign_in()["state"], tray.icon()) == (SIGNED_OUT, "idle"), "a wrong state changes nothing"
    assert waiting.poll() is None, "and the user is still waited for"
    waiting.send_signal(2)
    waiting.communicate(timeout=PATIENCE_S)
    assert waiting.returncode == 130
    assert (tray.sign_in()["state"], tray.icon()) == (SIGNED_OUT, "idle")


def test_whose_attempt_another_one_takes_the_place_of_is_told(tray: SigningTray, browser: Browser) -> None:
    browser.next_visit("nothing")
    first = tray.begin()
    assert first.stdout is not None
    assert "Your browser opens" in first.stdout.readline()
    second = tray.begin("--device-code")
    said, complained = first.communicate(timeout=PATIENCE_S)
    assert (said, first.returncode) == ("", 1)
    assert complained == "cti-tray: Another attempt to sign in has taken the place of this one.\n"
    assert second.stdout is not None
    assert "enter the code" in second.stdout.readline()
    second.send_signal(2)
    second.communicate(timeout=PATIENCE_S)
    assert second.returncode == 130


def test_a_tray_that_ends_meanwhile_is_told_and_no_second_browser_opens(tray: SigningTray, browser: Browser) -> None:
    browser.next_visit("nothing")
    waiting = tray.begin()
    assert waiting.stdout is not None
    assert "Your browser opens" in waiting.stdout.readline()
    wait_until(lambda: browser.addresses, what="the browser")
    tray.kill()
    assert "CTI Tray has ended. Try again." in " ".join(waiting.communicate(timeout=PATIENCE_S)[1].split())
    assert waiting.returncode == 1
    assert len(browser.addresses) == 1


def test_without_credential_store_and_tray_only_what_is_true_is_said(tray: SigningTray) -> None:
    tray.command("quit")
    tray.process.wait(PATIENCE_S)
    tray.environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    done = tray.run("sign-in")
    assert done.returncode == 1
    assert "You are signed in" not in done.stdout
    assert "Nothing was kept, so you are signed out again." in done.stderr


def test_without_a_tray_the_list_of_users_shows_it_too(tray: SigningTray) -> None:
    tray.command("quit")
    tray.process.wait(PATIENCE_S)
    for command, state in (("sign-in", SIGNED_IN), ("sign-out", SIGNED_OUT)):
        tray.command(command)
        (user,) = tray.json("users", "list")
        assert user["sign_in"]["state"] == state
    with (tray.folder / "config.toml").open("a", encoding="utf-8") as file:
        file.write('[store]\nurl = "postgresql+psycopg://127.0.0.1:1/none"\n')
    done = tray.run("sign-out")
    assert done.returncode == 0
    assert "The list of users does not show it yet" in done.stderr


def test_another_account_takes_the_place_of_the_first(
    signed_in: SigningTray, browser: Browser, provider: OpenIdProvider
) -> None:
    browser.next_visit("sign in", account="ben")
    assert BEN in signed_in.command("sign-in")
    assert signed_in.wait_for(SIGNED_IN)["account"] == BEN
    signed_in.ask("refresh")
    wait_until(lambda: "refresh_token" in grants(provider), what="a renewal")
    assert signed_in.sign_in()["account"] == BEN
    assert signed_in.icon() == "idle"
    found = {user["email"]: user["sign_in"] for user in signed_in.json("users", "list")}
    assert {email: each["state"] for email, each in found.items()} == {ANNA: SIGNED_OUT, BEN: SIGNED_IN}
    assert found[ANNA]["access_token"] is found[ANNA]["refresh_token"] is False


def test_signing_out_leaves_nothing(signed_in: SigningTray, credentials: CredentialStore) -> None:
    assert credentials.secrets()
    signed_in.command("sign-out")
    found = signed_in.wait_for(SIGNED_OUT)
    assert found == {
        "state": SIGNED_OUT,
        "account": None,
        "access_token": False,
        "refresh_token": False,
        "authorization_time": None,
        "token_expires": None,
        "detail": "",
    }
    assert credentials.secrets() == []
    assert not list(signed_in.folder.glob("*.vault"))


def test_a_locked_credential_store_keeps_the_sign_in_for_later(
    signed_in: SigningTray, credentials: CredentialStore
) -> None:
    signed_in.command("quit")
    signed_in.process.wait(PATIENCE_S)
    credentials.lock()
    signed_in.start()
    wait_until(lambda: "locked" in signed_in.sign_in()["detail"], what="a word about the locked store")
    assert signed_in.sign_in()["state"] == SIGNED_OUT
    credentials.unlock()
    signed_in.ask("refresh")
    assert signed_in.wait_for(SIGNED_IN)["account"] == ANNA


def lose_key(file: Path, credentials: CredentialStore) -> None:
    credentials.clear()


def damage(file: Path, credentials: CredentialStore) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def take_from_somebody_else(file: Path, credentials: CredentialStore) -> None:
    file.unlink()
    other = file.parent / "other"
    other.mkdir()
    made = "from pathlib import Path; from tray.identity.vault import TokenVault; TokenVault(Path({!r})).save('theirs')"
    command = [sys.executable, "-c", made.format(str(other))]
    subprocess.run(command, env=os.environ | credentials.environment, check=True)
    (other / file.name).rename(file)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lose_key, "The key to the sign-in is no longer in the credential store. Sign in again."),
        (damage, "is damaged. Sign in again."),
        (take_from_somebody_else, "belongs to another user or computer. Sign in again."),
    ],
)
def test_what_was_kept_and_cannot_be_used_is_told_and_the_user_signs_in_again(
    signed_in: SigningTray, credentials: CredentialStore, spoil: Callable[[Path, CredentialStore], None], told: str
) -> None:
    signed_in.command("quit")
    signed_in.process.wait(PATIENCE_S)
    (file,) = signed_in.folder.glob("*.vault")
    spoil(file, credentials)
    signed_in.start()
    wait_until(lambda: told in signed_in.sign_in()["detail"], seconds=PATIENCE_S, what="a word about it")
    found = signed_in.sign_in()
    assert (found["state"], found["access_token"], found["refresh_token"]) == (SIGNED_OUT, False, False)
    assert signed_in.icon() == "idle"
    assert ANNA in signed_in.command("sign-in")
    found = signed_in.wait_for(SIGNED_IN)
    assert (found["account"], found["detail"]) == (ANNA, "")


def test_without_a_credential_store_the_sign_in_lasts_as_long_as_the_tray(
    tmp_path: Path, provider: OpenIdProvider, browser: Browser, credentials: CredentialStore
) -> None:
    tray = SigningTray(tmp_path / "home", provider, browser, credentials)
    tray.environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    with tray:
        assert "has no credential store" in tray.command("sign-in")
        assert tray.wait_for(SIGNED_IN)["account"] == ANNA
        assert not list(tray.folder.glob("*.vault"))
        tray.command("quit")
        tray.process.wait(PATIENCE_S)
        tray.start()
        assert tray.sign_in()["state"] == SIGNED_OUT


def test_an_authority_that_is_not_there_is_named(tmp_path: Path) -> None:
    config = '[sign_in]\nclient_id = "c"\nauthority = "https://localhost:1/x"\n'
    with DeskTray(tmp_path / "home", config=config) as tray:
        done = tray.run("sign-in")
        assert done.returncode == 1
        assert "localhost:1 cannot be reached" in done.stderr


@pytest.mark.parametrize(
    "authority", ["http://localhost:1/x", "https://[bad", "https://host:abc/x", "https://user:pw@h/x"]
)
def test_an_authority_that_cannot_be_used_is_named(tmp_path: Path, authority: str) -> None:
    config = f'[sign_in]\nclient_id = "c"\nauthority = "{authority}"\n'
    with DeskTray(tmp_path / "home", config=config) as tray:
        done = tray.run("sign-in")
        assert (done.returncode, done.stderr.count("sign_in.authority must ")) == (1, 1)
        found = tray.status()["sign_in"]
        assert found["state"] == SIGNED_OUT
        assert "sign_in.authority must " in found["detail"]
    done = tray.run("sign-in")
    assert (done.returncode, done.stderr.count("sign_in.authority must ")) == (1, 1)


def test_a_certificate_that_nobody_knows_is_refused(tmp_path: Path, provider: OpenIdProvider) -> None:
    config = f'[sign_in]\nclient_id = "{provider.client_id}"\nauthority = "{provider.oidc_authority}"\n'
    with DeskTray(tmp_path / "home", config=config) as tray:
        done = tray.run("sign-in")
        assert done.returncode == 1
        assert "certificate" in done.stderr


def test_nobody_is_registered_yet(tmp_path: Path) -> None:
    with DeskTray(tmp_path / "home") as tray:
        done = tray.run("sign-in")
        assert done.returncode == 1
        assert "sign_in.client_id" in done.stderr
        assert json.loads(tray.command("status", "--json"))["sign_in"]["state"] == SIGNED_OUT
