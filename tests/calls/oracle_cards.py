"""When the card of a call opens and closes, read off the written rules without the engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.calls.oracle_calls import AFTER_ALL, ENDS, INTERNAL, Call, Moment

ELSEWHERE_S = 5.0
ENDED_CARDS = 4
USER = {
    "open_mask_on": "Call",
    "close_mask_on": "None",
    "open_outgoing_mask_on": "User",
    "caller_card_delay": 0,
    "auto_open_master_data": False,
    "internal_calls": "Always",
    "crm_active": False,
}


@dataclass
class Card:
    """The card of one call and what the user did to it, each with its moment."""

    call: Call
    dismissed: list[Moment] = field(default_factory=list)
    notes: list[tuple[Moment, str]] = field(default_factory=list)
    chosen: list[tuple[Moment, int]] = field(default_factory=list)
    opened: Moment | None = None
    closed: Moment | None = None

    @property
    def user(self) -> dict[str, Any]:
        return {**USER, **self.call.settings["user"]}

    def is_open(self, moment: Moment) -> bool:
        return self.opened is not None and self.opened <= moment < (self.closed or (AFTER_ALL, AFTER_ALL))

    def is_noted(self, moment: Moment) -> bool:
        texts = [text for at, text in self.notes if at < moment]
        return bool(texts and texts[-1])


def _due(card: Card) -> Moment | None:
    """When the card is due, were there no end and no dismissal."""
    call, user, first = card.call, card.user, card.call.facts[0]
    answered = call.answered
    if first.word in ENDS:
        return None
    if call.direction == "outgoing":
        wanted = user["open_outgoing_mask_on"] == "Always" or first.origin == "user"
        too_late = answered == call.start and user["close_mask_on"] == "Connected"
        return call.start if wanted and not too_late else None
    delay = user["caller_card_delay"]
    earliest = (call.start[0] + delay, AFTER_ALL) if delay else call.start
    if user["open_mask_on"] == "Call":
        suppressed = user["close_mask_on"] == "Connected" and answered is not None and answered <= earliest
        return None if suppressed else earliest
    if answered is None:
        return None
    return earliest if answered == earliest else (max(answered[0], earliest[0]), AFTER_ALL)


def _from_outside(card: Card, due: Moment | None) -> Moment | None:
    """When a card that is due can open: with "internal calls: never" only while the party is no internal number."""
    call, user = card.call, card.user
    if due is None or user["internal_calls"] == "Always" or call.party(due) not in INTERNAL:
        return due
    changes = [(moment[0], AFTER_ALL) for moment, _ in call.parties if moment > due]
    late = next((moment for moment in changes if call.party(moment) not in INTERNAL), None)
    at_answer = call.direction == "incoming" and user["open_mask_on"] == "Connected"
    closes = user["close_mask_on"] == "Connected" and not at_answer
    answered = late is not None and call.answered is not None and call.answered <= late
    return None if closes and answered else late


def opening(card: Card) -> Moment | None:
    call, due = card.call, _from_outside(card, _due(card))
    for end in sorted(call.ends.values()):
        back = min((answer for answer in call.answers if answer > end), default=None)
        unclear = not call.talks(end) and due is not None and end < due and (back is None or due < back)
        if unclear and (
            back is None or (card.user["open_mask_on"], card.user["close_mask_on"]) == ("Call", "Connected")
        ):
            return None
        if unclear and back is not None:
            due = _from_outside(card, (back[0], AFTER_ALL))
    return None if due is None or any(moment < due for moment in card.dismissed) else due


def closings(card: Card) -> Iterator[Moment]:
    """Every moment that would close the open card, the limit on ended cards aside."""
    call, opened = card.call, card.opened or (AFTER_ALL, AFTER_ALL)
    if card.user["close_mask_on"] == "Connected" and call.answered and call.answered > opened:
        yield call.answered
    yield from (moment for moment in card.dismissed if moment > opened)
    if call.end and call.outcome == "answered_elsewhere":
        yield (call.end.known[0] + ELSEWHERE_S, AFTER_ALL)


def limit_ended(cards: list[Card]) -> None:
    """The fifth ended card closes the one that ended first among those on which nothing was typed."""
    ended = [(card.call.end, card) for card in cards if card.call.end]
    ended.sort(key=lambda pair: pair[0].known)
    for place, (end, newest) in enumerate(ended):
        shown = [(other.at, card) for other, card in ended[:place] if card.is_open(end.known)]
        free = [pair for pair in shown if not pair[1].is_noted(end.known)]
        if newest.is_open(end.known) and len(shown) >= ENDED_CARDS and free:
            min(free, key=lambda pair: pair[0])[1].closed = end.known
