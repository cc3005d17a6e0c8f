"""The words of the audit trail: what happened to which record of setup, and what a second change ran into.

Pure: no I/O, no clock, no database library. Times are aware datetimes in UTC and are passed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tray.errors import Conflict
from tray.texts import Text, joined, translate


class Action(StrEnum):
    """What an audit entry reports."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MERGED = "merged"
    REFUSED = "refused"
    UNREADABLE = "unreadable"


class Record(StrEnum):
    """Which record an audit entry is about."""

    MODULE = "module setup"
    CARD = "user setup card"
    MAPPINGS = "business mapping"
    LICENCE = "licence"
    USER = "user"
    AUDIT = "audit trail"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the audit trail: who changed what of which record, when, from what to what.

    `subject` names the user whose record it is, "" for the organisation's. `revision` is that of the record after the
    change; 0 where the record has none. Of a refused attempt, `new` says what was attempted and why it was refused, and
    of an entry that cannot be read, which one it is.
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
        return str(self.sentence)

    @property
    def sentence(self) -> Text:
        """The entry as a sentence without its full stop."""
        if self.action is Action.UNREADABLE:
            return joined(self.new)
        day, time = f"{self.at:%Y-%m-%d}", f"{self.at:%H:%M:%S}"
        if self.action is Action.REFUSED:
            refused = translate("Audit", "{who} was refused on {day} at {time} UTC: {what}")
            return refused.format(who=self.who, day=day, time=time, what=self.new)
        done = _DONE[self.action].format(who=self.who, place=self._place())
        empty = translate("Audit", "empty")
        values = translate("Audit", "from {old} to {new}").format(old=self.old or empty, new=self.new or empty)
        when = translate("Audit", "on {day} at {time} UTC").format(day=day, time=time)
        return joined(done, values if self.old or self.new else "", when)

    def _place(self) -> Text:
        place = RECORDS[self.record]
        if self.field:
            place = translate("Audit", "{field} of {record}").format(field=self.field, record=place)
        if self.subject:
            place = translate("Audit", "{record} of {user}").format(record=place, user=self.subject)
        return place


RECORDS = {
    Record.MODULE: translate("Audit", "the module setup"),
    Record.CARD: translate("Audit", "the user setup card"),
    Record.MAPPINGS: translate("Audit", "the business mapping"),
    Record.LICENCE: translate("Audit", "the licence"),
    Record.USER: translate("Audit", "the user"),
}
"""The records within a sentence."""

RECORDS_AT_START = {
    Record.MODULE: translate("Audit", "The module setup"),
    Record.CARD: translate("Audit", "The user setup card"),
    Record.MAPPINGS: translate("Audit", "The business mapping"),
    Record.LICENCE: translate("Audit", "The licence"),
    Record.USER: translate("Audit", "The user"),
}
"""The records at the start of a sentence."""

_DONE = {
    Action.CHANGED: translate("Audit", "{who} changed {place}"),
    Action.ADDED: translate("Audit", "{who} added {place}"),
    Action.REMOVED: translate("Audit", "{who} removed {place}"),
    Action.MERGED: translate("Audit", "{who} merged {place}"),
}

MOST_TOLD = 5
"""How many changes of somebody else are told one by one."""


class SetupConflict(Conflict):
    """Somebody else saved the record meanwhile; `changes` are their changes since it was read, newest last."""

    def __init__(self, record: Record, changes: Sequence[AuditEntry]) -> None:
        untold = len(changes) - MOST_TOLD
        more = translate("Setup", "and {count} more").format(count=untold) if untold > 0 else ""
        done = joined(*(change.sentence for change in changes[-MOST_TOLD:]), more, by="; ")
        short = translate("Setup", "{record} was changed meanwhile.")
        long = translate("Setup", "{record} was changed meanwhile: {changes}.")
        told = (long if done else short).format(record=RECORDS_AT_START[record], changes=done)
        super().__init__(told, hint=translate("Setup", "Look at the new values and save again."))
        self.changes = tuple(changes)
