"""What the icon should say: calls that go on, do not disturb, store, sign-in and Teams, the most urgent first.

A small state that several threads change; it tells one listener about every new view.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from tray.calls.facts import shorten
from tray.calls.model import Call
from tray.core import going_on
from tray.menu import IconView
from tray.setup.model import SignInState, Standing
from tray.texts import joined, translate
from tray.views import Notice, TrayState

_SILENT = {
    Standing.EXPIRED: "the licence has expired",
    Standing.NOT_LICENSED: "the product is not licensed",
    Standing.USER_NOT_LICENSED: "this user has no licence",
}
_ADVICE = {
    Standing.EXPIRED: (
        translate("Licence", "The licence of CTI Tray has expired."),
        translate("Licence", "Ask your administrator to renew it."),
    ),
    Standing.NOT_LICENSED: (
        translate("Licence", "CTI Tray has no licence."),
        translate("Licence", "Ask your administrator to enter one."),
    ),
    Standing.USER_NOT_LICENSED: (
        translate("Licence", "You are known to CTI Tray, but not activated yet."),
        translate("Licence", "Ask an administrator of CTI Tray to activate you in the window Activate Users."),
    ),
}


def silence(standing: Standing, *, do_not_disturb: bool) -> str:
    """Why no card opens at all; "" when cards are wanted."""
    if standing in _SILENT:
        return _SILENT[standing]
    return "do not disturb" if do_not_disturb else ""


def standing_notice(standing: Standing, admins: Sequence[str] = ()) -> Notice:
    """What a user is told who gets no cards; `admins` are the names of those who can help, as far as they are known."""
    text, hint = _ADVICE[standing]
    if admins:
        names = ", ".join(shorten(name) for name in admins)
        hint = joined(hint, translate("Licence", "You can ask {names}.").format(names=names))
    kept = translate("Licence", "Calls are still kept in Recent calls.")
    return Notice(translate("Licence", "No caller cards"), joined(text, kept), hint)


class Condition:
    """The condition of the tray.

    `changed` hears of every change, on the thread that made it and one at a time, so that the newest is heard last; it
    returns at once. `do_not_disturb` is what holds at the start.
    """

    def __init__(self, changed: Callable[[Condition], None], *, do_not_disturb: bool = False) -> None:
        self._changed = changed
        self._lock = threading.RLock()
        self._ringing = self._talking = False
        self._do_not_disturb = do_not_disturb
        self._online = True
        self._sign_in = SignInState.SIGNED_OUT
        self._can_sign_in = self._sign_in_away = self._in_teams_call = False

    @property
    def do_not_disturb(self) -> bool:
        """Whether the user wants no cards."""
        return self._do_not_disturb

    def calls(self, calls: tuple[Call, ...]) -> None:
        """These calls go on now."""
        ringing, talking = going_on(calls)
        with self._lock:
            same = (ringing, talking) == (self._ringing, self._talking)
            self._ringing, self._talking = ringing, talking
            if not same:
                self._changed(self)

    def store(self, *, online: bool) -> None:
        """The setup store can or cannot be reached."""
        with self._lock:
            self._online = online
            self._changed(self)

    def sign_in(self, state: SignInState, *, possible: bool, away: bool = False) -> None:
        """The user is or is not signed in to Microsoft; `possible` where they can sign in at all.

        `away` where who is signed in cannot be told so by the service at the moment.
        """
        with self._lock:
            self._sign_in, self._can_sign_in, self._sign_in_away = state, possible, away
            self._changed(self)

    def teams_call(self, *, goes_on: bool) -> None:
        """The user is or is not in a call in Teams, as Teams says it."""
        with self._lock:
            self._in_teams_call = goes_on
            self._changed(self)

    def toggle_do_not_disturb(self) -> None:
        """The user switched it on or off."""
        with self._lock:
            self._do_not_disturb = not self._do_not_disturb
            self._changed(self)

    def set_do_not_disturb(self, *, on: bool) -> None:
        """The user wants no cards, or wants them again."""
        with self._lock:
            self._do_not_disturb = on
            self._changed(self)

    def icon_view(self, user: str) -> IconView:
        """What the icon shows."""
        sign_in = self._sign_in if self._can_sign_in else None
        in_teams = self._in_teams_call and not self._talking
        return IconView(self._state(), user, self._do_not_disturb, sign_in, in_teams)

    def _state(self) -> TrayState:
        if self._ringing:
            return TrayState.RINGING
        if self._talking or self._in_teams_call:
            return TrayState.IN_CALL
        if self._sign_in is SignInState.SIGN_IN_NEEDED:
            return TrayState.SIGN_IN_NEEDED
        if not self._online or self._sign_in_away:
            return TrayState.OFFLINE
        return TrayState.DO_NOT_DISTURB if self._do_not_disturb else TrayState.IDLE
