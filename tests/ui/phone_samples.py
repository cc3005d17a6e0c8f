"""What the window that connects a phone is told, and the smallest core that tells it."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from tests.ui.core_stand_in import Core
from tray.calls.model import CallEvent, CallState, Direction
from tray.interfaces import Commands, PhoneCommands
from tray.telephony.heard import Arrival, Remark, Trouble
from tray.telephony.listened import LineState, LineView, Listened, Pairing
from tray.telephony.recipe import Places
from tray.texts import translate

PLACES = Places(
    program=r"C:\Program Files\Adatum Corporation\CTI Tray\Scripts\cti-event.exe",
    port=23456,
    token="W1pZt0S-8b2nq7KJx5mC3vR9yLdG4hTfEaU6oIiQwXs",
    receiver_on=True,
    lan_host="192.168.178.105",
    lan_port=8125,
    lan_token="kT3mZb8QvN1rW5xL0yPc7A",
    lan_on=False,
    lan_detail=translate("Phones", "Switched off: desk phones are not heard. See [sources.lan] in config.toml."),
    lan_allowed=("192.168.178.20", "192.168.178.21"),
)
_FACT = CallEvent("receiver", "r1-1", CallState.OFFERED, 1.0, Direction.INCOMING, number="+31205550101", name="Ann Lee")
ARRIVAL = Arrival(_FACT, "020 555 0101", unfilled=("line",))
REFUSED = Remark("lan", Trouble.ADDRESS, client="192.168.178.77")


LISTENED = Listened(
    Pairing.WAITING,
    reached=True,
    teams_detail=translate("Phones", "In your next call, Teams asks you whether CTI Tray may connect."),
    all_lines=False,
    hears_lines=True,
    lines_detail=translate("Phones", "Listening to the telephony lines of Windows."),
    lines=(
        LineView("Desk phone of Ann Lee", "00000011", LineState.OPEN),
        LineView("SIP line 0 of the softphone & its friends of old", "00000012", LineState.CLOSED),
        LineView("Reception", "00000013", LineState.IGNORED),
        LineView("Reception", "00000014", LineState.IGNORED),
        LineView("Headset at home", "00000015", LineState.ABSENT),
    ),
)


class Tells:
    """Tells these places and lines; nobody is heard but who is put in by hand."""

    def __init__(self, places: Places, listened: Listened = LISTENED) -> None:
        self._places = places
        self._listened = listened

    def listened(self) -> Listened:
        return self._listened

    def unheard(self, source: str) -> str:
        return self._places.lan_detail if source == "lan" and not self._places.lan_on else ""

    def places(self) -> Places:
        return self._places

    def listen(self, take: Callable[[Arrival | Remark], None]) -> Callable[[], None]:
        return lambda: None


class _Desk(Core):
    def __init__(self, desk: PhoneCommands) -> None:
        super().__init__()
        self.phone_desk = desk


def desk_of(desk: object) -> Commands:
    """A core that has nothing but this."""
    return cast(Commands, _Desk(cast(PhoneCommands, desk)))
