"""The sign-in as a program uses it, against a real provider: tokens, renewal, trouble, and what is written."""

from __future__ import annotations

import threading

import pytest

from tests.chromium import Browser
from tests.display import wait_until
from tests.identity.desk import PATIENCE_S, Desk
from tests.openid import BUSINESS_CENTRAL, OpenIdProvider
from tray.identity.errors import ConsentMissing, ServiceBusy, SignedOut, SignInNeeded
from tray.identity.model import AttemptState, Permission
from tray.setup.model import SignInState

EVERYTHING = (Permission.PROFILE, Permission.PRESENCE, Permission.CONTACTS, Permission.BUSINESS_CENTRAL)


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
