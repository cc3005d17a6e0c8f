"""The built-in record page: one record of the directory, for mappings that have no web page.

It opens by itself while somebody types elsewhere, so it never takes the keyboard unless the user asked for it. All
text is foreign and shown literally.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tray.views import HistoryRow, RecordView
from ui.formats import clean_text, day_and_clock, field_label, initials
from ui.history_model import call_face, duration_of
from ui.page_parts import ValueText, WrappedLabel
from ui.parts import Badge, Disc, PlainLabel, Shape
from ui.placement import Rect, Size
from ui.theme import Space, TextRole, Theme
from ui.window import DeskWindow

SIZE = QSize(520, 560)
_MOST_CALLS = 10
_LABEL_WIDTH = 132
_USUAL_FRAME = QMargins(8, 32, 8, 8)


class RecordPage(DeskWindow):
    """The window of one record. `dial_requested(number)` asks for a call."""

    dial_requested = Signal(str)

    def __init__(self, theme: Theme, clock: Callable[[], float] = time.time) -> None:
        super().__init__(theme, "recordPage", SIZE)
        self.view: RecordView | None = None
        self._given = QSize()
        self._clock = clock
        self._disc = Disc(theme)
        self._name = ValueText(theme, "nameLabel", "", TextRole.NAME)
        self._badge = Badge(theme, "recordBadge")
        self._area = QScrollArea()
        self._area.setObjectName("recordArea")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._head = self._arrange()
        self.retranslate()
        super().restyle()
        self._restyle_head()

    @property
    def key(self) -> tuple[str, str]:
        """Table and number of the record."""
        return (self.view.table, self.view.no) if self.view else ("", "")

    @property
    def rect_on_screen(self) -> Rect:
        """Where the page is, with the frame of the window manager."""
        frame = self.frameGeometry()
        return Rect(frame.x(), frame.y(), frame.width(), frame.height())

    @property
    def has_users_size(self) -> bool:
        """Whether somebody else than the product gave the page its size."""
        return self.testAttribute(Qt.WidgetAttribute.WA_Resized) and self.size() != self._given

    @property
    def size_wanted(self) -> Size:
        """The size of the page with its frame: the one that the user gave it, else as high as its content."""
        size = self.size() if self.has_users_size else self.start_size()
        outer = size.grownBy(self._frame())
        return Size(outer.width(), outer.height())

    def start_size(self) -> QSize:
        """As high as the content, up to the height from which on it scrolls."""
        most = super().start_size()
        return QSize(most.width(), min(most.height(), self._height_of_content(most.width())))

    def show_view(self, view: RecordView) -> None:
        """Fill the page; nothing is shown yet."""
        if view == self.view:
            return
        self.view = view
        self._fill(view)

    def retranslate(self) -> None:
        """Write every text anew, in the language in force."""
        self._name.setAccessibleName(self.tr("Name"))
        if self.view is not None:
            self._fill(self.view)

    def _fill(self, view: RecordView) -> None:
        name = clean_text(view.name or view.no)
        self.setWindowTitle(self.tr("Master data - {0}").format(name))
        self.setAccessibleName(self.windowTitle())
        self._name.show_text(name)
        self._disc.show_name(initials(name), name)
        self._badge.show_text(clean_text(f"{view.table} {view.no}", 60))
        self._area.setWidget(self._body(view))

    def appear(self, rect: Rect | None) -> None:
        """Show the page without touching the keyboard focus; `rect` is its place, None leaves it where it is."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if rect is not None:
            self.put(rect)
        self.show()
        self.raise_()

    def put(self, rect: Rect) -> None:
        """Take this place, frame included."""
        size = QSize(rect.width, rect.height).shrunkBy(self._frame())
        if not self.has_users_size:
            self._given = size
        self.resize(size)
        self.move(rect.x, rect.y)

    def present(self) -> None:
        """Show the page with the keyboard, because the user asked for it."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)
        super().present()

    def restyle(self) -> None:
        """Take fonts, heights and drawings from the theme."""
        super().restyle()
        self._restyle_head()
        if self.view is not None:
            self._area.setWidget(self._body(self.view))

    def _frame(self) -> QMargins:
        """What the window manager adds around the page; a guess until it was shown once."""
        handle = self.windowHandle()
        known = handle.frameMargins() if handle is not None else QMargins()
        return _USUAL_FRAME if known.isNull() else known

    def _height_of_content(self, width: int) -> int:
        """The height of a page of this width that shows everything without scrolling."""
        body = self._area.widget()
        layout = body.layout() if body is not None else None
        if body is None or layout is None:
            return 0
        room = width - 2 * Space.GROUP
        self._name.fit_to(room - self._disc.width() - Space.EDGE)
        for text in body.findChildren(ValueText):
            text.fit_to(room - self.theme.width_px(_LABEL_WIDTH) - Space.EDGE)
        self._head.invalidate()
        layout.invalidate()
        return 2 * Space.GROUP + self._head.sizeHint().height() + layout.totalHeightForWidth(width - Space.GROUP)

    def _restyle_head(self) -> None:
        for part in (self._disc, self._name, self._badge):
            part.restyle()

    def _arrange(self) -> QHBoxLayout:
        badge = QHBoxLayout()
        badge.addWidget(self._badge)
        badge.addStretch(1)
        names = QVBoxLayout()
        names.setSpacing(Space.INSIDE)
        names.addWidget(self._name)
        names.addLayout(badge)
        head = QHBoxLayout()
        head.setSpacing(Space.EDGE)
        head.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.GROUP, Space.GROUP, 0, 0)
        box.setSpacing(Space.GROUP)
        head.setContentsMargins(0, 0, Space.GROUP, 0)
        box.addLayout(head)
        box.addWidget(self._area, 1)
        return head

    # -- the body is built anew for each record

    def _body(self, view: RecordView) -> QWidget:
        body = QWidget()
        body.setObjectName("recordBody")
        box = QVBoxLayout(body)
        box.setContentsMargins(0, 0, Space.GROUP, Space.GROUP)
        box.setSpacing(Space.GROUP)
        box.addLayout(self._fields(view))
        ended = [call for call in view.calls if call.outcome is not None]
        if ended:
            box.addSpacing(Space.FIELD)
            box.addWidget(self._heading(self.tr("Last calls")))
            box.addLayout(self._calls(ended[:_MOST_CALLS]))
        box.addStretch(1)
        return body

    def _fields(self, view: RecordView) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.EDGE)
        grid.setVerticalSpacing(Space.FIELD)
        grid.setColumnMinimumWidth(0, self.theme.width_px(_LABEL_WIDTH))
        grid.setColumnStretch(1, 1)
        filled = [(label, value) for label, value in view.fields if value.strip()]
        phones = {name for field in view.phone_fields if "fax" not in (name := field.casefold())}
        for row, (label, value) in enumerate(filled):
            name = field_label(label)
            if label.casefold() in phones:
                grid.addWidget(self._label(name, row), row, 0)
                grid.addWidget(self._phone(name, value, row), row, 1, Qt.AlignmentFlag.AlignLeft)
            else:
                text = ValueText(self.theme, f"value{row}", value)
                text.setAccessibleName(name)
                grid.addWidget(self._label(name, row), row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(text, row, 1, Qt.AlignmentFlag.AlignTop)
        if not filled:
            grid.addWidget(self._heading(self.tr("This record has no further fields.")), 0, 0, 1, 2)
        return grid

    def _label(self, text: str, row: int) -> QLabel:
        label = WrappedLabel(self.theme, TextRole.BODY, f"label{row}", muted=True)
        label.setText(text)
        label.setFixedWidth(self.theme.width_px(_LABEL_WIDTH))
        label.restyle()
        return label

    def _phone(self, label: str, value: str, row: int) -> QPushButton:
        button = QPushButton(self.theme.icon("phone", 16), clean_text(value, 60).replace("&", "&&"))
        button.setObjectName(f"dial{row}")
        button.setFont(self.theme.font(TextRole.NUMBER))
        icon = self.theme.text_px(16)
        button.setIconSize(QSize(icon, icon))
        button.setAccessibleName(self.tr("Call {0}, {1}").format(clean_text(value, 60), label))
        button.setToolTip(self.tr("Call this number"))
        button.setMinimumHeight(self.theme.text_px(32))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.dial_requested.emit(value.strip()))
        return button

    def _heading(self, text: str) -> QLabel:
        label = WrappedLabel(self.theme, TextRole.STRONG, "headingLabel")
        label.setText(text)
        label.restyle()
        return label

    def _calls(self, rows: Sequence[HistoryRow]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.FIELD)
        grid.setVerticalSpacing(Space.FIELD)
        grid.setColumnStretch(1, 1)
        for row, call in enumerate(rows):
            face = call_face(call)
            shape = Shape(self.theme, 16)
            shape.show_shape(face.icon, face.tone)
            shape.restyle()
            grid.addWidget(shape, row, 0)
            when = day_and_clock(call.started, self._clock())
            state = WrappedLabel(self.theme, TextRole.BODY, f"state{row}")
            state.setText(face.text)
            state.restyle()
            grid.addWidget(state, row, 1)
            for column, text in enumerate((when, duration_of(call)), start=2):
                label = PlainLabel(self.theme, TextRole.NUMBER, f"call{row}", muted=True, whole=True)
                label.restyle()
                label.show_text(text)
                grid.addWidget(label, row, column)
        return grid
