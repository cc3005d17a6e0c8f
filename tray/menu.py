"""What the tray icon says and offers: tooltip and menu, built from one immutable view.

Pure data, so that every platform's menu is the same and can be checked without one. It must not know pystray.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from tray.paths import APP_NAME
from tray.setup.model import SignInState
from tray.texts import translate
from tray.views import IconCommand, MenuEntry, TrayState

TOOLTIP_UNITS = 127
"""UTF-16 units that Windows shows: NOTIFYICONDATAW.szTip holds 128 with its final zero."""

InLanguage = Callable[[str], str]
"""Gives a text in the language of the windows."""


@dataclass(frozen=True, slots=True)
class IconView:
    """Everything the icon shows. `sign_in` is None where nobody can sign in to Microsoft as it is set up.

    `in_teams` tells that the call of the state `IN_CALL` is one in Teams, which this desk's phone knows nothing of.
    """

    state: TrayState = TrayState.IDLE
    user: str = ""
    do_not_disturb: bool = False
    sign_in: SignInState | None = None
    in_teams: bool = False


SEPARATOR = MenuEntry(None)
_STATE_WORDS = {
    TrayState.IDLE: translate("Icon", "Ready"),
    TrayState.RINGING: translate("Icon", "Ringing"),
    TrayState.IN_CALL: translate("Icon", "In call"),
    TrayState.DO_NOT_DISTURB: translate("Icon", "Do not disturb"),
    TrayState.OFFLINE: translate("Icon", "Offline"),
    TrayState.SIGN_IN_NEEDED: translate("Icon", "Sign-in needed"),
}
_IN_TEAMS = translate("Icon", "In a Teams call")


def as_written(text: str) -> str:
    """The text itself, in English: what stands in for a translator."""
    return text


def menu_entries(view: IconView, text: InLanguage = as_written) -> tuple[MenuEntry, ...]:
    """The menu from top to bottom. `text` translates; "Open" is what a left click does."""
    command = IconCommand
    entries = [
        MenuEntry(command.OPEN, text(translate("Icon", "Open")), default=True),
        MenuEntry(command.RECENT_CALLS, text(translate("Icon", "Recent calls"))),
        MenuEntry(command.DIAL, text(translate("Icon", "Dial..."))),
        MenuEntry(command.DO_NOT_DISTURB, text(translate("Icon", "Do not disturb")), checked=view.do_not_disturb),
        MenuEntry(command.CONNECT_PHONE, text(translate("Icon", "Connect my phone..."))),
        MenuEntry(command.SETUP, text(translate("Icon", "Setup"))),
        MenuEntry(command.HELP, text(translate("Icon", "Help"))),
        *_sign_in_entries(view.sign_in, text),
        SEPARATOR,
        MenuEntry(command.QUIT, text(translate("Icon", "Quit"))),
    ]
    if view.sign_in is SignInState.SIGN_IN_NEEDED:
        entries.insert(1, MenuEntry(command.SIGN_IN, text(translate("Icon", "Sign in again to Microsoft"))))
    return tuple(entries)


def _sign_in_entries(state: SignInState | None, text: InLanguage) -> tuple[MenuEntry, ...]:
    """What stands far from "Open", because it is seldom wanted."""
    if state is SignInState.SIGNED_IN:
        return (MenuEntry(IconCommand.SIGN_OUT, text(translate("Icon", "Sign out of Microsoft"))),)
    if state is SignInState.SIGNED_OUT:
        return (MenuEntry(IconCommand.SIGN_IN, text(translate("Icon", "Sign in to Microsoft"))),)
    return ()


def tooltip(view: IconView, text: InLanguage = as_written) -> str:
    """Product, user and state in one line that Windows shows whole; a long user name is cut, never the state.

    Do not disturb is said whatever else is more urgent: who waits for a card in vain finds it here.
    """
    in_teams = view.in_teams and view.state is TrayState.IN_CALL
    head, tail = f"{APP_NAME} - ", text(_IN_TEAMS if in_teams else _STATE_WORDS[view.state])
    if view.do_not_disturb and view.state is not TrayState.DO_NOT_DISTURB:
        tail = f"{tail} - {text(_STATE_WORDS[TrayState.DO_NOT_DISTURB])}"
    name = _one_line(view.user)
    if not name:
        return head + tail
    return f"{head}{_cut(name, TOOLTIP_UNITS - _units(head) - _units(tail) - 3)} - {tail}"


def _one_line(text: str) -> str:
    """Without control characters and marks that turn the reading direction."""
    kept = (" " if character.isspace() else character for character in text)
    return " ".join("".join(one for one in kept if unicodedata.category(one) not in {"Cc", "Cf", "Cs"}).split())


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "replace")) // 2


def _cut(text: str, units: int) -> str:
    if _units(text) <= units:
        return text
    while text and _units(text) > units - 1:
        text = text[:-1]
    return f"{text.rstrip()}\N{HORIZONTAL ELLIPSIS}"
