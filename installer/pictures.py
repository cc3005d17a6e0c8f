"""Renders every window as PNG, so that a person can look at what a change did. For developers."""

from __future__ import annotations

from collections.abc import Sequence

from installer.console import Console
from installer.environment import Environment
from installer.errors import SetupError
from installer.process import passed_on

RENDERERS = "tests/ui/pictures*.py"


def make(environment: Environment, console: Console, arguments: Sequence[str]) -> int:
    """Run each renderer; the first exit code that is not 0 is the result.

    Raises:
        SetupError: there is nothing that renders.
    """
    renderers = sorted(environment.checkout.glob(RENDERERS))
    if not renderers:
        raise SetupError(f"Nothing renders pictures: there is no {RENDERERS} in this checkout.")
    code = 0
    for renderer in renderers:
        console.say(f"== {renderer.stem}")
        command = [str(environment.python), "-m", f"tests.ui.{renderer.stem}", *arguments]
        ended = passed_on(command, environment.checkout)
        code = code or ended.code
    return code
