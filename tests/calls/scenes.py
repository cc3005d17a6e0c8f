"""Short ways to write and play scenes in the tests of the rules."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from tray.calls.decisions import Decision
from tray.calls.matching import Hit, Record
from tray.calls.model import PhoneNumber
from tray.calls.numbers import NumberReader
from tray.calls.replay import play
from tray.calls.scenario import read_scenario

ADATUM = "+31205550101"
CONTACT = {"table": "Contact", "no": "CT0001", "name": "Adatum", "phone": "020 555 0101"}
CONTACT_ROW = {"priority": 1, "table": "Contact", "card_page": "https://erp.example/contact/{no}"}
CRM_ON = {"crm_active": True}
TEMPLATES = {
    "incoming_template": "IN",
    "outgoing_template": "OUT",
    "missed_incoming_template": "MISSED",
    "unaccepted_outgoing_template": "UNACC",
}


class ListIndex:
    """Every number of every record, in file order: the plainest index there can be."""

    def __init__(self, records: Sequence[Record], reader: NumberReader) -> None:
        self._hits = [
            Hit(record, field, reader.read(text))
            for record in records
            for field, text in record.fields
            if field not in {"no", "name"} and text
        ]

    def find(self, number: PhoneNumber, match_digits: int) -> Sequence[Hit]:
        return self._hits


def fact(at: float, event: str, call_id: str = "1", source: str = "a", **fields: Any) -> dict[str, Any]:
    """One fact of a scene."""
    return {"at": at, "source": source, "call_id": call_id, "event": event, **fields}


def incoming(at: float, number: str = ADATUM, call_id: str = "1", source: str = "a") -> dict[str, Any]:
    """The first fact of an ordinary incoming call."""
    return fact(at, "offered", call_id, source, direction="incoming", number=number)


def dialing(at: float, number: str = ADATUM, call_id: str = "1", source: str = "a", **fields: Any) -> dict[str, Any]:
    """The first fact of an ordinary outgoing call."""
    return fact(at, "dialing", call_id, source, direction="outgoing", number=number, **fields)


def decide(*events: dict[str, Any], **top_level: Any) -> list[Decision]:
    """The decisions of a scene; `user`, `module`, `mappings`, `directory` and so on as in a scenario file."""
    scene = {"mappings": [CONTACT_ROW], "directory": [CONTACT], **top_level, "events": list(events)}
    return list(play(read_scenario(json.dumps(scene)), ListIndex))


def told(*events: dict[str, Any], **top_level: Any) -> list[dict[str, Any]]:
    """The decisions of a scene, as replay prints them."""
    return [decision.to_data() for decision in decide(*events, **top_level)]


def lines(*events: dict[str, Any], **top_level: Any) -> list[tuple[float, str, str]]:
    """(at, decision, call) of every decision of a scene."""
    return [(data["at"], data["decision"], data["call"]) for data in told(*events, **top_level)]


def words(*events: dict[str, Any], **top_level: Any) -> list[str]:
    """The decision words of a scene, in order."""
    return [data["decision"] for data in told(*events, **top_level)]


def one(word: str, *events: dict[str, Any], **top_level: Any) -> dict[str, Any]:
    """The only decision of that word in a scene."""
    found = [data for data in told(*events, **top_level) if data["decision"] == word]
    assert len(found) == 1, found
    return found[0]


def times(word: str, *events: dict[str, Any], **top_level: Any) -> list[float]:
    """When a decision of that word was made in a scene."""
    return [data["at"] for data in told(*events, **top_level) if data["decision"] == word]
