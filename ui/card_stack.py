"""All cards on the screen: which call has which card, where each goes, and the used ones kept for the next call.

Runs on the Qt thread. It never takes the focus, never moves a card because another one came, and asks the core for
nothing but what the user did.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication, QScreen

from tray.interfaces import Commands
from tray.views import CardView, Notice
from ui.caller_card import CallerCard
from ui.card_window import CardWindow
from ui.notice_card import NoticeCard
from ui.placement import Rect, Size, grow, place, settle
from ui.sample_card import SAMPLE
from ui.screen_choice import ScreenChoice
from ui.theme import Theme

SPARES = 2
REMEMBERED = 256


class CardStack(QObject):
    """Shows, updates, places and closes cards. `search` opens the directory search with a text."""

    def __init__(
        self,
        theme: Theme,
        screen: ScreenChoice,
        commands: Callable[[], Commands],
        search: Callable[[str], None],
    ) -> None:
        super().__init__(theme)
        self._theme = theme
        self._screen = screen
        self._commands = commands
        self._search = search
        self._cards: OrderedDict[str, CallerCard] = OrderedDict()
        self._notices: list[NoticeCard] = []
        self._late_notices: list[Notice] = []
        self._guests: list[CardWindow] = []
        self._waiting: OrderedDict[str, CardView] = OrderedDict()
        self._dismissed: OrderedDict[tuple[str, float], None] = OrderedDict()
        self._spares: list[CallerCard] = []
        self._ending = False
        theme.changed.connect(self._restyle)
        self._watch_screens()

    # -- what the core asks

    def warm_up(self) -> None:
        """Build, style and paint a hidden card, so that the first call costs what the next one does."""
        card = self._take_card()
        card.show_view(SAMPLE)
        card.resize_to(card.width(), card.height_wanted)
        card.prepare()
        self._give_back(card)

    def show_card(self, view: CardView) -> None:
        """Open the card of this call, or repaint it where it is."""
        if (view.call, view.started) in self._dismissed:
            return
        card = self._cards.get(view.call)
        if card is None:
            if self._open(view):
                self._waiting.pop(view.call, None)
            else:
                self._waiting[view.call] = view
            return
        card.show_view(view)
        if card.height_wanted != card.height():
            self.regrow(card)

    def close_card(self, call: str) -> None:
        """Take the card of this call off the screen."""
        self._waiting.pop(call, None)
        card = self._cards.pop(call, None)
        if card is not None:
            self._give_back(card)
            self._let_in()

    def focus_newest(self) -> bool:
        """Give the keyboard to the newest card; whether there is one."""
        newest = next(reversed(self._cards.values()), None)
        if newest is not None:
            newest.take_keyboard()
        return newest is not None

    def show_notice(self, notice: Notice) -> None:
        """Show a message in a card of its own, once."""
        known = [*(card.notice for card in self._notices), *self._late_notices]
        if notice not in known and not self._open_notice(notice):
            self._late_notices.append(notice)

    def seat(self, guest: CardWindow) -> None:
        """Show a card of somebody else among the others; where there is no room it covers the farthest corner."""
        area, size = self._area(), Size(guest.width(), guest.height_wanted)
        spot = place(area, size, self._taken(guest))
        self._guests = [other for other in self._guests if other is not guest] + [guest]
        guest.move_to(spot or Rect(area.x, area.y, size.width, size.height))
        guest.appear()

    def unseat(self, guest: CardWindow) -> None:
        """Take a card of somebody else off the screen."""
        guest.hide()
        if guest in self._guests:
            self._guests.remove(guest)
            self._let_in()

    def stop_reporting(self) -> None:
        """The tray or the session ends: windows that close from now on were not dismissed by anybody."""
        self._ending = True

    def close_all(self) -> None:
        """Take everything off the screen and let go of the windows."""
        for card in [*self._cards.values(), *self._spares, *self._notices]:
            card.hide()
            card.deleteLater()
        self._cards.clear()
        self._waiting.clear()
        self._spares.clear()
        self._notices.clear()
        self._late_notices.clear()

    def has(self, call: str) -> bool:
        """Whether the card of this call is on the screen, or waits for room."""
        return call in self._cards or call in self._waiting

    @property
    def cards(self) -> tuple[CallerCard, ...]:
        """The cards on the screen, the oldest first."""
        return tuple(self._cards.values())

    # -- cards come and go

    def _open(self, view: CardView) -> bool:
        card = self._take_card()
        card.show_view(view)
        spot = place(self._area(), Size(card.width(), card.height_wanted), self._taken())
        if spot is None:
            self._give_back(card)
            return False
        self._cards[view.call] = card
        card.move_to(spot)
        card.appear()
        return True

    def _open_notice(self, notice: Notice) -> bool:
        card = NoticeCard(self._theme, notice)
        spot = place(self._area(), Size(card.width(), card.height_wanted), self._taken())
        if spot is None:
            card.deleteLater()
            return False
        self._notices.append(card)
        card.closed.connect(lambda: self._drop_notice(card))
        card.resized.connect(lambda: self.regrow(card))
        card.move_to(spot)
        card.appear()
        return True

    def _let_in(self) -> None:
        """Show what waited for room, the first come first; what does not fit goes on waiting."""
        for view in tuple(self._waiting.values()):
            if self._open(view):
                del self._waiting[view.call]
        self._late_notices = [notice for notice in self._late_notices if not self._open_notice(notice)]

    def _take_card(self) -> CallerCard:
        if self._spares:
            return self._spares.pop()
        card = CallerCard(self._theme)
        card.dismissed.connect(self._dismiss)
        card.chosen.connect(lambda call, index: self._commands().choose(call, index))
        card.noted.connect(lambda call, text: self._commands().note(call, text))
        card.dial_requested.connect(lambda number: self._commands().dial(number))
        card.search_requested.connect(self._search)
        card.resized.connect(lambda: self.regrow(card))
        return card

    def _give_back(self, card: CallerCard) -> None:
        card.clear()
        if len(self._spares) < SPARES:
            self._spares.append(card)
        else:
            card.deleteLater()

    def _dismiss(self, call: str) -> None:
        if self._ending:
            return
        card = self._cards.pop(call, None)
        if card is None or card.view is None:
            return
        self._remember(card.view)
        self._give_back(card)
        self._commands().dismiss(call)
        self._let_in()

    def _remember(self, view: CardView) -> None:
        """An update that was under way while the user closed the card must not open it again."""
        self._dismissed[view.call, view.started] = None
        if len(self._dismissed) > REMEMBERED:
            self._dismissed.popitem(last=False)

    def _drop_notice(self, card: NoticeCard) -> None:
        if card in self._notices:
            self._notices.remove(card)
            card.hide()
            card.deleteLater()
            self._let_in()

    # -- places

    def _shown(self) -> list[CardWindow]:
        return [*self._cards.values(), *self._notices, *self._guests]

    def _taken(self, but: CardWindow | None = None) -> list[Rect]:
        return [card.rect_on_screen for card in self._shown() if card is not but]

    def _area(self) -> Rect:
        return _rect(self._screen.find().availableGeometry())

    def regrow(self, card: CardWindow) -> None:
        """Give a card the height that its content needs now."""
        height = card.height_wanted
        if card not in self._shown():
            card.resize_to(card.width(), height)
            return
        others = [other for other in self._shown() if other is not card]
        area = _rect(card.screen().availableGeometry())
        spot, places = grow(area, card.rect_on_screen, height, [other.rect_on_screen for other in others])
        self._put(others, places)
        card.move_to(spot)

    def _settle(self) -> None:
        if not QGuiApplication.screens():
            return
        chosen = self._screen.find()
        others = [screen for screen in QGuiApplication.screens() if screen is not chosen]
        areas = [_rect(screen.availableGeometry()) for screen in [chosen, *others]]
        shown = self._shown()
        self._put(shown, settle(areas, [card.rect_on_screen for card in shown]))
        self._let_in()

    def _put(self, cards: list[CardWindow], places: tuple[Rect | None, ...]) -> None:
        for card, spot in zip(cards, places, strict=True):
            if spot is None:
                self._send_off(card)
            elif spot != card.rect_on_screen:
                card.move_to(spot)

    def _send_off(self, card: CardWindow) -> None:
        """There is no room for this card any more: it waits, with what was typed on it, until there is."""
        if isinstance(card, CallerCard) and card.view is not None:
            view = replace(card.view, note=card.note)
            del self._cards[view.call]
            self._waiting[view.call] = view
            self._give_back(card)
        elif isinstance(card, NoticeCard):
            self._late_notices.append(card.notice)
            self._notices.remove(card)
            card.hide()
            card.deleteLater()

    def _restyle(self) -> None:
        for card in [*self._cards.values(), *self._spares]:
            card.restyle()
        for notice in self._notices:
            notice.restyle()
        self._settle()

    def _watch_screens(self) -> None:
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._watch)
            application.screenRemoved.connect(self._settle)
        for screen in QGuiApplication.screens():
            screen.availableGeometryChanged.connect(self._settle)

    def _watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._settle)
        self._settle()


def _rect(area: QRect) -> Rect:
    return Rect(area.x(), area.y(), area.width(), area.height())
