"""What CTI Tray listens to by itself, as a user sees it: how far it is with Teams, and the lines of Windows.

Pure data for windows. How things came to be so is the business of the sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Pairing(StrEnum):
    """How far this machine and Teams are with one another."""

    NONE = "none"
    WAITING = "waiting"
    ASKED = "asked"
    REFUSED = "refused"
    PAIRED = "paired"


class LineState(StrEnum):
    """How CTI Tray and a telephony line are with one another; an absent one is chosen, but not there."""

    OPEN = "open"
    CLOSED = "closed"
    IGNORED = "ignored"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class LineView:
    """One telephony line. `line_id` is what the settings are given; `name` is the driver's, and foreign."""

    name: str
    line_id: str
    state: LineState

    @property
    def chosen(self) -> bool:
        """Whether the user wants it to be listened to."""
        return self.state is not LineState.IGNORED


@dataclass(frozen=True, slots=True)
class Listened:
    """Teams and the telephony lines, as they are now. The details are sentences.

    `pairing` is None where Teams is switched off; nobody knows it where Teams is not `reached`. `all_lines` means that
    the user chose none, so that each is listened to; it is None where Windows telephony is switched off.
    """

    pairing: Pairing | None
    reached: bool
    teams_detail: str
    all_lines: bool | None
    hears_lines: bool
    lines_detail: str
    lines: tuple[LineView, ...] = ()
