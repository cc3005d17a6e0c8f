"""Links that ask to dial: any web page can open one, so nothing is dialled before the user has clicked in the tray.

One request is open at a time; a newer one takes its place, and only so many are shown in a minute, so that no page can
keep the screen busy. A request that is answered, replaced or too old is worth nothing any more, so that however often a
button is pressed one call is dialled.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from tray.calls.matching import Match, MatchKind
from tray.calls.model import PhoneNumber
from tray.calls.numbers import NumberReader
from tray.dial_ways import loop_error
from tray.errors import CtiError, Refused
from tray.interfaces import UserInterface
from tray.outgoing import Outgoing
from tray.telephony.dial_reading import Wanted, read_link
from tray.telephony.dialling import DialSettings, left_to_key_in, passed_on
from tray.telephony.receiver_guard import Bucket
from tray.texts import translate
from tray.views import DialRequestView

MOST_A_MINUTE = 10
LIFE_S = 60.0
"""So long a request waits for its answer; its window closes by then."""


class LinkRefused(CtiError):
    """What is told where a link is not even offered to the user, who may have clicked nothing."""

    title = translate("Dialling", "A link was not dialled")


@dataclass(frozen=True, slots=True)
class _Request:
    name: str
    wanted: Wanted
    ends: float


class DialRequests:
    """Asks the user. `ask` and `answer` belong to the core's thread.

    Args:
        outgoing: dials.
        reader: reads numbers by the rules of this site.
        settings: how is dialled, which says what is left for the user to key in.
        look_up: says who has a number.
        ui: shows the request.
        refused: told why a link is not offered to the user.
        clock: monotonic seconds.
    """

    def __init__(
        self,
        outgoing: Outgoing,
        reader: NumberReader,
        settings: DialSettings,
        look_up: Callable[[PhoneNumber], Match],
        ui: UserInterface,
        refused: Callable[[Exception], None],
        clock: Callable[[], float],
    ) -> None:
        self._outgoing = outgoing
        self._reader = reader
        self._settings = settings
        self._look_up = look_up
        self._ui = ui
        self._refused = refused
        self._clock = clock
        self._bucket = Bucket(MOST_A_MINUTE / 60, MOST_A_MINUTE, clock)
        self._open: _Request | None = None

    def ask(self, link: str) -> None:
        """Ask the user whether to dial what a link names. A link that is refused is told to the user as well.

        Raises:
            CtiError: it names no number that may be dialled, comes from the tray itself, or one of too many.
        """
        if self._bucket.take():
            raise Refused(
                translate("Dialling", "Too many links asked to dial."), hint=translate("Dialling", "Wait a minute.")
            )
        try:
            wanted = read_link(link, self._reader)
        except CtiError as error:
            self._refused(LinkRefused(error.message, hint=error.hint))
            raise
        loop = loop_error()
        if self._outgoing.came_back(wanted.number, loop):
            raise loop
        now = self._clock()
        known = self._open
        same = known is not None and known.wanted.text == wanted.text and now <= known.ends
        self._open = _Request(known.name if known and same else uuid.uuid4().hex, wanted, now + LIFE_S)
        self._ui.show_dial_request(self._view(self._open))

    def answer(self, request: str, *, dial: bool) -> None:
        """The user answered; counts once."""
        asked = self._open
        if asked is None or asked.name != request:
            return
        self._open = None
        if dial and self._clock() <= asked.ends:
            try:
                self._outgoing.dial_now(asked.wanted.text)
            except CtiError as error:
                self._refused(error)

    def _view(self, request: _Request) -> DialRequestView:
        wanted = request.wanted
        return DialRequestView(
            request.name,
            self._reader.write(wanted.number),
            _only_name(self._look_up(wanted.number)),
            left_to_key_in(self._settings, wanted),
            passed_on(self._settings, wanted),
        )


def _only_name(match: Match) -> str:
    """The name where the directory is sure of one."""
    sure = match.kind is MatchKind.EXACT and len(match.candidates) == 1
    return match.candidates[0].name if sure else ""
