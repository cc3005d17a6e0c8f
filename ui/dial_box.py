"""The dial box: type a name or a number, see what would be dialled, press Enter.

It is worked by the keyboard alone: Up and Down choose, Enter dials, Ctrl+Enter opens the record, Escape closes. The
directory is asked while the user types; an answer to older text is dropped and never changes what Enter does. Where it
is known that a number will not be dialled, Enter keeps the box and what was typed.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from tray.calls.written import MOST_WRITTEN
from tray.interfaces import Commands
from tray.views import CandidateView, DialWay
from ui.answers import Answers
from ui.colors import Tone
from ui.dial_list import DialDelegate
from ui.dial_model import DialModel, DialRow, is_number, problem, rows_of
from ui.formats import clean_text
from ui.language import in_language
from ui.list_parts import ROW_PX
from ui.page_parts import WrappedLabel
from ui.theme import Space, TextRole, Theme
from ui.window import DeskWindow

MOST_FOUND = 8
PAUSE_MS = 120
_MAX_TYPED = MOST_WRITTEN


class DialBox(DeskWindow):
    """The window. `record_requested(table, no)` asks for the page of a record."""

    record_requested = Signal(str, str)

    def __init__(self, theme: Theme, commands: Commands) -> None:
        super().__init__(theme, "dialBox", QSize(460, 400))
        self._commands = commands
        self._answers, self._ways = Answers(self), Answers(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._edit = QLineEdit()
        self._says = WrappedLabel(theme, TextRole.BODY, "dialLabel", muted=True)
        self._list = QListView()
        self._model = DialModel(theme.text_px(ROW_PX), self)
        self._none = WrappedLabel(theme, TextRole.BODY, "noneLabel", muted=True)
        self._results = QStackedWidget()
        self._way = WrappedLabel(theme, TextRole.CAPTION, "wayLabel", muted=True)
        self._way_pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._asked_way: str | None = None
        self._shown_way = DialWay("")
        self._way_of: str | None = None
        self._refused: str | None = None
        self._searched = False
        self._open, self._dial = QPushButton(), QPushButton()
        self._name_parts()
        self._arrange()
        self._connect()
        self._take(())
        self.retranslate()
        self.restyle()

    # -- what others call

    def open(self, text: str | None = None) -> None:
        """Show the box in front, with the keyboard in its field; `text` is searched at once."""
        if text is not None:
            self._edit.setText(clean_text(text, _MAX_TYPED))
            self._ask()
        self.present()
        self._asked_way = self._way_of = self._refused = None
        self._show_way(DialWay(""))
        self._ask_way()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.selectAll()

    # -- how it is built

    def _name_parts(self) -> None:
        self._edit.setObjectName("dialEdit")
        self._edit.setMaxLength(_MAX_TYPED)
        self._edit.setClearButtonEnabled(True)
        self._edit.setTextMargins(Space.INSIDE, 0, Space.INSIDE, 0)
        self._list.setObjectName("resultList")
        self._list.setModel(self._model)
        self._list.setItemDelegate(DialDelegate(self.theme, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._open.setObjectName("openButton")
        self._dial.setObjectName("dialButton")
        self._dial.setDefault(True)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.FIELD)
        buttons.addStretch(1)
        buttons.addWidget(self._open)
        buttons.addWidget(self._dial)
        box = QVBoxLayout(self)
        box.setContentsMargins(*[Space.GROUP] * 4)
        box.setSpacing(Space.FIELD)
        box.addWidget(self._edit)
        box.addWidget(self._says)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._results.addWidget(self._none)
        self._results.addWidget(self._list)
        box.addWidget(self._results, 1)
        box.addWidget(self._way)
        box.addSpacing(Space.INSIDE)
        box.addLayout(buttons)

    def _connect(self) -> None:
        self._edit.textEdited.connect(self._typed)
        self._edit.textChanged.connect(self._show_what)
        self._edit.installEventFilter(self)
        self._pause.timeout.connect(self._ask)
        self._answers.arrived.connect(self._take)
        self._ways.arrived.connect(self._take_way)
        self._way_pause.timeout.connect(self._ask_way)
        self._list.selectionModel().currentChanged.connect(self._show_what)
        self._list.doubleClicked.connect(self._do_dial)
        self._dial.clicked.connect(self._do_dial)
        self._open.clicked.connect(self._do_open)

    def retranslate(self) -> None:
        """Write every text anew, in the language in force."""
        self.setWindowTitle(self.tr("Dial"))
        self._edit.setAccessibleName(self.tr("Name or number"))
        self._edit.setPlaceholderText(self.tr("Name or number"))
        self._list.setAccessibleName(self.tr("Found in the directory"))
        self._list.viewport().update()
        self._open.setText(self.tr("&Open record"))
        self._open.setToolTip(self.tr("Open record (Ctrl+Enter)"))
        self._dial.setText(self.tr("&Dial"))
        self._show_none()
        self._show_what()
        self._show_way(self._shown_way)

    def restyle(self) -> None:
        """Take fonts, heights and drawings from the theme."""
        super().restyle()
        self._model.row_px = self.theme.text_px(ROW_PX)
        self._list.doItemsLayout()
        self._none.restyle()
        self._way.restyle()
        self._show_way(self._shown_way)
        self._edit.setMinimumHeight(self.theme.text_px(36))
        for button in (self._open, self._dial):
            button.setMinimumSize(self.theme.text_px(96), self.theme.text_px(32))
        self._says.setMinimumHeight(QFontMetrics(self.theme.font(TextRole.BODY)).height())
        self._show_what()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The keys of the field that belong to the list or to the box."""
        if watched is self._edit and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                (self._do_open if control else self._do_dial)()
                return True
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    # -- what happens

    def _typed(self) -> None:
        self._answers.forget()
        self._refused = None
        self._list.setCurrentIndex(self._model.index(-1))
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        text = self._edit.text().strip()
        if text:
            self._commands.search(text, MOST_FOUND, self._answers.expect())
        else:
            self._take(())

    def _take(self, found: tuple[CandidateView, ...]) -> None:
        self._model.set_rows(rows_of(found))
        self._searched = bool(self._edit.text().strip())
        self._show_none()
        self._results.setCurrentWidget(self._list if found else self._none)
        if self._model.rowCount() and not is_number(self._edit.text()):
            self._list.setCurrentIndex(self._model.index(0))
        self._show_what()

    def _move(self, step: int) -> None:
        count = self._model.rowCount()
        if not count:
            return
        current = self._list.currentIndex()
        place = current.row() + step if current.isValid() else (0 if step > 0 else count - 1)
        if place < 0:
            self._list.setCurrentIndex(self._model.index(-1))
        else:
            self._list.setCurrentIndex(self._model.index(min(place, count - 1)))

    def _current(self) -> DialRow | None:
        return self._model.row_at(self._list.currentIndex())

    def _number(self) -> str:
        """What Enter would dial; "" for nothing."""
        row = self._current()
        if row is not None:
            return row.number
        text = self._edit.text()
        return "" if problem(text) else text.strip()

    def _show_what(self) -> None:
        number, row = self._number(), self._current()
        self._dial.setEnabled(bool(number))
        self._way_pause.start()
        self._open.setEnabled(row is not None and row.has_page)
        if self._is_blocked(number):
            self._say(self.tr("This was not dialled.") if number == self._refused else "", wrong=True)
        elif number:
            words = self.tr("Enter dials {0}").format(clean_text(number, 80))
            self._say(f"{words}, {row.name}" if row else words)
        elif row is not None:
            self._say(self.tr("This record has no number."))
        else:
            self._say("")

    def _ask_way(self) -> None:
        number = self._number()
        if number != self._asked_way and self.isVisible():
            self._asked_way = number
            self._commands.dial_way(number, self._ways.expect())

    def _take_way(self, way: DialWay) -> None:
        self._way_of = self._asked_way
        self._show_way(way)
        self._show_what()

    def _is_blocked(self, number: str) -> bool:
        return bool(number and self._shown_way.obstacle) and number == self._way_of

    def _show_way(self, way: DialWay) -> None:
        """How it will be dialled, or what stands in the way and what to do about that."""
        self._shown_way = way
        palette, tokens = self._way.palette(), self.theme.tokens
        palette.setColor(QPalette.ColorRole.WindowText, tokens.tone(Tone.DANGER) if way.obstacle else tokens.text_muted)
        self._way.setPalette(palette)
        told = (way.obstacle, way.hint) if way.obstacle else (way.how,)
        self._way.setText(" ".join(in_language(part) for part in told if part))

    def _say(self, text: str, *, wrong: bool = False) -> None:
        palette = self._says.palette()
        tokens = self.theme.tokens
        palette.setColor(QPalette.ColorRole.WindowText, tokens.tone(Tone.DANGER if wrong else Tone.NEUTRAL))
        self._says.setFont(self.theme.font(TextRole.BODY))
        self._says.setPalette(palette)
        self._says.setText(text)
        self._edit.setAccessibleDescription(text)

    def _do_dial(self) -> None:
        number = self._number()
        if not number:
            row = self._current()
            self._say(self.tr("This record has no number.") if row else self._problem(), wrong=True)
            return
        if self._is_blocked(number):  # what stood in the way may be gone by now
            self._refused, self._asked_way = number, None
            self._show_what()
            self._ask_way()
            return
        self._commands.dial(number)
        self._edit.clear()
        self._take(())
        self.close()

    def _problem(self) -> str:
        unknown = self._searched and self._results.currentWidget() is self._none
        return problem(self._edit.text(), unknown=unknown)

    def _show_none(self) -> None:
        nothing = self.tr("Nothing in the directory matches.")
        self._none.setText(
            nothing if self._searched else self.tr("Names from the directory appear here while you type.")
        )

    def _do_open(self) -> None:
        row = self._current()
        if row is not None and row.has_page:
            self.record_requested.emit(row.table, row.no)
            self.close()
