"""A provider and a browser for the tests of signing in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from tests import certificates
from tests.certificates import Certificates
from tests.chromium import Browser, Chromium
from tests.identity.graph_bench import AnyServer, GraphBench
from tests.identity.signing import App, new_app
from tests.openid import OpenIdProvider


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


@pytest.fixture
def no_store() -> Iterator[None]:
    """A computer without a credential store, so that a sign-in lasts as long as the process."""
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def bench(
    tmp_path: Path, no_store: None, provider: OpenIdProvider, user: Browser, request: pytest.FixtureRequest
) -> Iterator[GraphBench]:
    """Somebody who may sign in, and what reads Graph for them."""
    bench = GraphBench(tmp_path, provider, user, **getattr(request, "param", {}))
    yield bench
    bench.service.changed = lambda _: None
    bench.service.stop()
    bench.graph.close()
    assert bench.faults == []


@pytest.fixture
def any_server(known_certificates: Certificates, monkeypatch: pytest.MonkeyPatch) -> Iterator[AnyServer]:
    """A server that answers whatever it is told, and that this process trusts."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(known_certificates.authority))
    with AnyServer(known_certificates) as running:
        yield running
