"""Qt's binding must not slow down the imports of the whole process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import linecache
import ui.windows, tray.wiring
assert not linecache.cache, sorted(linecache.cache)
"""


def test_modules_imported_after_qt_are_not_read_as_text() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
