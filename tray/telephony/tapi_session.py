"""One stretch of work with Windows telephony: from its start to its end, with the lines that are open.

It knows which devices are voice lines, which of them the user chose, and opens those to listen only. What the lines
say, and when to begin anew, is the business of `tapi_source`. All of it runs under the lock of the source.
"""

from __future__ import annotations

import contextlib
import logging

from tray.telephony import tapi
from tray.telephony.tapi_buffers import TapiError
from tray.telephony.tapi_call import CallLine
from tray.telephony.tapi_library import TapiLibrary
from tray.telephony.tapi_model import Device, TapiLine

_logger = logging.getLogger(__name__)
_PROGRAM = "CTI Tray"
_MOST_DEVICES = 4096
SERVICE_GONE = {tapi.LINEERR_SERVICE_NOT_RUNNING, tapi.LINEERR_UNINITIALIZED, tapi.LINEERR_DISCONNECTED}
"""The errors by which the service says that it does not run."""
GONE = {*SERVICE_GONE, tapi.LINEERR_INVALAPPHANDLE, tapi.LINEERR_REINIT}
"""The errors after which a session is over."""


class TapiSession:
    """Begun with Windows telephony.

    Args:
        library: the functions.
        chosen: permanent ids or names of lines; empty is all voice lines.

    Raises:
        TapiError: the service does not take us.
    """

    def __init__(self, library: TapiLibrary, chosen: tuple[str, ...]) -> None:
        self.library = library
        self._chosen = chosen
        self._devices: dict[int, Device] = {}
        self._open: dict[int, Device] = {}
        self.app, count = library.initialize(_PROGRAM)
        try:
            self._find_devices(min(count, _MOST_DEVICES))
        except BaseException:
            self.close()
            raise

    def _find_devices(self, count: int) -> None:
        """Take in all devices. One that fails does not count, but when all do, the service may have gone again."""
        problems = [self.add(device) for device in range(count)]
        gone = [problem for problem in problems if problem is not None and problem.code in GONE]
        if gone and None not in problems:
            raise gone[0]

    def add(self, device: int) -> TapiError | None:
        """A device is there. One that fails, or that has no voice, is left out; gives its error."""
        try:
            found = self.library.device(self.app, device)
        except TapiError as error:
            _logger.info("line device %d is left out: %s", device, error)
            return error
        if found.media_modes & tapi.LINEMEDIAMODE_INTERACTIVEVOICE:
            self._devices[device] = found
        return None

    def probe(self) -> None:
        """Ask whether the service is there, by a question that costs little.

        Raises:
            TapiError: it is not.
        """
        for device in list(self._devices)[:1]:
            try:
                self.library.version(self.app, device)
            except TapiError as error:
                if error.code in GONE:
                    raise

    def known(self, device: int) -> Device | None:
        """A voice line by its device."""
        return self._devices.get(device)

    def remove(self, device: int) -> None:
        """A device is gone for good."""
        for line, of in list(self._open.items()):
            if of.device == device:
                self.close_line(line)
        self._devices.pop(device, None)

    def open_missing(self) -> list[int]:
        """Open the chosen lines that are not open; gives the handles of those that now are."""
        opened = []
        for device in self.missing():
            try:
                line = self.library.open(self.app, device)
            except TapiError as error:
                _logger.info("line device %d does not open: %s", device.device, error)
                continue
            self._open[line] = device
            opened.append(line)
        return opened

    def closed(self, line: int) -> Device | None:
        """A line was closed by its driver; gives its device, if it was open."""
        return self._open.pop(line, None)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Permanent ids or names of the chosen lines; empty is all voice lines."""
        return self._chosen

    def choose(self, chosen: tuple[str, ...]) -> list[int]:
        """Other lines are chosen; gives the handles of those that are open and should not be any more."""
        self._chosen = chosen
        return [line for line, device in self._open.items() if not self._is_chosen(device)]

    def device(self, line: int) -> Device | None:
        """The device of an open line."""
        return self._open.get(line)

    def call_line(self, line: int) -> CallLine | None:
        """What the calls of an open line need to know about it."""
        device = self._open.get(line)
        return None if device is None else CallLine(device.line_id, device.number, device.number or device.name)

    def missing(self) -> list[Device]:
        """The chosen lines that are there and not open."""
        is_open = {device.device for device in self._open.values()}
        return [device for device in self._devices.values() if self._is_chosen(device) and device.device not in is_open]

    @property
    def open_lines(self) -> list[int]:
        """The handles of the open lines; first those that stand first in the settings."""
        return sorted(self._open, key=lambda line: self._place(self._open[line]))

    @property
    def has_voice_lines(self) -> bool:
        """Whether there is any line that could be chosen."""
        return bool(self._devices)

    @property
    def absent(self) -> bool:
        """Whether a line that the settings name is not there at all."""
        return any(not any(device.is_named((name,)) for device in self._devices.values()) for name in self._chosen)

    def lines(self) -> tuple[TapiLine, ...]:
        """All voice lines, for lists."""
        is_open = {device.device for device in self._open.values()}
        return tuple(
            TapiLine(device.name, device.line_id, self._is_chosen(device), device.device in is_open)
            for device in self._devices.values()
        )

    def close_line(self, line: int) -> None:
        """Close one line; the service may be gone already."""
        self._open.pop(line, None)
        with contextlib.suppress(TapiError):
            self.library.close(line)

    def close(self) -> None:
        """End: close all lines and say goodbye; the service may be gone already."""
        for line in list(self._open):
            self.close_line(line)
        with contextlib.suppress(TapiError):
            self.library.shutdown(self.app)

    def _is_chosen(self, device: Device) -> bool:
        return not self._chosen or device.is_named(self._chosen)

    def _place(self, device: Device) -> int:
        named = (place for place, name in enumerate(self._chosen) if device.is_named((name,)))
        return next(named, len(self._chosen))
