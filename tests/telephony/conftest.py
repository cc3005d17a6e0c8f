"""What several tests of phones share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.telephony.tapi_bench import Desk, Tapi32


@pytest.fixture
def desk(tapi32_library: Path, tmp_path: Path) -> Desk:
    """A desk with a tapi32 of its own, without any line yet."""
    copy = tmp_path / "tapi32.so"
    shutil.copy(tapi32_library, copy)
    return Desk(Tapi32(copy))
