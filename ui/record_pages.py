"""The open record pages: which window shows a record, where it stands and how large it is."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from tray.views import RecordView
from ui.placement import Rect
from ui.record_page import RecordPage
from ui.record_placement import place_page
from ui.theme import Theme

MOST_PAGES = 4


class RecordPages:
    """The open record pages: one for each record, a handful at most, the longest unused one is used again.

    Args:
        dial: dials a number.
        card_of: the place of the card of a call; None where there is none.
    """

    def __init__(
        self,
        theme: Theme,
        dial: Callable[[str], None],
        card_of: Callable[[str], Rect | None],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._theme = theme
        self._dial = dial
        self._card_of = card_of
        self._clock = clock
        self._pages: list[RecordPage] = []

    @property
    def pages(self) -> tuple[RecordPage, ...]:
        """The pages, the longest unused first."""
        return tuple(self._pages)

    def show(self, view: RecordView, *, asked: bool) -> RecordPage:
        """Show a record, with the keyboard only if the user `asked` for it; a page that shows it already is raised."""
        page = self._page_for(view)
        was_there = page.isVisible() and page.key == (view.table, view.no)
        page.show_view(view)
        if not was_there:
            page.hide()
            page.appear(self._place(page, view)) if not asked else self._present(page, view)
        elif asked:
            page.present()
        else:
            page.appear(None)
        return page

    def close_all(self) -> None:
        """Close every page for good."""
        for page in self._pages:
            page.hide()
            page.deleteLater()
        self._pages.clear()

    def _present(self, page: RecordPage, view: RecordView) -> None:
        page.put(self._place(page, view))
        page.present()

    def _page_for(self, view: RecordView) -> RecordPage:
        page = next((page for page in self._pages if page.key == (view.table, view.no)), None)
        if page is None:
            page = next((page for page in self._pages if not page.isVisible()), None)
        if page is None and len(self._pages) >= MOST_PAGES:
            page = self._pages[0]
        if page is None:
            page = RecordPage(self._theme, self._clock)
            if self._pages and self._pages[-1].has_users_size:
                page.resize(self._pages[-1].size())
            page.dial_requested.connect(self._dial)
        else:
            self._pages.remove(page)
        self._pages.append(page)
        return page

    def _place(self, page: RecordPage, view: RecordView) -> Rect:
        card = self._card_of(view.call)
        screen = QGuiApplication.screenAt(QPoint(card.x, card.y)) if card else None
        area = (screen or QGuiApplication.primaryScreen()).availableGeometry()
        others = [other.rect_on_screen for other in self._pages if other is not page and other.isVisible()]
        room = Rect(area.x(), area.y(), area.width(), area.height())
        return place_page(room, page.size_wanted, card, others)
