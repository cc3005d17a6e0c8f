"""Every renderer of the checkout is run, each as a module from the checkout's folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from installer import pictures
from installer.console import Console
from installer.environment import Environment
from installer.errors import SetupError

RENDERER = "import os, sys\nprint(__name__, os.getcwd(), sys.argv[1:])\nraise SystemExit({})\n"


def checkout(folder: Path, **codes: int) -> Environment:
    """A checkout whose renderers only say how they were started, and end with these exit codes."""
    (folder / "tests" / "ui").mkdir(parents=True)
    for name, code in codes.items():
        (folder / "tests" / "ui" / f"{name}.py").write_text(RENDERER.format(code), encoding="utf-8")
    environment = Environment(folder, Console())
    environment.python = Path(sys.executable)
    return environment


def test_each_renderer_runs_in_the_checkout_and_gets_the_folder(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    environment = checkout(tmp_path, pictures=0, pictures_windows=0, other=1)
    assert pictures.make(environment, Console(), ["out"]) == 0
    started = f"__main__ {tmp_path} ['out']"
    assert capfd.readouterr().out.splitlines() == ["== pictures", started, "== pictures_windows", started]


def test_a_renderer_that_fails_gives_the_exit_code_and_stops_no_other(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    environment = checkout(tmp_path, pictures=3, pictures_windows=0)
    assert pictures.make(environment, Console(), []) == 3
    assert capfd.readouterr().out.count("__main__") == 2


def test_a_checkout_without_renderers_says_so(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"there is no tests/ui/pictures\*\.py"):
        pictures.make(checkout(tmp_path), Console(), [])


def test_this_checkout_has_renderers() -> None:
    root = Path(__file__).resolve().parents[2]
    assert [found.name for found in root.glob(pictures.RENDERERS) if "__main__" not in found.read_text()] == []
    assert any(root.glob(pictures.RENDERERS))
