"""One call in full beside the list of Recent calls: who, when, and the reason of every decision."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tray.views import HistoryRow
from ui.buttons import IconButton
from ui.formats import clean_text, day_and_clock, duration_words
from ui.history_model import call_face, name_of, number_of, record_of
from ui.language import in_language
from ui.page_parts import ValueText, WrappedLabel
from ui.parts import Badge, PlainLabel, Shape
from ui.theme import Space, TextRole, Theme

COPIED_MS = 1500


class HistoryDetail(QWidget):
    """The pane. Its buttons ask; what they mean is the window's business."""

    open_requested = Signal()
    call_requested = Signal()
    copy_requested = Signal()

    def __init__(self, theme: Theme, clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self.setObjectName("detailPane")
        self._theme = theme
        self._clock = clock
        self._row: HistoryRow | None = None
        self._shape = Shape(theme)
        self._state = PlainLabel(theme, TextRole.STRONG, "stateLabel")
        self._name = ValueText(theme, "nameLabel", "", TextRole.NAME)
        self._number = PlainLabel(theme, TextRole.NUMBER, "numberLabel", muted=True)
        self._badge = Badge(theme, "recordBadge")
        self._time = PlainLabel(theme, TextRole.CAPTION, "timeLabel", muted=True)
        self._open = QPushButton()
        self._call = IconButton(theme, "callButton", "phone")
        self._copy = IconButton(theme, "copyButton", "copy")
        self._heading = WrappedLabel(theme, TextRole.STRONG, "whyLabel")
        self._reasons = ValueText(theme, "reasonsText", "")
        self._copied = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._open.setObjectName("openButton")
        self._arrange()
        self._open.clicked.connect(self.open_requested)
        self._call.clicked.connect(self.call_requested)
        self._copy.clicked.connect(self.copy_requested)
        self._copied.timeout.connect(self._end_copied)
        self.retranslate()

    def show_call(self, row: HistoryRow | None) -> None:
        """Show this call, or nothing."""
        self._row = row
        for child in self.findChildren(QWidget):
            if child.parent() is self:
                child.setVisible(row is not None)
        if row is None:
            return
        face = call_face(row)
        self._shape.show_shape(face.icon, face.tone)
        self._state.show_text(face.text)
        self._name.show_text(name_of(row))
        number = number_of(row)
        self._number.show_text(number if number != name_of(row) else "")
        self._badge.show_text(record_of(row))
        self._time.show_text(self._when(row))
        has_record, has_number = bool(record_of(row)), bool(row.number)
        self._open.setEnabled(has_record)
        self._open.setToolTip("" if has_record else self.tr("This call belongs to no record"))
        self._call.setEnabled(has_number)
        self._copy.setEnabled(has_number)
        self._reasons.show_text(
            "\n\n".join(clean_text(in_language(reason)) for reason in row.reasons) or self._no_reasons(row)
        )

    def show_copied(self) -> None:
        """Say that the number is on the clipboard."""
        self._copy.show_icon("check")
        self._copy.name_it(self.tr("Copied"))
        self._copied.start()

    def retranslate(self) -> None:
        """Write every text anew, in the language in force."""
        self._open.setText(self.tr("&Open record"))
        self._name.setAccessibleName(self.tr("Name"))
        self._reasons.setAccessibleName(self.tr("What CTI Tray did and why"))
        self._call.name_it(self.tr("Call back"), self.tr("Call back (Ctrl+D)"))
        self._heading.setText(self.tr("What CTI Tray did and why"))
        self._end_copied()
        if self._row is not None:
            self.show_call(self._row)

    def restyle(self) -> None:
        """Take fonts, heights and drawings from the theme."""
        for label in (self._state, self._number, self._badge, self._time):
            label.restyle()
        for part in (self._shape, self._name, self._call, self._copy, self._heading, self._reasons):
            part.restyle()
        self._open.setMinimumHeight(self._theme.text_px(36))

    def _arrange(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(Space.FIELD)
        state.addWidget(self._shape)
        state.addWidget(self._state, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.FIELD)
        buttons.addWidget(self._open, 1)
        buttons.addWidget(self._call)
        buttons.addWidget(self._copy)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.INSIDE)
        box.addLayout(state)
        box.addSpacing(Space.INSIDE)
        box.addWidget(self._name)
        box.addWidget(self._number)
        box.addWidget(self._time)
        box.addSpacing(Space.INSIDE)
        badge = QHBoxLayout()
        badge.addWidget(self._badge)
        badge.addStretch(1)
        box.addLayout(badge)
        box.addSpacing(Space.FIELD)
        box.addLayout(buttons)
        box.addSpacing(Space.GROUP)
        box.addWidget(self._heading)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._reasons)
        column.addStretch(1)
        area.setWidget(inner)
        box.addWidget(area, 1)

    def _when(self, row: HistoryRow) -> str:
        when = day_and_clock(row.started, self._clock())
        return f"{when}, {duration_words(row.duration_s)}" if row.duration_s > 0 else when

    def _no_reasons(self, row: HistoryRow) -> str:
        if row.outcome is None:
            return self.tr("The call still goes on.")
        return self.tr("Nothing was noted for this call.")

    def _end_copied(self) -> None:
        self._copied.stop()
        self._copy.show_icon("copy")
        self._copy.name_it(self.tr("Copy number"), self.tr("Copy number (Ctrl+C)"))
