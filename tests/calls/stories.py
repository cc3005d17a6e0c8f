"""Scenarios by chance: few numbers, few sources and half seconds, so that ties, merges and transfers are frequent."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from tests.calls.oracle_calls import COMPLETE, INTERNAL, PARTIAL

SOURCES = ["a", "b", "c"]
TABLES = ["Customer", "Contact", "Vendor"]
NAMES = ["Adatum", "B & C/d", "Zoë"]
TEMPLATES = ["incoming_template", "missed_incoming_template", "outgoing_template", "unaccepted_outgoing_template"]
PAGES = ["", "builtin", "https://erp.example/x/{no}?n={name}&p={number}&t={table}"]
CAUSES = [
    "completed",
    "missed",
    "rejected",
    "answered_elsewhere",
    "forwarded",
    "cancelled",
    "busy",
    "no_answer",
    "lost",
]
FIRST = {
    "incoming": ["offered", "offered", "offered", "connected", "ended", "missed"],
    "outgoing": ["dialing", "dialing", "dialing", "ringing", "connected", "ended"],
}


@dataclass(frozen=True)
class Kind:
    """What sort of scenario: how many calls, how many sources for each, and what the user does."""

    calls: tuple[int, ...] = (1,)
    sources: tuple[int, ...] = (1,)
    dials: bool = False
    actions: tuple[str, ...] = ("dismiss",)
    partial_numbers: bool = False
    span: float = 12.0


class Story:
    """Writes one scenario by the throws of `random`."""

    def __init__(self, random: Random, kind: Kind) -> None:
        self._random = random
        self._kind = kind

    def scenario(self) -> dict[str, Any]:
        events = [event for number in range(self._one(self._kind.calls)) for event in self._call(f"c{number}")]
        if self._perhaps(3):
            events.append({"at": self._time(), "setup": {"user": self._user()}})
        if self._perhaps(5):
            events.append({"at": self._time(), "setup": {"mappings": self._mappings(), "module": self._module()}})
        if self._perhaps(2):
            self._random.shuffle(events)
        return {
            "module": self._module(),
            "user": self._user(),
            "mappings": self._mappings(),
            "directory": [self._record(number) for number in range(self._one([0, 2, 4, 6]))],
            "events": events,
        }

    def _one(self, options: Any) -> Any:
        return self._random.choice(options)

    def _perhaps(self, sides: int) -> bool:
        """True once in so many times."""
        return self._random.randrange(sides) == 0

    def _time(self) -> float:
        return self._random.randrange(int(self._kind.span * 2)) / 2

    def _later(self, at: float, most: float) -> float:
        return at + self._random.randrange(int(most * 2)) / 2

    def _number(self) -> str:
        partial = [*PARTIAL] if self._kind.partial_numbers else []
        return str(self._one(["", *COMPLETE, *COMPLETE, *INTERNAL, *partial]))

    def _templates(self, codes: list[str]) -> dict[str, str]:
        return {name: self._one(codes) for name in TEMPLATES if self._perhaps(2)}

    def _module(self) -> dict[str, Any]:
        return {"crm_active": not self._perhaps(3), **self._templates(["", "mod"])}

    def _user(self) -> dict[str, Any]:
        return {
            "open_mask_on": self._one(["Call", "Connected"]),
            "close_mask_on": self._one(["None", "Connected"]),
            "open_outgoing_mask_on": self._one(["User", "Always"]),
            "caller_card_delay": self._one([0, 0, 1, 2, 3, 5]),
            "auto_open_master_data": self._perhaps(2),
            "internal_calls": self._one(["Always", "Never"]),
            "crm_active": not self._perhaps(3),
            **self._templates(["", "  ", " u-x "]),
        }

    def _mappings(self) -> list[dict[str, Any]]:
        rows = [
            {
                "priority": priority,
                "table": table,
                "card_page": self._one(PAGES),
                "phone_fields": self._one([["phone"], ["phone", "mobile"]]),
                "name_field": "name",
            }
            for priority, table in enumerate(self._random.sample(TABLES, self._one([0, 1, 2, 3, 3])), start=1)
        ]
        self._random.shuffle(rows)
        return rows

    def _record(self, number: int) -> dict[str, Any]:
        record = {"table": self._one(TABLES), "no": f"N{number}", "name": self._one(NAMES)}
        return {**record, "phone": self._number(), "mobile": self._number()}

    def _call(self, name: str) -> list[dict[str, Any]]:
        """What several sources say about one call, and what the user does about it."""
        direction, number, at = self._one(["incoming", "incoming", "outgoing"]), self._number(), self._time()
        sources = self._random.sample(SOURCES, self._one(self._kind.sources))
        # With ids that several sources share, "the call of that id" would not be one call: the user then does nothing.
        shared = self._perhaps(3)
        events, ids = [], []
        if direction == "outgoing" and self._kind.dials and self._perhaps(2):
            dial = {"at": at, "dial": number or "+31205550101"}
            named = self._perhaps(2)
            events.append({**dial, "call_id": name} if named else dial)
            ids += [name] if named else []
            number, at = dial["dial"], self._later(at, 12)
            sources = sources if not self._perhaps(4) else []
        for source in sources:
            call_id = name if shared else name + source
            ids.append(call_id)
            own = self._number() if self._perhaps(4 if shared else 7) else number
            events += self._leg({"source": source, "call_id": call_id}, at, own, direction)
            at = self._later(at, 5)
        actions = 0 if shared or not ids else self._random.randrange(3)
        return events + [self._action(self._one(ids), min(event["at"] for event in events)) for _ in range(actions)]

    def _action(self, call_id: str, start: float) -> dict[str, Any]:
        verb = self._one(self._kind.actions)
        more = {"note": {"text": self._one(["asks for Ann", ""])}, "choose": {"index": self._one([1, 2, 2, 3])}}
        return {"at": self._later(start, 12), "card": verb, "call_id": call_id, **more.get(verb, {})}

    def _leg(self, leg: dict[str, Any], at: float, number: str, direction: str) -> list[dict[str, Any]]:
        """What one source says about a call, with repeats and with words after its end."""
        events: list[dict[str, Any]] = []
        stated = {"direction": direction} if direction == "outgoing" or not self._perhaps(4) else {}
        for word in self._words(direction):
            event = {"at": at, **leg, "event": word, **stated}
            if not events:
                event["number"] = number
                if word == "dialing" and self._perhaps(3):
                    event["origin"] = "user"
            elif self._perhaps(3):
                event["number"] = self._one(
                    [number, "anonymous", number if number in PARTIAL else self._one([*COMPLETE, *INTERNAL])]
                )
            if word == "ended" and self._perhaps(2):
                event["cause"] = self._one(CAUSES)
            events.append(event)
            at = self._later(at, self._one([1, 2, 4, 4])) + (178.0 if self._perhaps(60) else 0.0)
        return events

    def _words(self, direction: str) -> list[str]:
        words = [self._one(FIRST[direction])]
        if direction == "outgoing" and self._perhaps(2):
            words.append("ringing")
        words += ["connected"] if not self._perhaps(3) else []
        words += ["held"] if self._perhaps(4) else []
        words += [words[0]] if self._perhaps(4) else []
        words += [self._one(["ended", "ended", "ended", "missed", "busy"])] if not self._perhaps(6) else []
        return words + (["connected"] if self._perhaps(5) else [])
