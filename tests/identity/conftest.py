"""A provider and a browser for the tests of signing in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.chromium import Browser
from tests.openid import OpenIdProvider


@pytest.fixture
def provider() -> Iterator[OpenIdProvider]:
    """A provider that nobody has signed in to."""
    with OpenIdProvider() as running:
        yield running


@pytest.fixture
def browser(provider: OpenIdProvider) -> Iterator[Browser]:
    """A browser that was never used."""
    with Browser(provider) as running:
        yield running
