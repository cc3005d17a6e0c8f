"""How this desk dials, in words, and what stands in the way: a phone that is away, or a system that sends it back.

Where the tray is the program for `tel:` links, a number that it hands to the system as such a link would come back to
it for ever. So nothing is handed over before the system has said who takes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tray.calls.numbers import NumberReader
from tray.config_schema import DialMethod
from tray.errors import CtiError, Refused, SourceFailed
from tray.links.model import DIAL_SCHEMES, Links, LinkState
from tray.opener import open_found
from tray.telephony.base import Failed, SourceState, SourceStatus
from tray.telephony.dial_reading import read_dialled
from tray.telephony.dialling import DialSettings, not_enabled, teams_address
from tray.texts import translate
from tray.views import DialWay

_HOW = {
    DialMethod.TEL: translate("Dialling", "The phone program for tel: links dials."),
    DialMethod.TEAMS: translate("Dialling", "Microsoft Teams dials."),
    DialMethod.TAPI: translate("Dialling", "The telephone system dials, through TAPI."),
    DialMethod.BARESIP: translate("Dialling", "baresip dials."),
    DialMethod.TEMPLATE: translate("Dialling", "The program of dial.template in config.toml dials."),
}


class DialWays:
    """Says how numbers are dialled, and opens addresses for that.

    Args:
        settings: the `[dial]` table.
        reader: reads numbers by the rules of this site.
        links: the programs for links on this system.
        statuses: the state of every source; the one with the name of the method dials.
    """

    def __init__(
        self,
        settings: DialSettings,
        reader: NumberReader,
        links: Links,
        statuses: Callable[[], Iterable[SourceStatus]],
    ) -> None:
        self._settings = settings
        self._reader = reader
        self._links = links
        self._statuses = statuses

    def open_address(self, address: str, failed: Failed, *, rather: str = "") -> None:
        """Open an address with the program for it, unless that is the tray; returns at once."""

        def find() -> str:
            if rather and self._links.has_program(_scheme(rather)):
                return rather
            problem = self._comes_back(_scheme(address))
            if problem is not None:
                raise problem
            return address

        open_found(find, failed)

    def check(self) -> None:
        """Look whether what is dialled would come back.

        Raises:
            Refused: it would.
        """
        problem = self._comes_back(self._settings.scheme)
        if problem is not None:
            raise problem

    def way(self, text: str) -> DialWay:
        """How a number would be dialled, and what stands in the way; "" is any number."""
        how = _HOW[self._settings.method]
        try:
            if text:
                wanted = read_dialled(text, self._reader)
                if self._settings.method is DialMethod.TEAMS:
                    teams_address(wanted.number)
            self.check()
            self._check_phone()
        except CtiError as error:
            return DialWay(how, error.message, error.hint)
        return DialWay(how)

    def _check_phone(self) -> None:
        method = self._settings.method
        if method not in {DialMethod.BARESIP, DialMethod.TAPI}:
            return
        status = next((status for status in self._statuses() if status.name == method.value), None)
        if status is None or status.state is SourceState.OFF:
            raise not_enabled(method)
        if status.state is not SourceState.CONNECTED:
            raise SourceFailed(status.detail)

    def _comes_back(self, scheme: str) -> Refused | None:
        if scheme in DIAL_SCHEMES and self._links.state(scheme) is LinkState.CHOSEN:
            return loop_error()
        return None


def _scheme(address: str) -> str:
    return address.partition(":")[0].lower()


def loop_error() -> Refused:
    """What is said where the tray would dial to itself."""
    return Refused(
        translate("Dialling", "CTI Tray dials by links that come back to CTI Tray."),
        hint=translate(
            "Dialling",
            "Choose another method under [dial] in config.toml,"
            " or another phone program for these links in the settings of the system.",
        ),
    )
