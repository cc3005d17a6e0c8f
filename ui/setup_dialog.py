"""What every setup dialog does alike: it loads a sheet, says why it cannot be changed, and saves as Windows does.

OK saves and closes, Apply saves and stays, Cancel drops what was not saved; Apply is there only after a change. Nothing
is saved silently over somebody else's change, and nothing that was typed is lost because saving failed, because the
store is away, or because the dialog is asked for again. Which fields there are and what they mean is the business of
each dialog.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from tray.errors import CtiError, InvalidField, Refused
from tray.setup.audit import SetupConflict
from tray.setup.views import Lock, Standpoint
from ui.answers import Answers
from ui.banner import Notice
from ui.colors import Tone
from ui.dialog_banner import DialogBanner, Matter
from ui.dialog_buttons import DialogButtons
from ui.setup_words import change_words, error_words
from ui.sheet_window import SheetWindow
from ui.theme import Space, Theme


class SetupDialog(SheetWindow):
    """A dialog over one sheet; `is_busy` tells that something is being saved."""

    def __init__(self, theme: Theme, name: str, size: QSize) -> None:
        super().__init__(theme, name, size)
        self._loads = Answers(self)
        self._saves = Answers(self)
        self._loaded = False
        self.is_busy = False
        self._is_refused = False
        self._then: Callable[[], object] | None = None
        self._conflict: SetupConflict | None = None
        self._goes_on = False
        self.standpoint: Standpoint | None = None
        self.banner = DialogBanner(theme)
        self.body = QVBoxLayout()
        self._buttons = DialogButtons(theme)
        self._buttons.ok_pressed.connect(self._press_ok)
        self._buttons.cancel_pressed.connect(self.close)
        self._buttons.apply_pressed.connect(self._press_apply)
        self._loads.arrived.connect(self._arrived)
        self._saves.arrived.connect(self._saved)
        box = QVBoxLayout(self)
        box.setContentsMargins(*[Space.EDGE] * 4)
        box.setSpacing(Space.EDGE)
        box.addWidget(self.banner)
        box.addLayout(self.body, 1)
        box.addWidget(self._buttons)

    # -- what others call

    def open(self) -> None:
        """Show the dialog in front: with the edits that are not saved yet, else with what the store says now."""
        self.banner.say(Matter.QUESTION, None)
        if not self.has_edits:
            self.begin()
        self.present()

    def begin(self) -> None:
        """Show what the store says now; edits that were not saved are gone."""
        self._saves.forget()
        self._loaded = self._goes_on = self._is_refused = False
        self._conflict = self.standpoint = None
        self._set_busy(busy=False)
        self.banner.forget()
        self._buttons.tell("")
        self.set_open(False)
        self.reload()

    def leave(self, words: Callable[[], str], go_on: Callable[[], object]) -> None:
        """Go on to something else in this window; edits that are not saved are asked about first, in these words."""
        if self.is_busy:
            self._then = go_on
            return
        if not self.has_edits:
            go_on()
            return
        ask = Notice(words, Tone.WARNING, self._word_to_save, lambda: self.tr("Cancel"), lambda: self._save(go_on))
        self._ask(replace(ask, other=lambda: self.tr("Don't save"), do_other=go_on))

    def reload(self) -> None:
        """Ask for the sheet again."""
        self.ask(self._loads.expect())

    def refresh_if_open(self) -> None:
        """The setup became another, or the store came back: show it where the user can see it."""
        if self.isVisible() and not self.is_busy:
            self.reload()

    def edited(self) -> None:
        """The user changed something."""
        self._goes_on = True
        if self._loaded:
            self._buttons.tell("")
            self._show_buttons()
            if self.banner.is_asking:  # about what is no more
                self.banner.say(Matter.QUESTION, None)

    # -- look and words

    def retranslate(self) -> None:
        """Write every text anew."""
        self._buttons.retranslate()
        self.banner.retranslate()

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        super().restyle()
        self.banner.restyle()
        self._buttons.restyle()

    # -- what happens

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Cancel: answers that are still to come are dropped, and so is what was not saved."""
        self._loads.forget()
        self._saves.forget()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses the button that has the keyboard, else OK; Escape lets go what is asked, else it cancels."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focus = QApplication.focusWidget()
            if isinstance(focus, QAbstractButton) and not focus.isCheckable():
                focus.click()
            else:
                self._buttons.click_ok()
        elif event.key() == Qt.Key.Key_Escape and self.banner.is_asking:
            self.banner.cancel.click()
        else:
            super().keyPressEvent(event)

    def _arrived(self, sheet: Any) -> None:
        if isinstance(sheet, CtiError):
            self._unread(sheet)
            return
        self._is_refused = False
        self.banner.say(Matter.UNREAD, None)
        self.banner.say(Matter.PASSING_FAILURE, None)
        if self._loaded and self.is_changed() and self._conflict is None:
            self.take_live(sheet)
            self._show_standpoint(sheet.seen_by)
        else:
            self._take(sheet)

    def _unread(self, error: CtiError) -> None:
        """What is shown stays; who is refused to read it may not change it any more either."""
        self.banner.say(Matter.UNREAD, Notice(lambda: self.unread_words(error), Tone.WARNING))
        if isinstance(error, Refused) and self._loaded:
            self._is_refused = True
            self.set_open(False)
            self._show_buttons()

    def _take(self, sheet: Any) -> None:
        """Show a sheet; what the user changed since saving stays, and what others changed meanwhile is told."""
        conflict, self._conflict = (self._conflict if self._loaded else None), None
        goes_on = self._goes_on and not self._loaded
        is_first = self.standpoint is None
        self._loaded = False
        self.banner.say(Matter.FAILURE, None)
        self.take(sheet, keep_edits=conflict is not None or goes_on)
        self.banner.say(Matter.CONFLICT, self._conflict_notice(conflict) if conflict else None)
        self._loaded, self._goes_on = True, False
        self._show_standpoint(sheet.seen_by)
        if is_first:
            self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_standpoint(self, standpoint: Standpoint) -> None:
        if self.standpoint is not None and standpoint.lock is not self.standpoint.lock:
            self.banner.say(Matter.FAILURE, None)
        self.standpoint = standpoint
        limits = self.limits(standpoint)
        self.banner.say(Matter.LIMIT, limits if self.may_edit else None)
        self.banner.say(Matter.LOCK, None if self.may_edit else limits)
        self.set_open(self.may_edit)
        self._show_buttons()

    @property
    def may_edit(self) -> bool:
        """Whether there is a sheet that this user may change."""
        return self.standpoint is not None and self.standpoint.lock is Lock.NONE and not self._is_refused

    @property
    def can_edit(self) -> bool:
        """Whether something can be changed and saved now."""
        return self.may_edit and not self.is_busy

    @property
    def has_edits(self) -> bool:
        """Whether there are edits on the screen that are not saved, or not yet."""
        return self.isVisible() and (self.is_busy or (self._loaded and self.is_changed()))

    def _show_buttons(self) -> None:
        is_changed = self.is_changed()
        self._buttons.allow(ok=self.can_edit or not (self.is_busy or is_changed), apply=self.can_edit and is_changed)

    def _set_busy(self, *, busy: bool) -> None:
        self.is_busy = busy
        self._buttons.allow(ok=not busy, apply=False)

    def _ask(self, question: Notice) -> None:
        self.banner.say(Matter.QUESTION, question)
        button = self.banner.button if self.banner.button.isVisibleTo(self) else self.banner.cancel
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _word_to_save(self) -> str:
        return self.tr("Save") if self.can_edit else ""

    def _press_ok(self) -> None:
        if self.can_edit and self.has_edits:
            self._save(self.close)
        else:
            self.close()

    def _press_apply(self) -> None:
        self._save(self._stay)

    def _save(self, then: Callable[[], object], *, is_sure: bool = False) -> None:
        """Save what was edited and go on, unless something is wrong with it or the user thinks better of it."""
        self.banner.say(Matter.QUESTION, None)
        if not self.check():
            return
        doubt = None if is_sure else self.doubt()
        if doubt is None:
            self._send(then)
        else:
            save = partial(self._save, then, is_sure=True)
            self._ask(replace(doubt, cancel=lambda: self.tr("Cancel"), do=save))
            self.banner.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self, then: Callable[[], object]) -> None:
        self._then = then
        self._goes_on = False
        self.banner.say(Matter.FAILURE, None)
        self._set_busy(busy=True)
        self._buttons.tell(self.tr("Saving..."))
        self.send(self._saves.expect())

    def _saved(self, answer: Any) -> None:
        self._set_busy(busy=False)
        self._buttons.tell("")
        if isinstance(answer, SetupConflict):
            self._conflict = answer
            self.reload()
        elif isinstance(answer, CtiError):
            self._failed(answer)
        else:
            self.was_saved()
            then, self._then = self._then, None
            if then is not None:
                then()

    def _stay(self) -> None:
        self._loaded = False
        self._buttons.tell(self.tr("Saved. It holds from the next call on."))
        self.reload()

    def _failed(self, error: CtiError) -> None:
        is_told = isinstance(error, InvalidField | Refused) and self.refuse(error)
        if not (is_told and isinstance(error, InvalidField)):
            matter = Matter.PASSING_FAILURE if error.retryable else Matter.FAILURE
            self.banner.say(matter, Notice(lambda: error_words(error), Tone.WARNING))
        self._show_buttons()

    def _conflict_notice(self, conflict: SetupConflict) -> Notice:
        if not self.is_changed():
            return Notice(lambda: change_words(conflict), Tone.WARNING)

        def words() -> str:
            told = self.tr("{0} Your own changes are still here: save again to put them in force.")
            return told.format(f"{change_words(conflict)} {self.contradictions()}".strip())

        return Notice(words, Tone.WARNING, lambda: self.tr("Use their values"), do=self._use_theirs)

    def _use_theirs(self) -> None:
        self._loaded = self._goes_on = False
        self.reload()


def focus_first(widgets: list[QWidget]) -> None:
    """Put the keyboard into the first of these fields."""
    if widgets:
        widgets[0].setFocus(Qt.FocusReason.OtherFocusReason)
