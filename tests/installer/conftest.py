"""A newcomer: somebody with a fresh copy of this checkout who has set nothing for Python, Qt or this product."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from installer import platforms

CHECKOUT = Path(__file__).resolve().parents[2]
NOT_OF_A_FRESH_CHECKOUT = shutil.ignore_patterns(".venv", ".git", ".*cache", ".artifacts", ".hypothesis", "__pycache__")
OF_OURS = ("PYTHON", "QT_", "COV", "CTI_TRAY", "PYTEST", "VIRTUAL_ENV", "DISPLAY", "WAYLAND", "CI")


class Newcomer:
    """Copies the checkout and starts the installer in it, without a desktop."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def copy(self, to: Path) -> Path:
        """A fresh copy of this checkout."""
        shutil.copytree(CHECKOUT, to, ignore=NOT_OF_A_FRESH_CHECKOUT)
        return to

    def environment(self, **more: str) -> dict[str, str]:
        """The environment variables; bytecode is not compiled, which halves the time of an installation."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OF_OURS)}
        return kept | {"CTI_TRAY_HOME": str(self.home), "PIP_NO_COMPILE": "1"} | more

    def command(self, *arguments: str) -> list[str]:
        """`python -m installer` with these arguments."""
        return [platforms.base_python(), "-m", "installer", *arguments]

    @contextmanager
    def running(self, command: list[str], folder: Path, environment: dict[str, str]) -> Iterator[None]:
        """Keep a program running meanwhile, then ask it to end; one that does not is ended, and the test fails."""
        with subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL) as program:
            try:
                yield
            finally:
                program.terminate()
                try:
                    program.wait(30)
                except subprocess.TimeoutExpired:
                    program.kill()
                    pytest.fail(f"{command[0]} did not end when it was asked to")

    def run(
        self, folder: Path, *arguments: str, prefix: tuple[str, ...] = (), **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Start the installer in a folder and wait for its end."""
        return subprocess.run(
            [*prefix, *self.command(*arguments)],
            cwd=folder,
            env=self.environment(**variables),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> Newcomer:
    """Somebody who starts the installer for the first time."""
    return Newcomer(tmp_path_factory.mktemp("home") / "CTI Tray")


@pytest.fixture
def fresh_checkout(tmp_path: Path, newcomer: Newcomer) -> Path:
    """A copy of this checkout in which nothing was set up."""
    return newcomer.copy(tmp_path / "checkout")
