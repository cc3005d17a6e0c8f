"""The setup by which calls are taken: what it says for a call that begins now, and what a change of it brings.

Everything here happens on the core's thread. It decides nothing about a call.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tray.activity.journal import Journal
from tray.calls.numbers import NumberReader
from tray.calls.settings import Setup
from tray.condition import Condition, silence
from tray.config import LoadedConfig
from tray.notices import Notices
from tray.presenter import Clocks
from tray.setup.model import SetupSnapshot
from tray.setup.service import SetupService

_DAY_S = 86_400.0


class SetupInForce:
    """The setup in force.

    Args:
        setup: gives what the store or the cache says.
        loaded: the settings of this machine, whose number rules go before those of the module setup.
        reader: gets the number rules.
        condition: knows whether the user wants no cards.
        notices: tells the user who gets no cards.
        journal: forgets old calls.
        clocks: the clocks of the tray.
    """

    def __init__(
        self,
        setup: SetupService,
        loaded: LoadedConfig,
        reader: NumberReader,
        condition: Condition,
        notices: Notices,
        journal: Journal,
        clocks: Clocks,
    ) -> None:
        self._setup = setup
        self._loaded = loaded
        self._reader = reader
        self._condition = condition
        self._notices = notices
        self._journal = journal
        self._clocks = clocks
        self._next_purge = 0.0

    def for_a_call(self) -> Setup:
        """The setup for a call that begins now."""
        snapshot = self._setup.current()
        self._notices.standing(snapshot.standing(_now()), snapshot.admins)
        self._purge(snapshot)
        return replace(snapshot.setup, silence=self.silence())

    def silence(self) -> str:
        """Why a call that begins now gets no card; "" when cards are wanted. May be asked from any thread."""
        standing = self._setup.current().standing(_now())
        return silence(standing, do_not_disturb=self._condition.do_not_disturb)

    def setup_changed(self) -> None:
        """The setup became another."""
        snapshot = self._setup.current()
        self._reader.rules = snapshot.module.numbers(self._loaded.config.numbers, self._loaded.given)
        self._purge(snapshot)
        self._notices.standing(snapshot.standing(_now()), snapshot.admins)

    def _purge(self, snapshot: SetupSnapshot) -> None:
        """Forget old calls, once a day and only by a retention that the store confirmed."""
        now = self._clocks.monotonic()
        if snapshot.confirmed is not None and now >= self._next_purge:
            self._next_purge = now + _DAY_S
            self._journal.purge(self._clocks.wall() - snapshot.module.retention_days * _DAY_S)


def _now() -> datetime:
    return datetime.now(UTC)
