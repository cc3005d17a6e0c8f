"""The provider, the browser and msal itself: what every test of signing in builds on holds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msal
import pytest
import requests
from msal.oauth2cli.oauth2 import BrowserInteractionTimeoutError

from tests.chromium import Browser
from tests.openid import BUSINESS_CENTRAL, OpenIdProvider

App = msal.PublicClientApplication
GRAPH = ["User.Read"]
BC = [BUSINESS_CENTRAL]
UID_ANNA, UID_BEN = "0a1c5b1e-93c6-4a0e-8f4b-2c6a9d3e0001", "0a1c5b1e-93c6-4a0e-8f4b-2c6a9d3e0002"
LIMIT_S = 60
PROGRAM = f"""
import msal, os, sys
app = msal.PublicClientApplication(sys.argv[1], authority=sys.argv[2], instance_discovery=False)
print(app.acquire_token_interactive({GRAPH!r}, timeout={LIMIT_S})["id_token_claims"]["preferred_username"])
"""


@pytest.fixture(autouse=True)
def _trusting(provider: OpenIdProvider, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in provider.environment.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def app(provider: OpenIdProvider) -> App:
    return new_app(provider)


@pytest.fixture
def user(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """The browser as the one that msal opens in this process."""
    monkeypatch.setattr("webbrowser.open", browser.open)
    return browser


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


# Signing in


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


def test_the_browser_trusts_no_other_certificate(provider: OpenIdProvider) -> None:
    with OpenIdProvider() as other, Browser(other) as stranger:  # certificates and a Chromium of their own
        stranger.open(f"{provider.oidc_authority}/.well-known/openid-configuration")
        assert "ERR_CERT_AUTHORITY_INVALID" in stranger.wait_for_visit().text


# The code of a device


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


# Going on without the user


def test_a_good_token_is_taken_without_a_request(app: App, provider: OpenIdProvider, user: Browser) -> None:
    sign_in(app)
    before = len(provider.requests())
    assert silent(app)["token_source"] == "cache"
    assert len(provider.requests()) == before


def test_a_token_about_to_expire_is_renewed_each_time(app: App, provider: OpenIdProvider, user: Browser) -> None:
    provider.set(lifetime=290)
    sign_in(app)
    assert silent(app)["token_source"] == silent(app)["token_source"] == "identity_provider"
    assert grants(provider) == ["authorization_code", "refresh_token", "refresh_token"]


def test_a_renewal_rotates_and_the_old_token_revokes_all(app: App, provider: OpenIdProvider, user: Browser) -> None:
    sign_in(app)
    (old,) = secrets(app, "RefreshToken")
    assert silent(app, force_refresh=True)["token_source"] == "identity_provider"
    (new,) = secrets(app, "RefreshToken")
    assert new != old
    replayed = app.acquire_token_by_refresh_token(old, GRAPH)
    assert (replayed["error"], replayed["error_codes"]) == ("invalid_grant", [50173])
    assert silent(app, force_refresh=True)["error"] == "invalid_grant"


def test_a_revoked_sign_in_ends_at_the_next_renewal(app: App, provider: OpenIdProvider, user: Browser) -> None:
    sign_in(app)
    provider.revoke()
    assert silent(app)["token_source"] == "cache"
    refused = silent(app, force_refresh=True)
    assert (refused["error"], refused["error_codes"]) == ("invalid_grant", [50173])
    sign_in(app, login_hint="anna@example.org")
    assert "access_token" in silent(app, force_refresh=True)


def test_a_second_resource_needs_a_consent_of_its_own(app: App, provider: OpenIdProvider, user: Browser) -> None:
    sign_in(app)
    assert silent(app, BC)["classification"] == "consent_required"
    sign_in(app, extra_scopes_to_consent=BC)
    assert "access_token" in silent(app, BC)
    assert len(secrets(app, "AccessToken")) == 2
    assert len(secrets(app, "RefreshToken")) == 1
    targets = [entry["target"] for entry in app.token_cache.search("AccessToken")]
    assert sorted(BUSINESS_CENTRAL in target for target in targets) == [False, True]


def test_two_resources_in_one_request_are_refused(app: App, user: Browser) -> None:
    result = app.acquire_token_interactive([*GRAPH, *BC], timeout=LIMIT_S)
    assert (result["error"], result["error_codes"]) == ("invalid_scope", [28000])


def test_a_consent_that_is_withdrawn(app: App, provider: OpenIdProvider, user: Browser) -> None:
    sign_in(app, [*GRAPH, "Presence.Read"])
    provider.withhold("Presence.Read")
    assert silent(app, [*GRAPH, "Presence.Read"], force_refresh=True)["classification"] == "consent_required"
    assert "Presence.Read" not in silent(app, GRAPH, force_refresh=True)["scope"]
    provider.withhold()
    assert "access_token" in silent(new_app(provider, app.token_cache), [*GRAPH, "Presence.Read"], force_refresh=True)


# Trouble


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


# Microsoft Graph


class Graph:
    """Reads Graph with the tokens of an app, as anna."""

    def __init__(self, provider: OpenIdProvider, token: str) -> None:
        self._provider = provider
        self.token = token

    def get(self, path: str, **headers: str) -> requests.Response:
        address = path if path.startswith("https:") else f"{self._provider.graph}/{path}"
        return requests.get(address, headers={"Authorization": f"Bearer {self.token}", **headers}, timeout=30)


def graph_of(app: App, provider: OpenIdProvider, *scopes: str) -> Graph:
    return Graph(provider, sign_in(app, list(scopes))["access_token"])


def test_presence_needs_a_token_for_graph_with_its_scope(app: App, provider: OpenIdProvider, user: Browser) -> None:
    sign_in(app, GRAPH, extra_scopes_to_consent=BC)
    graph = Graph(provider, "invented")
    assert graph.get("me/presence").status_code == 401
    graph.token = silent(app, BC)["access_token"]
    assert graph.get("me/presence").status_code == 401
    graph.token = silent(app)["access_token"]
    assert graph.get("me").json()["displayName"] == "Anna Visser"
    assert graph.get("me/presence").status_code == 403
    graph.token = sign_in(app, ["Presence.Read"])["access_token"]
    provider.set_presence("Busy", "InACall")
    answer = graph.get("me/presence").json()
    assert (answer["availability"], answer["activity"]) == ("Busy", "InACall")
    assert graph.get("me/messages").status_code == 404


def test_graph_refuses_when_told_to_and_after_the_end_of_a_token(
    app: App, provider: OpenIdProvider, user: Browser
) -> None:
    graph = graph_of(app, provider, "Presence.Read")
    provider.fault("presence", status=401, times=1)
    assert [graph.get("me/presence").status_code for _ in range(2)] == [401, 200]
    provider.fault("presence", status=429, retry_after=7)
    answer = graph.get("me/presence")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")
    assert answer.json()["error"]["code"] == "TooManyRequests"
    provider.heal()
    provider.set(clock=3601)
    assert graph.get("me/presence").status_code == 401


def test_contacts_come_in_pages_and_then_only_what_changed(app: App, provider: OpenIdProvider, user: Browser) -> None:
    for number in range(5):
        provider.put_contact(f"c{number}", displayName=f"Contact {number}", mobilePhone=f"+3120555010{number}")
    graph = graph_of(app, provider, "Contacts.Read")
    pages = [graph.get("me/contacts/delta?$select=displayName", Prefer="odata.maxpagesize=2").json()]
    while "@odata.nextLink" in pages[-1]:
        pages.append(graph.get(pages[-1]["@odata.nextLink"], Prefer="odata.maxpagesize=2").json())
    assert [[item["id"] for item in page["value"]] for page in pages] == [["c0", "c1"], ["c2", "c3"], ["c4"]]
    assert set(pages[0]["value"][0]) == {"@odata.etag", "id", "displayName"}

    link = pages[-1]["@odata.deltaLink"]
    provider.put_contact("c0", displayName="Renamed", mobilePhone="")
    provider.remove_contact("c3")
    changed = graph.get(link).json()
    assert [item.get("displayName", item.get("@removed")) for item in changed["value"]] == [
        "Renamed",
        {"reason": "deleted"},
    ]
    assert graph.get(changed["@odata.deltaLink"]).json()["value"] == []

    provider.forget_delta_links()
    assert graph.get(link).status_code == 410
    again = graph.get("me/contacts/delta").json()
    assert [item["id"] for item in again["value"]] == ["c0", "c1", "c2", "c4"]
    assert "mobilePhone" in again["value"][0]
    assert graph.get(again["@odata.deltaLink"] + "&$select=id").status_code == 400


# The rig itself


def test_the_log_holds_nothing_secret(app: App, provider: OpenIdProvider, user: Browser) -> None:
    sign_in(app)
    silent(app, force_refresh=True)
    text = repr(provider.requests())
    assert "refresh_token" in text
    for kind in ("AccessToken", "RefreshToken", "IdToken"):
        assert not any(secret in text for secret in secrets(app, kind))
    assert not re.search(r"[A-Za-z0-9_-]{43}", text)
