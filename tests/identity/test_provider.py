"""Signing in with msal itself: what every other test of signing in builds on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from msal.oauth2cli.oauth2 import BrowserInteractionTimeoutError

from tests.chromium import Browser
from tests.identity.signing import GRAPH, LIMIT_S, UID_ANNA, UID_BEN, App, grants, new_app, secrets, sign_in, silent
from tests.openid import OpenIdProvider

PROGRAM = f"""
import msal, os, sys
app = msal.PublicClientApplication(sys.argv[1], authority=sys.argv[2], instance_discovery=False)
print(app.acquire_token_interactive({GRAPH!r}, timeout={LIMIT_S})["id_token_claims"]["preferred_username"])
"""


def test_the_user_signs_in_and_agrees(app: App, provider: OpenIdProvider, user: Browser) -> None:
    result = sign_in(app)
    assert result["token_source"] == "identity_provider"
    visit = user.wait_for_visit()
    assert visit.pages == ("sign-in", "consent", "app")
    assert "Authentication complete" in visit.text
    (account,) = app.get_accounts()
    assert account["username"] == "anna@example.org"
    assert account["home_account_id"].startswith(f"{UID_ANNA}.")
    assert grants(provider) == ["authorization_code"]
    asked = parse_qs(urlsplit(visit.address).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["response_mode"] == ["form_post"]
    assert secrets(app, "RefreshToken")


def test_a_generic_provider_is_the_same_one(provider: OpenIdProvider, user: Browser) -> None:
    sign_in(App(provider.client_id, oidc_authority=provider.oidc_authority))


def test_a_program_finds_the_browser_by_its_environment(provider: OpenIdProvider, browser: Browser) -> None:
    browser.next_visit("sign in", account="ben")
    environment = {**os.environ, **provider.environment, **browser.environment}
    command = [sys.executable, "-c", PROGRAM, provider.client_id, provider.authority]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=LIMIT_S, check=False)
    assert (done.stdout, done.stderr) == ("ben@example.org\n", "")
    assert browser.wait_for_visit().pages[-1] == "app"


def test_consent_is_asked_for_once_and_a_session_is_remembered(app: App, user: Browser) -> None:
    sign_in(app)
    sign_in(app)
    sign_in(app, prompt="select_account")
    pages = [user.wait_for_visit().pages for _ in range(3)]
    assert pages == [("sign-in", "consent", "app"), ("app",), ("sign-in", "app")]


def test_a_second_account_signs_in_beside_the_first(app: App, user: Browser) -> None:
    sign_in(app)
    user.next_visit("sign in", account="ben")
    sign_in(app, prompt="select_account")
    assert {account["home_account_id"].split(".")[0] for account in app.get_accounts()} == {UID_ANNA, UID_BEN}


def test_another_account_can_be_asked_for_by_name(app: App, user: Browser) -> None:
    sign_in(app)
    user.next_visit("sign in", account="ben")
    result = sign_in(app, login_hint="ben@example.org")
    assert result["id_token_claims"]["preferred_username"] == "ben@example.org"


@pytest.mark.parametrize(("action", "pages"), [("cancel", ("sign-in",)), ("decline", ("sign-in", "consent"))])
def test_a_user_who_cancels(app: App, user: Browser, action: Any, pages: tuple[str, ...]) -> None:
    user.next_visit(action)
    result = app.acquire_token_interactive(GRAPH, timeout=LIMIT_S)
    assert result["error"] == "access_denied"
    assert user.wait_for_visit().pages == (*pages, "app")
    assert app.get_accounts() == []


def test_a_user_who_does_nothing(app: App, user: Browser) -> None:
    user.next_visit("nothing")
    with pytest.raises(BrowserInteractionTimeoutError):
        app.acquire_token_interactive(GRAPH, timeout=1)
    assert user.wait_for_visit().pages in (("sign-in",), ("unreachable",))


def test_an_answer_with_a_wrong_state_is_refused_and_the_right_one_still_counts(app: App, user: Browser) -> None:
    user.next_visit("nothing")
    with ThreadPoolExecutor() as pool:
        result = pool.submit(app.acquire_token_interactive, GRAPH, timeout=LIMIT_S)
        user.wait_for_visit()
        (address,) = user.addresses
        (target,) = parse_qs(urlsplit(address).query)["redirect_uri"]
        attack = requests.post(target, data={"code": "stolen", "state": "guessed"}, timeout=10)
        assert attack.status_code == 400
        assert "State mismatch" in attack.text
        user.open(address)
        assert "access_token" in result.result(LIMIT_S)


def test_a_redirect_to_another_place_is_refused(provider: OpenIdProvider, user: Browser) -> None:
    query = f"client_id={provider.client_id}&response_type=code&scope=openid&redirect_uri=http://localhost:1/evil"
    user.open(f"{provider.oidc_authority}/authorize?{query}")
    visit = user.wait_for_visit()
    assert visit.pages == ("error",)
    assert "redirect_uri" in visit.text


def test_a_request_without_proof_of_the_code_is_refused(provider: OpenIdProvider, trusting: None) -> None:
    query = f"client_id={provider.client_id}&response_type=code&scope=openid&redirect_uri=http://localhost:1"
    answer = requests.get(f"{provider.oidc_authority}/authorize?{query}", allow_redirects=False, timeout=30)
    (error,) = parse_qs(urlsplit(answer.headers["Location"]).query)["error"]
    assert error == "invalid_request"


@pytest.mark.parametrize(
    "lie", [{"issuer": "https://elsewhere.example/v2.0"}, {"token_endpoint": "http://localhost/token"}]
)
def test_a_discovery_document_that_lies(provider: OpenIdProvider, trusting: None, lie: dict[str, str]) -> None:
    provider.set(discovery=lie)
    with pytest.raises(ValueError, match=r"issuer|https"):
        App(provider.client_id, oidc_authority=provider.oidc_authority)


def test_a_program_that_does_not_know_the_authority_refuses(provider: OpenIdProvider) -> None:
    with pytest.raises(requests.exceptions.SSLError):
        new_app(provider)


def test_the_browser_trusts_no_other_certificate(provider: OpenIdProvider) -> None:
    with OpenIdProvider() as other, Browser(other) as stranger:  # certificates and a Chromium of their own
        stranger.open(f"{provider.oidc_authority}/.well-known/openid-configuration")
        assert "ERR_CERT_AUTHORITY_INVALID" in stranger.wait_for_visit().text


def test_the_log_holds_nothing_secret(app: App, provider: OpenIdProvider, user: Browser) -> None:
    sign_in(app)
    silent(app, force_refresh=True)
    text = repr(provider.requests())
    assert "refresh_token" in text
    for kind in ("AccessToken", "RefreshToken", "IdToken"):
        assert not any(secret in text for secret in secrets(app, kind))
    assert not re.search(r"[A-Za-z0-9_-]{43}", text)
