"""Style, types and behaviour: what `python -m installer test` runs after the set-up, and in which order.

Every stage runs, so that one start shows everything that is wrong; the exit code is the first failed stage's.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from installer import node, platforms, system
from installer.console import Console
from installer.environment import Environment
from installer.process import passed_on

COVERED = "tray/calls/*"
RULES = "tests/calls"
COSTS = "tests/benchmarks"
RULES_AT_ONCE = ("-n", "2", "--dist", "worksteal")
AT_ONCE = ("-n", "3", "--dist", "loadfile")
"""Most tests wait for other programs, so that three files at once keep two processors busy."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One check: its name and the arguments of the environment's Python."""

    name: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """How a stage ended, and how long it took."""

    name: str
    code: int
    seconds: float


LINT = (
    Stage("ruff check", ("-m", "ruff", "check", ".")),
    Stage("ruff format", ("-m", "ruff", "format", "--check", ".")),
    Stage("mypy", ("-m", "mypy")),
    # A branch of the other platform counts as unreachable, so only here the warning about such code is off.
    Stage("mypy, Windows", ("-m", "mypy", "--platform", "win32", "--no-warn-unreachable")),
)


def stages(pytest_arguments: Sequence[str], *, colour: bool) -> tuple[Stage, ...]:
    """The stages in their order. Arguments for pytest name a part of the suite, so nothing is said of coverage then.

    Only the rules run under coverage, because it slows everything down, and the costs are measured alone.
    """
    pytest = ("-m", "pytest", *(["--color=yes"] if colour else []))
    if pytest_arguments:
        return (*LINT, Stage("pytest", (*pytest, *pytest_arguments)))
    report = (
        "-m",
        "coverage",
        "report",
        f"--include={COVERED}",
        "--fail-under=100",
        "--show-missing",
        "--skip-covered",
    )
    return (
        *LINT,
        Stage("rules", ("-m", "coverage", "run", *pytest, *RULES_AT_ONCE, RULES)),
        Stage("joining", ("-m", "coverage", "combine", "--quiet")),
        Stage("coverage", report),
        Stage("costs", (*pytest, "-m", "benchmark", "-s", COSTS)),
        Stage("pytest", (*pytest, *AT_ONCE, f"--ignore={RULES}", f"--ignore={COSTS}")),
    )


def run(environment: Environment, console: Console, pytest_arguments: Sequence[str]) -> int:
    """Set up with everything the tests need, then run every stage."""
    missing = _provide_tools(environment, console)
    environment.prepare(system.Use.DESKTOP, tests=True)
    if missing:
        console.say(f"Part of the tests cannot run without these packages: {system.command_for(missing)}")
    complete = _provide_node(environment, console) and not missing
    lacking = [Result("tools", 1, 0.0)] if not complete and os.environ.get("CI") else []
    return run_stages(environment.python, environment.checkout, console, pytest_arguments, lacking)


def run_stages(
    python: Path,
    folder: Path,
    console: Console,
    pytest_arguments: Sequence[str] = (),
    already: Sequence[Result] = (),
) -> int:
    """Run every stage in a folder; the last line printed is pytest's own closing line.

    Args:
        python: the interpreter that has the tools.
        folder: the checkout.
        console: takes the headings and the summary.
        pytest_arguments: names a part of the suite.
        already: results to count with the stages' own.
    """
    results = list(already)
    variables = {**os.environ, "COVERAGE_FILE": str(folder / ".artifacts" / "coverage")}
    closing = ""
    for stage in stages(pytest_arguments, colour=sys.stdout.isatty()):
        console.say(f"\n== {stage.name}")
        began = time.monotonic()
        ended = passed_on([python, *stage.arguments], folder, variables)
        results.append(Result(stage.name, ended.code, time.monotonic() - began))
        closing = ended.last_line if stage.name == "pytest" else closing
    console.say()
    for result in results:
        verdict = f"FAILED (exit code {result.code})" if result.code else "passed"
        console.say(f"{result.name:<16} {verdict}, {result.seconds:.0f} s")
    console.say(closing)
    return next((result.code for result in results if result.code), 0)


def _provide_tools(environment: Environment, console: Console) -> list[str]:
    """Install the programs that the tests drive; what is still missing afterwards is the result."""
    missing = _missing()
    if not (missing and platforms.is_root() and system.has_apt()):
        return missing
    platforms.check_folder(environment.checkout)
    environment.log.parent.mkdir(exist_ok=True)
    packages = [*missing, *system.missing_for_qt(system.Use.DESKTOP).values(), *system.missing_for_venv()]
    system.provide(packages, (), console, environment.log)
    return _missing()


def _missing() -> list[str]:
    return [*system.missing_tools(), *system.missing_node()]


def _provide_node(environment: Environment, console: Console) -> bool:
    """Install the packages of Node that the tests use; whether they are there."""
    if node.is_there(environment.checkout):
        return True
    if lacking := node.lacking():
        console.say(lacking)
        return False
    node.provide(environment.checkout, console, environment.log)
    return True
