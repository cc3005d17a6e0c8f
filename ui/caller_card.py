"""The caller card: one small window about one call.

It paints a `CardView` and turns clicks and keys into signals; it decides nothing about calls. The same widget serves
many calls one after the other, because showing a used window costs a fraction of building one.
"""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QShowEvent

from tray.views import CardView
from ui.buttons import CardButton
from ui.card_face import Action, Face, chosen_index, face_of
from ui.card_parts import CardParts
from ui.card_text import show_actions, show_identity
from ui.card_window import CARD_WIDTH, CardWindow
from ui.formats import running_time
from ui.theme import Theme

ROWS = 4
MOST_ROWS = 9
COPIED_MS = 1500


class CallerCard(CardWindow):
    """One caller card.

    Signals name the call they are about: `dismissed(call)`, `chosen(call, index)`, `noted(call, text)`;
    `dial_requested(number)` and `search_requested(text)` ask for something beside it.
    """

    dismissed = Signal(str)
    chosen = Signal(str, int)
    noted = Signal(str, str)
    dial_requested = Signal(str)
    search_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "callerCard")
        self.view: CardView | None = None
        self._face: Face | None = None
        self._least_height = 0
        self._expanded = False
        self._parts = CardParts(self, theme)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(COPIED_MS)
        self._connect()
        self.restyle()

    # -- what it shows

    @property
    def call(self) -> str:
        """The call on the card; "" for none."""
        return self.view.call if self.view else ""

    @property
    def note(self) -> str:
        """What is typed in the note field."""
        return self._parts.note.text()

    @property
    def height_wanted(self) -> int:
        """The height that the content needs; during a call it never shrinks by itself."""
        return max(self._least_height, self._parts.height())

    def show_view(self, view: CardView) -> None:
        """Show this call. The note that was typed and the keyboard focus stay where they are."""
        if view.call != self.call:
            self._begin(view)
        before = self._face.state if self._face else None
        self.view = view
        self._face = face = face_of(view, time.time())
        self._show_identity(face)
        self._show_rows(face)
        show_actions(self._parts, face)
        self._tick()
        if self.isVisible() and before is not None and before.text != face.state.text:
            self.announce()
        self._least_height = self.height_wanted

    def clear(self) -> None:
        """Forget the call, so that the widget can serve the next one."""
        self.hide()
        self._clock.stop()
        self.view = self._face = None

    def retranslate(self) -> None:
        """Write every text anew, in the language in force."""
        self._parts.retranslate()
        self._end_copied()
        if self.view is not None:
            self.show_view(self.view)
            self._refit()

    def restyle(self) -> None:
        """Take the look from the theme again."""
        self._least_height = 0
        self._parts.restyle()
        if self.view is not None:
            self.show_view(self.view)
        self.resize_to(self.theme.width_px(CARD_WIDTH), self.height_wanted)
        self.update()

    # -- what the user does

    def take_keyboard(self) -> None:
        """The user asked for the keyboard: the main action has the focus, or the note where it was being written."""
        super().take_keyboard()
        if self.focusWidget() is not self._parts.note:
            self._parts.first_focus().setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter does the main action, Escape dismisses, digits choose a record."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._dismiss()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = self.focusWidget()
            (focused if isinstance(focused, CardButton) else self._parts.primary).click()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._choose(key - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The time runs while somebody can see it."""
        self._tick()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nothing runs behind a hidden card."""
        self._clock.stop()
        super().hideEvent(event)

    # -- making it

    def _connect(self) -> None:
        self.closed.connect(self._dismiss)
        self._parts.close.clicked.connect(self._dismiss)
        self._parts.primary.clicked.connect(self._do_primary)
        self._parts.copy.clicked.connect(self._copy_number)
        self._parts.call_back.clicked.connect(self._dial)
        self._parts.record.clicked.connect(self._open)
        self._parts.note_button.clicked.connect(self._toggle_note)
        self._parts.more.clicked.connect(self._show_more)
        self._parts.note.textEdited.connect(self._send_note)
        self._parts.note.wanted.connect(self.take_keyboard)
        self._parts.note.left.connect(self._leave_note)
        self._clock.timeout.connect(self._tick)
        self._copied.timeout.connect(self._end_copied)

    # -- painting a view

    def _begin(self, view: CardView) -> None:
        self._least_height = 0
        self._expanded = False
        self._face = None
        self._parts.note.setText(view.note)
        self._parts.note.setCursorPosition(0)
        self._parts.note.setVisible(bool(view.note))
        self._parts.note_button.setChecked(bool(view.note))
        self._end_copied()
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def _show_identity(self, face: Face) -> None:
        if self.windowTitle() != face.title:
            self.setWindowTitle(face.title)
        self.setAccessibleName(face.spoken)
        if self.tone is not face.state.tone:
            self.tone = face.state.tone
            self.update()
        show_identity(self._parts, face, self.theme)

    def _show_rows(self, face: Face) -> None:
        count = min(len(face.rows), MOST_ROWS if self._expanded else ROWS)
        while len(self._parts.rows) < count:
            self._add_row()
        for index, button in enumerate(self._parts.rows):
            button.setVisible(index < count)
            if index < count:
                row = face.rows[index]
                hint = "" if row.has_page else self.tr("No page is set up for this table")
                button.show_row(str(index + 1), row.name, row.detail, chosen=row.chosen, hint=hint)
        rest = len(face.rows) - count
        self._parts.more.setVisible(rest > 0)
        if rest > 0:
            self._parts.more.show_row("", self.tr("{0} more").format(rest), "", chosen=False, hint="")

    def _add_row(self) -> None:
        index = len(self._parts.rows)
        self._parts.add_row().clicked.connect(partial(self._choose, index))

    def _tick(self) -> None:
        view = self.view
        if view is None:
            return
        if view.since is None:
            self._parts.time.show_text(running_time(view.duration_s) if view.duration_s > 0 else "")
            return
        seconds = max(0.0, time.monotonic() - view.since)
        self._parts.time.show_text(running_time(seconds))
        if self.isVisible():
            self._clock.start(int((1.0 - seconds % 1.0) * 1000) + 1)

    # -- acting

    def _dismiss(self) -> None:
        call = self.call
        if call:
            self.hide()
            self.dismissed.emit(call)

    def _choose(self, index: int) -> None:
        if self._face is not None and self.view is not None and index < len(self.view.candidates):
            self.chosen.emit(self.call, index)

    def _do_primary(self) -> None:
        if self._face is None or not self._parts.primary.isVisible():
            return
        action = self._face.primary.action
        if action is Action.OPEN:
            self._open()
        elif action is Action.CALL:
            self._dial()
        elif action is Action.SEARCH:
            self._search()

    def _open(self) -> None:
        if self.view is not None:
            self._choose(chosen_index(self.view) or 0)

    def _dial(self) -> None:
        if self.view is not None and self.view.number:
            self.dial_requested.emit(self.view.number)

    def _search(self) -> None:
        if self.view is not None:
            self.search_requested.emit(self.view.number)

    def _copy_number(self) -> None:
        if self.view is not None:
            QGuiApplication.clipboard().setText(self.view.number)
            self._parts.copy.show_icon("check")
            self._parts.copy.name_it(self.tr("Copied"))
            self._copied.start()

    def _end_copied(self) -> None:
        self._copied.stop()
        self._parts.copy.show_icon("copy")
        self._parts.copy.name_it(self.tr("Copy number"))

    def _show_more(self) -> None:
        if self._face is None:
            return
        if self._expanded:
            self._search()
            return
        self._expanded = True
        self._show_rows(self._face)
        self._refit()

    def _toggle_note(self) -> None:
        wanted = not self._parts.note.isVisible()
        if not wanted and self._parts.note.text():
            wanted = True
        self._parts.note_button.setChecked(wanted)
        self._parts.note.setVisible(wanted)
        self._refit()
        if wanted:
            self.take_keyboard()
            self._parts.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_note(self) -> None:
        """To the note's own button: one Enter too many must neither dial nor open anything."""
        self._parts.note_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send_note(self, text: str) -> None:
        self.noted.emit(self.call, text)

    def _refit(self) -> None:
        self._least_height = 0
        self._least_height = self.height_wanted
        self.resized.emit()
