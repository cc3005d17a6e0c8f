"""A desk with an empty journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.activity.phone import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A started journal; complaints that no test asked for are a failure."""
    desk = Desk(tmp_path)
    yield desk
    assert desk.journal.stop()
    assert not desk.troubles
