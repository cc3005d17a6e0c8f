"""Attempts to sign in: given up, attacked, refused by what contradicts itself, and what is written meanwhile."""

from __future__ import annotations

import base64
import hashlib
import json
import logging
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

import pytest

from tests.chromium import Browser
from tests.display import wait_until
from tests.identity.desk import PATIENCE_S, Desk
from tests.openid import OpenIdProvider
from tray import logs
from tray.errors import Offline
from tray.identity.model import AttemptState, Method, Permission
from tray.identity.vault import TokenVault

NUMBER = "+31205550142"
OTHER_ISSUER = "The issuer that the identity provider names does not belong to sign_in.authority"
NO_HTTPS = "The identity provider names an address that is not https"
EVERYTHING = (Permission.PROFILE, Permission.PRESENCE, Permission.CONTACTS, Permission.BUSINESS_CENTRAL)


def post(address: str, **fields: str) -> int:
    request = urllib.request.Request(address, urllib.parse.urlencode(fields).encode())
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def query_of(address: str) -> dict[str, str]:
    return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))


def test_what_others_send_to_the_redirect_address_is_refused_and_the_user_gets_in(desk: Desk, browser: Browser) -> None:
    codes: list[int] = []

    def attacked(address: str) -> bool:
        query = query_of(address)
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


def test_a_form_that_is_too_long_is_refused_unread(desk: Desk, browser: Browser) -> None:
    codes: list[int] = []

    def attacked(address: str) -> bool:
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))
        codes.append(post(query["redirect_uri"], state=query["state"], code="x" * 70_000))
        return browser.open(address)

    desk.open_page = attacked
    assert desk.attempt() is AttemptState.DONE
    assert codes == [413]


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
    ("lie", "told"),
    [
        (
            {"issuer": "https://evil.example/tenant"},
            f"{OTHER_ISSUER}. Ask your administrator; nothing was sent to it.",
        ),
        ({"token_endpoint": "http://localhost/token"}, f"{NO_HTTPS}: http://localhost/token."),
        ({"authorization_endpoint": "file:///bin/sh"}, f"{NO_HTTPS}: file:///bin/sh."),
        ({"authorization_endpoint": None}, f"{NO_HTTPS}: None."),
    ],
)
def test_a_provider_that_contradicts_itself_is_refused(
    desk: Desk, provider: OpenIdProvider, browser: Browser, lie: dict[str, object], told: str
) -> None:
    provider.set(discovery=lie)
    assert desk.attempt() is AttemptState.FAILED
    assert desk.service.status.attempt
    assert desk.service.status.attempt.problem == told
    assert browser.addresses == []


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


class Heard(logging.Handler):
    """What is said before anything is masked: what there is to hide."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())

    def secrets(self, name: str) -> set[str]:
        """All values that were given under this name."""
        return set(re.findall(rf'"{name}": "([^"]+)"', "\n".join(self.said)))


def challenge_of(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


@pytest.mark.parametrize("desk", [EVERYTHING], indirect=True)
def test_nothing_secret_is_written_anywhere(desk: Desk, browser: Browser) -> None:
    heard = Heard()
    logging.getLogger().addHandler(heard)
    handler = logs.begin(desk.folder, logging.DEBUG)
    try:
        assert desk.attempt() is AttemptState.DONE
        tokens = {desk.service.token(permission) for permission in EVERYTHING}
        tokens.add(desk.service.token(Permission.PROFILE, desk.service.token(Permission.PROFILE)))
        kept = [json.loads(TokenVault(desk.folder).load())["tokens"]]
        desk.service.sign_in(Method.DEVICE_CODE)
        wait_until(lambda: desk.service.status.attempt and desk.service.status.attempt.code, what="the code")
        shown = desk.service.status.attempt
        assert shown
        queries = [query_of(address) for address in browser.addresses]
        browser.enter_code(shown.address, shown.code)
        assert desk.ended() is AttemptState.DONE
        kept.append(json.loads(TokenVault(desk.folder).load())["tokens"])
        logging.getLogger("cti_tray.test").info("a call from %s", NUMBER)
    finally:
        logs.end(handler)
        logging.getLogger().removeHandler(heard)
    for cache in map(json.loads, kept):
        tokens |= {
            each["secret"] for kind in ("AccessToken", "RefreshToken", "IdToken") for each in cache[kind].values()
        }
    (query,) = queries
    (verifier,) = heard.secrets("code_verifier")
    assert challenge_of(verifier) == query["code_challenge"]
    secrets = tokens | {query["state"], query["nonce"], query["code_challenge"], verifier, shown.code, NUMBER}
    for name in ("code", "device_code", "client_info"):
        assert heard.secrets(name), f"nothing was said of {name}"
        secrets |= heard.secrets(name)
    written = b"".join(file.read_bytes() for file in desk.folder.rglob("*") if file.is_file()).decode("latin-1")
    assert '"code_verifier": "' in written, "the libraries did speak"
    assert not any(verifier[start : start + 8] in written for start in range(len(verifier) - 7))
    surroundings = json.dumps([dict(os.environ), sys.argv])
    for secret in secrets:
        assert secret not in written
        assert secret not in surroundings
        if secret != shown.code:
            assert secret not in repr(desk.service.status)
