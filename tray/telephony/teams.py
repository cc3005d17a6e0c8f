"""The source that listens to Teams on this machine: whether the user is in a call, and no more than that.

Teams tells neither that it rings nor who calls. So this source reports no fact: it tells a companion (see
`tray.calls.companion`), and the calls come from the screen pop (see `tray.telephony.receiver_links`), under the same
name. Teams asks the user before it is paired, and only the user makes it ask. That it is away is nothing wrong.
"""

from __future__ import annotations

import itertools
import logging
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tray.errors import CtiError
from tray.telephony.base import Ability, SourceState, StatusChanged
from tray.telephony.connection import Timing
from tray.telephony.line_source import LineSource
from tray.telephony.listened import Pairing
from tray.telephony.receiver_links import POP_SOURCE
from tray.telephony.teams_words import Action, Heard, TeamsState, read_message, request, target
from tray.texts import joined, translate

if TYPE_CHECKING:
    from tray.telephony.websocket import WebSocket

Talked = Callable[[bool | None, float], None]
"""Hears whether the user is in a call (None: it is not known any more), and since which monotonic second."""

_log = logging.getLogger("cti_tray.teams")
_TIMING = Timing(first_retry_s=5.0)
_PATIENCE_S = 10.0
_POP = (Ability.INCOMING, Ability.CONNECTED, Ability.NUMBER)
_AWAY = translate("Phones", "Teams is not running, or its third-party app API is switched off.")
_NOT_TEAMS = translate("Phones", "What answers at {address} is not Teams.")
_NO_RING = translate("Phones", "Teams never tells that it rings; a card opens with the screen pop.")
_NO_END = translate("Phones", "When a call from Teams ends is not heard now.")
_PAIRING = {
    Pairing.NONE: translate("Phones", "Not paired: whether you are in a call is guessed from what Teams offers."),
    Pairing.WAITING: translate("Phones", "In your next call, Teams asks you whether CTI Tray may connect."),
    Pairing.ASKED: translate("Phones", "Teams asks you now whether CTI Tray may connect: choose Allow there."),
    Pairing.REFUSED: translate(
        "Phones", "Teams has refused. Allow CTI Tray in Teams under Settings, Privacy, Third-party app API."
    ),
    Pairing.PAIRED: "",
}


@dataclass(frozen=True, slots=True)
class TokenKept:
    """Where the token of the pairing is kept. Both are called on the source's thread, and may wait.

    Both raise CtiError where it cannot be reached.
    """

    load: Callable[[], str] = str
    save: Callable[[str], None] = lambda _: None


class TeamsSource(LineSource):
    """The Teams client of this user.

    Args:
        address: `host:port` of its third-party app API.
        talked: hears of every change, on the source's thread; it must only queue it.
        clock: monotonic seconds.
        token: where the token of the pairing is kept.
        jitter: spreads the retries.
        changed: called on the source's thread after each change of `status`.
        timing: waiting times of the line.

    Raises:
        ConfigError: the address is not `host:port`.
    """

    name = POP_SOURCE
    phone = translate("Phones", "Teams")
    reports = _POP

    def __init__(
        self,
        address: str,
        talked: Talked,
        clock: Callable[[], float] = time.monotonic,
        *,
        token: TokenKept | None = None,
        jitter: random.Random | None = None,
        changed: StatusChanged = lambda: None,
        timing: Timing | None = None,
    ) -> None:
        super().__init__(address, lambda _: None, clock, jitter=jitter, changed=changed, line=timing or _TIMING)
        self._talked = talked
        self._kept = token or TokenKept()
        self._token: str | None = None
        self._doubted = False
        self._socket: WebSocket | None = None
        self._numbers = itertools.count(1)
        self._state = TeamsState()
        self._told: bool | None = None
        self._heard_any = False
        self._used_token = self._fresh_token = False
        self._pair_number: int | None = None
        self._wanted = False
        self._pairing = Pairing.NONE

    @property
    def pairing(self) -> Pairing:
        """How far this machine and Teams are with one another; from any thread."""
        return self._pairing

    def pair(self) -> None:
        """The user wants Teams to be paired: Teams asks them in the call that goes on, else in the next one.

        Each wish makes Teams ask once. From any thread; returns at once, `pairing` and `status` tell what comes of it.
        """
        self._line.post(self._wish)

    # The line's thread, from here on.

    def opened(self) -> None:
        """Something listens; now it has to speak like Teams."""
        from tray.telephony.websocket import WebSocket

        token = "" if self._doubted else self._load_token()
        self._used_token, self._fresh_token, self._doubted = bool(token), False, False
        self._state, self._heard_any, self._pair_number = TeamsState(), False, None
        self._socket = WebSocket(str(self._line.address), target(token, _version()))
        self._line.send(self._socket.opening())
        self._line.wake_at(self._clock() + _PATIENCE_S)

    def received(self, data: bytes) -> None:
        """Take the next bytes; frames may come in any pieces."""
        from tray.telephony.websocket import NoWebSocket

        if self._socket is None:
            return
        try:
            taken = self._socket.take(data)
        except NoWebSocket as problem:
            _log.info("What answers is no Teams: %s", problem)
            self._give_up()
            return
        self._line.send(taken.answer)
        if taken.opened:
            self._ask(Action.QUERY_STATE)
        for text in taken.texts:
            heard = read_message(text, self._state)
            if heard is not None:
                self._take(heard)
        if taken.refused or taken.closed:
            self._line.drop(_AWAY)

    def closed(self, reason: str, *, wrong_peer: bool) -> None:
        """Teams was ended, or is not there: nothing is known any more. It is a calm state, whatever the reason."""
        self._socket = None
        self._doubted = self._used_token and not self._heard_any
        self._used_token = False
        self._line.wake_at(None)
        if self._pairing in {Pairing.ASKED, Pairing.PAIRED}:
            self._pairing = Pairing.NONE
        self._tell_talking(None)
        self._status = replace(self._status, reports=_POP)
        self._set(SourceState.WAITING, joined(reason if wrong_peer else _AWAY, _NO_END, _NO_RING))

    def alarm(self) -> None:
        """Whoever listens there has said nothing in time."""
        self._give_up()

    def stopping(self) -> None:
        """Nobody hears anything any more."""

    def _take(self, heard: Heard) -> None:
        if not self._heard_any:
            self._heard_any = True
            self._line.proven()
            self._line.wake_at(None)
        self._state = heard.state
        if heard.token:
            self._keep(heard.token)
        elif heard.answers is not None and heard.answers == self._pair_number:
            self._pair_number = None
            self._pairing = Pairing.REFUSED if heard.refused else self._pairing
        elif heard.refused:
            _log.info("Teams refuses a request.")
        self._judge_pairing()
        if self._wanted and self._state.can_pair:
            self._ask_to_pair()
        self._tell_talking(self._state.talking)
        self._show()

    def _judge_pairing(self) -> None:
        """A call in which Teams offers to be paired shows that it is not; what Teams asks ends with the call."""
        if self._state.can_pair is False and self._pairing is Pairing.ASKED:
            self._pairing = Pairing.NONE
        settled = self._pairing in {Pairing.WAITING, Pairing.ASKED, Pairing.REFUSED}
        if self._state.can_pair and self._pairing is Pairing.PAIRED and not self._fresh_token:
            self._pairing = Pairing.NONE
        elif self._used_token and not self._state.can_pair and not settled:
            self._pairing = Pairing.PAIRED

    def _wish(self) -> None:
        if self._pairing in {Pairing.PAIRED, Pairing.ASKED}:
            return
        self._wanted, self._pairing = True, Pairing.WAITING
        if self._is_up() and self._state.can_pair:
            self._ask_to_pair()
        if self._is_up():
            self._show()

    def _ask_to_pair(self) -> None:
        self._wanted, self._pairing = False, Pairing.ASKED
        self._pair_number = self._ask(Action.PAIR)

    def _ask(self, action: Action) -> int:
        number = next(self._numbers)
        if self._socket is not None:
            self._line.send(self._socket.text(request(action, number)))
        return number

    def _keep(self, token: str) -> None:
        """Teams has been paired; a token that cannot be kept is good for this run."""
        self._token, self._used_token, self._fresh_token = token, True, True
        self._pairing, self._pair_number = Pairing.PAIRED, None
        try:
            self._kept.save(token)
        except CtiError as error:
            _log.info("The token of Teams cannot be kept: %s", error.message)

    def _load_token(self) -> str:
        if self._token is None:
            try:
                self._token = self._kept.load()
            except CtiError as error:
                _log.info("The token of Teams cannot be read: %s", error.message)
        return self._token or ""

    def _give_up(self) -> None:
        self._line.drop(_NOT_TEAMS.format(address=self._line.address), wrong_peer=True)

    def _tell_talking(self, talking: bool | None) -> None:
        if talking is not self._told:
            self._told = talking
            self._talked(talking, self._clock())

    def _show(self) -> None:
        abilities = _POP if self._state.talking is None else (*_POP, Ability.ENDED)
        self._status = replace(self._status, reports=abilities)
        self._is_connected(joined(_PAIRING[self._pairing], _NO_RING))


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # takes long to load

    try:
        return version("cti-tray")
    except PackageNotFoundError:
        return "0"
