"""What Windows telephony says about lines and calls, as plain data; read from its buffers by `tapi_library`.

Flags and states keep the numbers of `tapi.h`; what they mean for a call is decided in `tapi_calls`.
"""

from __future__ import annotations

from dataclasses import dataclass


def is_named(names: tuple[str, ...], line_id: str, name: str) -> bool:
    """Whether one of these names a line: by its name or its id, which may stand in braces, in any case."""
    wanted = {text.casefold() for given in names for text in (given, given.strip("{}"))}
    return bool(wanted & {line_id.casefold(), name.casefold()})


@dataclass(frozen=True, slots=True)
class TapiLine:
    """One voice line of this machine, for lists.

    `line_id` stays the same for ever, while `name` may be changed by the driver; either can stand in the settings.
    """

    name: str
    line_id: str
    chosen: bool
    open: bool


@dataclass(frozen=True, slots=True)
class Device:
    """A line device as its driver describes it; `number` is its own number, where the driver tells it."""

    device: int
    version: int
    name: str
    line_id: str
    media_modes: int
    number: str = ""

    def is_named(self, names: tuple[str, ...]) -> bool:
        """Whether one of these is the line's name or its id, which may stand in braces, in any case."""
        return is_named(names, self.line_id, self.name)


@dataclass(frozen=True, slots=True)
class PartyId:
    """One party of a call: `LINECALLPARTYID` flags, and what they announce; texts are "" where there are none."""

    flags: int = 0
    number: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class CallInfo:
    """What a line knows about one call. `call_id` is `dwCallID`, which is 0 where the telephone system counts none."""

    line: int = 0
    call_id: int = 0
    origin: int = 0
    caller: PartyId = PartyId()
    called: PartyId = PartyId()
    connected: PartyId = PartyId()
    redirecting: PartyId = PartyId()
    called_party: str = ""


@dataclass(frozen=True, slots=True)
class CallStatus:
    """The state of one call: `LINECALLSTATE`, the detail that belongs to it, and our `LINECALLPRIVILEGE`."""

    state: int
    mode: int = 0
    privilege: int = 0


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the telephony service: `LINE_...`, what it is about, and its parameters."""

    device: int
    message: int
    param1: int = 0
    param2: int = 0
    param3: int = 0
