"""Which records belong to a caller, which pages open and what an activity names, read off the written rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from tests.calls.oracle_calls import (
    Call,
    End,
    Moment,
    UnwrittenError,
    is_complete,
    may_be_one_number,
    number_of,
)
from tests.calls.oracle_cards import Card

Told = tuple[float, str, str, dict[str, Any]]


@dataclass
class Found:
    """Records of the first matching row, and of the first one that has a page."""

    match: str
    records: list[tuple[dict[str, Any], dict[str, Any]]]
    paged: list[tuple[dict[str, Any], dict[str, Any]]]

    @property
    def listed(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """What the card offers for choice, as (row, record)."""
        return self.paged if len(self.records) <= 1 < len(self.paged) else self.records


def look_up(scenario: dict[str, Any], call: Call, number: str | None) -> Found:
    """Exact over all rows in priority order, before any possible match."""
    if number is None:
        return Found("withheld", [], [])
    rows = sorted(call.settings["mappings"], key=lambda row: row["priority"])
    for match in ("exact", "possible"):
        by_row = [[(row, record) for record in _hits(scenario, row, number, match)] for row in rows]
        with_hits = [hits for hits in by_row if hits]
        if with_hits:
            return Found(match, with_hits[0], next((hits for hits in with_hits if hits[0][0]["card_page"]), []))
    return Found("none", [], [])


def _hits(scenario: dict[str, Any], row: dict[str, Any], number: str, match: str) -> Iterator[dict[str, Any]]:
    for record in scenario["directory"]:
        known = [number_of(record[name]) for name in row["phone_fields"]] if record["table"] == row["table"] else []
        same = number in known if match == "exact" else any(each and may_be_one_number(each, number) for each in known)
        if same and (match == "possible" or is_complete(number)):
            yield record


@dataclass(frozen=True)
class Choice:
    """The user chose a record on a card; it is remembered for the number."""

    moment: Moment
    card: Card
    number: str
    row: dict[str, Any]
    record: dict[str, Any]


def choices_on(scenario: dict[str, Any], cards: list[Card]) -> list[Choice]:
    """The choices that count: on an open card, among the records that it lists."""
    choices: list[Choice] = []
    wishes = [(moment, card, index) for card in cards for moment, index in card.chosen]
    for moment, card, index in sorted(wishes, key=lambda wish: wish[0]):
        number = card.call.party(moment)
        listed = look_up(scenario, card.call, number).listed
        if number is None or not card.is_open(moment) or index > len(listed):
            continue
        row, record = listed[index - 1]
        others = [other for other in cards if other is not card and number in dict(other.call.parties).values()]
        if others and any(other.number == number and other.record is not record for other in choices):
            raise UnwrittenError("several cards of one number, and another record is chosen for it than before")
        choices.append(Choice(moment, card, number, row, record))
    return choices


def _remembered(choices: list[Choice], number: str, moment: Moment) -> dict[str, Any] | None:
    return next((each.record for each in reversed(choices) if each.number == number and each.moment <= moment), None)


def pages(scenario: dict[str, Any], cards: list[Card], choices: list[Choice]) -> Iterator[Told]:
    """Pages that open by themselves with the card and for a new party, once for each party, and chosen ones."""
    for card in cards:
        chosen = {each.moment: each for each in choices if each.card is card}
        shown: set[str] = set()
        for moment in sorted({*chosen, *_meetings(card)}):
            number = card.call.party(moment)
            found = look_up(scenario, card.call, number)
            target = found.paged[0] if len(found.paged) == 1 else None
            if number is None:
                continue
            if moment in chosen:
                choice = chosen[moment]
                target = (choice.row, choice.record) if choice.row["card_page"] else target
            elif number in shown or found.match != "exact":
                continue
            elif target is None:
                remembered = _remembered(choices, number, moment)
                target = next((pair for pair in found.paged if pair[1] is remembered), None)
            if target:
                shown.add(number)
                yield (moment[0], card.call.name, "open_page", _page(*target, number))


def _meetings(card: Card) -> Iterator[Moment]:
    """When a page may open by itself: with the card, and when the party changes on an open one that stays."""
    if card.opened and card.call.direction == "incoming" and card.user["auto_open_master_data"]:
        yield card.opened
        yield from (moment for moment, _ in card.call.parties[1:] if card.is_open(moment))


def _page(row: dict[str, Any], record: dict[str, Any], number: str) -> dict[str, Any]:
    named = {"table": row["table"], "no": record["no"]}
    if row["card_page"] == "builtin":
        return {**named, "url": None, "page": "builtin"}
    url = row["card_page"]
    for name, value in {**named, "name": record["name"], "number": number}.items():
        url = url.replace(f"{{{name}}}", quote(value, safe=""))
    return {**named, "url": url}


def template_of(card: Card, end: End) -> str:
    """The user's non-blank code, else the module's; "" where there is no activity at all."""
    call, user, module = card.call, card.user, card.call.settings["module"]
    if call.outcome == "answered_elsewhere" or (end.cause == "lost" and not call.answered):
        return ""
    if not (user["crm_active"] and module.get("crm_active")):
        return ""
    name = f"{call.outcome}_template"
    return user.get(name, "").strip().upper() or module.get(name, "").strip().upper()


def activity_record(scenario: dict[str, Any], call: Call, choices: list[Choice], end: Moment) -> dict[str, str | None]:
    """Named for an exact match or a choice, of the last party; of several records none is until one is chosen."""
    number = call.party(end)
    found = look_up(scenario, call, number)
    remembered = _remembered(choices, number, end) if number else None
    if remembered in [record for _, record in found.listed] and remembered:
        return {"table": remembered["table"], "no": remembered["no"]}
    if found.match != "exact":
        return {"table": None, "no": None}
    no = found.records[0][1]["no"] if len(found.records) == 1 else None
    return {"table": found.records[0][0]["table"], "no": no}
