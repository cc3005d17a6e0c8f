"""The sign-in as a program uses it, against a real provider: tokens, renewal, trouble, and what is written."""

from __future__ import annotations

import json
import logging
import os
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import SecretService

from tests.chromium import Browser
from tests.credential_store import CredentialStore
from tests.display import wait_until
from tests.openid import BUSINESS_CENTRAL, OpenIdProvider
from tray import logs
from tray.config import SignInConfig
from tray.errors import Offline
from tray.identity.authority import read_authority
from tray.identity.errors import ConsentMissing, ServiceBusy, SignedOut, SignInNeeded
from tray.identity.keeper import TokenKeeper
from tray.identity.microsoft import MicrosoftClient
from tray.identity.model import AttemptState, Method, Permission, SignInStatus
from tray.identity.service import SignInService
from tray.identity.vault import TokenVault
from tray.setup.model import SignInState

PATIENCE_S = 30.0
EVERYTHING = (Permission.PROFILE, Permission.PRESENCE, Permission.CONTACTS, Permission.BUSINESS_CENTRAL)


class Desk:
    """A sign-in of a data folder, without a tray around it."""

    def __init__(
        self, folder: Path, provider: OpenIdProvider, browser: Browser, wanted: tuple[Permission, ...]
    ) -> None:
        self.folder = folder
        self.provider = provider
        self.open_page: Callable[[str], bool] = browser.open
        self.told: list[SignInStatus] = []
        self.keeper = self.new_keeper()
        self.service = self.new_service(wanted)

    def new_keeper(self, authority: str = "") -> TokenKeeper:
        config = SignInConfig(client_id=self.provider.client_id, authority=authority or self.provider.oidc_authority)
        return TokenKeeper(lambda: MicrosoftClient(read_authority(config)), TokenVault(self.folder))

    def new_service(self, wanted: tuple[Permission, ...], browser_s: float = PATIENCE_S) -> SignInService:
        def open_page(address: str) -> bool:
            return self.open_page(address)

        return SignInService(self.keeper, wanted, open_page, self.told.append, browser_s)

    def attempt(self, method: Method = Method.BROWSER) -> AttemptState:
        """Sign in, and how it ended."""
        self.service.sign_in(method)
        return self.ended()

    def ended(self) -> AttemptState:
        def over() -> bool:
            return self.service.status.attempt is not None and self.service.status.attempt.state.ended

        wait_until(over, seconds=PATIENCE_S, what="the end of the attempt")
        assert self.service.status.attempt is not None
        return self.service.status.attempt.state

    def grants(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(each.grant, each.scope) for each in self.provider.requests("token") if each.grant]


@pytest.fixture(scope="module")
def credentials() -> Iterator[CredentialStore]:
    with CredentialStore() as store:
        yield store


@pytest.fixture
def store(credentials: CredentialStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[CredentialStore]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", credentials.environment["DBUS_SESSION_BUS_ADDRESS"])
    before = keyring.get_keyring()
    keyring.set_keyring(SecretService.Keyring())
    yield credentials
    credentials.clear()
    keyring.set_keyring(before)


@pytest.fixture
def desk(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    trusting: None,
    store: CredentialStore,
    provider: OpenIdProvider,
    browser: Browser,
) -> Iterator[Desk]:
    wanted = getattr(request, "param", (Permission.PROFILE,))
    desk = Desk(tmp_path, provider, browser, wanted)
    yield desk
    desk.service.stop()


@pytest.fixture
def signed_in(desk: Desk) -> Desk:
    assert desk.attempt() is AttemptState.DONE
    return desk


def test_a_good_token_is_given_without_a_request(signed_in: Desk) -> None:
    first = signed_in.service.token(Permission.PROFILE)
    assert signed_in.service.token(Permission.PROFILE) == first
    assert [grant for grant, _ in signed_in.grants()] == ["authorization_code"]


@pytest.mark.parametrize("desk", [EVERYTHING], indirect=True)
def test_one_consent_for_two_resources_and_one_request_for_each(signed_in: Desk, browser: Browser) -> None:
    assert browser.wait_for_visit().pages.count("consent") == 1
    token = signed_in.service.token(Permission.BUSINESS_CENTRAL)
    assert signed_in.service.token(Permission.BUSINESS_CENTRAL) == token
    assert signed_in.service.token(Permission.PROFILE) != token
    code, refresh = signed_in.grants()
    assert BUSINESS_CENTRAL not in code[1]
    assert refresh[0] == "refresh_token"
    assert BUSINESS_CENTRAL in refresh[1]
    assert "User.Read" not in refresh[1]


def test_what_nobody_has_allowed_is_a_normal_state(signed_in: Desk) -> None:
    with pytest.raises(ConsentMissing):
        signed_in.service.token(Permission.BUSINESS_CENTRAL)
    assert signed_in.service.status.sign_in.state is SignInState.SIGNED_IN
    assert signed_in.service.token(Permission.PROFILE)


@pytest.mark.parametrize("desk", [EVERYTHING], indirect=True)
def test_what_is_allowed_again_is_there_at_once(desk: Desk, provider: OpenIdProvider) -> None:
    assert desk.attempt() is AttemptState.DONE
    provider.withhold(BUSINESS_CENTRAL)
    with pytest.raises(ConsentMissing):
        desk.service.token(Permission.BUSINESS_CENTRAL)
    provider.withhold()
    assert desk.service.token(Permission.BUSINESS_CENTRAL)


def test_a_token_that_an_api_refused_is_renewed_once_whoever_asks(signed_in: Desk) -> None:
    refused = signed_in.service.token(Permission.PROFILE)
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(signed_in.service.token(Permission.PROFILE, refused)))
        for _ in range(5)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert len(set(found)) == 1
    assert found[0] != refused
    assert [grant for grant, _ in signed_in.grants()] == ["authorization_code", "refresh_token"]


def test_two_processes_use_no_refresh_token_twice(signed_in: Desk) -> None:
    """The provider ends a sign-in whose refresh token comes a second time."""
    other = signed_in.new_keeper()
    other.open()
    refused = other.token(Permission.PROFILE)
    assert signed_in.keeper.token(Permission.PROFILE, refused) == other.token(Permission.PROFILE, refused)
    assert [grant for grant, _ in signed_in.grants()] == ["authorization_code", "refresh_token"]
    assert other.token(Permission.PROFILE, other.token(Permission.PROFILE))


def test_a_revoked_sign_in_is_over_until_the_user_comes(signed_in: Desk, provider: OpenIdProvider) -> None:
    refused = signed_in.service.token(Permission.PROFILE)
    provider.revoke()
    with pytest.raises(SignInNeeded):
        signed_in.service.token(Permission.PROFILE, refused)
    assert signed_in.service.status.sign_in.state is SignInState.SIGN_IN_NEEDED
    assert signed_in.attempt() is AttemptState.DONE
    assert signed_in.service.status.sign_in.state is SignInState.SIGNED_IN


def test_a_busy_service_is_asked_again_as_soon_as_somebody_wants_it(signed_in: Desk, provider: OpenIdProvider) -> None:
    """msal would repeat the refusal for a minute without asking."""
    refused = signed_in.service.token(Permission.PROFILE)
    provider.fault("token", status=503, retry_after=120, times=1)
    with pytest.raises(ServiceBusy) as caught:
        signed_in.service.token(Permission.PROFILE, refused)
    assert caught.value.retry_after_s == 120
    assert signed_in.service.status.word == "offline"
    assert signed_in.service.token(Permission.PROFILE, refused) != refused


def test_a_token_that_is_still_good_serves_while_renewing_fails(desk: Desk, provider: OpenIdProvider) -> None:
    provider.set(refresh_in=0)
    assert desk.attempt() is AttemptState.DONE
    provider.fault("token", status=503)
    token = desk.service.token(Permission.PROFILE)
    provider.heal()
    assert desk.service.token(Permission.PROFILE) != token


@pytest.mark.parametrize("ahead_s", [86_400, -300])
def test_a_clock_that_jumps_does_no_harm(desk: Desk, provider: OpenIdProvider, ahead_s: int) -> None:
    provider.set(clock=ahead_s)
    assert desk.attempt() is AttemptState.DONE
    assert desk.service.token(Permission.PROFILE, desk.service.token(Permission.PROFILE))


def test_nobody_is_signed_in(desk: Desk) -> None:
    with pytest.raises(SignedOut):
        desk.service.token(Permission.PROFILE)


def post(address: str, **fields: str) -> int:
    request = urllib.request.Request(address, urllib.parse.urlencode(fields).encode())
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_what_others_send_to_the_redirect_address_is_refused_and_the_user_gets_in(desk: Desk, browser: Browser) -> None:
    codes: list[int] = []

    def attacked(address: str) -> bool:
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))
        redirect = query["redirect_uri"]
        codes.append(post(redirect, code="stolen", state="wrong"))
        codes.append(post(redirect.replace("localhost", "127.0.0.1"), error="access_denied"))
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(f"{redirect}/?code=stolen&state={query['state']}", timeout=PATIENCE_S)
        caught.value.close()
        codes.append(caught.value.code)
        foreign = urllib.request.Request(redirect, b"state=x", {"Host": "evil.example"})
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(foreign, timeout=PATIENCE_S)
        caught.value.close()
        codes.append(caught.value.code)
        return browser.open(address)

    desk.open_page = attacked
    assert desk.attempt() is AttemptState.DONE
    assert codes == [400, 400, 405, 403]


def test_a_browser_that_never_answers_ends_the_attempt(desk: Desk, browser: Browser) -> None:
    browser.next_visit("nothing")
    desk.service = desk.new_service((Permission.PROFILE,), browser_s=1.0)
    assert desk.attempt() is AttemptState.TIMED_OUT
    assert desk.service.status.attempt
    assert "no answer" in desk.service.status.attempt.problem


def test_an_attempt_can_be_given_up(desk: Desk, browser: Browser) -> None:
    browser.next_visit("nothing")
    desk.service.sign_in(Method.BROWSER)
    browser_has_it = lambda: bool(browser.addresses)  # noqa: E731
    wait_until(browser_has_it, what="the browser")
    desk.service.cancel()
    assert desk.ended() is AttemptState.CANCELLED


def test_without_a_browser_the_code_is_named(desk: Desk) -> None:
    desk.open_page = lambda _: False
    assert desk.attempt() is AttemptState.FAILED
    assert desk.service.status.attempt
    assert "No browser could be opened. Sign in with a code." in desk.service.status.attempt.problem


def test_a_code_shows_where_it_goes_and_can_be_given_up(desk: Desk) -> None:
    desk.service.sign_in(Method.DEVICE_CODE)
    wait_until(lambda: desk.service.status.attempt and desk.service.status.attempt.code, what="the code")
    assert desk.service.status.attempt
    assert desk.service.status.attempt.address.startswith("https://localhost")
    desk.service.cancel()
    assert desk.ended() is AttemptState.CANCELLED


def test_entra_shape_is_found_too(desk: Desk, provider: OpenIdProvider) -> None:
    desk.keeper = desk.new_keeper(provider.authority)
    desk.service = desk.new_service((Permission.PROFILE,))
    assert desk.attempt() is AttemptState.DONE


@pytest.mark.parametrize(
    "lie",
    [
        {"issuer": "https://evil.example/tenant"},
        {"token_endpoint": "http://localhost/token"},
        {"authorization_endpoint": None},
    ],
)
def test_a_provider_that_contradicts_itself_is_refused(
    desk: Desk, provider: OpenIdProvider, lie: dict[str, object]
) -> None:
    provider.set(discovery=lie)
    assert desk.attempt() is AttemptState.FAILED
    assert desk.service.status.attempt
    assert desk.service.status.attempt.problem
    assert "Traceback" not in desk.service.status.attempt.problem


def test_a_page_of_a_hotel_in_place_of_the_provider_is_refused(desk: Desk, provider: OpenIdProvider) -> None:
    provider.fault("discovery", status=200, page="<html>Welcome</html>")
    assert desk.attempt() is AttemptState.FAILED
    provider.heal()
    assert desk.attempt() is AttemptState.DONE


def test_a_provider_that_is_not_there_is_offline(desk: Desk, provider: OpenIdProvider) -> None:
    assert desk.attempt() is AttemptState.DONE
    refused = desk.service.token(Permission.PROFILE)
    provider.refuse()
    with pytest.raises(Offline):
        desk.service.token(Permission.PROFILE, refused)
    provider.accept()
    assert desk.service.token(Permission.PROFILE, refused)


@pytest.mark.parametrize("desk", [EVERYTHING], indirect=True)
def test_nothing_secret_is_written_anywhere(desk: Desk, browser: Browser, provider: OpenIdProvider) -> None:
    handler = logs.begin(desk.folder, logging.DEBUG)
    loud = [logging.getLogger(name) for name in ("msal", "urllib3")]
    for logger in loud:
        logger.setLevel(logging.DEBUG)
    try:
        assert desk.attempt() is AttemptState.DONE
        tokens = {desk.service.token(permission) for permission in EVERYTHING}
        tokens.add(desk.service.token(Permission.PROFILE, desk.service.token(Permission.PROFILE)))
        desk.service.sign_in(Method.DEVICE_CODE)
        wait_until(lambda: desk.service.status.attempt and desk.service.status.attempt.code, what="the code")
        desk.service.cancel()
        desk.ended()
        kept = json.loads(TokenVault(desk.folder).load())
    finally:
        logs.end(handler)
        for logger in loud:
            logger.setLevel(logging.NOTSET)
    written = b"".join(file.read_bytes() for file in desk.folder.rglob("*") if file.is_file()).decode("latin-1")
    surroundings = json.dumps([dict(os.environ), sys.argv])
    cache = json.loads(kept["tokens"])
    secrets = tokens | {
        entry["secret"] for kind in ("AccessToken", "RefreshToken", "IdToken") for entry in cache[kind].values()
    }
    for address in browser.addresses:
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))
        secrets |= {query["state"], query["nonce"], query["code_challenge"]}
    assert len(secrets) > 6
    assert "msal" in written, "the libraries did speak"
    for secret in secrets:
        assert secret not in written
        assert secret not in surroundings
        assert secret not in repr(desk.service.status)


def test_what_was_revoked_shows_at_the_next_look_though_its_token_lives_on(
    desk: Desk, provider: OpenIdProvider
) -> None:
    desk.service.start()
    assert desk.attempt() is AttemptState.DONE
    provider.revoke()
    desk.service.check_now()
    desk.service.check_now()
    needed = lambda: desk.service.status.sign_in.state is SignInState.SIGN_IN_NEEDED  # noqa: E731
    wait_until(lambda: desk.service.check_now() or needed(), seconds=PATIENCE_S, what="the end of the sign-in")
