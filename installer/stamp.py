"""What a finished set-up was made from, and so what is left to do before the next start. Pure, but for reading files.

The stamp is written last: a set-up that was interrupted has none.
"""

from __future__ import annotations

import hashlib
import json
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path


class Todo(Enum):
    """What is left to do, with the reason as the user reads it."""

    NOTHING = "Everything is installed."
    CHECKOUT = "The project's own settings changed."
    MORE_PACKAGES = "More packages are needed."
    FIRST = "This is the first set-up here."
    UNFINISHED = "The last set-up was not finished."
    MOVED = "The checkout was moved."
    OTHER_PYTHON = "The Python changed."
    OTHER_PACKAGES = "The locked packages changed."

    @property
    def anew(self) -> bool:
        """Whether the virtual environment has to be made anew."""
        return self not in (Todo.NOTHING, Todo.CHECKOUT, Todo.MORE_PACKAGES)


@dataclass(frozen=True, slots=True)
class Stamp:
    """The ingredients of a set-up.

    Args:
        python: version and machine of the interpreter.
        checkout: the folder; the environment's scripts contain it.
        project: hash of pyproject.toml, which names the commands.
        locks: name and hash of each lock file whose packages are installed.
    """

    python: str
    checkout: str
    project: str
    locks: dict[str, str]


def of(checkout: Path, locks: Sequence[str]) -> Stamp:
    """The stamp that a set-up of this checkout with these lock files gets."""
    return Stamp(
        python=f"{sys.version_info[0]}.{sys.version_info[1]} {platform.machine()}",
        checkout=str(checkout),
        project=_hash(checkout / "pyproject.toml"),
        locks={name: _hash(checkout / name) for name in locks},
    )


def read(file: Path) -> Stamp | None:
    """The stamp of the last finished set-up; None when there is none, or none that can be read."""
    try:
        found = Stamp(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return found if isinstance(found.locks, dict) else None


def write(file: Path, stamp: Stamp) -> None:
    """Write the stamp at once or not at all."""
    half = file.with_suffix(".new")
    half.write_text(json.dumps(asdict(stamp), indent=1), encoding="utf-8")
    half.replace(file)


def todo(last: Stamp | None, wanted: Stamp, *, venv_there: bool) -> Todo:
    """Compare the last finished set-up with the wanted one."""
    if last is None or not venv_there:
        return Todo.UNFINISHED if venv_there else Todo.FIRST
    if last.checkout != wanted.checkout:
        return Todo.MOVED
    if last.python != wanted.python:
        return Todo.OTHER_PYTHON
    if any(last.locks.get(name, digest) != digest for name, digest in wanted.locks.items()):
        return Todo.OTHER_PACKAGES
    if wanted.locks.keys() - last.locks.keys():
        return Todo.MORE_PACKAGES
    return Todo.NOTHING if last.project == wanted.project else Todo.CHECKOUT


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
