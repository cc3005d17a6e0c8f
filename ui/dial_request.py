"""A link asks to dial: a card that asks the user, because any web page can open a link.

It never takes the keyboard by itself, and what it asks is never changed under the finger of somebody who is about to
click: for a moment after it has come, or asks for another number, Call does nothing. It goes away by itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout

from tray.interfaces import Commands
from tray.views import DialRequestView
from ui.buttons import IconButton, PrimaryButton
from ui.card_stack import CardStack
from ui.card_window import BAR_WIDTH, CARD_WIDTH, CardWindow
from ui.colors import Tone
from ui.formats import clean_text
from ui.page_parts import WrappedLabel
from ui.parts import PlainLabel, Shape
from ui.theme import Space, TextRole, Theme

LIFE_MS = 60_000
"""So long it waits for an answer."""

CALM_MS = 700
"""So long after a change Call cannot be pressed: nobody reads and decides faster, but a finger may be on its way."""


class DialRequestCard(CardWindow):
    """The card. `answered(request, dial)` is sent once for each request."""

    answered = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "dialRequest")
        self.tone = Tone.ACCENT
        self._view: DialRequestView | None = None
        self._shape = Shape(theme)
        self._shape.show_shape("outgoing", Tone.ACCENT)
        self._title = PlainLabel(theme, TextRole.STRONG, "requestTitle")
        self._name = PlainLabel(theme, TextRole.NAME, "requestName")
        self._number = PlainLabel(theme, TextRole.NUMBER, "requestNumber")
        self._key_in = WrappedLabel(theme, TextRole.CAPTION, "requestKeyIn", muted=True)
        self._close = IconButton(theme, "closeButton", "close", framed=False, icon_px=14)
        self._call = PrimaryButton(theme, "callButton")
        self._cancel = _QuietButton(theme, "cancelButton")
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(lambda: self._call.setEnabled(True))
        self._call.clicked.connect(lambda: self._answer(dial=True))
        for button in (self._cancel, self._close):
            button.clicked.connect(lambda: self._answer(dial=False))
        self.closed.connect(lambda: self._answer(dial=False))
        self._arrange()
        self.retranslate()
        self.restyle()

    @property
    def height_wanted(self) -> int:
        """The height that the text needs at the card's width."""
        return self._height_for(self.width())

    @property
    def view(self) -> DialRequestView | None:
        """What it asks; None when that is answered."""
        return self._view

    def show_view(self, view: DialRequestView) -> None:
        """Ask this; the same question again changes nothing."""
        if view == self._view:
            return
        self._view = view
        self._call.setEnabled(False)
        self._calm.start()
        self.retranslate()

    def take_keyboard(self) -> None:
        """The user asked for the keyboard: Enter must not dial what was just not there, so Cancel has the focus."""
        super().take_keyboard()
        self._cancel.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def retranslate(self) -> None:
        """Write every text anew, in the language in force."""
        view = self._view or DialRequestView("", "")
        name = clean_text(view.name or view.number_text)
        self._title.show_text(self.tr("A link asks to dial"))
        self._name.show_text(name)
        self._number.show_text(clean_text(view.number_text) if view.name else "")
        extension = self.tr("Extension: {0}").format(clean_text(view.extension, 80)) if view.extension else ""
        later = self.tr("To key in after the answer: {0}").format(clean_text(view.key_in, 80)) if view.key_in else ""
        self._key_in.setText("\n".join(filter(None, (extension, later))))
        self._key_in.setVisible(bool(extension or later))
        self._call.setText(self.tr("Call now"))
        self._cancel.setText(self.tr("Cancel"))
        self._close.name_it(self.tr("Close"))
        self.setWindowTitle(self.tr("Dial request - {0}").format(name))
        asked = ", ".join(clean_text(part) for part in (view.name, view.number_text, extension) if part)
        self.setAccessibleName(self.tr("A link asks to dial. Call {0}?").format(asked))
        self.resized.emit()

    def restyle(self) -> None:
        """Take the look from the theme again."""
        for part in (self._shape, self._title, self._name, self._number, self._key_in, self._close):
            part.restyle()
        for button in (self._call, self._cancel):
            button.restyle()
        width = self.theme.width_px(CARD_WIDTH)
        self.resize_to(width, self._height_for(width))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape cancels; Enter presses the button that has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self._answer(dial=False)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            button = self._call if self._call.hasFocus() else self._cancel
            button.click()
        else:
            super().keyPressEvent(event)

    def give_up(self) -> None:
        """Nobody answered."""
        self._answer(dial=False)

    def _answer(self, *, dial: bool) -> None:
        view, self._view = self._view, None
        if view is not None:
            self._calm.stop()
            self.answered.emit(view.request, dial)

    def _height_for(self, width: int) -> int:
        for layout in (self._body, self._whole):
            layout.invalidate()
        wraps = self._whole.hasHeightForWidth()
        return self._whole.totalHeightForWidth(width) if wraps else self._whole.totalSizeHint().height()

    def _arrange(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(Space.FIELD)
        header.setContentsMargins(BAR_WIDTH + Space.GROUP, Space.FIELD, Space.FIELD, 0)
        header.addWidget(self._shape)
        header.addWidget(self._title, 1)
        header.addWidget(self._close)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.FIELD)
        buttons.addWidget(self._call, 1)
        buttons.addWidget(self._cancel, 1)
        self._body = body = QVBoxLayout()
        body.setSpacing(Space.INSIDE)
        body.setContentsMargins(BAR_WIDTH + Space.GROUP, Space.FIELD, Space.GROUP, Space.GROUP)
        body.addWidget(self._name)
        body.addWidget(self._number)
        body.addWidget(self._key_in)
        body.addSpacing(Space.EDGE)
        body.addLayout(buttons)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._whole.addLayout(header)
        self._whole.addLayout(body)


class DialRequests(QObject):
    """Keeps the one card: shows it among the others, and takes it away when it is answered or too old."""

    def __init__(self, theme: Theme, stack: CardStack, commands: Callable[[], Commands]) -> None:
        super().__init__(theme)
        self._theme = theme
        self._stack = stack
        self._commands = commands
        self._card: DialRequestCard | None = None
        self._life = QTimer(self, singleShot=True, interval=LIFE_MS)
        self._life.timeout.connect(self._give_up)

    def show(self, view: DialRequestView) -> None:
        """Ask this, in place of what was asked before."""
        card = self._card or self._make()
        card.show_view(view)
        self._life.start()
        if not card.isVisible():
            self._stack.seat(card)

    def take_keyboard(self) -> bool:
        """Give the keyboard to the card; whether there is one."""
        card = self._card
        if card is None or card.view is None:
            return False
        card.take_keyboard()
        return True

    def close(self) -> None:
        """Take the card away for good; nothing is answered any more."""
        self._life.stop()
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None

    def _make(self) -> DialRequestCard:
        card = self._card = DialRequestCard(self._theme)
        card.answered.connect(self._answer)
        card.resized.connect(self._regrow)
        self._theme.changed.connect(card.restyle)
        return card

    def _regrow(self) -> None:
        card = self._card
        if card is not None:
            self._stack.regrow(card)

    def _give_up(self) -> None:
        if self._card is not None:
            self._card.give_up()

    def _answer(self, request: str, dial: bool) -> None:
        self._life.stop()
        if self._card is not None:
            self._stack.unseat(self._card)
        self._commands().answer_dial_request(request, dial=dial)


class _QuietButton(PrimaryButton):
    """The other answer: as large as the filled button, with a frame only."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw ground, text and focus ring."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        self._ground(painter, self._plain_ground(), tokens.border)
        painter.setPen(tokens.text)
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self.text())
        self._ring(painter, tokens.focus_ring, 1)
        painter.end()
