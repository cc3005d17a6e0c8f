"""Servers and clients that hang, drip, send too much or break off: the sign-in waits for none of them for ever."""

from __future__ import annotations

import socket
import threading
import urllib.parse
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chromium import Browser
from tests.credential_store import CredentialStore
from tests.display import wait_until
from tests.identity.desk import PATIENCE_S, Desk
from tests.openid import OpenIdProvider
from tray.errors import CtiError, Offline
from tray.identity.errors import Cancelled, ConsentMissing, Misconfigured, ServiceBusy, SignInNeeded
from tray.identity.limited import within
from tray.identity.model import AttemptState, Keeping, Method, Permission
from tray.identity.msal_errors import refusal_of
from tray.identity.service import SignInService
from tray.setup.model import SignInState

NEVER = threading.Event()


@pytest.fixture
def running(signed_in: Desk) -> Iterator[Desk]:
    """Somebody is signed in, and the sign-in is looked after."""
    signed_in.service.start()
    wait_until(lambda: len(signed_in.grants()) == 2, seconds=PATIENCE_S, what="the first renewal")
    return signed_in


def test_nobody_waits_longer_than_the_limit() -> None:
    with pytest.raises(Offline, match="takes too long"):
        within(0.0, NEVER, NEVER.wait, "id.example")


def test_nobody_waits_who_has_given_up() -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        within(PATIENCE_S, stop, NEVER.wait, "id.example")


def test_what_is_raised_meanwhile_is_raised_here() -> None:
    assert within(PATIENCE_S, NEVER, lambda: 5, "id.example") == 5
    with pytest.raises(ZeroDivisionError):
        within(PATIENCE_S, NEVER, lambda: 1 // 0, "id.example")


@pytest.mark.parametrize("endpoint", ["discovery", "devicecode"])
def test_giving_up_does_not_wait_for_a_provider_that_hangs(desk: Desk, provider: OpenIdProvider, endpoint: str) -> None:
    provider.hang(endpoint)
    desk.service.sign_in(Method.DEVICE_CODE)
    provider.wait_for_requests(endpoint)
    desk.service.cancel()
    assert desk.ended() is AttemptState.CANCELLED
    provider.heal()


def test_signing_out_does_not_wait_for_a_renewal_that_hangs(signed_in: Desk, provider: OpenIdProvider) -> None:
    refused = signed_in.service.token(Permission.PROFILE)
    told: list[CtiError] = []

    def renew() -> None:
        try:
            signed_in.service.token(Permission.PROFILE, refused)
        except CtiError as error:
            told.append(error)

    provider.hang("token")
    thread = threading.Thread(target=renew)
    thread.start()
    provider.wait_for_requests("token", 2)
    signed_in.service.sign_out()
    thread.join(PATIENCE_S)
    assert isinstance(told[0], Cancelled)
    assert signed_in.service.status.sign_in.state is SignInState.SIGNED_OUT
    provider.heal()


def test_whoever_waits_for_a_renewal_that_hangs_is_let_go_at_the_end(running: Desk, provider: OpenIdProvider) -> None:
    refused = running.service.token(Permission.PROFILE)
    told: list[CtiError] = []

    def renew() -> None:
        try:
            running.service.token(Permission.PROFILE, refused)
        except CtiError as error:
            told.append(error)

    provider.hang("token")
    running.service.check_now()
    provider.wait_for_requests("token", 3)
    thread = threading.Thread(target=renew)
    thread.start()
    running.service.stop()
    thread.join(PATIENCE_S)
    assert isinstance(told[0], Cancelled)
    provider.heal()


def test_an_answer_that_is_far_too_long_is_refused(desk: Desk, provider: OpenIdProvider) -> None:
    provider.fault("discovery", status=200, page="x" * (5 << 20))
    assert desk.attempt() is AttemptState.FAILED
    assert desk.service.status.attempt
    assert "sent far too much" in desk.service.status.attempt.problem


def test_a_page_of_a_hotel_is_waited_out(running: Desk, provider: OpenIdProvider) -> None:
    provider.fault("token", status=200, page="<html>Welcome</html>")
    wait_until(lambda: running.service.check_now() or running.service.status.offline, what="trouble")
    assert running.service.status.detail
    provider.heal()
    wait_until(lambda: not running.service.status.offline, seconds=PATIENCE_S, what="the end of the trouble")
    assert running.service.status.sign_in.state is SignInState.SIGNED_IN


def test_a_revoked_sign_in_is_known_as_such_after_a_restart(signed_in: Desk, provider: OpenIdProvider) -> None:
    refused = signed_in.service.token(Permission.PROFILE)
    provider.revoke()
    with pytest.raises(SignInNeeded):
        signed_in.service.token(Permission.PROFILE, refused)
    provider.refuse()
    again = SignInService(signed_in.new_keeper(), (Permission.PROFILE,), lambda _: False)
    again.start()
    wait_until(lambda: again.status.account is not None, what="who it was")
    assert again.status.sign_in.state is SignInState.SIGN_IN_NEEDED
    assert not again.status.sign_in.refresh_token
    again.stop()


def test_no_refresh_token_is_spent_that_could_not_be_kept(running: Desk, credential_store: CredentialStore) -> None:
    credential_store.lock()
    for _ in range(3):
        running.service.check_now()
    assert running.service.token(Permission.PROFILE)
    running.service.stop()
    assert len(running.grants()) == 2


def test_who_signs_in_while_the_store_is_locked_stays_so_when_it_opens(
    signed_in: Desk, credential_store: CredentialStore
) -> None:
    """The file holds the sign-in of before until then."""
    before = signed_in.service.status.sign_in.authorization_time
    credential_store.lock()
    locked = SignInService(signed_in.new_keeper(), (Permission.PROFILE,), signed_in.open_page)
    locked.start()
    wait_until(
        lambda: locked.status.keeping is Keeping.LOCKED, seconds=PATIENCE_S, what="a word about the locked store"
    )
    signed_in.service = locked
    assert signed_in.attempt() is AttemptState.DONE
    who, since = locked.status.account, locked.status.sign_in.authorization_time
    assert since != before
    assert not list(signed_in.folder.glob("*.vault")), "the former sign-in does not come back either"
    credential_store.unlock()
    kept = lambda: locked.check_now() or locked.status.keeping is Keeping.KEPT  # noqa: E731
    wait_until(kept, seconds=PATIENCE_S, what="tokens that are kept")
    assert (locked.status.account, locked.status.sign_in.authorization_time) == (who, since)
    locked.stop()
    again = signed_in.new_keeper()
    again.open()
    assert (again.account, again.authorized) == (who, since)


def test_one_failure_does_not_end_the_wait_for_a_code(desk: Desk, provider: OpenIdProvider, browser: Browser) -> None:
    desk.service.sign_in(Method.DEVICE_CODE)
    wait_until(lambda: desk.service.status.attempt and desk.service.status.attempt.code, what="the code")
    attempt = desk.service.status.attempt
    assert attempt
    provider.fault("token", status=503, times=1)
    provider.wait_for_requests("token", 1)
    browser.enter_code(attempt.address, attempt.code)
    assert desk.ended() is AttemptState.DONE


@pytest.mark.parametrize("many", [1, 20])
def test_who_sends_slowly_keeps_the_user_from_nothing(desk: Desk, browser: Browser, many: int) -> None:
    over = threading.Event()
    slow: list[socket.socket] = []

    def drip(client: socket.socket) -> None:
        while not over.wait(0.5):
            try:
                client.sendall(b"x")
            except OSError:
                return

    def attacked(address: str) -> bool:
        redirect = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))["redirect_uri"]
        port = urllib.parse.urlsplit(redirect).port
        for _ in range(many):
            client = socket.create_connection(("127.0.0.1", port))
            slow.append(client)
            client.sendall(f"POST / HTTP/1.0\r\nHost: localhost:{port}\r\nContent-Length: 60000\r\n\r\n".encode())
            threading.Thread(target=drip, args=(client,), daemon=True).start()
        return browser.open(address)

    desk.open_page = attacked
    assert desk.attempt() is AttemptState.DONE
    assert browser.wait_for_visit().text.startswith("You can close this page.")
    over.set()
    for client in slow:
        client.close()


@pytest.mark.parametrize(
    ("answer", "permission", "kind"),
    [
        ({"error": "invalid_grant"}, Permission.PROFILE, SignInNeeded),
        ({"error": "interaction_required"}, Permission.PROFILE, SignInNeeded),
        ({"error": "invalid_grant", "suberror": "consent_required"}, Permission.PROFILE, SignInNeeded),
        ({"error": "invalid_grant", "suberror": "consent_required"}, Permission.PRESENCE, ConsentMissing),
        ({"error": "temporarily_unavailable"}, Permission.PROFILE, ServiceBusy),
        ({"error": "server_error"}, Permission.PROFILE, ServiceBusy),
        ({"error": "invalid_client"}, Permission.PROFILE, Misconfigured),
    ],
)
def test_only_what_the_user_can_mend_asks_for_the_user(
    answer: dict[str, str], permission: Permission, kind: type[CtiError]
) -> None:
    assert type(refusal_of(answer, permission)) is kind


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=20)))
def test_whatever_a_provider_answers_is_an_error_of_the_product(answer: dict[str, str]) -> None:
    assert isinstance(refusal_of(answer, Permission.PROFILE), CtiError)
