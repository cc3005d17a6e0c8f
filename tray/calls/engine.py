"""From facts to decisions: the tracker's calls, the directory and the rules put together.

The live tray and replay drive this same object. It owns the card of every call and every deadline; it reads no clock:
times come with facts and user actions, and `next_due` says when to call `advance`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from tray.calls import policy
from tray.calls.card import CallCard, CardStatus, Choices
from tray.calls.companion import Talk
from tray.calls.decisions import Decision
from tray.calls.matching import Match
from tray.calls.model import Call, CallEvent, CallName, CallState, PhoneNumber
from tray.calls.numbers import NumberReader
from tray.calls.pages import WebClient
from tray.calls.settings import MappingRow, Setup
from tray.calls.timers import Timers, later
from tray.calls.tracker import Change, Tracker

Lookup = Callable[[PhoneNumber, tuple[MappingRow, ...]], Match]
DEFAULT_ENDED_CARDS = 4


class _Deadline(Enum):
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the engine needs of the world around it.

    `setup` gives the setup for a call that begins now; `lookup` finds the records of a number by mapping rows in
    priority order; `remembered` keeps the user's choice for each number; at most `ended_cards` ended cards stay open.
    """

    reader: NumberReader
    setup: Callable[[], Setup]
    lookup: Lookup
    remembered: Choices
    web_client: WebClient = field(default_factory=WebClient)
    ended_cards: int = DEFAULT_ENDED_CARDS


@dataclass(slots=True)
class Step:
    """What one fact, user action or moment brought about, in order; `cards` are those of the changed calls."""

    changes: list[Change] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    cards: dict[CallName, CallCard] = field(default_factory=dict)


class Engine:
    """Turns facts and user actions into decisions. Times are monotonic seconds and never run backwards."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._tracker = Tracker(around.reader)
        self._cards: dict[CallName, CallCard] = {}
        self._ended: dict[CallName, CallCard] = {}
        self._deadlines: Timers[tuple[CallName, _Deadline]] = Timers()
        self._now = float("-inf")

    def calls(self) -> list[Call]:
        """The calls that have not ended, oldest first."""
        return self._tracker.calls()

    def card(self, name: CallName) -> CallCard | None:
        """The card of the call that answers to `name`, as long as the call or its card lasts."""
        known = self._cards.get(name)
        return known or next((card for card in self._cards.values() if name in card.call.names), None)

    def named(self, call_id: str) -> CallName | None:
        """The call that some source knows as `call_id`; the newest where there are several."""
        cards = [card for card in self._cards.values() if any(name.call_id == call_id for name in card.call.names)]
        return cards[-1].call.name if cards else None

    def handle(self, event: CallEvent) -> Step:
        """Take one fact in."""
        step = self._reach(event.at)
        event = event if event.at >= self._now else dataclasses.replace(event, at=self._now)
        self._take(step, self._tracker.handle(event), event.at)
        return step

    def dial(self, call_id: str, number: str, at: float, name: str = "") -> Step:
        """The user dials `number` through CTI Tray."""
        step = self._reach(at)
        self._take(step, self._tracker.dial(call_id, number, self._now, name), self._now)
        return step

    def talk(self, talk: Talk) -> Step:
        """The companion says whether the user is talking."""
        step = self._reach(talk.at)
        for change in self._tracker.talk(dataclasses.replace(talk, at=self._now, since=talk.earliest)):
            self._take(step, change, self._now)
        return step

    def dismiss(self, name: CallName, at: float) -> Step:
        """The user closed the card of a call, or does not want it to come."""
        step = self._reach(at)
        card = self.card(name)
        if card is not None and card.status is CardStatus.OPEN:
            step.decisions.append(self._close(card, self._now, "dismissed by the user"))
        elif card is not None and card.status is CardStatus.WAITING:
            step.decisions += card.never(self._now, "dismissed by the user")
            self._settle(card)
        return step

    def choose(self, name: CallName, index: int, at: float) -> Step:
        """The user opened record `index` (0 is the first) on an open card."""
        step = self._reach(at)
        card = self.card(name)
        if card is not None and card.status is CardStatus.OPEN:
            step.decisions += card.choose(self._now, index)
        return step

    def note(self, name: CallName, text: str, at: float) -> Step:
        """The note field of a card holds this text now."""
        step = self._reach(at)
        card = self.card(name)
        if card is not None:
            card.note = text
        return step

    def next_due(self) -> float | None:
        """When `advance` has something to do, in monotonic seconds."""
        times = [due for due in (self._tracker.next_due(), self._deadlines.next_due()) if due is not None]
        return min(times, default=None)

    def advance(self, now: float) -> Step:
        """Let everything happen that is due at or before `now`."""
        step = Step()
        self._expire(step, lambda due: due <= now)
        self._now = max(self._now, now)
        return step

    def _reach(self, at: float) -> Step:
        """Everything due before `at`; what is due at `at` itself waits, because facts go before timers."""
        step = Step()
        self._expire(step, lambda due: due < at)
        self._now = max(self._now, at)
        return step

    def _expire(self, step: Step, is_due: Callable[[float], bool]) -> None:
        while (due := self.next_due()) is not None and is_due(due):
            self._now = max(self._now, due)
            if due == self._tracker.next_due():
                self._take(step, self._tracker.expire(), self._now)
                continue
            name, deadline = self._deadlines.pop()
            card = self._cards[name]
            if deadline is _Deadline.OPEN:
                self._plan(step, card, self._now, open_now=True)
            else:
                step.decisions.append(
                    self._close(card, self._now, "answered by another or forwarded: closes after 5 s")
                )

    def _take(self, step: Step, change: Change | None, at: float) -> None:
        if change is None:
            return
        step.changes.append(change)
        if change.absorbed is not None:
            self._absorb(step, change.call, change.absorbed, at)
        card = self._cards.get(change.call.name)
        if card is None:
            self._begin(step, change.call, at)
        else:
            self._change(step, card, change, at)

    def _begin(self, step: Step, call: Call, at: float) -> None:
        setup = self._around.setup()
        match = self._around.lookup(call.party.number, setup.by_priority())
        card = CallCard(call, setup, match, self._around.remembered, self._around.web_client)
        self._cards[call.name] = step.cards[call.name] = card
        if call.state is CallState.ENDED:
            self._finish(step, card, at)
        else:
            self._plan(step, card, at, open_now=True)

    def _change(self, step: Step, card: CallCard, change: Change, at: float) -> None:
        call, before = change.call, change.before or change.call
        was_open = card.status is CardStatus.OPEN
        card.call = call
        step.cards[call.name] = card
        other_party = call.party.number != before.party.number
        if other_party:
            card.meet(self._around.lookup(call.party.number, card.setup.by_priority()))
        if call.state is CallState.ENDED:
            if was_open and other_party:
                step.decisions += card.auto_page(at)
            self._finish(step, card, at)
            return
        if card.status is CardStatus.WAITING:
            self._plan(step, card, at, open_now=False)
        if not was_open:
            return
        answered = call.connected is not None and before.connected is None
        if answered and policy.closes_at_answer(card.setup.user):
            step.decisions.append(self._close(card, at, "close_mask_on=Connected"))
            return
        step.decisions.append(card.update(at))
        if other_party:
            step.decisions += card.auto_page(at)

    def _plan(self, step: Step, card: CallCard, at: float, *, open_now: bool) -> None:
        """Decide about a card that has not come yet.

        The first fact and a timer open it at once where it is due; another fact leaves that to the timer of the same
        instant, because an end or a dismissal may still come before it. An outgoing card has no delay and no timer.
        """
        plan = policy.plan_card(card.call, card.setup)
        due = plan.at if isinstance(plan, policy.Due) else None
        key = (card.call.name, _Deadline.OPEN)
        if isinstance(plan, policy.Never):
            step.decisions += card.never(at, plan.reason)
        elif isinstance(plan, policy.Due) and open_now and plan.at <= at:
            due = None
            step.decisions += card.open(at, plan.reason)
        self._deadlines.set(key, None if due is None else max(due, at))

    def _finish(self, step: Step, card: CallCard, at: float) -> None:
        step.decisions += card.end(at)
        if card.status is CardStatus.WAITING:
            plan = policy.plan_card(card.call, card.setup)
            reason = plan.reason if isinstance(plan, policy.Never) else "ended before the card could open"
            step.decisions += card.never(at, reason)
        elif card.status is CardStatus.OPEN:
            step.decisions.append(card.update(at))
            after = policy.closes_after_end(card.call)
            if after is not None:
                self._deadlines.set((card.call.name, _Deadline.CLOSE), later(at, after))
            step.decisions += self._limit_ended(card, at)
        self._settle(card)

    def _limit_ended(self, newest: CallCard, at: float) -> list[Decision]:
        """Keep at most so many ended cards: the one that ended first goes, among those on which nothing was typed."""
        untouched = [card for card in self._ended.values() if not card.note]
        full = len(self._ended) >= self._around.ended_cards
        self._ended[newest.call.name] = newest
        if not full or not untouched:
            return []
        oldest = min(untouched, key=lambda card: card.call.ended or 0.0)
        return [self._close(oldest, at, f"more than {self._around.ended_cards} ended cards")]

    def _absorb(self, step: Step, call: Call, absorbed: Call, at: float) -> None:
        gone = self._cards.pop(absorbed.name)
        self._deadlines.set((gone.call.name, _Deadline.OPEN), None)
        self._cards[call.name].take_over(gone)
        if gone.status is CardStatus.OPEN:
            step.decisions.append(gone.close(at, f"the same call as {call.call_id}"))

    def _close(self, card: CallCard, at: float, reason: str) -> Decision:
        decision = card.close(at, reason)
        self._settle(card)
        return decision

    def _settle(self, card: CallCard) -> None:
        """Forget what is over: a call that has ended and whose card is not on the screen."""
        name = card.call.name
        if card.status is CardStatus.OPEN:
            return
        self._ended.pop(name, None)
        self._deadlines.set((name, _Deadline.OPEN), None)
        self._deadlines.set((name, _Deadline.CLOSE), None)
        if card.call.state is CallState.ENDED:
            del self._cards[name]
