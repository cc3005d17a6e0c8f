"""Softphones that report many calls at once, each over a connection of its own that stays open."""

from __future__ import annotations

import http.client
import json
import random
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.desk import DeskTray

CODES = {
    "crm_active": True,
    "incoming_template": "IN",
    "outgoing_template": "OUT",
    "missed_incoming_template": "MISSED",
    "unaccepted_outgoing_template": "UNACC",
}
INCOMING, OUTGOING = "incoming", "outgoing"


@dataclass(frozen=True)
class Course:
    """How a call goes: its events after the first one, and what is to come of it."""

    direction: str
    events: tuple[dict[str, str], ...]
    outcome: str
    cause: str
    template: str | None


ANSWERED, ENDED = {"event": "connected"}, {"event": "ended"}
COURSES = (
    Course(INCOMING, (ANSWERED, ENDED), "incoming", "completed", "IN"),
    Course(INCOMING, (ANSWERED, ANSWERED, {"event": "hold"}, ENDED, ENDED), "incoming", "completed", "IN"),
    Course(INCOMING, (ENDED,), "missed_incoming", "missed", "MISSED"),
    Course(INCOMING, ({"event": "rejected"}, ANSWERED), "missed_incoming", "rejected", "MISSED"),
    Course(
        INCOMING,
        ({"event": "ended", "cause": "answered_elsewhere"},),
        "answered_elsewhere",
        "answered_elsewhere",
        None,
    ),
    Course(OUTGOING, ({"event": "ringing"}, ANSWERED, ENDED), "outgoing", "completed", "OUT"),
    Course(OUTGOING, ({"event": "busy"},), "unaccepted_outgoing", "busy", "UNACC"),
    Course(OUTGOING, ({"event": "ringing"}, ENDED), "unaccepted_outgoing", "cancelled", "UNACC"),
)
_FIRST = {INCOMING: "offered", OUTGOING: "dialing"}


@dataclass(frozen=True)
class PlannedCall:
    """One call, and when each of its events is due, in seconds after the start."""

    call_id: str
    number: str
    course: Course
    due: tuple[float, ...]

    @property
    def events(self) -> list[dict[str, str]]:
        """All events, the first one included."""
        first = {"event": _FIRST[self.course.direction], "number": self.number, "name": f"Caller {self.call_id}"}
        return [{**event, "call_id": self.call_id} for event in (first, *self.course.events)]


def plan(count: int, begin_within_s: float, last_s: float, seed: int, prefix: str = "c") -> list[PlannedCall]:
    """Calls that begin at random within a time and last at most `last_s`, of all courses."""
    chance = random.Random(seed)
    calls = []
    for number in range(count):
        course = chance.choice(COURSES)
        begun = chance.uniform(0, begin_within_s)
        due = sorted(chance.uniform(0, last_s) for _ in course.events)
        times = (begun, *(begun + after for after in due))
        calls.append(PlannedCall(f"{prefix}{number}", f"+3120{5_000_000 + number}", course, times))
    return calls


@dataclass
class Softphone(threading.Thread):
    """One client. Sends the events of its calls in the order in which they are due, each as soon as it is due.

    `taken` are the events that were answered with 202; a client whose tray is gone just ends.
    """

    tray: DeskTray
    calls: list[PlannedCall]
    begun: float = field(default_factory=time.monotonic)
    taken: list[dict[str, str]] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    __hash__ = threading.Thread.__hash__

    def run(self) -> None:
        keys = json.loads((Path(self.tray.folder) / "receiver.json").read_text(encoding="utf-8"))
        connection = http.client.HTTPConnection("127.0.0.1", keys["port"], timeout=30)
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {keys['token']}"}
        due = [
            (at, order, event)
            for call in self.calls
            for order, (at, event) in enumerate(zip(call.due, call.events, strict=True))
        ]
        pace = threading.Event()
        try:
            for at, _, event in sorted(due, key=lambda each: each[:2]):
                pace.wait(max(0.0, self.begun + at - time.monotonic()))
                connection.request("POST", "/v1/call", json.dumps(event).encode(), headers)
                answer = connection.getresponse()
                answer.read()
                (self.taken if answer.status == 202 else self.refused).append(
                    event if answer.status == 202 else answer.status
                )
        except (OSError, http.client.HTTPException):
            return
        finally:
            connection.close()


def call_from_many(tray: DeskTray, calls: list[PlannedCall], clients: int) -> list[Softphone]:
    """Start so many clients that report these calls together."""
    begun = time.monotonic()
    phones = [Softphone(tray, calls[place::clients], begun) for place in range(clients)]
    for phone in phones:
        phone.start()
    return phones


def journal(tray: DeskTray, limit: int = 5000) -> dict[str, dict[str, Any]]:
    """The calls of the journal by their id; none may be there twice."""
    rows = json.loads(tray.command("calls", "--json", "--limit", str(limit)))
    calls = {row["call_id"]: row for row in rows}
    assert len(calls) == len(rows)
    return calls


def activities(tray: DeskTray, limit: int = 5000) -> dict[str, dict[str, Any]]:
    """The activities by the id of their call; no call may have two."""
    rows = json.loads(tray.command("activity", "--json", "--limit", str(limit)))
    found = {row["call_id"]: row for row in rows}
    assert len(found) == len(rows)
    return found
