"""The provider, the browser and msal itself: what every test of signing in builds on holds."""

from __future__ import annotations

import msal
import pytest

from tests.chromium import Browser
from tests.openid import OpenIdProvider

GRAPH = ["User.Read"]


@pytest.fixture(autouse=True)
def _trusting(provider: OpenIdProvider, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in provider.environment.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def app(provider: OpenIdProvider) -> msal.PublicClientApplication:
    return msal.PublicClientApplication(provider.client_id, authority=provider.authority, instance_discovery=False)


@pytest.fixture
def opened(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> Browser:
    monkeypatch.setattr("webbrowser.open", browser.open)
    return browser


def test_the_user_signs_in_and_agrees(
    app: msal.PublicClientApplication, provider: OpenIdProvider, opened: Browser
) -> None:
    result = app.acquire_token_interactive(GRAPH, timeout=60)
    assert result["token_source"] == "identity_provider", result
    visit = opened.wait_for_visit()
    assert visit.pages == ("sign-in", "consent", "app")
    assert "Authentication complete" in visit.text
    (account,) = app.get_accounts()
    assert account["username"] == "anna@example.org"
    assert [request.grant for request in provider.requests("token")] == ["authorization_code"]
