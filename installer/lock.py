"""Writes the lock files: every package with its version and hashes, for every system and every right Python.

For developers only; users get what is in the repository. uv does the work in an environment that is thrown away.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from installer import platforms
from installer.console import Console
from installer.environment import LOCK, TEST_LOCK
from installer.errors import PIP, failed
from installer.process import logged

UV = "uv==0.13.9"
GROUPS = {LOCK: ("build",), TEST_LOCK: ("build", "test")}
OPTIONS = ("--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate", "--quiet")


def make(checkout: Path, console: Console, *, upgrade: bool = False) -> None:
    """Write both lock files anew from pyproject.toml.

    Args:
        checkout: the folder that has pyproject.toml.
        console: shows the progress.
        upgrade: take the newest versions allowed, instead of keeping those that are locked and still fit.

    Raises:
        SetupError: uv could not be installed, or found no versions that fit together.
    """
    log = checkout / ".artifacts" / "lock.log"
    log.parent.mkdir(exist_ok=True)
    log.write_text("", encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="cti-tray-lock-") as folder:
        python = platforms.venv_python(Path(folder))
        with console.step("Getting uv"):
            _done([platforms.base_python(), "-I", "-m", "venv", folder], "Making an environment for uv", log)
            install = [str(python), "-I", "-m", "pip", "install", "--disable-pip-version-check", "--no-input", UV]
            _done(install, "Installing uv", log)
        for name, groups in GROUPS.items():
            with console.step(f"Writing {name}"):
                _done(_compile(python, checkout, name, groups, upgrade=upgrade), f"Writing {name}", log)


def _compile(python: Path, checkout: Path, name: str, groups: tuple[str, ...], *, upgrade: bool) -> list[str]:
    project = str(checkout / "pyproject.toml")
    chosen = [word for group in groups for word in ("--group", f"{project}:{group}")]
    command = [str(python), "-I", "-m", "uv", "pip", "compile", project, *chosen, *OPTIONS]
    return [*command, *(["--upgrade"] if upgrade else []), "--output-file", str(checkout / name)]


def _done(command: list[str], what: str, log: Path) -> None:
    result = logged(command, log)
    if result.code:
        raise failed(what, result.output, PIP, log)
