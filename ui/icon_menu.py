"""The menu of the tray icon where the desktop shows none: the same entries, at the pointer.

It says what was chosen and carries nothing out.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from tray.interfaces import Commands
from tray.views import IconCommand, MenuEntry


class IconMenu(QMenu):
    """One menu for every opening; its entries are those of the moment. `commands` gives the core."""

    def __init__(self, commands: Callable[[], Commands]) -> None:
        super().__init__()
        self.setObjectName("iconMenu")
        self._commands = commands

    def show_entries(self, entries: tuple[MenuEntry, ...]) -> None:
        """Show these entries at the pointer, instead of those that may be open."""
        self.close()
        self.clear()
        for entry in entries:
            self._add(entry)
        self.popup(QCursor.pos())

    def _add(self, entry: MenuEntry) -> None:
        if entry.command is None:
            self.addSeparator()
            return
        action = self.addAction(entry.text)
        action.setCheckable(entry.checked is not None)
        action.setChecked(bool(entry.checked))
        action.triggered.connect(partial(self._chosen, entry.command))
        if entry.default:
            self.setDefaultAction(action)

    def _chosen(self, command: IconCommand) -> None:
        self._commands().choose_in_menu(command)
