"""A process of its own that writes into a directory; tests start it, limit it and kill it."""

from __future__ import annotations

import sys
from pathlib import Path

from tray.calls.numbers import NumberReader
from tray.directory.importer import Progress, import_csv
from tray.errors import CtiError


def tell_parent(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> int:
    folder, file, table, until = sys.argv[1:]

    def tell(step: Progress) -> None:
        tell_parent(step.stage.value)
        if step.stage.value == until:
            sys.stdin.readline()

    try:
        report = import_csv(Path(folder), Path(file), table, NumberReader(), now=200.0, progress=tell)
    except CtiError as error:
        tell_parent(error.message)
        return 2
    tell_parent(f"done {report.records}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
