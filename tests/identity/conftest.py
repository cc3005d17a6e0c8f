"""A provider and a browser for the tests of signing in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import certificates
from tests.certificates import Certificates
from tests.chromium import Browser, Chromium
from tests.credential_store import CredentialStore
from tests.identity.desk import Desk
from tests.identity.signing import App, new_app
from tests.openid import OpenIdProvider
from tray.identity.model import AttemptState, Permission


@pytest.fixture(scope="session")
def known_certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """The certificates of every provider here, so that one Chromium knows them all."""
    return certificates.make(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="session")
def chromium(known_certificates: Certificates) -> Iterator[Chromium]:
    """A Chromium that runs as long as the tests do."""
    with Chromium(known_certificates) as running:
        yield running


@pytest.fixture
def provider(known_certificates: Certificates) -> Iterator[OpenIdProvider]:
    """A provider that nobody has signed in to."""
    with OpenIdProvider(known_certificates) as running:
        yield running


@pytest.fixture
def browser(provider: OpenIdProvider, chromium: Chromium) -> Iterator[Browser]:
    """A browser that was never used."""
    with Browser(provider, chromium) as running:
        yield running


@pytest.fixture
def trusting(provider: OpenIdProvider, monkeypatch: pytest.MonkeyPatch) -> None:
    """This process trusts the provider's certificate."""
    for name, value in provider.environment.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def app(provider: OpenIdProvider, trusting: None) -> App:
    """An application of msal, to which nobody has signed in."""
    return new_app(provider)


@pytest.fixture
def user(browser: Browser, trusting: None, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """The browser as the one that this process opens."""
    monkeypatch.setattr("webbrowser.open", browser.open)
    return browser


@pytest.fixture(scope="module")
def credentials() -> Iterator[CredentialStore]:
    """A credential store, empty for each test."""
    with CredentialStore() as store:
        yield store


@pytest.fixture
def credential_store(credentials: CredentialStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[CredentialStore]:
    """The same as the one that this process uses."""
    with credentials.used_here(monkeypatch) as store:
        yield store


@pytest.fixture
def desk(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    trusting: None,
    credential_store: CredentialStore,
    provider: OpenIdProvider,
    browser: Browser,
) -> Iterator[Desk]:
    """A sign-in that nobody has used; its parameter says what the user is asked to allow."""
    wanted = getattr(request, "param", (Permission.PROFILE,))
    desk = Desk(tmp_path, provider, browser, wanted)
    yield desk
    desk.service.stop()


@pytest.fixture
def signed_in(desk: Desk) -> Desk:
    assert desk.attempt() is AttemptState.DONE
    return desk
