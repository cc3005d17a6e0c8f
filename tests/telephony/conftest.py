"""What several tests of phones share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.telephony.tapi_bench import Desk, Tapi32


@pytest.fixture
def desk(tapi32_library: Path, tmp_path: Path) -> Desk:
    """A desk with a tapi32 of its own, without any line yet."""
    return Desk(Tapi32.copy_of(tapi32_library, tmp_path))
