"""What would have happened: the newest calls, played again with a setup card as it is being edited.

The playing is the core's; this panel asks for it a moment after each edit and shows, for each call, what would be the
same and what would not.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tray.calls.settings import ModuleSettings, UserSettings
from tray.errors import CtiError
from tray.setup.views import SetupCommands
from tray.views import ForetoldCall
from ui.answers import Answers
from ui.foretold_words import call_name, foretold_words, has_changed
from ui.formats import day_and_clock, tooltip
from ui.list_parts import RowDelegate, is_filled
from ui.page_parts import WrappedLabel, paint_badge
from ui.setup_words import error_words
from ui.theme import Space, TextRole, Theme

PAUSE_MS = 150
"""Edits within this time are played together."""

CallRole = Qt.ItemDataRole.UserRole
_UPPER_PX = 22
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_Asked = tuple[ModuleSettings, UserSettings, UserSettings]


class _ForetoldDelegate(RowDelegate):
    """Paints a call: who and when, and below it what it would bring, with a badge where that is not as before.

    What a call would bring is never cut: its row is as high as the words need at the width of the list.
    """

    def __init__(self, theme: Theme, clock: Callable[[], float], of: QListWidget) -> None:
        super().__init__(theme, of)
        self._clock = clock
        self._list = of

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        """Draw one row on the ground that the style gives it."""
        call = index.data(CallRole)
        self.draw_ground(painter, option, index)
        if not isinstance(call, ForetoldCall):
            return
        painter.save()
        selected = is_filled(option)
        chosen = option.palette.color(QPalette.ColorRole.HighlightedText)
        tokens, middle = self._theme.tokens, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        room = option.rect.adjusted(Space.FIELD, Space.INSIDE, -Space.FIELD, -Space.INSIDE)
        upper, lower = QRect(room), QRect(room)
        upper.setHeight(self._theme.text_px(_UPPER_PX))
        lower.setTop(upper.bottom() + 1)
        caption = QFontMetrics(self._theme.font(TextRole.CAPTION))
        when = day_and_clock(call.started, self._clock())
        painter.setFont(self._theme.font(TextRole.CAPTION))
        painter.setPen(chosen if selected else tokens.text_muted)
        painter.drawText(upper, middle | Qt.AlignmentFlag.AlignRight, when)
        if has_changed(call):
            paint_badge(painter, self._theme, QRect(lower.topLeft(), self._badge_size()), self.tr("Changed"))
        painter.drawText(lower.adjusted(0, self._room_of_badge(call), 0, 0), _WRAPPED, foretold_words(call))
        body = QFontMetrics(self._theme.font(TextRole.BODY))
        upper = upper.adjusted(0, 0, -caption.horizontalAdvance(when) - Space.FIELD, 0)
        painter.setFont(self._theme.font(TextRole.BODY))
        painter.setPen(chosen if selected else tokens.text)
        name = body.elidedText(call_name(call), Qt.TextElideMode.ElideRight, upper.width())
        painter.drawText(upper, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:  # noqa: N802, ARG002
        """As high as the words need."""
        call = index.data(CallRole)
        width = self._list.viewport().width() - 2 * Space.FIELD
        caption = QFontMetrics(self._theme.font(TextRole.CAPTION))
        words = caption.boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, foretold_words(call)).height()
        return QSize(0, self._theme.text_px(_UPPER_PX) + self._room_of_badge(call) + words + 3 * Space.INSIDE)

    def _badge_size(self) -> QSize:
        caption = QFontMetrics(self._theme.font(TextRole.CAPTION))
        width = caption.horizontalAdvance(self.tr("Changed")) + 2 * Space.FIELD + 1
        return QSize(width, caption.height() + Space.INSIDE)

    def _room_of_badge(self, call: ForetoldCall) -> int:
        return self._badge_size().height() + Space.INSIDE if has_changed(call) else 0


class WhatIfPanel(QWidget):
    """The list of calls."""

    def __init__(self, theme: Theme, setup: SetupCommands, clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self.setObjectName("whatIf")
        self._theme = theme
        self._setup = setup
        self._asked: _Asked | None = None
        self._own = True
        self._calls: Sequence[ForetoldCall] = ()
        self._answers = Answers(self)
        self._answers.arrived.connect(self._take)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._heading = WrappedLabel(theme, TextRole.STRONG, "whatIfHeading")
        self._sentence = WrappedLabel(theme, TextRole.CAPTION, "whatIfSentence", muted=True)
        self._list = QListWidget()
        self._list.setObjectName("whatIfList")
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_ForetoldDelegate(theme, clock, self._list))
        self._none = WrappedLabel(theme, TextRole.BODY, "whatIfNone", muted=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._none)
        box = QVBoxLayout(self)
        box.setContentsMargins(*[Space.GROUP] * 4)
        box.setSpacing(Space.INSIDE)
        box.addWidget(self._heading)
        box.addWidget(self._sentence)
        box.addSpacing(Space.INSIDE)
        box.addWidget(self._pages, 1)

    def foretell(self, module: ModuleSettings, before: UserSettings, after: UserSettings, *, own: bool) -> None:
        """Play the calls again with a card as it is and as it is being edited; `own` is whose card it is."""
        self._own = own
        if (module, before, after) == self._asked:
            return
        self._asked = (module, before, after)
        self._pause.start()

    def renew(self) -> None:
        """Play again what was asked last, with the calls that came meanwhile."""
        if self._asked is not None:
            self._pause.start()

    def retranslate(self) -> None:
        """Write every text anew."""
        self._heading.setText(self.tr("What would have happened"))
        own = self.tr("The last calls on this computer, with the values as they stand here.")
        other = self.tr("The last calls on this computer, as if this card had been in force here.")
        self._sentence.setText(own if self._own else other)
        self._list.setAccessibleName(self.tr("What would have happened"))
        self._show()

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        for part in (self._heading, self._sentence, self._none):
            part.restyle()
        self._show()

    def _ask(self) -> None:
        if self._asked is not None:
            self._setup.foretell(*self._asked, self._answers.expect())

    def _take(self, answer: Sequence[ForetoldCall] | CtiError) -> None:
        if isinstance(answer, CtiError):
            self._calls = ()
            self._none.setText(error_words(answer))
            self._pages.setCurrentWidget(self._none)
            return
        self._calls = answer
        self.retranslate()

    def _show(self) -> None:
        row, scrolled = self._list.currentRow(), self._list.verticalScrollBar().value()
        self._list.clear()
        for call in self._calls:
            item = QListWidgetItem()
            changed = f", {self.tr('Changed')}" if has_changed(call) else ""
            item.setData(CallRole, call)
            in_one_line = foretold_words(call).replace("\n", ". ")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{call_name(call)}: {in_one_line}{changed}")
            item.setToolTip(tooltip(in_one_line))
            self._list.addItem(item)
        self._list.setCurrentRow(row)
        self._list.verticalScrollBar().setValue(scrolled)
        self._none.setText(self.tr("No calls yet. After the first ones this shows what a change would do."))
        self._pages.setCurrentWidget(self._list if self._calls else self._none)
