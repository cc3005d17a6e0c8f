"""Signing in with msal and nothing else, in the test's own process."""

from __future__ import annotations

from typing import Any

import msal

from tests.openid import BUSINESS_CENTRAL, OpenIdProvider

App = msal.PublicClientApplication
GRAPH = ["User.Read"]
BC = [BUSINESS_CENTRAL]
UID_ANNA, UID_BEN = "0a1c5b1e-93c6-4a0e-8f4b-2c6a9d3e0001", "0a1c5b1e-93c6-4a0e-8f4b-2c6a9d3e0002"
LIMIT_S = 60


def new_app(provider: OpenIdProvider, cache: msal.TokenCache | None = None) -> App:
    """An application that has not yet heard of any trouble: msal repeats a failed answer for a minute."""
    return App(provider.client_id, authority=provider.authority, instance_discovery=False, token_cache=cache)


def sign_in(app: App, scopes: list[str] = GRAPH, **more: Any) -> dict[str, Any]:
    result = app.acquire_token_interactive(scopes, timeout=LIMIT_S, **more)
    assert "access_token" in result, result
    return result


def silent(app: App, scopes: list[str] = GRAPH, **more: Any) -> dict[str, Any] | None:
    (account,) = app.get_accounts()
    return app.acquire_token_silent_with_error(scopes, account, **more)


def secrets(app: App, kind: str) -> list[str]:
    return [entry["secret"] for entry in app.token_cache.search(kind)]


def grants(provider: OpenIdProvider) -> list[str]:
    return [request.grant for request in provider.requests("token")]
