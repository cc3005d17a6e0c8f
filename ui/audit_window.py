"""The audit trail: every change of setup, for administrators, to be searched and written into a file."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from tray.errors import CtiError, Refused
from tray.setup.audit import AuditEntry
from tray.setup.views import SetupCommands
from ui.answers import Answers
from ui.audit_model import AuditColumn, AuditModel
from ui.banner import Banner, Notice
from ui.colors import Tone
from ui.column_widths import ColumnWidths, Width
from ui.found_page import FoundPage
from ui.found_table import FoundList
from ui.list_parts import SearchField
from ui.parts import PlainLabel, fit_controls
from ui.setup_words import error_words, loaded_words
from ui.theme import Space, TextRole, Theme
from ui.window import DeskWindow

PAGE = 200
_LEAST_NEW = 96
_WIDTHS: dict[int, Width] = {
    AuditColumn.WHEN: Width(160, 152),
    AuditColumn.WHO: Width(184, 104),
    AuditColumn.ACTION: Width(112, 88),
    AuditColumn.RECORD: Width(232, 160),
    AuditColumn.FIELD: Width(216, 152),
    AuditColumn.OLD: Width(120, 72),
}


class AuditWindow(DeskWindow):
    """The window. Older entries are loaded when somebody asks for them or scrolls to the end."""

    def __init__(self, theme: Theme, setup: SetupCommands, clock: Callable[[], float] = time.time) -> None:
        super().__init__(theme, "auditTrail", QSize(1160, 600))
        self._clock = clock
        self._loaded_at: float | None = None
        self._setup = setup
        self._newest = Answers(self)
        self._older = Answers(self)
        self._exports = Answers(self)
        self._banner = Banner(theme)
        self._search = SearchField(theme)
        self._model = AuditModel(theme, self)
        self._rows = FoundList("auditRows", self._model)
        self._page = FoundPage(theme, self._search, self._rows, self._model)
        self._whole = QPlainTextEdit()
        self._count = PlainLabel(theme, TextRole.CAPTION, "countLabel", muted=True)
        self._more = QPushButton()
        self._export = QPushButton()
        self._has_more = False
        self._loads_older = False
        self._failed: CtiError | None = None
        self._written: Notice | None = None
        self._name_and_connect()
        self._arrange()
        self.retranslate()
        self.restyle()

    # -- what others call

    def open(self) -> None:
        """Show the window in front and load the newest entries."""
        self._written = None
        self._search.clear()
        self.reload()
        self.present()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Load the newest entries again; what is selected and what was loaded before stays."""
        self._setup.audit(PAGE, None, self._newest.expect())

    def refresh_if_open(self) -> None:
        """`reload` where the user can see it."""
        if self.isVisible():
            self.reload()

    def export_to(self, file: Path) -> None:
        """Write everything into a file."""
        self._setup.export_audit(file, self._exports.expect())

    # -- how it is built

    def _name_and_connect(self) -> None:
        self._search.left.connect(self._go_to_rows)
        self._search.textChanged.connect(self._find)
        rows = self._rows
        rows.sortByColumn(AuditColumn.WHEN, Qt.SortOrder.DescendingOrder)
        rows.columns = ColumnWidths(rows, AuditColumn.NEW)
        rows.verticalScrollBar().valueChanged.connect(self._scrolled)
        rows.selectionModel().currentChanged.connect(self._show_whole)
        self._model.modelReset.connect(self._show_whole)
        self._whole.setObjectName("wholeText")
        self._whole.setReadOnly(True)
        self._whole.setTabChangesFocus(True)
        self._more.setObjectName("moreButton")
        self._more.clicked.connect(self._load_more)
        self._export.setObjectName("exportButton")
        self._export.clicked.connect(self._choose_file)
        self._newest.arrived.connect(self._take_newest)
        self._older.arrived.connect(self._take_older)
        self._exports.arrived.connect(self._exported)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.reload)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._search.setFocus)

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(Space.FIELD)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._more)
        foot.addWidget(self._export)
        box = QVBoxLayout(self)
        box.setContentsMargins(*[Space.GROUP] * 4)
        box.setSpacing(Space.EDGE)
        box.addWidget(self._banner)
        box.addWidget(self._search)
        box.addWidget(self._page, 1)
        box.addWidget(self._whole)
        box.addLayout(foot)

    def retranslate(self) -> None:
        """Write every text anew."""
        self.setWindowTitle(self.tr("Audit trail"))
        self._search.say(self.tr("Search by name, setting or value"))
        self._rows.setAccessibleName(self.tr("Changes"))
        self._whole.setAccessibleName(self.tr("The selected change"))
        self._more.setText(self.tr("&Older changes"))
        self._export.setText(self.tr("&Export..."))
        self._model.renew_words()
        self._fit_columns()
        self._show_whole()
        self._show_banner()
        self._show_count()

    def restyle(self) -> None:
        """Take fonts, heights and widths from the theme."""
        super().restyle()
        for part in (self._banner, self._count, self._search, self._page):
            part.restyle()
        fit_controls(self.theme, self._more, self._export)
        self._whole.setFont(self.theme.font(TextRole.BODY))
        self._whole.setFixedHeight(self.theme.text_px(72))
        self._rows.fit_rows(self.theme)
        self._fit_columns()
        self.setMinimumSize(self.theme.width_px(480), self.theme.text_px(320))

    def _fit_columns(self) -> None:
        if self._rows.columns is not None:
            self._rows.columns.set_widths(self.theme, _LEAST_NEW, _WIDTHS)

    # -- what happens

    def _take_newest(self, answer: Sequence[AuditEntry] | CtiError) -> None:
        self._note_failure(answer)
        if not isinstance(answer, CtiError):
            self._loaded_at = self._clock()
            if not self._model.set_newest(answer):
                self._older.forget()
                self._loads_older = False
                self._has_more = len(answer) == PAGE
                self._select_first()
        self._show_count()

    def _take_older(self, answer: Sequence[AuditEntry] | CtiError) -> None:
        self._loads_older = False
        self._note_failure(answer)
        if not isinstance(answer, CtiError):
            self._has_more = len(answer) == PAGE
            self._model.add_older(answer)
        self._show_count()

    def _note_failure(self, answer: Sequence[AuditEntry] | CtiError) -> None:
        """Who may not see the trail any more does not go on seeing it."""
        self._failed = answer if isinstance(answer, CtiError) else None
        if isinstance(answer, Refused):
            self._model.set_newest(())
            self._has_more = False
            self._loaded_at = None
        self._show_banner()

    def _show_banner(self) -> None:
        failed = self._failed
        self._banner.show_notice(Notice(lambda: error_words(failed), Tone.WARNING) if failed else self._written)

    def _load_more(self) -> None:
        if self._has_more and not self._loads_older:
            self._loads_older = True
            self._setup.audit(PAGE, self._model.oldest, self._older.expect())

    def _select_first(self) -> None:
        self._rows.setCurrentIndex(self._model.index(0, 0))

    def _show_whole(self) -> None:
        whole = self._model.whole(self._rows.currentIndex().row())
        self._whole.setPlainText(whole)
        self._whole.setVisible(bool(whole))

    def _scrolled(self, value: int) -> None:
        bar = self._rows.verticalScrollBar()
        if bar.maximum() and value == bar.maximum():
            self._load_more()

    def _go_to_rows(self) -> None:
        if self._model.rowCount():
            self._rows.setFocus(Qt.FocusReason.TabFocusReason)

    def _find(self, text: str) -> None:
        self._model.set_wanted(text)
        if not self._rows.currentIndex().isValid():
            self._select_first()
        self._show_count()

    def _show_count(self) -> None:
        self._count.show_text(self._count_words())
        self._more.setVisible(self._has_more)
        older = self.tr('None of the changes that are loaded matches "{0}".')
        self._page.say(older if self._has_more else self.tr('No change matches "{0}".'))

    def _count_words(self) -> str:
        """How many changes there are and are shown, and how old that is where it could not be loaded again."""
        shown, loaded = self._model.rowCount(), self._model.total
        if self._loaded_at is None:
            return self.tr("The changes are not loaded.")
        words = self.tr("1 change") if loaded == 1 else self.tr("{0} changes").format(loaded)
        if shown != loaded:
            words = self.tr("{0} of {1} changes").format(shown, loaded)
        return loaded_words(words, self._clock() - self._loaded_at) if self._failed else words

    def _choose_file(self) -> None:
        """Ask for a file; a name without an ending gets that of the chosen kind."""
        kinds = {self.tr("Table (*.csv)"): "csv", self.tr("JSON (*.json)"): "json"}
        dialog = QFileDialog(self, self.tr("Export the audit trail"))
        dialog.setObjectName("exportFile")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(kinds))
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kinds[kind]))
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.selectFile("audit-trail")
        dialog.open()

    def _exported(self, answer: int | CtiError) -> None:
        if isinstance(answer, CtiError):
            self._written = Notice(lambda: error_words(answer), Tone.WARNING)
        else:
            self._written = Notice(
                lambda: self.tr("{0} changes were written into the file.").format(answer), Tone.NEUTRAL
            )
        self._show_banner()
