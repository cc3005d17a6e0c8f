"""The banner of a setup dialog: of all that is to be said about the dialog, it says the most urgent."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from ui.banner import Banner, Notice
from ui.theme import Theme


class Matter(IntEnum):
    """What can be said, the most urgent first."""

    QUESTION = 1
    UNREAD = 2
    FAILURE = 3
    LOCK = 4
    PASSING_FAILURE = 5
    CONFLICT = 6
    LIMIT = 7


class DialogBanner(Banner):
    """Says the most urgent matter and does what its buttons promise; a question is gone once it is answered."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._notices: dict[Matter, Notice] = {}
        self.pressed.connect(self._do)
        self.other_pressed.connect(self._do_other)
        self.cancelled.connect(self._drop_question)

    @property
    def is_asking(self) -> bool:
        """Whether something is asked."""
        return Matter.QUESTION in self._notices

    def say(self, matter: Matter, notice: Notice | None) -> None:
        """Say this of a matter; None: there is nothing to be said of it."""
        self._notices.pop(matter, None)
        if notice is not None:
            self._notices[matter] = notice
        self.retranslate()

    def forget(self) -> None:
        """There is nothing to be said of anything."""
        self._notices.clear()
        self.retranslate()

    def retranslate(self) -> None:
        """Say it anew, in the language in force."""
        self.show_notice(self._notices[min(self._notices)] if self._notices else None)

    def _do(self) -> None:
        self._answer(self._notices[min(self._notices)].do)

    def _do_other(self) -> None:
        self._answer(self._notices[min(self._notices)].do_other)

    def _answer(self, do: Callable[[], object] | None) -> None:
        self._drop_question()
        if do is not None:
            do()

    def _drop_question(self) -> None:
        self.say(Matter.QUESTION, None)
