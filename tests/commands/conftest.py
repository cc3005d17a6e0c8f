from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder, which commands use; nobody runs a tray there."""
    folder = tmp_path / "home"
    monkeypatch.setenv("CTI_TRAY_HOME", str(folder))
    return folder
