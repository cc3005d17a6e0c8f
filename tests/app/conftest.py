from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.desk import DeskTray
from tests.display import Desktop
from tests.phones import Baresip, Callee, need_phones


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """A real X display with a window manager and a notification area."""
    with Desktop() as desktop:
        yield desktop


@pytest.fixture(scope="module")
def screen_tray(tmp_path_factory: pytest.TempPathFactory, desktop: Desktop) -> Iterator[DeskTray]:
    """A tray on the desktop, without a phone, that the tests of a module share."""
    with DeskTray(tmp_path_factory.mktemp("screen") / "home", desktop.environment) as tray:
        yield tray


@pytest.fixture(scope="module")
def shared_tray(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskTray]:
    """A tray without a screen that the tests of a module share."""
    with DeskTray(tmp_path_factory.mktemp("shared") / "home") as tray:
        yield tray


@pytest.fixture
def tray(tmp_path: Path) -> Iterator[DeskTray]:
    """A tray without a screen."""
    with DeskTray(tmp_path / "home") as tray:
        yield tray


@pytest.fixture
def callee(tmp_path: Path) -> Iterator[Callee]:
    """A phone that can be called."""
    need_phones()
    with Callee(tmp_path / "callee") as callee:
        yield callee


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Baresip]:
    """A real SIP phone on this machine."""
    need_phones()
    with Baresip(tmp_path / "phone", accounts=("agent", "second")) as phone:
        yield phone


@pytest.fixture
def phone_tray(tmp_path: Path, desktop: Desktop, phone: Baresip) -> Iterator[DeskTray]:
    """A tray on the desktop that listens to the phone."""
    config = f'[sources.baresip]\nenabled = true\naddress = "{phone.ctrl_address}"\n[dial]\nmethod = "baresip"\n'
    with DeskTray(tmp_path / "home", desktop.environment, config) as tray:
        yield tray


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that fails shows what its trays have to say."""
    report = yield
    if report.failed and isinstance(item, pytest.Function):
        trays = [value for value in item.funcargs.values() if isinstance(value, DeskTray)]
        report.sections += [("Log of the tray", tray.log()[-4000:] + "".join(tray.output[-50:])) for tray in trays]
    return report
