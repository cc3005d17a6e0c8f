"""What the rules decided about a call, each with its reason, and how a decision is written down.

Decisions are the only thing the rules produce. The tray acts on them, the journal keeps them, replay prints them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tray.calls.matching import Match
from tray.calls.model import Call, CallName, Cause, Outcome
from tray.calls.pages import PageTarget


@dataclass(frozen=True, slots=True)
class Decision:
    """Base of all decisions: when, about which call, and why. `at` is in monotonic seconds."""

    at: float
    call: CallName
    reason: str

    word = ""

    def to_data(self) -> dict[str, Any]:
        """The JSON form that replay prints (DESIGN section 5)."""
        data: dict[str, Any] = {"at": round(self.at, 6), "decision": self.word, "call": self.call.call_id}
        data.update(self._details())
        return data

    def _details(self) -> dict[str, Any]:
        return {"reason": self.reason}


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a card shows about its call at one moment."""

    call: Call
    match: Match
    name: str
    chosen: int | None = None

    def to_data(self) -> dict[str, Any]:
        """The `card` object of an `open_card` decision."""
        return {
            "state": self.call.state.value,
            "number": self.call.party.number.key,
            "name": self.name,
            "matches": len(self.match.candidates),
            "match": self.match.kind.value,
        }


@dataclass(frozen=True, slots=True)
class OpenCard(Decision):
    """Show the card of this call."""

    card: CardFacts

    word = "open_card"

    def _details(self) -> dict[str, Any]:
        return {"reason": self.reason, "card": self.card.to_data()}


@dataclass(frozen=True, slots=True)
class UpdateCard(Decision):
    """The open card of this call shows something else from now on. Part of the display; replay does not print it."""

    card: CardFacts

    word = "update_card"


@dataclass(frozen=True, slots=True)
class NoCard(Decision):
    """This call gets no card."""

    word = "no_card"


@dataclass(frozen=True, slots=True)
class CloseCard(Decision):
    """Take the card of this call off the screen."""

    word = "close_card"


@dataclass(frozen=True, slots=True)
class OpenPage(Decision):
    """Open the master-data page of a record."""

    page: PageTarget

    word = "open_page"

    def _details(self) -> dict[str, Any]:
        page = self.page
        data: dict[str, Any] = {"reason": self.reason, "table": page.table, "no": page.no, "url": page.url}
        if page.url is None:
            data["page"] = "builtin"
        return data


@dataclass(frozen=True, slots=True)
class NoPage(Decision):
    """No master-data page opens by itself for this call."""

    word = "no_page"


@dataclass(frozen=True, slots=True)
class CallEnded(Decision):
    """The call is over. `duration_s` is the talk time in seconds; `ended` the instant of the end itself."""

    outcome: Outcome
    cause: Cause
    duration_s: float

    word = "call_ended"

    def _details(self) -> dict[str, Any]:
        return {
            "outcome": self.outcome.value,
            "cause": self.cause.value,
            "duration_s": round(self.duration_s, 6),
            "reason": self.reason,
        }


@dataclass(frozen=True, slots=True)
class LogActivity(Decision):
    """Write one activity into the CRM. `table` and `no` name the record, where it is known for sure."""

    outcome: Outcome
    template: str
    table: str | None
    no: str | None
    note: str = ""

    word = "log_activity"

    def _details(self) -> dict[str, Any]:
        return {
            "outcome": self.outcome.value,
            "template": self.template,
            "table": self.table,
            "no": self.no,
            "reason": self.reason,
        }


@dataclass(frozen=True, slots=True)
class NoActivity(Decision):
    """Nothing is written into the CRM for this call."""

    word = "no_activity"
