"""Cards in a storm of calls: one at a time, and what was overtaken meanwhile not at all.

Many calls at once must not keep the windows from the user's hand. A card that is alone is shown at once; what comes
before Qt has had its turn waits, only the newest view of each call does, and a card that would close before it was ever
seen does not come. Runs on the Qt thread and decides nothing about cards.
"""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, QTimer

from tray.views import CardView
from ui.card_stack import CardStack


class CardQueue(QObject):
    """Hands cards to the stack, at most one in each turn of the event loop."""

    def __init__(self, stack: CardStack) -> None:
        super().__init__(stack)
        self._stack = stack
        self._waiting: OrderedDict[str, CardView | None] = OrderedDict()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)

    def show_card(self, view: CardView) -> None:
        """Open the card of this call, or repaint it."""
        if not self._next.isActive():
            self._do(view.call, view)
            return
        if view.call in self._waiting and self._waiting[view.call] is None:
            self._do(view.call, self._waiting.pop(view.call))
        self._waiting[view.call] = view

    def close_card(self, call: str) -> None:
        """Take the card of this call off the screen, or do not show it any more."""
        if not self._next.isActive():
            self._do(call, None)
        elif self._stack.has(call):
            self._waiting[call] = None
        else:
            self._waiting.pop(call, None)

    def finish(self) -> None:
        """Do now whatever waits."""
        while self._waiting:
            self._do(*self._waiting.popitem(last=False))

    def clear(self) -> None:
        """Forget whatever waits."""
        self._waiting.clear()
        self._next.stop()

    def _go_on(self) -> None:
        if self._waiting:
            self._do(*self._waiting.popitem(last=False))

    def _do(self, call: str, view: CardView | None) -> None:
        self._next.start(0)
        if view is None:
            self._stack.close_card(call)
        else:
            self._stack.show_card(view)
