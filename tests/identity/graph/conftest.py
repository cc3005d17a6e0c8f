"""Somebody who may sign in and what reads Graph for them, and a server that answers whatever it is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from tests.certificates import Certificates
from tests.chromium import Browser
from tests.identity.graph.bench import AnyServer, GraphBench
from tests.openid import OpenIdProvider


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
