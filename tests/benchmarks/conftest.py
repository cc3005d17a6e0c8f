from __future__ import annotations

import pytest

from tests.benchmarks.table import Table

_KEY = pytest.StashKey[Table]()


@pytest.fixture(scope="session")
def costs(request: pytest.FixtureRequest) -> Table:
    """The one table of all benchmarks; it is printed when the run ends."""
    return request.config.stash.setdefault(_KEY, Table())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    costs = config.stash.get(_KEY, None)
    if costs is not None and costs.lines:
        terminalreporter.section("costs, beside a bare window in the same run: median (least to most)")
        terminalreporter.write_line(costs.text())
