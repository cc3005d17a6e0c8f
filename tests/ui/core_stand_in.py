"""The other side of `Commands` for window tests: notes what was asked, answers from a thread as the core does."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from tray.views import CandidateView, DialWay, HistoryRow


class Core:
    """Answers wait until `answer_all`, unless `at_once` is set."""

    def __init__(
        self, rows: tuple[HistoryRow, ...] = (), found: dict[str, tuple[CandidateView, ...]] | None = None
    ) -> None:
        self.rows = rows
        self.found = found or {}
        self.at_once = True
        self.dialled: list[str] = []
        self.opened: list[tuple[str, str]] = []
        self.searched: list[str] = []
        self.languages: list[str] = []
        self.ways: dict[str, DialWay] = {}
        self.phone_desk: Any
        self._waiting: list[Callable[[], None]] = []

    def recent_calls(self, limit: int, answer: Callable[[tuple[HistoryRow, ...]], None]) -> None:
        rows = self.rows[:limit]
        self._answer(lambda: answer(rows))

    def search(self, text: str, limit: int, answer: Callable[[tuple[CandidateView, ...]], None]) -> None:
        self.searched.append(text)
        found = self.found.get(text, ())[:limit]
        self._answer(lambda: answer(found))

    def dial(self, number: str) -> None:
        self.dialled.append(number)

    def dial_way(self, number: str, answer: Callable[[DialWay], None]) -> None:
        self._on_thread(lambda: answer(self.ways.get(number, DialWay("baresip dials."))))

    def open_record(self, table: str, no: str) -> None:
        self.opened.append((table, no))

    def choose_language(self, code: str) -> None:
        self.languages.append(code)

    def answer_all(self) -> None:
        """Give the answers that wait, in the order of the questions."""
        for answer in self._waiting:
            self._on_thread(answer)
        self._waiting.clear()

    def _answer(self, answer: Callable[[], None]) -> None:
        if self.at_once:
            self._on_thread(answer)
        else:
            self._waiting.append(answer)

    @staticmethod
    def _on_thread(answer: Callable[[], None]) -> None:
        thread = threading.Thread(target=answer)
        thread.start()
        thread.join()

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"a window asked for {name}")
