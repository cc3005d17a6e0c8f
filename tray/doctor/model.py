"""The words of the doctor: a finding, how serious it is, and the scene that checks look at. It examines nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from tray.config import LoadedConfig

Part = Mapping[str, Any]


class Level(StrEnum):
    """How serious a finding is. Only a problem makes the command fail."""

    OK = "ok"
    ATTENTION = "attention"
    PROBLEM = "problem"


class Area(StrEnum):
    """The sections of the report, in their order."""

    PROGRAM = "Program"
    SETTINGS = "Settings"
    DATA = "Data"
    PHONES = "Phones"
    DIALLING = "Dialling"
    SETUP = "Setup"
    SIGN_IN = "Sign-in"
    DIRECTORY = "Directory"
    ACTIVITIES = "Activities"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report.

    `advice` is what to do, "" where nothing is to be done. `versions` follows the text; it is the one part in which
    long numbers stay as they are, so nothing that a user or a caller wrote may stand there: versions, and permanent ids
    of telephony lines.
    """

    area: Area
    level: Level
    text: str
    advice: str = ""
    versions: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the checks look at.

    `status` is what the running tray says of itself (the answer of `cti-tray status --json`); None without one.
    `silent` says why one that runs did not answer.
    `environment` are the variables of the process.
    """

    folder: Path
    loaded: LoadedConfig
    environment: Mapping[str, str]
    status: Part | None = None
    silent: str = ""

    def part(self, name: str) -> Part:
        """A part of the status; empty where there is none, or a tray of another version sent something else."""
        value = self.status.get(name) if self.status is not None else None
        return value if isinstance(value, Mapping) else {}


Check = Callable[[Scene], Iterable[Finding]]
"""Looks at one thing and says what it found. It may raise, and may take too long: the doctor makes a line of both."""


def word(values: Part, name: str) -> str:
    """A text of a part of the status; "" where there is none."""
    value = values.get(name)
    return value if isinstance(value, str) else ""


def count(values: Part, name: str) -> int:
    """A whole number of a part of the status; 0 where there is none."""
    value = values.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
