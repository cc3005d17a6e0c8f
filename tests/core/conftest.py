from __future__ import annotations

import pytest

from tests.core.screen import HandClock, Screen


@pytest.fixture
def screen() -> Screen:
    """A screen that notes what it is told."""
    return Screen()


@pytest.fixture
def clock() -> HandClock:
    """A clock that is set by hand."""
    return HandClock()
