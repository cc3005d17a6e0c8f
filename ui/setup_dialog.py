"""What every setup dialog does alike: it loads a sheet, says why it cannot be changed, and saves as Windows does.

OK saves and closes, Apply saves and stays, Cancel drops what was not saved; Apply is there only after a change. Nothing
is saved silently over somebody else's change, and nothing that was typed is lost because saving failed. Which fields
there are and what they mean is the business of each dialog.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tray.errors import CtiError, InvalidField
from tray.setup.audit import SetupConflict
from tray.setup.views import Lock, Standpoint
from ui.answers import Answers
from ui.banner import Banner
from ui.colors import Tone
from ui.live_window import LiveWindow
from ui.parts import PlainLabel
from ui.setup_words import change_words, error_words, lock_words
from ui.theme import Space, TextRole, Theme


class SetupDialog(LiveWindow):
    """A dialog over one sheet. Subclasses override what is marked as theirs."""

    def __init__(self, theme: Theme, name: str, size: QSize) -> None:
        super().__init__(theme, name, size)
        self._loads = Answers(self)
        self._saves = Answers(self)
        self._loaded = False
        self._busy = False
        self._closes = False
        self._conflict: SetupConflict | None = None
        self._merges = False
        self.standpoint: Standpoint | None = None
        self.banner = Banner(theme)
        self.body = QVBoxLayout()
        self._status = PlainLabel(theme, TextRole.CAPTION, "statusLabel", muted=True)
        self._ok = QPushButton()
        self._cancel = QPushButton()
        self._apply = QPushButton()
        self._name_and_connect()
        self._arrange()

    # -- what each dialog does for itself

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

    def refuse(self, error: InvalidField) -> bool:
        """Show at its field what the store does not accept; false where it is none of this dialog."""
        raise NotImplementedError

    def set_open(self, can_edit: bool) -> None:
        """Let the user edit everything, or only read it."""
        raise NotImplementedError

    def first_control(self) -> QWidget:
        """Where the keyboard is when the dialog comes."""
        raise NotImplementedError

    # -- what others call

    def open(self) -> None:
        """Show the dialog in front with what the store says now; edits that were not saved before are gone."""
        self._loaded = False
        self._conflict = None
        self.standpoint = None
        self._set_busy(busy=False)
        self.banner.clear()
        self._status.show_text("")
        self.set_open(False)
        self.reload()
        self.present()

    def reload(self) -> None:
        """Ask for the sheet again."""
        self.ask(self._loads.expect())

    def refresh_if_open(self) -> None:
        """The setup became another, or the store came back: show it where the user can see it."""
        if self.isVisible() and not self._busy:
            self.reload()

    def edited(self) -> None:
        """The user changed something."""
        if self._loaded:
            self._status.show_text("")
            self._show_buttons()

    # -- how it is built

    def _name_and_connect(self) -> None:
        for button, name, slot in (
            (self._ok, "okButton", self._press_ok),
            (self._cancel, "cancelButton", self.close),
            (self._apply, "applyButton", self._press_apply),
        ):
            button.setObjectName(name)
            button.clicked.connect(slot)
        self._ok.setDefault(True)
        self._loads.arrived.connect(self._arrived)
        self._saves.arrived.connect(self._saved)
        self.banner.pressed.connect(self._use_theirs)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.FIELD)
        buttons.addWidget(self._status)
        buttons.addStretch(1)
        for button in (self._ok, self._cancel, self._apply):
            buttons.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(*[Space.EDGE] * 4)
        box.setSpacing(Space.EDGE)
        box.addWidget(self.banner)
        box.addLayout(self.body, 1)
        box.addLayout(buttons)

    def retranslate(self) -> None:
        """Write every text anew."""
        self._ok.setText(self.tr("OK"))
        self._cancel.setText(self.tr("Cancel"))
        self._apply.setText(self.tr("&Apply"))
        if self.standpoint is not None:
            self._show_standpoint(self.standpoint)

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self.banner.restyle()
        self._status.restyle()
        for button in (self._ok, self._cancel, self._apply):
            button.setFont(self.theme.font(TextRole.BODY))
            button.setMinimumSize(self.theme.text_px(88), self.theme.text_px(32))

    # -- what happens

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Cancel: answers that are still to come are dropped, and so is what was not saved."""
        self._loads.forget()
        self._saves.forget()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses the button that has the keyboard, else OK; Escape cancels."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focus = QApplication.focusWidget()
            button = focus if isinstance(focus, QAbstractButton) and not focus.isCheckable() else self._ok
            button.click()
        else:
            super().keyPressEvent(event)

    def _arrived(self, sheet: Any) -> None:
        if isinstance(sheet, CtiError):
            self.banner.show_text(error_words(sheet), Tone.WARNING)
            return
        if self._loaded and self.is_changed() and not self._merges:
            self.take_live(sheet)
            return
        merges = self._loaded and self._merges
        is_first = self.standpoint is None
        self._loaded = self._merges = False
        self._conflict = self._conflict if merges else None
        self.take(sheet, keep_edits=merges)
        self._loaded = True
        self._show_standpoint(sheet.seen_by)
        if is_first:
            self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_standpoint(self, standpoint: Standpoint) -> None:
        self.standpoint = standpoint
        if self._conflict is not None:
            words = self.tr("{0} Your own changes are still here: save again to put them in force.")
            self.banner.show_text(words.format(change_words(self._conflict)), Tone.WARNING, self.tr("Use their values"))
        else:
            tone = Tone.NEUTRAL if standpoint.lock is Lock.NOT_ADMIN else Tone.WARNING
            self.banner.show_text(lock_words(standpoint), tone)
        self.set_open(self.can_edit)
        self._show_buttons()

    @property
    def can_edit(self) -> bool:
        """Whether there is a sheet that may be changed."""
        return self.standpoint is not None and self.standpoint.lock is Lock.NONE and not self._busy

    @property
    def is_busy(self) -> bool:
        """Whether something is being saved."""
        return self._busy

    def _show_buttons(self) -> None:
        self._apply.setEnabled(self.can_edit and self.is_changed())
        self._ok.setEnabled(not self._busy)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._apply.setEnabled(False)
        self._ok.setEnabled(not busy)

    def _press_ok(self) -> None:
        if not self.can_edit or not self.is_changed():
            self.close()
            return
        self._save(closes=True)

    def _press_apply(self) -> None:
        self._save(closes=False)

    def _save(self, *, closes: bool) -> None:
        if not self.check():
            return
        self._closes = closes
        self._set_busy(busy=True)
        self._status.show_text(self.tr("Saving..."))
        self.send(self._saves.expect())

    def _saved(self, answer: Any) -> None:
        self._set_busy(busy=False)
        self._status.show_text("")
        if isinstance(answer, SetupConflict):
            self._conflict = answer
            self._merges = True
            self.reload()
        elif isinstance(answer, CtiError):
            self._failed(answer)
        elif self._closes:
            self.close()
        else:
            self._conflict = None
            self._loaded = False
            self._status.show_text(self.tr("Saved. It holds from the next call on."))
            self.reload()

    def _failed(self, error: CtiError) -> None:
        if not (isinstance(error, InvalidField) and self.refuse(error)):
            self.banner.show_text(error_words(error), Tone.WARNING)
        self._show_buttons()

    def _use_theirs(self) -> None:
        self._conflict = None
        self._loaded = False
        self.reload()


def focus_first(widgets: list[QWidget]) -> None:
    """Put the keyboard into the first of these fields."""
    if widgets:
        widgets[0].setFocus(Qt.FocusReason.OtherFocusReason)
