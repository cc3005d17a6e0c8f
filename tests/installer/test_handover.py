"""A wrong Python is named in one line, or handed over from; the files it reads parse under it."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer import handover, platforms

CHECKOUT = Path(__file__).resolve().parents[2]
READ_BY_ANY_PYTHON = ("__init__.py", "__main__.py", "handover.py")
PRETEND = """
import runpy, sys
sys.version_info = (3, 9, 2, "final", 0)
sys.argv = ["installer", *sys.argv[1:]]
runpy.run_module("installer", run_name="__main__")
"""


def with_python_3_9(path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Start the installer in a Python that says it is 3.9, with one folder as the whole search path."""
    return subprocess.run(
        [platforms.base_python(), "-c", PRETEND, *arguments],
        cwd=CHECKOUT,
        env={"PATH": str(path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("name", READ_BY_ANY_PYTHON)
def test_files_read_before_the_version_check_parse_under_an_old_python(name: str) -> None:
    ast.parse((CHECKOUT / "installer" / name).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_every_python_beside_this_one_starts_or_names_the_right_ones(tmp_path: Path) -> None:
    others = [found for found in Path(sys.base_prefix).parent.glob("*/bin/python3") if found.exists()]
    assert others or not Path(sys.base_prefix, "bin", "python3").exists()
    for python in others:
        version = handover.version_of([str(python)])
        ended = subprocess.run(
            [python, "-m", "installer", "--help"],
            cwd=CHECKOUT,
            env={"PATH": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        if handover.suits(version):
            assert (ended.returncode, "usage: python -m installer" in ended.stdout) == (0, True), version
        else:
            assert (ended.returncode, ended.stderr.count("\n")) == (1, 1), version
            assert "needs Python 3.11, 3.12 or 3.13" in ended.stderr


@pytest.mark.parametrize(
    ("version", "suits"),
    [((3, 10), False), ((3, 11), True), ((3, 12), True), ((3, 13), True), ((3, 14), False), ((4, 11), False)],
)
def test_only_the_three_versions_suit(version: tuple[int, int], suits: bool) -> None:
    assert handover.suits(version) is suits


def test_the_versions_are_those_of_the_project_file() -> None:
    import tomllib

    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    first, last = handover.RIGHT[0], handover.RIGHT[-1]
    assert project["requires-python"] == f">={first[0]}.{first[1]},<{last[0]}.{last[1] + 1}"


def test_a_wrong_python_alone_is_one_line(tmp_path: Path) -> None:
    ended = with_python_3_9(tmp_path, "run")
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert "needs Python 3.11, 3.12 or 3.13, and this is Python 3.9" in ended.stderr


def test_a_wrong_python_hands_over_to_a_right_one_and_passes_over_a_broken_one(tmp_path: Path) -> None:
    broken = tmp_path / "python3.11"
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    (tmp_path / "python3.12").symlink_to(platforms.base_python())
    ended = with_python_3_9(tmp_path, "--help")
    assert ended.stdout.startswith("This is Python 3.9; going on with python3.12.\nusage: python -m installer")
    assert (ended.returncode, ended.stderr) == (0, "")


def test_windows_asks_its_launcher_first() -> None:
    assert handover.candidates("win32")[0] == ["py", "-3.11"]
    assert handover.candidates("linux")[0] == ["python3.11"]


def test_everything_before_the_set_up_needs_the_standard_library_only() -> None:
    script = (
        "import sys; sys.path.insert(0, '.'); import installer.commands, pkgutil, importlib, installer\n"
        "[importlib.import_module('installer.' + found.name) for found in pkgutil.iter_modules(installer.__path__)"
        " if found.name != '__main__']\n"
        "names = {name.partition('.')[0] for name in sys.modules} - sys.stdlib_module_names\n"
        "print(sorted(names))"
    )
    ended = subprocess.run(
        [platforms.base_python(), "-I", "-S", "-c", script],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ended.stdout.strip() == "['__main__', 'installer', 'tray']"


def test_the_folder_can_be_started_from_anywhere(tmp_path: Path) -> None:
    ended = subprocess.run(
        [platforms.base_python(), CHECKOUT / "installer", "--help"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
