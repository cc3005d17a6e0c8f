from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.live import LiveTray
from tests.core.screen import HandClock, Screen
from tests.phones import Baresip, Callee, need_phones


@pytest.fixture
def screen() -> Screen:
    """A screen that notes what it is told."""
    return Screen()


@pytest.fixture
def clock() -> HandClock:
    """A clock that is set by hand."""
    return HandClock()


@pytest.fixture
def callee(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Callee]:
    """A phone that can be called; a parameter holds the options with which it refuses."""
    need_phones()
    with Callee(tmp_path / "callee", **getattr(request, "param", {})) as callee:
        yield callee


@pytest.fixture
def phone(tmp_path: Path, callee: Callee) -> Iterator[Baresip]:
    """A real SIP phone; whatever it dials reaches the callee, as if that were its telephone system."""
    with Baresip(tmp_path / "phone", proxy=callee.address) as phone:
        yield phone


@pytest.fixture
def live(tmp_path: Path, phone: Baresip, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveTray]:
    """A running tray that hears this phone and dials with it."""
    monkeypatch.setenv("PYSTRAY_BACKEND", "dummy")
    config = f'[sources.baresip]\nenabled = true\naddress = "{phone.ctrl_address}"\n[dial]\nmethod = "baresip"\n'
    with LiveTray(tmp_path / "home", config) as live:
        live.wait_for_source("baresip")
        yield live
