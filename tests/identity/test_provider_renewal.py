"""The provider without the user: renewal, rotation, revocation, resources, consent."""

from __future__ import annotations

from tests.chromium import Browser
from tests.identity.signing import BC, GRAPH, LIMIT_S, App, grants, new_app, secrets, sign_in, silent
from tests.openid import BUSINESS_CENTRAL, OpenIdProvider


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


def test_a_scope_that_nobody_may_have_is_left_out(app: App, provider: OpenIdProvider, user: Browser) -> None:
    provider.withhold("Presence.Read")
    assert "Presence.Read" not in sign_in(app, [*GRAPH, "Presence.Read"])["scope"]
    assert silent(app, ["Presence.Read"])["classification"] == "consent_required"
    assert user.wait_for_visit().pages == ("sign-in", "consent", "app")


def test_a_scope_of_graph_is_the_same_with_its_address(app: App, user: Browser) -> None:
    sign_in(app)
    assert "access_token" in silent(app, ["https://graph.microsoft.com/User.Read"])


def test_a_refresh_token_that_is_not_spent(app: App, provider: OpenIdProvider, user: Browser) -> None:
    provider.set(rotate=False)
    sign_in(app)
    (token,) = secrets(app, "RefreshToken")
    for _ in range(2):
        assert "access_token" in new_app(provider).acquire_token_by_refresh_token(token, GRAPH)


def test_tokens_are_as_long_as_microsofts(app: App, user: Browser) -> None:
    sign_in(app)
    assert [len(secret) for kind in ("AccessToken", "RefreshToken") for secret in secrets(app, kind)] == [2600, 1500]


def test_a_sign_out_asks_nobody(app: App, provider: OpenIdProvider, user: Browser) -> None:
    sign_in(app)
    before = len(provider.requests())
    (account,) = app.get_accounts()
    app.remove_account(account)
    assert not any(secrets(app, kind) for kind in ("AccessToken", "RefreshToken", "IdToken"))
    assert len(provider.requests()) == before
