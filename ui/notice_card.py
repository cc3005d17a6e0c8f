"""A message from the product in a card of its own, so that nothing has to be acted on in a balloon that fades."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout

from tray.views import Notice
from ui.buttons import IconButton
from ui.card_window import BAR_WIDTH, CARD_WIDTH, CardWindow
from ui.colors import Tone
from ui.formats import clean_text
from ui.language import in_language
from ui.parts import PlainLabel, Shape
from ui.theme import Space, TextRole, Theme

MAX_TEXT = 600


class NoticeCard(CardWindow):
    """Title, text and hint; closed by the user."""

    def __init__(self, theme: Theme, notice: Notice) -> None:
        super().__init__(theme, "noticeCard")
        self.notice = notice
        self.tone = Tone.WARNING
        self._shape = Shape(theme)
        self._shape.show_shape("notice", Tone.WARNING)
        self._title = PlainLabel(theme, TextRole.STRONG, "noticeTitle")
        self._text = _paragraph("noticeText")
        self._hint = _paragraph("noticeHint")
        self._close = IconButton(theme, "closeButton", "close", framed=False, icon_px=14)
        self._close.clicked.connect(self.close)
        self._arrange()
        self.retranslate()
        self.restyle()

    @property
    def height_wanted(self) -> int:
        """The height that the text needs at the card's width."""
        return self._height_for(self.width())

    def retranslate(self) -> None:
        """Write every text anew, in the language in force."""
        title = clean_text(in_language(self.notice.title))
        self.setWindowTitle(self.tr("Notice - {0}").format(title))
        self._title.show_text(title)
        self._close.name_it(self.tr("Close"))
        for label, text in ((self._text, self.notice.text), (self._hint, self.notice.hint)):
            label.setText(clean_text(in_language(text), MAX_TEXT))
            label.setVisible(bool(text))
        self.setAccessibleName(f"{title}. {self._text.text()}")
        self.resized.emit()

    def restyle(self) -> None:
        """Take the look from the theme again."""
        for part in (self._shape, self._title, self._close):
            part.restyle()
        tokens = self.theme.tokens
        for label, role, color in (
            (self._text, TextRole.BODY, tokens.text),
            (self._hint, TextRole.CAPTION, tokens.text_muted),
        ):
            label.setFont(self.theme.font(role))
            palette = label.palette()
            palette.setColor(label.foregroundRole(), color)
            label.setPalette(palette)
        width = self.theme.width_px(CARD_WIDTH)
        self.resize_to(width, self._height_for(width))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape and Enter close the notice."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close()
        else:
            super().keyPressEvent(event)

    def _height_for(self, width: int) -> int:
        for layout in (self._body, self._whole):
            layout.invalidate()
        return self._whole.totalHeightForWidth(width)

    def _arrange(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(Space.FIELD)
        header.setContentsMargins(BAR_WIDTH + Space.GROUP, Space.FIELD, Space.FIELD, 0)
        header.addWidget(self._shape)
        header.addWidget(self._title, 1)
        header.addWidget(self._close)
        self._body = body = QVBoxLayout()
        body.setSpacing(Space.FIELD)
        body.setContentsMargins(BAR_WIDTH + Space.GROUP, Space.INSIDE, Space.GROUP, Space.GROUP)
        body.addWidget(self._text)
        body.addWidget(self._hint)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._whole.addLayout(header)
        self._whole.addLayout(body)


def _paragraph(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
