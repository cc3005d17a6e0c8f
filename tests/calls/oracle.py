"""What a scenario must lead to, read off the written rules (DESIGN section 4) without the engine.

`predict` gives what replay has to print, as far as it is written down: cards, pages, ends and activities with their
times, without reasons and without the order among calls. `oracle_calls` knows which facts make a call, `oracle_cards`
when a card is on the screen, `oracle_records` who the caller is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.calls.oracle_calls import Call, Fact, Moment, gather, number_of
from tests.calls.oracle_cards import Card, closings, limit_ended, opening
from tests.calls.oracle_records import Choice, Told, activity_record, choices_on, look_up, pages, template_of


def predict(scenario: dict[str, Any]) -> list[Told]:
    """(at, call, decision, details) of everything that must be decided, up to `run_until`."""
    cards = _read(scenario)
    for card in cards:
        card.opened = opening(card)
        card.closed = min(closings(card), default=None) if card.opened else None
    limit_ended(cards)
    choices = choices_on(scenario, cards)
    told = [*pages(scenario, cards, choices)]
    told += [line for card in cards for line in _card_lines(scenario, card, choices)]
    until = scenario.get("run_until", max(entry["at"] for entry in scenario["events"]) + 600)
    return [line for line in told if line[0] <= until]


def _card_lines(scenario: dict[str, Any], card: Card, choices: list[Choice]) -> Iterator[Told]:
    call = card.call
    if card.opened:
        number = call.party(card.opened)
        found = look_up(scenario, call, number)
        shown = {"number": number or "", "match": found.match, "matches": len(found.records)}
        yield (card.opened[0], call.name, "open_card", shown)
    if card.closed:
        yield (card.closed[0], call.name, "close_card", {})
    if call.end:
        talk = max(0.0, call.end.at - call.answered[0]) if call.answered else 0.0
        ended = {"outcome": call.outcome, "cause": call.end.cause, "duration_s": talk}
        yield (call.end.known[0], call.name, "call_ended", ended)
        template = template_of(card, call.end)
        if template:
            record = activity_record(scenario, call, choices, call.end.known)
            logged = {"outcome": call.outcome, "template": template, **record}
            yield (call.end.known[0], call.name, "log_activity", logged)


def _read(scenario: dict[str, Any]) -> list[Card]:
    """The calls of a scenario with what the user did to their cards; settings are those at the first fact."""
    calls: list[Call] = []
    actions: list[tuple[Moment, dict[str, Any]]] = []
    settings = {key: scenario.get(key, {}) for key in ("module", "user", "mappings")}
    dials = 0
    for place, entry in enumerate(sorted(scenario["events"], key=lambda entry: entry["at"])):
        moment = (float(entry["at"]), float(place))
        if "setup" in entry:
            patch = entry["setup"]
            settings = {
                "module": {**settings["module"], **patch.get("module", {})},
                "user": {**settings["user"], **patch.get("user", {})},
                "mappings": patch.get("mappings", settings["mappings"]),
            }
        elif "card" in entry:
            actions.append((moment, entry))
        elif "dial" in entry:
            dials += "call_id" not in entry
            name = entry.get("call_id", f"dial-{dials}")
            number = number_of(entry["dial"])
            fact = Fact(moment, ("", name), "dialing", direction="outgoing", number=number, origin="user")
            calls.append(Call(name, settings, [fact], dialled=True))
        else:
            gather(calls, _fact(moment, entry), settings)
    return _with_actions(calls, actions)


def _fact(moment: Moment, entry: dict[str, Any]) -> Fact:
    return Fact(
        moment,
        (entry["source"], entry["call_id"]),
        entry["event"],
        entry.get("cause", ""),
        entry.get("direction"),
        number_of(entry.get("number")),
        entry.get("origin"),
    )


def _with_actions(calls: list[Call], actions: list[tuple[Moment, dict[str, Any]]]) -> list[Card]:
    """A call answers to each of its names, from the fact on that brought the name."""
    cards = [Card(call) for call in calls]
    for moment, entry in actions:
        for card in cards:
            if not any(fact.leg[1] == entry["call_id"] and fact.moment < moment for fact in card.call.facts):
                continue
            if entry["card"] == "dismiss":
                card.dismissed.append(moment)
            elif entry["card"] == "note":
                card.notes.append((moment, entry["text"]))
            else:
                card.chosen.append((moment, entry["index"]))
    return cards
