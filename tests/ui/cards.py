"""Views of calls for widget tests, and a core that only writes down what it was asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tray.calls.matching import MatchKind
from tray.calls.model import CallState, Direction
from tray.views import CandidateView, CardView, HistoryRow, IconCommand

CUSTOMER = CandidateView("Customer", "10000", "Adatum Corporation", "", has_page=True)
CONTACTS = tuple(
    CandidateView("Contact", f"CT{number}", name, "", has_page=True)
    for number, name in enumerate(("Robin Counts", "Terry Dodds", "Maria Anders", "Ana Trujillo", "Hanna Moos", "Yang"))
)


def card_view(call: str = "1", **changes: Any) -> CardView:
    """A ringing call of a known customer, with changes."""
    values: dict[str, Any] = {
        "call": call,
        "direction": Direction.INCOMING,
        "state": CallState.OFFERED,
        "number": "+49711123456",
        "number_text": "+49 711 123456",
        "name": "Adatum Corporation",
        "detail": "Purchasing department",
        "match": MatchKind.EXACT,
        "candidates": (CUSTOMER,),
        "chosen": None,
        "started": 1_700_000_000.0,
        "since": time.monotonic(),
    }
    return CardView(**{**values, **changes})


@dataclass
class Notebook:
    """Commands that write down what they were asked, in order."""

    asked: list[tuple[Any, ...]] = field(default_factory=list)

    def dismiss(self, call: str) -> None:
        self.asked.append(("dismiss", call))

    def choose(self, call: str, index: int) -> None:
        self.asked.append(("choose", call, index))

    def note(self, call: str, text: str) -> None:
        self.asked.append(("note", call, text))

    def dial(self, number: str) -> None:
        self.asked.append(("dial", number))

    def recent_calls(self, limit: int, answer: Callable[[tuple[HistoryRow, ...]], None]) -> None:
        self.asked.append(("recent_calls", limit))

    def search(self, text: str, limit: int, answer: Callable[[tuple[CandidateView, ...]], None]) -> None:
        self.asked.append(("search", text, limit))

    def open_record(self, table: str, no: str) -> None:
        self.asked.append(("open_record", table, no))

    def choose_language(self, code: str) -> None:
        self.asked.append(("choose_language", code))

    def language_changed(self) -> None:
        self.asked.append(("language_changed",))

    def choose_in_menu(self, command: IconCommand) -> None:
        self.asked.append(("choose_in_menu", command))

    def quit(self) -> None:
        self.asked.append(("quit",))
