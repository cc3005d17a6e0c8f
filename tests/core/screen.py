"""The outside of the tray for its tests: a screen that notes what it is told, and clocks that are set by hand."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tray.calls.model import CallState
from tray.presenter import Clocks
from tray.views import CardView, DialRequestView, MenuEntry, Notice, RecordView

PATIENCE_S = 30.0
_T = TypeVar("_T")


class Screen:
    """`tray.views.UserInterface` without windows. Every call is noted as (method, what), and can be waited for."""

    def __init__(self) -> None:
        self.told: list[tuple[str, object]] = []
        self.trouble: Exception | None = None
        self._changed = threading.Condition()

    def show_card(self, view: CardView) -> None:
        self._note("show_card", view)

    def close_card(self, call: str) -> None:
        self._note("close_card", call)

    def open_address(self, url: str) -> None:
        self._note("open_address", url)

    def show_record(self, view: RecordView) -> None:
        self._note("show_record", view)

    def show_history(self) -> None:
        self._note("show_history", None)

    def show_dial_box(self) -> None:
        self._note("show_dial_box", None)

    def show_dial_request(self, view: DialRequestView) -> None:
        self._note("show_dial_request", view)

    def show_front(self) -> None:
        self._note("show_front", None)

    def show_menu(self, entries: tuple[MenuEntry, ...]) -> None:
        self._note("show_menu", entries)

    def calls_changed(self) -> None:
        self._note("calls_changed", None)

    def show_notice(self, notice: Notice) -> None:
        self._note("show_notice", notice)

    def show_connect_phone(self) -> None:
        self._note("show_connect_phone", None)

    def show_setup(self) -> None:
        self._note("show_setup", None)

    def show_sign_in(self) -> None:
        self._note("show_sign_in", None)

    def sign_in_changed(self) -> None:
        self._note("sign_in_changed", None)

    def setup_changed(self) -> None:
        self._note("setup_changed", None)

    def show_help(self, topic: str) -> None:
        self._note("show_help", topic)

    def save_pictures(self, folder: Path, done: Callable[[tuple[Path, ...]], None]) -> None:
        self._note("save_pictures", folder)
        done(())

    def choose_language(self, code: str) -> None:
        self._note("choose_language", code)

    def in_language(self, text: str) -> str:
        return text

    def quit(self) -> None:
        self._note("quit", None)

    @property
    def cards(self) -> list[CardView]:
        """Every painting of a card."""
        return [what for what in self.of("show_card") if isinstance(what, CardView)]

    @property
    def notices(self) -> list[Notice]:
        """Every notice."""
        return [what for what in self.of("show_notice") if isinstance(what, Notice)]

    @property
    def records(self) -> list[RecordView]:
        """Every record page."""
        return [what for what in self.of("show_record") if isinstance(what, RecordView)]

    def of(self, method: str) -> list[object]:
        """What one method was given, in order."""
        with self._changed:
            return [what for name, what in self.told if name == method]

    def states(self, call: str) -> list[CallState]:
        """The states in which the card of a call was painted."""
        return [view.state for view in self.cards if view.call == call]

    def wait(self, found: Callable[[], _T], what: str) -> _T:
        """What `found` gives as soon as it is something; the test fails when nothing more is told."""
        with self._changed:
            assert self._changed.wait_for(found, PATIENCE_S), f"no {what}; told: {self.told}"
            return found()

    def _note(self, method: str, what: object) -> None:
        with self._changed:
            self.told.append((method, what))
            self._changed.notify_all()
        if self.trouble is not None and method != "show_notice":
            raise self.trouble


class HandClock:
    """Monotonic seconds that stand still until they are moved; wall time runs 1,000,000 s ahead of them."""

    def __init__(self) -> None:
        self.now = 100.0

    def clocks(self) -> Clocks:
        return Clocks(lambda: self.now, lambda: self.now + 1_000_000.0)


class Gate:
    """Holds a thread until it is opened."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self._open = threading.Event()

    def hold(self) -> None:
        self.reached.set()
        assert self._open.wait(PATIENCE_S)

    def open(self) -> None:
        self._open.set()
