"""The table that says where each setting lives: on the module setup, on the user setup card, or on both."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from tray.calls.settings import ModuleSettings, UserSettings
from ui.formats import tooltip
from ui.page_parts import WrappedLabel
from ui.setup_words import field_word
from ui.theme import Space, TextRole, Theme

ON_USER = (
    *(field.name for field in fields(UserSettings)),
    *("admin", "active", "sign_in", "access_token", "refresh_token", "authorization_time", "token_expires"),
)
ON_MODULE = (
    *(field.name for field in fields(ModuleSettings)),
    *("region", "outside_prefix", "internal_max_digits", "retention_days", "heartbeat_s"),
    *("name", "kind", "seats", "valid_until"),
)


class WherePage(QWidget):
    """The table, with one sentence about what it means."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sentence = WrappedLabel(theme, TextRole.BODY, "whereLabel", muted=True)
        self._table = QTreeWidget()
        self._table.setObjectName("whereTable")
        self._table.setColumnCount(3)
        self._table.setRootIsDecorated(False)
        self._table.setUniformRowHeights(True)
        self._table.setAllColumnsShowFocus(True)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.header().setStretchLastSection(False)
        self._table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        box = QVBoxLayout(self)
        box.setContentsMargins(*[Space.GROUP] * 4)
        box.setSpacing(Space.EDGE)
        box.addWidget(self._sentence)
        box.addWidget(self._table, 1)

    def retranslate(self) -> None:
        """Write every text anew."""
        self._sentence.setText(
            self.tr("A code on both: the one on the user setup card is in force, else that of the module setup.")
        )
        self._table.setAccessibleName(self.tr("Where settings live"))
        self._table.setHeaderLabels([self.tr("Setting"), self.tr("Module setup"), self.tr("User setup card")])
        self._fill()

    def restyle(self) -> None:
        """Take fonts and heights from the theme."""
        self._sentence.restyle()
        icon = self._theme.text_px(16)
        self._table.setIconSize(QSize(icon, icon))
        self._fill()

    def _fill(self) -> None:
        for column in (1, 2):
            self._table.setColumnWidth(column, self._table.header().sectionSizeHint(column) + Space.GROUP)
        self._table.clear()
        for name in dict.fromkeys((*ON_USER, *ON_MODULE)):
            item = QTreeWidgetItem([field_word(name), "", ""])
            item.setToolTip(0, tooltip(field_word(name)))
            item.setSizeHint(0, QSize(0, self._theme.text_px(32)))
            for column, place in ((1, ON_MODULE), (2, ON_USER)):
                if name in place:
                    item.setIcon(column, self._theme.icon("check", 16))
                    item.setText(column, self.tr("Yes"))
                    item.setTextAlignment(column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self._table.addTopLevelItem(item)
