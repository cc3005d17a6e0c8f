"""The words of the audit trail: what happened to which record of setup, and what a second change ran into.

Pure: no I/O, no clock, no database library. Times are aware datetimes in UTC and are passed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tray.errors import Conflict


class Action(StrEnum):
    """What an audit entry reports."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MERGED = "merged"
    REFUSED = "refused"


class Record(StrEnum):
    """Which record an audit entry is about."""

    MODULE = "module setup"
    CARD = "user setup card"
    MAPPINGS = "business mapping"
    LICENCE = "licence"
    USER = "user"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the audit trail: who changed what of which record, when, from what to what.

    `subject` names the user whose record it is, "" for the organisation's. `revision` is that of the record after the
    change; 0 where the record has none. Of a refused attempt, `new` says what was attempted and why it was refused.
    """

    id: int
    at: datetime
    who: str
    action: Action
    record: Record
    subject: str = ""
    field: str = ""
    old: str = ""
    new: str = ""
    revision: int = 0

    def __str__(self) -> str:
        when = f"on {self.at:%Y-%m-%d at %H:%M:%S} UTC"
        if self.action is Action.REFUSED:
            return f"{self.who} was refused {when}: {self.new}"
        place = f"{self.field} of the {self.record}" if self.field else f"the {self.record}"
        if self.subject:
            place = f"{place} of {self.subject}"
        values = f" from {self.old or 'empty'} to {self.new or 'empty'}" if self.old or self.new else ""
        return f"{self.who} {self.action} {place}{values} {when}"


class SetupConflict(Conflict):
    """Somebody else saved the record meanwhile; `changes` are their changes since it was read, newest last."""

    def __init__(self, what: str, changes: Sequence[AuditEntry]) -> None:
        done = "; ".join(str(change) for change in changes[-5:]) or "it was changed"
        super().__init__(f"The {what} was changed meanwhile: {done}.", hint="Look at the new values and save again.")
        self.changes = tuple(changes)
