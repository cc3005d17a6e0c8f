"""The code of a device: entered, wrong, cancelled, never entered."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from tests.chromium import Browser
from tests.identity.signing import GRAPH, LIMIT_S, App
from tests.openid import OpenIdProvider


def test_a_device_code(app: App, provider: OpenIdProvider, browser: Browser) -> None:
    flow = app.initiate_device_flow(GRAPH)
    assert flow["user_code"] in flow["message"]
    with ThreadPoolExecutor() as pool:
        result: Future[dict[str, Any]] = pool.submit(app.acquire_token_by_device_flow, flow)
        provider.wait_for_requests("token")
        visit = browser.enter_code(flow["verification_uri"], flow["user_code"], account="ben")
        assert visit.pages == ("code", "confirm", "sign-in", "consent", "done")
        assert "refresh_token" in result.result(LIMIT_S)
    assert app.get_accounts()[0]["username"] == "ben@example.org"


def test_a_wrong_device_code_and_a_user_who_cancels(app: App, browser: Browser) -> None:
    flow = app.initiate_device_flow(GRAPH)
    assert browser.enter_code(flow["verification_uri"], "WRON-GONE").pages == ("code", "code")
    assert browser.enter_code(flow["verification_uri"], flow["user_code"], "cancel").pages[-1] == "code"
    assert app.acquire_token_by_device_flow(flow)["error"] == "access_denied"


def test_a_device_code_that_nobody_enters(app: App, provider: OpenIdProvider) -> None:
    flow = app.initiate_device_flow(GRAPH)
    flow["expires_at"] = 0
    assert app.acquire_token_by_device_flow(flow)["error"] == "authorization_pending"
