"""The parts of the caller card and where they lie: one fixed skeleton for every state.

It builds, names and arranges; what the parts say and do is the card's business.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from ui.buttons import CardButton, IconButton, PrimaryButton, RowButton
from ui.card_window import BAR_WIDTH
from ui.colors import Tone
from ui.formats import translate
from ui.parts import Badge, Disc, PlainLabel, Shape
from ui.theme import Space, TextRole, Theme

MAX_NOTE = 2000
_EDGE = BAR_WIDTH + Space.GROUP


class NoteEdit(QLineEdit):
    """The note field. A click into it asks for the keyboard; Escape and Enter leave it."""

    wanted = Signal()
    left = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The user wants to type here."""
        self.wanted.emit()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape and Enter end the typing, not the card."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class CardParts:
    """All parts of one card, arranged in `owner`."""

    def __init__(self, owner: QWidget, theme: Theme) -> None:
        self._theme = theme
        self.shape = Shape(theme)
        self.state = PlainLabel(theme, TextRole.STRONG, "stateLabel", whole=True)
        self.line = PlainLabel(theme, TextRole.CAPTION, "lineLabel", muted=True)
        self.time = PlainLabel(theme, TextRole.NUMBER, "timeLabel", muted=True, right=True)
        self.close = IconButton(theme, "closeButton", "close", framed=False, icon_px=14)
        self.disc = Disc(theme)
        self.name = PlainLabel(theme, TextRole.NAME, "nameLabel")
        self.detail = PlainLabel(theme, TextRole.BODY, "detailLabel", muted=True)
        self.possible = Badge(theme, "possibleLabel", tone=Tone.WARNING, whole=True)
        self.number = PlainLabel(theme, TextRole.NUMBER, "numberLabel", whole=True)
        self.badge = Badge(theme, "badgeLabel")
        self.rows: list[RowButton] = []
        self.more = RowButton(theme, "moreButton")
        self.captions = [
            PlainLabel(theme, TextRole.CAPTION, name, muted=True) for name in ("lastCallLabel", "directoryLabel")
        ]
        self.primary = PrimaryButton(theme, "primaryButton")
        self.copy = IconButton(theme, "copyButton", "copy")
        self.call_back = IconButton(theme, "callBackButton", "phone")
        self.record = IconButton(theme, "recordButton", "open")
        self.note_button = IconButton(theme, "noteButton", "note")
        self.note_button.setCheckable(True)
        self.note = NoteEdit()
        self.note.setObjectName("noteEdit")
        self.note.setMaxLength(MAX_NOTE)
        self.note.setTextMargins(Space.INSIDE, 0, Space.INSIDE, 0)
        self.retranslate()
        self._keep_room()
        self._layouts = self._arrange(owner)
        self.set_tab_order()

    def retranslate(self) -> None:
        """Write every text that belongs to no call anew, in the language in force."""
        self.close.name_it(translate("CallerCard", "Close"), translate("CallerCard", "Close the card (Esc)"))
        self.copy.name_it(translate("CallerCard", "Copy number"))
        self.call_back.name_it(translate("CallerCard", "Call back"))
        self.record.name_it(translate("CallerCard", "Open record"))
        self.note_button.name_it(translate("CallerCard", "Note"), translate("CallerCard", "Write a note for this call"))
        self.note.setPlaceholderText(translate("CallerCard", "Note for this call"))
        self.note.setAccessibleName(translate("CallerCard", "Note"))

    def height(self) -> int:
        """The height that everything visible needs."""
        for layout in self._layouts:
            layout.invalidate()
        return self._layouts[-1].sizeHint().height()

    def restyle(self) -> None:
        """Take fonts and sizes from the theme."""
        theme = self._theme
        labels = (self.state, self.line, self.time, self.name, self.detail, self.possible, self.number, self.badge)
        for label in (*labels, *self.captions):
            label.restyle()
        for label in (self.detail, self.number):
            label.setFixedHeight(max(label.height(), self.badge.height()))
        self.shape.restyle()
        self.disc.restyle()
        for button in (self.close, *self._buttons()):
            button.restyle()
        self.note.setFont(theme.font(TextRole.BODY))
        self.note.setFixedHeight(theme.text_px(32))
        self.time.setFixedWidth(QFontMetrics(theme.font(TextRole.NUMBER)).horizontalAdvance("00:00:00") + 2)
        self.badge.setMaximumWidth(theme.width_px(170))

    def add_row(self) -> RowButton:
        """One more row for a record."""
        button = RowButton(self._theme, f"candidateButton{len(self.rows) + 1}")
        button.restyle()
        self._row_box.insertWidget(len(self.rows), button)
        self.rows.append(button)
        self.set_tab_order()
        return button

    def first_focus(self) -> CardButton:
        """Where the keyboard begins: the main action, else the first thing that can be done."""
        return next((button for button in self._buttons() if button.isVisible() and button.isEnabled()), self.close)

    def set_tab_order(self) -> None:
        """The main action first, then from top to bottom, close last.

        Each part is put right behind the first one, the last part first: Qt ignores an order that begins at the end of
        the chain.
        """
        others: list[QWidget] = [*self._buttons()[1:], self.note, self.close]
        for part in reversed(others):
            QWidget.setTabOrder(self.primary, part)

    def _buttons(self) -> list[CardButton]:
        return [self.primary, *self.rows, self.more, self.copy, self.call_back, self.record, self.note_button]

    def _keep_room(self) -> None:
        """A state without a main action, a second line or a number leaves its place empty, and moves nothing."""
        for part in (self.primary, self.detail, self.number):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)

    def _arrange(self, owner: QWidget) -> list[QLayout]:
        header = _row(self.shape, self.state, self.line, None, self.time, self.close)
        header.setContentsMargins(_EDGE, Space.FIELD, Space.FIELD, 0)
        detail = _row(self.detail, None, self.possible)
        number = _row(self.number, None, self.badge)
        texts = _column(Space.INSIDE, self.name, detail, number)
        who = QHBoxLayout()
        who.setSpacing(Space.EDGE)
        who.addWidget(self.disc, 0, Qt.AlignmentFlag.AlignTop)
        who.addLayout(texts, 1)
        self._row_box = _column(0, self.more)
        captions = _column(Space.INSIDE, *self.captions)
        actions = _row(self.primary, None, self.copy, self.call_back, self.record, self.note_button)
        body = _column(Space.EDGE, who, self._row_box, captions, None, actions, self.note)
        body.setContentsMargins(_EDGE, Space.INSIDE, Space.GROUP, Space.GROUP)
        whole = _column(0, header, body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        owner.setLayout(whole)
        return [header, detail, number, texts, who, self._row_box, captions, actions, body, whole]


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Parts beside each other; None takes up the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(Space.FIELD)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def _column(spacing: int, *parts: QWidget | QLayout | None) -> QVBoxLayout:
    """Parts below each other; None takes up the room that is left."""
    column = QVBoxLayout()
    column.setSpacing(spacing)
    for part in parts:
        if part is None:
            column.addStretch(1)
        elif isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    return column
