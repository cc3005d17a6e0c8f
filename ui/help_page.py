"""Help: the Markdown files of resources/help in a window.

The files are part of the product. Nothing else is ever loaded: no picture, no page, no file that a link names. A link
to another help file turns the page, an https address goes to the given opener, and everything else does nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui.browser import is_allowed
from ui.help_layout import lay_out
from ui.language import Language, language_in_force
from ui.language_box import LanguageBox
from ui.list_parts import ROW_PX
from ui.theme import Space, Theme
from ui.window import DeskWindow

FIRST_TOPIC = "connect-a-phone"
_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


def topics(language: Language) -> dict[str, str]:
    """The text of every help file by its name, in reading order (files are named with a number in front)."""
    folder = files("resources").joinpath("help", language.value)
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".md")), key=lambda file: file.name)
    return {_topic(file.name): file.read_text(encoding="utf-8") for file in found}


def title_of(text: str) -> str:
    """The heading of a help file."""
    return next((line[2:].strip() for line in text.splitlines() if line.startswith("# ")), "")


def _topic(name: str) -> str:
    return name.removesuffix(".md").lstrip("0123456789-")


class ClosedBrowser(QTextBrowser):
    """A text browser that loads nothing by itself."""

    def loadResource(self, kind: int, name: QUrl) -> None:  # type: ignore[override]  # noqa: N802, ARG002
        """Nothing, whatever it is."""
        return


class HelpWindow(DeskWindow):
    """The window. `open_address` gets https addresses only, `choose_language` the code of a language.

    `first_steps_requested` asks for the page of the first start.
    """

    first_steps_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        open_address: Callable[[str], None],
        choose_language: Callable[[str], None] = lambda _: None,
    ) -> None:
        super().__init__(theme, "helpWindow", QSize(860, 640))
        self._open_address = open_address
        self._texts: dict[str, str] = {}
        self._list = QListWidget()
        self._text = ClosedBrowser()
        self._first_steps = QPushButton()
        self._first_steps.setObjectName("firstStepsButton")
        self._first_steps.clicked.connect(self.first_steps_requested)
        self._languages = LanguageBox(theme)
        self._languages.chosen.connect(choose_language)
        self._name_parts()
        self._arrange()
        self._text.anchorClicked.connect(self._follow)
        self._list.currentItemChanged.connect(self._show_text)
        self.retranslate()
        self.restyle()
        self.show_topic(FIRST_TOPIC)

    def open(self, topic: str = "") -> None:
        """Show the window in front, at a topic where one is given."""
        if topic:
            self.show_topic(topic)
        self.present()
        self._text.verticalScrollBar().setValue(0)

    def show_topic(self, topic: str) -> bool:
        """Turn to a topic; False where there is none of that name."""
        for row in range(self._list.count()):
            if self._list.item(row).data(Qt.ItemDataRole.UserRole) == topic:
                self._list.setCurrentRow(row)
                return True
        return False

    @property
    def topic(self) -> str:
        """The topic on the page."""
        item = self._list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def retranslate(self) -> None:
        """Write every text anew, in the language in force; the topic stays."""
        self.setWindowTitle(self.tr("Help"))
        self._list.setAccessibleName(self.tr("Topics"))
        self._text.setAccessibleName(self.tr("Help text"))
        self._first_steps.setText(self.tr("&First steps..."))
        self._languages.retranslate()
        topic = self.topic
        self._texts = topics(language_in_force())
        self._list.clear()
        for name, text in self._texts.items():
            item = QListWidgetItem(title_of(text))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, self.theme.text_px(ROW_PX)))
            self._list.addItem(item)
        self.show_topic(topic)

    def restyle(self) -> None:
        """Take fonts, heights and drawings from the theme."""
        super().restyle()
        self._list.setMinimumWidth(self.theme.width_px(224))
        for row in range(self._list.count()):
            self._list.item(row).setSizeHint(QSize(0, self.theme.text_px(ROW_PX)))
        self._first_steps.setMinimumHeight(self.theme.text_px(32))
        self._languages.restyle()
        self._text.setFont(self.font())
        self._show_text()

    def _name_parts(self) -> None:
        self._list.setObjectName("topicList")
        self._text.setObjectName("helpText")
        self._text.setOpenLinks(False)
        self._text.document().setDocumentMargin(Space.GROUP)

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.GROUP)
        column.addWidget(self._list, 1)
        column.addWidget(self._first_steps)
        column.addWidget(self._languages)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(Space.GROUP)
        split.addWidget(left)
        split.addWidget(self._text)
        split.setStretchFactor(1, 1)
        split.setSizes([260, self._usual.width()])
        split.setChildrenCollapsible(False)
        box = QHBoxLayout(self)
        box.setContentsMargins(*[Space.GROUP] * 4)
        box.addWidget(split)

    def _show_text(self) -> None:
        text = self._texts.get(self.topic, "")
        self._text.document().setMarkdown(text, _FEATURES)
        lay_out(self._text.document(), self.theme)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self._text.verticalScrollBar().setValue(0)

    def _follow(self, url: QUrl) -> None:
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if url.isRelative() and url.path().endswith(".md"):
            self.show_topic(_topic(url.fileName()))
        elif is_allowed(address):
            self._open_address(address)
