"""The provider with trouble: errors, refused connections, hanging, slow, a wrong clock."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import msal
import pytest
import requests

from tests.chromium import Browser
from tests.identity.signing import LIMIT_S, App, new_app, sign_in, silent
from tests.openid import OpenIdProvider


@pytest.mark.parametrize("status", [503, 429])
def test_a_provider_with_trouble_names_when_to_come_back(
    app: App, provider: OpenIdProvider, user: Browser, status: int
) -> None:
    sign_in(app)
    provider.fault("token", status=status, retry_after=30, times=1)
    outcomes = [answer_of(app), answer_of(app)]
    assert outcomes[0] == outcomes[1], "msal repeats the answer without asking"
    assert [request.status for request in provider.requests("token")] == [200, status]
    assert "access_token" in silent(new_app(provider, app.token_cache), force_refresh=True)


def answer_of(app: App) -> str:
    try:
        return str((silent(app, force_refresh=True) or {}).get("error"))
    except msal.exceptions.MsalServiceError as error:
        return str(error)


def test_a_provider_that_is_not_there(app: App, provider: OpenIdProvider, user: Browser) -> None:
    sign_in(app)
    provider.refuse()
    assert silent(app)["token_source"] == "cache"
    with pytest.raises(requests.ConnectionError):
        silent(app, force_refresh=True)
    with pytest.raises(requests.ConnectionError):
        new_app(provider)
    provider.accept()
    assert "access_token" in silent(app, force_refresh=True)


def test_a_page_of_somebody_else_in_between(provider: OpenIdProvider, trusting: None) -> None:
    provider.fault("discovery", status=200, page="<html>Welcome to our hotel</html>", times=1)
    with pytest.raises(ValueError, match="authority"):
        new_app(provider)
    new_app(provider)


def test_a_provider_that_hangs(app: App, provider: OpenIdProvider, user: Browser) -> None:
    sign_in(app)
    provider.hang("token")
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(silent, app, force_refresh=True)
        assert provider.wait_for_requests("token", 2)[1].status is None
        assert not waiting.done()
        provider.heal()
        assert "access_token" in waiting.result(LIMIT_S)


def test_a_provider_that_is_slow_for_once(app: App, provider: OpenIdProvider, user: Browser) -> None:
    sign_in(app)
    provider.fault("token", wait_s=0.2, times=1)
    assert "access_token" in silent(app, force_refresh=True)


def test_early_renewal_falls_back_to_the_good_token(app: App, provider: OpenIdProvider, user: Browser) -> None:
    provider.set(refresh_in=0)
    token = sign_in(app)["access_token"]
    provider.refuse()
    assert silent(app)["access_token"] == token
    provider.accept()
    provider.set(refresh_in=-1)
    assert silent(app)["access_token"] != token
    assert silent(app)["token_source"] == "cache"


@pytest.mark.parametrize("ahead_s", [24 * 3600, -300])
def test_a_provider_whose_clock_is_wrong(app: App, provider: OpenIdProvider, user: Browser, ahead_s: int) -> None:
    provider.set(clock=ahead_s)
    result = sign_in(app)
    assert result["expires_in"] == 3600
    assert "access_token" in silent(app, force_refresh=True)
    assert abs(result["id_token_claims"]["iat"] - ahead_s - time.time()) < LIMIT_S
