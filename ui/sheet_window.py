"""What each setup dialog does for itself: which sheet it shows, what was edited of it, and how that is saved.

When this happens, and what is said about it, is alike in all of them and the business of `ui.setup_dialog`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tray.errors import CtiError, InvalidField, Refused
from tray.setup.views import Lock, Standpoint
from ui.banner import Notice
from ui.colors import Tone
from ui.live_window import LiveWindow
from ui.setup_words import error_words, lock_words


class SheetWindow(LiveWindow):
    """The window of a sheet. `licence_requested` asks for where a licence is entered."""

    licence_requested = Signal()

    def ask(self, reply: Callable[[Any], None]) -> None:
        """Ask for the sheet."""
        raise NotImplementedError

    def take(self, sheet: Any, *, keep_edits: bool) -> None:
        """Show a sheet; with `keep_edits`, what the user changed stays as it is and the rest is renewed."""
        raise NotImplementedError

    def take_live(self, sheet: Any) -> None:
        """Show what changes by itself of a sheet that came while the user edits."""

    def is_changed(self) -> bool:
        """Whether the user changed something that is not saved."""
        raise NotImplementedError

    def check(self) -> bool:
        """Whether everything can be saved; shows what cannot, with the keyboard at the first such field."""
        raise NotImplementedError

    def send(self, reply: Callable[[Any], None]) -> None:
        """Ask the store to save what the user changed."""
        raise NotImplementedError

    def was_saved(self) -> None:
        """The store has what was sent."""

    def contradictions(self) -> str:
        """Where the edits go against what others changed meanwhile, in sentences; "" where they do not."""
        return ""

    def refuse(self, error: InvalidField | Refused) -> bool:
        """Show at its field what the store does not accept; false where it is none of this dialog."""
        raise NotImplementedError

    def doubt(self) -> Notice | None:
        """What the user is asked before this is saved; None where nothing needs to be asked."""
        return None

    def limits(self, standpoint: Standpoint) -> Notice | None:
        """Why not everything can be changed; None where it can."""
        if standpoint.lock is Lock.NONE:
            return None
        tone = Tone.NEUTRAL if standpoint.lock is Lock.NOT_ADMIN else Tone.WARNING
        told = Notice(lambda: lock_words(standpoint), tone)
        if standpoint.lock is not Lock.PRODUCT_NOT_LICENSED:
            return told
        return replace(told, action=lambda: self.tr("Enter a licence"), do=self.licence_requested.emit)

    def unread_words(self, error: CtiError) -> str:
        """Why the sheet cannot be shown."""
        return error_words(error)

    def set_open(self, can_edit: bool) -> None:
        """Let the user edit everything, or only read it."""
        raise NotImplementedError

    def first_control(self) -> QWidget:
        """Where the keyboard is when the dialog comes."""
        raise NotImplementedError
