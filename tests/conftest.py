"""What holds for every test: no screen unless a test starts one, no data folder of the user, patient property tests."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["CTI_TRAY_HOME"] = str(Path(tempfile.gettempdir()) / f"cti-tray-nobody-{os.getpid()}")

# A busy machine is no failure: no test judges by the clock, and neither does hypothesis.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("patient"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI", "").casefold() == "true" else "patient")


def pytest_configure() -> None:
    """Where several processes run tests, they ignore Ctrl+C, and so would every program that they start."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def tapi32_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tapi32 of the tests, compiled."""
    from tests.telephony.tapi_bench import build

    return build(tmp_path_factory.mktemp("tapi32"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A report goes from one process to another as UTF-8, which takes no half of a character that a test logs."""
    report = yield
    report.sections = [(name, text.encode("utf-8", "backslashreplace").decode()) for name, text in report.sections]
    return report
