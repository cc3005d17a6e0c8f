"""Using the user setup card as a person does."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.dialog_driver import DialogDriver
from tests.ui.setup_bench import Person, SetupBench
from tray.calls.settings import UserSettings
from ui.theme import Theme
from ui.user_card import UserCardDialog


class Card(DialogDriver):
    """The open dialog; `of` is whose card it shows, None for the own one."""

    def __init__(self, qtbot: QtBot, theme: Theme, bench: SetupBench, of: Person | None) -> None:
        window = UserCardDialog(theme, bench.administration, bench.clock.wall)
        super().__init__(qtbot, window)
        self.bench = bench
        self.window: UserCardDialog = window
        self.open(of)
        self.wait_for_sheet()

    def open(self, of: Person | None) -> None:
        """Ask for a card, as the list of users does."""
        self.window.open_for(self.bench.user(of).id if of else None)

    def wait_for(self, person: Person) -> None:
        """Wait until the card of a person is there."""
        name = person.value[1]
        self.qtbot.waitUntil(lambda: self.window.standpoint is not None and name in self.window.windowTitle())

    def saved(self, person: Person) -> UserSettings:
        """The card as the store has it."""
        return self.bench.store.card(self.bench.admin, self.bench.user(person).id).calls
