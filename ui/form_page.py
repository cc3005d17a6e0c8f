"""A page of fields in one column: labels to the left, controls to the right, effects and problems below each control.

It arranges and scrolls; what the fields mean is not known here.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.form_fields import Field, TickField
from ui.parts import PlainLabel
from ui.theme import Space, TextRole, Theme

LABEL_WIDTH = 176


class FormPage(QScrollArea):
    """Fields under headings. The texts come from who builds it; `restyle` follows the theme."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._headings: list[PlainLabel] = []
        self.fields: list[Field[Any]] = []
        self._inside = QWidget()
        self._inside.setObjectName(f"{name}Inside")
        box = QVBoxLayout(self._inside)
        box.setContentsMargins(*[Space.GROUP] * 4)
        box.setSpacing(0)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.EDGE)
        self._grid.setVerticalSpacing(Space.INSIDE)
        self._grid.setColumnStretch(1, 1)
        box.addLayout(self._grid)
        box.addStretch(1)
        self.setWidget(self._inside)
        self._inside.installEventFilter(self)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)

    def add_heading(self) -> PlainLabel:
        """A heading over the fields that follow; its text is set by who asks."""
        heading = PlainLabel(self._theme, TextRole.STRONG, f"{self.objectName()}Heading{len(self._headings) + 1}")
        if self._headings or self.fields:
            self._space(Space.FIELD)
        self._headings.append(heading)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
        return heading

    def add(self, *fields: Field[Any]) -> None:
        """Fields, one below the other."""
        for field in fields:
            self._place(field, self._grid.rowCount())
            self._space(Space.INSIDE)

    def add_instead(self, other: Field[Any], field: Field[Any]) -> None:
        """A field in the place of another one; who adds it shows one of the two."""
        position: Any = self._grid.getItemPosition(self._grid.indexOf(other.control))
        self._place(field, position[0])

    def add_wide(self, widget: QWidget) -> None:
        """Something over the whole width."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def add_control(self, widget: QWidget) -> None:
        """Something of its own in the column of the controls, such as a button."""
        self._grid.addWidget(widget, self._grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)

    def add_words(self, words: QLabel) -> None:
        """A text that wraps, in the column of the controls and as wide as there is room."""
        self._grid.addWidget(words, self._grid.rowCount(), 1)

    def restyle(self) -> None:
        """Take fonts and widths from the theme."""
        self._grid.setColumnMinimumWidth(0, self._theme.width_px(LABEL_WIDTH))
        for heading in self._headings:
            heading.restyle()
        for field in self.fields:
            field.restyle()
            field.label.setFixedWidth(self._theme.width_px(LABEL_WIDTH))
            field.label.setMinimumHeight(field.control.minimumHeight())
            field.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width needs another height."""
        super().resizeEvent(event)
        self._fit_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A text that became longer needs more height."""
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self._fit_height()
        return super().eventFilter(watched, event)

    def set_open(self, can_edit: bool) -> None:
        """Let the user edit the fields, or only read them."""
        for field in self.fields:
            field.set_open(can_edit)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as labels and controls need; any height will do, because it scrolls."""
        return QSize(self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width(), 120)

    def _fit_height(self) -> None:
        """A scroll area does not ask by itself how high texts that wrap are at the width there is."""
        layout = self._inside.layout()
        if layout is not None:
            self._inside.setMinimumHeight(layout.totalHeightForWidth(self.viewport().width()))

    def _place(self, field: Field[Any], row: int) -> None:
        if not isinstance(field, TickField):
            self._grid.addWidget(field.label, row, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(field.control, QLabel):
            self._grid.addWidget(field.control, row, 1)
        else:
            self._grid.addWidget(field.control, row, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(field.wrong, row + 1, 1)
        self._grid.addWidget(field.note, row + 2, 1)
        self.fields.append(field)

    def _space(self, pixels: int) -> None:
        self._grid.setRowMinimumHeight(self._grid.rowCount(), pixels)
