"""What the commands of the icon and its menu do in the running tray."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tray.interfaces import UserInterface
from tray.views import IconCommand

if TYPE_CHECKING:
    from tray.wiring import Tray


def icon_commands(tray: Tray, ui: UserInterface) -> Mapping[IconCommand, Callable[[], None]]:
    """Every command and what it calls; each returns at once."""
    return {
        IconCommand.MENU: lambda: ui.show_menu(tray.icon.entries()),
        IconCommand.OPEN: tray.show_front,
        IconCommand.SIGN_IN: ui.show_sign_in,
        IconCommand.SIGN_OUT: tray.sign_in.sign_out,
        IconCommand.RECENT_CALLS: ui.show_history,
        IconCommand.DIAL: ui.show_dial_box,
        IconCommand.DO_NOT_DISTURB: tray.do_not_disturb.toggle,
        IconCommand.CONNECT_PHONE: ui.show_connect_phone,
        IconCommand.SETUP: ui.show_setup,
        IconCommand.HELP: lambda: ui.show_help(""),
        IconCommand.QUIT: tray.quit,
    }
