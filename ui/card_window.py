"""The window of a card: frameless, above the others, and never in possession of the keyboard unless the user says so.

It knows nothing of calls. What is on it, and where it goes, others decide. It follows the language by `retranslate`.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QCloseEvent,
    QColor,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ui.colors import Tone
from ui.placement import Rect
from ui.theme import Radius, Theme

CARD_WIDTH = 380
BAR_WIDTH = 4
_QUIET = Qt.WindowType.WindowDoesNotAcceptFocus
_FLAGS = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint | _QUIET
_DWM_CORNER_PREFERENCE = 33
_DWM_ROUND = 2


class CardWindow(QWidget):
    """An empty card with its frame and state bar.

    `closed` is sent when the window manager closes the window; `resized` when its content needs another height.
    """

    closed = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(None, _FLAGS)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.theme = theme
        self.tone = Tone.ACCENT
        self._corner = QPoint()
        self._rounded = False

    @property
    def rect_on_screen(self) -> Rect:
        """Where the card was put. Some X window managers let Qt believe that a frameless window is at 0, 0."""
        return Rect(self._corner.x(), self._corner.y(), self.width(), self.height())

    @property
    def height_wanted(self) -> int:
        """The height that the content needs."""
        return self.height()

    def retranslate(self) -> None:
        """Write every text anew, in the language in force. Cards call it when they are built."""

    def move_to(self, rect: Rect) -> None:
        """Put the card there, in that size, on the screen that the place belongs to."""
        screen = QGuiApplication.screenAt(QPoint(rect.x + rect.width // 2, rect.y + rect.height // 2))
        if screen is not None and screen is not self.screen():
            self.setScreen(screen)
        self.resize_to(rect.width, rect.height)
        self._corner = QPoint(rect.x, rect.y)
        self.move(self._corner)

    def resize_to(self, width: int, height: int) -> None:
        """Take exactly this size."""
        if self.size() != QSize(width, height):
            self.resize(width, height)

    def prepare(self) -> None:
        """Do now, hidden, whatever the first show would otherwise pay for."""
        self.ensurePolished()
        self._round_natively()
        self.winId()
        self.grab()

    def appear(self) -> None:
        """Show the card without touching the keyboard focus, and tell screen readers."""
        self._round_natively()
        self.show()
        self._paint_meanwhile()
        self.announce()

    def announce(self) -> None:
        """Tell screen readers what the card says, as an alert."""
        if not QAccessible.isActive():
            return
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        spoken = QAccessibleAnnouncementEvent(self, self.accessibleName())
        spoken.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(spoken)

    def take_keyboard(self) -> None:
        """Make the card the active window; only for an action by which the user asked for it."""
        self._set_quiet(quiet=False)
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Without the keyboard a click alone does not bring it back; another language shows at once."""
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._set_quiet(quiet=True)
        elif event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Closing the window is a dismissal; whoever hears of it hides the window.

        Qt must not hide it afterwards: a card that waited for room may be in the same window by then.
        """
        event.ignore()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Cut the corners where the window manager does not."""
        super().resizeEvent(event)
        if QGuiApplication.platformName() == "xcb":
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), Radius.CARD, Radius.CARD)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw ground, state bar and border."""
        tokens = self.theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface_raised)
        bar: QColor = tokens.tone(self.tone)
        painter.fillRect(0, 0, BAR_WIDTH + (tokens.border_px if tokens.high_contrast else 0), self.height(), bar)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.border, tokens.border_px))
        edge = tokens.border_px / 2
        corner = 0 if sys.platform == "win32" else Radius.CARD
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), corner, corner)
        painter.end()

    def _paint_meanwhile(self) -> None:
        """Paint while the window manager still thinks about the window, so that X shows it as soon as it is mapped."""
        if QGuiApplication.platformName() == "xcb" and not self.testAttribute(Qt.WidgetAttribute.WA_Mapped):
            self.setAttribute(Qt.WidgetAttribute.WA_Mapped)  # or Qt would put off the painting until then
            self.repaint()

    def _set_quiet(self, *, quiet: bool) -> None:
        flags = _FLAGS if quiet else _FLAGS & ~_QUIET
        handle = self.windowHandle()
        if handle is None or handle.flags() == flags:
            return
        self.overrideWindowFlags(flags)
        handle.setFlags(flags)

    def _round_natively(self) -> None:
        """Windows 11 rounds the corners and adds the shadow when asked; earlier ones answer with an error code."""
        if sys.platform == "win32" and not self._rounded:
            import ctypes

            preference = ctypes.c_int(_DWM_ROUND)
            ctypes.windll.dwmapi.DwmSetWindowAttribute(
                ctypes.c_void_p(self.winId()),
                _DWM_CORNER_PREFERENCE,
                ctypes.byref(preference),
                ctypes.sizeof(preference),
            )
            self._rounded = True
