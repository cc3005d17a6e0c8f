"""Finds text that does not fit into its place, in any window: `assert clipped(window) == []`.

It looks at what is visible and laid out, part by part, the way the part itself reckons its text. Texts that users or
phones give may be cut, with an ellipsis; their parts are named in `foreign` and are not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QTextEdit,
    QWidget,
)

from ui.buttons import CardButton, PrimaryButton
from ui.parts import Badge, PlainLabel
from ui.theme import Space


def clipped(window: QWidget, foreign: Collection[str] = ()) -> list[str]:
    """Every part whose text is cut, as "name: what is wrong"; empty where everything can be read."""
    parts = [part for part in window.findChildren(QWidget) if part.isVisibleTo(window)]
    looked_at = [part for part in [window, *parts] if part.objectName() not in foreign]
    return [f"{_name(part)}: {problem}" for part in looked_at for problem in _problems(part, window)]


def _problems(part: QWidget, window: QWidget) -> Iterator[str]:
    for kind, check in _CHECKS:
        if isinstance(part, kind):
            yield from check(part)
            break
    if part is not window and _text_of(part) and not _inside(part):
        yield f"{_text_of(part)!r} reaches out of what holds it"


def _short(what: str, needed: int, given: int, *, slack: int = 0) -> Iterator[str]:
    if needed > given + slack:
        yield f"{what!r} needs {needed}, has {given}"


def _plain_label(label: PlainLabel) -> Iterator[str]:
    room = label.width() - (2 * Space.FIELD if isinstance(label, Badge) else 0)
    yield from _short(label.text(), _advance(label, label.text()), room, slack=1)


def _label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text:
        return
    if not label.wordWrap():
        yield from _short(text, label.minimumSizeHint().width(), label.width())
        yield from _short(text, label.minimumSizeHint().height(), label.height())
        return
    yield from _short(text, label.heightForWidth(label.width()), label.height())
    room = label.contentsRect().width() - 2 * label.margin()
    for word in text.split():
        yield from _short(word, _advance(label, word), room, slack=1)


def _button(button: QAbstractButton) -> Iterator[str]:
    if button.text():
        wanted = button.sizeHint()
        yield from _short(button.text(), wanted.width(), button.width())
        yield from _short(button.text(), _metrics(button).height(), button.height())


def _card_button(button: CardButton) -> Iterator[str]:
    if isinstance(button, PrimaryButton):
        yield from _short(button.text(), _advance(button, button.text()), button.width() - 2 * Space.EDGE)


def _combo_box(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(control, option, part, box)
    for index in range(box.count()):
        yield from _short(box.itemText(index), _advance(box, box.itemText(index)), room.width())
    yield from _short(box.currentText(), _metrics(box).height(), box.height())


def _line_edit(edit: QLineEdit) -> Iterator[str]:
    option = QStyleOptionFrame()
    edit.initStyleOption(option)
    room = edit.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, edit)
    room = room.marginsRemoved(edit.textMargins())
    if edit.placeholderText() and not edit.text():
        yield from _short(edit.placeholderText(), _advance(edit, edit.placeholderText()), room.width())
    yield from _short(edit.text() or edit.placeholderText(), _metrics(edit).height(), edit.height())


def _spin_box(box: QAbstractSpinBox) -> Iterator[str]:
    yield from _short(box.text(), _advance(box, box.text()), box.lineEdit().width())
    yield from _short(box.text(), box.minimumSizeHint().height(), box.height())


def _group_box(box: QGroupBox) -> Iterator[str]:
    yield from _short(box.title(), box.minimumSizeHint().width(), box.width())


def _tab_bar(bar: QTabBar) -> Iterator[str]:
    if bar.count() and bar.sizeHint().width() > bar.width():
        yield f"its tabs need {bar.sizeHint().width()}, have {bar.width()}"
    for index in range(bar.count()):
        yield from _short(bar.tabText(index), _advance(bar, bar.tabText(index)), bar.tabRect(index).width())


def _header(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    if model is None or header.orientation() is not Qt.Orientation.Horizontal:
        return
    for section in range(header.count()):
        if not header.isSectionHidden(section):
            text = str(model.headerData(section, header.orientation()) or "")
            yield from _short(text, header.sectionSizeHint(section), header.sectionSize(section))


def _list(view: QListView) -> Iterator[str]:
    yield from cells(view, 0, view.viewport().width())


def cells(view: QAbstractItemView, column: int, room: int) -> Iterator[str]:
    """The cells of a column that say more than has room beside their icon; size hints may be about heights only."""
    model = view.model()
    margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1
    for row in range(model.rowCount() if model else 0):
        index = model.index(row, column)
        text = str(index.data() or "")
        icon = view.iconSize().width() + 2 * margin if index.data(Qt.ItemDataRole.DecorationRole) else 0
        yield from _short(text, _advance(view, text) + icon + 2 * margin, room)


def _text_edit(edit: QTextEdit) -> Iterator[str]:
    if edit.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        yield from _short(edit.toPlainText(), int(edit.document().size().height()), edit.viewport().height(), slack=1)


def _nothing(_part: QWidget) -> Iterator[str]:
    return iter(())


_CHECKS: tuple[tuple[type[QWidget], Callable[..., Iterator[str]]], ...] = (
    (PlainLabel, _plain_label),
    (QLabel, _label),
    (CardButton, _card_button),
    (QAbstractButton, _button),
    (QComboBox, _combo_box),
    (QLineEdit, _line_edit),
    (QAbstractSpinBox, _spin_box),
    (QGroupBox, _group_box),
    (QTabBar, _tab_bar),
    (QHeaderView, _header),
    (QListView, _list),
    (QAbstractItemView, _nothing),
    (QTextEdit, _text_edit),
)
"""The first kind that fits decides, so the more special ones come first."""


def _inside(part: QWidget) -> bool:
    """Whether a part lies within what holds it; what scrolls may be larger than its view."""
    holder = part.parentWidget()
    if holder is None or isinstance(holder.parentWidget(), QAbstractScrollArea):
        return True
    return QRect(0, 0, holder.width(), holder.height()).contains(part.geometry())


def _text_of(part: QWidget) -> str:
    text = getattr(part, "text", None)
    found = text() if callable(text) and isinstance(part, QLabel | QAbstractButton | QLineEdit) else ""
    return str(found)


def _metrics(part: QWidget) -> QFontMetrics:
    return QFontMetrics(part.font())


def _advance(part: QWidget, text: str) -> int:
    """The width of a text without the marks of its mnemonics."""
    plain = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    return max((_metrics(part).horizontalAdvance(line) for line in plain.splitlines()), default=0)


def _name(part: QWidget) -> str:
    return part.objectName() or type(part).__name__
