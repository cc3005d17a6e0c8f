"""Short ways to place calls in the tests of the journal, with the real call types and no clock."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tray.activity.journal import Journal
from tray.activity.model import Activity, JournalRow, Who
from tray.activity.reader import JournalReader
from tray.calls.decisions import CallEnded, CardFacts, Decision, LogActivity, NoActivity, NoCard, OpenCard
from tray.calls.matching import NO_MATCH
from tray.calls.model import (
    WITHHELD,
    Call,
    CallEvent,
    CallName,
    CallState,
    Cause,
    Direction,
    Origin,
    Outcome,
    Party,
    PhoneNumber,
)
from tray.errors import CtiError

OFFSET = 1_700_000_000.0
ADATUM = PhoneNumber("+31205550101", "+31205550101", "31205550101", complete=True)
FABRIKAM = PhoneNumber("+31205550102", "+31205550102", "31205550102", complete=True)


def offered(call_id: str = "x1", at: float = 10.0, number: PhoneNumber = ADATUM, source: str = "receiver") -> Call:
    """A call that rings here since monotonic second `at`."""
    return Call(
        names=(CallName(source, call_id),),
        direction=Direction.INCOMING,
        state=CallState.OFFERED,
        party=Party(number),
        origin=Origin.EXTERNAL,
        started=at,
    )


def dialling(call_id: str = "dial-1", at: float = 10.0) -> Call:
    """A call that the user dialled through the product."""
    return replace(
        offered(call_id, at, source="dial"), direction=Direction.OUTGOING, state=CallState.DIALING, origin=Origin.USER
    )


def connected(call: Call, after: float = 3.0) -> Call:
    """The call is answered that long after its start."""
    return replace(call, state=CallState.CONNECTED, connected=call.started + after)


def ended(call: Call, after: float = 60.0, cause: Cause | None = None) -> Call:
    """The call is over that long after its start."""
    usual = Cause.MISSED if call.connected is None else Cause.COMPLETED
    return replace(call, state=CallState.ENDED, ended=call.started + after, cause=cause or usual)


def fact(call: Call, state: CallState, after: float = 0.0, cause: Cause | None = None) -> CallEvent:
    """What the source of a call reported."""
    number = call.party.number.text
    return CallEvent(call.name.source, call.call_id, state, call.started + after, call.direction, number, cause=cause)


def activity_of(call: Call, template: str = "M-IN", note: str = "") -> LogActivity:
    """The rules want this call in the CRM."""
    at = call.ended if call.ended is not None else call.started
    outcome = call.outcome or Outcome.INCOMING
    return LogActivity(at, call.name, "user incoming_template", outcome, template, "Contact", "CT0001", note)


def verdict(call: Call, template: str = "M-IN", note: str = "") -> tuple[Decision, ...]:
    """What the rules say at the end of a call."""
    assert call.ended is not None
    assert call.outcome is not None
    assert call.cause is not None
    over = CallEnded(call.ended, call.name, "it ended", call.outcome, call.cause, call.duration_s)
    if not template:
        return over, NoActivity(call.ended, call.name, "CRM is not active in the module setup")
    return over, activity_of(call, template, note)


def card_opened(call: Call) -> OpenCard:
    """The card of a call opened."""
    return OpenCard(call.started, call.name, "open_mask_on=Call", CardFacts(call, NO_MATCH, ""))


def no_card(call: Call) -> NoCard:
    """The card of a call does not come."""
    return NoCard(call.started, call.name, "dismissed by the user")


class Desk:
    """A journal in a folder, and everything that can be read from it. `troubles` holds what it complained of."""

    def __init__(self, folder: Path, *, deliver: bool = False) -> None:
        self.path = folder / "journal.db"
        self.deliver = deliver
        self.troubles: list[CtiError] = []
        self.journal = self._start()

    def _start(self) -> Journal:
        journal = Journal(self.path, self.troubles.append, deliver=self.deliver)
        journal.start()
        return journal

    def restart(self) -> None:
        """End the process and start it again; open calls are left open, as a kill leaves them."""
        self.journal.stop()
        self.journal = self._start()

    def place(self, call_id: str, at: float = 10.0, *, template: str = "M-IN", note: str = "") -> Call:
        """A whole call, answered and ended."""
        ringing = offered(call_id, at)
        self.journal.write(ringing, OFFSET, fact=fact(ringing, CallState.OFFERED))
        talking = connected(ringing)
        self.journal.write(talking, OFFSET, fact=fact(ringing, CallState.CONNECTED, 3.0))
        over = ended(talking)
        self.journal.write(
            over, OFFSET, fact=fact(ringing, CallState.ENDED, 60.0), decisions=verdict(over, template, note)
        )
        return over

    def rows(self) -> tuple[JournalRow, ...]:
        """All calls, newest first."""
        assert self.journal.flush()
        with JournalReader(self.path) as reader:
            return reader.recent(1000)

    def row(self) -> JournalRow:
        """The only call."""
        (row,) = self.rows()
        return row

    def activities(self) -> tuple[Activity, ...]:
        """All activities, oldest first."""
        assert self.journal.flush()
        with JournalReader(self.path) as reader:
            return tuple(reader.every_activity())

    def activity(self) -> Activity:
        """The only activity."""
        (activity,) = self.activities()
        return activity


ADATUM_BV = Who("Adatum", "Contact", "CT0001")
HIDDEN = WITHHELD
