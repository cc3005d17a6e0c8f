from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tray import config
from tray.doctor.model import Scene

MakeScene = Callable[..., Scene]


@pytest.fixture
def scene(tmp_path: Path) -> MakeScene:
    """Makes a scene of a data folder with this config.toml, and with what a running tray would say of itself."""

    def make(text: str = "", status: dict[str, Any] | None = None, **environment: str) -> Scene:
        folder = tmp_path / "home"
        folder.mkdir(exist_ok=True)
        (folder / "config.toml").write_text(text, encoding="utf-8")
        return dataclasses.replace(Scene(folder, config.load(folder), environment), status=status)

    return make
