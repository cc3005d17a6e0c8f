"""What Qt has to say goes into the log, instead of onto a terminal that nobody reads."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

_log = logging.getLogger("cti_tray.qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_OFF_SCREEN = frozenset(
    {"This plugin does not support raise()", "This plugin does not support propagateSizeHints()"},
)
"""Without a screen there is no window manager that could do either, and nothing is missing."""


@contextmanager
def logged_qt_messages() -> Iterator[None]:
    """Log what Qt says for as long as this lasts; the application must be there."""
    off_screen = QGuiApplication.platformName() == "offscreen"

    def take(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if not (off_screen and text in _OFF_SCREEN):
            _log.log(_LEVELS.get(kind, logging.WARNING), "%s", text)

    former = qInstallMessageHandler(take)
    try:
        yield
    finally:
        qInstallMessageHandler(former)
