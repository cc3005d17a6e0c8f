"""The state of one call's card: what was shown, chosen and typed, and what that makes of page and activity.

One object for each call, owned by the engine. It asks `policy` for the rules and gives decisions back; it knows no
other call and no deadline.
"""

from __future__ import annotations

import dataclasses
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from enum import Enum, auto

from tray.calls import policy
from tray.calls.decisions import (
    CallEnded,
    CardFacts,
    CloseCard,
    Decision,
    LogActivity,
    NoActivity,
    NoCard,
    NoPage,
    OpenCard,
    OpenPage,
    UpdateCard,
)
from tray.calls.matching import Candidate, Match
from tray.calls.model import Call, CallState, Cause
from tray.calls.pages import PageTarget, WebClient, page_address
from tray.calls.settings import Setup

Choices = MutableMapping[str, tuple[str, str]]


class CardStatus(Enum):
    """Whether the card of a call is still to come, on the screen, gone, or will not come at all."""

    WAITING = auto()
    OPEN = auto()
    CLOSED = auto()
    NEVER = auto()


@dataclass(slots=True)
class CallCard:
    """The card of one call. `remembered` maps a number to the record (table, no) that the user chose for it."""

    call: Call
    setup: Setup
    match: Match
    remembered: Choices
    web_client: WebClient
    status: CardStatus = CardStatus.WAITING
    chosen: Candidate | None = None
    note: str = ""
    _page_decided: bool = False
    _pages: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._recall()

    def facts(self) -> CardFacts:
        """What the card shows now."""
        listed = policy.choices(self.match)
        index = next((number for number, candidate in enumerate(listed) if candidate is self.chosen), None)
        only = listed[0] if len(listed) == 1 else None
        shown = self.chosen or only
        name = shown.name if shown else ""
        return CardFacts(self.call, self.match, name or self.call.party.name, index)

    def meet(self, match: Match) -> None:
        """The call has another party: this is what the directory says about the new one."""
        self.match = match
        self.chosen = None
        self._recall()

    def take_over(self, gone: CallCard) -> None:
        """The call of another card is this one: what was typed there and which pages it opened hold here too."""
        self.note = self.note or gone.note
        self._pages |= gone._pages

    def open(self, at: float, reason: str) -> list[Decision]:
        """Show the card, and the page where the rules say so."""
        self.status = CardStatus.OPEN
        self._recall()
        return [OpenCard(at, self.call.name, reason, self.facts()), *self.auto_page(at)]

    def never(self, at: float, reason: str) -> list[Decision]:
        """The card does not come; nor does a page."""
        self.status = CardStatus.NEVER
        self._page_decided = True
        return [NoCard(at, self.call.name, reason), NoPage(at, self.call.name, f"no card: {reason}")]

    def update(self, at: float) -> Decision:
        """Repaint the open card."""
        return UpdateCard(at, self.call.name, "", self.facts())

    def close(self, at: float, reason: str) -> Decision:
        """Take the open card off the screen."""
        self.status = CardStatus.CLOSED
        return CloseCard(at, self.call.name, reason)

    def auto_page(self, at: float) -> list[Decision]:
        """Open the page of the present party by itself, at most once for each party, where the rules say so."""
        key = self.call.party.number.key
        if key in self._pages:
            return []
        problem = policy.may_open_page(self.call, self.match, self.setup.user)
        target = None if problem else self._page_record()
        if target is None:
            if self._page_decided:
                return []
            self._page_decided = True
            reason = problem or f"{len(self.match.page_candidates)} records have this number, none was chosen yet"
            return [NoPage(at, self.call.name, reason)]
        reason = "auto_open_master_data=true"
        return [self._open_page(at, target, reason if target is not self.chosen else f"{reason}, remembered choice")]

    def choose(self, at: float, index: int) -> list[Decision]:
        """The user clicked record `index` (0 is the first): remember it for the number and open its page."""
        listed = policy.choices(self.match)
        if not 0 <= index < len(listed):
            return []
        self.chosen = chosen = listed[index]
        self.remembered[self.call.party.number.key] = (chosen.record.table, chosen.record.no)
        target = chosen if chosen.row.card_page else self._page_record()
        page = [self._open_page(at, target, "chosen by the user")] if target else []
        return [*page, self.update(at)]

    def end(self, at: float) -> list[Decision]:
        """What is said about the end of the call, and the activity it leaves or not."""
        call = self.call
        if call.outcome is None or call.cause is None:
            return []
        template, reason = policy.choose_template(call, self.setup)
        ended = CallEnded(at, call.name, f"cause {call.cause.value}", call.outcome, call.cause, call.duration_s)
        if not template:
            return [ended, NoActivity(at, call.name, reason)]
        self._recall()
        table, no = policy.activity_record(self.match, self.chosen)
        return [ended, LogActivity(at, call.name, reason, call.outcome, template, table, no, self.note)]

    def end_if_lost(self, at: float) -> LogActivity | None:
        """The activity that the call leaves if nothing more is ever heard of it; None for none."""
        cause = self.call.cause or Cause.LOST
        lost = dataclasses.replace(self.call, state=CallState.ENDED, ended=at, cause=cause)
        template, reason = policy.choose_template(lost, self.setup)
        if not template or lost.outcome is None:
            return None
        table, no = policy.activity_record(self.match, self.chosen)
        return LogActivity(at, lost.name, reason, lost.outcome, template, table, no, self.note)

    def _recall(self) -> None:
        """Take over the choice that is remembered for the party, also one made meanwhile on another call's card."""
        if self.chosen is not None:
            return
        known = self.remembered.get(self.call.party.number.key) if self.match.candidates else None
        for candidate in policy.choices(self.match) if known else ():
            if (candidate.record.table, candidate.record.no) == known:
                self.chosen = candidate

    def _page_record(self) -> Candidate | None:
        candidates = self.match.page_candidates
        if len(candidates) == 1:
            return candidates[0]
        return self.chosen if self.chosen in candidates else None

    def _open_page(self, at: float, target: Candidate, reason: str) -> Decision:
        number, record = self.call.party.number, target.record
        self._page_decided = True
        self._pages.add(number.key)
        values = {"no": record.no, "name": target.name, "number": number.key, "table": record.table}
        url = page_address(target.row.card_page, values, self.web_client)
        return OpenPage(at, self.call.name, reason, PageTarget(record.table, record.no, url))
