"""Every stage runs, the first failure decides, and pytest has the last word. Real tools on a project of one file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from installer import checks
from installer.console import Console

CHECKOUT = Path(__file__).resolve().parents[2]
PROJECT = """
[tool.mypy]
strict = true
files = ["tray"]
[tool.coverage.run]
branch = true
source = ["tray"]
patch = ["subprocess"]
disable_warnings = ["no-data-collected"]
[tool.pytest.ini_options]
addopts = ["--import-mode=importlib"]
markers = ["benchmark: prints costs"]
"""
CODE = "def sign(number: int) -> str:\n    if number < 0:\n        return 'minus'\n    return 'plus'\n".replace(
    "'", '"'
)
TEST = "from tray.calls import sign\n\n\ndef test_minus():\n    assert sign(-1) == {!r}\n".replace("!r", "")
BOTH = TEST + "\n\ndef test_plus():\n    assert sign(1) == {}\n"
COST = "import pytest\n\n\n@pytest.mark.benchmark\ndef test_cost():\n    print({})\n".format('"cheap"')
STAGES = ["ruff check", "ruff format", "mypy", "mypy, Windows", "rules", "joining", "coverage", "costs", "pytest"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that passes every stage."""
    for name, text in {
        "pyproject.toml": PROJECT,
        "tray/__init__.py": "",
        "tray/calls/__init__.py": CODE,
        "tests/calls/test_sign.py": BOTH.format('"minus"', '"plus"'),
        "tests/benchmarks/test_cost.py": COST,
        "tests/test_rest.py": BOTH.format('"minus"', '"plus"'),
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> int:
    return checks.run_stages(Path(sys.executable), folder, Console(), arguments)


def verdicts(output: str) -> dict[str, str]:
    """The summary as {stage: verdict}."""
    block = output.rstrip().rpartition("\n\n")[2].splitlines()
    return {line[:16].strip(): line[17:].split(",")[0] for line in block[:-1]}


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch, project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("PYTHONPATH", str(project))
    monkeypatch.setenv("MYPY_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "mypy"))


def test_a_sound_project_passes_and_pytest_has_the_last_line(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(project) == 0
    output = capfd.readouterr().out
    assert set(verdicts(output).values()) == {"passed"}
    assert list(verdicts(output)) == STAGES
    assert "cheap" in output
    assert "2 passed in" in output.splitlines()[-1]


def test_every_stage_runs_whatever_failed_before(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "tray" / "spare.py").write_text('import os\nnumber: int = "one"', encoding="utf-8")
    for name in ("calls/test_sign.py", "test_rest.py"):
        (project / "tests" / name).write_text(TEST.format('"plus"'), encoding="utf-8")
    (project / "tests" / "benchmarks" / "test_cost.py").write_text("import nothing\n", encoding="utf-8")
    lacking = [checks.Result("tools", 7, 0.0)]
    assert checks.run_stages(Path(sys.executable), project, Console(), (), lacking) == 7
    output = capfd.readouterr().out
    codes = {name: verdict.removeprefix("FAILED (exit code ")[:1] for name, verdict in verdicts(output).items()}
    assert codes == {"tools": "7", **dict.fromkeys(STAGES, "1"), "joining": "p", "coverage": "2", "costs": "2"}
    assert "1 failed in" in output.splitlines()[-1]


def test_one_branch_without_a_test_or_a_type_error_on_windows_fails(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code = 'import sys\n\nif sys.platform == "win32":\n    number: int = "one"\n'
    (project / "tray" / "spare.py").write_text(code, encoding="utf-8")
    (project / "tests" / "calls" / "test_sign.py").write_text(TEST.format('"minus"'), encoding="utf-8")
    assert run(project) == 1
    failed = [name for name, verdict in verdicts(capfd.readouterr().out).items() if verdict != "passed"]
    assert failed == ["mypy, Windows", "coverage"]


def test_a_part_of_the_suite_says_nothing_of_coverage_and_no_test_is_a_failure(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(project, "-k", "nothing") == 5
    output = capfd.readouterr().out
    assert "coverage" not in verdicts(output)
    assert "5 deselected in" in output.splitlines()[-1]


def test_ci_runs_exactly_the_documented_command(tmp_path: Path) -> None:
    """`.ci/run`, started from elsewhere, takes the first right Python on the path."""
    for name, script in {
        "python3": "exit 1",
        "python3.11": f'[ "$1" = -c ] && exit 0\necho "$PWD $*" > {tmp_path}/started',
    }.items():
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    command = ["/bin/bash", CHECKOUT / ".ci" / "run"]
    found = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    subprocess.run(command, cwd=tmp_path, env=found, check=True, timeout=60)
    assert (tmp_path / "started").read_text() == f"{CHECKOUT} -m installer test\n"
