"""Gives a Markdown document the type and space of the product; Qt's own are those of a web page of long ago."""

from __future__ import annotations

from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontDatabase,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)

from ui.theme import Space, TextRole, Theme


def lay_out(document: QTextDocument, theme: Theme) -> None:
    """Set fonts, distances, the ground of commands and the lines of tables."""
    block = document.begin()
    while block.isValid():
        _lay_out_block(block, theme)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _lay_out_table(frame, theme)


def _lay_out_block(block: QTextBlock, theme: Theme) -> None:
    cursor = QTextCursor(block)
    form = block.blockFormat()
    in_table = cursor.currentTable() is not None
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    if form.headingLevel():
        form.setTopMargin(0 if block.blockNumber() == 0 else Space.GROUP)
        form.setBottomMargin(Space.FIELD)
        cursor.setCharFormat(_char_format(theme.font(TextRole.NAME if form.headingLevel() == 1 else TextRole.STRONG)))
    elif _is_code(form):
        last = not _is_code(block.next().blockFormat())
        first = not _is_code(block.previous().blockFormat())
        form.setTopMargin(Space.INSIDE if first else 0)
        form.setBottomMargin(Space.EDGE if last else 0)
        form.setLeftMargin(form.leftMargin() + Space.FIELD)
        form.setBackground(QBrush(theme.tokens.tint()))
        cursor.mergeCharFormat(_char_format(_fixed_font(theme)))
    elif not in_table:
        form.setBottomMargin(Space.INSIDE if block.textList() else Space.EDGE)
    form.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setBlockFormat(form)


def _is_code(form: QTextBlockFormat) -> bool:
    return (
        form.hasProperty(QTextFormat.Property.BlockCodeFence)
        or form.hasProperty(QTextFormat.Property.BlockCodeLanguage)
        or form.nonBreakableLines()
    )


def _lay_out_table(table: QTextTable, theme: Theme) -> None:
    form = table.format()
    form.setCellPadding(6)
    form.setCellSpacing(0)
    form.setBorderCollapse(True)
    form.setBorder(theme.tokens.border_px)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(theme.tokens.border))
    form.setTopMargin(Space.INSIDE)
    form.setBottomMargin(0)
    table.setFormat(form)


def _char_format(font: QFont) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(font)
    return form


def _fixed_font(theme: Theme) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(theme.font(TextRole.BODY).pixelSize())
    return font
